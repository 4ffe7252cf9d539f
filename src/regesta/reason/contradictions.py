"""Contradictions as findings: each set of statements that cannot all hold, quoted, with its kind and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from math import inf

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Conflict, Constraint, Moment
from regesta.model.ids import Id, stable_id
from regesta.model.state import Transition
from regesta.model.wording import say_bounds
from regesta.reason.book import Book
from regesta.reason.conflicts import Solved, describe, minimal
from regesta.reason.keys import group_by_key
from regesta.reason.notes import CONTRADICTIONS
from regesta.reason.timelines import Change, Judge, KeyTimeline, build_timeline
from regesta.rules.event_types import EventTypes


def find_conflicts(
    findings: Findings,
    events: Sequence[Event],
    constraints: Sequence[Constraint],
    solved: Solved,
    transitions: Sequence[Transition],
    event_types: EventTypes,
) -> tuple[Conflict, ...]:
    """All contradictions, in text order of their first quote."""
    book = Book(findings, events, constraints)
    found = [book.make(*describe(clash), clash.statements) for clash in solved.clashes if clash.statements]
    found += _times(book)
    found += _lives(book, solved, event_types)
    found += _rivals(book, solved, transitions)
    place = {d.id: i for i, d in enumerate(findings.documents)}
    unique = {c.id: c for c in found}
    return tuple(sorted(unique.values(), key=lambda c: (place[c.quotes[0].document], c.quotes[0].start, c.kind, c.id)))


def _times(book: Book) -> Iterator[Conflict]:
    """Times that contradict themselves."""
    for time in book.times.values():
        for note in time.notes:
            if note in CONTRADICTIONS:
                yield book.make(*CONTRADICTIONS[note], (time.id,))


def _lives(book: Book, solved: Solved, event_types: EventTypes) -> Iterator[Conflict]:
    """Acts of the dead, the unborn and of bodies not yet founded. Only where the text tells of one such day."""
    asserted = [e for e in book.events if e.status == "asserted" and e.type in event_types]
    edges = _edges_of_lives(book, asserted, event_types)
    for (entity, edge), told in edges.items():
        if edge in _TWICE and len(told) > 1 and book.entities[entity].kind == "person":
            yield from _once_only(book, solved, entity, edge, told)
    known = {key: events[0] for key, events in edges.items() if len(events) == 1}
    for event in asserted if known else ():
        for entity in sorted(_in_role(book.accounts(event), "actor")):
            for edge in _SAID:
                bound = known.get((entity, edge))
                if bound is not None and bound.id != event.id:
                    yield from _out_of_life(book, solved, entity, edge, event, bound)


def _edges_of_lives(
    book: Book, asserted: Sequence[Event], event_types: EventTypes
) -> dict[tuple[Id, str], list[Event]]:
    """Deaths, births and foundations, by whose they are."""
    edges: dict[tuple[Id, str], list[Event]] = defaultdict(list)
    for event in asserted:
        kind = event_types[event.type]
        for edge, applies in (("last", kind.ends_life), ("birth", kind.begins_life), ("foundation", kind.sets_up)):
            if not applies:
                continue
            accounts = book.accounts(event)
            of = _founded(book, accounts, event_types.words.parts) if edge == "foundation" else _subjects(accounts)
            for entity in sorted(of):
                if edge == "foundation" or book.entities[entity].kind not in _LIFELESS:
                    edges[entity, edge].append(event)
    return edges


def _founded(book: Book, claims: Sequence[Claim], parts: Mapping[str, str]) -> set[Id]:
    """Bodies that are themselves set up: an alliance with the Persians founds no Persians, independence no country."""
    told = (r for c in claims for r in c.fillers("target") if r.rule not in parts and not r.rule.endswith("phrase"))
    targets = {r.entity for r in told if r.entity is not None}
    return {t for t in targets if book.entities[t].kind == "body"}


def _subjects(claims: Sequence[Claim]) -> set[Id]:
    return _in_role(claims, "target") or _in_role(claims, "actor")


def _in_role(claims: Sequence[Claim], role: str) -> set[Id]:
    return {r.entity for c in claims for r in c.fillers(role) if r.entity is not None}


_LIFELESS = ("place", "office", "document")
_TWICE = {"last": "is told to die", "birth": "is told to be born"}


def _once_only(book: Book, solved: Solved, entity: Id, edge: str, told: Sequence[Event]) -> Iterator[Conflict]:
    """What can happen to a person once only, told for days that do not meet."""
    network, points = solved.network, solved.points
    spans = []
    for event in told:
        start, end = points[Moment(event.id, "start")], points[Moment(event.id, "end")]
        spans.append((network.latest(end), network.earliest(start), event.id))
    spans.sort()
    first, last = spans[0], max(spans, key=lambda s: s[1])
    if first[0] < last[1]:
        accounts = [c for e in told if e.id in (first[2], last[2]) for c in e.claims]
        yield book.make("told-twice", f"{book.name(entity)} {_TWICE[edge]} on days that do not meet", accounts)


_SAID = {
    "last": ("act-after-death", "{name} is told to act after dying"),
    "birth": ("act-before-birth", "{name} is told to act before being born"),
    "foundation": ("act-before-foundation", "{name} is told to act before being founded"),
}


def _out_of_life(book: Book, solved: Solved, entity: Id, edge: str, act: Event, bound: Event) -> Iterator[Conflict]:
    network, points = solved.network, solved.points
    act_start, bound_end = Moment(act.id, "start"), Moment(bound.id, "end")
    act_end, bound_start = Moment(act.id, "end"), Moment(bound.id, "start")
    earlier, later = (act_start, bound_end) if edge == "last" else (bound_start, act_end)
    if network.earliest(points[earlier]) <= network.latest(points[later]):
        return
    chain = network.lower_chain(points[earlier]) + network.upper_chain(points[later])
    given = {solved.labels[i]: book.statements[solved.labels[i]] for i in sorted(set(chain))}
    axiom = stable_id("ax", edge, act.id, bound.id)
    given[axiom] = [Constraint(axiom, earlier, later, 0, None, axiom=True)]
    clash = minimal(given, points, axiom)
    kind, message = _SAID[edge]
    said = message.format(name=book.name(entity))
    own = [c for e in (act, bound) for c in e.claims if c not in clash.statements]
    yield book.make(kind, said, (*clash.statements, *own[: 0 if clash.statements else None]))


def _rivals(book: Book, solved: Solved, transitions: Sequence[Transition]) -> Iterator[Conflict]:
    """Two holders told for one and the same time of what only one can hold."""
    asserted = {e.id for e in book.events if e.status == "asserted"}
    accounts = {e.id: book.accounts(e) for e in book.events}
    judge = Judge(solved.network)
    for group in group_by_key(t for t in transitions if t.event in asserted).values():
        if not any(t.change == "observes" for t in group):
            continue
        line = build_timeline(group, solved, accounts)
        if line.exclusive:
            yield from _rivals_of(book, line, judge)


def _rivals_of(book: Book, line: KeyTimeline, judge: Judge) -> Iterator[Conflict]:
    """Sweep over the stretches that are certainly filled; each is held against what begins surely inside it."""
    stretches: list[tuple[float, float, str, Change]] = []
    begins: list[tuple[float, float, str, Change]] = []
    for name, holder in line.holders.items():
        ends = {c.transition.event: c for c in holder.ended if c.transition.holder is not None}
        for c in holder.begun:
            begins.append((judge.earliest(c), judge.latest(c), name, c))
            end = ends.get(c.transition.event)
            if end is not None and judge.latest(c) < judge.earliest(end):
                stretches.append((judge.latest(c), judge.earliest(end), name, c))
    stretches.sort(key=lambda s: (s[0], s[1], s[2]))
    begins.sort(key=lambda s: (s[0], s[1], s[2]))
    open_now: list[tuple[float, int]] = []
    i = 0
    for first, last, name, c in begins:
        while i < len(stretches) and stretches[i][0] < first:
            heappush(open_now, (stretches[i][1], i))
            i += 1
        while open_now and open_now[0][0] <= first:
            heappop(open_now)
        for _, j in open_now:
            if last < stretches[j][1] and stretches[j][2] != name and last != inf:
                yield _two_holders(book, line, judge, stretches[j][3], c)


def _two_holders(book: Book, line: KeyTimeline, judge: Judge, one: Change, other: Change) -> Conflict:
    a, b = one.transition, other.transition
    message = (
        f"{line.key} is told to be held by {a.holder} throughout the time in which {b.holder} comes to hold it "
        f"({say_bounds(judge.bounds(other))})"
    )
    return book.make("two-holders", message, (*a.evidence.derived_from, *b.evidence.derived_from))
