"""Where it happened, by what the sentence says: locative phrases on the happening and on those who take part."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from regesta.extract.claims.casting import PLACE, SOCIAL_FAMILIES, TARGET, Casting, Filler
from regesta.extract.claims.clauses import SUBJECTS, clause_verb, members
from regesta.extract.claims.phrases import phrase_span
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.places import PlaceWords

# Where something goes from one party to another: "the region was ceded to Portugal", "support from Persia".
STILL_FAMILIES = ("relations", "power")
_CONFLICT = "conflict"
_WHERE, _WHICH = "relative-adverb", "relative-pronoun"


def locate(tree: Tree, trigger: Trigger, casting: Casting, found: list[Filler]) -> list[Filler]:
    """Where: locative phrases on the trigger, on its participants, and at the head of its clause."""
    anchors = [trigger.token]
    if trigger.support is not None:
        anchors.append(trigger.support)
    targets = [f.token for f in found if f.role == TARGET and f.token.i > trigger.token.i and f.token.pos != "PRON"]
    anchors += targets
    if trigger.part == "verb" and trigger.token.relation in ("conjunct", "open-clause"):
        head = tree.head(trigger.token)
        if head.pos in ("VERB", "AUX"):
            anchors.append(head)
    if trigger.part == "noun" and not any(f.role == PLACE for f in found):
        above = clause_verb(tree, trigger.token)
        if above is not None and trigger.token.relation in ("object", "passive-subject", "subject", "complement"):
            anchors.append(above)
    kind, words = casting.types.get(trigger.type), casting.lexicon.roles.prepositions
    families = (*STILL_FAMILIES, *SOCIAL_FAMILIES) if trigger.part == "noun" else STILL_FAMILIES
    still = kind is not None and kind.family in families
    told = words["location"] - words["direction"] if still else words["location"]
    bound = trigger.sense.prepositions if trigger.sense is not None else {}
    told |= {p for p in words["surface"] if bound.get(p) != TARGET}
    places: list[Filler] = list(_relative_place(tree, trigger, casting))
    for anchor in anchors:
        before_only = anchor.i != trigger.token.i and anchor.pos in ("VERB", "AUX") and anchor is not trigger.support
        for filler in _locatives(tree, anchor, told - words["direction"] if anchor in targets else told, casting):
            if not before_only or filler.token.i < anchor.i:
                places.append(filler)
    standing = words["location"] - words["direction"]
    for participle in (p for t in targets for p in tree.below(t, "participle")):
        places += _locatives(tree, participle, standing, casting)
    return places or list(_of_happening(tree, trigger, casting))


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
    """The straits, for "the straits over which they crossed"; the hotel, for "the hotel where they met"."""
    verb = trigger.token
    while verb.relation in ("conjunct", "open-clause") and tree.head(verb).pos in ("VERB", "AUX"):
        verb = tree.head(verb)
    named, clause = tree.head(verb), {verb, trigger.token, *tree.below(verb, "conjunct")}
    if verb.relation != "relative" or not (casting.names.kind(named) == PLACE or casting.names.is_region(named)):
        return
    where = any(t.form == _WHERE for part in clause for t in tree.below(part, "adverb"))
    behind = (
        noun.form == _WHICH
        for part in clause
        for preposition in tree.below(part, "preposition")
        if preposition.lemma in casting.lexicon.roles.prepositions["location"]
        for noun in tree.below(preposition, "complement")
    )
    if where or any(behind):
        yield from (Filler(PLACE, t, "relative-place") for t in members(tree, named))


def _locatives(tree: Tree, anchor: Token, told: Collection[str], casting: Casting) -> Iterator[Filler]:
    """What stands behind the prepositions `told` that hang on the anchor."""
    surface = casting.lexicon.roles.prepositions["surface"]
    for preposition in tree.below(anchor, "preposition", "recipient"):
        if preposition.lemma in told:
            for noun in tree.below(preposition, "complement"):
                if preposition.lemma in surface and not casting.names.is_region(noun):
                    continue
                yield from _located(tree, noun, preposition.lemma, casting)
            for further in tree.below(preposition, "preposition"):
                for noun in tree.below(further, "complement"):
                    yield from _located(tree, noun, f"{preposition.lemma}-{further.lemma}", casting)


def _located(tree: Tree, noun: Token, words: str, casting: Casting) -> Iterator[Filler]:
    for member in members(tree, noun):
        if is_bare(tree, member):
            continue
        if casting.tells_fight(member):
            aside = words in casting.lexicon.roles.prepositions["direction"]
            yield from () if aside else _field(tree, member, words, casting)
        elif casting.types.words.is_portion(member.lemma):
            yield from _region_of(tree, member, casting)
        elif casting.names.kind(member) == PLACE or casting.names.is_region(member):
            yield from _named_or_ground(tree, member, words, casting)


def _named_or_ground(tree: Tree, place: Token, words: str, casting: Casting) -> Iterator[Filler]:
    """A place with what is said beside it: La Guillotière, for its district; "a farm near Tikrit"."""
    of = _region_of(tree, place, casting) if casting.names.kind(place) != PLACE else []
    if of:
        yield from of
        return
    yield Filler(PLACE, place, f"{words}-place")
    locations = casting.lexicon.roles.prepositions["location"]
    if any(p.lemma in locations for p in tree.below(place, "preposition")):
        yield from _locatives(tree, place, locations, casting)
    for extra in tree.below(place, "apposition"):
        if casting.names.kind(extra) == PLACE and not is_around(tree, place, extra):
            yield Filler(PLACE, extra, "apposition-place")


def is_around(tree: Tree, place: Token, extra: Token) -> bool:
    """Whether a name behind a comma says what the place lies in: "Portland, Maine"."""
    between = tree.tokens[place.i + 1 : extra.i]
    comma = bool(between) and between[0].text == ","
    return comma and all(t.pos == "PROPN" for t in (place, *between[1:], extra))


def _field(tree: Tree, noun: Token, words: str, casting: Casting) -> Iterator[Filler]:
    """Cer, for "at the Battle of Cer"."""
    for of in tree.below(noun, "preposition"):
        if of.lemma in casting.lexicon.roles.prepositions["of"]:
            for place in tree.below(of, "complement"):
                if is_field(tree, place, casting):
                    yield from (Filler(PLACE, t, f"{words}-happening") for t in members(tree, place))


def is_field(tree: Tree, noun: Token, casting: Casting) -> bool:
    """Whether a battle may be called after it: a place, or a name that is nobody's ("the Battle of the Nations")."""
    nations = noun.form == "plural" and tree.first(noun, "determiner") is not None
    return casting.names.kind(noun) == PLACE or (noun.pos == "PROPN" and not nations)


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
    kind, ground = casting.names.kind(noun), casting.types.words.is_ground(noun.lemma)
    named = noun.pos == "PROPN" and kind != "person"
    return kind == PLACE or named or (ground and not is_bare(tree, noun))
