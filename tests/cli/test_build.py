"""regesta build, from files to a chronicle: what is read, what is left out, and how it ends."""

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import regesta

TEXT = (
    "[4] It was dissolved in March 1849. On 3 May 1849, General Aldo Ferri captured Milan.[5] "
    "The following day the council was dissolved.\n"
)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "milan.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_chronicle_is_named_after_its_source(cli: Any, source: Path) -> None:
    ran = cli("build", source)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("milan.regesta: 1 document, ")
    chronicle = regesta.open("milan.regesta")
    assert chronicle.manifest.sources[0].name == "milan.txt"
    assert chronicle.chronology.findings.documents[0].text == TEXT
    assert [e.earliest for e in chronicle.events(place="Milan")] == ["1849-05-03"]
    with closing(sqlite3.connect("milan.regesta")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_builds_say_the_same(cli: Any, source: Path, tmp_path: Path) -> None:
    cli("build", source, "-o", tmp_path / "a.regesta")
    cli("build", source, "-o", tmp_path / "b.regesta")
    for name in ("jsonl", "csv", "markdown"):
        assert (
            cli("export", tmp_path / "a.regesta", "--to", name).out
            == cli("export", tmp_path / "b.regesta", "--to", name).out
        )
    assert regesta.open(tmp_path / "a.regesta").manifest == regesta.open(tmp_path / "b.regesta").manifest


def test_bad_sources_are_named_and_the_good_are_built(cli: Any, source: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.txt").write_bytes("Besançon surrendered.".encode("cp1252"))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    target = tmp_path / "all.regesta"
    ran = cli("build", tmp_path, tmp_path / "missing.txt", "-o", target, "--format", "json")
    assert ran.code == 1
    report = json.loads(ran.out)
    assert report["documents"] == 1
    named = {s["name"].rpartition("/")[2] for s in report["skipped"]}
    assert named == {"empty.txt", "broken.txt", "picture.txt", "missing.txt"}
    assert ran.err.count("\n") == 4
    skipped = {s.name for s in regesta.open(target).manifest.sources if s.skipped}
    assert len(skipped) == 4


def test_where_nothing_can_be_read_the_old_chronicle_stays(cli: Any, source: Path, tmp_path: Path) -> None:
    cli("build", source)
    before = Path("milan.regesta").read_bytes()
    source.write_bytes(b"")
    ran = cli("build", source)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "milan.txt" in ran.err
    assert Path("milan.regesta").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["milan.regesta", "milan.txt"]


def test_an_encoding_can_be_forced(cli: Any, source: Path) -> None:
    source.write_bytes("On 3 May 1849 the troops of General Café entered Milan.".encode("cp1252"))
    refused = cli("build", source)
    assert refused.code == 2
    assert "--encoding" in refused.err
    assert cli("build", source, "--encoding", "cp1252").code == 0
    assert "Café" in regesta.open("milan.regesta").chronology.findings.documents[0].text


def test_a_language_without_rules_is_told(cli: Any, source: Path) -> None:
    source.write_text("Am 3. Mai 1849 wurde die Stadt von den Truppen des Generals eingenommen.", encoding="utf-8")
    ran = cli("build", source)
    assert ran.code == 2
    assert "known: en" in ran.err
    assert cli("build", source, "--language", "en").code == 0


def test_standard_input_is_a_source(cli: Any, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert cli("build", "-").out.startswith("stdin.regesta: 1 document")


def test_sources_can_be_checked_without_a_chronicle(cli: Any, source: Path, tmp_path: Path) -> None:
    ran = cli("check", source)
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("milan.txt:1:1: G201 orphan-citation: ")
    assert any(line.startswith("milan.txt:1:5: G202 unresolved-reference: ") for line in ran.out.splitlines())
    assert cli("check", source, "--strict").code == 1
    assert [p.name for p in tmp_path.iterdir()] == ["milan.txt"]


def test_an_unknown_model_is_told(cli: Any, source: Path) -> None:
    ran = cli("build", source, "--model", "no_such_model")
    assert ran.code == 2
    assert "no_such_model" in ran.err
    assert ran.err.count("\n") == 1


def test_who_held_a_place_is_answered_in_the_agreed_shape(cli: Any, source: Path) -> None:
    cli("build", source)
    answer = json.loads(cli("at", "1849-05-03", "milan.regesta", "--place", "Milan", "--format", "json").out)
    assert list(answer) == ["date", "place", "answers"]
    (held,) = answer["answers"]
    assert (held["holder"], held["certainty"]) == ("Aldo Ferri", "certain")
    assert held["since"] == ["1849-05-03", "1849-05-03"]
    assert held["until"] == [None, None]
    (evidence,) = held["evidence"]
    assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert evidence["claim"].startswith("c-")
    nobody = json.loads(cli("at", "1848-01-01", "milan.regesta", "--place", "Milan", "--format", "json").out)
    assert nobody["answers"] == []
    assert nobody["why"]


def test_an_answer_reads_like_one(cli: Any, source: Path) -> None:
    cli("build", source)
    ran = cli("at", "3 May 1849", "milan.regesta", "--place", "Milan")
    assert "certain: Aldo Ferri" in ran.out
    assert "On 3 May 1849, General Aldo Ferri captured Milan.[5]" in ran.out
    assert "milan.txt:1:" in ran.out
    assert "unknown: " in cli("at", "1848-01-01", "milan.regesta", "--place", "Milan").out
