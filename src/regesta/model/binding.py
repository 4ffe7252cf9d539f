"""What the relation between a happening and a named time says of when it happened."""

from regesta.model.calendars import from_iso, month_length
from regesta.model.time import Bounds, Relation, TimeExpression, When

_FIRSTS = ("0001", "01", "01")
"""Year, and the first month and day of one."""


def happened_within(expression: TimeExpression) -> When | None:
    """When something happened that is bound to the expression: "after 18 March 1871" is `1871-03-18/..`.

    None where the expression has no time of its own. "After 1279" begins with the first day of 1279; "by 1926" and
    "before 1926" end with the last day of 1926; "since" and "until" tell of something that lasts.
    """
    return None if expression.when is None else bind(expression.when, expression.relation)


def bind(when: When, relation: Relation) -> When:
    """The time of what happened in, after, before, since, until or by a named time."""
    if relation == "in":
        return when
    first, last = _edges(when.edtf)
    if relation in ("after", "since"):
        opened = Bounds(when.earliest, None)
        if relation == "after":
            return _open(when, opened, opened, f"{first}/..", lasting=False)
        return _open(when, when.start, Bounds(when.earliest, None), f"{first}/..", lasting=True)
    closed = Bounds(None, when.latest)
    if relation == "until":
        return _open(when, Bounds(None, when.latest), when.end, f"../{last}", lasting=True)
    return _open(when, closed, closed, f"../{last}", lasting=False)


def stretch(first: When, last: When) -> When:
    """A time somewhere from the first day of one to the last day of another that follows on it."""
    bounds = Bounds(first.earliest, last.latest)
    edtf = f"[{_edges(first.edtf)[0]}..{_edges(last.edtf)[1]}]"
    doubtful = first.approximate or last.approximate, first.uncertain or last.uncertain
    return When(bounds, bounds, edtf, "range", False, *doubtful, first.calendar)


def within(when: When) -> When:
    """Of a time that lasts, a moment somewhere in it; any other time as it is."""
    return stretch(when, when) if when.lasting else when


def filled(first: When, last: When) -> When:
    """All the time from one to another that follows on it."""
    edtf = f"{_edges(first.edtf)[0]}/{_edges(last.edtf)[1]}"
    doubtful = first.approximate or last.approximate, first.uncertain or last.uncertain
    return When(first.start, last.end, edtf, "range", True, *doubtful, first.calendar)


def throughout(when: When) -> When:
    """Of a moment somewhere between two dates, all the time from one to the other; any other time as it is."""
    first, last = _edges(when.edtf)
    if when.lasting or when.precision != "range" or "," in when.edtf or first == last:
        return when
    if when.earliest is None or when.latest is None:
        return when
    start, end = Bounds(when.earliest, _last_day(first)), Bounds(_first_day(last), when.latest)
    if start.latest is None or end.earliest is None or start.latest > end.earliest:
        return when
    return When(start, end, f"{first}/{last}", "range", True, when.approximate, when.uncertain, when.calendar)


def at_end(when: When) -> When:
    """The end of a time that lasts; any other as it is."""
    if not when.lasting or when.end.latest is None:
        return when
    return When(when.end, when.end, _edges(when.edtf)[1], when.precision, False, when.approximate, when.uncertain)


def at_start(when: When) -> When:
    """The beginning of a time that lasts; any other as it is."""
    if not when.lasting or when.start.earliest is None:
        return when
    return When(when.start, when.start, _edges(when.edtf)[0], when.precision, False, when.approximate, when.uncertain)


def _open(when: When, start: Bounds, end: Bounds, edtf: str, *, lasting: bool) -> When:
    return When(start, end, edtf, "open", lasting, when.approximate, when.uncertain, when.calendar)


def _edges(edtf: str) -> tuple[str, str]:
    """First and last date of an EDTF interval or set; the date itself twice for any other."""
    plain = edtf.strip("[]{}")
    for mark in ("/", "..", ","):
        if mark in plain and plain not in ("..", "/"):
            first, _, last = plain.partition(mark)
            return first or "..", (last.rpartition(mark)[2] or "..") if mark == "," else (last or "..")
    return plain, plain


def _first_day(date: str) -> int | None:
    """The first day of a date, a month or a year; None of anything else."""
    parts = date.lstrip("-").split("-")
    if not all(p.isdecimal() for p in parts) or len(parts) > len(_FIRSTS):
        return None
    return from_iso("-".join((date, *_FIRSTS[len(parts) :])))


def _last_day(date: str) -> int | None:
    """The last day of a date, a month or a year; None of anything else."""
    parts = date.lstrip("-").split("-")
    first = _first_day(date)
    if first is None or len(parts) == len(_FIRSTS):
        return first
    if len(parts) == 1:
        return from_iso(f"{date}-12-31")
    year = int(parts[0]) * (-1 if date.startswith("-") else 1)
    return first + month_length(year, int(parts[1])) - 1
