"""Splits passages into sentences. Markers behind a stop belong to its sentence; those that open a passage to none."""

import re
from collections.abc import Iterator, Sequence

from regesta.model.ids import stable_id
from regesta.model.text import Document, Marker, Passage, Sentence, Span
from regesta.rules.language import SentenceRules

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘«]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_WORD_AFTER = re.compile(r"[\"“‘«(\[]*([^\s.,;:!?\"”’»)\]]+)")


def split_sentences(
    document: Document, passages: Sequence[Passage], markers: Sequence[Marker], rules: SentenceRules
) -> tuple[Sentence, ...]:
    """The sentences in text order. An id depends on the words of the sentence and on how often they stood before."""
    ends = {m.span.start: m.span.end for m in markers}
    seen: dict[str, int] = {}
    sentences = []
    for passage in passages:
        for start, end in _bounds(document.text, passage, ends, rules):
            words = document.text[start:end]
            nth = seen[words] = seen.get(words, 0) + 1
            sentences.append(
                Sentence(
                    stable_id("s", document.id, words, nth), Span(document.id, start, end), passage.id, passage.kind
                )
            )
    return tuple(sentences)


def _bounds(text: str, passage: Passage, ends: dict[int, int], rules: SentenceRules) -> Iterator[tuple[int, int]]:
    start, last = _past_markers(text, passage.span.start, ends), passage.span.end
    if passage.kind == "heading":
        if start < last:
            yield start, last
        return
    inside_until = -1
    for stop in _STOP.finditer(text, start, last):
        if stop.start() < inside_until:
            continue
        end = _past_markers(text, stop.end(), ends, trim=True)
        inside_until = end
        if end >= last:
            break
        if text[end].isspace() or end > stop.end():
            following = end + len(text[end : end + 40]) - len(text[end : end + 40].lstrip())
            if _ends(text, start, stop, following, last, rules):
                yield start, end
                start = following
    if start < last:
        yield start, last


def _past_markers(text: str, at: int, ends: dict[int, int], *, trim: bool = False) -> int:
    """Past markers and the blanks between them; with `trim`, back to the end of the last marker."""
    good = at
    while True:
        probe = at
        while probe < len(text) and text[probe] in " \t\u00a0":
            probe += 1
        if probe not in ends:
            return good if trim else probe
        at = good = ends[probe]


def _ends(text: str, start: int, stop: re.Match[str], following: int, last: int, rules: SentenceRules) -> bool:
    if following >= last:
        return True
    after = _WORD_AFTER.match(text, following, last)
    word_after = after[1] if after else ""
    if word_after[:1].islower():
        return False
    if stop[0][0] != ".":
        return True
    if stop[0].startswith(".."):
        return word_after[:1].isupper()
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 40), stop.start())
    word = before[0] if before else ""
    if word in rules.abbreviations:
        return word in rules.may_end and word_after in rules.openers
    if _INITIALS.fullmatch(word):
        return word_after in rules.openers
    return not (word.isdigit() and stop.start() - len(word) <= start)
