"""What events are told to change, and evidence of what rests on several findings: the words of all, once, in order."""

from collections.abc import Iterable

from regesta.model.claim import Claim
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.rules.effects import Use

Told = tuple[Id, Use, Evidence]
"""An event, something that it changes or shows, and the words that say so."""


def join(told: Iterable[Evidence], rule: str) -> Evidence:
    """The words and the findings of several, by the rule that joins them."""
    told = tuple(told)
    quotes = dict.fromkeys(q for evidence in told for q in evidence.quotes)
    derived = dict.fromkeys(d for evidence in told for d in evidence.derived_from)
    return Evidence(tuple(quotes), rule, tuple(derived))


def with_claim(evidence: Evidence, claim: Claim, rule: str) -> Evidence:
    """The same with a claim that it rests on, too."""
    return join((evidence, Evidence(claim.evidence.quotes, derived_from=(claim.id,))), rule)
