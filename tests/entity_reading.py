"""Reads a text as far as its mentions and entities, for tests."""

from functools import cache
from importlib.resources import files

from regesta.extract.citations import find_markers
from regesta.extract.entities import find_mentions, group_mentions
from regesta.extract.sentences import split_passages, split_sentences
from regesta.extract.syntax import Parser, load_parser, parse
from regesta.model.entity import Entity, Mention
from regesta.model.ids import stable_id
from regesta.model.text import Document
from regesta.rules.gazetteer import Gazetteer, read_gazetteer
from regesta.rules.language import LanguageRules, read_language_rules
from regesta.rules.people import PeopleRules, read_people_rules
from regesta.rules.problems import Problems

KNOWLEDGE = files("regesta") / "knowledge"
LANGUAGES = sorted(f.name for f in KNOWLEDGE.iterdir() if (f / "people.toml").is_file())


@cache
def rules_of(language: str) -> tuple[LanguageRules, PeopleRules, Gazetteer, Parser]:
    problems = Problems()
    writing = read_language_rules(KNOWLEDGE / language, language, problems)
    people = read_people_rules(KNOWLEDGE / language, language, problems)
    gazetteer = read_gazetteer(KNOWLEDGE / "common", problems)
    problems.stop()
    return writing, people, gazetteer, load_parser(writing.syntax)


class Reading:
    """A text with its mentions and entities."""

    def __init__(self, text: str, language: str = "en", name: str = "text.txt") -> None:
        writing, people, gazetteer, parser = rules_of(language)
        self.document = Document(stable_id("d", name), name, text, language, "", "utf-8")
        markers = find_markers(self.document, writing.citations)
        sentences = split_sentences(self.document, split_passages(self.document), markers, writing.sentences)
        syntax = parse(self.document, sentences, markers, parser)
        found = find_mentions(self.document, sentences, syntax, people, gazetteer)
        self.mentions, self.entities = group_mentions(self.document, sentences, syntax, found, people, gazetteer)
        self.by_id = {e.id: e for e in self.entities}

    def quote(self, mention: Mention) -> str:
        return mention.span.quote(self.document)

    def names(self) -> list[str]:
        return [f"{self.quote(m)}: {m.kind}" for m in self.mentions if m.form == "name"]

    def refers(self) -> list[str]:
        """All words that point back, but for short names."""
        pointing = [m for m in self.mentions if m.refers and m.form != "name"]
        return [f"{self.quote(m)} -> {self.by_id[m.entity].name if m.entity else '?'}" for m in pointing]

    def entity(self, words: str, nth: int = 0) -> Entity | None:
        """The entity of a mention, by its words."""
        mention = [m for m in self.mentions if self.quote(m) == words][nth]
        return self.by_id[mention.entity] if mention.entity else None

    def named(self, words: str, nth: int = 0) -> Entity:
        found = self.entity(words, nth)
        assert found is not None
        return found
