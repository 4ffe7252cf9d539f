"""That nobody had an office for a while, and who filled it then."""

from pathlib import Path

import pytest
from tests.story_reading import changes

import regesta

NOBODY = [
    "Ida Lund became mayor of Ulm in 1872 and died on 3 May 1879. The town had no mayor until January 1880.",
    "Ida Lund became mayor of Ulm in 1872. In May 1879 she left, and the town was without a mayor until 1880.",
    "Ida Lund became mayor of Ulm in 1872. In May 1879 she left, and no mayor was elected until January 1880.",
    "Ida Lund became mayor of Ulm in 1872. In May 1879 she left, and Ulm lacked a mayor until January 1880.",
    "Ida Lund became mayor of Ulm in 1872. In May 1879 she left, and there was no mayor until January 1880.",
]

FILLED = [
    ("Ida Lund was mayor of Ulm. It had no mayor until January 1880, when Otto Vane was elected.", "Otto Vane"),
    ("The post of mayor of Ulm lay vacant until Otto Vane arrived in January 1880.", "Otto Vane"),
    (
        "The mayor of Ulm, Ida Lund, died on 3 May 1879. The chair stood empty. In 1880 Ulm elected Otto Vane.",
        "Otto Vane",
    ),
    ("Ida Lund was mayor of Ulm. Ulm was without a mayor until Otto Vane was appointed in 1880.", "Otto Vane"),
]

NOT_FILLED = [
    # By this it came to stand empty.
    "The post of mayor of Ulm fell vacant in 1880 when Otto Vane was elected.",
    # He is told of before, and only came back.
    "Otto Vane was a baker. The post of mayor of Ulm lay vacant until Otto Vane arrived in January 1880.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_has_what_is_told_to_stand_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "ulm.txt").write_text(text, encoding="utf-8")
    chronicle = regesta.read(tmp_path / "ulm.txt")
    assert [a.certainty for a in chronicle.at("1875-01-01", office="mayor of Ulm").answers] == ["certain"]
    assert not [a for a in chronicle.at("1879-09-01", office="mayor of Ulm").answers if a.certainty == "certain"]


@pytest.mark.parametrize(("text", "holder"), FILLED)
def test_who_fills_an_empty_office_comes_to_it(text: str, holder: str) -> None:
    assert ("starts", "mayor", holder) in changes(text)


@pytest.mark.parametrize("text", NOT_FILLED)
def test_who_leaves_one_empty_does_not(text: str) -> None:
    assert ("starts", "mayor", "Otto Vane") not in changes(text)


def test_what_one_person_has_not_is_no_office() -> None:
    assert not changes("Ida Lund was mayor of Ulm in 1872. The general had no mayor with him.") - changes(
        "Ida Lund was mayor of Ulm in 1872."
    )


def test_who_is_told_to_have_come_to_an_office_and_no_longer_to_have_it_lost_it() -> None:
    """Not who never had it, nor who is told not to have another office."""
    told, lost = "Ida Lund became mayor of Ulm in 1872. ", ("ends", "mayor", "Ida Lund")
    assert lost in changes(told + "In 1879 she was no longer mayor of Ulm.")
    assert lost in changes(told + "By 1879 Ida Lund was no longer mayor.")
    assert lost not in changes(told + "In 1879 she was not mayor of Bern.")
    assert lost not in changes("Ida Lund was a banker. In 1879 she was not mayor of Ulm.")
