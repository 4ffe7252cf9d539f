"""Whether what a text leaves open, and where it contradicts itself, is remarked on where people noted it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CONTRADICTION = "contradiction"
_AS_GOOD = {_CONTRADICTION: (_CONTRADICTION, "two-versions")}
"""Kinds of remarks by which a kind is found: two versions of one happening are asked about, and not decided."""
_IN_ITS_LINE = (_CONTRADICTION, "orphan-citation")
"""Kinds that people noted by line, not by words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What people noted: of which kind, in which line of the text, counted from 1, and on which words."""

    kind: str
    line: int
    words: str

    def __str__(self) -> str:
        on = f': "{self.words}"' if self.words else ""
        return f"{self.kind}, line {self.line}{on}"


@dataclass(frozen=True, slots=True)
class RemarkRecord:
    """What a system remarked on: of which kind, and where, in characters of the text."""

    kind: str
    spans: tuple[tuple[int, int], ...]


def is_found(wanted: Finding, told: Sequence[RemarkRecord], text: str) -> bool:
    """Whether a remark of the kind is on those words or, of kinds that go by line, in that line."""
    places = list(_places(wanted, text))
    kinds = _AS_GOOD.get(wanted.kind, (wanted.kind,))
    spans = (span for remark in told if remark.kind in kinds for span in remark.spans)
    return any(low < end and start < high for start, end in spans for low, high in places)


def _places(wanted: Finding, text: str) -> Iterator[tuple[int, int]]:
    lines = text.splitlines(keepends=True)
    low = sum(map(len, lines[: wanted.line - 1]))
    line = lines[wanted.line - 1]
    if wanted.kind in _IN_ITS_LINE:
        yield low, low + len(line)
        return
    at = line.find(wanted.words)
    while at >= 0:
        yield low + at, low + at + len(wanted.words)
        at = line.find(wanted.words, at + 1)
