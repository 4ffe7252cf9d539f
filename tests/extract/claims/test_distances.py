"""Times that count from a happening: so long after or before it, or within what lasted."""

import pytest
from claim_reading import Told


def times(text: str, trigger: str) -> list[str | None]:
    """EDTF of every claim with that trigger."""
    told = Told(text)
    return [c.time.when.edtf if c.time.when else None for c in told.claims if told.quote(c.trigger) == trigger]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The battle of Lida was fought on 3 May 1450. Two days after the battle the town surrendered.", "1450-05-05"),
        ("Lida was besieged from 3 May 1450. On the third day of the siege the town surrendered.", "1450-05-05"),
        (
            "The siege of Lida began on 13 June 1648. In the second week of the siege the town surrendered.",
            "[1648-06-20..1648-06-26]",
        ),
        ("Two days before the coup of 3 May 1950 the fort surrendered.", "1950-05-01"),
        ("On the eve of the battle of 3 May 1450 the fort surrendered.", "1450-05-02"),
        ("The strike began on 3 May 1890. A week into the strike the owners surrendered.", "1890-05-10"),
        (
            "The mill was built in 1820; ten years after its construction the owners surrendered it.",
            "[1830-01-01..1830-12-31]",
        ),
        ("In the two weeks after the battle of 3 May 1450 the fort surrendered.", "[1450-05-03..1450-05-17]"),
        ("In the five years after the war of 1450 the fort surrendered.", "[1450-01-01..1455-12-31]"),
        ("In the three years before the revolt of 1450 the fort surrendered.", "[1447-01-01..1450-12-31]"),
        ("In the years after the war of 1450 the fort surrendered.", "1450-01-01/.."),
        ("The war began in 1402. In its second year the town surrendered.", "[1403-01-01..1404-12-30]"),
        ("Otto's reign began on 3 May 1402, and in its third year Lund surrendered.", "[1404-05-03..1405-05-02]"),
        ("In its second year the town surrendered.", None),
        ("Three months after the battle the town surrendered.", None),
    ],
)
def test_what_is_counted_from_a_happening(text: str, expected: str | None) -> None:
    assert times(text, "surrendered") == [expected]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The fort fell on 5 May 1450, two days after the battle of Lida.", "battle", ["1450-05-03"]),
        ("The fort fell on 5 May 1450, two days after the mine had exploded.", "exploded", ["1450-05-03"]),
        ("The hall was sold in 1850, ten years after the death of its founder.", "death", ["[1840-01-01..1840-12-31]"]),
        ("Otto was arrested on 3 May 1450. A week after his arrest he was tried.", "arrest", []),
    ],
)
def test_what_happened_so_long_before(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Lida was besieged in 1450. During the siege the mill burned down.", "burned down", ["1450"]),
        ("Otto arrived on 3 May 1450. Shortly after the disastrous raid the mill burned down.", "raid", [None]),
    ],
)
def test_a_noun_names_what_a_verb_told(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Otto was born in 1850. He entered the guild at the age of fourteen.",
            "entered",
            ["[1864-01-01..1865-12-30]"],
        ),
        ("Born on 3 March 1850, Otto was only twenty when he was elected.", "elected", ["[1870-03-03..1871-03-02]"]),
        ("Otto was born in 1850. His wife entered the guild at the age of fourteen.", "entered", [None]),
        ("The reign of Otto (1204–1220) ended in war.", "reign", ["1204/1220"]),
    ],
)
def test_what_somebody_did_at_an_age_and_how_long_they_reigned(
    text: str, trigger: str, expected: list[str | None]
) -> None:
    assert times(text, trigger) == expected
