"""Whole-day difference constraints with a strict order inside the day: bounds, contradictions, corrections.

Points are numbered. An edge (a, b, w) says t_b >= t_a + w; a strict edge says besides that a comes first even where
both fall on one day. Bounds are exact: every day between the two can be had, but for gaps (Dechter, Meiri and Pearl,
"Temporal constraint networks", 1991). Statements are added one at a time; one that cannot hold with those before it is
refused, and explained by statements of which none can be spared. What is taken away touches only what hung on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from operator import add
from typing import Any

from regesta.reason.explain import Edge, Gap, Part, circle, irreducible, nearest_clash, points_of, tight_chain
from regesta.reason.order import Order
from regesta.reason.sides import DATED, Label, Links, Side, in_order

__all__ = ["Day", "DayNetwork", "Edge", "Gap", "Part", "fits"]

Day = float
"""A whole day, or plus or minus infinity where open."""


class _Nobody:
    """The label of what is only tried: neither before nor after any other."""

    def __lt__(self, other: object) -> bool:
        return False

    __gt__ = __lt__


_TRIED = _Nobody()


class DayNetwork:
    """Points with bounds. Upper bounds are kept negated, so that both sides are pushed by the same code."""

    def __init__(self, size: int = 0) -> None:
        self.low, self.high = Side(size), Side(size)
        self.order = Order(size)
        self.parts: dict[Label, tuple[Part, ...]] = {}
        """What each accepted statement says."""

    @property
    def size(self) -> int:
        """How many points there are."""
        return len(self.low.bound)

    def point(self) -> int:
        """The number of a new point."""
        self.low.grow()
        self.high.grow()
        self.order.grow()
        return self.size - 1

    def earliest(self, point: int) -> Day:
        """First day on which the point may fall."""
        low = self.low.bound[point]
        return low if low > DATED else -inf

    def latest(self, point: int) -> Day:
        """Last day on which the point may fall."""
        high = self.high.bound[point]
        return -high if high > DATED else inf

    def load(self, statements: Iterable[tuple[Sequence[Edge], Label]]) -> bool:
        """All statements at once into an empty network; False, and of no further use, where they cannot all hold."""
        told = [(label, tuple(edges)) for edges, label in statements]
        self.parts.update(told)
        if not all(self._takes(edge, label) for label, edges in told for edge in edges):
            return False
        # One side after the other, so that what a pass over all reads lies together, in the order of telling.
        links = [(a, b, w, label) for label, edges in told for a, b, w, _ in edges if a >= 0 <= b != a]
        self.high.link_all((b, a, w, label) for a, b, w, label in links)
        self.low.link_all(links)
        return self.settle(in_order(links))

    def _takes(self, edge: Edge, label: Label) -> bool:
        """Keep a date, or which comes first; whether it can be so."""
        a, b, w, strict = edge
        if a < 0:
            self.low.date(b, w, label)
        elif b < 0:
            self.high.date(a, w, label)
        elif a == b:
            return w <= 0 and not strict
        return not strict or self.order.add(a, b, label)

    def links(self) -> Links:
        """What is told of the order of points, as `settle` reads it."""
        return in_order((a, b, w, label) for b, steps in enumerate(self.high.after) for a, w, label in steps)

    def settle(self, links: Links) -> bool:
        """All bounds from all dates and links; False where it cannot all hold."""
        low = self.low.settled_forwards(links)
        high = None if low is None else self.high.settled_backwards(links)
        if low is None or high is None or max(map(add, low[0], high[0]), default=0) > 0:
            return False
        self.low.keep(low)
        self.high.keep(high)
        return True

    def add(self, parts: Iterable[Part], label: Label) -> frozenset[Label] | None:
        """Add one statement, all of it or nothing; None where it fits, else labels that cannot all hold.

        What is given back depends on the statements alone, not on the order in which they came.
        """
        given = tuple(parts)
        failed = self._try(given, label)
        if failed is None:
            self.low.trail.clear()
            self.high.trail.clear()
            self.parts[label] = given
            return None
        bad = self._why(given, failed)
        self._withdraw(given[:failed], label)
        return irreducible(bad - {label}, {**{b: self.parts[b] for b in bad if b != label}, label: given}, label, fits)

    def allows(self, parts: Iterable[Part]) -> bool:
        """Whether something more could be so; nothing is kept."""
        given = tuple(parts)
        failed = self._try(given, _TRIED)
        self._withdraw(given[:failed], _TRIED)
        return failed is None

    def retract(self, label: Label) -> None:
        """Take an accepted statement away, as if it had never been told. KeyError where there is none."""
        given = self.parts.pop(label)
        low, high, wide = self.low, self.high, bool(self.low.gaps)
        lows: list[int] = []
        highs: list[int] = []
        for part in given:
            a, b = (part.point, part.point) if isinstance(part, Gap) else (part.earlier, part.later)
            if b >= 0 and (wide or low.cause[b] == label):
                lows.append(b)
            if a >= 0 and (wide or high.cause[a] == label):
                highs.append(a)
            self._unlink(part, label)
        if lows:
            low.reset(lows, high.after, wide=wide)
        if highs:
            high.reset(highs, low.after, wide=wide)

    def lower_chain(self, point: int) -> list[Label]:
        """The statements that gave the earliest day, from the point back to the one that carries a date."""
        return tight_chain(self.low, self.high, point)

    def upper_chain(self, point: int) -> list[Label]:
        """The statements that gave the latest day, likewise."""
        return tight_chain(self.high, self.low, point)

    def _withdraw(self, given: Iterable[Part], label: Label) -> None:
        for part in given:
            self._unlink(part, label)
        self.low.undo()
        self.high.undo()

    def _try(self, given: Sequence[Part], label: Label) -> int | None:
        """Push every part; the number of the first that does not fit, or None. What came before it stays pushed."""
        gaps = self.low.gaps or Gap in map(type, given)
        for i, part in enumerate(given):
            if isinstance(part, Edge) and not gaps:
                if not self._push(part, label):
                    return i
            elif not self._push_with_gaps(part, label):
                return i
        return None

    def _push(self, edge: Edge, label: Label) -> bool:
        a, b, w, strict = edge
        low, high = self.low, self.high
        if a < 0 or b < 0:
            side, other, node = (low, high, b) if a < 0 else (high, low, a)
            if w + other.bound[node] > 0:
                return False
            side.date(node, w, label)
            return side.push(node, w, label)
        if a == b:
            return w <= 0 and not strict
        if low.bound[a] + w + high.bound[b] > 0 or (strict and not self.order.add(a, b, label)):
            return False
        mark = len(low.trail)
        self._link(edge, label)
        if low.push(b, low.bound[a] + w, label, a):
            return high.push(a, high.bound[b] + w, label)
        low.undo(mark)
        self._unlink(edge, label)
        return False

    def _why(self, given: Sequence[Part], failed: int) -> frozenset[Label]:
        """Labels that the part which does not fit clashes with, where those before it have been pushed."""
        part, low, high = given[failed], self.low, self.high
        if low.gaps or isinstance(part, Gap):
            return nearest_clash(given, self.parts, (low, high), fits)
        a, b, w, _ = part
        if a < 0 or b < 0:
            return frozenset(tight_chain(high, low, b) if a < 0 else tight_chain(low, high, a))
        if a == b:
            return frozenset()
        if low.bound[a] + w + high.bound[b] > 0:
            return frozenset((*tight_chain(low, high, a), *tight_chain(high, low, b)))
        return circle(low, a, b, w) or self.order.path(b, a)

    def _push_with_gaps(self, part: Part, label: Label) -> bool:
        """The same where days are left out: bounds may jump, and where they cross is found by pushing."""
        low, high = self.low, self.high
        if isinstance(part, Edge) and part.earlier >= 0 <= part.later:
            a, b, w, strict = part
            if a == b:
                return w <= 0 and not strict
            if circle(low, a, b, w) is not None or (strict and not self.order.add(a, b, label)):
                return False
        self._link(part, label)
        raised = all(low.push_within(*push, label, high.bound) for push in _pushes(part, low)) and all(
            high.push_within(*push, label, low.bound) for push in _pushes(_mirror(part), high)
        )
        if not raised:
            self._unlink(part, label)
        return raised

    def _link(self, part: Part, label: Label) -> None:
        low, high = self.low, self.high
        if isinstance(part, Gap):
            low.gaps.setdefault(part.point, []).append((part.first, part.last, label))
            high.gaps.setdefault(part.point, []).append((-part.last, -part.first, label))
            return
        a, b, w, _ = part
        if a < 0:
            low.date(b, w, label)
        elif b < 0:
            high.date(a, w, label)
        else:
            low.link(a, b, w, label)
            high.link(b, a, w, label)

    def _unlink(self, part: Part, label: Label) -> None:
        low, high = self.low, self.high
        if isinstance(part, Gap):
            _forget(low.gaps, part.point, (part.first, part.last, label))
            _forget(high.gaps, part.point, (-part.last, -part.first, label))
            return
        a, b, w, strict = part
        if a < 0:
            low.undate(b, w, label)
        elif b < 0:
            high.undate(a, w, label)
        elif a != b:
            low.unlink(a, b, w, label)
            high.unlink(b, a, w, label)
            if strict:
                self.order.remove(a, b, label)


def _forget(kept: dict[int, list[Any]], node: int, item: Any) -> None:
    kept[node].remove(item)
    if not kept[node]:
        del kept[node]


def _mirror(part: Part) -> Part:
    """The part with time running backwards."""
    if isinstance(part, Gap):
        return Gap(part.point, -part.last, -part.first)
    return Edge(part.later, part.earlier, part.days)


def _pushes(part: Part, side: Side) -> Iterator[tuple[int, int]]:
    """What it raises on one side: point and bound."""
    if isinstance(part, Gap):
        yield part.point, side.bound[part.point]
    elif part.earlier < 0:
        yield part.later, part.days
    elif part.later >= 0:
        yield part.later, side.bound[part.earlier] + part.days


def fits(statements: Iterable[Sequence[Part]]) -> bool:
    """Whether a few statements can all hold, whatever else is told."""
    parts = [part for given in statements for part in given]
    small = {p: i for i, p in enumerate(dict.fromkeys(p for part in parts for p in points_of(part)))}
    small[-1] = -1
    network = DayNetwork(len(small) - 1)
    moved: list[Part] = [
        Gap(small[p.point], p.first, p.last) if isinstance(p, Gap) else Edge(small[p[0]], small[p[1]], p[2], p[3])
        for p in parts
    ]
    return network.allows(moved)
