"""Gives a reading its time from what was told before it."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from regesta.extract.times.context import THERE, Told, complete
from regesta.extract.times.early import LAST_JULIAN_YEAR, is_early
from regesta.extract.times.lengths import days_in, duration_value, next_to, offset_of, recurring_value, share_of
from regesta.extract.times.readings import Date, Duration, Found, Nth, Range, Recurring, Reference, Share, Shift
from regesta.extract.times.reckoned import REGNAL, after_years
from regesta.extract.times.shift import shifted
from regesta.extract.times.value import span_of, timex_of, when_of
from regesta.model.calendars import from_jdn, to_jdn, weekday
from regesta.model.distance import counted
from regesta.model.time import Basis, Offset, TimexType, When


class Resolved(NamedTuple):
    """A reading with its time. `anchor` are the characters that it was completed from or counted from."""

    found: Found
    kind: TimexType
    value: str | None
    when: When | None = None
    basis: Basis = "stated"
    anchor: tuple[int, int] | None = None
    offset: tuple[int | None, int | None] | None = None
    """Days from `found.event`, or from what was told last where there is no event."""
    notes: tuple[str, ...] = ()
    date: Date | None = None
    parts: tuple["Resolved", ...] = ()


class Context(NamedTuple):
    """What a reading is completed from and counted from."""

    told: Told | None = None
    within: tuple[int, int] | None = None
    """First and last year of the section's heading."""
    ahead: Told | None = None
    """Where nothing was told before: the first date of the passage that names its year."""
    back: float = THERE
    """How much more a month back from `told` counts than one ahead."""
    begun: Mapping[str, Told] = MappingProxyType({})
    """When somebody was born (`birth`) or began to reign (`reign`), or something began (`start`), as this or the last
    passage told it.
    """


def resolve(found: Found, context: Context) -> Resolved:
    """One reading with its time."""
    match found.reading:
        case Range():
            return _range(found, found.reading, context)
        case Date():
            ahead = context.ahead
            if context.told is None and ahead is not None and ahead.start > found.start:
                return _before(found, ahead) or _date(found, found.reading, context)
            return _date(found, found.reading, context)
        case Shift():
            return _shift(found, found.reading, context)
        case Share():
            return _share(found, found.reading, context)
        case Nth():
            return _nth(found, found.reading, context)
        case Duration(age=True) if "birth" in context.begun:
            return _aged(found, found.reading, context.begun["birth"])
        case _:
            return _untold(found)


def taken_up(found: Found, told: Told) -> Resolved:
    """A reading that means what was told last: "this period"."""
    return Resolved(found, "DATE", None, told.when, "relative", told.words)


def following(found: Found, length: Duration, told: Told) -> Resolved:
    """A length that counts on from what was told last: "over the next two weeks"."""
    when = next_to(told.when, length)
    return _untold(found)._replace(when=when, basis="relative", anchor=None if when is None else told.words)


def _share(found: Found, reading: Share, context: Context) -> Resolved:
    whole = resolve(reading.of, context)
    when = None if whole.when is None else share_of(whole.when, reading.length)
    value = duration_value(reading.length)
    return Resolved(found, "DURATION", value, when, whole.basis, whole.anchor, date=whole.date)


def _nth(found: Found, reading: Nth, context: Context) -> Resolved:
    """The n-th unit of a reign, or of something else, of which the text tells when it began."""
    if reading.reign and reading.unit == "year" and "reign" in context.begun:
        return _in_reign(found, reading.n, context.begun["reign"])
    if reading.start and "start" in context.begun:
        return _in_course(found, context.begun["start"])
    return _untold(found)


def _in_reign(found: Found, n: int, began: Told) -> Resolved:
    """The n-th year of a reign whose beginning the text tells."""
    low, high = began.when.earliest, began.when.latest
    anchor = began.words
    if low is None or high is None:
        return _untold(found)._replace(anchor=anchor)
    days = after_years((low, high), n)
    date = Date(days=days, year=from_jdn(days[0])[0], calendar=REGNAL)
    return Resolved(found, "DATE", timex_of(date), when_of(date), "relative", anchor, date=date)


def _in_course(found: Found, began: Told) -> Resolved:
    """The n-th day or year of what began at a time that the text tells."""
    untold = _untold(found)
    low, high = untold.offset or (None, None)
    when = counted(began.when, Offset(low, high, inside=True))
    return untold._replace(when=when, anchor=began.words, offset=None)


def _aged(found: Found, age: Duration, born: Told) -> Resolved:
    """An age as a distance from the birth."""
    words = born.words
    if age.edge == "first" and (day := _birthday(born.when, age.n or 0)) is not None:
        return Resolved(found, "DATE", timex_of(day), when_of(day), "relative", words, date=day)
    low, high = days_in(age.n or 0, "year")[0], days_in((age.n or 0) + 1, "year")[1] - 1
    return _untold(found._replace(event=words))._replace(anchor=words, offset=(low, high))


def _birthday(born: When, n: int) -> Date | None:
    """The same day so many years later, or the year where no more is known of the birth."""
    if born.earliest is None or born.latest is None:
        return None
    (year, month, day), (last, _, _) = from_jdn(born.earliest), from_jdn(born.latest)
    if born.earliest == born.latest:
        return Date(year=year + n, month=month, day=day)
    return Date(year=year + n) if year == last else None


def _range(found: Found, reading: Range, context: Context) -> Resolved:
    first, last = _ends(reading, context)
    when = span_of(first.when, last.when, reading)
    inside = first.anchor is not None and reading.last.start <= first.anchor[0] < reading.last.end
    anchor = last.anchor if inside or first.anchor is None else first.anchor
    basis: Basis = "relative" if "relative" in (first.basis, last.basis) else "stated"
    value = f"{first.value}/{last.value}" if first.value and last.value else None
    kind: TimexType = "DURATION" if isinstance(reading.last.reading, Duration) else "DATE"
    notes = ("runs-backwards",) if _runs_backwards(first, last) else ()
    return Resolved(found, kind, value, when, basis, anchor, parts=(first, last), notes=notes)


def _runs_backwards(first: Resolved, last: Resolved) -> bool:
    """Whether the end is told, in words of its own, for a time wholly before the beginning."""
    if first.anchor is not None or last.anchor is not None or first.when is None or last.when is None:
        return False
    begins, ends = first.when.earliest, last.when.latest
    return begins is not None and ends is not None and ends < begins


def _ends(reading: Range, context: Context) -> tuple[Resolved, Resolved]:
    """Both ends of a range; the one that names its year is read first."""
    if isinstance(reading.last.reading, Date) and reading.last.reading.complete:
        last = resolve(reading.last, context)
        told = told_by(last)
        first = None if told is None else _before(reading.first, told)
        return first or resolve(reading.first, context._replace(told=told or context.told)), last
    first = resolve(reading.first, context)
    return first, resolve(reading.last, context._replace(told=told_by(first) or context.told))


def _shift(found: Found, reading: Shift, context: Context) -> Resolved:
    if found.event is not None:
        return Resolved(found, "DATE", None, None, "relative", found.event, offset_of(reading))
    base = context.told if reading.base is None else told_by(resolve(reading.base, context))
    kind: TimexType = "TIME" if reading.daypart or reading.unit in ("hour", "minute") else "DATE"
    if base is None:
        return Resolved(found, kind, _unknown(reading), None, "relative", None, offset_of(reading))
    result = shifted(reading, base)
    offset = None if result.when is not None else offset_of(reading)
    value = result.value or _unknown(reading)
    return Resolved(found, kind, value, result.when, "relative", base.words, offset, date=result.date)


def _before(found: Found, after: Told) -> Resolved | None:
    """A date that stands before one whose year is known: the same year, or the one before where it would come later."""
    date = found.reading
    if not isinstance(date, Date) or date.complete or after.date.year is None:
        return None
    dated = date.month is not None or date.season is not None
    made = date._replace(year=after.date.year) if dated else _day_before(date, after) or complete(date, after)
    if made is None or made.year is None:
        return None
    when = when_of(made)
    if when is not None and (when.earliest or 0) > (after.when.latest or 0):
        made = made._replace(year=made.year - 1)
    made = made._replace(bc=after.date.bc)
    return Resolved(found, _kind(made), timex_of(made), when_of(made), "stated", after.words, date=made)


def _day_before(date: Date, after: Told) -> Date | None:
    """A bare day that stands before a date: of its month, or of the one before where it would come later."""
    year, month, last = after.date.year, after.date.month, after.date.day
    if date.day is None or year is None or month is None or last is None:
        return None
    if date.day > last:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    made = date._replace(year=year, month=month)
    return made if when_of(made) is not None else None


def told_by(resolved: Resolved) -> Told | None:
    """What a resolved reading leaves to be counted from: the end of a range, a date that names its year."""
    if resolved.parts:
        return told_by(resolved.parts[-1])
    if resolved.date is None or resolved.when is None or not resolved.date.complete:
        return None
    return Told(resolved.date, resolved.when, resolved.found.start, resolved.found.end)


def _kind(date: Date) -> TimexType:
    return "TIME" if date.daypart or date.hour is not None else "DATE"


def _date(found: Found, date: Date, context: Context) -> Resolved:
    told = context.told
    full = complete(date, told, context.within, back=context.back)
    if full is None:
        unread = ("several-rulers",) if date.regnal is not None else ()
        return Resolved(found, _kind(date), timex_of(date), when_of(date), notes=unread)
    when = when_of(full)
    carried = told is not None and not date.complete and not _names_its_year(date, full)
    anchor = told.words if carried and told is not None else None
    dated = any(x is not None for x in (date.month, date.season, date.short_year, date.day))
    basis: Basis = "stated" if dated or not carried else "relative"
    value = timex_of(_named_by_its_end(full) if carried else full)
    return Resolved(found, _kind(full), value, when, basis, anchor, None, _notes(date, when), full)


def _names_its_year(date: Date, full: Date) -> bool:
    """Whether a year of three digits stands for itself ("in 878")."""
    return date.short_year is not None and date.short_year == full.year and not full.bc


def _named_by_its_end(date: Date) -> Date:
    """A winter told without its year is named in TIMEX3 by the year in which most of it lies; EDTF by its December."""
    return date._replace(year=date.year + 1) if date.season == 24 and date.year is not None else date


def _notes(date: Date, when: When | None) -> tuple[str, ...]:
    if when is None:
        return ("no-such-day",)
    if date.weekday is None or date.day is None or date.year is None or when.earliest is None:
        return ()
    fits = weekday(when.earliest) == date.weekday
    if date.calendar != "gregorian" or date.month is None or date.year > LAST_JULIAN_YEAR:
        return () if fits else ("weekday-mismatch",)
    julian = weekday(to_jdn(date.year, date.month, min(date.day, 28), "julian") + max(0, date.day - 28)) == date.weekday
    if is_early(when.earliest):
        return () if julian else ("weekday-mismatch",)
    return () if fits else ("weekday-julian",) if julian else ("weekday-mismatch",)


def _untold(found: Found) -> Resolved:
    match found.reading:
        case Duration():
            return Resolved(found, "DURATION", duration_value(found.reading))
        case Recurring():
            return Resolved(found, "SET", recurring_value(found.reading))
        case Nth(n, unit):
            low, high = days_in(n - 1, unit)
            high = high if unit == "day" else days_in(n, unit)[1] - 1
            return Resolved(found, "DATE", None, None, "relative", found.event, (low, high))
        case Reference(value):
            return Resolved(found, "DATE", value or None)
        case _:
            return Resolved(found, "DATE", None)


def _unknown(shift: Shift) -> str | None:
    if shift.deictic == "only" and shift.unit == "day" and not (shift.way or shift.daypart):
        return "PRESENT_REF"
    if shift.month:
        return f"XXXX-{shift.month:02d}"
    if shift.daypart:
        return f"XXXX-XX-XXT{shift.daypart}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(shift.unit)


def leaves(resolved: Sequence[Resolved]) -> Iterator[Resolved]:
    """The ends of ranges one by one, and all other readings."""
    for one in resolved:
        if one.parts:
            yield from leaves(one.parts)
        else:
            yield one
