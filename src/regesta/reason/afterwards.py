"""What is told without a date, as a reader takes it: no sooner than what is dated last before it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Constraint, Moment
from regesta.model.ids import Id, stable_id
from regesta.model.state import Transition
from regesta.model.time import When
from regesta.reason.keys import FACTS, HOLDS, OFFICE, holding_of

_SOON = 3_652
"""Days within which what is dated next in a paragraph bounds what is told before it."""


def told_after(findings: Findings, events: Sequence[Event], transitions: Sequence[Transition]) -> Iterator[Constraint]:
    """That who came to something, lost it or had it until some day did so no sooner than what is dated last before.

    Nor later than what is dated next in the paragraph, if that is not long after; and who had it until some day had it
    from then on: "Ali died in 1902, and Rogers was regent until 1905".

    Only of what has no first day, and is put after nothing and before nothing that has one: "the place was slighted in
    the end", "Lund was mayor until 1929"; not of what somebody only had. A date for who asks about holdings, and for
    nobody else: what it is drawn from is no more than the order of telling.
    """
    claims = {c.id: c for c in findings.claims}
    loose = _loose(findings, events, transitions, claims)
    asserted = {c for e in events if e.status == "asserted" for c in e.claims} if loose else set()
    told = sorted((claims[c] for c in asserted | loose.keys()), key=lambda c: c.trigger)
    before, after = _dated_last(told, loose), _dated_last(reversed(told), loose)
    texts = {d.id: d.text for d in findings.documents}
    for claim in (c for c in told if c.id in loose and c.id in before):
        event, last, following = loose[claim.id], before[claim.id], after.get(claim.id)
        first, by, when = last.time.when, None, claim.time.when
        day = None if first is None else first.earliest
        if when is not None and when.latest is not None and (day is None or day > when.latest):
            continue
        if when is not None:
            by = first.latest if first is not None and when.lasting else None
        elif following is not None and _goes_on(claim, following, texts[claim.trigger.document]):
            by = _soon(day, following)
        ident = stable_id("ax", "told-after", last.id, event)
        yield Constraint(ident, None, Moment(event, "start"), day, by, axiom=True)


def _loose(
    findings: Findings, events: Sequence[Event], transitions: Sequence[Transition], claims: Mapping[Id, Claim]
) -> dict[Id, Id]:
    """The claims of which only the order of telling says when, and their events."""
    tied = {link.later for link in findings.links} | {
        link.earlier for link in findings.links if _is_bound_by(claims.get(link.later), claims.get(link.earlier))
    }
    held = [t for t in transitions if t.fluent in (HOLDS, OFFICE)]
    had, changed = {t.event for t in held}, {t.event for t in held if t.change != "observes"}
    return {
        e.claims[0]: e.id
        for e in events
        if e.id in had and _is_loose(e, claims, tied) and (e.id in changed or claims[e.claims[0]].time.when is not None)
    }


def _dated_last(told: Iterable[Claim], loose: Collection[Id]) -> dict[Id, Claim]:
    """For each of `loose`, the claim told last before it in its document that has a first and a last day."""
    found: dict[Id, Claim] = {}
    last: Claim | None = None
    for claim in told:
        when = claim.time.when
        if claim.id in loose:
            if last is not None and last.trigger.document == claim.trigger.document:
                found[claim.id] = last
        elif when is not None and when.earliest is not None and when.latest is not None:
            last = claim
    return found


def _goes_on(claim: Claim, following: Claim, text: str) -> bool:
    """Whether one is told behind the other in its paragraph."""
    return "\n" not in text[claim.trigger.end : following.trigger.start]


def _soon(day: int | None, following: Claim) -> int | None:
    """The last day of what follows, where it is no earlier than a day and not long after it."""
    when = following.time.when
    last = None if when is None else when.latest
    return last if day is not None and last is not None and day <= last <= day + _SOON else None


def lost_once_had(
    findings: Findings, events: Sequence[Event], transitions: Sequence[Transition]
) -> Iterator[Constraint]:
    """That who came to something once lost it after that, where one of the two is told without its edge.

    Where a loss is only told by when: "gone by 1910". Or where the coming, told before the one loss, has no last day:
    who "was given the town after 1204" and "was killed in 1207" had it before he was.
    """
    claims = {c.id: c for c in findings.claims}
    told = {e.id: [claims[c] for c in e.claims] for e in events if e.status == "asserted"}
    come, lost = _named(transitions, told, "starts"), _named(transitions, told, "ends")
    for holding, losses in lost.items():
        begun = come.get(holding, [])
        for loss in losses if len(begun) == 1 else ():
            first = begun[0]
            if loss == first:
                continue
            by_when = _whens(told[loss]) and all(w.earliest is None for w in _whens(told[loss]))
            open_end = len(losses) == 1 and all(w.latest is None for w in _whens(told[first]))
            if by_when or (open_end and _is_told_first(told[first], told[loss])):
                ident = stable_id("ax", "lost-once-had", first, loss)
                yield Constraint(ident, Moment(first, "end"), Moment(loss, "start"), 0, None, strict=True, axiom=True)


def _named(
    transitions: Sequence[Transition], told: Mapping[Id, Sequence[Claim]], change: str
) -> dict[tuple[str, str, str], list[Id]]:
    """The asserted events that begin, or end, the holding of somebody named, but for what only may have."""
    found: dict[tuple[str, str, str], dict[Id, None]] = {}
    for t in transitions:
        if t.change == change and t.holder and t.event in told and (change == "ends" or t.strength != "weak"):
            found.setdefault(holding_of(t), {})[t.event] = None
    return {holding: list(events) for holding, events in found.items()}


def _whens(claims: Sequence[Claim]) -> list[When]:
    return [w for c in claims if (w := c.time.when) is not None]


def _is_told_first(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    first, later = min(c.trigger for c in one), min(c.trigger for c in other)
    return first.document == later.document and first < later


def _is_bound_by(later: Claim | None, earlier: Claim | None) -> bool:
    """Whether a claim is put before one that has a day, but for what goes on with it: "was appointed and landed"."""
    if later is None or earlier is None:
        return True
    return later.time.when is not None and not (earlier.sentence == later.sentence and earlier.trigger < later.trigger)


def _is_loose(event: Event, claims: Mapping[Id, Claim], tied: set[Id]) -> bool:
    """Whether an event is told once, without a first day and without being put before or after another."""
    only = event.claims[0]
    when = claims[only].time.when
    once = event.status in FACTS and len(event.claims) == 1 and only not in tied
    return once and (when is None or when.earliest is None)
