"""The forms a page is published in: a folder, a folder with much in it, one file, a frame in another page."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browsing import Open
from regesta.web import publish
from regesta.web.publish import TEXT
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser


def put(target: Path, **options: bool) -> Path:
    return publish(two_cities(), MANIFEST, target, title="Two cities", **options)


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the example count as much."""

    def lower() -> None:
        monkeypatch.setattr(sys.modules["regesta.web.carry"], "MUCH_DATA", 1000)
        monkeypatch.setattr(sys.modules["regesta.web.publish"], "MANY_EVENTS", 3)

    return lower


def events(open_page: Open, path: Path) -> int:
    page = open_page(path)
    expect(page.locator(".tl-events button").first).to_be_attached()
    return page.locator(".tl-events button").count()


def test_every_form_shows_the_same(tmp_path: Path, open_page: Open, little: Callable[[], None]) -> None:
    plain = [put(tmp_path / "folder"), put(tmp_path / "one.html", single=True)]
    little()
    much = [put(tmp_path / "much"), put(tmp_path / "much.html", single=True)]
    assert (much[0].parent / "data.js").is_file()
    assert (much[0].parent / "text.js").is_file()
    assert (much[0].parent / TEXT).is_file()
    assert len({events(open_page, path) for path in plain + much}) == 1


def test_with_many_events_the_text_stands_beside(tmp_path: Path, open_page: Open, little: Callable[[], None]) -> None:
    little()
    made = put(tmp_path / "much")
    page = open_page(made, java_script_enabled=False)
    expect(page.locator(".entry")).to_have_count(0)
    page.get_by_role("link", name="The whole chronology as text").click()
    page.wait_for_url(re.compile(TEXT))
    expect(page.locator(".entry")).to_have_count(len(two_cities().findings.claims))
    expect(page.locator("script")).to_have_count(0)


def test_one_file_with_many_events_is_brief(tmp_path: Path, open_page: Open, little: Callable[[], None]) -> None:
    little()
    page = open_page(put(tmp_path / "much.html", single=True), java_script_enabled=False)
    expect(page.locator(".entry")).to_have_count(len(two_cities().findings.claims))
    expect(page.locator("blockquote")).to_have_count(0)
    text = " ".join(str(page.locator("article.text").evaluate("e => e.textContent")).split())
    assert " ".join(two_cities().findings.documents[0].text.split()) in text


def test_a_folder_of_one_form_takes_the_place_of_another(tmp_path: Path, little: Callable[[], None]) -> None:
    made = put(tmp_path / "page")
    before = sorted(p.name for p in made.parent.iterdir())
    little()
    assert len(list(put(tmp_path / "page").parent.iterdir())) == len(before) + 3


def test_the_same_bytes_in_every_form(tmp_path: Path, little: Callable[[], None]) -> None:
    little()
    one, two = (put(tmp_path / f"{n}.html", single=True).read_bytes() for n in range(2))
    assert one == two


def test_in_a_frame(tmp_path: Path, open_page: Open) -> None:
    put(tmp_path / "page")
    host = tmp_path / "host.html"
    frame = '<iframe src="page/index.html#embed" width="800" height="500"></iframe>'
    host.write_text(f"<!DOCTYPE html><title>Host</title>{frame}")
    inside = open_page(host).frame_locator("iframe")
    expect(inside.locator(".tl canvas")).to_be_visible()
    expect(inside.locator("#as-text")).to_have_count(0)


def test_a_file_that_is_gone_is_named_where_it_is_missed(tmp_path: Path, browser: Browser) -> None:
    made = put(tmp_path / "page")
    (made.parent / "map.js").unlink()
    page = browser.new_page()
    page.goto(made.as_uri())
    expect(page.locator("#pane-map").get_by_role("alert")).to_contain_text("Cannot load map.js")
    expect(page.locator("#pane-source .src-text p").first).to_be_attached()
    page.close()


def test_what_the_first_screen_does_not_need_comes_later(tmp_path: Path, open_page: Open) -> None:
    page = open_page(put(tmp_path / "page"))
    expect(page.locator(".src-text p").first).to_be_attached()
    came = "Array.from(document.scripts, (script) => script.src.split('/').pop())"
    assert "panels.js" not in page.evaluate(came)
    page.get_by_role("tab", name="Table").click()
    expect(page.locator("#panel-table [aria-rowindex='2']")).to_be_attached()
    assert "panels.js" in page.evaluate(came)
