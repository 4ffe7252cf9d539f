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
        ("The dean was replaced with his cousin Otto.", "replaced with", "actor", ["his cousin Otto"]),
        ("The Danes had difficulty taking the fort.", "taking", "actor", ["The Danes"]),
        ("The guilds objected to Danish support of the bishop.", "support", "target", ["the bishop"]),
        ("His acts led to the Danish acquisition of the mines.", "acquisition", "actor", ["Danish"]),
        ("The diet was thanked for its recognition of the league.", "recognition", "target", ["the league"]),
        ("The Danes invaded Norway in Operation Winter.", "invaded", "target", ["Norway"]),
        ("The raid took place at the same time as a flood.", "raid", "target", []),
        ("The Danes had 300 soldiers killed at Lund.", "killed", "actor", []),
        ("The duke had the envoy killed.", "killed", "actor", ["The duke"]),
        ("Lund was lost in May and Otto, now an old man, resigned.", "resigned", "actor", ["Otto"]),
        ("The chapter decides which dean is elected.", "decides", "target", []),
        ("Ann came to the Danes, whose commander, Otto Vane, fled.", "commander", "target", ["the Danes"]),
        ("Maria, whose treasurer, Otto Vane, fled in 1305, was angry.", "treasurer", "target", ["Maria"]),
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


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("He built a wall running from Lund to Narva.", "running"),
        ("They quarrelled over the hills surrounding Narva.", "surrounding"),
        ("At the end of the book there is an anecdote.", "end"),
        ("They landed at the northern end of Lake Constance.", "end"),
        ('In that battle he got the nickname of "Stonewall".', "Stonewall"),
        ('The accord "Ending the War and Sharing the Land" was signed.', "Ending"),
        ("The treaty contained a secret clause.", "contained"),
        ("They held high hopes for the fleet.", "held"),
        ("The guards proved unable to hold the bridge.", "proved"),
        ("The edict came as a shock to the guilds.", "came"),
        ("The victory came at a high price.", "came"),
        ("Otto died of a heart attack.", "attack"),
        ("The fall of Lund was a great event.", "event"),
        ("Otto was a member of the peasant movement founded by Hugo.", "movement"),
    ],
)
def test_how_a_thing_lies_and_what_it_is_called_is_no_happening(sentence: str, word: str) -> None:
    told = Told(sentence)
    assert word not in [told.quote(c.trigger) for c in told.claims]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The troops surrounding Narva surrendered.", "surrounding"),
        ("The end of Austria-Hungary came in 1918.", "end"),
        ("The guards contained the rebellion.", "contained"),
        ("An offer made by the duke was refused.", "offer"),
        ("Fortified by the news, they held the bridge.", "held"),
    ],
)
def test_but_these_are_happenings(sentence: str, word: str) -> None:
    assert Told(sentence).claim(word)


@pytest.mark.parametrize("opening", ["With the retreat of the White Army", "After the fall of Lund"])
def test_what_a_preposition_brings_does_nothing(opening: str) -> None:
    told = Told(f"{opening}, Denmark and Norway withdrew their troops.")
    assert told.role("withdrew", "actor") == ["Denmark", "Norway"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "role", "who"),
    [
        ("Their abandonment by the Danish army ruined Lund.", "abandonment", "target", ["Their"]),
        ("The envoys met and signed the pact.", "met", "target", []),
        ("The troops regrouped and captured Narva.", "captured", "target", ["Narva"]),
        ("The Danes attacked and burned Narva.", "attacked", "target", ["Narva"]),
        ("The Danes attacked but suffered heavy losses.", "attacked", "target", []),
        ("In Lent the miller refused and made a counter-offer to the abbot.", "refused", "target", []),
        ("They planned and launched an attack.", "planned", "target", ["an attack"]),
        ("The proposal was sent to the duke and accepted.", "accepted", "target", ["The proposal"]),
        ("The envoys were sent to the duke and agreed.", "agreed", "actor", ["The envoys"]),
        ("The hall was burned, and 400 Danes taken prisoner.", "taken prisoner", "target", ["400 Danes"]),
        ("In 1790 it was decided to seize Ulm.", "seize", "actor", []),
        ("In 1790 it was decided to seize Ulm.", "decided", "target", []),
        ("The guns breached defences on the outskirts of Ulm.", "breached", "target", ["defences"]),
        ("Repression by the council and its use of spies angered Otto.", "Repression", "actor", ["the council"]),
        ("The guard was beaten at the Battle of Blue Licks.", "Battle", "place", ["Blue Licks"]),
    ],
)
def test_what_two_verbs_share(sentence: str, trigger: str, role: str, who: list[str]) -> None:
    assert Told(sentence).role(trigger, role) == who


_PAST = "The Danes took Lund. They burned the mill. Otto fled in May. The guild closed its hall. The dean died."


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The council meets in the old hall and works for the town.", "works"),
        ("The name Lundby comes from the hill.", "comes"),
        ("The annals give few details; the sources disagree.", "disagree"),
        ("The figure is disputed by the monks.", "disputed"),
    ],
)
def test_what_is_so_nowadays_did_not_happen_then(sentence: str, word: str) -> None:
    told = Told(f"{_PAST} {sentence}")
    assert word not in [told.quote(c.trigger) for c in told.claims]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("In 1634 the plan went awry and the fleet withdrew to Varna.", ["withdrew"]),
        ("The talks went badly and Otto left in 1862.", ["left"]),
        ("The fleet went well beyond Varna in 1204.", ["went"]),
        ("The unrest stemmed from the tax that the council raised in 1851.", ["raised"]),
        ("The council stemmed the unrest in 1862.", ["stemmed"]),
    ],
)
def test_how_a_thing_went_or_what_it_came_from_is_no_happening(sentence: str, told: list[str]) -> None:
    found = Told(sentence)
    words = [found.quote(c.trigger) for c in found.claims]
    assert [w for w in words if w.endswith(("ed", "ew", "ent", "eft"))] == told


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The annalist Corin suggests that the Danes left.", "suggests"),
        ("In 1205 the guild leaves Lund.", "leaves"),
        ("The sources have disagreed about it.", "disagreed"),
    ],
)
def test_but_what_is_said_now_is_told(sentence: str, word: str) -> None:
    assert Told(f"{_PAST} {sentence}").claim(word)


def test_a_text_in_the_present_tells_what_happened() -> None:
    told = Told("The Danes take Lund. Otto flees. The dean dies. The guards burn the mill. Hugo joins them.")
    assert told.claim("burn")
    assert told.claim("joins")


def test_what_is_his_of_whom_alone_a_clause_tells_is_his() -> None:
    told = Told("Otto Vane, the mayor, gave the keys to Karl Holt, who kept them until his resignation in 1850.")
    assert told.who("resignation", "actor") == told.who("kept", "actor")


def test_who_died_as_something_was_it_then() -> None:
    told = Told("Otto Vane died in office as regent of Ulm on 3 May 1850.")
    assert told.kind("regent") == "hold-office"
    assert told.who("regent", "actor") == told.who("died", "target")


def test_who_is_he_once_is_not_she_later() -> None:
    told = Told("Robin Lund was the first head. He was succeeded by the engineer Kim Vane, and she retired in May.")
    assert told.who("retired") == ["Kim Vane"]
