"""Statements that cannot all hold, each set as small as it can be; and the network of those that can."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.model.calendars import to_iso
from regesta.model.constraint import Conflict, Constraint, Moment
from regesta.model.ids import Id
from regesta.reason.network import DayNetwork, Edge

WEEKDAY = "weekday"
"""The kind of contradiction between a day of the week and a date."""
HOLDINGS = ("two-holders", "lost-while-had", "length")
"""The kinds of contradiction between holdings, whatever their days."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Statements of which one has to go, the constraints they gave, and the one that was set aside."""

    statements: tuple[Id, ...]
    constraints: tuple[Constraint, ...]
    refused: Id


@dataclass(frozen=True, slots=True)
class Solved:
    """The network of all statements that fit, with what was set aside."""

    network: DayNetwork
    points: Mapping[Moment, int]
    labels: tuple[Id, ...]
    clashes: tuple[Clash, ...]
    axioms: frozenset[Id]
    """Labels that are nobody's word, such as that an event ends no sooner than it begins."""


def solve(constraints: Sequence[Constraint]) -> Solved:
    """Add dates first, then order and distance, each in text order; set aside what does not fit and say with what.

    An event that is all on one day is one point, and moments that are never spoken of are none.
    """
    points = _number(constraints)
    statements: dict[Id, list[Constraint]] = {}
    for constraint in constraints:
        statements.setdefault(constraint.statement, []).append(constraint)
    ordered = sorted(statements, key=lambda s: _rank(statements[s]))
    given = [([e for c in statements[s] for e in _edges(c, points)], i) for i, s in enumerate(ordered)]
    size = max(points.values(), default=-1) + 1
    network = DayNetwork(size)
    clashes: list[Clash] = []
    if not network.load(given):
        network = DayNetwork(size)
        for edges, label in given:
            bad = network.add(edges, label)
            if bad is not None:
                clashes.append(minimal({ordered[i]: statements[ordered[i]] for i in bad}, points, ordered[label]))
    axioms = frozenset(s for s in ordered if statements[s][0].axiom)
    return Solved(network, points, tuple(ordered), tuple(clashes), axioms)


def _rank(given: Sequence[Constraint]) -> int:
    """Structure, dates, links, what is founded first: of two that do not fit, the later of these is set aside."""
    if given[0].axiom:
        return 0 if _is_structure(given[0]) else 3
    return 1 if all(c.earlier is None for c in given) else 2


def _is_structure(constraint: Constraint) -> bool:
    return constraint.axiom and constraint.earlier is not None and constraint.earlier.event == constraint.later.event


def _number(constraints: Sequence[Constraint]) -> dict[Moment, int]:
    """A point per moment, and one for both edges of an event that is all on one day."""
    points: dict[Moment, int] = {}
    count = 0
    for c in constraints:
        if c.earlier is None or not _is_structure(c):
            continue
        points[c.earlier] = count
        count += c.max_days != 0
        points[c.later] = count
        count += 1
    return points


def _edges(constraint: Constraint, points: Mapping[Moment, int]) -> Iterator[Edge]:
    later = points[constraint.later]
    low, high = constraint.min_days, constraint.max_days
    if constraint.earlier is None:
        if low is not None:
            yield Edge(-1, later, low)
        if high is not None:
            yield Edge(later, -1, -high)
        return
    earlier = points[constraint.earlier]
    if earlier == later:
        return
    if low is not None:
        yield Edge(earlier, later, low, constraint.strict and low >= 0)
    if high is not None:
        yield Edge(later, earlier, -high)


def minimal(given: Mapping[Id, Sequence[Constraint]], points: Mapping[Moment, int], refused: Id) -> Clash:
    """Take away each statement that is not needed for the contradiction (structure is nobody's word and stays)."""
    kept = dict(given)
    for statement in sorted(given, key=lambda s: (s == refused, _rank(given[s]), s)):
        if given[statement][0].axiom:
            continue
        without = {s: c for s, c in kept.items() if s != statement}
        if not _fits(without.values(), points):
            kept = without
    told = [s for s in kept if not kept[s][0].axiom]
    return Clash(tuple(told), tuple(c for cs in kept.values() for c in cs), refused)


def _fits(statements: Iterable[Sequence[Constraint]], points: Mapping[Moment, int]) -> bool:
    constraints = [c for given in statements for c in given]
    used = sorted({points[m] for c in constraints for m in (c.earlier, c.later) if m is not None})
    small = {p: i for i, p in enumerate(used)}
    inner = {m: small[points[m]] for c in constraints for m in (c.earlier, c.later) if m is not None}
    return DayNetwork(len(used)).allows(e for c in constraints for e in _edges(c, inner))


def assumed(clash: Clash) -> set[tuple[Moment, Moment]]:
    """What comes before what in it on nobody's word: where nothing but a usual reading, what goes against it stands."""
    links = [c for c in clash.constraints if c.axiom and not _is_structure(c)]
    return {(c.earlier, c.later) for c in links if c.earlier is not None}


def describe(clash: Clash) -> tuple[str, str]:
    """Kind and one line on why the statements cannot all hold."""
    dated = [c for c in clash.constraints if c.earlier is None]
    linked = [c for c in clash.constraints if c.earlier is not None and not _is_structure(c)]
    if any(c.axiom for c in linked):
        return "act-before-foundation", "a body is said to have had, or done, something before it was founded"
    events = {c.later.event for c in clash.constraints} | {c.earlier.event for c in linked if c.earlier}
    if not linked and len(events) == 1:
        return "ended-before-begun", "said to have ended before it began"
    if not dated:
        return "order", "the order told runs in a circle"
    days = sorted({d for c in dated for d in (c.min_days, c.max_days) if d is not None})
    said = ", ".join(to_iso(d) for d in (days if len(days) < 3 else (days[0], days[-1])))
    return "dates", f"the order told does not fit the dates ({said})"


def in_doubt(conflicts: Iterable[Conflict], *, days: bool = False) -> set[Id]:
    """Events whose effects a contradiction puts in doubt; with `days`, those whose days it puts in doubt.

    A wrong day of the week leaves the date in doubt, no more; two holders at a time leave the holdings in doubt.
    """
    spared = HOLDINGS if days else (WEEKDAY,)
    return {event for conflict in conflicts if conflict.kind not in spared for event in conflict.events}
