"""When did it happen? The expression that governs a trigger in the syntax, or one that its clause shares with it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from regesta.extract.claims.triggers import Trigger
from regesta.model.binding import happened_within
from regesta.model.claim import ClaimTime
from regesta.model.syntax import Token, Tree
from regesta.model.time import Basis, TimeExpression, When
from regesta.rules.lexicon import RoleWords

UNDATED = ClaimTime(None, "none", None, None)


class Dated(NamedTuple):
    """A time expression, the word of the sentence that heads it, and the trigger (by word) that it governs."""

    expression: TimeExpression
    head: Token
    trigger: int


def date_triggers(
    tree: Tree, triggers: Sequence[Trigger], times: Sequence[TimeExpression], words: RoleWords
) -> Mapping[int, ClaimTime]:
    """The time of each trigger, by the index of its word; undated ones are left out."""
    by_word = {t.token.i: t for t in triggers}
    by_support = {t.support.i: t.token.i for t in triggers if t.support is not None}
    governed: dict[int, Dated] = {}
    for expression in times:
        if expression.kind in ("DATE", "TIME") and (expression.when is not None):
            dated = _governs(tree, expression, by_word, by_support)
            if dated is not None and dated.trigger not in governed:
                governed[dated.trigger] = dated
    for trigger in triggers:
        if trigger.token.i in governed and trigger.part == "noun":
            during = _during(tree, trigger, by_word, words)
            if (
                during is None
                and trigger.token.relation in ("subject", "passive-subject")
                and tree.head(trigger.token).i in by_word
            ):
                during = tree.head(trigger.token).i
            if during is not None and during not in governed:
                governed[during] = governed[trigger.token.i]._replace(trigger=during)
    told = {i: _claim_time(d.expression, d.expression.basis) for i, d in governed.items()}
    for trigger in triggers:
        if trigger.token.i not in told:
            shared = _shares(tree, trigger, governed, by_support, words)
            if shared is not None:
                told[trigger.token.i] = _claim_time(shared.expression, shared.expression.basis)
    return told


def _claim_time(expression: TimeExpression, basis: Basis) -> ClaimTime:
    when: When | None = happened_within(expression)
    if when is None:
        return UNDATED
    return ClaimTime(
        when, "relative" if expression.relation in ("after", "before") else basis, expression.id, expression.phrase
    )


def _governs(
    tree: Tree, expression: TimeExpression, triggers: Mapping[int, Trigger], supports: Mapping[int, int]
) -> Dated | None:
    """From the expression up the tree to the first trigger; from a verb without one down to the trigger that it carries."""
    inside = tree.within(expression.span)
    if not inside:
        return None
    head = next((t for t in inside if t.head == t.i or not _in(tree.head(t), inside)), inside[0])
    child = head
    if head.i in triggers and head.pos == "VERB":
        return None
    for above in (head, *tree.above(head)):
        if above.i in triggers and not _in(above, inside):
            return Dated(expression, head, above.i)
        if above.i in supports:
            return Dated(expression, head, supports[above.i])
        if above.pos in ("VERB", "AUX"):
            carried = _carried(tree, above, triggers, head)
            if carried is not None:
                return Dated(expression, head, carried)
        if child.relation == "relative":
            break
        child = above
    return None


def _in(token: Token, tokens: Sequence[Token]) -> bool:
    return tokens[0].i <= token.i <= tokens[-1].i


def _carried(tree: Tree, verb: Token, triggers: Mapping[int, Trigger], head: Token) -> int | None:
    """The trigger below a verb that is none itself ("tried to flee", "there was a riot", "saw the fall of")."""
    for relations in (("open-clause",), ("subject", "passive-subject", "object", "predicate"), ("content-clause",)):
        for child in tree.below(verb, *relations):
            if child.i == head.i:
                continue
            if child.i in triggers:
                return child.i
            if child.pos in ("VERB", "AUX"):
                deeper = _carried(tree, child, triggers, head)
                if deeper is not None:
                    return deeper
    return None


def _shares(
    tree: Tree,
    trigger: Trigger,
    governed: Mapping[int, Dated],
    supports: Mapping[int, int],
    words: RoleWords,
) -> Dated | None:
    """The time of the clause that a trigger is part of: as a later verb of it, its object, or a participle beside it."""
    token = trigger.token
    child = token
    for above in tree.above(token):
        key = supports.get(above.i, above.i)
        dated = governed.get(key)
        relation = child.relation
        if relation == "conjunct" and token.pos == "VERB":
            if dated is not None and dated.head.i < above.i:
                return dated
        elif relation in ("relative", "content-clause", "parataxis", "participle"):
            return None
        elif relation == "adverbial-clause":
            return dated if _goes_along(tree, child, words) else None
        elif child.relation in ("preposition", "marker") and _orders(tree, child, words):
            return None
        elif dated is not None and trigger.part == "noun":
            return dated
        child = above
    return None


def _orders(tree: Tree, preposition: Token, words: RoleWords) -> bool:
    """Whether it puts what follows before or after the clause."""
    return preposition.text.lower() in words.order["after"] | words.order["before"]


def _during(tree: Tree, trigger: Trigger, by_word: Mapping[int, Trigger], words: RoleWords) -> int | None:
    """The verb that happened "during the 1871 campaign"."""
    preposition = tree.head(trigger.token)
    if trigger.token.relation != "complement" or preposition.text.lower() not in words.order["while"]:
        return None
    verb = tree.head(preposition)
    return verb.i if verb.i in by_word and verb.pos == "VERB" else None


def _goes_along(tree: Tree, clause: Token, words: RoleWords) -> bool:
    """A clause at the same time: "when ..." told in the plain past, or a participle without "having" or "after"."""
    markers = [t.text.lower() for t in tree.below(clause, "marker", "adverb") if t.i < clause.i]
    if any(m in words.order["while"] for m in markers):
        return not any(t.form == "past" and t.relation == "auxiliary" for t in tree.below(clause, "auxiliary"))
    if clause.form == "present-participle":
        return not markers and tree.first(clause, "auxiliary", "subject") is None
    return clause.form == "past-participle" and not markers and tree.first(clause, "auxiliary") is None
