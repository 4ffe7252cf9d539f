"""What the relation between a happening and a named time says of when it happened."""

from regesta.model.time import Bounds, Relation, TimeExpression, When


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
