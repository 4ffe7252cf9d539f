"""Every day from 4713 BC to 3000, there and back, and against another library; our EDTF read by another reader."""

import pytest
from convertdate import french_republican, gregorian, hebrew, islamic, julian
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.times.reading import english, passages, times
from extract.times.test_french import french, marked
from regesta.extract.times import find_times
from regesta.extract.times.early import in_calendar
from regesta.extract.times.reckoning import RECKONINGS, hebrew_days, islamic_days, republican_days
from regesta.model.binding import happened_within
from regesta.model.calendars import Calendar, from_jdn, is_leap, month_length, to_iso, to_jdn
from regesta.model.time import When

FIRST, LAST = 0, to_jdn(3000, 12, 31)


@pytest.mark.parametrize("calendar", ["julian", "gregorian"])
def test_every_day_there_and_back_and_each_after_the_other(calendar: Calendar) -> None:
    """All 2.8 million days by counting on: a month ends when it is full, and a year after December."""
    year, month, day = from_jdn(FIRST, calendar)
    jdn = FIRST
    while jdn <= LAST:
        assert from_jdn(jdn, calendar) == (year, month, day)
        assert to_jdn(year, month, day, calendar) == jdn
        left = month_length(year, month, calendar) - day
        # the days within a month differ by the day alone: its last one settles them
        assert from_jdn(jdn + left, calendar) == (year, month, day + left)
        jdn, day = jdn + left + 1, 1
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


@given(st.integers(FIRST, LAST))
@settings(max_examples=1500, deadline=None)
def test_julian_and_gregorian_days_are_those_of_another_library(jdn: int) -> None:
    for calendar, other in (("gregorian", gregorian), ("julian", julian)):
        year, month, day = from_jdn(jdn, calendar)  # type: ignore[arg-type]
        assert int(other.to_jd(year, month, day) + 0.5) == jdn


def test_leap_years_are_those_of_another_library() -> None:
    for year in range(1, 3001):
        assert is_leap(year) == gregorian.isleap(year)
        assert is_leap(year, "julian") == julian.leap(year)


def test_every_islamic_month_follows_the_last_and_is_that_of_another_library() -> None:
    day = islamic_days(1, 1, 1)[0]
    for year in range(1, 2455):
        first = day
        for month in range(1, 13):
            low, high = islamic_days(year, month)
            assert low == day == int(islamic.to_jd(year, month, 1) + 0.5)
            assert islamic_days(year, month, high - low + 1) == (high, high)
            day = high + 1
        assert islamic_days(year) == (first, day - 1)
    assert to_iso(day) > "3000"


@pytest.mark.filterwarnings("ignore:month_days is deprecated:DeprecationWarning")
def test_every_hebrew_month_is_that_of_another_library() -> None:
    for year in range(1, 6762, 7):
        leap = hebrew.leap(year)
        for month in range(1, 14 if leap else 13):
            if month == 12 and leap:
                continue
            low, high = hebrew_days(year, month)
            assert low == int(hebrew.to_jd(year, month, 1) + 0.5), (year, month)
            assert high - low + 1 == hebrew.month_length(year, month)
            assert hebrew_days(year, month, 2) == (low + 1, low + 1)
        low, high = hebrew_days(year)
        assert hebrew_days(year + 1)[0] == high + 1


def test_every_republican_month_follows_the_last_and_is_that_of_another_library() -> None:
    day = republican_days(1, 1, 1)[0]
    for year in range(1, 15):
        for month in range(1, 14):
            low, high = republican_days(year, month)
            assert french_republican.from_jd(low - 0.5, method="equinox") == (year, month, 1)
            assert republican_days(year, month, high - low + 1) == (high, high)
            assert day == low
            day = high + 1


@given(st.sampled_from(sorted(RECKONINGS)), st.integers(to_jdn(1793, 1, 1), to_jdn(1805, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_a_year_is_found_near_its_day(calendar: str, jdn: int) -> None:
    reckoning = RECKONINGS[calendar]
    about = reckoning.year_near(jdn)
    near = [year for year in (about - 1, about, about + 1) if year in reckoning.years]
    assert any(low <= jdn <= high for low, high in (reckoning.days(year, None, None) for year in near))


def every_when() -> list[When]:
    """What the rules of all languages give for their own examples, bound as they are bound, in both calendars."""
    found = []
    for rules in (english(), french()):
        texts = [e.text for rule in rules.every() for e in rule.examples]
        texts += [p["text"] for p in marked()] if rules is french() else []
        for text in texts:
            document, sentences = passages(text)
            for expression in find_times(document, sentences, rules):
                bound = happened_within(expression)
                found += [] if expression.when is None else [expression.when, in_calendar(expression.when, "julian")]
                found += [] if bound is None else [bound]
    return found


def test_what_we_write_is_edtf_to_another_reader() -> None:
    whens = every_when()
    assert len(whens) > 800
    for edtf in sorted({when.edtf for when in whens}):
        parse_edtf(edtf)


def test_bounds_never_cross() -> None:
    for when in every_when():
        for low, high in ((when.start.earliest, when.start.latest), (when.end.earliest, when.end.latest)):
            assert low is None or high is None or low <= high
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@given(
    st.lists(
        st.sampled_from(["the", "town", "walls", "fell", "and", "its", "people", "fled", "red", "he"]), max_size=60
    )
)
@settings(max_examples=100, deadline=None)
def test_a_text_without_dates_gives_none(words: list[str]) -> None:
    assert times(" ".join(words) + ".") == []
