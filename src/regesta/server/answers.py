"""How answers are given: with the version as their ETag, and not again to whoever has them."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.responses import JSONResponse, Response

from regesta.server.desk import Desk, View


def desk_of(request: Request) -> Desk:
    """The desk of this server."""
    desk: Desk = request.app.state.desk
    return desk


def etag(version: str) -> str:
    """As headers have it."""
    return f'"{version}"'


class Teller:
    """Answers one request from one view."""

    def __init__(self, request: Request) -> None:
        self.view: View = desk_of(request).view
        self._known = request.headers.get("if-none-match", "")

    def send(self, make: Callable[[], Response], headers: Mapping[str, str] | None = None) -> Response:
        """The answer, or only that it is what the asker has; with the headers in both cases."""
        mark = etag(self.view.version)
        made = Response(status_code=304) if mark in self._known else make()
        made.headers.update({**(headers or {}), "ETag": mark})
        return made

    def tell(self, make: Callable[[], Any]) -> Response:
        """A value as JSON; it is worked out only if it is needed."""
        return self.send(lambda: JSONResponse(make()))

    def part(self, make: Callable[[], list[Any]], limit: int | None, offset: int) -> Response:
        """A part of a list."""

        def cut() -> dict[str, Any]:
            items = make()
            last = None if limit is None else offset + limit
            return {"total": len(items), "items": items[offset:last]}

        return self.tell(cut)


DeskOf = Annotated[Desk, Depends(desk_of)]
Asked = Annotated[Teller, Depends(Teller)]
