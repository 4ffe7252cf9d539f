"""Words of happenings, of status and of roles: knowledge/<language>/{events,status,roles}.toml, typed and looked up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from typing import Any

from regesta.model.claim import STATUSES, Status
from regesta.rules.entries import one_meaning, sound_entries, tables, word_lists
from regesta.rules.problems import Problems, read_toml, suggest
from regesta.rules.role_weights import RoleWeights, read_role_weights
from regesta.rules.weights import Weights, read_weights

_SILENT = ("verbs", "phrases", "light_verbs", "occurrence_verbs", "catenative_verbs", "catenative_nouns")
_STATUS_PARTS = {
    "modals": ("later", "ability"),
    "nouns": (),
    "adverbs": (),
    "determiners": (),
    "adjectives": (),
    "predicates": (),
    "prepositions": (),
    "markers": ("reported_as",),
}
"""Which words of status there are but for verbs, and what they may be besides a status."""
_SCOPE = (
    "contrast",
    "alternative",
    "awaited_clause",
    "awaited_gerund",
    "not_yet",
    "cut_short",
    "describes",
    "aims",
    "wants",
    "clauses_only",
    "lacking",
    "means",
    "contests",
    "about",
    "topics",
    "only_thought_of",
    "attempts",
    "brings_about",
    "later",
    "excess",
    "settled",
    "indefinite",
    *("at_last", "vain", "takes", "outcome"),
)
"""How far a status goes: see the comments in status.toml."""
_ROLE_PARTS = {
    "prepositions": (
        "agent",
        "of",
        "leader",
        "target",
        "place",
        "location",
        "direction",
        "giver",
        "object_does",
        "along",
    ),
    "order": (
        "after",
        "before",
        "leads_to",
        "during",
        "while",
        "then",
        "comment",
        "appointed",
        "through",
        "attempts",
        "when",
        "hence",
        "contrast",
    ),
    "pronouns": ("relative", "empty"),
    "naming": ("verbs",),
    "leading": ("verbs", "nouns"),
    "doing": ("verbs", "receiving", "favours", "means"),
    "control": ("verbs",),
    "offices": ("as", "with", "have"),
}


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a verb or noun: the type it tells of, and where its participants stand."""

    type: str
    word: str
    second: str
    """A particle or preposition that must go with it; empty where none."""
    object_noun: str
    """A noun that must be its object, or hang on it by a preposition; empty where none."""
    subject_intransitive: str
    subject_passive: str
    of: str
    prepositions: Mapping[str, str]
    object_kinds: frozenset[str]
    object_words: frozenset[str]
    subject_kinds: frozenset[str]
    passive_only: bool
    passes_on: bool
    """Whether, in the passive, what is joined to it is told of the agent: "was succeeded by X and was ruled by Y"."""
    weak: bool
    """Whether a noun counts only with a light verb or with something that hangs on it."""
    held: bool
    """Whether a noun tells of nothing new as the object of another happening: "regained control"."""
    owner: str = ""
    """Role of whoever the noun that must go with it belongs to: "remained in Genoese hands"; empty where none."""
    undergone: bool = False
    """Whether a noun is done to whoever it belongs to, as long as its "of" names nobody: "his arrest"."""
    predicated: bool = False
    """Whether a noun counts only where it is said of something: "Corsica was part of France"; that is its target."""
    joined: bool = False
    """Whether a verb counts as a participle with whoever does it before its hyphen: "Genoese-held Corsica"."""
    behind: Mapping[str, str] = field(default_factory=dict)
    """Role of what a noun behind these prepositions is said of: "Corsica was under the rule of Genoa"."""

    @property
    def bound(self) -> bool:
        """Whether it wants a second word: such senses are tried first."""
        return bool(self.second or self.object_noun)

    @property
    def conditional(self) -> bool:
        """Whether it asks who or what takes part."""
        return bool(self.object_kinds or self.object_words or self.subject_kinds)


@dataclass(frozen=True, slots=True)
class EventExample:
    """A sentence, the word in it that tells of a happening, and its participants."""

    entry: str
    text: str
    trigger: str
    type: str
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatusExample:
    """A sentence, a trigger in it, and how firmly it is told."""

    text: str
    trigger: str
    status: Status


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Which words give which status, by the part that they play."""

    verbs: Mapping[str, tuple[Status, ...]]
    nouns: Mapping[str, Status]
    adverbs: Mapping[str, Status]
    determiners: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    predicates: Mapping[str, Status]
    """Adjectives with an infinitive: "unable to"."""
    prepositions: Mapping[str, Status]
    modals: Mapping[str, str]
    """Status, or `later` (would) or `ability` (could)."""
    markers: Mapping[str, str]
    examples: tuple[StatusExample, ...]
    scope: Mapping[str, frozenset[str]]
    """Words that say how far a status goes, by what they do."""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Which prepositions bind participants and places, and which words put one happening before another."""

    prepositions: Mapping[str, frozenset[str]]
    order: Mapping[str, frozenset[str]]
    relative: frozenset[str]
    naming: frozenset[str]
    """Verbs that give somebody the name behind them."""
    empty: frozenset[str]
    """Pronouns that may stand for nothing: "it is said"."""
    passing_on: frozenset[str] = frozenset()
    """Verbs after whose passive the story goes on with the agent."""
    leading: frozenset[str] = frozenset()
    """Verbs that make a second actor of whoever is behind "by": "troops led by Grant"."""
    command: frozenset[str] = frozenset()
    """Nouns that do so behind "under" and before "of": "under the command of Grant"."""
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words that tie an office to whoever has it: "with Grant as mayor", "Rouen had a new mayor, Grant"."""
    carriers: frozenset[str] = frozenset()
    """Light verbs: who makes a plan is who means to do what is planned."""
    doing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verbs by whether their subject does what their object names, undergoes it, or uses it for something else."""
    controls: frozenset[str] = frozenset()
    """Verbs whose object does what an infinitive behind it tells: "ordered the guard to fire"."""
    intentions: frozenset[str] = frozenset()
    """Nouns whose owner does what is meant: "his aim was to ..."."""
    happenings: frozenset[str] = frozenset()
    """Nouns that tell of a happening: none of them acts as people do."""
    indefinite: frozenset[str] = frozenset()
    """Articles of what was not there before."""


@dataclass(frozen=True, slots=True)
class LifeWords:
    """The types of the ends of a life, and the words for them in brackets behind a name."""

    birth: str = ""
    """Empty where the language has none of it."""
    death: str = ""
    born: frozenset[str] = frozenset()
    died: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    """Words before a year that is not known to the year: "c. 1120"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words that claims are read by, of one language."""

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    not_happening: frozenset[str]
    set_phrases: frozenset[str]
    light_verbs: frozenset[str]
    occurrence_verbs: frozenset[str]
    catenative_verbs: frozenset[str]
    catenative_nouns: frozenset[str]
    office_type: str
    other_type: str
    status: StatusWords
    roles: RoleWords
    examples: tuple[EventExample, ...]
    not_examples: tuple[tuple[str, str], ...]
    """Entry and sentence; the entry's words tell of nothing in it."""
    life: LifeWords = LifeWords()
    weights: Weights = field(default_factory=Weights)
    """What annotated texts taught about triggers."""
    role_weights: RoleWeights | None = None
    """What they taught about who takes part; None where the language has no such file."""


def read_lexicon(folder: Traversable, label: str, types: Iterable[str], problems: Problems) -> Lexicon:
    """The lexicon of a language folder; `types` are the event types there are. Mistakes are noted in `problems`."""
    file = f"{label}/events.toml"
    data = read_toml(folder, "events.toml", file)
    problems.require_keys(file, "events", data, ("event", "not_happening", "office", "life"))
    known = list(types)
    verbs: dict[str, list[Sense]] = defaultdict(list)
    nouns: dict[str, list[Sense]] = defaultdict(list)
    examples: list[EventExample] = []
    not_examples: list[tuple[str, str]] = []
    for name, entry in sound_entries(file, data, known, problems):
        for word in entry.get("verbs", []):
            verbs[word.split()[0]].append(_sense(entry, word))
        for word in entry.get("nouns", []):
            nouns[word.split()[0]].append(_sense(entry, word))
        examples.extend(_example(name, entry, e) for e in entry.get("examples", []))
        not_examples.extend((name, text) for text in entry.get("not_examples", []))
    silent = word_lists(file, "not_happening", data.get("not_happening"), _SILENT, problems)
    held = data.get("office")
    office = str(held.get("type", "")) if isinstance(held, dict) else ""
    if office not in known:
        problems.add(file, "office", f'"{office}" is no event type{suggest(office, known)}')
    status, roles = _read_status(folder, label, problems), _read_roles(folder, label, problems)
    return Lexicon(
        {word: _bound_first(senses) for word, senses in verbs.items()},
        {word: _bound_first(senses) for word, senses in nouns.items()},
        frozenset(silent.get("verbs", [])),
        frozenset(silent.get("phrases", [])),
        frozenset(silent.get("light_verbs", [])),
        frozenset(silent.get("occurrence_verbs", [])),
        frozenset(silent.get("catenative_verbs", [])),
        frozenset(silent.get("catenative_nouns", [])),
        office,
        known[-1] if known else "",
        status,
        replace(
            roles,
            passing_on=frozenset(w for w, senses in verbs.items() if any(s.passes_on for s in senses)),
            carriers=frozenset(silent.get("light_verbs", [])),
            controls=roles.controls | (status.verbs.keys() - status.scope["lacking"]),
            intentions=frozenset(status.nouns),
            happenings=frozenset(nouns),
            indefinite=status.scope["indefinite"],
        ),
        tuple(examples),
        tuple(not_examples),
        _read_life(file, data.get("life"), known, problems),
        read_weights(folder, label, problems),
        read_role_weights(folder, label, problems),
    )


def _read_life(file: str, given: Any, known: list[str], problems: Problems) -> LifeWords:
    if given is None:
        return LifeWords()
    parts = given if isinstance(given, dict) else {}
    words = {key: parts.get(key) for key in ("born", "died", "about")}
    lists = word_lists(file, "life", words, words, problems)
    for key in ("begins", "ends"):
        if parts.get(key) not in known:
            problems.add(
                file, "life", f'{key} = "{parts.get(key)}" is no event type{suggest(str(parts.get(key)), known)}'
            )
    born, died, about = (frozenset(lists.get(key, ())) for key in words)
    return LifeWords(str(parts.get("begins")), str(parts.get("ends")), born, died, about)


def _sense(entry: Mapping[str, Any], word: str) -> Sense:
    first, _, rest = word.partition(" ")
    return Sense(
        entry.get("type", ""),
        first,
        "" if "+" in rest else rest,
        rest.partition("+")[2],
        entry.get("intransitive", "actor"),
        entry.get("passive_subject", "target"),
        entry.get("of", "target"),
        entry.get("prepositions", {}),
        frozenset(entry.get("object_kinds", ())),
        frozenset(entry.get("object_words", ())),
        frozenset(entry.get("subject_kinds", ())),
        first in entry.get("passive_only", ()),
        entry.get("passes_on", False),
        word in entry.get("weak", ()),
        word in entry.get("held", ()),
        entry.get("owner", ""),
        word in entry.get("undergone", ()),
        entry.get("predicated", False),
        word in entry.get("joined", ()),
        entry.get("behind", {}),
    )


def _example(name: str, entry: Mapping[str, Any], given: Mapping[str, str]) -> EventExample:
    roles = tuple((k, v) for k, v in given.items() if k not in ("text", "trigger", "type"))
    return EventExample(name, given["text"], given["trigger"], given.get("type", entry.get("type", "")), roles)


def _bound_first(senses: list[Sense]) -> tuple[Sense, ...]:
    """Meanings that want a second word first, then those that want an object or subject of some kind, then the rest."""
    return tuple(sorted(senses, key=lambda s: (not s.bound, not s.conditional)))


def _read_status(folder: Traversable, label: str, problems: Problems) -> StatusWords:
    file = f"{label}/status.toml"
    data = read_toml(folder, "status.toml", file)
    problems.require_keys(file, "status", data, ("verbs", *_STATUS_PARTS, "scope", "examples"))
    verbs: dict[str, list[Status]] = defaultdict(list)
    given = word_lists(file, "verbs", data.get("verbs"), STATUSES, problems)
    for status in STATUSES:
        for word in given.get(status, []):
            verbs[word].append(status)
    meanings = {}
    for part, more in _STATUS_PARTS.items():
        lists = word_lists(file, part, data.get(part), (*STATUSES, *more), problems)
        meanings[part] = one_meaning(file, part, lists, problems)
    scope = word_lists(file, "scope", data.get("scope"), _SCOPE, problems)
    examples = []
    for example in tables(file, "examples", data, problems):
        if example.get("is") not in STATUSES or example.get("trigger", "?") not in example.get("text", ""):
            problems.add(file, "examples", f"needs text, trigger (in the text) and is (one of {', '.join(STATUSES)})")
        else:
            examples.append(StatusExample(example["text"], example["trigger"], example["is"]))
    return StatusWords(
        {w: tuple(s) for w, s in verbs.items()},
        **meanings,
        examples=tuple(examples),
        scope={key: frozenset(scope.get(key, ())) for key in _SCOPE},
    )


def _read_roles(folder: Traversable, label: str, problems: Problems) -> RoleWords:
    file = f"{label}/roles.toml"
    data = read_toml(folder, "roles.toml", file)
    problems.require_keys(file, "roles", data, _ROLE_PARTS)
    read: dict[str, dict[str, frozenset[str]]] = {}
    for part, keys in _ROLE_PARTS.items():
        lists = word_lists(file, part, data.get(part), keys, problems)
        read[part] = {key: frozenset(lists.get(key, ())) for key in keys}
        for key in keys:
            if isinstance(data.get(part), dict) and key not in data[part]:
                problems.add(file, part, f'the key "{key}" is missing; add {key} = [...]')
    return RoleWords(
        read["prepositions"],
        read["order"],
        read["pronouns"]["relative"],
        read["naming"]["verbs"],
        read["pronouns"]["empty"],
        leading=read["leading"]["verbs"],
        command=read["leading"]["nouns"],
        doing=read["doing"],
        controls=read["control"]["verbs"],
        offices=read["offices"],
    )
