"""What came of what, in whole sentences: causes, what followed, what ensued, deeds that did more."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harvest failed in 1788, which led to riots.", "failed < riots"),
        ("The revolt of May gave rise to protests.", "revolt < protests"),
        ("The king's flight cleared the way for the proclamation of a republic.", "flight < proclamation"),
        ("The revolt of May led to a wave of arrests.", "revolt < arrests"),
        ("The tax on salt provoked a riot.", "provoked < riot"),
        ("The war, caused by the seizure of Narva, lasted two years.", "seizure < war"),
        ("The massacre of 1572 was followed by the flight of the pastors.", "massacre < flight"),
        ("Riots followed the arrest of the reeve.", "arrest < Riots"),
        ("A landing preceded the conquest of Narva.", "landing < conquest"),
        ("The reeve was arrested, and riots followed.", "arrested < riots"),
        ("The reeve was arrested. Riots ensued.", "arrested < Riots"),
        ("The Danes seized Narva. The ensuing battle cost the reeve his life.", "seized < battle"),
        ("The Danes seized Narva. In the war that followed, the reeve was killed.", "seized < killed"),
        ("The Danes seized Narva; the subsequent riots cost them their ships.", "seized < riots"),
        ("Alarmed by the fall of Narva, the bishop proclaimed a crusade.", "fall < proclaimed"),
        ("The reeve left the guild, a step which brought the weavers to revolt.", "left < brought"),
        ("In revenge for the seizure of Narva, the Danes killed the reeve.", "seizure < killed"),
        ("In retaliation for the seizure of Narva, the Danes killed the reeve.", "seizure < killed"),
        ("No sooner had the reeve died than the Danes attacked Narva.", "died < attacked"),
        ("Hardly had the reeve died when the Danes attacked Narva.", "died < attacked"),
    ],
)
def test_what_came_of_it_came_after_it(text: str, expected: str) -> None:
    assert expected in Told(text).orders()


@pytest.mark.parametrize(
    "text",
    [
        "The reeve followed the arrest of his son.",
        "The seizure of Narva, a great town, was followed by many.",
        "Alarmed by the veterans of the revolt, the bishop proclaimed a crusade.",
        "The reeve praised a step which brought the weavers to revolt.",
    ],
)
def test_what_is_no_cause_says_nothing_of_the_order(text: str) -> None:
    assert Told(text).orders() == []


def test_what_had_hardly_been_done_was_done_before_that() -> None:
    told = Told("The Danes had scarcely entered Narva in May 1812 when the weavers rose.")
    assert told.status("entered") == "asserted"
    assert (told.time("entered"), told.time("rose")) == ("1812-05", None)
    assert Told("The Danes scarcely entered Narva.").status("entered") == "denied"
