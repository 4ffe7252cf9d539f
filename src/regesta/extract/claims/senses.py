"""Which of its meanings a word has: by what goes with it, and by who and what takes part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from regesta.extract.claims.clauses import Grammar, possessors, shared_agents, subjects
from regesta.extract.claims.objects import objects
from regesta.extract.claims.offices import beside
from regesta.extract.claims.phrases import given_offices
from regesta.extract.claims.predicated import is_aside, said_of, whole_of
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Lexicon, Sense

_BOUND = ("agent", "object", "passive-subject", "preposition", "recipient", "predicate", "content-clause")
_ONE_PERSON = ("person", "unknown")
"""Kinds of a plain noun that somebody may become."""


_OFFICE, _POST, _NAME, _CHARGE = "office", "post", "name", "charge"
"""The office itself is the governorship, and not the governor; a name is one of no known kind, or stands for one."""
_HELD = frozenset(("place", _CHARGE))
_FINITE = ("past", "present")
_BEFORE_NOUN = ("determiner", "possessor", "modifier", "number")


@dataclass(frozen=True, slots=True)
class Reading:
    """What triggers are found with: the lexicon, kinds of names, office words, and words that tell the time."""

    lexicon: Lexicon
    grammar: Grammar
    offices: frozenset[str]
    charges: frozenset[str] = frozenset()
    """Plain nouns for what somebody may have the charge of."""


def senses_of(known: Mapping[str, tuple[Sense, ...]], lemma: str) -> tuple[Sense, ...]:
    """The meanings of a word; where "re-enter" or "counter-attack" has none, those of what follows the hyphen."""
    return known.get(lemma) or known.get(lemma.rpartition("-")[2], ())


def verb_sense(tree: Tree, token: Token, reading: Reading) -> tuple[Sense | None, Token, Token | None]:
    """The first meaning that fits, the last word of the trigger, and the noun that belongs to it."""
    for sense in senses_of(reading.lexicon.verbs, token.lemma):
        last, noun = token, None
        if sense.second:
            joined = second_word(tree, token, sense.second)
            if joined is None or _goes_elsewhere(tree, joined, reading):
                continue
            last = joined if joined.i - token.i == 1 else token
        if sense.object_noun:
            noun = _own_noun(tree, token, sense)
            if noun is None or (sense.beside and not possessors(tree, noun)):
                continue
            if sense.bare and tree.first(noun, "determiner", "possessor") is not None:
                continue
            last = noun if noun.i - token.i == 1 else last
        if sense.passive_only and not is_passive(tree, token):
            continue
        if not sense.passive_only and _passes_to(sense) and (is_passive(tree, token) or tree.first(token, "object")):
            continue
        if _conditions_hold(tree, token, sense, reading):
            return sense, last, noun
    return None, token, None


def _goes_elsewhere(tree: Tree, joined: Token, reading: Reading) -> bool:
    """Whether the second word is not the verb's: the "of" of "seized by order of the king"."""
    roles = reading.lexicon.roles
    return (
        _has_own_office(tree, joined, reading)
        or is_aside(tree, joined, roles)
        or (joined.lemma in roles.prepositions["of"] and tree.head(joined).pos == "NOUN")
    )


def _has_own_office(tree: Tree, joined: Token, reading: Reading) -> bool:
    """Whether whoever stands behind it is told to be something else: "replaced him as mayor, with Lund as deputy"."""
    named = list(tree.below(joined, "complement"))
    told = (t for word in reading.lexicon.roles.offices["as"] for t in _behind(tree, tree.head(joined), word))
    return any(t.i > joined.i and beside(tree, t, reading.grammar) in named for t in told)


def _passes_to(sense: Sense) -> bool:
    """Whether its subject goes to somebody by itself, and so never in the passive: "returned to Genoa"."""
    return sense.subject_intransitive == "target" and sense.prepositions.get(sense.second) == "actor"


def _own_noun(tree: Tree, verb: Token, sense: Sense) -> Token | None:
    """The noun that belongs to a verb in this meaning, with the word that must stand between them."""
    if sense.particle and second_word(tree, verb, sense.particle) is None:
        return None
    return bound_noun(tree, verb, sense.object_noun)


def second_word(tree: Tree, token: Token, second: str) -> Token | None:
    """The "down" of "put down", or of "step down from" where "from" goes with either; never the "in" of "in 1865"."""
    first, _, rest = second.partition(" ")
    for found in (*tree.below(token), *behind_way(tree, token)):
        if found.lemma == first and found.i > token.i and not _is_when(tree, found):
            goes_on = not rest or any(second_word(tree, above, rest) is not None for above in (found, token))
            return found if goes_on else None
    return None


def second_verbs(tree: Tree, verb: Token, sense: Sense) -> list[Token]:
    """The second word of a verb where it is a verb itself: "be", for "ceased to be mayor"."""
    return [t for t in tree.below(verb, "open-clause") if sense.second and t.lemma == sense.second]


def behind_way(tree: Tree, verb: Token) -> Iterator[Token]:
    """A preposition right behind a bare noun that only says how: the "to" of "passed by marriage to the Holts"."""
    for by in tree.below(verb, "agent"):
        for noun in tree.below(by, "complement"):
            if noun.pos == "NOUN" and noun.form != "plural" and noun.i == by.i + 1:
                yield from (p for p in tree.below(noun, "preposition") if p.i == noun.i + 1)
    yield from _behind_office(tree, verb)


def _behind_office(tree: Tree, verb: Token) -> Iterator[Token]:
    """A second preposition that hangs on a bare noun: the "with" of "replaced him as mayor of Ulm with Vane"."""
    if tree.first(verb, "object") is None:
        return
    for preposition in tree.below(verb, "preposition"):
        for noun in tree.below(preposition, "complement"):
            bare = noun.pos == "NOUN" and noun.form != "plural" and tree.first(noun, *_BEFORE_NOUN) is None
            # "With Lund as his deputy": Lund is no mayor.
            again = any(t.lemma == preposition.lemma for t in tree.tokens[noun.i : tree.under(verb)[-1].i])
            if bare and noun.i == preposition.i + 1 and not again:
                second = list(tree.below(noun, "preposition"))[1:]
                yield from (p for p in second if any(t.pos == "PROPN" for t in tree.below(p, "complement")))


def _is_when(tree: Tree, preposition: Token) -> bool:
    """Whether a time stands behind it."""
    return any(t.tells_time for t in tree.below(preposition, "complement"))


def told_behind(tree: Tree, prepositions: Iterable[Token]) -> Iterator[Token]:
    """What stands behind prepositions, but for times: where, as what or for what something was done."""
    yield from (t for p in prepositions for t in tree.below(p, "complement") if not t.tells_time)


def people_said(tree: Tree, verb: Token, grammar: Grammar) -> Token | None:
    """The people that a place is said to be of: "remained Danish"."""
    for said in tree.below(verb, "predicate", "object"):
        if (
            said.text[0].isupper()
            and said.lemma.lower() not in grammar.words.doing["faiths"]
            and (said.pos == "ADJ" or (grammar.kind_of(said) == "body" and tree.first(said, "determiner") is None))
        ):
            return said
    return None


def bound_noun(tree: Tree, token: Token, lemma: str) -> Token | None:
    """What belongs to a verb: "control" in "took control of it", "independent" in "became an independent state"."""
    for child in tree.below(token, *_BOUND):
        if child.relation == "content-clause" and tree.first(child, "preposition") is None:
            continue  # "made themselves masters of Rouen", not "made it their capital"
        behind = child.relation in ("preposition", "agent")
        inside = list(tree.below(child, "complement" if behind else "modifier"))
        if behind and not inside:
            inside = [
                t for p in tree.below(child, "preposition") for t in tree.below(p, "complement")
            ]  # "out of office"
        elif child.relation == "agent":
            # "Deposed by the guilds in favour of Karl."
            phrases = (p for doer in tuple(inside) for p in tree.below(doer, "preposition"))
            inside += [t for p in phrases for t in tree.below(p, "complement")]
        for word in inside if behind else (child, *inside):
            if word.lemma == lemma:
                return word
    return None


def _conditions_hold(tree: Tree, token: Token, sense: Sense, reading: Reading) -> bool:
    if not sense.conditional:
        return True
    if not _stands_so(tree, token, sense, reading):
        return False
    passive = is_passive(tree, token)
    subject = subjects(tree, token, reading.grammar)
    undergoer = subject if passive else objects(tree, token)
    if passive and _HELD & sense.object_kinds and any(reading.grammar.can_act(t) for t in subject):
        undergoer = [*undergoer, *tree.below(token, "object")]  # "The Danes were given Lund."
    doers = shared_agents(tree, token) if sense.doer_kinds else ()
    parties = ((sense.subject_kinds, subject), (sense.doer_kinds, doers))
    if not all(any(_is_of(tree, t, kinds, reading) for t in those) for kinds, those in parties if kinds):
        return False
    if sense.object_words:
        told = tree.below(token, "object", "predicate") if passive else tree.below(token, "predicate")
        wanted = [*(undergoer if passive else undergoer or subject), *told]
        return any(t.lemma in sense.object_words for t in wanted)
    if sense.object_kinds:
        behind = _behind(tree, token, sense.second)
        named = [*undergoer, *behind]
        if _OFFICE in sense.object_kinds:
            # "Moved his command to Lyon": what "moved to" is about stands behind its "to", and is no command.
            # "The mayor was called in": into no office of which nothing is told.
            apart = behind or sense.passive_only
            named = [*_offices_told(tree, token, [] if apart else undergoer, reading), *behind]
        named = [*named, *_behind_noun(tree, token, sense)]
        if passive and sense.object_kinds & {_OFFICE, _POST}:
            named += tree.below(token, "object")  # "was given the governorship"
        if any(_kind_fits(tree, t, sense, reading) and not _only_described(tree, t, sense, reading) for t in named):
            return True
        people = any(_may_be_person(t, reading) for t in (*subject, *undergoer))
        return sense.object_kinds == {_OFFICE} and people and _bare_office(tree, token, reading)
    return True


def _stands_so(tree: Tree, verb: Token, sense: Sense, reading: Reading) -> bool:
    """Whether what it wants or shuns behind it, and before it in the sentence, is so."""
    if sense.people and people_said(tree, verb, reading.grammar) is None:
        return False
    done_to = (t.i > verb.i for t in tree.below(verb, "object", "predicate", "content-clause"))
    if sense.bare and not sense.object_noun and any(done_to):
        return False
    if sense.nowhere and any(told_behind(tree, tree.below(verb, "preposition"))):
        return False
    if sense.clausal and not any(_is_full(tree, t) for t in tree.below(verb, "content-clause") if t.i > verb.i):
        return False
    if sense.lasting and not _is_told_to_last(tree, verb, reading):
        return False
    return not sense.in_office or _is_told_in_office(tree, verb, reading)


def _is_told_to_last(tree: Tree, verb: Token, reading: Reading) -> bool:
    """Whether it is told until when, since or for how long it was so, or that it still was: "had Rouen until 1402"."""
    order = reading.grammar.words.order
    bearers = (verb, *tree.below(verb, "object"))
    if any(t.lemma in order["still"] for t in tree.below(verb, "adverb")):
        return True
    small = [t for b in bearers for t in tree.below(b, "preposition", "adverbial-clause")]
    opened = [*small, *(m for t in small for m in tree.below(t, "marker"))]
    if any(t.lemma in order["until"] | order["ever_since"] for t in opened):
        return True
    begun = [t for t in small if t.lemma in order["begins_with"] | order["so_long"]]
    return any(t.tells_time for p in begun for t in tree.below(p, "complement"))


def _is_full(tree: Tree, clause: Token) -> bool:
    """Whether it is a clause with a verb of its own that tells when: "that it was void", not "it void"."""
    return clause.form in _FINITE or any(t.form in (*_FINITE, "modal") for t in tree.below(clause, "auxiliary"))


def _is_told_in_office(tree: Tree, verb: Token, reading: Reading) -> bool:
    """Whether the sentence names an office before it, and it says nothing of where: "was made dean and stayed on"."""
    until = reading.grammar.words.order["until"]
    elsewhere = told_behind(tree, (p for p in tree.below(verb, "preposition") if p.lemma not in until))
    return not any(elsewhere) and any(t.lemma in reading.offices for t in tree.tokens[: verb.i])


def _offices_told(tree: Tree, verb: Token, undergoer: list[Token], reading: Reading) -> Iterator[Token]:
    """Where an office may stand: as object, as what one becomes, beside whoever is given it, and behind "as"."""
    yield from undergoer
    yield from tree.below(verb, "predicate", "content-clause")
    yield from (o for t in undergoer for _, o in given_offices(tree, t, reading.grammar))
    for word in reading.grammar.words.offices.get("as", ()):
        # "The council was restored, with Otto Vane as mayor": it was not restored as mayor.
        yield from (t for t in _behind(tree, verb, word) if beside(tree, t, reading.grammar) is None)


def _behind(tree: Tree, verb: Token, preposition: str) -> list[Token]:
    """What stands behind a preposition of the verb; nothing where none is named."""
    first, _, rest = preposition.partition(" ")
    found = [p for p in tree.below(verb, "preposition", "particle") if p.lemma == first]
    if rest:
        return [t for p in found for above in (p, verb) for t in _behind(tree, above, rest)]
    return [t for p in found for t in tree.below(p, "complement")]


def _behind_noun(tree: Tree, verb: Token, sense: Sense) -> list[Token]:
    """Bastia, for "received the surrender of Bastia" and "placed a garrison in Bastia"."""
    noun = bound_noun(tree, verb, sense.object_noun) if sense.object_noun else None
    bearers = (noun, verb) if noun is not None else ()
    return [t for bearer in bearers for p in sense.prepositions for t in _behind(tree, bearer, p)]


def _may_be_person(token: Token, reading: Reading) -> bool:
    """Whether it is a person, or a name of no known kind."""
    kind = reading.grammar.kind_of(token)
    return kind == "person" or (kind == "unknown" and token.pos == "PROPN")


def _bare_office(tree: Tree, verb: Token, reading: Reading) -> bool:
    """Whether somebody is made what only one can be: a noun without any article ("became prior"), of no known kind."""
    for said in tree.below(verb, "predicate"):
        plain = said.pos == "NOUN" and said.form != "plural" and reading.grammar.kind_of(said) in _ONE_PERSON
        if plain and tree.first(said, "determiner", "possessor", "number", "relative", "quantity") is None:
            return True
    return False


def _only_described(tree: Tree, token: Token, sense: Sense, reading: Reading) -> bool:
    """Whether an office only describes somebody: "became the dictator he had warned of", "the last king to cede"."""
    if sense.object_kinds != {_OFFICE}:
        return False
    counted = any(t.lemma in reading.lexicon.status.scope["settled"] for t in tree.below(token, "modifier"))
    does = counted and any(t.form == "infinitive" for t in tree.below(tree.head(token), "open-clause"))
    return does or tree.first(token, "relative") is not None


def _kind_fits(tree: Tree, token: Token, sense: Sense, reading: Reading) -> bool:
    if _OFFICE in sense.object_kinds and token.lemma in reading.offices:
        return True
    if sense.object_kinds & {_OFFICE, _POST} and _is_work(tree, token, reading):
        return True
    return _is_of(tree, token, sense.object_kinds, reading)


def _is_work(tree: Tree, token: Token, reading: Reading) -> bool:
    """Whether it is what an office gives one to do or to be: "the position of mayor", "the duties of dean"."""
    words = reading.lexicon.roles
    whose = whole_of(tree, token, words.prepositions["of"]) if token.lemma in words.offices["work"] else ()
    return any(t.lemma in reading.offices for t in whose)


def _is_of(tree: Tree, token: Token, kinds: frozenset[str], reading: Reading) -> bool:
    """Whether it is of one of the kinds that a meaning asks for."""
    kind = reading.grammar.kind_of(token)
    if kind in kinds or (kind == _OFFICE and _POST in kinds):
        return True
    if _NAME in kinds and kind == "unknown" and (token.pos == "PROPN" or token.form == "pronoun"):
        return True
    return _CHARGE in kinds and _is_charge(tree, token, reading)


def _is_charge(tree: Tree, token: Token, reading: Reading) -> bool:
    """Whether it is a plain noun for what one may have the charge of, or for having it: "control of Rouen"."""
    joined = reading.grammar.having.get(token.lemma)
    if joined is not None:
        return bool(possessors(tree, token)) or any(t.lemma in joined for t in tree.below(token, "preposition"))
    named = (token.lemma, *(f"{t.lemma} {token.lemma}" for t in tree.below(token, "compound", "modifier")))
    return any(word in reading.charges for word in named)


def is_as_office(tree: Tree, noun: Token, sense: Sense, reading: Reading) -> bool:
    """Whether what stands behind the second word of a noun is of a wanted kind: "his time as mayor"."""
    return any(_kind_fits(tree, t, sense, reading) for t in _behind(tree, noun, sense.second))


def is_said(tree: Tree, noun: Token, sense: Sense, reading: Reading) -> bool:
    """Whether the noun is said of a place, or of somebody with what it is over: "they were in control of Rouen"."""
    if _CHARGE in sense.object_kinds and not any(
        _is_of(tree, t, sense.object_kinds, reading) for p in sense.prepositions for t in _behind(tree, noun, p)
    ):
        return False
    part, whose = said_of(tree, noun, reading.grammar, sense.behind)
    if noun.relation == "predicate" and (sense.bearer == "actor" or noun.pos == "ADJ"):
        return bool(whose)
    if part == "target":
        wholes = whole_of(tree, noun, reading.lexicon.roles.prepositions["of"])
        if wholes and all(t.lemma == noun.lemma or _tells_fight(t, reading) for t in wholes):
            # "It was part of a struggle", "the ninth province of 18 provinces": nobody holds it.
            return False
        held = _HELD if sense.behind else _HELD - {_CHARGE}
        return any(_is_of(tree, t, held, reading) for t in whose)
    at = tree.head(tree.head(noun))
    alone = sense.bearer == "actor" and at.pos == "AUX"
    return bool(whose) and (alone or bool(whole_of(tree, noun, reading.lexicon.roles.prepositions["of"])))


def _tells_fight(word: Token, reading: Reading) -> bool:
    """Whether it is a word for a fight, of which "of" says where it was."""
    return any(s.of == "place" for s in reading.lexicon.nouns.get(word.lemma, ()))


def is_undergone(tree: Tree, noun: Token, sense: Sense, reading: Reading) -> bool:
    """Whether the noun tells of somebody or something of a wanted kind: "the fall of Rouen", not of prices."""
    whose = possessors(tree, noun)
    for preposition in tree.below(noun, "preposition"):
        if preposition.lemma in reading.lexicon.roles.prepositions["of"]:
            whose += tree.below(preposition, "complement")
    return any(reading.grammar.kind_of(t) in sense.subject_kinds for t in whose)
