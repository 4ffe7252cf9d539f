"""What a text tells of who came to something, had it or lost it, without the days."""

from functools import cache
from pathlib import Path

import regesta
from regesta import pipeline
from regesta.extract.syntax import Parser, load_parser
from regesta.model.calendars import from_jdn
from regesta.model.chronology import Chronology
from regesta.model.ids import stable_id
from regesta.model.text import Document
from regesta.rules.load import Rules, load_rules

_FIRM = ("firm", "chosen")


@cache
def _reader() -> tuple[Rules, Parser]:
    rules = load_rules("en")
    return rules, load_parser(rules.writing.syntax)


def _chronology(text: str) -> Chronology:
    rules, parser = _reader()
    document = Document(stable_id("d", "story.txt"), "story.txt", text, "en", "", "utf-8")
    return pipeline.reason(pipeline.read(document, rules, parser), rules)


def years(text: str) -> list[int]:
    """The years in which what is held was first had, in the order of the chronicle's holdings."""
    days = [s.since.earliest for s in _chronology(text).states if s.fluent in ("holds", "office")]
    return sorted(from_jdn(day)[0] for day in days if day is not None)


def changes(text: str, strength: str = "firm") -> set[tuple[str, str, str]]:
    """Change, first word of what it is about in small letters, and holder, of all that are told of somebody."""
    made = _chronology(text)
    wanted = _FIRM if strength == "firm" else (strength,)
    return {
        (t.change, t.key.removeprefix("the ").lower().split()[0].removesuffix("ric").removesuffix("alty"), t.holder)
        for t in made.transitions
        if t.fluent in ("holds", "office") and t.strength in wanted and t.holder is not None
    }


def holders(text: str, office: str, date: str, folder: Path) -> dict[str, str]:
    """Who is answered to be in an office on a day, and how certainly; the text is read from a file in the folder."""
    source = folder / "text.txt"
    source.write_text(text, encoding="utf-8")
    return {a.holder: a.certainty for a in regesta.read(source, language="en").at(date, office=office).answers}
