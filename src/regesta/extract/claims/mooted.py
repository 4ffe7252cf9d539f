"""What is only backed, weighed, announced or imagined: "supported the sale of the mill" tells of no sale."""

from regesta.extract.claims.cues import is_unmarked, is_unreal
from regesta.extract.claims.governors import by_noun, design_of, enables
from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Lexicon, StatusWords

_DONE_TO = ("object", "passive-subject")
_OF_WHAT = ("preposition", "possessor", "compound")


def mooted(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> Firmness | None:
    """How firm an act is that is decided on before it is done, where no more is told than what is thought of it.

    A war that somebody supports is fought; the sale of a mill that somebody supports need not come about.
    """
    words, noun = lexicon.status, trigger.token
    if trigger.part != "noun" or noun.lemma not in words.scope["decided"] or not _is_one_act(tree, noun, words):
        return None
    while noun.relation == "conjunct" and tree.head(noun).pos == "NOUN":
        noun = tree.head(noun)
    above = tree.head(noun)
    if above.pos == "VERB" and noun.relation in _DONE_TO:
        return _by_verb(tree, noun, above, lexicon)
    if noun.relation != "complement" or above.pos != "ADP":
        return None
    outer = tree.head(above)
    if outer.pos in ("NOUN", "PROPN") and outer.i < noun.i:
        backed = outer.lemma in words.scope["backing"]
        if backed or outer.lemma in words.scope["weighing"]:
            return Firmness("planned" if backed else "possible", outer, governor=outer)
    return None


def is_imagined(tree: Tree, noun: Token, verb: Token, words: StatusWords) -> bool:
    """Whether only what would have come of it is told: "the capture of Lund would have ended the war".

    Not so of what went on for a while, which may have been and yet not have had its effect.
    """
    which = noun.lemma in words.scope["decided"] | words.scope["achieved"]
    acts_on = tree.first(verb, "object", "predicate") is not None
    return which and acts_on and noun.form != "plural" and is_unreal(tree, verb, words)


def sent_for(tree: Tree, preposition: Token, verb: Token, noun: Token, lexicon: Lexicon) -> Firmness | None:
    """What "the plan consists of a landing" and "was sent home for treatment" say of what the preposition brings."""
    words, bare = lexicon.status, tree.first(noun, "determiner", "possessor", "number") is None
    while noun.relation == "conjunct":
        noun = tree.head(noun)
    if noun.head != preposition.i:
        return None
    if preposition.lemma in lexicon.roles.prepositions["of"]:
        design = design_of(tree, verb, words)
        return by_noun(tree, design, words) if design is not None else None
    bare = bare and noun.text.islower() and noun.form != "plural"
    sent = bare and preposition.lemma in words.scope["wants"] and verb.lemma in words.scope["fetched"]
    return Firmness("planned", preposition, governor=verb) if sent else None


def _is_one_act(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether a noun says what the act is: "the sale of the mill", "a sale"; "the reforms" are known ones."""
    return is_unmarked(tree, noun, words) or (noun.form != "plural" and tree.first(noun, *_OF_WHAT) is not None)


def _by_verb(tree: Tree, noun: Token, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """What a verb says of an act that it has for an object: backed, weighed, let happen, or announced."""
    scope = lexicon.status.scope
    phrases = {verb.lemma, *(f"{verb.lemma} {t.lemma}" for t in tree.below(verb, "particle"))}
    heralded = verb.lemma in scope["heralds"] and noun.lemma in scope["heralded"]
    if heralded or phrases & scope["backs"]:
        return Firmness("planned", verb, governor=verb)
    let = verb.lemma in scope["lets"] and not enables(tree, verb, lexicon)
    return Firmness("possible", verb, governor=verb) if let or phrases & scope["weighs"] else None
