"""Review in the browser: by keyboard, each correction in the file at once, and never over somebody else's."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

import regesta
from regesta.api.review import Review
from regesta.corrections import read_corrections
from serving import OpenServed, Server, serving

pytestmark = pytest.mark.browser

PEOPLE = ("Otto Brandt", "Anna Keller", "Bela Varga", "Mary Reed", "Imre Novak", "Olga Lind")
TOWNS = ("Lund", "Ribe", "Brno", "Cork", "Graz", "Ghent", "Trento", "Sligo")
DEEDS = ("captured", "occupied", "besieged", "fortified", "surrendered", "entered")
HOSTILE = '</script><img src=x onerror="alert(1)">\u202e{{1}}'
REVIEW = "&tab=review"
STALE = "status of 412"
CORRECTIONS = 50


def annals(lines: int) -> str:
    """Made-up annals: one deed a sentence, no two sentences the same."""
    chance = random.Random(7)  # noqa: S311 - the same every time
    told = []
    for n in range(lines):
        day, month, year = chance.randrange(1, 28), chance.choice(("May", "June", "July")), 1840 + n
        told.append(f"On {day} {month} {year}, General {chance.choice(PEOPLE)} {DEEDS[n % 6]} {TOWNS[n % 8]}.[{n + 1}]")
    return "\n\n".join(told) + "\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with annals and their chronicle, to be copied."""
    folder = tmp_path_factory.mktemp("annals")
    (folder / "annals.txt").write_text(annals(40), "utf-8")
    regesta.read(folder / "annals.txt").save(folder / "annals.regesta")
    return folder


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    """The chronicle, beside its source."""
    return Path(shutil.copytree(built, tmp_path / "annals")) / "annals.regesta"


@pytest.fixture
def server(path: Path) -> Iterator[Server]:
    with serving(path) as listening:
        yield listening


def ready(page: Page) -> Page:
    """The page, once its review is there and has the focus."""
    expect(page.locator(".rv-log li").first).to_be_visible()
    expect(page.locator(".rv")).to_have_attribute("aria-busy", "false")
    page.locator("#panel-review").focus()
    return page


def press(page: Page, key: str) -> None:
    """A key that makes a correction; waits for the answer, and until it is shown."""
    with page.expect_response(lambda r: "/api/corrections" in r.url and r.request.method != "GET"):
        page.keyboard.press(key)
    settled(page)


def settled(page: Page) -> None:
    """Once everything is shown; keys pressed before would be lost, so that nobody corrects what they have not seen."""
    expect(page.locator(".rv")).to_have_attribute("aria-busy", "false")
    expect(page.locator(".rv-message")).not_to_be_empty()


def entries(path: Path) -> list[str]:
    return [entry.action for entry in read_corrections(path.with_suffix(".corrections.toml")).entries]


def test_keys_accept_reject_and_undo_at_once(server: Server, path: Path, open_served: OpenServed) -> None:
    n = server.ask("chronicle")["counts"]["claims"]
    page = ready(open_served(server, address=REVIEW))
    expect(page.locator(".rv-head")).to_contain_text(f"{n} accounts nobody has looked at")
    first = page.locator(".rv-card mark").inner_text()
    press(page, "a")
    assert entries(path) == ["accept"]
    expect(page.locator(".rv-message")).to_have_text(f"“{first}”: kept as it was read.")
    expect(page.locator(".rv-head")).to_contain_text(f"{n - 1} accounts nobody has looked at")
    expect(page.locator(".rv-head")).to_contain_text("1 correction is not in the chronology yet")
    press(page, "r")
    assert entries(path) == ["accept", "reject"]
    press(page, "u")
    assert entries(path) == ["accept"]
    press(page, "u")
    assert entries(path) == []
    page.keyboard.press("u")
    expect(page.locator(".rv-message")).to_contain_text("Nothing was corrected here")


def test_the_token_leaves_the_address_and_stays_for_the_tab(server: Server, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW))
    assert "token" not in page.url
    page.reload()
    ready(page)
    press(page, "a")


def test_fields_are_set_by_keyboard(server: Server, path: Path, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW))
    page.locator(".rv-fields [name=author]").fill("A. Reader")
    page.locator(".rv-card").focus()
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.type("den")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("3 May 1850")
    press(page, "Enter")
    (entry,) = read_corrections(path.with_suffix(".corrections.toml")).entries
    assert entry.author == "A. Reader"
    assert (entry.set.status, entry.set.time, entry.set.type) == ("denied", "1850-05-03", None)
    expect(page.locator("[name=time]")).to_have_value("1850-05-03")
    expect(page.locator(".rv-card")).to_contain_text("corrected")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    page.locator("[name=time]").fill("whenever")
    page.keyboard.press("Escape")
    expect(page.locator("[name=time]")).not_to_have_value("whenever")
    assert len(entries(path)) == 1


def test_a_refusal_is_told_and_nothing_is_lost(server: Server, path: Path, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW, quiet="status of 4"))
    page.locator("[name=time]").fill("whenever")
    page.locator("[name=time]").press("Enter")
    expect(page.locator(".rv-message")).to_contain_text('cannot read "whenever" as a date')
    expect(page.locator("[name=time]")).to_have_value("whenever")
    assert entries(path) == []


def test_roles_are_added_with_suggestions(server: Server, path: Path, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW))
    assert page.locator("#rv-names option").count() > 10
    group = page.locator("[data-role=actor] input")
    group.nth(0).fill("Anna Keller")
    group.nth(0).press("Enter")
    expect(page.locator(".rv-message")).to_contain_text("changed")
    assert dict(read_corrections(path.with_suffix(".corrections.toml")).entries[0].set.roles) == {
        "actor": ("Anna Keller",)
    }


def test_selected_words_are_added_and_identified(server: Server, path: Path, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW))
    select(page, ".src-text p[data-from]", "General")
    page.locator("#panel-review").focus()
    page.keyboard.press("n")
    expect(page.locator("[data-form=add] [name=words]")).to_have_value("General")
    page.locator("[data-form=add] [name=type]").select_option("appoint")
    press(page, "Enter")
    assert entries(path) == ["add"]
    select(page, ".rv-card blockquote p", "General")
    page.locator("[data-act=identify]").click()
    page.locator("[data-form=identify] [name=name]").fill("The General")
    page.locator("[data-form=identify] [name=kind]").select_option("person")
    press(page, "Enter")
    assert entries(path) == ["add", "identity"]


def select(page: Page, within: str, words: str) -> None:
    """Selects words as a reader would with the mouse."""
    page.evaluate(
        """([within, words]) => {
          const element = document.querySelector(within);
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
          throw new Error(`no ${words} in ${within}`);
        }""",
        [within, words],
    )


def of_its_status(page: Page, path: Path) -> list[str]:
    """The accounts offered that have the status of the one at hand: others cannot be merged with it."""
    own = page.locator(".rv-card [name=status]").input_value()
    shown = {claim: record["status"] for claim, record in as_shown(path).items()}
    offered = page.locator("[name=other] option").evaluate_all("options => options.map((o) => o.value)")
    return [other for other in offered if shown.get(other) == own]


def correct_at_random(page: Page, chance: random.Random, said: str, path: Path) -> None:
    """One correction, of any kind, at an account chosen at random; none where no other account has its status."""
    for _ in range(chance.randrange(0, 4)):
        page.keyboard.press(chance.choice("jk"))
    key = chance.choices("arsemni", (3, 2, 1, 5, 2, 2, 2))[0]
    if key in "ars":
        press(page, key)
        return
    page.keyboard.press(key)
    if key == "e":
        page.locator("[name=status]").select_option(chance.choice(("planned", "denied", "reported", "possible")))
        page.locator("[name=time]").fill(f"{chance.randrange(1700, 1800)}-0{chance.randrange(1, 10)}")
        page.locator(".rv-fields [name=note]").fill(said)
    elif key == "m":
        alike = of_its_status(page, path)
        if not alike:
            page.keyboard.press("Escape")
            return
        page.locator("[name=other]").select_option(chance.choice(alike))
    else:
        words = re.findall(r"[A-Z][a-z]+", page.locator(".rv-card blockquote").inner_text())[-1]
        page.locator(".rv-form [name=words]").fill(words)
        if key == "i":
            page.locator(".rv-form [name=name]").fill(f"{words} of {chance.randrange(10**6)}")
        else:
            page.locator(".rv-form [name=type]").select_option(index=chance.randrange(0, 20))
    form = page.locator(".rv-fields" if key == "e" else ".rv-form")
    with page.expect_response(lambda r: r.url.endswith("/api/corrections") and r.request.method == "POST") as answer:
        form.locator("button[type=submit]").click()
    assert answer.value.ok, answer.value.text()
    settled(page)
    expect(page.locator(".rv-form")).to_have_count(0)


@pytest.mark.slow
def test_fifty_random_corrections_survive_a_rebuild(server: Server, path: Path, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW))
    page.set_default_timeout(10_000)
    chance = random.Random(19)  # noqa: S311 - the same every time
    file = path.with_suffix(".corrections.toml")
    made: list[str] = []
    tried = 0
    while len(made) < CORRECTIONS:
        tried += 1
        assert tried < 3 * CORRECTIONS
        page.locator("#panel-review").focus()
        correct_at_random(page, chance, f"number {tried}", path)
        now = [entry.id for entry in read_corrections(file).entries]
        assert now[: len(made)] == made, "what was there is no longer there"
        made = now
    before, text = as_shown(path), file.read_bytes()
    page.locator("[data-act=rebuild]").click()
    expect(page.locator(".rv-message")).to_have_text("Rebuilt.", timeout=60_000)
    assert file.read_bytes() == text
    results = server.everything("corrections")
    assert [entry["id"] for entry in results] == made
    assert {entry["result"] for entry in results} == {"applied"}
    after = as_shown(path)
    assert {k: (before.get(k), after.get(k)) for k in {*before, *after} if before.get(k) != after.get(k)} == {}
    assert len({entry["action"] for entry in results}) == 7


def as_shown(path: Path) -> dict[str, Any]:
    """Every account as review has it, with all corrections."""
    review = Review(path)
    return {claim.id: review.item(claim).record() for claim in review.findings.claims}


def test_two_browsers_see_each_other(server: Server, path: Path, open_served: OpenServed) -> None:
    one = ready(open_served(server, address=REVIEW))
    two = ready(open_served(server, address=REVIEW))
    press(one, "r")
    expect(two.locator(".rv-message")).to_have_text("Changed elsewhere just now.")
    expect(two.locator(".rv-entry")).to_have_count(1)
    press(two, "a")
    expect(one.locator(".rv-entry")).to_have_count(2)
    assert entries(path) == ["reject", "accept"]


def test_a_stale_browser_is_refused_and_shown_how_it_stands(
    server: Server, path: Path, open_served: OpenServed
) -> None:
    one = ready(open_served(server, address=REVIEW))
    two = ready(open_served(server, address=REVIEW, quiet=STALE))
    two.evaluate("window.stop()")  # it hears no news any more
    press(one, "r")
    press(two, "a")
    expect(two.locator(".rv-message")).to_contain_text("Somebody else has made a correction since.")
    assert entries(path) == ["reject"]
    expect(two.locator(".rv-entry")).to_have_count(1)
    press(two, "a")
    assert entries(path) == ["reject", "accept"]


def test_a_rebuild_shows_the_new_chronology(server: Server, open_served: OpenServed) -> None:
    n = server.ask("chronicle")["counts"]["claims"]
    page = ready(open_served(server, address=REVIEW))
    expect(page.locator(".app-mast h1 + p")).to_contain_text(f"{n} accounts")
    press(page, "r")
    page.locator("[data-act=rebuild]").click()
    expect(page.locator(".app-mast h1 + p")).to_contain_text(f"{n - 1} accounts", timeout=30_000)
    expect(page.locator(".rv-entry .status")).to_have_text("applied")
    assert "tab=review" in page.url
    page.locator("#panel-review").focus()
    press(page, "u")
    expect(page.locator(".rv-head")).to_contain_text("still has corrections that were taken back")


def test_a_changed_source_is_shown_by_itself(server: Server, path: Path, open_served: OpenServed) -> None:
    n = server.ask("chronicle")["counts"]["claims"]
    page = open_served(server, address="&tab=table")
    expect(page.locator(".app-mast h1 + p")).to_contain_text(f"{n} accounts")
    with path.with_suffix(".txt").open("a", encoding="utf-8") as source:
        source.write("\nOn 2 May 1890, General Otto Brandt captured Lund.[99]\n")
    expect(page.locator(".app-mast h1 + p")).to_contain_text(f"{n + 1} accounts", timeout=30_000)


def test_the_page_and_the_account_follow_each_other(server: Server, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW))
    address = page.url
    page.keyboard.press("j")
    page.wait_for_url(lambda found: found != address)
    ident = server.ask("events", "GET")["items"][-1]["id"]
    page.evaluate("ident => { location.hash = `#e=${ident}&tab=review`; }", ident)
    expect(page.locator(".rv-place")).to_contain_text("annals.txt:79")


def test_a_server_that_only_shows_takes_no_corrections(path: Path, open_served: OpenServed) -> None:
    with serving(path, "--read-only") as server:
        page = ready(open_served(server, address="#tab=review"))
        expect(page.locator(".rv-head")).to_contain_text("This page only shows")
        assert page.locator("[data-act=accept]").count() == 0
        page.keyboard.press("a")
        expect(page.locator(".rv-message")).to_contain_text("This page only shows")
        page.close()
    assert entries(path) == []


def test_a_page_without_the_token_takes_none(server: Server, path: Path, open_served: OpenServed) -> None:
    server.page = server.origin
    page = ready(open_served(server, address="#tab=review"))
    expect(page.locator(".rv-head")).to_contain_text("This page only shows")
    assert entries(path) == []


def test_a_server_that_has_gone_is_told(path: Path, open_served: OpenServed) -> None:
    with serving(path) as server:
        page = ready(open_served(server, address=REVIEW, quiet="net::ERR"))
        server.process.kill()
        expect(page.locator(".rv-message")).to_contain_text("The server cannot be reached")
        page.keyboard.press("a")
    assert entries(path) == []


def test_hostile_words_are_shown_as_words(tmp_path: Path, open_served: OpenServed) -> None:
    source = tmp_path / "hostile.txt"
    source.write_text(f"On 2 May 1871, General Otto Brandt captured Lund {HOSTILE} by night.\n", "utf-8")
    regesta.read(source).save(tmp_path / "hostile.regesta")
    with serving(tmp_path / "hostile.regesta", "--title", HOSTILE) as server:
        page = ready(open_served(server, address=REVIEW))
        expect(page.locator(".rv-card blockquote")).to_contain_text("<img src=x onerror=")
        page.locator(".rv-fields [name=note]").fill(HOSTILE)
        page.locator("#panel-review").focus()
        press(page, "a")
        expect(page.locator(".rv-note")).to_have_text(HOSTILE)
        assert page.locator("img").count() == 0
        page.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_review_speaks_the_language_of_the_page(language: str, path: Path, open_served: OpenServed) -> None:
    with serving(path, "--language", language) as server:
        page = ready(open_served(server, address=REVIEW))
        told = {"en": "accounts nobody has looked at", "fr": "récits que personne n’a regardés"}[language]
        expect(page.locator(".rv-head")).to_contain_text(told)
        page.keyboard.press("?")
        assert page.locator(".rv-keys dt").count() == 11
        page.close()


def test_on_a_phone_nothing_sticks_out(server: Server, open_served: OpenServed) -> None:
    page = ready(open_served(server, address=REVIEW, width=390, height=844))
    page.keyboard.press("?")
    wide = (
        "[...document.querySelectorAll('.rv *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert page.evaluate(wide) == 0


def test_a_write_from_another_origin_is_refused(server: Server, path: Path, open_served: OpenServed) -> None:
    """A page that the reader visits elsewhere tries what the review does, token and version included."""
    page = ready(open_served(server, address=REVIEW))
    claim, version = server.everything("review")[0]["claim"], server.ask("state")["version"]
    stranger = page.context.new_page()

    def elsewhere(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<!DOCTYPE html><title>elsewhere</title>")

    stranger.route("http://elsewhere.example/**", elsewhere)
    stranger.goto("http://elsewhere.example/")
    tried = stranger.evaluate(
        """async ([api, token, version, claim]) => {
          const body = JSON.stringify({ action: 'reject', claim });
          const headers = { Authorization: `Bearer ${token}`, 'If-Match': version, 'Content-Type': 'application/json' };
          const told = [];
          for (const init of [{ method: 'POST', headers, body }, { method: 'POST', mode: 'no-cors', body }, {}]) {
            try { told.push((await fetch(`${api}corrections`, init)).type); } catch { told.push('refused'); }
          }
          return told;
        }""",
        [server.api, server.token, f'"{version}"', claim],
    )
    assert tried[0] == tried[2] == "refused"
    assert tried[1] in ("refused", "opaque")
    assert entries(path) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    scheme: str, server: Server, open_served: OpenServed, examine: Callable[[Page], list[str]]
) -> None:
    page = ready(open_served(server, address=REVIEW, color_scheme=scheme, bypass_csp=True))
    press(page, "a")
    page.keyboard.press("?")
    for key in "nim":
        page.locator(".rv-card").focus()
        page.keyboard.press(key)
        expect(page.locator(".rv-form")).to_be_visible()
        assert not "\n".join(examine(page))
        page.keyboard.press("Escape")
        expect(page.locator(".rv-form")).to_have_count(0)
