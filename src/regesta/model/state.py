"""States: who had what, from when to when. And the changes that begin and end them."""

from dataclasses import dataclass
from typing import Literal

from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.time import OPEN, Bounds

Certainty = Literal["certain", "possible", "disputed"]
Strength = Literal["firm", "chosen", "weak"]
Change = Literal["starts", "ends", "observes"]


@dataclass(frozen=True, slots=True)
class Transition:
    """What one event does to one fluent: it starts a holding, ends one, or shows that one was there.

    `holder` None for `ends` means that whoever held it holds it no longer.
    A weak transition makes something possible and never certain. Who is `chosen` may come to it at once, and has come
    to it some months after.
    """

    event: Id
    change: Change
    fluent: str
    """`holds`, `office`, `exists`, `measure`, ... as named in knowledge/common/event_types.toml."""
    key: str
    """What is held: the name of a place, an office, a body, a measure."""
    key_entity: Id | None
    holder: str | None
    holder_entity: Id | None
    strength: Strength
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class State:
    """A holding with its edges: open ends are allowed and say so."""

    id: Id
    fluent: str
    key: str
    key_entity: Id | None
    holder: str
    holder_entity: Id | None
    since: Bounds
    until: Bounds
    started_by: Id
    ended_by: tuple[Id, ...]
    certainty: Certainty
    """`possible` where a weak effect began it, `disputed` where a contradiction touches it."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """One holder on one day, with how surely, and the chain that says so."""

    holder: str
    holder_entity: Id | None
    fluent: str
    key: str
    certainty: Certainty
    since: Bounds
    until: Bounds
    evidence: Evidence
    why: str
    """One sentence: what makes it certain, or what would have to be known to make it so."""
    within: Bounds = OPEN
    """Where a month, a year or a longer stretch is asked about: its first and last day on which it may have been so."""
    sure: tuple[Bounds, ...] = ()
    """And the days, from the first to the last of each run, on which it was for certain."""
