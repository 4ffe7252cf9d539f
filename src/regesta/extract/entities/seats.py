"""Which of several places of one name is meant: the one near the other places of the text, unless a far one is so much
larger that everybody means it.

Each place of a name is weighed by its population and its distance from the places nearest to it that the text leaves no
choice about. After Leidner, "Toponym Resolution in Text" (2007): spatial minimality, with population as the prior.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log10

from regesta.extract.entities.places import kilometres
from regesta.model.entity import Coordinates, Entity
from regesta.rules.gazetteer import Gazetteer, Place

_NEAREST = 3
"""So many of the other places count, so that a text on two countries does not draw everything to their middle."""
_FEWEST = 2
"""Fewer places without a choice say nothing about where a text is."""
_PULL = 1.0
"""Ten times as far weighs as much as ten times as many people."""
_TOWN, _COUNTY = 1_000, 50
"""People and kilometres below which differences say nothing."""
_KNOWN = 8.0
"""The weight of an entry written by hand, which comes before GeoNames' places of its name: 100 million people."""


def settle_seats(entities: Sequence[Entity], gazetteer: Gazetteer) -> tuple[Entity, ...]:
    """The entities of one text, with places of a name that many have put where they most likely lie."""
    choices = {e.id: [p for p in gazetteer.lookup(e.name) if p.coordinates] for e in entities if _has_seat(e)}
    anchors = {e.id: e.coordinates for e in entities if e.id in choices and (len(choices[e.id]) < 2 or e.part_of)}
    known = [c for c in anchors.values() if c is not None]
    if len(known) < _FEWEST:
        return tuple(entities)
    return tuple(
        replace(e, coordinates=max(choices[e.id], key=lambda place: _likely(place, known)).coordinates)
        if e.id in choices and e.id not in anchors
        else e
        for e in entities
    )


def _has_seat(entity: Entity) -> bool:
    return entity.kind == "place" and entity.coordinates is not None


def _likely(place: Place, known: Sequence[Coordinates]) -> float:
    """Orders of magnitude of people less those of distance; only differences mean something."""
    people = log10(place.population + _TOWN) if place.source.startswith("geonames") else _KNOWN
    near = sorted(_distances(place, known))[:_NEAREST]
    return people - _PULL * sum(log10(far + _COUNTY) for far in near) / len(near)


def _distances(place: Place, known: Sequence[Coordinates]) -> Iterator[float]:
    if place.coordinates is not None:
        yield from (kilometres(place.coordinates, other) for other in known)
