"""What each event changes by itself: the axioms of its type applied to who took part, with what is told beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import inf
from typing import NamedTuple

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event, Role
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.reason.declined import Sentences, without_declined
from regesta.reason.joining import Told
from regesta.reason.keys import HOLDS, OFFICE
from regesta.reason.lengths import lengths_behind
from regesta.reason.naming import Naming
from regesta.reason.pairs import told_apart
from regesta.reason.participants import DECEASED, POST
from regesta.reason.phases import Phase, by_phase, find_phases
from regesta.reason.usurping import Usurpers
from regesta.reason.vacancies import DENIED, FILLED, arrived, find_filling, had_before, nobody_had, with_vacancy
from regesta.rules.effects import Cast, Use
from regesta.rules.event_types import EventType, EventTypes

CHOSEN = "chosen"
"""Role of whoever is given an office that is not named."""
EFFECTIVE = ("asserted", "reported")
"""Statuses whose effects are kept; those of reported events count only where they are asked for."""
POSSIBLE = "possible"


def apply_axioms(
    findings: Findings, events: Sequence[Event], naming: Naming, event_types: EventTypes
) -> Iterator[Told]:
    """The axioms of each event applied to who took part, in the order of events; first of those who only arrived."""
    around = _Around.of(findings, events, naming, event_types)
    for came, use, empty in arrived(findings, events, around.filling, event_types, naming):
        yield came, use, Evidence(empty.evidence.quotes, FILLED, (empty.id,))
    for event in events:
        kind = event_types.get(event.type)
        if kind is None or not kind.effects:
            continue
        accounts = [around.claims[c] for c in event.claims]
        if event.status == DENIED:
            yield from _had_not(event, accounts, around, naming, event_types)
        elif event.status in (*EFFECTIVE, POSSIBLE):
            uses = _changes(event, kind, accounts, around, naming, event_types)
            yield from _told(event, uses, accounts, around) if uses else ()


@dataclass(frozen=True, slots=True)
class _Around:
    """What the text tells around events that has a say in what they change."""

    claims: Mapping[Id, Claim]
    sentences: Mapping[Id, Span]
    phases: Mapping[Id, Phase]
    """By claim, the event that it tells the beginning or the end of."""
    told: Sentences
    gone: Mapping[Id, Sequence[tuple[Claim, Role]]]
    for_a_while: frozenset[Id]
    """Claims of what was had for a length of time."""
    usurpers: Usurpers
    filling: Mapping[Id, Claim]
    """Events by which an office may be filled that stood empty."""

    @classmethod
    def of(cls, findings: Findings, events: Sequence[Event], naming: Naming, event_types: EventTypes) -> "_Around":
        beside: dict[Id, list[Claim]] = defaultdict(list)
        for claim in findings.claims:
            beside[claim.sentence].append(claim)
        return cls(
            {c.id: c for c in findings.claims},
            {s.id: s.span for s in findings.sentences},
            find_phases(findings.claims, events, event_types),
            Sentences.of(findings, beside, naming, event_types),
            _gone(findings.claims, event_types),
            frozenset(lengths_behind(findings)),
            Usurpers.of(findings, events, event_types, naming),
            find_filling(findings, events, event_types, naming),
        )


def _changes(
    event: Event, kind: EventType, accounts: Sequence[Claim], around: _Around, naming: Naming, event_types: EventTypes
) -> list[Use]:
    """What an event changes, but for what its sentence takes back."""
    aside = _Aside([r for c in accounts for r in _gone_by(c, around.gone)], vacant=event.id in around.filling)
    uses: Sequence[Use] = _surest(event.type, accounts, aside, naming, event_types)
    uses = [use for use in uses if _says_which(use, accounts, naming)]
    uses = _sobered(list(_named_by_deed(uses, accounts, naming)), accounts, kind, around.usurpers)
    if event.status == POSSIBLE:
        # "May have been mayor": somebody may have been in it then, and nobody came to it or lost it.
        uses = [replace(use, strength="weak") for use in uses if use.change == "observes"]
    if aside.vacant:
        # An office that stands empty waits for nobody to leave it.
        uses = [replace(use, strength="firm") if use.strength == "chosen" and use.pointed else use for use in uses]
    return without_declined(uses, accounts, around.told)


def _told(event: Event, uses: Sequence[Use], accounts: Sequence[Claim], around: _Around) -> Iterator[Told]:
    """What it changes with the words that say so; of the event that it begins or ends, where it tells only that."""
    words = dict.fromkeys(around.sentences.get(c.sentence, c.trigger) for c in accounts)
    evidence = Evidence(tuple(words), event.type, event.claims)
    phase = next((around.phases[c] for c in event.claims if c in around.phases), None)
    if phase is not None:
        joined = replace(evidence, derived_from=(*event.claims, *phase[0].claims))
        yield from ((phase[0].id, use, joined) for use in by_phase(uses, phase[1]))
        return
    yield from ((event.id, use, evidence) for use in uses)
    if not around.for_a_while.isdisjoint(event.claims):
        yield from ((event.id, lost, evidence) for lost in map(_lost_some_day, uses) if lost is not None)


class _Aside(NamedTuple):
    """What is told beside an event that may have a part in it."""

    gone: Sequence[Role]
    """Those who are told to be gone."""
    vacant: bool
    """Whether an office stood empty before."""


def _had_not(
    event: Event, accounts: Sequence[Claim], around: _Around, naming: Naming, event_types: EventTypes
) -> Iterator[Told]:
    """That whoever had an office has it no more which nobody is told to have: "the guard had no captain".

    Nor has it who is told to have come to it before, and not to have it then: "in 1844 he was no longer mayor".
    """
    evidence = Evidence(tuple(c.trigger for c in accounts), event.type, event.claims)
    for claim in accounts:
        for use in nobody_had(claim, naming, event_types):
            if use.holder is None or had_before(claim, around.claims.values(), naming, event_types):
                yield event.id, use, evidence


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


def _named_by_deed(uses: Sequence[Use], accounts: Sequence[Claim], naming: Naming) -> Iterator[Use]:
    """The same, with the office of one person who does what it is named for: governor of Tobago, of who governed it."""
    told = [naming.quoted(c.trigger).lower() for c in accounts]
    deed, work = (next((words[t] for t in told if t in words), "") for words in (naming.words.deeds, naming.words.work))
    for use in uses:
        seen = use.reach == "named" and use.change == "observes" and use.strength == "firm"
        who = naming.entities.get(use.holder_entity) if seen and use.holder_entity is not None else None
        over = use.fluent == HOLDS or naming.is_place(use.key)
        office = deed if over else work if use.fluent == OFFICE else ""
        named = office and who is not None and who.kind == "person"
        if use.fluent != OFFICE or not named:
            yield use
        if named:
            yield replace(use, fluent=OFFICE, key=f"{office}, {use.key}", key_entity=None)


def _sobered(uses: Sequence[Use], accounts: Sequence[Claim], kind: EventType, usurpers: Usurpers) -> list[Use]:
    """The same, weak where he gives himself what others give somebody; without offices not named, nor the day told."""
    own = any(e.fluent == OFFICE and e.change == "starts" and e.holder == "actor" for e in kind.effects)
    if CHOSEN in kind.roles and not any(all(abs(d) < inf for d in days_of(c)) for c in accounts):
        uses = [use for use in uses if use.change != "starts" or use.held_by != use.holder or use.pointed]
    return list(uses) if own else usurpers.sobered(uses, accounts)


def _surest(
    kind: str, accounts: Sequence[Claim], aside: _Aside, naming: Naming, event_types: EventTypes
) -> Sequence[Use]:
    """What an event changes with the participants that rules gave; else, only weakly, with all that are likely."""
    sure = [c.sure() for c in accounts]
    uses = _uses(kind, sure, aside, naming, event_types)
    if uses or all(kept is whole for kept, whole in zip(sure, accounts, strict=True)):
        return uses
    return [replace(use, strength="weak") for use in _uses(kind, accounts, aside, naming, event_types)]


def _uses(
    kind: str, accounts: Sequence[Claim], aside: _Aside, naming: Naming, event_types: EventTypes
) -> Sequence[Use]:
    """What an event changes, with the participants that its accounts give it: in turns, where they tell so."""
    apart = [told_apart(claim) for claim in accounts]
    if all(len(pairs) == 1 for pairs in apart):
        return event_types.uses(kind, _cast(kind, accounts, aside, naming, event_types))
    told = [u for c in chain(*apart) for u in event_types.uses(kind, _cast(kind, [c], aside, naming, event_types))]
    return list(dict.fromkeys(told))


def _cast(kind: str, accounts: Sequence[Claim], aside: _Aside, naming: Naming, event_types: EventTypes) -> Cast:
    roles = event_types[kind].roles
    cast = naming.cast(accounts, roles)
    if aside.vacant and POST in roles:
        cast = with_vacancy(cast)
    if DECEASED not in roles:
        return cast
    own = {p.name for fillers in cast.values() for p in fillers}
    return {**cast, DECEASED: tuple(p for p in naming.only(aside.gone) if p.name not in own)}


def _lost_some_day(use: Use) -> Use | None:
    """Had for a while, and so lost some day; which one is not told."""
    if use.change != "observes" or use.holder is None:
        return None
    return replace(use, change="ends", strength="weak")


def _gone_by(claim: Claim, gone: Mapping[Id, Sequence[tuple[Claim, Role]]]) -> Iterator[Role]:
    """Those whom its sentence tells to be gone, before it or where it has no day but that of the loss."""
    for loss, role in gone.get(claim.sentence, ()):
        before = loss.trigger < claim.trigger or claim.time.when in (None, loss.time.when)
        if loss.id != claim.id and before:
            yield role


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


def days_of(claim: Claim) -> tuple[float, float]:
    """First and last day of a claim, without end where none is told."""
    when = claim.time.when
    return (
        -inf if when is None or when.earliest is None else when.earliest,
        inf if when is None or when.latest is None else when.latest,
    )
