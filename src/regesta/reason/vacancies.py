"""Who filled an office that stood empty before: "the brigade had no captain until January, when Moser was elected"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.ids import Id
from regesta.reason.keys import OFFICE
from regesta.reason.naming import Naming
from regesta.reason.participants import ACTOR, POST, TARGET
from regesta.rules.effects import Cast, Participant, Use
from regesta.rules.event_types import EventTypes

DENIED = "denied"
FILLED = "filled"
"""Rule of who came to an office by coming, because it stood empty until then."""
VACANCY = Participant("", POST, known=False)
"""The office that stood empty, as what somebody is chosen for."""


def nobody_had(claim: Claim, naming: Naming, types: EventTypes) -> list[Use]:
    """What a claim denies to be had by anybody: "had no mayor", "no mayor was elected"."""
    kind = types.get(claim.type) if claim.status == DENIED else None
    if kind is None or not kind.denied:
        return []
    cast, lacking = dict(naming.cast([claim], kind.roles)), naming.words.lacking
    if offices := [office for r in claim.roles if (office := lacking(naming.quote(r))) is not None]:
        cast[OFFICE] = tuple(Participant(office, OFFICE) for office in offices)
    return types.uses(claim.type, {role: _but_for_none(told, naming) for role, told in cast.items()}, denied=True)


def had_before(claim: Claim, claims: Iterable[Claim], naming: Naming, types: EventTypes) -> bool:
    """Whether somebody is told before to have come to, or to have, the office that a dated claim denies him."""
    who = {r.entity for r in claim.fillers(ACTOR) if r.entity is not None}
    if claim.time.when is None or not who:
        return False
    told = _offices_of(claim, naming)
    for other in claims:
        kind = types.get(other.type) if other.status == "asserted" and other.trigger < claim.trigger else None
        effects = () if kind is None else kind.effects
        gives = any(e.fluent == OFFICE and e.change in ("starts", "observes") for e in effects)
        named = gives and any(r.entity in who for r in other.roles)
        if named and any(_may_be_one(a, b) for a in told for b in _offices_of(other, naming)):
            return True
    return False


def _offices_of(claim: Claim, naming: Naming) -> set[tuple[str, str]]:
    """The offices that it names, each with what it is over."""
    words = naming.words
    return {words.split(q) for q in map(naming.quote, claim.roles) if words.kind_of(words.office_alone(q)) == OFFICE}


def _may_be_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether both may be one office: not those of mayor of Ulm and of Lund."""
    return one[0] == other[0] and (one[1] == other[1] or not (one[1] and other[1]))


def _but_for_none(told: Iterable[Participant], naming: Naming) -> tuple[Participant, ...]:
    return tuple(p for p in told if naming.words.lacking(p.name) is None)


def find_filling(findings: Findings, events: Sequence[Event], types: EventTypes, naming: Naming) -> dict[Id, Claim]:
    """Events by which an office that is told to stand empty may be filled, and the claim that tells that it did.

    Those told behind it in its sentence, and in the next.
    """
    number = {s.id: n for n, s in enumerate(findings.sentences)}
    empty: dict[int, Claim] = {}
    for claim in findings.claims:
        if _is_vacancy(claim, naming, types):
            empty[number[claim.sentence]] = claim
    if not empty:
        return {}
    event_of = {c: e.id for e in events if e.status == "asserted" for c in e.claims}
    found: dict[Id, Claim] = {}
    for claim in findings.claims:
        at, event = number[claim.sentence], event_of.get(claim.id)
        before = [empty[n] for n in (at, at - 1) if n in empty and empty[n].trigger < claim.trigger]
        if event is not None and before and not _at_once(before[0], claim):
            found.setdefault(event, before[0])
    return found


def _at_once(empty: Claim, claim: Claim) -> bool:
    """Whether the office came to stand empty by what is told behind it: "fell vacant when he was chosen pope"."""
    when = empty.time.when
    until = when is not None and when.lasting
    return not until and empty.time.expression == claim.time.expression is not None


def _is_vacancy(claim: Claim, naming: Naming, types: EventTypes) -> bool:
    """Whether it tells that an office stood empty."""
    kind = types.get(claim.type)
    if kind is None or claim.status != "asserted" or kind.phase != "ends":
        return bool(nobody_had(claim, naming, types))
    cast = naming.cast([claim], kind.roles)
    return bool(cast.get(POST)) or any(p.kind == OFFICE for p in cast.get(TARGET, ()))


def arrived(
    findings: Findings, events: Sequence[Event], filling: Mapping[Id, Claim], types: EventTypes, naming: Naming
) -> Iterator[tuple[Id, Use, Claim]]:
    """Who came to an office by coming at all, where it stood empty until then: "until Ludlow arrived".

    Only somebody of whom the text tells nothing before.
    """
    if not filling:
        return
    claims = {c.id: c for c in findings.claims}
    event_of = {c: e for e in events for c in e.claims}
    for link in findings.links:
        event, came = event_of[link.later], claims[link.later]
        empty, kind = filling.get(event.id), types.get(came.type)
        if empty is None or link.earlier != empty.id or kind is None or not kind.comes:
            continue
        people = [p for p in map(naming.participant, came.fillers(ACTOR)) if p.kind == "person" and p.known]
        if len(people) == 1 and naming.is_new(people[0], empty.trigger):
            who = people[0]
            use = Use("starts", OFFICE, "firm", "one", "", None, who.name, who.entity, who.name, pointed=True)
            yield event.id, use, empty


def with_vacancy(cast: Cast) -> Cast:
    """The same with an office that stood empty, where no other is told."""
    return cast if cast.get(OFFICE) or cast.get(POST) else {**cast, POST: (VACANCY,)}
