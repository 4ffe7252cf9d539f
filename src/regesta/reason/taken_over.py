"""Whose a place or a body is, where only "took over" is told: the one that changed hands right before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.reason.joining import Told, with_claim
from regesta.reason.keys import HOLDS
from regesta.reason.naming import Naming, identity
from regesta.reason.participants import ACTOR
from regesta.rules.effects import Use

TAKEN_OVER = "taken-over"
"""Rule of what somebody took over that the sentence before tells of."""
_TAKER = "taker"
_BACK = 1
"""Sentences between what changed hands and who took over at the most."""


def find_taken_over(
    findings: Findings,
    events: Sequence[Event],
    told: Sequence[Told],
    places: Mapping[Id, Span],
    numbers: Mapping[Id, int],
    naming: Naming,
) -> Iterator[Told]:
    """That who took over has it: "The Danes took Ulm in 1910. In 1913 the Swedes took over."

    `places` and `numbers` are where each event is told, and in which sentence. Only where one thing alone is told to
    have come to others there, and to one holder last.
    """
    claims = {c.id: c for c in findings.claims}
    had = [(e, use, ev) for e, use, ev in told if _is_had(use)]
    known = {e for e, use, _ in told if use.fluent == HOLDS}
    for event in events:
        claim = claims[event.claims[0]]
        if event.status != "asserted" or event.id in known or not _takes_over(claim, naming):
            continue
        before = [h for h in had if 0 <= numbers[event.id] - numbers[h[0]] <= _BACK and places[h[0]] < places[event.id]]
        if len({identity(use.key) for _, use, _ in before}) != 1:
            continue
        _, use, evidence = max(before, key=lambda h: places[h[0]])
        (taker,) = map(naming.participant, claim.fillers(ACTOR))
        if taker.known and identity(taker.name) != identity(use.holder or ""):
            given = replace(use, change="starts", holder=taker.name, holder_entity=taker.entity)
            yield event.id, given, with_claim(evidence, claim, TAKEN_OVER)


def _is_had(use: Use) -> bool:
    firm = use.strength == "firm" and use.reach == "named" and use.holder is not None
    return firm and use.fluent == HOLDS and use.change != "ends"


def _takes_over(claim: Claim, naming: Naming) -> bool:
    doers = claim.fillers(ACTOR)
    return len(doers) == 1 and naming.words.parts.get(doers[0].rule) == _TAKER
