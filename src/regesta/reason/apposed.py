"""When an office that stands beside a name was had: as its bearer did, or had done to them, what the sentence tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.model.text import Span
from regesta.reason.joining import with_claim
from regesta.reason.keys import OFFICE
from regesta.reason.standing import STANDING

_BESIDE = "apposition"
"""Syntactic rule of an office beside its holder: "Daza, the minister of war"."""


def find_apposed(
    findings: Findings, events: Sequence[Event], transitions: Iterable[Transition]
) -> Iterator[Transition]:
    """That Vane was premier on 3 May, for "was dismissed by the premier, Vane, on 3 May".

    Only where one day is stated of what the bearer of the office takes part in under that very name.
    """
    claims = {c.id: c for c in findings.claims}
    hosts = _taking_part(events, claims)
    for t in transitions:
        seen = t.fluent == OFFICE and t.change == "observes" and t.strength == "firm"
        if not seen or len(t.evidence.derived_from) != 1:
            continue
        claim = claims[t.evidence.derived_from[0]]
        if claim.time.when is not None:
            continue
        bearers = [r.span for r in claim.fillers("actor") if r.rule == _BESIDE and r.entity == t.holder_entity]
        found = {host: (other, day) for span in bearers for host, other, day in hosts.get(span, ()) if host != t.event}
        if len({day for _, day in found.values()}) == 1:
            host, (other, _) = min(found.items(), key=lambda told: told[0])
            yield replace(t, event=host, evidence=with_claim(t.evidence, other, STANDING))


def _taking_part(events: Sequence[Event], claims: Mapping[Id, Claim]) -> dict[Span, list[tuple[Id, Claim, int]]]:
    """The events that somebody named at a place in the text takes part in, with the day stated of each."""
    found: dict[Span, list[tuple[Id, Claim, int]]] = defaultdict(list)
    for event in events:
        for claim in (claims[c] for c in event.claims if event.status == "asserted"):
            when = claim.time.when
            if when is not None and when.earliest is not None and when.earliest == when.latest:
                for role in claim.roles:
                    found[role.span].append((event.id, claim, when.earliest))
    return found
