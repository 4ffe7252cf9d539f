"""A browser that says what a page's main thread has taken, for the benchmarks of the page."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PATIENCE = 120_000
"""Milliseconds after which a page counts as one that never shows."""
STEPS = 60
"""Of a movement."""


class Spent(NamedTuple):
    """Milliseconds of CPU of the page's main thread: in scripts, and in all (layout and painting too)."""

    script: float
    all: float

    def since(self, before: "Spent", steps: int, name: str) -> dict[str, float]:
        """The difference a step."""
        return {
            f"{name}, script CPU ms": (self.script - before.script) / steps,
            f"{name}, all CPU ms": (self.all - before.all) / steps,
        }


NOTHING = Spent(0, 0)


def open_page(browser: Browser, path: Path, address: str = "") -> tuple[Page, Callable[[], Spent]]:
    """The page, and what its main thread has taken so far."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri() + address, wait_until="load", timeout=PATIENCE)

    def spent() -> Spent:
        metrics = {m["name"]: 1000 * float(m["value"]) for m in session.send("Performance.getMetrics")["metrics"]}
        return Spent(metrics["ScriptDuration"], metrics["TaskDuration"])

    return page, spent
