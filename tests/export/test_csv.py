"""CSV: plain columns, accents intact, and no formula from a hostile text."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Story
from regesta.export import FORMATS
from regesta.export.csv import COLUMNS, FORMULA_STARTS, harmless
from regesta.model.calendars import from_iso
from regesta.model.chronology import Chronology
from regesta.model.claim import Event
from regesta.model.constraint import EventDates
from regesta.model.ids import Id
from regesta.model.time import Bounds
from two_cities import two_cities


def rows(chronology: Chronology) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    FORMATS["csv"](chronology, stream)
    stream.seek(0)
    return list(csv.DictReader(stream))


def test_a_row_a_claim_with_plain_columns() -> None:
    found = rows(two_cities())
    assert len(found) == len(two_cities().findings.claims)
    assert tuple(found[0]) == COLUMNS
    assert found[1]["date"] == "18 March 1848"


def test_lines_end_as_the_standard_says_and_accents_stay() -> None:
    story = Story('Gaston Crémieux a parlé, "sans peur"; puis la Commune fut proclamée.')
    story.claim("proclamée", "proclaim", actor="Gaston Crémieux")
    stream = io.StringIO(newline="")
    FORMATS["csv"](Chronology(story.findings()), stream)
    assert stream.getvalue().count("\r\n") == 2
    assert rows(Chronology(story.findings()))[0]["sentence"] == story.document.text


def test_a_text_cannot_compute_but_dates_before_christ_stay() -> None:
    story = Story('=SUM("Rome") fell in August.')
    claim = story.claim("fell", "seize", actor="fell")
    role = replace(claim.roles[0], span=story.span('=SUM("Rome")'))
    day = Bounds(from_iso("-0216-08-02"), from_iso("-0216-08-02"))
    event = Event(Id("ev-1"), "seize", "asserted", (claim.id,), "single")
    findings = story.findings(claims=(replace(claim, roles=(role,)),))
    row = rows(Chronology(findings, (event,), (EventDates(event.id, day, day),)))[0]
    assert row["sentence"].startswith("'=")
    assert row["actor"].startswith("'=")
    assert row["earliest"] == "-0216-08-02"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_every_formula_sign_is_disarmed(start: str) -> None:
    assert harmless(f"{start}1") == f"'{start}1"


@given(st.text())
def test_words_are_kept_behind_the_apostrophe(words: str) -> None:
    assert harmless(words).removeprefix("'" if words.startswith(FORMULA_STARTS) else "") == words
