"""Gold chronicles: what people noted down of a text. A folder each, with `text.txt` and `gold.json`.

gold.json holds `claims` and, where there are any, `states`: questions of who held what on a day, with their answers;
and `findings`: what the text leaves open, and where it contradicts itself.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from regesta.errors import SourceError
from regesta.evaluate.findings import Finding
from regesta.model.claim import STATUSES

TEXT = "text.txt"
GOLD = "gold.json"
ROLES = ("actor", "target", "place")


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim in plain values, by people or by a system."""

    trigger: str
    spans: tuple[tuple[int, int], ...]
    """Where its trigger stands, and in gold where other words for the same happening do."""
    types: tuple[str, ...]
    """Its type, and in gold those that are as good."""
    status: str
    roles: Mapping[str, tuple[str, ...]]
    bounds: tuple[str | None, str | None]
    """First and last day it may fall on, ISO; None where open."""
    id: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    """The full names that participants stand for."""

    @property
    def dated(self) -> bool:
        """Whether anything is known of its time."""
        return any(self.bounds)


@dataclass(frozen=True, slots=True)
class StateQuestion:
    """Who held a place or an office on a day, and the answer that the text gives."""

    question: str
    date: str
    place: str | None
    office: str | None
    holder: str | None
    certainty: str
    """`certain`, `possible` or `unknown`."""


@dataclass(frozen=True, slots=True)
class GoldChronicle:
    """A text with all that people noted down of it."""

    name: str
    path: Path
    """The text itself."""
    claims: tuple[ClaimRecord, ...]
    states: tuple[StateQuestion, ...]
    findings: tuple[Finding, ...]


def find_chronicles(paths: Iterable[str | Path]) -> Iterator[GoldChronicle]:
    """Each gold chronicle of the folders, or of the folders in them; SourceError (what, where, what to do) else."""
    for path in map(Path, paths):
        folders = [path] if (path / GOLD).is_file() else sorted(f.parent for f in path.glob(f"*/{GOLD}"))
        if not folders:
            raise SourceError(f"{path}: no gold chronicle; name a folder that holds {TEXT} and {GOLD}")
        yield from map(read_chronicle, folders)


def read_chronicle(folder: Path) -> GoldChronicle:
    """The gold chronicle of one folder; SourceError where it is none."""
    text, data = _read(folder / TEXT), _parse(folder / GOLD)
    claims = tuple(_each(folder, "claims", data, lambda given: _claim(given, text)))
    states = tuple(_each(folder, "states", data, _state))
    findings = tuple(_each(folder, "findings", data, lambda given: _finding(given, text)))
    return GoldChronicle(folder.resolve().name, folder / TEXT, claims, states, findings)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror or error}; check the path") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None


def _parse(path: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(_read(path))
    except json.JSONDecodeError as error:
        raise SourceError(f"{path}: not JSON: {error}; mend it there") from None
    if not isinstance(data, dict) or not isinstance(data.get("claims"), list):
        raise SourceError(f'{path}: no gold chronicle: the list "claims" is missing; add it')
    return data


def _each(folder: Path, key: str, data: Mapping[str, Any], read: Any) -> Iterator[Any]:
    for number, given in enumerate(data.get(key, ()), 1):
        try:
            yield read(given)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            said = f"{error} is missing" if isinstance(error, KeyError) else " ".join(str(error).split())
            name = given.get("id", number) if isinstance(given, dict) else number
            raise SourceError(f"{folder / GOLD}: {key}: {name}: {said}; mend it there") from None


def _claim(given: Mapping[str, Any], text: str) -> ClaimRecord:
    triggers = [given["trigger"], *(given.get("alt_triggers") or ())]
    for trigger in triggers:
        if text[trigger["start"] : trigger["end"]] != trigger["text"]:
            raise ValueError(f'"{trigger["text"]}" does not stand at {trigger["start"]} of {TEXT}')
    if given["status"] not in STATUSES:
        raise ValueError(f'status "{given["status"]}" is none of {", ".join(STATUSES)}')
    time = given.get("time") or {}
    return ClaimRecord(
        triggers[0]["text"],
        tuple((t["start"], t["end"]) for t in triggers),
        (given["type"], *(given.get("alt_types") or ())),
        given["status"],
        {role: tuple(given.get(role) or ()) for role in ROLES},
        (time.get("earliest"), time.get("latest")),
        str(given["id"]),
        {short: name for short, name in (given.get("refers") or {}).items() if name},
    )


def _state(given: Mapping[str, Any]) -> StateQuestion:
    if not given.get("place") and not given.get("office"):
        raise ValueError('it asks of nothing: "place" or "office" is missing')
    return StateQuestion(
        str(given["question"]),
        str(given["date"]),
        given.get("place") or None,
        given.get("office") or None,
        given.get("holder") or None,
        str(given["certainty"]),
    )


def _finding(given: Mapping[str, Any], text: str) -> Finding:
    found = Finding(str(given["kind"]), int(given["line"]), str(given.get("text") or ""))
    lines = text.splitlines()
    if not 1 <= found.line <= len(lines):
        raise ValueError(f"{TEXT} has no line {found.line}; it has {len(lines)}")
    if found.words not in lines[found.line - 1]:
        raise ValueError(f'"{found.words}" does not stand in line {found.line} of {TEXT}')
    return found
