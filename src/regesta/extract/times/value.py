"""What a completed date means: its bounds in days, its EDTF form, and its TIMEX3 value.

Conventions: early, mid and late are thirds (days 1-10, 11-20, 21-end of a month; months of a year; years of a decade
or century); spring is March to May, winter December to February of the next year; the eighteenth century is 17XX.
"""

from collections.abc import Mapping
from math import ceil

from regesta.extract.times.readings import Date, Range
from regesta.model.calendars import from_jdn, is_leap, iso_year, month_length, to_iso, to_jdn, weekday
from regesta.model.time import OPEN, Bounds, Precision, When

_SEASONS: Mapping[int, tuple[str, int]] = {21: ("SP", 3), 22: ("SU", 6), 23: ("FA", 9), 24: ("WI", 12)}
"""EDTF code -> TIMEX3 letters and first month."""
_PARTS: Mapping[str, tuple[int, int, int]] = {
    "early": (0, 1, 3),
    "mid": (1, 2, 3),
    "late": (2, 3, 3),
    "first-half": (0, 1, 2),
    "second-half": (1, 2, 2),
    "q1": (0, 1, 4),
    "q2": (1, 2, 4),
    "q3": (2, 3, 4),
    "q4": (3, 4, 4),
}
_TURN = 10
"""Years on either side of the turn of a century."""
_TIMEX_PARTS = {"first-half": "-H1", "second-half": "-H2", "q1": "-Q1", "q2": "-Q2", "q3": "-Q3", "q4": "-Q4"}


def when_of(date: Date) -> When | None:
    """Bounds and EDTF of a date; `XXXX-MM-DD` with open bounds where its year is not known; None for no such day."""
    mark = _mark(date.qualifiers)
    if not date.complete:
        return _without_year(date, mark)
    date = _leap_day(date)
    try:
        low, high, edtf, precision = _stretch(date)
    except ValueError:
        return None
    bounds = Bounds(low, high)
    return When(
        bounds,
        bounds,
        edtf if edtf.startswith("[") else edtf + mark,  # a set holds no qualified dates; `approximate` says it
        precision,
        approximate="~" in mark or "%" in mark,
        uncertain="?" in mark or "%" in mark,
        calendar=date.calendar,
    )


def _leap_day(date: Date) -> Date:
    """A 29 February that only the Julian calendar has (1100) as the day that it is in ours; any other date itself."""
    year = date.year
    if date.day != 29 or date.month != 2 or year is None or year > 1582 or is_leap(year) or not is_leap(year, "julian"):
        return date
    year, month, day = from_jdn(to_jdn(year, 2, 29, "julian"))
    return date._replace(year=year, month=month, day=day, calendar="julian")


def _mark(qualifiers: frozenset[str]) -> str:
    about, perhaps = "about" in qualifiers, "perhaps" in qualifiers
    return "%" if about and perhaps else "~" if about else "?" if perhaps else ""


def _without_year(date: Date, mark: str) -> When | None:
    if date.month is None:
        return None
    day = "" if date.day is None else f"-{date.day:02d}"
    return When(
        OPEN, OPEN, f"XXXX-{date.month:02d}{day}{mark}", "day" if day else "month", False, "~" in mark, "?" in mark
    )


def _stretch(date: Date) -> tuple[int, int, str, Precision]:
    if date.days is not None:
        low, high = date.days
        return low, high, f"[{to_iso(low)}..{to_iso(high)}]", "month" if high - low < 31 else "year"
    if date.year is None:
        return _years(date)
    year = date.year
    if date.day is not None and date.month is not None:
        jdn = to_jdn(year, date.month, date.day)
        return jdn, jdn, to_iso(jdn), "day"
    if date.month is not None:
        return _month(year, date.month, date.part)
    if date.season is not None:
        return _season(year, date.season, date.part)
    if date.part:
        a, b = _cut(date.part, 12)
        low, high = to_jdn(year, a + 1, 1), to_jdn(year, b, month_length(year, b))
        return low, high, f"[{iso_year(year)}-{a + 1:02d}..{iso_year(year)}-{b:02d}]", "year"
    if date.last_year is not None:
        return (
            to_jdn(year, 1, 1),
            to_jdn(date.last_year, 12, 31),
            f"[{iso_year(year)}..{iso_year(date.last_year)}]",
            "year",
        )
    return to_jdn(year, 1, 1), to_jdn(year, 12, 31), iso_year(year), "year"


def _cut(part: str, size: int) -> tuple[int, int]:
    """First and after-last of a part of `size` units counted from 0."""
    a, b, of = _PARTS[part]
    return ceil(size * a / of), ceil(size * b / of)


def _month(year: int, month: int, part: str | None) -> tuple[int, int, str, Precision]:
    length = month_length(year, month)
    if part is None:
        return to_jdn(year, month, 1), to_jdn(year, month, length), f"{iso_year(year)}-{month:02d}", "month"
    a, b = _cut(part, 30)
    low, high = to_jdn(year, month, min(a + 1, length)), to_jdn(year, month, length if b == 30 else b)
    return low, high, f"[{to_iso(low)}..{to_iso(high)}]", "month"


def _season(year: int, season: int, part: str | None) -> tuple[int, int, str, Precision]:
    first = _SEASONS[season][1]
    a, b = _cut(part, 3) if part else (0, 3)
    b = max(b, a + 1)
    y1, m1 = year + (first - 1 + a) // 12, (first - 1 + a) % 12 + 1
    y2, m2 = year + (first + b - 2) // 12, (first + b - 2) % 12 + 1
    low, high = to_jdn(y1, m1, 1), to_jdn(y2, m2, month_length(y2, m2))
    edtf = f"{iso_year(year)}-{season}" if part is None else f"[{iso_year(y1)}-{m1:02d}..{iso_year(y2)}-{m2:02d}]"
    return low, high, edtf, "season"


def first_year(date: Date) -> int:
    """The first year, astronomical, of a decade, century or millennium."""
    if date.decade is not None:
        return -date.decade - 8 if date.bc else date.decade
    size, n = (100, date.century) if date.century is not None else (1000, date.millennium or 1)
    return 1 - size * n if date.bc else max(1, size * (n - 1))


def _years(date: Date) -> tuple[int, int, str, Precision]:
    size, precision = _size(date)
    first = first_year(date)
    last = first + size - 1 if first != 1 else size - 1
    width = last - first + 1
    a, b = (-_TURN, _TURN) if date.part == "turn" else _cut(date.part, width) if date.part else (0, width)
    y1, y2 = first + a, first + b - 1
    if date.part is None and not date.bc and first != 1:
        edtf = f"{first // size:0{5 - len(str(size))}d}" + "X" * (len(str(size)) - 1)
    else:
        edtf = f"[{iso_year(y1)}..{iso_year(y2)}]"
    return to_jdn(y1, 1, 1), to_jdn(y2, 12, 31), edtf, precision


def _size(date: Date) -> tuple[int, Precision]:
    if date.decade is not None:
        return 10, "decade"
    return (100, "century") if date.century is not None else (1000, "millennium")


def timex_year(year: int) -> str:
    """A year as TIMEX3 writes it: `1066`, `BC0490`."""
    return f"BC{1 - year:04d}" if year < 1 else f"{year:04d}"


def timex_of(date: Date) -> str:
    """TIMEX3 value of a date; XXXX where the year is not known."""
    if date.year is None and date.complete:
        value = _timex_years(date)
    else:
        value = "XXXX" if date.year is None else timex_year(date.year)
        if date.month is not None:
            value += f"-{date.month:02d}" + ("" if date.day is None else f"-{date.day:02d}")
        elif date.day is not None:
            value += f"-XX-{date.day:02d}"
        elif date.season is not None:
            value += f"-{_SEASONS[date.season][0]}"
        elif date.weekday is not None:
            value += f"-WXX-{date.weekday + 1}"
        elif date.daypart or date.hour is not None:
            value += "-XX-XX"
        value += _TIMEX_PARTS.get(date.part or "", "")
    if date.hour is not None:
        return f"{value}T{date.hour:02d}:{date.minute or 0:02d}"
    return value + (f"T{date.daypart}" if date.daypart else "")


def _timex_years(date: Date) -> str:
    era = "BC" if date.bc else ""
    if date.decade is not None:
        return f"{era}{date.decade // 10:03d}"
    if date.century is not None:
        return f"{era}{date.century - 1:02d}"
    return f"{era}{(date.millennium or 1) - 1}"


def timex_week(jdn: int) -> str:
    """The ISO week of a day as TIMEX3 writes it: `2009-W20`."""
    thursday = jdn - weekday(jdn) + 3
    year = from_jdn(thursday)[0]
    return f"{timex_year(year)}-W{(thursday - to_jdn(year, 1, 1)) // 7 + 1:02d}"


def date_of(jdn: int) -> Date:
    """The day of a Julian day number."""
    year, month, day = from_jdn(jdn)
    return Date(year=year, month=month, day=day, bc=True if year < 1 else None)


def span_of(first: When | None, last: When | None, reading: Range) -> When | None:
    """The time of a range: filled from first to last, or a moment within it; None where an end is not known."""
    if first is None or last is None or first.earliest is None or last.latest is None:
        return None
    if first.earliest > last.latest or (reading.lasting and _crosses(first, last)):
        return None
    low, high = _edge(first.edtf, 0), _edge(last.edtf, -1)
    about = first.approximate or last.approximate
    perhaps = first.uncertain or last.uncertain
    if reading.lasting:
        return When(first.start, last.end, f"{low}/{high}", "range", True, about, perhaps)
    bounds = Bounds(first.earliest, last.latest)
    low, high = _in_set(low, 0), _in_set(high, 1)
    edtf = f"[{low},{high}]" if reading.either and low != high else f"[{low}..{high}]"
    return When(bounds, bounds, edtf, "range", False, about, perhaps)


def _in_set(edtf: str, side: int) -> str:
    """A date as a set may hold it: not qualified, and the first or last year of a decade, month of a season."""
    plain = edtf.rstrip("~?%").replace("X", "9" if side else "0")
    year, _, season = plain.rpartition("-")
    if not year.lstrip("-").isdigit() or int(season) not in _SEASONS:
        return plain
    month = _SEASONS[int(season)][1] + 2 * side
    return f"{iso_year(int(year) + (month > 12))}-{(month - 1) % 12 + 1:02d}"


def _crosses(first: When, last: When) -> bool:
    return first.latest is not None and last.latest is not None and first.latest > last.latest


def _edge(edtf: str, side: int) -> str:
    plain = edtf.strip("[]")
    return plain.replace("..", "/").split("/")[side]
