"""Which map lies under the places: of those that ship with regesta, the smallest that they fit into.

Each base map is the whole world, coarse, with one box of it in detail; so a far place is never off the map.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import loads
from typing import Any

from regesta.web.assets import asset

SHARE = 0.9
"""The share of what happens that the box must hold, so that one far place does not cost all others their detail."""
GENEROUS = 3.0
"""How much larger than that box one may be that holds everything."""
MARGIN = 0.06
"""Room around the places, as a share of the box."""
CREDIT = "Natural Earth"

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be drawn: its number among the entities, degrees, and how much happens there."""

    entity: int
    longitude: float
    latitude: float
    weight: int


@dataclass(frozen=True, slots=True)
class Region:
    """A base map and the box that it shows in detail."""

    name: str
    box: Box

    @property
    def area(self) -> float:
        """Square degrees: enough to tell a small box from a large one."""
        west, south, east, north = self.box
        return (east - west) * (north - south)

    def holds(self, spot: Spot) -> bool:
        """Whether the spot lies in the box, and not at its rim unless that is the rim of the world."""
        west, south, east, north = self.box
        wide, high = MARGIN * (east - west), MARGIN * (north - south)
        return (
            (west + wide <= spot.longitude or west <= -180)
            and (spot.longitude <= east - wide or east >= 180)
            and (south + high <= spot.latitude or south <= -90)
            and (spot.latitude <= north - high or north >= 90)
        )


def make_basemap(payload: Mapping[str, Any], own: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What the map of a payload is drawn on.

    `topology` (TopoJSON: land, lakes, rivers; None where the reader's map stands alone), `own` (what `read_geojson`
    gives, or None), `focus` (numbers of the places that the map opens on), `box`, `name` and `credit`.
    """
    spots = _spots(payload)
    region = choose(spots, regions())
    focus = [spot.entity for spot in spots if region.holds(spot)]
    alone = own is not None and own["alone"]
    return {
        "name": region.name,
        "box": list(region.box),
        "credit": "" if alone else CREDIT,
        "focus": focus,
        "topology": None if alone or not spots and own is None else loads(asset(f"basemap/{region.name}.json")),
        "own": own,
    }


def regions() -> tuple[Region, ...]:
    """All base maps that ship, smallest box first."""
    found = [Region(entry["name"], tuple(entry["box"])) for entry in loads(asset("basemap/index.json"))]
    return tuple(sorted(found, key=lambda region: (region.area, region.name)))


def choose(spots: Sequence[Spot], known: Sequence[Region]) -> Region:
    """The smallest box with SHARE of the weight in it, or a larger one with all, if it is not GENEROUS times as large."""
    whole = sum(spot.weight for spot in spots)

    def share(region: Region) -> float:
        return sum(spot.weight for spot in spots if region.holds(spot)) / whole if whole else 1.0

    most = next((region for region in known if share(region) >= SHARE), known[-1])
    every = next((region for region in known if all(map(region.holds, spots))), known[-1])
    return every if every.area <= GENEROUS * most.area or not whole else most


def _spots(payload: Mapping[str, Any]) -> list[Spot]:
    entities = payload["entities"]
    happens: Counter[int] = Counter(payload["events"]["place"])
    happens.update(_held(payload["ribbons"]))
    columns = zip(entities["kind"], entities["lat"], entities["lon"], strict=True)
    return [
        Spot(n, longitude, latitude, 1 + happens[n])
        for n, (kind, latitude, longitude) in enumerate(columns)
        if kind == "place" and latitude is not None and longitude is not None
    ]


def _held(ribbons: Iterable[Mapping[str, Any]]) -> Iterable[int]:
    return (ribbon["entity"] for ribbon in ribbons for _ in ribbon["reigns"])
