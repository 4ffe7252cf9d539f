"""Who had a place when something befell it: "Lindos, which the League held, was stormed on 5 May"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.state import Change
from regesta.reason.joining import Told, with_claim
from regesta.reason.keys import HOLDS
from regesta.reason.naming import Naming, identity
from regesta.reason.participants import PLACE, TARGET
from regesta.rules.effects import Use

STANDING = "standing"
"""Rule of what is told to have been so when something else happened."""
_Place = tuple[Id, str]
"""An event, and the identity of a place."""


def find_standing(findings: Findings, events: Sequence[Event], told: Sequence[Told], naming: Naming) -> Iterator[Told]:
    """Holdings of places without a date of their own that a sentence tells with a dated happening there: as of then.

    The place was lost by it where it came to another by it; else it was seen in those hands then.
    """
    claims = {c.id: c for c in findings.claims}
    event_of = {c: e for e in events if e.status == "asserted" for c in e.claims}
    later = {(link.earlier, link.later) for link in findings.links}
    beside: dict[Id, list[Claim]] = defaultdict(list)
    for claim in findings.claims:
        if claim.id in event_of and _is_bounded(claim):
            beside[claim.sentence].append(claim)
    taken = {(e, identity(use.key)) for e, use, _ in told if _is_taking(use)}
    for event, use, evidence in told:
        if _is_holding(use):
            for ident in evidence.derived_from:
                holding = claims[ident]
                for claim in (c for c in beside[holding.sentence] if _is_of_its_time(holding, c)):
                    other = event_of[claim.id].id
                    if other != event and (claim.id, ident) not in later and _is_there(claim, use, naming):
                        yield _at(other, use, with_claim(evidence, claim, STANDING), taken)


def _is_holding(use: Use) -> bool:
    firm = use.strength == "firm" and use.reach == "named" and use.holder is not None
    return firm and use.fluent == HOLDS and use.change == "observes"


def _is_taking(use: Use) -> bool:
    """Whether a place firmly changes hands."""
    return use.fluent == HOLDS and use.strength == "firm" and use.change != "observes" and use.reach == "named"


def _is_of_its_time(holding: Claim, claim: Claim) -> bool:
    """Whether a holding has no date, or none but that of the happening."""
    return holding.time.when is None or holding.time.expression == claim.time.expression is not None


def _is_bounded(claim: Claim) -> bool:
    return claim.time.when is not None and claim.time.when.bounded


def _is_there(claim: Claim, use: Use, naming: Naming) -> bool:
    """Whether a happening is told to befall the place, and not by whoever holds it."""
    told = (naming.participant(r).name for r in (*claim.fillers(TARGET), *claim.fillers(PLACE)))
    places = {identity(naming.words.bare(name)) for name in told}
    actors = {identity(naming.participant(r).name) for r in claim.fillers("actor")}
    return identity(use.key) in places and identity(use.holder or "") not in actors


def _at(event: Id, use: Use, evidence: Evidence, taken: set[_Place]) -> Told:
    change: Change = "ends" if (event, identity(use.key)) in taken else "observes"
    return event, replace(use, change=change), evidence
