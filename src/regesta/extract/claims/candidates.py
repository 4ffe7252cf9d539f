"""Who might take part: the noun phrases of a sentence, and how the grammar ties each to a happening."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.extract.claims.clauses import NOUNS, Grammar, clause_verb
from regesta.extract.claims.naming import Names
from regesta.extract.claims.phrases import phrase_span
from regesta.extract.claims.voice import is_expletive
from regesta.model.entity import EntityKind, Mention
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span

_INSIDE = ("compound", "modifier")
_NEVER = ("determiner", "number", "quantity", "case", "punctuation", "marker", "adverb", "auxiliary", "time-noun")
_PLAIN = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that may have a part in what the sentence tells."""

    token: Token
    span: Span
    kind: EntityKind
    mention: Mention | None
    inside: bool
    """Whether it stands before the noun of a longer phrase: "Union" in "the Union victory"."""
    shape: str
    """How it is made: `name`, `pronoun`, `determined`, `plural`, `bare`, ..."""
    look: str
    """How much like a place it is: its kind, whether it is on the map, and a word for a region."""
    clause: Token | None
    """The verb of its clause."""
    line: tuple[Token, ...]
    """The word and all that governs it, upwards."""


def find_candidates(tree: Tree, names: Names, grammar: Grammar, times: tuple[Span, ...]) -> list[Candidate]:
    """The noun phrases of a sentence in text order; none that only tells the time, none twice."""
    return list(_candidates(tree, names, grammar, times))


def _candidates(tree: Tree, names: Names, grammar: Grammar, times: tuple[Span, ...]) -> Iterator[Candidate]:
    for token in tree.tokens:
        if token.relation in _NEVER or token.pos not in NOUNS or token.form == "relative-pronoun":
            continue
        if any(s.start < token.end and token.start < s.end for s in times):
            continue
        mention = names.at(token)
        empty = token.pos == "PRON" and token.lemma in grammar.words.empty
        if empty and (mention is None or is_expletive(tree, token, grammar.words)):
            continue
        name = mention if mention is not None and mention.form == "name" else None
        if name is not None and _goes_on(tree, token, name):
            yield from _place_within(tree, token, names, grammar)
        elif token.relation in _INSIDE:
            if token.text[0].isupper():
                span = name.span if name is not None else tree.words(token, token)
                yield _candidate(tree, names, token, span, names.kind(token), mention, inside=True)
        elif token.pos in _PLAIN or _is_nominal(tree, token):
            span = names.widen(token, phrase_span(tree, token, grammar))
            yield _candidate(tree, names, token, span, names.kind(token), mention, inside=False)


def _candidate(
    tree: Tree, names: Names, token: Token, span: Span, kind: EntityKind, mention: Mention | None, *, inside: bool
) -> Candidate:
    """The noun phrase with what is the same for every happening of the sentence."""
    entity = mention.entity if mention is not None else names.place_named(span)
    known = "mapped" if names.is_known(entity) else "-"
    region = "region" if names.is_region(token) else "-"
    look = f"{kind} {known} {region}"
    shape = _shape(tree, token, kind, inside=inside, named=mention is not None)
    line = (token, *tree.above(token))
    return Candidate(token, span, kind, mention, inside, shape, look, clause_verb(tree, token), line)


def _shape(tree: Tree, token: Token, kind: EntityKind, *, inside: bool, named: bool) -> str:
    if token.pos == "PRON":
        return "possessive" if token.relation == "possessor" else "pronoun"
    if inside:
        return "within" if not named and kind != "unknown" else "inside"
    if token.pos == "PROPN":
        return "name"
    if tree.first(token, "determiner") is not None:
        return "determined"
    return "plural" if token.form == "plural" else "bare"


def _place_within(tree: Tree, token: Token, names: Names, grammar: Grammar) -> Iterator[Candidate]:
    """Besançon, for "Commune of Besançon", and what the name of a battle ends with."""
    span = phrase_span(tree, token, grammar) if token.relation not in _INSIDE else tree.words(token, token)
    if token.pos == "PROPN" and (token.relation == "complement" or names.place_named(span) is not None):
        yield _candidate(tree, names, token, span, "place", None, inside=True)


def titled(tree: Tree, token: Token, names: Names) -> bool:
    """Whether it only says what somebody or a paper is of: the bishop of Rouen may be anywhere."""
    preposition = tree.head(token)
    owner = tree.head(preposition)
    named = token.relation == "complement" and preposition.relation == "preposition"
    return named and owner.i == preposition.i - 1 and names.kind(owner) in ("person", "office", "document")


def _goes_on(tree: Tree, token: Token, mention: Mention) -> bool:
    """Whether the name goes on to a later word, so that this one is no more than a part of it."""
    head = tree.head(token)
    return mention.span.start <= head.start and head.end <= mention.span.end


def _is_nominal(tree: Tree, token: Token) -> bool:
    """Whether a word that is no noun stands for one: "the French", "some", "6,400"."""
    if token.relation in ("subject", "passive-subject", "object", "complement", "recipient", "conjunct"):
        return token.pos != "ADJ" or tree.first(token, "determiner") is not None or token.text[0].isupper()
    return False


def path_between(tree: Tree, ups: Sequence[Token], downs: Sequence[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The relations up from the happening to what governs both, and down from there to the noun.

    `ups` and `downs` are the two words, each with all that governs it. A noun joined by "and" is taken where the first
    of its row stands; prepositions give their word.
    """
    at = {t.i: n for n, t in enumerate(ups)}
    low = next((n for n, t in enumerate(downs) if t.i in at), len(downs) - 1)
    top = at.get(downs[low].i, len(ups) - 1)
    up = tuple([_step(t) for t in ups[:top]])
    down = [_step(t) for n, t in enumerate(downs[:low]) if not _joined(tree, t, n)]
    return up, tuple(reversed(down))


def _joined(tree: Tree, token: Token, depth: int) -> bool:
    return token.relation == "conjunct" and tree.head(token).pos in NOUNS and depth < 2


def _step(token: Token) -> str:
    if token.relation in ("preposition", "agent", "recipient") and token.pos == "ADP":
        return f"{token.relation[:4]}:{token.lemma}"
    return token.relation
