"""vis-timeline and TimelineJS with the same made-up events, for `page.py --peers`."""

import json
import subprocess
from pathlib import Path
from typing import Any

from page_browser import NOTHING, PATIENCE, STEPS, open_page
from playwright.sync_api import Browser, Page

from regesta.model.calendars import to_iso
from regesta.model.chronology import Chronology
from regesta.model.lookup import Lookup

HERE = Path(__file__).resolve().parent
PEERS = HERE / "page_peers"


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
