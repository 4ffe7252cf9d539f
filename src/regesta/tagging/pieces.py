"""Cuts a text of any length into pieces that can be read one after the other, where it does least harm."""

import re
from collections.abc import Iterable, Iterator

PIECE = 1 << 20
"""Characters that are held at a time."""
_BLOCK = 1 << 16
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)", re.M)


def cut_text(text: str) -> Iterator[str]:
    """A whole text as blocks."""
    for at in range(0, len(text), _BLOCK):
        yield text[at : at + _BLOCK]


def pieces(blocks: Iterable[str], *, markdown: bool = False, size: int = PIECE) -> Iterator[str]:
    """The text of the blocks in pieces of at most `size` characters, cut after a blank line; where a stretch has none,
    after a line, a sentence or a word. In Markdown no cut falls into a fenced block that fits into a piece.
    """
    buffer = ""
    for block in blocks:
        buffer += block
        while len(buffer) >= size:
            cut = _cut(buffer, size, markdown=markdown)
            yield buffer[:cut]
            buffer = buffer[cut:]
    if buffer:
        yield buffer


def _cut(text: str, size: int, *, markdown: bool) -> int:
    """Where the first piece of the text ends."""
    cut = _at_paragraph(text, size) or _at_sentence(text, size)
    if markdown:
        fences = [fence.start() for fence in _FENCE.finditer(text, 0, cut)]
        if len(fences) % 2 and fences[-1]:
            return fences[-1]
    return cut


def _at_paragraph(text: str, size: int) -> int:
    blank = max(text.rfind(mark, 0, size) + len(mark) for mark in ("\n\n", "\n\r\n"))
    if blank > 2:
        return blank
    line = max(text.rfind("\n", 0, size), text.rfind("\r", 0, size - 1)) + 1
    return line if line and text[line - 1 : line + 1] != "\r\n" else 0


def _at_sentence(text: str, size: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, size - _BLOCK if size > _BLOCK else 0, size)]
    return ends[-1] if ends else text.rfind(" ", 1, size) + 1 or size
