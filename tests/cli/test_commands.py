"""The commands on a chronicle made by hand: what they print, as text and as JSON, and how they end."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

import regesta
from regesta.api.github import annotations
from regesta.api.remarks import Remark
from regesta.api.views import Words
from regesta.model.chronology import Chronology
from regesta.model.ids import stable_id
from two_cities import MANIFEST, TEXT


def test_timeline_is_an_aligned_table_where_nobody_watches(cli: Any, two: Path) -> None:
    ran = cli("timeline", two)
    assert (ran.code, ran.err) == (0, "")
    head, *rows = ran.out.splitlines()
    assert head.split() == ["id", "date", "what", "who", "whom", "or", "what", "where", "source"]
    assert len(rows) == 14
    column = head.index("what")
    assert all(row[column - 1] == " " and row[column] != " " for row in rows)
    assert "18 March 1848" in rows[0]
    assert "between 21 May and 10 June 1849" in ran.out
    assert "rising (denied)" in ran.out
    assert "(disputed)" in ran.out
    assert "undated" in rows[-1]


def test_timeline_narrows_and_says_when_nothing_is_left(cli: Any, two: Path) -> None:
    ran = cli("timeline", two, "--place", "Venice", "--from", "1849", "--status", "asserted")
    assert [row.split()[0][:2] for row in ran.out.splitlines()[1:]] == ["ev"]
    assert "nothing in the chronicle" in cli("timeline", two, "--who", "Garibaldi").out


def test_timeline_json_has_every_field(cli: Any, two: Path) -> None:
    entries = json.loads(cli("timeline", two, "--format", "json").out)
    assert len(entries) == 14
    withdrew = next(e for e in entries if e["what"] == "withdrew")
    assert withdrew["earliest"] == withdrew["latest"] == withdrew["edtf"] == "1848-03-23"
    assert withdrew["where"] == ["Milan"]
    assert withdrew["citations"] == ["1", "2"]
    words = withdrew["words"]
    assert TEXT[words["start"] : words["end"]] == words["quote"]


def test_show_why_adds_the_chain_of_statements(cli: Any, two: Path) -> None:
    ident = regesta.open(two).chronology.states[0].id
    plain, chained = cli("show", ident, two), cli("show", ident, two, "--why")
    assert chained.code == 0
    assert chained.out.startswith(plain.out.rstrip("\n"))
    assert "because  " in chained.out
    assert "why" not in json.loads(cli("show", ident, two, "--format", "json").out)
    assert json.loads(cli("show", ident, two, "--why", "--format", "json").out)["why"][0]["steps"]


def test_show_prints_each_fact_on_a_line(cli: Any, two: Path) -> None:
    ident = json.loads(cli("timeline", two, "--who", "Casati", "--format", "json").out)[0]["id"]
    ran = cli("show", ident, two)
    assert ran.out.startswith(f"event {ident}\n")
    assert "took power" in cli("show", ident, two, "--format", "json").out
    assert json.loads(cli("show", ident, two, "--format", "json").out)["claims"][0]["type"] == "take-office"


def test_check_prints_like_a_linter_and_ends_with_1_on_contradictions(cli: Any, two: Path) -> None:
    ran = cli("check", two)
    assert ran.code == 1
    assert "regesta: scan.pdf: binary file" in ran.err
    lines = ran.out.splitlines()
    assert lines[0] == "two-cities.txt:3:1: G201 orphan-citation: [3] opens a passage: what it supports is missing"
    assert lines[-1] == "1 contradiction, 4 gaps"
    assert any(": C101 contradiction: Milan was reoccupied" in line for line in lines)


def without(chronology: Chronology, **changes: Any) -> regesta.Chronicle:
    from dataclasses import replace

    sources = tuple(s for s in MANIFEST.sources if not s.skipped)
    return regesta.Chronicle(replace(chronology, **changes), replace(MANIFEST, sources=sources))


@pytest.mark.parametrize(
    ("changes", "options", "code"),
    [
        ({"conflicts": ()}, [], 0),
        ({"conflicts": ()}, ["--strict"], 1),
        ({"conflicts": (), "gaps": ()}, ["--strict"], 0),
        ({"gaps": ()}, [], 1),
    ],
)
def test_the_exit_code_of_check(
    cli: Any, two: Path, tmp_path: Path, changes: dict[str, Any], options: list[str], code: int
) -> None:
    path = tmp_path / "some.regesta"
    without(regesta.open(two).chronology, **changes).save(path)
    assert cli("check", path, *options).code == code


def test_check_json_has_the_agreed_shape(cli: Any, two: Path) -> None:
    remarks = json.loads(cli("check", two, "--format", "json").out)
    keys = ["code", "kind", "message", "document", "start", "end", "line", "column", "related"]
    assert [list(r) for r in remarks] == [keys] * 5
    assert {r["kind"] for r in remarks} == {
        *("contradiction", "orphan-citation", "unresolved-reference", "undated", "unplaced"),
    }


def test_export_to_standard_output_and_to_a_file_are_the_same(cli: Any, two: Path, tmp_path: Path) -> None:
    for name in ("jsonl", "markdown", "csv"):
        shown = cli("export", two, "--to", name)
        assert shown.code == 0
        target = tmp_path / f"out.{name}"
        assert cli("export", two, "--to", name, "-o", target).out == f"{target}\n"
        assert target.read_bytes().decode() == shown.out
    assert len(list(csv.DictReader(io.StringIO(cli("export", two, "--to", "csv").out)))) == 15


def test_publish_writes_a_page(cli: Any, two: Path, tmp_path: Path) -> None:
    ran = cli("publish", two, "-o", tmp_path / "page", "--title", "Two <cities>")
    assert ran.code == 0, ran.err
    page = Path(ran.out.strip())
    assert page.is_file()
    assert "Two &lt;cities&gt;" in page.read_text("utf-8")


def test_publish_in_one_file_in_another_language_and_dress(cli: Any, two: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.geojson"
    own.write_text('{"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2], [1, 1]]]}')
    target = tmp_path / "one.html"
    dress = ("--language", "fr", "--theme", "dark", "--basemap", own)
    ran = cli("publish", two, "-o", target, "--single", *dress)
    assert ran.code == 0, ran.err
    page = target.read_text("utf-8")
    assert '<html lang="fr" data-theme="dark">' in page
    assert "own.geojson" in page


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--language", "xx", 'language "xx": the page speaks en, fr'),
        ("--theme", "pink", "pink"),
        ("--basemap", "nowhere.geojson", "nowhere.geojson"),
    ],
)
def test_publish_refuses_what_it_cannot_do(
    cli: Any, two: Path, tmp_path: Path, option: str, value: str, told: str
) -> None:
    ran = cli("publish", two, "-o", tmp_path / "page", option, value)
    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "page").exists()


def test_words_of_a_source_cannot_steer_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from regesta.cli.output import say, say_json, say_table, say_wrapped, warn

    hostile = "red \x1b[31m, \x9b1m, bell \x07, \u202eturned, a\rb"
    say_table(("a", "b"), [("x\x1b[31m", "y\ny")])
    say_wrapped(hostile, indent="  ")
    say(hostile)
    say_json([hostile])
    warn(hostile)
    out, err = capsys.readouterr()
    assert out.splitlines()[:2] == ["a       b", "x [31m  y y"]
    assert not set("\x1b\x9b\x07\u202e\r") & set(out + err)
    assert json.loads(out[out.index("[" + chr(10)) :]) == [hostile]


def test_check_github_annotates_each_remark(cli: Any, two: Path) -> None:
    ran = cli("check", two, "--format", "github")
    remarks = json.loads(cli("check", two, "--format", "json").out)
    lines = ran.out.splitlines()
    assert len(lines) == len(remarks)
    for line, remark in zip(lines, remarks, strict=True):
        level = "error" if remark["kind"] == "contradiction" else "notice"
        place = f"file={remark['document']},line={remark['line']},col={remark['column']}"
        assert line.startswith(f"::{level} {place},title=")
    assert ran.code == 1


def test_annotations_escape_what_would_end_them() -> None:
    words = Words("x", "a,b:c.txt", 0, 1, 1, 1)
    (line,) = annotations([Remark(stable_id("g", 1), "G203", "undated", "100 %\nmore", words, ())])
    assert line == "::notice file=a%2Cb%3Ac.txt,line=1,col=1,title=G203 undated::100 %25%0Amore"


def test_check_sarif_points_at_the_words(cli: Any, two: Path) -> None:
    ran = cli("check", two, "--format", "sarif")
    assert ran.code == 1
    log = json.loads(ran.out)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert len(run["results"]) == 5
    for result in run["results"]:
        assert result["ruleId"] in rules
        for place in [*result["locations"], *result["relatedLocations"]]:
            region = place["physicalLocation"]["region"]
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            assert TEXT[start:end] == region["snippet"]["text"]
            assert TEXT.splitlines()[region["startLine"] - 1][region["startColumn"] - 1] == TEXT[start]
    assert [r["level"] for r in run["results"]].count("error") == 1


def test_a_year_before_0_is_a_date_and_no_option(cli: Any, two: Path) -> None:
    answer = json.loads(cli("at", "-0214-01-01", two, "--place", "Venice", "--format", "json").out)
    assert answer["date"] == "-0214-01-01"
    assert len(json.loads(cli("timeline", two, "--from", "-0215", "--format", "json").out)) >= 10


def test_a_name_nearly_right_is_told_what_it_may_be(two: Path, cli: Any) -> None:
    nothing = "nothing in the chronicle answers to that"
    assert cli("timeline", two, "--who", "Radetsky").out.strip() == f'{nothing}; did you mean "Radetzky"?'
    assert cli("timeline", two, "--place", "Xanadu").out.strip() == nothing
    assert cli("at", "1849-05-01", two, "--place", "Venise").out.strip().endswith('Venise; did you mean "Venice"?')
    assert "did you mean" not in cli("at", "1700-05-01", two, "--place", "Venice").out


def test_a_text_that_tells_of_nothing_says_so(tmp_path: Path, cli: Any) -> None:
    source = tmp_path / "sky.txt"
    source.write_text("The sky is blue.", "utf-8")
    assert cli("build", source, "-o", tmp_path / "sky.regesta").code == 0
    assert "nothing that regesta finds" in cli("timeline", tmp_path / "sky.regesta").out
