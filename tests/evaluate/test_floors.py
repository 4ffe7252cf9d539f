"""The passages written for regesta are read as well as before; floors rise and fall on purpose only."""

import json
import sys
from pathlib import Path

import pytest

from regesta.api.claim_errors import say_errors
from regesta.evaluate import find_chronicles
from regesta.model.claim import STATUSES
from regesta.rules.load import load_rules

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import update_floors  # noqa: E402
from update_floors import FLOORS, PASSAGES, measure, points, read_floors  # noqa: E402

GOLDS = sorted(PASSAGES.glob("*/gold.json"))


def test_the_passages_are_read_as_well_as_the_floors_say() -> None:
    scores = measure()
    now, floors = points(scores), read_floors()
    fallen = [f"{n}: {floors[n]} -> {now[n]}" for n in now if now[n] < floors.get(n, 0)]
    assert not fallen, "\n".join([*fallen, "", *say_errors(scores)])
    risen = [f"{n}: {floors.get(n)} -> {now[n]}" for n in now if now[n] != floors.get(n)]
    assert not risen, f"well done; keep it by scripts/update_floors.py: {', '.join(risen)}"
    assert set(floors) == set(now)


def test_the_script_lowers_nothing_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.toml"
    monkeypatch.setattr(update_floors, "FLOORS", floors)
    monkeypatch.setattr(update_floors, "measure", lambda: None)
    figures = {"whole_f1": 40}
    monkeypatch.setattr(update_floors, "points", lambda _: dict(figures))
    for value, arguments, code, kept in ((40, [], 0, 40), (41, [], 0, 41), (39, [], 1, 41), (39, ["--lower"], 0, 39)):
        figures["whole_f1"] = value
        assert update_floors.main(arguments) == code
        assert update_floors.read_floors() == {"whole_f1": kept}


@pytest.mark.parametrize("gold", GOLDS, ids=lambda p: p.parent.name)
def test_the_annotations_are_sound(gold: Path) -> None:
    (chronicle,) = find_chronicles([gold.parent])
    text = chronicle.path.read_text("utf-8")
    lines = text.split("\n")
    given = json.loads(gold.read_text("utf-8"))
    types = load_rules("en").event_types.types
    assert len({claim["id"] for claim in given["claims"]}) == len(given["claims"])
    for claim in given["claims"]:
        assert {claim["type"], *claim.get("alt_types", ())} <= set(types), claim["id"]
        assert text.count("\n", 0, claim["trigger"]["start"]) == claim["line"] - 1
        for role in ("actor", "target", "place"):
            assert all(words in lines[claim["line"] - 1] for words in claim[role]), claim["id"]
        assert all(name in text for name in claim["refers"].values()), claim["id"]
        days = [day for day in (claim["time"]["earliest"], claim["time"]["latest"]) if day]
        assert days == sorted(days)


def test_the_passages_are_many_and_hold_every_status() -> None:
    golds = list(find_chronicles([PASSAGES]))
    claims = [claim for gold in golds for claim in gold.claims]
    assert len(golds) >= 8
    assert {claim.status for claim in claims} == set(STATUSES)
    assert FLOORS.is_file()
