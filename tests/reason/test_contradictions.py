"""What contradicts itself is found, quoted and kept; what may be one thing told twice is asked."""

from dataclasses import replace
from importlib.resources import files

import pytest

from builders import Story
from regesta.api.remarks import CONFLICT_CODES, GAP_CODES
from regesta.model.calendars import from_iso
from regesta.model.chronology import Chronology
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.time import OPEN, Bounds, TimeExpression, When
from regesta.pipeline import reason_about
from regesta.rules.event_types import EventTypes, read_event_types
from regesta.rules.problems import Problems


@pytest.fixture(scope="module")
def types() -> EventTypes:
    knowledge = files("regesta") / "knowledge"
    return read_event_types(knowledge / "common", Problems(), knowledge / "en", "knowledge/en")


def kinds(chronology: Chronology) -> list[str]:
    found = [c.kind for c in chronology.conflicts]
    assert set(found) <= set(CONFLICT_CODES)
    assert {g.kind for g in chronology.gaps} <= set(GAP_CODES)
    return found


def life() -> Story:
    story = Story(
        "Ann Reed was born on 3 May 1801.\nAnn Reed captured Southport in 1830.\n"
        "Ann Reed died on 9 June 1840.\nReed died on 2 July 1842.\n"
    )
    story.entity("person", "Ann Reed", "Ann Reed", "Reed died")
    story.entity("place", "Southport")
    return story


def test_deaths_on_two_days(types: EventTypes) -> None:
    story = life()
    story.claim("died", "death", time="1840-06-09", actor="Ann Reed")
    story.claim("died", "death", nth=1, time="1842-07-02", actor="Reed died=Ann Reed")
    chronology = reason_about(story.findings(), types)
    assert kinds(chronology) == ["told-twice"]
    assert "Ann Reed is said to have died on days that exclude each other" in chronology.conflicts[0].message
    assert len(chronology.conflicts[0].quotes) == 2
    assert all(d.disputed for d in chronology.dates)


@pytest.mark.parametrize(("first", "second"), [("1840-06-09", "1840"), ("1840", "1840-07"), ("1840-06-09", None)])
def test_deaths_that_may_be_one(types: EventTypes, first: str, second: str | None) -> None:
    story = life()
    story.claim("died", "death", time=first, actor="Ann Reed")
    story.claim("died", "death", nth=1, time=second, actor="Reed died=Ann Reed")
    assert kinds(reason_about(story.findings(), types)) == []


@pytest.mark.parametrize(("died", "found"), [("1829-12-31", ["act-after-death"]), ("1830-01-01", []), ("1830", [])])
def test_acting_after_death(types: EventTypes, died: str, found: list[str]) -> None:
    story = life()
    story.claim("captured", "seize", time="1830", actor="Ann Reed", target="Southport")
    story.claim("died", "death", time=died, actor="Ann Reed")
    assert kinds(reason_about(story.findings(), types)) == found


@pytest.mark.parametrize(("born", "found"), [("1831-01-01", ["act-before-birth"]), ("1830-12-31", [])])
def test_acting_before_birth(types: EventTypes, born: str, found: list[str]) -> None:
    story = life()
    story.claim("born", "birth", time=born, actor="Ann Reed")
    story.claim("captured", "seize", time="1830", actor="Ann Reed", target="Southport")
    assert kinds(reason_about(story.findings(), types)) == found


@pytest.mark.parametrize(
    ("start", "end", "found"), [("1840-01-02", "1840-01-01", ["ended-before-begun"]), ("1840-01-02", "1840-01-02", [])]
)
def test_ended_before_begun(types: EventTypes, start: str, end: str, found: list[str]) -> None:
    first, last = from_iso(start), from_iso(end)
    told = When(Bounds(first, first), Bounds(last, last), f"{start}/{end}", "range", lasting=True)
    story = life()
    claim = story.claim("captured", "seize", time="1830", actor="Ann Reed", target="Southport")
    story.claims[-1] = replace(claim, time=replace(claim.time, when=told))
    assert kinds(reason_about(story.findings(), types)) == found


def test_a_stretch_that_runs_backwards(types: EventTypes) -> None:
    story = life()
    claim = story.claim("captured", "seize", actor="Ann Reed", target="Southport")
    span = story.span("in 1830")
    backwards = TimeExpression(
        Id("t-1"), span, span, "DATE", None, None, "none", "in", Evidence((span,)), notes=("runs-backwards",)
    )
    story.times.append(backwards)
    story.claims[-1] = replace(claim, time=replace(claim.time, expression=backwards.id))
    chronology = reason_about(story.findings(), types)
    assert kinds(chronology) == ["ended-before-begun"]
    assert chronology.conflicts[0].events == (chronology.events[0].id,)
    assert "date-note" not in {g.kind for g in chronology.gaps}


def test_a_weekday_that_does_not_fit(types: EventTypes) -> None:
    story = life()
    claim = story.claim("died", "death", time="1840-06-09", actor="Ann Reed")
    span = story.span("9 June 1840")
    misfit = TimeExpression(
        Id("t-1"),
        span,
        span,
        "DATE",
        None,
        claim.time.when,
        "stated",
        "in",
        Evidence((span,)),
        notes=("weekday-mismatch",),
    )
    story.times.append(misfit)
    story.claims[-1] = replace(claim, time=replace(claim.time, expression=misfit.id))
    chronology = reason_about(story.findings(), types)
    assert kinds(chronology) == ["weekday"]
    assert chronology.conflicts[0].quotes == (span,)
    assert chronology.dates[0].disputed
    assert chronology.dates[0].start != OPEN


def twice(second: str | None, place: str = "Southport") -> Story:
    story = Story("Ann Reed captured Southport in 1830.\nReed captured the port of Norholm.\n")
    story.entity("person", "Ann Reed", "Ann Reed", "Reed captured the")
    story.entity("place", "Southport", "Southport", "the port")
    story.entity("place", "Norholm")
    story.claim("captured", "seize", time="1830", actor="Ann Reed", target="Southport")
    words = "the port=Southport" if place == "Southport" else place
    story.claim("captured", "seize", nth=1, time=second, actor="Reed captured the=Ann Reed", target=words)
    return story


@pytest.mark.parametrize(
    ("second", "place", "asked"),
    [("1831", "Southport", 1), ("1830-05", "Southport", 0), (None, "Southport", 0), ("1831", "Norholm", 0)],
)
def test_two_events_or_two_versions(types: EventTypes, second: str | None, place: str, asked: int) -> None:
    chronology = reason_about(twice(second, place).findings(), types)
    assert kinds(chronology) == []
    questions = [g for g in chronology.gaps if g.kind == "two-versions"]
    assert len(questions) == asked
    for gap in questions:
        assert gap.message == "two events, or two versions of one? The dates told are 1830 and 1831"
        assert gap.span.start > gap.related[0].start
    assert len(chronology.events) == 2
