"""Who has the charge of roads, sewers and harbours: bodies hold such things as a lord holds a castle."""

from pathlib import Path

import pytest

import regesta

_SEWERS = (
    "The Sewers Board, which had had charge of the city's drains since June 1850, was dissolved on 3 May 1888 and its"
    " duties were taken over by the Town Council on the same day."
)
_ROADS = (
    "Responsibility for the roads of Aldham lay with the turnpike trust until 1870. It devolved upon the highway board"
    " on 1 May 1870 and, on 4 March 1895, upon the district council."
)
_HARBOUR = "From 1843 to 1902 the harbour of Port Vane was managed by a board of trustees. Port Vane was a poor town."


@pytest.mark.parametrize(
    ("text", "thing", "day", "holder"),
    [
        (_SEWERS, "the city's drains", "1870-01-01", "Sewers Board"),
        (_SEWERS, "the drains", "1890-01-01", "Town Council"),
        (_ROADS, "the roads of Aldham", "1860-01-01", "the turnpike trust"),
        (_ROADS, "the roads", "1896-01-01", "the district council"),
        (_HARBOUR, "the harbour of Port Vane", "1860-01-01", "a board of trustees"),
        (_HARBOUR, "Port Vane harbour", "1860-01-01", "a board of trustees"),
        (_HARBOUR, "Port Vane", "1860-01-01", None),
    ],
)
def test_a_charge_has_a_holder(tmp_path: Path, text: str, thing: str, day: str, holder: str | None) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    told = regesta.read(tmp_path / "a.txt", language="en").at(day, place=thing)
    assert [a.holder for a in told] == ([holder] if holder else [])
