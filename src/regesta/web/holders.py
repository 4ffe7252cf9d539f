"""Who held what, from day to day: asks on every day on which an answer may change, and joins what stays the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regesta.model.chronology import Chronology
from regesta.model.ids import Id
from regesta.model.state import Answer, State
from regesta.model.time import Bounds

Ask = Callable[[str, str, int], Sequence[Answer]]
"""Fluent, key and day -> who held it on that day; nothing where that is unknown."""


@dataclass(frozen=True, slots=True)
class Reign:
    """Days from `first` to `last` (both counted, None = without end) on which the answer is the same."""

    first: int | None
    last: int | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One thing that can be held, through time."""

    fluent: str
    key: str
    key_entity: Id | None
    reigns: tuple[Reign, ...]


def trace_ribbons(chronology: Chronology, ask: Ask) -> tuple[Ribbon, ...]:
    """A ribbon for everything that somebody held, in the order of fluents and keys."""
    keys: dict[tuple[str, str], Id | None] = {}
    for state in chronology.states:
        keys.setdefault((state.fluent, state.key), state.key_entity)
    turns = _turns(chronology)
    return tuple(
        Ribbon(fluent, key, entity, tuple(_reigns(fluent, key, sorted(turns[fluent, key]), ask)))
        for (fluent, key), entity in sorted(keys.items(), key=lambda item: item[0])
    )


def _turns(chronology: Chronology) -> dict[tuple[str, str], set[int]]:
    """Days on which an answer may change: bounds of each state and of events that touch it, and the day after."""
    turns: dict[tuple[str, str], set[int]] = {}
    dates = {d.event: d for d in chronology.dates}
    touched: list[tuple[str, str, tuple[Bounds, ...]]] = [
        (state.fluent, state.key, (state.since, state.until)) for state in chronology.states
    ]
    for change in chronology.transitions:
        known = dates.get(change.event)
        touched.append((change.fluent, change.key, (known.start, known.end) if known else ()))
    for fluent, key, edges in touched:
        days = turns.setdefault((fluent, key), set())
        for bounds in edges:
            days.update(day + n for day in (bounds.earliest, bounds.latest) if day is not None for n in (0, 1))
    return turns


def _reigns(fluent: str, key: str, turns: Sequence[int], ask: Ask) -> Iterator[Reign]:
    if not turns:
        answers = tuple(ask(fluent, key, 0))
        if answers:
            yield Reign(None, None, answers)
        return
    edges: list[tuple[int | None, int | None]] = [(None, turns[0] - 1)]
    edges += [(low, high - 1) for low, high in pairwise(turns)]
    edges.append((turns[-1], None))
    open_reign: Reign | None = None
    for first, last in edges:
        answers = tuple(ask(fluent, key, first if first is not None else turns[0] - 1))
        if open_reign is not None and open_reign.answers == answers:
            open_reign = Reign(open_reign.first, last, answers)
            continue
        if open_reign is not None and open_reign.answers:
            yield open_reign
        open_reign = Reign(first, last, answers)
    if open_reign is not None and open_reign.answers:
        yield open_reign


def ask_states(chronology: Chronology) -> Ask:
    """Answers read off the states' own bounds."""
    found: dict[tuple[str, str], list[State]] = {}
    for state in chronology.states:
        found.setdefault((state.fluent, state.key), []).append(state)

    def ask(fluent: str, key: str, day: int) -> list[Answer]:
        return [_answer(state, day) for state in found.get((fluent, key), ()) if _possible(state, day)]

    return ask


def _possible(state: State, day: int) -> bool:
    begun = state.since.earliest is None or state.since.earliest <= day
    return begun and (state.until.latest is None or day <= state.until.latest)


def _answer(state: State, day: int) -> Answer:
    certain = state.since.latest is not None and state.since.latest <= day
    if state.ended_by:
        certain = certain and state.until.earliest is not None and day <= state.until.earliest
    certainty = state.certainty if certain or state.certainty == "disputed" else "possible"
    return Answer(
        *(state.holder, state.holder_entity, state.fluent, state.key, certainty),
        *(state.since, state.until, state.evidence, ""),
    )
