"""Who may have taken a place that fell, where the text names nobody."""

from pathlib import Path

import pytest

import regesta


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In May 1796 the French besieged Mantua. The city fell on 2 February 1797.", {"French": "possible"}),
        ("In May 1796 the French besieged Bergamo. Mantua fell on 2 February 1797.", {}),
        ("In May 1796 the French passed Mantua. The city fell on 2 February 1797.", {}),
        (
            "In May 1796 the French besieged Mantua. Mantua fell to the Russians on 2 February 1797.",
            {"Russians": "certain"},
        ),
    ],
)
def test_whoever_attacked_it_last_before_may_have_taken_it(tmp_path: Path, text: str, told: dict[str, str]) -> None:
    source = tmp_path / "siege.txt"
    source.write_text(f"{text}\n", encoding="utf-8")
    answers = regesta.read(source, language="en").at("1797-03-01", place="Mantua").answers
    assert {a.holder: a.certainty for a in answers} == told
