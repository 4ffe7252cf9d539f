"""Who did what, where and when, how firmly and on whose citation: passages on many ages, read with the real parser."""

from functools import cache

import pytest
from claim_passages import PASSAGES
from claim_reading import Told


@cache
def told(passage: str) -> Told:
    return Told(PASSAGES[passage])


@pytest.mark.parametrize(
    ("passage", "trigger", "kind"),
    [
        ("Byzantium", "exiled", "exile"),
        ("Byzantium", "rose against", "revolt"),
        ("Byzantium", "besieged", "siege"),
        ("Byzantium", "recalled", "restore"),
        ("Byzantium", "proclaimed", "proclaim"),
        ("Byzantium", "arrested", "arrest"),
        ("Taiping", "captured", "seize"),
        ("Taiping", "rebelled", "revolt"),
        ("Taiping", "murdered", "kill"),
        ("Taiping", "executed", "execute"),
        ("Taiping", "fall", "seize"),
        ("council", "established", "establish"),
        ("council", "chaired", "hold-office"),
        ("council", "resigned", "leave-office"),
        ("council", "succeeded", "succeed"),
        ("council", "election", "vote"),
        ("council", "dissolved", "dissolve"),
        ("council", "transferred", "cede"),
        ("strike", "struck", "strike"),
        ("strike", "prevented", "prevent"),
        ("strike", "fired on", "attack"),
        ("siege", "laid siege", "siege"),
        ("siege", "repulsed", "defeat"),
        ("siege", "surrendered", "surrender"),
        ("siege", "hanged", "execute"),
        ("siege", "freed", "release"),
        ("plague", "plague", "suffer"),
        ("plague", "ordered", "order"),
        ("plague", "moved", "move"),
        ("plague", "died", "death"),
    ],
)
def test_each_trigger_has_its_type(passage: str, trigger: str, kind: str) -> None:
    assert told(passage).kind(trigger) == kind


@pytest.mark.parametrize(
    ("passage", "trigger", "status"),
    [
        ("Byzantium", "besieged", "asserted"),
        ("Byzantium", "died", "reported"),
        ("Taiping", "sent", "asserted"),
        ("Taiping", "seize", "planned"),
        ("Taiping", "reach", "denied"),
        ("council", "resolved", "asserted"),
        ("council", "build", "planned"),
        ("council", "pay", "denied"),
        ("council", "election", "denied"),
        ("council", "opened", "possible"),
        ("strike", "occupy", "planned"),
        ("strike", "prevented", "asserted"),
        ("strike", "entering", "denied"),
        ("strike", "released", "asserted"),
        ("strike", "fired on", "denied"),
        ("siege", "attack", "denied"),
        ("siege", "abandoned", "asserted"),
        ("plague", "inspect", "planned"),
        ("plague", "fled", "reported"),
        ("plague", "evacuate", "denied"),
        ("plague", "moved", "asserted"),
    ],
)
def test_each_is_told_as_firmly_as_the_text_tells_it(passage: str, trigger: str, status: str) -> None:
    assert told(passage).status(trigger) == status


@pytest.mark.parametrize(
    ("passage", "trigger", "actor", "target"),
    [
        ("Byzantium", "exiled", ["Emperor Michael V"], ["Empress Zoe"]),
        ("Byzantium", "besieged", ["The people of Constantinople"], ["the palace"]),
        ("Byzantium", "recalled", [], ["Zoe"]),
        ("Taiping", "murdered", ["Wei Changhui"], ["Yang Xiuqing"]),
        ("Taiping", "seize", ["An expedition"], ["Peking"]),
        ("Taiping", "fall", [], ["Nanking"]),
        ("Taiping", "collapse", [], ["the rebellion"]),
        ("council", "build", ["the council"], ["a bridge"]),
        ("council", "chaired", ["Alderman Edith Crane"], ["the housing committee"]),
        ("council", "succeeded", ["Thomas Lyle"], ["Alderman Edith Crane"]),
        ("council", "dissolved", [], ["The council"]),
        ("strike", "occupy", ["The union"], ["the harbour"]),
        ("strike", "entering", ["the strikers"], ["it"]),
        ("strike", "released", ["police"], ["her"]),
        ("strike", "signed", [], ["A settlement"]),
        ("siege", "laid siege", ["Duke Raymond"], ["Montclar"]),
        ("siege", "repulsed", ["The garrison", "Hugh of Arsac"], ["two assaults"]),
        ("siege", "surrendered", ["the defenders"], []),
        ("siege", "freed", ["Raymond"], ["the hostages"]),
        ("siege", "protested", ["the bishop of Sarlat"], []),
        ("plague", "inspect", ["the physicians"], ["every house"]),
        ("plague", "moved", ["The council"], ["the sick"]),
    ],
)
def test_who_did_it_and_to_whom(passage: str, trigger: str, actor: list[str], target: list[str]) -> None:
    reading = told(passage)
    assert (reading.role(trigger, "actor"), reading.role(trigger, "target")) == (actor, target)


@pytest.mark.parametrize(
    ("passage", "trigger", "place"),
    [
        ("Byzantium", "exiled", ["the island of Principo"]),
        ("Taiping", "captured", ["Nanking"]),
        ("Taiping", "rebelled", ["Jintian"]),
        ("council", "build", ["Marlow Ford"]),
        ("strike", "signed", []),
        ("siege", "repulsed", []),
        ("siege", "protested", []),
        ("plague", "reached", ["Cremona"]),
    ],
)
def test_where_it_happened(passage: str, trigger: str, place: list[str]) -> None:
    assert told(passage).role(trigger, "place") == place


@pytest.mark.parametrize(
    ("passage", "trigger", "edtf"),
    [
        ("Byzantium", "exiled", "1042-04"),
        ("Byzantium", "recalled", None),
        ("Byzantium", "proclaimed", "1042-04-21"),
        ("Byzantium", "died", None),
        ("Taiping", "proclaimed", "1851"),
        ("Taiping", "sent", "1853-05"),
        ("Taiping", "seize", None),
        ("Taiping", "executed", "1856-11"),
        ("Taiping", "besieged", "1862/.."),
        ("council", "resolved", "1921-05-12"),
        ("council", "build", None),
        ("council", "chaired", "1919/.."),
        ("council", "resigned", "1921-06-03"),
        ("council", "opened", None),
        ("strike", "struck", "1911-08-04"),
        ("strike", "cut", None),
        ("strike", "occupy", None),
        ("strike", "arrested", "1911-08-05"),
        ("strike", "released", "1911-08-05"),
        ("siege", "surrendered", "1241-06-09"),
        ("siege", "entered", "1241-06-10"),
        ("siege", "run out", None),
        ("plague", "ended", "1632"),
        ("plague", "evacuate", None),
    ],
)
def test_when_it_happened_or_that_the_text_does_not_say(passage: str, trigger: str, edtf: str | None) -> None:
    assert told(passage).time(trigger) == edtf


@pytest.mark.parametrize(
    ("passage", "order"),
    [
        ("Taiping", "rebelled < proclaimed"),
        ("Taiping", "sent < seize"),
        ("Taiping", "fall < collapse"),
        ("council", "resolved < build"),
        ("council", "opened < War"),
        ("strike", "cut < struck"),
        ("strike", "planned < occupy"),
        ("siege", "run out < surrendered"),
        ("siege", "protested < abandoned"),
        ("siege", "seized < seized"),
        ("plague", "reported < fell ill"),
    ],
)
def test_what_came_first(passage: str, order: str) -> None:
    assert order in told(passage).orders()


def test_citations_stay_with_the_words_before_them() -> None:
    byzantium = told("Byzantium")
    assert byzantium.claim("exiled").citations == ("1",)
    assert byzantium.claim("besieged").citations == ("2", "3")
    assert byzantium.claim("arrested").citations == ("4",)
    assert byzantium.claim("died").citations == ()


def test_hearsay_names_who_says_it_and_the_words_that_make_it_so() -> None:
    byzantium = told("Byzantium")
    claim = byzantium.claim("died")
    assert claim.said_by is not None
    assert claim.status_cue is not None
    assert (byzantium.quote(claim.said_by), byzantium.quote(claim.status_cue)) == ("Psellos", "According")


def test_one_verb_on_two_days_is_two_claims() -> None:
    siege = told("siege")
    assert [(siege.role("seized", "target", n), siege.role("seized", "actor", n)) for n in (0, 1)] == [
        (["the citadel"], ["His men"]),
        (["the mill"], ["His men"]),
    ]
    assert siege.claim("seized").id != siege.claim("seized", 1).id
    assert siege.time("seized", 1) == "1241-06-11"


def test_a_person_keeps_one_entity_under_short_names_and_pronouns() -> None:
    assert told("siege").who("entered") == told("siege").who("hanged") == told("siege").who("laid siege")
    assert told("strike").who("released", "target") == told("strike").who("arrested", "target") == ["Nora Whelan"]
    assert told("Byzantium").who("proclaimed", "target")[0] == told("Byzantium").who("recalled", "target")[0]


def test_headings_tell_nothing() -> None:
    byzantium = told("Byzantium")
    heading = next(p.span for p in byzantium.findings.passages if p.kind == "heading")
    assert byzantium.quote(heading) == "# A revolt in the capital"
    assert not any(heading.overlaps(c.trigger) for c in byzantium.claims)


@pytest.mark.parametrize(
    ("sentence", "trigger", "actor", "target"),
    [
        ("The rebels took control of Rouen.", "took control", ["The rebels"], ["Rouen"]),
        ("The captain took command of the army.", "took command", ["The captain"], ["the army"]),
        ("The duke laid siege to Rouen.", "laid siege", ["The duke"], ["Rouen"]),
        ("The treaty put an end to the feud.", "end", ["The treaty"], ["the feud"]),
        ("The mob set fire to the mill.", "set fire", ["The mob"], ["the mill"]),
        ("The crowd broke open the prison.", "broke open", ["The crowd"], ["the prison"]),
        ("The khan raised an army of peasants.", "raised", ["The khan"], ["an army of peasants"]),
        ("The queen bore a son.", "bore", ["The queen"], ["a son"]),
        ("The army under General Grant took Vicksburg.", "took", ["The army", "General Grant"], ["Vicksburg"]),
        ("Zoe was succeeded as empress by Basil II.", "succeeded", ["Basil II"], ["Zoe", "empress"]),
        ("The Normans lifted the siege of Rouen.", "lifted", ["The Normans"], ["the siege of Rouen"]),
    ],
)
def test_what_a_phrase_is_about(sentence: str, trigger: str, actor: list[str], target: list[str]) -> None:
    reading = Told(sentence)
    assert (reading.role(trigger, "actor"), reading.role(trigger, "target")) == (actor, target)
    verbs = [c for c in reading.claims if c.trigger.overlaps(reading.claim(trigger).trigger)]
    assert len(verbs) == 1


@pytest.mark.parametrize(
    ("sentence", "trigger", "place"),
    [
        ("The Normans lifted the siege of Rouen.", "lifted", ["Rouen"]),
        ("The Normans burned the walls of Rouen.", "burned", ["Rouen"]),
        ("The mob arrested the bishop of Rouen.", "arrested", []),
        ("The governor was removed from office.", "removed", []),
        ("A settlement was signed.", "signed", []),
    ],
)
def test_a_place_is_where_it_happened_and_not_whose_title_names_it(
    sentence: str, trigger: str, place: list[str]
) -> None:
    assert Told(sentence).role(trigger, "place") == place
