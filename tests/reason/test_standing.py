"""Who had a place when something befell it, who is named with an office in passing, and what an entry does not give."""

from pathlib import Path

import pytest

import regesta

Said = list[tuple[str, str]]


def ask(tmp_path: Path, text: str, date: str, *, place: str | None = None, office: str | None = None) -> Said:
    source = tmp_path / "story.txt"
    source.write_text(text + "\n", encoding="utf-8")
    answers = regesta.read(source, language="en").at(date, place=place, office=office)
    return [(a.holder, a.certainty) for a in answers.answers]


def test_a_place_told_as_held_when_it_is_entered_was_held_the_day_before(tmp_path: Path) -> None:
    text = "The French invaded Genoese-held Corsica in early May 1768."
    assert ask(tmp_path, text, "1768-04-30", place="Corsica") == [("Genoese", "certain")]
    assert ask(tmp_path, text, "1768-03-30", place="Corsica") == []


def test_whoever_enters_a_place_is_not_said_to_hold_it(tmp_path: Path) -> None:
    text = "On 7 May 1768 the French invaded Corsica."
    assert ask(tmp_path, text, "1768-05-20", place="Corsica") == []


def test_whoever_enters_and_takes_it_has_it(tmp_path: Path) -> None:
    text = "In May 1768 the French invaded and occupied Corsica."
    assert ask(tmp_path, text, "1768-07-01", place="Corsica") == [("French", "certain")]


def test_a_place_seen_held_and_then_taken_was_held_until_it_was_taken(tmp_path: Path) -> None:
    seen = "In January 1768 French forces besieged Bastia, where the Genoese held power."
    text = f"{seen} Bastia was captured by the French on 26 January 1768."
    assert ask(tmp_path, text, "1768-01-25", place="Bastia")[0] == ("Genoese", "certain")
    assert ("French", "certain") in ask(tmp_path, text, "1768-01-27", place="Bastia")


def test_told_after_the_taking_it_shows_nothing_before_it(tmp_path: Path) -> None:
    taken = "Bastia was captured by the French on 26 January 1768."
    text = f"{taken} In January 1768 Sardinian forces besieged Bastia, where the Genoese held power."
    assert ("Genoese", "certain") not in ask(tmp_path, text, "1768-01-25", place="Bastia")


def test_a_loss_by_somebody_else_makes_a_holding_doubtful(tmp_path: Path) -> None:
    text = "General Clarke captured Bastia in 1794. On 5 October 1796 General Brandt evacuated Bastia."
    assert ask(tmp_path, text, "1796-01-01", place="Bastia")[0] == ("General Clarke", "certain")
    assert ("General Clarke", "possible") in ask(tmp_path, text, "1797-01-01", place="Bastia")


@pytest.mark.parametrize(
    ("text", "office", "said"),
    [
        ("On 12 April 1845 President Roche died and was succeeded by Henry Brandt.", "president", "Henry Brandt"),
        ("Roger Clarke was sworn in as mayor of Bastia on 12 April 1845.", "mayor of Bastia", "Roger Clarke"),
    ],
)
def test_an_office_is_had_by_whoever_comes_into_it(tmp_path: Path, text: str, office: str, said: str) -> None:
    assert (said, "certain") in ask(tmp_path, text, "1845-05-01", office=office)


def test_an_office_told_only_beside_a_name_is_possible(tmp_path: Path) -> None:
    text = "The council waited because the mayor, Joseph Clarke, was not certain. In 1845 Clarke ordered a retreat."
    assert ask(tmp_path, text, "1845-05-01", office="mayor") == [("Joseph Clarke", "possible")]


def test_the_office_goes_on_as_far_as_the_phrase_does(tmp_path: Path) -> None:
    text = "In 1845 the then regent of Bastia, Joseph Clarke, launched an expedition."
    assert ask(tmp_path, text, "1845-05-01", office="regent of Bastia") == [("Joseph Clarke", "possible")]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("On 13 June 1794 General Clarke abandoned Bastia to the French.", "Bastia", [("French", "certain")]),
        ("On 13 June 1794 France attached Corsica to its territory.", "Corsica", [("France", "certain")]),
        ("On 13 June 1794 Otto Clarke restored his government in Bastia.", "Bastia", []),
        (
            "On 13 June 1794 Otto Clarke captured the Genoese naval base at Bastia.",
            "Bastia",
            [("Otto Clarke", "possible")],
        ),
    ],
)
def test_what_a_taking_gives(tmp_path: Path, text: str, place: str, said: Said) -> None:
    assert ask(tmp_path, text, "1795-01-01", place=place) == said


def test_troops_that_go_on_occupying_a_place_did_not_come_to_it_then(tmp_path: Path) -> None:
    text = "On 13 June 1794 General Clarke captured Bastia. The French troops occupying Bastia went hungry."
    answers = ask(tmp_path, text, "1794-06-01", place="Bastia")
    assert ("General Clarke", "certain") not in answers
    assert all(certainty == "possible" for _, certainty in answers)


@pytest.mark.parametrize(
    ("text", "office", "holder"),
    [
        ("In 1845 Otto Clarke assumed command of the Danube front.", "command of the Danube front", "Otto Clarke"),
        ("Otto Clarke was the Archbishop of Rouen in 1846.", "Archbishop of Rouen", "Otto Clarke"),
        ("The ambassador to Genoa, Otto Clarke, wrote in 1846.", "ambassador to Genoa", "Otto Clarke"),
        ("Otto Clarke appointed General Brandt as minister of war in 1845.", "minister of war", "General Brandt"),
    ],
)
def test_offices_as_texts_name_them(tmp_path: Path, text: str, office: str, holder: str) -> None:
    assert holder in [name for name, _ in ask(tmp_path, text, "1846-06-01", office=office)]


def test_whoever_is_overthrown_had_the_office_the_day_before_whatever_else_befell_him(tmp_path: Path) -> None:
    text = (
        "President Clarke was overthrown on 2 November 1863. Clarke was executed, and the murder of Clarke shocked all."
    )
    assert ask(tmp_path, text, "1863-11-01", office="president") == [("President Clarke", "certain")]


def test_that_somebody_unnamed_takes_over_an_office_that_several_may_have_ends_nothing(tmp_path: Path) -> None:
    text = "On 2 May 1863 Otto Clarke became president. It was asked when he who took over the presidency would speak."
    assert ("Otto Clarke", "certain") in ask(tmp_path, text, "1863-06-01", office="president")


def test_the_command_of_an_army_is_asked_of_whoever_heads_it(tmp_path: Path) -> None:
    text = "Troops under the command of Roger Brandt left. On 13 June 1845 Otto Clarke took command of the Danube Army."
    assert ("Otto Clarke", "certain") in ask(tmp_path, text, "1845-07-01", office="command of the Danube Army")


def test_what_follows_from_an_office_that_is_only_guessed_is_no_firmer(tmp_path: Path) -> None:
    text = (
        "Otto Clarke became president of Vestria in 1860. In 1861 Anton Roche became governor of Bastia. "
        "In 1862 Rosa Lind replaced Emil Brandt. In 1863 Lind was replaced by Hugo Stern."
    )
    for office in ("president of Vestria", "governor of Bastia"):
        assert ("Hugo Stern", "certain") not in ask(tmp_path, text, "1864-06-01", office=office)


def test_a_title_in_passing_does_not_say_whose_office_another_has(tmp_path: Path) -> None:
    text = "Vestrian Chancellor Otto Vane wrote to London. In 1862 Rosa Lind became chancellor."
    assert ask(tmp_path, text, "1863-06-01", office="Vestrian chancellor") == [("Otto Vane", "possible")]
