"""Works out distances: "the next day", "two years earlier", "the previous autumn", "that month"."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from regesta.extract.times.context import Told
from regesta.extract.times.early import weekday_of
from regesta.extract.times.lengths import DAYS, between, next_to
from regesta.extract.times.readings import Date, Duration, Shift
from regesta.extract.times.value import date_of, first_year, timex_of, timex_week, timex_year, when_of
from regesta.model.calendars import to_iso
from regesta.model.time import Bounds, When

_SIDES = frozenset(["later", "earlier"])
_BOUNDS = frozenset(["less", "more", "within"])
"""What says that a distance is no exact one."""

_YEARS: Mapping[str, int] = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


class Shifted(NamedTuple):
    """Where a distance leads: the date, where one can be named; bounds and EDTF; the TIMEX3 value."""

    date: Date | None
    when: When | None
    value: str | None


def shifted(shift: Shift, told: Told) -> Shifted:
    """The time that lies at the distance from what was told; without a date where the context is too coarse."""
    if shift.n is None:
        return _vague(shift, told)
    made = _exactly(shift, told)
    if shift.qualifiers & _SIDES and made.when is not None:
        return made._replace(when=_on_side(shift, told.when, made.when))
    bound = shift.qualifiers & _BOUNDS
    if not bound or not shift.way or made.when is None:
        return made
    return made._replace(when=_bounded(shift, told.when, made.when, bound))


def _on_side(shift: Shift, told: When, whole: When) -> When:
    """The part of a time that lies after, or before, what was told in it: "later that month"."""
    low, high = whole.earliest, whole.latest
    first, last = told.earliest, told.latest
    if low is None or high is None or first is None or last is None or not low <= first <= last <= high:
        return whole
    low, high = (first, high) if "later" in shift.qualifiers else (low, last)
    return whole if (low, high) == (whole.earliest, whole.latest) else between(low, high)


def _bounded(shift: Shift, told: When, made: When, bound: frozenset[str]) -> When | None:
    """What lies less or more than so far away: between the two, or beyond."""
    if "more" in bound:
        day = made.earliest if shift.way > 0 else made.latest
        return None if day is None else _open(Bounds(day, None) if shift.way > 0 else Bounds(None, day))
    low, high = told.earliest, told.latest
    if shift.way < 0:
        return None if made.earliest is None or high is None else between(made.earliest + ("less" in bound), high)
    end = next_to(told, Duration(shift.n, shift.unit, edge="next"))
    if low is None or end is None or end.latest is None:
        return None
    return between(low, end.latest - ("less" in bound))


def _open(bounds: Bounds) -> When:
    ends = (bounds.earliest, bounds.latest)
    return When(bounds, bounds, "/".join(".." if end is None else to_iso(end) for end in ends), "open")


def _exactly(shift: Shift, told: Told) -> Shifted:
    if shift.month or shift.season or shift.weekday is not None:
        return _named(_named_date(shift, told), shift)
    makers: Mapping[str, Callable[[Shift, Told], Date | When | None]] = {"day": _days, "week": _days, "month": _months}
    made = makers.get(shift.unit, _years if shift.unit in _YEARS else _same_day)(shift, told)
    if isinstance(made, When):
        exact = told.writing and shift.unit == "week" and made.earliest is not None
        return Shifted(None, made, timex_week(made.earliest or 0) if exact else _coarse_value(shift, told))
    if made is None and shift.unit == "day":
        return Shifted(None, None, _coarse_value(shift, told))
    named = _named(made, shift)
    if made is not None and made.year is not None and shift.qualifiers and _YEARS.get(shift.unit, 1) > 1:
        return named._replace(value=_rounded(made.year, shift.unit))
    return named


def _named(date: Date | None, shift: Shift) -> Shifted:
    if date is None:
        return Shifted(None, None, None)
    qualifiers = shift.qualifiers & {"about", "perhaps"}
    date = date._replace(
        part=shift.part or date.part,
        daypart=shift.daypart or date.daypart,
        qualifiers=date.qualifiers | qualifiers,
    )
    return Shifted(date, when_of(date), timex_of(date))


def _vague(shift: Shift, told: Told) -> Shifted:
    low = max(1, DAYS[shift.unit][0]) if shift.unit not in ("minute", "hour") else 0
    first, last = told.when.earliest, told.when.latest
    if shift.way > 0:
        return Shifted(None, None if first is None else _open(Bounds(first + low, None)), "FUTURE_REF")
    return Shifted(None, None if last is None else _open(Bounds(None, last - low)), "PAST_REF")


def _same_day(_: Shift, told: Told) -> Date | None:
    """Hours and minutes: the same day."""
    return told.date._replace(daypart=None, hour=None, minute=None) if told.date.day is not None else None


def _days(shift: Shift, told: Told) -> Date | When | None:
    n = (shift.n or 0) * shift.way * (7 if shift.unit == "week" else 1)
    low, high = told.when.earliest, told.when.latest
    if low is None or high is None:
        return None
    if told.date.day is None and shift.unit == "day" and shift.way == 0:
        return None
    if low == high and not (shift.unit == "week" and (shift.calendar or not shift.way)):
        return date_of(low + n)
    if shift.unit == "week" and low == high:
        monday = low + n - weekday_of(low + n)
        low, high = (monday, monday + 6)
        n = 0
    elif not shift.way:
        return None
    return between(low + n, high + n, "week" if shift.unit == "week" else "range")


def _coarse_value(shift: Shift, told: Told) -> str | None:
    year = told.date.year
    if year is None:
        return None
    if shift.unit == "day" and not shift.way and told.date.month is not None:
        return f"{timex_of(told.date._replace(day=None, daypart=None, part=None))}-XX"
    return f"{timex_year(year)}-" + ("XX-XX" if shift.unit == "day" else "WXX")


def _months(shift: Shift, told: Told) -> Date | None:
    year, month = told.date.year, told.date.month
    if year is None or month is None:
        return None
    count = 12 * year + month - 1 + (shift.n or 0) * shift.way
    year, month = count // 12, count % 12 + 1
    return Date(year=year, month=month, day=shift.day, bc=True if year < 1 else None)


def _years(shift: Shift, told: Told) -> Date | None:
    size, n = _YEARS[shift.unit], (shift.n or 0) * shift.way
    year = told.date.year
    if shift.unit == "year":
        return None if year is None else _year(year + n)
    if year is not None and shift.way and not shift.calendar:
        return _year(year + n * size)._replace(qualifiers=frozenset(["about"]))
    at = (first_year(told.date) if year is None else year) + n * size
    if shift.part == "turn":
        at += size if year is None else size // 2
    if at < 1:
        return _years_bc(shift.unit, 1 - at)
    return Date(decade=at - at % 10) if shift.unit == "decade" else Date(century=at // 100 + 1)


def _rounded(year: int, unit: str) -> str:
    """The decade or century of a year as TIMEX3 writes it: "almost two decades earlier" says no more."""
    if year < 1:
        return timex_of(_years_bc(unit, 1 - year))
    return timex_of(Date(decade=year - year % 10) if unit == "decade" else Date(century=year // 100 + 1))


def _year(year: int) -> Date:
    return Date(year=year, bc=True if year < 1 else None)


def _years_bc(unit: str, counted: int) -> Date:
    """The decade or century of a year counted before Christ (490 = 490 BC)."""
    if unit == "decade":
        return Date(decade=counted - counted % 10, bc=True)
    return Date(century=(counted - 1) // 100 + 1, bc=True)


def _named_date(shift: Shift, told: Told) -> Date | None:
    """The month, season or weekday of the same year, or the first one after or before what was told."""
    if shift.weekday is not None:
        return _weekday(shift.weekday, shift.way, told)
    year = told.date.year
    if year is None:
        return None
    if shift.way and shift.unit == "year":
        at = told.date.month or (3 * (told.date.season - 21) + 3 if told.date.season else None)
        month = shift.month or 3 * ((shift.season or 21) - 21) + 3
        if at is None or shift.calendar:
            year += shift.way
        else:
            year += (month <= at) if shift.way > 0 else -(month >= at)
    return Date(year=year, month=shift.month, day=shift.day, season=shift.season, bc=True if year < 1 else None)


def _weekday(weekday: int, way: int, told: Told) -> Date | None:
    low = told.when.earliest
    if low is None or told.date.day is None:
        return None
    ahead = (weekday - weekday_of(low)) % 7
    return date_of(low + (ahead or 7) if way >= 0 else low + ahead - 7)
