"""What each event starts, ends and shows: the axioms of the event types applied to who took part."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import inf

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event, Role
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.reason.again import Days, merge_retold
from regesta.reason.apposed import find_apposed
from regesta.reason.beset import find_surrendered
from regesta.reason.entered import confirm_entries
from regesta.reason.keys import EXISTS, HOLDS, OFFICE
from regesta.reason.lengths import lengths_behind
from regesta.reason.naming import Naming, identity
from regesta.reason.offices import stood_in_for, unite_offices
from regesta.reason.pairs import told_apart
from regesta.reason.participants import DECEASED
from regesta.reason.phases import by_phase, find_phases
from regesta.reason.resolving import Told, resolve
from regesta.reason.standing import find_standing
from regesta.reason.takers import find_takers
from regesta.reason.titles import find_leaders, find_titles
from regesta.reason.usurping import Usurpers
from regesta.rules.effects import Cast, Use
from regesta.rules.event_types import EventType, EventTypes

CHOSEN = "chosen"
"""Role of whoever is given an office that is not named."""
EFFECTIVE = ("asserted", "reported")
"""Statuses whose effects are kept; those of reported events count only where they are asked for."""

POSSIBLE = "possible"

_STEM = 5
"""Letters that "elected" and "election" share."""


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
        e.id: min(_days(claims[c]) for c in e.claims) for e in events if any(_is_dated(claims[c]) for c in e.claims)
    }
    told = list(_tell(findings, events, naming, event_types))
    told += list(find_standing(findings, events, told, naming))
    told += list(find_surrendered(findings, events, told, event_types, naming))
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
    places = {e.id: min(claims[c].trigger for c in e.claims) for e in events}
    whens = {e.id: claims[e.claims[0]].time.when for e in events}
    made = [t for t in resolve(told, places, whens, event_types.words) if not _is_called_so(t, event_types)]
    made += [*_offices_gone(made, event_types), *_stood_in_for(made, event_types)]
    made = confirm_entries([*made, *find_apposed(findings, events, made)], places)
    linked = {i for link in findings.links for i in (link.earlier, link.later)}
    tied = {e.id for e in events if not linked.isdisjoint(e.claims)}
    return tuple(_with_endings(merge_retold(made, dated), tied.union(dated), event_types))


def _tell(findings: Findings, events: Sequence[Event], naming: Naming, event_types: EventTypes) -> Iterator[Told]:
    """The axioms of each event applied to who took part, in the order of events."""
    claims = {c.id: c for c in findings.claims}
    sentences = {s.id: s.span for s in findings.sentences}
    phases = find_phases(findings.claims, events, event_types)
    beside: dict[Id, list[Claim]] = defaultdict(list)
    for claim in findings.claims:
        beside[claim.sentence].append(claim)
    gone, for_a_while = _gone(findings.claims, event_types), lengths_behind(findings)
    usurpers = Usurpers.of(findings, events, event_types, naming)
    for event in events:
        kind = event_types.get(event.type)
        if event.status not in (*EFFECTIVE, POSSIBLE) or kind is None or not kind.effects:
            continue
        accounts = [claims[c] for c in event.claims]
        deceased = [r for c in accounts for r in _gone_by(c, gone)] if DECEASED in kind.roles else None
        uses = _surest(event.type, accounts, deceased, naming, event_types)
        uses = _sobered([use for use in uses if _says_which(use, accounts, naming)], accounts, kind, usurpers)
        if event.status == POSSIBLE:
            # "May have been mayor": somebody may have been in it then, and nobody came to it or lost it.
            uses = [replace(use, strength="weak") for use in uses if use.change == "observes"]
        if any(use.strength == "chosen" for use in uses) and _came_to_nothing(accounts, beside, naming, event_types):
            uses = []
        phase = next((phases[c] for c in event.claims if c in phases), None)
        if not (uses := _without_declined(uses, accounts, beside, naming, event_types)):
            continue
        evidence = Evidence(
            tuple(dict.fromkeys(sentences.get(c.sentence, c.trigger) for c in accounts)), event.type, event.claims
        )
        if phase is not None:
            joined = replace(evidence, derived_from=(*event.claims, *phase[0].claims))
            yield from ((phase[0].id, use, joined) for use in by_phase(uses, phase[1]))
            continue
        yield from ((event.id, use, evidence) for use in uses)
        if any(c in for_a_while for c in event.claims):
            yield from ((event.id, lost, evidence) for lost in map(_lost_some_day, uses) if lost is not None)


def _says_which(use: Use, accounts: Sequence[Claim], naming: Naming) -> bool:
    """Whether the text says what is held, and by whom: nobody asks who had "two key cities", as for "the strip"."""
    words = naming.words
    if use.holder is not None and words.is_anybody(use.holder):
        return False
    if use.fluent != HOLDS or not use.key.islower():
        return True
    told = [q for c in accounts for r in c.roles if use.key in (q := naming.quote(r))]
    if words.is_some(use.key) or (told and all(map(words.is_some, told))):
        return False
    return not told or not words.names_kind(use.key) or any(words.without_article(q) != q for q in told)


def _sobered(uses: Sequence[Use], accounts: Sequence[Claim], kind: EventType, usurpers: Usurpers) -> list[Use]:
    """The same, weak where he gives himself what others give somebody; without offices not named, nor the day told."""
    own = any(e.fluent == OFFICE and e.change == "starts" and e.holder == "actor" for e in kind.effects)
    if CHOSEN in kind.roles and not any(all(abs(d) < inf for d in _days(c)) for c in accounts):
        uses = [use for use in uses if use.change != "starts" or use.held_by != use.holder or use.pointed]
    return list(uses) if own else usurpers.sobered(uses, accounts)


def _surest(
    kind: str, accounts: Sequence[Claim], deceased: Sequence[Role] | None, naming: Naming, event_types: EventTypes
) -> Sequence[Use]:
    """What an event changes with the participants that rules gave; else, only weakly, with all that are likely."""
    sure = [c.sure() for c in accounts]
    uses = _uses(kind, sure, deceased, naming, event_types)
    if uses or all(kept is whole for kept, whole in zip(sure, accounts, strict=True)):
        return uses
    return [replace(use, strength="weak") for use in _uses(kind, accounts, deceased, naming, event_types)]


def _uses(
    kind: str, accounts: Sequence[Claim], deceased: Sequence[Role] | None, naming: Naming, event_types: EventTypes
) -> Sequence[Use]:
    """What an event changes, with the participants that its accounts give it: in turns, where they tell so."""
    apart = [told_apart(claim) for claim in accounts]
    if all(len(pairs) == 1 for pairs in apart):
        return event_types.uses(kind, _cast(kind, accounts, deceased, naming, event_types))
    told = [u for c in chain(*apart) for u in event_types.uses(kind, _cast(kind, [c], deceased, naming, event_types))]
    return list(dict.fromkeys(told))


def _cast(
    kind: str, accounts: Sequence[Claim], deceased: Sequence[Role] | None, naming: Naming, event_types: EventTypes
) -> Cast:
    cast = naming.cast(accounts, event_types[kind].roles)
    if deceased is None:
        return cast
    own = {p.name for fillers in cast.values() for p in fillers}
    return {**cast, DECEASED: tuple(p for p in naming.only(deceased) if p.name not in own)}


def _lost_some_day(use: Use) -> Use | None:
    """Had for a while, and so lost some day; which one is not told."""
    if use.change != "observes" or use.holder is None:
        return None
    return replace(use, change="ends", strength="weak")


def _came_to_nothing(
    accounts: Sequence[Claim], beside: Mapping[Id, Sequence[Claim]], naming: Naming, event_types: EventTypes
) -> bool:
    """Whether its sentence tells that a choice was undone: "but the election was quashed", "refused to confirm him"."""
    return any(
        _undoes(claim, chosen, naming, event_types)
        for chosen in accounts
        for claim in beside[chosen.sentence]
        if claim.id != chosen.id
    )


def _undoes(claim: Claim, chosen: Claim, naming: Naming, event_types: EventTypes) -> bool:
    kind, told = event_types.get(claim.type), claim.fillers("target")
    if kind is None:
        return False
    if kind.undoes and claim.status == "asserted":
        stem = chosen.trigger.quote(naming.documents[chosen.trigger.document])[:_STEM]
        return any(stem in naming.quote(r) for r in told)
    whom = {r.entity for r in chosen.fillers("target") if r.entity is not None}
    refused = claim.status == "denied" and DECEASED in kind.roles and chosen.trigger < claim.trigger
    return refused and any(r.entity in whom for r in told)


def _without_declined(
    uses: Sequence[Use],
    accounts: Sequence[Claim],
    beside: Mapping[Id, Sequence[Claim]],
    naming: Naming,
    event_types: EventTypes,
) -> list[Use]:
    """The same without what somebody came to who is told behind it, in its sentence, to have turned the office down."""
    if not any(u.fluent == OFFICE and u.change == "starts" for u in uses):
        return list(uses)
    gone = {
        r.entity
        for chosen in accounts
        for claim in beside[chosen.sentence]
        if (kind := event_types.get(claim.type)) is not None and kind.turns_down and claim.status == "asserted"
        if claim.trigger > chosen.trigger and any(map(naming.may_be_office, claim.fillers("target")))
        for r in claim.fillers("actor")
        if r.entity is not None
    }
    return [u for u in uses if u.fluent != OFFICE or u.change != "starts" or u.holder_entity not in gone]


def _is_called_so(t: Transition, event_types: EventTypes) -> bool:
    """Whether whoever has an office is only called by it: that "the bishop" was bishop says nothing."""
    words = event_types.words
    return t.fluent == OFFICE and identity(words.without_article(t.holder or "")) == identity(words.office_alone(t.key))


def _gone_by(claim: Claim, gone: Mapping[Id, Sequence[tuple[Claim, Role]]]) -> Iterator[Role]:
    """Those whom its sentence tells to be gone, before it or where it has no day but that of the loss."""
    for loss, role in gone.get(claim.sentence, ()):
        before = loss.trigger < claim.trigger or claim.time.when in (None, loss.time.when)
        if loss.id != claim.id and before:
            yield role


def _ends_life(claim: Claim, event_types: EventTypes) -> bool:
    """Whether it tells for a fact that somebody died."""
    kind = event_types.get(claim.type)
    return kind is not None and kind.ends_life and claim.status == "asserted"


def _gone(claims: Iterable[Claim], event_types: EventTypes) -> dict[Id, list[tuple[Claim, Role]]]:
    """By sentence, those who are told in it to die, or to leave an office or to have it until some day."""
    found: dict[Id, list[tuple[Claim, Role]]] = defaultdict(list)
    for claim in claims:
        kind = event_types.get(claim.type) if claim.status == "asserted" else None
        if kind is None:
            continue
        when = claim.time.when
        until = when is not None and when.lasting and when.end.latest is not None
        if kind.ends_life:
            lost = claim.fillers("target") or claim.fillers("actor")
        elif kind.ends_term or (until and any(e.fluent == OFFICE and e.change == "observes" for e in kind.effects)):
            lost = claim.fillers("target" if kind.stance else "actor")
        else:
            continue
        found[claim.sentence] += ((claim, role) for role in lost)
    return found


def _days(claim: Claim) -> Days:
    when = claim.time.when
    return (
        -inf if when is None or when.earliest is None else when.earliest,
        inf if when is None or when.latest is None else when.latest,
    )


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
