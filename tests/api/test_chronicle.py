"""The door: a chronicle's questions, on an example made by hand."""

import io
import re
from pathlib import Path

import pytest

import regesta
from regesta.api.remarks import CONFLICT_CODES, GAP_CODES
from regesta.errors import ChronicleError, ExportError, QuestionError, SourceError
from two_cities import MANIFEST, two_cities


@pytest.fixture(scope="module")
def chronicle() -> regesta.Chronicle:
    return regesta.Chronicle(two_cities(), MANIFEST)


def whats(entries: tuple) -> list[str]:
    return [entry.what for entry in entries]


def test_events_come_in_order_of_time_with_the_undated_last(chronicle: regesta.Chronicle) -> None:
    entries = chronicle.events()
    assert len(entries) == len(chronicle.chronology.events)
    days = [e.earliest or e.latest for e in entries]
    dated = [d for d in days if d]
    assert dated == sorted(dated)
    assert days[len(dated) :] == [None] * (len(days) - len(dated))
    assert whats(entries)[0] == "barricades"


def test_every_entry_quotes_its_words(chronicle: regesta.Chronicle) -> None:
    text = chronicle.chronology.findings.documents[0].text
    for entry in chronicle.events():
        assert text[entry.words.start : entry.words.end] == entry.words.quote
        line = text.splitlines()[entry.words.line - 1]
        assert line[entry.words.column - 1 :].startswith(entry.words.quote)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"place": "venice"}, ["killed", "seized", "proclaimed", "surrendered"]),
        ({"who": "Manin"}, ["seized", "proclaimed", "presided"]),
        ({"who": "MANÍN", "place": "Venice"}, ["seized", "proclaimed"]),
        ({"who": "Man"}, []),
        ({"status": "denied"}, ["rising"]),
        ({"status": ["denied", "possible"]}, ["offered", "rising"]),
        ({"place": "Atlantis"}, []),
        ({"after": "1849-08-22"}, ["surrendered", "embarked", "took power"]),
        ({"after": "1849-06-11", "before": "1849-08-22", "status": "asserted", "place": "Venice"}, ["surrendered"]),
    ],
)
def test_events_can_be_narrowed(chronicle: regesta.Chronicle, asked: dict, expected: list[str]) -> None:
    assert sorted(whats(chronicle.events(**asked))) == sorted(expected)


def test_what_has_no_date_is_left_out_where_a_date_is_asked_for(chronicle: regesta.Chronicle) -> None:
    assert "spread" in whats(chronicle.events())
    assert "spread" not in whats(chronicle.events(after="1000"))


def test_two_accounts_of_one_event_are_one_entry(chronicle: regesta.Chronicle) -> None:
    (entry,) = [e for e in chronicle.events() if e.what == "reoccupied"]
    assert len(entry.claims) == 2
    assert entry.citations == ("6", "7")
    assert entry.disputed


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda c: c.events(status="planed"), 'did you mean "planned"?'),
        (lambda c: c.events(after="the day before yesterday"), "1870-10-31"),
        (lambda c: c.at("1848/..", place="Venice"), "it has no end"),
        (lambda c: c.at("1848", place="Venice", moment="end"), "it asks about one day"),
        (lambda c: c.at("1848-03-22", moment="noon"), "within, start, end, throughout"),
        (lambda c: c.events(after="1871", before="1870"), "turn them round"),
        (lambda c: c.show("nonsense"), "no such id"),
        (lambda c: c.show(""), "no such id"),
        (lambda c: c.show("ev-"), "write more of it"),
    ],
)
def test_a_question_that_cannot_be_understood_is_told_in_one_line(
    chronicle: regesta.Chronicle, call: object, said: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        call(chronicle)  # type: ignore[operator]
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_id_can_be_shown(chronicle: regesta.Chronicle) -> None:
    chronology = chronicle.chronology
    things = {
        "event": chronology.events,
        "claim": chronology.findings.claims,
        "holding": chronology.states,
        "contradiction": chronology.conflicts,
        "gap": chronology.gaps,
    }
    for kind, values in things.items():
        for value in values:
            shown = chronicle.show(value.id)
            assert (shown.kind, shown.id, shown.record["id"]) == (kind, value.id, value.id)
            assert all(label and fact for label, fact in shown.facts)


def test_a_claim_is_shown_with_its_words_time_and_rule(chronicle: regesta.Chronicle) -> None:
    claim = next(c for c in chronicle.chronology.findings.claims if chronicle.lookup.quote(c.trigger) == "withdrew")
    facts = dict(chronicle.show(claim.id[:9]).facts)
    assert facts["told by"].startswith("“withdrew” (two-cities.txt:5:")
    assert facts["date"].startswith("23 March 1848 (relative")
    assert "Five days later" in facts["date words"]
    assert facts["place"].startswith("Milan: “the city”")
    assert facts["cites"] == "[1][2]"


def test_remarks_stand_in_text_order_with_codes(chronicle: regesta.Chronicle) -> None:
    remarks = chronicle.remarks
    assert [(r.code, r.kind) for r in remarks] == [
        ("G201", "orphan-citation"),
        ("G202", "unresolved-reference"),
        ("C101", "contradiction"),
        ("G203", "undated"),
        ("G204", "unplaced"),
    ]
    assert remarks[0].record() == {
        "code": "G201",
        "kind": "orphan-citation",
        "message": "[3] opens a passage: what it supports is missing",
        "document": "two-cities.txt",
        "start": 22,
        "end": 25,
        "line": 3,
        "column": 1,
        "related": [],
    }
    assert [w.quote for w in remarks[2].related] == [chronicle.lookup.quote(chronicle.conflicts[0].quotes[1])]


def test_codes_are_told_apart() -> None:
    codes = [*CONFLICT_CODES.values(), *GAP_CODES.values()]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("name", ["jsonl", "csv", "markdown"])
def test_an_export_is_the_same_in_a_file_and_on_a_stream(
    chronicle: regesta.Chronicle, name: str, tmp_path: Path
) -> None:
    stream = io.StringIO(newline="")
    chronicle.export(name, stream)
    chronicle.export(name, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == stream.getvalue().encode()
    assert stream.getvalue()


def test_an_export_that_cannot_be_is_an_error(chronicle: regesta.Chronicle, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match='did you mean "jsonl"'):
        chronicle.export("json", tmp_path / "out")
    with pytest.raises(ExportError, match="cannot be written"):
        chronicle.export("csv", tmp_path / "missing" / "out")


def test_a_chronicle_survives_its_file(chronicle: regesta.Chronicle, tmp_path: Path) -> None:
    chronicle.save(tmp_path / "two.regesta")
    opened = regesta.open(tmp_path / "two.regesta")
    assert (opened.chronology, opened.manifest) == (chronicle.chronology, chronicle.manifest)
    assert "15 claims, 1 contradictions, 4 gaps" in repr(opened)


def test_other_files_are_not_overwritten(chronicle: regesta.Chronicle, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear sister")
    for target in (letter, tmp_path):
        with pytest.raises(ChronicleError):
            chronicle.save(target)
    assert letter.read_text() == "Dear sister"


def test_reading_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no source is given"):
        regesta.read()
    with pytest.raises(SourceError, match=r"and 1 more"):
        regesta.read(tmp_path / "a.txt", tmp_path / "b.txt")


def test_every_kind_that_reasoning_finds_has_a_code() -> None:
    house = Path(regesta.__file__).parent
    said = {
        word
        for module in (
            *(f"reason/{name}.py" for name in ("gaps", "silences", "versions")),
            *(f"reason/{name}.py" for name in ("contradictions", "conflicts", "accounts", "rivals")),
            "corrections/orphans.py",
        )
        for word in re.findall(
            r'"([a-z]+(?:-[a-z]+)+|undated|unplaced|unbegun|dates|order|weekday|length)"',
            (house / module).read_text("utf-8"),
        )
    }
    assert said | {"dates", "order"} == {*CONFLICT_CODES, *GAP_CODES}


def test_short_ids_tell_events_apart_and_can_be_shown(chronicle: regesta.Chronicle) -> None:
    short = [chronicle.short_id(e.id) for e in chronicle.events()]
    assert len(set(short)) == len(short)
    assert all(chronicle.show(s).id == e.id for s, e in zip(short, chronicle.events(), strict=True))


def test_a_note_under_the_text_that_cites_it_is_no_gap(tmp_path: Path) -> None:
    source = tmp_path / "hull.txt"
    source.write_text(
        "[2] Hull fell on 3 May 1848.[1] Ann Reed fled.\n\n[1] Letter of Ann Reed.\n\n[3] Lost.\n", "utf-8"
    )
    gaps = [g.message for g in regesta.read(source).gaps if g.kind == "orphan-citation"]
    assert [message.partition("]")[0] for message in gaps] == ["[2", "[3"]


def test_a_marker_cited_before_opens_no_note_amid_the_text(tmp_path: Path) -> None:
    source = tmp_path / "hull.txt"
    source.write_text("Hull fell on 3 May 1848.[1]\n\n[1] Ann Reed fled.\n\nOtto Dorn stayed.\n", "utf-8")
    assert [g.kind for g in regesta.read(source).gaps if g.kind == "orphan-citation"] == ["orphan-citation"]
