"""Gives found readings their times, in text order, from what was told before them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from regesta.extract.times.context import Told, complete
from regesta.extract.times.readings import Date, Duration, Found, Nth, Range, Recurring, Reference, Share, Shift
from regesta.extract.times.shift import days_in, shifted
from regesta.extract.times.value import timex_of, when_of
from regesta.model.calendars import from_jdn, iso_year, month_length, to_iso, to_jdn, weekday
from regesta.model.time import Basis, Bounds, Precision, TimexType, When

_PERIOD = {"minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "season": "M", "year": "Y"}
_LONG = {"decade": 10, "century": 100, "millennium": 1000}


@dataclass(frozen=True, slots=True)
class Resolved:
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence's readings, with where it stands."""

    found: tuple[Found, ...]
    passage: str
    heading: bool
    start: int = 0
    asides: tuple[tuple[int, int], ...] = ()
    """Characters in parentheses: what they tell does not move the story on."""


class Resolver:
    """Goes through a document once. It remembers what was told last, and where the story stands: a year that is
    mentioned in passing, or far from the story, does not move it unless the next one agrees.
    """

    def __init__(self) -> None:
        self._story: Told | None = None
        self._doubted: Told | None = None
        self._told: Told | None = None
        self._within: tuple[int, int] | None = None

    def sentence(self, stretch: Stretch) -> list[Resolved]:
        """The readings of the next sentence with their times."""
        made = []
        here = self._own_year(stretch) if stretch.heading else None
        for found in stretch.found:
            if isinstance(found.reading, Shift):
                resolved = self._resolve(found, here or self._base())
            else:
                resolved = self._resolve(found, self._context(here), same_sentence=here is not None)
            made.append(resolved)
            told = told_by(resolved)
            if told is None or any(start <= found.start < end for start, end in stretch.asides):
                continue
            self._told = here = told
            self._move(resolved, told, opens=_opens(found, stretch), heading=stretch.heading)
        if stretch.heading:
            self._within = _years_of(made)
        return made

    def _own_year(self, stretch: Stretch) -> Told | None:
        """The first complete date of a heading: it gives its year to what stands before it, too."""
        complete_ones = (f for f in stretch.found if isinstance(f.reading, Date) and f.reading.complete)
        first = next(complete_ones, None)
        return None if first is None else told_by(self._resolve(first, None))

    def _base(self) -> Told | None:
        """What a distance counts from: what was told last, unless that was far from the story."""
        told, story = self._told, self._story
        return story if told is None or (story is not None and not _near(told, story)) else told

    def _context(self, here: Told | None) -> Told | None:
        """What a date without its year is completed from: its sentence, unless that only mentions a year far away."""
        story = self._story
        return here if here is not None and (story is None or _fine(here) or _near(here, story)) else story

    def _move(self, resolved: Resolved, told: Told, *, opens: bool, heading: bool) -> None:
        """Move the story to what was told, or doubt it."""
        story = self._story
        if story is None or heading or (_near(told, story) and _leads(told, story, opens=opens)):
            self._story, self._doubted = told, None
        elif self._doubted is not None and _near(told, self._doubted):
            self._story, self._doubted = told, None
        elif resolved.basis == "stated" and resolved.anchor is None:
            self._doubted = told

    def _resolve(self, found: Found, told: Told | None, *, same_sentence: bool = False) -> Resolved:
        reading = found.reading
        if isinstance(reading, Range):
            return self._range(found, reading, told)
        if isinstance(reading, Date):
            return _date(found, reading, told, self._within, same_sentence=same_sentence)
        if isinstance(reading, Shift):
            return self._shift(found, reading, told)
        if isinstance(reading, Share):
            return self._share(found, reading, told)
        return _untold(found)

    def _share(self, found: Found, reading: Share, told: Told | None) -> Resolved:
        whole = self._resolve(reading.of, told)
        value = duration_value(reading.length)
        when = None if whole.when is None else share_of(whole.when, reading.length)
        return Resolved(found, "DURATION", value, when, whole.basis, whole.anchor, date=whole.date)

    def _range(self, found: Found, reading: Range, told: Told | None) -> Resolved:
        last_first = isinstance(reading.last.reading, Date) and reading.last.reading.complete
        if last_first:
            last = self._resolve(reading.last, told)
            first = _before(reading.first, told_by(last), told)
            if first is None:
                first = self._resolve(reading.first, told_by(last) or told)
        else:
            first = self._resolve(reading.first, told)
            last = self._resolve(reading.last, told_by(first) or told)
        when = span_of(first.when, last.when, reading)
        anchor = first.anchor if first.anchor and not reading.last.start <= first.anchor[0] < reading.last.end else None
        basis: Basis = "relative" if "relative" in (first.basis, last.basis) else "stated"
        return Resolved(
            found, "DATE", _range_value(first, last), when, basis, anchor or last.anchor, parts=(first, last)
        )

    def _shift(self, found: Found, reading: Shift, told: Told | None) -> Resolved:
        if found.event is not None:
            return Resolved(found, "DATE", None, None, "relative", found.event, _offset(reading))
        base = told
        if reading.base is not None:
            base = told_by(self._resolve(reading.base, told))
        kind: TimexType = "TIME" if reading.daypart or reading.unit in ("hour", "minute") else "DATE"
        if base is None:
            return Resolved(found, kind, _unknown(reading), None, "relative", None, _offset(reading))
        result = shifted(reading, base)
        offset = None if result.when is not None else _offset(reading)
        value = result.value or _unknown(reading)
        return Resolved(found, kind, value, result.when, "relative", (base.start, base.end), offset, date=result.date)


_OPENING = 12
"""Characters from the start of a sentence in which a time is what the sentence is about."""
_NEAR = 2
"""Years."""
_LOOK_BACK = 120
"""Days before the story at which a time in passing is a look back."""


def _opens(found: Found, stretch: Stretch) -> bool:
    """Whether the time opens its sentence, so that the story goes there."""
    return found.start - stretch.start < _OPENING


def _leads(told: Told, story: Told, *, opens: bool) -> bool:
    """Whether a time near the story moves it: not a bare year in passing, not a look back."""
    if opens:
        return True
    if not _fine(told):
        return not _fine(story)
    a, b = told.when.earliest, story.when.earliest
    return a is None or b is None or not _fine(story) or a >= b - _LOOK_BACK


def _near(one: Told, other: Told) -> bool:
    a, b = one.when.earliest, other.when.earliest
    return a is not None and b is not None and abs(a - b) <= _NEAR * 366


def _fine(told: Told) -> bool:
    """Whether it tells more than a year."""
    return told.date.month is not None or told.date.season is not None


def _before(found: Found, after: Told | None, told: Told | None) -> Resolved | None:
    """The first part of a range whose last part is known: the same year, or the one before where it would come later."""
    date = found.reading
    if not isinstance(date, Date) or date.complete or after is None or after.date.year is None:
        return None
    made = complete(date, after) if date.month is None and date.season is None else replace(date, year=after.date.year)
    if made is None:
        return None
    when = when_of(made)
    if when is not None and when.earliest is not None and after.when.latest is not None and made.year is not None:
        if when.earliest > after.when.latest:
            made = replace(made, year=made.year - 1)
    made = replace(made, bc=after.date.bc)
    del told
    return Resolved(found, _kind(made), timex_of(made), when_of(made), "stated", (after.start, after.end), date=made)


def told_by(resolved: Resolved) -> Told | None:
    """What a resolved reading leaves to be counted from: the end of a range, a date that names its year."""
    if resolved.parts:
        return told_by(resolved.parts[-1])
    if resolved.date is None or resolved.when is None or not resolved.date.complete:
        return None
    return Told(resolved.date, resolved.when, resolved.found.start, resolved.found.end)


def _kind(date: Date) -> TimexType:
    return "TIME" if date.daypart or date.hour is not None else "DATE"


def _date(
    found: Found, date: Date, told: Told | None, within: tuple[int, int] | None, *, same_sentence: bool = False
) -> Resolved:
    full = complete(date, told, within, onwards=same_sentence)
    if full is None:
        return Resolved(found, _kind(date), timex_of(date), when_of(date), date=None)
    carried = not date.complete and told is not None
    notes: tuple[str, ...] = ()
    when = when_of(full)
    if date.weekday is not None and full.day is not None and when is not None and when.earliest is not None:
        if weekday(when.earliest) != date.weekday:
            notes = ("weekday-mismatch",)
    elif when is None:
        notes = ("no-such-day",)
    anchor = (told.start, told.end) if carried and told is not None else None
    basis: Basis = "stated"
    if carried and date.month is None and date.season is None and date.short_year is None:
        basis = "relative" if date.day is None else "stated"
    return Resolved(found, _kind(full), timex_of(full), when, basis, anchor, None, notes, full)


def _untold(found: Found) -> Resolved:
    match found.reading:
        case Duration():
            return Resolved(found, "DURATION", duration_value(found.reading))
        case Recurring():
            return Resolved(found, "SET", _recurring_value(found.reading))
        case Nth(n, unit):
            low, high = days_in(n - 1, unit)
            high = high if unit == "day" else days_in(n, unit)[1]
            return Resolved(found, "DATE", None, None, "relative", found.event, (low, high))
        case Reference(value):
            return Resolved(found, "DATE", value or None)
        case _:
            return Resolved(found, "DATE", None)


def duration_value(duration: Duration) -> str:
    """A TIMEX3 period: `P3D`, `PT2H`, `P20Y`, `PXM`."""
    clock = "T" if duration.unit in ("hour", "minute") else ""
    number = "X" if duration.n is None else str(duration.n) + (".5" if duration.half else "")
    if duration.unit in _LONG:
        if duration.n is None:
            return f"PX{ {'decade': 'DE', 'century': 'CE', 'millennium': 'ML'}[duration.unit] }".replace(" ", "")
        return f"P{duration.n * _LONG[duration.unit]}Y"
    return f"P{clock}{number}{_PERIOD[duration.unit]}"


def share_of(whole: When, length: Duration) -> When | None:
    """The first or last days, weeks, months or years of a time; all of it where their number is vague."""
    low, high = whole.earliest, whole.latest
    if low is None or high is None or length.n is None or length.edge not in ("first", "last"):
        return whole
    n, late = length.n, length.edge == "last"
    (y1, m1, _), (y2, m2, _) = from_jdn(low), from_jdn(high)
    if length.unit in ("day", "week"):
        days = n * (7 if length.unit == "week" else 1) - 1
        low, high = (max(low, high - days), high) if late else (low, min(high, low + days))
        return _within(low, high, f"[{to_iso(low)}..{to_iso(high)}]", "range")
    months = n * {"month": 1, "year": 12, "decade": 120}.get(length.unit, 0)
    if not months:
        return whole
    first = 12 * y2 + m2 - months if late else 12 * y1 + m1 - 1
    last = first + months - 1
    a, b = divmod(first, 12), divmod(last, 12)
    start, end = to_jdn(a[0], a[1] + 1, 1), to_jdn(b[0], b[1] + 1, month_length(b[0], b[1] + 1))
    if start < low or end > high:
        return whole
    return _within(start, end, f"[{iso_year(a[0])}-{a[1] + 1:02d}..{iso_year(b[0])}-{b[1] + 1:02d}]", "range")


def _within(low: int, high: int, edtf: str, precision: Precision) -> When:
    return When(Bounds(low, high), Bounds(low, high), edtf, precision)


def _recurring_value(reading: Recurring) -> str:
    if reading.weekday is not None:
        return f"XXXX-WXX-{reading.weekday + 1}"
    if reading.month is not None:
        return f"XXXX-{reading.month:02d}"
    if reading.daypart:
        return f"XXXX-XX-XXT{reading.daypart}"
    every = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
    if not reading.rate and reading.unit in every:
        return every[reading.unit]
    return duration_value(Duration(reading.n, reading.unit or "day"))


def _offset(shift: Shift) -> tuple[int | None, int | None]:
    if shift.n is None:
        return (1, None) if shift.way > 0 else (None, -1)
    low, high = days_in(shift.n, shift.unit)
    return (low, high) if shift.way >= 0 else (-high, -low)


def _unknown(shift: Shift) -> str | None:
    if shift.month:
        return f"XXXX-{shift.month:02d}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(shift.unit)


def _range_value(first: Resolved, last: Resolved) -> str | None:
    return f"{first.value}/{last.value}" if first.value and last.value else None


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
    edtf = f"[{low},{high}]" if reading.either and low != high else f"[{low}..{high}]"
    return When(bounds, bounds, edtf, "range", False, about, perhaps)


def _crosses(first: When, last: When) -> bool:
    return first.latest is not None and last.latest is not None and first.latest > last.latest


def _edge(edtf: str, side: int) -> str:
    plain = edtf.strip("[]")
    return plain.replace("..", "/").split("/")[side]


def _years_of(made: Iterable[Resolved]) -> tuple[int, int] | None:
    """First and last year of a heading, None where it names none."""
    whens = [r.when for r in made if r.when is not None and r.basis == "stated"]
    lows = [w.earliest for w in whens if w.earliest is not None]
    highs = [w.latest for w in whens if w.latest is not None]
    return (from_jdn(min(lows))[0], from_jdn(max(highs))[0]) if lows and highs else None


def leaves(resolved: Sequence[Resolved]) -> Iterator[Resolved]:
    """The ends of ranges one by one, and all other readings."""
    for one in resolved:
        if one.parts:
            yield from leaves(one.parts)
        else:
            yield one


