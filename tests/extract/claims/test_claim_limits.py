"""From when, or until when, something was so: what the word before a dated noun says of what is told."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Before the Act of 1834 the vestry governed Lund.", "governed", "../1834"),
        ("Prior to the Act of 1834 the vestry governed Lund.", "governed", "../1834"),
        ("The school was closed after the Act of 1834.", "closed", "1834/.."),
        ("Following the Act of 1834 the vestry closed its school.", "closed", "1834/.."),
        ("Since the Act of 1834 the guardians had governed Lund.", "governed", "1834/.."),
        ("The vestry governed Lund until the Act of 1834.", "governed", "../1834"),
        ("Up to the Constitution of 1812 the viceroy governed Lund.", "governed", "../1812"),
        ("Under the Act of 1834 the vestry closed its school.", "closed", "1834"),
    ],
)
def test_a_dated_thing_bounds_what_was_before_or_after_it(text: str, trigger: str, expected: str) -> None:
    assert Told(text).time(trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Otto was bishop of Lund from 1180 to his death in 1210.", "bishop", "1180/1210"),
        ("Otto served as sheriff from 1180 to his resignation in 1210.", "served as", "1180/1210"),
        ("From 1180 to his death in 1210 Otto ruled Lund.", "ruled", "1180/1210"),
        ("Otto was abbot from his election in 1301 until his death in 1320.", "abbot", "1301/1320"),
        ("From his election in 1301 until 1320 Otto ruled Lund.", "ruled", "1301/1320"),
        ("From the Act of 1834 until the war of 1870 the guardians governed Lund.", "governed", "1834/1870"),
        ("Otto was not crowned until his return in 1402.", "crowned", "1402"),
    ],
)
def test_from_one_dated_happening_to_another(text: str, trigger: str, expected: str) -> None:
    assert Told(text).time(trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Otto was bishop of Lund from 1180 to his death in 1210.", "death", "1210"),
        ("From his election in 1301 until 1320 Otto ruled Lund.", "election", "1301"),
        ("Otto fled from the siege in 1301.", "fled", "1301"),
        ("Otto marched to the coast in 1301.", "marched", "1301"),
    ],
)
def test_the_noun_keeps_its_own_time(text: str, trigger: str, expected: str) -> None:
    assert Told(text).time(trigger) == expected
