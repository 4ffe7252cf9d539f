"""Findings into constraints between moments: what each claim's date and each link says in whole days."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Constraint, Moment
from regesta.model.ids import Id, stable_id
from regesta.model.state import Transition
from regesta.model.time import Bounds
from regesta.reason.afterwards import lost_once_had
from regesta.reason.keys import EXISTS, holding_of
from regesta.reason.naming import identity
from regesta.reason.turns import Whens, as_told, emptied, in_turn, kept_until, replaced, told_beside


def constrain(
    findings: Findings, events: Sequence[Event], transitions: Sequence[Transition] = ()
) -> tuple[Constraint, ...]:
    """One statement a claim (its date) and one a link, in text order; and per event that it ends after it begins.

    Besides, what a body does or has done to it in power comes no sooner than its foundation, where one is told; and
    those of whom it is told without a date that they came to an office came to it in the order told.
    """
    claims = {c.id: c for c in findings.claims}
    event_of = {c: e.id for e in events for c in e.claims}
    made: list[Constraint] = []
    for event in events:
        made += _own(event, [claims[c] for c in event.claims])
    for link in findings.links:
        earlier, later = event_of.get(link.earlier), event_of.get(link.later)
        if earlier is None or later is None or earlier == later:
            continue
        made.append(
            Constraint(
                link.id,
                Moment(earlier, "end"),
                Moment(later, "start"),
                link.min_days,
                link.max_days,
                strict=link.strict and link.min_days >= 0,
            )
        )
    made += _founded(events, transitions)
    whens = {e.id: [w for c in e.claims if (w := claims[c].time.when) is not None] for e in events}
    made += _kept(transitions, whens)
    made += _had(events, transitions, claims)
    made += _had_until(events, transitions, claims)
    made += in_turn(findings, events, transitions)
    made += told_beside(findings.links, events, transitions, claims)
    sentences = {e.id: frozenset(claims[c].sentence for c in e.claims) for e in events}
    places = {e.id: min(claims[c].trigger for c in e.claims) for e in events}
    made += replaced(events, transitions, whens, sentences, places)
    made += kept_until(transitions, whens)
    made += as_told(findings, events, transitions, whens)
    made += emptied(findings, events, transitions)
    made += lost_once_had(findings, events, transitions)
    return tuple(made)


def lasts(claims: Sequence[Claim]) -> bool:
    """Whether any account tells a stretch of time rather than a moment in one."""
    return any(c.time.when is not None and c.time.when.lasting for c in claims)


def _own(event: Event, claims: Sequence[Claim]) -> Iterator[Constraint]:
    start, end = Moment(event.id, "start"), Moment(event.id, "end")
    lasting = lasts(claims)
    yield Constraint(event.id, start, end, 0, None if lasting else 0, strict=lasting, axiom=True)
    for claim in claims:
        when = claim.time.when
        if when is not None:
            yield from _dated(claim.id, start, when.start)
            if when.lasting:
                yield from _dated(claim.id, end, when.end)


def _dated(statement: Id, moment: Moment, bounds: Bounds) -> Iterator[Constraint]:
    if bounds.earliest is not None or bounds.latest is not None:
        yield Constraint(statement, None, moment, bounds.earliest, bounds.latest)


def _founded(events: Sequence[Event], transitions: Sequence[Transition]) -> Iterator[Constraint]:
    for origin, event in foundations(events, transitions):
        earlier, later = Moment(origin, "start"), Moment(event, "start")
        yield Constraint(stable_id("ax", origin, event), earlier, later, 0, None, axiom=True)


def _kept(transitions: Sequence[Transition], whens: Whens) -> Iterator[Constraint]:
    """What one kept until a stated day came to them after the last that is told to have had it before that day.

    "The town remained in the commune's hands until 1266" says nothing of when they took it, but not before 1194 if the
    bishop received it then.
    """
    taken: dict[tuple[str, str], list[tuple[int, Transition]]] = {}
    for t in (t for t in transitions if t.strength == "firm" and whens[t.event]):
        last = max((w.latest for w in whens[t.event] if w.latest is not None), default=None)
        lost = t.change == "ends" and t.holder is not None
        if (lost or t.change == "starts") and last is not None:
            taken.setdefault((t.fluent, identity(t.key)), []).append((last, t))
    for t in (t for t in transitions if t.change == "observes" and whens[t.event]):
        kept = [w for w in whens[t.event] if w.lasting and w.earliest is None and w.end.earliest is not None]
        if not kept:
            continue
        until = min(w.end.earliest for w in kept if w.end.earliest is not None)
        before = [
            (day, u.event)
            for day, u in taken.get((t.fluent, identity(t.key)), ())
            if day < until and u.event != t.event and identity(u.holder or "") != identity(t.holder or "")
        ]
        if before:
            taker = max(before)[1]
            earlier, later = Moment(taker, "end"), Moment(t.event, "start")
            yield Constraint(stable_id("ax", "kept", taker, t.event), earlier, later, 0, None, axiom=True)


def _had(
    events: Sequence[Event], transitions: Sequence[Transition], claims: Mapping[Id, Claim]
) -> Iterator[Constraint]:
    """Who is told, without a date, to have had something had it no sooner than they took it, where that is told once.

    "They seized the hall on 28 September. They held it for a few hours."
    """
    dated = {e.id for e in events if any(claims[c].time.when is not None for c in e.claims)}
    asserted = {e.id for e in events if e.status == "asserted"}
    undated = asserted - dated
    taken: dict[tuple[str, str, str], set[Id]] = {}
    for t in transitions:
        if t.change == "starts" and t.holder and t.event in asserted:
            taken.setdefault(holding_of(t), set()).add(t.event)
    observed = [t for t in transitions if t.change == "observes" and t.holder and t.event in undated]
    meant = Counter(t.event for t in observed)
    for t in observed:
        # Which of all that they had is meant is not said: "the defences of the Danes".
        if t.strength == "firm" or meant[t.event] == 1:
            takers = taken.get(holding_of(t), set()) - {t.event}
            if len(takers) == 1:
                taker = next(iter(takers))
                earlier, later = Moment(taker, "start"), Moment(t.event, "start")
                yield Constraint(stable_id("ax", "had", taker, t.event), earlier, later, 0, None, axiom=True)


def _had_until(
    events: Sequence[Event], transitions: Sequence[Transition], claims: Mapping[Id, Claim]
) -> Iterator[Constraint]:
    """Who is told in one sentence to have come to something and to have had it until a day had it from the first on.

    "She became treasurer in 1876 and kept the books until 1910."
    """
    accounts = {e.id: [claims[c] for c in e.claims] for e in events if e.status == "asserted"}
    told = [t for t in transitions if t.holder and t.event in accounts]
    taken: dict[tuple[str, str, str, Id], set[Id]] = {}
    for t in told:
        if t.change == "starts":
            for claim in accounts[t.event]:
                taken.setdefault((*holding_of(t), claim.sentence), set()).add(t.event)
    for t in (t for t in told if t.change == "observes"):
        kept = [c for c in accounts[t.event] if (w := c.time.when) and w.lasting and w.earliest is None]
        takers = {e for c in kept for e in taken.get((*holding_of(t), c.sentence), ()) if e != t.event}
        if len(takers) == 1:
            taker = next(iter(takers))
            earlier, later = Moment(taker, "start"), Moment(t.event, "start")
            yield Constraint(stable_id("ax", "until", taker, t.event), earlier, later, 0, 0, axiom=True)


def foundations(events: Sequence[Event], transitions: Sequence[Transition]) -> list[tuple[Id, Id]]:
    """Events that found a body, each with one that gives it or its offices power; for those founded once."""
    asserted = {e.id for e in events if e.status == "asserted"}
    founded: dict[Id, set[Id]] = {}
    for t in transitions:
        if (
            t.fluent == EXISTS
            and t.change == "starts"
            and t.strength == "firm"
            and t.event in asserted
            and t.key_entity
        ):
            founded.setdefault(t.key_entity, set()).add(t.event)
    pairs: dict[tuple[Id, Id], None] = {}
    for t in transitions:
        for body in (t.key_entity, t.holder_entity):
            origins = founded.get(body, set()) if body is not None else set()
            if len(origins) == 1 and t.event not in origins:
                pairs[next(iter(origins)), t.event] = None
    return list(pairs)
