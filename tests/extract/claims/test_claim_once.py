"""One happening is one claim, and words that only name, order or hope tell of none."""

import pytest
from claim_reading import Told


def triggers(text: str) -> list[str]:
    told = Told(text)
    return [told.quote(c.trigger) for c in told.claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The war began in May 1618.", ["began"]),
        ("A war against Sweden began in May 1618.", ["war", "began"]),
        ("The envoys called for a declaration of war.", ["called for", "declaration"]),
        ("The Swedes were forced to retreat.", ["retreat"]),
        ("The rebels succeeded in taking the fort.", ["taking"]),
        ("The emperor declared war on Venice.", ["declared war"]),
        ("The league waged a campaign against Venice.", ["campaign"]),
        ("Do not attack the fort.", []),
        ("This phase is called the Lyonnais War.", ["War"]),
    ],
)
def test_it_is_told_once(text: str, wanted: list[str]) -> None:
    assert triggers(text) == wanted


def test_who_is_named_to_an_office_is_appointed() -> None:
    assert Told("The council named him governor.").kind("named") == "appoint"


def test_a_prefix_is_one_word_with_what_it_changes() -> None:
    told = Told("The Danes re-entered Kalmar, where a counter-attack failed.")
    assert [told.quote(c.trigger) for c in told.claims if told.quote(c.trigger).startswith("re")] == ["re-entered"]
    assert told.role("re-entered", "target") == ["Kalmar"]
