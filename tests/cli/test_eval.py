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
