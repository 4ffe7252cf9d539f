"""How far a noun phrase goes, and who is named with an office in one."""

from collections.abc import Iterator

from regesta.extract.claims.clauses import NOUNS, Grammar, shares_article
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span

_PHRASE = ("determiner", "compound", "modifier", "possessor", "number", "quantity", "case", "punctuation", "time-noun")


def phrase_span(tree: Tree, head: Token, grammar: Grammar) -> Span:
    """The shortest full noun phrase: the noun with what stands before it and its "of"; no relative clause."""
    first, last = head, head
    given = given_office(tree, head, grammar)
    for child in tree.below(head):
        if child.i < head.i and child.relation in _PHRASE and child.pos != "PUNCT" and child is not given:
            first = min(first, *_plain_under(tree, child))
        elif child.i > head.i and child.relation == "preposition" and child.lemma in grammar.words.prepositions["of"]:
            last = last if _is_told_of(tree, head, child) else max([last, *_of_phrase(tree, child, grammar)])
        elif shares_article(tree, head, child):
            last = max(last, child)
    return tree.words(first, last)


def _is_told_of(tree: Tree, name: Token, of: Token) -> bool:
    """Whether "of" is no part of a name: "warned Otto of the plot", not "joined Philip of Macedon"."""
    told = tree.first(of, "complement")
    bare = name.pos == "PROPN" and name.relation == "object" and tree.first(name, "determiner") is None
    return bare and told is not None and told.pos == "NOUN" and tree.first(told, "determiner", "possessor") is not None


def given_office(tree: Tree, office: Token, grammar: Grammar) -> Token | None:
    """Who is given an office, where the parser took both for one name: "appointed Maddox governor"."""
    if office.i == 0 or grammar.kind_of(office) != "office":
        return None
    before = tree.tokens[office.i - 1]
    named = before.relation in ("compound", "modifier") and before.head == office.i
    return before if named and grammar.kind_of(before) == "person" else None


def given_offices(tree: Tree, told: Token, grammar: Grammar) -> list[tuple[Token, Token]]:
    """Who is given which office by a noun itself or by what stands beside it: "made his brother Louis king"."""
    pairs = ((given_office(tree, t, grammar), t) for t in (told, *tree.below(told, "apposition")))
    return [(given, office) for given, office in pairs if given is not None]


def _plain_under(tree: Tree, token: Token) -> list[Token]:
    return [t for t in tree.under(token) if t.pos != "PUNCT" or t.i > token.i] or [token]


def _of_phrase(tree: Tree, preposition: Token, grammar: Grammar) -> Iterator[Token]:
    noun = tree.first(preposition, "complement")
    if noun is None or noun.pos not in NOUNS:
        return
    yield noun
    for child in tree.below(noun):
        if shares_article(tree, noun, child):
            yield child
        if child.i > noun.i and child.relation == "preposition" and child.lemma in grammar.words.prepositions["of"]:
            yield from _of_phrase(tree, child, grammar)
