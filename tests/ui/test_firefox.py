"""A pass in Debian's Firefox: pages from files and from a server open, answer, and complain of nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import regesta
from firefox import FIREFOX, Firefox, element, firefox
from regesta.corrections import read_corrections
from regesta.web import publish
from serving import serving
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser
EVENTS = len(two_cities().events)
ROWS = "#panel-table tbody a"
FIRST = ".tl-events [tabindex='0']"


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Firefox]:
    if not FIREFOX.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{FIREFOX} is missing: install Debian's firefox-esr")
        pytest.skip(f"{FIREFOX} is missing: install Debian's firefox-esr")
    with firefox(tmp_path / "profile") as opened:
        opened.size(1440, 900)
        yield opened
        assert opened.troubles == []


def count(selector: str) -> str:
    return f"document.querySelectorAll({selector!r}).length"


def look_around(window: Firefox) -> None:
    """Timeline, table, source and event answer to each other, by mouse and by keyboard."""
    window.wait(f"{count('.tl-events button')} > 3")
    painted = "(c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v > 0))"
    window.wait(f"{painted}({element('#pane-timeline canvas')})")
    window.wait(f"{count('#pane-map svg > *')} > 0")
    window.click("#tab-table")
    window.wait(f"{element('#panel-table .count')}?.textContent === '{EVENTS} of {EVENTS} events'")
    window.value(f"{element(ROWS)}.focus()")
    window.press("Enter")
    window.wait("location.hash.includes('e=ev-')")
    window.wait(f"{count('.src-text .lit')} > 0")
    before = window.value("location.hash")
    window.value(f"{element(FIRST)}.focus()")
    window.press("ArrowDown", "End")
    focused = "document.activeElement.dataset.event"
    chosen = window.wait(f"{focused} && !{before!r}.includes({focused}) && {focused}")
    window.press("Enter")
    window.wait(f"location.hash.includes({chosen!r})")
    window.value(f"{element('#query')}.focus()")
    window.press(*"Radetzky")
    window.click("#tab-table")
    window.wait(f"{element('#panel-table .count')}?.textContent.startsWith('{EVENTS} of') === false")


@pytest.mark.parametrize("single", [False, True], ids=["folder", "file"])
def test_a_published_page(single: bool, window: Firefox, tmp_path: Path) -> None:
    target = tmp_path / ("page.html" if single else "page")
    page = publish(two_cities(), MANIFEST, target, title="Two cities", single=single)
    window.go(page.as_uri())
    look_around(window)
    assert [address for address in window.asked if not address.startswith(("file:", "data:"))] == []


def test_a_served_page(window: Firefox, tmp_path: Path) -> None:
    path = tmp_path / "two.regesta"
    regesta.Chronicle(two_cities(), MANIFEST).save(path)
    with serving(path) as server:
        window.go(server.page)
        look_around(window)
        window.value(f"{element('#clear')}.click()")
        window.click("#tab-review")
        window.wait(count(".rv-card"))
        window.wait(f"{element('.rv')}.getAttribute('aria-busy') === 'false'")
        window.value(f"{element('#panel-review')}.focus()")
        window.press("a")
        window.wait(f"{count('.rv-entry')} === 1")
        (entry,) = read_corrections(path.with_suffix(".corrections.toml")).entries
        assert entry.action == "accept"
        assert [a for a in window.asked if not a.startswith((server.origin, "data:"))] == []
        window.go("about:blank")


def test_a_fault_is_noticed(tmp_path: Path, window: Firefox) -> None:
    page = tmp_path / "faulty.html"
    page.write_text("<!DOCTYPE html><title>faulty</title><script>console.error('no'); nonesuch();</script>", "utf-8")
    window.go(page.as_uri())
    assert window.troubles == ["console: no", "javascript: ReferenceError: nonesuch is not defined"]
    window.troubles.clear()
