"""One side of the bounds: lower bounds pushed forward in time or, with days negated, upper bounds pushed back.

Both sides run the same code. Each bound remembers the constraint that gave it, so that taking that constraint away
touches only what hung on it (the support subtree), whatever the size of the whole.
"""

from array import array
from collections import deque
from collections.abc import Iterable
from typing import Any

Label = Any
"""What a constraint belongs to: any value that can be hashed and compared. Of two ways to explain, the lesser wins."""

OPEN = -(1 << 40)
"""No bound. Open bounds still add up along constraints, which is how a circle that no date touches is noticed."""
DATED = OPEN >> 1
"""Bounds above this one hang on a date."""


class Side:
    """Bounds of numbered points, the constraints that push them, and where each bound came from."""

    __slots__ = ("after", "behind", "bound", "cause", "dated", "dates", "gaps", "own", "source", "trail")

    def __init__(self, size: int) -> None:
        none: list[tuple[int, int, Label]] = []
        self.bound = array("q", [OPEN]) * size
        self.source = array("q", [-1]) * size
        self.cause: list[Label] = [None] * size
        self.after = [none] * size
        """Per point a: (b, w, label) for t_b >= t_a + w. The empty list is shared and never written to."""
        self.dates: dict[int, list[tuple[int, Label]]] = {}
        self.own = array("q", [OPEN]) * size
        """The bound that a point's own dates give it, and in `dated` the label of that date."""
        self.dated: list[Label] = [None] * size
        self.gaps: dict[int, list[tuple[int, int, Label]]] = {}
        """Days, first to last, on which a point cannot fall though its bounds allow it."""
        self.trail: list[tuple[int, int, int, Label]] = []
        self.behind: dict[int, list[tuple[int, int, Label]]] = {}
        """Per point, the constraints from points that a pass over all, in order, would take only after it."""

    def grow(self) -> None:
        """One more point."""
        self.bound.append(OPEN)
        self.source.append(-1)
        self.cause.append(None)
        self.own.append(OPEN)
        self.dated.append(None)
        self.after.append([])

    def date(self, node: int, day: int, label: Label) -> None:
        """Keep a date of a point, without pushing anything."""
        self.dates.setdefault(node, []).append((day, label))
        if day > self.own[node]:
            self.own[node], self.dated[node] = day, label

    def undate(self, node: int, day: int, label: Label) -> None:
        """Forget one such date; bounds stay as they are."""
        given = self.dates[node]
        given.remove((day, label))
        self.own[node], self.dated[node] = max(given) if given else (OPEN, None)
        if not given:
            del self.dates[node]

    def lag(self, a: int, b: int, days: int, label: Label) -> None:
        """Note that what is kept by `link` runs against the order of numbers."""
        self.behind.setdefault(b, []).append((a, days, label))

    def catch_up(self, a: int, b: int, days: int, label: Label) -> None:
        """Forget one such note."""
        given = self.behind[b]
        given.remove((a, days, label))
        if not given:
            del self.behind[b]

    def link(self, a: int, b: int, days: int, label: Label) -> None:
        """Keep t_b >= t_a + days, without pushing anything."""
        if self.after[a]:
            self.after[a].append((b, days, label))
        else:
            self.after[a] = [(b, days, label)]

    def unlink(self, a: int, b: int, days: int, label: Label) -> None:
        """Forget one such constraint; bounds stay as they are."""
        self.after[a].remove((b, days, label))

    def snap(self, node: int, value: int) -> int:
        """The first day from `value` on that no gap of the point forbids."""
        gaps = self.gaps.get(node)
        moved = gaps is not None
        while moved:
            moved = False
            for first, last, _ in gaps or ():
                if first <= value <= last:
                    value, moved = last + 1, True
        return value

    def push(self, node: int, value: int, source: int, cause: Label, tail: int = -1) -> bool:
        """Raise a bound and all that hangs on it; False, half done, where that would raise `tail` too: a circle.

        For sides without gaps, and for a value known not to cross the other side.
        """
        bound, origin, causes, after, trail = self.bound, self.source, self.cause, self.after, self.trail
        if value <= bound[node]:
            return True
        trail.append((node, bound[node], origin[node], causes[node]))
        bound[node], origin[node], causes[node] = value, source, cause
        queue = [node]
        for a in queue:
            base = bound[a]
            for b, w, label in after[a]:
                if base + w > bound[b]:
                    if b == tail:
                        return False
                    trail.append((b, bound[b], origin[b], causes[b]))
                    bound[b], origin[b], causes[b] = base + w, a, label
                    queue.append(b)
        return True

    def push_within(self, node: int, value: int, source: int, cause: Label, ceiling: "array[int]") -> bool:
        """The same where points have gaps; False, half done, where a bound crosses the other side's."""
        queue = deque([(node, value, source, cause)])
        while queue:
            b, reached, a, label = queue.popleft()
            day = self.snap(b, reached)
            if day <= self.bound[b]:
                continue
            self.trail.append((b, self.bound[b], self.source[b], self.cause[b]))
            self.bound[b], self.source[b], self.cause[b] = day, a, label
            if day + ceiling[b] > 0:
                return False
            queue.extend((c, day + w, b, through) for c, w, through in self.after[b])
        return True

    def undo(self, mark: int = 0) -> None:
        """Take back what was pushed since the trail had that length."""
        while len(self.trail) > mark:
            node, self.bound[node], self.source[node], self.cause[node] = self.trail.pop()

    def reset(self, roots: Iterable[int], before: list[list[tuple[int, int, Label]]], *, wide: bool) -> None:
        """Work out again the bounds of the roots and of all that hangs on them; `before` has the mirrored constraints.

        `wide` where points have gaps: two may then hold each other up, so all that comes after the roots is done.
        """
        bound, source, cause = self.bound, self.source, self.cause
        touched = self._below(roots, wide)
        for n in touched:
            bound[n], source[n], cause[n] = self.own[n], -1, self.dated[n]
        for n in touched:
            self._pull(n, before[n])
            if self.gaps:
                bound[n] = self.snap(n, bound[n])
        self._relax(touched)

    def _below(self, roots: Iterable[int], wide: bool) -> list[int]:
        """The roots and what their bounds hold up, each once."""
        touched = list(dict.fromkeys(roots))
        seen = set(touched)
        source, cause = self.source, self.cause
        for a in touched:
            for b, _, label in self.after[a]:
                if b not in seen and (wide or (source[b] == a and cause[b] == label)):
                    seen.add(b)
                    touched.append(b)
        return touched

    def _relax(self, queue: list[int]) -> None:
        bound = self.bound
        for a in queue:
            base = bound[a]
            for b, w, label in self.after[a]:
                if base + w > bound[b]:
                    day = self.snap(b, base + w) if self.gaps else base + w
                    bound[b], self.source[b], self.cause[b] = day, a, label
                    queue.append(b)

    def settle(self, before: list[list[tuple[int, int, Label]]], *, backwards: bool) -> bool:
        """All bounds at once, points taken in the order of their numbers; False where a circle pushes without end.

        `before` has the mirrored constraints.
        """
        bound = self.own.tolist()
        self.cause = self.dated[:]
        places = range(len(bound))
        came = self._sweep(
            bound, zip(reversed(places), reversed(before), strict=True) if backwards else enumerate(before)
        )
        late = self._raise_late(bound, came)
        self.bound, self.source = array("q", bound), array("q", came)
        return self._drain(late)

    def _sweep(self, bound: list[int], points: Iterable[tuple[int, list[tuple[int, int, Label]]]]) -> list[int]:
        """One pass over the points, each with what comes before it; gives where each bound came from."""
        source, cause = [-1] * len(bound), self.cause
        for n, before in points:
            if before:
                best, came, label = bound[n], -1, None
                for a, w, through in before:
                    day = bound[a] + w
                    if day > best:
                        best, came, label = day, a, through
                if came >= 0:
                    bound[n], source[n], cause[n] = best, came, label
        return source

    def _raise_late(self, bound: list[int], source: list[int]) -> list[int]:
        """Raise the points that the pass took too early, and tell which of them rose."""
        cause, late = self.cause, []
        for n, before in self.behind.items():
            best, came, label = bound[n], -1, None
            for a, w, through in before:
                day = bound[a] + w
                if day > best:
                    best, came, label = day, a, through
            if came >= 0:
                bound[n], source[n], cause[n] = best, came, label
                late.append(n)
        return late

    def _pull(self, n: int, before: list[tuple[int, int, Label]]) -> None:
        """Raise one bound by what comes before it."""
        for a, w, label in before:
            if self.bound[a] + w > self.bound[n]:
                self.bound[n], self.source[n], self.cause[n] = self.bound[a] + w, a, label

    def _drain(self, late: list[int]) -> bool:
        bound, source, cause, after = self.bound, self.source, self.cause, self.after
        limit = steps = 4 * len(bound) + 64
        queue = deque(late)
        waiting = set(queue)
        while queue:
            a = queue.popleft()
            waiting.discard(a)
            base = bound[a]
            for b, w, label in after[a]:
                if base + w > bound[b]:
                    bound[b], source[b], cause[b] = base + w, a, label
                    if b not in waiting:
                        waiting.add(b)
                        queue.append(b)
            steps -= 1
            if not steps:
                if self._runs_in_a_circle():
                    return False
                limit = steps = 2 * limit
        return True

    def _runs_in_a_circle(self) -> bool:
        """Whether some bound is, in the end, its own cause."""
        state = bytearray(len(self.bound))
        for start in range(len(self.bound)):
            path, n = [], start
            while n >= 0 and not state[n]:
                state[n] = 1
                path.append(n)
                n = self.source[n]
            if n >= 0 and state[n] == 1:
                return True
            for done in path:
                state[done] = 2
        return False
