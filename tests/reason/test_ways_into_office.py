"""Who had an office, told by their term in it, by its duties, and by "his" before the name."""

from pathlib import Path

import pytest
from tests.story_reading import holders


@pytest.mark.parametrize(
    "text",
    [
        "Otto Vane's term as mayor of Ulm ran from 1844 to 1850.",
        "Otto Vane, whose term as mayor of Ulm had begun in May 1844, rebuilt the bridge.",
        "Upon his appointment as mayor of Ulm in 1844, Otto Vane rebuilt the bridge.",
        "Otto Vane assumed the duties of mayor of Ulm in 1844.",
        "Otto Vane took up the position of mayor of Ulm in 1844.",
        "Otto Vane won election as mayor of Ulm in 1844.",
    ],
)
def test_came_to_it_in_1844(text: str, tmp_path: Path) -> None:
    assert holders(text, "mayor of Ulm", "1846-01-01", tmp_path) == {"Otto Vane": "certain"}


def test_nobody_comes_to_an_office_on_his_own_death(tmp_path: Path) -> None:
    text = "On his death in 1844, Otto Vane became mayor of Ulm."
    assert "his" not in holders(text, "mayor of Ulm", "1846-01-01", tmp_path)


def test_an_honorary_mayor_is_not_the_mayor(tmp_path: Path) -> None:
    assert holders("Otto Vane was made honorary mayor of Ulm in 1844.", "mayor of Ulm", "1846-01-01", tmp_path) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Vane became mayor of Ulm in 1838. He ceased to be mayor in 1844.",
        "Otto Vane became mayor of Ulm in 1838, a post he held until 1844.",
        "Otto Vane was elected mayor of Ulm in 1838 and re-elected in 1841, and retired in 1844.",
    ],
)
def test_had_it_until_1844(text: str, tmp_path: Path) -> None:
    assert holders(text, "mayor of Ulm", "1842-06-01", tmp_path) == {"Otto Vane": "certain"}
    assert holders(text, "mayor of Ulm", "1845-06-01", tmp_path) == {}


def test_who_succeeded_in_the_sentence_that_tells_until_when_came_then(tmp_path: Path) -> None:
    text = "Karl Lund was mayor of Ulm until 1844 and was succeeded by Otto Vane."
    assert holders(text, "mayor of Ulm", "1845-06-01", tmp_path) == {"Otto Vane": "certain"}
