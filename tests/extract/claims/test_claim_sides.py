"""Clauses that a semicolon parts, conditions without "if", who goes by a trade, and times that look back or on."""

import pytest
from claim_reading import Told
from test_claim_when import times


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("He died at Salem, Oregon, on January 9, 1898; his widow outlived him.", "died", ["1898-01-09"]),
        ("He published his book in Ulm, in 1840; it was banned the next year.", "published", ["1840"]),
        ("He published his book in Ulm, in 1840; it was banned the next year.", "banned", ["1841"]),
        ("Born at Kiel; moved to Rome 1829; returned 1837; died Altona, 17 Feb. 1870.", "returned", ["1837"]),
        ("Born at Kiel; moved to Rome 1829; returned 1837; died Altona, 17 Feb. 1870.", "died", ["1870-02-17"]),
        ("The king fled to Ulm; about 1205 the Danes entered Lund.", "fled", [None]),
        ("The siege was raised on 3 May 1340; two days later they left.", "raised", ["1340-05-03"]),
    ],
)
def test_a_time_is_of_its_side_of_a_semicolon(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("They met in October 1945; Weiss, who had arrived in May, led them.", "arrived", ["1945-05"]),
        ("They met in March 1945. By June the Danes had left.", "left", ["../1945-06"]),
        ("He fled in January 1804. In October he had himself crowned king.", "crowned", ["1804-10"]),
        ("It was finished in 1901, and by then 40 men had died.", "died", ["../1901"]),
        ("In 1639 they were banned. From then on only Swedes traded there.", "traded", ["1639/.."]),
        ("In 1871 he came to Ulm, where he stayed into the spring of 1872.", "stayed", ["1871/1872-21"]),
        ("It was painted in 1498 at the earliest.", "painted", ["1498/.."]),
        ("The town was sacked in 1668 and in 1680.", "sacked", ["1668", "1680"]),
        ("In 1840 and in 1844 the Danes raided Ulm.", "raided", ["1840", "1844"]),
        ("He was elected in 1840 and in 1844 he retired.", "elected", ["1840"]),
        ("Weiss was born in 1811. He married at twenty-two.", "married", ["[1833-01-01..1834-12-30]"]),
        (
            "They were freed on 1 August 1838, four years after the act had come into force.",
            "come",
            ["[1834-01-01..1834-12-31]"],
        ),
        ("Upon her marriage in 1594 she brought him the manor.", "brought", ["1594"]),
        ("In 1811 the count bought the spring.", "bought", ["1811"]),
    ],
)
def test_what_looks_back_on_or_up_to_a_time(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Weiss might have been elected had the clerk accepted his papers.", "accepted", "possible"),
        ("Weiss was elected and had the clerk dismissed.", "dismissed", "asserted"),
        ("It was claimed by the monks that the Danes had burned Lund.", "burned", "reported"),
        ("It was argued in some quarters that the Danes had burned Lund.", "burned", "reported"),
        ("The dean had fled, abandoning the guns as he had been told to do.", "abandoning", "asserted"),
        ("The town fell, as Vidal writes.", "fell", "reported"),
    ],
)
def test_whose_word_it_is_and_on_what_condition(text: str, trigger: str, status: str) -> None:
    assert Told(text).status(trigger) == status


def test_what_is_said_of_somebody_is_one_happening() -> None:
    told = Told("The nuns are said to have hidden the relics in a cave.")
    assert [told.quote(c.trigger) for c in told.claims] == ["hidden"]
    assert told.status("hidden") == "reported"


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words"),
    [
        ("The widow Anna Lund asked the king for help.", "asked", "actor", ["The widow Anna Lund"]),
        ("The architect Josefa Vidal designed the hall.", "designed", "actor", ["The architect Josefa Vidal"]),
        ("The widow, Anna Lund, asked the king for help.", "asked", "actor", ["Anna Lund"]),
        ("His grandson sold it to the bishop of Lund.", "sold", "target", ["it", "the bishop of Lund"]),
        ("It was argued in Lund that the Danes had fled.", "fled", "actor", ["the Danes"]),
        ("Briefings given prior to battle reported that they had fled.", "given", "target", ["Briefings"]),
        ("The Danes were beaten by the king near Lund.", "beaten", "place", ["Lund"]),
        ("Weiss worked as a clerk at Lund.", "worked", "place", ["Lund"]),
        ("The envoys went back to Lund.", "went", "place", ["Lund"]),
        ("The shooting of two men at Lund shocked them.", "shooting", "target", ["two men"]),
    ],
)
def test_who_and_where_beyond_what_stands_between(text: str, trigger: str, role: str, words: list[str]) -> None:
    assert Told(text).role(trigger, role) == words


def test_an_infinitive_is_its_own_lemma() -> None:
    assert Told("Weiss wanted to found a school.").kind("found") == "establish"
    assert Told("Weiss found a coin in the field.").kind("found") == "discover"


def test_the_end_of_a_day_is_no_happening() -> None:
    told = Told("Towards the end of the second day they were betrayed. The end of the war came in May.")
    assert [told.quote(c.trigger) for c in told.claims if c.type == "end"] == ["end"]
    assert told.claim("end").sentence == told.claim("came").sentence
