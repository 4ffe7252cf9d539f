"""Who held a key, certain and possible, against an oracle that plays every world through."""

import random
from itertools import pairwise, permutations, product

import pytest

from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.reason.judge import Judge
from regesta.reason.network import DayNetwork, Edge
from regesta.reason.timelines import Change, Holder

DAYS = range(5)
KINDS = ("begun", "ended", "maybe_begun", "maybe_ended")
SOME = Evidence(derived_from=(Id("c-1"),))


def change(point: int, kind: str) -> Change:
    made = "starts" if kind.endswith("begun") else "ends"
    strength = "weak" if kind.startswith("maybe") else "firm"
    return Change(point, Transition(Id(f"ev-{point}"), made, "holds", "K", None, "V", None, strength, SOME))


def random_case(rng: random.Random) -> tuple[Holder, DayNetwork, list[Edge], list[str]]:
    size = rng.randint(1, 4)
    edges: list[Edge] = []
    for point in range(size):
        low = rng.choice(DAYS)
        edges += [Edge(-1, point, low), Edge(point, -1, -rng.choice(range(low, len(DAYS))))]
    for a in range(size):
        for b in range(a + 1, size):
            if rng.random() < 0.35:
                edges.append(Edge(a, b, rng.choice([0, 0, 1]), strict=rng.random() < 0.7))
    network = DayNetwork(size)
    kinds = [rng.choice(KINDS) for _ in range(size)]
    holder = Holder("V", None)
    for point, kind in enumerate(kinds):
        getattr(holder, kind).append(change(point, kind))
    for label, edge in enumerate(edges):
        if network.add([edge], label) is not None:
            return random_case(rng)
    return holder, network, edges, kinds


def histories(edges: list[Edge], kinds: list[str]) -> list[list[tuple[int, int, bool]]]:
    """For every world and every choice of what weak changes did: (day, point, had after it), in order."""
    size, found = len(kinds), []
    weak = [p for p in range(size) if kinds[p].startswith("maybe")]
    for days in product(DAYS, repeat=size):
        if not all(
            days[e.later] >= e.days
            if e.earlier < 0
            else days[e.earlier] <= -e.days
            if e.later < 0
            else days[e.later] >= days[e.earlier] + e.days
            for e in edges
        ):
            continue
        for order in permutations(range(size)):
            at = {p: i for i, p in enumerate(order)}
            if any(days[a] > days[b] for a, b in pairwise(order)):
                continue
            if not all(at[e.earlier] < at[e.later] for e in edges if e.strict):
                continue
            for choice in product((True, False), repeat=len(weak)):
                works = dict(zip(weak, choice, strict=True))
                found.append([(days[p], p, kinds[p].endswith("begun")) for p in order if works.get(p, True)])
    return found


def had_at_end(history: list[tuple[int, int, bool]], day: int) -> bool:
    before = [had for d, _, had in history if d <= day]
    return bool(before) and before[-1]


def had_within(history: list[tuple[int, int, bool]], day: int) -> bool:
    return had_at_end(history, day - 1) or any(d == day and had for d, _, had in history)


@pytest.mark.parametrize("seed", range(12))
def test_certain_and_possible_are_exact(seed: int) -> None:
    for n in range(100):
        rng = random.Random(f"{seed}/{n}")  # noqa: S311 - the same cases every time
        holder, network, edges, kinds = random_case(rng)
        judge, told = Judge(network), histories(edges, kinds)
        for day in (*DAYS, len(DAYS)):
            assert bool(judge.held_by_end(holder, day)) == any(had_at_end(h, day) for h in told)
            assert judge.may_lack(holder, day) == any(not had_at_end(h, day) for h in told)
            assert judge.may_lack(holder, day - 1, day) == any(not had_within(h, day) for h in told)
            within = bool(judge.held_by_end(holder, day - 1)) or any(
                judge.earliest(c) <= day <= judge.latest(c) for c in (*holder.begun, *holder.maybe_begun)
            )
            assert within == any(had_within(h, day) for h in told)


def begins(kinds: list[str]) -> list[int]:
    """Points that begin a holding, or may; each of them is taken to be real."""
    return [p for p, kind in enumerate(kinds) if kind.endswith("begun")]


@pytest.mark.parametrize("seed", range(6))
def test_held_until_lost_is_exact(seed: int) -> None:
    for n in range(60):
        rng = random.Random(f"lost/{seed}/{n}")  # noqa: S311
        holder, network, edges, kinds = random_case(rng)
        judge = Judge(network)
        holder.lost = list(holder.ended)
        told = [h for h in histories(edges, kinds) if all(any(p == q for _, q, _ in h) for p in begins(kinds))]
        told = [[(d, p, had) for d, p, had in h if kinds[p] != "maybe_ended"] for h in told]
        for day in DAYS:
            expected = any(next((not had for d, _, had in h if d > day), False) for h in told)
            assert bool(judge.held_until_lost(holder, day)) == expected
