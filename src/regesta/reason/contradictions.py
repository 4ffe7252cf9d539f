"""Contradictions as findings: each set of statements that cannot all hold, quoted, with its kind and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import TOLD, Claim, Event
from regesta.model.constraint import Conflict, Constraint, Moment
from regesta.model.ids import Id, stable_id
from regesta.model.state import Transition
from regesta.reason.accounts import find_differing
from regesta.reason.book import Book
from regesta.reason.conflicts import Solved, assumed, describe, minimal
from regesta.reason.constraints import foundations
from regesta.reason.notes import CONTRADICTIONS
from regesta.reason.rivals import find_rivals
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
    founded = {(Moment(a, "start"), Moment(b, "start")) for a, b in foundations(events, transitions)}
    told = (c for c in solved.clashes if c.statements and assumed(c) <= founded)
    found = [book.make(*describe(clash), clash.statements) for clash in told]
    found += _times(book)
    found += _lives(book, solved, event_types)
    found += find_rivals(findings, book, solved, transitions)
    found += find_differing(findings, book, solved, _deaths(book, event_types))
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


def _deaths(book: Book, event_types: EventTypes) -> dict[Id, list[Event]]:
    """What is told, or is told on somebody's word, of how people died."""
    told = [e for e in book.events if e.status in TOLD and e.type in event_types and event_types[e.type].ends_life]
    deaths: dict[Id, list[Event]] = defaultdict(list)
    for event in told:
        for entity in sorted(_subjects(book.accounts(event))):
            if book.entities[entity].kind == "person":
                deaths[entity].append(event)
    return deaths


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
_TWICE = {"last": "is said to have died", "birth": "is said to have been born"}


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
        yield book.make("told-twice", f"{book.name(entity)} {_TWICE[edge]} on days that exclude each other", accounts)


_SAID = {
    "last": ("act-after-death", "{name} is said to have acted after dying"),
    "birth": ("act-before-birth", "{name} is said to have acted before being born"),
    "foundation": ("act-before-foundation", "{name} is said to have acted before being founded"),
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
