"""Event types and fluents: knowledge/common/event_types.toml as typed rules, with the word lists of a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any, get_args

from regesta.model.state import Change, Strength
from regesta.rules.effects import Cast, Condition, Effect, Participant, Use, apply_effects
from regesta.rules.places import PlaceWords
from regesta.rules.problems import Problems, read_toml, suggest
from regesta.rules.read_places import read_place_words

FILE = "knowledge/common/event_types.toml"
FAMILIES = ("power", "conflict", "words", "law", "life", "making", "relations", "other")
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
KINDS = frozenset(
    (
        "person",
        "body",
        "government",
        "place",
        "quarter",
        "building",
        "settlement",
        "office",
        "post",
        "power",
        "document",
        "event",
        "unknown",
        "none",
        "any",
    )
)
EXCLUSIVE = ("always", "sole", "never")
STANCES = ("with", "against")
_CHANGES: tuple[Change, ...] = ("starts", "ends", "observes")
_DENIED = "denied"
_PHASES: tuple[Change, ...] = ("starts", "ends")
_COMMON_ROLES = ("actor", "target", "place")
_TYPE_KEYS = (
    "says",
    "family",
    "stance",
    "roles",
    "place_matters",
    "own_place",
    "on_party",
    "at_actor",
    "of_deed",
    "addressed",
    "loose",
    "phase",
    "begins_life",
    "ends_life",
    "begins_term",
    "ends_term",
    "undoes",
    "turns_down",
    "declared",
    "besets",
    "gives_up",
    "comes",
    "of_before",
    "sets_up",
    "examples",
    _DENIED,
    *_CHANGES,
)
_EFFECT_KEYS = ("fluent", "key", "holder", "strength", "when")


@dataclass(frozen=True, slots=True)
class Fluent:
    """Something that can be so on one day and not on another."""

    name: str
    says: str
    exclusive: str


@dataclass(frozen=True, slots=True)
class EffectExample:
    """Participants, and the changes they must give: (change, strength, fluent, key, holder)."""

    cast: Cast
    gives: tuple[tuple[str, ...], ...]
    denied: bool = False
    """Whether it is told not to have happened."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of happening."""

    name: str
    says: str
    family: str
    roles: tuple[str, ...]
    effects: tuple[Effect, ...]
    place_matters: bool
    begins_life: bool
    ends_life: bool
    ends_term: bool
    undoes: bool
    examples: tuple[EffectExample, ...]
    begins_term: bool = False
    """Whether somebody comes to an office by it."""
    turns_down: bool = False
    """Whether who does it does not have the office that others gave them: "he declined the office"."""
    declared: bool = False
    """Whether who does it only says that it is so: "proclaimed himself king", not "made himself king"."""
    besets: bool = False
    """Whether who does it means to have the place, and may: a siege."""
    gives_up: bool = False
    """Whether who does it gives up the place that is told to be beset."""
    sets_up: bool = False
    """Whether its target, a body, did not exist before."""
    own_place: bool = False
    """Whether it needs a place of its own, whatever else its sentence places."""
    on_party: bool = False
    """Whether its target is a party, and so no place even where it is a country."""
    at_actor: bool = False
    """Whether it happens where the place is that does it: "Rouen surrendered"."""
    of_deed: bool = False
    """Whether what it is about is what a deed told behind it is done to: "refused to recognise the duke"."""
    addressed: bool = False
    """Whether it is said to somebody who is to do something."""
    loose: bool = False
    """Whether two happenings of it are not alike enough for one to be named by the word of the other."""
    phase: Change | None = None
    """Whether what its target tells of is over by it, or begins with it: "the rule of the bishops ended"."""
    comes: bool = False
    """Whether who does it is there from then on, and so may have come to an office: "until the prefect arrived"."""
    of_before: bool = False
    """Whether it is about what its doer is told right before to have come to: "they stayed a year"."""
    denied: tuple[Effect, ...] = ()
    """What is so where it is told not to have happened: nobody has an office to which "no mayor was elected"."""
    stance: str = ""
    """`with` or `against` its target; empty where the word does not say."""


@dataclass(frozen=True)
class EventTypes:
    """All types and fluents, and what the language's words say of places and offices."""

    types: Mapping[str, EventType]
    fluents: Mapping[str, Fluent]
    words: PlaceWords = field(default_factory=PlaceWords)

    def __contains__(self, name: str) -> bool:
        return name in self.types

    def __getitem__(self, name: str) -> EventType:
        return self.types[name]

    def get(self, name: str) -> EventType | None:
        """The type, or None where there is none of that name."""
        return self.types.get(name)

    def uses(self, name: str, cast: Cast, *, denied: bool = False) -> list[Use]:
        """What a happening of that type with these participants starts, ends and shows; or that it did not happen."""
        kind = self.types.get(name)
        effects = () if kind is None else kind.denied if denied else kind.effects
        return apply_effects(effects, cast, self.words, self.joint, self.is_exclusive) if effects else []

    @cached_property
    def joint(self) -> frozenset[str]:
        """Fluents whose holders hold together rather than each."""
        return frozenset(f.name for f in self.fluents.values() if f.exclusive == "always")

    def is_exclusive(self, fluent: str, key: str) -> bool:
        """Whether a new holder of that key puts the old one out."""
        known = self.fluents.get(fluent)
        if known is None or known.exclusive == "never":
            return False
        return known.exclusive == "always" or self.words.is_sole(key)


def read_event_types(
    common: Traversable, problems: Problems, language: Traversable | None = None, label: str = "knowledge/language"
) -> EventTypes:
    """The types of knowledge/common with the place words of a language folder; mistakes are noted in `problems`."""
    data = read_toml(common, "event_types.toml", FILE)
    problems.require_keys(FILE, "file", data, ("fluent", "type"))
    fluents = {
        name: Fluent(name, entry.get("says", ""), _one_of(name, entry, "exclusive", EXCLUSIVE, problems))
        for name, entry in data.get("fluent", {}).items()
    }
    types = {name: _read_type(name, entry, fluents, problems) for name, entry in data.get("type", {}).items()}
    words = PlaceWords() if language is None else read_place_words(language, label, problems)
    return EventTypes(types, fluents, words)


def _one_of(entry: str, data: Mapping[str, Any], key: str, allowed: tuple[str, ...], problems: Problems) -> str:
    value = data.get(key)
    if value not in allowed:
        problems.add(FILE, entry, f'"{key}" is {value!r}{suggest(str(value), allowed)}; allowed: {", ".join(allowed)}')
        return allowed[0]
    return str(value)


def _phase(entry: str, given: Mapping[str, Any], problems: Problems) -> Change | None:
    told = _one_of(entry, given, "phase", _PHASES, problems) if "phase" in given else None
    return next((change for change in _PHASES if change == told), None)


def _read_type(name: str, entry: Mapping[str, Any], fluents: Mapping[str, Fluent], problems: Problems) -> EventType:
    problems.require_keys(FILE, f"type {name}", entry, _TYPE_KEYS)
    if not entry.get("says"):
        problems.add(FILE, f"type {name}", '"says" is missing; write one line on what happens')
    roles = _COMMON_ROLES + tuple(entry.get("roles", ()))
    effects = tuple(
        _read_effect(name, change, item, roles, fluents, problems)
        for change in _CHANGES
        for item in entry.get(change, ())
    )
    denied = tuple(_read_effect(name, "ends", item, roles, fluents, problems) for item in entry.get(_DENIED, ()))
    examples = tuple(_read_example(name, item, roles, problems) for item in entry.get("examples", ()))
    if effects and not examples:
        problems.add(FILE, f"type {name}", 'it has effects but no "examples"; add one with roles and what it gives')
    return EventType(
        name=name,
        says=entry.get("says", ""),
        family=_one_of(f"type {name}", entry, "family", FAMILIES, problems),
        roles=roles,
        effects=effects,
        place_matters=bool(entry.get("place_matters", False)),
        begins_life=bool(entry.get("begins_life", False)),
        ends_life=bool(entry.get("ends_life", False)),
        ends_term=bool(entry.get("ends_term", False)),
        begins_term=bool(entry.get("begins_term", False)),
        undoes=bool(entry.get("undoes", False)),
        examples=examples,
        turns_down=bool(entry.get("turns_down", False)),
        declared=bool(entry.get("declared", False)),
        of_before=bool(entry.get("of_before", False)),
        besets=bool(entry.get("besets", False)),
        gives_up=bool(entry.get("gives_up", False)),
        sets_up=bool(entry.get("sets_up", False)),
        own_place=bool(entry.get("own_place", False)),
        of_deed=bool(entry.get("of_deed", False)),
        addressed=bool(entry.get("addressed", False)),
        loose=bool(entry.get("loose", False)),
        on_party=bool(entry.get("on_party", False)),
        at_actor=bool(entry.get("at_actor", False)),
        comes=bool(entry.get("comes", False)),
        denied=denied,
        phase=_phase(f"type {name}", entry, problems),
        stance=_one_of(f"type {name}", entry, "stance", STANCES, problems) if "stance" in entry else "",
    )


def _read_effect(
    name: str,
    change: Change,
    item: Mapping[str, Any],
    roles: tuple[str, ...],
    fluents: Mapping[str, Fluent],
    problems: Problems,
) -> Effect:
    entry = f"type {name}, {change}"
    problems.require_keys(FILE, entry, item, _EFFECT_KEYS)
    fluent, key, holder = item.get("fluent", ""), item.get("key", ""), item.get("holder")
    if fluent not in fluents:
        problems.add(FILE, entry, f'no fluent "{fluent}"{suggest(fluent, fluents)}')
    reach, _, path = key.rpartition(":")
    if reach not in ("", "every", "one"):
        problems.add(FILE, entry, f'"{key}" begins with "{reach}"; write every:ROLE or one:ROLE')
    for role in (path.removesuffix(".place"), holder, *(r.removesuffix(".place") for r in item.get("when", {}))):
        if role is not None and role not in roles:
            problems.add(FILE, entry, f'"{role}" is not a role of this type{suggest(role, roles)}')
    for kinds in item.get("when", {}).values():
        for kind in kinds:
            if kind not in KINDS:
                problems.add(FILE, entry, f'no kind "{kind}"{suggest(kind, KINDS)}')
    strength = item.get("strength", "firm")
    if strength not in STRENGTHS:
        problems.add(FILE, entry, f'strength is "{strength}"; write one of: {", ".join(STRENGTHS)}')
        strength = "weak"
    when = tuple(Condition(*_parted(path), frozenset(kinds)) for path, kinds in item.get("when", {}).items())
    return Effect(change, fluent, reach or "named", *_parted(path), holder, strength, when)


def _parted(path: str) -> tuple[str, bool]:
    """A role, and whether the place of its filler is meant: `target`, `target.place`."""
    role, _, part = path.partition(".")
    return role, part == "place"


def _read_example(name: str, item: Mapping[str, Any], roles: tuple[str, ...], problems: Problems) -> EffectExample:
    entry = f"type {name}, example"
    problems.require_keys(FILE, entry, item, ("roles", "gives", _DENIED))
    cast: dict[str, tuple[Participant, ...]] = {}
    for role, words in item.get("roles", {}).items():
        if role not in roles:
            problems.add(FILE, entry, f'"{role}" is not a role of this type{suggest(role, roles)}')
        cast[role] = (_read_participant(entry, words, problems),)
    gives = tuple(tuple(row) for row in item.get("gives", ()))
    if any(len(row) != 5 for row in gives):
        problems.add(FILE, entry, "each line of gives has five words: change, strength, fluent, key, holder")
    return EffectExample(cast, gives, denied=bool(item.get(_DENIED, False)))


def _read_participant(entry: str, words: str, problems: Problems) -> Participant:
    kind, colon, rest = words.partition(": ")
    if not colon or kind not in KINDS:
        problems.add(FILE, entry, f'"{words}" should read "kind: name" or "kind: name @ place"{suggest(kind, KINDS)}')
    name, _, place = rest.partition(" @ ")
    rules = kind == "government"
    return Participant(name, "body" if rules else kind, place=place or None, rules=rules)
