"""Errors as answers: problem details (RFC 9457), one line each that says what, where, and what to do."""

import sys
import traceback
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from regesta.errors import CorrectionError, ExportError, QuestionError, RegestaError, StaleError

MEDIA_TYPE = "application/problem+json"


class RequestError(RegestaError):
    """A request that is refused, with its HTTP status."""

    def __init__(self, status: int, title: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.title = title
        self.more = more


def answer(status: int, title: str, detail: str, headers: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    """A problem as a response; `more` are members of its own."""
    body = {"title": title, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, headers, media_type=MEDIA_TYPE)


def from_ours(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 - as Starlette calls it
    """Of an error that is raised on purpose."""
    if isinstance(error, RequestError):
        headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else None
        return answer(error.status, error.title, str(error), headers, **error.more)
    status, title = next((found for kind, found in _STATUS if isinstance(error, kind)), (500, "not possible now"))
    return answer(status, title, str(error))


_STATUS: tuple[tuple[type[Exception], tuple[int, str]], ...] = (
    (StaleError, (412, "stale version")),
    (CorrectionError, (422, "the correction does not fit")),
    (QuestionError, (400, "not understood")),
    (ExportError, (400, "not understood")),
)


def from_wrong_form(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    """Of a request that has not the form that the API wants: the first mistake, and how many more there are."""
    if not isinstance(error, RequestValidationError):
        raise error
    first, *others = error.errors()
    where = ".".join(str(part) for part in first["loc"])
    more = f" (and {len(others)} more)" if others else ""
    return answer(422, "wrong form", f"{where}: {first['msg']}{more}; /api/openapi.json describes what is wanted")


def from_http(request: Request, error: Exception) -> JSONResponse:
    """Of an address or a method that there is not."""
    if not isinstance(error, HTTPException):
        raise error
    title = {404: "no such address", 405: "no such method here"}.get(error.status_code, "refused")
    detail = f"{request.method} {request.url.path}: {title}; /api/openapi.json lists what there is"
    return answer(error.status_code, title, detail, dict(error.headers or {}))


def from_mistake(request: Request, error: Exception) -> JSONResponse:
    """Of an error that nobody foresaw: told in one line here, in full to whoever started the server."""
    sys.stderr.write("".join(traceback.format_exception(error)))
    detail = f"{request.method} {request.url.path}: a mistake of ours: {type(error).__name__}; see the server's output"
    return answer(500, "a mistake of ours", detail)
