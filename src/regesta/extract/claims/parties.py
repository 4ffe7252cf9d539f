"""What no participant is, though the grammar has it stand where one might: a time, a length, a direction, "it"."""

from collections.abc import Collection

from regesta.extract.claims.naming import Names
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import RoleWords

_QUALIFIED = ("determiner", "possessor", "compound", "modifier", "number", "quantity")


def is_nobody(tree: Tree, token: Token, names: Names, words: RoleWords, times: Collection[Span]) -> bool:
    """Whether a word names nobody and nothing: "it became clear that", "advanced ten miles south"."""
    if any(s.start < token.end and token.start < s.end for s in times):
        return True
    if token.pos == "PRON":
        return token.lemma in words.empty and names.at(token) is None
    if token.pos == "ADJ" and tree.first(token, "subject") is not None:
        # "With the coast quiet, they sailed": no phrase, but a clause without its verb.
        return True
    return names.at(token) is None and (_is_direction(tree, token, words) or _is_length(tree, token, words))


def _is_direction(tree: Tree, token: Token, words: RoleWords) -> bool:
    """Whether it only says where to: "pushed the border south"; not "the south rose"."""
    return token.text in words.directions and tree.first(token, *_QUALIFIED) is None


def _is_length(tree: Tree, token: Token, words: RoleWords) -> bool:
    """Whether it only says how far: "advanced ten miles"; not "laid ten miles of track"."""
    of = any(p.lemma in words.prepositions["of"] for p in tree.below(token, "preposition"))
    return token.lemma in words.lengths and not of
