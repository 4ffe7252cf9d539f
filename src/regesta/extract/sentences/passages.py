"""Splits a document into passages: paragraphs, list items and headings, hard-wrapped or a line each."""

import re
from collections.abc import Iterator

from regesta.model.ids import stable_id
from regesta.model.text import Document, Passage, PassageKind, Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_MARKDOWN_LEAD = re.compile(r"\s{0,3}(?:>\s?)*(?:(?P<hashes>#{1,6})\s+|(?P<bullet>[-*+]\s+|\d{1,3}[.)]\s+))?")
_BULLET = re.compile(r"\s*[-*•‣–—]\s+")
_ROW = re.compile(r"\s{0,3}\|.*\|\s*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
_NOT_PROSE = re.compile(r"\s*(?:\[[^\]]{1,80}\]:\s|[-=*_|:\s]{3,}$|<!--)")
_SENTENCE_END = re.compile(r"[.!?:;…,\-–—][\"'”’»)\]]*(?:\s*\[[^\]]{1,40}\])*\s*$")
_WRAP_WIDTH = 100
_HEADING_LENGTH = 90


def split_passages(document: Document) -> tuple[Passage, ...]:
    """The passages in text order. A block of lines of even length, none longer than 100 characters, is one hard-wrapped
    paragraph; any other line is a passage of its own, and so is each cell of a Markdown table. Code fences, rules and
    link definitions are passed over.
    """
    seen: dict[str, int] = {}
    passages = []
    for start, end, kind in _pieces(document):
        words = document.text[start:end]
        nth = seen[words] = seen.get(words, 0) + 1
        passages.append(Passage(stable_id("p", document.id, words, nth), Span(document.id, start, end), kind))
    return tuple(passages)


def _pieces(document: Document) -> Iterator[tuple[int, int, PassageKind]]:
    for block in _blocks(document):
        if _is_wrapped(document.text, block):
            yield from _trimmed(document, block[0][0], block[-1][1], alone=False)
        else:
            for start, end in block:
                if document.markup == "markdown" and _ROW.match(document.text, start, end):
                    for cell in _CELL.finditer(document.text, start, end):
                        yield from _trimmed(document, cell.start(), cell.end(), alone=False)
                else:
                    yield from _trimmed(document, start, end, alone=True)


def _blocks(document: Document) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines with words between blank lines; in Markdown, without code."""
    block: list[tuple[int, int]] = []
    fenced, line_end = False, 0
    markdown = document.markup == "markdown"
    for match in _LINE.finditer(document.text):
        blank_between = document.text.count("\n", line_end, match.start()) > 1 or not match[0].strip("\ufeff \t")
        line_end = match.end()
        if blank_between and block:
            yield block
            block = []
        if markdown and _FENCE.match(match[0]):
            fenced = not fenced
        elif not fenced and match[0].strip("\ufeff \t") and not _NOT_PROSE.match(match[0]):
            block.append((match.start(), match.end()))
    if block:
        yield block


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    lengths = [end - start for start, end in block]
    if len(lengths) < 2 or max(lengths) > _WRAP_WIDTH or max(lengths) < 40:
        return False
    leads = [_MARKDOWN_LEAD.match(text, start, end) for start, end in block[1:]]
    if any(lead and lead[0].strip() for lead in leads):
        return False
    return all(length >= 0.6 * max(lengths) for length in lengths[:-1])


def _trimmed(document: Document, start: int, end: int, *, alone: bool) -> Iterator[tuple[int, int, PassageKind]]:
    text = document.text
    hashes = bullet = False
    if document.markup == "markdown":
        lead = _MARKDOWN_LEAD.match(text, start, end)
        if lead:
            hashes, bullet, start = bool(lead["hashes"]), bool(lead["bullet"]), lead.end()
    elif alone and (lead := _BULLET.match(text, start, end)):
        bullet, start = True, lead.end()
    while start < end and text[start] in "\ufeff \t\u00a0":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    words = text[start:end]
    heading = hashes or (alone and not bullet and len(words) <= _HEADING_LENGTH and not _SENTENCE_END.search(words))
    yield start, end, "heading" if heading else "prose"
