"""Sentences whose grammar is written out by hand, a line a word: word, lemma, part:form, relation, head."""

from builders import when
from entity_reading import LANGUAGES
from regesta.extract.claims.clauses import Grammar
from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.status import find_status
from regesta.extract.claims.triggers import Trigger
from regesta.model.entity import EntityKind
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from regesta.model.syntax import Token, Tree
from regesta.model.text import Document, Span
from regesta.model.time import Basis, Relation, TimeExpression
from regesta.rules.load import load_rules

RULES = load_rules(LANGUAGES[0])
LEXICON = RULES.lexicon


class Hand:
    """A sentence with its grammar; `kinds` says what kind of name a word belongs to.

    A head that is written twice is the one before the word, if there is one.
    """

    def __init__(self, lines: str, **kinds: EntityKind) -> None:
        rows = [line.split() for line in lines.strip().splitlines()]
        words = [row[0] for row in rows]
        text = " ".join(words)
        ident = stable_id("d", text)
        tokens, at = [], 0
        for i, (word, lemma, kind, relation, head) in enumerate(rows):
            part, _, form = kind.partition(":")
            above = min((n for n, w in enumerate(words) if w == head), key=lambda n: (n > i, abs(n - i)))
            tokens.append(Token(i, at, at + len(word), word, lemma, part, form, relation, above, ""))
            at += len(word) + 1
        self.document = Document(ident, "hand", text, LANGUAGES[0], "", "utf-8")
        self.tree = Tree.build(stable_id("s", text), ident, tuple(tokens))
        self.grammar = Grammar(LEXICON.roles, lambda t: kinds.get(t.text, "unknown"))

    def word(self, text: str) -> Token:
        """The first word that is written so."""
        return next(t for t in self.tree.tokens if t.text == text)

    def span(self, words: str) -> Span:
        """Where the words stand."""
        start = self.document.text.index(words)
        return Span(self.document.id, start, start + len(words))

    def trigger(self, text: str, *, support: str = "") -> Trigger:
        """The word as something that happened; `support` is the light verb of a noun."""
        token = self.word(text)
        part = "noun" if token.pos in ("NOUN", "PROPN") else "verb"
        carried = self.word(support) if support else None
        return Trigger(token, self.tree.words(token, token), "", part, None, False, carried)  # type: ignore[arg-type]

    def triggers(self, *words: str) -> list[Trigger]:
        """Several of them, in text order."""
        return sorted((self.trigger(w) for w in words), key=lambda t: t.token.i)

    def firmness(self, *words: str) -> dict[int, Firmness]:
        """How firmly each is told, by the index of its word."""
        return {t.token.i: find_status(self.tree, t, LEXICON) for t in self.triggers(*words)}

    def time(self, words: str, edtf: str, relation: Relation = "in", basis: Basis = "stated") -> TimeExpression:
        """A date in the sentence."""
        span = self.span(words)
        made = Evidence((span,), "test")
        return TimeExpression(stable_id("t", words), span, span, "DATE", edtf, when(edtf), basis, relation, made)


def texts(tokens: list[Token]) -> list[str]:
    """The words as they are written."""
    return [t.text for t in tokens]
