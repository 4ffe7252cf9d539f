"""How far a noun phrase goes, and who is named with an office in one."""

from collections.abc import Iterator
from itertools import pairwise

from regesta.extract.claims.clauses import NOUNS, Grammar, shares_article
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span

_PHRASE = ("determiner", "compound", "modifier", "possessor", "number", "quantity", "case", "punctuation", "time-noun")
_DASHES = ("-", "–")
_OF_NAME = ("compound", "modifier")


def phrase_span(tree: Tree, head: Token, grammar: Grammar) -> Span:
    """The shortest full noun phrase: the noun with what stands before it and its "of"; no relative clause."""
    first, last = head, head
    joining = (*grammar.words.prepositions["of"], *grammar.having.get(head.lemma, ()))
    given = given_office(tree, head, grammar)
    for child in (*tree.below(head), *_of_predicate(tree, head, grammar)):
        if given is not None and child.i <= given.i:
            continue
        if child.i < head.i and child.relation in _PHRASE and child.pos != "PUNCT":
            first = min(first, *_plain_under(tree, child))
        elif child.i > head.i and child.relation == "preposition" and child.lemma in joining:
            last = last if _is_told_of(tree, head, child) else max([last, *_of_phrase(tree, child, grammar)])
        elif shares_article(tree, head, child):
            last = max(last, child)
    return tree.words(first, _hyphened_end(tree, last))


def _hyphened_end(tree: Tree, word: Token) -> Token:
    """The last part of a word of three or more, or of a number: "commander-in-chief", "man-of-war", "700-800"."""
    row = tree.tokens[word.i : word.i + 5]
    joined = [a for a, b in pairwise(row) if a.end == b.start]
    small = len(joined) == len(row) - 1 == 4 and row[2].pos in ("ADP", "CCONJ")
    if small and row[1].text == row[3].text == "-":
        return row[4]
    # "Sent 700-800 men"
    reaching = len(joined) > 1 and word.pos == row[2].pos == "NUM" and row[1].text in _DASHES
    return row[2] if reaching else word


def _of_predicate(tree: Tree, noun: Token, grammar: Grammar) -> list[Token]:
    """The "of" right behind what somebody is made, where it hangs on the verb: "was proclaimed queen of Castile"."""
    behind = tree.tokens[noun.i + 1 : noun.i + 2] if noun.relation == "predicate" else ()
    return [t for t in behind if t.head == noun.head and t.lemma in grammar.words.prepositions["of"]]


def _is_told_of(tree: Tree, name: Token, of: Token) -> bool:
    """Whether "of" is no part of a name: "warned Otto of the plot", not "joined Philip of Macedon"."""
    told = tree.first(of, "complement")
    bare = name.pos == "PROPN" and name.relation == "object" and tree.first(name, "determiner") is None
    return bare and told is not None and told.pos == "NOUN" and tree.first(told, "determiner", "possessor") is not None


def given_office(tree: Tree, office: Token, grammar: Grammar) -> Token | None:
    """Who is given an office, where the parser took both for one name: "appointed Maddox prime minister"."""
    if grammar.kind_of(office) != "office" or tree.first(office, "determiner", "possessor") is not None:
        return None
    named = [t for t in tree.below(office, *_OF_NAME) if t.i < office.i and grammar.kind_of(t) == "person"]
    return named[-1] if named else None


def given_offices(tree: Tree, told: Token, grammar: Grammar) -> list[tuple[Token, Token]]:
    """Who is given which office by a noun itself or by what stands beside it: "made his brother Louis king"."""
    pairs: list[tuple[Token, Token]] = []
    for office in (told, *tree.below(told, "apposition")):
        given = given_office(tree, office, grammar)
        if given is None and is_given(tree, told, office, grammar):
            given = told
        if given is not None:
            pairs.append((given, office))
    return pairs


def is_given(tree: Tree, named: Token, office: Token, grammar: Grammar) -> bool:
    """Whether an office stands right behind whoever is given it: "made Grant mayor", "made Grant his chief deputy"."""
    if named.i >= office.i or grammar.kind_of(named) != "person" or grammar.kind_of(office) != "office":
        return False
    own = (*_OF_NAME, "possessor")
    return all(t.relation in own and t.head == office.i for t in tree.tokens[named.i + 1 : office.i])


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
