"""Who or what is told beside the subject or the object: "along with his sons", "as well as the mint"."""

from collections.abc import Iterator, Sequence

from regesta.extract.claims.casting import Casting
from regesta.extract.claims.clauses import NOUNS, SUBJECTS, members
from regesta.extract.claims.objects import objects
from regesta.extract.claims.predicated import whole_of
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree

_LIFE = "life"


def beside_subject(tree: Tree, verb: Token, subject: Sequence[Token], casting: Casting) -> list[Token]:
    """Those told beside whoever is the subject: the fleet, for "the garrison, together with the fleet"."""
    parts = (part for told in subject for part in (told, *_wholes(tree, told, casting)))
    beside = [t for part in parts for t in _along(tree, part, casting)]
    beside += [t for told in subject for t in _led(tree, told, casting)]
    beside += [t for t in _along(tree, verb, casting, some=False) if t.i < verb.i]
    return beside if objects(tree, verb) or is_passive(tree, verb) else beside + _taken_along(tree, verb, casting)


def beside_object(tree: Tree, verb: Token, done_to: Sequence[Token], casting: Casting) -> list[Token]:
    """Those told behind the verb as another object of it, or in the passive as another subject."""
    if not done_to and not is_passive(tree, verb):
        return []
    several = all(t.pos != "PRON" and casting.names.kind(t) != "person" for t in done_to)
    beside = [t for t in _along(tree, verb, casting, some=several) if t.i > verb.i]
    parts = (part for told in done_to for part in (told, *_wholes(tree, told, casting)))
    beside += [t for part in parts for t in _along(tree, part, casting)]
    return beside + _added(tree, verb) + _taken_along(tree, verb, casting)


def _along(tree: Tree, word: Token, casting: Casting, *, some: bool = True) -> Iterator[Token]:
    """What stands behind a preposition that adds to a row, or gives `some` of it."""
    words = casting.lexicon.roles.prepositions
    joining = words["joining"] | words["some"] if some else words["joining"]
    for preposition in tree.below(word, "preposition"):
        inner = tree.first(preposition, "preposition") or preposition
        opened = (t.lemma for t in tree.below(preposition, "adverb", "modifier"))
        if " ".join(dict.fromkeys((*opened, preposition.lemma, inner.lemma))) in joining:
            for noun in tree.below(inner, "complement"):
                if noun.pos in NOUNS:
                    yield from members(tree, noun)


def _taken_along(tree: Tree, verb: Token, casting: Casting) -> list[Token]:
    """Those that go or are sent with somebody: "came back with his officers", not "came back with the gold"."""
    kind = casting.types.get(casting.told.get(verb.i, ""))
    if kind is None or kind.family != _LIFE:
        return []
    along = casting.lexicon.roles.prepositions["along"]
    told = [t for p in tree.below(verb, "preposition") if p.lemma in along for t in tree.below(p, "complement")]
    able = (t for t in told if any(casting.grammar.can_act(part) for part in (t, *_wholes(tree, t, casting))))
    return [m for t in able if t.pos in NOUNS for m in members(tree, t)]


def _wholes(tree: Tree, noun: Token, casting: Casting) -> list[Token]:
    """The towns, for "a number of towns"."""
    return whole_of(tree, noun, casting.lexicon.roles.prepositions["of"])


def _led(tree: Tree, name: Token, casting: Casting) -> Iterator[Token]:
    """The army, for "Dumont with his army": those of the subject itself, so that what they share in is said."""
    for preposition in tree.below(name, "preposition"):
        if preposition.lemma in casting.lexicon.roles.prepositions["along"]:
            for noun in tree.below(preposition, "complement"):
                own = tree.first(noun, "possessor")
                if own is not None and own.pos == "PRON" and casting.grammar.can_act(noun):
                    yield from members(tree, noun)


def _added(tree: Tree, verb: Token) -> list[Token]:
    """The mint, for "took the bank, as well as the mint", where the parser joins it to the verb."""
    added = list[Token]()
    for told in (verb, *(t for t in tree.below(verb, "conjunct") if t.pos == "VERB" and not tree.first(t, *SUBJECTS))):
        joins = [t for t in tree.below(told, "coordinator") if t.pos == "ADP"]
        added += (t for t in tree.below(told, "conjunct") if t.pos in NOUNS and any(j.i < t.i for j in joins))
    return [m for t in added for m in members(tree, t)]
