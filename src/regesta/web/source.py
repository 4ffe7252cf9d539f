"""The source text cut at every boundary of what was found in it, so that words and claims can be linked both ways."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from regesta.model.ids import Id
from regesta.model.lookup import Lookup
from regesta.model.text import Document, Passage, Sentence, Span


@dataclass(frozen=True, slots=True)
class Layer:
    """Something found at a span: of what kind (`trigger`, `role`, `time`, `cue`, `cite`, `orphan`, ...) and whose."""

    span: Span
    kind: str
    ref: Id
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters under one set of layers, and where a reader goes from them."""

    text: str
    kinds: tuple[str, ...] = ()
    claims: tuple[Id, ...] = ()
    href: Id | None = None
    """The claim whose trigger it is, or else the gap that stands there."""
    anchors: tuple[Id, ...] = ()
    """Claims whose trigger begins here."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence (with its id) or the characters between two."""

    id: Id | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading."""

    kind: str
    line: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """One document as blocks; together they hold every character that is not white space."""

    document: Document
    blocks: tuple[Block, ...]


class _Layers:
    """The layers of one document, found by position."""

    def __init__(self, layers: Iterable[Layer]) -> None:
        self._sorted = sorted(layers, key=lambda layer: layer.span)
        self._starts = [layer.span.start for layer in self._sorted]
        self._longest = max((layer.span.end - layer.span.start for layer in self._sorted), default=0)

    def between(self, start: int, end: int) -> list[Layer]:
        """Those that share a character with the stretch."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return [layer for layer in self._sorted[low:high] if layer.span.end > start]


def lay_out(lookup: Lookup, message: Callable[[str], str] = str) -> tuple[SourceText, ...]:
    """Every document with its layers; `message` says what a gap says."""
    findings = lookup.chronology.findings
    layers: dict[Id, list[Layer]] = {document: [] for document in lookup.documents}
    for layer in _layers(lookup, message):
        layers[layer.span.document].append(layer)
    passages: dict[Id, list[Passage]] = {document: [] for document in lookup.documents}
    for passage in sorted(findings.passages, key=lambda p: p.span):
        passages[passage.span.document].append(passage)
    sentences: dict[Id, list[Sentence]] = {passage.id: [] for passage in findings.passages}
    for sentence in sorted(findings.sentences, key=lambda s: s.span):
        sentences[sentence.passage].append(sentence)
    return tuple(
        SourceText(d, tuple(_blocks(d, passages[d.id], sentences, _Layers(layers[d.id]), lookup)))
        for d in lookup.documents.values()
    )


def _layers(lookup: Lookup, message: Callable[[str], str]) -> Iterator[Layer]:
    findings = lookup.chronology.findings
    for claim in lookup.text_order():
        yield Layer(claim.trigger, "trigger", claim.id)
        yield from (Layer(role.span, "role", claim.id) for role in claim.roles)
        cues = (claim.status_cue, claim.said_by)
        yield from (Layer(cue, "cue", claim.id) for cue in cues if cue is not None)
        if claim.time.quote is not None:
            yield Layer(claim.time.quote, "time", claim.id)
    for citation in findings.citations:
        yield Layer(citation.span, "orphan" if citation.orphan else "cite", citation.id)
    for mention in findings.mentions:
        if mention.refers and mention.entity is None:
            yield Layer(mention.span, "unresolved", mention.id)
    for gap in lookup.chronology.gaps:
        yield Layer(gap.span, "gap", gap.id, message(gap.message))


def _blocks(
    document: Document,
    passages: list[Passage],
    sentences: Mapping[Id, list[Sentence]],
    layers: _Layers,
    lookup: Lookup,
) -> Iterator[Block]:
    position = 0
    for passage in passages:
        yield from _stray(document, position, passage.span.start, lookup)
        start, end = max(position, passage.span.start), passage.span.end
        if start < end:
            line, _ = lookup.line(passage.span)
            stretches = _stretches(document, Span(document.id, start, end), sentences[passage.id], layers)
            yield Block(passage.kind, line, tuple(stretches))
        position = max(position, end)
    yield from _stray(document, position, len(document.text), lookup)


def _stray(document: Document, start: int, end: int, lookup: Lookup) -> Iterator[Block]:
    """Characters that no passage holds are shown too, unless they are white space."""
    if start < end and document.text[start:end].strip("\ufeff \t\r\n"):
        line, _ = lookup.line(Span(document.id, start, end))
        yield Block("prose", line, (Stretch(None, (Piece(document.text[start:end]),)),))


def _stretches(document: Document, span: Span, sentences: Iterable[Sentence], layers: _Layers) -> Iterator[Stretch]:
    position = span.start
    for sentence in sentences:
        low, high = max(position, sentence.span.start), min(span.end, sentence.span.end)
        if position < low:
            yield Stretch(None, tuple(_pieces(document, position, low, layers)))
        if low < high:
            yield Stretch(sentence.id, tuple(_pieces(document, low, high, layers)))
        position = max(position, high)
    if position < span.end:
        yield Stretch(None, tuple(_pieces(document, position, span.end, layers)))


def _pieces(document: Document, start: int, end: int, layers: _Layers) -> Iterator[Piece]:
    here = layers.between(start, end)
    cuts = {start, end}
    cuts.update(p for x in here for p in (x.span.start, x.span.end) if start < p < end)
    for low, high in pairwise(sorted(cuts)):
        yield _piece(document.text[low:high], low, [x for x in here if x.span.start <= low and high <= x.span.end])


def _piece(text: str, start: int, over: list[Layer]) -> Piece:
    triggers = [x for x in over if x.kind == "trigger"]
    gaps = [x for x in over if x.kind == "gap"]
    target = next(iter(triggers or gaps), None)
    return Piece(
        text,
        tuple(sorted({x.kind for x in over})),
        tuple(dict.fromkeys(x.ref for x in over if x.kind in ("trigger", "role", "time", "cue"))),
        target.ref if target else None,
        tuple(x.ref for x in triggers if x.span.start == start),
        "; ".join(dict.fromkeys(x.title for x in gaps)),
    )
