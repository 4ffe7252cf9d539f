"""Sources as streams of text: read block by block, decoded strictly, each problem named with where and what to do."""

import codecs
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from regesta.errors import SourceError
from regesta.ingest.encodings import decode
from regesta.ingest.files import SUFFIXES, find_files
from regesta.ingest.sources import STANDARD_INPUT

_BLOCK = 1 << 16
"""Bytes; divisible by four."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A source that can be read once from its beginning; `problem` says why it cannot be, empty where it can."""

    name: str
    path: str
    """Empty for standard input."""
    problem: str = ""
    encoding: str | None = None
    """Forced; detected where None."""

    @property
    def markdown(self) -> bool:
        """Whether its name says that it is Markdown."""
        return SUFFIXES.get(Path(self.path).suffix.lower()) == "markdown"

    def blocks(self) -> Iterator[str]:
        """Its text block by block; SourceError (`name: where: what; what to do`) where it is none."""
        try:
            if self.problem:
                raise SourceError(self.problem)
            if not self.path:
                yield from _decoded(sys.stdin.buffer, self.encoding)
                return
            with Path(self.path).open("rb") as file:
                yield from _decoded(file, self.encoding)
        except OSError as error:
            raise SourceError(f"{self.path or self.name}: cannot be read: {error.strerror or error}") from None
        except SourceError as error:
            raise SourceError(f"{self.path or self.name}: {error}") from None


def find_streams(paths: Sequence[str], encoding: str | None = None) -> Iterator[Stream]:
    """The sources in the order given, folders sorted; a file that is reached twice is read once."""
    names, seen = set[str](), set[str]()
    for given in paths:
        if given == STANDARD_INPUT:
            if given not in seen:
                yield Stream("stdin", "", encoding=encoding)
            seen.add(given)
            continue
        for found in find_files(given):
            real = os.path.realpath(found.path)
            if real in seen:
                continue
            seen.add(real)
            name = found.name if found.name not in names else found.path.as_posix()
            names.add(name)
            yield Stream(name, str(found.path), found.problem, encoding)


def _decoded(file: BinaryIO, encoding: str | None) -> Iterator[str]:
    """The text of a file; nothing is guessed."""
    data = file.read(_BLOCK)
    if not data:
        raise SourceError("the file is empty; leave it out or give one with text")
    used = _encoding(data, encoding)
    decoder = codecs.getincrementaldecoder(used)()
    place, blank = _Place(used), True
    while data:
        following = file.read(_BLOCK)
        try:
            text = decoder.decode(data, final=not following)
            text.encode("utf-8")  # refuses lone surrogates, which a few codecs let through
        except UnicodeError as error:
            raise SourceError(place.broken(data, error)) from None
        if "\x00" in text:
            raise SourceError(f"{place.line(text, text.index(chr(0)))}: a NUL character; give a text without it")
        blank = blank and not text.strip("\ufeff").strip()
        yield text
        place.go_on(data, text)
        data = following
    if blank:
        raise SourceError("nothing but white space; leave it out or give one with text")


def _encoding(head: bytes, encoding: str | None) -> str:
    """What the text is in, told from its first block, of which the last character may be cut."""
    first: SourceError | None = None
    for cut in range(4 if len(head) == _BLOCK else 1):
        try:
            return decode(head[: len(head) - cut], encoding)[1]
        except SourceError as error:
            first = first or error
    raise first or SourceError("no text")


class _Place:
    """How far a file has been read."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._bytes = 0
        self._lines = 1

    def go_on(self, data: bytes, text: str) -> None:
        """Note a block that was read."""
        self._bytes += len(data)
        self._lines += text.count("\n")

    def line(self, text: str, at: int) -> str:
        """The line of a character of the block, in words."""
        return f"line {self._lines + text.count(chr(10), 0, at)}"

    def broken(self, data: bytes, error: UnicodeError) -> str:
        """Where the bytes stop being text, and what to do."""
        start = getattr(error, "start", 0)
        line = self._lines + data.count(b"\n", 0, start)
        where = f"line {line}, near byte {self._bytes + start} of the file"
        return f"{where}: not valid {self._encoding}; mend it there, or name the encoding of the file with --encoding"
