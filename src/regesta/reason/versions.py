"""Accounts that agree in all but the day or the doer: two events, or two versions of one? Asked, never decided."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from regesta.model.chronology import Findings
from regesta.model.claim import TOLD, Claim, Event
from regesta.model.constraint import EventDates
from regesta.model.gap import Gap
from regesta.model.ids import Id, stable_id
from regesta.model.text import Span
from regesta.model.time import Bounds
from regesta.model.wording import say_bounds
from regesta.reason.retold import Account, Accounts, differ_in_doer
from regesta.rules.event_types import EventTypes


def find_versions(
    findings: Findings, events: Sequence[Event], dates: Sequence[EventDates], types: EventTypes
) -> Iterator[Gap]:
    """One question a pair: the same done to the same by the same on other days, or in another source by others."""
    yield from _by_day(findings, events, dates)
    if len(findings.documents) > 1:
        yield from _by_doer(findings, events, types)


def _by_doer(findings: Findings, events: Sequence[Event], types: EventTypes) -> Iterator[Gap]:
    accounts, claims = Accounts(findings, types), {c.id: c for c in findings.claims}
    order = {d.id: i for i, d in enumerate(findings.documents)}
    told: dict[tuple[str, int, int], list[Account]] = defaultdict(list)
    for event in events:
        account = next(filter(None, (accounts.read(claims[c]) for c in event.claims)), None)
        if account is not None:
            told[account.sort, account.first, account.last].append(account)
    for same in told.values():
        for one, other in combinations(same, 2):
            if differ_in_doer(one, other):
                by = ", and of ".join(" with ".join(n.name for n in a.names[0]) for a in (one, other))
                yield _ask(one.claim, other.claim, f"It is told of {by}", order)


def _by_day(findings: Findings, events: Sequence[Event], dates: Sequence[EventDates]) -> Iterator[Gap]:
    """Neighbours in time."""
    claims, who = {c.id: c for c in findings.claims}, Who(findings)
    alike: dict[tuple[object, ...], list[tuple[Bounds, Claim]]] = defaultdict(list)
    for event, dated in zip(events, dates, strict=True):
        account = claims[event.claims[0]]
        signature = who.signature(event, account)
        span = _stretch(dated)
        if signature is not None and span is not None:
            alike[signature].append((span, account))
    order = {d.id: i for i, d in enumerate(findings.documents)}
    for accounts in alike.values():
        accounts.sort(key=lambda a: (a[0].earliest, a[0].latest, order[a[1].trigger.document], a[1].trigger))
        for one, other in pairwise(accounts):
            firm = "asserted" in (one[1].status, other[1].status) and one[1].trigger != other[1].trigger
            if firm and _apart(one[0], other[0]) and who.same_place(one[1], other[1]):
                told = f"The dates told are {say_bounds(one[0])} and {say_bounds(other[0])}"
                yield _ask(one[1], other[1], told, order)


def _ask(one: Claim, other: Claim, told: str, order: Mapping[Id, int]) -> Gap:
    first, second = sorted((one, other), key=lambda c: (order[c.trigger.document], c.trigger))
    message = f"two events, or two versions of one? {told}"
    ident = stable_id("g", "two-versions", first.id, second.id)
    return Gap(ident, "two-versions", message, second.trigger, (first.trigger,), second.id)


class Who:
    """Who or what fills a role: entities, or plain words where these name nobody."""

    def __init__(self, findings: Findings) -> None:
        self.documents = {d.id: d for d in findings.documents}
        self.pointing = {m.span for m in findings.mentions if m.refers or m.form == "pronoun"}

    def fills(self, claim: Claim, role: str) -> frozenset[str] | None:
        """None where nobody does, or where one is only pointed at."""
        fillers = claim.fillers(role)
        if any(r.entity is None and r.span in self.pointing for r in fillers):
            return None
        return frozenset(r.entity or self._words(r.span) for r in fillers) or None

    def _words(self, span: Span) -> str:
        return " ".join(span.quote(self.documents[span.document]).casefold().split())

    def signature(self, event: Event, claim: Claim) -> tuple[object, ...] | None:
        """What two accounts of one happening share: somebody does something to somebody or something, each known."""
        actors, targets = self.fills(claim, "actor"), self.fills(claim, "target")
        if event.status not in TOLD or actors is None or targets is None:
            return None
        return event.type, actors, targets

    def same_place(self, one: Claim, other: Claim) -> bool:
        """Unless both say where, and differ."""
        a, b = self.fills(one, "place"), self.fills(other, "place")
        return a is None or b is None or a == b


def _stretch(dates: EventDates) -> Bounds | None:
    first, last = dates.start.earliest, dates.end.latest
    return None if first is None or last is None else Bounds(first, last)


def _apart(one: Bounds, other: Bounds) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
