"""What comes before what? Temporal links from conjunctions, prepositions, tense and plans; never from mere position."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

RELATIVE = "relative-goes-on"


class Order(NamedTuple):
    """The words of two triggers, the earlier first, and the rule that says so."""

    earlier: int
    later: int
    rule: str


def order_triggers(
    tree: Tree,
    triggers: Sequence[Trigger],
    firmness: Mapping[int, Firmness],
    dated: frozenset[int],
    words: RoleWords,
) -> list[Order]:
    """The orders that one sentence tells, each pair once; `dated` triggers tell their own time."""
    by_word = {t.token.i: t for t in triggers}
    for trigger in triggers:
        if trigger.support is not None:
            by_word.setdefault(trigger.support.i, trigger)
    for trigger in triggers:
        governor = firmness[trigger.token.i].governor
        if governor is not None:
            by_word.setdefault(governor.i, trigger)
    found: dict[tuple[int, int], Order] = {}
    for trigger in triggers:
        for order in _of_trigger(tree, trigger, by_word, firmness, dated, words):
            pair = (order.earlier, order.later)
            if order.earlier != order.later and pair not in found and pair[::-1] not in found:
                found[pair] = order
    return list(found.values())


def _of_trigger(
    tree: Tree,
    trigger: Trigger,
    by_word: Mapping[int, Trigger],
    firmness: Mapping[int, Firmness],
    dated: frozenset[int],
    words: RoleWords,
) -> Iterator[Order]:
    token = trigger.token
    told = firmness[token.i]
    above = _trigger_above(tree, token, by_word)
    if told.status == "planned":
        governor = told.governor
        planner = by_word.get(governor.i) if governor is not None else None
        planner = above if planner is None or planner is trigger else planner
        if planner is not None and token.i not in dated:
            yield Order(planner.token.i, token.i, "plan-before-deed")
        return
    yield from _by_cause(tree, token, by_word, words)
    if above is None:
        return
    yield from _by_marker(tree, token, above, words)
    if token.pos == "VERB" and token.i not in dated:
        yield from _by_form(tree, token, above.token, dated=above.token.i in dated)


def _by_form(tree: Tree, token: Token, above: Token, *, dated: bool) -> Iterator[Order]:
    """The order that tense and kind of clause tell, between a verb and what it hangs on."""
    relation = token.relation
    if _is_perfect(tree, token):
        if relation in ("relative", "adverbial-clause", "content-clause", "participle"):
            yield Order(token.i, above.i, "perfect-before-past")
    elif relation == "participle" and token.form == "past-participle" and _has_own(tree, token):
        yield Order(token.i, above.i, "done-before")
    elif relation == "adverbial-clause" and token.form == "present-participle":
        if above.i < token.i:
            yield Order(above.i, token.i, "goes-along")
    elif relation == "relative" and _goes_on(tree, token):
        yield Order(above.i, token.i, RELATIVE)
    elif dated and relation in ("conjunct", "parataxis") and above.i == token.head:
        yield Order(above.i, token.i, "told-in-order")


def _has_own(tree: Tree, participle: Token) -> bool:
    """Whether a participle behind its noun tells where or whence it was done; by whom may be told of what goes on."""
    behind = tree.head(participle).i < participle.i
    return behind and tree.first(participle, "agent") is None and tree.first(participle, "preposition") is not None


def _goes_on(tree: Tree, verb: Token) -> bool:
    """Whether a relative clause takes the story further: told in the past, behind a comma."""
    first = tree.under(verb)[0]
    return verb.form == "past" and first.i > 0 and tree.tokens[first.i - 1].text == ","


def _trigger_above(tree: Tree, token: Token, by_word: Mapping[int, Trigger]) -> Trigger | None:
    return next((by_word[t.i] for t in tree.above(token) if t.i in by_word and by_word[t.i].token.i != token.i), None)


def _by_marker(tree: Tree, token: Token, above: Trigger, words: RoleWords) -> Iterator[Order]:
    """The order in "after X, Y", "following the X, Y", "Y before X", "X led to Y"."""
    child = token
    for head in tree.above(token):
        for word in _markers(tree, child, head):
            if word in words.order["after"]:
                yield Order(token.i, above.token.i, f"{word}-clause")
                return
            if word in words.order["before"]:
                yield Order(above.token.i, token.i, f"{word}-clause")
                return
        if head.i == above.token.i or (above.support is not None and head.i == above.support.i):
            return
        child = head


def _by_cause(tree: Tree, token: Token, by_word: Mapping[int, Trigger], words: RoleWords) -> Iterator[Order]:
    """The order in "X led to Y", "Y was caused by X" and "X was done, resulting in Y"."""
    child, verb = token, tree.head(token)
    while verb.pos == "ADP" and child.relation == "complement":
        child, verb = verb, tree.head(verb)
    if verb.pos != "VERB" or verb.lemma not in words.order["leads_to"]:
        return
    if child.relation == "passive-subject":
        causes = [t for agent in tree.below(verb, "agent") for t in tree.below(agent, "complement")]
    elif child.relation not in ("object", "preposition"):
        return
    elif verb.relation in ("adverbial-clause", "participle"):
        causes = [tree.head(verb)]
    else:
        causes = list(tree.below(verb, "subject"))
    for cause in causes:
        if cause.i in by_word:
            yield Order(by_word[cause.i].token.i, token.i, "leads-to")


def _markers(tree: Tree, child: Token, head: Token) -> Iterator[str]:
    """The words that open a clause or phrase: its marker, its preposition, with what they are joined to."""
    if child.relation in ("adverbial-clause", "participle", "open-clause"):
        for marker in tree.below(child, "marker", "adverb"):
            yield marker.text.lower()
        if tree.first(child, "auxiliary") is not None:
            yield from (t.text.lower() for t in tree.below(child, "auxiliary") if t.form == "present-participle")
    if child.relation == "complement" and head.relation in ("preposition", "agent"):
        yield head.text.lower()
        outer = tree.head(head)
        if outer.relation == "complement":
            lead = tree.head(outer)
            yield tree_text(tree, lead, head)
        elif outer.relation == "preposition":
            yield f"{outer.text} {head.text}".lower()
    if child.relation == "preposition" and child.text.lower():
        yield child.text.lower()


def tree_text(tree: Tree, first: Token, last: Token) -> str:
    """The words from one to another, in lower case with single blanks."""
    return " ".join(t.text.lower() for t in tree.tokens[first.i : last.i + 1])


def _is_perfect(tree: Tree, verb: Token) -> bool:
    """Whether it is told as done before: "had helped", "having secured"."""
    return verb.form == "past-participle" and any(
        t.form in ("past", "present-participle") and t.relation == "auxiliary" for t in tree.below(verb, "auxiliary")
    )
