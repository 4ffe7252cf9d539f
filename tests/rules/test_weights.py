"""weights.tsv: read as written, missing without harm, every mistake named."""

from pathlib import Path

import pytest

from regesta.errors import KnowledgeError
from regesta.rules.problems import Problems
from regesta.rules.weights import FILE, Weights, read_weights

GOOD = "# who taught it\n(bias)\t1.5\n(least)\t-0.6\nlemma=fall\t-0.25\nafter=,\t0.2\n"


def read(folder: Path, text: str | None) -> Weights:
    if text is not None:
        (folder / FILE).write_text(text, encoding="utf-8")
    problems = Problems()
    weights = read_weights(folder, "knowledge/xx", problems)
    problems.stop()
    return weights


def test_it_is_read_as_written(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == Weights({"lemma=fall": -0.25, "after=,": 0.2}, 1.5, -0.6)


def test_a_language_may_have_none(tmp_path: Path) -> None:
    assert read(tmp_path, None) == Weights()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + "lemma=rise\n", "knowledge/xx/weights.tsv: [line 6]: write a trait, a tab and a number"),
        (GOOD + "lemma=rise\tmuch\n", "[line 6]"),
        (GOOD.replace("(least)\t-0.6\n", ""), "[(least)]: is missing; write the file anew"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        read(tmp_path, text)
    assert said in str(raised.value)
