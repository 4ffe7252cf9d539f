"""The published page at many events against the budgets it has: sizes, parsing, first paint, script time, search.

Run: python benchmarks/page.py [--events 50000] [--peers] [--json FILE]. Needs Debian's chromium; --peers (vis-timeline
and TimelineJS, the same events in the same run) needs `npm ci --ignore-scripts` in benchmarks/page_peers and frontend.
Script time is what counts: without a graphics card frames wait for the painter.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from many_events import MANIFEST, many_events
from page_browser import FLAGS, STEPS, Spent, open_page
from page_rivals import measure_knight, measure_vis, plain_events
from playwright.sync_api import Browser, Page, sync_playwright

from regesta.model.chronology import Chronology
from regesta.web import publish

BUDGETS: dict[str, float] = {
    "code before the first paint, KB": 120,
    "code before the first paint, KB gz": 45,
    "data, KB": 6_000,
    "data, KB gz": 1_500,
    "data parsed, wall ms": 100,
    "data parsed in one file (gzip, base64), wall ms": 900,
    "timeline drawn, wall ms": 600,
    "pan 100 %, script CPU ms": 4,
    "pan 50 %, script CPU ms": 4,
    "pan 10 %, script CPU ms": 4,
    "pan 1 %, script CPU ms": 4,
    "pan 100 %, script p95 CPU ms": 12,
    "pan 50 %, script p95 CPU ms": 12,
    "pan 10 %, script p95 CPU ms": 12,
    "pan 1 %, script p95 CPU ms": 12,
    "text shown, wall ms": 100,
    "jump in the text, all CPU ms": 150,
    "table shown, all CPU ms": 500,
    "facet chosen, all CPU ms": 100,
    "search, all CPU ms": 60,
    "first paint of 30 events, wall ms": 1_500,
}
"""What the page may take at 50,000 events. CPU is that of the page's own thread, so that neighbours on the machine do
not count; wall is from a clock, and they do."""

IN_FRAME = "const frame = (act) => new Promise((done) => requestAnimationFrame((now) => { act(); done(now); }));"
FRAMES = f"""async ([share, steps]) => {{
  {IN_FRAME}
  const {{ chart }} = document.getElementById('pane-timeline'), [low, high] = chart.whole, wide = (high - low) * share;
  const frames = [];
  for (let n = 0; n < steps; n += 1) {{
    const from = low + (high - low - wide) * 0.3 + wide * 0.01 * n;
    frames.push(await frame(() => chart.store.set({{ window: [from, from + wide] }})));
  }}
  return frames.slice(1).map((now, n) => now - frames[n]);
}}"""
STEP = f"""async ([share, number]) => {{
  {IN_FRAME}
  const {{ chart }} = document.getElementById('pane-timeline'), [low, high] = chart.whole, wide = (high - low) * share;
  const from = low + (high - low - wide) * 0.3 + wide * 0.01 * number;
  await frame(() => chart.store.set({{ window: [from, from + wide] }}));
  await frame(() => {{}});
}}"""
ZOOM = f"""async (steps) => {{
  {IN_FRAME}
  const {{ chart }} = document.getElementById('pane-timeline'), [low, high] = chart.whole;
  for (let n = 0; n < steps; n += 1) {{
    await frame(() => chart.store.set({{ window: [low, low + (high - low) * 0.92 ** n] }}));
  }}
}}"""
SEARCH = f"""async () => {{
  {IN_FRAME}
  const {{ store }} = document.getElementById('pane-timeline').chart;
  for (const query of ['g', 'ga', 'gar', 'garr', 'garrison']) await frame(() => store.set({{ query }}));
}}"""
IN_STORE = f"{IN_FRAME} const {{ store, data }} = document.getElementById('pane-timeline').chart;"
TABLE = f"""async () => {{ {IN_STORE}
  await frame(() => store.set({{ tab: 'table' }}));
  while (!document.querySelector('#panel-table [aria-rowindex="2"]')) await frame(() => {{}});
  await frame(() => {{}});
}}"""
FACETS = f"""async () => {{ {IN_STORE}
  document.querySelector('#panel-table .facets').open = true;
  await new Promise((done) => setTimeout(done, 500));
}}"""
FACET = f"""async () => {{ {IN_STORE}
  for (const status of [[1], [1, 2], [2], []]) {{
    await frame(() => store.set({{ filters: {{ ...store.get().filters, status }} }}));
  }}
}}"""
JUMP = f"""async () => {{ {IN_STORE}
  const last = data.events.id.length - 1;
  for (const share of [0.9, 0.1, 0.6, 0.3]) {{
    await frame(() => store.set({{ event: Math.floor(last * share), tab: 'event' }}));
  }}
}}"""
FIND = f"""async () => {{ {IN_FRAME}
  const box = document.querySelector('.src-find input');
  for (const words of ['g', 'gu', 'guard', 'guard seized']) {{
    await frame(() => {{ box.value = words; box.dispatchEvent(new Event('input')); }});
  }}
}}"""


def measure_page(browser: Browser, chronology: Chronology, folder: Path) -> dict[str, float]:
    """Our page with that chronology; kilobytes and milliseconds."""
    made = publish(chronology, MANIFEST, folder, title="Made up")
    page, spent = open_page(browser, made)
    page.locator(".tl-events button").first.wait_for(state="attached")
    page.locator(".src-text p").first.wait_for(state="attached")
    page.wait_for_timeout(1500)
    found = sizes(made) | {"load, all CPU ms": spent().all}
    marks = marks_of(page)
    found["first contentful paint, wall ms"] = marks["first-contentful-paint"]
    found["data parsed, wall ms"] = marks["regesta-data"]
    found["timeline drawn, wall ms"] = marks["regesta-timeline"]
    found["text shown, wall ms"] = marks["regesta-text"]
    found |= movements(page, spent)
    page.close()
    return found


def measure_single(browser: Browser, chronology: Chronology, target: Path) -> dict[str, float]:
    """How long one file takes to unpack its data, while the browser reads the rest of it: the median of three."""
    made, taken = publish(chronology, MANIFEST, target, title="Made up", single=True), []
    for _ in range(3):
        page, _ = open_page(browser, made)
        page.locator(".tl-events button").first.wait_for(state="attached")
        taken.append(marks_of(page)["regesta-data"])
        page.close()
    return {"data parsed in one file (gzip, base64), wall ms": median(taken)}


def measure_few(browser: Browser, target: Path) -> dict[str, float]:
    """How soon something is seen of 30 events."""
    page, _ = open_page(browser, publish(many_events(30), MANIFEST, target, title="Made up"))
    page.locator(".tl-events button").first.wait_for(state="attached")
    page.wait_for_timeout(500)
    marks = marks_of(page)
    page.close()
    return {"first paint of 30 events, wall ms": marks["first-contentful-paint"]}


REST = """() => {
  const { data } = document.getElementById('pane-timeline').chart, began = performance.now();
  for (const value of Object.values(data)) if (value && typeof value === 'object') Object.values(value);
  return performance.now() - began;
}"""


def measure_rest(browser: Browser, made: Path) -> dict[str, float]:
    """How long all columns take that the timeline alone has not asked for."""
    page, _ = open_page(browser, made, "#embed=timeline")
    page.locator(".tl-events button").first.wait_for(state="attached")
    taken = float(page.evaluate(REST))
    page.close()
    return {"all other columns read, wall ms": taken}


def marks_of(page: Page) -> dict[str, float]:
    """What the page has measured of itself: milliseconds by name."""
    entries = "performance.getEntries().map((e) => [e.name, e.duration || e.startTime])"
    return dict(page.evaluate(f"Object.fromEntries({entries})"))


def sizes(made: Path) -> dict[str, float]:
    """Of the code that stands in the page, of all code, and of the data."""
    page = made.read_text("utf-8")
    style, script = page.split("<style>")[1].split("</style>")[0], page.split("<script>")[1].split("</script>")[0]
    beside = [p.read_text("utf-8") for p in sorted(made.parent.iterdir()) if p.suffix in (".js", ".css")]
    beside = [text for text in beside if not text.startswith("(globalThis")]
    found: dict[str, float] = {}
    put(found, "code before the first paint", [style, script])
    put(found, "code in all, with the other language", [style, script, *beside])
    for name in ("data", "text"):
        if (made.parent / f"{name}.js").exists():
            put(found, name, [(made.parent / f"{name}.js").read_text("utf-8")])
    return found


def put(found: dict[str, float], name: str, texts: list[str]) -> None:
    """Kilobytes of files, and what they are when each is compressed."""
    packed = [text.encode() for text in texts]
    found[f"{name}, KB"] = sum(map(len, packed)) / 1e3
    found[f"{name}, KB gz"] = sum(len(gzip.compress(text)) for text in packed) / 1e3


def movements(page: Page, spent: Callable[[], Spent]) -> dict[str, float]:
    """Panning at several zooms, zooming, searching; the table and its facets; going about in the text."""
    found: dict[str, float] = {}

    def measure(name: str, script: str, argument: Any, steps: int) -> Any:
        before = spent()
        given = page.evaluate(script, argument)
        found.update(spent().since(before, steps, name))
        return given

    for share, name in ((1, "100 %"), (0.5, "50 %"), (0.1, "10 %"), (0.01, "1 %")):
        page.evaluate(FRAMES, [share, 3])
        frames = sorted(measure(f"pan {name}", FRAMES, [share, STEPS], STEPS))
        found[f"pan {name}, script p95 CPU ms"] = ninety_five([step(page, spent, share, n) for n in range(STEPS)])
        found[f"pan {name}, frame p50 wall ms"] = median(frames)
        found[f"pan {name}, frame p95 wall ms"] = ninety_five(frames)
    measure("zoom step", ZOOM, STEPS, STEPS)
    page.evaluate(SEARCH)
    measure("search", SEARCH, None, 5)
    measure("table shown", TABLE, None, 1)
    measure("facets counted first", FACETS, None, 1)
    measure("facet chosen", FACET, None, 4)
    measure("jump in the text", JUMP, None, 4)
    page.evaluate(FIND)
    measure("found in the text", FIND, None, 4)
    return found


def step(page: Page, spent: Callable[[], Spent], share: float, number: int) -> float:
    """Milliseconds of script of one step of panning, that of asking for it included."""
    before = spent()
    page.evaluate(STEP, [share, number])
    return spent().script - before.script


def ninety_five(values: list[float]) -> float:
    """What 95 of a hundred do not exceed."""
    return sorted(values)[int(len(values) * 0.95)]


def main() -> int:
    """0 where every budget is held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        results = measure_all(browser, Path(made), asked.events, peers=asked.peers)
        browser.close()
    if asked.json is not None:
        asked.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    ours = results[f"regesta {asked.events:,}"]
    return int(any(ours[measure] > limit for measure, limit in BUDGETS.items()))


def measure_all(browser: Browser, folder: Path, events: int, *, peers: bool) -> dict[str, dict[str, float]]:
    """By page, told as they are found."""
    results: dict[str, dict[str, float]] = {}

    def add(name: str, found: dict[str, float], budgets: dict[str, float] | None = None) -> None:
        results[name] = found
        tell(name, found, budgets or {})

    chronology = many_events(events)
    ours = measure_page(browser, chronology, folder / "page")
    ours |= measure_rest(browser, folder / "page" / "index.html")
    ours |= measure_single(browser, chronology, folder / "page.html") | measure_few(browser, folder / "few")
    add(f"regesta {events:,}", ours, BUDGETS)
    if peers:
        for size in (1_000, 5_000):
            add(f"regesta {size:,}", measure_page(browser, many_events(size), folder / f"page-{size}"))
            add(f"vis-timeline {size:,}", measure_vis(browser, plain_events(many_events(size)), folder))
        for size in (30, 1_000):
            add(f"TimelineJS {size:,}", measure_knight(browser, plain_events(many_events(size)), folder))
    return results


def tell(name: str, found: dict[str, float], budgets: dict[str, float]) -> None:
    """Prints what was found, and of each budget whether it is held."""
    print(name)
    for measure, value in found.items():
        budget = budgets.get(measure)
        told = "" if budget is None else f"   budget {budget:7,} {'held' if value <= budget else 'NOT HELD'}"
        print(f"  {measure:48} {value:10,.1f}{told}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
