"""The server as an ASGI application. FastAPI: one signature gives parsing, checks and the OpenAPI document."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from regesta import __version__
from regesta.errors import RegestaError
from regesta.server import page, problems, reading, writing
from regesta.server.desk import Desk
from regesta.server.guard import Guard, Rights
from regesta.server.shapes import ProblemShape

ABOUT = """\
A chronicle over HTTP: what `regesta` answers on the command line, and its corrections.

Reading needs nothing. Writing needs the token that `regesta serve` prints (`Authorization: Bearer TOKEN`); a correction
needs the version that it rests on too (`If-Match`, with the `ETag` of what was read), and is refused with 412 where
somebody else has written since.
"""


def make_app(desk: Desk, rights: Rights) -> FastAPI:
    """The application: pages, API, and the guard before both."""

    @asynccontextmanager
    async def watching(_: FastAPI) -> AsyncIterator[None]:
        desk.watch()
        yield
        desk.close()

    app = FastAPI(
        title="regesta",
        version=__version__,
        description=ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        lifespan=watching,
        responses={"4XX": {"model": ProblemShape, "description": "what, where, what to do"}},
    )
    app.state.desk = desk
    app.state.pages = page.Pages()
    app.include_router(reading.router)
    app.include_router(writing.router)
    app.include_router(page.router)
    handlers: tuple[tuple[type[Exception], Callable[..., object]], ...] = (
        (RegestaError, problems.from_ours),
        (RequestValidationError, problems.from_wrong_form),
        (HTTPException, problems.from_http),
        (Exception, problems.from_mistake),
    )
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)  # type: ignore[arg-type]
    app.add_middleware(Guard, rights=rights)
    return app
