"""The published page at many events: sizes, first paint, script time, search; against vis-timeline and TimelineJS.

Run: python benchmarks/page.py [--events 50000] [--peers] [--json FILE]. Needs Debian's chromium; --peers needs
`npm ci --ignore-scripts` in benchmarks/page_peers and in frontend. Script time is what counts: without a graphics card
frames wait for the painter. All see the same made-up events, in one run of one browser.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from many_events import MANIFEST, many_events
from playwright.sync_api import Browser, Page, sync_playwright

from regesta.model.calendars import to_iso
from regesta.model.chronology import Chronology
from regesta.model.lookup import Lookup
from regesta.web import publish

HERE = Path(__file__).resolve().parent
PEERS = HERE / "page_peers"
DIST = HERE.parent / "src" / "regesta" / "web" / "_dist"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PATIENCE = 120_000
"""Milliseconds after which a page counts as one that never shows."""

LIMITS: dict[str, float] = {
    "script KB gz": 90,
    "data KB gz": 1_900,
    "load, script CPU ms": 2_500,
    "pan 100 %, script CPU ms": 16,
    "pan 50 %, script CPU ms": 12,
    "pan 10 %, script CPU ms": 12,
    "pan 1 %, script CPU ms": 12,
    "zoom step, script CPU ms": 60,
    "search, script CPU ms": 60,
    "table shown, script CPU ms": 60,
    "facet chosen, script CPU ms": 60,
    "jump in the text, script CPU ms": 150,
    "found in the text, script CPU ms": 80,
}
"""CPU time of the page's own thread, so that neighbours on the machine do not count."""

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
STEPS = 60


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


def open_page(browser: Browser, path: Path) -> tuple[Page, Callable[[], Spent]]:
    """The page, and what its main thread has taken so far."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri(), wait_until="load", timeout=PATIENCE)

    def spent() -> Spent:
        metrics = {m["name"]: 1000 * float(m["value"]) for m in session.send("Performance.getMetrics")["metrics"]}
        return Spent(metrics["ScriptDuration"], metrics["TaskDuration"])

    return page, spent


def measure_page(browser: Browser, chronology: Chronology, folder: Path) -> dict[str, float]:
    """Our page with that chronology; kilobytes and milliseconds."""
    made = publish(chronology, MANIFEST, folder, title="Made up")
    page, spent = open_page(browser, made)
    page.locator(".tl-events button").first.wait_for(state="attached")
    page.wait_for_timeout(1500)
    found = sizes(made)
    found |= spent().since(NOTHING, 1, "load")
    entries = "performance.getEntries().map((e) => [e.name, e.duration || e.startTime])"
    marks = page.evaluate(f"Object.fromEntries({entries})")
    found["first paint, wall ms"] = marks["first-contentful-paint"]
    found["data parsed, wall ms"] = marks["regesta-data"]
    found["timeline drawn, wall ms"] = marks["regesta-timeline"]
    found |= movements(page, spent)
    page.close()
    return found


def sizes(made: Path) -> dict[str, float]:
    """Of the code, of the data and of the page itself."""
    code = (DIST / "page.js").read_bytes() + (DIST / "app.css").read_bytes()
    found = {"script KB": len(code) / 1e3, "script KB gz": len(gzip.compress(code)) / 1e3}
    data = made.parent / "data.js"
    if data.exists():
        found["data KB"] = data.stat().st_size / 1e3
        found["data KB gz"] = len(gzip.compress(data.read_bytes())) / 1e3
    return found | {"index KB": made.stat().st_size / 1e3}


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
        found[f"pan {name}, frame p50 wall ms"] = median(frames)
        found[f"pan {name}, frame p95 wall ms"] = frames[int(len(frames) * 0.95)]
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


def plain_events(chronology: Chronology) -> list[dict[str, Any]]:
    """The same events as other timelines take them: first and last day, a text and a group."""
    lookup = Lookup(chronology)
    rows = []
    for event in chronology.events:
        bounds, claim = lookup.event_bounds(event), lookup.claims[event.claims[0]]
        if bounds.earliest is not None and bounds.latest is not None:
            text = " ".join(filter(None, lookup.headline(claim)))
            days = {"start": to_iso(bounds.earliest), "end": to_iso(bounds.latest + 1)}
            rows.append({"id": event.id, "content": text, "group": lookup.name(claim.roles[-1]), **days})
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


VIS = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="{css}"><div id="t"></div>
<script src="{script}"></script><script>
const rows = {rows}, began = performance.now();
const groups = [...new Set(rows.map((r) => r.group))].map((id) => ({{ id, content: id }}));
const lib = globalThis.vis;
const host = document.getElementById('t'), set = new lib.DataSet(rows);
const tl = new lib.Timeline(host, set, new lib.DataSet(groups), {{ height: 600 }});
globalThis.timeline = tl; globalThis.span = [new Date(rows[0].start), new Date(rows.at(-1).end)];
tl.on('changed', () => {{ globalThis.ready ??= performance.now() - began; }});
</script>"""
VIS_FRAMES = """async ([share, steps]) => {
  const low = +span[0], high = +span[1], wide = (high - low) * share, until = performance.now() + 20000;
  let done = 0;
  for (; done < steps && performance.now() < until; done += 1) {
    const from = low + (high - low - wide) * 0.3 + wide * 0.01 * done;
    timeline.setWindow(from, from + wide, { animation: false });
    timeline.redraw();
    await new Promise((done) => requestAnimationFrame(done));
  }
  return done;
}"""
KNIGHT = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="{css}">
<div id="t" style="height:600px"></div><script src="{script}"></script><script>
const began = performance.now();
const day = (iso) => {{ const [year, month, day] = iso.split('-').map(Number); return {{ year, month, day }}; }};
const rows = {rows};
const events = rows.map((r) => ({{ start_date: day(r.start), end_date: day(r.end), text: {{ headline: r.content }} }}));
const tl = new TL.Timeline('t', {{ events }}, {{ language: 'en' }});
tl.on('loaded', () => {{ globalThis.ready = performance.now() - began; }});
</script>"""


def wait_ready(page: Page) -> float:
    """Milliseconds until the peer says that it has drawn; infinite where it never does."""
    for _ in range(PATIENCE // 250):
        page.wait_for_timeout(250)
        ready = page.evaluate("globalThis.ready ?? null")
        if ready is not None:
            return float(ready)
    return float("inf")


def measure_vis(browser: Browser, rows: list[dict[str, Any]], folder: Path) -> dict[str, float]:
    base = PEERS / "node_modules" / "vis-timeline"
    script = base / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
    css = base / "styles" / "vis-timeline-graph2d.min.css"
    target = folder / f"vis-{len(rows)}.html"
    target.write_text(VIS.format(css=css.as_uri(), script=script.as_uri(), rows=json.dumps(rows)), "utf-8")
    page, spent = open_page(browser, target)
    found = {"timeline drawn, wall ms": wait_ready(page), **spent().since(NOTHING, 1, "load")}
    for share, name in ((0.5, "50 %"), (0.1, "10 %")):
        before = spent()
        steps = page.evaluate(VIS_FRAMES, [share, STEPS])
        found |= spent().since(before, steps, f"pan {name}")
    page.close()
    return found


def measure_knight(browser: Browser, rows: list[dict[str, Any]], folder: Path) -> dict[str, float]:
    base = PEERS / "node_modules" / "@knight-lab" / "timelinejs"
    script = folder / "timelinejs.js"
    if not script.exists():
        esbuild = HERE.parent / "frontend" / "node_modules" / ".bin" / "esbuild"
        loaders = [f"--loader:.{kind}=empty" for kind in ("css", "less", "png")]
        options = ["--bundle", "--minify", "--format=iife", "--global-name=TL", "--log-level=error", *loaders]
        subprocess.run([esbuild, base / "src" / "js" / "index.js", *options, f"--outfile={script}"], check=True)
    css = base / "dist" / "css" / "timeline.css"
    target = folder / f"knight-{len(rows)}.html"
    target.write_text(KNIGHT.format(css=css.as_uri(), script=script.as_uri(), rows=json.dumps(rows)), "utf-8")
    page, spent = open_page(browser, target)
    found = {"timeline drawn, wall ms": wait_ready(page), **spent().since(NOTHING, 1, "load")}
    page.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    results: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as made, sync_playwright() as driver:
        folder = Path(made)
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        sizes = [asked.events, *([1_000, 5_000] if asked.peers else [])]
        for size in sizes:
            name = f"regesta {size:,}"
            found = measure_page(browser, many_events(size), folder / f"page-{size}")
            results[name] = tell(name, found, LIMITS if size == asked.events else {})
        if asked.peers:
            for size in (1_000, 5_000):
                name = f"vis-timeline {size:,}"
                results[name] = tell(name, measure_vis(browser, plain_events(many_events(size)), folder), {})
            for size in (30, 1_000):
                name = f"TimelineJS {size:,}"
                results[name] = tell(name, measure_knight(browser, plain_events(many_events(size)), folder), {})
        browser.close()
    if asked.json is not None:
        asked.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    ours = results[f"regesta {asked.events:,}"]
    return int(any(ours.get(measure, 0) > limit for measure, limit in LIMITS.items()))


def tell(name: str, found: dict[str, float], limits: dict[str, float]) -> dict[str, float]:
    """Prints what was found, and gives it."""
    print(name)
    for measure, value in found.items():
        limit = limits.get(measure)
        over = "  OVER" if limit is not None and value > limit else ""
        print(f"  {measure:28} {value:10,.1f}" + (f"   limit {limit:,}{over}" if limit else ""), flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
