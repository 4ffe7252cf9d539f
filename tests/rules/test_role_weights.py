"""role_weights.tsv: what is read of it, what is told of a broken one, and what holds where a language has none."""

from pathlib import Path

import pytest

from regesta.rules.problems import Problems
from regesta.rules.role_weights import FILE, RoleWeights, probability, read_role_weights


def read(folder: Path, text: str) -> tuple[RoleWeights | None, list[str]]:
    (folder / FILE).write_text(text, encoding="utf-8")
    problems = Problems()
    return read_role_weights(folder, "knowledge/xx", problems), problems.found


def test_weights_add_up_to_odds(tmp_path: Path) -> None:
    weights, found = read(tmp_path, "# learned\ntrait\ttarget\tplace\nbias\t-1\t0\nkind place\t1\t3.5\n")
    assert found == []
    assert weights is not None
    assert weights.roles == ("target", "place")
    target, place = weights.odds(["bias", "kind place", "never seen"])
    assert probability(target) == 0.5
    assert probability(place) == pytest.approx(0.9707, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no line of roles"),
        ("trait\n", "no line of roles"),
        ("trait\tplace\nbias\tmuch\n", "much"),
        ("trait\tplace\nbias\t1\t2\n", "a line is broken"),
        ("trait\tplace\nbias\t1\nbias\t2\n", "told twice"),
    ],
)
def test_a_broken_table_says_where_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    _, found = read(tmp_path, text)
    assert len(found) == 1
    assert found[0].startswith(f"knowledge/xx/{FILE}: ")
    assert told in found[0]
    assert "scripts/train_roles.py" in found[0]


def test_a_language_may_have_none(tmp_path: Path) -> None:
    problems = Problems()
    assert read_role_weights(tmp_path, "knowledge/xx", problems) is None
    assert problems.found == []
