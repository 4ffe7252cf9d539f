"""What may be wrong in the entries and word lists of a lexicon: noted with the entry and what to do.

What comes back is sound in shape, so that reading goes on and all mistakes are told at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from regesta.rules.event_types import EventType
from regesta.rules.problems import Problems, suggest

_LISTS = (
    "verbs", "nouns", "object_kinds", "object_words", "subject_kinds", "doer_kinds", "passive_only", "weak", "held",
    "undergone", "joined", "not_examples",
)  # fmt: skip
_ROLE_WORDS = ("intransitive", "passive_subject", "of", "owner", "bearer", "people")
_PARTS = ("part", "handed")
"""Keys whose word is one of the roles of the type."""
_SWITCHES = (
    "passes_on",
    "predicated",
    "beside",
    "kept",
    "dated",
    "bare",
    "clausal",
    "in_office",
    "nowhere",
    "alone",
    "lasting",
)
_KEYS = ("type", *_LISTS, *_ROLE_WORDS, *_SWITCHES, *_PARTS, "prepositions", "behind", "examples")
_KINDS = ("person", "body", "place", "office", "post", "charge", "document", "event", "name", "unknown")
_ROLES = ("actor", "target", "place", "office", "source", "recipient")
_CONDITIONS = ("object_kinds", "object_words", "subject_kinds", "doer_kinds", "people")


def sound_entries(
    file: str, data: Mapping[str, Any], types: Mapping[str, EventType], problems: Problems
) -> list[tuple[str, Mapping[str, Any]]]:
    """The `[[event]]` entries that are sound in shape, each with its name in messages."""
    given = tables(file, "event", data, problems)
    named = [(f"event {number}: {entry.get('type', '?')}", entry) for number, entry in enumerate(given, 1)]
    sound = [(name, entry) for name, entry in named if _check_entry(file, name, entry, types, problems)]
    for part in ("verbs", "nouns"):
        _check_reached(file, part, sound, problems)
    return sound


def tables(file: str, key: str, data: Mapping[str, Any], problems: Problems) -> list[Mapping[str, Any]]:
    """The `[[key]]` tables of a file; anything else under that key, or nothing, is noted."""
    given = data.get(key, [])
    if not isinstance(given, list) or not all(isinstance(entry, dict) for entry in given):
        problems.add(file, key, f"a list of entries is wanted; write [[{key}]], not [{key}]")
        return []
    if not given:
        problems.add(file, key, f"there are none; add [[{key}]]")
    return given


def word_lists(file: str, entry: str, given: object, keys: Iterable[str], problems: Problems) -> dict[str, list[str]]:
    """The word lists of a table by their keys; a list that is none is noted and left out."""
    if not isinstance(given, dict):
        problems.add(file, entry, f"the table is missing; add [{entry}]")
        return {}
    problems.require_keys(file, entry, given, keys)
    return {key: words for key, words in given.items() if _is_list(file, entry, key, words, problems)}


def one_meaning(file: str, entry: str, lists: Mapping[str, list[str]], problems: Problems) -> dict[str, Any]:
    """Each word with the key it stands under; one that stands under two is noted."""
    found: dict[str, str] = {}
    for key, words in lists.items():
        for word in words:
            if found.setdefault(word, key) != key:
                problems.add(file, entry, f'"{word}" stands under both "{found[word]}" and "{key}"; keep one')
    return found


def _is_list(file: str, entry: str, key: str, words: object, problems: Problems) -> bool:
    sound = isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words)
    if not sound:
        problems.add(file, entry, f'"{key}" must be a list of words, such as {key} = ["one", "two"]')
    return sound


def _check_entry(
    file: str, name: str, entry: Mapping[str, Any], types: Mapping[str, EventType], problems: Problems
) -> bool:
    """Notes what is wrong with an entry; whether its shape can be read."""
    problems.require_keys(file, name, entry, _KEYS)
    kind = str(entry.get("type"))
    if kind not in types:
        problems.add(file, name, f'"{kind}" is no event type{suggest(kind, types)}')
    for key in _PARTS if kind in types else ():
        if key in entry and entry[key] not in types[kind].roles:
            problems.add(file, name, f'the part "{entry[key]}" is none of the roles of "{kind}"')
    unread = [key for key in _LISTS if key in entry and not _is_list(file, name, key, entry[key], problems)]
    roles = [entry[key] for key in _ROLE_WORDS if key in entry]
    for key in ("prepositions", "behind"):
        bound = entry.get(key, {})
        if not isinstance(bound, dict):
            problems.add(file, name, f'"{key}" must say which role each gives, such as {{ to = "target" }}')
            return False
        roles += bound.values()
    for role in roles:
        if role not in _ROLES:
            problems.add(file, name, f'"{role}" is no role{suggest(str(role), _ROLES)}')
    if not _check_examples(file, name, entry.get("examples", []), problems) or unread:
        return False
    _check_words(file, name, entry, problems)
    return True


def _check_words(file: str, name: str, entry: Mapping[str, Any], problems: Problems) -> None:
    """Notes unknown kinds, words that are weak, held or passive and not among its words, and words that stand twice."""
    for key in ("object_kinds", "subject_kinds", "doer_kinds"):
        for kind in entry.get(key, []):
            if kind not in _KINDS:
                problems.add(file, name, f'"{kind}" is no kind of name{suggest(kind, _KINDS)}')
    verbs, nouns = entry.get("verbs", []), entry.get("nouns", [])
    if not verbs and not nouns:
        problems.add(file, name, "it has no words; add verbs = [...] or nouns = [...]")
    for key, words in (
        ("weak", nouns),
        ("held", nouns),
        ("undergone", nouns),
        ("passive_only", verbs),
        ("joined", verbs),
    ):
        for word in entry.get(key, []):
            if word not in words:
                problems.add(file, name, f'"{word}" of "{key}" is not among its words{suggest(word, words)}')
    for part in (verbs, nouns):
        for word in sorted({w for w in part if part.count(w) > 1}):
            problems.add(file, name, f'"{word}" stands twice; keep one')


def _check_examples(file: str, name: str, examples: object, problems: Problems) -> bool:
    if not isinstance(examples, list) or not all(isinstance(e, dict) for e in examples):
        problems.add(file, name, '"examples" must be a list of tables: examples = [{ text = ..., trigger = ... }]')
        return False
    if not examples:
        problems.add(file, name, "it has no examples; add one: examples = [{ text = ..., trigger = ... }]")
    for example in examples:
        text, trigger = example.get("text"), example.get("trigger")
        if not isinstance(text, str) or not isinstance(trigger, str):
            problems.add(file, name, 'an example needs "text" and "trigger"')
            return False
        problems.require_keys(file, name, example, ("text", "trigger", "type", *_ROLES))
        for key, words in example.items():
            if key not in ("text", "type") and str(words) not in text:
                problems.add(file, name, f'the {key} "{words}" is not in "{text}"')
    return True


def _check_reached(file: str, part: str, entries: list[tuple[str, Mapping[str, Any]]], problems: Problems) -> None:
    """Notes words that no text can reach, as an entry before always fits them first."""
    first: dict[str, str] = {}
    for name, entry in entries:
        for word in _always_fitting(part, entry):
            taken = first.setdefault(word, name)
            if taken != name and word not in entry.get("joined", ()):
                problems.add(file, name, f'"{word}" is never reached: [{taken}] has it without a condition; keep one')


def _always_fitting(part: str, entry: Mapping[str, Any]) -> Iterator[str]:
    # A noun is read by whose it is, not by what it is done to.
    conditions = _CONDITIONS if part == "verbs" else ("subject_kinds",)
    if not any(
        entry.get(key) for key in (*conditions, "predicated", "beside", "bare", "clausal", "in_office", "nowhere")
    ):
        apart = entry.get("passive_only", []) if part == "verbs" else entry.get("weak", [])
        yield from (word for word in entry.get(part, []) if word not in apart)
