"""Contradictions and gaps as one list, each with a code, at its words: what `regesta check` prints."""

from dataclasses import dataclass
from typing import Any

from regesta.api.views import Words, words_at
from regesta.model.constraint import Conflict
from regesta.model.gap import Gap
from regesta.model.ids import Id
from regesta.model.lookup import Lookup

CONTRADICTION = "contradiction"

CONFLICT_CODES = {
    "dates": "C101",
    "order": "C102",
    "two-holders": "C103",
    "act-after-death": "C104",
    "act-before-birth": "C105",
    "act-before-foundation": "C106",
    "ended-before-begun": "C107",
    "weekday": "C108",
    "told-twice": "C109",
    "accounts-differ": "C110",
    "lost-while-had": "C111",
    "length": "C112",
}
GAP_CODES = {
    "orphan-citation": "G201",
    "unresolved-reference": "G202",
    "undated": "G203",
    "unplaced": "G204",
    "date-note": "G205",
    "orphaned-correction": "G206",
    "two-versions": "G207",
    "holder-unknown": "G208",
    "unbegun": "G209",
    "not-told": "G210",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A contradiction or a gap, at its first words."""

    id: Id
    code: str
    """`C...` for contradictions, `G...` for gaps; stable over versions."""
    kind: str
    """`contradiction`, or the kind of gap."""
    message: str
    words: Words
    related: tuple[Words, ...]

    @property
    def contradicts(self) -> bool:
        """Whether statements cannot all hold (and not only something left open)."""
        return self.kind == CONTRADICTION

    def record(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "code": self.code,
            "kind": self.kind,
            "message": self.message,
            "document": self.words.document,
            "start": self.words.start,
            "end": self.words.end,
            "line": self.words.line,
            "column": self.words.column,
            "related": [w.record() for w in self.related],
        }


def make_remarks(lookup: Lookup) -> tuple[Remark, ...]:
    """All contradictions and gaps of a chronology, in text order."""
    found = [
        *((c.quotes[0], _from_conflict(c, lookup)) for c in lookup.chronology.conflicts),
        *((g.span, _from_gap(g, lookup)) for g in lookup.chronology.gaps),
    ]
    return tuple(r for _, r in sorted(found, key=lambda x: (lookup.place_key(x[0]), x[1].code, x[1].id)))


def _from_conflict(conflict: Conflict, lookup: Lookup) -> Remark:
    first, *others = (words_at(span, lookup) for span in conflict.quotes)
    code = CONFLICT_CODES[conflict.kind]
    return Remark(conflict.id, code, CONTRADICTION, conflict.message, first, tuple(others))


def _from_gap(gap: Gap, lookup: Lookup) -> Remark:
    related = tuple(words_at(span, lookup) for span in gap.related)
    return Remark(gap.id, GAP_CODES[gap.kind], gap.kind, gap.message, words_at(gap.span, lookup), related)
