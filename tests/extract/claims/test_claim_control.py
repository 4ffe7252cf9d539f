"""Who does what a clause without a subject of its own tells: the object of its verb, its subject, or nobody named."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("The duke ordered the guards to burn the bridge.", "burn", ["the guards"]),
        ("The duke used a ruse to take the fort.", "take", ["The duke"]),
        ("The duke launched a raid to seize the fort.", "seize", ["The duke"]),
        ("The duke attacked the Danish fleet to prevent a landing.", "prevent", ["The duke"]),
        ("The duke forced the Danes to leave Lund.", "leave", ["the Danes"]),
        ("The ships were scuttled to prevent a landing.", "prevent", []),
        ("The guards were sent to relieve the fort.", "relieve", ["The guards"]),
        ("The toll was used to build a bridge.", "build", []),
        ("His plan was to seize the fort.", "seize", ["His"]),
        ("The charter gave the burghers the right to elect a mayor.", "elect", ["the burghers"]),
        ("The gates were destroyed by the Danes, ending the war.", "ending", ["the Danes"]),
        ("Otto was defeated by the Danes, losing his guns.", "losing", []),
        ("Gunfire killed four students in Ohio, which provoked an outcry.", "provoked", []),
        ("Troops attacked several Danish villages killing twenty people.", "killing", []),
        ("An attempt was made by the rebels to storm the fort.", "storm", ["the rebels"]),
        ("An attempt was made to storm the fort.", "storm", []),
        ("The Danes called on the garrison to yield the fort.", "yield", ["the garrison"]),
        ("The pope appealed to the princes to seize Lund.", "seize", ["the princes"]),
        ("The guard seized two gates, which led to the battle of Lund.", "battle", []),
        ("Otto, in response to the rising, concluded that the forts were weak.", "concluded", ["Otto"]),
        ("The league united all the guilds opposed to the bishop.", "opposed to", ["all the guilds"]),
        ("Tension grew in 1907 due to the duke's giving sanctuary to the rebels.", "giving", ["the duke"]),
        ("Talks opened upon the coming to power of Otto in 1967.", "coming", []),
    ],
)
def test_who_does_what_a_clause_below_tells(sentence: str, trigger: str, actors: list[str]) -> None:
    assert Told(sentence).role(trigger, "actor") == actors


def test_a_place_that_a_relative_clause_tells_of_stays() -> None:
    assert Told("The fleet sailed from Tunis, which was conquered in 1535.").role("conquered", "target") == ["Tunis"]


def test_beside_whoever_did_it_where_from_is_nobody() -> None:
    told = Told("The rising was supported by Danish ships from bases in Lund.")
    assert told.role("supported", "actor") == ["Danish ships"]


def test_who_is_forced_into_a_retreat_retreats() -> None:
    assert Told("The Danes took Lund, forcing the Swedes into retreat.").role("retreat", "actor") == ["the Swedes"]


def test_what_began_with_a_murder_did_not_commit_it() -> None:
    assert Told("The regency began with the king's assassination.").role("assassination", "actor") == []


def test_an_aim_is_not_what_somebody_joined() -> None:
    told = Told("Savoy entered the war with the goal of recovering Nice.")
    assert told.role("entered", "target") == ["the war"]


def test_whoever_is_aided_is_not_under_the_helpers_commander() -> None:
    told = Told("They were helped by two companies, under the command of General Brandt.")
    assert told.role("command", "target") == []


def test_where_somebody_is_invited_to_is_not_invited() -> None:
    assert Told("The envoy invited the rebels to the embassy.").role("invited", "target") == ["the rebels"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The photographs caused a great deal of anger.", "deal"),
        ("They hoped for the creation of one free and united Norway.", "united"),
        ("The town fell to the league, leading to a famine.", "leading"),
    ],
)
def test_what_only_fills_a_phrase_is_no_happening(sentence: str, word: str) -> None:
    told = Told(sentence)
    assert word not in [told.quote(c.trigger) for c in told.claims]


def test_what_is_ordered_to_be_razed_is_not_whoever_ordered_it() -> None:
    assert Told("The khan then ordered Reval to be razed.").role("razed", "target") == ["Reval"]
