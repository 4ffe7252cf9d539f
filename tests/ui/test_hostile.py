"""Hostile text in every field of every panel is text: nothing runs, nothing is fetched, nothing breaks out."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Open
from builders import Story
from regesta.model.chronology import Chronology
from regesta.model.claim import Event, Role
from regesta.model.constraint import Conflict
from regesta.model.entity import Entity
from regesta.model.evidence import Evidence
from regesta.model.gap import Gap
from regesta.model.ids import stable_id
from regesta.model.state import State
from regesta.model.text import Citation
from regesta.model.time import OPEN
from regesta.web import publish
from two_cities import MANIFEST

pytestmark = pytest.mark.browser

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
QUOTED = "\"'><svg onload=alert(3)>"
TURN = "\u202eabc\u202c"
COMMENT = "<!--@0-->${alert(4)}"
LONG = "X" * 10_000
ALL = f"{EVIL} {QUOTED} {TURN} {COMMENT}"


def hostile() -> Chronology:
    """Every kind of finding, each of whose words is made to break out of the page."""
    story = Story(f"{EVIL} and {QUOTED} seized {COMMENT} of {TURN} in 410.[{EVIL}] {LONG} fell.", f"{ALL}.txt")
    person = story.entity("person", EVIL)
    body = story.entity("body", QUOTED)
    place = story.entity("place", TURN)
    long = story.entity("person", LONG)

    def role(name: str, words: str, entity: Entity | None = None) -> Role:
        return Role(name, story.span(words), entity and entity.id, ALL)

    actors = (role("actor", EVIL, person), role("actor", LONG, long))
    others = (role("target", QUOTED, body), role(ALL, COMMENT), role("place", TURN, place))
    first = replace(
        story.claim("seized", ALL, time="0410", time_words="in 410", citations=[EVIL]), roles=actors + others
    )
    second = story.claim("fell", ALL, status="reported")
    second = replace(second, said_by=story.span(EVIL), evidence=replace(second.evidence, rule=ALL), roles=actors[1:])
    story.claims[:] = [first, second]
    events = tuple(Event(stable_id("ev", c.id), ALL, c.status, (c.id,), ALL) for c in (first, second))
    mark = story.span(f"[{EVIL}]")
    cited = Citation(stable_id("n", 1), mark, EVIL, story.passages[0].id, story.sentences[0].id, story.span("seized"))
    held = State(
        *(stable_id("st", 1), ALL, TURN, place.id, EVIL, person.id, OPEN, OPEN, events[0].id, (events[1].id,)),
        "possible",
        Evidence((story.span("seized"),), ALL),
    )
    exists = replace(held, id=stable_id("st", 2), key=QUOTED, key_entity=body.id, holder=QUOTED, holder_entity=body.id)
    conflict = Conflict(
        stable_id("x", 1), ALL, ALL, (first.id, second.id), (story.span(EVIL), story.span(LONG)), (events[0].id,)
    )
    gap = Gap(stable_id("g", 1), ALL, ALL, story.span(EVIL), (story.span(QUOTED),), first.id)
    return Chronology(
        story.findings(citations=(cited,)), events, conflicts=(conflict,), states=(held, exists), gaps=(gap,)
    )


@pytest.fixture(scope="module", params=[False, True], ids=["folder", "single"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    single = bool(request.param)
    where = tmp_path_factory.mktemp("evil") / ("evil.html" if single else "evil")
    return publish(hostile(), replace(MANIFEST, model=EVIL), where, title=ALL, single=single)


def clean(page: Page) -> None:
    """No element came out of the words, and nothing is wider than the page."""
    assert page.locator("#app img, #app script, #app svg[onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_in_every_panel(path: Path, open_page: Open) -> None:
    page = open_page(path, width=390, height=844)
    page.locator("#pane-source a.trigger").first.click()
    for place in ("h1", ".src-text", ".src-head", "#panel-event h2", "#panel-event blockquote", "#panel-event .label"):
        expect(page.locator(place).first).to_contain_text(EVIL)
    expect(page.locator("#panel-event .facts")).to_contain_text(EVIL)
    expect(page.locator("#panel-event .note").first).to_contain_text(ALL)
    page.locator("#panel-event summary").first.click()
    expect(page.locator("#panel-event textarea").first).to_have_value(re.compile(re.escape(ALL)))
    clean(page)
    for name in ("table", "contradictions", "gaps", "people", "network"):
        page.locator(f"#tab-{name}").click()
        expect(page.locator(f"#panel-{name}")).to_contain_text(EVIL)
        clean(page)
    page.locator("#tab-table").click()
    page.locator("#panel-table .facets summary").click()
    for facet in ("person", "type", "source"):
        expect(page.locator(f"[data-facet={facet}]")).to_contain_text(EVIL)
    page.locator("#tab-people").click()
    page.locator("#panel-people .entities button").first.click()
    expect(page.locator("#panel-people .people-one h2")).not_to_be_empty()
    page.locator("#tab-network").click()
    page.locator("#panel-network .tie").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-network .network-reading")).to_contain_text(EVIL)
    page.locator("#panel-network select").select_option("matrix")
    clean(page)


def test_in_searches_and_in_the_address(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#tab=table&q=%3C/script%3E%3Cimg+src=x+onerror=alert(1)%3E&f.place=%22%3E%3Cb%3E")
    expect(page.locator("#query")).to_have_value("</script><img src=x onerror=alert(1)>")
    page.locator(".src-find input").fill("<img src=x onerror=alert(2)>")
    expect(page.locator(".src-hits")).to_have_text("1 of 2")
    page.locator("#query").fill(QUOTED)
    expect(page.locator("#panel-table .count")).to_be_visible()
    clean(page)


def test_turned_text_stays_where_it_is(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator("#tab-people").click()
    page.locator("#panel-people select").select_option("place")
    name = page.locator("#panel-people .entities .name", has_text=TURN)
    assert name.evaluate("e => e.localName") == "bdi"
