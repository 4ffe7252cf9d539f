"""knowledge/<language>/role_weights.tsv: what each trait of a noun phrase says for or against its part in a happening.

The file is learned, not written: scripts/train_roles.py makes it, and its first lines say from what and how well it
does. A language without it goes by the rules alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import repeat
from math import exp

from regesta.rules.problems import Problems

FILE = "role_weights.tsv"
_HEADER = "trait"


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """The weights of a logistic regression for each of the `roles`."""

    roles: tuple[str, ...]
    weights: tuple[Mapping[str, float], ...]
    """For each role, by trait; none where it says nothing."""

    def odds(self, traits: Sequence[str]) -> tuple[float, ...]:
        """What these traits say for each of the roles: log odds, which add up."""
        return tuple([sum(map(by_trait.get, traits, repeat(0.0))) for by_trait in self.weights])


def probability(odds: float) -> float:
    """How likely that is, 0 to 1."""
    return 1 / (1 + exp(-odds))


def read_role_weights(folder: Traversable, label: str, problems: Problems) -> RoleWeights | None:
    """The weights of a language folder; None where it has none. Mistakes are noted in `problems`."""
    table = folder / FILE
    if not table.is_file():
        return None
    rows = [r.split("\t") for r in table.read_text(encoding="utf-8").splitlines() if r and not r.startswith("#")]
    if not rows or rows[0][0] != _HEADER or len(rows[0]) < 2:
        problems.add(f"{label}/{FILE}", "file", "it has no line of roles; make it anew with scripts/train_roles.py")
        return None
    width = len(rows[0])
    try:
        read = {row[0]: tuple(map(float, row[1:])) for row in rows[1:] if len(row) == width}
    except ValueError as error:
        problems.add(f"{label}/{FILE}", "file", f"{error}; make it anew with scripts/train_roles.py")
        return None
    if len(read) != len(rows) - 1:
        problems.add(f"{label}/{FILE}", "file", "a line is broken or told twice; run scripts/train_roles.py")
    roles = tuple(rows[0][1:])
    return RoleWeights(roles, tuple({t: row[n] for t, row in read.items() if row[n]} for n in range(len(roles))))
