"""Table, event, contradictions, gaps, people and network: what they show, where they lead, what they give away."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Open
from regesta.model.lookup import Lookup
from regesta.web import publish
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser

EVENTS = len(two_cities().events)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(two_cities(), MANIFEST, tmp_path_factory.mktemp("panels") / "out", title="Two cities")


def tab(page: Page, name: str) -> Page:
    page.locator(f"#tab-{name}").click()
    page.locator(f"#panel-{name}").wait_for()
    return page


def facet(page: Page, name: str, value: str) -> None:
    if page.locator("#panel-table .facets").get_attribute("open") is None:
        page.locator("#panel-table .facets summary").click()
    page.locator(f"[data-facet={name}] label", has_text=value).locator("input").check()


def titles(page: Page) -> list[str]:
    return page.locator("#panel-table .events tbody a").all_text_contents()


# ---------------------------------------------------------------- table


def test_every_event_is_a_row(path: Path, open_page: Open) -> None:
    page = tab(open_page(path, height=1400), "table")
    expect(page.locator("#panel-table .count")).to_have_text(f"{EVENTS} of {EVENTS} events")
    expect(page.locator("#panel-table table")).to_have_attribute("aria-rowcount", str(EVENTS + 1))
    page.locator("#enlarge").click()
    expect(page.locator("#panel-table .events tbody a")).to_have_count(EVENTS)


def test_facets_narrow_and_count_under_each_other(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    facet(page, "place", "Venice")
    found = page.locator("#panel-table .count")
    expect(found).to_have_text(f"4 of {EVENTS} events")
    expect(page.locator("[data-facet=place] label", has_text="Milan").locator(".facet-count")).not_to_have_text("0")
    expect(page.locator("[data-facet=status] label")).to_have_count(1)
    page.locator("[data-facet=person] label", has_text="Manin").locator("input").check()
    expect(found).to_have_text(f"2 of {EVENTS} events")
    page.wait_for_url("**f.place=e-**")
    page.locator("#clear").click()
    expect(found).to_have_text(f"{EVENTS} of {EVENTS} events")


def test_every_count_is_what_its_choice_shows(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    page.locator("#panel-table .facets summary").click()
    found = page.locator("#panel-table .facets [data-value]").evaluate_all(
        """boxes => boxes.map((box) => [box.closest('fieldset').dataset.facet, box.dataset.value,
           box.closest('label').querySelector('.facet-count').textContent])"""
    )
    assert len(found) > 20
    for name, value, count in found:
        box = page.locator(f"[data-facet={name}] [data-value='{value}']")
        box.check()
        expect(page.locator("#panel-table .count")).to_have_text(f"{count} of {EVENTS} events")
        box.uncheck()


def test_the_search_knows_no_accents_and_narrows_every_view(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    page.locator("#query").fill("VÉNICE ársenal")
    expect(page.locator("#panel-table .count")).to_have_text(re.compile(r"^3 of"))
    page.locator("#query").fill('"held the city"')
    expect(page.locator("#panel-table .count")).to_have_text(re.compile(r"^0 of"))


def test_columns_sort_both_ways(path: Path, open_page: Open) -> None:
    page = tab(open_page(path, height=1400), "table")
    page.locator("#enlarge").click()
    start = titles(page)
    page.locator("[data-sort=event]").click()
    assert titles(page) == sorted(start, key=lambda t: t.casefold())
    expect(page.locator("th.c-event[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    page.locator("[data-sort=event]").click()
    expect(page.locator("th.c-event[aria-sort]")).to_have_attribute("aria-sort", "descending")
    assert titles(page) == sorted(start, key=lambda t: t.casefold(), reverse=True)
    page.locator("[data-sort=date]").click()
    assert titles(page) == start


def test_arrow_keys_walk_the_rows_and_enter_opens_one(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    page.locator("#panel-table .events a").first.focus()
    for key, row in (("ArrowDown", 1), ("End", EVENTS - 1), ("ArrowUp", EVENTS - 2), ("Home", 0), ("PageDown", None)):
        page.keyboard.press(key)
        at = page.evaluate("document.activeElement.closest('tr').dataset.row")
        assert row is None or at == str(row)
    text = str(page.evaluate("document.activeElement.textContent"))
    page.keyboard.press("Enter")
    expect(page.locator("#panel-event h2")).to_have_text(re.compile(re.escape(text.split(maxsplit=1)[0])))


def test_a_row_is_opened_by_a_slow_press_though_the_table_moves_a_little(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    row = page.locator("#panel-table .events tbody a").nth(2)
    box, title = row.bounding_box(), row.text_content() or ""
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.locator("#panel-table .grid").evaluate("grid => { grid.scrollTop += 4; }")
    page.wait_for_timeout(100)
    page.mouse.up()
    expect(page.locator("#panel-event h2")).to_have_text(re.compile(re.escape(title.split(maxsplit=1)[0])))


def test_on_a_phone_nothing_is_cut_off(path: Path, open_page: Open) -> None:
    for name in ("event", "table", "contradictions", "gaps", "people", "network"):
        page = open_page(path, width=390, height=844, address=f"#tab={name}")
        page.locator(f"#panel-{name}").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.evaluate(f"document.querySelector('#panel-{name}').scrollWidth") <= 390


# ---------------------------------------------------------------- what is taken away


def download(page: Page, form: str) -> str:
    with page.expect_download() as waiting:
        page.locator(f"#panel-table [data-form={form}]").click()
    assert waiting.value.suggested_filename == f"Two-cities.{form}"
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def test_csv_holds_what_is_shown(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    lookup = Lookup(two_cities())
    rows = list(csv.DictReader(io.StringIO(download(page, "csv"))))
    assert {row["claim"] for row in rows} == set(lookup.claims)
    for row in rows:
        claim = lookup.claims[row["claim"]]
        assert row["sentence"] == lookup.quote(lookup.sentences[claim.sentence].span)
        assert row["line"] == str(lookup.line(claim.trigger)[0])
        earliest, latest = lookup.dating(claim).bounds.iso()
        assert (row["earliest"] or None, row["latest"] or None) == (earliest, latest)
    facet(page, "place", "Venice")
    assert len(list(csv.DictReader(io.StringIO(download(page, "csv"))))) == 4


def test_json_holds_what_is_shown(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    page.locator("#query").fill("Radetzky")
    expect(page.locator("#panel-table .count")).to_have_text(re.compile("^1 of"))
    data = json.loads(download(page, "json"))
    assert [claim["status"] for claim in data["claims"]] == ["asserted", "reported"]
    assert [claim["citations"] for claim in data["claims"]] == [["6"], ["7"]]
    assert data["claims"][0]["disputed"] is True


# ---------------------------------------------------------------- the event


def test_accounts_stand_side_by_side_with_all_that_is_known_of_them(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator("#pane-source a.trigger", has_text="reoccupied").first.click()
    panel = page.locator("#panel-event")
    expect(panel.locator(".account")).to_have_count(2)
    second = panel.locator(".account").nth(1)
    for words in ("5 August 1848", "a day earlier", "worked out from", "reported", "[7]", "90 %", "two-cities.txt:11"):
        expect(second).to_contain_text(words)
    expect(panel).to_contain_text("one deed, two accounts")
    expect(panel.locator(".note")).to_contain_text("on 6 August 1848, or on 5 August 1848")
    expect(panel).to_contain_text("Radetzky — holds Milan")
    expect(panel).to_contain_text("provisional government — holds Milan")
    panel.locator(".note .quoted").last.click()
    expect(page.locator("#pane-source .asked").first).to_be_visible()


def test_earlier_and_later(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "table")
    page.locator("#panel-table .events a").first.click()
    panel = page.locator("#panel-event")
    expect(panel.locator(".pager")).to_contain_text(f"1 of {EVENTS}")
    expect(panel.locator(".pager button").first).to_be_disabled()
    for n in range(2, EVENTS + 1):
        panel.locator(".pager button").last.click()
        expect(panel.locator(".pager")).to_contain_text(f"{n} of {EVENTS}")
    expect(panel.locator(".pager button").last).to_be_disabled()


def test_cite_this_names_words_source_version_and_an_address_that_leads_back(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator("#pane-source a.trigger", has_text="reoccupied").nth(1).click()
    card = page.locator("#panel-event .account").nth(1)
    card.locator("summary").click()
    expect(card.locator("textarea")).not_to_have_value("")
    text = card.locator("textarea").input_value()
    digest = page.evaluate("JSON.parse(document.getElementById('data').textContent.split('\\n')[0]).hash")
    for part in ("According to the Gazzetta, he had reoccupied it a day earlier.", "0" * 64, digest, "line 11", "[7]"):
        assert part in text
    address = text[text.index("file://") :]
    other = open_page(path, address="#" + address.partition("#")[2])
    expect(other.locator("#panel-event .account[data-current]")).to_contain_text("Gazzetta")
    card.locator("select").select_option("csl")
    item = json.loads(card.locator("textarea").input_value())[0]
    assert (item["version"], item["URL"]) == (digest, address)
    card.locator("select").select_option("bibtex")
    assert card.locator("textarea").input_value().startswith("@misc{regesta-")
    card.locator("button", has_text="Copy").click()
    expect(card.locator(".cite-box [role=status]")).not_to_be_empty()


# ---------------------------------------------------------------- doubt


def test_contradictions_lead_to_words_and_events(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "contradictions")
    notes = page.locator("#panel-contradictions .note")
    expect(notes).to_have_count(len(two_cities().conflicts))
    notes.first.locator(".quoted").nth(1).click()
    asked = "".join(page.locator("#pane-source .asked").all_text_contents())
    assert asked.startswith("According to the Gazzetta")
    notes.first.locator("a.line").click()
    expect(page.locator("#panel-event h2")).to_contain_text("reoccupied")


def test_gaps_by_kind_lead_to_their_words(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "gaps")
    notes = page.locator("#panel-gaps .note")
    expect(notes).to_have_count(len(two_cities().gaps))
    page.locator("#panel-gaps .kind", has_text="No date").click()
    expect(notes).to_have_count(1)
    notes.locator(".quoted").click()
    expect(page.locator("#pane-source .asked")).to_have_text("spread")
    notes.locator(".quoted").click()
    expect(page.locator("#pane-source .asked")).to_have_text("spread")


# ---------------------------------------------------------------- people and ties


def test_everybody_has_a_chronology(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "people")
    page.locator("#panel-people input").fill("mànin")
    expect(page.locator("#panel-people .entities button")).to_have_count(1)
    page.locator("#panel-people .entities button").click()
    one = page.locator("#panel-people .people-one")
    expect(one.locator("h2")).to_have_text("Daniele Manin")
    expect(one.locator("a.line")).to_have_count(3)
    expect(one.locator("section", has_text="With and against")).to_contain_text("Republic of San Marco 1 otherwise")
    page.wait_for_url("**n=e-**")
    one.locator("[data-filter]").click()
    expect(page.locator("#panel-table .count")).to_have_text(f"3 of {EVENTS} events")


def test_the_network_tells_who_acted_upon_whom(path: Path, open_page: Open) -> None:
    page = tab(open_page(path), "network")
    tie = page.locator("#panel-network .tie")
    expect(tie).to_have_count(1)
    expect(tie).to_have_attribute("aria-label", "Daniele Manin acted upon Republic of San Marco: 1")
    tie.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-network .network-reading a.line")).to_contain_text("proclaimed")
    page.locator("#panel-network select").select_option("matrix")
    expect(page.locator("#panel-network td button")).to_have_count(1)
    page.locator("#query").fill("Radetzky")
    expect(page.locator("#panel-network")).to_contain_text("nobody acts")


# ---------------------------------------------------------------- all of it


def test_all_of_it_in_french(path: Path, open_page: Open) -> None:
    page = open_page(path)
    page.locator("#language").select_option("fr")
    for name, words in (
        ("event", "Sources"),
        ("table", "événements sur"),
        ("contradictions", "Dates qui s’excluent"),
        ("gaps", "Sans date"),
        ("people", "personne"),
        ("network", "ont agi ensemble"),
    ):
        expect(tab(page, name).locator(f"#panel-{name}")).to_contain_text(words)
    page.locator("#pane-source a.trigger", has_text="reoccupied").first.click()
    expect(page.locator("#panel-event .when")).to_have_text("6 août 1848")


def test_by_keyboard_alone(path: Path, open_page: Open) -> None:
    page = open_page(path)
    seen: set[str] = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(str(page.evaluate("document.activeElement.id || document.activeElement.className")))
        if page.evaluate("document.activeElement.id") == "tab-event":
            break
    assert page.evaluate("document.activeElement.id") == "tab-event"
    assert "src-text" in " ".join(seen)
    for name in ("table", "contradictions", "gaps", "people", "network"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"#tab-{name}")).to_be_focused()
        expect(page.locator(f"#panel-{name}")).to_be_visible()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.events a')"):
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-event h2")).to_be_visible()
