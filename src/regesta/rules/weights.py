"""knowledge/<language>/weights.tsv: how much each trait of a trigger says for or against its being noted down.

Learned by scripts/train_weights.py, which also writes the file with its sources and scores. A language without it has
its claims from the rules alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from regesta.rules.problems import Problems

FILE = "weights.tsv"
BIAS, LEAST = "(bias)", "(least)"


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds that a trait adds, by its name; none where nothing was learned."""

    by_trait: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0
    least: float = 0.0
    """What comes out below these log odds is not taken for a happening."""


def read_weights(folder: Traversable, label: str, problems: Problems) -> Weights:
    """The weights of a language folder, none where it has no such file; mistakes are noted in `problems`."""
    if not (folder / FILE).is_file():
        return Weights()
    weights: dict[str, float] = {}
    for number, line in enumerate((folder / FILE).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        trait, tab, weight = line.rpartition("\t")
        try:
            weights[trait] = float(weight)
        except ValueError:
            tab = ""
        if not tab:
            problems.add(f"{label}/{FILE}", f"line {number}", "write a trait, a tab and a number")
    for needed in (BIAS, LEAST):
        if needed not in weights:
            problems.add(f"{label}/{FILE}", needed, "is missing; write the file anew: scripts/train_weights.py")
    bias, least = weights.pop(BIAS, 0.0), weights.pop(LEAST, 0.0)
    return Weights(weights, bias, least)
