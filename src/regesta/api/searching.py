"""Words looked up in the texts of a chronicle file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regesta.api.views import Words, words_at
from regesta.model.ids import Id
from regesta.model.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words, and the claims that are read in it."""

    words: Words
    claims: tuple[Id, ...]

    def record(self) -> dict[str, Any]:
        """For JSON."""
        line = {"line": self.words.line, "column": self.words.column}
        return {**self.words.record(), **line, "claims": list(self.claims)}


def search(path: str | Path, words: str, lookup: Lookup) -> tuple[Hit, ...]:
    """Sentences that hold all the words, best first, whatever their accents and case; `word*` finds beginnings."""
    from regesta.store import search as search_file

    claims: dict[Id, list[Id]] = {}
    for claim in lookup.claims.values():
        claims.setdefault(claim.sentence, []).append(claim.id)
    found = search_file(path, words)
    return tuple(Hit(words_at(hit.span, lookup), tuple(claims.get(hit.sentence, ()))) for hit in found)
