"""Whom or what a relative pronoun stands for, where it is the subject of its clause."""

from collections.abc import Callable, Iterator

from regesta.model.entity import EntityKind
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

KindOf = Callable[[Token], EntityKind]
_OBJECT = "object"
_PEOPLE = ("person", "body")
_NAMES = ("NOUN", "PROPN")
_HELPERS = ("auxiliary", "passive-auxiliary")
_INSIDE = ("compound", "conjunct", "apposition")


def is_relative(token: Token, words: RoleWords) -> bool:
    """Whether it is "who", "which" or "that" before a clause."""
    return token.form == "relative-pronoun" or (token.lemma in words.relative and token.pos in ("PRON", "DET", "SCONJ"))


def of_whom(tree: Tree, quantity: Token, words: RoleWords) -> Token | None:
    """The "whom" of "both of whom", which stands for all that is named before, and of "the latter of whom"."""
    if quantity.lemma not in words.totals | words.former | words.latter:
        return None
    of = (p for p in tree.below(quantity, "preposition") if p.lemma in words.prepositions["of"])
    return next((t for p in of for t in tree.below(p, "complement") if t.form == "relative-pronoun"), None)


def owner_meant(tree: Tree, owner: Token) -> Token:
    """The league, for "whose" in "the league, whose president, Otto Vane, fled"; any other owner is itself."""
    if owner.form != "relative-pronoun" or owner.i == 0:
        return owner
    near = tree.tokens[owner.i - 1]
    near = tree.tokens[near.i - 1] if near.text == "," and near.i > 0 else near
    while near.relation in _INSIDE and tree.head(near).pos in _NAMES:
        near = tree.head(near)
    return near if near.pos in _NAMES else owner


def one_of_row(row: list[Token], quantity: Token, words: RoleWords) -> list[Token]:
    """The last of those named before for "the latter of whom", the first for "the former"; else all of them."""
    if quantity.lemma in words.latter:
        return row[-1:] if len(row) > 1 else []
    return row if quantity.lemma not in words.former else row[:1] if len(row) > 1 else []


def antecedent(tree: Tree, verb: Token, pronoun: Token, words: RoleWords, kind_of: KindOf) -> Token | None:
    """The noun that the clause of a verb is said of; None where all that is told before may be meant."""
    relative = verb
    while relative.relation not in ("relative", "root") and relative.head != relative.i:
        relative = tree.head(relative)
    noun = tree.head(relative)
    doing = pronoun.relation == "subject" and tree.first(verb, _OBJECT) is not None
    if relative.relation != "relative" or (doing and _may_be_all(tree, pronoun, noun, words, kind_of)):
        return None
    if _brings_on(tree, pronoun, verb, words):
        return None
    noun = _agreeing(tree, verb, noun, words)
    if pronoun.lemma in words.personal:
        return _somebody(tree, noun, pronoun, words, kind_of)
    return _something(tree, noun, pronoun, kind_of) if kind_of(noun) == "person" else noun


def _agreeing(tree: Tree, verb: Token, noun: Token, words: RoleWords) -> Token:
    """The raids, for "raids into Bohemia, which were repulsed": what is told of many is said of no single thing."""
    tensed = tree.first(verb, *_HELPERS) or verb
    rows = ("conjunct", "apposition")
    if tensed.text.lower() not in words.many or noun.form == "plural" or noun.pos not in _NAMES:
        return noun
    if noun.relation != "complement" or tree.first(noun, *rows) is not None:
        return noun
    many = (t for t in _borne_by(tree, tree.head(noun)) if t.form == "plural" and t.i < noun.i)
    return next(many, noun)


def _borne_by(tree: Tree, preposition: Token) -> Iterator[Token]:
    """The nouns that a phrase hangs on or stands behind: "made raids into Bohemia" has the raids either way."""
    above = tree.head(preposition)
    if above.pos in _NAMES:
        yield above
    elif above.pos == "VERB":
        yield from tree.below(above, _OBJECT, "passive-subject")


def _somebody(tree: Tree, noun: Token, pronoun: Token, words: RoleWords, kind_of: KindOf) -> Token:
    """Zapata, for "a break with Zapata, who fled", and the people, for "people of Danish descent, who fled"."""
    if _is_people(noun, words, kind_of):
        return noun
    # "Sent envoys to Poland who were arrested"
    where = kind_of(noun) == "place" and noun.relation == "complement"
    sent = [t for t in _borne_by(tree, tree.head(noun)) if t.i < noun.i] if where else []
    return next((t for t in (*_around(tree, noun, pronoun), *sent) if _is_people(t, words, kind_of)), noun)


def _something(tree: Tree, somebody: Token, pronoun: Token, kind_of: KindOf) -> Token:
    """The report, for "a report to the king that blamed the heavens"; for "the cabinet of Otto Lind, which resigned",
    what no person is.
    """
    set_off = pronoun.i > 0 and tree.tokens[pronoun.i - 1].text == ","
    whole = tree.head(tree.head(somebody))
    behind = somebody.relation == "complement" and whole.pos == "NOUN" and somebody.form != "plural"
    kind = kind_of(whole)
    return whole if behind and (kind not in _PEOPLE or (set_off and kind == "body")) else somebody


def _around(tree: Tree, noun: Token, pronoun: Token) -> Iterator[Token]:
    """The noun right before a pronoun, then what the noun itself hangs on, upwards."""
    near = tree.tokens[max(0, pronoun.i - 1)]
    near = tree.tokens[max(0, pronoun.i - 2)] if near.text == "," else near
    while near.relation in _INSIDE and near.i != noun.i and tree.head(near).pos in _NAMES:
        near = tree.head(near)
    # "the working class and the peasants, who": all of a row, where it comes to that.
    if near.i > noun.i and near.pos in _NAMES:
        yield near
    for above in tree.above(noun):
        if above.pos in _NAMES:
            yield above
        elif above.pos != "ADP":
            return
        else:
            # "Finn Dahl, from the oil trade, whom they dismissed", "clerks, mostly from Ulm, who fled"
            before = next((t for t in reversed(tree.tokens[: above.i]) if t.relation != "adverb"), above)
            if before.i > 0 and before.text == ",":
                yield tree.tokens[before.i - 1]


def _is_people(token: Token, words: RoleWords, kind_of: KindOf) -> bool:
    """Whether it may be somebody: a person, people, or a plain plural that is no happening."""
    kind = kind_of(token)
    many = token.form == "plural" and token.lemma not in words.happenings
    return kind in _PEOPLE or token.pos == "PRON" or (kind == "unknown" and (many or token.pos == "PROPN"))


def _may_be_all(tree: Tree, pronoun: Token, noun: Token, words: RoleWords, kind_of: KindOf) -> bool:
    """Whether "which" may stand for all that is told before: "they died in Ohio, which provoked an outcry"."""
    set_off = pronoun.i > 0 and tree.tokens[pronoun.i - 1].text == ","
    where = noun.relation == "complement" and tree.head(noun).lemma in words.prepositions["location"]
    return set_off and where and kind_of(noun) == "place"


def _brings_on(tree: Tree, pronoun: Token, verb: Token, words: RoleWords) -> bool:
    """Whether all that is told before has something to come: "they took most of the city, which led to a battle"."""
    set_off = pronoun.i > 0 and tree.tokens[pronoun.i - 1].text == ","
    to_what = tree.first(verb, "preposition") is not None and tree.first(verb, _OBJECT) is None
    return set_off and to_what and verb.lemma in words.order["leads_to"]
