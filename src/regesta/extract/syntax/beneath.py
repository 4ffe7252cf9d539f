"""What hangs on a word while a tree is still being mended."""

from collections.abc import Iterator, Sequence

from regesta.model.syntax import Token

SUBJECTS = ("subject", "passive-subject")
HELPERS = ("auxiliary", "passive-auxiliary")
DONE = ("past", "past-participle")
"""Forms that the parser takes for one another."""
FINITE = ("past", "present")
LOOSE = ("conjunct", "adverbial-clause", "content-clause", "parataxis", "unclear")
"""Relations of a clause that the parser could not place."""
BEFORE = ("determiner", "compound", "modifier", "possessor", "number", "quantity")
"""What stands before a noun."""


def below(tokens: Sequence[Token], token: Token, *relations: str) -> Iterator[Token]:
    """The words that hang on another by one of the relations, in text order."""
    return (t for t in tokens if t.head == token.i and t.i != token.i and t.relation in relations)


def opening(tokens: Sequence[Token], noun: Token) -> int:
    """Where the phrase of a noun begins: at the first of what stands before it."""
    return min([noun.i, *(t.i for t in below(tokens, noun, *BEFORE))])
