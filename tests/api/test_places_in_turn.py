"""How a place comes to somebody: the many ways in which a text says so, and what says nothing of the kind."""

from pathlib import Path

import pytest

import regesta

Said = list[tuple[str, str]]


def ask(folder: Path, text: str, date: str, place: str) -> Said:
    source = folder / "story.txt"
    source.write_text(text + "\n", encoding="utf-8")
    answers = regesta.read(source, language="en").at(date, place=place)
    return [(a.holder, a.certainty) for a in answers.answers]


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Breda opened its gates to the Spaniards on 5 June 1625.", "Breda", "Spaniards"),
        ("Kars passed into Russian hands on 18 June 1625.", "Kars", "Russian"),
        ("The governor of Breda surrendered to the Spaniards on 5 June 1625.", "Breda", "Spaniards"),
        ("The garrison of Breda surrendered to the Spaniards on 5 June 1625.", "Breda", "Spaniards"),
        ("They besieged Breda, whose governor, Vane, capitulated to Spinola on 5 June 1625.", "Breda", "Spinola"),
        ("Ghent yielded to the Spaniards on 5 June 1625.", "Ghent", "Spaniards"),
        ("The Swedes made themselves masters of Prague on 5 June 1625.", "Prague", "Swedes"),
        ("Prague was taken by storm by the Swedes on 5 June 1625.", "Prague", "Swedes"),
        ("After the surrender of Colchester to the Danes on 5 June 1625 the war ended.", "Colchester", "Danes"),
        ("Cyprus was leased to Genoa on 5 June 1625.", "Cyprus", "Genoa"),
        ("Lord Vane sold the manor of Ugbrook to Thomas Reed on 5 June 1625.", "Ugbrook", "Thomas Reed"),
        ("Corsica was granted on 5 June 1625 to the Earl of Essex.", "Corsica", "Earl of Essex"),
        ("Texas joined the Union on 5 June 1625.", "Texas", "Union"),
        ("Kashmir acceded to India on 5 June 1625.", "Kashmir", "India"),
        ("Savoy became French on 5 June 1625.", "Savoy", "French"),
        ("Basutoland became a British protectorate on 5 June 1625.", "Basutoland", "British"),
        ("Malta was granted independence on 5 June 1625.", "Malta", "Malta"),
        ("Gotland was Danish from 1361 to 1645.", "Gotland", "Danish"),
        ("Cameroon, a German protectorate since 1584, was invaded in 1645.", "Cameroon", "German"),
        ("The junta seized Athens on 5 June 1625 and ruled Greece until 4 May 1640.", "Greece", "the junta"),
        ("By the treaty signed at Bastia on 5 June 1625 Lorraine was transferred to Spain.", "Lorraine", "Spain"),
        ("The Danes left Lund on 5 June 1625, and the Swedes occupied the city the same morning.", "Lund", "Swedes"),
        ("The Danes built Fort Reed in 1625.", "Fort Reed", "Danes"),
        ("Polish troops built the fort of Kodarsk on 5 June 1625.", "Kodarsk", "Polish troops"),
        ("Turkish troops held Qishran until 5 June 1625, when the Arabs drove them out.", "Qishran", "Arabs"),
        ("Tibrok fell to the rebel army on 5 June 1625.", "Tibrok", "the rebel army"),
    ],
)
def test_a_place_comes_to_somebody(tmp_path: Path, text: str, place: str, holder: str) -> None:
    ((had, certainty),) = ask(tmp_path, text, "1630-01-01", place)
    assert had == holder
    assert certainty == "certain"


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Vane claimed Corsica for Genoa on 5 June 1625.", "Corsica", "Genoa"),
        ("Mauritius was colonised by the Dutch in 1625.", "Mauritius", "Dutch"),
        ("The Danes entered Lund on 5 June 1625.", "Lund", "Danes"),
    ],
)
def test_a_place_may_be_somebodys(tmp_path: Path, text: str, place: str, holder: str) -> None:
    assert ask(tmp_path, text, "1630-01-01", place) == [(holder, "possible")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("France tried to buy Corsica from Genoa in 1625.", "Corsica"),
        ("Breda did not open its gates to the Spaniards in 1625.", "Breda"),
        ("Utah hoped to join the Union as a state in 1625.", "Utah"),
        ("Geneva became Protestant in 1625.", "Geneva"),
        ("Germany was admitted to the League of Nations in 1625.", "Germany"),
        ("Otto dreamed of conquering Persia in 1625.", "Persia"),
        ("Burgundian wine came to England in 1625.", "England"),
    ],
)
def test_nothing_comes_to_anybody(tmp_path: Path, text: str, place: str) -> None:
    assert ask(tmp_path, text, "1630-01-01", place) == []


@pytest.mark.parametrize(
    ("date", "said"),
    [("1640-07-01", [("Danes", "certain")]), ("1640-09-15", []), ("1641-06-01", [])],
)
def test_what_was_held_for_two_months_was_held_no_longer(tmp_path: Path, date: str, said: Said) -> None:
    text = "The Danes seized Lund on 3 June 1640 and held it for two months."
    assert ask(tmp_path, text, date, "Lund") == said


@pytest.mark.parametrize("doer", ["Men", "No one", "Some"])
def test_nobody_in_particular_has_nothing(tmp_path: Path, doer: str) -> None:
    assert ask(tmp_path, f"{doer} built the fort of Kodarsk in 1635.", "1636-06-01", "Kodarsk") == []


def test_what_was_given_back_may_be_had_no_more(tmp_path: Path) -> None:
    text = "Britain took Corsica from France in 1762. It was returned in 1763."
    assert ("Britain", "certain") not in ask(tmp_path, text, "1764-06-01", "Corsica")
