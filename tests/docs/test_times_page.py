"""docs/times.md is what the rules give now."""

import sys
from pathlib import Path

import pytest

import regesta

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import times_table  # noqa: E402

TEXT = times_table.PAGE.read_text("utf-8")


def test_the_tables_are_up_to_date() -> None:
    """Where it fails: run scripts/times_table.py and review the difference."""
    assert times_table.refreshed(TEXT) == TEXT


def test_a_stale_row_is_noticed() -> None:
    stale = TEXT.replace("`1870-08-07`", "`1870-01-01`")
    assert stale != TEXT
    assert times_table.refreshed(stale) == TEXT


@pytest.mark.parametrize(
    "words", ["The March of Ancona", "May ", "180 ships", "page 1848", "32° 34'", "Apollo 11", "Room 1871"]
)
def test_what_others_take_for_dates_is_among_the_counter_examples(words: str) -> None:
    counter_examples = TEXT.partition(": what is not\n")[2]
    assert words in counter_examples
    assert regesta.tag(words, language="en") == ()
