"""Where it happened: locative phrases, and places that participants are or bear in their names."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from regesta.extract.claims.casting import ACTOR, PLACE, SOCIAL_FAMILIES, TARGET, Casting, Filler
from regesta.extract.claims.clauses import clause_verb, members
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.event_types import EventType

# What is done to or planned for a body happens where the body is; what is written about it does not.
_PLACED_FAMILIES = ("power", "conflict", "words")
# Where something goes from one party to another: "the region was ceded to Portugal", "support from Persia".
_STILL_FAMILIES = ("relations", "power")
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
    families = (*_STILL_FAMILIES, *SOCIAL_FAMILIES) if trigger.part == "noun" else _STILL_FAMILIES
    still = kind is not None and kind.family in families
    told = words["location"] - words["direction"] if still else words["location"]
    places: list[Filler] = list(_relative_place(tree, trigger, casting))
    for anchor in anchors:
        before_only = anchor.i != trigger.token.i and anchor.pos in ("VERB", "AUX") and anchor is not trigger.support
        for filler in _locatives(tree, anchor, told, casting):
            if not before_only or filler.token.i < anchor.i:
                places.append(filler)
    standing = words["location"] - words["direction"]
    for participle in (p for t in targets for p in tree.below(t, "participle")):
        places += _locatives(tree, participle, standing, casting)
    return places


def _relative_place(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """The straits, for "the straits over which they crossed"; the hotel, for "the hotel where they met"."""
    verb = trigger.token
    while verb.relation == "conjunct" and tree.head(verb).pos == "VERB":
        verb = tree.head(verb)
    named, clause = tree.head(verb), (verb, *tree.below(verb, "conjunct"))
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
    for preposition in tree.below(anchor, "preposition", "recipient"):
        if preposition.lemma in told:
            for noun in tree.below(preposition, "complement"):
                yield from _located(tree, noun, preposition.lemma, casting)
            for further in tree.below(preposition, "preposition"):
                for noun in tree.below(further, "complement"):
                    yield from _located(tree, noun, f"{preposition.lemma}-{further.lemma}", casting)


def _located(tree: Tree, noun: Token, words: str, casting: Casting) -> Iterator[Filler]:
    for member in members(tree, noun):
        if is_bare(tree, member):
            continue
        if _is_fought_somewhere(member, casting):
            aside = words in casting.lexicon.roles.prepositions["direction"]
            yield from () if aside else _field(tree, member, words, casting)
        elif casting.types.words.is_portion(member.lemma):
            yield from _region_of(tree, member, casting)
        elif casting.names.kind(member) == PLACE or casting.names.is_region(member):
            yield from _named_or_ground(tree, member, words, casting)


def _named_or_ground(tree: Tree, place: Token, words: str, casting: Casting) -> Iterator[Filler]:
    """A place with what is said beside it: La Guillotière, for its district; "a farm near Tikrit"; "Lyon, France"."""
    of = _region_of(tree, place, casting) if casting.names.kind(place) != PLACE else []
    if of:
        yield from of
        return
    yield Filler(PLACE, place, f"{words}-place")
    locations = casting.lexicon.roles.prepositions["location"]
    if any(p.lemma in locations for p in tree.below(place, "preposition")):
        yield from _locatives(tree, place, locations, casting)
    for extra in tree.below(place, "apposition"):
        if casting.names.kind(extra) == PLACE:
            yield Filler(PLACE, extra, "apposition-place")


def _is_fought_somewhere(noun: Token, casting: Casting) -> bool:
    """Whether what stands behind its "of" is where it was: "the battle of"."""
    return any(s.of == PLACE for s in casting.lexicon.nouns.get(noun.lemma, ()))


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


def _is_vague(tree: Tree, noun: Token, casting: Casting) -> bool:
    """Whether a plain noun points to no place that is known: "towns", "a salient"."""
    portion = casting.types.words.is_portion(noun.lemma)
    if noun.pos != "NOUN" or portion or tree.first(noun, "possessor") is not None:
        return False
    article = tree.first(noun, "determiner")
    named = any(t.text[0].isupper() for t in tree.below(noun, "modifier", "compound"))
    return article.lemma in casting.grammar.words.indefinite if article is not None else not named


def _is_state(noun: Token, kind: EventType | None, casting: Casting) -> bool:
    """Whether it is a state that is set up, ruled or ends: where that is it does not say; an invaded one does."""
    fights = kind is not None and kind.family == _CONFLICT
    return not fights and casting.types.words.is_polity(noun.lemma)


def _region_of(tree: Tree, member: Token, casting: Casting) -> list[Filler]:
    """La Guillotière, for "the district of La Guillotière"."""
    return [
        Filler(PLACE, noun, "region-place")
        for of in tree.below(member, "preposition")
        if of.lemma in casting.lexicon.roles.prepositions["of"]
        for noun in tree.below(of, "complement")
        if casting.names.kind(noun) == PLACE or noun.pos == "PROPN" or casting.types.words.is_ground(noun.lemma)
    ]


def _as_place(role: Role, head: Token, start: int, casting: Casting) -> Role | None:
    """A participant that is a place, or what "the city" stands for since `start`; Rouen, for "the walls of Rouen".

    The bishop of Rouen may be anywhere.
    """
    names, kind = casting.names, casting.names.kind(head)
    if kind in ("person", "office", "document"):
        return None
    inner, described = names.last_in(role.span), names.at(head)
    if kind == PLACE and described is not None and described.form == "description" and inner is described:
        named = names.antecedent(head, start)
        if named is not None:
            return Role(PLACE, named.span, named.entity, f"{role.name}-place")
    ground = kind == "unknown" and casting.types.words.is_ground(head.lemma) and role.span.start < head.start
    if ground or (kind == PLACE and inner is None):
        return replace(role, name=PLACE, rule=f"{role.name}-place")
    if kind == PLACE and (head.lemma not in casting.lexicon.nouns or names.is_known(role.entity)):
        return replace(role, name=PLACE, rule=f"{role.name}-place")
    if inner is None or inner.kind != PLACE or inner.form != "name":
        return None
    return Role(PLACE, inner.span, inner.entity, f"{role.name}-place")


def implied_place(
    tree: Tree, roles: list[Role], heads: Mapping[Span, Token], trigger: Trigger, casting: Casting
) -> Iterator[Role]:
    """Without a locative phrase that a map knows: targets that are places, or the place in the name of a body."""
    names, kind = casting.names, casting.types.get(trigger.type)
    if trigger.part == "office" or any(r.name == PLACE and names.is_known(r.entity) for r in roles):
        return
    told = {r.span for r in roles if r.name == PLACE}
    social = kind is not None and (kind.sets_up or kind.on_party or kind.family in SOCIAL_FAMILIES)
    given = kind is not None and kind.family in _STILL_FAMILIES
    aside = [f"{p}-phrase" for p in casting.lexicon.roles.prepositions["direction"]] if given else []
    aside += ["support-verb", "predicate"]
    first, start = "", tree.tokens[0].start
    for role in roles:
        may_be = (role.name == TARGET and not social and role.rule not in aside) or (
            role.name == ACTOR and kind is not None and kind.sets_up
        )
        may_be = (
            may_be and not _is_vague(tree, heads[role.span], casting) and not _is_state(heads[role.span], kind, casting)
        )
        place = _as_place(role, heads[role.span], start, casting) if may_be and first in ("", role.rule) else None
        if place is None and first == role.rule and role.name == TARGET and heads[role.span].pos == "PROPN":
            place = replace(role, name=PLACE, rule=f"{TARGET}-place")
        if place is not None and place.span not in told:
            yield place
            first = role.rule
    if first or kind is None or kind.family not in _PLACED_FAMILIES:
        return
    for role in roles:
        if role.name == TARGET or (role.rule == "agent" and kind.family == "power"):
            inner = names.place_inside(role.span)
            if inner is not None and inner[0] not in told:
                yield Role(PLACE, inner[0], inner[1], "name-place")
                return
    borne = names.place_of_event(trigger.token) if trigger.part == "noun" else None
    if borne is not None and borne[0] not in told:
        yield Role(PLACE, borne[0], borne[1], "name-place")
