"""A real browser, and a page under watch: any request, console error or script error fails the test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browsing import Open
from serving import OpenServed, Server

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{CHROMIUM} is missing: install Debian's chromium")
        pytest.skip(f"{CHROMIUM} is missing: install Debian's chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a page file; `width` and `height` in pixels, the rest as playwright's new_context takes it."""
    troubles: list[str] = []
    contexts = []

    def opened(path: Path, width: int = 1440, height: int = 900, address: str = "", **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: troubles.append(f"script: {e}"))
        page.on("dialog", lambda d: (troubles.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else troubles.append(f"asks {r.url}"))
        page.goto(path.as_uri() + address)
        expect(page.locator("[aria-busy='true']")).to_have_count(0)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not troubles


@pytest.fixture
def open_served(browser: Browser) -> Iterator[OpenServed]:
    """Opens the page of a server; what it asks of anybody else is a trouble. `quiet` names console errors to come."""
    troubles: list[str] = []
    contexts = []

    def opened(
        server: Server, width: int = 1440, height: int = 900, address: str = "", quiet: str = "", **settings: Any
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **settings)
        contexts.append(context)
        page = context.new_page()

        def hear(message: Any) -> None:
            if message.type in ("error", "warning") and not (quiet and quiet in message.text):
                troubles.append(f"console: {message.text}")

        page.on("console", hear)
        page.on("pageerror", lambda e: troubles.append(f"script: {e}"))
        page.on("dialog", lambda d: (troubles.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("request", lambda r: None if r.url.startswith(server.origin) else troubles.append(f"asks {r.url}"))
        page.goto(server.page + address)
        expect(page.locator("[aria-busy='true']")).to_have_count(0)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not troubles


@pytest.fixture(scope="session")
def examine() -> Callable[[Page], list[str]]:
    """Gives what axe finds on a page: rule, and the elements with what is wrong."""
    if not AXE.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{AXE} is missing: run make page")
        pytest.skip(f"{AXE} is missing: run make page")
    source = AXE.read_text(encoding="utf-8")

    def run(page: Page) -> list[str]:
        page.evaluate(source)
        # Not preloaded: axe would ask for the styles beside the page, which no page may.
        found: dict[str, Any] = page.evaluate("(tags) => axe.run(document, {runOnly: tags, preload: false})", RULES)
        assert found["passes"]
        return [f"{v['id']}: {n['html'][:160]} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"]]

    return run
