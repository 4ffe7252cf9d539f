"""Quotations to places in texts: a passage counts only with what stood before and after it, and only if it is alone."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from regesta.corrections.entries import Anchor
from regesta.model.text import Document, Span

CONTEXT = 40
"""Characters of context on either side; what an end of the source cuts off is made up for on the other side.
More where the same passage stands twice.
"""


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a quotation is not found: one clause."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Smooth:
    """A text with each stretch of white space as one blank, none at its ends, and where its characters stand."""

    text: str
    places: tuple[int, ...]
    """Ascending; one a character, and one for the end."""

    @classmethod
    def of(cls, text: str) -> "_Smooth":
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        places = [n for n in range(first, last) if not (text[n].isspace() and text[n - 1].isspace())]
        smooth = "".join(" " if text[n].isspace() else text[n] for n in places)
        return cls(smooth, (*places, last))

    def at(self, place: int) -> int:
        """Where a character of the text stands in the smooth text."""
        return bisect_left(self.places, place)


def occurrences(text: str, words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words stand whole in a stretch of text, whatever white space is between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    before, after = (r"(?<!\w)" if re.match(r"\s*\w", words) else "", r"(?!\w)" if re.search(r"\w\s*$", words) else "")
    for found in re.compile(before + pattern + after).finditer(text, start, end) if pattern else ():
        yield found.span()


@dataclass(slots=True)
class Places:
    """The sources, to look quotations up in."""

    documents: Iterable[Document]
    _by_name: dict[str, Document] = field(init=False)
    _smooth: dict[str, _Smooth] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_name = {d.name: d for d in self.documents}

    def _text(self, document: Document) -> _Smooth:
        if document.name not in self._smooth:
            self._smooth[document.name] = _Smooth.of(document.text)
        return self._smooth[document.name]

    def find(self, anchor: Anchor) -> Span | Lost:
        """The words of an anchor, if its passage stands in its source exactly once, between the same neighbours."""
        document = self._by_name.get(anchor.document)
        if document is None:
            return Lost(f'no source is called "{anchor.document}"')
        text = self._text(document)
        passage = anchor.before + anchor.sentence + anchor.after
        found = self._occurrences(text.text, passage, anchor)
        if len(found) != 1:
            where = f"stands {len(found)} times in {anchor.document}" if found else f"has changed in {anchor.document}"
            return Lost(f"its passage {where}")
        start = found[0] + len(anchor.before) + anchor.start
        end = start + len(anchor.words)
        if not anchor.words or text.text[start:end] != anchor.words:
            return Lost(f'the words "{anchor.words}" do not stand where the entry says')
        return Span(document.id, text.places[start], text.places[end - 1] + 1)

    @staticmethod
    def _occurrences(text: str, passage: str, anchor: Anchor) -> list[int]:
        """Where the passage begins. With less context than usual, the text must begin and end as it did."""
        short = len(anchor.before) + len(anchor.after) < 2 * CONTEXT and not anchor.bare
        found: list[int] = []
        at = text.find(passage)
        while at >= 0:
            opens = len(anchor.before) >= CONTEXT or at == 0
            closes = len(anchor.after) >= CONTEXT or at + len(passage) == len(text)
            if not short or (opens and closes):
                found.append(at)
            at = text.find(passage, at + 1)
        return found

    def anchor(self, words: Span, sentence: Span, read_as: str = "", claim: str = "") -> Anchor | Lost:
        """The anchor of words in a sentence, with as much context as it takes to tell it from every other passage."""
        document = next(d for d in self._by_name.values() if d.id == sentence.document)
        text = self._text(document)
        first, last = text.at(sentence.start), text.at(sentence.end)
        start, end = text.at(words.start), text.at(words.end)
        reach = CONTEXT
        while True:
            after = min(reach, len(text.text) - last)
            before = min(first, 2 * reach - after)
            after = 2 * reach - before
            made = Anchor(
                document.name,
                text.text[start:end],
                text.text[first:last],
                start - first,
                text.text[first - before : first],
                text.text[last : last + after],
                read_as,
                claim,
            )
            if isinstance(self.find(made), Span):
                return made
            if reach > len(text.text):
                return Lost("its passage cannot be told from others")
            reach *= 2


def anchor_at(document: Document, words: Span, sentence: Span, read_as: str = "", claim: str = "") -> Anchor | Lost:
    """The anchor of words in a sentence of one document."""
    return Places([document]).anchor(words, sentence, read_as, claim)
