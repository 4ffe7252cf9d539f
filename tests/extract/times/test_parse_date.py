"""Dates that somebody types."""

import pytest

from extract.times.reading import english
from regesta.errors import QuestionError
from regesta.extract.times import parse_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1870-10-31", "1870-10-31", "1870-10-31"),
        ("1870-10", "1870-10-01", "1870-10-31"),
        ("1870", "1870-01-01", "1870-12-31"),
        ("-0216", "-0216-01-01", "-0216-12-31"),
        ("0987", "0987-01-01", "0987-12-31"),
        ("187X", "1870-01-01", "1879-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("1870~", "1870-01-01", "1870-12-31"),
        ("1870-21", "1870-03-01", "1870-05-31"),
        ("1870-10/1871-05", "1870-10-01", "1871-05-31"),
        ("../1926", None, "1926-12-31"),
        ("1870/..", "1870-01-01", None),
        ("[1870-10-01..1870-10-10]", "1870-10-01", "1870-10-10"),
    ],
)
def test_edtf_needs_no_language(text: str, earliest: str | None, latest: str | None) -> None:
    when = parse_date(text)
    assert (when.start.iso()[0], when.end.iso()[1]) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("31 October 1870", "1870-10-31"),
        ("October 31, 1870", "1870-10-31"),
        ("217 BC", "-0216"),
        ("AD 70", "0070"),
        ("early May 1871", "[1871-05-01..1871-05-10]"),
        ("by 1926", "../1926"),
        ("the 18th century", "17XX"),
    ],
)
def test_words_are_read_with_the_rules_of_a_language(text: str, edtf: str) -> None:
    assert parse_date(text, english()).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "31 October", "1870-13", "1870-02-30", "1871-05/1870-10", "in May or June or so", "the next day"),
        *("14/3/1874", "3/1874", "1870/1871/1872", "/"),
    ],
)
def test_anything_else_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(QuestionError, match="write it as"):
        parse_date(text, english())
