"""What each event starts, ends and shows: the axioms of the event types applied to who took part."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Moment
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.reason.conflicts import Solved
from regesta.reason.naming import Naming, identity, parts
from regesta.rules.effects import Use
from regesta.rules.event_types import EventTypes

EFFECTIVE = ("asserted", "reported")
"""Statuses whose effects are kept; those of reported events count only where they are asked for."""

Told = tuple[Id, Use, Evidence]


def no_place(_: str) -> bool:
    """The gazetteer of those who have none."""
    return False


def trace_transitions(
    findings: Findings,
    events: Sequence[Event],
    solved: Solved,
    event_types: EventTypes,
    known_place: Callable[[str], bool] = no_place,
) -> tuple[Transition, ...]:
    """All changes, in the order of events. A new holder of what only one can hold ends whoever had it."""
    naming = Naming(findings, event_types.words, known_place)
    claims = {c.id: c for c in findings.claims}
    sentences = {s.id: s.span for s in findings.sentences}
    told: list[Told] = []
    for event in events:
        if event.status not in EFFECTIVE:
            continue
        accounts = [claims[c] for c in event.claims]
        uses = event_types.uses(event.type, naming.cast(accounts))
        if uses:
            evidence = Evidence(
                tuple(dict.fromkeys(sentences.get(c.sentence, c.trigger) for c in accounts)), event.type, event.claims
            )
            told += [(event.id, use, evidence) for use in uses]
    made = [t for t in _merge_retold(_resolve(told), solved)]
    return tuple(_with_endings(made, event_types))


def _resolve(told: Sequence[Told]) -> list[Transition]:
    """Fill in the keys that an effect leaves to what its participant is known to hold."""
    slots: list[list[Transition]] = [[] for _ in told]
    held: dict[tuple[str, str], dict[str, Transition]] = defaultdict(dict)
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    todo: list[Transition] = []

    def note(slot: int, made: Transition) -> None:
        slots[slot].append(made)
        if made.change != "ends" and made.holder is not None:
            todo.append(made)

    for i, (event, use, evidence) in enumerate(told):
        if use.reach == "named":
            note(i, _transition(event, use, evidence, use.key, use.key_entity))
        else:
            waiting[use.fluent, identity(use.held_by)].append(i)
    while todo:
        holding = todo.pop()
        for name in parts(holding.holder or ""):
            keys = held[holding.fluent, name]
            if identity(holding.key) in keys:
                continue
            keys[identity(holding.key)] = holding
            for i in waiting[holding.fluent, name]:
                event, use, evidence = told[i]
                if event != holding.event:
                    note(i, _transition(event, use, evidence, holding.key, holding.key_entity))
    for (fluent, name), indices in waiting.items():
        several = len(held.get((fluent, name), {})) > 1
        for i in indices:
            if several and told[i][1].reach == "one":
                slots[i] = [replace(t, strength="weak") for t in slots[i]]
            slots[i].sort(key=lambda t: t.key)
    return [t for slot in slots for t in slot]


def _transition(event: Id, use: Use, evidence: Evidence, key: str, key_entity: Id | None) -> Transition:
    return Transition(
        event, use.change, use.fluent, key, key_entity, use.holder, use.holder_entity, use.strength, evidence
    )


def _merge_retold(transitions: Iterable[Transition], solved: Solved) -> list[Transition]:
    """A beginning told again without any date is the one that is dated, if there is just one."""
    kept = list(transitions)
    starts: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, t in enumerate(kept):
        if t.change == "starts" and t.holder is not None and t.strength == "firm":
            starts[t.fluent, identity(t.key), identity(t.holder)].append(i)
    dropped: set[int] = set()
    for indices in starts.values():
        dated = [i for i in indices if _is_dated(kept[i].event, solved)]
        if len({kept[i].event for i in dated}) != 1:
            continue
        for i in set(indices) - set(dated):
            dropped.add(i)
        for i in dated:
            kept[i] = replace(kept[i], evidence=_join([kept[i], *(kept[j] for j in indices if j not in dated)]))
    return [t for i, t in enumerate(kept) if i not in dropped]


def _is_dated(event: Id, solved: Solved) -> bool:
    point = solved.points[Moment(event, "end")]
    return bool(solved.network.earliest(point) > float("-inf") or solved.network.latest(point) < float("inf"))


def _join(transitions: Sequence[Transition]) -> Evidence:
    quotes = dict.fromkeys(q for t in transitions for q in t.evidence.quotes)
    derived = dict.fromkeys(d for t in transitions for d in t.evidence.derived_from)
    return Evidence(tuple(quotes), transitions[0].evidence.rule, tuple(derived))


def _with_endings(transitions: Iterable[Transition], event_types: EventTypes) -> Iterable[Transition]:
    for t in transitions:
        if t.change == "starts" and event_types.is_exclusive(t.fluent, t.key):
            yield replace(t, change="ends", holder=None, holder_entity=None)
        yield t


def acts(claims: Sequence[Claim], role: str) -> set[Id]:
    """Entities in a role, over all accounts."""
    return {r.entity for c in claims for r in c.fillers(role) if r.entity is not None}
