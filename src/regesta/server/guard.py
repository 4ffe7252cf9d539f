"""Who may ask: only pages of this server and programs on purpose. Stands before everything else."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regesta.server.problems import RequestError, from_ours

READS = frozenset({"GET", "HEAD"})
LARGEST_BODY = 1_000_000
"""Bytes of a request; a correction has some hundreds."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""On every answer that does not say otherwise: nothing from elsewhere, nothing to elsewhere, in nobody's frame."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the guard holds requests against."""

    host: str = "127.0.0.1"
    """The address or name that the server was told to listen at."""
    read_only: bool = False
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """What a writer must show."""


class Guard:
    """ASGI middleware: refuses foreign hosts, foreign origins, and writes without the token."""

    def __init__(self, app: ASGIApp, rights: Rights) -> None:
        self._app = app
        self._rights = rights

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it with what is wrong."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._check(scope["method"], Headers(scope=scope))
        except RequestError as problem:
            from starlette.requests import Request

            await from_ours(Request(scope), problem)(scope, receive, with_headers)
            return
        await self._app(scope, receive, with_headers)

    def _check(self, method: str, headers: Headers) -> None:
        host = headers.get("host", "")
        if not _is_ours(_name(host), self._rights.host):
            raise RequestError(403, "foreign host", f'host "{host}": this server answers only under its own address')
        origin = headers.get("origin")
        if origin is not None and origin.lower() != f"http://{host.lower()}":
            raise RequestError(403, "foreign origin", f'origin "{origin}": only pages of this server may ask it')
        site, mode = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-mode", "")
        if site not in ("none", "same-origin") and not (method in READS and mode == "navigate"):
            raise RequestError(403, "foreign origin", "another site asks; only pages of this server may")
        if method not in READS:
            self._check_write(headers)

    def _check_write(self, headers: Headers) -> None:
        if self._rights.read_only:
            raise RequestError(403, "read-only", "this server only reads: it was started with --read-only")
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not given:
            raise RequestError(
                401, "no token", "send the token that regesta serve printed: Authorization: Bearer TOKEN"
            )
        if not secrets.compare_digest(given.strip().encode(), self._rights.token.encode()):
            raise RequestError(
                401, "wrong token", "that is not the token that this regesta serve printed; open its address"
            )
        length = headers.get("content-length", "0" if "transfer-encoding" not in headers else "")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            raise RequestError(413, "too long", f"the request must say its length, at most {LARGEST_BODY:,} bytes")


def _name(host: str) -> str:
    """The host of `host:port`, without the brackets of an IPv6 address."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() and not host.endswith("]") else host
    return name.strip("[]").lower()


def _is_ours(name: str, listening: str) -> bool:
    """Whether a request may name the server so. Other names may be ours by rebinding; an address cannot."""
    if name in ("localhost", listening.lower()):
        return True
    try:
        return bool(ip_address(name))
    except ValueError:
        return False
