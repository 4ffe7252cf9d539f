"""Whether a point can be the last of several by a day: the one question that all answers about states come down to."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from regesta.reason.network import Day, DayNetwork
from regesta.reason.sides import OPEN, Label, Side


@dataclass(frozen=True, slots=True)
class View:
    """Bounds and constraints as a question sees them: forward, or with time running backwards (for "until when")."""

    upper: Side
    """The side whose bounds are the latest days, negated."""
    lower: Side
    strictly_after: dict[int, list[tuple[int, Label]]]

    @classmethod
    def forward(cls, network: DayNetwork) -> "View":
        """Time as it runs."""
        return cls(network.high, network.low, network.order.after)

    @classmethod
    def backward(cls, network: DayNetwork) -> "View":
        """Every day negated, so that what came last comes first."""
        return cls(network.low, network.high, network.order.before)


def can_be_last(
    view: View,
    point: int,
    rivals: Collection[int],
    day: Day,
    not_on: Collection[int] = (),
    hole: Day | None = None,
) -> bool:
    """Whether some world has `point` by the end of `day` and each rival either after that day or before the point.

    In that world no point of `not_on` falls on the day `hole`. Exact: all these conditions are closed under taking
    the later of two days, so a greatest solution exists and is reached by lowering upper bounds from the top.
    """
    bound = view.upper.bound
    top = max(bound[point], -day)
    if top + view.lower.bound[point] > 0:
        return False
    if hole is None and top == bound[point]:
        for rival in rivals:
            if -day <= bound[rival] <= top and rival != point:
                break
        else:
            return True
    return _Lowering(view, point, frozenset(rivals), day, frozenset(not_on), hole).run()


class _Lowering:
    """The greatest solution, found by lowering upper bounds; all days negated, so that lower is more."""

    __slots__ = ("active", "day", "hole", "not_on", "point", "queue", "rivals", "top", "view")

    def __init__(
        self, view: View, point: int, rivals: frozenset[int], day: Day, not_on: frozenset[int], hole: Day | None
    ) -> None:
        self.view, self.point, self.day = view, point, -day
        self.rivals = rivals - {point}
        self.not_on, self.hole = not_on, None if hole is None else -hole
        self.top: dict[int, Day] = {}
        self.active: set[int] = set()
        self.queue: list[int] = []

    def latest(self, node: int) -> Day:
        return self.top.get(node, self.view.upper.bound[node])

    def lower(self, node: int, value: Day) -> bool:
        """Lower an upper bound; False where nothing is left, or where the point would give way without end."""
        if value <= self.latest(node):
            return True
        upper = self.view.upper
        if upper.gaps:
            value = upper.snap(node, int(value))
        if self.hole is not None and value == self.hole and node in self.not_on:
            value += 1
        if value + self.view.lower.bound[node] > 0:
            return False
        self.top[node] = value
        self.queue.append(node)
        if node == self.point and self.active:
            return self._may_give_way() and all(self.lower(rival, value) for rival in self.active)
        return True

    def _may_give_way(self) -> bool:
        """Only days that are left out make the point move again; else what pushes it is a circle."""
        return self.hole is not None or bool(self.view.upper.gaps)

    def run(self) -> bool:
        if not self.lower(self.point, self.day):
            return False
        if self.hole is not None:
            at_hole = [n for n in self.not_on if self.latest(n) == self.hole]
            if not all(self.lower(n, self.hole + 1) for n in at_hole):
                return False
        waiting = {r for r in self.rivals if self.latest(r) >= self.day}
        if not self._settle(waiting):
            return False
        while waiting:
            rival = waiting.pop()
            self.active.add(rival)
            if not self.lower(rival, self.latest(self.point)) or not self._settle(waiting):
                return False
        return not self._point_comes_first()

    def _settle(self, waiting: set[int]) -> bool:
        before = self.view.upper.after
        while self.queue:
            node = self.queue.pop()
            value = self.latest(node)
            if node in self.rivals and node not in self.active and value >= self.day:
                waiting.add(node)
            for a, w, _ in before[node]:
                if not self.lower(a, value + w):
                    return False
        return True

    def _point_comes_first(self) -> bool:
        """Whether the strict order puts the point before an active rival on one and the same day."""
        day = self.latest(self.point)
        seen, stack = {self.point}, [self.point]
        while stack:
            for n, _ in self.view.strictly_after.get(stack.pop(), ()):
                if n in seen or self.latest(n) != day:
                    continue
                if n in self.active:
                    return True
                seen.add(n)
                stack.append(n)
        return False


def any_last(
    view: View,
    points: Collection[int],
    rivals: Collection[int],
    day: Day,
    not_on: Collection[int] = (),
    hole: Day | None = None,
) -> Iterator[int]:
    """Those of the points that can be last. What bounds alone rule out is never searched for."""
    upper, lower = view.upper.bound, view.lower.bound
    floor = max([lower[r] for r in rivals if upper[r] >= -day], default=OPEN)
    for p in points:
        if lower[p] <= day and upper[p] <= -floor and can_be_last(view, p, rivals, day, not_on, hole):
            yield p
