"""Which words of a sentence tell of a happening, each once."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Governor Walter Haas opened the bridge.", ["opened"]),
        ("The arrest of the reeve sparked a riot.", ["arrest", "riot"]),
        ("Two crowns signed a treaty in May.", ["signed"]),
        ("Germany signed an armistice in May.", ["signed"]),
        ("The Danes forced Walter to leave Narva.", ["forced", "leave"]),
        ("Walter was forced to leave Narva.", ["leave"]),
        ("The weavers burned Narva. The operation was costly.", ["burned"]),
        ("The weavers burned Narva. The operation in May was costly.", ["burned", "operation"]),
        ("The envoy saw signs of unrest in May.", []),
        ("A week of riots ended the strike.", ["riots", "ended"]),
        ("The guards took Narva using ladders.", ["took"]),
        ("The feud came to a sudden end in May.", ["end"]),
    ],
)
def test_each_happening_is_told_once(sentence: str, expected: list[str]) -> None:
    told = Told(sentence)
    assert [told.quote(c.trigger) for c in told.claims] == expected
