"""To whom it was done and who did it, where a verb leaves open which: sentences read for real."""

import pytest
from claim_reading import Told

TURNED = "The bishop had turned against the guilds."
RISING = "The revolt by two villages against the abbot lasted a month."


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words"),
    [
        # people do what other things undergo
        (TURNED, "turned", "actor", ["The bishop"]),
        ("Prices had fallen and the fever worsened.", "worsened", "target", ["the fever"]),
        ("The fighting began in May, and it ended in June.", "ended", "actor", []),
        ("A third faction emerged in 1848.", "emerged", "actor", ["A third faction"]),
        # whoever it is against
        (TURNED, "turned", "target", ["the guilds"]),
        (RISING, "revolt", "target", ["the abbot"]),
        ("The monks roused the villagers against the abbot.", "roused", "target", ["the villagers", "the abbot"]),
        ("Against the abbot's hopes, the villagers fled.", "fled", "target", []),
    ],
)
def test_who_did_it_and_to_whom(text: str, trigger: str, role: str, words: list[str]) -> None:
    """Both as a careful reader would note them."""
    assert Told(text).role(trigger, role) == words
