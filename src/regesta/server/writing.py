"""Review over HTTP: what waits to be looked at, corrections, and building anew. Each write names its version."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query
from starlette.responses import JSONResponse, Response

from regesta.api.review import Review
from regesta.errors import QuestionError
from regesta.server import shapes
from regesta.server.answers import Asked, DeskOf, etag
from regesta.server.desk import View
from regesta.server.problems import RequestError
from regesta.server.reading import Limit, Offset

router = APIRouter(prefix="/api", tags=["corrections"])
IfMatch = Annotated[
    str | None, Header(alias="If-Match", description="the ETag of the answers that the correction rests on")
]


@router.get("/review", response_model=shapes.Listed[shapes.Item])
def queue(
    asked: Asked,
    desk: DeskOf,
    claim: Annotated[str | None, Query(description="only this one, whether it was looked at or not")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """The claims that nobody has looked at, the least sure first."""

    def listed(review: Review) -> dict[str, Any]:
        waiting = review.queue() if claim is None else [c for c in review.findings.claims if c.id == claim]
        last = None if limit is None else offset + limit
        return {"total": len(waiting), "items": [review.item(c).record() for c in waiting[offset:last]]}

    return asked.tell(lambda: desk.study(listed))


@router.get("/review/choices", response_model=shapes.Choices)
def choices(asked: Asked, desk: DeskOf) -> Response:
    """What the fields of a correction may say."""

    def told() -> dict[str, Any]:
        found = desk.study(lambda review: review.choices())
        types = [{"name": name, "says": says, "roles": list(roles)} for name, (says, roles) in found.types.items()]
        return {
            "types": types,
            "statuses": list(found.statuses),
            "kinds": list(found.kinds),
            "names": list(found.names),
        }

    return asked.tell(told)


@router.get("/review/{ident}", response_model=shapes.Item)
def item(
    asked: Asked, desk: DeskOf, ident: Annotated[str, Path(description="of a claim, or its beginning")]
) -> Response:
    """A claim as it stands, with all corrections."""
    try:
        found = desk.study(lambda review: review.item(review.claim(ident)).record())
    except QuestionError as error:
        raise RequestError(404, "no such id", str(error)) from None
    return asked.tell(lambda: found)


@router.get("/corrections", response_model=shapes.Listed[shapes.Entry])
def corrections(asked: Asked, limit: Limit = None, offset: Offset = 0) -> Response:
    """All entries of the corrections file, and what became of each in the last build."""
    return asked.part(lambda: [entry.record() for entry in asked.view.entries], limit, offset)


@router.post("/corrections", response_model=shapes.Corrected, status_code=201)
def correct(desk: DeskOf, correction: shapes.Correction, if_match: IfMatch = None) -> Response:
    """Makes a correction: it is in the file when this answers."""

    def act(review: Review) -> tuple[str, dict[str, Any] | None]:
        review.sign(correction.note, correction.author, correction.date)
        ident = correction.make(review)
        touched = next((c for c in review.findings.claims if c.evidence.rule.endswith(f"/{ident}")), None)
        return ident, review.item(touched).record() if touched else None

    (ident, claim), view = desk.correct(_version(if_match), act)
    return _corrected(view, ident, claim, 201)


@router.delete("/corrections/{ident}", response_model=shapes.Corrected)
def undo(desk: DeskOf, ident: str, if_match: IfMatch = None) -> Response:
    """Takes an entry out of the corrections file."""
    version = _version(if_match)
    if all(entry.id != ident for entry in desk.look().entries):
        raise RequestError(404, "no such correction", f'no correction is called "{ident}"; /api/corrections lists them')
    _, view = desk.correct(version, lambda review: review.undo(ident))
    return _corrected(view, ident, None, 200)


@router.post("/rebuild", response_model=shapes.Pulse, status_code=202, tags=["rebuilding"])
def rebuild(desk: DeskOf) -> Response:
    """Begins to read the sources again and to draw what follows; /api/state and /api/live say how far that is."""
    desk.rebuild()
    return JSONResponse(desk.pulse(), 202)


def _version(if_match: str | None) -> str:
    if if_match is None:
        raise RequestError(
            428, "no version", "say which version the correction rests on: If-Match, with the ETag you have"
        )
    return if_match.strip().removeprefix("W/").strip('"')


def _corrected(view: View, ident: str, claim: dict[str, Any] | None, status: int) -> Response:
    entry = next((entry.record() for entry in view.entries if entry.id == ident), None)
    body = {"correction": entry, "claim": claim, "version": view.version, "is_built": view.is_built}
    return JSONResponse(body, status, {"ETag": etag(view.version)})
