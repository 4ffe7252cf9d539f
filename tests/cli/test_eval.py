"""regesta eval times: its tables, and corpora that are none."""

import json
from pathlib import Path
from typing import Any

import pytest


def test_what_tag_writes_as_timeml_scores_in_full(cli: Any, tmp_path: Path) -> None:
    source = tmp_path / "rising.txt"
    source.write_text(
        "They rose on 7 August 1870.\r\n\r\nThe next day & night they fell; <b>in May 1871</b> they rose."
    )
    assert cli("tag", source, "--language", "en", "--format", "timeml", "-o", tmp_path / "gold").code == 0
    ran = cli("eval", "times", tmp_path / "gold", "--language", "en", "--format", "json")
    (scores,) = json.loads(ran.out)
    assert scores["counts"]["gold"] >= 3
    assert {scores[m]["f1"] for m in ("strict", "overlapping", "value", "strict_value", "type")} == {1.0}


def test_the_table_has_a_line_a_document(cli: Any, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    text = "It ended in May 1848."
    gold = [{"start": 12, "end": 20, "value": "1848-05"}]
    corpus.write_text("".join(json.dumps({"doc": n, "text": text, "gold": gold}) + "\n" for n in ("one", "two")))
    ran = cli("eval", "times", corpus, "--language", "en")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()[2:4]] == ["one", "two"]
    assert "span + value" in ran.out


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.jsonl", '{"doc": "x", "text": "1848"}\n', "line 1: not a document"),
        ("x.jsonl", '{"doc": "x", "text": "1848", "gold": [{"start": 0, "end": 9}]}\n', "line 1"),
        ("x.jsonl", "not json\n", "line 1: not a document"),
        ("x.jsonl", "", "no document in it"),
        ("x.tml", "<TimeML><TEXT>", "not well-formed"),
        ("x.tml", "<TimeML/>", "no TEXT element"),
        ("missing.jsonl", None, "cannot be read"),
    ],
)
def test_a_corpus_that_is_none_is_named(cli: Any, tmp_path: Path, name: str, data: str | None, told: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_text(data)
    ran = cli("eval", "times", path, "--language", "en")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert told in ran.err
    assert str(path) in ran.err


def test_an_empty_folder_is_named(cli: Any, tmp_path: Path) -> None:
    ran = cli("eval", "times", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "no TimeML file" in ran.err


def gold(folder: Path) -> Path:
    """A gold chronicle of one claim that is read as it should be and one that is not there."""
    folder.mkdir()
    text = "General Ferri captured Metz on 4 May 1849."
    day = {"earliest": "1849-05-04", "latest": "1849-05-04"}
    right = {
        "id": "a-1",
        "trigger": {"text": "captured", "start": 14, "end": 22},
        "type": "seize",
        "status": "asserted",
        "actor": ["General Ferri"],
        "target": ["Metz"],
        "place": ["Metz"],
        "time": day,
    }
    missing = {"id": "a-2", "trigger": {"text": "Metz", "start": 23, "end": 27}, "type": "other", "status": "denied"}
    state = {"question": "who?", "place": "Metz", "date": "1849-05-05", "holder": "Ferri", "certainty": "certain"}
    (folder / "text.txt").write_text(text)
    (folder / "gold.json").write_text(json.dumps({"claims": [right, missing], "states": [state]}))
    return folder


def test_claims_are_scored_in_tables_and_errors_named(cli: Any, tmp_path: Path) -> None:
    gold(tmp_path / "metz")
    ran = cli("eval", "claims", tmp_path, "--language", "en", "--errors")
    assert (ran.code, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0].startswith('missing metz a-2 "Metz" other denied')
    assert "metz 2 1 66.7 100.0 100.0 100.0 100.0 100.0 66.7" in lines
    assert "trigger 100.0 50.0 66.7 2 1 1" in lines
    assert "status 100.0" in lines
    assert lines[-1] == "who held what: 1 question: 1 right"


def test_claims_are_scored_as_json(cli: Any, tmp_path: Path) -> None:
    folder = gold(tmp_path / "metz")
    scores = json.loads(cli("eval", "claims", folder, "--language", "en", "--format", "json").out)
    assert scores["trigger"] == {"precision": 1.0, "recall": 0.5, "f1": 2 / 3, "right": 1, "told": 1, "gold": 2}
    assert scores["states"]["right"] == 1
    assert [text["text"] for text in scores["texts"]] == ["metz"]
    assert "errors" not in scores
    told = json.loads(cli("eval", "claims", folder, "--language", "en", "--format", "json", "--errors").out)
    assert [error["is"] for error in told["errors"]] == ["missing"]


def test_a_folder_without_gold_is_one_line(cli: Any, tmp_path: Path) -> None:
    ran = cli("eval", "claims", tmp_path)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "no gold chronicle; name a folder that holds text.txt and gold.json" in ran.err


def test_what_is_left_open_is_scored_and_what_is_passed_over_named(cli: Any, tmp_path: Path) -> None:
    folder = tmp_path / "metz"
    folder.mkdir()
    (folder / "text.txt").write_text("[2] The guard seized Metz.\nOn 4 May 1849 the mayor fled to Hull.\n")
    noted = [
        {"kind": "orphan-citation", "line": 1, "markers": ["2"]},
        {"kind": "undated", "line": 1, "text": "seized"},
        {"kind": "undated", "line": 2, "text": "fled"},
    ]
    (folder / "gold.json").write_text(json.dumps({"claims": [], "findings": noted}))
    ran = cli("eval", "claims", folder, "--language", "en", "--errors")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert 'passed metz undated, line 2: "fled"' in lines
    assert not any(line.startswith("passed") and "line 1" in line for line in lines)
    assert lines[-1] == "left open or contradicted: 3 notes: 2 remarked on"
    scores = json.loads(cli("eval", "claims", folder, "--language", "en", "--format", "json").out)
    assert scores["findings"] == {"noted": 3, "found": 2}


def test_a_note_on_words_that_are_not_there_is_one_line(cli: Any, tmp_path: Path) -> None:
    folder = gold(tmp_path / "metz")
    given = json.loads((folder / "gold.json").read_text())
    for finding, said in (
        ({"kind": "undated", "line": 1, "text": "fled"}, '"fled" does not stand in line 1 of text.txt'),
        ({"kind": "undated", "line": 2, "text": "fled"}, "text.txt has no line 2; it has 1"),
    ):
        (folder / "gold.json").write_text(json.dumps({**given, "findings": [finding]}))
        ran = cli("eval", "claims", folder)
        assert (ran.code, ran.out) == (2, "")
        assert f"findings: 1: {said}" in ran.err
