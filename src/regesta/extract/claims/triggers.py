"""Which words tell of a happening? Verbs, nouns that name it, and offices in apposition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.extract.claims.clauses import SUBJECTS, possessors
from regesta.extract.claims.objects import objects
from regesta.extract.claims.offices import lacking_verb, named_beside, office_end, office_holder, unfilled
from regesta.extract.claims.predicated import is_quality, joined_to, whole_of
from regesta.extract.claims.senses import (
    Reading,
    is_as_office,
    is_said,
    is_undergone,
    people_said,
    second_verbs,
    second_word,
    senses_of,
    verb_sense,
)
from regesta.extract.claims.silent import (
    hangs_on_noun,
    is_purpose,
    is_set_phrase,
    is_tip,
    is_work,
    only_counts,
    tells_nothing,
    tells_shape,
)
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import Lexicon, Sense

_GIVEN = ("object", "passive-subject", "predicate")
_OFFICE, _POST = "office", "post"
_COMPLEMENTS = ("preposition", "participle", "possessor", "agent", "content-clause")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a happening, with the meaning it was given."""

    token: Token
    span: Span
    type: str
    part: Literal["verb", "noun", "office"]
    sense: Sense | None
    passive: bool = False
    support: Token | None = None
    """The light verb of a noun: "launched" for "offensive"; its subject acts."""
    nobody: Token | None = None
    """The word by which nobody is in an office: the "no" of "had no mayor"."""

    @property
    def is_by_then(self) -> bool:
        """Whether whoever does something had come to be so by then: "in 1910 his successor built the mill"."""
        return self.part == "noun" and self.sense is not None and bool(self.sense.owner)


def find_triggers(tree: Tree, reading: Reading, silent: Sequence[Span], times: Sequence[Span] = ()) -> list[Trigger]:
    """The triggers of a sentence in text order; `silent` spans (times, names of bodies and people) hold none."""
    found: dict[int, Trigger] = {}
    taken: set[int] = set()
    for token in tree.tokens:
        if (token.pos == "VERB" or _tells_by_itself(tree, token, reading)) and not _is_silent(token, silent):
            trigger = _verb(tree, token, reading, taken) if token.i not in taken else None
            if trigger:
                found[token.i] = trigger
                taken.update(t.i for t in (*tree.within(trigger.span), *_offices_won(tree, trigger, reading)))
    for token in tree.tokens:
        if (token.pos in ("NOUN", "PROPN") or _is_said(token, reading)) and token.i not in taken:
            if not _is_silent(token, silent):
                trigger = _noun(tree, token, reading, _bound(found), times) or _office(tree, token, reading)
            else:
                trigger = _office(tree, token, reading) if reading.grammar.kind_of(token) == "office" else None
            if trigger:
                found[token.i] = trigger
                taken.update(t.i for t in tree.within(trigger.span))
                if trigger.support is not None:
                    found.pop(trigger.support.i, None)
    return [found[i] for i in sorted(found)]


def _tells_by_itself(tree: Tree, token: Token, reading: Reading) -> bool:
    """Whether it is the "was" of "Gotland was Danish", "was under the Danes" and "was still in Gotland"."""
    if token.pos != "AUX" or token.relation in ("auxiliary", "passive-auxiliary"):
        return False
    wanted = (s.second for s in reading.lexicon.verbs.get(token.lemma, ()) if s.second)
    bound = any(second_word(tree, token, second) is not None for second in wanted)
    return bound or people_said(tree, token, reading.grammar) is not None


def _offices_won(tree: Tree, trigger: Trigger, reading: Reading) -> list[Token]:
    """Words for an office or a body that the verb is about: they tell of nothing more ("led the union")."""
    sense, about = trigger.sense, frozenset[str]()
    if sense is not None and sense.object_kinds & {_OFFICE, _POST}:
        about = reading.offices
    elif sense is not None and sense.type == reading.lexicon.office_type:
        about = sense.object_words
    told = objects(tree, trigger.token) or tree.below(trigger.token, *SUBJECTS)
    return [t for t in told if t.lemma in about and not _is_of_office(tree, t, reading)]


def _is_of_office(tree: Tree, noun: Token, reading: Reading) -> bool:
    """Whether a noun says by itself which office it was: "his term as mayor lasted until May"."""
    senses = (s for s in reading.lexicon.nouns.get(noun.lemma, ()) if s.second and s.object_kinds)
    return any(is_as_office(tree, noun, sense, reading) for sense in senses)


def _is_said(token: Token, reading: Reading) -> bool:
    """Whether it is an adjective that tells of a state ("was loyal to"), or an office that the parser took for one."""
    states = reading.lexicon.nouns.get(token.lemma, ())
    if token.pos == "ADJ" and token.relation == "predicate" and any(s.predicated for s in states):
        return True
    return token.pos == "ADJ" and token.relation in ("predicate", "complement") and token.lemma in reading.offices


def _bound(found: Mapping[int, Trigger]) -> frozenset[int]:
    """Verbs that mean more than to carry a noun: "put down", "took control of"."""
    return frozenset(
        i for i, t in found.items() if t.sense is not None and (t.sense.bound or _POST in t.sense.object_kinds)
    )


def _is_silent(token: Token, silent: Sequence[Span]) -> bool:
    return any(s.start < token.end and token.start < s.end for s in silent)


def _verb(tree: Tree, token: Token, reading: Reading, taken: set[int]) -> Trigger | None:
    lexicon = reading.lexicon
    if token.relation in ("auxiliary", "passive-auxiliary", "preposition", "compound", "marker", "case"):
        return None
    if token.relation == "modifier" and token.form != "infinitive":
        return _joined(tree, token, reading)
    passive = is_passive(tree, token)
    if is_quality(tree, token) or tells_nothing(tree, token, reading, passive=passive):
        return None
    sense, last, noun = verb_sense(tree, token, reading)
    shape = (sense is None or not sense.second) and tells_shape(tree, token, reading)
    if sense is None or shape:
        silent = token.lemma in lexicon.not_happening and tree.first(token, "particle") is None
        if silent or shape or hangs_on_noun(tree, token):
            return None
        return Trigger(token, tree.words(token, token), lexicon.other_type, "verb", None, passive)
    if noun is not None:
        taken.add(noun.i)
    # "Ceased to be mayor": that he was mayor is no happening of its own.
    for link in second_verbs(tree, token, sense):
        taken.update(t.i for t in (link, *tree.below(link, "predicate", "object")))
    if token.relation == "participle" and token.form == "present-participle":
        sense = _lasting(token, reading) or sense
    named = noun if noun is not None and not passive and _names_itself(token, noun, sense, lexicon) else None
    span = tree.words(named, named) if named is not None and last is token else tree.words(token, last)
    return Trigger(token, span, sense.type, "verb", sense, passive)


def _names_itself(verb: Token, noun: Token, sense: Sense, lexicon: Lexicon) -> bool:
    """Whether the noun tells what happened and its verb alone would not: "came to an end", "laid a long siege"."""
    light = verb.lemma in lexicon.light_verbs
    told = lexicon.nouns.get(noun.lemma, ())
    return light and any(s.type == sense.type and not (s.subject_kinds or s.predicated) for s in told)


def _lasting(token: Token, reading: Reading) -> Sense | None:
    """The meaning of a verb for what goes on: "occupying", for "the troops occupying Rouen"."""
    return next((s for s in reading.lexicon.verbs.get(token.lemma, ()) if s.joined), None)


def _joined(tree: Tree, token: Token, reading: Reading) -> Trigger | None:
    """A participle with whoever does it before its hyphen: "Genoese-held Corsica"."""
    sense = _lasting(token, reading)
    place = tree.head(token)
    named = place.pos == "PROPN" or whole_of(tree, place, reading.lexicon.roles.prepositions["of"])
    held = named and reading.grammar.kind_of(place) == "place"
    if sense is None or not held or joined_to(tree, token) is None:
        return None
    return Trigger(token, tree.words(token, token), sense.type, "verb", sense, passive=True)


def _noun(tree: Tree, token: Token, reading: Reading, bound: frozenset[int], times: Sequence[Span]) -> Trigger | None:
    lexicon = reading.lexicon
    senses = senses_of(lexicon.nouns, token.lemma) or lexicon.nouns.get(token.text.lower(), ())
    if token.relation in ("compound", "modifier", "time-noun", "number"):
        return None
    silent = is_set_phrase(tree, token, lexicon) or only_counts(tree, token, lexicon) or is_tip(tree, token, reading)
    silent = silent or is_work(tree, token) or is_purpose(tree, token, reading)
    silent = silent or (token.form == "plural" and token.lemma in lexicon.works)
    for sense in senses:
        if sense.second and second_word(tree, token, sense.second) is None:
            continue
        if sense.subject_kinds and not is_undergone(tree, token, sense, reading):
            continue
        if (silent and not sense.predicated) or not _stands_right(tree, token, sense, reading, times):
            continue
        if token.lemma in lexicon.catenative_nouns and tree.first(token, "participle") is not None:
            return None
        support = _support(tree, token, lexicon)
        if support is not None and support.i in bound and not _occurs(tree, support, lexicon):
            support = None
        told = [t for t in tree.below(token, *_COMPLEMENTS) if not (sense.weak and _describes(t, lexicon))]
        # "The front had three divisions": nothing was divided.
        counted = support is not None and tree.first(token, "number") is not None
        bare = support is None or (sense.weak and counted and support.lemma in lexicon.roles.offices["have"])
        if bare and not told and (sense.weak or _only_kind(tree, token, lexicon)):
            return None
        if _is_held(tree, token, sense, lexicon, support):
            return None
        return Trigger(token, tree.words(token, token), sense.type, "noun", sense, False, support)
    return None


def _describes(token: Token, lexicon: Lexicon) -> bool:
    """Whether it tells of a thing and not of a happening: "a movement founded by him"; not "an offer made by him"."""
    done = token.relation == "participle" and token.form == "past-participle"
    return done and token.lemma not in lexicon.light_verbs


def _only_kind(tree: Tree, noun: Token, lexicon: Lexicon) -> bool:
    """Whether it only says of which kind something is: "signs of unrest"; not "a week of riots"."""
    if tree.first(noun, "determiner", "possessor") is not None:
        return False
    above = tree.head(noun)
    if noun.relation == "complement" and above.lemma in lexicon.roles.prepositions["of"]:
        above = tree.head(above)
    elif noun.relation != "conjunct":
        return False
    counted = above.lemma in lexicon.amounts or above.lemma in lexicon.status.scope["brings_about"]
    return above.pos == "NOUN" and not counted and above.lemma not in lexicon.nouns


def _stands_right(tree: Tree, token: Token, sense: Sense, reading: Reading, times: Sequence[Span]) -> bool:
    """Whether a noun that counts only as said of something, beside a name or with a date, is so."""
    if sense.predicated and not is_said(tree, token, sense, reading):
        return False
    if sense.dated and not _has_date(tree, token, times):
        return False
    if sense.second and sense.object_kinds and not is_as_office(tree, token, sense, reading):
        return False
    if sense.owner and not (token.relation == "subject" and possessors(tree, token)):
        return False
    return not sense.beside or named_beside(tree, token, reading.grammar) is not None


def _has_date(tree: Tree, noun: Token, times: Sequence[Span]) -> bool:
    """Whether a time stands with a noun: "the council of 1431", "the September 1901 congress"."""
    behind = (t for p in tree.below(noun, "preposition") for t in tree.below(p, "complement"))
    beside = (*tree.below(noun, "compound", "number", "modifier", "time-noun"), *behind)
    return any(_is_silent(t, times) for t in beside)


def _is_held(tree: Tree, token: Token, sense: Sense, lexicon: Lexicon, support: Token | None) -> bool:
    """Whether it is only what another happening gives or takes: "regained control"."""
    if support is not None or token.relation not in ("object", "passive-subject"):
        return False
    return sense.held and bool(lexicon.verbs.get(tree.head(token).lemma))


def _support(tree: Tree, token: Token, lexicon: Lexicon) -> Token | None:
    """The light verb that does no more than carry the noun."""
    head = tree.head(token)
    if token.relation == "complement" and head.relation == "preposition":
        above = tree.head(head)
        return above if _carries(tree, above, head, lexicon) and above.i < token.i else None
    if token.relation in SUBJECTS and head.pos == "VERB" and _occurs(tree, head, lexicon):
        return head
    told = tree.first(token, "relative")
    own = tree.first(told, *SUBJECTS) if told is not None and _occurs(tree, told, lexicon) else None
    if own is not None and own.form == "relative-pronoun":
        return told
    if token.relation == "conjunct":
        return None
    if token.relation in _GIVEN and head.pos == "VERB" and _is_light(tree, head, lexicon):
        return head
    return None


def _carries(tree: Tree, verb: Token, preposition: Token, lexicon: Lexicon) -> bool:
    """Whether a light verb has its noun behind a preposition: "came to an end", not "came at the end"."""
    order = lexicon.roles.order
    when = preposition.lemma in order["after"] | order["before"] | order["while"]
    first = tree.first(verb, "preposition") == preposition
    return first and not when and verb.pos == "VERB" and _is_light(tree, verb, lexicon) and not objects(tree, verb)


def _is_light(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb does no more than carry its noun: "launched an attack", "set off a riot"."""
    phrases = (verb.lemma, *(f"{verb.lemma} {t.lemma}" for t in tree.below(verb, "particle")))
    return any(p in lexicon.light_verbs for p in phrases)


def _occurs(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only says that its subject came about: "riots broke out"."""
    joined = [f"{verb.lemma} {t.lemma}" for t in tree.below(verb, "particle", "object", "preposition")]
    return any(v in lexicon.occurrence_verbs for v in (verb.lemma, *joined))


def _office(tree: Tree, token: Token, reading: Reading) -> Trigger | None:
    """X holds the office in "X, a delegate of the Y", "X was mayor of Y", "with X as mayor" and "had a mayor, X".

    Or nobody does: "had no mayor".
    """
    last = office_end(tree, token, reading.offices)
    if last is None:
        return None
    held = office_holder(tree, token, reading.grammar) is not None
    nobody = unfilled(tree, token, reading.grammar) if not held else None
    if not held and nobody is None:
        return None
    support = lacking_verb(tree, token) if nobody is not None else None
    span = tree.words(token, last)
    return Trigger(token, span, reading.lexicon.office_type, "office", None, support=support, nobody=nobody)
