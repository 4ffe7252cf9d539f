"""One's own knowledge over that of the package: what is added, what is overruled, what is named as wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from regesta.errors import KnowledgeError
from regesta.rules.load import available_languages, load_rules

LANGUAGE = available_languages()[0]
Write = Callable[[str, str], Path]
EXAMPLE = 'examples = [{ text = "They took it.", trigger = "took" }]'


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes an own file and makes the folder count."""

    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        monkeypatch.setenv("REGESTA_KNOWLEDGE", str(tmp_path))
        return path

    return put


def words_of(kind: str) -> list[str]:
    """The types that the word has, in the order in which they are tried."""
    return [sense.type for sense in load_rules(LANGUAGE).lexicon.verbs.get(kind, ())]


def test_a_list_grows_and_nothing_is_lost(write: Write) -> None:
    before = load_rules(LANGUAGE).people.words["titles.neutral"]
    write(f"{LANGUAGE}/people.toml", '[titles]\nneutral = ["drost", "general"]\n')
    assert load_rules(LANGUAGE).people.words["titles.neutral"] == before | {"drost"}


def test_a_word_with_an_own_meaning_loses_the_old_one_and_a_conditional_one_does_not(write: Write) -> None:
    assert "capture" in load_rules(LANGUAGE).lexicon.verbs
    write(
        f"{LANGUAGE}/events.toml",
        f'[[event]]\ntype = "write"\nverbs = ["capture"]\n{EXAMPLE}\n'
        f'[[event]]\ntype = "write"\nverbs = ["besiege"]\nobject_words = ["mind"]\n{EXAMPLE}\n',
    )
    assert words_of("capture") == ["write"]
    assert words_of("besiege") == ["write", "siege"]


def test_the_type_for_what_is_left_over_stays_the_last(write: Write) -> None:
    before = load_rules(LANGUAGE).lexicon.other_type
    write("common/event_types.toml", '[type.pawn]\nsays = "a pledge"\nfamily = "power"\n')
    rules = load_rules(LANGUAGE)
    assert "pawn" in rules.event_types
    assert rules.lexicon.other_type == before


def test_own_places_come_first_and_the_hash_tells_of_them(write: Write) -> None:
    before = load_rules(LANGUAGE)
    table = "common/places-historical.tsv"
    write(table, "# mine\nParis\tcity\t33.66\t-95.55\tTexas\tLutetia Texana\n")
    rules = load_rules(LANGUAGE)
    assert rules.gazetteer.lookup("Paris")[0].part_of == "Texas"
    assert rules.gazetteer.lookup("Lutetia Texana")[0].name == "Paris"
    assert len(rules.gazetteer.lookup("Paris")) == len(before.gazetteer.lookup("Paris")) + 1
    assert rules.digest != before.digest


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("xx/events.toml", "", "own files stand in"),
        ("events.toml", "", "own files stand in"),
        (f"{LANGUAGE}/event.toml", "", "a file there is one of events.toml"),
        ("common/places.tsv", "", "a file there is one of event_types.toml, places-historical.tsv"),
        (f"{LANGUAGE}/events.toml", "[[event]\n", "mend it there"),
        (
            f"{LANGUAGE}/events.toml",
            '[[event]]\ntype = "seize"\nverb = ["x"]\n',
            'adds): [event 1: seize]: unknown key "verb"',
        ),
        ("common/places-historical.tsv", "Rotenau\tcity\n", "adds): [Rotenau]: 2 columns instead of 6"),
    ],
)
def test_what_is_wrong_is_named(write: Write, name: str, text: str, told: str) -> None:
    path = write(name, text)
    with pytest.raises(KnowledgeError) as caught:
        read_all()
    assert told in str(caught.value)
    assert str(path.parent.parent) in str(caught.value) or str(path) in str(caught.value)


def read_all() -> None:
    rules = load_rules(LANGUAGE)
    assert rules.lexicon
    assert rules.gazetteer


def test_a_file_that_has_changed_is_read_anew(write: Write) -> None:
    for word in ("drost", "amman"):
        write(f"{LANGUAGE}/people.toml", f'[titles]\nneutral = ["{word}", "long enough to differ: {word}"]\n')
        assert load_rules(LANGUAGE).people.has("titles.neutral", word)


def test_a_folder_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REGESTA_KNOWLEDGE", str(tmp_path / "none"))
    with pytest.raises(KnowledgeError, match="none: no folder; name one that holds folders such as common"):
        load_rules(LANGUAGE)
