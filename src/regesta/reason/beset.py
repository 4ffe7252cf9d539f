"""Which place a surrender is of that names none: the one that was besieged last before, and by whom it was taken."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.reason.joining import Told, with_claim
from regesta.reason.keys import HOLDS
from regesta.reason.naming import Naming, identity
from regesta.reason.participants import ACTOR, PLACE, TARGET
from regesta.rules.effects import Participant, Use
from regesta.rules.event_types import EventTypes

BESET = "beset-before"
"""Rule of what follows from a siege told before a surrender."""
_SENTENCES = 1
"""Between a siege and the surrender that ends it there is at most so much else told."""
_HOLDERS = ("body", "person", "place")
_PLACES = frozenset(("place", "building"))
_RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class _Siege:
    """Who besets which place, and where it is told."""

    claim: Claim
    place: Participant
    forces: tuple[Participant, ...]


def find_surrendered(
    findings: Findings, events: Sequence[Event], told: Sequence[Told], types: EventTypes, naming: Naming
) -> Iterator[Told]:
    """That a place changed hands, for "they laid siege to Lindos in May, and on 9 June the garrison capitulated"."""
    held: dict[Id, list[Use]] = defaultdict(list)
    for event, use, _ in told:
        if use.fluent == HOLDS:
            held[event].append(use)
    number = {s.id: n for n, s in enumerate(findings.sentences)}
    event_of = {c: e.id for e in events if e.status == "asserted" for c in e.claims}
    last: _Siege | None = None
    for claim in sorted((c for c in findings.claims if c.id in event_of), key=lambda c: c.trigger):
        kind, event = types.get(claim.type), event_of[claim.id]
        if kind is None:
            continue
        if kind.besets:
            told_where = claim.fillers(TARGET) or claim.fillers(PLACE)
            last = _siege(claim, naming) if told_where else last  # "after a siege of nine months"
        elif kind.gives_up and last is not None:
            if _is_soon(claim, last.claim, number) and _is_of_it(held[event], last, naming):
                given = (u for u in _given_up(claim, last, naming) if u.change == "starts" or not held[event])
                yield from _beset_before(event, given, claim, last)
            last = None
        elif held[event]:
            if last is not None and claim.sentence == last.claim.sentence and _falls(held[event], last, naming):
                yield from _beset_before(event, _taken(last, last.forces, naming), claim, last)
            last = None


def _beset_before(event: Id, uses: Iterable[Use], claim: Claim, siege: _Siege) -> Iterator[Told]:
    """What follows for the event that the claim tells, with the siege before it among its reasons."""
    before = Evidence(siege.claim.evidence.quotes, derived_from=(siege.claim.id,))
    return ((event, use, with_claim(before, claim, BESET)) for use in uses)


def _is_soon(claim: Claim, siege: Claim, number: Mapping[Id, int]) -> bool:
    near = number[claim.sentence] - number[siege.sentence] <= 1 + _SENTENCES
    return near and claim.trigger.document == siege.trigger.document


def _is_of_it(uses: Sequence[Use], siege: _Siege, naming: Naming) -> bool:
    """Whether a surrender is told to be of no place, or that the besieged one was lost by it, but to nobody surely."""
    key = identity(naming.words.bare(siege.place.name))
    lost = (use.change == "ends" or use.strength == "weak" for use in uses)
    return all(lost) and all(identity(use.key) == key for use in uses)


def _falls(uses: Sequence[Use], siege: _Siege, naming: Naming) -> bool:
    """Whether the besieged place is told to be lost, and not by whom nor to whom: "on 9 June it fell"."""
    lost = all(u.change == "ends" and u.holder is None and u.strength == "firm" for u in uses)
    return lost and _is_of_it(uses, siege, naming)


def _siege(claim: Claim, naming: Naming) -> _Siege | None:
    """The siege of a place that is known, by whoever is told to lay it."""
    told = (*claim.fillers(TARGET), *claim.fillers(PLACE))
    places = {identity(p.name): p for p in map(naming.participant, told) if p.known and p.is_one_of(_PLACES)}
    forces = tuple(p for p in map(naming.participant, claim.fillers(ACTOR)) if p.known and p.kind in _HOLDERS)
    return _Siege(claim, next(iter(places.values())), forces) if len(places) == 1 else None


def _given_up(claim: Claim, siege: _Siege, naming: Naming) -> Iterator[Use]:
    """Who lost it, and who has it: whoever it was surrendered to, or else the besiegers."""
    key, entity = naming.words.bare(siege.place.name), siege.place.entity
    losing = [p for p in map(naming.participant, claim.fillers(ACTOR)) if p.kind in _HOLDERS]
    names = {identity(p.name) for p in siege.forces}
    gets = [r for r in claim.roles if naming.words.parts.get(r.rule) == _RECIPIENT]
    given = any(r not in gets for r in claim.fillers(TARGET))
    if not losing or any(identity(p.name) in names for p in losing) or given:
        return
    yield Use("ends", HOLDS, "firm", "named", key, entity, None, None)
    taking = [p for p in map(naming.participant, gets) if p.known and p.kind in _HOLDERS] or siege.forces
    yield from _taken(siege, taking, naming)


def _taken(siege: _Siege, taking: Sequence[Participant], naming: Naming) -> Iterator[Use]:
    """That those who are named have the besieged place from then on."""
    if taking:
        name = ", ".join(dict.fromkeys(p.name for p in taking))
        key, entity = naming.words.bare(siege.place.name), taking[0].entity if len(taking) == 1 else None
        yield Use("starts", HOLDS, "firm", "named", key, siege.place.entity, name, entity)
