"""Findings (what the sources say) and Chronology (what follows): the only values that cross between big rooms."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from regesta.model.claim import Claim, Event, TemporalLink
from regesta.model.constraint import Conflict, EventDates
from regesta.model.entity import Entity, Mention
from regesta.model.gap import Gap
from regesta.model.state import State, Transition
from regesta.model.text import Citation, Document, Passage, Sentence
from regesta.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Findings:
    """What the sources say, in text order."""

    documents: tuple[Document, ...] = ()
    passages: tuple[Passage, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[TemporalLink, ...] = ()

    @classmethod
    def concatenate(cls, parts: Iterable["Findings"]) -> "Findings":
        """The findings of several documents side by side (entities are joined elsewhere)."""
        kept = list(parts)
        return cls(*(tuple(x for part in kept for x in getattr(part, field.name)) for field in fields(cls)))


@dataclass(frozen=True, slots=True)
class Chronology:
    """What follows from the findings: events with dates, who held what, contradictions and gaps."""

    findings: Findings
    events: tuple[Event, ...] = ()
    dates: tuple[EventDates, ...] = ()
    """One an event, in the order of `events`."""
    conflicts: tuple[Conflict, ...] = ()
    transitions: tuple[Transition, ...] = ()
    states: tuple[State, ...] = ()
    gaps: tuple[Gap, ...] = ()
