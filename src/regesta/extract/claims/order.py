"""What comes before what? Temporal links from conjunctions, prepositions, tense and plans; never from mere position."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from regesta.extract.claims.causes import causes
from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import ClaimTime
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

RELATIVE = "relative-goes-on"
_UNSETTLED = ("planned", "possible")
_PERFECT_IN = ("relative", "adverbial-clause", "content-clause", "participle")
_PERFECT = "perfect-before-past"
_IN_ORDER = "told-in-order"
_LONGEST = 3
"""Words of the longest opening of a clause."""


class Order(NamedTuple):
    """The words of two triggers, the earlier first, and the rule that says so."""

    earlier: int
    later: int
    rule: str

    def moved(self, teller: int, part: int) -> "Order":
        """The same order with a part of a happening in the place of it."""
        return self._replace(
            earlier=part if self.earlier == teller else self.earlier,
            later=part if self.later == teller else self.later,
        )


def order_triggers(
    tree: Tree,
    triggers: Sequence[Trigger],
    firmness: Mapping[int, Firmness],
    dated: Mapping[int, ClaimTime],
    words: RoleWords,
) -> list[Order]:
    """The orders that one sentence tells, each pair once; what is `dated` from its first day on tells its own time."""
    begun = frozenset(i for i, time in dated.items() if time.basis != "inherited" and _begins(time))
    by_word = _by_word(tree, triggers, firmness)
    found: dict[tuple[int, int], Order] = {}
    for trigger in triggers:
        for order in _of_trigger(tree, trigger, by_word, firmness, begun, frozenset(dated), words):
            _add(found, order)
        for order in _in_row(tree, trigger, by_word, firmness, begun | {later for _, later in found}, words):
            # "Sent troops in May, and by June they had begun a siege": that was not before May.
            if order.rule != _PERFECT or order.earlier not in dated:
                _add(found, order)
    behind = {o.earlier for o in found.values() if o.rule == _IN_ORDER}
    for trigger in reversed(triggers) if behind else ():
        for order in _in_row(tree, trigger, by_word, firmness, frozenset(behind), words):
            behind.add(order.earlier)
            _add(found, order)
    for part, teller in _told_together(tree, triggers, firmness, words).items():
        for order in list(found.values()) if part not in begun else ():
            _add(found, order.moved(teller, part))
    return list(found.values())


def _begins(time: ClaimTime) -> bool:
    return time.when is not None and time.when.earliest is not None


def _by_word(tree: Tree, triggers: Sequence[Trigger], firmness: Mapping[int, Firmness]) -> dict[int, Trigger]:
    """The triggers by their words, by the verbs that carry or link them and by what makes them planned or reported."""
    by_word = {t.token.i: t for t in triggers}
    for trigger in triggers:
        link = tree.head(trigger.token)
        if trigger.token.relation == "predicate" and link.pos == "AUX":
            by_word.setdefault(link.i, trigger)
    for trigger in triggers:
        if trigger.support is not None:
            by_word.setdefault(trigger.support.i, trigger)
    for trigger in triggers:
        governor = firmness[trigger.token.i].governor
        if governor is not None:
            by_word.setdefault(governor.i, trigger)
    return by_word


def _add(found: dict[tuple[int, int], Order], order: Order) -> None:
    pair = (order.earlier, order.later)
    if order.earlier != order.later and pair not in found and pair[::-1] not in found:
        found[pair] = order


def _told_together(
    tree: Tree, triggers: Sequence[Trigger], firmness: Mapping[int, Firmness], words: RoleWords
) -> dict[int, int]:
    """The nouns that are part of another happening, and that happening, so that they have its place in the order."""
    by_word = {t.token.i: t for t in triggers} | {t.support.i: t for t in triggers if t.support is not None}
    tellers = {t.token.i: _told_with(tree, t, by_word, firmness, words) for t in triggers if t.part == "noun"}
    return {part: teller for part, teller in tellers.items() if teller is not None}


def _told_with(
    tree: Tree, trigger: Trigger, by_word: Mapping[int, Trigger], firmness: Mapping[int, Firmness], words: RoleWords
) -> int | None:
    """The happening that a noun is part of: "rejected" for "demands" in "rejected demands"."""
    token, above = trigger.token, tree.head(trigger.token)
    if token.relation == "complement" and above.relation == "preposition":
        if above.text.lower() in words.order["after"] | words.order["before"]:
            return None
        above = tree.head(above)
    elif token.relation not in ("object", "passive-subject"):
        return None
    teller = by_word.get(above.i)
    if teller is None or teller is trigger:
        return None
    same = firmness[token.i].status == firmness[teller.token.i].status
    return teller.token.i if same else None


def _of_trigger(
    tree: Tree,
    trigger: Trigger,
    by_word: Mapping[int, Trigger],
    firmness: Mapping[int, Firmness],
    begun: frozenset[int],
    dated: frozenset[int],
    words: RoleWords,
) -> Iterator[Order]:
    token = trigger.token
    told = firmness[token.i]
    above = _trigger_above(tree, token, by_word)
    if told.status in _UNSETTLED:
        governor = told.governor
        planner = by_word.get(governor.i) if governor is not None else None
        planner = above if planner is None or planner is trigger else planner
        if (
            planner is not None
            and token.i not in begun
            and _is_bound(told, firmness[planner.token.i], due=token.i in dated)
        ):
            yield Order(planner.token.i, token.i, "plan-before-deed")
        return
    yield from (Order(*cause) for cause in causes(tree, token, by_word, words))
    if above is None:
        return
    yield from _by_marker(tree, token, above, words)
    if (beyond := _beyond(tree, token, above, by_word, words)) is not None:
        yield Order(token.i, beyond.token.i, "answered")
    if above.part == "verb" and _is_done_before(tree, above.token) and _opens_on(tree, token, words.order["when"]):
        yield Order(above.token.i, token.i, "perfect-before-when")
    if token.i in begun and above.token.i not in begun:
        yield from _between(tree, token, above, by_word, words)
        if opens_before(token, above.token):
            yield Order(token.i, above.token.i, "done-before")
        elif above.part == "verb" and token.relation in _PERFECT_IN and _is_done_before(tree, token):
            yield Order(token.i, above.token.i, _PERFECT)
    if token.pos == "VERB" and token.i not in begun:
        yield from _after_which(tree, token, by_word, words)
        aims = any(f.governor is not None and f.governor.i == token.i for f in firmness.values())
        yield from _by_form(tree, token, above.token, dated=token.i in dated, aims=aims)


def _opens_on(tree: Tree, token: Token, openings: Container[str]) -> bool:
    """Whether a word is of a clause that opens with one of these: "when war broke out"."""
    clause = tree.head(token) if token.relation in SUBJECTS else token
    return clause.relation == "adverbial-clause" and tree.under(clause)[0].text.lower() in openings


def _beyond(
    tree: Tree, token: Token, above: Trigger, by_word: Mapping[int, Trigger], words: RoleWords
) -> Trigger | None:
    """What was done "in retaliation for" something, where the retaliation is told as a happening too."""
    phrase, opening = tree.head(token), tree.head(above.token)
    if phrase.head != above.token.i or tree_text(tree, opening, phrase) not in words.order["after"]:
        return None
    return _trigger_above(tree, above.token, by_word)


def _between(
    tree: Tree, token: Token, above: Trigger, by_word: Mapping[int, Trigger], words: RoleWords
) -> Iterator[Order]:
    """The orders in "Between the armistice of May and the treaty of June the army was disbanded"."""
    if token.relation != "complement" or tree.head(token).text.lower() not in words.order["between"]:
        return
    other = next((t for t in tree.below(token, "conjunct") if t.i in by_word), None)
    if other is not None and above.part == "verb":
        yield Order(token.i, above.token.i, "between")
        yield Order(above.token.i, by_word[other.i].token.i, "between")


def opens_before(token: Token, verb: Token) -> bool:
    """Whether a sentence opens with what came before its main verb: "elected in 1201, he rebuilt the cathedral"."""
    return token.relation == "adverbial-clause" and token.form == "past-participle" and token.i == 0 < verb.i


def _is_bound(told: Firmness, planner: Firmness, *, due: bool) -> bool:
    """Whether what is planned comes after its plan: what has a day to be done by, only after a plan that was made."""
    if told.status == "planned":
        return not due or planner.status == "asserted"
    return planner.status == "planned"


def _after_which(tree: Tree, verb: Token, by_word: Mapping[int, Trigger], words: RoleWords) -> Iterator[Order]:
    """The order in "X, after which Y": it is the last thing told before that Y comes after."""
    first = tree.under(verb)[0]
    which = tree.first(first, "complement")
    if first.text.lower() in words.order["after"] and which is not None and which.form == "relative-pronoun":
        last = max((i for i in by_word if i < first.i), default=None)
        if last is not None:
            yield Order(by_word[last].token.i, verb.i, "after-which")


def _by_form(tree: Tree, token: Token, above: Token, *, dated: bool, aims: bool) -> Iterator[Order]:
    """The order that tense and kind of clause tell, between a verb and what it hangs on; `aims` where it plans."""
    relation = token.relation
    if _is_done_before(tree, token):
        if not dated and relation in _PERFECT_IN:
            yield Order(token.i, above.i, _PERFECT)
    elif relation == "participle" and token.form == "past-participle" and not dated and _has_own(tree, token):
        yield Order(above.i, token.i, "goes-along") if aims else Order(token.i, above.i, "done-before")
    elif relation == "adverbial-clause" and token.form == "present-participle":
        if above.i < token.i:
            yield Order(above.i, token.i, "goes-along")
    elif relation == "relative" and takes_further(tree, token):
        yield Order(above.i, token.i, RELATIVE)


def _in_row(
    tree: Tree,
    trigger: Trigger,
    by_word: Mapping[int, Trigger],
    firmness: Mapping[int, Firmness],
    placed: frozenset[int],
    words: RoleWords,
) -> Iterator[Order]:
    """What came next ("came in 1341 and left"), where the words place either of the two in time."""
    verb = _verb_of(tree, trigger, by_word)
    above = by_word.get(verb.head)
    if verb.pos != "VERB" or above is None or firmness[trigger.token.i].status in _UNSETTLED:
        return
    told = trigger.token.i in placed, above.token.i in placed
    goes_on = _is_next(tree, verb, above.token)
    if goes_on and _is_done_before(tree, verb) and not _is_done_before(tree, above.token):
        if told == (False, True):
            yield Order(trigger.token.i, above.token.i, _PERFECT)
        return
    if goes_on:
        then = any(t.lemma in words.order["then"] for v in (above.token, verb) for t in tree.below(v, "adverb"))
        follows = not all(told) and (any(told) or then)
    else:
        follows = told == (False, True) and _follows(tree, verb, above.token, words)
    if follows:
        yield Order(above.token.i, trigger.token.i, _IN_ORDER)


def _verb_of(tree: Tree, trigger: Trigger, by_word: Mapping[int, Trigger]) -> Token:
    """The verb that tells a happening: "gained" in "gained the support", which is no happening of its own."""
    if trigger.support is not None:
        return trigger.support
    above = tree.head(trigger.token)
    carried = trigger.part == "noun" and trigger.token.relation == "object" and above.i not in by_word
    return above if carried else trigger.token


def _is_next(tree: Tree, verb: Token, above: Token) -> bool:
    """Whether a verb tells what the same people did next: "came and went"."""
    joined = verb.relation in ("conjunct", "parataxis") and above.i == verb.head
    return joined and tree.first(verb, "subject", "passive-subject") is None


def _follows(tree: Tree, verb: Token, above: Token, words: RoleWords) -> bool:
    """Whether a verb tells what others did then: not behind "but"."""
    between = {t.text.lower() for t in tree.tokens[above.i : verb.i] if t.relation == "coordinator"}
    return verb.relation in ("conjunct", "parataxis") and not between & words.order["contrast"]


def _has_own(tree: Tree, participle: Token) -> bool:
    """Whether a participle behind its noun tells where or whence it was done; by whom may be told of what goes on."""
    behind = tree.head(participle).i < participle.i
    return behind and tree.first(participle, "agent") is None and tree.first(participle, "preposition") is not None


def takes_further(tree: Tree, verb: Token) -> bool:
    """Whether a relative clause takes the story further: told in the past, behind a comma."""
    first = tree.under(verb)[0]
    passive = verb.form == "past-participle" and tree.first(verb, "passive-auxiliary") is not None
    return (verb.form == "past" or passive) and first.i > 0 and tree.tokens[first.i - 1].text == ","


def _trigger_above(tree: Tree, token: Token, by_word: Mapping[int, Trigger]) -> Trigger | None:
    for above in tree.above(token):
        at = above.i if above.i in by_word else _managed(tree, above, by_word)
        if at is not None and by_word[at].token.i != token.i:
            return by_word[at]
    return None


def _managed(tree: Tree, verb: Token, by_word: Mapping[int, Trigger]) -> int | None:
    """What somebody was able, forced or free to do, where the verb tells nothing more: "was able to return"."""
    if verb.pos != "AUX":
        return None
    behind = (d for p in tree.below(verb, "predicate") for d in tree.below(p, "open-clause"))
    return next((d.i for d in behind if d.i in by_word and d.form == "infinitive"), None)


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


def _markers(tree: Tree, child: Token, head: Token) -> Iterator[str]:
    """The words that open a clause or phrase: its marker, its preposition, with what they are joined to."""
    if child.relation in ("adverbial-clause", "participle", "open-clause"):
        for marker in tree.below(child, "marker", "adverb"):
            yield marker.text.lower()
        yield from _openings(tree, child, head)
        if tree.first(child, "auxiliary") is not None:
            yield from (t.text.lower() for t in tree.below(child, "auxiliary") if t.form == "present-participle")
    if child.relation == "complement" and head.relation in ("preposition", "agent"):
        yield head.text.lower()
        if tree.first(child, "relative") is not None:
            # "By the time they came"
            yield tree_text(tree, head, child)
        outer = tree.head(head)
        if outer.relation == "complement":
            lead = tree.head(outer)
            yield tree_text(tree, lead, head)
        elif outer.relation in ("preposition", "adverb", "adverbial-clause"):
            yield f"{outer.text} {head.text}".lower()
    if child.relation == "preposition" and child.text.lower():
        yield child.text.lower()
    if (bare := bare_before(tree, child)) is not None:
        yield bare.text.lower()


def bare_before(tree: Tree, noun: Token) -> Token | None:
    """A preposition without a noun that stands before a subject: "Until its fall in 1536 the priory owned it"."""
    first = tree.under(noun)[0].i
    before = tree.tokens[first - 1] if noun.relation in SUBJECTS and first > 0 else None
    bare = before is not None and before.relation == "preposition" and before.head == noun.head
    return before if before is not None and bare and tree.first(before) is None else None


def _openings(tree: Tree, clause: Token, head: Token) -> Iterator[str]:
    """The first words of a clause, as many as open one together: "by the time", "as soon as"."""
    first = tree.under(head if head.pos == "ADV" else clause)[0].i
    for last in range(first + 1, min(first + _LONGEST, clause.i)):
        yield tree_text(tree, tree.tokens[first], tree.tokens[last])


def tree_text(tree: Tree, first: Token, last: Token) -> str:
    """The words from one to another, in lower case with single blanks."""
    return " ".join(t.text.lower() for t in tree.tokens[first.i : last.i + 1])


def _is_done_before(tree: Tree, verb: Token) -> bool:
    """Whether it is told as done before: "had helped", "having secured"."""
    return verb.form == "past-participle" and any(
        t.form in ("past", "present-participle") and t.relation == "auxiliary" for t in tree.below(verb, "auxiliary")
    )
