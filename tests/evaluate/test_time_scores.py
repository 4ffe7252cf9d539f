"""Scores: the same as those of the scorer of the development texts, and what is wrong with a corpus is named."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import regesta
from regesta.api.evaluation import evaluate_times
from regesta.evaluate import Tag, count_document, find_corpora

SHARED = Path(__file__).resolve().parents[3] / "shared"
WIKIWARS = SHARED / "corpora" / "timex" / "wikiwars-dev.jsonl"

TIMEML = """<?xml version="1.0"?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="1871-06-01" functionInDocument="CREATION_TIME">June 1, 1871</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="1871-05-03">3 May 1871</TIMEX3> &amp;
left <s>two <TIMEX3 tid="t2" type="DURATION" value="P2D">days</TIMEX3></s>.</TEXT></TimeML>"""


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = SHARED / "score" / "score_times.py"
    if not path.is_file():
        pytest.skip("the scorer is missing")
    spec = importlib.util.spec_from_file_location("score_times", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@pytest.mark.parametrize("fold", [False, True])
def test_the_figures_are_those_of_the_other_scorer(scorer: Any, fold: bool) -> None:
    documents = [json.loads(line) for line in WIKIWARS.read_text("utf-8").splitlines()]
    tagged = {d["doc"]: [t.record() for t in regesta.tag(d["text"], language="en")] for d in documents}
    counts, measures, rows, _ = scorer.score(documents, tagged, fold)
    (ours,) = evaluate_times([WIKIWARS], language="en", fold=fold)
    names = {"strict": "strict", "overlapping": "relaxed", "value": "value", "strict_value": "strict_value"}
    for name, theirs in names.items():
        scores = ours.total.scores(name)
        wanted = tuple(measures[f"{theirs}_{part}"] for part in ("p", "r", "f1"))
        assert (scores.precision, scores.recall, scores.f1) == pytest.approx(wanted, abs=1e-12)
    assert ours.total.value_accuracy == pytest.approx(measures["value_acc"], abs=1e-12)
    assert (ours.total.gold, ours.total.system) == (counts["gold"], counts["system"])
    assert [(name, c.gold, c.value) for name, c in ours.documents] == [(r["doc"], r["gold"], r["value"]) for r in rows]


TAGS = st.lists(
    st.tuples(
        st.integers(0, 30),
        st.integers(0, 6),
        st.sampled_from(["1848", "1848-05", "P3DE", "P30Y", "1848-05-03T17", "1848-05-03T17:00", "", None]),
    ),
    max_size=8,
)


@pytest.mark.shared
@given(TAGS, TAGS, st.booleans())
def test_any_tags_are_counted_as_by_the_other_scorer(scorer: Any, gold: Any, system: Any, fold: bool) -> None:
    right = [{"start": a, "end": a + n + 1, "value": v or "", "type": "DATE"} for a, n, v in gold]
    found = [{"start": a, "end": a + n, "value": v, "type": "DATE"} for a, n, v in system]
    counts, *_ = scorer.score([{"doc": "x", "text": "x" * 40, "gold": right}], {"x": found}, fold, True)
    ours = count_document(
        [Tag(t["start"], t["end"], t["value"], t["type"]) for t in right],
        [Tag(t["start"], t["end"], t["value"], t["type"]) for t in found],
        fold=fold,
    )
    for name, theirs in (("gold", "gold"), ("system", "system"), ("strict", "strict"), ("overlapping", "relaxed")):
        assert getattr(ours, name) == counts[theirs]
    assert (ours.value, ours.strict_value, ours.type) == (counts["value"], counts["strict_value"], counts["type"])


def test_right_and_wrong_are_told_apart() -> None:
    gold = [Tag(0, 4, "1848"), Tag(10, 20, "1848-05-03"), Tag(30, 35, None)]
    system = [Tag(0, 4, "1848"), Tag(12, 20, "1848-05-03"), Tag(30, 35, "P2D"), Tag(50, 54, "1900")]
    counts = count_document(gold, system)
    assert (counts.strict, counts.overlapping, counts.value, counts.strict_value) == (2, 3, 2, 1)
    assert counts.scores("value").precision == 0.5
    assert counts.scores("value").recall == pytest.approx(2 / 3)
    assert count_document([], []).scores("strict").f1 == 0


def test_timeml_is_read_with_its_offsets_and_its_date(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.tml").write_text(TIMEML)
    (corpus,) = find_corpora([tmp_path])
    (document,) = corpus.documents
    assert document.name == "sub/x.tml"
    assert document.date == "1871-06-01"
    assert document.text == "They met on 3 May 1871 &\nleft two days."
    assert [(document.text[t.start : t.end], t.value, t.type) for t in document.tags] == [
        ("3 May 1871", "1871-05-03", "DATE"),
        ("days", "P2D", "DURATION"),
    ]
