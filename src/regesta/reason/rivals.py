"""What is told of holdings that cannot be: two who have one thing at a time, a loss while it is had, a wrong length."""

from collections.abc import Container, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from regesta.model.chronology import Findings
from regesta.model.constraint import Conflict
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.model.time import TimeExpression
from regesta.model.wording import say_bounds
from regesta.reason.book import Book
from regesta.reason.conflicts import Solved
from regesta.reason.judge import Judge
from regesta.reason.keys import OFFICE, group_by_key
from regesta.reason.lengths import counted_by_length, days_of, lengths_behind
from regesta.reason.timelines import Change, Holder, KeyTimeline, build_timeline


def find_rivals(
    findings: Findings, book: Book, solved: Solved, transitions: Sequence[Transition]
) -> Iterator[Conflict]:
    """All such contradictions, key by key."""
    asserted = {e.id for e in book.events if e.status == "asserted"}
    accounts = {e.id: book.accounts(e) for e in book.events}
    judge, counted = Judge(solved.network), counted_by_length(findings)
    lengths = {**lengths_behind(findings), **counted}
    for group in group_by_key(t for t in transitions if t.event in asserted).values():
        if not any(t.change == "observes" for t in group):
            continue
        line = build_timeline(group, solved, accounts)
        if line.exclusive:
            yield from _rivals_of(book, line, judge, counted)
        for holder in line.holders.values():
            yield from _lost_while_had(book, line, holder, judge, counted)
            yield from _of_other_length(book, line, holder, judge, lengths, counted)


class _Stretch(NamedTuple):
    """Days from the first to the last of which a thing was had for certain, by whom, and what tells it."""

    first: float
    last: float
    holder: str
    change: Change


def _stretches(name: str, holder: Holder, judge: Judge, counted: Container[Id]) -> Iterator[_Stretch]:
    """What is told with its own beginning and end; one `counted` from a length is held against that length."""
    ends = {c.transition.event: c for c in holder.ended if c.transition.holder is not None}
    for c in holder.begun:
        end = ends.get(c.transition.event) if not _is_counted(c, counted) else None
        if end is not None and judge.latest(c) < judge.earliest(end):
            yield _Stretch(judge.latest(c), judge.earliest(end), name, c)


def _is_counted(change: Change, counted: Container[Id]) -> bool:
    return any(claim in counted for claim in change.transition.evidence.derived_from)


def _rivals_of(book: Book, line: KeyTimeline, judge: Judge, counted: Container[Id]) -> Iterator[Conflict]:
    """Sweep over the stretches that are certainly filled; each is held against what begins surely inside it."""
    stretches = [s for name, holder in line.holders.items() for s in _stretches(name, holder, judge, counted)]
    begins = [
        (judge.earliest(c), judge.latest(c), name, c) for name, holder in line.holders.items() for c in holder.begun
    ]
    stretches.sort(key=lambda s: s[:3])
    begins.sort(key=lambda s: s[:3])
    open_now: list[tuple[float, int]] = []
    i = 0
    for first, last, name, c in begins:
        while i < len(stretches) and stretches[i].first < first:
            heappush(open_now, (stretches[i].last, i))
            i += 1
        while open_now and open_now[0][0] <= first:
            heappop(open_now)
        for _, j in open_now:
            if last < stretches[j].last and stretches[j].holder != name and last != inf:
                yield _two_holders(book, line, judge, stretches[j].change, c)


def _two_holders(book: Book, line: KeyTimeline, judge: Judge, one: Change, other: Change) -> Conflict:
    a, b = one.transition, other.transition
    message = f"{_said(line, a.holder)} all through the time in which {b.holder} came to {_be(line)}"
    return _make(book, "two-holders", f"{message} ({say_bounds(judge.bounds(other))})", one, other)


def _said(line: KeyTimeline, holder: str | None) -> str:
    if line.fluent == OFFICE:
        return f"{holder} is said to have been {line.key}"
    return f"{line.key} is said to have been held by {holder}"


def _be(line: KeyTimeline) -> str:
    return "be so" if line.fluent == OFFICE else "hold it"


def _lost_while_had(
    book: Book, line: KeyTimeline, holder: Holder, judge: Judge, counted: Container[Id]
) -> Iterator[Conflict]:
    """Losses that fall inside a stretch in which the same holder is told to have had it all the time."""
    for stretch in _stretches(holder.name, holder, judge, counted):
        for c in holder.lost:
            inside = stretch.first < judge.earliest(c) and judge.latest(c) < stretch.last
            if inside and c.transition.event != stretch.change.transition.event:
                message = f"{_said(line, holder.name)} all through the time in which it is said to have been lost"
                yield _make(book, "lost-while-had", f"{message} ({say_bounds(judge.bounds(c))})", stretch.change, c)


def _of_other_length(
    book: Book,
    line: KeyTimeline,
    holder: Holder,
    judge: Judge,
    lengths: Mapping[Id, Sequence[TimeExpression]],
    counted: Container[Id],
) -> Iterator[Conflict]:
    """A holding that began once and ended, at another distance than the one length that it is told to have lasted."""
    seen = [c for c in holder.maybe_begun if c.seen and _told_lengths(c, lengths)]
    seen += [c for c in holder.begun if _is_counted(c, counted)]
    come = [c for c in holder.begun if not _is_counted(c, counted)]
    if len(come) != 1 or not seen:
        return
    begun = come[0]
    ends = [c for c in holder.ended if judge.earliest(c) > judge.latest(begun) and not _is_counted(c, counted)]
    ended = min(ends, key=judge.latest, default=None)
    for c in seen if ended is not None else ():
        told = _told_lengths(c, lengths)
        days = days_of(told[0]) if len(told) == 1 else None
        if ended is not None and days is not None:
            most, fewest = judge.latest(ended) - judge.earliest(begun), judge.earliest(ended) - judge.latest(begun)
            if most < days[0] or fewest > days[1]:
                message = f"{holder.name} is said to have had {line.key} for longer or shorter than its days allow"
                yield _make(book, "length", message, begun, c, ended, times=(told[0].id,))


def _told_lengths(change: Change, lengths: Mapping[Id, Sequence[TimeExpression]]) -> list[TimeExpression]:
    return [t for claim in change.transition.evidence.derived_from for t in lengths.get(claim, ())]


def _make(book: Book, kind: str, message: str, *changes: Change, times: Sequence[Id] = ()) -> Conflict:
    """A contradiction between what tells the changes, and times."""
    told = (i for c in changes for i in c.transition.evidence.derived_from)
    return book.make(kind, message, tuple(dict.fromkeys((*told, *times))))
