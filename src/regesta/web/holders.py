"""Who held what, from day to day: asks on every day on which an answer may change, and joins what stays the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from regesta.model.chronology import Chronology
from regesta.model.constraint import EventDates
from regesta.model.ids import Id
from regesta.model.state import Answer, Transition
from regesta.reason import holders_on
from regesta.reason.keys import group_by_key
from regesta.reason.lasting import Around, lapses, look_around, possible_for


@dataclass(frozen=True, slots=True)
class Reign:
    """Days from `first` to `last` (both counted, None = without end) on which the answer is the same."""

    first: int | None
    last: int | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One thing that can be held, through time. Days between reigns are those on which the holder is unknown."""

    fluent: str
    key: str
    key_entity: Id | None
    reigns: tuple[Reign, ...]


def trace_ribbons(chronology: Chronology) -> tuple[Ribbon, ...]:
    """A ribbon for everything that somebody may have held; what is its own holder (that a body exists) comes last."""
    part = _Parts(chronology)
    ribbons = [_ribbon(group, part) for group in group_by_key(chronology.transitions).values()]
    return tuple(sorted((r for r in ribbons if r.reigns), key=_order))


def _order(ribbon: Ribbon) -> tuple[bool, str, str]:
    holders = {answer.holder for reign in ribbon.reigns for answer in reign.answers}
    return holders == {ribbon.key}, ribbon.fluent, ribbon.key


class _Parts:
    """Cuts a chronology down to what has a say about one key, so that asking costs what the key does."""

    def __init__(self, chronology: Chronology) -> None:
        findings = chronology.findings
        self._whole = chronology
        self._event_of = {claim: event.id for event in chronology.events for claim in event.claims}
        self._events = {event.id: event for event in chronology.events}
        self._claims = {claim.id: claim for claim in findings.claims}
        self._dates = {dates.event: dates for dates in chronology.dates}
        self.around = look_around(findings, chronology.events)
        self._links: dict[Id, list[int]] = {}
        for number, link in enumerate(findings.links):
            for event in {self._event_of.get(link.earlier), self._event_of.get(link.later)} - {None}:
                self._links.setdefault(event, []).append(number)  # type: ignore[arg-type]

    def about(self, group: Sequence[Transition]) -> Chronology:
        """The changes of one key, and every event that links tie to theirs."""
        links: set[int] = set()
        reached = {change.event for change in group}
        todo = list(reached)
        while todo:
            for number in self._links.get(todo.pop(), ()):
                if number not in links:
                    links.add(number)
                    link = self._whole.findings.links[number]
                    new = {self._event_of[c] for c in (link.earlier, link.later) if c in self._event_of} - reached
                    reached |= new
                    todo += new
        events = tuple(event for event in map(self._events.get, sorted(reached)) if event is not None)
        findings = replace(
            self._whole.findings,
            claims=tuple(self._claims[claim] for event in events for claim in event.claims),
            links=tuple(self._whole.findings.links[number] for number in sorted(links)),
        )
        conflicts = tuple(c for c in self._whole.conflicts if reached & set(c.events))
        return replace(
            self._whole, findings=findings, events=events, transitions=tuple(group), conflicts=conflicts, states=()
        )

    def turns(self, group: Sequence[Transition]) -> list[int]:
        """Days on which an answer may change: the bounds of the events that change it, and the days beside them.

        So it may where what is told has not been told again for long.
        """
        known = {change.event: self._dates[change.event] for change in group if change.event in self._dates}
        bounds = [edge for dates in known.values() for edge in (dates.start, dates.end)]
        days = {day for edge in bounds for day in (edge.earliest, edge.latest) if day is not None}
        fluent = group[0].fluent
        lapsed = {day + lapse + 1 for day in _last(group, known, ends=False) for lapse in lapses(fluent)}
        turned = {day - possible_for(fluent) for day in _last(group, known, ends=True)}
        turned |= self.around.turns(fluent, (change.event for change in group))
        lapsed |= turned | {day + 1 for day in turned}
        return sorted(days | {day + step for day in days for step in (-1, 1)} | lapsed)


def _last(group: Sequence[Transition], known: Mapping[Id, EventDates], *, ends: bool) -> set[int]:
    """The last days of what ends a holding, or of what begins or shows one."""
    told = (known[t.event] for t in group if (t.change == "ends") is ends and t.event in known)
    return {edge.latest for dates in told for edge in (dates.start, dates.end) if edge.latest is not None}


def _ribbon(group: Sequence[Transition], parts: _Parts) -> Ribbon:
    entity = next((change.key_entity for change in group if change.key_entity is not None), None)
    return Ribbon(
        group[0].fluent, group[0].key, entity, tuple(_reigns(parts.about(group), parts.turns(group), parts.around))
    )


def _reigns(chronology: Chronology, turns: Sequence[int], around: Around) -> Iterator[Reign]:
    """Spells of one answer, those without any left out."""
    edges: list[tuple[int | None, int | None]] = [(None, None)]
    if turns:
        between = [(low, high - 1) for low, high in pairwise(turns)]
        edges = [(None, turns[0] - 1), *between, (turns[-1], None)]
    current: Reign | None = None
    for first, last in edges:
        asked = first if first is not None else last if last is not None else 0
        answers = _ask(chronology, asked, around)
        if current is not None and current.answers == answers:
            current = Reign(current.first, last, answers)
            continue
        if current is not None and current.answers:
            yield current
        current = Reign(first, last, answers)
    if current is not None and current.answers:
        yield current


def _ask(chronology: Chronology, day: int, around: Around) -> tuple[Answer, ...]:
    """The answers of that day without the sentence that explains them, which names the day."""
    answers, _ = holders_on(chronology, day=day, around=around)
    return tuple(replace(answer, why="") for answer in answers)
