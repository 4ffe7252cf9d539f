"""The five traps that readers of dates fall into."""

import pytest

import regesta
from regesta.tagging import TaggedTime


def only(text: str, **options: str) -> TaggedTime:
    (time,) = regesta.tag(text, language="en", **options)
    return time


@pytest.mark.parametrize(
    "text",
    [
        "They met in 1848.",
        "the 1848 rising",
        "By 1848 it was over.",
        "About 1848 they met.",
        "The year 1848 was wet.",
    ],
)
def test_a_year_never_becomes_its_first_of_january(text: str) -> None:
    time = only(text)
    assert (time.earliest, time.latest) == ("1848-01-01", "1848-12-31")
    assert (time.edtf or "").rstrip("~") == time.value == "1848"


@pytest.mark.parametrize("year", [4, 79, 800, 987, 1066, 1600, 1870, 1900, 2000, 2015, 2019])
def test_a_year_ends_on_31_december(year: int) -> None:
    time = only(f"It began in {year}." if year > 999 else f"It began in AD {year}.")
    assert time.latest == f"{year:04d}-12-31"


@pytest.mark.parametrize(
    ("text", "last"), [("in February 2016", "29"), ("in February 1900", "28"), ("in April 2015", "30")]
)
def test_a_month_ends_on_its_last_day(text: str, last: str) -> None:
    assert (only(text).latest or "")[-2:] == last


@pytest.mark.parametrize(
    "text",
    ["Today the town is quiet.", "They met in May.", "He left two days later.", "It fell on 3 March.", "Now it rains."],
)
def test_nothing_is_counted_from_today(text: str) -> None:
    """Nor from any other day that the text does not name: such words have no days at all."""
    for time in regesta.tag(text, language="en"):
        assert (time.earliest, time.latest) == (None, None)


def test_the_date_of_publication_is_not_used_unless_given() -> None:
    text = "The town fell on 3 May."
    assert only(text).earliest is None
    assert only(text, document_date="1871-06-01").earliest == "1871-05-03"
    history = "In 1204 the town fell. It was rebuilt in May."
    alone = [t.edtf for t in regesta.tag(history, language="en")]
    assert alone == [t.edtf for t in regesta.tag(history, language="en", document_date="2009-12-19")]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Hannibal won on August 2, 216 BC.", "-0215-08-02", "-0215-08-02"),
        ("It burned in 1 BC.", "0000-01-01", "0000-12-31"),
        ("It burned in AD 1.", "0001-01-01", "0001-12-31"),
        ("In 987 Hugh was chosen.", "0987-01-01", "0987-12-31"),
        ("It was built in 3150 BC.", "-3149-01-01", "-3149-12-31"),
        ("It was built in the 5th century BC.", "-0499-01-01", "-0400-12-31"),
        ("He died on 29 May 987 AD.", "0987-05-29", "0987-05-29"),
    ],
)
def test_years_before_christ_and_below_a_thousand_work(text: str, earliest: str, latest: str) -> None:
    time = only(text)
    assert (time.earliest, time.latest) == (earliest, latest)
