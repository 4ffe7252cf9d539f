"""Who and where: entities, and the places in the text that name them."""

from dataclasses import dataclass
from typing import Literal

from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.text import Span

EntityKind = Literal["person", "body", "place", "office", "document", "event", "unknown"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something; `entity` is None where the text does not say for whom."""

    id: Id
    span: Span
    kind: EntityKind
    form: Literal["name", "description", "pronoun"]
    entity: Id | None
    evidence: Evidence
    refers: bool = False
    """Whether it is a word that points back ("it", "the city", "Crémieux") rather than one that introduces."""


@dataclass(frozen=True, slots=True)
class Coordinates:
    """WGS 84 degrees, and the gazetteer entry that gave them."""

    latitude: float
    longitude: float
    source: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place, office or document under all its names."""

    id: Id
    kind: EntityKind
    name: str
    """Its fullest name in the sources."""
    names: tuple[str, ...]
    mentions: tuple[Id, ...]
    evidence: Evidence
    coordinates: Coordinates | None = None
    part_of: str | None = None
    """The place it lies in ("La Guillotière": "Lyon") or the place of a body ("Marseille Commune": "Marseille")."""
