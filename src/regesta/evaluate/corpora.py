"""Gold corpora of time expressions: JSON lines (WikiWars as prepared for scoring), and TimeML files or folders of them.

A line of JSON is a document: {"doc": name, "text": ..., "gold": [{"start", "end", "value", "type"}], "dct": date}.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from regesta.errors import SourceError
from regesta.evaluate.measures import Tag

_TIMEML = (".tml", ".timeml", ".xml")


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and the tags that people gave it."""

    name: str
    text: str
    tags: tuple[Tag, ...]
    date: str | None = None
    """The day it was written, where the corpus says so."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A corpus. WikiWars is TIMEX2, which has no types of TIMEX3 (`typed` is False)."""

    name: str
    documents: tuple[GoldDocument, ...]
    typed: bool


def find_corpora(paths: Iterable[str | Path]) -> Iterator[Gold]:
    """Each corpus; SourceError (path: where: what; what to do) where it is none."""
    for path in map(Path, paths):
        if path.is_dir():
            files = sorted(f for f in path.rglob("*") if f.suffix.lower() in _TIMEML)
            if not files:
                raise SourceError(f"{path}: no TimeML file in this folder ({', '.join('*' + s for s in _TIMEML)})")
            yield Gold(str(path), tuple(_timeml(f, f.relative_to(path).as_posix()) for f in files), typed=True)
        elif path.suffix.lower() in _TIMEML:
            yield Gold(str(path), (_timeml(path, path.name),), typed=True)
        else:
            yield Gold(str(path), tuple(_lines(path)), typed=False)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror or error}; check the path") from None


def _lines(path: Path) -> Iterator[GoldDocument]:
    found = False
    for number, line in enumerate(_read(path).split(b"\n"), 1):
        if not line.strip():
            continue
        found = True
        try:
            document = _document(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            wanted = '{"doc": ..., "text": ..., "gold": [{"start", "end", "value"}]}'
            raise SourceError(f"{path}: line {number}: not a document of the form {wanted} ({_said(error)})") from None
        yield document
    if not found:
        raise SourceError(f"{path}: no document in it; give JSON lines or TimeML")


def _said(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else " ".join(str(error).split())


def _document(record: dict[str, Any]) -> GoldDocument:
    text = str(record["text"])
    tags = tuple(Tag(t["start"], t["end"], t.get("value"), t.get("type")) for t in record["gold"])
    for tag in tags:
        if not 0 <= tag.start < tag.end <= len(text):
            raise ValueError(f"the tag {tag.start}..{tag.end} lies outside the text of {len(text)} characters")
    return GoldDocument(str(record["doc"]), text, tags, record.get("dct") or None)


def _timeml(path: Path, name: str) -> GoldDocument:
    try:
        # The parser of the standard library opens no external entities, and expat limits the growth of inner ones.
        root = ElementTree.fromstring(_read(path))  # noqa: S314
    except ElementTree.ParseError as error:
        raise SourceError(f"{path}: not well-formed XML: {error}; mend it there") from None
    body = root.find(".//TEXT")
    if body is None:
        raise SourceError(f"{path}: no TEXT element, so no TimeML; leave it out or mend it")
    parts: list[str] = []
    tags: list[Tag] = []
    _walk(body, parts, 0, tags)
    date = root.find(".//DCT//TIMEX3")
    tags.sort(key=lambda tag: (tag.start, -tag.end))
    return GoldDocument(name, "".join(parts), tuple(tags), None if date is None else date.get("value"))


def _walk(element: ElementTree.Element, parts: list[str], at: int, tags: list[Tag]) -> int:
    """Gathers the text of an element and the tags in it; gives how many characters there are up to its end."""
    start = at
    for words in [element.text, *(child for child in element)]:
        if isinstance(words, ElementTree.Element):
            at = _walk(words, parts, at, tags)
            words = words.tail  # noqa: PLW2901
        if words:
            parts.append(words)
            at += len(words)
    if element.tag == "TIMEX3" and at > start:
        tags.append(Tag(start, at, element.get("value"), element.get("type")))
    return at
