"""Writes tests/passages/floors.toml anew: `python scripts/update_floors.py [--lower]`. Review the difference.

A floor is what `regesta eval claims tests/passages` gives, in whole points. Without --lower none falls.
"""

import sys
import tomllib
from pathlib import Path

from regesta.api.claim_scores import ChronicleScores, count_verdicts, evaluate_claims
from regesta.evaluate import MEASURES, SHARES

PASSAGES = Path(__file__).resolve().parent.parent / "tests" / "passages"
FLOORS = PASSAGES / "floors.toml"
HEAD = "# What regesta eval claims tests/passages gives, in whole points. Changed by scripts/update_floors.py only.\n"


def measure() -> ChronicleScores:
    """How the passages are read now."""
    return evaluate_claims([PASSAGES], language="en")


def points(scores: ChronicleScores) -> dict[str, int]:
    """Each figure in percent, without its decimals; higher is better."""
    made = {f"{name}_f1": scores.total.tallies[name].scores().f1 for name in MEASURES}
    made |= {name: scores.total.share(name) for name in SHARES}
    verdicts = count_verdicts(scores.states)
    made["states_right"] = verdicts["right"] / len(scores.states)
    made["states_not_overclaimed"] = 1 - (verdicts["overclaim"] + verdicts["invented"]) / len(scores.states)
    return {name: int(100 * value + 1e-9) for name, value in made.items()}


def read_floors() -> dict[str, int]:
    """The floors as they are written down."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}


def main(arguments: list[str]) -> int:
    now, floors = points(measure()), read_floors()
    fallen = {name: (floors[name], now[name]) for name in now if now[name] < floors.get(name, 0)}
    if fallen and "--lower" not in arguments:
        for name, (before, after) in fallen.items():
            print(f"{name}: {before} -> {after}: it falls; give --lower if that is meant")
        return 1
    FLOORS.write_text(HEAD + "".join(f"{name} = {value}\n" for name, value in now.items()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
