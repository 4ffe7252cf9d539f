"""What somebody stays with, or goes away from, without a word on what: what the text tells before they came to."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.model.chronology import Findings
from regesta.model.claim import Event
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.model.text import Span
from regesta.reason.keys import HOLDS, OFFICE, holding_of
from regesta.reason.naming import identity
from regesta.rules.event_types import EventTypes

_BEFORE = 1
"""Sentences over which the text goes on about what somebody came to."""


def settle_by_before(
    transitions: Sequence[Transition],
    findings: Findings,
    events: Sequence[Event],
    places: Mapping[Id, Span],
    numbers: Mapping[Id, int],
    event_types: EventTypes,
) -> Iterator[Transition]:
    """The same, firm where the sentence before tells that they came to it and tells of nothing else that is held.

    "They took Lindos. They stayed until May", or "sailed away in May": in Lindos, and from Lindos. Where the sentence
    before does not tell it, to stay says nothing, and to go away may mean some other place. That one person goes away
    does not mean that they have it no more. Who follows another comes to the office that changed hands right before.
    `places` and `numbers` are where each event is told, and in which sentence.
    """
    held = [t for t in transitions if t.fluent in (HOLDS, OFFICE)]
    told = _Told(held, places, numbers, _places_named(findings))
    kinds = {e.id: kind for e in events if (kind := event_types.get(e.type)) is not None and kind.of_before}
    bodies = {e.id for e in findings.entities if e.kind == "body"}
    followed = {t.event for t in transitions if t.change == "starts"}
    for t in transitions:
        kind = kinds.get(t.event) if t.strength == "weak" else None
        goes = t.change == "ends" and t.event not in followed
        if kind is None or (goes and (t.fluent == OFFICE or t.holder_entity not in bodies)):
            yield t
        elif told.right_before(t):
            yield replace(t, strength="firm")
        elif goes or any(e.strength == "firm" for e in kind.effects):
            yield t


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of places and offices, by sentences."""

    transitions: Sequence[Transition]
    places: Mapping[Id, Span]
    numbers: Mapping[Id, int]
    """The number of the first sentence that tells each event."""
    spoken: Mapping[int, set[str]]
    """The places that each sentence names."""

    def right_before(self, t: Transition) -> bool:
        """Whether the same or the last sentence tells that its holder came to it, and speaks of nothing else held."""
        n = self.numbers[t.event]
        near = [u for u in self.transitions if u.fluent == t.fluent and 0 <= n - self.numbers[u.event] <= _BEFORE]
        near = [u for u in near if self.places[u.event] < self.places[t.event]]
        changed = [u for u in near if u.change != "observes" and u.strength != "weak"]
        if t.fluent == HOLDS or t.change == "observes":
            changed = [u for u in changed if u.change == "starts" and holding_of(u) == holding_of(t)]
        others = {identity(u.key) for u in near}
        if t.fluent == HOLDS:
            others = others.union(*(self.spoken.get(m, set()) for m in (n - _BEFORE, n)))
        return bool(changed) and others == {identity(t.key)}


def _places_named(findings: Findings) -> dict[int, set[str]]:
    """By the number of a sentence, the places that it names."""
    names = {e.id: identity(e.name) for e in findings.entities if e.kind == "place"}
    starts = [s.span for s in findings.sentences]
    found: dict[int, set[str]] = {}
    for mention in findings.mentions:
        if mention.entity in names:
            at = bisect_right(starts, _start(mention.span), key=_start) - 1
            found.setdefault(at, set()).add(names[mention.entity])
    return found


def _start(span: Span) -> tuple[Id, int]:
    return span.document, span.start
