"""What stands for review: claims in their sentences with their fields, and the corrections that were made."""

from dataclasses import dataclass
from typing import Any

from regesta.api.views import Words
from regesta.model.claim import Claim
from regesta.model.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the corrections file, and what became of it in the last build."""

    id: str
    action: str
    result: str
    """`applied`, `unused`, `orphaned` or `not built yet`."""
    reason: str
    document: str
    words: str
    sentence: str
    note: str

    def record(self) -> dict[str, str]:
        """For JSON."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class Item:
    """A claim as it stands for review: its words in its sentence, and its fields as they can be set."""

    claim: Claim
    sentence: str
    start: int
    """Of the words that tell of it, in the sentence."""
    end: int
    words: Words
    fields: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    """Each with its participants as they can be set."""

    def record(self) -> dict[str, Any]:
        """For JSON."""
        fields = dict(self.fields)
        return {
            "claim": self.claim.id,
            "confidence": round(self.claim.confidence, 4),
            "rule": self.claim.evidence.rule,
            "sentence": self.sentence,
            "start": self.start,
            "end": self.end,
            "words": self.words.record(),
            **{name: fields[name] for name in ("type", "status", "time")},
            "roles": {name: list(fillers) for name, fillers in self.roles},
            "citations": list(self.claim.citations),
        }


@dataclass(frozen=True, slots=True)
class Choices:
    """What the fields of a correction may say."""

    types: dict[str, tuple[str, tuple[str, ...]]]
    """Each with what it says of itself, and the roles that it has."""
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    """Of everybody and everything that the sources name."""


def fillers_of(claim: Claim, lookup: Lookup) -> dict[str, list[str]]:
    """The participants by role, as they can be set: words, or `words = name`."""
    roles: dict[str, list[str]] = {}
    for role in claim.roles:
        words, name = " ".join(lookup.quote(role.span).split()), lookup.name(role)
        same = role.entity is None or words == name
        roles.setdefault(role.name, []).append(words if same else f"{words} = {name}")
    return roles
