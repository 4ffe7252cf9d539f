"""events.toml, status.toml and roles.toml: every language's are read, and a wrong entry is told with its remedy."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from regesta.errors import KnowledgeError
from regesta.rules.lexicon import Lexicon
from regesta.rules.load import available_languages, load_rules
from regesta.rules.problems import Problems
from regesta.rules.read_lexicon import read_lexicon

KNOWLEDGE = files("regesta") / "knowledge"
LANGUAGES = available_languages()
TYPES = load_rules(LANGUAGES[0]).event_types.types
NAMES = ("events.toml", "status.toml", "roles.toml")


def read(folder: Any, label: str = "knowledge/xx") -> tuple[Lexicon | None, list[str]]:
    """The lexicon of a folder, and all mistakes that are told."""
    problems = Problems()
    try:
        return read_lexicon(folder, label, TYPES, problems), problems.found
    except KnowledgeError as error:
        return None, [*problems.found, *str(error).splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a language's three files."""
    for name in NAMES:
        copy(str(KNOWLEDGE / LANGUAGES[0] / name), tmp_path / name)
    return tmp_path


def change(folder: Path, name: str, edit: Callable[[str], str]) -> None:
    """Edit a file; the edit must change something."""
    text = (folder / name).read_text(encoding="utf-8")
    edited = edit(text)
    assert edited != text
    (folder / name).write_text(edited, encoding="utf-8")


ENTRY = """
[[event]]
type = "build"
verbs = ["thatch"]
examples = [{ text = "The monks thatched the barn.", trigger = "thatched", actor = "The monks" }]
"""


def with_entry(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """What is told of the entry above after the changes."""
    entry = ENTRY
    for old, new in changes:
        assert old in entry
        entry = entry.replace(old, new)
    change(folder, "events.toml", lambda text: entry + text)
    return read(folder)[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_each_language_are_sound(language: str) -> None:
    lexicon, found = read(KNOWLEDGE / language, f"knowledge/{language}")
    assert found == []
    assert lexicon is not None
    assert len(lexicon.verbs) > 500
    assert lexicon.office_type in TYPES
    assert {e.type for e in lexicon.examples} >= {s.type for senses in lexicon.verbs.values() for s in senses}


def test_a_sound_entry_is_read(folder: Path) -> None:
    assert with_entry(folder) == []
    lexicon, _ = read(folder)
    assert lexicon is not None
    (sense,) = lexicon.verbs["thatch"]
    assert (sense.type, sense.subject_intransitive, sense.subject_passive) == ("build", "actor", "target")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('type = "build"', 'type = "biuld"', '"biuld" is no event type; did you mean "build"?'),
        ('type = "build"\n', "", '"None" is no event type'),
        ("verbs =", "verb =", 'unknown key "verb"; did you mean "verbs"?'),
        ('["thatch"]', '"thatch"', '"verbs" must be a list of words, such as verbs = ["one", "two"]'),
        ('["thatch"]', '["thatch", 7]', '"verbs" must be a list of words'),
        ('["thatch"]', '["thatch", " "]', '"verbs" must be a list of words'),
        ('["thatch"]', "[]", "it has no words; add verbs = [...] or nouns = [...]"),
        ('["thatch"]', '["thatch", "thatch"]', '"thatch" stands twice; keep one'),
        ('["thatch"]', '["thatch"]\nof = "actr"', '"actr" is no role; did you mean "actor"?'),
        ('["thatch"]', '["thatch"]\nprepositions = { on = "plac" }', '"plac" is no role; did you mean "place"?'),
        ('["thatch"]', '["thatch"]\nprepositions = ["on"]', '"prepositions" must say which role each gives'),
        ('["thatch"]', '["thatch"]\nobject_kinds = ["persn"]', '"persn" is no kind of name; did you mean "person"?'),
        ('["thatch"]', '["thatch"]\nnouns = ["thatching"]\nweak = ["thatchin"]', 'did you mean "thatching"?'),
        ('["thatch"]', '["thatch"]\npassive_only = ["bear"]', '"bear" of "passive_only" is not among its words'),
        ("examples = [", "not_examples = ['It was.']\n# [", "it has no examples; add one: examples = [{ text"),
        ('trigger = "thatched", ', "", 'an example needs "text" and "trigger"'),
        ('trigger = "thatched"', 'trigger = "roofed"', 'the trigger "roofed" is not in "The monks thatched the barn."'),
        ('actor = "The monks"', 'actor = "The nuns"', 'the actor "The nuns" is not in "The monks thatched the barn."'),
        ('actor = "The monks"', 'actr = "The monks"', 'unknown key "actr"; did you mean "actor"?'),
        ("examples = [", 'examples = "none"\n# [', '"examples" must be a list of tables'),
    ],
)
def test_a_wrong_entry_is_told_with_its_remedy(folder: Path, old: str, new: str, told: str) -> None:
    found = with_entry(folder, (old, new))
    assert any(told in line and line.startswith("knowledge/xx/events.toml: [event 1: ") for line in found), found


def test_a_word_that_no_text_can_reach_names_the_entry_before_it(folder: Path) -> None:
    found = with_entry(folder, ('["thatch"]', '["thatch", "depose"]'))
    (told,) = found
    assert '"depose" is never reached: [event 1: build] has it without a condition; keep one' in told
    assert ": depose]: " in told


def test_a_word_with_a_condition_may_have_other_meanings(folder: Path) -> None:
    assert with_entry(folder, ('["thatch"]', '["thatch", "depose"]\nobject_words = ["barn"]')) == []


@pytest.mark.parametrize(
    ("name", "edit", "told"),
    [
        ("events.toml", lambda t: t.replace("[office]", "[offices]"), 'unknown key "offices"; did you mean "office"?'),
        ("events.toml", lambda t: t.replace('begins = "birth"', 'begins = "brith"'), 'did you mean "birth"?'),
        (
            "events.toml",
            lambda t: t.replace('type = "hold-office"', 'type = "hold-ofice"'),
            'did you mean "hold-office"?',
        ),
        ("events.toml", lambda t: t.replace("light_verbs =", "lite_verbs ="), 'did you mean "light_verbs"?'),
        (
            "events.toml",
            lambda t: t.replace("[not_happening]", "[nothing]"),
            "the table is missing; add [not_happening]",
        ),
        ("status.toml", lambda t: t.replace("[modals]\nplanned", "[modals]\nplaned"), 'did you mean "planned"?'),
        ("status.toml", lambda t: t.replace("[modals]", "[modal]"), 'unknown key "modal"; did you mean "modals"?'),
        ("status.toml", lambda t: t.replace("[modals]", "[modal]"), "the table is missing; add [modals]"),
        (
            "status.toml",
            lambda t: t.replace('possible = ["may"', 'possible = ["will", "may"'),
            '"will" stands under both',
        ),
        ("status.toml", lambda t: t.replace('later = ["would"]', 'later = "would"'), '"later" must be a list of words'),
        (
            "status.toml",
            lambda t: t.replace('is = "planned"', 'is = "plannd"', 1),
            "needs text, trigger (in the text) and is",
        ),
        ("status.toml", lambda t: t[: t.index("[[examples]]")], "there are none; add [[examples]]"),
        (
            "roles.toml",
            lambda t: t.replace("leads_to =", "leadsto ="),
            'unknown key "leadsto"; did you mean "leads_to"?',
        ),
        (
            "roles.toml",
            lambda t: t.replace("leads_to =", "leadsto ="),
            'the key "leads_to" is missing; add leads_to = [...]',
        ),
        ("roles.toml", lambda t: t.replace("[naming]", "[named]"), "the table is missing; add [naming]"),
        ("roles.toml", lambda t: t.replace('agent = ["by"]', 'agent = "by"'), '"agent" must be a list of words'),
    ],
)
def test_a_wrong_table_is_told_with_file_entry_and_remedy(
    folder: Path, name: str, edit: Callable[[str], str], told: str
) -> None:
    change(folder, name, edit)
    _, found = read(folder)
    assert any(told in line and line.startswith(f"knowledge/xx/{name}: [") for line in found), found


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    change(folder, "status.toml", lambda t: t.replace("[modals]\nplanned", "[modals]\nplaned"))
    change(folder, "roles.toml", lambda t: t.replace("leads_to =", "leadsto ="))
    found = with_entry(folder, ('"build"', '"biuld"'), ("verbs =", "verb ="), ('trigger = "thatched", ', ""))
    told = [line.partition(": ")[0].rpartition("/")[2] for line in found]
    assert told.count("events.toml") == 3
    assert told.count("status.toml") == 1
    assert told.count("roles.toml") == 2
    problems = Problems()
    read_lexicon(folder, "knowledge/xx", TYPES, problems)
    with pytest.raises(KnowledgeError) as stopped:
        problems.stop()
    assert str(stopped.value).splitlines() == found


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_says_what_to_do(folder: Path, name: str) -> None:
    (folder / name).unlink()
    _, found = read(folder)
    assert f"knowledge/xx/{name}: the file is missing; copy its shape from another language folder" in found


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_no_toml_says_where(folder: Path, name: str) -> None:
    (folder / name).write_text('verbs = ["thatch"\n[office]', encoding="utf-8")
    _, found = read(folder)
    assert any(line.startswith(f"knowledge/xx/{name}: ") and "line 2" in line for line in found), found


def test_one_event_in_single_brackets_is_told(folder: Path) -> None:
    (folder / "events.toml").write_text('[event]\ntype = "build"\n', encoding="utf-8")
    _, found = read(folder)
    assert "knowledge/xx/events.toml: [event]: a list of entries is wanted; write [[event]], not [event]" in found


def test_meanings_with_a_second_word_are_tried_first_then_those_with_conditions() -> None:
    for language in LANGUAGES:
        lexicon = load_rules(language).lexicon
        for senses in (*lexicon.verbs.values(), *lexicon.nouns.values()):
            ranks = [(not s.bound, not s.conditional) for s in senses]
            assert ranks == sorted(ranks)
