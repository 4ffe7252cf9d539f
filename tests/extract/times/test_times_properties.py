"""What must hold of any text."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.times.reading import english, passages, tags, times
from regesta.extract.times import find_times
from regesta.extract.times.edtf import read_edtf
from regesta.model.calendars import to_iso

WORDS = st.sampled_from(
    [
        *(
            "in",
            "on",
            "the",
            "of",
            "to",
            "from",
            "between",
            "and",
            "until",
            "after",
            "before",
            "May",
            "March",
            "7",
            "31",
        ),
        *("1870", "480", "BC", "'", "99", "-", "–", ",", ".", "(", ")", "[12]", "day", "days", "two", "later", "next"),
        *(
            "following",
            "early",
            "late",
            "end",
            "spring",
            "18th",
            "century",
            "1860",
            "s",
            "é",
            "😀",
            "e\u0301",
            "battle",
        ),
        *("Rome", "12:30", "p.m.", "week", "first", "last", "that", "year", "morning", "Sunday"),
    ]
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_span_quotes_its_text_and_bounds_do_not_cross(text: str) -> None:
    document, _ = passages(text)
    last = 0
    for expression in times(text):
        assert expression.phrase.covers(expression.span)
        assert expression.span.quote(document).strip() == expression.span.quote(document)
        assert expression.span.start >= last
        last = expression.span.end
        when = expression.when
        if when is not None and when.earliest is not None and when.latest is not None:
            assert when.earliest <= when.latest


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_passage_after_never_changes_what_stood_before(text: str) -> None:
    alone = [(e.span, e.value, e.when) for e in tags(text)]
    longer = [(e.span, e.value, e.when) for e in tags(text + "\n\nIn May 1203 they met.")]
    assert longer[: len(alone)] == alone


@given(st.text(alphabet=st.characters(categories=["L", "P", "Z"]), max_size=80))
@settings(max_examples=100, deadline=None)
def test_reading_never_fails_on_strange_letters(text: str) -> None:
    times(text)


@given(st.integers(min_value=0, max_value=2_900_000))
@settings(max_examples=200, deadline=None)
def test_iso_days_are_read_as_they_are_written(jdn: int) -> None:
    when = read_edtf(to_iso(jdn))
    assert when is not None
    assert (when.earliest, when.latest) == (jdn, jdn)


def test_the_same_text_gives_the_same_ids() -> None:
    text = "They rose on 7 August 1870. They rose on 7 August 1870."
    assert [e.id for e in times(text)] == [e.id for e in times(text)]
    assert len({e.id for e in times(text)}) == 2


def _calls(text: str) -> int:
    """How many functions are called to read a text: a measure of work that no other load on the machine disturbs."""
    document, sentences = passages(text)
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_times(document, sentences, english())
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", ["1", "the ", "from 1 to ", "2 days after ", "in May ", "1,", "[1,", "(early late "])
def test_work_grows_with_the_length_of_hostile_text_and_no_faster(piece: str) -> None:
    _calls(piece * 100)
    once, twice = _calls(piece * 1000), _calls(piece * 2000)
    assert twice <= 2.2 * once + 100


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    text = "the people of the town and " * 5000 + "on 7 August 1870 they rose"
    document, sentences = passages(text)
    assert [e.span.quote(document) for e in find_times(document, sentences, english())] == ["7 August 1870"]
