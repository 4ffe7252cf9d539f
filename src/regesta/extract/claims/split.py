"""One word, several happenings: "the capture of the mill on Monday and, two days later, the bridge"."""

from collections.abc import Sequence
from itertools import islice, pairwise

from regesta.extract.claims.clauses import NOUNS, Grammar
from regesta.extract.claims.governing import listed
from regesta.extract.claims.naming import Names
from regesta.extract.claims.phrases import phrase_span
from regesta.model.binding import happened_within
from regesta.model.claim import Claim, ClaimTime, Role
from regesta.model.syntax import Token, Tree
from regesta.model.time import TimeExpression

_SMALL = ("PUNCT", "CCONJ", "DET", "ADP")


def split_by_time(
    tree: Tree, claim: Claim, times: Sequence[TimeExpression], grammar: Grammar, names: Names
) -> list[tuple[tuple[Role, ...], ClaimTime]]:
    """Roles and time of each happening: one for each target with a time of its own, the rest with the first."""
    own: list[tuple[Role, TimeExpression]] = []
    targets = claim.fillers("target")
    for before, target in pairwise(targets):
        expression = next((t for t in times if t.when is not None and _leads(tree, before, t, target)), None)
        if expression is not None:
            own.append((target, expression))
    for expression in times:
        if targets and not own and expression.when is not None:
            own.extend((r, expression) for r in _gapped(tree, targets[-1], expression, grammar, names))
    if not own:
        return [(claim.roles, _told_at(e)) for e in _own_row(tree, claim, times)] or [(claim.roles, claim.time)]
    moved = [target for target, _ in own]
    portions = [(tuple(r for r in claim.roles if r not in moved), claim.time)]
    for target, expression in own:
        roles = (*(r for r in claim.roles if r.name != "target"), target)
        portions.append((roles, _told_at(expression)))
    return portions


def _own_row(tree: Tree, claim: Claim, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times in a row that a happening is told with: "plague came in 1563, 1593 and 1603" came three times."""
    first = next((e for e in times if e.id == claim.time.expression), None)
    inside = tree.within(first.span) if first is not None else []
    governors = (t for t in tree.above(inside[0]) if t not in inside) if inside else iter(())
    if first is None or not any(_tells(claim, t) for t in islice(governors, 2)):
        return []
    row = listed(tree, times, first)
    return row if len(row) > 1 else []


def _tells(claim: Claim, word: Token) -> bool:
    return claim.trigger.start <= word.start < claim.trigger.end


def _told_at(expression: TimeExpression) -> ClaimTime:
    return ClaimTime(happened_within(expression), expression.basis, expression.id, expression.phrase)


def _leads(tree: Tree, before: Role, expression: TimeExpression, target: Role) -> bool:
    """Whether the expression stands between two targets with nothing but commas, "and" and small words beside it."""
    span = expression.span
    if not before.span.end <= span.start <= span.end <= target.span.start:
        return False
    between = [t for t in tree.tokens if before.span.end <= t.start and t.end <= target.span.start]
    return all(t.pos in _SMALL for t in between if not (span.start < t.end and t.start < span.end))


def _gapped(tree: Tree, last: Role, expression: TimeExpression, grammar: Grammar, names: Names) -> list[Role]:
    """A further target that the parser hung on the time itself: behind the last target, "and", and the time."""
    inside = tree.within(expression.span)
    if not inside or last.span.end > inside[0].start:
        return []
    lead = [t for t in tree.tokens if last.span.end <= t.start and t.end <= inside[0].start]
    if not any(t.pos == "CCONJ" for t in lead) or any(t.pos not in _SMALL for t in lead):
        return []
    found = [t for t in tree.tokens[inside[-1].i + 1 :] if _hangs_on(tree, t, inside)]
    return [Role("target", names.widen(t, phrase_span(tree, t, grammar)), names.entity(t), "gapped") for t in found[:1]]


def _hangs_on(tree: Tree, token: Token, inside: Sequence[Token]) -> bool:
    return token.pos in NOUNS and token.relation in ("apposition", "conjunct") and tree.head(token) in inside
