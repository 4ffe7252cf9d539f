"""people.toml: every language's is read, and a wrong entry is told with file, entry and remedy."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from regesta.errors import KnowledgeError
from regesta.rules.people import PeopleRules, read_people_rules
from regesta.rules.problems import Problems

KNOWLEDGE = files("regesta") / "knowledge"
LANGUAGES = sorted(f.name for f in KNOWLEDGE.iterdir() if (f / "people.toml").is_file())


def read(folder: Any, label: str) -> tuple[PeopleRules, list[str]]:
    problems = Problems()
    return read_people_rules(folder, label, problems), problems.found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_of_each_language_are_sound(language: str) -> None:
    rules, found = read(KNOWLEDGE / language, f"knowledge/{language}")
    assert found == []
    assert rules.pronouns
    assert {e.table for e in rules.examples} >= {"names", "titles", "bodies", "describing"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice_in_a_list(language: str) -> None:
    import tomllib

    data = tomllib.loads((KNOWLEDGE / language / "people.toml").read_text(encoding="utf-8"))
    for table, entries in data.items():
        for name, words in entries.items() if isinstance(entries, dict) else ():
            if isinstance(words, list) and all(isinstance(w, str) for w in words):
                assert sorted({w for w in words if words.count(w) > 1}) == [], f"{table}.{name}"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda t: t.replace("[bodies]\n", "[bodys]\n"), 'unknown key "bodys"; did you mean "bodies"?'),
        (lambda t: t.replace("particles = [", "partices = ["), 'unknown key "partices"; did you mean "particles"?'),
        (lambda t: t.replace('number = "plural"', 'number = "plurl"', 1), 'unknown number "plurl"; one of singular'),
        (lambda t: t.replace('place_kinds = ["island"', 'place_kinds = ["isle"', 1), 'unknown kind "isle"'),
        (lambda t: t.replace('["island"]\nkinds', '["city"]\nkinds', 1), '"city" has an entry already; keep one'),
        (lambda t: t.replace('words = ["he", ', 'worlds = ["he", '), 'did you mean "words"?'),
        (lambda t: t.replace('neutral = ["general"', 'neutral = [7, "general"'), "a list of words is wanted"),
        (lambda t: t.replace("[[titles.examples]]\ntext", "[[titles.examples]]\ntxt"), 'unknown key "txt"'),
    ],
)
def test_a_wrong_entry_is_told_with_its_remedy(tmp_path: Path, change: Callable[[str], str], told: str) -> None:
    text = (KNOWLEDGE / "en" / "people.toml").read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text
    (tmp_path / "people.toml").write_text(changed, encoding="utf-8")
    try:
        _, found = read(tmp_path, "knowledge/xx")
    except KnowledgeError as error:
        found = str(error).splitlines()
    assert any(told in line and line.startswith("knowledge/xx/people.toml: [") for line in found), found


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"knowledge/xx/people\.toml: the file is missing; copy its shape"):
        read(tmp_path, "knowledge/xx")
