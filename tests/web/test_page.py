"""The page in a real browser."""

import re
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from conftest import Open
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from builders import Story
from regesta.model.calendars import from_iso
from regesta.model.chronology import Chronology
from regesta.model.gap import Gap
from regesta.model.ids import stable_id
from regesta.model.lookup import Lookup
from regesta.reason import holders_on
from regesta.web import publish
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser

TITLE = "Venice and Milan, 1848–49"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(two_cities(), MANIFEST, tmp_path_factory.mktemp("page") / "out", title=TITLE)


def claim(trigger: str) -> str:
    lookup = Lookup(two_cities())
    return next(c.id for c in lookup.text_order() if lookup.quote(c.trigger) == trigger)


def in_view(page: Page, selector: str) -> bool:
    """Whether its middle is on the screen and within the source's own scroll pane."""
    return bool(
        page.evaluate(
            """(selector) => {
              const box = document.querySelector(selector).getBoundingClientRect();
              const x = box.left + box.width / 2, y = box.top + box.height / 2;
              const hit = document.elementFromPoint(x, y);
              return Boolean(hit && hit.closest(selector));
            }""",
            selector,
        )
    )


def test_opens_from_disk_with_everything_on_it(path: Path, open_page: Open) -> None:
    page = open_page(path)
    expect(page).to_have_title(TITLE)
    expect(page.locator(".entry")).to_have_count(len(two_cities().findings.claims))
    expect(page.locator("#contradictions .note")).to_have_count(len(two_cities().conflicts))
    expect(page.locator("#gaps .note")).to_have_count(len(two_cities().gaps))
    expect(page.locator("#holdings tbody tr")).to_have_count(len(two_cities().states))
    expect(page.locator("#made-from")).to_contain_text("0" * 64)
    expect(page.locator("#made-from")).to_contain_text("binary file")


def test_shows_the_source_to_the_letter(path: Path, open_page: Open) -> None:
    text = open_page(path).locator("article.text").evaluate("e => e.textContent")
    found = " ".join(str(text).split())
    assert " ".join(two_cities().findings.documents[0].text.split()) in found


def test_from_a_claim_to_its_words(path: Path, open_page: Open) -> None:
    page = open_page(path, height=500)
    ident = claim("embarked")
    page.locator(f"#{ident} .go").click()
    expect(page.locator(f"#source mark[data-c~='{ident}']")).to_have_class(re.compile(r"\blit\b"))
    assert in_view(page, f"#source mark[data-c~='{ident}']")
    assert in_view(page, f"#{ident} .go")
    assert page.url.endswith(f"#{ident}")


def test_from_words_to_their_claim(path: Path, open_page: Open) -> None:
    page = open_page(path, height=500)
    ident = claim("surrendered")
    page.locator(f"#source mark[data-c~='{ident}'] a").click()
    expect(page.locator(f"#{ident}")).to_have_attribute("aria-current", "true")
    assert in_view(page, f"#{ident}")
    assert page.evaluate("document.activeElement.closest('.entry').id") == ident


def test_a_claim_lights_its_sentence_its_roles_and_its_date(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator(f"#{claim('withdrew')} .go").click()
    lit = page.locator("#source .p.lit").all_text_contents()
    assert lit == ["Five days later", "the garrison", "withdrew", "the city"]
    assert page.locator("#source .s.lit").count() == 1


def test_every_link_on_the_page_leads_somewhere(path: Path, open_page: Open) -> None:
    page = open_page(path)
    broken = page.evaluate(
        """[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))
           .filter((href) => !href.startsWith('#') || !document.getElementById(href.slice(1)))"""
    )
    assert broken == []
    twice = page.evaluate(
        "[...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, n, all) => all.indexOf(id) !== n)"
    )
    assert twice == []


def test_a_claim_has_an_address(path: Path, open_page: Open) -> None:
    ident = claim("spread")
    page = open_page(path, address=f"#{ident}", height=500)
    expect(page.locator(f"#{ident}")).to_have_attribute("aria-current", "true")
    assert in_view(page, f"#{ident}")


def test_contradictions_and_gaps_lead_to_the_words(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator("#contradictions .quoted").nth(1).click()
    expect(page.locator("#source .s.lit")).to_contain_text("According to the Gazzetta")
    page.locator("#gaps .quoted", has_text="It").click()
    expect(page.locator("#source .s.lit")).to_contain_text("It was replaced")
    expect(page.locator("#source .orphan")).to_have_text("[3]")
    expect(page.locator("#source .unresolved")).to_have_text("It")


def answers(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("#answers dl > div").all_inner_texts()]


def test_who_held_it_on_this_day(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator("#day").fill("6 August 1848")
    page.locator("#day").press("Enter")
    milan, venice, _ = answers(page)
    assert "provisional government" in milan
    assert "Radetzky" in milan
    assert "disputed" in milan
    assert "Republic of San Marco" in venice
    assert "certain" in venice
    assert page.url.endswith("#d=1848-08-06")


@pytest.mark.parametrize("day", ["1848-03-17", "1848-03-22", "1848-06-01", "1848-08-05", "1848-08-20", "1849-08-23"])
def test_the_page_answers_as_the_reasoning_does(path: Path, open_page: Open, day: str) -> None:
    page = open_page(path, address=f"#d={day}")
    shown = {
        (holder, certainty.lstrip("?⚠ "))
        for holder, certainty in page.locator("#answers dd:not(.unknown)").evaluate_all(
            "all => all.map((e) => [e.querySelector('.name').textContent, e.querySelector('.surely').textContent])"
        )
    }
    held, _ = holders_on(two_cities(), day=from_iso(day))
    assert shown == {(answer.holder, answer.certainty) for answer in held}


def test_a_day_before_christ_and_a_wrong_day(path: Path, open_page: Open) -> None:
    page = open_page(path, address="#d=-0216-08-02")
    assert page.locator("#day").input_value() == "2 August 217 BC"
    (unknown,) = (answer for answer in answers(page) if "unknown" in answer)
    assert "Milan" in unknown
    assert "Venice" in unknown
    page.locator("#day").fill("31 February 1848")
    page.locator("#day").press("Enter")
    expect(page.locator("#day-error")).to_contain_text("5 August 1848")
    expect(page.locator("#day")).to_have_attribute("aria-invalid", "true")


def test_steps_from_change_to_change(path: Path, open_page: Open) -> None:
    page = open_page(path)
    seen = []
    for _ in range(4):
        seen.append(page.locator("#day").input_value())
        page.locator("#day-on").click()
    assert seen[0] == "22 March 1848"
    assert len(set(seen)) == 4
    for day in reversed(seen):
        page.locator("#day-back").click()
        assert page.locator("#day").input_value() == day


def test_the_drawing_tells_doubt_by_shape(path: Path, open_page: Open) -> None:
    page = open_page(path)
    drawn = page.locator("svg.tl")
    assert drawn.locator(".ev").count() == 13
    assert drawn.locator(f".ev[data-c='{claim('offered')}'] rect.pill.hollow").count() == 1
    assert drawn.locator(f".ev[data-c='{claim('took power')}'] path.tip").count() == 2
    assert drawn.locator(f".ev[data-c='{claim('killed')}'] rect.fill").count() == 1
    assert drawn.locator(f".ev[data-c='{claim('rising')}'] text").text_content().startswith("✕")
    for holder, looks in (("Radetzky", "disputed"), ("Daniele Manin", "possible")):
        assert drawn.locator(f".run[aria-label='{holder}'] rect[fill^='url(#{looks}']").count() >= 1
    assert drawn.locator(".run[aria-label='Republic of San Marco'] rect.fill").count() == 1


def test_the_drawing_by_keyboard(path: Path, open_page: Open) -> None:
    page = open_page(path)
    first = page.locator("svg.tl .ev[tabindex='0']")
    assert first.count() == 1
    first.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    chosen = page.evaluate("document.activeElement.dataset.c")
    page.keyboard.press("Enter")
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-current", "true")
    expect(page.locator(f"svg.tl .ev[data-c='{chosen}']")).to_have_class(re.compile(r"\bsel\b"))


def test_zooming_keeps_to_what_is_there(path: Path, open_page: Open) -> None:
    page = open_page(path)
    whole = page.locator("svg.tl .ev").count()
    for _ in range(8):
        page.locator("#zoom-in").click()
    assert page.locator("svg.tl .ev").count() < whole
    page.locator("#fit").click()
    assert page.locator("svg.tl .ev").count() == whole


def test_a_wide_page_keeps_what_was_clicked_in_view(tmp_path: Path, open_page: Open) -> None:
    lines = [f"In {year} the council of the town seized the mill number {year}.\n\n" for year in range(1200, 1300)]
    story = Story("".join(lines))
    claims = [story.claim("seized", "seize", nth=n, time=str(1200 + n)) for n in range(100)]
    page = open_page(publish(Chronology(story.findings()), MANIFEST, tmp_path / "long", title="Long"), height=700)
    for n in (0, 60, 20, 99):
        page.locator(f"#{claims[n].id} .go").click()
        assert in_view(page, f"#source mark[data-c~='{claims[n].id}']")
        assert in_view(page, f"#{claims[n].id} .go")
    for n in (5, 95):
        page.locator(f"#source mark[data-c~='{claims[n].id}'] a").click()
        assert in_view(page, f"#{claims[n].id}")


@pytest.mark.parametrize("width", [320, 390, 800, 1440, 2560])
def test_no_sideways_scrolling(path: Path, open_page: Open, width: int) -> None:
    page = open_page(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_everything_is_still_there(path: Path, open_page: Open) -> None:
    page = open_page(path, java_script_enabled=False)
    expect(page.locator("#timeline")).to_be_hidden()
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
    page = open_page(made, width=390)
    assert page.locator("img, main b").count() == 0
    assert page.title() == EVIL + IMAGE + TURN
    for place in ("h1", ".entry .go", "blockquote", ".meta .label", ".file", "article.text p", "#gaps", "#made-from"):
        expect(page.locator(place).first).to_contain_text(EVIL)
    expect(page.locator("body")).to_contain_text("{{7*7}}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("svg.tl .ev").first.click()
    expect(page.locator(".entry").first).to_have_attribute("aria-current", "true")


def test_nothing_found_is_said(tmp_path: Path, open_page: Open) -> None:
    story = Story("Nothing happened.")
    page = open_page(publish(Chronology(story.findings()), MANIFEST, tmp_path / "none", title="Nothing"))
    expect(page.locator("#chronology")).to_contain_text("Nothing in the source can be dated")
    expect(page.locator("#timeline")).to_be_hidden()
    expect(page.locator("#holdings")).to_contain_text("does not say")
    expect(page.locator("article.text")).to_contain_text("Nothing happened.")
