"""Scores of claims: the same as those of the scorers of the development texts; what is wrong with a gold is named."""

import contextlib
import importlib.util
import io
import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import regesta
from regesta.api.claim_errors import error_records, say_errors
from regesta.api.claim_scores import evaluate_claims
from regesta.errors import SourceError
from regesta.evaluate import (
    MEASURES,
    ClaimRecord,
    HolderRecord,
    StateQuestion,
    add_up_claims,
    count_claims,
    find_chronicles,
    judge_state,
)

SHARED = Path(__file__).resolve().parents[3] / "shared"
EMPTY = frozenset(("the", "of"))


def scorer(name: str) -> ModuleType:
    path = SHARED / "score" / name
    if not path.is_file():
        pytest.skip("the scorer is missing")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def folders() -> list[Path]:
    return sorted(p.parent for p in SHARED.glob("gold*/*/gold.json"))


@pytest.mark.shared
@pytest.mark.slow
def test_the_figures_are_those_of_the_other_scorers(tmp_path: Path) -> None:
    theirs, states = scorer("score_claims.py"), scorer("score_states.py")
    golds = folders()
    ours = evaluate_claims(golds, language="en")
    arguments: list[str] = []
    for gold in golds:
        chronicle = regesta.read(gold / "text.txt", language="en")
        chronicle.export("jsonl", tmp_path / f"{gold.name}.jsonl")
        arguments += [str(gold), str(tmp_path / f"{gold.name}.jsonl")]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        theirs.main(["--json", *arguments])
    wanted = json.loads(printed.getvalue())
    for measure in MEASURES:
        tally = ours.total.tallies[measure]
        made = tally.scores()
        assert {
            "p": round(made.precision, 4),
            "r": round(made.recall, 4),
            "f": round(made.f1, 4),
            "gold": tally.gold,
            "pred": tally.told,
        } == wanted[measure], measure
    for share in ("status", "time"):
        assert round(ours.total.share(share), 4) == wanted[share]
    names = {"refused": "error"}
    for gold, text in zip(golds, ours.texts, strict=True):
        questions = json.loads((gold / "gold.json").read_text("utf-8")).get("states", [])
        for question, state in zip(questions, text.states, strict=True):
            answers = None if state.answers is None else [_plain(a) for a in state.answers]
            assert names.get(state.verdict, state.verdict) == states.judge(question, answers)


def _plain(answer: HolderRecord) -> dict[str, Any]:
    return {
        "holder": answer.holder,
        "certainty": answer.certainty,
        "since": list(answer.since),
        "until": list(answer.until),
    }


def claim(trigger: str = "took", start: int = 10, **changes: Any) -> ClaimRecord:
    roles = {"actor": ("the rebels",), "target": ("the fort",), "place": ()}
    made = ClaimRecord(
        trigger, ((start, start + len(trigger)),), ("seize",), "asserted", roles, ("1849-05-04", "1849-05-04")
    )
    return replace(made, **changes)


def figures(gold: list[ClaimRecord], told: list[ClaimRecord]) -> dict[str, tuple[int, int, int]]:
    counts = count_claims(gold, told, EMPTY)
    return {name: (tally.right, tally.told, tally.gold) for name, tally in counts.tallies.items()}


def test_the_same_claim_is_right_in_all() -> None:
    counts = count_claims([claim()], [claim()], EMPTY)
    assert {name: counts.tallies[name].scores().f1 for name in MEASURES if name != "place"} == dict.fromkeys(
        (m for m in MEASURES if m != "place"), 1.0
    )
    assert counts.differences == ()


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"status": "planned"}, {"firm", "status", "whole"}),
        ({"bounds": ("1849-05-05", "1849-05-05")}, {"dated", "time", "whole"}),
        ({"types": ("attack",)}, {"type"}),
        ({"roles": {"actor": ("the king",), "target": ("the fort",), "place": ()}}, {"actor", "whole"}),
        ({"roles": {"actor": ("the rebels",), "target": (), "place": ()}}, {"target", "whole"}),
        ({"roles": {"actor": ("the rebels",), "target": ("the fort",), "place": ("Metz",)}}, {"place", "whole"}),
        ({"spans": ((90, 94),)}, {"trigger", "firm", "dated", "time", "status", "type", "actor", "target", "whole"}),
    ],
)
def test_each_mistake_costs_what_it_is_measured_by(change: dict[str, Any], lost: set[str]) -> None:
    right, wrong = figures([claim()], [claim()]), figures([claim()], [claim(**change)])
    assert {name for name in right if right[name] != wrong[name]} == lost


def test_a_name_is_right_under_the_full_name_it_stands_for_but_not_by_empty_words() -> None:
    he = claim(roles={"actor": ("He",), "target": ("the fort",), "place": ()}, names={"He": "Ottavio Ferri"})
    full = claim(roles={"actor": ("General Ferri",), "target": ("walls of the fort",), "place": ()})
    assert figures([he], [full])["whole"] == (1, 1, 1)
    other = claim(roles={"actor": ("The bishop of the town",), "target": ("the fort",), "place": ()})
    assert figures([claim()], [other])["actor"] == (0, 1, 1)


def test_another_word_for_the_happening_and_another_type_are_as_good() -> None:
    gold = claim(spans=((10, 14), (30, 37)), types=("seize", "siege"))
    told = claim("capture", 30, types=("siege",))
    assert figures([gold], [told])["trigger"] == (1, 1, 1)
    assert figures([gold], [told])["type"] == (1, 1, 1)


def test_each_claim_is_matched_once_the_largest_overlap_first() -> None:
    near = claim("took", 10, bounds=(None, None))
    whole = claim("took up", 10)
    assert figures([claim("took up", 10)], [near, whole])["dated"] == (1, 1, 1)
    assert figures([claim("took up", 10)], [near, whole])["trigger"] == (1, 2, 1)


def test_texts_are_added_up_by_their_counts() -> None:
    one, two = count_claims([claim()], [claim()], EMPTY), count_claims([claim(), claim(start=50)], [], EMPTY)
    tally = add_up_claims([one, two]).tallies["trigger"]
    assert (tally.right, tally.told, tally.gold) == (1, 1, 3)
    assert add_up_claims([]).tallies["trigger"].scores().f1 == 0.0


def held(holder: str, certainty: str, **changes: Any) -> HolderRecord:
    return replace(HolderRecord(holder, certainty, ("1849-05-04", "1849-05-04"), (None, None)), **changes)


@pytest.mark.parametrize(
    ("holder", "certainty", "answers", "verdict"),
    [
        ("the rebels", "certain", [held("rebels of the town", "certain")], "right"),
        ("the rebels", "certain", [held("the rebels", "possible")], "timid"),
        ("the rebels", "certain", [held("the rebels", "certain"), held("the king", "certain")], "overclaim"),
        (
            "the rebels",
            "certain",
            [held("the rebels", "certain"), held("the king", "certain", until=("1849-06-01", "1849-06-01"))],
            "right",
        ),
        ("the rebels", "certain", [], "missed"),
        ("the rebels", "certain", [held("the king", "possible")], "missed"),
        ("the rebels", "possible", [held("the rebels", "disputed")], "right"),
        ("the rebels", "possible", [held("the rebels", "certain")], "overclaim"),
        ("the rebels", "possible", [], "missed"),
        (None, "unknown", [], "right"),
        (None, "unknown", [held("the rebels", "possible")], "invented"),
        (None, "unknown", [held("the rebels", "certain")], "overclaim"),
        ("the rebels", "certain", None, "refused"),
    ],
)
def test_answers_about_holders_are_judged(
    holder: str | None, certainty: str, answers: list[HolderRecord] | None, verdict: str
) -> None:
    asked = StateQuestion("?", "1849-06-01", "Metz", None, holder, certainty)
    assert judge_state(asked, answers, EMPTY) == verdict


GOLD = {
    "claims": [
        {
            "id": "a-1",
            "trigger": {"text": "captured", "start": 14, "end": 22},
            "type": "seize",
            "status": "asserted",
            "actor": ["General Ferri"],
            "target": ["Metz"],
            "place": ["Metz"],
            "time": {"earliest": "1849-05-04", "latest": "1849-05-04"},
        },
        {"id": "a-2", "trigger": {"text": "Metz", "start": 23, "end": 27}, "type": "other", "status": "denied"},
    ],
    "states": [
        {"question": "who?", "place": "Metz", "date": "1849-05-05", "holder": "Ferri", "certainty": "certain"},
        {"question": "who else?", "place": "Metz", "date": "1849-05-05", "holder": "Ferri", "certainty": "possible"},
    ],
}
TEXT = "General Ferri captured Metz on 4 May 1849."


def write(folder: Path, data: object = GOLD, text: str = TEXT) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "text.txt").write_text(text, "utf-8")
    (folder / "gold.json").write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return folder


def test_texts_are_read_and_compared(tmp_path: Path) -> None:
    write(tmp_path / "one")
    scores = evaluate_claims([tmp_path], language="en")
    assert [text.name for text in scores.texts] == ["one"]
    assert [state.verdict for state in scores.states] == ["right", "overclaim"]
    assert scores.record()["whole"]["right"] == 1
    assert [e["is"] for e in error_records(scores)] == ["missing", "overclaim"]
    missing, overclaim = say_errors(scores)
    assert missing.split() == [
        "missing",
        "one",
        "a-2",
        '"Metz"',
        "other",
        "denied",
        "undated",
        *["-", ">", "-", "@", "-"],
    ]
    assert overclaim.startswith("overclaim one who else?: Ferri (possible) | told: General Ferri (certain)")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("{", "not JSON"),
        ({}, '"claims" is missing'),
        ({"claims": [{**GOLD["claims"][1], "status": "sure"}]}, 'claims: a-2: status "sure" is none of'),
        (
            {"claims": [{**GOLD["claims"][1], "trigger": {"text": "Nancy", "start": 23, "end": 27}}]},
            '"Nancy" does not stand at 23',
        ),
        ({"claims": [{"id": "a-3"}]}, "a-3: 'trigger' is missing"),
        ({"claims": [], "states": [{"question": "?", "date": "1849"}]}, "states: 1: it asks of nothing"),
    ],
)
def test_a_gold_that_is_none_is_named(tmp_path: Path, data: object, told: str) -> None:
    folder = write(tmp_path / "bad", data)
    with pytest.raises(SourceError) as caught:
        list(find_chronicles([folder]))
    assert told in str(caught.value)
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no gold chronicle; name a folder that holds text\.txt and gold\.json"):
        list(find_chronicles([tmp_path]))
    (write(tmp_path / "half") / "text.txt").unlink()
    with pytest.raises(SourceError, match=r"text\.txt: cannot be read"):
        list(find_chronicles([tmp_path]))
