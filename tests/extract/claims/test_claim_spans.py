"""When it was, in whole sentences: what went along, what came before or of it, and what a time is not of."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Danes entered Narva on 3 May 1340, accompanied by the bishop.", "accompanied", "1340-05-03"),
        ("The trial, held at Narva in May 1340, ended in a riot.", "trial", "1340-05"),
        ("The founding of the abbey dates from 1340.", "founding", "1340"),
        ("The date of his ordination is 3 May 1340.", "ordination", "1340-05-03"),
        ("The triumph of the guilds in May 1340 was followed in June by a revolt.", "revolt", "1340-06"),
        ("The war of 1340 provoked a famine and a revolt.", "provoked", "1340/.."),
        ("The weavers resisted the bishop until as late as 1340.", "resisted", "../1340"),
        ("In the ten years after 1340 the weavers burned three mills.", "burned", "[1340-01-01..1350-12-31]"),
        ("The delegates met in May 1340. They voted for war.", "voted for", "1340-05"),
        ("Within days of the landing on 3 May 1340 the reeve abandoned Narva.", "abandoned", "1340-05-03/.."),
        ("On 3 May 1340 the Danes rammed the ship, sinking it within minutes.", "sinking", "1340-05-03"),
        (
            "The reeve fled on 3 May 1340. Before the month was out the weavers rose.",
            "rose",
            "[1340-05-03..1340-05-31]",
        ),
    ],
)
def test_what_went_along_or_came_about_has_the_time_told(text: str, trigger: str, expected: str) -> None:
    assert Told(text).time(trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The garrison had already fled when the Danes entered Narva on 3 May 1340.", "fled"),
        ("The guilds failed in May 1340, leading to a revolt.", "revolt"),
        ("A member of the council from 1340 to 1350, Walter Haas opposed the bishop.", "opposed"),
        ("The league, led by the bishop, fell in May 1340.", "led"),
    ],
)
def test_a_time_is_not_of_what_was_before_or_came_of_it(text: str, trigger: str) -> None:
    assert Told(text).time(trigger) is None


def test_what_was_done_when_something_happened_is_older() -> None:
    told = Told("The garrison had already fled when the Danes entered Narva on 3 May 1340.")
    assert told.orders() == ["fled < entered"]
    assert Told("Until its suppression in 1536 the priory owned the fishery.").orders() == ["owned < suppression"]
