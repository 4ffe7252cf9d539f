"""Why a bound is what it is, and why a statement does not fit: always the same answer for the same statements."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from regesta.reason.sides import DATED, Label, Side


class Edge(NamedTuple):
    """t_later >= t_earlier + days; `earlier` -1 gives a lower bound, `later` -1 an upper one (days negated).

    A strict edge never has negative days.
    """

    earlier: int
    later: int
    days: int
    strict: bool = False


class Gap(NamedTuple):
    """Days, first to last, on which the point does not fall: "in May or in July" leaves out June."""

    point: int
    first: int
    last: int


Part = Edge | Gap
Fits = Callable[[Iterable[Sequence[Part]]], bool]


def points_of(part: Part) -> list[int]:
    """The points that it speaks of."""
    if isinstance(part, Gap):
        return [part.point]
    return [p for p in (part.earlier, part.later) if p >= 0]


def tight_chain(side: Side, other: Side, node: int) -> list[Label]:
    """The labels that gave a bound, from the point back to one that carries a date; empty where it is open.

    The shortest way, and of several the one by lesser labels: it hangs on what is told, not on the order of telling.
    """
    if side.bound[node] <= DATED:
        return []
    level: list[tuple[int, tuple[Label, ...]]] = [(node, ())]
    seen = {node}
    while level:
        following = []
        for n, labels in level:
            bound = side.bound[n]
            given = [label for day, label in side.dates_of(n) if side.snap(n, day) == bound]
            if given:
                return [*labels, min(given), *_jumps(side, n)]
            for a, w, label in sorted(other.after[n], key=_by_label):
                if a not in seen and side.bound[a] > DATED and side.snap(n, side.bound[a] + w) == bound:
                    seen.add(a)
                    following.append((a, (*labels, label, *_jumps(side, n))))
        level = following
    return sorted({*_jumps(side, node), *(step[2] for step in other.after[node])})


def _jumps(side: Side, node: int) -> list[Label]:
    """Gaps that the bound of a point lies just behind."""
    return [label for _, last, label in side.gaps.get(node, ()) if last + 1 == side.bound[node]]


def _by_label(step: tuple[int, int, Label]) -> Label:
    return step[2]


def circle(low: Side, a: int, b: int, days: int) -> frozenset[Label] | None:
    """The labels of constraints that t_b >= t_a + days would close to a circle; None where it closes none.

    Sound and complete because bounds that fit all constraints so far grow along every one of them.
    """
    reached: dict[int, int] = {b: low.bound[a] + days}
    came: dict[int, tuple[int, Label]] = {}
    level = [b] if reached[b] > low.bound[b] else []
    while level:
        following: dict[int, None] = {}
        for n in level:
            for m, w, label in sorted(low.after[n], key=_by_label):
                day = reached[n] + w
                if day <= reached.get(m, low.bound[m]):
                    continue
                reached[m], came[m] = day, (n, label)
                if m == a:
                    return _walk(came, a, b)
                following[m] = None
        level = list(following)
    return None


def _walk(came: Mapping[int, tuple[int, Label]], node: int, start: int) -> frozenset[Label]:
    labels = []
    while node != start:
        node, label = came[node]
        labels.append(label)
    return frozenset(labels)


def nearest_clash(
    given: Sequence[Part], parts: Mapping[Label, Sequence[Part]], sides: tuple[Side, Side], fits: Fits
) -> frozenset[Label]:
    """Labels that clash with what is given, from ever wider around its points."""
    found: set[Label] = set()
    points = {p for part in given for p in points_of(part)}
    while fits([given, *(parts[label] for label in sorted(found))]):
        near = {label for p in points for side in sides for label in _labels_at(side, p) if label in parts}
        if near <= found:
            raise AssertionError("refused, though nothing near it clashes")
        found |= near
        points |= {p for label in near for part in parts[label] for p in points_of(part)}
    return frozenset(found)


def _labels_at(side: Side, node: int) -> Iterable[Label]:
    for _, _, label in (*side.after[node], *side.gaps.get(node, ())):
        yield label
    for _, label in side.dates_of(node):
        yield label


def irreducible(
    bad: frozenset[Label], said: Mapping[Label, Sequence[Part]], refused: Label, fits: Fits
) -> frozenset[Label]:
    """The refused statement and as many of the others as it takes: without any one of them, the rest can hold."""
    kept = [refused, *sorted(bad)]
    if not bad or _is_simple_circle([said[label] for label in kept]):
        return frozenset(kept)
    for label in sorted(bad, reverse=True):
        without = [k for k in kept if k != label]
        if not fits(said[k] for k in without):
            kept = without
    return frozenset(kept)


def _is_simple_circle(statements: Iterable[Sequence[Part]]) -> bool:
    """Whether each statement is one step between two points and the steps form one ring: then each is needed."""
    degree: Counter[int] = Counter()
    steps: set[tuple[int, int]] = set()
    for parts in statements:
        step = _single_step(parts)
        if step is None or step in steps:
            return False
        steps.add(step)
        degree.update(step)
    return all(n == 2 for n in degree.values())


def _single_step(parts: Sequence[Part]) -> tuple[int, int] | None:
    """The two points (or -1 and a point) between which all parts of a statement run, if it can hold by itself."""
    steps = set()
    most: dict[bool, int] = {}
    for part in parts:
        if isinstance(part, Gap):
            return None
        a, b, days, _ = part
        steps.add((a, b) if a < b else (b, a))
        most[a < b] = max(days, most.get(a < b, days))
    strict = {part.earlier < part.later for part in parts if isinstance(part, Edge) and part.strict}
    if len(steps) != 1 or len(strict) > 1 or sum(most.values()) > 0 < len(most) - 1:
        return None
    return steps.pop()
