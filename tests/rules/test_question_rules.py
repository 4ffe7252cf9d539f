"""Question forms: examples of every language run, mistakes are told with file, entry and remedy."""

from pathlib import Path

import pytest

from regesta.errors import KnowledgeError, QuestionError
from regesta.extract.times import parse_date
from regesta.rules.load import languages_with, load_rules
from regesta.rules.problems import Problems
from regesta.rules.questions import SLOTS, QuestionRules, read_question_rules

GOOD = """
[words]
small = ["the"]
endings = [["ied", "y"], ["s", ""]]
[[form]]
asks = "when"
says = "when did it fall?"
patterns = ["when did (the)? {what} (happen|occur)?"]
examples = [{ text = "when did it fall?", what = "it fall" }]
"""


def read(text: str, folder: Path) -> QuestionRules:
    (folder / "questions.toml").write_text(text, "utf-8")
    problems = Problems()
    rules = read_question_rules(folder, "knowledge/xx", problems)
    problems.stop()
    return rules


@pytest.mark.parametrize("language", languages_with("questions.toml"))
def test_the_examples_of_every_form(language: str) -> None:
    rules = load_rules(language)

    def is_date(words: str) -> bool:
        try:
            return parse_date(words, rules.times) is not None
        except QuestionError:
            return False

    for form in rules.questions.forms:
        for example in form.examples:
            read_as = rules.questions.understand(example.text, is_date)
            assert read_as is not None, example.text
            assert (read_as.asks, dict(read_as.slots)) == (form.asks, dict(example.slots))
        for text in form.not_examples:
            other = rules.questions.understand(text, is_date)
            assert other is None or other.asks != form.asks, text


@pytest.mark.parametrize("language", languages_with("questions.toml"))
def test_every_language_asks_everything_that_can_be_asked(language: str) -> None:
    assert {form.asks for form in load_rules(language).questions.forms} == set(SLOTS)


def test_a_deed_is_of_a_known_type(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match='"dance" is no type of happening'):
        read(GOOD + '[deeds]\ndance = ["tomber"]\n', tmp_path)


def test_elisions_are_words_and_accents_may_be_left_out(tmp_path: Path) -> None:
    form = """
[words]
elisions = ["l"]
[[form]]
asks = "where"
says = "où est l'île ?"
patterns = ["où était (l')? {what}"]
examples = [{ text = "où était l'île ?", what = "île" }]
"""
    rules = read(form, tmp_path)
    told = {q: rules.understand(q) for q in ("Où était l’île de l'Or ?", "ou etait l'ile", "ou étais l'ile")}
    assert [None if t is None else t.slots["what"] for t in told.values()] == ["île de l'Or", "ile", None]


def test_slots_take_whole_words_and_what_may_be_left_out_is(tmp_path: Path) -> None:
    rules = read(GOOD, tmp_path)
    told = {q: rules.understand(q) for q in ("When did the theatre occur?", "WHEN DID x", "when did", "when didst x")}
    assert [None if t is None else t.slots["what"] for t in told.values()] == ["theatre", "x", None, None]


def test_plain_forms_and_small_words(tmp_path: Path) -> None:
    rules = read(GOOD, tmp_path)
    assert rules.content("the Théâtre of Lyon") == ("theatre", "of", "lyon")
    assert list(rules.plain_forms("tried")) == ["tried", "try"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"when"', '"wen"'), 'asks "wen" is none of .*; did you mean "when"?'),
        (("{what}", "{place}"), r"its slots must be \{what\}"),
        (("(the)?", "(the"), "check its parentheses"),
        (('says = "when did it fall?"', ""), 'the key "says" is missing'),
        (("examples =", "example ="), 'unknown key "example"; did you mean "examples"?'),
        (('["s", ""]', '"s"'), "must be a pair"),
        (("{what}", "{wh}at}"), "means nothing here"),
    ],
)
def test_mistakes(change: tuple[str, str], told: str, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=told) as error:
        read(GOOD.replace(*change), tmp_path)
    assert all(line.startswith("knowledge/xx/questions.toml: [") for line in str(error.value).splitlines())
