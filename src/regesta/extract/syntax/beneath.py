"""What hangs on a word while a tree is still being mended."""

from collections.abc import Iterator, Sequence

from regesta.model.syntax import Token

SUBJECTS = ("subject", "passive-subject")
HELPERS = ("auxiliary", "passive-auxiliary")
VERBS = ("VERB", "AUX")
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


def helping(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """The helping verbs before a verb."""
    return [t for t in below(tokens, verb, *HELPERS) if t.i < verb.i]


def is_finite(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb, or one that helps it, says when: "left", "was left"; not "leaving"."""
    return verb.form in FINITE or any(t.form in FINITE for t in helping(tokens, verb))


def starting(tokens: Sequence[Token], verb: Token) -> int:
    """Where a verb begins: at the first of what helps it."""
    return min([verb.i, *(t.i for t in helping(tokens, verb))])


def give_doer(tokens: list[Token], verb: Token, noun: Token) -> None:
    """Makes a noun the subject of a verb: who does it, or to whom it is done."""
    passive = any(t.relation == "passive-auxiliary" for t in helping(tokens, verb))
    tokens[noun.i] = noun._replace(head=verb.i, relation="passive-subject" if passive else "subject")


def opening(tokens: Sequence[Token], noun: Token) -> int:
    """Where the phrase of a noun begins: at the first of what stands before it."""
    return min([noun.i, *(t.i for t in below(tokens, noun, *BEFORE))])
