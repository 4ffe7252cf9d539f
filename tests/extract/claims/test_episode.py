"""What goes on with the same: those who meet decide, and what was done on the way or at the ceremony."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The council met on 19 June 1916. It voted for peace.", "voted", "1916-06-19"),
        ("The trial took place on 5 May 1901. The judge sentenced him.", "sentenced", "1901-05-05"),
        ("The council met on 19 June 1916. The king fled.", "fled", None),
        ("The council met on 19 June 1916. It later voted for peace.", "voted", None),
        ("In 1381 the rebels marched to Lida. They burned the mill on the way.", "burned", "1381"),
        ("In 1381 the rebels marched to Lida. They burned the mill.", "burned", None),
        ("Otto was crowned king on 25 July 1850. The abbot performed the rite.", "performed", "1850-07-25"),
    ],
)
def test_what_goes_on_with_the_same(text: str, trigger: str, expected: str | None) -> None:
    told = Told(text)
    found = [c.time.when for c in told.claims if trigger in told.quote(c.trigger)]
    assert [None if when is None else when.edtf for when in found] == [expected]
