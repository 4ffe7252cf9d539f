"""The text on the page: to the letter, both ways, findable, and quick however long it is."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Open
from builders import Story
from regesta.model.chronology import Chronology, Findings
from regesta.model.claim import Event
from regesta.model.ids import stable_id
from regesta.model.lookup import Lookup
from regesta.model.text import Citation
from regesta.web import publish
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser

SOURCE = "#pane-source .src-text"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(two_cities(), MANIFEST, tmp_path_factory.mktemp("source") / "out", title="Two cities")


def expect_in_view(page: Page, selector: str) -> None:
    """The middle of its first line is on the screen and not covered."""
    page.wait_for_function(
        """(selector) => {
          const box = document.querySelector(selector)?.getClientRects()[0];
          if (!box) return false;
          const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return Boolean(hit && hit.closest(selector));
        }""",
        arg=selector,
    )


def test_the_text_stands_to_the_letter(path: Path, open_page: Open) -> None:
    shown = open_page(path).locator(SOURCE).evaluate("e => e.textContent")
    assert "".join(str(shown).split()) == "".join(two_cities().findings.documents[0].text.split())


def test_from_words_to_their_event_and_back(path: Path, open_page: Open) -> None:
    page = open_page(path, height=560)
    page.locator(f"{SOURCE} a.trigger", has_text="surrendered").click()
    expect(page.locator("#panel-event h2")).to_contain_text("Venice surrendered")
    expect(page.locator(f"{SOURCE} a[aria-current]")).to_have_text("surrendered")
    page.locator("#tab-table").click()
    page.locator("#panel-table .events a", has_text="barricades").click()
    expect(page.locator(f"{SOURCE} a[aria-current]")).to_have_text("barricades")
    expect_in_view(page, f"{SOURCE} a[aria-current]")


def test_an_event_lights_its_sentence_its_people_and_its_date(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(f"{SOURCE} a.trigger", has_text="withdrew").click()
    assert page.locator(f"{SOURCE} .lit").all_text_contents() == [
        "Five days later",
        "the garrison",
        "withdrew",
        "the city",
    ]
    sentence = "".join(page.locator(f"{SOURCE} .sentence").all_text_contents())
    assert sentence.startswith("Five days later")
    assert sentence.endswith("provisional government.[1][2]")


def test_two_events_of_one_sentence_are_told_apart(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(f"{SOURCE} a.trigger", has_text="took power").click()
    expect(page.locator(f"{SOURCE} a.lit")).to_have_text(["took power"])
    page.locator(f"{SOURCE} a.trigger", has_text="withdrew").click()
    expect(page.locator(f"{SOURCE} a.lit")).to_have_text(["withdrew"])


def test_what_points_to_nobody_and_what_supports_nothing_is_marked(path: Path, open_page: Open) -> None:
    page = open_page(path)
    expect(page.locator(f"{SOURCE} .unresolved")).to_have_text("It")
    expect(page.locator(f"{SOURCE} .unresolved")).to_have_attribute("title", re.compile("does not say who"))
    page.locator(f"{SOURCE} [data-cite]").first.click()
    expect(page.locator(".src-note")).to_contain_text("[3]")
    expect(page.locator(".src-note")).to_contain_text("opens its passage")
    expect(page.locator(".src-note")).to_contain_text("no list")
    page.keyboard.press("Tab")
    page.locator(".src-note button").click()
    expect(page.locator(".src-note")).to_be_hidden()


def cited() -> Chronology:
    story = Story(
        "The mill burned in 1801.[1] The weir held.[2]\n\n[1] Vestry minutes, f. 3.\n[2] Hale, Weirs.\n", "mill.txt"
    )
    claim = story.claim("burned", "destroy", time="1801", time_words="in 1801", citations=["1"])
    marks = [story.span("[1]"), story.span("[2]")]
    found = tuple(
        Citation(stable_id("n", n), span, str(n + 1), story.passages[0].id, story.sentences[0].id, claim.trigger)
        for n, span in enumerate(marks)
    )
    event = Event(stable_id("ev", claim.id), "destroy", "asserted", (claim.id,), "single")
    return Chronology(story.findings(citations=found), events=(event,))


def test_markers_are_resolved_to_the_list_of_the_source(tmp_path: Path, open_page: Open) -> None:
    page = open_page(publish(cited(), MANIFEST, tmp_path / "cited", title="The mill"))
    page.locator(f"{SOURCE} [data-cite]").nth(1).click()
    expect(page.locator(".src-note")).to_contain_text("Hale, Weirs.")
    page.locator(f"{SOURCE} a.trigger").click()
    expect(page.locator("#panel-event .reference")).to_have_text("Vestry minutes, f. 3.")


def test_finds_words_without_their_accents(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(".src-find input").fill("MÀNIN")
    expect(page.locator(".src-hits")).to_have_text("1 of 2")
    expect(page.locator(f"{SOURCE} .hit-now")).to_have_text("Manin")
    page.keyboard.press("Enter")
    expect(page.locator(".src-hits")).to_have_text("2 of 2")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".src-hits")).to_have_text("1 of 2")
    page.locator(".src-find input").fill("zeppelin")
    expect(page.locator(".src-hits")).to_have_text("not found")
    expect(page.locator(f"{SOURCE} .hit")).to_have_count(0)


def test_the_keyboard_walks_from_mark_to_mark(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(SOURCE).focus()
    seen = []
    for _ in range(40):
        page.keyboard.press("ArrowRight")
        seen.append(str(page.evaluate("document.activeElement.textContent")))
    stops = page.locator(f"{SOURCE} a.trigger, {SOURCE} [data-cite]").all_text_contents()
    assert seen[: len(stops)] == stops
    for _ in range(40):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-event h2")).to_contain_text("replaced")


def long_story() -> Chronology:
    """A book of a million characters with a deed on every page of it."""
    lines = [f"Entry {n}: on that day the council of ward {n} met, {'talked and ' * 150}rose." for n in range(600)]
    story = Story("\n\n".join(lines), "book.txt")
    passages = {p.span.start: p for p in story.passages}
    assert len(passages) == 600
    claims = tuple(
        story.claim(f"council of ward {n} met", "meet", time=f"{1200 + n}", nth=0) for n in (0, 100, 300, 599)
    )
    events = tuple(Event(stable_id("ev", c.id), "meet", "asserted", (c.id,), "single") for c in claims)
    return Chronology(story.findings(), events=events)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(long_story(), MANIFEST, tmp_path_factory.mktemp("book") / "out", title="The book")


def built(page: Page) -> int:
    """Characters of the text that are on the page."""
    return int(page.evaluate("document.querySelector('#pane-source .src-text').textContent.length"))


def test_of_a_long_book_only_what_is_near_the_screen_is_built(book: Path, open_page: Open) -> None:
    page = open_page(book)
    page.locator(f"{SOURCE} a.trigger").first.wait_for()
    whole = len(long_story().findings.documents[0].text)
    assert whole > 1_000_000
    assert 8_000 <= built(page) < whole / 10
    page.locator("#tab-table").click()
    page.locator("#panel-table .events a").last.click()
    expect(page.locator(f"{SOURCE} a[aria-current]")).to_contain_text("ward 599")
    expect_in_view(page, f"{SOURCE} a[aria-current]")
    assert built(page) < whole / 10
    page.locator(".src-find input").fill("ward 300 met")
    expect(page.locator(f"{SOURCE} .hit-now").first).to_be_visible()
    assert built(page) < whole / 10


def test_characters_beyond_the_first_plane_do_not_shift_the_marks(tmp_path: Path, open_page: Open) -> None:
    story = Story("\U0001f3f0 The keep \U0001f3f0 fell in 1204. The gate was mended in 1205.", "keep.txt")
    first = story.claim("fell", "destroy", time="1204", time_words="in 1204")
    second = story.claim("mended", "build", time="1205", time_words="in 1205")
    events = tuple(Event(stable_id("ev", c.id), c.type, "asserted", (c.id,), "single") for c in (first, second))
    findings: Findings = story.findings()
    page = open_page(publish(Chronology(findings, events=events), MANIFEST, tmp_path / "keep", title="Keep"))
    expect(page.locator(f"{SOURCE} a.trigger")).to_have_text(["fell", "mended"])
    page.locator(f"{SOURCE} a.trigger").nth(1).click()
    expect(page.locator("#panel-event mark")).to_have_text("mended")


def test_every_account_of_an_event_is_shown_in_the_text(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(f"{SOURCE} a.trigger", has_text="reoccupied").nth(1).click()
    expect(page.locator(f"{SOURCE} a.lit")).to_have_count(2)
    expect(page.locator("#panel-event .account")).to_have_count(2)
    lookup = Lookup(two_cities())
    for card, claim in zip(
        page.locator("#panel-event .account blockquote").all(),
        (c for c in lookup.text_order() if lookup.quote(c.trigger) == "reoccupied"),
        strict=True,
    ):
        expect(card).to_have_text(lookup.quote(lookup.sentences[claim.sentence].span))


def test_on_a_phone_the_pane_that_is_asked_for_comes_up(path: Path, open_page: Open) -> None:
    page = open_page(path, width=390, height=844, address="#tab=gaps")
    page.locator("#panel-gaps .quoted").last.click()
    expect_in_view(page, f"{SOURCE} .asked")
    page.locator(f"{SOURCE} a.trigger", has_text="surrendered").click()
    expect_in_view(page, "#panel-event h2")


def test_on_a_phone_an_address_of_an_event_shows_that_event(path: Path, open_page: Open) -> None:
    page = open_page(path, width=390, height=844)
    page.locator(f"{SOURCE} a.trigger", has_text="surrendered").click()
    page.wait_for_function("() => location.hash.includes('e=')")
    address = page.evaluate("location.hash")
    again = open_page(path, width=390, height=844, address=address)
    expect(again.locator("#panel-event h2")).to_be_visible()
    expect_in_view(again, "#panel-event h2")


def test_words_are_shown_though_the_reading_pane_had_the_whole_page(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#tab=gaps")
    page.locator("#enlarge").click()
    expect(page.locator("#pane-source")).to_be_hidden()
    page.locator("#panel-gaps .quoted").last.click()
    expect_in_view(page, f"{SOURCE} .asked")
    expect(page.locator("#enlarge")).to_have_attribute("aria-pressed", "false")
