"""knowledge/<language>/scoring.toml: the words of a name that tell nothing of who is meant, when answers are scored."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from regesta.rules.entries import word_lists
from regesta.rules.problems import Problems, read_toml

FILE = "scoring.toml"
_PARTS = ("participants", "holders")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ScoringWords:
    """What two names are compared by."""

    participants: frozenset[str] = frozenset()
    """Empty words in the names of those who take part in a claim."""
    holders: frozenset[str] = frozenset()
    """Empty words in the names of those who hold a place or an office."""


def content_words(name: str, empty: frozenset[str]) -> frozenset[str]:
    """The words of a name without the empty ones; all of them where it has no other."""
    words = frozenset(_WORD.findall(name.lower()))
    return words - empty or words


def read_scoring_words(folder: Traversable, label: str, problems: Problems) -> ScoringWords:
    """The words of a language folder, none where it has no such file; mistakes are noted in `problems`."""
    if not (folder / FILE).is_file():
        return ScoringWords()
    file = f"{label}/{FILE}"
    data = read_toml(folder, FILE, file)
    problems.require_keys(file, "scoring", data, _PARTS)
    return ScoringWords(*(_empty(file, part, data, problems) for part in _PARTS))


def _empty(file: str, part: str, data: Mapping[str, Any], problems: Problems) -> frozenset[str]:
    return frozenset(word_lists(file, part, data.get(part), ("empty",), problems).get("empty", ()))
