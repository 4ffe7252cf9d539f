"""Whole-day difference constraints with a strict order inside the day: bounds, contradictions, and who can come last.

Points are numbered. An edge (a, b, w) says t_b >= t_a + w; a strict edge says besides that a comes first even where
both fall on one day. Bounds are exact: every day between the two can be had (Dechter, Meiri and Pearl, "Temporal
constraint networks", 1991). Statements are added one at a time; one that cannot hold with those before it is refused.
"""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from math import inf
from typing import Any

Day = float
"""A whole day, or plus or minus infinity where open."""
Label = int
"""The number of the statement that gave a constraint."""


@dataclass(frozen=True, slots=True)
class Edge:
    """t_later >= t_earlier + days; `earlier` -1 gives a lower bound, `later` -1 an upper one (days negated).

    A strict edge never has negative days.
    """

    earlier: int
    later: int
    days: int
    strict: bool = False


class Ranks:
    """Longest distances over edges alone: finds circles that no date touches."""

    def __init__(self, size: int) -> None:
        self.rank = [0] * size
        self.after: list[list[tuple[int, int, Label]]] = [[] for _ in range(size)]

    def add(self, earlier: int, later: int, weight: int, label: Label) -> set[Label] | None:
        """None where the edge fits; else the labels of the circle it would close (and the edge is not kept)."""
        if earlier == later:
            return {label} if weight > 0 else None
        self.after[earlier].append((later, weight, label))
        undo: dict[int, int] = {}
        parent: dict[int, tuple[int, Label]] = {}
        queue = deque([earlier])
        while queue:
            a = queue.popleft()
            for b, w, through in self.after[a] if a != earlier else [(later, weight, label)]:
                if self.rank[a] + w <= self.rank[b]:
                    continue
                parent[b] = (a, through)
                if b == earlier:
                    for node, old in undo.items():
                        self.rank[node] = old
                    self.after[earlier].pop()
                    return self._circle(parent, earlier)
                undo.setdefault(b, self.rank[b])
                self.rank[b] = self.rank[a] + w
                queue.append(b)
        return None

    def _circle(self, parent: dict[int, tuple[int, Label]], start: int) -> set[Label]:
        labels: set[Label] = set()
        node, through = parent[start]
        labels.add(through)
        while node != start:
            node, through = parent[node]
            labels.add(through)
        return labels


@dataclass(slots=True)
class _Side:
    """One direction of the bounds: lower bounds pushed forward, or (on the mirror) upper bounds pushed back."""

    bound: list[Day]
    parent: list[tuple[int, Label]]
    edges: list[list[tuple[int, int, Label]]]
    trail: list[tuple[int, Day, tuple[int, Label]]] = field(default_factory=list)

    def raise_to(self, node: int, value: Day, parent: tuple[int, Label], ceiling: list[Day]) -> int | None:
        """Push a bound and all that follows; the first node where it crosses the other side, or None."""
        if value <= self.bound[node]:
            return None
        queue = deque([node])
        self._set(node, value, parent)
        if value > -ceiling[node]:
            return node
        while queue:
            a = queue.popleft()
            base = self.bound[a]
            for b, w, label in self.edges[a]:
                if base + w > self.bound[b]:
                    self._set(b, base + w, (a, label))
                    if base + w > -ceiling[b]:
                        return b
                    queue.append(b)
        return None

    def _set(self, node: int, value: Day, parent: tuple[int, Label]) -> None:
        self.trail.append((node, self.bound[node], self.parent[node]))
        self.bound[node] = value
        self.parent[node] = parent

    def undo(self) -> None:
        while self.trail:
            node, self.bound[node], self.parent[node] = self.trail.pop()

    def chain(self, node: int) -> list[Label]:
        """The labels that gave the bound, from the node back to the one that carries a date."""
        labels: list[Label] = []
        while node >= 0 and self.parent[node][1] >= 0:
            node, label = self.parent[node]
            labels.append(label)
        return labels


class Network:
    """Points with bounds. Upper bounds are kept negated, so that both sides are pushed by the same code."""

    def __init__(self, size: int) -> None:
        self.size = size
        none = (-1, -1)
        self.low = _Side([-inf] * size, [none] * size, [[] for _ in range(size)])
        self.high = _Side([-inf] * size, [none] * size, [[] for _ in range(size)])
        self.strict_after: list[list[int]] = [[] for _ in range(size)]
        self.strict_before: list[list[int]] = [[] for _ in range(size)]
        self._days = Ranks(size)
        self._order = Ranks(size)

    def earliest(self, point: int) -> Day:
        """First day on which the point may fall."""
        return self.low.bound[point]

    def latest(self, point: int) -> Day:
        """Last day on which the point may fall."""
        return -self.high.bound[point]

    def add(self, edges: Iterable[Edge], label: Label) -> set[Label] | None:
        """Add one statement, all of it or nothing; None where it fits, else labels that cannot all hold."""
        undo: list[list[Any]] = []
        bad = next((b for b in (self._add(edge, label, undo) for edge in edges) if b is not None), None)
        if bad is None:
            self.low.trail.clear()
            self.high.trail.clear()
            return None
        for changed in reversed(undo):
            changed.pop()
        self.low.undo()
        self.high.undo()
        return bad | {label}

    def _add(self, edge: Edge, label: Label, undo: list[list[Any]]) -> set[Label] | None:
        a, b, w = edge.earlier, edge.later, edge.days
        if a < 0:
            return self._push(self.low, self.high, b, w, (-1, label))
        if b < 0:
            return self._push(self.high, self.low, a, w, (-1, label))
        bad = self._days.add(a, b, w, label)
        if bad is not None:
            return bad
        undo.append(self._days.after[a])
        if edge.strict:
            bad = self._order.add(a, b, 1, label)
            if bad is not None:
                return bad
            self.strict_after[a].append(b)
            self.strict_before[b].append(a)
            undo += [self._order.after[a], self.strict_after[a], self.strict_before[b]]
        self.low.edges[a].append((b, w, label))
        self.high.edges[b].append((a, w, label))
        undo += [self.low.edges[a], self.high.edges[b]]
        bad = self._push(self.low, self.high, b, self.low.bound[a] + w, (a, label))
        if bad is None:
            bad = self._push(self.high, self.low, a, self.high.bound[b] + w, (b, label))
        return bad

    def _push(self, side: _Side, other: _Side, node: int, value: Day, parent: tuple[int, Label]) -> set[Label] | None:
        crossed = side.raise_to(node, value, parent, other.bound)
        return None if crossed is None else set(side.chain(crossed)) | set(other.chain(crossed))


@dataclass(frozen=True, slots=True)
class View:
    """Bounds and edges as a question sees them: forward, or with time running backwards (for "until when")."""

    earliest: list[Day]
    latest: list[Day]
    before: list[list[tuple[int, int, Label]]]
    """Per point: (a, w) with t_point >= t_a + w."""
    strictly_after: list[list[int]]

    @classmethod
    def forward(cls, network: Network) -> "View":
        """Time as it runs."""
        latest = [-x for x in network.high.bound]
        return cls(network.low.bound, latest, network.high.edges, network.strict_after)

    @classmethod
    def backward(cls, network: Network) -> "View":
        """Every day negated, so that what came last comes first."""
        earliest = network.high.bound
        return cls(earliest, [-x for x in network.low.bound], network.low.edges, network.strict_before)


def can_be_last(view: View, point: int, rivals: Collection[int], day: Day, not_on: Collection[int], hole: Day) -> bool:
    """Whether some world has `point` by the end of `day` and each rival either after that day or before the point.

    In that world no point of `not_on` falls on the day `hole`. Exact: all these conditions are closed under taking
    the later of two days, so a greatest solution exists and is reached by lowering upper bounds from the top.
    """
    search = _Lowering(view, point, set(rivals), day, set(not_on), hole)
    return search.run()


class _Lowering:
    """The greatest solution, found by lowering upper bounds."""

    def __init__(self, view: View, point: int, rivals: set[int], day: Day, not_on: set[int], hole: Day) -> None:
        self.view, self.point, self.day, self.hole = view, point, day, hole
        self.rivals = rivals - {point}
        self.not_on = not_on
        self.top: dict[int, Day] = {}
        self.active: set[int] = set()
        self.queue: deque[int] = deque()

    def latest(self, node: int) -> Day:
        return self.top.get(node, self.view.latest[node])

    def lower(self, node: int, value: Day) -> bool:
        """Lower an upper bound; False where nothing is left, or where the point itself would have to give way."""
        if value == self.hole and node in self.not_on:
            value -= 1
        if value >= self.latest(node):
            return True
        if value < self.view.earliest[node] or (node == self.point and self.active):
            return False
        self.top[node] = value
        self.queue.append(node)
        return True

    def run(self) -> bool:
        view = self.view
        if not self.lower(self.point, self.day):
            return False
        if not all(self.lower(n, self.hole) for n in self.not_on if view.latest[n] == self.hole):
            return False
        if not self._settle():
            return False
        waiting = {r for r in self.rivals if self.latest(r) <= self.day}
        while waiting:
            rival = waiting.pop()
            self.active.add(rival)
            if not self.lower(rival, self.latest(self.point)) or not self._settle(waiting):
                return False
        return not self._point_comes_first()

    def _settle(self, waiting: set[int] | None = None) -> bool:
        while self.queue:
            node = self.queue.popleft()
            value = self.latest(node)
            if waiting is not None and node in self.rivals and node not in self.active and value <= self.day:
                waiting.add(node)
            for a, w, _ in self.view.before[node]:
                if not self.lower(a, value - w):
                    return False
        return True

    def _point_comes_first(self) -> bool:
        """Whether the strict order puts the point before an active rival on one and the same day."""
        day = self.latest(self.point)
        seen, stack = {self.point}, [self.point]
        while stack:
            for n in self.view.strictly_after[stack.pop()]:
                if n in seen or self.latest(n) != day:
                    continue
                if n in self.active:
                    return True
                seen.add(n)
                stack.append(n)
        return False
