"""The page itself: the files that `publish` writes, from memory, with the script that corrects."""

from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from regesta.server.answers import Asked, DeskOf
from regesta.server.desk import Desk, View
from regesta.server.problems import RequestError
from regesta.web import TEXT, render, render_text, stands_apart, version_hash

PAGE = "index.html"
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
POLICY = {"Content-Security-Policy": "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}
"""Beside the policy that a page has inside, which allows its own script and style by their hashes."""

router = APIRouter(include_in_schema=False)


class Pages:
    """The files of the page, drawn once a build: corrections do not show in them before the next."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._drawn: tuple[str, dict[str, str]] = ("", {})

    def file(self, desk: Desk, view: View, name: str) -> str | None:
        """What a file holds; None where there is none of that name."""
        opened = view.chronicle
        build = version_hash(opened.manifest)
        with self._lock:
            if self._drawn[0] != build:
                made = render(opened.chronology, opened.manifest, title=desk.title, look=desk.look_of_page, served=True)
                self._drawn = (build, made)
            files = self._drawn[1]
            if name == TEXT and name not in files and stands_apart(opened.chronology):
                # Longer to draw than all the rest, and hardly ever looked at.
                files[name] = render_text(opened.chronology, opened.manifest, title=desk.title, look=desk.look_of_page)
            return files.get(name)


def pages_of(request: Request) -> Pages:
    """The pages of this server."""
    pages: Pages = request.app.state.pages
    return pages


@router.get("/favicon.ico")
def icon() -> Response:
    """There is none; browsers ask all the same."""
    return Response(status_code=204)


@router.get("/")
@router.get("/{name}")
def page(asked: Asked, desk: DeskOf, pages: Annotated[Pages, Depends(pages_of)], name: str = PAGE) -> Response:
    """A file of the page as the chronicle is now."""

    def make() -> Response:
        content = pages.file(desk, asked.view, name)
        if content is None:
            raise RequestError(404, "no such address", f"/{name}: no such address; the page is at /")
        kind = next(kind for suffix, kind in KINDS.items() if name.endswith(suffix))
        return Response(content, media_type=kind)

    return asked.send(make, POLICY)
