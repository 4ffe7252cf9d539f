"""When did it happen? The expression that governs a trigger in the syntax, or one that its clause shares with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from regesta.extract.claims.triggers import Trigger
from regesta.model.binding import happened_within
from regesta.model.claim import ClaimTime
from regesta.model.syntax import Token, Tree
from regesta.model.time import TimeExpression
from regesta.rules.lexicon import RoleWords

UNDATED = ClaimTime(None, "none", None, None)
_SUBJECTS = ("subject", "passive-subject")


class Dated(NamedTuple):
    """A time expression, and the word of the sentence that heads it."""

    expression: TimeExpression
    head: Token


@dataclass(frozen=True, slots=True)
class _Clauses:
    tree: Tree
    by_word: Mapping[int, Trigger]
    by_support: Mapping[int, int]
    words: RoleWords

    def trigger_at(self, token: Token) -> int | None:
        """The trigger that a word is, or supports."""
        if token.i in self.by_word:
            return token.i
        return self.by_support.get(token.i)


def date_triggers(
    tree: Tree, triggers: Sequence[Trigger], times: Sequence[TimeExpression], planned: frozenset[int], words: RoleWords
) -> Mapping[int, ClaimTime]:
    """The time of each trigger, by the index of its word; undated ones are left out.

    What is `planned` takes a time only from its own words: a plan told of in May is for May or later.
    """
    clauses = _Clauses(
        tree, {t.token.i: t for t in triggers}, {t.support.i: t.token.i for t in triggers if t.support}, words
    )
    governed: dict[int, Dated] = {}
    for expression in times:
        if expression.kind in ("DATE", "TIME") and expression.when is not None:
            found = _governs(clauses, expression)
            if found is not None and _is_appointed(clauses, found[1]):
                found = _appointed(clauses, found, planned)
            if found is not None and _is_closer(expression, governed.get(found[0])):
                governed[found[0]] = found[1]
    for trigger in triggers:
        if trigger.token.i in governed and trigger.part == "noun":
            _hand_up(clauses, trigger, governed)
    told = {i: _claim_time(d.expression) for i, d in governed.items()}
    for trigger in triggers:
        if trigger.token.i not in told:
            borrowed = _borrowed(clauses, trigger, times, governed, planned)
            if borrowed is not None:
                told[trigger.token.i] = _claim_time(borrowed)
    return told


def _is_appointed(clauses: _Clauses, dated: Dated) -> bool:
    """Whether it is the time that something is meant for: "for 14 May"."""
    above = clauses.tree.head(dated.head)
    return above.relation == "preposition" and above.text.lower() in clauses.words.order["appointed"]


def _appointed(clauses: _Clauses, found: tuple[int, Dated], planned: frozenset[int]) -> tuple[int, Dated] | None:
    """What is meant for that time, rather than the deed that appoints it: "called a strike for 14 May"."""
    tree, (at, dated) = clauses.tree, found
    meant = [t.i for t in tree.under(tree.tokens[at]) if t.i in clauses.by_word and t.i < dated.head.i]
    chosen = next((i for i in meant if i in planned), None)
    if chosen is None and tree.tokens[at].pos == "VERB":
        chosen = next((i for i in meant if tree.tokens[i].relation == "passive-subject"), None)
    return (chosen, dated) if chosen is not None else None


def _borrowed(
    clauses: _Clauses,
    trigger: Trigger,
    times: Sequence[TimeExpression],
    governed: Mapping[int, Dated],
    planned: frozenset[int],
) -> TimeExpression | None:
    """The time that a trigger has from the clause it hangs on or goes on with."""
    then = _then(clauses, trigger, times)
    if then is not None:
        return replace(then, relation="in")
    if trigger.token.i in planned:
        return None
    shared = _shares(clauses, trigger, governed) or _opening_clause(clauses, trigger, governed)
    return shared.expression if shared is not None else None


def _opening_clause(clauses: _Clauses, trigger: Trigger, governed: Mapping[int, Dated]) -> Dated | None:
    """The time in a clause that opens the sentence: "When they came in on 16 April, the mayor fled"."""
    tree, verb = clauses.tree, trigger.support or trigger.token
    for clause in tree.below(verb, "adverbial-clause"):
        if clause.i < verb.i and _goes_along(tree, clause, clauses.words):
            told = [d for t in tree.under(clause) if (d := governed.get(t.i)) is not None]
            if told and told[0].expression.relation == "in":
                return told[0]
    return None


def _is_closer(expression: TimeExpression, told: Dated | None) -> bool:
    """Whether an expression says more than the one before it: "in the autumn, on 28 September"."""
    if told is None:
        return True
    old, new = told.expression.when, expression.when
    if old is None or new is None or told.expression.relation != expression.relation:
        return False
    if told.expression.anchor is not None and expression.anchor is None and expression.basis == "stated":
        return True
    days = [d for d in (old.earliest, new.earliest, new.latest, old.latest) if d is not None]
    return len(days) == 4 and days == sorted(days) and (old.earliest, old.latest) != (new.earliest, new.latest)


def _claim_time(expression: TimeExpression) -> ClaimTime:
    when = happened_within(expression)
    if when is None:
        return UNDATED
    basis = "relative" if expression.relation in ("after", "before") else expression.basis
    return ClaimTime(when, basis, expression.id, expression.phrase)


def _governs(clauses: _Clauses, expression: TimeExpression) -> tuple[int, Dated] | None:
    """Up the tree to the first trigger; from a verb that is none, down to the trigger that it carries."""
    tree = clauses.tree
    inside = tree.within(expression.span)
    if not inside:
        return None
    head = next((t for t in inside if t.head == t.i or not _in(tree.head(t), inside)), inside[0])
    if head.i in clauses.by_word and head.pos == "VERB":
        return None
    start = _named_before(tree, inside[0]) or head
    child = start
    for above in (start, *tree.above(start)):
        at = clauses.trigger_at(above)
        if at is not None and not (_in(above, inside) and at == above.i):
            return at, Dated(expression, head)
        if above.pos in ("VERB", "AUX"):
            carried = _carried(tree, above, clauses.by_word, head)
            if carried is not None:
                return carried, Dated(expression, head)
        if child.relation == "relative":
            break
        child = above
    return None


def _then(clauses: _Clauses, trigger: Trigger, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time that a clause hangs on: "until 1806, when the French captured it" tells of 1806, not of before."""
    tree, verb = clauses.tree, trigger.token
    opening = next((t for t in tree.below(verb, "marker", "adverb") if t.i < verb.i), None)
    if opening is None or verb.relation not in ("relative", "adverbial-clause"):
        return None
    if opening.text.lower() not in clauses.words.order["while"]:
        return None
    before = next((t for t in reversed(tree.tokens[: opening.i]) if t.pos != "PUNCT"), None)
    ends = (e for e in times if before is not None and e.span.start <= before.start and before.end <= e.span.end)
    return next((e for e in ends if e.kind in ("DATE", "TIME") and e.when is not None), None)


def _named_before(tree: Tree, first: Token) -> Token | None:
    """What a time in brackets stands behind: "the Battle of the Marne (5-12 September)"."""
    if first.i < 2 or tree.tokens[first.i - 1].text != "(":
        return None
    named = tree.tokens[first.i - 2]
    return named if named.pos in ("NOUN", "PROPN") else None


def _in(token: Token, tokens: Sequence[Token]) -> bool:
    return tokens[0].i <= token.i <= tokens[-1].i


def _carried(tree: Tree, verb: Token, triggers: Mapping[int, Trigger], head: Token) -> int | None:
    """The trigger below a verb that is none itself ("tried to flee", "there was a riot", "was under siege")."""
    for relations in (("open-clause",), (*_SUBJECTS, "object", "predicate"), ("content-clause",)):
        for child in tree.below(verb, *relations):
            if child.i == head.i:
                continue
            if child.i in triggers:
                return child.i
            if child.pos in ("VERB", "AUX"):
                deeper = _carried(tree, child, triggers, head)
                if deeper is not None:
                    return deeper
    behind = (n for p in tree.below(verb, "preposition") for n in tree.below(p, "complement"))
    return next((n.i for n in behind if verb.pos == "AUX" and n.i in triggers and n.i < head.i), None)


def _hand_up(clauses: _Clauses, trigger: Trigger, governed: dict[int, Dated]) -> None:
    """A dated noun dates what it does ("the raid of 1870 ended ..."), what happened during it and was done by it."""
    tree, token = clauses.tree, trigger.token
    above = tree.head(token)
    means = clauses.words.order["during"] | clauses.words.order["through"]
    if token.relation == "complement" and above.text.lower() in means:
        above = tree.head(above)
    elif token.relation not in _SUBJECTS:
        return
    if above.i in clauses.by_word:
        governed.setdefault(above.i, governed[token.i])


def _shares(clauses: _Clauses, trigger: Trigger, governed: Mapping[int, Dated]) -> Dated | None:
    """The time of the clause that a trigger is part of; a time at the head of a sentence frames all that follows."""
    tree = clauses.tree
    framed = _is_framed(clauses, governed)
    child = trigger.token
    for above in tree.above(child):
        key = clauses.trigger_at(above)
        dated = governed.get(key) if key is not None else None
        if not _goes_on(clauses, trigger, child, framed=framed):
            return None
        if dated is not None:
            return dated if child.relation != "conjunct" or child.pos != "VERB" or dated.head.i < above.i else None
        child = above
    return None


def _is_framed(clauses: _Clauses, governed: Mapping[int, Dated]) -> bool:
    """Whether the sentence opens with a time that governs its main verb."""
    root = clauses.tree.root
    at = clauses.trigger_at(root)
    if at is None:
        at = _carried(clauses.tree, root, clauses.by_word, root)
    dated = governed.get(at) if at is not None else None
    return dated is not None and dated.expression.relation == "in" and _opens(clauses.tree, dated.head)


def _opens(tree: Tree, head: Token) -> bool:
    """Whether it stands before the subject of the sentence, with no verb or pronoun before it."""
    subject = tree.first(tree.root, *_SUBJECTS)
    first = tree.under(subject)[0] if subject is not None else tree.root
    return head.i < first.i and not any(t.pos in ("VERB", "AUX", "PRON") for t in tree.tokens[: head.i])


def _goes_on(clauses: _Clauses, trigger: Trigger, child: Token, *, framed: bool) -> bool:
    """Whether what a word tells happens at the time of what it hangs on."""
    tree, relation = clauses.tree, child.relation
    if relation in ("content-clause", "parataxis"):
        return framed and relation == "parataxis"
    if relation == "relative":
        told = child.form == "past" or any(t.form == "past" for t in tree.below(child, "passive-auxiliary"))
        return framed and told and not _is_perfect(tree, child)
    if relation == "participle":
        return framed and child.form == "present-participle"
    if relation == "adverbial-clause":
        return _goes_along(tree, child, clauses.words)
    if relation == "conjunct":
        return not _is_perfect(tree, child)
    if relation in ("preposition", "marker"):
        return child.text.lower() not in clauses.words.order["after"] | clauses.words.order["before"]
    if trigger.part == "noun" or trigger.token.relation == "modifier":
        return True
    return relation in ("complement", "open-clause")


def _is_perfect(tree: Tree, verb: Token) -> bool:
    """Whether it came before the time that is being told of: "had helped"."""
    return any(t.form == "past" and t.relation == "auxiliary" for t in tree.below(verb, "auxiliary"))


def _goes_along(tree: Tree, clause: Token, words: RoleWords) -> bool:
    """A clause at the same time: "when ..." told in the plain past, or a participle without "having" or "after"."""
    markers = [t.text.lower() for t in tree.below(clause, "marker", "adverb") if t.i < clause.i]
    if any(m in words.order["while"] for m in markers):
        return not _is_perfect(tree, clause)
    if clause.form == "present-participle":
        return not markers and tree.first(clause, "auxiliary", "subject") is None
    return clause.form == "past-participle" and not markers and tree.first(clause, "auxiliary") is None
