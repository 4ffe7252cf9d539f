"""Julian and Gregorian days to Julian day numbers and back: pure arithmetic, any year, no `datetime`.

A day is its Julian day number (JDN): whole days, 0 = 1 January 4713 BC (Julian). Years are astronomical: 0 is 1 BC,
-216 is 217 BC. Algorithms: E. G. Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac (2013),
section 15.11, written with floor division so that they hold before year 0 too.
"""

from typing import Literal

Calendar = Literal["gregorian", "julian"]

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int, calendar: Calendar = "gregorian") -> bool:
    """Whether 29 February exists in that year."""
    if calendar == "julian":
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int, calendar: Calendar = "gregorian") -> int:
    """28 to 31 days."""
    return 29 if month == 2 and is_leap(year, calendar) else _MONTH_DAYS[month - 1]


def to_jdn(year: int, month: int, day: int, calendar: Calendar = "gregorian") -> int:
    """The Julian day number of a date; ValueError where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month, calendar):
        raise ValueError(f"no such day in the {calendar} calendar: {year}-{month}-{day}")
    shift = (14 - month) // 12
    y = year + 4800 - shift
    m = month + 12 * shift - 3
    base = day + (153 * m + 2) // 5 + 365 * y + y // 4
    return base - 32083 if calendar == "julian" else base - y // 100 + y // 400 - 32045


def from_jdn(jdn: int, calendar: Calendar = "gregorian") -> tuple[int, int, int]:
    """Year (astronomical), month, day of a Julian day number."""
    if calendar == "julian":
        b, c = 0, jdn + 32082
    else:
        a = jdn + 32044
        b = (4 * a + 3) // 146097
        c = a - 146097 * b // 4
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return 100 * b + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1


def weekday(jdn: int) -> int:
    """0 = Monday to 6 = Sunday."""
    return jdn % 7


def iso_year(year: int) -> str:
    """A year as EDTF and ISO write it: `0987`, `-0216`, `Y-12000` beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def to_iso(jdn: int) -> str:
    """A day in the proleptic Gregorian calendar, such as `1870-10-31` or `-0216-08-02`."""
    year, month, day = from_jdn(jdn)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def from_iso(text: str) -> int:
    """The Julian day number of `YYYY-MM-DD` (proleptic Gregorian, a minus for years before 0)."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = digits.split("-")
    if len(parts) != 3 or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError(f"not a day of the form YYYY-MM-DD: {text!r}")
    year, month, day = (int(p) for p in parts)
    return to_jdn(sign * year, month, day)
