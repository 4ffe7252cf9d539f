"""The reasoning at scale: all bounds at once, one edit, one state query, one contradiction; peers where installed.

Run: python benchmarks/reason.py [--events 1000000] [--edits 2000] [--peers 1000 10000 100000] [--share CLAIMS].
Figures are CPU time of this process. networkx and scipy are no dependencies: without them their lines say so.
`--share` builds a chronology from that many claims of made-up prose and tells the part of reasoning in it.

Events have the shape of a narrative: sections of 20 to 60 events, 55 in 100 dated by a day, a month, a quarter or a
year, most told to come after the one before, some within so many days, with references inside and across sections.
Everything is true of one hidden course of events, so that all of it fits; contradictions are then planted.
"""

import argparse
import gc
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

from regesta.reason.fluents import verdict
from regesta.reason.last import View
from regesta.reason.network import DayNetwork, Edge

SEED = 1871
BOXES = (1, 30, 91, 365)
RUNS, LONG_ENOUGH = 3, 0.3
Statement = tuple[tuple[Edge, ...], int]


def narrative(events: int, dice: random.Random) -> tuple[list[int], list[Statement]]:
    """The hidden day of each event, and what is told: about 1.7 links and 0.55 dates an event."""
    days: list[int] = []
    told: list[tuple[Edge, ...]] = []
    day = 2_000_000
    while len(days) < events:
        first, size = len(days), min(dice.randint(20, 60), events - len(days))
        for i in range(first, first + size):
            day += dice.choice((0, 0, 1, 2, 5, 20))
            days.append(day)
            if dice.random() < 0.55:
                box = dice.choice(BOXES)
                low = day - day % box
                told.append((Edge(-1, i, low), Edge(i, -1, -low - box + 1)))
            if i > first and dice.random() < 0.95:
                gap = day - days[i - 1]
                within = (Edge(i, i - 1, -gap - 2),) if dice.random() < 0.25 else ()
                told.append((Edge(i - 1, i, max(0, gap - 2) if within else 0, True), *within))
            for near, share in ((size, 0.3), (2000, 0.3)):
                if i and dice.random() < share:
                    told.append((reference(i, dice.randrange(max(0, i - near), i), days, dice),))
        day -= dice.randint(0, 40)
    return days, [(edges, label) for label, edges in enumerate(told)]


def reference(one: int, other: int, days: Sequence[int], dice: random.Random) -> Edge:
    """That the earlier of two comes before the other, in the order of their days and, within a day, of telling."""
    a, b = sorted((one, other), key=lambda i: (days[i], i))
    return Edge(a, b, 0, dice.random() < 0.5 and a < b)


def fastest(work: Callable[[], Any]) -> float:
    """CPU seconds of the fastest of some runs, of more where they are short: what else runs only ever adds."""
    spent = [seconds(work)]
    while len(spent) < RUNS or sum(spent) < LONG_ENOUGH:
        spent.append(seconds(work, tidy=False))
    return min(spent)


def seconds(work: Callable[[], Any], *, tidy: bool = True) -> float:
    """CPU seconds of one run, the collector paused so that it does not count the garbage of others."""
    if tidy:
        gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    spent = time.process_time() - start
    gc.enable()
    return spent


def each(steps: Iterable[Callable[[], Any]]) -> tuple[float, float]:
    """Median and 99th percentile, in microseconds, of single steps."""
    spent: list[float] = []
    gc.disable()
    for step in steps:
        start = time.perf_counter_ns()
        step()
        spent.append((time.perf_counter_ns() - start) / 1000)
    gc.enable()
    spent.sort()
    return statistics.median(spent), spent[int(len(spent) * 0.99)]


def clear(network: DayNetwork) -> None:
    """Forget all bounds, so that they can be worked out once more."""
    for side in (network.low, network.high):
        fresh = type(side)(network.size)
        side.bound, side.cause = fresh.bound, fresh.cause


def references(network: DayNetwork, days: Sequence[int], dice: random.Random, count: int) -> list[Edge]:
    """New references that hold."""
    starts = [dice.randrange(network.size - 2000) for _ in range(count)]
    return [reference(a, a + dice.randint(1, 1999), days, dice) for a in starts]


def correct(network: DayNetwork, label: int, edges: tuple[Edge, ...]) -> None:
    """A statement taken back and told anew."""
    network.retract(label)
    network.add(edges, label)


def wider(edges: Sequence[Any]) -> tuple[Edge, ...]:
    """A date that leaves 400 days more."""
    return tuple(edge._replace(days=edge.days - 200) for edge in edges)


def contradictions(network: DayNetwork, dice: random.Random, count: int) -> list[Edge]:
    """Later events that are said to come before earlier ones, and cannot."""
    found: list[Edge] = []
    while len(found) < count:
        a = dice.randrange(network.size - 2000)
        edge = Edge(a + dice.randint(20, 1999), a, 1)
        if not network.allows((edge,)):
            found.append(edge)
    return found


Key = tuple[tuple[int, ...], tuple[int, ...]]


def keys(events: int, dice: random.Random) -> list[Key]:
    """One key for ten events, half of them near each other, five holders: what gives it to one, and to the others."""
    made = []
    for _ in range(min(events // 10, 20_000)):
        near = dice.randrange(events - 200)
        chosen = [near + dice.randrange(200) if i % 2 else dice.randrange(events) for i in range(10)]
        made.append((tuple(chosen[::5]), tuple(c for i, c in enumerate(chosen) if i % 5)))
    return made


def questions(held: Sequence[Key], days: Sequence[int], dice: random.Random) -> list[tuple[*Key, int]]:
    """A day for each key, about the time when one of its changes happened."""
    return [(begun, ended, days[dice.choice((*begun, *ended))] + dice.randint(-30, 30)) for begun, ended in held]


def run(events: int, edits: int) -> None:
    """Everything of ours, at one size."""
    dice = random.Random(SEED)  # noqa: S311 - events, not secrets
    days, told = narrative(events, dice)
    network = DayNetwork(events)
    loading = seconds(lambda: network.load(told) or sys.exit("the narrative does not fit"))
    clear(network)
    settling = fastest(partial(network.settle, network.links()))
    print(f"{events:,} events, {sum(len(e) for e, _ in told):,} constraints of {len(told):,} statements")
    print(f"  read in and settled       {loading:8.2f} s")
    print(f"  all bounds, both sides    {settling:8.2f} s   (goal at a million: 1.5 s)")
    view = View.forward(network)
    new = list(enumerate(references(network, days, dice, edits), len(told)))
    dated = [label for edges, label in dice.sample(told, 4 * edits) if edges[0].earlier < 0][:edits]
    wrong = contradictions(network, dice, edits)
    asked = questions(keys(events, dice), days, dice)
    median = report("a statement told", 20, (partial(network.add, (edge,), label) for label, edge in new))
    report("a statement taken back", 20, (partial(network.retract, label) for label, _ in new))
    report("a date corrected", 20, (partial(correct, network, d, wider(network.parts[d])) for d in dated))
    report("a contradiction", 100, (partial(network.add, (edge,), -1) for edge in wrong))
    report("a state asked", 5, (partial(verdict, view, *question) for question in asked))
    answers = Counter(verdict(view, *question) for question in asked)
    print("  answers:", ", ".join(f"{n:,} {answer}" for answer, n in sorted(answers.items())))
    print(f"  a full pass takes {settling * 1e6 / median:,.0f} times as long as telling one statement")


def report(name: str, goal: int, steps: Iterable[Callable[[], Any]]) -> float:
    """The line of one kind of step; its median in microseconds."""
    median, last = each(steps)
    print(f"  {name:25} {median:8.1f} µs  99th {last:8.1f} µs   (goal for the median: {goal} µs)")
    return median


def peers(sizes: Sequence[int]) -> None:
    """The same bounds by libraries for graphs, each checked to be equal, at sizes that they can do."""
    for size in sizes:
        _, told = narrative(size, random.Random(SEED))  # noqa: S311
        network = DayNetwork(size)
        network.load(told)
        clear(network)
        ours = fastest(partial(network.settle, network.links()))
        print(f"{size:,} events: ours {ours * 1e3:,.2f} ms")
        expected = [network.latest(p) for p in range(size)]
        for name, module, solve in (("networkx", "networkx", by_networkx), ("scipy", "scipy", by_scipy)):
            if find_spec(module) is None:
                print(f"  {name}: not installed, so not compared")
                continue
            if name == "scipy" and size > 10_000:
                print("  scipy: left out, it takes events times constraints")
                continue
            theirs, latest = solve(size, [e for edges, _ in told for e in edges])
            if any(a != b for a, b in zip(latest, expected, strict=True) if b != float("inf")):
                raise AssertionError(f"{name} and ours do not agree")
            print(
                f"  {name}: {theirs * 1e3:,.1f} ms for latest days alone, {theirs * 2 / ours:,.0f} times ours for both"
            )


def by_networkx(size: int, edges: Sequence[Edge]) -> tuple[float, list[float]]:
    """Latest days by Bellman and Ford from an origin (the first and last point of the graph is the origin)."""
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(-1, size))
    for a, b, days, _ in edges:
        if days_between(graph, b, a) > -days:
            graph.add_edge(b, a, weight=-days)
    found: dict[int, float] = {}
    spent = fastest(lambda: found.update(networkx.single_source_bellman_ford_path_length(graph, -1)))
    return spent, [found.get(p, float("inf")) for p in range(size)]


def days_between(graph: Any, a: int, b: int) -> float:
    return graph[a][b]["weight"] if graph.has_edge(a, b) else float("inf")


def by_scipy(size: int, edges: Sequence[Edge]) -> tuple[float, list[float]]:
    """Latest days by scipy's Bellman and Ford. It takes no weight of 0, so these are moved a little."""
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import bellman_ford

    best: dict[tuple[int, int], int] = {}
    for a, b, days, _ in edges:
        ends = ((b + size + 1) % (size + 1), (a + size + 1) % (size + 1))
        best[ends] = min(-days, best.get(ends, -days))
    rows, columns = zip(*best, strict=True)
    weights = numpy.array([float(w) or 1e-7 for w in best.values()])
    graph = csr_matrix((weights, (rows, columns)), shape=(size + 1, size + 1))
    result: list[Any] = []
    spent = fastest(lambda: result.append(bellman_ford(graph, indices=size)))
    return spent, [round(x) if x != float("inf") else x for x in result[0][:size].tolist()]


def share(claims: int) -> None:
    """The part of reasoning in a build of about that many claims."""
    from build import prose

    from regesta import pipeline
    from regesta.api.reading import read

    spent = {"reason": 0.0}
    plain = pipeline.reason

    def timed(*arguments: Any) -> Any:
        start = time.process_time()
        made = plain(*arguments)
        spent["reason"] += time.process_time() - start
        return made

    pipeline.reason = timed
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "prose.txt"
        source.write_text(prose(claims * 60), encoding="utf-8")
        start = time.process_time()
        chronicle = read(source)
        whole = time.process_time() - start
    count = len(chronicle.chronology.findings.claims)
    print(f"{count:,} claims read in {whole:,.1f} s, of which reasoning {spent['reason']:,.2f} s")
    print(f"  {100 * spent['reason'] / whole:.1f} %   (goal: under 10 %)")


def main() -> None:
    """Runs what is asked for and prints it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--peers", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--share", type=int, default=0)
    asked = parser.parse_args()
    if asked.events:
        run(asked.events, asked.edits)
    peers(asked.peers)
    if asked.share:
        share(asked.share)


if __name__ == "__main__":
    main()
