"""What is left open where a sentence does not tell it, though something in it might be taken for it: read for real."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("sentence", "trigger", "day"),
    [
        ("Although the abbey was back where it had been in 1420, the duke sold the town.", "sold", None),
        ("Kern sold the mill, although he had been ill since 1841.", "sold", None),
        ("In 1841 the duke fled. Kern burned the winter food supplies.", "burned", None),
        ('The choir sang "Blue Christmas" and left.', "sang", None),
        ("The council ordered the evacuation of Arras before 5 May 1421.", "ordered", None),
        ("The council ordered the evacuation of Arras before 5 May 1421.", "evacuation", "../1421-05-05"),
        ("Kern praised the duke when he wrote that the mill had burned in 1841.", "praised", None),
        ("Kern sold the mill when the Danes, who had landed in 1841, left.", "sold", None),
        ("They said that they held out until 1841 and Kern sold the mill.", "sold", None),
        ("The ongoing war between Ulm and Bern intensified on 3 May 1841.", "war", None),
        ("Attacks on the mill increased in 1841.", "Attacks", "1841"),
        ("Kern sold the mill while he was ill in 1841.", "sold", "1841"),
        ("Kern sold the mill in the winter of 1841.", "sold", "1841-24"),
    ],
)
def test_a_time_of_something_else_is_no_time_of_it(sentence: str, trigger: str, day: str | None) -> None:
    assert Told(sentence).time(trigger) == day


def test_a_thing_that_cannot_act_is_not_whom_a_word_for_people_means() -> None:
    assert Told("Brandt burned the stores of grain, forcing them to flee to Arras.").who("flee") == ["?"]
    assert Told("Brandt beat the rebels, forcing them to flee to Arras.").who("flee") == ["rebels"]


def test_whose_men_did_it_may_be_whom_it_was_done_to() -> None:
    told = Told("Otto Weiss was sent there. When Karl Brandt came up, Weiss's men left him.")
    assert told.who("left", "target") == ["?"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "role", "words"),
    [
        ("Brandt massed guns on the northern road.", "massed", "target", ["guns"]),
        ("The queen became honoured in Arras.", "honoured", "target", ["The queen"]),
        ("The queen became honoured in Arras.", "honoured", "actor", []),
        (
            "The Danes were pursued and routed at the bridge by a force of archers.",
            "routed",
            "actor",
            ["a force of archers"],
        ),
        ("They shelled the barges at Narva.", "shelled", "target", ["the barges"]),
        ("They joined the league in the war.", "joined", "target", ["the league"]),
        ("They took part in the war.", "took part", "target", ["the war"]),
        ("The press was praised under Otto Weiss.", "praised", "actor", []),
        ("The convent was razed under Otto Weiss.", "razed", "actor", ["Otto Weiss"]),
        ("The women fed the troops from their homes.", "fed", "actor", ["The women"]),
        (
            "The Danes forced a truce at Narva on 3 May 1778, the last great battle in the north.",
            "forced",
            "target",
            ["a truce"],
        ),
        ("They burned Narva to the ground.", "burned", "target", ["Narva"]),
        (
            "It came from Otto Weiss in a report to the king that blamed the guilds.",
            "blamed",
            "actor",
            ["a report"],
        ),
    ],
)
def test_where_it_was_and_whom_it_was_done_to_are_not_mixed_up(
    sentence: str, trigger: str, role: str, words: list[str]
) -> None:
    assert Told(sentence).role(trigger, role) == words


def test_what_one_is_praised_for_came_before() -> None:
    assert Told("In May 1841 Kern praised her for the rescue of the guard.").time("rescue") is None


def test_a_war_is_not_what_was_beaten_in_it() -> None:
    told = Told("The Danes met their one defeat of the war near Lund.")
    assert "the war" not in told.role("defeat", "target")
    assert told.role("defeat", "actor") == []


def test_what_led_to_it_came_before() -> None:
    assert Told("As a result of the Battle of Lund, the Danes took Arras on 5 May 1421.").time("Battle") != "1421-05-05"


def test_a_deed_does_no_other() -> None:
    assert Told("The exhibition of the guard was exemplified by raids.").role("exhibition", "actor") == []
