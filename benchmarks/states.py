"""Who held what, for all keys at once, where every day is known: as stream reasoners for the event calculus do it.

Run: python benchmarks/states.py [--events 100000] [--keys 10000].
Each event gives a key to a holder or takes it from one, as in A. Artikis, M. Sergot and G. Paliouras, "An event
calculus for event recognition" (2015): what comes out are all maximal stretches of every holding. Three ways, all of
which must give the same: the rules of that paper taken literally, one sort and one scan, and the engine itself, which
would answer as exactly if the days were open. The RTEC system is not run here: its own figure, from an earlier run on
a like machine (SWI-Prolog 9.0.4, commit d7215f4), stands beside. Figures are CPU time of this process.
"""

import argparse
import gc
import random
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from itertools import groupby
from typing import Any

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, ClaimTime, Event
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.state import State, Transition
from regesta.model.text import Span
from regesta.model.time import Bounds, When
from regesta.reason import constrain, solve, trace_states

SEED, HOLDERS, FIRST_DAY = 1871, 5, 2_000_000
RTEC = {1_000: "8", 10_000: "85", 100_000: "1,093 to 1,160"}
"""Milliseconds of RTEC's own recognition time for as many events, a tenth as many keys."""

Told = tuple[int, str, str, bool]
"""Day, key, holder; given (or taken)."""
Stretches = dict[tuple[str, str], list[tuple[int, int | None]]]


def stream(events: int, keys: int, dice: random.Random) -> list[Told]:
    """Events on days of their own, so that none fall together."""
    return [
        (FIRST_DAY + i, f"k{dice.randrange(keys)}", f"v{dice.randrange(HOLDERS)}", dice.random() < 0.7)
        for i in range(events)
    ]


def by_rules(told: list[Told]) -> Stretches:
    """For each holder of each key the beginnings and what breaks them, then from each beginning to the next break."""
    begun: dict[tuple[str, str], list[int]] = defaultdict(list)
    broken: dict[tuple[str, str], list[int]] = defaultdict(list)
    holders: dict[str, set[str]] = defaultdict(set)
    for _, key, holder, given in told:
        if given:
            holders[key].add(holder)
    for day, key, holder, given in told:
        if given:
            begun[key, holder].append(day)
            for other in holders[key]:
                if other != holder:
                    broken[key, other].append(day)
        else:
            broken[key, holder].append(day)
    found: Stretches = {}
    for name, days in begun.items():
        breaks = sorted(broken[name])
        made: list[tuple[int, int | None]] = []
        for day in sorted(days):
            if made and (made[-1][1] is None or day < made[-1][1]):
                continue
            at = bisect_right(breaks, day)
            made.append((day, breaks[at] if at < len(breaks) else None))
        found[name] = made
    return found


def by_scan(told: list[Told]) -> Stretches:
    """One sort by key and day, and who has it now."""
    found: Stretches = defaultdict(list)
    for key, changes in groupby(sorted(told, key=lambda t: (t[1], t[0])), key=lambda t: t[1]):
        now, since = None, 0
        for day, _, holder, given in changes:
            if given == (holder == now):
                continue
            if given and now is not None:
                found[key, now].append((since, day))
            if given:
                now, since = holder, day
            elif holder == now:
                found[key, holder].append((since, day))
                now = None
        if now is not None:
            found[key, now].append((since, None))
    return found


def as_findings(told: list[Told]) -> tuple[Findings, list[Event], list[Transition]]:
    """The same as claims, events and what they begin and end; a new holder puts the old one out."""
    claims, events, transitions = [], [], []
    for i, (day, key, holder, given) in enumerate(told):
        claim, event, on = Id(f"c-{i:07}"), Id(f"v-{i:07}"), Bounds(day, day)
        span = Span(Id("d-1"), i, i + 1)
        evidence = Evidence((span,), "told", (claim,))
        time_told = ClaimTime(When(on, on, None, "day"), "stated", None, span)
        claims.append(Claim(claim, "told", span, Id("s-1"), "asserted", (), time_told, (), 1.0, evidence))
        events.append(Event(id=event, type="told", status="asserted", claims=(claim,), reason="told"))
        change = "starts" if given else "ends"
        if given:
            transitions.append(Transition(event, "ends", "holds", key, None, None, None, "firm", evidence))
        transitions.append(Transition(event, change, "holds", key, None, holder, None, "firm", evidence))
    return Findings((), (), (), (), (), (), (), tuple(claims), ()), events, transitions


def as_stretches(states: tuple[State, ...]) -> Stretches:
    """The stretches that the holdings of a chronology make; what began again while it lasted is one.

    They end for certain: that one loses what was never given to them, which the rules pass over, is to the engine a
    sign that they may have had it, so that whoever was told to have it may have lost it by then.
    """
    found: Stretches = defaultdict(list)
    for s in sorted((s for s in states if s.since.earliest is not None), key=lambda s: s.since.earliest or 0):
        made, until = found[s.key, s.holder], s.until.latest
        since = s.since.earliest or 0
        if not made or (made[-1][1] is not None and made[-1][1] <= since):
            made.append((since, until))
    return found


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of one run, and what it gave."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    made = work()
    spent = time.process_time() - start
    gc.enable()
    return spent, made


def main() -> None:
    """Runs the three ways and prints their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=10_000)
    asked = parser.parse_args()
    told = stream(asked.events, asked.keys, random.Random(SEED))  # noqa: S311 - events, not secrets
    rules_s, rules = seconds(lambda: by_rules(told))
    scan_s, scan = seconds(lambda: by_scan(told))
    findings, events, transitions = as_findings(told)
    solve_s, solved = seconds(lambda: solve(constrain(findings, events, transitions)))
    engine_s, states = seconds(lambda: trace_states(findings, events, transitions, solved, ()))
    given = {(f"{k}", h): v for (k, h), v in rules.items() if v}
    if dict(scan) != given or as_stretches(states) != given:
        raise AssertionError("the three ways do not agree")
    count = sum(map(len, given.values()))
    print(f"{asked.events:,} events, {asked.keys:,} keys: {count:,} stretches, the same by all three ways")
    print(f"  RTEC, its own recognition time  {RTEC.get(asked.events, 'not measured'):>14} ms (told, not run here)")
    print(f"  its rules taken literally       {rules_s * 1e3:14,.0f} ms")
    print(f"  one sort and one scan           {scan_s * 1e3:14,.0f} ms")
    print(f"  the engine, days read in        {solve_s * 1e3:14,.0f} ms")
    print(f"  the engine, all holdings        {engine_s * 1e3:14,.0f} ms")


if __name__ == "__main__":
    main()
