"""Where it happened: locative phrases, and places that participants are or bear in their names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from regesta.extract.claims.casting import ACTOR, PLACE, TARGET, Casting, Filler
from regesta.extract.claims.clauses import clause_verb, members
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span

# What is done to or planned for a body happens where the body is; what is written about it does not.
_PLACED_FAMILIES = ("power", "conflict", "words")


def locate(tree: Tree, trigger: Trigger, casting: Casting, found: list[Filler]) -> list[Filler]:
    """Where: locative phrases on the trigger, on its participants, and at the head of its clause."""
    anchors = [trigger.token]
    if trigger.support is not None:
        anchors.append(trigger.support)
    anchors += [f.token for f in found if f.role == TARGET and f.token.i > trigger.token.i and f.token.pos != "PRON"]
    if trigger.part == "verb" and trigger.token.relation in ("conjunct", "open-clause"):
        head = tree.head(trigger.token)
        if head.pos in ("VERB", "AUX"):
            anchors.append(head)
    if trigger.part == "noun" and not any(f.role == PLACE for f in found):
        above = clause_verb(tree, trigger.token)
        if above is not None and trigger.token.relation in ("object", "passive-subject", "subject", "complement"):
            anchors.append(above)
    places: list[Filler] = []
    for anchor in anchors:
        before_only = anchor.i != trigger.token.i and anchor.pos in ("VERB", "AUX") and anchor is not trigger.support
        for filler in _locatives(tree, anchor, casting):
            if not before_only or filler.token.i < anchor.i:
                places.append(filler)
    return places


def _locatives(tree: Tree, anchor: Token, casting: Casting) -> Iterator[Filler]:
    for preposition in tree.below(anchor, "preposition", "recipient"):
        if preposition.lemma in casting.lexicon.roles.prepositions["location"]:
            for noun in tree.below(preposition, "complement"):
                yield from _located(tree, noun, preposition.lemma, casting)
            for further in tree.below(preposition, "preposition"):
                for noun in tree.below(further, "complement"):
                    yield from _located(tree, noun, f"{preposition.lemma}-{further.lemma}", casting)


def _located(tree: Tree, noun: Token, words: str, casting: Casting) -> Iterator[Filler]:
    for member in members(tree, noun):
        if is_bare(tree, member):
            continue
        if casting.names.kind(member) == PLACE or casting.names.is_region(member):
            if casting.names.kind(member) != PLACE and _region_of(tree, member, casting):
                yield from _region_of(tree, member, casting)
                continue
            yield Filler(PLACE, member, f"{words}-place")
            for inner in tree.below(member, "preposition"):
                if inner.lemma in casting.lexicon.roles.prepositions["location"]:
                    yield from _locatives(tree, member, casting)
                    break
            for extra in tree.below(member, "apposition"):
                if casting.names.kind(extra) == PLACE:
                    yield Filler(PLACE, extra, "apposition-place")


def is_bare(tree: Tree, noun: Token) -> bool:
    """Whether a plain noun stands alone, as in "from office" and "to court": that names no place."""
    return noun.pos == "NOUN" and noun.form != "plural" and not any(t.i < noun.i for t in tree.below(noun))


def _region_of(tree: Tree, member: Token, casting: Casting) -> list[Filler]:
    """La Guillotière, for "the district of La Guillotière"."""
    return [
        Filler(PLACE, noun, "region-place")
        for of in tree.below(member, "preposition")
        if of.lemma in casting.lexicon.roles.prepositions["of"]
        for noun in tree.below(of, "complement")
        if casting.names.kind(noun) == PLACE or noun.pos == "PROPN"
    ]


def _as_place(role: Role, head: Token, casting: Casting) -> Role | None:
    """A participant that is a place, or Rouen for "the walls of Rouen"; the bishop of Rouen may be anywhere."""
    names, kind = casting.names, casting.names.kind(head)
    if names.kind_of_span(role.span) != PLACE or kind in ("person", "office", "document"):
        return None
    if kind == PLACE and (head.lemma not in casting.lexicon.nouns or names.is_known(role.entity)):
        return replace(role, name=PLACE, rule=f"{role.name}-place")
    inner = names.last_in(role.span)
    if inner is None or inner.form != "name":
        return None
    return Role(PLACE, inner.span, inner.entity, f"{role.name}-place")


def implied_place(roles: list[Role], heads: Mapping[Span, Token], trigger: Trigger, casting: Casting) -> Iterator[Role]:
    """Without a locative phrase that a map knows: a target that is a place, or the place in the name of a body."""
    names, kind = casting.names, casting.types.get(trigger.type)
    if trigger.part == "office" or any(r.name == PLACE and names.is_known(r.entity) for r in roles):
        return
    told = {r.span for r in roles if r.name == PLACE}
    for role in roles:
        may_be = role.name == TARGET or (role.name == ACTOR and kind is not None and kind.sets_up)
        place = _as_place(role, heads[role.span], casting) if may_be else None
        if place is not None and place.span not in told:
            yield place
            return
    if kind is None or kind.family not in _PLACED_FAMILIES:
        return
    for role in roles:
        if role.name == TARGET or (role.rule == "agent" and kind.family == "power"):
            inner = names.place_inside(role.span)
            if inner is not None and inner[0] not in told:
                yield Role(PLACE, inner[0], inner[1], "name-place")
                return
