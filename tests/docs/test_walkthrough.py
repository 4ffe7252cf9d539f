"""A verb, a title, a place and an effect of one's own, added exactly as docs/for-historians.md says."""

import re
from pathlib import Path
from typing import Any

import pytest

import regesta
from regesta.cli import run

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "for-historians.md"
FILES = (
    "mine/common/event_types.toml",
    "mine/common/places-historical.tsv",
    "mine/en/events.toml",
    "mine/en/people.toml",
    "mine/en/places.toml",
)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The files of the walk-through, written where it says."""
    text = DOCUMENT.read_text("utf-8")
    blocks = re.findall(r"^```(?:toml|tsv)\n(# file: (\S+)\n.*?)^```$", text, re.M | re.S)
    monkeypatch.chdir(tmp_path)
    for body, name in blocks:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(body, "utf-8")
    source = re.search(r"^\$ printf '%s\\n' '(In 1203[^']*)' > fief\.txt$", text, re.M)
    assert source is not None
    Path("fief.txt").write_text(source[1] + "\n", "utf-8")
    return {name: body for body, name in blocks}


def answers() -> dict[str, list[Any]]:
    chronicle = regesta.read("fief.txt", language="en")
    place = chronicle.at("1205-01-01", place="Rotenau").answers
    office = chronicle.at("1210-01-01", office="drost of Rotenau").answers
    return {
        "types": [claim.type for claim in chronicle.chronology.findings.claims],
        "place": [(a.holder, a.certainty) for a in place],
        "office": [(a.holder, a.certainty) for a in office],
        "where": [e.coordinates.source for e in chronicle.chronology.findings.entities if e.coordinates],
    }


def test_before_it_is_not_understood_and_afterwards_it_is(own: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert sorted(own) == sorted(FILES)
    before = answers()
    assert (before["place"], before["office"], before["where"]) == ([], [], [])
    monkeypatch.setenv("REGESTA_KNOWLEDGE", "mine")
    after = answers()
    assert "infeudate" in after["types"]
    assert after["place"] == [("Walter", "certain")]
    assert after["office"] == [("Wigbold", "certain")]
    assert after["where"] == ["places-historical.tsv"]


@pytest.mark.parametrize(
    ("left_out", "lost"),
    [
        ("mine/en/events.toml", "place"),
        ("mine/common/places-historical.tsv", "where"),
        ("mine/en/people.toml", "office"),
    ],
)
def test_each_addition_does_its_part(
    own: dict[str, str], monkeypatch: pytest.MonkeyPatch, left_out: str, lost: str
) -> None:
    Path(left_out).unlink()
    monkeypatch.setenv("REGESTA_KNOWLEDGE", "mine")
    assert answers()[lost] == []


def test_the_examples_of_the_folder_are_checked_and_the_option_does_not_outlast_its_command(
    own: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--knowledge", "mine", "knowledge", "check", "--language", "en"]) == 0
    events = Path("mine/en/events.toml")
    events.write_text(own["mine/en/events.toml"].replace('trigger = "infeudated"', 'trigger = "duke"'), "utf-8")
    capsys.readouterr()
    assert run(["--knowledge", str(Path("mine").resolve()), "knowledge", "check", "--language", "en"]) == 1
    assert "[event 1: infeudate]" in capsys.readouterr().out
    assert run(["build", "fief.txt", "--language", "en"]) == 0
    assert "infeudate" not in [c.type for c in regesta.open("fief.regesta").chronology.findings.claims]
