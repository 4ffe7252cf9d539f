"""Who held what, from day to day: asks on every day on which an answer may change, and joins what stays the same."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from regesta.model.chronology import Chronology
from regesta.model.ids import Id
from regesta.model.state import Answer
from regesta.reason.answers import Asked, answer_key, open_keys, surest_first
from regesta.reason.keys import group_by_key
from regesta.reason.naming import identity
from regesta.reason.stretches import turning_days
from regesta.reason.timelines import KeyTimeline


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
    asked = open_keys(chronology)
    entities = {
        key: next((change.key_entity for change in group if change.key_entity is not None), None)
        for key, group in group_by_key(chronology.transitions).items()
    }
    ribbons = (
        Ribbon(line.fluent, line.key, entities[line.fluent, identity(line.key)], tuple(_reigns(line, asked)))
        for line in asked.lines
    )
    return tuple(sorted((r for r in ribbons if r.reigns), key=_order))


def _order(ribbon: Ribbon) -> tuple[bool, str, str]:
    holders = {answer.holder for reign in ribbon.reigns for answer in reign.answers}
    return holders == {ribbon.key}, ribbon.fluent, ribbon.key


def _reigns(line: KeyTimeline, asked: Asked) -> Iterator[Reign]:
    """Spells of one answer, those without any left out."""
    turns = turning_days(line, asked.judge)
    edges: list[tuple[int | None, int | None]] = [(None, None)]
    if turns:
        between = [(low, high - 1) for low, high in pairwise(turns)]
        edges = [(None, turns[0] - 1), *between, (turns[-1], None)]
    current: Reign | None = None
    for first, last in edges:
        day = first if first is not None else last if last is not None else 0
        answers = _ask(line, asked, day)
        if current is not None and current.answers == answers:
            current = Reign(current.first, last, answers)
            continue
        if current is not None and current.answers:
            yield current
        current = Reign(first, last, answers)
    if current is not None and current.answers:
        yield current


def _ask(line: KeyTimeline, asked: Asked, day: int) -> tuple[Answer, ...]:
    """The answers of that day without the sentence that explains them, which names the day."""
    return tuple(replace(answer, why="") for answer in surest_first(answer_key(line, asked, day)))
