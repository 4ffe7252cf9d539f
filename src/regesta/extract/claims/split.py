"""One word, several happenings: "the capture of the mill on Monday and, two days later, the bridge"."""

from collections.abc import Container, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from regesta.extract.claims.clauses import NOUNS, SUBJECTS, Grammar
from regesta.extract.claims.dating import UNDATED
from regesta.extract.claims.governing import is_of_next_verb, listed
from regesta.extract.claims.in_turn import GAPPED, Row
from regesta.extract.claims.naming import Names
from regesta.extract.claims.phrases import phrase_span
from regesta.model.binding import happened_within
from regesta.model.claim import Claim, ClaimTime, Role
from regesta.model.syntax import Token, Tree
from regesta.model.time import TimeExpression

_SMALL = ("PUNCT", "CCONJ", "DET", "ADP")
_JOINING = ("PUNCT", "CCONJ", "SCONJ", "ADP")
_OWN_CLAUSE = ("VERB", "AUX", "CCONJ", "SCONJ", "NUM")
Portion = tuple[tuple[Role, ...], ClaimTime]


def split_by_time(
    tree: Tree,
    claim: Claim,
    times: Sequence[TimeExpression],
    grammar: Grammar,
    names: Names,
    told: Container[int] = frozenset(),
) -> list[Portion]:
    """Roles and time of each happening: one for each target with a time of its own, the rest with the first.

    `told` are the words of the happenings of the sentence, which are no targets of another time.
    """
    row = Row(tree, times, grammar, names, told).turns(claim)
    if row:
        return [(roles, claim.time if time is None else told_at(time)) for roles, time in row]
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
        return _at_other_times(tree, claim, times, _Words(grammar, names, told))
    moved = [target for target, _ in own]
    portions = [(tuple(r for r in claim.roles if r not in moved), claim.time)]
    for target, expression in own:
        roles = (*(r for r in claim.roles if r.name != "target"), target)
        portions.append((roles, told_at(expression)))
    return portions


def _at_other_times(tree: Tree, claim: Claim, times: Sequence[TimeExpression], words: "_Words") -> list[Portion]:
    """The same at each time of a row, or at another with another participant."""
    later = next((p for e in times if (p := _to_another(tree, claim, e, times, words))), None)
    if later is not None:
        return later
    first = next((e for e in times if e.id == claim.time.expression), None)
    if first is None or not _tells_at(tree, claim, first):
        return [(claim.roles, claim.time)]
    row = listed(tree, times, first)
    moments = [told_at(e) for e in row] if len(row) > 1 else [claim.time]
    again = next(_done_again(tree, claim, row[-1], times, words), None)
    if again is None:
        return [(claim.roles, time) for time in moments]
    return [*((again[0], time) for time in moments), *again[1]]


def _tells_at(tree: Tree, claim: Claim, first: TimeExpression) -> bool:
    """Whether the happening stands right above its time: "plague came in 1563, 1593 and 1603" came three times."""
    inside = tree.within(first.span)
    governors = (t for t in tree.above(inside[0]) if t not in inside) if inside else iter(())
    near = list(islice(governors, 2))
    # "Was mayor from 1848 to 1852": the time hangs on the verb, the happening is told by the noun.
    said = (p for t in near if t.pos == "AUX" for p in tree.below(t, "predicate"))
    return any(_tells(claim, t) for t in (*near, *said))


class _Words(NamedTuple):
    """What is known of the words of a sentence."""

    grammar: Grammar
    names: Names
    told: Container[int]


def _done_again(
    tree: Tree, claim: Claim, first: TimeExpression, times: Sequence[TimeExpression], words: _Words
) -> Iterator[tuple[tuple[Role, ...], list[Portion]]]:
    """The same deed at other times: "took Lida in May and Minsk in June", "in 1758 and again in 1771 and 1780".

    Or the same holding: "mayor from 1848 to 1852 and from 1860 to 1864".

    Each with the roles that are left to the deed at the `first` time.
    """
    for other in times:
        said = [t for t in tree.tokens if first.span.end <= t.start and t.end <= other.phrase.start]
        said = [t for t in said if t.pos != "PUNCT"]
        if any(e.span.start < t.end and t.start < e.span.end for e in times for t in said):
            continue
        if other.when is None or not said or said[0].pos != "CCONJ" or is_of_next_verb(tree, other.phrase):
            continue
        if len(said) == 1 and not (_lasts(first) and _lasts(other) and _is_all(tree, other)):
            continue
        if any(t.pos in _OWN_CLAUSE or t.relation in SUBJECTS or t.i in words.told for t in said[1:]):
            continue
        if all(t.pos == "ADV" for t in said[1:]):
            yield claim.roles, [(claim.roles, told_at(e)) for e in listed(tree, times, other)]
        elif (moved := _in_the_place_of(tree, claim, first, said[1:], words)) is not None:
            old, new = moved
            rest = tuple(r for r in claim.roles if not r.span.overlaps(new.span))
            yield rest, [((*(r for r in rest if r.span != old.span), new), told_at(other))]


def _is_all(tree: Tree, expression: TimeExpression) -> bool:
    """Whether nothing goes on behind a time that it may belong to: "and from 1860 to 1864 lived abroad"."""
    behind = next((t for t in tree.tokens if t.start >= expression.span.end), None)
    return behind is None or behind.pos in _JOINING


def _lasts(expression: TimeExpression) -> bool:
    return expression.when is not None and expression.when.lasting


def _in_the_place_of(
    tree: Tree, claim: Claim, first: TimeExpression, said: Sequence[Token], words: _Words
) -> tuple[Role, Role] | None:
    """The participant told last before a time, and the one that stands for it beside the next time."""
    inner = {t.i for t in said}
    heads = [t for t in said if t.pos in NOUNS and (t.head not in inner or tree.head(t) is said[0])]
    before = [r for r in claim.roles if claim.trigger.end <= r.span.start and r.span.end <= first.phrase.start]
    if len(heads) != 1 or not before:
        return None
    old = max(before, key=lambda r: r.span.end)
    start = tree.within(old.span)[0].i
    if (said[0].pos == "ADP") != (tree.tokens[start - 1].pos == "ADP"):
        return None
    span = words.names.widen(heads[0], phrase_span(tree, heads[0], words.grammar))
    return old, Role(old.name, span, words.names.entity(heads[0]), GAPPED)


def _to_another(
    tree: Tree, claim: Claim, other: TimeExpression, times: Sequence[TimeExpression], words: _Words
) -> list[Portion] | None:
    """To whom it went at first, and to whom at the other time: "it fell to the board and, on 1 May, to the council"."""
    inside = [t for t in tree.tokens if other.phrase.start <= t.start and t.end <= other.phrase.end]
    before = [r for r in claim.roles if claim.trigger.end <= r.span.start and r.span.end <= other.phrase.start]
    if other.when is None or not inside or not before:
        return None
    old = max(before, key=lambda r: r.span.end)
    lead = [t for t in tree.tokens if old.span.end <= t.start and t.end <= other.phrase.start]
    lead = [t for t in lead if not any(e.phrase.start <= t.start < e.phrase.end for e in times)]
    behind = next((t for t in tree.tokens[inside[-1].i + 1 :] if t.pos != "PUNCT"), None)
    joined = any(t.pos == "CCONJ" for t in lead) and all(t.pos in ("CCONJ", "PUNCT", "ADV") for t in lead)
    if not joined or behind is None or behind.relation not in ("preposition", "marker", "adverb"):
        return None
    brought = tree.tokens[max(0, tree.within(old.span)[0].i - 1)]
    noun = tree.first(behind, "complement")
    if noun is None or noun.pos not in NOUNS or not brought.lemma.endswith(behind.lemma):
        return None
    span = words.names.widen(noun, phrase_span(tree, noun, words.grammar))
    new, rest = Role(old.name, span, words.names.entity(noun), old.rule), claim.roles
    rest = tuple(r for r in rest if not r.span.overlaps(span))
    own = claim.time.expression == other.id
    moved = (*(r for r in rest if r is not old), new)
    return [(rest, UNDATED if own else claim.time), (moved, claim.time if own else told_at(other))]


def _tells(claim: Claim, word: Token) -> bool:
    return claim.trigger.start <= word.start < claim.trigger.end


def told_at(expression: TimeExpression) -> ClaimTime:
    """The time of what happened when an expression says."""
    return ClaimTime(happened_within(expression), expression.basis, expression.id, expression.phrase)


def _leads(tree: Tree, before: Role, expression: TimeExpression, target: Role) -> bool:
    """Whether the expression stands between two targets with nothing but commas, "and" and small words beside it."""
    span = expression.span
    if not before.span.end <= span.start <= span.end <= target.span.start:
        return False
    between = [t for t in tree.tokens if before.span.end <= t.start and t.end <= target.span.start]
    lead = tree.tokens[max(0, tree.within(before.span)[0].i - 1)]
    if between[-1].pos == "ADP" and lead.pos != "ADP":
        return False  # "sold it in 1546 to Vane"
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
    return [Role("target", names.widen(t, phrase_span(tree, t, grammar)), names.entity(t), GAPPED) for t in found[:1]]


def _hangs_on(tree: Tree, token: Token, inside: Sequence[Token]) -> bool:
    return token.pos in NOUNS and token.relation in ("apposition", "conjunct") and tree.head(token) in inside
