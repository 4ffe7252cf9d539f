"""Takes docs/picture.png from the demo's published page; with --all DIR, a picture of every view to look at.

`--page INDEX.html` takes them of another page. Needs Debian's chromium and playwright (make setup).
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "picture.png"
CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
WIDE, PHONE = (1440, 900), (390, 844)
ADDRESS = "#d=1871-03-25&w=1870-09-01..1871-12-31"
VIEWS: dict[str, tuple[str, tuple[int, int], dict[str, Any]]] = {
    "whole": ("", WIDE, {}),
    "dark": ("", WIDE, {"color_scheme": "dark"}),
    "phone": ("", PHONE, {}),
    "forced-colours": ("", WIDE, {"forced_colors": "active"}),
    "wide": ("", (2400, 1300), {}),
    "by-person": ("#lanes=person", WIDE, {}),
    "by-body": ("#lanes=body", WIDE, {}),
    "frame": ("#embed=timeline", (800, 420), {}),
    **{f"tab-{tab}": (f"#tab={tab}", WIDE, {}) for tab in ("table", "contradictions", "gaps", "people", "network")},
}


def take(browser: Browser, page_file: Path, target: Path, view: tuple[str, tuple[int, int], dict[str, Any]]) -> None:
    """One picture of one view."""
    address, (width, height), settings = view
    page = browser.new_page(viewport={"width": width, "height": height}, **settings)
    page.goto(page_file.as_uri() + address)
    page.wait_for_timeout(600)
    page.screenshot(path=target, full_page=width < 500)
    page.close()
    print(target)


def main() -> int:
    """Publishes the demo unless a page is given, and takes the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR")
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page_file = asked.page
        if page_file is None:
            demo = [sys.executable, "-m", "regesta", "demo", "-o", folder]
            subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
            page_file = Path(folder) / "page" / "index.html"
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        if asked.all is None:
            take(browser, page_file, PICTURE, (ADDRESS, WIDE, {}))
        else:
            asked.all.mkdir(parents=True, exist_ok=True)
            for name, view in VIEWS.items():
                take(browser, page_file.resolve(), asked.all / f"{name}.png", view)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
