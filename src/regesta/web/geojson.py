"""The reader's own map: a GeoJSON file, checked whole and made ready to be drawn.

Shapes may have a `name` and days `from` and `to` (both counted, either may be missing: `1871`, `1871-03`, `1871-03-18`,
`-0216`), so that a border of the past shows only while it stood. With `"alone": true` beside `"features"` the coasts
and rivers that ship with regesta stay away.
"""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from regesta.errors import ExportError
from regesta.model.calendars import month_length, to_jdn

MOST_BYTES = 20_000_000
DEPTHS = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""Lists around a position, by geometry."""
LEAST = {"LineString": 2, "MultiLineString": 2, "Polygon": 4, "MultiPolygon": 4}
DEGREES = ("CRS84", "EPSG::4326", "EPSG:4326")
DATE = re.compile(r"(-?\d{1,6})(?:-(\d\d))?(?:-(\d\d))?")
PLACES = 5
"""Decimals kept of a degree: a metre."""

Position = list[float]
Shape = dict[str, Any]


class _WrongError(Exception):
    """What is wrong, without the name of the file."""


def read_geojson(path: Path) -> dict[str, Any]:
    """`{"name", "alone", "shapes": [{"geometry", "name", "first", "last"}]}`; ExportError says what is wrong and where.

    Days are Julian day numbers, None where open. Rings run as d3-geo wants them: outer ones clockwise on a plane.
    """
    try:
        shapes, alone = _read(path)
    except _WrongError as wrong:
        raise ExportError(f"{path}: {wrong}") from None
    return {"name": path.name, "alone": alone, "shapes": shapes}


def _read(path: Path) -> tuple[list[Shape], bool]:
    found = _load(path)
    kind = found.get("type")
    _check_crs(found)
    if kind == "FeatureCollection":
        features = found.get("features")
        if not isinstance(features, list):
            raise _WrongError('the FeatureCollection has no list "features"')
    elif kind == "Feature":
        features = [found]
    else:
        features = [{"type": "Feature", "geometry": found, "properties": {}}]
    shapes = [s for n, feature in enumerate(features, 1) for s in _shapes(feature, f"feature {n}")]
    if not shapes:
        raise _WrongError("holds no shape that can be drawn; give at least one feature with a geometry")
    return shapes, found.get("alone") is True


def _load(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MOST_BYTES:
            most = MOST_BYTES // 1_000_000
            raise _WrongError(f"is larger than {most} MB; simplify it first, for example with mapshaper")
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise _WrongError(f"cannot be read: {error.strerror or error}; give a GeoJSON file") from None
    except UnicodeDecodeError:
        raise _WrongError("is not UTF-8; GeoJSON is always UTF-8: save it so") from None
    except json.JSONDecodeError as error:
        raise _WrongError(
            f"line {error.lineno}, column {error.colno}: is not JSON: {error.msg}; give a GeoJSON file"
        ) from None
    except RecursionError:
        raise _WrongError("is nested too deep for GeoJSON") from None
    if not isinstance(found, dict) or not isinstance(found.get("type"), str):
        raise _WrongError('is JSON but not GeoJSON: there is no "type"')
    if found["type"] == "Topology":
        raise _WrongError("is TopoJSON; turn it into GeoJSON, for example with mapshaper")
    return found


def _check_crs(found: dict[str, Any]) -> None:
    """Old files name a grid: only degrees of WGS 84 can be drawn."""
    crs = found.get("crs")
    name = crs.get("properties", {}).get("name") if isinstance(crs, dict) else None
    if crs is not None and not (isinstance(name, str) and name.endswith(DEGREES)):
        raise _WrongError(f"is in the grid {name or crs!r}; turn it into degrees of WGS 84 (EPSG:4326)")


def _shapes(feature: Any, where: str) -> Iterator[Shape]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _WrongError(f'{where}: is no Feature; every entry of "features" must be one')
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        raise _WrongError(f'{where}: "properties" is no object')
    first, last = _day(properties.get("from"), "from", where), _day(properties.get("to"), "to", where)
    if first is not None and last is not None and first > last:
        raise _WrongError(f'{where}: "from" is after "to"')
    name = next((str(properties[key]) for key in ("name", "NAME", "title") if properties.get(key) is not None), "")
    for geometry in _geometries(feature.get("geometry"), where):
        yield {"geometry": geometry, "name": name, "first": first, "last": last}


def _day(value: Any, key: str, where: str) -> int | None:
    """The first day of a year or month for `from`, the last one for `to`."""
    if value is None or value == "":
        return None
    parts = DATE.fullmatch(str(value).strip()) if isinstance(value, (str, int)) else None
    remedy = "write it as 1871, 1871-03 or 1871-03-18 (-0216 for 217 BC)"
    if parts is None:
        raise _WrongError(f'{where}: "{key}" is {value!r}; {remedy}')
    year, month, day = int(parts[1]), int(parts[2] or 0), int(parts[3] or 0)
    month = month or (1 if key == "from" else 12) if parts[2] is None else month
    if not 1 <= month <= 12 or (parts[3] and not 1 <= day <= month_length(year, month)):
        raise _WrongError(f'{where}: "{key}" is {value!r}, which is no day; {remedy}')
    return to_jdn(year, month, day or (1 if key == "from" else month_length(year, month)))


def _geometries(geometry: Any, where: str) -> Iterator[dict[str, Any]]:
    if geometry is None:
        return
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection":
        members = geometry.get("geometries")
        if not isinstance(members, list):
            raise _WrongError(f'{where}: the GeometryCollection has no list "geometries"')
        for member in members:
            yield from _geometries(member, where)
        return
    if kind not in DEPTHS:
        raise _WrongError(f"{where}: geometry {kind!r} is none of {', '.join(DEPTHS)}, GeometryCollection")
    coordinates = _positions(geometry.get("coordinates"), DEPTHS[kind], kind, where)
    if coordinates or kind == "Point":
        yield {"type": kind, "coordinates": _wind(coordinates, DEPTHS[kind]) if "Polygon" in kind else coordinates}


def _positions(value: Any, depth: int, kind: str, where: str) -> list[Any]:
    """Coordinates, rounded, without heights."""
    if not isinstance(value, list):
        raise _WrongError(f"{where}: the coordinates of the {kind} are not lists of positions [longitude, latitude]")
    if depth == 0:
        return _position(value, kind, where)
    made = [_positions(part, depth - 1, kind, where) for part in value]
    if depth == 1 and kind in LEAST:
        if len(made) < LEAST[kind]:
            raise _WrongError(f"{where}: a line of the {kind} has {len(made)} positions; it needs {LEAST[kind]}")
        if "Polygon" in kind and made[0] != made[-1]:
            raise _WrongError(f"{where}: a ring of the {kind} is not closed: its last position must be its first")
    return made


def _position(value: list[Any], kind: str, where: str) -> Position:
    numbers = value[:2]
    if len(numbers) < 2 or any(isinstance(n, bool) or not isinstance(n, (int, float)) for n in numbers):
        raise _WrongError(f"{where}: {value!r} in the {kind} is no position [longitude, latitude]")
    longitude, latitude = numbers
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        remedy = "coordinates must be degrees of WGS 84, longitude first, within ±180 and ±90"
        raise _WrongError(f"{where}: [{longitude}, {latitude}] lies beyond the globe; {remedy}")
    return [round(longitude, PLACES), round(latitude, PLACES)]


def _wind(coordinates: list[Any], depth: int) -> list[Any]:
    if depth == 3:
        return [_wind(polygon, 2) for polygon in coordinates]
    return [ring if (_area(ring) < 0) == (n == 0) else ring[::-1] for n, ring in enumerate(coordinates)]


def _area(ring: list[Position]) -> float:
    """Twice the area on a plane; below nought where the ring runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
