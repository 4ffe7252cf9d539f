"""Where it happened, by what the sentence says: locative phrases on the happening and on those who take part."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from regesta.extract.claims.casting import PLACE, SOCIAL_FAMILIES, TARGET, Casting, Filler
from regesta.extract.claims.clauses import SUBJECTS, clause_verb, members
from regesta.extract.claims.phrases import phrase_span
from regesta.extract.claims.predicated import is_aside
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.places import PlaceWords

# Where something goes from one party to another: "the region was ceded to Portugal", "support from Persia".
STILL_FAMILIES = ("relations", "power")
_CONFLICT = "conflict"
_CONTENT = "content"
"""Rule of what a clause is about: where that is, it says of its own happening."""
_INSIDE = ("compound", "modifier", "possessor")
_CLEFT = "content-clause"
_BESIDE = ("relative", "adverbial-clause")
_HELPERS = ("auxiliary", "passive-auxiliary")
_PAST = {"past", "past-participle"}
"""Forms that are told apart by their words in few verbs only."""
_WHERE, _WHICH = "relative-adverb", "relative-pronoun"


def locate(tree: Tree, trigger: Trigger, casting: Casting, found: list[Filler]) -> list[Filler]:
    """Where: locative phrases on the trigger, on its participants, and at the head of its clause."""
    anchors = [trigger.token] if trigger.support is None else [trigger.token, trigger.support]
    targets = [f.token for f in found if f.role == TARGET and f.rule != _CONTENT and f.token.i > trigger.token.i]
    targets = [t for t in targets if t.pos != "PRON"]
    told = _telling(trigger, casting)
    places: list[Filler] = list(_relative_place(tree, trigger, casting))
    for anchor in (*anchors, *targets):
        aside = casting.lexicon.roles.prepositions["direction"] if anchor in targets else frozenset[str]()
        places += _locatives(tree, anchor, told - aside, casting)
    for anchor, limit in _fronted_on(tree, trigger, [*found, *places], casting):
        fronted = (*_locatives(tree, anchor, told, casting), *_meanwhile(tree, anchor, casting))
        places += (f for f in fronted if f.token.i < limit)
    places += _of_targets(tree, trigger, targets, casting)
    places += _pointed_at(tree, anchors, casting)
    if trigger.part == "verb":
        places += _shared(tree, trigger.token, casting)
        places = places or list(_meanwhile(tree, trigger.token, casting))
        places = places or list(_beyond(tree, trigger.token, casting))
        places = places or list(_homeward(tree, trigger.token, targets, casting))
    places = places or list(_of_happening(tree, trigger, casting))
    parties = _spoken_to(tree, trigger, casting, found)
    return [f for f in places if f.token.i not in parties or f.rule not in _goals(casting)]


def _spoken_to(tree: Tree, trigger: Trigger, casting: Casting, found: Sequence[Filler]) -> set[int]:
    """Who something is said to, which is no place: "appealed to the court"; not "called the envoys to Lund"."""
    kind = casting.types.get(trigger.type)
    social = kind is not None and kind.family in SOCIAL_FAMILIES
    alone = tree.first(trigger.token, "object", "passive-subject") is None
    return {f.token.i for f in found if f.role == TARGET} if social and alone else set()


def _goals(casting: Casting) -> set[str]:
    """The rules of where something comes from or goes to."""
    return {f"{p}-{PLACE}" for p in casting.lexicon.roles.prepositions["direction"]}


def _shared(tree: Tree, verb: Token, casting: Casting) -> Iterator[Filler]:
    """Lund, for "engaged" in "were engaged and routed at Lund": nothing stands between that is of the first alone."""
    words = casting.lexicon.roles.prepositions
    for other in tree.below(verb, "conjunct"):
        between = (t for t in tree.below(verb) if verb.i < t.i < other.i)
        bare = all(t.relation in ("coordinator", "punctuation") for t in between)
        alike = other.form == verb.form or {other.form, verb.form} == _PAST
        if bare and alike and other.pos == "VERB" and tree.first(other, *SUBJECTS, *_HELPERS) is None:
            found = _locatives(tree, other, words["location"] - words["direction"], casting)
            yield from (Filler(PLACE, f.token, "shared-place") for f in found if f.token.i > other.i)
            yield from _shared(tree, other, casting)


def _of_targets(tree: Tree, trigger: Trigger, targets: Sequence[Token], casting: Casting) -> Iterator[Filler]:
    """Lund, for "burned carts left at Lund", "carts built by the guild at Lund" and "found them drawn up at Lund"."""
    words, kind = casting.lexicon.roles.prepositions, casting.types.get(trigger.type)
    standing = words["location"] - words["direction"]
    for participle in (p for t in targets for p in tree.below(t, "participle")):
        found = list(_locatives(tree, participle, standing, casting))
        if not found and kind is not None and kind.family not in SOCIAL_FAMILIES:
            found = list(_beyond(tree, participle, casting))
        yield from found
    for clause in tree.below(trigger.token, "content-clause"):
        if clause.form == "past-participle" and tree.first(clause, *_HELPERS) is None and clause.i > trigger.token.i:
            yield from _locatives(tree, clause, standing | words["surface"], casting)


def _meanwhile(tree: Tree, verb: Token, casting: Casting) -> Iterator[Filler]:
    """Lund, for "in those years in Lund" and "during the fighting in Lund"; not "after his years in Lund"."""
    words, roles = casting.lexicon.roles.prepositions, casting.lexicon.roles
    for preposition in tree.below(verb, "preposition"):
        for time in tree.below(preposition, "complement") if preposition.lemma in roles.order["during"] else ():
            if casting.tells_fight(time):
                yield from _field(tree, time, preposition.lemma, casting)
            elif time.measure == "time" or time.tells_time:
                yield from _locatives(tree, time, words["location"] - words["direction"], casting)


def _beyond(tree: Tree, verb: Token, casting: Casting) -> Iterator[Filler]:
    """Ulm, for "were beaten by the king near Ulm" and "worked as a clerk at Ulm": what stands between was there."""
    words, roles = casting.lexicon.roles.prepositions, casting.lexicon.roles
    led = words["along"] | words["giver"] | roles.offices["as"]
    for preposition in tree.below(verb, "preposition", "agent"):
        if preposition.i > verb.i and (preposition.relation == "agent" or preposition.lemma in led):
            for noun in tree.below(preposition, "complement"):
                standing = words["location"] - words["direction"]
                found = _locatives(tree, noun, standing, casting)
                yield from (f for f in found if noun.pos == "NOUN" and casting.names.kind(f.token) == PLACE)


def _telling(trigger: Trigger, casting: Casting) -> frozenset[str]:
    """The prepositions behind which a happening of such a kind has its place."""
    kind, words = casting.types.get(trigger.type), casting.lexicon.roles.prepositions
    families = (*STILL_FAMILIES, *SOCIAL_FAMILIES) if trigger.part == "noun" else STILL_FAMILIES
    still = kind is not None and kind.family in families
    bound = trigger.sense.prepositions if trigger.sense is not None else {}
    told = words["location"] - words["direction"] if still else words["location"]
    return told | {p for p in words["surface"] if bound.get(p) != TARGET}


def _fronted_on(tree: Tree, trigger: Trigger, told: Sequence[Filler], casting: Casting) -> Iterator[tuple[Token, int]]:
    """The verbs before which a place may stand that goes for this one too, and the word that it stands before.

    "In Lund they met, ate and sang"; "it was in Lund that they met"; "in Lund there was an attempt to meet".
    """
    verb, own = trigger.token, [f.token.i for f in told if f.role == PLACE]
    if trigger.part == "noun":
        above = clause_verb(tree, verb) if not own else None
        if above is not None and verb.relation in ("object", "passive-subject", "subject", "complement"):
            yield above, above.i
        return
    while verb.head != verb.i and not any(i < verb.i for i in own):
        above = tree.head(verb)
        if verb.form == "infinitive" and above.lemma in casting.lexicon.roles.order["attempts"]:
            above = clause_verb(tree, verb) or above
        elif not _goes_on(tree, verb, above, casting) or (own and tree.first(verb, *SUBJECTS) is not None):
            return
        yield above, verb.i if verb.relation == _CLEFT else above.i
        verb = above


def _goes_on(tree: Tree, verb: Token, above: Token, casting: Casting) -> bool:
    """Whether a verb is told in one row with the verb above it, or is what "it was in Lund that" opens."""
    if above.pos not in ("VERB", "AUX"):
        return False
    if verb.relation == "adverbial-clause":
        return verb.form == above.form == "past" and tree.first(verb, "marker", *SUBJECTS) is None
    if verb.relation == _CLEFT:
        empty, bare = casting.lexicon.roles.empty, tree.first(above, "predicate", "object") is None
        return above.pos == "AUX" and bare and any(t.lemma in empty for t in tree.below(above, *SUBJECTS))
    return verb.relation in ("conjunct", "open-clause")


def _pointed_at(tree: Tree, anchors: Sequence[Token], casting: Casting) -> Iterator[Filler]:
    """Lund, for "there" in "sailed to Lund and died there"; the word itself, where the sentence names no place."""
    pointing = casting.lexicon.roles.prepositions["pointing"]
    for anchor in anchors:
        for child in tree.below(anchor, "adverb", "preposition"):
            adverb = child if child.pos == "ADV" else tree.first(child, "complement")
            if adverb is not None and adverb.pos == "ADV" and adverb.lemma in pointing:
                before = (t for t in reversed(tree.tokens[: adverb.i]) if casting.names.kind(t) == PLACE)
                before = (t for t in before if t.relation not in (*SUBJECTS, *_INSIDE))
                yield Filler(PLACE, next(before, adverb), "there-place")


def _homeward(tree: Tree, verb: Token, targets: Sequence[Token], casting: Casting) -> Iterator[Filler]:
    """The bare adverb in "sailed home" and "sent them ashore": not "inland to Lund", nor "took Lund home"."""
    if any(casting.names.kind(t) == PLACE for t in targets):
        return
    for adverb in tree.below(verb, "adverb"):
        bare = adverb.i > verb.i and tree.first(adverb, "preposition") is None
        if bare and adverb.lemma in casting.lexicon.roles.prepositions["homeward"]:
            yield Filler(PLACE, adverb, "adverb-place")


def _of_happening(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Where something was done to it: "the armistice was signed at Compiègne"; not in which battle it was."""
    words = casting.lexicon.roles.prepositions
    if trigger.part == "noun" and trigger.token.relation in SUBJECTS:
        found = _locatives(tree, tree.head(trigger.token), words["location"] - words["direction"], casting)
        yield from (f for f in found if f.rule.endswith("-place"))


def of_subject(tree: Tree, roles: Sequence[Role], heads: Mapping[Span, Token], casting: Casting) -> Iterator[Role]:
    """Where those are that do it or undergo it, if no place is told: "the troops in Lund mutinied"."""
    if any(r.name == PLACE for r in roles):
        return
    words = casting.lexicon.roles.prepositions
    for role in roles:
        if role.rule in SUBJECTS and heads[role.span].pos != "PRON":
            at = (words["location"] - words["direction"]) | words["giver"] | words["surface"]
            for place in _locatives(tree, heads[role.span], at, casting):
                span = casting.names.widen(place.token, phrase_span(tree, place.token, casting.grammar))
                yield Role(PLACE, span, casting.names.entity(place.token), "subject-place")


def _relative_place(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """The straits, for "the straits over which they crossed"; Cer, for "the Battle of Cer, where he fell"."""
    verb, words = trigger.support or trigger.token, casting.lexicon.roles.prepositions
    while verb.relation in ("conjunct", "open-clause") and tree.head(verb).pos in ("VERB", "AUX"):
        verb = tree.head(verb)
    if verb.relation not in _BESIDE:
        return
    clause = {verb, trigger.token, *tree.below(verb, "conjunct")}
    where = any(t.form == _WHERE for part in clause for t in tree.below(part, "adverb"))
    behind = next(
        (
            preposition
            for part in clause
            for preposition in tree.below(part, "preposition")
            if preposition.lemma in words["location"] | words["surface"]
            and any(noun.form == _WHICH for noun in tree.below(preposition, "complement"))
        ),
        None,
    )
    named = tree.head(verb)
    if verb.relation != "relative" and behind is not None:
        named = tree.tokens[max(0, behind.i - 2)]
    elif named.relation == "apposition" and named.pos == "NOUN":
        # "Lund, the town where they met"
        named = tree.head(named)
    if behind is None and not (where and verb.relation == "relative"):
        return
    if casting.names.kind(named) == PLACE or casting.names.is_region(named):
        yield from (Filler(PLACE, t, "relative-place") for t in members(tree, named))
    elif casting.tells_fight(named):
        yield from _field(tree, named, "relative", casting)


def _locatives(tree: Tree, anchor: Token, told: Collection[str], casting: Casting) -> Iterator[Filler]:
    """What stands behind the prepositions `told` that hang on the anchor."""
    words = casting.lexicon.roles.prepositions
    surface = words["surface"]
    for beside in tree.below(anchor, "adverb", "modifier"):
        # "South of Lund", "close to the mill"
        bearing = beside.lemma in words["bearing"]
        for preposition in tree.below(beside, "preposition") if bearing else ():
            for noun in tree.below(preposition, "complement"):
                yield from _located(tree, noun, beside.lemma, casting)
    for preposition in tree.below(anchor, "preposition", "recipient"):
        if preposition.lemma in told and not is_aside(tree, preposition, casting.lexicon.roles):
            for noun in tree.below(preposition, "complement"):
                ground = casting.names.is_region(noun) and not casting.types.words.is_site(noun.lemma)
                # "On Malta the knights held out", "in a camp on the Volga"; not "the war on Malta"
                there = (
                    preposition.i < anchor.i or casting.names.is_region(anchor) or casting.names.kind(anchor) == PLACE
                )
                if preposition.lemma in surface and not (ground or (there and casting.names.kind(noun) == PLACE)):
                    continue
                yield from _located(tree, noun, preposition.lemma, casting)
            for further in tree.below(preposition, "preposition"):
                for noun in tree.below(further, "complement"):
                    yield from _located(tree, noun, f"{preposition.lemma}-{further.lemma}", casting)


def _located(tree: Tree, noun: Token, words: str, casting: Casting) -> Iterator[Filler]:
    kinds = casting.types.words
    for member in members(tree, _so_called(tree, noun, casting)):
        bare = is_bare(tree, member) and not kinds.is_somewhere(member.lemma)
        if kinds.is_portion(member.lemma) and (bare or not kinds.is_ground(member.lemma)):
            # "In front of the town hall" is not on the front.
            yield from _region_of(tree, member, casting)
        elif bare:
            continue
        elif casting.tells_fight(member):
            aside = words in casting.lexicon.roles.prepositions["direction"]
            yield from () if aside else _field(tree, member, words, casting)
        elif casting.names.kind(member) == PLACE or casting.names.is_region(member):
            yield from _named_or_ground(tree, member, words, casting)
        elif member.lemma in casting.lexicon.roles.sitting["nouns"]:
            yield from _held_at(tree, member, casting)


def _so_called(tree: Tree, word: Token, casting: Casting) -> Token:
    """Cer, for "in what is now Cer" and "in what became known as the Battle of Cer"."""
    subject, roles = tree.first(word, *SUBJECTS), casting.lexicon.roles
    if subject is None or subject.form != _WHICH or not (word.pos == "AUX" or word.lemma in roles.naming):
        return word
    behind = (p for p in tree.below(word, "preposition") if p.lemma in roles.offices["as"])
    called = tree.first(word, "predicate") or next((tree.first(p, "complement") for p in behind), None)
    return called or word


def _named_or_ground(tree: Tree, place: Token, words: str, casting: Casting) -> Iterator[Filler]:
    """A place with what is said beside it: La Guillotière, for its district; "a farm near Tikrit"."""
    of = _region_of(tree, place, casting) if casting.names.kind(place) != PLACE else []
    if of:
        yield from of
        return
    yield Filler(PLACE, place, f"{words}-place")
    prepositions = casting.lexicon.roles.prepositions
    locations = prepositions["location"] | prepositions["surface"]
    if any(p.lemma in locations for p in tree.below(place, "preposition")):
        yield from _locatives(tree, place, locations, casting)
    for extra in tree.below(place, "apposition"):
        named = extra.pos == "PROPN" and casting.names.kind(extra) == PLACE
        if named and not is_around(tree, place, extra):
            yield Filler(PLACE, extra, "apposition-place")


def is_around(tree: Tree, place: Token, extra: Token) -> bool:
    """Whether a name behind a comma says what the place lies in: "Portland, Maine"."""
    between = tree.tokens[place.i + 1 : extra.i]
    comma = bool(between) and between[0].text == ","
    return comma and all(t.pos == "PROPN" for t in (place, *between[1:], extra))


def _held_at(tree: Tree, meeting: Token, casting: Casting) -> Iterator[Filler]:
    """Lund, for "at a congress held at Lund"."""
    prepositions, holds = casting.lexicon.roles.prepositions, casting.lexicon.roles.sitting["holds"]
    for held in (p for p in tree.below(meeting, "participle") if p.lemma in holds):
        yield from _locatives(tree, held, prepositions["location"] - prepositions["direction"], casting)


def _field(tree: Tree, noun: Token, words: str, casting: Casting) -> Iterator[Filler]:
    """Cer, for "at the Battle of Cer" and "in the fighting around Cer"."""
    prepositions = casting.lexicon.roles.prepositions
    yield from _locatives(tree, noun, prepositions["location"] - prepositions["direction"], casting)
    for of in tree.below(noun, "preposition"):
        if of.lemma in prepositions["of"]:
            for place in tree.below(of, "complement"):
                if is_field(tree, place, casting):
                    yield from (Filler(PLACE, t, f"{words}-happening") for t in members(tree, place))


def is_field(tree: Tree, noun: Token, casting: Casting) -> bool:
    """Whether a battle may be called after it: a place, or a name with no article; not "Battle of the Nations"."""
    article = tree.first(noun, "determiner") is not None
    return casting.names.kind(noun) == PLACE or (noun.text[0].isupper() and not article)


def is_bare(tree: Tree, noun: Token) -> bool:
    """Whether a plain noun stands alone, as in "from office" and "to court": that names no place."""
    return noun.pos == "NOUN" and noun.form != "plural" and not any(t.i < noun.i for t in tree.below(noun))


def is_state(noun: Token, family: str, words: PlaceWords) -> bool:
    """Whether it is a state that is set up, ruled or ends: where that is it does not say; an invaded one does."""
    return family != _CONFLICT and words.is_polity(noun.lemma)


def _region_of(tree: Tree, member: Token, casting: Casting) -> list[Filler]:
    """La Guillotière, for "the district of La Guillotière"."""
    return [
        Filler(PLACE, noun, "region-place")
        for of in tree.below(member, "preposition")
        if of.lemma in casting.lexicon.roles.prepositions["of"]
        for noun in tree.below(of, "complement")
        if _is_somewhere(tree, noun, casting)
    ]


def _is_somewhere(tree: Tree, noun: Token, casting: Casting) -> bool:
    """Whether a region may be called after it, or be a part of it: no person, nor bare "land"."""
    kind, ground = casting.names.kind(noun), casting.names.is_region(noun)
    named = noun.pos == "PROPN" and kind != "person"
    return kind == PLACE or named or (ground and not is_bare(tree, noun))
