"""knowledge/<language>/people.toml: how people, bodies and places are named, and which words point back to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

from regesta.model.entity import EntityKind
from regesta.rules.gazetteer import KINDS as PLACE_KINDS
from regesta.rules.problems import Problems, read_toml, suggest

Number = Literal["singular", "plural"]
Gender = Literal["masculine", "feminine"]

ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)

_LISTS: Mapping[str, tuple[str, ...]] = {
    "names": (
        *("particles", "patronymics", "joiners", "inner_articles", "coordinators", "possessors", "not_names"),
        *("day_words", "definite"),
        *(
            "singular_demonstratives",
            "plural_demonstratives",
            "indefinite",
            "naming",
            "as_words",
            "with_words",
            "saints",
            "surnames",
        ),
    ),
    "titles": ("neutral", "masculine", "feminine", "peers", "behind"),
    "given_names": ("masculine", "feminine"),
    "persons": (
        "nouns",
        "kin",
        "masculine",
        "feminine",
        "verbs",
        "undergone",
        "fates",
        "relatives",
        "made_verbs",
        "coming_verbs",
        "taking_over",
        "ousting_verbs",
    ),
    "offices": (
        "nouns",
        "posts",
        "had_verbs",
        "stead",
        "receiving",
        "way",
        "keeping",
        "removing",
        "terms",
    ),
    "bodies": ("heads", "nouns", "groups", "others", "plural_verbs", "ships"),
    "demonyms": ("endings", "adjectives", "words"),
    "places": (
        "outposts",
        "traded_verbs",
        "gained_verbs",
        "falling_nouns",
        "yielding_verbs",
        "traders",
        "wedding",
        "gates",
        "heads",
        "prepositions",
        "weak_prepositions",
        "nouns",
        "verbs",
        "only_verbs",
        "sites",
        "plain",
        "taken_verbs",
        "taken_nouns",
        "going_verbs",
        "passing_verbs",
        "handed_verbs",
        "held_verbs",
        "hands",
        "lying_verbs",
        "owned_verbs",
        "epithets",
        "goals",
        "motions",
        "steps",
        "among",
    ),
    "documents": ("heads",),
    "events": ("heads", "nouns", "not_verbs"),
    "empty_subjects": ("verbs", "alone"),
    "describing": ("same", "fresh", "naming_prepositions"),
}
_TABLES = (*_LISTS, "pronouns", "descriptions")
_CASED = {("demonyms", "words")}


@dataclass(frozen=True, slots=True)
class PeopleExample:
    """A text, and the names or the references that a reader finds in it."""

    table: str
    text: str
    names: tuple[str, ...] | None
    """All names, as `words: kind`; None where the example is not about names."""
    refers: tuple[str, ...] | None
    """All words that point back, as `words -> whom`; `?` where the text does not say."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun may stand for."""

    number: Number
    gender: Gender | None
    kinds: tuple[EntityKind, ...]
    reflexive: bool = False
    may_be_empty: bool = False
    """Whether it may stand for nothing, as in "it seems"."""


@dataclass(frozen=True, slots=True)
class DescriptionRule:
    """What a definite description such as "the city" may point back to."""

    kinds: tuple[EntityKind, ...]
    number: Number = "singular"
    place_kinds: tuple[str, ...] = ()
    """Kinds of the gazetteer that fit; empty where any does."""
    same_head: bool = False
    """Whether what it points to has the word in its name or is described by it."""
    asks: bool = False
    """Whether a reader asks "which one?" where nothing before answers."""
    demonstrative: bool = False
    """Whether it points back after a demonstrative only, not after an article."""
    pronoun_like: bool = False
    """Whether it stands for any antecedent of its kind, as a pronoun does."""


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """The words by which names and references are known."""

    words: Mapping[str, frozenset[str]]
    """The word lists, by `table.list`; without case, but for `demonyms.words`."""
    pronouns: Mapping[str, Pronoun]
    descriptions: Mapping[str, DescriptionRule]
    examples: tuple[PeopleExample, ...]

    def has(self, lists: str, word: str) -> bool:
        """Whether the word is in a list, such as `places.heads`."""
        return word.casefold() in self.words[lists]


def read_people_rules(folder: Traversable, label: str, problems: Problems) -> PeopleRules:
    """The rules of people.toml in a language folder; mistakes are noted in `problems`."""
    file = f"{label}/people.toml"
    data = read_toml(folder, "people.toml", file)
    problems.require_keys(file, "people", data, _TABLES)
    for table in _TABLES:
        if table not in data:
            problems.add(file, table, "the table is missing; copy its shape from another language folder")
    problems.stop()
    return PeopleRules(
        _word_lists(data, file, problems),
        _pronouns(data["pronouns"], file, problems),
        _descriptions(data["descriptions"], file, problems),
        tuple(e for table in _LISTS for e in _examples(data[table], table, file, problems)),
    )


def _word_lists(data: Mapping[str, Any], file: str, problems: Problems) -> Mapping[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for table, names in _LISTS.items():
        problems.require_keys(file, table, data[table], (*names, "examples"))
        for name in names:
            words = data[table].get(name)
            if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
                problems.add(file, f"{table}.{name}", 'a list of words is wanted, such as ["general", "mayor"]')
                continue
            cased = (table, name) in _CASED
            lists[f"{table}.{name}"] = frozenset(w if cased else w.casefold() for w in words)
    return lists


def _examples(table: Mapping[str, Any], name: str, file: str, problems: Problems) -> tuple[PeopleExample, ...]:
    made = []
    for entry in table.get("examples", ()):
        where = f"{name}.examples"
        problems.require_keys(file, where, entry, ("text", "names", "refers"))
        if "text" not in entry or not ("names" in entry or "refers" in entry):
            problems.add(file, where, 'an example has a "text", and "names" or "refers" or both')
            continue
        names, refers = entry.get("names"), entry.get("refers")
        made.append(
            PeopleExample(
                name,
                entry["text"],
                None if names is None else tuple(names),
                None if refers is None else tuple(refers),
            )
        )
    if not made:
        problems.add(file, name, "examples are missing; add a text, and the names or references in it")
    return tuple(made)


def _pronouns(entries: list[dict[str, Any]], file: str, problems: Problems) -> Mapping[str, Pronoun]:
    made: dict[str, Pronoun] = {}
    keys = ("words", "number", "gender", "kinds", "reflexive", "may_be_empty")
    for entry in entries:
        where = _entry_name("pronouns", entry)
        problems.require_keys(file, where, entry, keys)
        if not _sound(entry, where, file, problems):
            continue
        rule = Pronoun(
            entry.get("number", "singular"),
            entry.get("gender"),
            tuple(entry["kinds"]),
            entry.get("reflexive", False),
            entry.get("may_be_empty", False),
        )
        _enter(made, entry["words"], rule, (file, where), problems)
    return made


def _descriptions(entries: list[dict[str, Any]], file: str, problems: Problems) -> Mapping[str, DescriptionRule]:
    made: dict[str, DescriptionRule] = {}
    keys = ("words", "number", "kinds", "place_kinds", "same_head", "asks", "demonstrative", "pronoun_like")
    for entry in entries:
        where = _entry_name("descriptions", entry)
        problems.require_keys(file, where, entry, keys)
        if not _sound(entry, where, file, problems):
            continue
        rule = DescriptionRule(
            tuple(entry["kinds"]),
            entry.get("number", "singular"),
            tuple(entry.get("place_kinds", ())),
            entry.get("same_head", False),
            entry.get("asks", False),
            entry.get("demonstrative", False),
            entry.get("pronoun_like", False),
        )
        _enter(made, entry["words"], rule, (file, where), problems)
    return made


def _entry_name(table: str, entry: Mapping[str, Any]) -> str:
    words = entry.get("words")
    return f"{table}: {words[0]}" if isinstance(words, list) and words else table


def _sound(entry: Mapping[str, Any], where: str, file: str, problems: Problems) -> bool:
    """Whether an entry can be read; what is wrong with it is noted."""
    if not entry.get("words") or not entry.get("kinds"):
        problems.add(file, where, '"words" and "kinds" are needed')
        return False
    before = len(problems.found)
    for key, known in (("kinds", ENTITY_KINDS), ("place_kinds", PLACE_KINDS)):
        for kind in entry.get(key, ()):
            if kind not in known:
                problems.add(file, where, f'unknown kind "{kind}"{suggest(kind, known)}; one of {", ".join(known)}')
    for key, known in (("number", get_args(Number)), ("gender", get_args(Gender))):
        if key in entry and entry[key] not in known:
            problems.add(file, where, f'unknown {key} "{entry[key]}"; one of {", ".join(known)}')
    return len(problems.found) == before


def _enter(made: dict[str, Any], words: list[str], rule: object, at: tuple[str, str], problems: Problems) -> None:
    for word in words:
        if word.casefold() in made:
            problems.add(*at, f'"{word}" has an entry already; keep one')
        made[word.casefold()] = rule
