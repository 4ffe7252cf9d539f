"""Takes docs/picture.png from the demo's published page. Needs Debian's chromium and playwright (make setup)."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "picture.png"
CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def main() -> int:
    """Publishes the demo and takes the first screen of its page."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "regesta", "demo", "-o", folder], check=True, stdout=subprocess.DEVNULL)
        page_file = Path(folder) / "page" / "index.html"
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{page_file.as_uri()}#d=1871-03-25&w=1870-09-01..1871-12-31")
            page.wait_for_timeout(500)
            page.screenshot(path=PICTURE)
            browser.close()
    print(PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
