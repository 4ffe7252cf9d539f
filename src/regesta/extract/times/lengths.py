"""Lengths of time: their TIMEX3 values, their days, and the share of a date that they fill."""

from collections.abc import Mapping

from regesta.extract.times.readings import Duration, Recurring, Shift
from regesta.model.calendars import from_jdn, iso_year, month_length, to_iso, to_jdn, weekday
from regesta.model.time import Bounds, Precision, When

DAYS: Mapping[str, tuple[int, int]] = {
    "minute": (0, 0),
    "hour": (0, 1),
    "day": (1, 1),
    "week": (7, 7),
    "month": (28, 31),
    "season": (89, 93),
    "year": (365, 366),
    "decade": (3652, 3653),
    "century": (36524, 36525),
    "millennium": (365242, 365243),
}
"""Fewest and most days in a unit."""
_PERIOD = {"minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "season": "M", "year": "Y"}
_LONG = {"decade": 10, "century": 100, "millennium": 1000}
_VAGUE = {"decade": "PXDE", "century": "PXCE", "millennium": "PXML"}
_FEW: Mapping[tuple[str, str], tuple[int, str]] = {
    ("month", "day"): (10, "day"),
    ("month", "week"): (2, "week"),
    ("year", "day"): (10, "day"),
    ("year", "week"): (1, "month"),
    ("year", "month"): (4, "month"),
    ("decade", "month"): (1, "year"),
    ("century", "year"): (10, "year"),
    ("century", "decade"): (3, "decade"),
}
"""How much "the last days", "the first weeks" of a longer unit are: a third of it, or one of what is next in length."""
_EVERY = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}


def days_in(n: int, unit: str) -> tuple[int, int]:
    """Fewest and most days in n units."""
    low, high = DAYS[unit]
    return n * low, n * high


def duration_value(duration: Duration) -> str:
    """A TIMEX3 period: `P3D`, `PT2H`, `P20Y`, `PXM`."""
    clock = "T" if duration.unit in ("hour", "minute") else ""
    number = "X" if duration.n is None else str(duration.n) + (".5" if duration.half else "")
    if duration.unit in _LONG:
        if duration.n is None:
            return _VAGUE[duration.unit]
        return f"P{duration.n * _LONG[duration.unit]}Y"
    return f"P{clock}{number}{_PERIOD[duration.unit]}"


def share_of(whole: When, length: Duration) -> When | None:
    """The first, last or n-th days, weeks, months or years of a time; all of it where their number is vague."""
    low, high = whole.earliest, whole.latest
    if low is None or high is None or length.edge not in ("first", "last", "nth"):
        return whole
    if length.n is None:
        length = _few(high - low + 1, length)
    if length.n is None:
        return whole
    if length.unit in ("day", "week"):
        return _days_of(low, high, length, length.n * (7 if length.unit == "week" else 1)) or whole
    months = length.n * {"month": 1, "year": 12, "decade": 120}.get(length.unit, 0)
    if not months:
        return whole
    (y1, m1, _), (y2, m2, _) = from_jdn(low), from_jdn(high)
    first = 12 * y2 + m2 - months if length.edge == "last" else 12 * y1 + m1 - 1 + months * _before(length)
    last = first + months - 1
    a, b = divmod(first, 12), divmod(last, 12)
    start, end = to_jdn(a[0], a[1] + 1, 1), to_jdn(b[0], b[1] + 1, month_length(b[0], b[1] + 1))
    if start < low or end > high:
        return whole
    first_month, last_month = f"{iso_year(a[0])}-{a[1] + 1:02d}", f"{iso_year(b[0])}-{b[1] + 1:02d}"
    return _within(start, end, first_month if first == last else f"[{first_month}..{last_month}]", "range")


def _few(days: int, length: Duration) -> Duration:
    """Some days, weeks, months or years of so many days, as a number of them; without one where none is usual."""
    lasting = next((unit for unit in ("month", "year", "decade", "century") if days in range(*_about(unit))), "")
    n, unit = _FEW.get((lasting, length.unit), (None, length.unit))
    return length._replace(n=n, unit=unit)


def _about(unit: str) -> tuple[int, int]:
    low, high = DAYS[unit]
    return low, high + 1


def _before(length: Duration) -> int:
    """How many of the same length come before it in what it is a part of."""
    return (length.nth or 1) - 1 if length.edge == "nth" else 0


def _days_of(low: int, high: int, length: Duration, days: int) -> When | None:
    """So many days at the beginning, the end or further on in a time; None where they do not lie within it."""
    if length.weekday is not None:
        ahead = (length.weekday - weekday(low)) % 7 + 7 * _before(length)
        low = high - (weekday(high) - length.weekday) % 7 if length.edge == "last" else low + ahead
        return _within(low, low, to_iso(low), "range") if low <= high else None
    if length.edge == "last":
        low = max(low, high - days + 1)
    else:
        low += days * _before(length)
        high = min(high, low + days - 1)
    return (
        _within(low, high, to_iso(low) if low == high else f"[{to_iso(low)}..{to_iso(high)}]", "range")
        if low <= high
        else None
    )


def next_to(told: When, length: Duration) -> When | None:
    """The time from what was told to so long after it: "over the next two weeks"; open where the number is vague.

    Some minutes later is told of the same time.
    """
    low, high = told.earliest, told.latest
    if low is None or high is None or length.edge != "next" or length.half:
        return None
    if length.n is None and length.unit == "minute":
        return told
    if length.n is None:
        bounds = Bounds(low, None)
        return When(bounds, bounds, f"{to_iso(low)}/..", "open", False)
    months = length.n * {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}.get(length.unit, 0)
    if months:
        year, month, day = from_jdn(high)
        ends = day == month_length(year, month)
        year, month = divmod(12 * year + month - 1 + months, 12)
        longest = month_length(year, month + 1)
        high = to_jdn(year, month + 1, longest if ends else min(day, longest))
    else:
        high += days_in(length.n, length.unit)[1]
    return between(low, high)


def between(low: int, high: int, precision: Precision = "range") -> When:
    """Some time from one day to another."""
    return _within(low, high, f"[{to_iso(low)}..{to_iso(high)}]", precision)


def _within(low: int, high: int, edtf: str, precision: Precision) -> When:
    return When(Bounds(low, high), Bounds(low, high), edtf, precision)


def recurring_value(reading: Recurring) -> str:
    """A TIMEX3 value for what comes again: `XXXX-WXX-7` on Sundays, `P1M` per month."""
    if reading.weekday is not None:
        return f"XXXX-WXX-{reading.weekday + 1}"
    if reading.month is not None:
        return f"XXXX-{reading.month:02d}"
    if reading.daypart:
        return f"XXXX-XX-XXT{reading.daypart}"
    if not reading.rate and reading.unit in _EVERY:
        return _EVERY[reading.unit]
    return duration_value(Duration(reading.n, reading.unit or "day"))


def offset_of(shift: Shift) -> tuple[int | None, int | None]:
    """Fewest and most days of a distance, negative before; None where it is vague."""
    if shift.n is None:
        least = 0 if "within" in shift.qualifiers else 1
        return (least, None) if shift.way > 0 else (None, -least)
    low, high = days_in(shift.n, shift.unit)
    if not shift.way:
        return (1 - high, high - 1)
    if "more" in shift.qualifiers:
        return (low, None) if shift.way > 0 else (None, -low)
    if shift.qualifiers & {"less", "within"}:
        return (0, high) if shift.way > 0 else (-high, 0)
    return (low, high) if shift.way >= 0 else (-high, -low)
