"""The chronology as text, in a real browser: without a script, in print, and on demand."""

import re
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browsing import Open
from builders import Story
from regesta.model.chronology import Chronology
from regesta.model.gap import Gap
from regesta.model.ids import stable_id
from regesta.model.lookup import Lookup
from regesta.web import Look, publish
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser

TITLE = "Venice and Milan, 1848–49"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(two_cities(), MANIFEST, tmp_path_factory.mktemp("page") / "out", title=TITLE)


def as_text(open_page: Open, path: Path, **settings: Any) -> Page:
    return open_page(path, java_script_enabled=False, **settings)


def claim(trigger: str) -> str:
    lookup = Lookup(two_cities())
    return next(c.id for c in lookup.text_order() if lookup.quote(c.trigger) == trigger)


def test_opens_from_disk_with_everything_on_it(path: Path, open_page: Open) -> None:
    page = as_text(open_page, path)
    expect(page).to_have_title(TITLE)
    expect(page.locator(".entry")).to_have_count(len(two_cities().findings.claims))
    expect(page.locator("#contradictions .note")).to_have_count(len(two_cities().conflicts))
    expect(page.locator("#gaps .note")).to_have_count(len(two_cities().gaps))
    expect(page.locator("#holdings tbody tr")).to_have_count(len(two_cities().states))
    expect(page.locator("#made-from")).to_contain_text("0" * 64)
    expect(page.locator("#made-from")).to_contain_text("binary file")


def test_shows_the_source_to_the_letter(path: Path, open_page: Open) -> None:
    text = as_text(open_page, path).locator("article.text").evaluate("e => e.textContent")
    found = " ".join(str(text).split())
    assert " ".join(two_cities().findings.documents[0].text.split()) in found


def test_every_link_on_the_page_leads_somewhere(path: Path, open_page: Open) -> None:
    page = as_text(open_page, path)
    broken = page.evaluate(
        """[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))
           .filter((href) => !href.startsWith('#') || !document.getElementById(href.slice(1)))"""
    )
    assert broken == []
    twice = page.evaluate(
        "[...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, n, all) => all.indexOf(id) !== n)"
    )
    assert twice == []


def test_contradictions_and_gaps_lead_to_the_words(path: Path, open_page: Open) -> None:
    page = as_text(open_page, path)
    page.locator("#contradictions .quoted").nth(1).click()
    expect(page.locator("#source .s:target")).to_contain_text("According to the Gazzetta")
    page.locator("#gaps .quoted", has_text="It").click()
    expect(page.locator("#source .s:target")).to_contain_text("It was replaced")
    expect(page.locator("#source .orphan")).to_have_text("[3]")
    expect(page.locator("#source .unresolved")).to_have_text("It")


@pytest.mark.parametrize("width", [320, 390, 800, 1440, 2560])
def test_no_sideways_scrolling(path: Path, open_page: Open, width: int) -> None:
    page = as_text(open_page, path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_everything_is_still_there(path: Path, open_page: Open) -> None:
    page = as_text(open_page, path)
    expect(page.locator("#app")).to_be_hidden()
    expect(page.locator(".entry").first).to_be_visible()
    ident = claim("killed")
    page.locator(f"#{ident} .go").click()
    assert page.url.endswith(f"#w-{ident}")
    page.locator(f"#source mark[data-c~='{ident}'] a").click()
    assert page.url.endswith(f"#{ident}")


def letters(text: str) -> str:
    """Letters and digits alone, ligatures taken apart."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text))


def test_print_holds_every_claim(path: Path, open_page: Open) -> None:
    page = open_page(path, color_scheme="dark")
    pages = PdfReader(BytesIO(page.pdf(format="A4", print_background=True))).pages
    printed = letters("".join(sheet.extract_text() for sheet in pages))
    lookup = Lookup(two_cities())
    for told in lookup.claims.values():
        for words in (lookup.quote(lookup.sentences[told.sentence].span), "".join(lookup.headline(told))):
            assert letters(words) in printed


def test_light_and_dark_by_choice_and_by_system(path: Path, open_page: Open) -> None:
    def paper(page: Page) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light, dark = open_page(path), open_page(path, color_scheme="dark")
    assert paper(light) != paper(dark)
    before = paper(dark)
    dark.locator("#theme").click()
    assert paper(dark) == paper(light)
    light.locator("#theme").click()
    assert paper(light) == before


EVIL = "</script><script>alert(1)</script><b>"
IMAGE = '"><img src=x onerror="alert(1)">'
TURN = "\u202eabc\u202c"


def hostile() -> Chronology:
    story = Story(f"{EVIL} and {TURN} seized {{{{7*7}}}} Rome in 410. {'X' * 10_000} fell.", f"{EVIL}{TURN}.txt")
    story.entity("person", EVIL)
    story.claim("seized", "seize", time="0410", actor=[EVIL, "X" * 10_000], target="{{7*7}}", citations=[EVIL])
    gap = Gap(stable_id("g", 1), "undated", f"{EVIL} {TURN}", story.span("fell"))
    return Chronology(story.findings(), gaps=(gap,))


def test_hostile_text_is_text(tmp_path: Path, open_page: Open) -> None:
    record = replace(MANIFEST.sources[0], name=EVIL, skipped=EVIL + IMAGE)
    made = publish(
        hostile(), replace(MANIFEST, sources=(record,), model=EVIL), tmp_path / "evil", title=EVIL + IMAGE + TURN
    )
    page = as_text(open_page, made, width=390)
    assert page.locator("img, main b").count() == 0
    assert page.title() == EVIL + IMAGE + TURN
    for place in ("h1", ".entry .go", "blockquote", ".meta .label", ".file", "article.text p", "#gaps", "#made-from"):
        expect(page.locator(place).first).to_contain_text(EVIL)
    expect(page.locator("body")).to_contain_text("{{7*7}}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_nothing_found_is_said(tmp_path: Path, open_page: Open) -> None:
    story = Story("Nothing happened.")
    page = as_text(open_page, publish(Chronology(story.findings()), MANIFEST, tmp_path / "none", title="Nothing"))
    expect(page.locator("#chronology")).to_contain_text("Nothing in the source can be dated")
    expect(page.locator("#holdings")).to_contain_text("does not say")
    expect(page.locator("article.text")).to_contain_text("Nothing happened.")


def test_text_on_demand_and_back(path: Path, open_page: Open) -> None:
    page = open_page(path)
    expect(page.locator("#record")).to_be_hidden()
    page.locator("#as-text").click()
    expect(page.locator(".entry").first).to_be_visible()
    page.locator("#as-text").click()
    expect(page.locator("#record")).to_be_hidden()


def test_in_french(tmp_path: Path, open_page: Open) -> None:
    made = publish(two_cities(), MANIFEST, tmp_path / "fr", title="Deux villes", look=Look(language="fr"))
    page = as_text(open_page, made)
    expect(page.locator("#chronology h2")).to_have_text("Chronologie")
    expect(page.locator(f"#{claim('killed')} .date")).to_have_text("22 mars 1848")
    expect(page.locator("#holdings thead")).to_contain_text("Selon quels mots")
    told = page.locator(".date, td.since, .year > h3").all_text_contents()
    assert not [date for date in told if re.search(r"March|August|between|after|told", date)]
