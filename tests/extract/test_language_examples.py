"""The examples in language.toml run, in every language."""

import pytest

from document_reading import LANGUAGES, Pages, language_rules
from regesta.rules.language import Example

SENTENCES = [(lang, e) for lang in LANGUAGES for e in language_rules(lang).sentences.examples]
CITATIONS = [(lang, e) for lang in LANGUAGES for e in language_rules(lang).citations.examples]


def test_every_language_has_examples() -> None:
    assert {lang for lang, _ in SENTENCES} == {lang for lang, _ in CITATIONS} == set(LANGUAGES) != set()


@pytest.mark.parametrize(("language", "example"), SENTENCES, ids=[e.text[:40] for _, e in SENTENCES])
def test_sentences_end_as_the_example_says(language: str, example: Example) -> None:
    assert Pages(example.text, language).words() == list(example.expected)


@pytest.mark.parametrize(("language", "example"), CITATIONS, ids=[e.text[:40] for _, e in CITATIONS])
def test_citations_are_read_as_the_example_says(language: str, example: Example) -> None:
    labels = [label for marker in Pages(example.text, language).markers for label in marker.labels]
    assert labels == list(example.expected)
