"""The network against an oracle that enumerates every world on a small grid of days."""

import random
from itertools import pairwise, permutations, product
from math import inf

import pytest

from regesta.reason.last import View, can_be_last
from regesta.reason.network import DayNetwork, Edge

DAYS = range(6)
World = tuple[tuple[int, ...], tuple[int, ...]]
"""The day of each point, and the points in the order in which they happen."""


def random_case(rng: random.Random) -> tuple[int, list[list[Edge]]]:
    """Two to five points, each with a box of days, and statements of one or two edges."""
    size = rng.randint(2, 5)
    statements: list[list[Edge]] = []
    for point in range(size):
        low = rng.choice(DAYS)
        statements.append([Edge(-1, point, low), Edge(point, -1, -rng.choice(range(low, len(DAYS))))])
    for _ in range(rng.randint(0, size + 1)):
        a, b = rng.sample(range(size), 2)
        if rng.random() < 0.6:
            statements.append([Edge(a, b, rng.choice([0, 0, 1, 2]), strict=True)])
        else:
            gap = rng.choice([0, 0, 1, 2])
            statements.append([Edge(a, b, gap), Edge(b, a, -gap - rng.choice([0, 1]))])
    return size, statements


def day_holds(edge: Edge, days: tuple[int, ...]) -> bool:
    if edge.earlier < 0:
        return days[edge.later] >= edge.days
    if edge.later < 0:
        return days[edge.earlier] <= -edge.days
    return days[edge.later] >= days[edge.earlier] + edge.days


def worlds(size: int, statements: list[list[Edge]]) -> list[World]:
    edges = [edge for statement in statements for edge in statement]
    found = []
    for days in product(DAYS, repeat=size):
        if not all(day_holds(e, days) for e in edges):
            continue
        for order in permutations(range(size)):
            if any(days[a] > days[b] for a, b in pairwise(order)):
                continue
            at = {p: i for i, p in enumerate(order)}
            if all(at[e.earlier] < at[e.later] for e in edges if e.strict):
                found.append((days, order))
    return found


def build(size: int, statements: list[list[Edge]]) -> tuple[DayNetwork, list[frozenset[int]]]:
    network = DayNetwork(size)
    clashes = [bad for i, s in enumerate(statements) if (bad := network.add(s, i)) is not None]
    return network, clashes


def cases(seed: int, count: int) -> list[tuple[random.Random, int, list[list[Edge]]]]:
    made = []
    for n in range(count):
        rng = random.Random(f"{seed}/{n}")  # noqa: S311 - the same cases every time
        made.append((rng, *random_case(rng)))
    return made


@pytest.mark.parametrize("seed", range(4))
def test_consistency_and_bounds_are_exact(seed: int) -> None:
    for _, size, statements in cases(seed, 100):
        network, clashes = build(size, statements)
        all_worlds = worlds(size, statements)
        assert (not clashes) == bool(all_worlds)
        if clashes:
            for bad in clashes:
                assert not worlds(size, [statements[i] for i in bad])
            continue
        for point in range(size):
            days = [w[0][point] for w in all_worlds]
            assert (network.earliest(point), network.latest(point)) == (min(days), max(days))


@pytest.mark.parametrize("seed", range(4))
def test_refused_statement_leaves_no_trace(seed: int) -> None:
    for _, size, statements in cases(seed + 100, 60):
        network, kept = DayNetwork(size), []
        for label, statement in enumerate(statements):
            if network.add(statement, label) is None:
                kept.append(statement)
        fresh, clashes = build(size, kept)
        assert not clashes
        assert [network.earliest(p) for p in range(size)] == [fresh.earliest(p) for p in range(size)]
        assert [network.latest(p) for p in range(size)] == [fresh.latest(p) for p in range(size)]
        assert order(network) == order(fresh)


def order(network: DayNetwork) -> dict[int, list[int]]:
    return {a: [b for b, _ in after] for a, after in network.order.after.items()}


@pytest.mark.parametrize("seed", range(4))
def test_who_can_be_last_is_exact_both_ways(seed: int) -> None:
    for rng, size, statements in cases(seed + 200, 80):
        network, clashes = build(size, statements)
        if clashes:
            continue
        all_worlds = worlds(size, statements)
        forward, backward = View.forward(network), View.backward(network)
        for _ in range(6):
            day, point = rng.choice(DAYS), rng.randrange(size)
            rivals = {p for p in range(size) if p != point and rng.random() < 0.6}
            not_on = {p for p in range(size) if rng.random() < 0.4}
            hole = rng.choice([None, day, day + 1])
            expected = any(is_last(w, point, rivals, day, not_on, hole) for w in all_worlds)
            assert can_be_last(forward, point, rivals, day, not_on, hole) == expected
            expected = any(is_first(w, point, rivals, day, not_on, hole) for w in all_worlds)
            assert can_be_last(backward, point, rivals, -day, not_on, None if hole is None else -hole) == expected


def is_last(world: World, point: int, rivals: set[int], day: int, not_on: set[int], hole: int | None) -> bool:
    days, order = world
    if days[point] > day or any(days[p] == hole for p in not_on):
        return False
    return all(days[r] > day or order.index(r) < order.index(point) for r in rivals)


def is_first(world: World, point: int, rivals: set[int], day: int, not_on: set[int], hole: int | None) -> bool:
    days, order = world
    if days[point] < day or any(days[p] == hole for p in not_on):
        return False
    return all(days[r] < day or order.index(r) > order.index(point) for r in rivals)


def test_a_circle_without_dates_is_found() -> None:
    network = DayNetwork(3)
    assert network.add([Edge(0, 1, 0, strict=True)], 0) is None
    assert network.add([Edge(1, 2, 0, strict=True)], 1) is None
    assert network.add([Edge(2, 0, 0, strict=True)], 2) == {0, 1, 2}
    assert network.add([Edge(2, 0, 1)], 3) == {0, 1, 3}
    assert network.latest(0) == inf
