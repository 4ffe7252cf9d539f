"""Collects what is wrong in knowledge files, so that a historian sees every mistake at once, each with its remedy."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from typing import Any

from regesta.errors import KnowledgeError
from regesta.rules.overlay import Layered


def suggest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "actor"?`, or nothing where no known word is near."""
    near = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


@dataclass(slots=True)
class Problems:
    """The mistakes found so far."""

    own: str = ""
    """The own folder that is laid over the files; named with each mistake."""
    found: list[str] = field(default_factory=list)

    def add(self, file: str, entry: str, problem: str) -> None:
        """Note a mistake: which file, which entry, what is wrong and what to do."""
        added = f" (with what {self.own} adds)" if self.own else ""
        self.found.append(f"{file}{added}: [{entry}]: {problem}")

    def require_keys(self, file: str, entry: str, given: Mapping[str, Any], known: Iterable[str]) -> None:
        """Note every key of an entry that no rule reads: a typo must not vanish."""
        names = list(known)
        for key in given:
            if key not in names:
                self.add(file, entry, f'unknown key "{key}"{suggest(key, names)}')

    def stop(self) -> None:
        """Raise a KnowledgeError that lists all mistakes, if there are any."""
        if self.found:
            raise KnowledgeError("\n".join(self.found))


def read_toml(folder: Traversable, name: str, label: str) -> dict[str, Any]:
    """A TOML file of a knowledge folder; `label` names it in messages, such as `knowledge/en/times.toml`."""
    try:
        data = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KnowledgeError(f"{label}: the file is missing; copy its shape from another language folder") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{label}: {error}") from None
    return folder.merge(name, data) if isinstance(folder, Layered) else data
