"""Documents and places in them. A document's text never changes; every place is half-open, in Unicode characters."""

from dataclasses import dataclass
from typing import Literal

from regesta.model.ids import Id


@dataclass(frozen=True, slots=True)
class Document:
    """One source as it was given: text untouched (line ends and byte-order mark included)."""

    id: Id
    name: str
    """How the source was named on the command line, relative to the folder that was given."""
    text: str
    language: str
    sha256: str
    """Of the bytes, before decoding."""
    encoding: str
    markup: Literal["plain", "markdown"] = "plain"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `start` to `end` (exclusive) of one document."""

    document: Id
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span is never empty or reversed: {self.start}..{self.end}")

    def quote(self, document: Document) -> str:
        """The exact words."""
        if document.id != self.document:
            raise ValueError(f"the span is of {self.document}, not of {document.id}")
        return document.text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies inside."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end


PassageKind = Literal["prose", "heading"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading or a list item: what stands together."""

    id: Id
    span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one passage. Its id depends on its words and on nothing else in the document
    (but for a counter where the same sentence stands twice).
    """

    id: Id
    span: Span
    passage: Id
    kind: PassageKind = "prose"


@dataclass(frozen=True, slots=True)
class Marker:
    """Characters of the source's own apparatus, such as `[12]` or `[citation needed]`: no part of what it says."""

    span: Span
    labels: tuple[str, ...]
    """What it cites; empty for a remark, which supports nothing."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation marker of the source, such as `[12]`, and the words it stands behind."""

    id: Id
    span: Span
    label: str
    passage: Id
    sentence: Id | None
    """The sentence that it supports; None for an orphan."""
    covers: Span | None
    """The words between the marker and the marker group or sentence start before it; None for an orphan."""

    @property
    def orphan(self) -> bool:
        """Whether it opens a passage, so that what it supports is not in the text."""
        return self.covers is None
