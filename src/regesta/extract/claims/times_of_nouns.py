"""Times that only say which thing is meant: "the Roads Act 1972", "the contract of 9 July 1850"."""

from regesta.extract.claims.carrying import PLAIN_NOUNS, VERBS, Clauses
from regesta.model.syntax import Token, Tree

_BEFORE = ("number", "compound", "modifier", "determiner", "time-noun")
_OF_VERB = ("complement", "time-noun", "adverb")
"""How the time of a verb hangs on it: "in 1702", "the next year", "ten years later"."""
_BEHIND_NAME = ("number", "apposition")


def is_name_only(clauses: Clauses, time: Token, named: Token) -> bool:
    """Whether a time only says which thing is meant: "the terms of the Parliament Act 1911", "beat the 1920 record"."""
    tree = clauses.tree
    if time.relation not in _BEFORE or named.pos in VERBS:
        return False
    if named.relation == "complement":
        return tree.head(tree.head(named)).pos in PLAIN_NOUNS
    whole = tree.head(named) if named.relation == "compound" else named
    return whole.relation == "object" and time.i < whole.i and whole.lemma not in clauses.words.happenings


def only_names(clauses: Clauses, told: Token, other: Token, at: int) -> bool:
    """Whether a time is part of a name and another is not: "abolished under the Act of 1972, from 1 April 1974".

    Or only that of something that the trigger `at` goes by: "by the contract of 9 July 1850 it opened on 1 May 1853".
    """
    inside = [_is_in_name(clauses, t) or _is_of_noun(clauses, t, other, at) for t in (told, other)]
    return inside == [True, False]


def _is_of_noun(clauses: Clauses, time: Token, other: Token, at: int) -> bool:
    """Whether a time before a verb is that of some noun, and another behind the verb is told of it itself."""
    tree = clauses.tree
    noun = tree.head(time) if time.relation in _BEFORE else tree.head(tree.head(time))
    verb = tree.head(tree.head(other)) if other.relation == "complement" else tree.head(other)
    told = other.relation in _OF_VERB and verb.pos in VERBS and time.i < verb.i < other.i
    loose = verb.i not in (time.head, noun.i) and noun.measure != "time"
    return told and loose and clauses.trigger_at(verb) == at


def _is_in_name(clauses: Clauses, time: Token) -> bool:
    """Whether it is in a name: the year of "the Roads Act 1972", or behind a preposition of "the Act of 1972"."""
    tree = clauses.tree
    above = tree.head(time)
    if above.pos == "PROPN" and above.i == time.i - 1 and time.relation in _BEHIND_NAME:
        return True
    if time.relation == "complement" and tree.head(above).pos == "PROPN":
        time, above = above, tree.head(above)
    named = above.pos == "PROPN" and above.relation == "complement" and above.lemma in clauses.words.laws
    return named and time.relation in ("number", "compound", "preposition")


def is_compared(clauses: Clauses, time: Token, noun: Token, preposition: Token) -> bool:
    """Whether a time is part of what is only compared: "like the treaty of 1659", "fell from its 2006 highs"."""
    compared = preposition.pos == "ADP" and preposition.lemma in clauses.words.order["compared"]
    if not compared or time is noun or noun.pos not in PLAIN_NOUNS:
        return False
    return time.relation in _BEFORE or clauses.tree.head(time).lemma in clauses.words.prepositions["of"]


def named_before(tree: Tree, first: Token) -> Token | None:
    """What a time in brackets stands behind: "the Battle of the Marne (5-12 September)"."""
    if first.i < 2 or tree.tokens[first.i - 1].text != "(":
        return None
    named = tree.tokens[first.i - 2]
    return named if named.pos in PLAIN_NOUNS else None


def told_of(clauses: Clauses, named: Token) -> int | None:
    """What a relative clause tells of a dated thing that is no happening: "the Act of Union (1707), which ended it"."""
    for noun in (named, *clauses.tree.above(named)):
        if noun.i in clauses.by_word or noun.pos not in (*PLAIN_NOUNS, "ADP"):
            return None
        told = next((t.i for t in clauses.tree.below(noun, "relative") if t.i in clauses.by_word), None)
        if told is not None:
            return told
    return None


def of_matter(clauses: Clauses, at: int, time: Token) -> int:
    """What somebody is charged with, where its time stands behind it; any other trigger keeps its time."""
    verb = clauses.tree.tokens[at]
    bringing = (p for p in clauses.tree.below(verb, "preposition") if p.i > verb.i)
    behind = (t for p in bringing for t in clauses.tree.below(p, "complement") if t.i < time.i)
    return next((t.i for t in behind if t.i in clauses.by_word and is_matter(clauses, verb, t)), at)


def is_matter(clauses: Clauses, verb: Token, noun: Token) -> bool:
    """Whether a noun is what somebody is charged with, or writes on: "charged with the murders of 1905", not then.

    "Was convicted of murder in 1905" says when that was.
    """
    told_of = verb.pos in VERBS and verb.lemma in clauses.words.order["matters"]
    return told_of and clauses.tree.first(noun, "determiner", "possessor", "number", "preposition") is not None
