"""Which words tell of a happening? Verbs, nouns that name it, and offices in apposition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.extract.claims.clauses import (
    SUBJECTS,
    Grammar,
    given_office,
    given_offices,
    is_passive,
    objects,
    possessors,
    subjects,
)
from regesta.extract.claims.predicated import is_quality, said_of, whole_of
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import Lexicon, Sense

_HYPHENED = 2
"""How many words back the first part of a hyphened word stands."""
_LONGEST_OFFICE = 5
"""Words of the longest office, hyphens counted."""
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


@dataclass(frozen=True, slots=True)
class Reading:
    """What triggers are found with: the lexicon, kinds of names, office words, and words that tell the time."""

    lexicon: Lexicon
    grammar: Grammar
    offices: frozenset[str]


def find_triggers(tree: Tree, reading: Reading, silent: Sequence[Span]) -> list[Trigger]:
    """The triggers of a sentence in text order; `silent` spans (times, names of bodies and people) hold none."""
    found: dict[int, Trigger] = {}
    taken: set[int] = set()
    for token in tree.tokens:
        if token.pos == "VERB" and not _is_silent(token, silent):
            trigger = _verb(tree, token, reading, taken) if token.i not in taken else None
            if trigger:
                found[token.i] = trigger
                taken.update(t.i for t in tree.within(trigger.span))
    for token in tree.tokens:
        if (token.pos in ("NOUN", "PROPN") or _is_said_office(token, reading)) and _is_free(token, taken, silent):
            trigger = _noun(tree, token, reading, _bound(found)) or _office(tree, token, reading)
            if trigger:
                found[token.i] = trigger
                taken.update(t.i for t in tree.within(trigger.span))
                if trigger.support is not None:
                    found.pop(trigger.support.i, None)
    return [found[i] for i in sorted(found)]


def _is_said_office(token: Token, reading: Reading) -> bool:
    """Whether the parser took an office for an adjective: "was general-in-chief"."""
    return token.pos == "ADJ" and token.relation in ("predicate", "complement") and token.lemma in reading.offices


def _is_free(token: Token, taken: set[int], silent: Sequence[Span]) -> bool:
    return token.i not in taken and not _is_silent(token, silent)


def _bound(found: Mapping[int, Trigger]) -> frozenset[int]:
    """Verbs that mean more than to carry a noun: "put down", "took control of"."""
    return frozenset(i for i, t in found.items() if t.sense is not None and t.sense.bound)


def _is_silent(token: Token, silent: Sequence[Span]) -> bool:
    return any(s.start < token.end and token.start < s.end for s in silent)


def _verb(tree: Tree, token: Token, reading: Reading, taken: set[int]) -> Trigger | None:
    lexicon = reading.lexicon
    if token.relation in ("auxiliary", "passive-auxiliary", "preposition", "compound", "marker", "case"):
        return None
    if token.relation == "modifier" and token.form != "infinitive":
        return _joined(tree, token, reading)
    if is_quality(tree, token) or _only_names(tree, token, reading) or _is_told_to_do(tree, token):
        return None
    if _carries_gerund(tree, token, lexicon) or _carries_clause(tree, token, lexicon):
        return None
    passive = is_passive(tree, token)
    if _is_set_phrase(tree, token, lexicon) or _is_hearsay(tree, token, lexicon, passive=passive):
        return None
    sense, last, noun = _verb_sense(tree, token, reading)
    if sense is None:
        silent = token.lemma in lexicon.not_happening and tree.first(token, "particle") is None
        if silent or _hangs_on_noun(tree, token):
            return None
        return Trigger(token, tree.words(token, token), lexicon.other_type, "verb", None, passive)
    if noun is not None:
        taken.add(noun.i)
    return Trigger(token, tree.words(token, last), sense.type, "verb", sense, passive)


def _joined(tree: Tree, token: Token, reading: Reading) -> Trigger | None:
    """A participle with whoever does it before its hyphen: "Genoese-held Corsica"."""
    sense = next((s for s in reading.lexicon.verbs.get(token.lemma, ()) if s.joined), None)
    place = tree.head(token)
    named = place.pos == "PROPN" or whole_of(tree, place, reading.lexicon.roles.prepositions["of"])
    held = named and reading.grammar.kind_of(place) == "place"
    if sense is None or not held or joined_to(tree, token) is None:
        return None
    return Trigger(token, tree.words(token, token), sense.type, "verb", sense, passive=True)


def joined_to(tree: Tree, participle: Token) -> Token | None:
    """The name before the hyphen of a participle: the Genoese of "Genoese-held"."""
    if participle.i < _HYPHENED or participle.relation != "modifier" or participle.form != "past-participle":
        return None
    name, hyphen = tree.tokens[participle.i - 2], tree.tokens[participle.i - 1]
    glued = name.end == hyphen.start and hyphen.end == participle.start and not hyphen.text.isalnum()
    return name if glued and name.text[0].isupper() else None


def _only_names(tree: Tree, token: Token, reading: Reading) -> bool:
    """Whether it gives something the name behind it; who is named to an office is appointed."""
    name = tree.first(token, "predicate")
    if name is None or token.lemma not in reading.lexicon.roles.naming:
        return False
    return name.lemma not in reading.offices and reading.grammar.kind_of(name) != "office"


def _is_told_to_do(tree: Tree, token: Token) -> bool:
    """Whether it is an imperative: "Do not engage the enemy"."""
    if token.form != "infinitive" or token.relation not in ("root", "parataxis"):
        return False
    helped = any(t.form not in ("infinitive", "present") for t in tree.below(token, "auxiliary", "passive-auxiliary"))
    return not helped and tree.first(token, "subject", "passive-subject") is None


def _is_set_phrase(tree: Tree, word: Token, lexicon: Lexicon) -> bool:
    """Whether it tells nothing with the word behind it: "was composed of", "a great deal of"."""
    behind = tree.below(word, "preposition", "particle")
    alone = tree.first(word, "object", "agent") is None
    return alone and any(f"{word.lemma} {t.lemma}" in lexicon.set_phrases for t in behind)


def _is_set_noun(tree: Tree, noun: Token, lexicon: Lexicon) -> bool:
    """Whether it only fills a phrase with the preposition before it: "in return for"."""
    above = tree.head(noun)
    bare = tree.first(noun, "determiner", "modifier", "possessor") is None
    return bare and noun.relation == "complement" and f"{above.lemma} {noun.lemma}" in lexicon.set_phrases


def _is_hearsay(tree: Tree, verb: Token, lexicon: Lexicon, *, passive: bool) -> bool:
    """Whether it only says that something is told, or how it looks: "it is said that", "it became clear that"."""
    subject = tree.first(verb, "passive-subject", "subject")
    if subject is None or subject.lemma not in lexicon.roles.empty or tree.first(verb, "content-clause") is None:
        return False
    if passive:
        return "reported" in lexicon.status.verbs.get(verb.lemma, ())
    return any(t.pos == "ADJ" for t in tree.below(verb, "predicate"))


def _hangs_on_noun(tree: Tree, token: Token) -> bool:
    """Whether it is a gerund that only fills in a noun: "the challenge of navigating ..."."""
    if token.form != "present-participle" or token.relation != "complement":
        return False
    return tree.head(tree.head(token)).pos in ("NOUN", "PROPN", "ADJ")


def _carries_clause(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    behind = tree.below(token, "particle", "preposition", "adverb")
    phrase = any(f"{token.lemma} {t.lemma}" in lexicon.catenative_verbs for t in behind)
    if not phrase and token.lemma not in lexicon.catenative_verbs:
        return False
    clause = tree.first(token, "open-clause", "content-clause", *(("adverbial-clause",) if phrase else ()))
    return clause is not None and clause.pos == "VERB" and clause.form in ("infinitive", "present-participle")


def _carries_gerund(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether the act is in the gerund behind its preposition: "succeeded in taking"."""
    return any(
        t.form == "present-participle" and f"{token.lemma} {p.lemma}" in lexicon.catenative_verbs
        for p in tree.below(token, "preposition")
        for t in tree.below(p, "complement")
    )


def _senses(known: Mapping[str, tuple[Sense, ...]], lemma: str) -> tuple[Sense, ...]:
    """The meanings of a word; where "re-enter" or "counter-attack" has none, those of what follows the hyphen."""
    return known.get(lemma) or known.get(lemma.rpartition("-")[2], ())


def _verb_sense(tree: Tree, token: Token, reading: Reading) -> tuple[Sense | None, Token, Token | None]:
    """The first meaning that fits, the last word of the trigger, and the noun that belongs to it."""
    for sense in _senses(reading.lexicon.verbs, token.lemma):
        last, noun = token, None
        if sense.second:
            joined = _second_word(tree, token, sense.second)
            if joined is None:
                continue
            last = joined if joined.i - token.i == 1 else token
        if sense.object_noun:
            noun = bound_noun(tree, token, sense.object_noun)
            if noun is None:
                continue
            last = noun if noun.i - token.i == 1 else last
        if sense.passive_only and not is_passive(tree, token):
            continue
        if _conditions_hold(tree, token, sense, reading):
            return sense, last, noun
    return None, token, None


def _second_word(tree: Tree, token: Token, second: str) -> Token | None:
    return next((t for t in tree.below(token) if t.lemma == second and t.i > token.i), None)


def bound_noun(tree: Tree, token: Token, lemma: str) -> Token | None:
    """What belongs to a verb: "control" in "took control of it", "independent" in "became an independent state"."""
    for child in tree.below(token, "object", "passive-subject", "preposition", "recipient", "predicate"):
        behind = child.relation == "preposition"
        inside = tree.below(child, "complement" if behind else "modifier")
        for word in inside if behind else (child, *inside):
            if word.lemma == lemma:
                return word
    return None


def _conditions_hold(tree: Tree, token: Token, sense: Sense, reading: Reading) -> bool:
    if not (sense.object_kinds or sense.object_words or sense.subject_kinds):
        return True
    passive = is_passive(tree, token)
    subject = subjects(tree, token, reading.grammar)
    undergoer = subject if passive else objects(tree, token)
    if sense.subject_kinds and not any(reading.grammar.kind_of(t) in sense.subject_kinds for t in subject):
        return False
    if sense.object_words:
        wanted = undergoer or ([] if passive else subject)
        return any(t.lemma in sense.object_words for t in wanted)
    if sense.object_kinds:
        named = (
            [
                *undergoer,
                *tree.below(token, "predicate", "content-clause"),
                *(o for t in undergoer for _, o in given_offices(tree, t, reading.grammar)),
            ]
            if "office" in sense.object_kinds
            else undergoer
        )
        return any(_kind_fits(t, sense, reading) and not _only_described(tree, t, sense) for t in named)
    return True


def _only_described(tree: Tree, token: Token, sense: Sense) -> bool:
    """Whether an office only describes somebody: "became the dictator he had warned against"."""
    return sense.object_kinds == {"office"} and tree.first(token, "relative") is not None


def _kind_fits(token: Token, sense: Sense, reading: Reading) -> bool:
    if "office" in sense.object_kinds and token.lemma in reading.offices:
        return True
    return reading.grammar.kind_of(token) in sense.object_kinds


def _noun(tree: Tree, token: Token, reading: Reading, bound: frozenset[int]) -> Trigger | None:
    lexicon = reading.lexicon
    senses = _senses(lexicon.nouns, token.lemma) or lexicon.nouns.get(token.text.lower(), ())
    if token.relation in ("compound", "modifier", "time-noun", "number"):
        return None
    silent = _is_set_noun(tree, token, lexicon) or _is_set_phrase(tree, token, lexicon)
    for sense in senses:
        if sense.second and _second_word(tree, token, sense.second) is None:
            continue
        if sense.subject_kinds and not _undergone_by(tree, token, sense, reading):
            continue
        if (silent and not sense.predicated) or (sense.predicated and not _is_said(tree, token, sense, reading)):
            continue
        if token.lemma in lexicon.catenative_nouns and tree.first(token, "participle") is not None:
            return None
        support = _support(tree, token, lexicon)
        if support is not None and support.i in bound and not _occurs(tree, support, lexicon):
            support = None
        if sense.weak and support is None and tree.first(token, *_COMPLEMENTS) is None:
            return None
        if _is_held(tree, token, sense, lexicon, support):
            return None
        return Trigger(token, tree.words(token, token), sense.type, "noun", sense, False, support)
    return None


def _is_said(tree: Tree, noun: Token, sense: Sense, reading: Reading) -> bool:
    """Whether the noun is said of a place, or of somebody with what it is over: "they were in control of Rouen"."""
    part, whose = said_of(tree, noun, reading.grammar, sense.behind)
    if part == "target":
        return any(reading.grammar.kind_of(t) == "place" for t in whose)
    return bool(whose and whole_of(tree, noun, reading.lexicon.roles.prepositions["of"]))


def _undergone_by(tree: Tree, noun: Token, sense: Sense, reading: Reading) -> bool:
    """Whether the noun tells of somebody or something of a wanted kind: "the fall of Rouen", not of prices."""
    whose = possessors(tree, noun)
    for preposition in tree.below(noun, "preposition"):
        if preposition.lemma in reading.lexicon.roles.prepositions["of"]:
            whose += tree.below(preposition, "complement")
    return any(reading.grammar.kind_of(t) in sense.subject_kinds for t in whose)


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
        light = above.pos == "VERB" and above.lemma in lexicon.light_verbs and above.i < token.i
        return above if light and not objects(tree, above) else None
    if token.relation in SUBJECTS and head.pos == "VERB" and _occurs(tree, head, lexicon):
        return head
    if token.relation == "conjunct":
        return None
    if token.relation in ("object", "passive-subject") and head.pos == "VERB" and head.lemma in lexicon.light_verbs:
        return head
    return None


def _occurs(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only says that its subject came about: "riots broke out"."""
    joined = [f"{verb.lemma} {t.lemma}" for t in tree.below(verb, "particle", "object", "preposition")]
    return any(v in lexicon.occurrence_verbs for v in (verb.lemma, *joined))


def _office(tree: Tree, token: Token, reading: Reading) -> Trigger | None:
    """X holds the office in "X, a delegate of the Y", "X was mayor of Y", "with X as mayor" and "had a mayor, X"."""
    last = _office_end(tree, token, reading.offices)
    holder = office_holder(tree, token, reading.grammar) if last is not None else None
    if holder is None or last is None:
        return None
    return Trigger(token, tree.words(token, last), reading.lexicon.office_type, "office", None)


def _office_end(tree: Tree, token: Token, offices: frozenset[str]) -> Token | None:
    """The last word of an office that begins here, `second in command` as a whole; None where none does."""
    behind = tree.tokens[token.i : token.i + _LONGEST_OFFICE]
    for n in range(len(behind), 1, -1):
        if " ".join(t.text.lower() for t in behind[:n]).replace(" - ", "-") in offices:
            return behind[n - 1]
    return token if token.lemma in offices else None


def office_holder(tree: Tree, token: Token, grammar: Grammar) -> Token | None:
    """Who is said to be in the office that a word names."""
    head = tree.head(token)
    if given_office(tree, token, grammar) is not None:
        return None
    if token.relation == "apposition" and grammar.kind_of(head) == "person":
        return head
    named = None
    if token.relation == "predicate" and head.pos == "AUX":
        named = next(iter(subjects(tree, head, grammar)), None)
    elif token.relation == "object" and head.lemma in grammar.words.offices["have"]:
        named = tree.first(token, "apposition")
    elif token.relation == "complement":
        named = beside(tree, token, grammar)
        return named if named is not None and (named.pos == "PRON" or _may_hold(named, grammar)) else None
    return named if named is not None and _may_hold(named, grammar) else None


def beside(tree: Tree, office: Token, grammar: Grammar) -> Token | None:
    """X, for "with X as mayor"."""
    words, link = grammar.words.offices, tree.head(office)
    if link.text.lower() not in words["as"]:
        return None
    above = tree.head(link)
    withs = [above] if above.relation == "complement" else []
    withs += [t for p in tree.below(above, "preposition") if p.i < link.i for t in tree.below(p, "complement")]
    near = [t for t in withs if t.i < link.i and tree.head(t).lemma in words["with"]]
    return near[-1] if near else None


def _may_hold(token: Token, grammar: Grammar) -> bool:
    """Whether it is a person, or a name of no known kind."""
    kind = grammar.kind_of(token)
    return kind == "person" or (kind == "unknown" and token.text[0].isupper() and token.pos != "PRON")
