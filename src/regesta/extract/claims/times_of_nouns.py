"""Times that only say which thing is meant: "the Roads Act 1972", "the contract of 9 July 1850"."""

from regesta.extract.claims.carrying import PLAIN_NOUNS, VERBS, Clauses
from regesta.model.syntax import Token, Tree

BEFORE_NOUN = ("number", "compound", "modifier", "determiner", "time-noun")
_BEHIND_NAME = ("number", "apposition")


def is_name_only(clauses: Clauses, time: Token, named: Token) -> bool:
    """Whether a time only says which thing is meant: "the terms of the Parliament Act 1911", "beat the 1920 record"."""
    tree = clauses.tree
    if time.relation not in BEFORE_NOUN or named.pos in VERBS:
        return False
    if named.relation == "complement":
        return tree.head(tree.head(named)).pos in PLAIN_NOUNS
    whole = tree.head(named) if named.relation == "compound" else named
    return whole.relation == "object" and time.i < whole.i and whole.lemma not in clauses.words.happenings


def only_names(clauses: Clauses, told: Token, other: Token) -> bool:
    """Whether a time is part of a name and another is not: "abolished under the Act of 1972, from 1 April 1974".

    Or only that of something that the verb goes by: "by the contract of 9 July 1850 it was to open on 1 May 1853".
    """
    inside = [_is_in_name(clauses, t) or _is_of_noun(clauses.tree, t, other) for t in (told, other)]
    return inside == [True, False]


def _is_of_noun(tree: Tree, time: Token, other: Token) -> bool:
    """Whether a time is that of a noun behind a preposition, and another behind it is told of a verb itself."""
    noun, direct = tree.head(tree.head(time)), tree.head(tree.head(other))
    within = time.relation == noun.relation == "complement" and noun.pos in PLAIN_NOUNS and noun.measure != "time"
    return within and time.i < direct.i < other.i and other.relation == "complement" and direct.pos in VERBS


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
