"""What a word that tells of nothing itself carries: "tried to flee", "there was a riot", "an attempt to storm it"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

VERBS = ("VERB", "AUX")
PLAIN_NOUNS = ("NOUN", "PROPN")
"""Without the words that may stand for one, such as pronouns (see `clauses.NOUNS`)."""
_DEPENDENT = (("open-clause",), (*SUBJECTS, "object", "predicate"), ("content-clause",))


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence and what happens in it."""

    tree: Tree
    by_word: Mapping[int, Trigger]
    by_support: Mapping[int, int]
    words: RoleWords

    @classmethod
    def of(cls, tree: Tree, triggers: Sequence[Trigger], words: RoleWords) -> "Clauses":
        """The triggers by their words and by the light verbs that carry them."""
        supported = {t.support.i: t.token.i for t in triggers if t.support}
        return cls(tree, {t.token.i: t for t in triggers}, supported, words)

    def trigger_at(self, token: Token) -> int | None:
        """The trigger that a word is, or supports."""
        if token.i in self.by_word:
            return token.i
        return self.by_support.get(token.i)


def carried(clauses: Clauses, word: Token, head: Token) -> Iterator[int]:
    """The triggers that a word carries which is none itself, the likeliest first; `head` is the word of the time."""
    if word.lemma in clauses.words.order["attempts"]:
        yield from _attempted(clauses, word)
    if word.lemma in clauses.words.order["days_of"] and word.pos == "NOUN":
        yield from _of(clauses, word)
    if word.pos not in VERBS:
        return
    yield from _singled_out(clauses, word)
    yield from _caused(clauses, word, head)
    for relations in _DEPENDENT:
        for child in clauses.tree.below(word, *relations):
            if child.i != head.i and not (child.relation == "content-clause" and is_past_perfect(clauses.tree, child)):
                yield from _here_or_below(clauses, child, head)
    yield from _behind(clauses, word, head)
    if head.i < word.i:
        yield from _goes_on(clauses, word, head)


def _here_or_below(clauses: Clauses, child: Token, head: Token) -> Iterator[int]:
    if child.i in clauses.by_word:
        yield child.i
    else:
        yield from carried(clauses, child, head)


def _caused(clauses: Clauses, verb: Token, head: Token) -> Iterator[int]:
    """What came of it, where the time stands behind that: "discontent led to a revolt in May"."""
    if verb.lemma in clauses.words.order["follows"] and clauses.tree.head(head).head == verb.i:
        agents = (t for p in clauses.tree.below(verb, "agent") for t in clauses.tree.below(p, "complement"))
        yield from (t.i for t in agents if t.i in clauses.by_word)
    if verb.lemma in clauses.words.order["leads_to"] and clauses.tree.head(head).pos == "ADP":
        for preposition in clauses.tree.below(verb, "preposition"):
            told = clauses.tree.first(preposition, "complement")
            if told is not None and told.i in clauses.by_word and told.i < head.i:
                yield told.i


def is_past_perfect(tree: Tree, verb: Token) -> bool:
    """Whether it came before the time that is being told of: "had helped"."""
    return any(t.form == "past" and t.relation == "auxiliary" for t in tree.below(verb, "auxiliary"))


def _attempted(clauses: Clauses, noun: Token) -> Iterator[int]:
    """What was attempted: "an attempt to storm the fort", "attempts at negotiations"."""
    below = (t for p in clauses.tree.below(noun, "preposition") for t in clauses.tree.below(p, "complement"))
    for told in (*clauses.tree.below(noun, "open-clause", "participle", "content-clause"), *below):
        if told.i in clauses.by_word:
            yield told.i


def _of(clauses: Clauses, noun: Token) -> Iterator[int]:
    """What happened on it: "the date of his death is 3 May 1340"."""
    for preposition in clauses.tree.below(noun, "preposition"):
        if preposition.lemma in clauses.words.prepositions["of"]:
            yield from (t.i for t in clauses.tree.below(preposition, "complement") if t.i in clauses.by_word)


def _goes_on(clauses: Clauses, verb: Token, head: Token) -> Iterator[int]:
    """What a verb that tells nothing is joined to, where the time stands before both."""
    for child in clauses.tree.below(verb, "conjunct", "adverbial-clause"):
        if child.relation == "conjunct" or _is_while(clauses, child):
            yield from _here_or_below(clauses, child, head)


def _is_while(clauses: Clauses, clause: Token) -> bool:
    openers = clauses.tree.tokens[clauses.tree.under(clause)[0].i : clause.i]
    return bool(openers) and openers[0].text.lower() in clauses.words.order["while"]


def _singled_out(clauses: Clauses, verb: Token) -> Iterator[int]:
    """What they did that are named by "it was the owners who locked the gates"."""
    tree = clauses.tree
    if verb.pos == "AUX" and any(t.lemma in clauses.words.empty for t in tree.below(verb, *SUBJECTS)):
        for named in tree.below(verb, "predicate"):
            yield from (t.i for t in tree.below(named, "relative") if t.i in clauses.by_word)


def _behind(clauses: Clauses, verb: Token, head: Token) -> Iterator[int]:
    """What is behind a preposition: "was under siege", "focused on hunting them", "May was marked by riots"."""
    tree = clauses.tree
    for preposition in tree.below(verb, "preposition", "agent"):
        for told in tree.below(preposition, "complement"):
            if verb.pos == "AUX":
                meant = told.i < head.i or not is_subject(tree, verb, head)
            elif preposition.relation == "agent":
                meant = is_subject(tree, verb, head)
            else:
                meant = told.pos == "VERB"
            if meant and told.i in clauses.by_word:
                yield told.i


def is_subject(tree: Tree, verb: Token, head: Token) -> bool:
    """Whether a time is what a verb is said of: "The spring of 1204 was marked by riots"."""
    return any(head in tree.under(t) for t in tree.below(verb, *SUBJECTS))
