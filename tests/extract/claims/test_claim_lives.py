"""Years in brackets behind a name tell a birth and a death; behind anything else they do not."""

import pytest
from claim_reading import Told


def lives(text: str) -> list[tuple[str, str, str | None]]:
    told = Told(text)
    return [
        (c.type, told.quote(c.trigger), c.time.when.edtf if c.time.when else None)
        for c in told.claims
        if c.evidence.rule.endswith("/life")
    ]


def test_two_years_are_a_birth_and_a_death() -> None:
    told = Told("The map was drawn by Jean Dupont (1783–1850) and Anna Roth (1790 - 1861) at Basel.")
    found = [(c.type, told.quote(c.trigger)) for c in told.claims if c.evidence.rule.endswith("/life")]
    assert found == [("birth", "1783"), ("death", "1850"), ("birth", "1790"), ("death", "1861")]
    assert told.role("1850", "target") == ["Jean Dupont"]
    assert told.time("1783") == "1783"
    bounds = told.claim("1850").time.when
    assert bounds is not None
    assert bounds.start.iso() == ("1850-01-01", "1850-12-31")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mayor, Karl Roth (b. 1872), fled.", [("birth", "b. 1872", "1872")]),
        ("The mayor, Karl Roth (d. Basel, 1931), had fled.", [("death", "1931", "1931")]),
        (
            "Karl Roth (* 1872 in Bern; † 3 May 1931) fled.",
            [("birth", "1872", "1872"), ("death", "3 May 1931", "1931-05-03")],
        ),
        ("The mayor, Karl Roth (born 1872, elected 1910), fled.", [("birth", "1872", "1872")]),
        ("Karl Roth (r. 1451–1481) took the town.", [("hold-office", "r", "1451/1481")]),
        (
            "Karl Roth (c. 1120 – 3 May 1182) wrote it.",
            [("birth", "c. 1120", "1120~"), ("death", "3 May 1182", "1182-05-03")],
        ),
        ("Karl Roth (1901–1906) was mayor of Basel.", []),
        ("The Thirty Years' War (1618–1648) ruined the land.", []),
        ("Karl Roth fled in 1872 (the year of the flood).", []),
    ],
)
def test_what_the_brackets_say(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert lives(text) == wanted


@pytest.mark.parametrize("years", ["1783–1850", "r. 1451–1481", "1902"])
def test_what_a_person_did_is_not_of_the_years_behind_the_name(years: str) -> None:
    assert Told(f"Karl Roth ({years}) signed the charter in Basel.").time("signed") is None


def test_a_verb_in_the_brackets_has_the_time_behind_it() -> None:
    told = Told("Karl Roth (born 3 May 1872 in Bern, died 1931 in Basel) took the fort.")
    assert told.time("died") == "1931"
    assert told.time("took") is None
    assert told.time("3 May 1872") == "1872-05-03"


def test_years_behind_whom_it_was_done_under_are_of_an_office() -> None:
    told = Told("Under Bishop Karl Roth (1043–1072) the abbey was rebuilt.")
    assert told.time("rebuilt") == "1043/1072"
    assert [c.type for c in told.claims if c.evidence.rule.endswith("/life")] == []
