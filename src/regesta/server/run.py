"""Opens the door: a socket, an address with its token, and the server until it is told to stop."""

import socket
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType

import uvicorn

from regesta.errors import ChronicleError
from regesta.server.app import make_app
from regesta.server.desk import Desk
from regesta.server.guard import Rights

PORT = 8711
"""Tried first where none is asked for."""


@dataclass(frozen=True, slots=True)
class Listening:
    """A socket that waits for requests, and how to come to it."""

    socket: socket.socket
    host: str
    port: int

    @property
    def address(self) -> str:
        """`http://127.0.0.1:8711/`; of a server that listens everywhere, that of this machine to itself."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - named, not bound
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def listen(host: str, port: int | None) -> Listening:
    """Takes a port (any free one where none is asked for and the usual one is taken); ChronicleError where none is."""
    try:
        family, *_, target = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise ChronicleError(f'host "{host}": {error.strerror or error}; give a name or address of here') from None
    for wanted in (PORT, 0) if port is None else (port,):
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((target[0], wanted, *target[2:]))
            opened.listen()  # whoever comes before the server is ready waits
        except (OSError, OverflowError) as error:
            opened.close()
            if wanted == 0 or port is not None:
                why = getattr(error, "strerror", None) or str(error)
                raise ChronicleError(f"{host}, port {wanted}: {why}; choose another with --port") from None
            continue
        return Listening(opened, host, opened.getsockname()[1])
    raise AssertionError  # the loop returns or raises


class _Server(uvicorn.Server):
    """Tells the desk when it is asked to stop, so that no browser that waits for news keeps it from stopping."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """On an interrupt."""
        self._desk.close()
        super().handle_exit(sig, frame)


def run(desk: Desk, rights: Rights, listening: Listening) -> None:
    """Serves until an interrupt."""
    config = uvicorn.Config(
        make_app(desk, rights),
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=3,
    )
    with suppress(KeyboardInterrupt):  # raised again once all is closed
        _Server(config, desk).run(sockets=[listening.socket])
