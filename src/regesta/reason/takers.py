"""Who may have taken a place that fell, where the text does not say to whom: whoever attacked it last before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.text import Span
from regesta.reason.joining import Told, with_claim
from regesta.reason.keys import HOLDS
from regesta.reason.naming import Naming, identity
from regesta.reason.participants import TARGET
from regesta.rules.effects import Participant, Use
from regesta.rules.event_types import EventTypes

TAKER = "attacked-before"
"""Rule of what is only possible because of an attack."""
_NEAR = 1_500
"""Characters between an attack and the fall of the place within which a reader ties them."""
_FORCES = ("body", "person", "place")
_AGAINST, _CONFLICT, _ACTOR = "against", "conflict", "actor"


@dataclass(frozen=True, slots=True)
class _Attack:
    """Who went against which places, by whose words."""

    claim: Claim
    forces: tuple[Participant, ...]
    places: frozenset[str]


def find_takers(
    findings: Findings, events: Sequence[Event], told: Sequence[Told], types: EventTypes, naming: Naming
) -> Iterator[Told]:
    """Weak beginnings for places that are firmly lost, to nobody named, soon after somebody is told to attack them."""
    taken = {(e, identity(use.key)) for e, use, _ in told if use.fluent == HOLDS and use.change == "starts"}
    lost = [(e, use, evidence) for e, use, evidence in told if _is_fall(use) and (e, identity(use.key)) not in taken]
    if not lost:
        return
    claims = {c.id: c for c in findings.claims}
    asserted = {c: e.id for e in events if e.status == "asserted" for c in e.claims}
    attacks = [a for c in findings.claims if c.id in asserted and (a := _attack(c, types, naming)) is not None]
    for event, use, evidence in lost:
        at = min(claims[c].trigger for c in evidence.derived_from)
        near = [a for a in attacks if identity(use.key) in a.places and _is_just_before(a.claim.trigger, at)]
        if near and asserted[near[-1].claim.id] != event:
            yield event, _may_take(use, near[-1].forces), with_claim(evidence, near[-1].claim, TAKER)


def _is_fall(use: Use) -> bool:
    firm = use.strength == "firm" and use.reach == "named" and use.holder is None
    return firm and use.fluent == HOLDS and use.change == "ends"


def _attack(claim: Claim, types: EventTypes, naming: Naming) -> _Attack | None:
    """The attack that a claim tells of, where it says who went against which place."""
    kind = types.get(claim.type)
    if kind is None or kind.family != _CONFLICT or kind.stance != _AGAINST:
        return None
    forces = tuple(p for p in map(naming.participant, claim.fillers(_ACTOR)) if p.known and p.kind in _FORCES)
    told = (naming.participant(r) for r in claim.fillers(TARGET))
    places = frozenset(identity(naming.words.bare(p.name)) for p in told if p.known)
    return _Attack(claim, forces, places) if forces and places else None


def _is_just_before(attack: Span, fall: Span) -> bool:
    return attack.document == fall.document and 0 < fall.start - attack.start <= _NEAR


def _may_take(use: Use, forces: Sequence[Participant]) -> Use:
    names = ", ".join(dict.fromkeys(p.name for p in forces))
    entity = forces[0].entity if len(forces) == 1 else None
    return Use("starts", use.fluent, "weak", "named", use.key, use.key_entity, names, entity)
