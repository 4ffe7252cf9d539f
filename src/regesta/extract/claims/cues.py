"""Facts of words and syntax that a status hangs on, none of them a status yet."""

from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import StatusWords


def denial_goes_on(tree: Tree, first: Token, token: Token, words: StatusWords) -> bool:
    """Whether what is joined is denied too: "did not come and see", not "was never sold but conquered"."""
    between = {t.text.lower() for t in tree.tokens[first.i : token.i]}
    if between & words.scope["contrast"]:
        return False
    helped = tree.first(first, "auxiliary", "passive-auxiliary") is not None
    return helped or bool(between & words.scope["alternative"])


def is_nobody(tree: Tree, taking_part: Token, words: StatusWords) -> bool:
    """Whether a subject or an object is nobody or nothing: "no troops came", "he sent none"."""
    return any(words.determiners.get(t.lemma) == "denied" for t in (taking_part, *tree.below(taking_part)))


def is_infinitive(tree: Tree, verb: Token) -> bool:
    """Whether it is one, in the active or in the passive: "to seize", "to be seized"."""
    to = (t.form == "to" for t in tree.below(verb, "auxiliary"))
    return verb.form == "infinitive" or any(to)


def is_lacking(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether there is none, or it is given up: "no hope of ...", "lacking the means to ..."."""
    if any(words.determiners.get(t.lemma) == "denied" for t in (noun, *tree.below(noun, "determiner"))):
        return True
    verb = tree.head(noun)
    if noun.relation != "object":
        return False
    phrases = (verb.lemma, *(f"{verb.lemma} {t.lemma}" for t in tree.below(verb, "particle")))
    return any(p in words.scope["lacking"] for p in phrases)


def is_settled(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether what it did is told by an infinitive: "the first to sign"."""
    return any(t.lemma in words.scope["settled"] for t in (noun, *tree.below(noun, "modifier")))


def is_apart(tree: Tree, clause: Token, head: Token) -> bool:
    """Whether a semicolon or a colon parts them, so that neither is said in the other."""
    return any(t.text in (";", ":") for t in tree.tokens[clause.i : head.i])


def awaits(tree: Tree, child: Token, head: Token, words: StatusWords) -> bool:
    """Whether it comes about only if its verb does: "planned to attack once the rains ended", "... before turning"."""
    if head.pos != "VERB" or child.i < head.i:
        return False
    if child.relation == "adverbial-clause":
        return any(t.lemma in words.scope["awaited_clause"] for t in tree.below(child, "marker", "adverb"))
    gerund = any(t.form == "present-participle" for t in tree.below(child, "complement"))
    return child.relation == "preposition" and gerund and child.lemma in words.scope["awaited_gerund"]


def came_at_last(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether what was not done was done after all: "was not taken until May"."""
    clauses = (t for clause in tree.below(verb, "adverbial-clause") for t in tree.below(clause, "marker"))
    return any(t.lemma in words.scope["at_last"] for t in (*tree.below(verb, "preposition"), *clauses))


def is_outcome(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether an infinitive tells how it turned out: "returned only to find ..."."""
    return any(t.lemma in words.scope["outcome"] and t.i < verb.i for t in tree.below(verb, "adverb"))


def is_acted_on(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether somebody used an opportunity or a right: "took the opportunity to ..."."""
    return noun.relation == "object" and tree.head(noun).lemma in words.scope["takes"]


def plain_span(tree: Tree, token: Token) -> Span:
    """A word with all that hangs on it, but for commas at its ends."""
    under = [t for t in tree.under(token) if t.pos != "PUNCT"]
    return tree.words(under[0], under[-1])
