"""Statements without prose: bounds, order, contradictions and states against an oracle that plays out every world.

A case has order and distance between moments, dates with holes, and moments that may not have come about.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, permutations, product

import pytest

from regesta.reason import Before, Network, On, Timeline

DAYS = range(6)
HOLDERS = ("Odo", "Ralph")
Change = tuple[str, str, str | None]
"""A moment, `sets` or `clears`, and whom it touches."""


@dataclass
class Case:
    moments: tuple[str, ...]
    doubtful: tuple[str, ...]
    dates: dict[str, On]
    links: list[Before]
    changes: list[Change]

    def network(self) -> Network:
        network = Network(self.doubtful)
        for name, part in [(f"date of {m}", on) for m, on in self.dates.items()] + [
            (f"link {i:02}", link) for i, link in enumerate(self.links)
        ]:
            network.add(name, part, rank=name.startswith("link"))
        return network

    def timeline(self, network: Network) -> Timeline:
        line = Timeline(network)
        for moment, change, holder in self.changes:
            if change == "sets":
                line.sets(moment, "castle", holder or "")
            else:
                line.clears(moment, "castle", holder)
        return line


def random_case(rng: random.Random) -> Case:
    moments = tuple("abcd"[: rng.randint(2, 4)])
    doubtful = tuple(m for m in moments if rng.random() < 0.2)
    dates = {}
    for m in moments:
        low, high = sorted((rng.choice(DAYS), rng.choice(DAYS)))
        hole = rng.randint(low, high)
        holes = ((hole, min(high, hole + 1)),) if rng.random() < 0.3 and low < hole < high else ()
        dates[m] = On(m, low, high, holes)
    links = []
    for _ in range(rng.randint(0, len(moments))):
        a, b = rng.sample(moments, 2)
        least = rng.choice((0, 0, 0, 1, 2))
        most = rng.choice((None, None, least, least + 1))
        links.append(Before(a, b, least, most, strict=rng.random() < 0.6))
    changes = []
    for m in moments:
        kind = rng.random()
        holder = rng.choice(HOLDERS)
        changes.append((m, "sets", holder) if kind < 0.6 else (m, "clears", holder if kind < 0.8 else None))
    return Case(moments, doubtful, dates, links, changes)


def allowed(on: On) -> list[int]:
    assert isinstance(on.earliest, int)
    assert isinstance(on.latest, int)
    holes = {d for first, last in on.but_not for d in range(int(first), int(last) + 1)}
    return [d for d in range(on.earliest, on.latest + 1) if d not in holes]


def linear_orders(days: dict[str, int]) -> Iterator[tuple[str, ...]]:
    groups = [list(g) for _, g in groupby(sorted(days, key=days.__getitem__), key=days.__getitem__)]
    for parts in product(*(permutations(g) for g in groups)):
        yield tuple(m for part in parts for m in part)


def worlds(case: Case) -> list[tuple[dict[str, int], tuple[str, ...]]]:
    """Days of what comes about, and the order of it."""
    found = []
    for choice in product((True, False), repeat=len(case.doubtful)):
        absent = {m for m, happens in zip(case.doubtful, choice, strict=True) if not happens}
        present = [m for m in case.moments if m not in absent]
        links = [k for k in case.links if k.earlier in present and k.later in present]
        for combination in product(*(allowed(case.dates[m]) for m in present)):
            days = dict(zip(present, combination, strict=True))
            gaps = [(days[k.later] - days[k.earlier], k) for k in links]
            if not all(k.min_days <= gap and (k.max_days is None or gap <= k.max_days) for gap, k in gaps):
                continue
            for order in linear_orders(days):
                if all(not k.strict or order.index(k.earlier) < order.index(k.later) for k in links):
                    found.append((days, order))
    return found


def state(case: Case, world: tuple[dict[str, int], tuple[str, ...]], day: int) -> str:
    """Who has it at the end of the day; `?` before anything told, empty for nobody."""
    days, order = world
    told = {m: (change, holder) for m, change, holder in case.changes}
    now = "?"
    for m in order:
        if days[m] <= day:
            change, holder = told[m]
            if change == "sets":
                now = holder or ""
            elif holder is None or now == holder:
                now = ""
    return now


def verdict(found: list[str], wanted: str) -> str:
    return "certain" if all(f == wanted for f in found) else "possible" if wanted in found else "impossible"


def check(case: Case) -> bool:
    """Compare everything; whether the sure statements can hold at all."""
    network, played = case.network(), worlds(case)
    assert (not network.conflicts) == bool(played)
    if not played:
        return False
    for m in case.moments:
        days = [d[m] for d, _ in played if m in d]
        bounds = network.bounds(m)
        assert (bounds and (bounds.earliest, bounds.latest)) == ((min(days), max(days)) if days else None)
    for a, b in permutations(case.moments, 2):
        both = [order.index(a) < order.index(b) for _, order in played if a in order and b in order]
        if both and len({a, b} & set(case.doubtful)) < 2:
            assert network.order(a, b) == ("before" if all(both) else "either" if any(both) else "after")
    line = case.timeline(network)
    for day in (-1, *DAYS):
        found = [state(case, world, day) for world in played]
        held = line.at("castle", day) if any(c == "sets" for _, c, _ in case.changes) else None
        if held is not None:
            for holder in HOLDERS:
                assert held.holders.get(holder, "impossible") == verdict(found, holder)
            assert held.nobody == verdict(found, "")
            assert held.untold == verdict(found, "?")
    return True


def run(seeds: range) -> tuple[int, int]:
    """How many cases could hold, and how many not."""
    fitting = sum(check(random_case(random.Random(f"library/{seed}"))) for seed in seeds)  # noqa: S311
    return fitting, len(seeds) - fitting


@pytest.mark.parametrize("block", range(20))
def test_every_answer_agrees_with_all_worlds(block: int) -> None:
    fitting, clashing = run(range(250 * block, 250 * (block + 1)))
    assert fitting > 100
    assert clashing > 10
