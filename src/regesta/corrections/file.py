"""The corrections file: plain TOML, read whole and checked, written entry by entry so that comments by hand stay."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from regesta.corrections.entries import ACTIONS, KINDS, Anchor, Correction, Fields
from regesta.errors import CorrectionError
from regesta.model.claim import STATUSES
from regesta.rules.problems import suggest

HEADER = """\
# Corrections by hand. They are replayed on every build, and win over what is read.
# Each entry is found again by its quotations alone; where these have changed it is reported, never guessed.
# Notes, authors and dates may be edited freely. See regesta review --help.
"""
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*correction[ \t]*\]\][ \t]*(#.*)?$", re.M)
_ENTRY_KEYS = ("id", "action", "note", "author", "date", "at", "also", "set")
_ANCHOR_KEYS = ("document", "words", "sentence", "start", "before", "after", "read_as", "claim", "hash")
_SET_KEYS = ("type", "status", "time", "roles", "name", "kind", "everywhere", "point")
_TEXT = (str, "a text in quotation marks")


@dataclass(frozen=True, slots=True)
class CorrectionsFile:
    """A corrections file as it was read; with no text where there is none yet."""

    path: Path
    text: str
    entries: tuple[Correction, ...]

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return sha256(self.text.encode()).hexdigest()


def read_corrections(path: str | Path) -> CorrectionsFile:
    """The corrections in a file (none where it does not exist); CorrectionError that lists every mistake in it."""
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return CorrectionsFile(file, "", ())
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{file}: byte {error.start}: no UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise CorrectionError(f"{file}: cannot be read: {error.strerror or error}; check the path") from None
    return CorrectionsFile(file, text, parse(text, str(file)))


def parse(text: str, name: str) -> tuple[Correction, ...]:
    """The entries of a file's text; `name` stands in messages."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CorrectionError(f"{name}: {error}; mend the line, or take the file back from a copy") from None
    reader = _Reader([])
    reader.known_keys("the file", data, ("correction",))
    listed = data.get("correction", [])
    if not isinstance(listed, list):
        raise CorrectionError(f"{name}: write [[correction]] in double brackets, once for each entry")
    entries = [reader.entry(number, entry) for number, entry in enumerate(listed, 1)]
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            reader.problems.append(f'"{entry.id}" is there twice; give one of the two another id')
        seen.add(entry.id)
    if reader.problems:
        raise CorrectionError("\n".join(f"{name}: {problem}" for problem in reader.problems))
    return tuple(entries)


@dataclass(slots=True)
class _Reader:
    """Tables to entries; what is wrong is noted, so that every mistake is told at once."""

    problems: list[str]

    def known_keys(self, where: str, table: Mapping[str, Any], known: Sequence[str]) -> None:
        for key in table:
            if key not in known:
                self.problems.append(f'{where}: unknown key "{key}"{suggest(key, known)}')

    def take(self, where: str, table: Mapping[str, Any], key: str, needed: bool = False) -> str:
        """A text; empty where it is not given."""
        value = table.get(key, "")
        if not isinstance(value, str):
            self.problems.append(f'{where}: "{key}" must be {_TEXT[1]}')
            return ""
        if needed and key not in table:
            self.problems.append(f'{where}: the key "{key}" is missing')
        return value

    def one_of(self, where: str, key: str, value: str, allowed: Sequence[str]) -> None:
        if value not in allowed:
            self.problems.append(f'{where}: {key} "{value}" is none of {", ".join(allowed)}{suggest(value, allowed)}')

    def entry(self, number: int, table: Mapping[str, Any]) -> Correction:
        given = self.take(f"correction {number}", table, "id")
        where = f"correction {number}" + (f" ({given})" if given else "")
        self.known_keys(where, table, _ENTRY_KEYS)
        action = self.take(where, table, "action", needed=True)
        self.one_of(where, "action", action, ACTIONS)
        places = [("at", table.get("at", {})), *(("also", t) for t in self.tables(where, table, "also"))]
        anchors, whole = zip(*(self.anchor(f"{where}, {key}", place) for key, place in places), strict=True)
        if action == "merge" and len(anchors) < 2:
            self.problems.append(f"{where}: a merge needs a second passage; add [[correction.also]]")
        note, author, date = (self.take(where, table, key) for key in ("note", "author", "date"))
        fields = self.fields(where, table.get("set", {}))
        return Correction(action, anchors, fields, note, author, date, given, not all(whole))  # type: ignore[arg-type]

    def tables(self, where: str, table: Mapping[str, Any], key: str) -> list[Any]:
        listed = table.get(key, [])
        if isinstance(listed, list):
            return listed
        self.problems.append(f"{where}: write [[correction.{key}]] in double brackets")
        return []

    def anchor(self, where: str, table: Any) -> tuple[Anchor, bool]:
        """The quotations, and whether they fit their hash (those that were written by hand have none)."""
        if not isinstance(table, dict):
            self.problems.append(f"{where}: must be a table with document, words and sentence")
            table = {}
        self.known_keys(where, table, _ANCHOR_KEYS)
        document, words, sentence = (self.take(where, table, k, needed=True) for k in ("document", "words", "sentence"))
        before, after, read_as, claim, given = (
            self.take(where, table, k) for k in ("before", "after", "read_as", "claim", "hash")
        )
        start = table.get("start", sentence.find(words))
        if not isinstance(start, int) or isinstance(start, bool) or start < 0:
            self.problems.append(f'{where}: "start" must tell where the words begin in the sentence, from 0')
            start = 0
        anchor = Anchor(document, words, sentence, start, before, after, read_as, claim, not given)
        return anchor, given in ("", anchor.hash)

    def fields(self, where: str, table: Any) -> Fields:
        where = f"{where}, set"
        if not isinstance(table, dict):
            self.problems.append(f"{where}: must be a table such as [correction.set]")
            return Fields()
        self.known_keys(where, table, _SET_KEYS)
        texts = {k: self.take(where, table, k) for k in ("type", "status", "time", "name", "kind") if k in table}
        for key, allowed in (("status", STATUSES), ("kind", KINDS)):
            if key in texts:
                self.one_of(where, key, texts[key], allowed)
        everywhere = table.get("everywhere", False)
        if not isinstance(everywhere, bool):
            self.problems.append(f'{where}: "everywhere" must be true or false')
        roles, point = self.roles(where, table.get("roles", {})), self.point(where, table.get("point"))
        return Fields(roles=roles, everywhere=everywhere is True, point=point, **texts)  # type: ignore[arg-type]

    def roles(self, where: str, table: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        lists = table.values() if isinstance(table, dict) else [None]
        if not all(isinstance(fillers, list) and all(isinstance(f, str) for f in fillers) for fillers in lists):
            self.problems.append(f'{where}: roles are lists of texts, such as roles.actor = ["Ann Reed"]')
            return ()
        return tuple((name, tuple(fillers)) for name, fillers in table.items())

    def point(self, where: str, value: Any) -> tuple[float, float] | None:
        if value is None:
            return None
        numbers = isinstance(value, list) and len(value) == 2 and all(type(n) in (int, float) for n in value)
        if not numbers or not (-90 <= value[0] <= 90 and -180 <= value[1] <= 180):
            self.problems.append(f"{where}: point must be degrees north and east, such as [43.3, 5.37]")
            return None
        return float(value[0]), float(value[1])


def render(entry: Correction) -> str:
    """An entry as a block of TOML."""
    lines = ["[[correction]]", *_pairs({"id": entry.id, "action": entry.action})]
    lines += _pairs({k: v for k in ("note", "author", "date") if (v := getattr(entry, k))})
    for number, anchor in enumerate(entry.anchors):
        lines += ["", "[[correction.also]]" if number else "[correction.at]", *_anchor(anchor)]
    fields = entry.set
    if fields != Fields():
        lines += ["", "[correction.set]"]
        texts = {k: getattr(fields, k) for k in ("type", "status", "time", "name", "kind")}
        lines += _pairs({k: v for k, v in texts.items() if v is not None})
        if fields.everywhere:
            lines.append("everywhere = true")
        if fields.point:
            lines.append(f"point = [{fields.point[0]!r}, {fields.point[1]!r}]")
        for role, fillers in fields.roles:
            lines.append(f"roles.{_string(role)} = [{', '.join(map(_string, fillers))}]")
    return "\n".join(lines) + "\n"


def _anchor(anchor: Anchor) -> Iterator[str]:
    texts = {k: getattr(anchor, k) for k in ("document", "before", "sentence", "after", "words")}
    yield from _pairs(texts)
    yield f"start = {anchor.start}"
    yield from _pairs({k: v for k in ("read_as", "claim") if (v := getattr(anchor, k))})
    yield from _pairs({"hash": anchor.hash})


def _pairs(texts: Mapping[str, str]) -> Iterator[str]:
    return (f"{key} = {_string(value)}" for key, value in texts.items())


def _string(text: str) -> str:
    """A basic string of TOML: that of JSON, with the one control character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_entry(text: str, entry: Correction) -> str:
    """The file's text with an entry at its end."""
    start = text or HEADER
    return f"{start.rstrip()}\n\n{render(entry)}"


def without_entry(text: str, ident: str, name: str) -> str:
    """The file's text without the entry of that id; CorrectionError where it cannot be cut out cleanly."""
    entries = parse(text, name)
    heads = [m.start() for m in _HEAD.finditer(text)]
    position = next((n for n, e in enumerate(entries) if e.id == ident), None)
    if position is None:
        raise CorrectionError(f'{name}: it has no entry "{ident}"; regesta review --list gives their ids')
    if len(heads) == len(entries):
        end = heads[position + 1] if position + 1 < len(heads) else len(text)
        shorter = f"{text[: heads[position]].rstrip()}\n\n{text[end:].lstrip()}".rstrip() + "\n"
        left = tuple(e for e in entries if e.id != ident)
        if parse(shorter, name) == left:
            return shorter
    raise CorrectionError(f'{name}: the entry "{ident}" cannot be cut out without harm; take it out by hand')
