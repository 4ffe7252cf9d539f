"""Which base map a chronology gets, and that those which ship are whole."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from regesta.web.assets import asset
from regesta.web.basemaps import Region, Spot, choose, make_basemap, regions, view_of

LIST = Path(__file__).resolve().parents[2] / "frontend" / "basemap" / "regions.tsv"


def spots(*places: tuple[float, float], weights: tuple[int, ...] = ()) -> list[Spot]:
    return [Spot(n, lon, lat, weights[n] if weights else 1) for n, (lon, lat) in enumerate(places)]


WORLD = Region("world", (-180, -90, 180, 90))
NEAR = Region("near", (0, 40, 12, 50))
WIDE = Region("wide", (-10, 30, 20, 60))
KNOWN = (NEAR, WIDE, WORLD)


@pytest.mark.parametrize(
    ("places", "name"),
    [
        ([(5, 44), (7, 46)], "near"),
        ([(5, 44)], "near"),
        ([(0.1, 40.1)], "wide"),  # at the rim: half of what is seen would be coarse
        ([(-8, 35), (15, 55)], "world"),
        ([(-2, 42), (9, 48)], "wide"),
        ([(170, -40)], "world"),
        ([(178, -17), (-172, -14)], "world"),
    ],
)
def test_the_smallest_that_shows_them(places: list[tuple[float, float]], name: str) -> None:
    assert choose(spots(*places), KNOWN).name == name


def test_one_far_place_does_not_cost_the_others_their_detail() -> None:
    many = spots((5, 44), (7, 46), (-120, 40), weights=(10, 10, 1))
    assert choose(many, KNOWN).name == "near"
    assert choose(spots((5, 44), (-120, 40)), KNOWN).name == "world"


def test_what_a_map_shows_is_wider_than_its_places() -> None:
    west, south, east, north = view_of(spots((5, 44), (7, 46)))
    assert (west < 5, east > 7) == (True, True)
    assert (south < 44, north > 46) == (True, True)


def payload(*places: tuple[float | None, float | None]) -> dict[str, Any]:
    return {
        "entities": {
            "kind": ["place"] * len(places) + ["person"],
            "lon": [lon for lon, _ in places] + [None],
            "lat": [lat for _, lat in places] + [None],
        },
        "events": {"place": [0, -1]},
        "ribbons": [],
    }


def test_a_payload_gets_its_map() -> None:
    made = make_basemap(payload((2.35, 48.86), (4.84, 45.76), (None, None)))
    assert made["name"] == "france"
    assert made["focus"] == [0, 1]
    assert set(made["topology"]["objects"]) == {"land", "lakes", "rivers"}
    assert made["credit"]


def test_without_places_there_is_no_map_to_carry() -> None:
    assert make_basemap(payload((None, None)))["topology"] is None


def test_the_readers_own_map_comes_along_or_stands_alone() -> None:
    own: dict[str, Any] = {"name": "x.geojson", "alone": False, "shapes": []}
    assert make_basemap(payload((2, 48)), own)["topology"] is not None
    alone = make_basemap(payload((2, 48)), own | {"alone": True})
    assert (alone["topology"], alone["credit"], alone["own"]["alone"]) == (None, "", True)


def test_the_maps_are_those_of_the_list() -> None:
    lines = [line for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    assert {r[0]: tuple(map(float, r[1:5])) for r in rows} == {r.name: r.box for r in regions()}, "run npm run cut"


def test_every_region_ships_with_its_map() -> None:
    known = regions()
    assert known[-1].box == (-180, -90, 180, 90)
    assert all(a.area <= b.area for a, b in pairwise(known))
    for region in known:
        west, south, east, north = region.box
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
        found = json.loads(asset(f"basemap/{region.name}.json"))
        assert set(found["objects"]) == {"land", "lakes", "rivers"}
        assert len(json.dumps(found, separators=(",", ":"))) < 200_000
