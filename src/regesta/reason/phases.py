"""What is told to begin or to end by name: "the occupation of Corsica ended in 1862" is no new occupation."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.model.claim import Claim, Event
from regesta.model.ids import Id
from regesta.model.state import Change
from regesta.reason.participants import TARGET
from regesta.rules.effects import Use
from regesta.rules.event_types import EventTypes

Phase = tuple[Event, Change]
"""The happening by which something told by a noun begins or ends, and which of the two it is."""


def find_phases(claims: Sequence[Claim], events: Sequence[Event], types: EventTypes) -> Mapping[Id, Phase]:
    """By claim of a noun that is what begins or ends: by what it does so, where that is told for a fact."""
    event_of = {c: e for e in events if e.status == "asserted" for c in e.claims}
    edges = [(c, change) for c in claims if c.id in event_of and (change := _edge(c, types)) is not None]
    if not edges:
        return {}
    nouns = sorted((c for c in claims if c.by_noun), key=lambda c: c.trigger)
    starts = [c.trigger for c in nouns]
    found: dict[Id, Phase] = {}
    for edge, change in edges:
        for role in edge.fillers(TARGET):
            for noun in nouns[bisect_left(starts, role.span) :]:
                if noun.trigger.document != role.span.document or noun.trigger.end > role.span.end:
                    break
                if noun.sentence == edge.sentence and noun.id != edge.id:
                    found[noun.id] = (event_of[edge.id], change)
    return found


def _edge(claim: Claim, types: EventTypes) -> Change | None:
    kind = types.get(claim.type)
    return None if kind is None else kind.phase


def by_phase(uses: Sequence[Use], change: Change) -> Iterator[Use]:
    """What begins or ends with what is told by a noun: who had something comes to it or loses it."""
    for use in uses:
        if use.change != "ends" and use.holder is not None:
            yield replace(use, change=change)
        elif use.change == "ends" and change == "starts":
            yield use
