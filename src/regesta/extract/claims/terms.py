"""Years in brackets behind those who held something in turn: "ruled by Otto Vane (1740–48) and Ann Doyle (1748–60)"."""

from collections.abc import Sequence
from itertools import pairwise

from regesta.extract.claims.lives import is_a_term, years_of
from regesta.extract.claims.split import Portion, told_at
from regesta.model.claim import Claim, Role
from regesta.model.syntax import Tree
from regesta.model.time import TimeExpression, When

_HOLDERS = ("actor", "target")
_YEAR = 366


def split_by_terms(tree: Tree, claim: Claim, times: Sequence[TimeExpression]) -> list[Portion]:
    """Roles and time of each that held it, where years behind the names are their terms; empty where none are.

    They are no lives where they are too short for one, or where each begins when the one before ends.
    """
    found = [(r, t, t.when) for r in claim.roles if r.name in _HOLDERS and (t := _behind(tree, r, times)) is not None]
    terms = [(role, time, when) for role, time, when in found if when is not None and years_of(when) is not None]
    names = {role.name for role, _, _ in terms}
    if claim.time.when is not None or len(names) != 1 or not _are_terms([when for _, _, when in terms]):
        return []
    others = tuple(r for r in claim.roles if r.name not in names)
    rest = tuple(r for r in claim.roles if r.name in names and all(r is not role for role, _, _ in terms))
    portions = [((*others, role), told_at(time)) for role, time, _ in terms]
    return [*portions, ((*others, *rest), claim.time)] if rest else portions


def _behind(tree: Tree, role: Role, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The years that stand alone in a bracket right behind a name."""
    inside = tree.within(role.span)
    after = tree.tokens[inside[-1].i + 1 :] if inside else ()
    if len(after) < 2 or after[0].text != "(":
        return None
    time = next((t for t in times if t.span.start == after[1].start), None)
    closing = next((t for t in after if time is not None and t.start >= time.span.end), None)
    return time if closing is not None and closing.text == ")" else None


def _are_terms(whens: Sequence[When]) -> bool:
    short = all(map(is_a_term, whens))
    in_turn = len(whens) > 1 and all(_follows(a, b) for a, b in pairwise(whens))
    return bool(whens) and (short or in_turn)


def _follows(one: When, other: When) -> bool:
    """Whether a stretch begins in the year in which another ends, or in the next."""
    a, b = one.end, other.start
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    return a.earliest <= b.latest and b.earliest <= a.latest + _YEAR
