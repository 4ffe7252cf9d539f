"""What a happening of one type, with these participants, starts, ends or shows: the axioms applied, no dates yet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from regesta.model.ids import Id
from regesta.model.state import Change, Strength
from regesta.rules.places import PlaceWords, fold

Reach = Literal["named", "every", "one"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something in a role: its name, its kind, and the place it belongs to if that is known."""

    name: str
    kind: str
    entity: Id | None = None
    place: str | None = None
    place_entity: Id | None = None
    known: bool = True
    """False for a pronoun that stands for nobody named: somebody acted, but the text does not say who."""
    mapped: bool = False
    """Whether the map has a place of that name."""
    rules: bool = False
    """Whether it is a body that governs: a commune has its town, and a football club has not."""

    def is_one_of(self, kinds: frozenset[str]) -> bool:
        """Whether its kind is asked for; a country or a name of no known kind may be a place."""
        may_be = (self.kind == "body" and self.mapped) or (self.kind == "unknown" and self.entity is not None)
        return self.kind in kinds or ("place" in kinds and may_be) or ("government" in kinds and self.rules)


_NO_HOLDERS = frozenset(("document", "event", "power", "office", "post", "building", "quarter", "settlement"))
"""Kinds that hold nothing themselves: a treaty gives a town away, but does not have it."""

_GIVER = "actor"
"""Role of whoever gives something away, or only says whose it is to be."""
_POST, _IMPLIED = "post", "implied"
"""Roles of an office told before that is only pointed to, and of one that the happening is about where none is told."""

Cast = Mapping[str, tuple[Participant, ...]]


class Condition(NamedTuple):
    """Of which kinds the fillers of a role must be; `of_place`: whether the places that they belong to are known."""

    role: str
    of_place: bool
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Effect:
    """One axiom of an event type. The key is the filler of `role`, or where `reach` is not "named" what that one holds.

    `of_place`: the place that the filler belongs to is the key. `holder` is the role of whoever holds it.
    """

    change: Change
    fluent: str
    reach: Reach
    role: str
    of_place: bool
    holder: str | None
    strength: Strength
    when: tuple[Condition, ...] = ()

    @property
    def of_holder(self) -> bool:
        """Whether it is about what the holder holds already."""
        return self.reach != "named" and self.role == self.holder


@dataclass(frozen=True, slots=True)
class Use:
    """An axiom with its key and holder filled in. `reach` "every" or "one" leaves the key to what the holder holds.

    With "one" the key is what it is about where nothing is told of the holder: the throne of who "reigned".
    """

    change: Change
    fluent: str
    strength: Strength
    reach: Reach
    key: str
    key_entity: Id | None
    holder: str | None
    holder_entity: Id | None
    held_by: str = ""
    """Whose keys `reach` speaks of."""
    pointed: bool = False
    """Whether the text says that it is about an office told before: "accepted the post"."""


def apply_effects(
    effects: tuple[Effect, ...],
    cast: Cast,
    words: PlaceWords,
    joint: frozenset[str],
    is_exclusive: Callable[[str, str], bool],
) -> list[Use]:
    """What the effects give for the participants; `joint`: fluents whose holders hold together rather than each.

    Somebody unnamed who comes to what only one can hold (`is_exclusive` of fluent and key), or loses it, ends whoever
    had it.
    """
    uses: list[Use] = []
    for effect in effects:
        chosen = _choose(effect.when, cast)
        if chosen is not None:
            given = _uses(effect, chosen, words, effect.fluent in joint)
            uses += [u for u in given if u not in uses and not _is_beside(u, effect, is_exclusive)]
    return uses


def _is_beside(use: Use, effect: Effect, is_exclusive: Callable[[str, str], bool]) -> bool:
    """Whether somebody unnamed came to, or lost, what others may have at the same time."""
    nobody = effect.holder is not None and use.holder is None and use.reach == "named"
    return nobody and use.change == "ends" and not is_exclusive(use.fluent, use.key)


def _choose(when: tuple[Condition, ...], cast: Cast) -> Cast | None:
    """The participants of the kinds asked for; None where a condition is not met."""
    kept: dict[str, tuple[Participant, ...]] = {}
    for role, of_place, kinds in when:
        fillers = kept.get(role, cast.get(role, ()))
        if of_place:
            fitting = tuple(p for p in fillers if bool(p.place) != ("none" in kinds))
        elif not fillers and "none" in kinds:
            continue
        else:
            fitting = fillers if "any" in kinds else tuple(p for p in fillers if p.is_one_of(kinds))
        if not fitting:
            return None
        kept[role] = fitting
    return {**cast, **kept} if kept else cast


def _uses(effect: Effect, cast: Cast, words: PlaceWords, joint: bool) -> Iterator[Use]:
    for reach, key, entity, held_by in _keys(effect, cast, words):
        for holder, holder_entity in _holders(effect, cast, words, joint, key):
            if holder and reach == "named" and effect.holder and fold(words.without_article(holder)) == fold(key):
                continue
            if held_by and effect.of_holder and holder != held_by:
                continue  # of two who die each loses what was their own
            if holder == "" and reach == "one" and effect.change == "ends":
                yield Use("ends", effect.fluent, "weak", reach, key, None, None, None)
            elif holder != "":
                yield Use(
                    effect.change,
                    effect.fluent,
                    effect.strength,
                    reach,
                    key,
                    entity,
                    holder,
                    holder_entity,
                    held_by,
                    pointed=reach == "one" and bool(cast.get(_POST)),
                )
            elif effect.change != "observes" and reach == "named":
                # Somebody came to it, or "they lost it": whoever had it has it no more.
                yield Use("ends", effect.fluent, effect.strength, reach, key, entity, None, None)


def _is_of_somebody(effect: Effect, fillers: tuple[Participant, ...]) -> bool:
    """Whether somebody not named loses the one thing that was theirs: "he resigned", whoever he is."""
    return effect.change == "ends" and effect.of_holder and not any(p.known for p in fillers)


def _keys(effect: Effect, cast: Cast, words: PlaceWords) -> Iterator[tuple[Reach, str, Id | None, str]]:
    reach, role, fillers = effect.reach, effect.role, cast.get(effect.role, ())
    if reach == "one" and fillers and (role == _POST or _is_of_somebody(effect, fillers)):
        yield reach, "", None, ""
    for filler in fillers:
        if not filler.known:
            continue
        if reach != "named":
            implied = "" if reach == "every" else next((p.name for p in cast.get(_IMPLIED, ())), "")
            yield reach, implied, None, filler.name
        elif effect.of_place:
            if filler.place:
                yield reach, words.bare(filler.place), filler.place_entity, ""
        elif role == "office":
            yield reach, office_key(filler, cast, effect.holder, words), filler.entity, ""
        else:
            yield reach, *_thing(filler, cast, words), ""


def _thing(filler: Participant, cast: Cast, words: PlaceWords) -> tuple[str, Id | None]:
    """What is held. A building goes by its place, for every town has a town hall."""
    if filler.kind in ("place", "quarter") or filler.mapped:
        return words.bare(filler.name), filler.entity
    places = [p for p in cast.get("place", ()) if p.kind == "place" and p.known]
    if filler.kind == "building" and len(places) == 1 and not words.split(filler.name)[1]:
        return f"{words.without_article(filler.name)}, {words.bare(places[0].name)}", None
    return words.office_named(filler.name), filler.entity


def office_key(office: Participant, cast: Cast, holder: str | None, words: PlaceWords) -> str:
    """The office with what it is over: `mayor, Aldermouth`; as written where it says so itself or nothing does."""
    name = words.without_rank(office.name)
    head, told = words.split(name)
    if told and not (words.is_some(told) and told.rpartition(" ")[2].islower()):
        return name
    name = head if told else name  # "mayor of a large town": which one, the rest may say
    over = [p for r in ("target", "place") if r != holder for p in cast.get(r, ()) if p.kind in ("body", "place")]
    choosing = cast.get(_GIVER, ()) if holder != _GIVER else ()
    over = over or [p for p in choosing if p.kind == "body" and p.name[:1].isupper() and words.is_society(p.name)]
    scope = next((words.bare(p.name) for p in over if p.known), "")
    return f"{name}, {scope}" if scope and fold(scope) not in fold(name) else name


def _holders(
    effect: Effect, cast: Cast, words: PlaceWords, joint: bool, key: str
) -> Iterator[tuple[str | None, Id | None]]:
    """Names of the holders; empty where somebody unnamed acted, None where the effect is about whoever it is."""
    if effect.holder is None:
        yield (None, None) if effect.change == "ends" else (key, None)
        return
    titled, in_office = effect.fluent == "holds", effect.fluent == "office"
    fillers = [p for p in cast.get(effect.holder, ()) if p.kind not in _NO_HOLDERS or (titled and p.kind == "office")]
    fillers = [p for p in fillers if not (in_office and p.kind == "place")]  # "Lund was the seat of the court"
    known = [p for p in fillers if p.known]
    if effect.change == "ends" and effect.holder == _GIVER:
        known = [p for p in known if not words.decides(p.name)]  # "the court gave it to the abbot": it had it not
    if not known:
        if fillers:
            yield "", None
        return
    if joint and len(known) > 1 and effect.change != "ends":
        yield ", ".join(dict.fromkeys(p.name for p in known)), None
        return
    for person in known:
        yield person.name, person.entity
