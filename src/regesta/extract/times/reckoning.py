"""Days that are reckoned in other ways: the French Republican calendar, feasts that move with Easter, Roman days.

Sources: Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac (2013), ch. 15; Meeus,
Astronomical Algorithms (1998), ch. 8 (Easter). Republican leap years as they were kept: III, VII and XI.
"""

from regesta.model.calendars import Calendar, from_jdn, month_length, to_jdn

REPUBLICAN_EPOCH = to_jdn(1792, 9, 22)
REPUBLICAN_YEARS = range(1, 15)
GREGORIAN_EASTER = 1583
"""The first Easter of the Gregorian calendar; earlier ones, and their dates, are Julian."""


def republican_days(year: int, month: int | None = None, day: int | None = None) -> tuple[int, int]:
    """First and last Julian day number of a Republican day, month or year; month 13 are the days at its end."""
    if year not in REPUBLICAN_YEARS:
        raise ValueError(f"the Republican calendar was kept from year 1 to 14, not in {year}")
    first = REPUBLICAN_EPOCH + 365 * (year - 1) + year // 4
    extra = 6 if year % 4 == 3 else 5
    if month is None:
        return first, first + 359 + extra
    start, length = first + 30 * (month - 1), 30 if month < 13 else extra
    if day is None:
        return start, start + length - 1
    if not 1 <= day <= length:
        raise ValueError(f"no day {day} in Republican month {month} of year {year}")
    return start + day - 1, start + day - 1


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
