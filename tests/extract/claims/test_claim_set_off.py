"""Who is meant, and when, where a long sentence tells of somebody between its commas."""

import pytest
from claim_reading import Told

_REPLACED = ["Karl Brandt", "mayor of Ulm", "Otto Vane"]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "whole"),
    [
        # No person is "which": the cabinet took office.
        ("The cabinet of Otto Vane, which ruled Ulm, fell.", "ruled", "actor", ["The cabinet of Otto Vane"]),
        # A participle between commas is not the verb.
        ("Otto Vane, made acting dean in May 1871, left Ulm.", "left", "actor", ["Otto Vane"]),
        ("Otto Vane, appointed dean in 1871, was recalled in 1874.", "recalled", "target", ["Otto Vane"]),
        ("Otto Vane, appointed dean in 1871, was recalled in 1874.", "appointed", "target", ["Otto Vane", "dean"]),
        # ... also where the verb reads as a participle itself, or the office as who did it.
        ("Sir Otto Vane, appointed dean in 1871, served until 1874.", "appointed", "target", ["Sir Otto Vane", "dean"]),
        ("Mwanga Kisule, appointed mayor of Ulm in 1871, rebuilt the mill.", "rebuilt", "actor", ["Mwanga Kisule"]),
        # Who is put in another's place, behind the name of the office.
        ("They replaced Karl Brandt as mayor of Ulm with Otto Vane.", "replaced", "target", _REPLACED),
        ("Otto Vane replaced Karl Brandt as mayor of Ulm with Ida Lund as deputy.", "replaced", "actor", ["Otto Vane"]),
        ("Otto Vane replaced Karl Brandt as mayor, with Ida Lund as deputy.", "replaced", "actor", ["Otto Vane"]),
        # Who is named only to say that it was somebody else.
        ("The Danes, and not the Swedes, took Ulm.", "took", "actor", ["The Danes"]),
        ("Not the Danes but the Swedes took Ulm.", "took", "actor", ["the Swedes"]),
        ("Not only the Danes but the Swedes took Ulm.", "took", "actor", ["the Danes", "the Swedes"]),
        ("Otto Vane rather than Karl Brandt became mayor.", "became", "actor", ["Otto Vane"]),
        # Whoever is the only one that may have died did.
        ("Otto Vane, sent in his stead, landed in May and died at Ulm in 1692.", "died", "target", ["Otto Vane"]),
        # A name behind what a sentence opens with does what follows.
        ("On his appointment to the royal council Hartmann stepped down.", "stepped down", "actor", ["Hartmann"]),
        ("After the rout of his troops at Ulm, Otto Vane, who was ill, went out.", "went", "actor", ["Otto Vane"]),
        # Whose governor it was did it, and not whose he was.
        ("In 1688 they invested Ulm, whose governor, Otto Vane, capitulated.", "capitulated", "actor", ["Otto Vane"]),
        ("The Danes stormed Ulm, whose bishop, Otto Vane, fled to Rome.", "fled", "actor", ["Otto Vane"]),
        ("The Danes stormed Ulm, whose bishop, Otto Vane, fled to Rome.", "stormed", "target", ["Ulm"]),
        # Who was elected between commas is told to have been.
        ("Otto Vane, elected mayor in 1881, died.", "elected", "target", ["Otto Vane", "mayor"]),
        ("Otto Vane, installed governor by the Danes in May 1812, fled.", "installed", "actor", ["the Danes"]),
        # What a sentence opens with is told of its subject.
        ("Elected mayor of Ulm in 1890, Otto Vane ruled the town.", "Elected", "target", ["Otto Vane", "mayor of Ulm"]),
        # No people stands between "the" and a number of years.
        ("Malta, captured in 1798, was taken by the British two years later.", "taken", "actor", ["the British"]),
        # A place that somebody leaves does nothing.
        ("Otto Vane left London to study law in 1880.", "study", "actor", ["Otto Vane"]),
        ("The king left his brother to govern the town.", "govern", "actor", ["his brother"]),
        # "As" behind a companion says what the companion was.
        ("Otto Vane was appointed in 1674 with Hugo Dorn as his deputy.", "appointed", "target", ["Otto Vane"]),
        ("The council was restored in 1857, with Otto Vane as mayor.", "restored", "target", ["The council"]),
        # Whom a body has as something is that.
        ("The board, which had Otto Vane as its president, met in 1848.", "president", "actor", ["Otto Vane"]),
        # What a sentence opens with ends at the comma.
        ("After raids on Ulm and Bern, Danish troops under Lund entered Hull.", "entered", "target", ["Hull"]),
        (
            "When the club became a limited company, Otto Vane, a retired player, was appointed manager in 1897.",
            "appointed",
            "target",
            ["Otto Vane", "manager"],
        ),
        # Who is made something is no part of what the next is made.
        (
            "Otto Vane of the miners was elected its president and Hugo Dorn became secretary in 1889.",
            "became",
            "actor",
            ["Hugo Dorn"],
        ),
        ("Later in 1868 Hugh Vane of Lund had himself proclaimed emperor as Karl II.", "proclaimed", "target",
         ["himself", "emperor", "Karl II"]),
        ("In 1804 Otto Vane was named governor-general.", "named", "target", ["Otto Vane", "governor-general"]),
    ],
)  # fmt: skip
def test_what_stands_between_commas_is_told_of_its_own_noun(
    text: str, trigger: str, role: str, whole: list[str]
) -> None:
    assert Told(text).role(trigger, role) == whole


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        # What is later than all told before in its sentence is what "the following year" counts from.
        (
            "Otto held Ulm until 1163, and from May 1176 it was held by Hugo Dorn, who died in June of the next year.",
            "died",
            "1177-06",
        ),
    ],
)
def test_the_last_of_the_rising_dates_of_a_sentence_is_counted_from(text: str, trigger: str, edtf: str) -> None:
    when = Told(text).claim(trigger).time.when
    assert when is not None
    assert when.edtf == edtf
