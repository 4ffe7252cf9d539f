"""WCAG 2.2 AA by axe-core, on every view, in light and in dark, wide and narrow, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Open
from on_the_map import SEATS, placed
from regesta.web import publish
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser

TABS = ("event", "table", "contradictions", "gaps", "people", "network")
Examine = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(two_cities(), MANIFEST, tmp_path_factory.mktemp("axe") / "out", title="Two cities")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tab", TABS)
def test_every_panel(path: Path, open_page: Open, examine: Examine, tab: str, scheme: str) -> None:
    page = open_page(path, address=f"#tab={tab}", color_scheme=scheme)
    page.locator(f"#panel-{tab}").wait_for()
    if tab == "table":
        page.locator(".facets summary").click()
    assert not "\n".join(examine(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chosen_event_with_its_words_and_the_way_to_cite_it(
    path: Path, open_page: Open, examine: Examine, scheme: str
) -> None:
    page = open_page(path, color_scheme=scheme)
    page.locator(".src-text a.trigger").first.click()
    page.locator(".cite-box summary").first.click()
    page.locator(".src-find input").fill("the")
    page.locator(".src-text [data-cite]").first.click()
    assert not "\n".join(examine(page))


@pytest.mark.parametrize("tab", ["event", "table", "people"])
def test_on_a_phone_in_french(path: Path, open_page: Open, examine: Examine, tab: str) -> None:
    page = open_page(path, width=390, height=844, address=f"#tab={tab}")
    page.locator("#language").select_option("fr")
    # The words of another language come when it is chosen: the page is in it once they are there.
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator(f"#panel-{tab}").wait_for()
    assert not "\n".join(examine(page))


def test_the_chronology_as_text(path: Path, open_page: Open, examine: Examine) -> None:
    page = open_page(path)
    page.locator("#as-text").click()
    assert not "\n".join(examine(page))


def test_axe_sees_what_is_wrong(path: Path, open_page: Open, examine: Examine) -> None:
    page = open_page(path, address="#tab=table")
    page.locator(".events").wait_for()
    page.evaluate("document.querySelector('.src-find input').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('.src-find input').removeAttribute('placeholder')")
    assert any(found.startswith("label:") for found in examine(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1900])
def test_the_map_with_all_that_opens_on_it(
    tmp_path: Path, open_page: Open, examine: Examine, width: int, scheme: str
) -> None:
    page = open_page(
        publish(placed(SEATS), MANIFEST, tmp_path / "out", title="x"),
        width=width,
        height=1100,
        address="#d=1848-04-01",
        color_scheme=scheme,
    )
    for part in (".map-legend", ".map-unplaced"):
        if page.locator(part).get_attribute("open") is None:
            page.locator(f"{part} summary").click()
    page.locator(".map-drawing .place").first.press("Enter")
    page.locator(".map-readout").wait_for()
    assert not "\n".join(examine(page))
