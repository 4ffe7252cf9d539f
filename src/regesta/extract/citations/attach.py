"""Ties each citation marker to the words it stands behind. A marker that opens a passage stands behind nothing."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from regesta.model.ids import stable_id
from regesta.model.text import Citation, Document, Marker, Passage, Sentence, Span

_LEADS = re.compile(r"^[\s,;:]+")


def attach_citations(
    document: Document, passages: Sequence[Passage], sentences: Sequence[Sentence], markers: Sequence[Marker]
) -> tuple[Citation, ...]:
    """One citation a label. It covers the words from the marker before it, or from the start of its sentence."""
    sentence_starts = [s.span.start for s in sentences]
    passage_starts = [p.span.start for p in passages]
    found: list[Citation] = []
    covered: Span | None = None
    end_of_last = -1
    for marker in markers:
        at = bisect_right(passage_starts, marker.span.start) - 1
        if at < 0 or not passages[at].span.covers(marker.span):
            continue
        sentence = _sentence_before(sentences, sentence_starts, marker, passages[at])
        if sentence is None:
            covered = None
        elif not _joined(document, end_of_last, marker) or covered is None:
            start = max(sentence.span.start, end_of_last)
            words = document.text[start : marker.span.start]
            said = _LEADS.sub("", words)
            covered = Span(document.id, marker.span.start - len(said), marker.span.start) if said else sentence.span
        end_of_last = marker.span.end
        for label in marker.labels:
            found.append(
                Citation(
                    stable_id("k", passages[at].id, marker.span.start - passages[at].span.start, label),
                    marker.span,
                    label,
                    passages[at].id,
                    sentence.id if sentence else None,
                    covered if sentence else None,
                )
            )
    return tuple(found)


def _sentence_before(
    sentences: Sequence[Sentence], starts: Sequence[int], marker: Marker, passage: Passage
) -> Sentence | None:
    at = bisect_right(starts, marker.span.start) - 1
    if at < 0 or sentences[at].passage != passage.id:
        return None
    return sentences[at]


def _joined(document: Document, end_of_last: int, marker: Marker) -> bool:
    return end_of_last >= 0 and not document.text[end_of_last : marker.span.start].strip()
