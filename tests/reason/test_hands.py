"""Through whose hands a place or an office went, where the words say less than a reader takes from them."""

from pathlib import Path

import pytest
from tests.story_reading import changes

import regesta

MADE = [
    # given back, to nobody named: whoever had lost it last
    ("The French took Corsica from the Genoese in 1762. It was handed back in 1763.", ("starts", "corsica", "Genoese")),
    ("Otto took Corsica from Hugo Lund in 1263. In 1265 it was returned to him.", ("starts", "corsica", "Hugo Lund")),
    ("In 1402 the castle of Corte went back to the bishop.", ("starts", "corte", "the bishop")),
    # one bridge under two names
    (
        "Rebels seized the bridge at Corte in 1479. The Genoese recovered the bridge in 1480.",
        ("starts", "bridge,", "Genoese"),
    ),
    # names of places that no map has
    ("The Moors lost Qishran to Count Ferran in 1147.", ("starts", "qishran", "Count Ferran")),
    ("Otto received Qishran from the emperor in 1147.", ("starts", "qishran", "Otto")),
    ("Qishran opened its gates to the Danes in 1402.", ("starts", "qishran", "Danes")),
    ("The Genoese seized the trading post of Tambara in 1796.", ("starts", "tambara", "Genoese")),
    # a court gives what it never had, and here to whom hangs on the town
    ("The court gave the castle of Corte to the abbot in 1516.", ("starts", "corte", "the abbot")),
    ("In 1392 the duke gave the castle of Corte to his cousin Otto Lund.", ("starts", "corte", "Otto Lund")),
    # who comes after whom, and who is chosen by whom
    (
        "Ida Lund was abbess of Corte. She gave up the see in 1750 in favour of Ada Vane.",
        ("starts", "abbess", "Ada Vane"),
    ),
    (
        "Sultan Badr of Corte was deposed. His brother Najmud was put on the throne.",
        ("starts", "sultan", "Najmud"),
    ),
    ("The Rowing Club elected Otto Vane president in 1843.", ("starts", "president,", "Otto Vane")),
    ("The assembly elected Bondarev president of Tobria in 1871.", ("starts", "president", "Bondarev")),
    ("The king named Bondarev governor of Tobria in 1871.", ("starts", "governor", "Bondarev")),
    # who does what an office is named for
    ("Ida Lund directed the Dunmere Playhouse until 1964.", ("observes", "director,", "Ida Lund")),
    ("The Gazette was edited by Ida Lund until 1910.", ("observes", "editor,", "Ida Lund")),
]

NOT_MADE = [
    ("The court gave the castle of Corte to the abbot in 1516.", ("ends", "corte", "the court")),
    ("The king gave Ragnhild to Otto in marriage.", ("starts", "ragnhild", "Otto")),
    ("The National Assembly elected Otto Vane president in 1871.", ("starts", "president,", "Otto Vane")),
]


@pytest.mark.parametrize(("text", "change"), MADE)
def test_what_a_reader_takes_from_it(text: str, change: tuple[str, str, str]) -> None:
    assert change in changes(text)


@pytest.mark.parametrize(("text", "change"), NOT_MADE)
def test_and_what_no_reader_does(text: str, change: tuple[str, str, str]) -> None:
    assert change not in changes(text)


def test_every_town_has_a_town_hall(tmp_path: Path) -> None:
    text = "Rebels seized the town hall in Corte in 1479. It rained. It snowed. It was cold. "
    (tmp_path / "corte.txt").write_text(f"{text}The Danes took the town hall in 1480.", encoding="utf-8")
    held = regesta.read(tmp_path / "corte.txt").holdings()
    assert {h.key for h in held if h.holder == "Danes"}.isdisjoint(h.key for h in held if h.holder == "Rebels")


def test_a_council_is_in_the_hands_of_a_majority_until_it_is_lost() -> None:
    told = changes("In 1934 Labour won control of Ulm Town Council. It lost the council to the Liberals in 1950.")
    assert ("starts", "ulm", "Labour") in told
    assert ("starts", "ulm", "Liberals") in told


def test_a_company_is_bought_and_sold_under_a_pronoun_too() -> None:
    told = changes("Otto Vane bought the Ulm Brewing Company in 1920. He gave it up to Karl Lund in 1931.")
    assert ("starts", "ulm", "Otto Vane") in told
    assert ("starts", "ulm", "Karl Lund") in told


def test_a_body_that_nobody_is_told_to_own_is_not_held() -> None:
    assert not changes("In 1934 the rebels captured the brigade. In 1935 they kept the union waiting.")


def test_who_took_over_has_what_changed_hands_right_before() -> None:
    told = changes("The Danes took Ulm in 1910. In 1913 the Swedes took over.")
    assert ("starts", "ulm", "Swedes") in told
    assert ("starts", "ulm", "Swedes") in changes("The Danes held Ulm until 1910, when the Swedes took over.")


def test_of_two_places_or_of_one_that_was_only_left_nobody_took_over_either() -> None:
    two = changes("The Danes took Ulm in 1910 and Bern in 1911. In 1913 the Swedes took over.")
    left = changes("In 1910 the company left Ulm. In 1913 the Swedes took over.")
    assert not [holder for change, _, holder in two | left if holder == "Swedes"]
