"""What can be asked over HTTP: the same as on the command line, under the same names. Nothing here changes anything."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from io import StringIO
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from regesta import __version__
from regesta.api.questions import Moment, state_record
from regesta.api.searching import search
from regesta.errors import QuestionError
from regesta.model.claim import Status
from regesta.server import shapes
from regesta.server.answers import Asked, DeskOf
from regesta.server.desk import Desk
from regesta.server.problems import RequestError

router = APIRouter(prefix="/api", tags=["questions"])
Limit = Annotated[int | None, Query(ge=0, description="how many at most")]
Offset = Annotated[int, Query(ge=0, description="how many to leave out first")]
Name = Annotated[str | None, Query(description="as a text might give it, forgiving of case and accents")]
Date = Annotated[str | None, Query(description='ISO, EDTF or words: 1870-10, "31 October 1870"')]
FORMATS = {"jsonl": "application/jsonl", "csv": "text/csv", "markdown": "text/markdown"}
BREATH = 0.25
"""Seconds between looks for news."""
SILENCE = 15.0
"""Seconds after which a line that says nothing keeps the connection open."""


@router.get("/chronicle", response_model=shapes.Chronicle)
def chronicle(asked: Asked, desk: DeskOf) -> Response:
    """What lies open, and what it was made from."""
    opened = asked.view.chronicle
    findings = opened.chronology.findings
    counts = {
        "documents": len(findings.documents),
        "claims": len(findings.claims),
        "events": len(opened.chronology.events),
        "contradictions": len(opened.conflicts),
        "gaps": len(opened.gaps),
    }
    return asked.tell(
        lambda: {
            "title": desk.title,
            "regesta": __version__,
            "read_only": desk.read_only,
            "model": opened.manifest.model,
            "knowledge": opened.manifest.knowledge,
            "sources": [asdict(source) for source in opened.manifest.sources],
            "counts": counts,
            "corrections_file": desk.corrections_file,
        }
    )


@router.get("/events", response_model=shapes.Listed[shapes.Event])
def events(
    asked: Asked,
    place: Name = None,
    who: Name = None,
    after: Annotated[Date, Query(alias="from")] = None,
    before: Annotated[Date, Query(alias="to")] = None,
    status: Annotated[list[Status] | None, Query()] = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """The chronology in order of time, the undated last."""

    def make() -> list[object]:
        found = asked.view.chronicle.events(place=place, who=who, after=after, before=before, status=status)
        return [entry.record() for entry in found]

    return asked.part(make, limit, offset)


@router.get("/at", response_model=shapes.Held)
def at(
    asked: Asked,
    date: Annotated[str, Query(description="a day")],
    place: Name = None,
    office: Name = None,
    moment: Moment = "within",
    include: Annotated[list[Literal["reported"]] | None, Query()] = None,
) -> Response:
    """Who held what on a day, how surely, and on which words."""
    held = asked.view.chronicle.at
    return asked.tell(
        lambda: held(date, place=place, office=office, moment=moment, include_reported=bool(include)).record()
    )


@router.get("/ask", response_model=shapes.Answered)
def ask(
    asked: Asked, question: Annotated[str, Query(description="who held Marseille on 5 November 1870?")]
) -> Response:
    """The answer to a question in words; one that is not understood is not guessed at."""
    return asked.tell(lambda: asked.view.chronicle.ask(question).record())


@router.get("/show/{ident}", response_model=shapes.Shown)
def show(
    asked: Asked,
    ident: Annotated[str, Path(description="an id that other answers give, or its beginning")],
    why: Annotated[bool, Query(description="add the chain of statements behind each day")] = False,
) -> Response:
    """One claim, event, holding, contradiction or gap: its words, its time, how each was worked out."""
    try:
        shown = asked.view.chronicle.show(ident, why=why)
    except QuestionError as error:
        raise RequestError(404, "no such id", str(error)) from None
    facts = [list(fact) for fact in shown.facts]
    return asked.tell(lambda: {"id": shown.id, "kind": shown.kind, "facts": facts, "record": shown.record})


@router.get("/check", response_model=shapes.Listed[shapes.Remark])
def check(
    asked: Asked,
    kind: Annotated[str | None, Query(description="contradiction, or a kind of gap")] = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """Contradictions and gaps, in text order."""

    def make() -> list[object]:
        return [remark.record() for remark in asked.view.chronicle.remarks if kind in (None, remark.kind)]

    return asked.part(make, limit, offset)


@router.get("/states", response_model=shapes.Listed[shapes.Holding])
def states(asked: Asked, key: Name = None, holder: Name = None, limit: Limit = None, offset: Offset = 0) -> Response:
    """Who held what, from when to when: all, of one place, office or body (`key`), or of one holder."""

    def make() -> list[object]:
        opened = asked.view.chronicle
        return [state_record(state, opened.lookup) for state in opened.holdings(key=key, holder=holder)]

    return asked.part(make, limit, offset)


@router.get("/search", response_model=shapes.Listed[shapes.Hit])
def find(
    asked: Asked,
    desk: DeskOf,
    words: Annotated[str, Query(description="all of them; word* finds beginnings")],
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """Sentences that hold the words, best first, whatever their accents and case."""

    def make() -> list[object]:
        return [hit.record() for hit in search(desk.path, words, asked.view.chronicle.lookup)]

    return asked.part(make, limit, offset)


@router.get("/sources/{name:path}", response_class=PlainTextResponse)
def source(asked: Asked, name: str) -> Response:
    """The text of a source as it was given."""
    found = next((d for d in asked.view.chronicle.chronology.findings.documents if d.name == name), None)
    if found is None:
        raise RequestError(404, "no such source", f'no source is called "{name}"; /api/chronicle lists them')
    return asked.send(lambda: PlainTextResponse(found.text))


@router.get("/export/{form}", response_class=PlainTextResponse)
def export(asked: Asked, form: str) -> Response:
    """The chronicle for other programs: jsonl (one claim a line), csv (one row a claim) or markdown."""

    def make() -> Response:
        stream = StringIO(newline="")
        asked.view.chronicle.export(form, stream)
        return Response(stream.getvalue(), media_type=FORMATS.get(form, "text/plain"))

    return asked.send(make)


@router.get("/state", response_model=shapes.Pulse, tags=["rebuilding"])
def state(desk: DeskOf) -> dict[str, object]:
    """The present version, whether the chronicle has all corrections in it, and how far the building has come."""
    return desk.pulse()


@router.get("/live", response_class=StreamingResponse, tags=["rebuilding"])
async def live(desk: DeskOf) -> StreamingResponse:
    """Server-sent events: what /api/state says, now and whenever it changes."""
    return StreamingResponse(_news(desk), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _news(desk: Desk) -> AsyncIterator[str]:
    told, silent = "", 0.0
    while not desk.is_closed:
        now = json.dumps(desk.pulse())
        if now != told:
            told, silent = now, 0.0
            yield f"data: {now}\n\n"
        elif silent >= SILENCE:
            silent = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(BREATH)
        silent += BREATH
