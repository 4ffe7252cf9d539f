"""How long what is told once is taken to last, where nothing more is told of it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
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
_BEFORE_LOSS = {OFFICE: 366}
"""Days before its loss for which who is told to have lost an office had it, where no change is told within them."""
_CLOSE = 400
"""Days within which a happening must lie to be counted among those that a text goes on to."""
_PASSED = 3
"""After so many sentences on what came later, who had it may have been passed over."""
_NEAR = (0, 2)
"""How many sentences around a happening are asked for the days of which it tells, the first where any are told."""


def certain_for(fluent: str) -> float:
    """For how many days who came to it has it for certain, unless they are told to have or to lose it after that."""
    return _CERTAIN.get(fluent, inf)


def possible_for(fluent: str) -> int:
    """How many days from where that is told one person may have it, unless it is told of them again."""
    return _POSSIBLE.get(fluent, LONGEST)


def had_before_loss(fluent: str) -> int:
    """For how many days before they are told to lose it somebody had it for certain, if nothing else is told."""
    return _BEFORE_LOSS.get(fluent, 0)


def lapses(fluent: str) -> tuple[int, ...]:
    """After how many days from a change an answer may be another one without any change."""
    own = (days[fluent] for days in (_CERTAIN, _POSSIBLE) if fluent in days)
    return (*own, LIFE, LONGEST)


class Around(NamedTuple):
    """What a text tells around events: days beside those that have none, and when it had told of much else since."""

    beside: Mapping[Id, Days]
    gone_on: Mapping[Id, int]

    def turns(self, fluent: str, events: Iterable[Id]) -> set[int]:
        """Days on which answers about these events may be others because of what is told around them."""
        longest, told = possible_for(fluent), set(events)
        near = [self.beside[event] for event in told & self.beside.keys()]
        gone_on = {self.gone_on[event] for event in told & self.gone_on.keys()}
        return gone_on | {first - longest for first, _ in near} | {last + longest for _, last in near}


NOTHING = Around({}, {})


def look_around(findings: Findings, events: Iterable[Event]) -> Around:
    """For events without days, the first and the last that their sentence dates, or else those around it.

    For the others the day by which so many sentences of the same text had told of what happened after them.
    """
    number = {s.id: n for n, s in enumerate(findings.sentences)}
    dated: dict[int, list[Days]] = defaultdict(list)
    since: dict[Id, list[tuple[int, int, int]]] = defaultdict(list)
    claims: dict[Id, Claim] = {}
    for claim in findings.claims:
        claims[claim.id], days, n = claim, _days(claim), number[claim.sentence]
        if days is not None:
            dated[n].append(days)
            if claim.status == "asserted" and days[1] - days[0] <= _CLOSE:
                since[claim.trigger.document].append((*days, n))
    for told in since.values():
        told.sort()
    beside, gone_on = {}, {}
    for event in events:
        accounts = [claims[c] for c in event.claims]
        if all(c.time.when is None for c in accounts):
            at = {number[c.sentence] for c in accounts}
            near = ([d for n in at for m in range(n - w, n + w + 1) for d in dated.get(m, ())] for w in _NEAR)
            if days_near := next((days for days in near if days), None):
                beside[event.id] = min(first for first, _ in days_near), max(last for _, last in days_near)
        elif (begun := _begun(accounts)) is not None:
            day = max(_gone_on(since[d], begun) for d in {c.trigger.document for c in accounts})
            if day < inf:
                gone_on[event.id] = int(day)
    return Around(beside, gone_on)


def _days(claim: Claim) -> Days | None:
    when = claim.time.when
    return None if when is None or when.earliest is None or when.latest is None else (when.earliest, when.latest)


def _begun(accounts: Iterable[Claim]) -> int | None:
    """The last day on which it began, as told."""
    whens = [c.time.when for c in accounts if c.time.when is not None]
    return min((d for w in whens if (d := w.start.latest if w.lasting else w.latest) is not None), default=None)


def _gone_on(told: Sequence[tuple[int, int, int]], begun: int) -> float:
    """The day by which `_PASSED` sentences have told of what came after a day."""
    last: dict[int, int] = {}
    for at in range(bisect_right(told, (begun, inf, 0)), len(told)):
        first, end, sentence = told[at]
        known = sorted(last.values())
        if len(known) >= _PASSED and first > known[_PASSED - 1]:
            break
        last[sentence] = min(end, last.get(sentence, end))
    return sorted(last.values())[_PASSED - 1] if len(last) >= _PASSED else inf
