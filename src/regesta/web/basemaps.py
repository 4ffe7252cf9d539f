"""Which map lies under the places: of those that ship with regesta, the smallest that they fit into.

Each base map is the whole world, coarse, with one box of it in detail; so a far place is never off the map.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import loads
from math import cos, inf, radians
from typing import Any

from regesta.web.assets import asset

SHARE = 0.8
"""The share of what happens that the box must hold, so that one far place does not cost all others their detail."""
GENEROUS = 2.5
"""How much larger than that box one may be that holds everything."""
MARGIN = 0.1
"""Room that the map leaves on each side of its places, as a share of what they span."""
SHAPES = (1.3, 1.6)
"""Width by height: how narrow and how wide a map may be."""
COVERED = 0.7
"""The share of that map that must be drawn in detail."""
LEAST = 0.5
"""Degrees that the map shows at least."""
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

    def covers(self, box: Box) -> float:
        """The share of another box that lies in this one; beyond the rim of the world there is nothing to miss."""
        west, south, east, north = self.box
        wide = _overlap((box[0], box[2]), (-inf if west <= -180 else west, inf if east >= 180 else east))
        high = _overlap((box[1], box[3]), (-inf if south <= -90 else south, inf if north >= 90 else north))
        return wide * high

    def inside(self, spots: Iterable[Spot]) -> list[Spot]:
        """Those of the spots that lie in the box."""
        west, south, east, north = self.box
        return [s for s in spots if west <= s.longitude <= east and south <= s.latitude <= north]


def _overlap(part: tuple[float, float], whole: tuple[float, float]) -> float:
    return max(0.0, min(part[1], whole[1]) - max(part[0], whole[0])) / (part[1] - part[0])


def view_of(spots: Sequence[Spot]) -> Box:
    """The box that a map of these spots shows, whatever the shape of the window."""
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    stretch = max(0.1, cos(radians((south + north) / 2)))
    wide, high = max(LEAST, (east - west) * stretch), max(LEAST, north - south)
    wide, high = max(wide, high * SHAPES[1]) * (1 + 2 * MARGIN), max(high, wide / SHAPES[0]) * (1 + 2 * MARGIN)
    x, y = (west + east) / 2, (south + north) / 2
    return x - wide / stretch / 2, y - high / 2, x + wide / stretch / 2, y + high / 2


def make_basemap(payload: Mapping[str, Any], own: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What the map of a payload is drawn on.

    `topology` (TopoJSON: land, lakes, rivers; None where the reader's map stands alone), `own` (what `read_geojson`
    gives, or None), `focus` (numbers of the places that the map opens on), `box`, `name` and `credit`.
    """
    spots = _spots(payload)
    region = choose(spots, regions())
    focus = [spot.entity for spot in region.inside(spots)]
    alone = own is not None and own["alone"]
    return {
        "name": region.name,
        "box": list(region.box),
        "credit": "" if alone else CREDIT,
        "focus": focus,
        "topology": None if alone or (not spots and own is None) else loads(asset(f"basemap/{region.name}.json")),
        "own": own,
    }


def regions() -> tuple[Region, ...]:
    """All base maps that ship, smallest box first."""
    found = [Region(entry["name"], tuple(entry["box"])) for entry in loads(asset("basemap/index.json"))]
    return tuple(sorted(found, key=lambda region: (region.area, region.name)))


def choose(spots: Sequence[Spot], known: Sequence[Region]) -> Region:
    """The smallest region that shows SHARE of the weight; one that shows all, if it is not GENEROUS times as large."""
    whole = sum(spot.weight for spot in spots)

    def shows(region: Region, share: float) -> bool:
        found = region.inside(spots)
        enough = bool(found) and sum(s.weight for s in found) >= share * whole
        return enough and region.covers(view_of(found)) >= COVERED

    most = next((region for region in known if shows(region, SHARE)), known[-1])
    every = next((region for region in known if shows(region, 1)), known[-1])
    return every if every.area <= GENEROUS * most.area else most


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
