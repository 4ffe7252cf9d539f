"""The timeline in a real browser: what it draws, by mouse, by keyboard and by address."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Open
from builders import Story
from regesta.model.calendars import from_iso
from regesta.model.chronology import Chronology
from regesta.model.claim import Event
from regesta.model.ids import stable_id
from regesta.model.lookup import Lookup
from regesta.reason import holders_on
from regesta.web import Look, publish
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(two_cities(), MANIFEST, tmp_path_factory.mktemp("timeline") / "out", title="Two cities")


def event(trigger: str) -> str:
    """The event whose account has that word."""
    lookup = Lookup(two_cities())
    return next(lookup.event_of[c.id].id for c in lookup.text_order() if lookup.quote(c.trigger) == trigger)


def told(story: Story) -> Chronology:
    """An event a claim."""
    findings = story.findings()
    events = [Event(stable_id("ev", c.id), c.type, c.status, (c.id,), "single") for c in findings.claims]
    return Chronology(findings, tuple(events))


def drawn(page: Page, trigger: str) -> Locator:
    return page.locator(f".tl-events button[data-event='{event(trigger)}']")


def state(page: Page) -> dict[str, object]:
    return dict(page.evaluate("document.getElementById('pane-timeline').chart.store.get()"))


def settle(page: Page) -> None:
    """Waits until the view has come to rest."""
    for _ in range(100):
        page.wait_for_timeout(50)
        if not page.evaluate(
            "(({ moving, frame }) => moving || frame)(document.getElementById('pane-timeline').chart)"
        ):
            return
    pytest.fail("the view does not come to rest")


def test_every_dated_event_is_drawn_and_the_others_are_counted(path: Path, open_page: Open) -> None:
    page = open_page(path)
    chronology = two_cities()
    lookup = Lookup(chronology)
    undated = [
        e
        for e in chronology.events
        if lookup.event_bounds(e).earliest is None and lookup.event_bounds(e).latest is None
    ]
    listed = page.locator(".tl-events button").evaluate_all("all => all.map((e) => e.dataset.event)")
    assert set(listed) == {e.id for e in chronology.events} - {e.id for e in undated}
    expect(page.locator(".tl-note")).to_contain_text(f"{len(undated)} events have no date")


@pytest.mark.parametrize(
    ("trigger", "shape", "status"),
    [
        ("killed", "day", "asserted"),
        ("took power", "open", "asserted"),
        ("offered", "range", "possible"),
        ("rising", "stretch", "denied"),
    ],
)
def test_doubt_has_a_shape_of_its_own(path: Path, open_page: Open, trigger: str, shape: str, status: str) -> None:
    bar = drawn(open_page(path), trigger)
    expect(bar).to_have_attribute("data-shape", shape)
    expect(bar).to_have_attribute("data-status", status)
    if status != "asserted":
        expect(bar).to_contain_text(status)


def test_accounts_that_differ_stand_apart_and_say_so(path: Path, open_page: Open) -> None:
    bars = drawn(open_page(path), "reoccupied")
    expect(bars).to_have_count(2)
    for n in range(2):
        expect(bars.nth(n)).to_contain_text("accounts differ")


def colours(page: Page, x: float, y: float, width: float, height: float) -> set[tuple[int, ...]]:
    """The opaque colours of a part of the canvas."""
    found = page.evaluate(
        """([x, y, w, h]) => {
          const { canvas } = document.getElementById('pane-timeline').chart;
          const copy = new OffscreenCanvas(w, h).getContext('2d', { willReadFrequently: true });
          copy.drawImage(canvas, -x, -y);
          const { data } = copy.getImageData(0, 0, w, h);
          const pixels = Array.from({ length: data.length / 4 }, (_, n) => [...data.slice(4 * n, 4 * n + 4)]);
          return pixels.filter((pixel) => pixel[3] === 255);
        }""",
        [x, y, width, height],
    )
    return {tuple(pixel) for pixel in found}


def box(page: Page, trigger: str) -> dict[str, float]:
    found = page.evaluate(
        """(id) => {
          const { chart } = document.getElementById('pane-timeline'), event = chart.data.events.id.indexOf(id);
          return chart.boxes.find((box) => chart.items.event[box.item] === event);
        }""",
        event(trigger),
    )
    return dict(found)


def test_a_day_is_a_solid_block_and_a_denial_is_hollow(path: Path, open_page: Open) -> None:
    page = open_page(path)
    solid, hollow = box(page, "killed"), box(page, "offered")
    assert len(colours(page, solid["x0"] + 2, solid["y"] + 3, 2, 6)) == 1
    assert len(colours(page, hollow["x0"] + 2, hollow["y"], 20, 12)) > 1


def test_a_click_selects_and_the_address_tells(path: Path, open_page: Open) -> None:
    page = open_page(path)
    bar = box(page, "surrendered")
    page.locator(".tl canvas").click(position={"x": bar["x0"] + 3, "y": bar["y"] + 6})
    expect(drawn(page, "surrendered")).to_have_attribute("aria-pressed", "true")
    page.wait_for_url(re.compile(f"e={event('surrendered')}"))


def test_an_address_brings_its_event_into_view(path: Path, open_page: Open) -> None:
    page = open_page(path, address=f"#e={event('surrendered')}&w=1848-03-01..1848-04-01")
    settle(page)
    expect(drawn(page, "surrendered")).to_have_attribute("aria-pressed", "true")


def test_an_address_of_a_claim_still_leads_to_it(path: Path, open_page: Open) -> None:
    lookup = Lookup(two_cities())
    claim = next(c for c in lookup.text_order() if lookup.quote(c.trigger) == "killed")
    page = open_page(path, address=f"#{claim.id}")
    expect(drawn(page, "killed")).to_have_attribute("aria-pressed", "true")


def test_by_keyboard_alone(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(".tl-events button[tabindex='0']").focus()
    assert page.locator(".tl-events button[tabindex='0']").count() == 1
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    focused = page.evaluate("document.activeElement.dataset.event")
    assert focused == event("surrendered")
    page.keyboard.press("Enter")
    expect(drawn(page, "surrendered")).to_have_attribute("aria-pressed", "true")
    wide = page.evaluate(
        "() => { const [a, b] = document.getElementById('pane-timeline').chart.store.get().window; return b - a; }"
    )
    page.keyboard.press("+")
    settle(page)
    now = page.evaluate(
        "() => { const [a, b] = document.getElementById('pane-timeline').chart.store.get().window; return b - a; }"
    )
    assert now < wide
    assert page.evaluate("document.activeElement.closest('.tl-events') !== null")


def test_the_sliders_move_window_and_day(path: Path, open_page: Open) -> None:
    page = open_page(path)
    day = page.get_by_role("slider", name="Day looked at")
    expect(day).to_have_attribute("aria-valuetext", "23 March 1848")
    day.focus()
    page.keyboard.press("ArrowRight")
    expect(day).to_have_attribute("aria-valuetext", "24 March 1848")
    first = page.get_by_role("slider", name="First day in view")
    before = first.get_attribute("aria-valuenow")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(first).not_to_have_attribute("aria-valuenow", str(before))


def test_dragging_wheel_and_strip(path: Path, open_page: Open) -> None:
    page = open_page(path)
    canvas = page.locator(".tl canvas").bounding_box()
    assert canvas is not None
    x, y = canvas["x"] + 700, canvas["y"] + canvas["height"] - 60
    start = state(page)["window"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 200, y, steps=4)
    page.mouse.up()
    moved = state(page)["window"]
    assert moved[0] > start[0]  # type: ignore[index]
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    page.wait_for_timeout(100)
    zoomed = state(page)["window"]
    assert zoomed[1] - zoomed[0] < moved[1] - moved[0]  # type: ignore[index]
    page.locator(".tl-bar [data-part=fit]").click()
    settle(page)
    page.mouse.click(canvas["x"] + 900, canvas["y"] + canvas["height"] - 20)
    assert state(page)["day"] != from_iso("1848-03-22")


def test_a_day_before_christ_and_a_wrong_day(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=-0216-08-02")
    assert page.locator("#day").input_value() == "2 August 217 BC"
    page.locator("#day").fill("31 February 1848")
    page.locator("#day").press("Enter")
    expect(page.locator("#day-error")).to_contain_text("5 August 1848")
    expect(page.locator("#day")).to_have_attribute("aria-invalid", "true")


def test_steps_from_change_to_change(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=1848-03-22")
    seen = []
    for _ in range(4):
        seen.append(page.locator("#day").input_value())
        page.locator(".tl-day [data-part=next]").click()
    assert seen[0] == "22 March 1848"
    assert len(set(seen)) == 4
    for day in reversed(seen):
        page.locator(".tl-day [data-part=back]").click()
        assert page.locator("#day").input_value() == day


@pytest.mark.parametrize("day", ["1848-03-17", "1848-03-22", "1848-06-01", "1848-08-05", "1848-08-20", "1849-08-23"])
def test_the_ribbons_answer_as_the_reasoning_does(path: Path, open_page: Open, day: str) -> None:
    jdn = from_iso(day)
    shown = open_page(path).evaluate(
        """(day) => {
          const { data } = document.getElementById('pane-timeline').chart;
          const holds = ([a, b]) => (a === null || a <= day) && (b === null || day <= b);
          const answers = data.ribbons.flatMap(({ reigns }) => reigns.filter(holds).flatMap((reign) => reign[2]));
          return answers.map(([holder, certainty]) => [data.holders[holder].name, data.certainties[certainty]]);
        }""",
        jdn,
    )
    held, _ = holders_on(two_cities(), day=jdn)
    assert {tuple(pair) for pair in shown} == {(answer.holder, answer.certainty) for answer in held}


def test_lanes_by_the_readers_choice_fold(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(".tl-bar select").select_option("person")
    expect(page.locator(".lane-head", has_text="Daniele Manin")).to_be_visible()
    head = page.locator(".lane-head").first
    expect(head).to_have_attribute("aria-expanded", "true")
    head.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lane-head").first).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.className").startswith("lane-head")
    page.wait_for_url(re.compile("lanes=person"))


def test_search_leaves_what_is_looked_for(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator("#query").fill("Marinóvich Arsenal")
    expect(page.locator("#shown")).to_have_text(re.compile("shown"))
    events = page.locator(".tl-events button")
    expect(events.nth(4)).not_to_be_attached()
    expect(events.first).to_be_attached()
    page.locator("#clear").click()
    expect(events.nth(5)).to_be_attached()


def test_french_from_the_start_and_by_choice(tmp_path: Path, open_page: Open) -> None:
    made = publish(two_cities(), MANIFEST, tmp_path / "fr", title="Deux villes", look=Look(language="fr", theme="dark"))
    page = open_page(made)
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    expect(drawn(page, "killed")).to_contain_text("22 mars 1848")
    page.locator("#language").select_option("en")
    expect(drawn(page, "killed")).to_contain_text("22 March 1848")
    assert page.evaluate("document.activeElement.id") == "language"


def test_light_and_dark_by_choice(path: Path, open_page: Open) -> None:
    def look(page: Page) -> str:
        return str(page.evaluate("document.getElementById('pane-timeline').chart.palette.card"))

    page = open_page(path, color_scheme="dark")
    dark = look(page)
    page.locator("#theme").click()
    assert look(page) != dark
    assert look(page) == look(open_page(path))


def test_embedded_it_keeps_to_itself(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#embed&lanes=person")
    expect(page.locator("#as-text")).to_have_count(0)
    expect(page.locator(".tl-bar select")).to_have_value("person")
    page.locator(".tl-bar [data-part=in]").click()
    page.wait_for_url(re.compile(r"&embed$"))


def test_a_frame_may_show_the_timeline_alone(path: Path, open_page: Open) -> None:
    page = open_page(path, width=800, height=420, address="#embed=timeline&lanes=person")
    expect(page.locator("#pane-timeline")).to_be_visible()
    for pane in ("map", "source", "side"):
        expect(page.locator(f"#pane-{pane}")).to_be_hidden()
    page.locator(".tl-bar [data-part=in]").click()
    page.wait_for_url(re.compile(r"&embed=timeline$"))
    lower = page.locator(".tl canvas").bounding_box()
    assert lower is not None
    assert lower["y"] + lower["height"] > 400


def test_splitters_move_by_keyboard_and_are_remembered(path: Path, open_page: Open) -> None:
    page = open_page(path)
    assert page.evaluate("localStorage.length >= 0")
    bars = page.locator("[role=separator]:visible")
    for n in range(bars.count()):
        bar = bars.nth(n)
        before = int(bar.get_attribute("aria-valuenow") or 0)
        bar.focus()
        page.keyboard.press("Home")
        assert int(bar.get_attribute("aria-valuenow") or 0) < before


@pytest.mark.parametrize("width", [320, 390, 800, 2560])
def test_no_sideways_scrolling(path: Path, open_page: Open, width: int) -> None:
    page = open_page(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".tl canvas")).to_be_visible()


def test_a_crowd_is_a_density_until_one_comes_near(tmp_path: Path, open_page: Open) -> None:
    lines = [
        f"In {year} the council of the town seized mill {number}.\n\n"
        for year in range(1200, 1220)
        for number in range(30)
    ]
    story = Story("".join(lines))
    for n in range(600):
        story.claim("seized", "seize", nth=n, time=str(1200 + n // 30))
    page = open_page(publish(told(story), MANIFEST, tmp_path / "crowd", title="Crowd"))
    listed = page.locator(".tl-events button")
    assert 0 < listed.count() <= 200
    assert page.evaluate("document.getElementById('pane-timeline').chart.boxes.length") == 0


def test_hostile_text_is_text(tmp_path: Path, open_page: Open) -> None:
    evil = "</script><img src=x onerror=alert(1)>\u202eabc\u202c"
    story = Story(f"{evil} seized {{{{7*7}}}} Rome in 410. {'X' * 10_000} fell in 411.", f"{evil}.txt")
    story.entity("person", evil)
    story.claim("seized", "seize", time="0410", actor=[evil, "X" * 10_000], target="{{7*7}}", place="Rome")
    record = replace(MANIFEST.sources[0], name=evil)
    page = open_page(publish(told(story), replace(MANIFEST, sources=(record,)), tmp_path / "evil", title=evil))
    expect(page.locator("h1").first).to_have_text(evil)
    expect(page.locator(".tl-events button")).to_have_count(1)
    for lanes in ("person", "source", "body", "place"):
        page.locator(".tl-bar select").select_option(lanes)
        settle(page)
    assert page.locator("#app img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_nothing_dated_is_said(tmp_path: Path, open_page: Open) -> None:
    page = open_page(publish(Chronology(Story("Nothing.").findings()), MANIFEST, tmp_path / "none", title="None"))
    expect(page.locator(".tl-note")).to_contain_text("Nothing that is shown can be dated")


def test_two_fingers_zoom_and_one_moves(path: Path, open_page: Open) -> None:
    page = open_page(path, width=390, has_touch=True)
    canvas = page.locator(".tl canvas").bounding_box()
    assert canvas is not None
    y = canvas["y"] + canvas["height"] - 60
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *xs: float) -> None:
        points = [{"x": canvas["x"] + x, "y": y, "id": n} for n, x in enumerate(xs)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def window() -> tuple[float, float]:
        low, high = state(page)["window"]  # type: ignore[misc]
        return low, high

    low, high = window()
    touch("touchStart", 150, 200)
    for spread in (20, 40, 60):
        touch("touchMove", 150 - spread, 200 + spread)
    touch("touchEnd")
    settle(page)
    near = window()
    assert near[1] - near[0] < (high - low) * 0.7
    touch("touchStart", 200)
    for step in (20, 50, 80):
        touch("touchMove", 200 - step)
    touch("touchEnd")
    settle(page)
    assert window()[0] > near[0]
