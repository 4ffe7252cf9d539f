"""Where every day is known, all stretches of all holdings are those of the event calculus, taken literally."""

import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

sys.path.insert(0, str(ROOT / "benchmarks"))
import states as bench  # noqa: E402

from regesta.reason import constrain, solve, trace_states  # noqa: E402


@pytest.mark.parametrize("seed", range(5))
def test_stretches_are_those_of_the_rules_and_of_a_scan(seed: int) -> None:
    told = bench.stream(1_000, 100, random.Random(seed))  # noqa: S311 - events, not secrets
    by_rules = {(key, holder): made for (key, holder), made in bench.by_rules(told).items()}
    findings, events, transitions = bench.as_findings(told)
    states = trace_states(findings, events, transitions, solve(constrain(findings, events, transitions)), ())
    assert dict(bench.by_scan(told)) == by_rules
    assert bench.as_stretches(states) == by_rules
