"""The page that is served: with the reader's own shapes, and with a text that is drawn when somebody asks for it."""

import json
import sys
import urllib.request
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from regesta.server import Desk, Rights, make_app
from regesta.web import TEXT, Look, read_geojson
from serving import serving

SHAPE = {"type": "Polygon", "coordinates": [[[0, 40], [5, 40], [5, 45], [0, 40]]]}


def client(desk: Desk) -> TestClient:
    return TestClient(make_app(desk, Rights()), base_url="http://127.0.0.1:8711")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps({"type": "Feature", "properties": {"name": "The march"}, "geometry": SHAPE}), "utf-8")
    return path


def test_a_base_map_of_ones_own(towns: Path, own: Path) -> None:
    page = client(Desk(towns, look=Look(basemap=read_geojson(own)))).get("/").text
    assert '"The march"' in page
    assert '"The march"' not in client(Desk(towns)).get("/").text


def test_the_command_takes_it(towns: Path, own: Path) -> None:
    with (
        serving(towns, "--basemap", str(own), "--read-only") as server,
        urllib.request.urlopen(server.origin, timeout=30) as answer,  # noqa: S310 - our own server
    ):
        assert b'"The march"' in answer.read()


def test_the_parts_of_the_page_come_with_their_kinds(towns: Path) -> None:
    http = client(Desk(towns))
    kinds = {name: http.get(f"/{name}").headers["content-type"] for name in ("map.js", "map.css", "review.js")}
    assert kinds == {
        "map.js": "text/javascript; charset=utf-8",
        "map.css": "text/css; charset=utf-8",
        "review.js": "text/javascript; charset=utf-8",
    }
    assert http.get(f"/{TEXT}").status_code == 404


def test_the_text_of_a_long_chronology_is_a_page_of_its_own(towns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["regesta.web.publish"], "MANY_EVENTS", 1)
    http = client(Desk(towns))
    assert TEXT in http.get("/").text
    assert "General Ferri" in http.get(f"/{TEXT}").text
