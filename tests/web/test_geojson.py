"""The reader's own map: what can be drawn is made ready, what cannot is refused in one line that says why."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from regesta.errors import ExportError
from regesta.model.calendars import to_jdn
from regesta.web.geojson import read_geojson

SQUARE = [[[0, 0], [4, 0], [4, 3], [0, 3], [0, 0]]]


def write(folder: Path, found: Any) -> Path:
    path = folder / "own.geojson"
    path.write_text(found if isinstance(found, str) else json.dumps(found), encoding="utf-8")
    return path


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def test_shapes_names_and_days(tmp_path: Path) -> None:
    area = feature({"type": "Polygon", "coordinates": SQUARE}, name="Duchy", **{"from": "1356", "to": "1417-02"})
    road = feature({"type": "LineString", "coordinates": [[1, 1, 250], [2.1234567, 2]]}, **{"from": "-0216-08-02"})
    own = read_geojson(write(tmp_path, collection(area, road, feature(None), alone=True)))
    duchy, line = own["shapes"]
    assert (own["name"], own["alone"]) == ("own.geojson", True)
    assert (duchy["name"], duchy["first"], duchy["last"]) == ("Duchy", to_jdn(1356, 1, 1), to_jdn(1417, 2, 28))
    assert (line["name"], line["first"], line["last"]) == ("", to_jdn(-216, 8, 2), None)
    assert line["geometry"]["coordinates"] == [[1, 1], [2.12346, 2]]


@pytest.mark.parametrize("turned", [False, True])
def test_outer_rings_run_clockwise_and_holes_the_other_way(tmp_path: Path, turned: bool) -> None:
    hole = [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]
    rings = [ring[::-1] if turned else ring for ring in (SQUARE[0], hole)]
    geometry = {"type": "MultiPolygon", "coordinates": [rings]}
    found = read_geojson(write(tmp_path, geometry))["shapes"][0]["geometry"]["coordinates"][0]
    areas = [sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) for ring in found]
    assert areas[0] < 0 < areas[1]


def test_geometries_without_a_feature(tmp_path: Path) -> None:
    parts = [{"type": "Point", "coordinates": [2, 48]}, {"type": "MultiPoint", "coordinates": [[5, 43]]}]
    found = read_geojson(write(tmp_path, {"type": "GeometryCollection", "geometries": parts}))
    assert [shape["geometry"]["type"] for shape in found["shapes"]] == ["Point", "MultiPoint"]


def point(*coordinates: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(coordinates)}


WRONG = {
    "not JSON": ("{", "line 1, column 2: is not JSON"),
    "not GeoJSON": ([1, 2], "not GeoJSON"),
    "TopoJSON": ({"type": "Topology"}, "TopoJSON"),
    "no features": ({"type": "FeatureCollection"}, 'no list "features"'),
    "nothing to draw": (collection(feature(None)), "no shape that can be drawn"),
    "another grid": (collection(feature(point(652000, 6862000))), "lies beyond the globe; coordinates must be degrees"),
    "a named grid": (
        collection(feature(point(2, 3)), crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}),
        "turn it into degrees of WGS 84",
    ),
    "no position": (collection(feature(point("2", "48"))), "is no position"),
    "an unknown geometry": (collection(feature({"type": "Circle"})), "feature 1: geometry 'Circle' is none of"),
    "an open ring": (
        collection(feature({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]})),
        "is not closed",
    ),
    "a short ring": (collection(feature({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]]]})), "needs 4"),
    "no lists": (collection(feature({"type": "LineString", "coordinates": 3})), "are not lists of positions"),
    "a day that is none": (collection(feature(point(2, 3), to="1871-02-30")), "which is no day"),
    "a day in words": (collection(feature(point(2, 3), **{"from": "spring 1871"})), "write it as 1871"),
    "days that run backwards": (collection(feature(point(2, 3), **{"from": "1872", "to": 1871})), '"from" is after'),
    "a feature that is none": (collection(point(2, 3)), "feature 1: is no Feature"),
}


@pytest.mark.parametrize(("found", "said"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, found: Any, said: str) -> None:
    path = write(tmp_path, found)
    with pytest.raises(ExportError) as refused:
        read_geojson(path)
    message = str(refused.value)
    assert message.startswith(f"{path}: ")
    assert said in message
    assert "\n" not in message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        read_geojson(tmp_path / "nowhere.geojson")
    latin = tmp_path / "latin.geojson"
    latin.write_bytes('{"type": "Point", "name": "Besançon"}'.encode("latin-1"))
    with pytest.raises(ExportError, match="not UTF-8"):
        read_geojson(latin)
