"""The examples in people.toml run, in every language."""

import pytest

from entity_reading import LANGUAGES, Reading, rules_of
from regesta.rules.people import PeopleExample

EXAMPLES = [(language, e) for language in LANGUAGES for e in rules_of(language)[1].examples]


@pytest.mark.parametrize(
    ("language", "example"), EXAMPLES, ids=[f"{lang}-{e.table}-{e.text[:30]}" for lang, e in EXAMPLES]
)
def test_an_example_is_read_as_it_says(language: str, example: PeopleExample) -> None:
    reading = Reading(example.text, language)
    if example.names is not None:
        assert reading.names() == list(example.names)
    if example.refers is not None:
        assert reading.refers() == list(example.refers)
