"""A time without a comma behind it does not swallow the subject of its clause."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words", "edtf"),
    [
        (
            "The fort fell on 3 May 1702. The following day the new prefect, Henri Lasalle, was killed.",
            "killed",
            "target",
            ["Henri Lasalle"],
            "1702-05-04",
        ),
        (
            "The walls held, and in the summer of 1075 Kallistos recaptured Varna.",
            "recaptured",
            "actor",
            ["Kallistos"],
            "1075-22",
        ),
        (
            "In 1402 and 1403 the Danes raided Lund, and in 1405 they burned it.",
            "raided",
            "actor",
            ["the Danes"],
            "[1402..1403]",
        ),
        (
            "The siege began on 3 March 1402, and on the twelfth of May the town fell.",
            "fell",
            "target",
            ["the town"],
            "1402-05-12",
        ),
        ("In 1563, 1593, and 1603 Otto raided Lund.", "raided", "actor", ["Otto"], "1563"),
        ("By decree of 17 March 1808 guilds were banned.", "banned", "target", ["guilds"], "1808-03-17"),
        ("In the Livonian War Narva was taken in 1558.", "taken", "target", ["Narva"], "1558"),
        ("At the end of the Kalmar Rebellion King Otto fled in 1389.", "fled", "actor", ["King Otto"], "1389"),
    ],
)
def test_a_time_that_runs_on_into_its_clause(text: str, trigger: str, role: str, words: list[str], edtf: str) -> None:
    told = Told(text)
    assert told.role(trigger, role) == words
    assert told.time(trigger) == edtf


def test_nothing_is_put_into_the_text() -> None:
    told = Told("In 1702 Varna fell to the fleet. That winter the Danes left.")
    assert all(told.quote(r.span) in told.document.text for c in told.claims for r in c.roles)
    assert told.quote(told.claims[-1].trigger) == "left"
