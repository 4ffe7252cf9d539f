"""What is written, where, and what is refused."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Story
from regesta.errors import ExportError
from regesta.model.calendars import to_jdn
from regesta.model.chronology import Chronology
from regesta.model.entity import Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from regesta.model.lookup import Lookup
from regesta.model.text import Span
from regesta.pipeline import reason
from regesta.reason import holders_on
from regesta.rules.load import load_rules
from regesta.web import publish
from regesta.web.holders import trace_ribbons
from regesta.web.source import lay_out
from two_cities import MANIFEST, two_cities

EMPTY = Chronology(Story("Nothing happened.").findings())


def test_a_folder_with_a_page_and_its_record(tmp_path: Path) -> None:
    made = publish(two_cities(), MANIFEST, tmp_path / "a" / "page", title="T")
    assert made == tmp_path / "a" / "page" / "index.html"
    parts = [f"{name}.js" for name in ("map", "panels", "reading", "source", "words-fr")]
    styles = [f"{name}.css" for name in ("map", "panels", "source")]
    assert {p.name for p in made.parent.iterdir()} == {"index.html", "manifest.json", *parts, *styles}
    assert json.loads((made.parent / "manifest.json").read_text())["sources"][0]["sha256"] == "0" * 64


def test_the_same_chronology_gives_the_same_bytes(tmp_path: Path) -> None:
    pages = [publish(two_cities(), MANIFEST, tmp_path / name, title="T").read_bytes() for name in ("one", "two")]
    assert pages[0] == pages[1]


def test_one_file(tmp_path: Path) -> None:
    made = publish(two_cities(), MANIFEST, tmp_path / "page.html", title="T", single=True)
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
    assert made.read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("single", [False, True])
def test_a_page_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path, single: bool) -> None:
    target = tmp_path / "page.html"
    publish(EMPTY, MANIFEST, target, title="Old", single=single)
    made = publish(EMPTY, MANIFEST, target, title="New", single=single)
    assert "<title>New</title>" in made.read_text()
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "notes.txt").write_text("kept")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "index.html").write_text("<html>somebody else's</html>")
    file = tmp_path / "file.html"
    file.write_text("kept")
    for target, single in ((mine, False), (foreign, False), (file, False), (file, True), (mine, True)):
        with pytest.raises(ExportError, match=r"mine|foreign|file") as told:
            publish(EMPTY, MANIFEST, target, title="T", single=single)
        assert "\n" not in str(told.value)
    assert (mine / "notes.txt").read_text() == file.read_text() == "kept"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file.html", "foreign", "mine"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    assert publish(EMPTY, MANIFEST, tmp_path / "page", title="T").exists()


def test_the_old_page_stays_when_the_new_one_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = publish(EMPTY, MANIFEST, tmp_path / "page", title="Old")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name.startswith(".page") and target == tmp_path / "page":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(ExportError, match="No space left"):
        publish(EMPTY, MANIFEST, tmp_path / "page", title="New")
    assert "<title>Old</title>" in made.read_text()
    assert [p.name for p in tmp_path.iterdir()] == ["page"]


def test_only_our_own_style_and_script_may_run(tmp_path: Path) -> None:
    page = publish(two_cities(), MANIFEST, tmp_path / "page", title="T").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert inside is not None
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside[1].encode()).digest()).decode()}'" in allowed
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    assert not re.search(r"""\son\w+=|\sstyle=|javascript:|https?://(?!www\.w3\.org/2000/svg)""", page)


def flat(chronology: Chronology) -> str:
    return "".join(p.text for s in lay_out(Lookup(chronology)) for b in s.blocks for t in b.stretches for p in t.pieces)


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12)


@given(st.text(min_size=1, max_size=80), SPANS, st.booleans())
def test_cutting_loses_no_character(text: str, spans: list[tuple[int, int]], passages: bool) -> None:
    story = Story("x")
    object.__setattr__(story.document, "text", text)
    if not passages:
        story.passages, story.sentences = [], []
    for start, length in spans:
        if start + length <= len(text):
            span = Span(story.document.id, start, start + length)
            story.mentions.append(unresolved(span))
    blank = re.compile(r"[\ufeff \t\r\n]")
    assert blank.sub("", flat(Chronology(story.findings()))) == blank.sub("", text)


def unresolved(span: Span) -> Mention:
    return Mention(stable_id("m", span), span, "unknown", "pronoun", None, Evidence((span,)), refers=True)


def test_pieces_know_their_claims() -> None:
    lookup = Lookup(two_cities())
    pieces = [p for s in lay_out(lookup) for b in s.blocks for t in b.stretches for p in t.pieces]
    anchored = [ident for p in pieces for ident in p.anchors]
    assert sorted(anchored) == sorted(lookup.claims)
    assert all(p.href == p.anchors[0] for p in pieces if p.anchors)
    assert [p.text for p in pieces if "orphan" in p.kinds] == ["[3]"]


def test_ribbons_say_how_long_what_is_told_once_is_taken_to_last() -> None:
    story = Story(
        "On 5 May 1901 Otto Lund became mayor of Norholm and took Norholm.\n"
        "Ann Reed was judge of Norholm.\nAnn Reed, who was reeve of Norholm, died on 5 May 1911.\n"
        "On 7 June 1903 Otto Lund took Estwick.\nThe bridge was opened on 1 May 1904.\n"
        "The mill was opened on 2 May 1905.\nThe school was opened on 3 May 1906.\n"
    )
    for person in ("Otto Lund", "Ann Reed"):
        story.entity("person", person)
    for place in ("Norholm", "Estwick"):
        story.entity("place", place)
    story.claim("became", "take-office", time="1901-05-05", actor="Otto Lund", office="mayor of Norholm")
    story.claim("took", "seize", time="1901-05-05", actor="Otto Lund", target="Norholm")
    story.claim("was", "hold-office", actor="Ann Reed", office="judge of Norholm")
    story.claim("was", "hold-office", nth=1, actor="Ann Reed", office="reeve of Norholm")
    story.claim("died", "die", time="1911-05-05", target="Ann Reed")
    story.claim("took", "seize", nth=1, time="1903-06-07", actor="Otto Lund", target="Estwick")
    for n, what in enumerate(("bridge", "mill", "school")):
        story.claim("opened", "open", nth=n, time=f"{1904 + n}-05-0{1 + n}", target=f"The {what}")
    chronology = reason(story.findings(), load_rules("en"))
    ribbons = trace_ribbons(chronology)
    told = {ribbon.key: [r.answers[0].certainty for r in ribbon.reigns] for ribbon in ribbons}
    assert told["Norholm"] == told["mayor of Norholm"] == told["Estwick"] == ["certain", "possible"]
    edges = {edge for ribbon in ribbons for r in ribbon.reigns for edge in (r.first, r.last) if edge is not None}
    assert len(edges) > 6
    for day in (edge + step for edge in edges for step in range(-2, 3)):
        said = {
            (ribbon.key, answer.certainty)
            for ribbon in ribbons
            for reign in ribbon.reigns
            if (reign.first or 0) <= day <= (reign.last or day)
            for answer in reign.answers
        }
        assert said == {(a.key, a.certainty) for a in holders_on(chronology, day=day)[0]}


def test_ribbons_say_on_every_day_what_the_reasoning_says() -> None:
    ribbons = trace_ribbons(two_cities())
    for day in range(to_jdn(1848, 1, 1), to_jdn(1849, 12, 31), 3):
        said = {
            (ribbon.fluent, answer.key, answer.holder, answer.certainty, answer.since, answer.until)
            for ribbon in ribbons
            for reign in ribbon.reigns
            if (reign.first is None or reign.first <= day) and (reign.last is None or day <= reign.last)
            for answer in reign.answers
        }
        held, _ = holders_on(two_cities(), day=day)
        assert said == {(a.fluent, a.key, a.holder, a.certainty, a.since, a.until) for a in held}
