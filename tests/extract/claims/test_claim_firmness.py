"""How firmly a sentence tells of a happening: read for real."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The earl escaped execution by fleeing to Ulm.", "fleeing", "asserted"),
        ("The earl escaped execution by fleeing to Ulm.", "execution", "denied"),
        ("The earl had to choose between burning the mill and selling it.", "burning", "possible"),
        ("Every mill in the valley was burned.", "burned", "asserted"),
        ("They were pardoned on condition that they handed over the guns.", "handed over", "planned"),
    ],
)
def test_how_firmly_it_is_said(sentence: str, trigger: str, status: str) -> None:
    assert Told(sentence).status(trigger) == status
