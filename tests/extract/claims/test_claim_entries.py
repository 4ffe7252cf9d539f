"""Entries of a chronicle: a date before a dash or a colon, or in a cell of its own, is that of all that follows."""

from claim_reading import Told

LIST = """# The year 1848

- 13 March – Students march on the palace; troops fire on the crowd. The chancellor resigns
- **15 March**: the king promises a charter. Two days later the mob storms the arsenal. The guards flee.
- On 6 October the minister is killed by the mob. The court flees.
"""
TABLE = """
| Date | Event |
|------|-------|
| 6 Oct 1849 | Thirteen officers are hanged at Arad. Their estates are seized |
| about 1851 | The charter is repealed. |
"""


def dates(text: str) -> dict[str, str]:
    told = Told(text, name="list.md")
    return {told.quote(c.trigger): c.time.when.edtf if c.time.when else "" for c in told.claims}


def test_a_date_set_off_dates_all_that_the_entry_tells() -> None:
    found = dates(LIST)
    assert {found[w] for w in ("march on", "fire on", "resigns")} == {"1848-03-13"}
    assert found["promises"] == "1848-03-15"


def test_an_entry_that_tells_another_date_is_no_longer_of_its_first() -> None:
    found = dates(LIST)
    assert (found["storms"], found["flee"]) == ("1848-03-17", "")


def test_a_date_within_a_sentence_opens_no_entry() -> None:
    found = dates(LIST)
    assert (found["killed"], found["flees"]) == ("1848-10-06", "")


def test_a_cell_that_is_a_date_dates_the_row() -> None:
    found = dates(TABLE)
    assert (found["hanged"], found["seized"], found["repealed"]) == ("1849-10-06", "1849-10-06", "1851~")


def test_what_had_come_before_is_not_of_the_entry() -> None:
    assert dates("- 3 May 1832: the regent is deposed. He had betrayed the league.")["betrayed"] == ""


def test_a_date_that_is_a_sentence_of_its_own_dates_the_entry() -> None:
    told = Told("Tuesday, 9 June 1772. The schooner was burned at Warwick.", name="log.txt")
    assert told.time("burned") == "1772-06-09"
