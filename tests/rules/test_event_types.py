"""Event types: the shipped file is sound, its examples hold, and mistakes are named with a remedy."""

from importlib.resources import files
from pathlib import Path

import pytest

from regesta.errors import KnowledgeError
from regesta.rules.event_types import EffectExample, EventType, EventTypes, read_event_types
from regesta.rules.places import PlaceWords
from regesta.rules.problems import Problems


def load(folder: Path | None = None) -> EventTypes:
    problems = Problems()
    knowledge = files("regesta") / "knowledge"
    common = folder if folder is not None else knowledge / "common"
    types = read_event_types(common, problems, knowledge / "en", "knowledge/en")  # type: ignore[arg-type]
    problems.stop()
    return types


TYPES = load()
EXAMPLES = [(kind, example) for kind in TYPES.types.values() for example in kind.examples]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=lambda v: getattr(v, "name", "example"))
def test_examples_of_every_type_hold(kind: EventType, example: EffectExample) -> None:
    cast = dict(example.cast)
    for role, (filler,) in cast.items():
        told = TYPES.words.told_of(filler.name) if filler.kind == "document" else None
        if told:
            cast[role] = (type(filler)(told, "body", place=filler.place, rules=TYPES.words.may_rule(told)),)
    got = {
        (u.change, u.strength, u.fluent, u.key if u.reach == "named" else "*", u.holder or "")
        for u in TYPES.uses(kind.name, cast, denied=example.denied)
    }
    assert got == set(example.gives)


def test_every_effect_has_an_example_that_uses_its_fluent() -> None:
    for kind in TYPES.types.values():
        shown = {(row[0], row[2]) for example in kind.examples for row in example.gives}
        assert {(e.change, e.fluent) for e in kind.effects} <= shown, kind.name


def test_a_bad_entry_is_named_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "event_types.toml").write_text(
        '[fluent.holds]\nsays = "x"\nexclusive = "allways"\n'
        '[type.seize]\nsays = "x"\nfamily = "powre"\nstance = "agianst"\n'
        'starts = [{ fluent = "hold", key = "targt", holder = "actor", when = { target = ["plaice"] } }]\n',
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path)
    said = str(caught.value)
    words = ("always", '"power"', '"against"', '"holds"', '"target"', '"place"', "examples")
    for part in (*words, "event_types.toml: [type seize"):
        assert part in said, part


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the prefecture", "building"),
        ("the prefecture of Aldermouth", "building"),
        ("the town hall", "building"),
        ("the Weavers' Quarter", "quarter"),
        ("control", "power"),
        ("control of the harbour", "power"),
        ("Free Council of Aldermouth", "body"),
        ("Aldermouth", None),
        ("county of Aldermouth", "place"),
        ("state of emergency", None),
    ],
)
def test_words_tell_kinds(name: str, kind: str | None) -> None:
    assert TYPES.words.kind_of(name) == kind


def test_names_are_bared_for_comparison() -> None:
    words: PlaceWords = TYPES.words
    assert words.bare("the county of Aldermouth") == "Aldermouth"
    assert words.bare("the Alder peninsula") == "Alder peninsula"
    assert words.bare("prefecture of Aldermouth") == "prefecture of Aldermouth"
    assert words.told_of("Declaration of the Free Council of Aldermouth") == "Free Council of Aldermouth"
    assert words.told_of("Declaration of Love") is None
    assert words.office_words("the presidency of Norholm") == {"president", "norholm"}
    assert words.is_sole("mayor, Aldermouth")
    assert words.is_sole("governor of Aldermouth")
    assert not words.is_sole("captain, Civic Guard")
    assert not words.is_sole("president")
