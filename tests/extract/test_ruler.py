"""Rules of single words, looked up once a kind of word, fit where spaCy's own matcher says."""

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from regesta.extract.syntax.ruler import remember_rules

ONE_WORD = [[{"TAG": "NN"}], [{"LOWER": "the"}], [{"LOWER": {"IN": ["march", "may"]}, "TAG": {"NOT_IN": ["NN"]}}]]
NEIGHBOURS = [[{"DEP": "det"}, {"TAG": "NN"}], [{"TAG": "NN", "OP": "+"}], [{"LOWER": "may"}, {}, {"IS_ALPHA": False}]]
ANY_WORD = [[{}], [{"LENGTH": {">=": 4}}], [{"TEXT": {"REGEX": "^[A-Z]"}}]]

WORDS = [
    *("The DT det", "town NN nsubj", "held VBD ROOT", ". . punct", "In IN prep", "March NNP pobj", "the DT det"),
    *("March NN nsubj", "may MD aux", "begin VB ROOT", ", , punct", "and CC cc", "May NNP nsubj", "town NN compound"),
    *("hall NN obj", "? . punct"),
]


def ruled(*rules: list[list[dict[str, object]]]) -> tuple[Language, AttributeRuler]:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    for patterns in rules:
        ruler.add(patterns, {"POS": "X"})
    return nlp, ruler


def docs(nlp: Language) -> list[Doc]:
    words, tags, deps = zip(*(line.split() for line in WORDS), strict=True)
    whole = Doc(nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
    bare = Doc(nlp.vocab, words=words[::-1])
    return [whole, bare, Doc(nlp.vocab), Doc(nlp.vocab, words=["may"])]


@pytest.mark.parametrize(
    "rules",
    [
        [ONE_WORD],
        [NEIGHBOURS],
        [ANY_WORD],
        [[p] for p in (*NEIGHBOURS, *ONE_WORD, *ANY_WORD)],
        [[NEIGHBOURS[0], ONE_WORD[0]], ONE_WORD],
    ],
)
def test_the_same_rules_fit(rules: list[list[list[dict[str, object]]]]) -> None:
    nlp, ruler = ruled(*rules)
    expected = [ruler.match(doc) for doc in docs(nlp)]
    remember_rules(nlp, {})
    assert [ruler.match(doc) for doc in docs(nlp)] == expected
    assert [ruler.match(doc) for doc in docs(nlp)] == expected, "and again, from memory"
    assert any(expected)
