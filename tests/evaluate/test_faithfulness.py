"""The draw of claims to be read by a person, and the sheet of those that were."""

import csv
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from draw_claims import CLAIM, VERDICT, asserted, draw, squeezed, texts  # noqa: E402

SHEET = ROOT / "quality" / "faithfulness.csv"
TOLD = ROOT / "quality" / "faithfulness.md"
TEXT = """The guard seized Metz on 4 May 1849. The mayor planned to flee.

His brother
was arrested. The mob burned the mill."""


def test_only_what_is_asserted_and_not_known_is_drawn_from() -> None:
    claims = list(asserted("metz", TEXT, squeezed("Again: His brother was arrested. And so on.")))
    told = {claim["trigger"]: claim for claim in claims}
    assert {"seized", "burned"} <= set(told)
    assert not {"flee", "arrested"} & set(told)
    seized = told["seized"]
    assert (seized["actor"], seized["target"], seized["time"]) == ("The guard", "Metz", "1849-05-04")
    assert TEXT[seized["start"] :].startswith("seized")
    assert "The guard seized Metz" in seized["read"]


def test_the_draw_is_the_same_each_time_and_in_order() -> None:
    claims = [{"start": n} for n in range(50)]
    drawn = draw(claims, 10, 3)
    assert drawn == draw(claims, 10, 3) != draw(claims, 10, 4)
    assert drawn == sorted(drawn, key=lambda claim: claim["start"])
    assert draw(claims, 99, 3) == claims


def test_texts_come_from_files_folders_and_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    lines = tmp_path / "b.jsonl"
    lines.write_text('{"doc": "b", "text": "Two."}\n')
    assert list(texts([tmp_path, tmp_path / "a.txt", lines])) == [("a", "One."), ("a", "One."), ("b", "Two.")]


def test_the_sheet_is_whole_and_its_figures_are_those_that_are_told() -> None:
    with SHEET.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["number", *CLAIM, *VERDICT]
    assert len(rows) == 300
    judged = ("asserted", "actor_right", "target_right", "date_right")
    assert all(row[name] in ("yes", "no", "none") for row in rows for name in judged)
    right = [row for row in rows if "no" not in (row[name] for name in judged)]
    assert all(bool(row["class"]) == (row not in right) for row in rows)
    told = re.search(r"\*\*(\d+) of (\d+)\*\*", TOLD.read_text("utf-8"))
    assert told is not None
    assert (int(told[1]), int(told[2])) == (len(right), len(rows))
