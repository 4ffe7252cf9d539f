"""Days that are reckoned in other ways: Republican, Islamic and Hebrew dates, feasts that move with Easter, Roman days.

Sources: Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac (2013), ch. 15; Meeus,
Astronomical Algorithms (1998), ch. 8 (Easter). Republican leap years as they were kept: III, VII and XI. Islamic days
by the tables (civil epoch, 16 July 622 Julian): a month that began when the moon was seen may differ by a day or two.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regesta.model.calendars import Calendar, from_jdn, month_length, to_jdn

if TYPE_CHECKING:
    from pyluach.dates import HebrewDate

REPUBLICAN_EPOCH = to_jdn(1792, 9, 22)
REPUBLICAN_YEARS = range(1, 15)
ISLAMIC_EPOCH = to_jdn(622, 7, 16, "julian")
HEBREW_EPOCH = to_jdn(-3760, 10, 7, "julian")
GREGORIAN_EASTER = 1583
"""The first Easter of the Gregorian calendar; earlier ones, and their dates, are Julian."""
_LONGEST_YEAR = 9999
_LONG_MONTH = 30


def republican_days(year: int, month: int | None = None, day: int | None = None) -> tuple[int, int]:
    """First and last Julian day number of a Republican day, month or year; month 13 are the days at its end."""
    if year not in REPUBLICAN_YEARS:
        raise ValueError(f"the Republican calendar was kept from year 1 to 14, not in {year}")
    first = REPUBLICAN_EPOCH + 365 * (year - 1) + year // 4
    extra = 6 if year % 4 == 3 else 5
    if month is None:
        return first, first + 359 + extra
    start, length = first + 30 * (month - 1), 30 if month < 13 else extra
    return _within(start, length, day)


def islamic_days(year: int, month: int | None = None, day: int | None = None) -> tuple[int, int]:
    """First and last Julian day number of a day, month or year of the Hijra, by the tables."""
    if not 1 <= year <= _LONGEST_YEAR:
        raise ValueError(f"no year {year} of the Hijra")
    first = ISLAMIC_EPOCH + 354 * (year - 1) + (11 * year + 3) // 30
    leap = (11 * year + 14) % 30 < 11
    if month is None:
        return first, first + 353 + leap
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month} in the Islamic calendar")
    return _within(first + 30 * (month - 1) - (month - 1) // 2, 30 if month % 2 or (month == 12 and leap) else 29, day)


def hebrew_days(year: int, month: int | None = None, day: int | None = None) -> tuple[int, int]:
    """First and last Julian day number of a Hebrew day, month (1 = Nisan, 13 = Adar II) or year.

    Days begin on the evening before. Adar of a leap year may be either: from the one to the other.
    """
    from pyluach.dates import HebrewDate
    from pyluach.hebrewcal import Year

    if not 1 <= year <= _LONGEST_YEAR:
        raise ValueError(f"no year {year} of the Hebrew calendar")
    leap = bool(Year(year).leap)
    if month is None:
        return _number(HebrewDate(year, 7, 1)), _number(HebrewDate(year + 1, 7, 1)) - 1
    months = (12 if month == 13 and not leap else month,) * 2
    if month == 12 and leap and day != _LONG_MONTH:  # the second Adar has no 30th
        months = (12, 13)
    low, high = (_hebrew_month(year, m, day) for m in months)
    return low[0], high[1]


def _hebrew_month(year: int, month: int, day: int | None) -> tuple[int, int]:
    from pyluach.dates import HebrewDate
    from pyluach.hebrewcal import Month

    if day is None:
        first = _number(HebrewDate(year, month, 1))
        return first, first + len(list(Month(year, month))) - 1
    made = _number(HebrewDate(year, month, day))
    return made, made


def _number(date: "HebrewDate") -> int:
    """The Julian day number of a day; pyluach counts from its midnight, or noon."""
    return math.floor(float(date.to_jd().day) + 0.5)


def _within(start: int, length: int, day: int | None) -> tuple[int, int]:
    if day is None:
        return start, start + length - 1
    if not 1 <= day <= length:
        raise ValueError(f"the calendar has no such day: {day} of a month of {length} days")
    return start + day - 1, start + day - 1


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A calendar that is not ours: `days` of a year, month or day; years of about `length` days since `epoch`."""

    days: Callable[[int, int | None, int | None], tuple[int, int]]
    epoch: int
    length: float
    years: range

    def year_near(self, jdn: int) -> int:
        """The year in which a day falls, give or take one."""
        return int((jdn - self.epoch) / self.length) + 1


RECKONINGS: Mapping[str, Reckoning] = {
    "french-republican": Reckoning(republican_days, REPUBLICAN_EPOCH, 365.25, REPUBLICAN_YEARS),
    "islamic": Reckoning(islamic_days, ISLAMIC_EPOCH, 354.367, range(1, _LONGEST_YEAR + 1)),
    "hebrew": Reckoning(hebrew_days, HEBREW_EPOCH, 365.2468, range(1, _LONGEST_YEAR + 1)),
}


def easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday: Gregorian from 1583 on, Julian before."""
    if year < GREGORIAN_EASTER:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        return divmod(d + e + 114, 31)[0], (d + e + 114) % 31 + 1
    a, (b, c) = year % 19, divmod(year, 100)
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    m = (a + 11 * h) // 319
    j = (2 * (b % 4) + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    month = (h - m + j + 90) // 25
    return month, (h - m + j + month + 19) % 32


def feast(year: int, after_easter: int) -> tuple[int, int, int]:
    """Year, month and day so many days after (or before) Easter, in the calendar that Easter was kept in."""
    month, day = easter(year)
    calendar: Calendar = "gregorian" if year >= GREGORIAN_EASTER else "julian"
    return from_jdn(to_jdn(year, month, day, calendar) + after_easter, calendar)


def roman_day(mark: str, month: int) -> int:
    """The day of the kalends, nones or ides of a month."""
    long = month in (3, 5, 7, 10)
    return {"kalends": 1, "nones": 7 if long else 5, "ides": 15 if long else 13}[mark]


def julian_to_gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Gregorian date of a day written in the Julian calendar (Old Style)."""
    day = min(day, month_length(year, month, "julian"))
    return from_jdn(to_jdn(year, month, day, "julian"))


def styles_agree(year: int, month: int, old: int, new: int) -> bool:
    """Whether a double date such as 11/22 February names one day in both calendars; the month is of the new style."""
    converted = to_jdn(year, month, new)
    return from_jdn(converted, "julian")[2] == old
