"""Sources to documents: each good one is read, each bad one is named with what to do about it."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from regesta.errors import SourceError
from regesta.ingest.encodings import decode
from regesta.ingest.files import SUFFIXES, find_files, read_bytes
from regesta.ingest.language import detect_language
from regesta.model.ids import stable_id
from regesta.model.text import Document

STANDARD_INPUT = "-"
_STDIN_NAME = "stdin"
AUTO = "auto"
LONGEST_LINE = 1_000_000
"""Characters: no passage of prose is longer, and a parser would need gigabytes for it."""
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that was left out, and why (one line: where and what to do)."""

    name: str
    reason: str
    sha256: str = ""
    """Of its bytes; empty where none could be read."""
    path: str = ""
    """Where it lies, as it was given; empty for what was no file."""

    def __str__(self) -> str:
        """One line for people: `folder/notes.txt: line 3, byte 17: ...`."""
        return f"{self.path or self.name}: {self.reason}"


def open_document(name: str, data: bytes, *, encoding: str | None = None, language: str = AUTO) -> Document:
    """A document from the bytes of a source; SourceError (`name: where: what; what to do`) where they are no text.

    `encoding` forces one instead of detecting it, `language` likewise.
    """
    try:
        text, used = decode(data, encoding)
        _refuse_unreadable(text)
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from None
    return Document(
        id=stable_id("d", name),
        name=name,
        text=text,
        language=detect_language(text) if language == AUTO else language,
        sha256=sha256(data).hexdigest(),
        encoding=used,
        markup="markdown" if SUFFIXES.get(Path(name).suffix.lower()) == "markdown" else "plain",
    )


def _refuse_unreadable(text: str) -> None:
    if not text:
        raise SourceError("the file is empty; leave it out or give one with text")
    if not text.strip("\ufeff").strip():
        raise SourceError("nothing but white space; leave it out or give one with text")
    for line in _LINE.finditer(text):
        length = line.end() - line.start()
        if length > LONGEST_LINE:
            number = text.count("\n", 0, line.start()) + 1
            raise SourceError(
                f"line {number}: {length:,} characters without a line break (the most is {LONGEST_LINE:,}); "
                "put each paragraph on a line of its own"
            )


def read_sources(
    paths: Sequence[str | Path],
    *,
    encoding: str | None = None,
    language: str = AUTO,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Skipped]:
    """Documents in the order given (folders sorted), and a `Skipped` for each source that cannot be read.

    A file that is reached twice is read once, under its first name; another file of the same name gets a longer one.
    """
    names: set[str] = set()
    seen: set[str] = set()
    for given in paths:
        if str(given) != STANDARD_INPUT:
            yield from _read_given(given, names, seen, encoding, language)
        elif STANDARD_INPUT not in seen:
            seen.add(STANDARD_INPUT)
            data = (stdin or sys.stdin.buffer).read()
            yield _open(_distinct(_STDIN_NAME, None, names), data, encoding, language)


def _read_given(
    given: str | Path, names: set[str], seen: set[str], encoding: str | None, language: str
) -> Iterator[Document | Skipped]:
    for found in find_files(given):
        name, where = _printable(found.name), _printable(str(found.path))
        if found.problem:
            yield Skipped(name, found.problem, path=where)
            continue
        real = os.path.realpath(found.path)
        if real in seen:
            continue
        seen.add(real)
        name = _distinct(name, found.path, names)
        try:
            data = read_bytes(found.path)
        except SourceError as error:
            yield Skipped(name, str(error), path=where)
            continue
        yield _open(name, data, encoding, language, where)


def _open(name: str, data: bytes, encoding: str | None, language: str, where: str = "") -> Document | Skipped:
    try:
        return open_document(name, data, encoding=encoding, language=language)
    except SourceError as error:
        return Skipped(name, str(error).removeprefix(f"{name}: "), sha256(data).hexdigest(), where)


def _printable(name: str) -> str:
    """The name on one line: line ends, and bytes that are no UTF-8, as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def _distinct(name: str, file: Path | None, taken: set[str]) -> str:
    """The name, with as many folders before it as it takes to tell it from those taken, or else a number after it."""
    candidate = name
    folders = list(file.resolve().parts[1:-1]) if file else []
    for _ in name.split("/")[1:]:
        folders = folders[:-1]
    while candidate in taken and folders:
        candidate = f"{_printable(folders.pop())}/{candidate}"
    stem, number = candidate, 2
    while candidate in taken:
        path = Path(stem)
        candidate = f"{path.with_name(f'{path.stem} ({number}){path.suffix}').as_posix()}"
        number += 1
    taken.add(candidate)
    return candidate
