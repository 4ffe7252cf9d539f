"""Every time rule reads its own examples, and nothing in its counter-examples; bad entries are named with a remedy."""

from importlib.resources import files
from pathlib import Path

import pytest

from regesta.errors import KnowledgeError, LanguageError
from regesta.extract.times import find_times, tag
from regesta.model.ids import stable_id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import TimeExpression
from regesta.rules.load import available_languages, languages_with, load_rules, require_whole
from regesta.rules.problems import Problems
from regesta.rules.times import Example, TimeRule, TimeRules, read_time_rules

KNOWLEDGE = files("regesta") / "knowledge"
FOLDERS = [folder for folder in KNOWLEDGE.iterdir() if folder.is_dir() and (folder / "times.toml").is_file()]


def load(folder: object) -> TimeRules:
    problems = Problems()
    rules = read_time_rules(folder, problems)  # type: ignore[arg-type]
    problems.stop()
    return rules


RULES = {folder.name: load(folder) for folder in FOLDERS}


def passage(text: str) -> tuple[Document, list[Sentence]]:
    document = Document(stable_id("d", text), "example", text, "xx", "0" * 64, "utf-8")
    return document, [Sentence(stable_id("s", text), Span(document.id, 0, len(text)), stable_id("p", text))]


def read(text: str, rules: TimeRules) -> tuple[list[TimeExpression], Document]:
    document, sentences = passage(text)
    return [*find_times(document, sentences, rules), *tag(document, sentences, rules)], document


def cases() -> list[object]:
    return [
        pytest.param(code, rule, example, id=f"{code}-{rule.name}-{example.words}")
        for code, rules in RULES.items()
        for rule in rules.every()
        for example in rule.examples
    ]


def counter_cases() -> list[object]:
    return [
        pytest.param(code, rule, text, id=f"{code}-{rule.name}-{text}")
        for code, rules in RULES.items()
        for rule in rules.every()
        for text in rule.not_examples
    ]


@pytest.mark.parametrize(("code", "rule", "example"), cases())
def test_a_rule_reads_its_examples(code: str, rule: TimeRule, example: Example) -> None:
    found, document = read(example.text, RULES[code])
    said = {(e.span.quote(document), e.when.edtf if e.when else None, e.value or "") for e in found}
    wanted = [
        (words, edtf, value)
        for words, edtf, value in said
        if words == example.words
        and (example.edtf is None or edtf == example.edtf)
        and (example.value is None or value == example.value)
    ]
    assert wanted, f"{example.words!r} should be {example.edtf or example.value}, found {sorted(map(str, said))}"


@pytest.mark.parametrize(("code", "rule", "text"), counter_cases())
def test_a_rule_leaves_its_counter_examples_alone(code: str, rule: TimeRule, text: str) -> None:
    document, sentences = passage(text)
    assert [e.span.quote(document) for e in tag(document, sentences, RULES[code])] == []


BAD = {
    'pattern = "{month} {yeer}"\nexamples = [{ text = "x", is = "x" }]': 'no word list "yeer"; did you mean "year"?',
    'pattern = "{year}"': "a rule needs examples",
    'pattern = "{year}"\nexample = []': 'unknown key "example"; did you mean "examples"?',
    'pattern = "{year}"\nkind = "dat"\nexamples = [{ text = "x", is = "x" }]': 'no kind "dat"; did you mean "date"?',
    'pattern = "{year}"\nmeans = { yaer = 1 }\nexamples = [{ text = "x", is = "x" }]': 'unknown key "yaer"',
    'pattern = "{year}"\nmeans = { part = "erly" }\nexamples = [{ text = "x", is = "x" }]': '"erly" is no part',
    'pattern = "({year}"\nexamples = [{ text = "x", is = "x" }]': "a parenthesis is not closed",
    'pattern = "{year} {"\nexamples = [{ text = "x", is = "x" }]': "cannot read",
    'pattern = "? {year}"\nexamples = [{ text = "x", is = "x" }]': "a ? with nothing before it",
    'pattern = "{year}"\nbehind = ["{prepositons}"]\nexamples = [{ text = "x", is = "x" }]': 'list "prepositons"',
    'pattern = "{year}"\nexamples = [{ text = "x" }]': "does not say what it is",
    'pattern = "{year}"\nexamples = [{ text = "x", words = "y", is = "x" }]': "do not stand in the example",
    'pattern = "{year}"\nlayer = "word"\nexamples = [{ text = "x", is = "x" }]': 'no layer "word"; did you mean',
}


@pytest.mark.parametrize(("entry", "remedy"), BAD.items())
def test_a_bad_entry_is_named_with_its_remedy(tmp_path: Path, entry: str, remedy: str) -> None:
    words = "[words]\nmonth = { January = 1 }\nprepositions = ['in']\n"
    (tmp_path / "times.toml").write_text(f'{words}[[rule]]\nname = "mine"\n{entry}\n', encoding="utf-8")
    problems = Problems()
    read_time_rules(tmp_path, problems)
    with pytest.raises(KnowledgeError) as raised:
        problems.stop()
    assert "times.toml: [mine]: " in str(raised.value)
    assert remedy in str(raised.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    rule = '[[rule]]\nname = "{}"\npattern = "{{yeer}}"\nexamples = [{{ text = "x", is = "x" }}]\n'
    (tmp_path / "times.toml").write_text(rule.format("one") + rule.format("two") + rule.format("two"), "utf-8")
    problems = Problems()
    read_time_rules(tmp_path, problems)
    assert len(problems.found) == 4
    assert any("two rules have this name" in problem for problem in problems.found)


def test_a_language_may_know_times_only() -> None:
    whole, timed = available_languages(), languages_with("times.toml")
    assert set(whole) < set(timed)
    for language in set(timed) - set(whole):
        assert load_rules(language).times.every()
        with pytest.raises(LanguageError, match="only its times are known") as raised:
            require_whole(language)
        assert "\n" not in str(raised.value)
    for language in whole:
        require_whole(language)
    with pytest.raises(LanguageError, match="no knowledge folder covers it"):
        require_whole("xx")
