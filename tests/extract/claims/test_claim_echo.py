"""What is told of a happening told before, and what opens, follows and looks back in a sentence: read for real."""

import pytest
from claim_reading import Told


def test_what_took_place_during_something_told_before_has_its_time() -> None:
    told = Told(
        "The siege lasted from 3 March 1412 to 9 July 1412. During the siege the townsmen burned the mills. "
        "After the siege the duke pardoned the council. Before the siege the bishop left the town."
    )
    assert told.time("burned") == "1412-03-03/1412-07-09"
    assert told.claim("burned").time.basis == "inherited"
    assert told.time("pardoned") is None
    assert {"siege < pardoned", "left < siege"} <= set(told.orders())


def test_a_noun_points_back_to_the_last_of_its_type_under_whatever_word() -> None:
    told = Told(
        "The town was attacked by rebels in May 1411. In March 1416 Otto raided the port. "
        "During this attack eighteen sailors were killed."
    )
    assert told.time("killed") == "1416-03"


def test_a_noun_that_two_happenings_answer_to_says_nothing() -> None:
    told = Told(
        "A siege began on 3 March 1412. A siege of the castle began on 9 July 1415.\n\n"
        "After the siege the duke pardoned the council."
    )
    assert not [o for o in told.orders() if o.endswith("< pardoned")]


def test_a_clause_that_opens_the_sentence_lends_its_day() -> None:
    told = Told("When the emperor entered the city on 4 May 1204, the patriarch fled.")
    assert told.time("fled") == "1204-05-04"
    told = Told("Although the emperor entered the city on 4 May 1204, the patriarch fled.")
    assert told.time("fled") is None


def test_a_relative_clause_behind_a_comma_takes_the_story_further() -> None:
    told = Told("The fleet sailed to Rhodes in 1309, which it besieged for a year.")
    assert "sailed < besieged" in told.orders()
    told = Told("In January the army entered Pavia, where the bishop held power.")
    assert not [o for o in told.orders() if "held" in o]


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        ("On 5 June 1644 the sheriff seized arms stored in the chapel.", "stored < seized"),
        ("After the abbot's death in 1455, the prior wanted to leave the valley.", "death < leave"),
    ],
)
def test_what_was_done_before(sentence: str, earlier: str) -> None:
    assert earlier in Told(sentence).orders()
