"""For how long something was had: where only a length is told, it is counted from when somebody came to it."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Weiss became mayor in 1840 and held the office for ten years.", "held", "1840/1850-12-31"),
        ("Weiss became mayor in 1840. He held the office for ten years.", "held", "1840/1850-12-31"),
        ("Weiss was mayor of Lund for ten years from 1840.", "mayor", "1840/1850-12-31"),
        ("On 3 May 1340 the Danes took Lund. They held it for three weeks.", "held", "1340-05-03/1340-05-24"),
        ("The Danes seized Lund on 3 May 1340 and occupied it for three weeks.", "occupied", "1340-05-03/1340-05-24"),
        ("Otto became king in 1340 and ruled ten years.", "ruled", "1340/1350-12-31"),
        ("Otto became king in 1340. His reign lasted three years.", "reign", "1340/1343-12-31"),
        ("The Danes held the fort for three days in July 1340.", "held", "1340-07"),
        ("Appointed dean in 1840, Weiss served for six years.", "served", "1840/1846-12-31"),
    ],
)
def test_what_was_had_so_long_ended_then(text: str, trigger: str, expected: str) -> None:
    assert Told(text).time(trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Weiss became mayor in 1840. He held the office for more than ten years.", "held"),
        ("Weiss became mayor in 1840. Reed held another office for ten years.", "held"),
        ("Weiss became mayor in 1840.\n\nHe held the office for ten years.", "held"),
        ("In 1850 Weiss fell ill. He had been mayor for ten years.", "mayor"),
    ],
)
def test_what_is_vague_or_of_another_is_not_counted(text: str, trigger: str) -> None:
    assert Told(text).time(trigger) is None


def test_a_length_before_something_is_no_day() -> None:
    told = Told("Weiss served as mayor of Lund for three years before Reed replaced him in 1843.")
    assert told.time("served as") is None
    assert told.time("replaced") == "1843"
