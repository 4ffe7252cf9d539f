"""Grammar of a sentence: words with their heads. One small vocabulary of relations for every parser and language;
knowledge/<language>/language.toml says which labels of the parser mean which relation.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, NamedTuple

from regesta.model.ids import Id
from regesta.model.text import Span

_start, _end = itemgetter(1), itemgetter(2)


Measure = Literal["", "time", "amount"]


class Token(NamedTuple):
    """One word of a sentence; `start` and `end` are characters of the untouched text."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB, AUX, PRON, ADP, ..."""
    form: str
    """`past`, `present`, `infinitive`, `past-participle`, `present-participle`, `modal`, `plural`, ... or empty."""
    relation: str
    """To its head: `subject`, `passive-subject`, `object`, `agent`, `preposition`, `complement`, ..."""
    head: int
    """Index of the head; its own for the root."""
    measure: Measure
    """What it is a measure of: `time` for a day or a year, `amount` for a pound or a percentage; empty for the rest."""

    @property
    def tells_time(self) -> bool:
        """Whether it is a day, a month or a year, or a number, as years are told: what stands behind "in May 1871"."""
        return self.pos == "NUM" or self.measure == "time"


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one sentence and who depends on whom."""

    sentence: Id
    document: Id
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def build(cls, sentence: Id, document: Id, tokens: tuple[Token, ...]) -> "Tree":
        """A tree with its children worked out from the heads."""
        below: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return cls(sentence, document, tokens, tuple(map(tuple, below)))

    @property
    def root(self) -> Token:
        """The word that depends on no other."""
        return next(t for t in self.tokens if t.head == t.i)

    def head(self, token: Token) -> Token:
        """What the word depends on; itself for the root."""
        return self.tokens[token.head]

    def below(self, token: Token, *relations: str) -> Iterator[Token]:
        """The words that depend on it directly, in text order; only those relations where any are given."""
        for i in self.children[token.i]:
            child = self.tokens[i]
            if not relations or child.relation in relations:
                yield child

    def first(self, token: Token, *relations: str) -> Token | None:
        """The first of `below`, or None."""
        return next(self.below(token, *relations), None)

    def above(self, token: Token) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def under(self, token: Token) -> list[Token]:
        """The word and all that depends on it, in text order."""
        found, pending = [], [token.i]
        while pending:
            i = pending.pop()
            found.append(i)
            pending.extend(self.children[i])
        return [self.tokens[i] for i in sorted(found)]

    def words(self, first: Token, last: Token) -> Span:
        """From the start of one word to the end of another."""
        return Span(self.document, first.start, last.end)

    def within(self, span: Span) -> list[Token]:
        """The words that share a character with the span."""
        first = bisect_right(self.tokens, span.start, key=_end)
        last = bisect_left(self.tokens, span.end, key=_start)
        return list(self.tokens[first:last])

    def top(self, span: Span) -> Token | None:
        """The first of the words in the span that hangs on none of the others; None where there are no words."""
        inside = self.within(span)
        return next((t for t in inside if t.head == t.i or not inside[0].i <= t.head <= inside[-1].i), None)


Syntax = Mapping[Id, Tree]
"""The trees of a document by sentence id."""
