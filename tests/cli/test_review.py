"""regesta review: one correction by options, the walk through all claims, and corrections through builds."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from regesta.corrections import read_corrections

TEXT = """\
On 4 May 1849, General Ferri captured Grenoble.[7] The following day the council was dissolved.

It was closed in 1850, and for a long while the town remained without any newspaper. \
In Cork, a commune was proclaimed in June 1850; the mayor resigned.
"""


@pytest.fixture
def chronicle(tmp_path: Path, cli: Any) -> Path:
    source = tmp_path / "towns.txt"
    source.write_text(TEXT, "utf-8")
    assert cli("build", source, "-o", tmp_path / "towns.regesta").code == 0
    return tmp_path / "towns.regesta"


def claims(cli: Any, path: Path) -> dict[str, dict[str, Any]]:
    """The claims by the words that tell of them."""
    lines = cli("export", path, "--to", "jsonl").out.splitlines()
    return {record["trigger"]["text"]: record for record in map(json.loads, lines)}


def walk(cli: Any, path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> Any:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return cli("review", path)


def test_an_edit_lasts_through_builds_until_it_is_taken_back(chronicle: Path, cli: Any) -> None:
    before = claims(cli, chronicle)
    ident = before["captured"]["id"]
    made = cli("review", chronicle, "--claim", ident, "--set", "status=planned", "--set", "time=June 1849")
    assert made.code == 0
    assert made.out.splitlines()[0].endswith(" edit: applied")
    for _ in range(2):
        now = claims(cli, chronicle)["captured"]
        assert (now["id"], now["status"], now["time"]["edtf"]) == (ident, "planned", "1849-06")
        assert now["time"]["basis"] == "corrected"
        built = cli("build", chronicle.with_suffix(".txt"), "-o", chronicle)
        assert "corrections by hand: 1 applied, 0 unused, 0 orphaned" in built.out
    assert "correction/edit/k-" in cli("show", ident, chronicle).out
    entry = made.out.split()[0]
    assert cli("review", chronicle, "--undo", entry).code == 0
    assert claims(cli, chronicle) == before


def test_what_follows_is_drawn_anew(chronicle: Path, cli: Any) -> None:
    assert "Ferri" in cli("at", "1849-05-04", chronicle, "--place", "Grenoble").out
    cli("review", chronicle, "--claim", claims(cli, chronicle)["captured"]["id"], "--reject")
    assert "Ferri" not in cli("at", "1849-05-04", chronicle, "--place", "Grenoble").out


def test_an_identity_and_an_addition(chronicle: Path, cli: Any) -> None:
    assert cli("review", chronicle, "--words", "council", "--is", "Grenoble Council", "--kind", "body").code == 0
    assert claims(cli, chronicle)["dissolved"]["target"][0]["entity"] == "Grenoble Council"
    add = ("review", chronicle, "--add", "the mayor", "--in", "the mayor resigned", "--set", "type=depose")
    assert cli(*add, "--set", "place=Cork").code == 0
    assert claims(cli, chronicle)["the mayor"]["place"][0]["entity"] == "Cork"


def test_two_accounts_become_one_event_and_two_again(chronicle: Path, cli: Any) -> None:
    ids = [claims(cli, chronicle)[w]["id"] for w in ("captured", "dissolved")]
    assert cli("review", chronicle, "--merge", *ids).code == 0
    told = claims(cli, chronicle)
    assert told["captured"]["event"] == told["dissolved"]["event"]
    assert cli("review", chronicle, "--split", ids[1]).code == 0
    told = claims(cli, chronicle)
    assert told["captured"]["event"] != told["dissolved"]["event"]


def test_orphans_are_gaps_and_the_file_keeps_them(chronicle: Path, cli: Any) -> None:
    source, told = chronicle.with_suffix(".txt"), claims(cli, chronicle)
    for words in ("captured", "resigned"):
        cli("review", chronicle, "--claim", told[words]["id"], "--accept", "--later")
    source.write_text(TEXT.replace("captured Grenoble", "captured Chambéry"), "utf-8")
    built = cli("build", source, "-o", chronicle)
    assert "1 applied, 0 unused, 1 orphaned" in built.out
    checked = cli("check", chronicle, "--format", "json")
    (orphan,) = [r for r in json.loads(checked.out) if r["kind"] == "orphaned-correction"]
    assert orphan["code"] == "G206"
    assert "captured Grenoble" in orphan["message"]
    listed = json.loads(cli("review", chronicle, "--list", "--format", "json").out)
    assert [(e["result"], bool(e["reason"])) for e in listed] == [("orphaned", True), ("applied", False)]
    assert len(read_corrections(chronicle.with_suffix(".corrections.toml")).entries) == 2
    source.write_text(TEXT, "utf-8")
    assert "2 applied" in cli("build", source, "-o", chronicle).out


def test_the_manifest_names_the_file_and_its_hash(chronicle: Path, cli: Any) -> None:
    import regesta

    file = chronicle.with_suffix(".corrections.toml")
    assert regesta.open(chronicle).manifest.settings == ()
    cli("review", chronicle, "--claim", claims(cli, chronicle)["resigned"]["id"], "--reject")
    settings = dict(regesta.open(chronicle).manifest.settings)
    assert settings["corrections"] == f"{file.name} sha256:{read_corrections(file).sha256}"


def test_corrections_that_are_gone_are_missed(chronicle: Path, cli: Any, tmp_path: Path) -> None:
    cli("review", chronicle, "--claim", claims(cli, chronicle)["resigned"]["id"], "--reject")
    file = chronicle.with_suffix(".corrections.toml")
    moved = file.rename(tmp_path / "elsewhere.toml")
    ran = cli("review", chronicle, "--list")
    assert ran.code == 2
    assert "was built with towns.corrections.toml; name it with --corrections" in ran.err
    assert cli("review", chronicle, "--list", "--corrections", moved).code == 0


def test_corrections_beside_a_source_count_without_a_chronicle(chronicle: Path, cli: Any, tmp_path: Path) -> None:
    import regesta

    cli("review", chronicle, "--claim", claims(cli, chronicle)["captured"]["id"], "--reject", "--later")
    assert regesta.read(tmp_path / "towns.txt").corrections == {"applied": 1, "unused": 0, "orphaned": 0}
    (tmp_path / "towns.txt").write_text(TEXT.replace("captured", "took"), "utf-8")
    assert "G206 orphaned-correction" in cli("check", tmp_path / "towns.txt").out


def test_two_files_of_corrections_are_not_chosen_between(chronicle: Path, cli: Any, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / "towns.regesta"
    for folder in (tmp_path, tmp_path / "out"):
        (folder / "towns.corrections.toml").write_text("", "utf-8")
    ran = cli("build", tmp_path / "towns.txt", "-o", target)
    assert ran.code == 2
    assert "are both there; say which counts with --corrections" in ran.err
    named = tmp_path / "towns.corrections.toml"
    assert cli("build", tmp_path / "towns.txt", "-o", target, "--corrections", named).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--claim", "c-nobody", "--reject"], "no claim is called so"),
        (["--claim", "c"], "say what is to be done"),
        (["--format", "json"], "the walk is for people"),
        (["--accept"], "name the claim with --claim ID"),
        (["--claim", "c", "--accept", "--reject"], "one correction at a time"),
        (["--set", "status"], "write FIELD=VALUE"),
        (["--add", "the mayor"], "needs its type"),
        (["--add", "the", "--set", "type=depose"], "3 sentences hold these words"),
        (["--words", "Paris", "--is", "x"], "no sentence holds them"),
        (["--words", "council", "--is", "x", "--kind", "persn"], 'did you mean "person"?'),
        (["--undo", "k-0"], 'no entry "k-0"'),
        (["--corrections", "missing.toml", "--undo", "k-0"], 'regesta: missing.toml: it has no entry "k-0"'),
    ],
)
def test_bad_use_is_one_line_and_writes_nothing(
    chronicle: Path, cli: Any, arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli("review", chronicle, *arguments)
    assert ran.code == 2
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
    assert sorted(f.name for f in tmp_path.iterdir()) == ["towns.regesta", "towns.txt"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (["status=plan"], 'did you mean "planned"?'),
        (["type=picnic"], "no type of happening; regesta knowledge types lists them"),
        (["type=elekt"], 'no type of happening; did you mean "elect"?'),
        (["time=soon"], "cannot read"),
        (["actor=Nobody Here"], "neither words of the sentence nor a name"),
        (["cook=General Ferri"], '"cook" is no role'),
        (["time=1850", "time=1851"], "takes one value"),
    ],
)
def test_a_field_that_does_not_fit_is_told(chronicle: Path, cli: Any, settings: list[str], told: str) -> None:
    ident = claims(cli, chronicle)["captured"]["id"]
    ran = cli("review", chronicle, "--claim", ident, *(f"--set={s}" for s in settings))
    assert ran.code == 2
    assert told in ran.err
    assert not chronicle.with_suffix(".corrections.toml").exists()


def test_the_walk(chronicle: Path, cli: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = claims(cli, chronicle)
    ran = walk(cli, chronicle, monkeypatch, "a", "r", "u", "r", "what", "e status=plan", "e status=denied", "", "q")
    assert ran.code == 0
    assert "»" in ran.out
    assert "taken back" in ran.out
    assert "reject: there is no such claim" in ran.out
    assert 'did you mean "planned"?' in ran.out
    after = claims(cli, chronicle)
    assert len(after) == len(before) - 1
    assert [r["status"] for r in after.values()].count("denied") == 1
    actions = [e.action for e in read_corrections(chronicle.with_suffix(".corrections.toml")).entries]
    assert actions == ["accept", "reject", "edit"]


def test_the_walk_ends_with_its_input_and_changes_nothing_unasked(
    chronicle: Path, cli: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = chronicle.read_bytes()
    assert walk(cli, chronicle, monkeypatch).code == 0
    assert walk(cli, chronicle, monkeypatch, *[""] * 40).out.splitlines()[-1].endswith("nothing is left to look at")
    assert chronicle.read_bytes() == data
