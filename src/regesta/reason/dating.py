"""Bounds of every event after all that the sources say of order and distance."""

from collections.abc import Sequence
from math import inf

from regesta.model.claim import Event
from regesta.model.constraint import Conflict, EventDates, Moment
from regesta.model.ids import Id
from regesta.model.time import Bounds
from regesta.reason.conflicts import Solved, in_doubt


def date_events(events: Sequence[Event], solved: Solved, conflicts: Sequence[Conflict]) -> tuple[EventDates, ...]:
    """One an event, in the order given, with the statements that gave its outermost days.

    Two holders at a time dispute who held it, not the days of what is told.
    """
    doubtful = in_doubt(conflicts, days=True)
    return tuple(_dates(event.id, solved, event.id in doubtful) for event in events)


def _dates(event: Id, solved: Solved, disputed: bool) -> EventDates:
    start, end = solved.points[Moment(event, "start")], solved.points[Moment(event, "end")]
    network = solved.network
    return EventDates(
        event=event,
        start=_bounds(solved, start),
        end=_bounds(solved, end),
        start_from=_statements(solved, network.lower_chain(start)),
        end_from=_statements(solved, network.upper_chain(end)),
        disputed=disputed,
    )


def _bounds(solved: Solved, point: int) -> Bounds:
    low, high = solved.network.earliest(point), solved.network.latest(point)
    return Bounds(None if low == -inf else int(low), None if high == inf else int(high))


def _statements(solved: Solved, chain: Sequence[int]) -> tuple[Id, ...]:
    """Without the structure of events, which is nobody's word."""
    return tuple(solved.labels[i] for i in chain if solved.labels[i] not in solved.axioms)
