"""knowledge/<language>/role_weights.tsv: what each trait of a noun phrase says for or against its part in a happening.

The file is learned, not written: scripts/train_roles.py makes it, and its first lines say from what and how well it
does. A language without it goes by the rules alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from math import exp, fsum

from regesta.rules.problems import Problems

FILE = "role_weights.tsv"
_HEADER = "trait"


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """The weights of a logistic regression for each of the `roles`."""

    roles: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]
    """By trait, one for each role."""

    def probabilities(self, traits: Iterable[str]) -> tuple[float, ...]:
        """How likely a noun phrase with these traits has each of the roles, 0 to 1."""
        get = self.weights.get
        rows = [row for trait in traits if (row := get(trait))]
        sums = [fsum(column) for column in zip(*rows, strict=True)] or [0.0] * len(self.roles)
        return tuple(1 / (1 + exp(-s)) for s in sums)


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
    return RoleWeights(tuple(rows[0][1:]), read)
