"""One side of the bounds: lower bounds pushed forward in time or, with days negated, upper bounds pushed back.

Both sides run the same code. Each bound remembers the constraint that gave it, so that taking that constraint away
touches only what hung on it (the support subtree), whatever the size of the whole.
"""

from array import array
from collections import deque
from collections.abc import Iterable
from operator import itemgetter
from typing import Any, NamedTuple

Label = Any
"""What a constraint belongs to: any value that can be hashed and compared. Of two ways to explain, the lesser wins."""

Step = tuple[int, int, Label]
"""A constraint as one of its points sees it: the other point, the days between, and what it belongs to."""

Link = tuple[int, int, int, Label]
"""A constraint between two points: t_b >= t_a + w as (a, b, w, label)."""


class Links(NamedTuple):
    """All links between points, in the order in which a pass over all of them reads them."""

    onward: list[Link]
    """To points of higher numbers than theirs, by these."""
    back: list[Link]


def in_order(links: Iterable[Link]) -> Links:
    """Links by their later points."""
    ordered = sorted(links, key=itemgetter(1))
    return Links([x for x in ordered if x[0] < x[1]], [x for x in ordered if x[0] > x[1]])


Settled = tuple[list[int], list[Label]]
"""Per point a bound and its cause."""

OPEN = -(1 << 40)
"""No bound. Open bounds still add up along constraints, which is how a circle that no date touches is noticed."""
DATED = OPEN >> 1
"""Bounds above this one hang on a date."""


class Side:
    """Bounds of numbered points, the constraints that push them, and where each bound came from."""

    __slots__ = ("after", "bound", "cause", "dated", "dates", "gaps", "own", "trail")

    def __init__(self, size: int) -> None:
        none: list[Step] = []
        self.bound = array("q", [OPEN]) * size
        self.cause: list[Label] = [None] * size
        self.after = [none] * size
        """Per point a: (b, w, label) for t_b >= t_a + w. The empty list is shared and never written to."""
        self.own = [OPEN] * size
        """The bound that a point's own dates give it, and in `dated` the label of that date."""
        self.dated: list[Label] = [None] * size
        self.dates: dict[int, list[tuple[int, Label]]] = {}
        """All dates of points that have more than one."""
        self.gaps: dict[int, list[tuple[int, int, Label]]] = {}
        """Days, first to last, on which a point cannot fall though its bounds allow it."""
        self.trail: list[tuple[int, int, Label]] = []

    def grow(self) -> None:
        """One more point."""
        self.bound.append(OPEN)
        self.cause.append(None)
        self.own.append(OPEN)
        self.dated.append(None)
        self.after.append([])

    def date(self, node: int, day: int, label: Label) -> None:
        """Keep a date of a point, without pushing anything."""
        own = self.own[node]
        if own > OPEN:
            self.dates.setdefault(node, [(own, self.dated[node])]).append((day, label))
        if day > own:
            self.own[node], self.dated[node] = day, label

    def undate(self, node: int, day: int, label: Label) -> None:
        """Forget one such date; bounds stay as they are."""
        given = self.dates.get(node)
        if given is None:
            self.own[node], self.dated[node] = OPEN, None
            return
        given.remove((day, label))
        self.own[node], self.dated[node] = max(given)
        if len(given) == 1:
            del self.dates[node]

    def dates_of(self, node: int) -> list[tuple[int, Label]]:
        """The dates of a point, each with its label."""
        own = self.own[node]
        return self.dates.get(node) or ([(own, self.dated[node])] if own > OPEN else [])

    def link_all(self, constraints: Iterable[tuple[int, int, int, Label]]) -> None:
        """Keep t_b >= t_a + days for each (a, b, days, label), without pushing anything."""
        for a, b, days, label in constraints:
            self.link(a, b, days, label)

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

    def push(self, node: int, value: int, cause: Label, tail: int = -1) -> bool:
        """Raise a bound and all that hangs on it; False, half done, where that would raise `tail` too: a circle.

        For sides without gaps, and for a value known not to cross the other side.
        """
        bound, causes, after, trail = self.bound, self.cause, self.after, self.trail
        if value <= bound[node]:
            return True
        trail.append((node, bound[node], causes[node]))
        bound[node], causes[node] = value, cause
        queue = [node]
        for a in queue:
            base = bound[a]
            for b, w, label in after[a]:
                if base + w > bound[b]:
                    if b == tail:
                        return False
                    trail.append((b, bound[b], causes[b]))
                    bound[b], causes[b] = base + w, label
                    queue.append(b)
        return True

    def push_within(self, node: int, value: int, cause: Label, ceiling: "array[int]") -> bool:
        """The same where points have gaps; False, half done, where a bound crosses the other side's."""
        queue = deque([(node, value, cause)])
        while queue:
            b, reached, label = queue.popleft()
            day = self.snap(b, reached)
            if day <= self.bound[b]:
                continue
            self.trail.append((b, self.bound[b], self.cause[b]))
            self.bound[b], self.cause[b] = day, label
            if day + ceiling[b] > 0:
                return False
            queue.extend((c, day + w, through) for c, w, through in self.after[b])
        return True

    def undo(self, mark: int = 0) -> None:
        """Take back what was pushed since the trail had that length."""
        while len(self.trail) > mark:
            node, self.bound[node], self.cause[node] = self.trail.pop()

    def reset(self, roots: Iterable[int], before: list[list[Step]], *, wide: bool) -> None:
        """Work out again the bounds of the roots and of all that hangs on them; `before` has the mirrored constraints.

        `wide` where points have gaps: two may then hold each other up, so all that comes after the roots is done.
        """
        bound, cause, after, gaps = self.bound, self.cause, self.after, self.gaps
        touched = self._clear(roots, wide)
        for n in touched:
            for a, w, label in before[n]:
                if bound[a] + w > bound[n]:
                    bound[n], cause[n] = bound[a] + w, label
            if gaps:
                bound[n] = self.snap(n, bound[n])
        for a in touched:
            base = bound[a]
            for b, w, label in after[a]:
                if base + w > bound[b]:
                    bound[b], cause[b] = self.snap(b, base + w) if gaps else base + w, label
                    touched.append(b)

    def _clear(self, roots: Iterable[int], wide: bool) -> list[int]:
        """Leave to the roots and to what their bounds hold up their own dates alone; gives these points, each once."""
        touched = list(dict.fromkeys(roots))
        seen = set(touched)
        bound, cause, own, dated = self.bound, self.cause, self.own, self.dated
        for a in touched:
            bound[a], cause[a] = own[a], dated[a]
            for b, _, label in self.after[a]:
                if b not in seen and (wide or cause[b] == label):
                    seen.add(b)
                    touched.append(b)
        return touched

    def settled_forwards(self, links: Links) -> Settled | None:
        """All bounds at once; None where a circle pushes without end."""
        bound, cause = self.own[:], self.dated[:]
        for a, b, w, label in links.onward:
            if (day := bound[a] + w) > bound[b]:
                bound[b], cause[b] = day, label
        return self._settled(bound, cause, links.back)

    def settled_backwards(self, links: Links) -> Settled | None:
        """The same for the side on which the later point of a link pushes the earlier one."""
        bound, cause = self.own[:], self.dated[:]
        for b, a, w, label in reversed(links.onward):
            if (day := bound[a] + w) > bound[b]:
                bound[b], cause[b] = day, label
        return self._settled(bound, cause, [(b, a, w, label) for a, b, w, label in links.back])

    def _settled(self, bound: list[int], cause: list[Label], against: Iterable[Link]) -> Settled | None:
        """The same after links from points that had their turn later, and all that follows from these."""
        late = []
        for a, b, w, label in against:
            if (day := bound[a] + w) > bound[b]:
                bound[b], cause[b] = day, label
                late.append(b)
        return (bound, cause) if self._push_on(late, bound, cause) else None

    def keep(self, settled: Settled) -> None:
        """Take over bounds that were settled: packed, so that questions about a few points wait less for memory."""
        self.bound, self.cause = array("q", settled[0]), settled[1]

    def _push_on(self, late: list[int], bound: list[int], cause: list[Label]) -> bool:
        """Push from points that rose after their turn, and so on; False where a circle pushes without end."""
        after = self.after
        source: dict[int, int] = {}
        limit = 1000
        for a in late:
            base = bound[a]
            for b, w, label in after[a]:
                if base + w > bound[b]:
                    bound[b], cause[b], source[b] = base + w, label, a
                    late.append(b)
            if len(late) > limit:
                if _runs_in_a_circle(source):
                    return False
                limit = 2 * len(late)
        return True


def _runs_in_a_circle(source: dict[int, int]) -> bool:
    """Whether some point is, in the end, its own source."""
    done: set[int] = set()
    for start in source:
        path: dict[int, None] = {}
        n = start
        while n in source and n not in done:
            if n in path:
                return True
            path[n] = None
            n = source[n]
        done.update(path)
    return False
