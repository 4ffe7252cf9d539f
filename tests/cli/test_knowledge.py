"""regesta knowledge check: every example of every rule holds, and one that does not is named."""

import json
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from regesta import pipeline
from regesta.api import check_knowledge
from regesta.extract.syntax import load_parser
from regesta.knowledge_check import check_examples
from regesta.rules.load import Rules, available_languages, load_rules


@pytest.mark.parametrize("language", available_languages())
def test_every_example_holds(language: str) -> None:
    report = check_knowledge(language)
    assert report.failures == ()
    assert report.examples > 300


def test_the_command_counts_and_ends_with_0(cli: Any) -> None:
    ran = cli("knowledge", "check", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["failures"] == []


def broken(rules: Rules) -> Rules:
    """The rules with one wrong example of each sort."""
    sentences, citations = rules.writing.sentences, rules.writing.citations
    wrong = replace(sentences.examples[0], expected=("nonsense",))
    writing = replace(
        rules.writing,
        sentences=replace(sentences, examples=(wrong,)),
        citations=replace(citations, examples=(replace(citations.examples[0], expected=("nonsense",)),)),
    )
    lexicon = rules.lexicon
    first = lexicon.examples[0]
    status = lexicon.status.examples[0]
    bad_lexicon = replace(
        lexicon,
        examples=(replace(first, trigger="nonsense"), replace(first, type="nonsense")),
        not_examples=((first.entry, first.text),),
        status=replace(lexicon.status, examples=(replace(status, status="nonsense"),)),  # type: ignore[arg-type]
    )
    named = next(e for e in rules.people.examples if e.names)
    people = replace(rules.people, examples=(replace(named, names=("nonsense: person",)),))
    made = replace(rules)
    for name, value in {"writing": writing, "lexicon": bad_lexicon, "people": people}.items():
        made.__dict__[name] = value
    return made


def test_wrong_examples_are_named_with_what_came_out() -> None:
    rules = load_rules(available_languages()[0])
    parser = load_parser(rules.writing.syntax)
    wrong = broken(rules)
    outcomes = list(check_examples(wrong, partial(pipeline.read, rules=rules, parser=parser)))
    failed = [o for o in outcomes if o.problem]
    files = [o.entry.split(": ")[0].rpartition("/")[2] for o in failed]
    assert files == [
        "language.toml",
        "language.toml",
        "people.toml",
        "events.toml",
        "events.toml",
        "events.toml",
        "status.toml",
    ]
    assert all("found" in (o.problem or "") for o in failed)


def test_types_of_happenings_are_listed_with_what_they_mean(cli: Any) -> None:
    listed = cli("knowledge", "types").out.splitlines()
    assert listed[0].split() == ["type", "means"]
    assert any(line.startswith("seize ") for line in listed)
    found = json.loads(cli("knowledge", "types", "SEIZE", "--format", "json").out)
    assert "seize" in found
    assert len(found) < len(listed) - 1
