"""When did it happen, in whole sentences: what a time is of, and what of it is another happening."""

import pytest
from claim_reading import Told


def times(text: str, trigger: str) -> list[str | None]:
    """EDTF of every claim with that trigger."""
    told = Told(text)
    return [c.time.when.edtf if c.time.when else None for c in told.claims if told.quote(c.trigger) == trigger]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The hall was not handed back until 1919.", "handed", ["1919"]),
        ("The hall was held until 1919.", "held", ["../1919"]),
        ("The charter was sealed on 7 May 1350, and a week later the prior fled.", "sealed", ["1350-05-07"]),
        ("They stayed at Rouen for the first two months of 1350.", "stayed", ["[1350-01..1350-02]"]),
        ("They called a strike for 14 May 1870.", "called", [None]),
        ("By 10 June 1920, Rouen was under siege.", "siege", ["../1920-06-10"]),
        ("They charged Otto with the murder of the dean in May 1905.", "charged", [None]),
        ("They charged Otto with the murder of the dean in May 1905.", "murder", ["1905-05"]),
        ("Otto was convicted of murder in 1905.", "convicted", ["1905"]),
        (
            "On 2 June 1790 they led a raid that resulted in the destruction of Ulm.",
            "destruction",
            ["1790-06-02/.."],
        ),
        ("Escalation of the quarrel began on 3 March 1412.", "Escalation", ["1412-03-03/.."]),
        ("It was confirmed in May 1905 by Otto, Lund's successor.", "successor", [None]),
        ("The 1689 settlement was overturned in 1702.", "overturned", ["1702"]),
        ("The treaty of 1648 was broken the following year.", "broken", ["1649"]),
        ("The Act of 1834 was repealed ten years later.", "repealed", ["1844"]),
        ("Otto was arrested in July and again in October 1830.", "arrested", ["1830-07", "1830-10"]),
        ("The siege of Lund began on 3 March 1402, and on its twelfth day the wells gave out.", "gave", ["1402-03-14"]),
        ("Otto raided Lund in 1402 and in 1403.", "raided", ["[1402..1403]"]),
    ],
)
def test_what_a_time_is_of(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A strike which broke out in October 1859 ended in defeat.", "strike", ["1859-10"]),
        ("A strike which broke out in October 1859 ended in defeat.", "broke out", []),
        ("A strike which broke out in October 1859 ended in defeat.", "ended", [None]),
        ("The revolt, which began in May 1859, spread to the north.", "revolt", ["1859-05/.."]),
        ("The revolt, which began a feud in May 1859, spread to the north.", "revolt", [None]),
    ],
)
def test_when_a_happening_came_about_is_told_in_its_clause(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        (
            "They took Lida on 17 April 1919 and Minsk on 18 April.",
            "took",
            "target",
            [("1919-04-17", ["Lida"]), ("1919-04-18", ["Minsk"])],
        ),
        (
            "The guards surrendered in Rouen on 29 April 1870 and in Lyon on 7 May.",
            "surrendered",
            "place",
            [("1870-04-29", ["Rouen"]), ("1870-05-07", ["Lyon"])],
        ),
        (
            "The chapels were sacked in August 1572 and again six years later.",
            "sacked",
            "target",
            [("1572-08", ["The chapels"]), ("1578", ["The chapels"])],
        ),
        (
            "The moor was fired in 1568, 1570 and again in 1572.",
            "fired",
            "target",
            [("1568", ["The moor"]), ("1570", ["The moor"]), ("1572", ["The moor"])],
        ),
        (
            "The moor was fired in 1568 and again in 1572 and 1580.",
            "fired",
            "target",
            [("1568", ["The moor"]), ("1572", ["The moor"]), ("1580", ["The moor"])],
        ),
        (
            "It lapsed in the autumn of 1572, and the following May war was declared.",
            "lapsed",
            "target",
            [("1572-23", ["It"])],
        ),
        ("They took Lida in May 1572 and the king died in June.", "took", "target", [("1572-05", ["Lida"])]),
        ("They took Lida in May 1572 after the siege of Minsk in June.", "took", "target", [("1572-05", ["Lida"])]),
    ],
)
def test_the_same_deed_at_another_time_is_another_happening(
    text: str, trigger: str, role: str, expected: list[tuple[str, list[str]]]
) -> None:
    told = Told(text)
    found = [
        (c.time.when.edtf if c.time.when else None, [told.quote(r.span) for r in c.fillers(role)])
        for c in told.claims
        if told.quote(c.trigger) == trigger
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("On 3 May 1350 the Danes marched on the farm of a dealer who sold them powder.", "sold", [None]),
        ("On 3 May 1350 the Danes marched to Narva, where they killed the reeve.", "killed", ["1350-05-03"]),
        ("On 3 May 1350 they marched against the orders of the bishop.", "orders", [None]),
        ("In 1350 they held a feast on the anniversary of the siege of Narva.", "siege", [None]),
        ("The treaty guaranteed peace, like the Treaty of Narva of 1350.", "guaranteed", [None]),
        ("The charge on 3 May 1350 is often recalled as the end of the league.", "recalled", []),
        ("A vote in 1350 confirmed him, and the bishop was put under pressure.", "pressure", [None]),
    ],
)
def test_the_time_of_something_else_is_left_out(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Roads Act 1930 was amended in 1960.", "amended", ["1960"]),
        ("The Roads Act 1930 was amended.", "amended", ["1930"]),
        ("Nobody knows when the mill burned; about 1205 the bishop fled.", "fled", ["1205~"]),
    ],
)
def test_the_year_in_a_name_gives_way_and_a_time_behind_a_semicolon_goes_on(
    text: str, trigger: str, expected: list[str | None]
) -> None:
    assert times(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # what only says when another thing was dates that
        (
            "On the eve of the battle, which was fought on 5 May 1388, the earl wrote his will.",
            "battle",
            ["1388-05-05"],
        ),
        ("On the eve of the battle, which was fought on 5 May 1388, the earl wrote his will.", "wrote", ["1388-05-04"]),
        ("After the trial, which took place in May 1388, the earl fled.", "trial", ["1388-05"]),
        ("The trial, which took two years, was moved to Rouen on 5 May 1388.", "moved", ["1388-05-05"]),
        ("The riot, in which a guard died on 5 May 1388, was put down.", "riot", [None]),
        # what is done by something dated
        ("The school was reopened as a college by royal decree of 5 May 1716.", "reopened", ["1716-05-05"]),
        ("In an edict signed at Rouen in May 1598 the duke granted them leave.", "granted", ["1598-05"]),
        ("Under the treaty of 1763 the fort was handed over in July 1764.", "handed over", ["1764-07"]),
        # what was done at a meeting
        ("At a congress held in Ulm in October 1891 the party was founded.", "founded", ["1891-10"]),
        # told of the verb itself, or of what only goes before it
        ("First mentioned in 1186, the village received its charter in 1349.", "received", ["1349"]),
        ("Karl Roth, b. Ulm 12 May 1744, son of a smith; moved to Riga in 1766.", "moved", ["1766"]),
        # whom a sentence singles out
        ("On 3 May 1350 it was the guilds that rebelled.", "rebelled", ["1350-05-03"]),
        # a year that is told of again
        ("In 1492, the year in which Rouen fell, the abbey was built.", "fell", ["1492"]),
        ("1492 was the year the guilds were banned.", "banned", ["1492"]),
        # between commas behind the clause that opens a sentence
        ("By the time the treaty was signed, on 5 May 1898, the guard had fled.", "signed", ["1898-05-05"]),
        ("By the time the treaty was signed, on 5 May 1898, the guard had fled.", "fled", [None]),
        ("As soon as the duke died, on 5 May 1415, the town surrendered.", "died", ["1415-05-05"]),
    ],
)
def test_which_of_two_a_time_is_of(text: str, trigger: str, expected: list[str | None]) -> None:
    assert times(text, trigger) == expected


def test_a_year_counts_from_the_month_told_last() -> None:
    told = Told(
        "Elected in May 1892, he was mayor. He resigned in 1896 and died in May 1911. The next year a school opened."
    )
    assert told.time("opened") == "1912"


def test_a_day_in_brackets_gives_its_year_where_none_was_told() -> None:
    told = Told("After the battle of Narva (30 November 1700) they fled. On 12 December the Danes came back.")
    assert told.time("came back") == "1700-12-12"
