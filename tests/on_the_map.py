"""The example of two cities with degrees, and more places beside them, for tests of the map."""

from dataclasses import replace

from regesta.model.chronology import Chronology
from regesta.model.entity import Coordinates, Entity
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from two_cities import two_cities

SEATS = {"Venice": (45.44, 12.33), "Milan": (45.46, 9.19)}


def placed(seats: dict[str, tuple[float, float]], *more: Entity) -> Chronology:
    """The two cities where they lie, and more places."""
    chronology = two_cities()
    findings = chronology.findings
    entities = tuple(
        replace(e, coordinates=Coordinates(*seats[e.name], "test")) if e.name in seats else e for e in findings.entities
    )
    known = {e.name: e.id for e in entities if e.kind == "place"}
    changes = tuple(replace(c, key_entity=known.get(c.key)) for c in chronology.transitions)
    weak = next(c for c in changes if c.strength == "weak")
    perhaps = [replace(weak, key=e.name, key_entity=e.id) for e in more if e.name == "Genoa"]
    findings = replace(findings, entities=(*entities, *more))
    return replace(chronology, findings=findings, transitions=(*changes, *perhaps))


def place(name: str, at: tuple[float, float] | None = None, part_of: str | None = None) -> Entity:
    quote = two_cities().findings.sentences[0].span
    where = Coordinates(*at, "test") if at else None
    return Entity(stable_id("e", name), "place", name, (name,), (), Evidence((quote,), "test"), where, part_of)
