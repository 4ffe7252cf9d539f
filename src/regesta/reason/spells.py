"""States: each holding with its edges, for tables and timelines. Near-linear in the number of changes of a key."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import inf

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Conflict
from regesta.model.ids import Id, stable_id
from regesta.model.state import Certainty, State, Transition
from regesta.model.time import OPEN, Bounds
from regesta.reason.conflicts import Solved, in_doubt
from regesta.reason.joining import join
from regesta.reason.judge import Judge
from regesta.reason.keys import FACTS, group_by_key
from regesta.reason.network import Day
from regesta.reason.standing import STANDING
from regesta.reason.timelines import Change, Holder, KeyTimeline, build_timeline

_NAMED_ENDINGS = 4
"""How many of the changes that may have ended a holding are named with it: the first ones."""
_LOOKED_AT = 2 * _NAMED_ENDINGS
"""How many changes are held against a beginning one by one, for an order that days do not tell."""


def trace_states(
    findings: Findings,
    events: Sequence[Event],
    transitions: Sequence[Transition],
    solved: Solved,
    conflicts: Sequence[Conflict],
) -> tuple[State, ...]:
    """Every holding that an asserted event begins or shows, in the order of keys as told and then of days."""
    claims = {c.id: c for c in findings.claims}
    accounts = {e.id: [claims[c] for c in e.claims] for e in events}
    settled = {e.id for e in events if e.status in FACTS}
    doubtful = in_doubt(conflicts)
    judge = Judge(solved.network)
    states: list[State] = []
    for group in group_by_key(t for t in transitions if t.event in settled).values():
        states += _states_of(group, solved, accounts, judge, doubtful)
    return tuple(states)


def _states_of(
    group: Sequence[Transition],
    solved: Solved,
    accounts: Mapping[Id, Sequence[Claim]],
    judge: Judge,
    doubtful: set[Id],
) -> list[State]:
    line = build_timeline(group, solved, accounts)
    made: dict[Id, State] = {}
    for holder in line.holders.values():
        endings = _Endings((*holder.ended, *holder.maybe_ended), judge)
        for c in (*holder.begun, *_without_repeated(holder.maybe_begun)):
            state = _state(line, holder, c, endings, judge, doubtful)
            made.setdefault(state.id, state)
        if not holder.begun and not holder.maybe_begun:
            for c in holder.lost:
                state = _lost_state(line, holder, c, judge, doubtful)
                made.setdefault(state.id, state)
    return sorted(made.values(), key=lambda s: (_day(s.since.earliest), _day(s.until.latest), s.holder, s.id))


def _without_repeated(changes: Sequence[Change]) -> list[Change]:
    """The same without what is told without a day and shown on one by what is told beside it."""
    shown = {d for c in filter(_is_standing, changes) for d in c.transition.evidence.derived_from}
    return [
        c for c in changes if not c.seen or _is_standing(c) or not shown.issuperset(c.transition.evidence.derived_from)
    ]


def _is_standing(c: Change) -> bool:
    return c.transition.evidence.rule == STANDING


def _day(value: int | None) -> Day:
    return inf if value is None else value


class _Endings:
    """What may end a holding, sorted so that the first ending after a beginning is found by bisection."""

    def __init__(self, changes: Sequence[Change], judge: Judge) -> None:
        self.judge = judge
        told = [(judge.earliest(c), judge.latest(c), c.transition.event, n) for n, c in enumerate(changes)]
        by_first = sorted(told)
        by_last = sorted((last, first, event, n) for first, last, event, n in told)
        self.firsts = [first for first, _, _, _ in by_first]
        self.lasts = [last for last, _, _, _ in by_last]
        self.by_last = [changes[n] for _, _, _, n in by_last]
        firm = [c.transition.strength == "firm" for c in changes]
        self.soonest_sure = _running_min([last if firm[n] else inf for _, last, _, n in by_first])
        self.soonest_possible = _running_min([first for _, first, _, _ in by_last])

    def after(self, begun: Change) -> tuple[Bounds, tuple[Change, ...]]:
        """Bounds of the first ending, and the changes that may be it."""
        judge = self.judge
        begin_first, begin_last = judge.earliest(begun), judge.latest(begun)
        maybe = bisect_left(self.lasts, begin_first)
        beyond = min(len(self.by_last), maybe + _LOOKED_AT)
        while maybe < beyond and judge.surely_before(self.by_last[maybe], begun):
            maybe += 1
        if maybe == len(self.by_last):
            return OPEN, ()
        near = [c for c in self.by_last[maybe:beyond] if c.point != begun.point and not judge.surely_before(c, begun)]
        sure = bisect_right(self.firsts, begin_last) if begin_last != inf else len(self.firsts)
        latest = self.soonest_sure[sure] if sure < len(self.firsts) else inf
        for c in near:
            if c.transition.strength == "firm" and judge.latest(c) < latest and judge.surely_before(begun, c):
                latest = judge.latest(c)
        earliest = max(self.soonest_possible[maybe], begin_first)
        named = [c for c in near if judge.earliest(c) <= latest][:_NAMED_ENDINGS]
        return _bounds(earliest, latest), tuple(named)


def _running_min(values: Sequence[Day]) -> list[Day]:
    """Per place, the least value from there on."""
    least: list[Day] = []
    low = inf
    for value in reversed(values):
        low = min(low, value)
        least.append(low)
    return least[::-1]


def _bounds(low: Day, high: Day) -> Bounds:
    return Bounds(None if abs(low) == inf else int(low), None if abs(high) == inf else int(max(high, low)))


def _state(line: KeyTimeline, h: Holder, c: Change, endings: _Endings, judge: Judge, doubtful: set[Id]) -> State:
    until, ended_by = endings.after(c)
    certainty: Certainty = "certain" if c.transition.strength == "firm" and not c.seen else "possible"
    if c.transition.event in doubtful or any(e.transition.event in doubtful for e in ended_by):
        certainty = "disputed"
    return _make(line, h, c, judge.bounds(c), until, ended_by, certainty)


def _lost_state(line: KeyTimeline, h: Holder, c: Change, judge: Judge, doubtful: set[Id]) -> State:
    """A holder that is named only by losing it: had it before, from no stated day."""
    certainty: Certainty = "disputed" if c.transition.event in doubtful else "possible"
    return _make(line, h, c, Bounds(None, judge.bounds(c).latest), judge.bounds(c), (c,), certainty)


def _make(
    line: KeyTimeline,
    h: Holder,
    c: Change,
    since: Bounds,
    until: Bounds,
    ended_by: Sequence[Change],
    certainty: Certainty,
) -> State:
    chain = (c, *ended_by)
    return State(
        id=stable_id("st", line.fluent, line.key, h.name, c.transition.event),
        fluent=line.fluent,
        key=line.key,
        key_entity=c.transition.key_entity,
        holder=h.name,
        holder_entity=h.entity,
        since=since,
        until=until,
        started_by=c.transition.event,
        ended_by=tuple(dict.fromkeys(e.transition.event for e in ended_by)),
        certainty=certainty,
        evidence=join((x.transition.evidence for x in chain), "state"),
    )


def span_of(bounds: Sequence[Bounds]) -> Bounds:
    """The least bounds that take in all; open where any is, or where there are none."""
    if not bounds:
        return OPEN
    lows, highs = [b.earliest for b in bounds], [b.latest for b in bounds]
    return Bounds(
        None if None in lows else min(x for x in lows if x is not None),
        None if None in highs else max(x for x in highs if x is not None),
    )


def end_of(enders: Sequence[Change], support: Sequence[Change], judge: Judge) -> tuple[Bounds, tuple[Change, ...]]:
    """Bounds of the first ending that may come after all the beginnings given, and the changes that may be it."""
    begun = min((judge.earliest(c) for c in support), default=-inf)
    sure_after = max((judge.latest(c) for c in support), default=-inf)
    points = {c.point for c in support if not c.seen}
    seen_points = {
        c.point for c in support if c.seen
    }  # whose death shows that they were in office lose it by that death
    may = sorted(
        (c for c in enders if judge.latest(c) >= begun and c.point not in points and not _too_early(c, support, judge)),
        key=lambda c: (judge.latest(c), judge.earliest(c), c.transition.event),
    )
    if not may:
        return OPEN, ()
    sure = [
        judge.latest(c)
        for c in may
        if c.transition.strength == "firm"
        and (
            judge.earliest(c) > sure_after
            or c.point in seen_points
            or (support and all(judge.surely_before(s, c) for s in support))
        )
    ]
    latest = min(sure, default=inf)
    earliest = max(begun, min(judge.earliest(c) for c in may))
    named = [c for c in may if judge.earliest(c) <= latest][:_NAMED_ENDINGS]
    return _bounds(earliest, latest), tuple(named)


def _too_early(ending: Change, support: Sequence[Change], judge: Judge) -> bool:
    """Whether a change comes before all the beginnings given."""
    return bool(support) and all(judge.surely_before(ending, c) for c in support)
