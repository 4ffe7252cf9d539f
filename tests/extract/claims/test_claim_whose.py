"""Whose deed it is and to whom, where more names stand near: read for real."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("sentence", "trigger", "role", "who"),
    [
        ("Including the barges, Denmark announced plans to buy 12 ships.", "announced", "actor", ["Denmark"]),
        ("Many guilds joined to stop him, including weavers and masons.", "stop", "target", ["him"]),
        ("The Danish force was itself besieged in Lund.", "besieged", "target", ["The Danish force"]),
        ("The arsenal in Halle, Saxony was seized in May.", "seized", "target", ["The arsenal"]),
        ("Only the fort of Halle, Saxony, prevented the siege.", "prevented", "actor", ["the fort of Halle"]),
        ("A year after Narva, Otto, the hero of Narva, was wounded.", "wounded", "target", ["Otto"]),
        ("The dean was replaced with his cousin Otto.", "replaced with", "actor", ["Otto"]),
        ("The Danes had difficulty taking the fort.", "taking", "actor", ["The Danes"]),
        ("The guilds objected to Danish support of the bishop.", "support", "target", ["the bishop"]),
        ("His acts led to the Danish acquisition of the mines.", "acquisition", "actor", ["Danish"]),
        ("The diet was thanked for its recognition of the league.", "recognition", "target", ["the league"]),
        ("The Danes invaded Norway in Operation Winter.", "invaded", "target", ["Norway"]),
        ("The raid happened at the same time as the flood.", "raid", "target", []),
        ("The chapter decides which dean is elected.", "decides", "target", []),
    ],
)
def test_who_has_a_part_in_it(sentence: str, trigger: str, role: str, who: list[str]) -> None:
    assert Told(sentence).role(trigger, role) == who


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The consul mentions, in passing, an embassy.", "passing"),
        ("The edict broke with a long succession of charters.", "succession"),
    ],
)
def test_turns_of_phrase_tell_of_nothing(sentence: str, word: str) -> None:
    told = Told(sentence)
    assert word not in [told.quote(c.trigger) for c in told.claims]
