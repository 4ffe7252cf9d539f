"""What each event starts, ends and shows: the axioms of the event types applied to who took part."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.reason.again import merge_retold
from regesta.reason.apposed import find_apposed
from regesta.reason.axioms import apply_axioms, days_of
from regesta.reason.before import settle_by_before
from regesta.reason.beset import find_surrendered
from regesta.reason.entered import confirm_entries
from regesta.reason.keys import EXISTS, OFFICE
from regesta.reason.naming import Naming, identity
from regesta.reason.offices import stood_in_for, unite_offices
from regesta.reason.resolving import resolve
from regesta.reason.returned import give_back
from regesta.reason.sites import unite_sites
from regesta.reason.standing import find_standing
from regesta.reason.taken_over import find_taken_over
from regesta.reason.takers import find_takers
from regesta.reason.titles import find_leaders, find_titles
from regesta.reason.whoever import lost_by_whoever
from regesta.rules.event_types import EventTypes


def no_place(_: str) -> bool:
    """The gazetteer of those who have none."""
    return False


def trace_transitions(
    findings: Findings,
    events: Sequence[Event],
    event_types: EventTypes,
    known_place: Callable[[str], bool] = no_place,
) -> tuple[Transition, ...]:
    """All changes, in the order of events. A new holder of what only one can hold ends whoever had it."""
    naming = Naming(
        findings,
        event_types.words,
        known_place,
        ends_life=lambda c: _ends_life(c, event_types),
        of_office=lambda c: (kind := event_types.get(c.type)) is not None and OFFICE in kind.roles,
    )
    claims = {c.id: c for c in findings.claims}
    dated = {
        e.id: min(days_of(claims[c]) for c in e.claims) for e in events if any(_is_dated(claims[c]) for c in e.claims)
    }
    places = {e.id: min(claims[c].trigger for c in e.claims) for e in events}
    order = {s.id: n for n, s in enumerate(findings.sentences)}
    numbers = {e.id: min(order.get(claims[c].sentence, 0) for c in e.claims) for e in events}
    told = list(unite_sites(list(apply_axioms(findings, events, naming, event_types)), places, numbers))
    told = list(give_back(list(lost_by_whoever(told)), places, claims, naming))
    told += list(find_standing(findings, events, told, naming))
    told += list(find_surrendered(findings, events, told, event_types, naming))
    told += list(find_taken_over(findings, events, told, places, numbers, naming))
    told += list(find_takers(findings, events, told, event_types, naming))
    # "The mayor, X, opened the hall on 3 May": that he is told to be mayor has no day; that he acted as one has.
    offices = [
        (use.holder, use.key)
        for event, use, _ in told
        if use.fluent == OFFICE and (use.change == "starts" or (use.change == "observes" and event in dated))
    ]
    told += list(find_titles(findings, events, offices, event_types))
    told += find_leaders(findings, events, naming)
    told = unite_offices(told, event_types.words)
    whens = {e.id: claims[e.claims[0]].time.when for e in events}
    made = [t for t in resolve(told, places, whens, event_types.words) if not _is_called_so(t, event_types)]
    made += [*_offices_gone(made, event_types), *_stood_in_for(made, event_types)]
    # Who marches in and stays has the place; who is told to have gone then, too, and so the entries come twice.
    made = list(settle_by_before(confirm_entries(made, places), findings, events, places, numbers, event_types))
    made = confirm_entries([*made, *find_apposed(findings, events, made)], places)
    linked = {i for link in findings.links for i in (link.earlier, link.later)}
    tied = {e.id for e in events if not linked.isdisjoint(e.claims)}
    return tuple(_with_endings(merge_retold(made, dated), tied.union(dated), event_types))


def _is_called_so(t: Transition, event_types: EventTypes) -> bool:
    """Whether whoever has an office is only called by it: that "the bishop" was bishop says nothing."""
    words = event_types.words
    return t.fluent == OFFICE and identity(words.without_article(t.holder or "")) == identity(words.office_alone(t.key))


def _ends_life(claim: Claim, event_types: EventTypes) -> bool:
    """Whether it tells for a fact that somebody died."""
    kind = event_types.get(claim.type)
    return kind is not None and kind.ends_life and claim.status == "asserted"


def _is_dated(claim: Claim) -> bool:
    when = claim.time.when
    return when is not None and (when.earliest is not None or when.latest is not None)


def _offices_gone(transitions: Sequence[Transition], event_types: EventTypes) -> Iterator[Transition]:
    """That nobody has an office of a body any more which is told to exist no longer."""
    gone = [t for t in transitions if t.fluent == EXISTS and t.change == "ends" and t.strength == "firm"]
    keys = {t.key for t in transitions if t.fluent == OFFICE} if gone else set()
    for key in sorted(keys):
        over = identity(event_types.words.split(key)[1])
        for t in gone:
            if over == identity(t.key):
                yield replace(t, fluent=OFFICE, key=key, key_entity=None, holder=None, holder_entity=None)


def _stood_in_for(transitions: Sequence[Transition], event_types: EventTypes) -> Iterator[Transition]:
    """That whoever had an office may have it no more once another comes to do its work: "acting president"."""
    keys = dict.fromkeys(t.key for t in transitions if t.fluent == OFFICE and t.change != "ends")
    for t in transitions:
        acts = t.fluent == OFFICE and t.change == "starts"
        key = stood_in_for(t.key, keys, event_types.words) if acts else None
        if key is not None:
            yield replace(t, change="ends", key=key, key_entity=None, holder=None, holder_entity=None, strength="weak")


def _passed_on(transitions: Sequence[Transition], event_types: EventTypes) -> set[tuple[str, str]]:
    """Offices that say over what nowhere, and in which somebody is told to have come after another: there is one."""
    lost = {(t.event, t.fluent, identity(t.key)) for t in transitions if t.change == "ends" and t.holder is not None}
    return {
        (t.fluent, identity(t.key))
        for t in transitions
        if t.change == "starts"
        and t.fluent == OFFICE
        and event_types.words.is_sole_word(t.key)
        and (t.event, t.fluent, identity(t.key)) in lost
    }


def _with_endings(
    transitions: Sequence[Transition], placed: Collection[Id], event_types: EventTypes
) -> Iterable[Transition]:
    """The same with the end of whoever had what only one can have.

    Where the text does not say over what, it is only likely: "Otto became chancellor in 1204", and Hugo in 1207. So
    only of events `placed` in time, by a date or by what they come after.
    """
    passed_on, words = _passed_on(transitions, event_types), event_types.words
    for t in transitions:
        sole = event_types.is_exclusive(t.fluent, t.key) or (t.fluent, identity(t.key)) in passed_on
        if t.change == "starts" and sole:
            yield replace(t, change="ends", holder=None, holder_entity=None)
        elif t.change == "starts" and t.fluent == OFFICE and t.event in placed and words.is_sole_word(t.key):
            yield replace(t, change="ends", holder=None, holder_entity=None, strength="weak")
        yield t
