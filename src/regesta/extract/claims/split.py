"""One word, several happenings: "the seizure of the prefecture and, the following day, the city hall"."""

from collections.abc import Sequence
from typing import NamedTuple

from regesta.extract.claims.triggers import Trigger
from regesta.model.binding import happened_within
from regesta.model.claim import Claim, ClaimTime, Role
from regesta.model.syntax import Tree
from regesta.model.time import TimeExpression


class Portion(NamedTuple):
    """The roles and the time of one of the happenings that share a trigger."""

    roles: tuple[Role, ...]
    time: ClaimTime


def split_by_time(tree: Tree, trigger: Trigger, claim: Claim, times: Sequence[TimeExpression]) -> list[Portion]:
    """A portion for each target that comes with a time of its own; the rest stays with the first."""
    targets = claim.fillers("target")
    if len(targets) < 2:
        return [Portion(claim.roles, claim.time)]
    own: dict[Role, TimeExpression] = {}
    for before, target in zip(targets, targets[1:], strict=False):
        expression = next((t for t in times if _leads(tree, before, t, target)), None)
        if expression is not None and expression.when is not None:
            own[target] = expression
    portions = [Portion(tuple(r for r in claim.roles if r not in own), claim.time)]
    for target, expression in own.items():
        roles = tuple(r for r in claim.roles if r.name != "target" or r == target)
        when = happened_within(expression)
        portions.append(Portion(roles, ClaimTime(when, expression.basis, expression.id, expression.phrase)))
    return portions


def _leads(tree: Tree, before: Role, expression: TimeExpression, target: Role) -> bool:
    """Whether the expression stands between two targets with nothing but commas, "and" and small words beside it."""
    span = expression.span
    if not before.span.end <= span.start <= span.end <= target.span.start:
        return False
    between = [t for t in tree.tokens if before.span.end <= t.start and t.end <= target.span.start]
    rest = [t for t in between if not (span.start < t.end and t.start < span.end)]
    return all(t.pos in ("PUNCT", "CCONJ", "DET", "ADP") for t in rest)
