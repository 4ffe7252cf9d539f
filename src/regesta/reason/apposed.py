"""When an office that stands beside a name was had: as its bearer did, or had done to them, what the sentence tells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Constraint, Moment
from regesta.model.ids import Id, stable_id
from regesta.model.state import Transition
from regesta.model.text import Span
from regesta.reason.keys import OFFICE

_BESIDE = "apposition"
"""Syntactic rule of an office beside its holder: "Daza, the minister of war"."""


def told_beside(findings: Findings, events: Sequence[Event], transitions: Sequence[Transition]) -> Iterator[Constraint]:
    """That who "was dismissed by the premier, Vane, on 3 May" had Vane for premier on that day.

    Only where one day is stated of what the bearer of the office takes part in under that very name.
    """
    claims = {c.id: c for c in findings.claims}
    seen = {t.event for t in transitions if t.fluent == OFFICE and t.change == "observes"}
    changed = {t.event for t in transitions if t.change != "observes"}
    doing = _taking_part(events, claims)
    for event in events:
        if event.id not in seen or event.id in changed or len(event.claims) != 1:
            continue
        claim = claims[event.claims[0]]
        bearers = [r.span for r in claim.fillers("actor") if r.rule == _BESIDE]
        if claim.time.when is not None or not bearers:
            continue
        days = {(host.id, day) for span in bearers for host, day in doing.get(span, ()) if host.id != claim.id}
        if len({day for _, day in days}) == 1:
            host, day = min(days)
            # He was it when it happened, so some time before, too.
            for moment, when in ((Moment(event.id, "start"), day - 1), (Moment(event.id, "end"), day)):
                ident = stable_id("ax", "beside", moment.edge, host, event.id)
                yield Constraint(ident, None, moment, when, when, axiom=True)


def _taking_part(events: Sequence[Event], claims: Mapping[Id, Claim]) -> dict[Span, list[tuple[Claim, int]]]:
    """What somebody named at a place in the text takes part in, with the day stated of it."""
    found: dict[Span, list[tuple[Claim, int]]] = defaultdict(list)
    for claim in (claims[c] for e in events if e.status == "asserted" for c in e.claims):
        when = claim.time.when
        if when is not None and when.earliest is not None and when.earliest == when.latest:
            for role in claim.roles:
                found[role.span].append((claim, when.earliest))
    return found
