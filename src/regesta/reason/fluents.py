"""Who or what held a key on a day, over all orders and days that a network leaves open: certain, possible, impossible.

A world is a day for every moment and an order inside days that agree with all that is accepted. In each world a key is
as its last change left it. Certain is what is so in all worlds, possible what is so in some; both are exact.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from regesta.reason.last import View, any_last, can_be_last
from regesta.reason.network import Edge
from regesta.reason.sides import OPEN
from regesta.reason.statements import Day, Network, day_number

Verdict = Literal["certain", "possible", "impossible"]


@dataclass(frozen=True, slots=True)
class Held:
    """What can be said of a key on a day."""

    holders: dict[str, Verdict]
    """Every holder that is certain or possible, by name."""
    nobody: Verdict
    """That it was held before, or was there to be held, and that nobody had it then."""
    untold: Verdict
    """That nothing told of it had happened yet, so that who had it is not known."""


@dataclass(slots=True)
class _Key:
    """The changes of one key, by moment."""

    sets: dict[str, list[str]] = field(default_factory=dict)
    clears: list[str] = field(default_factory=list)
    clears_of: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The changes that give one holder the key, or take it, by number; the sure ones apart from the doubtful."""

    begun: tuple[int, ...]
    ended: tuple[int, ...]
    maybe_begun: tuple[str, ...]
    maybe_ended: tuple[str, ...]


class Timeline:
    """Changes of keys at the moments of a network. What may not have come about never makes anything certain.

    >>> from regesta.reason import Before, Network, On, Timeline
    >>> told = Network()
    >>> told.add("charter", On("grant", 10, 12))
    >>> told.add("annals", Before("grant", "siege"), On("siege", latest=30))
    >>> castle = Timeline(told)
    >>> castle.sets("grant", "castle", "Odo")
    >>> castle.sets("siege", "castle", "Ralph")
    >>> castle.at("castle", 12).holders
    {'Odo': 'possible', 'Ralph': 'possible'}
    >>> castle.at("castle", 30).holders
    {'Ralph': 'certain'}
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self._view = View.forward(network.days)
        self._keys: dict[str, _Key] = {}
        self._sides: dict[tuple[str, str], _Sides] = {}

    def sets(self, moment: str, key: str, holder: str) -> None:
        """At that moment the holder came to have the key, whoever had it before."""
        self._of(key).sets.setdefault(holder, []).append(moment)

    def clears(self, moment: str, key: str, holder: str | None = None) -> None:
        """At that moment the holder lost the key, if it had it; whoever had it, where none is named."""
        changes = self._of(key)
        (changes.clears if holder is None else changes.clears_of.setdefault(holder, [])).append(moment)

    def at(self, key: str, day: Day) -> Held:
        """All answers at the end of a day. KeyError for a key of which nothing is told."""
        day = day_number(day)
        found = {holder: self.holds(key, holder, day) for holder in sorted(self._keys[key].sets)}
        holders: dict[str, Verdict] = {h: v for h, v in found.items() if v != "impossible"}
        untold = self._untold(key, day)
        nobody = self._nobody_possible(key, day)
        alone = len(holders) + untold + nobody == 1
        said: Verdict = "certain" if alone else "possible"
        return Held(holders, said if nobody else "impossible", said if untold else "impossible")

    def holds(self, key: str, holder: str, day: int) -> Verdict:
        """Whether one holder had the key at the end of a day. KeyError where nothing is told of either."""
        changes = self._sides.get((key, holder)) or self._sort(key, holder)
        if not changes.maybe_begun and not changes.maybe_ended:
            return verdict(self._view, changes.begun, changes.ended, day)
        for _ in any_last(self._view, changes.begun, changes.ended, day):
            return "possible" if self._may_lack(changes, day) else "certain"
        for _ in self._doubtful(changes.maybe_begun, changes.ended, day):
            return "possible"
        return "impossible"

    def _may_lack(self, changes: _Sides, day: int) -> bool:
        if may_lack(self._view, changes.begun, changes.ended, day):
            return True
        return any(True for _ in self._doubtful(changes.maybe_ended, changes.begun, day))

    def _doubtful(self, moments: Iterable[str], rivals: tuple[int, ...], day: int) -> Iterator[str]:
        """Those of the doubtful moments that can have come about, by the day, after all rivals by then."""
        for moment in moments:
            point = self.network.point(moment)
            with self.network.supposing(moment) as possible:
                last = possible and can_be_last(self._view, point, rivals, day)
            if last:
                yield moment

    def _untold(self, key: str, day: int) -> bool:
        """Whether no sure change that matters need have happened by the day."""
        changes = self._keys[key]
        told = (*(m for ms in changes.sets.values() for m in ms), *changes.clears)
        return all(self._view.upper.bound[p] < -day for p in self._sure(told))

    def _nobody_possible(self, key: str, day: int) -> bool:
        """Whether it can have been cleared, by the day, of whoever had it last."""
        changes = self._keys[key]
        setters = self._sure(m for ms in changes.sets.values() for m in ms)
        later = [Edge(-1, p, day + 1) for p in setters]
        if any(self._can_clear(m, day, later) for m in changes.clears):
            return True
        return any(
            self._can_follow(start, end, setters, day)
            for holder, starts in changes.sets.items()
            for start in starts
            for end in (*changes.clears, *changes.clears_of.get(holder, ()))
        )

    def _can_clear(self, moment: str, day: int, later: list[Edge]) -> bool:
        """Whether it can have cleared the key before anybody is told to have come to it."""
        point = self.network.point(moment)
        with self.network.supposing(moment) as possible:
            return possible and self.network.days.allows([Edge(point, -1, -day), *later])

    def _can_follow(self, start: str, end: str, setters: tuple[int, ...], day: int) -> bool:
        """Whether `start` can be the last beginning by the day and `end` come between it and the end of the day."""
        a, b = self.network.point(start), self.network.point(end)
        if a == b:
            return False
        days = self.network.days
        with self.network.supposing(start, end) as possible:
            if not possible or days.add([Edge(a, b, 0, strict=True), Edge(b, -1, -day)], _FOLLOWS) is not None:
                return False
            last = can_be_last(self._view, a, setters, day)
            days.retract(_FOLLOWS)
        return last

    def _sure(self, moments: Iterable[str]) -> tuple[int, ...]:
        return tuple(self.network.point(m) for m in moments if m not in self.network.doubtful)

    def _of(self, key: str) -> _Key:
        self._sides.clear()
        return self._keys.setdefault(key, _Key())

    def _sort(self, key: str, holder: str) -> _Sides:
        changes, doubtful = self._keys[key], self.network.doubtful
        begun = changes.sets[holder]
        others = [m for other, ms in changes.sets.items() if other != holder for m in ms]
        ended = [*others, *changes.clears, *changes.clears_of.get(holder, ())]
        made = _Sides(
            self._sure(begun),
            self._sure(ended),
            tuple(m for m in begun if m in doubtful),
            tuple(m for m in ended if m in doubtful),
        )
        self._sides[key, holder] = made
        return made


_FOLLOWS = (-1, "")


def verdict(view: View, begun: Sequence[int], ended: Sequence[int], day: int) -> Verdict:
    """Whether one of `begun` is the last change by the end of the day.

    Bounds alone settle most; the rest is searched.
    """
    upper, lower, end = view.upper.bound, view.lower.bound, -day
    can: list[int] = []
    reach: float = inf
    for p in begun:
        if lower[p] <= day:
            can.append(p)
            if (high := upper[p]) < reach:
                reach = high
    if not can:
        return "impossible"
    lost = OPEN
    for c in ended:
        if upper[c] >= end and (low := lower[c]) > lost:
            if low + reach > 0:
                return "impossible"
            lost = low
    if _surely_last(view, can, ended, day, lost):
        return "certain"
    for _ in any_last(view, can, ended, day):
        return "possible" if may_lack(view, begun, ended, day) else "certain"
    return "impossible"


def _surely_last(view: View, begun: Sequence[int], ended: Sequence[int], day: int, lost: int) -> bool:
    """Whether bounds alone tell that the last of `begun` comes after all of `ended` that can come by the day.

    `lost` is the earliest day of the last that must.
    """
    upper, lower = view.upper.bound, view.lower.bound
    had = max([lower[p] for p in begun if upper[p] >= -day], default=OPEN)
    return had > lost and not any(upper[c] <= -had and lower[c] <= day for c in ended)


def may_lack(view: View, begun: Sequence[int], ended: Sequence[int], day: int) -> bool:
    """Whether none of `begun` need have happened by the end of the day, or one of `ended` can be the last by then."""
    upper = view.upper.bound
    if all(upper[p] < -day for p in begun):
        return True
    return any(True for _ in any_last(view, ended, begun, day))
