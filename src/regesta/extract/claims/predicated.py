"""What is said of something by "to be": "Corsica was a province of France", "which was then part of Mexico"."""

from collections.abc import Collection

from regesta.extract.claims.clauses import NOUNS, Grammar, members, subjects
from regesta.model.syntax import Token, Tree


def said_of(tree: Tree, noun: Token, grammar: Grammar) -> list[Token]:
    """What the noun is said of; nothing where it is no predicate of "to be"."""
    head = tree.head(noun)
    return list(subjects(tree, head, grammar)) if noun.relation == "predicate" and head.pos == "AUX" else []


def whole_of(tree: Tree, noun: Token, of: Collection[str]) -> list[Token]:
    """What stands behind its "of"."""
    return [
        t
        for preposition in tree.below(noun, "preposition")
        if preposition.lemma in of
        for filled in tree.below(preposition, "complement")
        if filled.pos in NOUNS
        for t in members(tree, filled)
    ]
