"""JSON lines: the golden file, and what must hold of every line."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Story
from regesta.export import FORMATS
from regesta.model.calendars import from_iso, from_jdn, to_jdn
from regesta.model.chronology import Chronology
from regesta.model.claim import Event
from regesta.model.constraint import EventDates
from regesta.model.ids import Id
from regesta.model.lookup import edtf_of
from regesta.model.time import Bounds
from two_cities import two_cities

GOLDEN = Path(__file__).parent / "golden"


def written(chronology: Chronology, name: str) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name](chronology, stream)
    return stream.getvalue()


def lines(chronology: Chronology) -> list[dict]:
    return [json.loads(line) for line in written(chronology, "jsonl").splitlines()]


@pytest.mark.parametrize(("name", "suffix"), [("jsonl", "jsonl"), ("csv", "csv"), ("markdown", "md")])
def test_golden(name: str, suffix: str) -> None:
    """Reviewed by eye; write it anew from `written` when a change is meant."""
    assert written(two_cities(), name).encode() == (GOLDEN / f"two-cities.{suffix}").read_bytes()


def test_shape_is_the_agreed_one() -> None:
    record = lines(two_cities())[0]
    names = "id document sentence quote trigger type status said_by actor target place roles time citations event"
    assert list(record) == [*names.split(), "confidence"]
    assert list(record["time"]) == ["edtf", "earliest", "latest", "basis", "quote", "start", "end", "calendar"]
    assert list(record["actor"][0]) == ["text", "start", "end", "entity"]


def test_every_offset_quotes_its_words() -> None:
    text = two_cities().findings.documents[0].text
    for record in lines(two_cities()):
        told = [record["trigger"], *record["actor"], *record["target"], *record["place"]]
        told += [filler for fillers in record["roles"].values() for filler in fillers]
        assert all(text[words["start"] : words["end"]] == words["text"] for words in told)
        assert text[record["sentence"]["start"] : record["sentence"]["end"]] == record["quote"]
        if record["time"]["quote"]:
            assert text[record["time"]["start"] : record["time"]["end"]] == record["time"]["quote"]


def test_lines_stand_in_text_order_whatever_the_order_of_claims() -> None:
    chronology = two_cities()
    turned = replace(chronology, findings=replace(chronology.findings, claims=chronology.findings.claims[::-1]))
    starts = [record["trigger"]["start"] for record in lines(turned)]
    assert starts == sorted(starts)
    assert written(turned, "jsonl") == written(chronology, "jsonl")


def one_claim(time: str | None, dates: Bounds | None, *, disputed: bool = False) -> dict:
    story = Story("The town was taken that spring.")
    claim = story.claim("taken", "seize", time=time, time_words="that spring" if time else None)
    event = Event(Id("ev-1"), "seize", "asserted", (claim.id,), "single")
    known = (EventDates(event.id, dates, dates, disputed=disputed),) if dates else ()
    time_of: dict = lines(Chronology(story.findings(), (event,), known))[0]["time"]
    return time_of


@pytest.mark.parametrize(
    ("told", "worked_out", "edtf", "basis"),
    [
        ("1871", ("1871-01-01", "1871-12-31"), "1871", "stated"),
        ("1871", ("1871-03-18", "1871-12-31"), "[1871-03-18..1871-12-31]", "relative"),
        ("1871", ("1871-04-01", "1871-04-30"), "1871-04", "relative"),
        ("1871", ("1870-01-01", "1871-12-31"), "1871", "stated"),
        (None, ("1871-03-18", None), "1871-03-18/..", "relative"),
        (None, (None, "1871-04-30"), "../1871-04-30", "relative"),
        (None, ("1871-03-18", "1871-03-18"), "1871-03-18", "relative"),
        (None, (None, None), None, "none"),
        ("1871-03/1871-05", ("1871-03-18", "1871-05-31"), "1871-03-18/1871-05-31", "relative"),
        (None, ("-0216-08-02", "-0216-08-02"), "-0216-08-02", "relative"),
    ],
)
def test_bounds_of_the_event_where_they_say_more(told: str, worked_out: tuple, edtf: str, basis: str) -> None:
    dates = Bounds(*(day and from_iso(day) for day in worked_out))
    time = one_claim(told, dates)
    assert (time["edtf"], time["basis"]) == (edtf, basis)
    if basis == "relative":
        assert (time["earliest"], time["latest"]) == worked_out


def test_each_account_of_a_dispute_keeps_its_own_day() -> None:
    disputed = Bounds(from_iso("1871-03-18"), from_iso("1871-03-18"))
    assert one_claim("1871", disputed, disputed=True)["edtf"] == "1871"
    days = [r["time"]["earliest"] for r in lines(two_cities()) if r["trigger"]["text"] == "reoccupied"]
    assert days == ["1848-08-06", "1848-08-05"]


def test_without_events_a_claim_still_has_its_own_time() -> None:
    story = Story("Rome fell in 410.")
    story.claim("fell", "seize", time="0410")
    record = lines(Chronology(story.findings()))[0]
    assert record["event"] is None
    assert record["time"]["earliest"] == "0410-01-01"


DAYS = st.integers(to_jdn(-3000, 1, 1), to_jdn(3000, 1, 1))


@given(DAYS, DAYS, st.booleans())
def test_edtf_says_the_same_days_as_the_bounds(one: int, other: int, lasting: bool) -> None:
    bounds = Bounds(min(one, other), max(one, other))
    edtf = edtf_of(bounds, lasting=lasting)
    assert edtf is not None
    earliest, latest = bounds.iso()
    if edtf.startswith("["):
        assert not lasting
        assert edtf == f"[{earliest}..{latest}]"
    elif "/" in edtf:
        assert edtf == f"{earliest}/{latest}"
    else:
        assert earliest is not None
        assert earliest.startswith(edtf)
        assert from_jdn(other)[0] == from_jdn(one)[0]


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_round_trips(words: str) -> None:
    text = f"{words.strip()} fell"
    story = Story.__new__(Story)
    Story.__init__(story, "It fell in 410.")
    story.document = replace(story.document, text=text)
    story.sentences[0] = replace(story.sentences[0], span=replace(story.sentences[0].span, start=0, end=len(text)))
    story.claim("fell", "seize", nth=text[: len(text) - 4].count("fell"))
    assert lines(Chronology(story.findings()))[0]["quote"] == text
