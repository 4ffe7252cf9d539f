"""Places that nobody says it was at: those that participants are, and those that names bear."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.extract.claims.casting import ACTOR, PLACE, SOCIAL_FAMILIES, TARGET, Casting
from regesta.extract.claims.predicated import whole_of
from regesta.extract.claims.relatives import owner_meant
from regesta.extract.claims.triggers import Trigger
from regesta.extract.claims.whereabouts import STILL_FAMILIES, is_state
from regesta.model.claim import Role
from regesta.model.entity import Mention
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.event_types import EventType

# What is done to or planned for a body happens where the body is; what is written about it does not.
_PLACED_FAMILIES = ("power", "conflict", "words")
_POWER, _CONFLICT, _WITH, _OTHER = "power", "conflict", "with", "other"
YIELDED = "yielded"
"""Rule of a place that those who do it have for somebody else."""


def implied_place(
    tree: Tree, roles: Sequence[Role], heads: Mapping[Span, Token], trigger: Trigger, casting: Casting
) -> list[Role]:
    """Without a locative phrase that a map knows: targets that are places, or the place in a name."""
    kind = casting.types.get(trigger.type)
    if trigger.part == "office" or any(r.name == PLACE and casting.names.is_known(r.entity) for r in roles):
        return []
    told = {r.span for r in roles if r.name == PLACE}
    found = list(_of_participants(tree, roles, heads, kind, told, casting))
    if not (found or told) and kind is not None and kind.at_actor and trigger.part == "verb":
        found += _of_garrison(tree, roles, heads, casting) or list(_of_actor(tree, roles, heads, casting))
    if kind is not None and kind.stance == _WITH and not told:
        found += _signed_at(roles, heads, casting)
    if not (found or told) and kind is not None and kind.family in (_POWER, _OTHER):
        found += _over(tree, roles, heads, casting)
    if not found and kind is not None and kind.family in _PLACED_FAMILIES:
        found += _in_names(tree, roles, trigger, kind, casting)
    return [r for r in found if r.span not in told]


def _of_participants(
    tree: Tree,
    roles: Sequence[Role],
    heads: Mapping[Span, Token],
    kind: EventType | None,
    told: Collection[Span],
    casting: Casting,
) -> Iterator[Role]:
    """Those that are places themselves, or stand for one; a row of them counts as the first in it does."""
    social = kind is not None and (kind.sets_up or kind.on_party or kind.family in SOCIAL_FAMILIES)
    sets_up = kind is not None and kind.sets_up
    given = kind is not None and kind.family in STILL_FAMILIES
    aside = [f"{p}-phrase" for p in casting.lexicon.roles.prepositions["direction"]] if given else []
    aside += ["support-verb", "predicate", "content"]
    if kind is None or kind.family != _CONFLICT:
        # "The tide turned against the League"
        aside += [f"{p}-phrase" for p in casting.lexicon.roles.prepositions["opposed"]]
    first, start = "", tree.tokens[0].start
    for role in roles:
        head = heads[role.span]
        may_be = role.name == TARGET and not social and role.rule not in aside
        may_be = may_be or (role.name == ACTOR and sets_up)
        may_be = (
            may_be
            and not _is_vague(tree, head, casting)
            and not is_state(head, kind.family if kind is not None else "", casting.types.words)
        )
        place = _as_place(role, head, start, casting) if may_be and first in ("", role.rule) else None
        if place is None and first == role.rule and role.name == TARGET and head.pos == "PROPN":
            place = replace(role, name=PLACE, rule=f"{TARGET}-place")
        if place is not None and place.span not in told:
            yield place
            first = role.rule


def _of_actor(tree: Tree, roles: Sequence[Role], heads: Mapping[Span, Token], casting: Casting) -> Iterator[Role]:
    """The place that does it, or that those are of who do it: "Rouen surrendered", "the Rouen garrison mutinied"."""
    for role in roles:
        head = heads[role.span]
        ground = head.pos == "NOUN" and casting.types.words.is_ground(head.lemma)
        if role.name == ACTOR and (ground or casting.names.kind(head) == PLACE) and not _is_vague(tree, head, casting):
            place = _as_place(role, head, tree.tokens[0].start, casting)
            if place is not None:
                yield place


def _of_garrison(tree: Tree, roles: Sequence[Role], heads: Mapping[Span, Token], casting: Casting) -> list[Role]:
    """The place that those had for somebody who do it: "its governor, Otto, capitulated", "the garrison of Rouen"."""
    for role in roles:
        head = heads[role.span]
        beside = (head, *tree.below(head, "apposition"), *((tree.head(head),) if head.relation == "apposition" else ()))
        for officer in (t for t in beside if role.name == ACTOR and casting.types.words.is_garrison(t.lemma)):
            place = _owner(tree, officer, casting)
            if place is not None:
                return [Role(PLACE, place.span, place.entity, YIELDED)]
    return []


def _owner(tree: Tree, officer: Token, casting: Casting) -> Mention | None:
    """The place whose they are, by its own name or by what stands for it."""
    names = casting.names
    behind = (t for p in tree.below(officer, "preposition") for t in tree.below(p, "complement"))
    for word in (*tree.below(officer, "possessor"), *behind):
        noun = owner_meant(tree, word)
        mention = names.at(noun)
        if mention is not None and mention.entity is not None and names.kind(noun) == PLACE:
            return names.antecedent(noun, tree.tokens[0].start) or mention
    return None


def _in_names(tree: Tree, roles: Sequence[Role], trigger: Trigger, kind: EventType, casting: Casting) -> list[Role]:
    """The place in the name of a body that it is done to, or of the happening itself."""
    for role in roles:
        # A commune sits where it is called after; an army was only raised there.
        seated = any(casting.types.words.is_polity(t.lemma) for t in tree.within(role.span))
        if seated and (role.name == TARGET or (role.rule == "agent" and kind.family == _POWER)):
            inner = casting.names.place_inside(role.span)
            if inner is not None:
                return [Role(PLACE, inner[0], inner[1], "name-place")]
    borne = _borne(tree, trigger.token, casting) if trigger.part == "noun" else None
    return [Role(PLACE, borne[0], borne[1], "name-place")] if borne is not None else []


def _over(tree: Tree, roles: Sequence[Role], heads: Mapping[Span, Token], casting: Casting) -> Iterator[Role]:
    """Persia, for "the throne of Persia passed to him", "set himself up as its leader"; a bishop may be away."""
    of, words = casting.lexicon.roles.prepositions["of"], casting.types.words
    for role in roles:
        head = heads[role.span]
        seat = words.is_of_realm(head.lemma) and not words.names_holder(head.lemma)
        leads = words.is_head_word(head.lemma) or words.kind_of(head.lemma) == _POWER
        if seat or (leads and role.name == TARGET):
            behind = whole_of(tree, head, of)
            for mention in map(casting.names.at, (*tree.below(head, "possessor"), *behind)):
                if mention is not None and mention.kind == PLACE and mention.form == "name":
                    yield Role(PLACE, mention.span, mention.entity, "office-place")


def _is_vague(tree: Tree, noun: Token, casting: Casting) -> bool:
    """Whether a plain noun points to no place that is known: "towns", "a salient"."""
    words = casting.types.words
    portion = words.is_portion(noun.lemma) and not words.is_ground(noun.lemma)
    if noun.pos != "NOUN" or portion or tree.first(noun, "possessor") is not None:
        return False
    article = tree.first(noun, "determiner")
    named = any(t.text[0].isupper() for t in tree.below(noun, "modifier", "compound"))
    return article.lemma in casting.grammar.words.indefinite if article is not None else not named


def _as_place(role: Role, head: Token, start: int, casting: Casting) -> Role | None:
    """A participant that is a place, or what "the city" stands for since `start`; Rouen, for "the walls of Rouen".

    The bishop of Rouen may be anywhere.
    """
    names, kind = casting.names, casting.names.kind(head)
    if kind in ("person", "office", "document"):
        return None
    inner, described = names.last_in(role.span), names.at(head)
    if kind == PLACE and described is not None and described.form != "name" and inner is described:
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


def _borne(tree: Tree, noun: Token, casting: Casting) -> tuple[Span, Id | None] | None:
    """The place that a happening is called after: "the Dieppe Raid", "the Geneva accords"."""
    names = casting.names
    named = (t for t in tree.below(noun, "compound") if t.pos == "PROPN" and names.kind(t) == PLACE)
    spans = ((tree.words(t, t), names.entity(t)) for t in named)
    return names.place_of_event(noun) or next(spans, None)


def _signed_at(roles: Sequence[Role], heads: Mapping[Span, Token], casting: Casting) -> Iterator[Role]:
    """The place that what was agreed on is called after: "signed the Treaty of Versailles"."""
    for role in roles:
        document = casting.names.kind(heads[role.span]) == "document"
        inner = casting.names.place_at_end(role.span) if document and role.name == TARGET else None
        if inner is not None and casting.names.is_known(inner.entity):
            yield Role(PLACE, inner.span, inner.entity, "name-place")
