"""knowledge/<language>/language.toml: its name, how sentences end, citation notes, what parser labels mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from regesta.model.syntax import Measure
from regesta.rules.problems import Problems, read_toml

_SYNTAX = (
    *("relations", "forms", "words"),
    *("prefixes", "times", "amounts", "fronts", "goes_on", "subjects", "makes", "acting", "occasions"),
)


@dataclass(frozen=True, slots=True)
class Example:
    """Words, and what a rule makes of them."""

    text: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """Where a stop does not end a sentence."""

    abbreviations: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class CitationRules:
    """What may stand in brackets: words before a number or letter, and remarks that cite nothing."""

    words: tuple[str, ...]
    remarks: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class SyntaxRules:
    """The parser's model, and what its labels mean."""

    package: str
    folder: str
    relations: Mapping[str, str]
    forms: Mapping[str, str]
    prefixes: frozenset[str] = frozenset()
    """Beginnings that make one word with what follows their hyphen: "re-enter"."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What the parser's word for a word is wrong about, and what it is: its TAG, POS or LEMMA."""
    measures: Mapping[str, Measure] = field(default_factory=dict)
    """What a noun is a measure of: `time` for "year", `amount` for "pound"."""
    fronts: frozenset[str] = frozenset()
    """Words that open a sentence with a phrase or clause before its subject: "by decree of 1808 the abbey was sold"."""
    goes_on: frozenset[str] = frozenset()
    """Words before which such a phrase or clause has not yet ended."""
    subjects: frozenset[str] = frozenset()
    """Words that begin the subject of a clause behind a time that opens it."""
    makes: frozenset[str] = frozenset()
    """What makes somebody something: "they elected Reed president"."""
    acting: frozenset[str] = frozenset()
    """Participles that say how somebody has an office: "was acting president"."""
    occasions: frozenset[str] = frozenset()
    """Last words of names of what happens, which end such a phrase before a name: "in the Crimean War Kerch fell"."""


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """A language by its English name, and its rules of writing."""

    name: str
    sentences: SentenceRules
    citations: CitationRules
    syntax: SyntaxRules


def _examples(entries: list[dict[str, Any]]) -> tuple[Example, ...]:
    return tuple(Example(e["text"], tuple(e["is"])) for e in entries)


def read_language_rules(folder: Traversable, label: str, problems: Problems) -> LanguageRules:
    """The rules of language.toml in a language folder; mistakes are noted in `problems`."""
    file = f"{label}/language.toml"
    data = read_toml(folder, "language.toml", file)
    problems.require_keys(file, "language", data, ("name", "model", "sentences", "citations", "syntax"))
    for part, keys in (
        ("model", ("package", "folder")),
        ("sentences", ("abbreviations", "may_end", "openers", "examples")),
        ("citations", ("words", "remarks", "examples")),
        ("syntax", _SYNTAX),
    ):
        problems.require_keys(file, part, data.get(part, {}), keys)
        for key in keys:
            if key not in data.get(part, {}):
                problems.add(file, part, f'the key "{key}" is missing')
    problems.stop()
    sentences, citations, syntax = data["sentences"], data["citations"], data["syntax"]
    return LanguageRules(
        data.get("name", label),
        SentenceRules(
            frozenset(sentences["abbreviations"]),
            frozenset(sentences["may_end"]),
            frozenset(sentences["openers"]),
            _examples(sentences["examples"]),
        ),
        CitationRules(tuple(citations["words"]), tuple(citations["remarks"]), _examples(citations["examples"])),
        SyntaxRules(
            data["model"]["package"],
            data["model"]["folder"],
            syntax["relations"],
            syntax["forms"],
            frozenset(syntax["prefixes"]),
            syntax["words"],
            dict.fromkeys(syntax["times"], "time") | dict.fromkeys(syntax["amounts"], "amount"),
            frozenset(syntax["fronts"]),
            frozenset(syntax["goes_on"]),
            frozenset(syntax["subjects"]),
            frozenset(syntax["makes"]),
            frozenset(syntax["acting"]),
            frozenset(syntax["occasions"]),
        ),
    )
