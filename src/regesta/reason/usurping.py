"""Who comes to an office by his own word alone, and who has put out whoever was in power before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

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
Usurpers = Mapping[Id, Sequence[Claim]]
"""By entity, the claims of what it did against those in power."""


def find_usurpers(
    claims: Sequence[Claim], events: Sequence[Event], types: EventTypes, naming: Naming
) -> dict[Id, list[Claim]]:
    """Who is told for certain to have put somebody out of power, or to have seized power."""
    asserted = {c for e in events if e.status == "asserted" for c in e.claims}
    found: dict[Id, list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = types.get(claim.type)
        if kind is None or kind.stance != _AGAINST or claim.id not in asserted:
            continue
        power = any(naming.participant(r).kind == POWER for r in claim.fillers(TARGET))
        if kind.ends_term or power:
            for role in claim.fillers(ACTOR):
                if role.entity is not None:
                    found[role.entity].append(claim)
    return found


def is_by_own_word(use: Use, accounts: Sequence[Claim], usurpers: Usurpers) -> bool:
    """Whether somebody only says that he has an office: "Reed proclaimed himself regent".

    Not where he is told just before, or in the same sentence, to have put out whoever was in power.
    """
    holder = use.holder_entity
    if use.fluent != OFFICE or use.change != "starts" or holder is None:
        return False
    own = [c for c in accounts if all(any(r.entity == holder for r in c.fillers(p)) for p in (ACTOR, TARGET))]
    return any(not any(_leads_to(did, claim) for did in usurpers.get(holder, ())) for claim in own)


def _leads_to(did: Claim, claim: Claim) -> bool:
    if did.sentence == claim.sentence:
        return True
    return did.trigger.document == claim.trigger.document and 0 < claim.trigger.start - did.trigger.start <= _NEAR
