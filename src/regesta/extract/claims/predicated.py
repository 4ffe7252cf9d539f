"""What a noun is said of: "Corsica was a province of France", "Corsica, a Genoese province", "under the rule of"."""

from collections.abc import Collection, Mapping

from regesta.extract.claims.clauses import NOUNS, Grammar, members, subjects
from regesta.extract.claims.objects import objects
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords, Sense

_TARGET = "target"
_HYPHENED = 2
"""How many words back the first part of a hyphened word stands."""


def said_of(tree: Tree, noun: Token, grammar: Grammar, behind: Mapping[str, str]) -> tuple[str, list[Token]]:
    """What the noun is said of, by "to be" or as it stands `behind` a preposition, and the role that this gives."""
    head = tree.head(noun)
    if noun.relation == "predicate" and head.pos == "AUX":
        return _TARGET, list(subjects(tree, head, grammar))
    if noun.relation == "apposition" and head.pos == "PROPN" and head.i < noun.i:
        return _TARGET, [head]
    role = behind.get(head.lemma)
    if role is None or noun.relation != "complement":
        return _TARGET, []
    told = _bearers(tree, tree.head(head), grammar)
    return role, told if role == _TARGET else [t for t in told if grammar.may_act(t)]


def _bearers(tree: Tree, above: Token, grammar: Grammar) -> list[Token]:
    """Corsica, for "Corsica, under the rule of", "Corsica was under" and "they placed Corsica under"."""
    if above.pos == "PUNCT":
        above = tree.head(above)
    if above.pos in ("NOUN", "PROPN"):
        return [above]
    if above.pos == "AUX" or is_passive(tree, above):
        return list(subjects(tree, above, grammar))
    return objects(tree, above) or list(subjects(tree, above, grammar))


def linking_verb(tree: Tree, noun: Token, sense: Sense | None) -> Token | None:
    """The verb that says such a noun of something: "was the property of", "was not under the rule of"."""
    if sense is None or not (sense.predicated or sense.behind):
        return None
    link = noun
    if noun.relation == "complement" and tree.head(noun).lemma in sense.behind:
        link = tree.head(noun)
    verb = tree.head(link)
    said = link is not noun or noun.relation == "predicate"
    return verb if said and verb.pos in ("VERB", "AUX") else None


def whole_of(tree: Tree, noun: Token, of: Collection[str]) -> list[Token]:
    """What stands behind its "of"."""
    return [
        t
        for preposition in tree.below(noun, "preposition")
        if preposition.lemma in of
        for filled in tree.below(preposition, "complement")
        if filled.pos in NOUNS
        for t in members(tree, filled)
    ]


def is_aside(tree: Tree, preposition: Token, words: RoleWords) -> bool:
    """Whether it brings in a set phrase that only leads on: "on the other hand", "settled in favour of the Danes"."""
    brought = (tree.tokens[preposition.i : t.i + 1] for t in tree.below(preposition, "complement"))
    return any(" ".join(t.text.lower() for t in said) in words.asides for said in brought)


def is_quality(tree: Tree, token: Token) -> bool:
    """Whether it goes with an adjective or adverb: "a free and united Poland", "well-founded"."""
    if token.form != "past-participle":
        return False
    first, before = tree.head(token), tree.tokens[max(0, token.i - 2) : token.i]
    glued = len(before) == 2 and before[0].end == before[1].start and before[1].end == token.start
    if glued and before[0].pos == "ADV" and before[1].pos == "PUNCT":
        return True
    if token.relation != "conjunct":
        return False
    if before and before[0].pos == "ADJ" and _is_counted(tree, before[0]):
        return True
    return first.pos == "ADJ" and first.relation == "modifier" and token.i < first.head


def _is_counted(tree: Tree, adjective: Token) -> bool:
    """Whether it stands for so many people: "lost 3,000 dead and wounded"."""
    return tree.head(adjective).pos == "NUM" or tree.first(adjective, "number") is not None


def joined_to(tree: Tree, participle: Token) -> Token | None:
    """The name before the hyphen of a participle: the Genoese of "Genoese-held"."""
    if participle.i < _HYPHENED or participle.relation != "modifier" or participle.form != "past-participle":
        return None
    name, hyphen = tree.tokens[participle.i - 2], tree.tokens[participle.i - 1]
    glued = name.end == hyphen.start and hyphen.end == participle.start and not hyphen.text.isalnum()
    return name if glued and name.text[0].isupper() else None
