"""The time that lies so many days, months or years from another one."""

from regesta.model.calendars import from_jdn, month_length, to_iso, to_jdn
from regesta.model.time import Bounds, Offset, When

_MONTH, _YEAR = (28, 31), (365, 366)
"""Fewest and most days."""
_UNITS = {"D": (1, 1), "W": (7, 7), "M": _MONTH, "Y": _YEAR}


def counted(told: When, offset: Offset) -> When | None:
    """The time at a distance from what was told; whole months and years where it is told in those.

    None where the side that it counts from is not known: the end, for what came after something that lasted.
    """
    after = offset.max_days is None or offset.max_days > 0
    base = told.start if offset.inside or not after else told.end
    months = _in_months(offset)
    ends = (base.earliest, offset.min_days), (base.latest, offset.max_days)
    low, high = (None if day is None or days is None else day + days for day, days in ends)
    if _is_vague(offset) and base.earliest != base.latest:
        low, high = (base.earliest, None) if after else (None, base.latest)
    if months is not None and base.earliest is not None and base.latest is not None:
        first, last, whole = months
        low, high = _later(base.earliest, first), _later(base.latest, last)
        low, high = (_edges(low, whole)[0], _edges(high, whole)[1]) if whole else (low, high - 1)
    if low is None and high is None:
        return None
    if offset.min_days == 0 and high is not None and not offset.inside:
        low = base.earliest
        length = _at_most(offset.max_days or 0)
        high = _later(base.latest, length) if length and base.latest is not None else high
    if offset.max_days == 0 and base.earliest is not None and (length := _at_most(-(offset.min_days or 0))):
        low = _later(base.earliest, -length)
    bounds = Bounds(low, high)
    return When(bounds, bounds, _edtf(low, high), "open" if None in (low, high) else "range")


def reach(period: str) -> Offset | None:
    """How far a TIMEX3 period such as `P10Y` reaches; None where it is vague, or counts hours."""
    number, unit = period[1:-1], _UNITS.get(period[-1:])
    if unit is None or not number.isdecimal():
        return None
    return Offset(int(number) * unit[0], int(number) * unit[1])


def turned(offset: Offset) -> Offset:
    """The same distance from the other side."""
    low, high = offset.min_days, offset.max_days
    return Offset(None if high is None else -high, None if low is None else -low, offset.anchor)


def _is_vague(offset: Offset) -> bool:
    """Whether it is only said to be later or earlier: "in the years after the war", which may be those of the war."""
    return None in (offset.min_days, offset.max_days) and {offset.min_days, offset.max_days} <= {None, 1, -1}


def _in_months(offset: Offset) -> tuple[int, int, int] | None:
    """Months from and to, and the size in months of what they are told in; 0 for a stretch of so many of them."""
    low, high = offset.min_days, offset.max_days
    if low is None or high is None or low == high:
        return None
    near, far = sorted((abs(low), abs(high)))
    for (fewest, most), size in ((_YEAR, 12), (_MONTH, 1)):
        n = near // fewest
        if not offset.inside and near == n * fewest and far == n * most:
            n = n if low > 0 else -n
            return n * size, n * size, size
        if offset.inside and near == n * fewest and far == (n + 1) * most - 1:
            return n * size, (n + 1) * size, 0
    return None


def _at_most(days: int) -> int:
    """The months of a stretch that is told to be no longer: "within a year"; 0 where it is told in days."""
    return next((days // most * size for (_, most), size in ((_YEAR, 12), (_MONTH, 1)) if days and days % most == 0), 0)


def _later(day: int, months: int) -> int:
    year, month, of_month = from_jdn(day)
    year, month = divmod(12 * year + month - 1 + months, 12)
    return to_jdn(year, month + 1, min(of_month, month_length(year, month + 1)))


def _edges(day: int, size: int) -> tuple[int, int]:
    """First and last day of the month, or of the year where `size` is 12, that a day is in."""
    year, month, _ = from_jdn(day)
    first, last = (1, 12) if size == 12 else (month, month)
    return to_jdn(year, first, 1), to_jdn(year, last, month_length(year, last))


def _edtf(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"{'..' if low is None else to_iso(low)}/{'..' if high is None else to_iso(high)}"
    return to_iso(low) if low == high else f"[{to_iso(low)}..{to_iso(high)}]"
