"""What is told of a happening told before, and what opens, follows and looks back in a sentence: read for real."""

import pytest
from claim_reading import Told


def test_what_took_place_during_something_told_before_has_its_time() -> None:
    told = Told(
        "The siege lasted from 3 March 1412 to 9 July 1412. During the siege the townsmen burned the mills. "
        "After the siege the duke pardoned the council. Before the siege the bishop left the town."
    )
    assert told.time("burned") == "[1412-03-03..1412-07-09]"
    assert told.claim("burned").time.basis == "inherited"
    assert told.time("pardoned") is None
    assert {"siege < pardoned", "left < siege"} <= set(told.orders())


def test_a_noun_points_back_to_the_last_of_its_type_under_whatever_word() -> None:
    told = Told(
        "The town was attacked by rebels in May 1411. In March 1416 Otto raided the port. "
        "During this attack eighteen sailors were killed."
    )
    assert told.time("killed") == "1416-03"


def test_what_took_place_during_what_goes_on_was_not_on_its_first_day() -> None:
    told = Told("The siege of Ulm began on 3 March 1412. During the siege the bishop died.")
    assert told.time("died") is None
    assert "siege < died" in told.orders()


def test_what_took_place_during_it_lies_between_how_it_began_and_how_it_ended() -> None:
    told = Told(
        "The siege of Ulm began on 3 March 1412. It was a hard spring. The siege ended on 9 July 1412. "
        "During the siege the bishop died."
    )
    assert {"siege < died", "died < ended"} <= set(told.orders())
    told = Told("The siege began on 3 March 1412. It ended on 9 July 1412. Six men died during the siege.")
    assert {"began < died", "died < ended"} <= set(told.orders())


def test_what_an_article_makes_a_noun_is_one_and_the_same_happening() -> None:
    told = Told("The rising began on 3 March 1412. The rising was crushed on 9 July. Six monks died in the rising.")
    assert {"began < died", "died < crushed"} <= set(told.orders())


def test_who_was_made_to_do_something_during_it_did_it_then() -> None:
    told = Told("The war lasted from 1412 to 1415. During the war the monks were forced to leave Ulm.")
    assert told.time("leave") == "[1412..1415]"


def test_what_a_happening_ended_on_is_not_the_day_of_the_fighting() -> None:
    told = Told("The revolt ended on 9 July 1412. In the fighting the mill was destroyed.")
    assert told.time("destroyed") is None


@pytest.mark.parametrize("noun", ["this raid", "the Danish raid", "the second raid"])
def test_a_noun_with_more_to_it_means_none_of_another_passage(noun: str) -> None:
    told = Told(f"The raid on Ulm was in May 1412.\n\nThe duke gathered his men. During {noun} the bishop died.")
    assert told.time("died") is None


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


def test_a_happening_that_is_said_to_have_done_something_did_it_in_its_time() -> None:
    told = Told("The siege lasted from 3 March 1412 to 9 July 1412. The siege killed ten monks.")
    assert told.time("killed") == "1412-03-03/1412-07-09"
    told = Told("A siege began on 3 March 1412. The siege killed ten monks.")
    assert told.time("killed") is None


def test_this_with_a_noun_takes_up_the_last_of_its_kind_under_another_word() -> None:
    told = Told("In March 1416 Otto raided the port. In this attack eighteen sailors were killed.")
    assert told.time("killed") == "1416-03"
    assert "attack" not in [told.quote(c.trigger) for c in told.claims]
    told = Told("In March 1416 Otto raided the port. In an attack eighteen sailors were killed.")
    assert told.time("killed") is None


@pytest.mark.parametrize(
    ("sentence", "follows"),
    [
        ("This ended the siege of the castle.", True),
        ("This culminated in a revolt.", True),
        ("In response, the bishop left the town.", True),
        ("In exchange, the bishop left the town.", True),
        ("The bishop quickly left the town.", True),
        ("The bishop left the town soon after.", True),
        ("The bishop left the town soon after his trial.", False),
        ("The bishop reacted by leaving the town.", True),
        ("In response to many letters, the bishop left the town.", False),
        ("In silence, the bishop left the town.", False),
        ("The bishop left the town.", False),
    ],
)
def test_a_sentence_says_by_its_words_that_it_comes_after_the_one_before(sentence: str, follows: bool) -> None:
    told = Told(f"On 5 June 1412 the duke arrested the council. {sentence}")
    assert any(o.startswith("arrested < ") for o in told.orders()) is follows


def test_what_is_joined_by_but_is_the_last_thing_told() -> None:
    told = Told(
        "On 2 May 1412 the duke took Alba. His brother marched north, but there he was beaten by the bishop on 9 June. "
        "The bishop then turned south."
    )
    assert "beaten < turned" in told.orders()


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("The kings signed a treaty on 3 May 1350. This treaty recognized the abbey.", "recognized", "1350-05-03"),
        ("On 7 June 1351 the council passed a law. The law abolished the tithe.", "abolished", "1351-06-07"),
        ("On 7 June 1351 the council passed a law. A law abolished the tithe.", "abolished", None),
        ("On 7 June 1351 the council passed a law.\n\nThe law abolished the tithe.", "abolished", None),
        ("On 7 June 1351 the council passed a law. The bishop abolished the tithe.", "abolished", None),
    ],
)
def test_what_a_paper_says_or_does_it_does_when_it_is_made(text: str, trigger: str, time: str | None) -> None:
    assert Told(text).time(trigger) == time


def test_it_means_the_happening_that_the_sentence_before_is_about() -> None:
    told = Told(
        "The siege lasted from 3 March 1412 to 9 July 1412. It destroyed ten houses. It did not reach the abbey."
    )
    assert [told.time("destroyed"), told.time("reach")] == ["1412-03-03/1412-07-09"] * 2
    told = Told("The siege lasted from 3 March 1412 to 9 July 1412. The duke raised an army. It destroyed ten houses.")
    assert told.time("destroyed") is None


def test_a_noun_that_names_what_befell_whom_again_has_the_time_that_was_told() -> None:
    told = Told(
        "Otto Hagen was captured on 3 May 1412 near Alba.\n\nShortly after the capture of Otto Hagen, the duke fled."
    )
    assert told.time("capture") == "1412-05-03"
    told = Told("Otto Hagen was captured on 3 May 1412 near Alba.\n\nAfter the capture of Karl Weber, the duke fled.")
    assert told.time("capture") is None


def test_who_is_told_of_behind_a_comma_did_it_in_that_year() -> None:
    told = Told("In 1420 the king made peace with the duke, who retired from the war.")
    assert told.time("retired") == "1420"
    told = Told("The king made peace in 1420 with the duke, who later retired from the war.")
    assert told.time("retired") is None
    told = Told("The king made peace on 3 May 1420 with the duke, who retired from the war.")
    assert told.time("retired") is None


def test_whoever_is_given_an_office_beside_a_deed_has_it_from_then_on() -> None:
    told = Told("On 26 October 1455, Otto proclaimed a republic, with himself as president.")
    assert told.time("president") == "1455-10-26/.."


def test_what_is_meant_in_a_clause_of_time_is_for_that_time_or_later() -> None:
    told = Told("In 1412 when the duke decided to keep the castle, the king ordered his arrest.")
    assert (told.time("decided"), told.time("keep")) == ("1412", None)


def test_a_participle_that_binds_a_time_lends_it_to_the_sentence() -> None:
    assert Told("Starting in 1360, the peasants fought back.").time("fought") == "1360/.."
    assert Told("Living in Alba since 1360, the peasants fought back.").time("fought") is None


def test_what_goes_on_goes_on_behind_what_was_told() -> None:
    told = Told("On 5 June 1412 the king asked for a truce. But the rebels continued advancing.")
    assert "asked < advancing" in told.orders()


def test_what_a_light_verb_carries_comes_next_as_a_verb_does() -> None:
    told = Told("He was driven out of Alba in 1415, but soon gained the support of the monks.")
    assert "driven out < support" in told.orders()
    told = Told("He was driven out of Alba in 1415, but the duke gained the support of the monks.")
    assert "support" not in " ".join(told.orders())


def test_what_was_then_attempted_comes_after_what_was_told() -> None:
    told = Told("On 5 June 1412 the duke fled. He then tried to raise an army.")
    assert "fled < raise" in told.orders()


def test_what_has_no_date_is_not_put_before_the_date_of_what_is_told_next() -> None:
    told = Told("The duke fled. On 5 June 1412 the abbey finally burned.")
    assert told.orders() == []
