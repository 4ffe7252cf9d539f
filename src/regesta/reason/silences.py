"""What the sources pass over: who held a thing between two dates, and how a body began that is told to have ended."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from regesta.model.chronology import Findings
from regesta.model.claim import Event
from regesta.model.entity import Entity
from regesta.model.gap import Gap
from regesta.model.ids import Id, stable_id
from regesta.model.state import State, Transition
from regesta.model.text import Span
from regesta.model.wording import say_bounds, say_day
from regesta.reason.keys import EXISTS, HOLDS, OFFICE
from regesta.reason.naming import identity

_MISSED = 31
"""Days for which nobody is told to have had a thing before that is worth asking about."""


def find_silences(
    findings: Findings, events: Sequence[Event], transitions: Sequence[Transition], states: Sequence[State]
) -> Iterator[Gap]:
    """Places and offices that nobody is told to have had for a while, and bodies that end without having begun."""
    claims = {c.id: c.trigger for c in findings.claims}
    words = {e.id: min(claims[c] for c in e.claims) for e in events}
    yield from _empty(states, words)
    asserted = {e.id for e in events if e.status == "asserted"}
    entities = {e.id: e for e in findings.entities}
    yield from _unbegun([t for t in transitions if t.event in asserted], entities, words)


def _empty(states: Sequence[State], words: dict[Id, Span]) -> Iterator[Gap]:
    """One gap for each time between the last day of all that is told so far and the first of what is told next."""
    lines: dict[tuple[str, str], list[State]] = defaultdict(list)
    for state in states:
        if state.fluent in (HOLDS, OFFICE):
            lines[state.fluent, identity(state.key)].append(state)
    for line in lines.values():
        line.sort(key=_first)
        yield from _again(line, words)
        lost = line[0]
        for come in line[1:]:
            if _first(come) - _last(lost) > _MISSED:
                yield _between(lost, come, words)
            lost = max(lost, come, key=_last)


def _again(line: Sequence[State], words: dict[Id, Span]) -> Iterator[Gap]:
    """Offices to which somebody is told to come twice, and not to have lost between: asked, since both may be so."""
    come = [s for s in line if s.fluent == OFFICE and s.certainty != "possible"]
    for one, other in pairwise(come):
        same = identity(one.holder) == identity(other.holder) and one.ended_by == other.ended_by
        if same and one.since.latest is not None and one.since.latest < _first(other):
            begun, again = words[one.started_by], words[other.started_by]
            days = f"{say_bounds(one.since)} and {say_bounds(other.since)}"
            who = f"{one.holder} is said to have become {one.key} on two dates"
            message = f"{who}, {days}: twice, or two versions of one beginning?"
            yield Gap(stable_id("g", "two-versions", one.id, other.id), "two-versions", message, again, (begun,))


def _first(state: State) -> float:
    """The first day on which it may have been so."""
    return -inf if state.since.earliest is None else state.since.earliest


def _last(state: State) -> float:
    """The last day on which it may have been so."""
    return inf if state.until.latest is None else state.until.latest


def _between(lost: State, come: State, words: dict[Id, Span]) -> Gap:
    ended, begun = words[lost.ended_by[0]], words[come.started_by]
    days = f"{say_day(int(_last(lost)))} and {say_day(int(_first(come)))}"
    return Gap(
        stable_id("g", "holder-unknown", lost.id, come.id),
        "holder-unknown",
        f"{come.key}: the text does not say who had it between {days}",
        ended,
        () if begun == ended else (begun,),
    )


def _unbegun(transitions: Sequence[Transition], entities: dict[Id, Entity], words: dict[Id, Span]) -> Iterator[Gap]:
    """Bodies that are firmly told to have ended, and of which no beginning is told."""
    begun = {t.key_entity for t in transitions if t.fluent == EXISTS and t.change == "starts"}
    ended = {
        t.key_entity: t
        for t in transitions
        if t.fluent == EXISTS and t.change == "ends" and t.strength == "firm" and t.key_entity not in begun
    }
    for body, told in ended.items():
        if body is not None and entities[body].kind == "body":
            message = f"{told.key} is said to have ended; how and when it began, the text does not say"
            yield Gap(stable_id("g", "unbegun", body), "unbegun", message, words[told.event])
