"""How long what is told once is taken to last, where nothing more is told of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import inf

from regesta.model.chronology import Findings
from regesta.model.claim import Event
from regesta.model.ids import Id
from regesta.reason.keys import HOLDS, OFFICE

Days = tuple[int, int]
"""First and last day."""

LIFE, LONGEST = 21_900, 36_500
"""Days for which one person may be taken to have what they came to, and for which anybody had: 60 and 100 years."""
_CERTAIN = {OFFICE: 3_653, HOLDS: 7_305}
"""Days for which who came to an office or a place has it for certain: 10 and 20 years. A text may pass over others."""
_POSSIBLE = {OFFICE: 10_957}
"""Days for which one person may have an office: 30 years."""
_NEAR = (0, 2)
"""How many sentences around a happening are asked for the days of which it tells, the first where any are told."""


def certain_for(fluent: str) -> float:
    """For how many days who came to it has it for certain, unless they are told to have or to lose it after that."""
    return _CERTAIN.get(fluent, inf)


def possible_for(fluent: str) -> int:
    """How many days from where that is told one person may have it, unless it is told of them again."""
    return _POSSIBLE.get(fluent, LONGEST)


def lapses(fluent: str) -> tuple[int, ...]:
    """After how many days from a change an answer may be another one without any change."""
    own = (days[fluent] for days in (_CERTAIN, _POSSIBLE) if fluent in days)
    return (*own, LIFE, LONGEST)


def dated_beside(findings: Findings, events: Iterable[Event]) -> Mapping[Id, Days]:
    """For events that tell no days, the first and the last that their sentence dates, or else those around it."""
    number = {s.id: n for n, s in enumerate(findings.sentences)}
    dated: dict[int, list[Days]] = defaultdict(list)
    undated: dict[Id, int] = {}
    for claim in findings.claims:
        when = claim.time.when
        if when is not None and when.earliest is not None and when.latest is not None:
            dated[number[claim.sentence]].append((when.earliest, when.latest))
        elif when is None:
            undated[claim.id] = number[claim.sentence]
    found = {}
    for event in events:
        told = {undated[c] for c in event.claims} if all(c in undated for c in event.claims) else ()
        near = ([d for n in told for at in range(n - w, n + w + 1) for d in dated.get(at, ())] for w in _NEAR)
        if days := next((days for days in near if days), None):
            found[event.id] = min(first for first, _ in days), max(last for _, last in days)
    return found
