"""Constraints between moments, and the smallest sets of statements that cannot all hold."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.model.time import Bounds


class Moment(NamedTuple):
    """The beginning or the end of an event."""

    event: Id
    edge: Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Constraint:
    """`min_days <= later - earlier <= max_days`; with `earlier` None, days are counted from Julian day 0.

    `strict` orders the two within a day as well. Each constraint belongs to the statement (a claim, a time
    expression or a link) that gave it: statements, not constraints, are kept, retracted and explained.
    """

    statement: Id
    earlier: Moment | None
    later: Moment
    min_days: int | None
    max_days: int | None
    strict: bool = False
    axiom: bool = False
    """Nobody's word, but in the nature of such happenings: an event ends no sooner than it begins."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all hold: take any one away and the rest can."""

    id: Id
    kind: str
    """`dates`, `order`, `weekday`, `two-holders`, ..."""
    message: str
    statements: tuple[Id, ...]
    quotes: tuple[Span, ...]
    events: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class EventDates:
    """Bounds of an event's beginning and end after everything that the sources say of order and distance."""

    event: Id
    start: Bounds
    end: Bounds
    start_from: tuple[Id, ...] = ()
    """Statements that gave the earliest day, from the event back to the one that carries a date."""
    end_from: tuple[Id, ...] = ()
    """Statements that gave the latest day, likewise."""
    disputed: bool = False
