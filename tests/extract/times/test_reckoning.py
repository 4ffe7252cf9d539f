"""Other calendars against dates that are known from elsewhere."""

import pytest

from extract.times.reading import edtfs, passages, times
from regesta.extract.times.reckoning import (
    REPUBLICAN_YEARS,
    easter,
    feast,
    hebrew_days,
    julian_to_gregorian,
    republican_days,
    roman_day,
    styles_agree,
)
from regesta.extract.times.value import date_of
from regesta.model.calendars import to_iso, to_jdn, weekday


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ((1, 1, 1), "1792-09-22"),
        ((2, 11, 9), "1794-07-27"),
        ((3, 13, 6), "1795-09-22"),
        ((4, 1, 1), "1795-09-23"),
        ((8, 2, 18), "1799-11-09"),
        ((14, 4, 10), "1805-12-31"),
    ],
)
def test_republican_days(date: tuple[int, int, int], iso: str) -> None:
    assert to_iso(republican_days(*date)[0]) == iso


def test_republican_days_follow_each_other_without_a_gap() -> None:
    days = [
        republican_days(year, month, day)[0]
        for year in REPUBLICAN_YEARS
        for month in range(1, 14)
        for day in range(1, (30 if month < 13 else 6 if year % 4 == 3 else 5) + 1)
    ]
    assert days == list(range(days[0], days[-1] + 1))
    assert republican_days(3) == (republican_days(3, 1, 1)[0], republican_days(3, 13, 6)[0])


@pytest.mark.parametrize("date", [(0, 1, 1), (15, 1, 1), (2, 1, 31), (2, 13, 6)])
def test_republican_days_that_never_were(date: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="calendar"):
        republican_days(*date)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1066, (4, 16)),
        (1282, (3, 29)),
        (1492, (4, 22)),
        (1583, (4, 10)),
        (1818, (3, 22)),
        (1916, (4, 23)),
        (1943, (4, 25)),
    ],
)
def test_easter(year: int, expected: tuple[int, int]) -> None:
    assert easter(year) == expected


def test_easter_is_a_sunday_of_its_calendar() -> None:
    for year in range(500, 2200, 7):
        month, day = easter(year)
        assert weekday(to_jdn(year, month, day, "gregorian" if year >= 1583 else "julian")) == 6


def test_feasts_and_roman_days() -> None:
    assert feast(1282, 1) == (1282, 3, 30)
    assert feast(2000, -46) == (2000, 3, 8)
    assert [roman_day("ides", month) for month in (1, 3, 10)] == [13, 15, 15]
    assert [roman_day("nones", month) for month in (12, 7)] == [5, 7]


def test_styles() -> None:
    assert julian_to_gregorian(1917, 10, 25) == (1917, 11, 7)
    assert styles_agree(1732, 2, 11, 22)
    assert not styles_agree(1732, 2, 11, 15)


def test_a_day_number_is_read_back() -> None:
    date = date_of(to_jdn(-43, 3, 15))
    assert (date.year, date.month, date.day, date.bc) == (-43, 3, 15, True)


def test_a_ruler_whose_name_several_bore_is_never_guessed() -> None:
    (alone,) = times("It was the fourth year of Henry IV.")
    assert (alone.when, alone.notes) == (None, ("several-rulers",))
    assert edtfs("It was 1402. It was the fourth year of Henry IV.")["the fourth year of Henry IV"] == (
        "[1402-09-30..1403-09-29]"
    )
    assert edtfs("It was 1592. It was the fourth year of Henry IV.")["the fourth year of Henry IV"] == (
        "[1592-08-02..1593-08-01]"
    )


def test_a_year_beyond_the_reign_is_none() -> None:
    assert times("They met in 99 Henry VIII.") == []


def test_an_age_counts_from_the_birth_that_the_text_tells() -> None:
    text = "He was born on 3 May 1827. He left, aged 43."
    document, _ = passages(text)
    age = times(text)[1]
    assert (age.kind, age.value, age.when) == ("DURATION", "P43Y", None)
    assert age.offset is not None
    assert (age.offset.min_days, age.offset.max_days) == (43 * 365, 44 * 366 - 1)
    assert age.offset.anchor is not None
    assert age.offset.anchor.quote(document) == "3 May 1827"
    assert times("He died in 1870, aged 43.")[1].offset is None


def test_the_reign_of_another_chapter_is_not_counted_from() -> None:
    near = edtfs("He was crowned in 1066.\nIn the third year of his reign they rose.")
    far = edtfs("He was crowned in 1066.\nIt was cold in 1067.\nIn the third year of his reign they rose.")
    assert near["the third year of his reign"] == "[1068-01-01..1069-12-30]"
    assert far["the third year of his reign"] is None


def test_only_the_first_adar_has_a_30th() -> None:
    first, last = hebrew_days(5784, 12, 30)
    assert first == last
    assert hebrew_days(5784, 12, 29)[0] < hebrew_days(5784, 12, 29)[1]
