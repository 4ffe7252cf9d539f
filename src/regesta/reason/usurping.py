"""Who comes to an office by his own word alone, and who has put out whoever was in power before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.ids import Id
from regesta.reason.keys import OFFICE
from regesta.reason.naming import Naming
from regesta.reason.participants import ACTOR, POWER, TARGET
from regesta.rules.effects import Use
from regesta.rules.event_types import EventTypes

_NEAR = 1_500
"""Characters between the end of one rule and the claim to the next within which a reader ties them."""
_AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Usurpers:
    """Who did something against those in power."""

    deeds: Mapping[Id, Sequence[Claim]]
    """By who did it."""
    later: frozenset[Id]
    """Claims that are told to come after others."""
    words: frozenset[Id]
    """Claims that tell only what somebody says to be so."""

    @classmethod
    def of(cls, findings: Findings, events: Sequence[Event], types: EventTypes, naming: Naming) -> "Usurpers":
        """Those told for certain to have put somebody out of power, or to have seized power."""
        asserted = {c for e in events if e.status == "asserted" for c in e.claims}
        deeds: dict[Id, list[Claim]] = defaultdict(list)
        for claim in findings.claims:
            kind = types.get(claim.type)
            if kind is None or kind.stance != _AGAINST or claim.id not in asserted:
                continue
            if kind.ends_term or any(naming.participant(r).kind == POWER for r in claim.fillers(TARGET)):
                for role in claim.fillers(ACTOR):
                    if role.entity is not None:
                        deeds[role.entity].append(claim)
        said = (c.id for c in findings.claims if (kind := types.get(c.type)) is not None and kind.declared)
        return cls(deeds, frozenset(link.later for link in findings.links), frozenset(said))

    def sobered(self, uses: Sequence[Use], accounts: Sequence[Claim]) -> list[Use]:
        """The same, weak where somebody only says that he has an office: "Reed proclaimed himself regent".

        Without those of which nothing tells when. As firm as before where he is told just before, or in the same
        sentence, to have put out whoever was in power.
        """
        placed = any(c.time.when is not None or c.id in self.later for c in accounts)
        told: list[Use] = []
        for use in uses:
            if not self._is_own_word(use, accounts):
                told.append(use)
            elif placed:
                told.append(replace(use, strength="weak"))
        return told

    def _is_own_word(self, use: Use, accounts: Sequence[Claim]) -> bool:
        holder = use.holder_entity
        if use.fluent != OFFICE or use.change != "starts" or holder is None:
            return False
        said = [c for c in accounts if c.id in self.words]
        own = [c for c in said if all(any(r.entity == holder for r in c.fillers(p)) for p in (ACTOR, TARGET))]
        return any(not any(_leads_to(did, claim) for did in self.deeds.get(holder, ())) for claim in own)


def _leads_to(did: Claim, claim: Claim) -> bool:
    if did.sentence == claim.sentence:
        return True
    return did.trigger.document == claim.trigger.document and 0 < claim.trigger.start - did.trigger.start <= _NEAR
