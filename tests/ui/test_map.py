"""The map in a real browser: who held what on a day, by mouse, by keyboard and in words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Open
from on_the_map import SEATS, place, placed
from regesta.web import Look, publish
from regesta.web.geojson import read_geojson
from two_cities import MANIFEST

pytestmark = pytest.mark.browser

BAD = ("</script><img onerror=alert(1)>", "\u202etfel", "x" * 10_000)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("map") / "out"
    more = (
        place("The Arsenal", None, "Venice"),
        place("Utopia"),
        place("Genoa", (44.41, 8.93)),
        place("Turin", (45.07, 7.69)),
    )
    return publish(placed(SEATS, *more), MANIFEST, folder, title="Two cities")


def mark(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{name},"))


def day(page: Page) -> str:
    return page.locator(".map-days output").inner_text()


def test_holders_change_with_the_day(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-04-01")
    expect(mark(page, "Venice")).to_have_attribute("aria-label", re.compile("held by Republic of San Marco, certain"))
    expect(mark(page, "Milan")).to_have_attribute("aria-label", re.compile("disputed: provisional government"))
    expect(mark(page, "Genoa")).to_have_attribute("aria-label", re.compile("possibly held by provisional government"))
    expect(mark(page, "Turin")).to_have_attribute("aria-label", re.compile("holding never told"))
    page.evaluate("location.hash = '#d=1847-01-01'")
    expect(mark(page, "Venice")).to_have_attribute("aria-label", re.compile("holder unknown"))
    page.evaluate("location.hash = '#d=1848-09-01'")
    expect(mark(page, "Milan")).to_have_attribute("aria-label", re.compile("Radetzky"))


def test_certainty_is_told_by_shape_and_letters_too(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-04-01")
    kinds, letters, fills = {}, {}, {}
    for name in ("Venice", "Genoa", "Milan", "Turin"):
        kinds[name] = str(mark(page, name).locator(".mark").get_attribute("class")).split()[1]
        entity = mark(page, name).get_attribute("data-entity")
        letters[name] = page.locator(f".map-drawing .letters[data-of='{entity}'] text").all_text_contents()
        fills[name] = mark(page, name).locator(".slice").evaluate_all("all => all.map((e) => e.getAttribute('fill'))")
    assert kinds == {"Venice": "certain", "Genoa": "possible", "Milan": "disputed", "Turin": "untold"}
    assert letters["Milan"] == ["≠"]
    assert letters["Turin"] == []
    assert letters["Venice"] != letters["Genoa"]
    assert fills["Venice"] == [None], "certain is full"
    assert all("hatch" in str(fill) for fill in fills["Genoa"])


def test_steps_go_from_change_to_change(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-01-01")
    seen = []
    for _ in range(4):
        page.get_by_role("button", name="To the next change of power after this day").click()
        seen.append(day(page))
    assert seen[0] == "22 March 1848"
    assert len(set(seen)) == 4
    page.get_by_role("button", name="To the last change of power before this day").click()
    assert day(page) == seen[2]
    expect(page.locator("#pane-map [aria-live]")).to_contain_text(seen[2])


def test_play_goes_on_until_it_is_stopped(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-01-01")
    play = page.locator(".map-days .play")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".map-days output")).to_have_text("22 March 1848")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "false")
    stopped = day(page)
    page.wait_for_timeout(2000)
    assert day(page) == stopped


def test_a_click_tells_who_held_it_since_when_on_which_words(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-04-01")
    mark(page, "Venice").click()
    readout = page.locator(".map-readout")
    expect(readout).to_be_visible()
    expect(readout).to_contain_text("Republic of San Marco")
    expect(readout).to_contain_text("since 22 March 1848")
    expect(readout.locator("q mark").first).to_have_text("proclaimed")
    readout.get_by_role("button", name="Only this place").click()
    expect(page.locator("#shown")).to_contain_text("shown")
    assert "f.place=" in page.evaluate("new Promise((r) => setTimeout(() => r(location.hash), 300))")
    readout.get_by_role("button", name="Close").click()
    expect(readout).to_be_hidden()


def test_the_keyboard_alone_is_enough(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-04-01")
    stops = page.locator(".map-drawing .place[tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    page.keyboard.press("ArrowLeft" if "Venice" in str(stops.get_attribute("aria-label")) else "ArrowRight")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert re.match(r"(Venice|Milan|Genoa|Turin|The Arsenal),", focused)
    page.keyboard.press("Enter")
    expect(page.locator(".map-readout")).to_be_visible()
    before = page.locator(".map-drawing .ground").get_attribute("transform")
    page.keyboard.press("+")
    assert page.locator(".map-drawing .ground").get_attribute("transform") != before
    page.keyboard.press("Escape")
    expect(page.locator(".map-readout")).to_be_hidden()
    assert stops.count() == 1


def test_the_wheel_zooms_and_a_drag_moves(path: Path, open_page: Open) -> None:
    page = open_page(path)
    ground = page.locator(".map-drawing .ground")
    box = page.locator(".map-drawing").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
    start = ground.get_attribute("transform")
    page.mouse.move(x, y)
    page.mouse.wheel(0, -300)
    expect(ground).not_to_have_attribute("transform", start or "")
    zoomed = ground.get_attribute("transform")
    page.mouse.down()
    page.mouse.move(x + 60, y + 20, steps=4)
    page.mouse.up()
    moved = ground.get_attribute("transform")
    assert moved != zoomed
    assert str(moved).split("scale")[1] == str(zoomed).split("scale")[1]
    page.get_by_role("button", name="Fit to the chief places").click()
    assert ground.get_attribute("transform") != moved


def test_quarters_stand_at_their_city_and_what_has_no_place_is_listed(path: Path, open_page: Open) -> None:
    page = open_page(path, width=1900, height=1200)
    city, quarter = (mark(page, name).bounding_box() for name in ("Venice", "The Arsenal"))
    assert city is not None
    assert quarter is not None
    assert 0 < abs(city["x"] - quarter["x"]) + abs(city["y"] - quarter["y"]) < 80
    page.locator(".map-unplaced summary").click()
    listed = page.locator(".map-unplaced li")
    expect(listed.filter(has_text="Utopia")).not_to_have_count(0)
    expect(listed.filter(has_text="presidency of the Republic of San Marco")).not_to_have_count(0)
    page.locator(".map-unplaced").get_by_role("button", name="Utopia").click()
    expect(page.locator(".map-readout")).to_contain_text("The sources never say who held it.")


def test_no_name_covers_another(path: Path, open_page: Open) -> None:
    page = open_page(path, width=1900, height=1200)
    boxes = page.locator(".map-drawing .name").evaluate_all(
        "all => all.map((e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"
    )
    assert len(boxes) == 5
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert one[2] <= other[0] + 1 or other[2] <= one[0] + 1 or one[3] <= other[1] + 4 or other[3] <= one[1] + 4


def test_the_map_says_where_it_comes_from_and_how_far_things_lie(path: Path, open_page: Open) -> None:
    page = open_page(path)
    expect(page.locator(".map-credit")).to_contain_text("Natural Earth")
    expect(page.locator(".map-scale")).to_have_text(re.compile(r"[125]0* km"))
    assert page.locator(".map-drawing .land").get_attribute("d")


def test_the_readers_own_borders_show_on_their_days(tmp_path: Path, open_page: Open) -> None:
    square = [[[10, 45], [11.6, 45], [11.6, 46], [10, 46], [10, 45]]]
    shapes = [
        {
            "type": "Feature",
            "properties": {"name": name, **days},
            "geometry": {"type": "Polygon", "coordinates": square},
        }
        for name, days in (("Old border", {"to": "1848-03"}), ("New <border>", {"from": "1848-04"}))
    ]
    own = tmp_path / "own.geojson"
    own.write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8")
    path = publish(placed(SEATS), MANIFEST, tmp_path / "out", title="x", look=Look(basemap=read_geojson(own)))
    page = open_page(path, width=1900, height=1200, address="#d=1848-03-31")
    names = page.locator(".map-drawing .own-name")
    expect(names).to_have_text(["Old border"])
    page.evaluate("location.hash = '#d=1848-04-01'")
    expect(names).to_have_text(["New <border>"])
    assert page.locator(".map-drawing .own:not(.gone)").count() == 1
    expect(page.locator(".map-credit")).to_contain_text("own.geojson")


@pytest.mark.parametrize(
    "seats",
    [
        {"Venice": (-17.7, 178.8), "Milan": (-13.8, -171.8)},
        {"Venice": (90.0, 0.0), "Milan": (71.2, -179.5)},
        {"Venice": (-90.0, 10.0), "Milan": (-77.8, 166.8)},
        {"Venice": (0.0, 0.0), "Milan": (0.0, 180.0)},
        {"Venice": (45.4, 12.3), "Milan": (45.4, 12.3)},
        {},
    ],
    ids=["across 180 degrees", "north pole", "south pole", "opposite sides", "one spot", "nowhere"],
)
def test_odd_places_do_not_break_it(seats: dict[str, tuple[float, float]], tmp_path: Path, open_page: Open) -> None:
    page = open_page(publish(placed(seats), MANIFEST, tmp_path / "out", title="x"), address="#d=1848-04-01")
    stage = page.locator(".map-stage").bounding_box()
    assert stage is not None
    for name in seats:
        box = mark(page, name).bounding_box()
        assert box is not None
        assert stage["x"] <= box["x"] + box["width"] / 2 <= stage["x"] + stage["width"]
        assert stage["y"] <= box["y"] + box["height"] / 2 <= stage["y"] + stage["height"]
    assert "NaN" not in page.locator(".map-drawing").inner_html()
    expect(page.locator(".map-unplaced summary")).to_contain_text(str(2 if seats else 4))


def test_hostile_names_are_text(tmp_path: Path, open_page: Open) -> None:
    more = [place(name, (44.0 + n, 9.0 + n)) for n, name in enumerate(BAD)] + [place(BAD[0] + "2")]
    page = open_page(publish(placed(SEATS, *more), MANIFEST, tmp_path / "out", title="x"), width=1900, height=1200)
    assert page.locator("#pane-map img").count() == 0
    page.locator(".map-unplaced summary").click()
    expect(page.locator(".map-unplaced ul")).to_contain_text(BAD[0])
    longest = page.locator(".map-drawing .name").evaluate_all(
        "all => Math.max(...all.map((e) => e.textContent.length))"
    )
    assert longest < 40


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_it_stands_on_a_phone_in_every_dress(path: Path, open_page: Open, settings: dict[str, Any]) -> None:
    page = open_page(path, width=390, height=844, address="#d=1848-04-01", **settings)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mark(page, "Venice").click()
    box = page.locator(".map-readout").bounding_box()
    seat = mark(page, "Venice").bounding_box()
    assert box is not None
    assert seat is not None
    middle = seat["y"] + seat["height"] / 2
    assert not box["y"] <= middle <= box["y"] + box["height"], "the readout covers its own place"


def test_french(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-04-01")
    page.locator("#language").select_option("fr")
    expect(mark(page, "Venice")).to_have_attribute("aria-label", re.compile("tenu par Republic of San Marco, certain"))
    assert day(page) == "1er avril 1848"
