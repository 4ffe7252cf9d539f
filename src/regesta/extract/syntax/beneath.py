"""What hangs on a word while a tree is still being mended."""

from collections.abc import Iterator, Sequence

from regesta.model.syntax import Token


def below(tokens: Sequence[Token], token: Token, *relations: str) -> Iterator[Token]:
    """The words that hang on another by one of the relations, in text order."""
    return (t for t in tokens if t.head == token.i and t.i != token.i and t.relation in relations)
