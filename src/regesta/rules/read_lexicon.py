"""The lexicon of a language from its files: knowledge/<language>/{events,status,roles}.toml."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import Any

from regesta.model.claim import STATUSES, Status
from regesta.rules.entries import one_meaning, sound_entries, tables, word_lists
from regesta.rules.event_types import EventType
from regesta.rules.lexicon import EventExample, Lexicon, LifeWords, RoleWords, Sense, StatusExample, StatusWords
from regesta.rules.problems import Problems, read_toml, suggest
from regesta.rules.role_weights import read_role_weights
from regesta.rules.weights import read_weights

_SILENT = (
    "verbs",
    "phrases",
    "light_verbs",
    "occurrence_verbs",
    "catenative_verbs",
    "catenative_nouns",
    "coercive_verbs",
    "amounts",
    "habits",
    "degrees",
    "leftovers",
    "participles",
    "links",
    "shapes",
    "stands",
    "tips",
    "wholes",
    "works",
)
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
    "manners",
    "aims",
    "wants",
    "clauses_only",
    "lacking",
    "means",
    "spent_on",
    "reasons",
    "contests",
    "about",
    "topics",
    "only_thought_of",
    "attempts",
    "brings_about",
    "later",
    "excess",
    "settled",
    "grounds",
    "contains",
    "designs",
    "indefinite",
    *(
        "at_last",
        "just",
        "vain",
        "takes",
        "outcome",
        "sequel",
        "rises",
        "becomes",
        "turns",
        "turned",
        "foretold",
        "fails",
        "from",
        "spared",
        "sparing",
        "among",
        "brings_to",
        "averse",
        "outlawed",
        "confined",
        "sufficient",
        "told_of",
        "imagines",
    ),
    *("presupposes", "exploits", "has_to", "lets", "this", "brings", "in", "drops", "tells", "ends", "owned", "yet"),
    *("without_success", "sure", "heralds", "picks", "cutting_in", "near"),
    *("decided", "backs", "weighs", "backing", "weighing", "heralded", "achieved", "stages", "fetched", "meanwhile"),
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
        "surface",
        "into",
        "giver",
        "opposed",
        "helped",
        "told",
        "object_does",
        "along",
        "joining",
        "some",
        "pointing",
        "homeward",
        "bearing",
    ),
    "order": (
        "after",
        "until",
        "ever_since",
        "begins_with",
        "ends_with",
        "throughout",
        "before",
        "leads_to",
        "openings",
        "grows",
        "follows",
        "precedes",
        "ensuing",
        "moved",
        "deeds",
        "hardly",
        "hardly_when",
        "spends",
        "so_long",
        "goes_on",
        "still",
        "company",
        "dates",
        "days_of",
        "during",
        "lasting",
        "while",
        "then",
        "comment",
        "appointed",
        "through",
        "attempts",
        "when",
        "hence",
        "at_once",
        "in_answer",
        "answers",
        "told",
        "same",
        "between",
        "pointing",
        "definite",
        "contrast",
        "begins",
        "ends",
        "recalling",
        "compared",
        "matters",
        "issues",
    ),
    "pronouns": ("relative", "personal", "empty", "totals", "former", "latter", "many"),
    "measures": ("directions", "lengths", "laws", "asides"),
    "naming": ("verbs",),
    "leading": ("verbs", "nouns"),
    "doing": (
        *("verbs", "receiving", "favours", "heeding", "means", "parting", "turning"),
        *("causing", "parties", "marking", "faiths", "troubles", "alone", "losing", "suffering"),
        "impersonal",
    ),
    "control": ("verbs",),
    "sitting": ("verbs", "nouns", "holds", "members", "decides", "rites"),
    "offices": (
        *("as", "with", "have", "does", "stead", "behind", "stead_of", "successor", "succeeds", "fills", "bare"),
        *("favour", "no", "without", "goes", "lack", "work"),
    ),
}


def read_lexicon(folder: Traversable, label: str, types: Mapping[str, EventType], problems: Problems) -> Lexicon:
    """The lexicon of a language folder; `types` are the event types by name. Mistakes are noted in `problems`."""
    file = f"{label}/events.toml"
    data = read_toml(folder, "events.toml", file)
    problems.require_keys(file, "events", data, ("event", "not_happening", "office", "life"))
    known = list(types)
    verbs: dict[str, list[Sense]] = defaultdict(list)
    nouns: dict[str, list[Sense]] = defaultdict(list)
    examples: list[EventExample] = []
    not_examples: list[tuple[str, str]] = []
    for name, entry in sound_entries(file, data, types, problems):
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
        frozenset(silent.get("coercive_verbs", [])),
        frozenset(silent.get("amounts", [])),
        frozenset(silent.get("habits", [])),
        frozenset(silent.get("degrees", [])),
        frozenset(silent.get("leftovers", [])),
        frozenset(silent.get("participles", [])),
        frozenset(silent.get("links", [])),
        frozenset(silent.get("shapes", [])),
        frozenset(silent.get("stands", [])),
        frozenset(silent.get("tips", [])),
        frozenset(silent.get("wholes", [])),
        frozenset(silent.get("works", [])),
        office,
        known[-1] if known else "",
        status,
        replace(
            roles,
            passing_on=frozenset(w for w, senses in verbs.items() if any(s.passes_on for s in senses)),
            carriers=frozenset(silent.get("light_verbs", [])),
            controls=roles.controls | (status.verbs.keys() - status.scope["lacking"]),
            intentions=frozenset(status.nouns),
            happenings=frozenset(w for w, senses in nouns.items() if not all(s.predicated for s in senses)),
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
    words = {key: parts.get(key) for key in ("born", "died", "reigned", "about", "terms", "under")}
    lists = word_lists(file, "life", words, words, problems)
    birth, death, reign = (str(parts.get(key)) for key in ("begins", "ends", "reigns"))
    for key, kind in (("begins", birth), ("ends", death), ("reigns", reign)):
        if kind not in known:
            problems.add(file, "life", f'{key} = "{kind}" is no event type{suggest(kind, known)}')
    return LifeWords(birth, death, reign, *(frozenset(lists.get(key, ())) for key in words))


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
        word in entry.get("passive_only", ()),
        entry.get("passes_on", False),
        word in entry.get("weak", ()),
        word in entry.get("held", ()),
        entry.get("owner", ""),
        word in entry.get("undergone", ()),
        entry.get("predicated", False),
        entry.get("bearer", "target"),
        entry.get("people", ""),
        entry.get("beside", False),
        word in entry.get("joined", ()),
        entry.get("part", ""),
        entry.get("kept", False),
        entry.get("dated", False),
        entry.get("behind", {}),
        entry.get("bare", False),
        entry.get("in_office", False),
        entry.get("nowhere", False),
        entry.get("alone", False),
        entry.get("handed", ""),
        "" if rest.startswith("+") else rest.partition(" +")[0] * ("+" in rest),
        entry.get("clausal", False),
        frozenset(entry.get("doer_kinds", ())),
        entry.get("lasting", False),
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
        totals=read["pronouns"]["totals"],
        former=read["pronouns"]["former"],
        latter=read["pronouns"]["latter"],
        personal=read["pronouns"]["personal"],
        many=read["pronouns"]["many"],
        directions=read["measures"]["directions"],
        lengths=read["measures"]["lengths"],
        sitting=read["sitting"],
        laws=read["measures"]["laws"],
        asides=read["measures"]["asides"],
    )
