"""Dates in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import when
from regesta.model.calendars import from_iso, to_jdn
from regesta.model.time import Bounds, When
from regesta.model.wording import say_bounds, say_day, say_edge, say_stretch, say_when


def bounds(earliest: str | None, latest: str | None) -> Bounds:
    return Bounds(earliest and from_iso(earliest), latest and from_iso(latest))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("1870-10-31", "1870-10-31", "31 October 1870"),
        ("1871-05-21", "1871-06-10", "between 21 May and 10 June 1871"),
        ("1871-05-21", "1871-05-31", "between 21 and 31 May 1871"),
        ("1870-12-21", "1871-01-10", "between 21 December 1870 and 10 January 1871"),
        ("1871-03-18", None, "after 18 March 1871"),
        (None, "1871-04-30", "by 30 April 1871"),
        (None, "1926-12-31", "by the end of 1926"),
        ("1872-01-01", None, "in or after 1872"),
        ("-0216-01-01", "-0216-12-31", "217 BC"),
        ("-0216-08-02", "-0216-08-02", "2 August 217 BC"),
        ("0079-08-24", "0079-08-24", "24 August AD 79"),
        ("1870-10-01", "1870-10-31", "October 1870"),
        ("1870-10-01", "1870-12-31", "between October and December 1870"),
        ("1870-02-01", "1871-03-31", "between February 1870 and March 1871"),
        ("1870-01-01", "1879-12-31", "the 1870s"),
        ("1700-01-01", "1799-12-31", "the 18th century"),
        ("1100-01-01", "1199-12-31", "the 12th century"),
        ("2000-01-01", "2099-12-31", "the 21st century"),
        ("1876-01-01", "1910-12-31", "between 1876 and 1910"),
        ("-0263-01-01", "-0240-12-31", "between 264 and 241 BC"),
        ("-0001-01-01", "0002-12-31", "between 2 BC and AD 2"),
        (None, None, "undated"),
    ],
)
def test_bounds(earliest: str | None, latest: str | None, said: str) -> None:
    assert say_bounds(bounds(earliest, latest)) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1914-07-28/1918-11-11", "from 28 July 1914 to 11 November 1918"),
        ("1876/1910", "from 1876 to 1910"),
        ("1871-03/1871-05", "from March to May 1871"),
        ("[1402..1405]", "between 1402 and 1405"),
        ("1871-03-18/..", "after 18 March 1871"),
    ],
)
def test_stretches(edtf: str, said: str) -> None:
    assert say_when(when(edtf)) == said


def test_doubts_are_said() -> None:
    year = bounds("1279-01-01", "1279-12-31")
    assert say_when(When(year, year, "1279~", "year", approximate=True)) == "about 1279"
    assert say_when(When(year, year, "1279?", "year", uncertain=True)) == "1279 (?)"
    assert say_when(When(year, year, "1279", "year", calendar="julian")) == "1279 (Julian calendar)"


def test_a_day_without_its_year() -> None:
    assert say_when(When(Bounds(), Bounds(), "XXXX-03-25", "day")) == "25 March, year not said"
    assert say_when(When(Bounds(), Bounds(), "XXXX-03", "month")) == "March, year not said"


def test_lasting_with_open_edges() -> None:
    july = bounds("1870-07-01", "1870-07-31")
    assert say_when(When(july, Bounds(), "1870-07/..", "open", lasting=True)) == "from July 1870 on"
    assert say_when(When(Bounds(), july, "../1870-07", "open", lasting=True)) == "until July 1870"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("1880-01-01", None, "1880 or later"),
        ("1880-05-02", None, "2 May 1880 or later"),
        (None, "1880-12-31", "1880 or earlier"),
        (None, "1880-05-02", "2 May 1880 or earlier"),
        ("1880-05-02", "1880-06-30", "some day between 2 May and 30 June 1880"),
        ("1880-05-01", "1880-05-31", "May 1880"),
        ("1880-05-02", "1880-05-02", "2 May 1880"),
    ],
)
def test_edges_of_a_stretch(first: str | None, last: str | None, said: str) -> None:
    assert say_edge(bounds(first, last)) == said


@pytest.mark.parametrize(
    ("first", "last", "may", "all_of_it"),
    [
        ("1871-05-03", "1871-05-03", "on 3 May 1871", "on 3 May 1871"),
        ("1871-01-01", "1871-12-31", "in 1871", "throughout 1871"),
        ("1871-05-03", "1871-05-09", "from 3 to 9 May 1871", "from 3 to 9 May 1871"),
        ("1870-12-30", "1871-05-09", "from 30 December 1870 to 9 May 1871", "from 30 December 1870 to 9 May 1871"),
    ],
)
def test_days_that_follow_one_another(first: str, last: str, may: str, all_of_it: str) -> None:
    days = bounds(first, last)
    assert days.earliest is not None
    assert days.latest is not None
    assert say_stretch(days.earliest, days.latest) == may
    assert say_stretch(days.earliest, days.latest, all_of_it=True) == all_of_it


@given(st.integers(to_jdn(-9999, 1, 1), to_jdn(9999, 12, 31)), st.integers(0, 400_000))
def test_every_bound_can_be_said_and_different_days_are_said_differently(first: int, length: int) -> None:
    said = say_bounds(Bounds(first, first + length))
    assert said
    assert (said == say_day(first)) == (length == 0)
