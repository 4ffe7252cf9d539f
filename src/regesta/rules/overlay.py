"""A historian's own knowledge, laid over that of the package: a folder of the same shape that holds only what is added.

Of two tables the keys come together; of two lists the own words and entries come first. A word that an own entry gives
a meaning without a condition loses those that the package gives it.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any, NamedTuple

from regesta.errors import KnowledgeError

TABLE = "places-historical.tsv"
"""The one table of rows that can be added to."""
_WORDS = ("verbs", "nouns", "words")
_AMONG_WORDS = ("weak", "held", "passive_only")
_CONDITIONS = ("object_kinds", "object_words", "subject_kinds", "doer_kinds")


@dataclass(frozen=True)
class Layered(Traversable):
    """A folder of knowledge/ with what an own folder adds to it."""

    base: Traversable
    own: Path

    @property
    def name(self) -> str:
        """The name of the folder in knowledge/."""
        return self.base.name

    def iterdir(self) -> Iterator[Traversable]:
        """The files of both."""
        yield from self.base.iterdir()
        yield from sorted(f for f in self.own.iterdir() if f.is_file())

    def is_dir(self) -> bool:
        """Always."""
        return True

    def is_file(self) -> bool:
        """Never."""
        return False

    def joinpath(self, *descendants: Any) -> Traversable:
        """A file as the package has it."""
        return self.base.joinpath(*descendants)

    def __truediv__(self, child: Any) -> Traversable:
        return self.joinpath(child)

    def open(self, mode: str = "r", *args: Any, **kwargs: Any) -> IO[Any]:
        """A folder has no content."""
        raise IsADirectoryError(self.name, mode, args, kwargs)

    def read_bytes(self) -> bytes:
        """A folder has no content."""
        raise IsADirectoryError(self.name)

    def read_text(self, encoding: str | None = None) -> str:
        """A folder has no content."""
        raise IsADirectoryError(self.name, encoding)

    def own_lines(self, name: str) -> list[str]:
        """The lines of the own table of that name; none where there is none."""
        own = self.own / name
        return _text(own).split("\n") if own.is_file() else []

    def merge(self, name: str, data: dict[str, Any]) -> dict[str, Any]:
        """The package's TOML data with what the own file of that name adds."""
        own = self.own / name
        return _merge_tables(data, read_own(own)) if own.is_file() else data


def lay_over(base: Traversable, own: Path) -> Traversable:
    """The folder of knowledge/ with that of the same name in an own folder; itself where there is none."""
    mine = own / base.name
    return Layered(base, mine) if mine.is_dir() else base


class OwnFile(NamedTuple):
    """A file in an own folder as it is now."""

    path: Path
    changed: int
    """Nanoseconds, of the clock of its disk."""
    size: int


def own_files(own: Path) -> tuple[OwnFile, ...]:
    """All files of an own folder but hidden ones; KnowledgeError where there is no such folder."""
    if not own.is_dir():
        raise KnowledgeError(f"{own}: no folder; name one that holds folders such as common and those of languages")
    found = sorted(f.resolve() for f in own.rglob("*") if f.is_file() and not f.name.startswith("."))
    return tuple(OwnFile(f, f.stat().st_mtime_ns, f.stat().st_size) for f in found)


def check_own(own: Path, found: Sequence[Path], knowledge: Traversable) -> None:
    """KnowledgeError where an own folder holds what no rule reads."""
    folders = {f.name: f for f in knowledge.iterdir() if f.is_dir()}
    wrong = []
    for file in found:
        place = file.relative_to(own.resolve())
        base = folders.get(place.parts[0]) if len(place.parts) == 2 else None
        if base is None:
            wrong.append(f"{own / place}: is not read; own files stand in {', '.join(sorted(folders))}")
        elif file.name != TABLE and (file.suffix != ".toml" or not base.joinpath(file.name).is_file()):
            names = sorted(f.name for f in base.iterdir() if f.name.endswith(".toml") or f.name == TABLE)
            wrong.append(f"{own / place}: is not read; a file there is one of {', '.join(names)}")
    if wrong:
        raise KnowledgeError("\n".join(wrong))


def read_own(path: Path) -> dict[str, Any]:
    """An own TOML file."""
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: {error}; mend it there") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read: {error}; save it as UTF-8") from None


def _merge_tables(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Keys that are new come first, for the last of a file may stand for what is left over."""
    new = {key: value for key, value in own.items() if key not in base}
    return new | {key: _merge(value, own[key]) if key in own else value for key, value in base.items()}


def _merge(base: Any, own: Any) -> Any:
    if isinstance(base, dict) and isinstance(own, dict):
        return _merge_tables(base, own)
    if not isinstance(base, list) or not isinstance(own, list):
        return own
    if any(isinstance(item, dict) for item in own):
        return [*own, *_without(base, own)]
    return [*own, *(item for item in base if item not in own)]


def _without(base: list[Any], own: list[Any]) -> Iterator[Any]:
    """The package's entries without the words to which own entries give a meaning; none that is then empty."""
    firm = [entry for entry in own if isinstance(entry, dict) and not any(entry.get(key) for key in _CONDITIONS)]
    taken = {key: {word for entry in firm for word in entry.get(key, ())} for key in _WORDS}
    gone = set().union(*taken.values())
    for entry in base:
        lists = [key for key in _WORDS if isinstance(entry, dict) and key in entry]
        if not any(taken[key] & set(entry[key]) for key in lists):
            yield entry
            continue
        left = {key: [word for word in entry[key] if word not in taken[key]] for key in lists}
        if any(left.values()):
            among = {key: [word for word in entry[key] if word not in gone] for key in _AMONG_WORDS if key in entry}
            yield {**entry, **left, **among}
