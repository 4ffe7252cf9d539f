"""Who held what in a month or a year: the same as asking on each of its days, told in one."""

from importlib.resources import files
from itertools import pairwise

import pytest

from builders import Story
from regesta.model.calendars import from_iso, to_iso
from regesta.model.chronology import Chronology
from regesta.pipeline import reason_about
from regesta.reason import holders_on, holders_within
from regesta.rules.event_types import EventTypes, read_event_types
from regesta.rules.problems import Problems


@pytest.fixture(scope="module")
def types() -> EventTypes:
    knowledge = files("regesta") / "knowledge"
    return read_event_types(knowledge / "common", Problems(), knowledge / "en", "knowledge/en")


@pytest.fixture(scope="module")
def norholm(types: EventTypes) -> Chronology:
    story = Story(
        "In May 1901 the League took Norholm.\nOn 9 July 1901 the Guard took Norholm.\n"
        "On 3 March 1902 the League took Norholm.\nThe Guard was said to rise in Southport.\n"
    )
    for name in ("League", "Guard"):
        story.entity("body", name)
    story.entity("place", "Norholm")
    story.claim("took", "seize", time="1901-05", actor="League", target="Norholm")
    story.claim("took", "seize", nth=1, time="1901-07-09", actor="Guard", target="Norholm")
    story.claim("took", "seize", nth=2, time="1902-03-03", actor="League", target="Norholm")
    return reason_about(story.findings(), types)


def within(chronology: Chronology, first: str, last: str) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    answers, why = holders_within(chronology, first=from_iso(first), last=from_iso(last), key="Norholm")
    assert bool(answers) != bool(why)
    told = []
    for a in answers:
        assert a.evidence.quotes
        days = [(to_iso(d.earliest), to_iso(d.latest)) for d in a.sure]  # type: ignore[arg-type]
        told.append((a.holder, a.certainty, "/".join(map(str, a.within.iso())), days))
    return told


def test_a_year_is_told_holder_by_holder(norholm: Chronology) -> None:
    assert within(norholm, "1901-01-01", "1901-12-31") == [
        ("Guard", "certain", "1901-07-09/1901-12-31", [("1901-07-09", "1901-12-31")]),
        ("League", "certain", "1901-05-01/1901-07-09", [("1901-05-31", "1901-07-09")]),
    ]


def test_who_has_it_again_is_told_again(norholm: Chronology) -> None:
    told = [t for t in within(norholm, "1901-01-01", "1902-12-31") if t[0] == "League"]
    assert told == [
        ("League", "certain", "1901-05-01/1901-07-09", [("1901-05-31", "1901-07-09")]),
        ("League", "certain", "1902-03-03/1902-12-31", [("1902-03-03", "1902-12-31")]),
    ]


def test_what_happens_on_an_open_day_of_the_stretch_happens_in_it(norholm: Chronology) -> None:
    assert within(norholm, "1901-05-01", "1901-05-30") == [("League", "possible", "1901-05-01/1901-05-30", [])]
    whole = within(norholm, "1901-05-01", "1901-05-31")
    assert whole == [("League", "certain", "1901-05-01/1901-05-31", [("1901-05-31", "1901-05-31")])]
    assert within(norholm, "1901-01-01", "1901-04-30") == []


@pytest.mark.parametrize(
    ("first", "last"), [("1901-04-20", "1902-05-01"), ("1890-01-01", "1910-12-31"), ("1920-01-01", "1924-12-31")]
)
def test_it_is_what_each_day_answers(norholm: Chronology, first: str, last: str) -> None:
    low, high = from_iso(first), from_iso(last)
    answers, _ = holders_within(norholm, first=low, last=high, key="Norholm")
    for day in range(low, high + 1):
        daily, _ = holders_on(norholm, day=day, key="Norholm")
        told = {
            (a.holder, "certain" if any(_in(day, d) for d in a.sure) else "possible")
            for a in answers
            if _in(day, a.within)
        }
        assert told == {(a.holder, a.certainty) for a in daily}


def _in(day: int, days: object) -> bool:
    return days.earliest <= day <= days.latest  # type: ignore[attr-defined, no-any-return]


def test_runs_of_one_holder_never_touch(norholm: Chronology) -> None:
    answers, _ = holders_within(norholm, first=from_iso("1890-01-01"), last=from_iso("1910-12-31"), key="Norholm")
    own = sorted((a.within.earliest or 0, a.within.latest or 0) for a in answers if a.holder == "League")
    assert all(one[1] + 1 < other[0] for one, other in pairwise(own))


def test_nobody_in_a_stretch_says_why(norholm: Chronology) -> None:
    _, why = holders_within(norholm, first=from_iso("1899-01-01"), last=from_iso("1899-12-31"), key="Norholm")
    assert why == "the first change told is 1 May 1901 or later, and it is not said who held it before"
