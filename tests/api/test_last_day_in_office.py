"""On the day on which somebody dies in office the end is told, and the answer says so."""

from pathlib import Path

import pytest

import regesta


@pytest.mark.parametrize("date", ["1720-05-02", "1720-05-03", "1720-05", "1720"])
def test_the_end_of_an_office_is_told_up_to_its_last_day(date: str, tmp_path: Path) -> None:
    source = tmp_path / "arras.txt"
    source.write_text("Governor Anton Vell died on 3 May 1720.", "utf-8")
    (answer,) = regesta.read(source).at(date, office="governor")
    assert answer.certainty == "certain"
    assert answer.until.iso() == ("1720-05-03", "1720-05-03")
