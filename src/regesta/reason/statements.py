"""Statements in, bounds, order and contradictions out: for whoever has statements without prose.

>>> from regesta.reason import Before, Network, On
>>> strata = Network()
>>> strata.add("dendrochronology", On("hall built", "1173-01-01", "1174-12-31"))
>>> strata.add("section 4", Before("hall built", "fire", min_days=365))
>>> strata.add("annals", On("fire", latest="1180-06-30"))
>>> strata.bounds("fire").iso()
('1174-01-01', '1180-06-30')
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
from typing import Literal

from regesta.model.calendars import from_iso
from regesta.model.time import Bounds
from regesta.reason.ledger import Ledger
from regesta.reason.network import DayNetwork, Edge, Gap, Part

Day = int | str
"""A whole number, counted from wherever one likes, or an ISO day such as "1871-03-18" or "-0216-08-02"."""
_Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class On:
    """A moment falls between two days, both included; `but_not` leaves out stretches of days between them."""

    moment: str
    earliest: Day | None = None
    latest: Day | None = None
    but_not: tuple[tuple[Day, Day], ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """One moment comes before another: `min_days <= later - earlier <= max_days`.

    `strict` puts the earlier first even where both fall on one day; it goes unheeded where `min_days` is negative.
    """

    earlier: str
    later: str
    min_days: int = 0
    max_days: int | None = None
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements that cannot all hold, though they can without any one of them; the one that was set aside."""

    statements: tuple[str, ...]
    refused: str


class Network:
    """Moments and what is told of them. Nothing that is told is lost: what does not fit is set aside and explained.

    Of statements that cannot all hold, the one with the highest rank is set aside, and of equal ranks the last by name:
    what follows never hangs on the order of telling. `doubtful` names moments that may not have come about at all: what
    is told of such a moment binds nothing else, and holds for it only if it did.
    """

    def __init__(self, doubtful: tuple[str, ...] = ()) -> None:
        self.doubtful = frozenset(doubtful)
        self._ledger = Ledger()
        self._points: dict[str, int] = {}
        self._keys: dict[str, _Key] = {}
        self._parts: dict[str, tuple[On | Before, ...]] = {}
        self._aside: dict[str, list[str]] = {}
        """Statements about doubtful moments, by moment."""

    @property
    def days(self) -> DayNetwork:
        """The network of what is accepted, by number of moment."""
        return self._ledger.network

    def add(self, name: str, *parts: On | Before, rank: int = 0) -> Contradiction | None:
        """Tell a statement, of one part or several that stand or fall together; what it clashes with, or None.

        ValueError where the name is taken, or a day is none.
        """
        if name in self._keys:
            raise ValueError(f"statement {name!r} is there already; retract it first, or give this one another name")
        made = [edge for part in parts for edge in self._edges(part)]
        moments = {m for part in parts for m in _moments(part)}
        self._keys[name] = (rank, name)
        self._parts[name] = parts
        if moments & self.doubtful:
            for moment in moments & self.doubtful:
                self._aside.setdefault(moment, []).append(name)
            return None
        refused = set(self._ledger.refused)
        self._ledger.tell((rank, name), made)
        return next((self._contradiction(key) for key in sorted(set(self._ledger.refused) - refused)), None)

    def retract(self, name: str) -> None:
        """Take a statement back; what was set aside because of it is heard again. KeyError where there is none."""
        key = self._keys.pop(name)
        parts = self._parts.pop(name)
        aside = {m for part in parts for m in _moments(part)} & self.doubtful
        for moment in aside:
            self._aside[moment].remove(name)
        if not aside:
            self._ledger.retract(key)

    def correct(self, name: str, *parts: On | Before) -> Contradiction | None:
        """Put other words in the place of a statement. KeyError where there is none."""
        rank = self._keys[name][0]
        self.retract(name)
        return self.add(name, *parts, rank=rank)

    @property
    def conflicts(self) -> tuple[Contradiction, ...]:
        """Each statement that was set aside, with the fewest that it takes to see why."""
        return tuple(self._contradiction(key) for key in sorted(self._ledger.refused))

    def bounds(self, moment: str) -> Bounds | None:
        """First and last day of a moment; None for a doubtful one that cannot have come about."""
        point = self.point(moment)
        with self.supposing(moment) as possible:
            if not possible:
                return None
            low, high = self.days.earliest(point), self.days.latest(point)
        return Bounds(None if low == -inf else int(low), None if high == inf else int(high))

    def why(self, moment: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The statements behind the first day and behind the last, each from the moment back to a date."""
        point = self.point(moment)
        with self.supposing(moment):
            low, high = self.days.lower_chain(point), self.days.upper_chain(point)
        return tuple(name for _, name in low), tuple(name for _, name in high)

    def order(self, one: str, other: str) -> Literal["before", "after", "either"]:
        """Whether one moment certainly comes before or after another, the order inside a day included."""
        a, b = self.point(one), self.point(other)
        with self.supposing(one, other):
            days = self.days
            if days.latest(a) < days.earliest(b):
                return "before"
            if days.latest(b) < days.earliest(a):
                return "after"
            if not days.allows([Edge(b, a, 0, strict=True)]):
                return "before"
            return "either" if days.allows([Edge(a, b, 0, strict=True)]) else "after"

    def point(self, moment: str) -> int:
        """The number of a moment in `days`; a moment not told of before is open on both sides."""
        if moment not in self._points:
            self._points[moment] = self.days.point()
        return self._points[moment]

    @contextmanager
    def supposing(self, *moments: str) -> Iterator[bool]:
        """For a while, doubtful moments did come about; whether all that is told of them can hold."""
        supposed = self.doubtful.intersection(moments)
        names = sorted({n for m in supposed for n in self._aside.get(m, ())}, key=self._keys.__getitem__)
        told: list[_Key] = []
        possible = True
        for name in names:
            parts = self._parts[name]
            if self.doubtful.intersection(m for part in parts for m in _moments(part)) <= supposed:
                possible = self.days.add([e for p in parts for e in self._edges(p)], self._keys[name]) is None
                if not possible:
                    break
                told.append(self._keys[name])
        try:
            yield possible
        finally:
            for key in reversed(told):
                self.days.retract(key)

    def _contradiction(self, key: _Key) -> Contradiction:
        return Contradiction(tuple(name for _, name in sorted(self._ledger.explain(key))), key[1])

    def _edges(self, part: On | Before) -> Iterator[Part]:
        if isinstance(part, Before):
            a, b = self.point(part.earlier), self.point(part.later)
            yield Edge(a, b, part.min_days, part.strict and part.min_days >= 0)
            if part.max_days is not None:
                yield Edge(b, a, -part.max_days)
            return
        point = self.point(part.moment)
        if part.earliest is not None:
            yield Edge(-1, point, day_number(part.earliest))
        if part.latest is not None:
            yield Edge(point, -1, -day_number(part.latest))
        for first, last in part.but_not:
            yield Gap(point, day_number(first), day_number(last))


def day_number(day: Day) -> int:
    """A day as a whole number: a Julian day number where it is written out. ValueError where there is no such day."""
    return from_iso(day) if isinstance(day, str) else day


def _moments(part: On | Before) -> tuple[str, ...]:
    return (part.moment,) if isinstance(part, On) else (part.earlier, part.later)
