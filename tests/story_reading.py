"""What a text tells of who came to something, had it or lost it, without the days."""

from functools import cache

from regesta import pipeline
from regesta.extract.syntax import Parser, load_parser
from regesta.model.ids import stable_id
from regesta.model.text import Document
from regesta.rules.load import Rules, load_rules

_FIRM = ("firm", "chosen")


@cache
def _reader() -> tuple[Rules, Parser]:
    rules = load_rules("en")
    return rules, load_parser(rules.writing.syntax)


def changes(text: str, strength: str = "firm") -> set[tuple[str, str, str]]:
    """Change, first word of what it is about in small letters, and holder, of all that are told of somebody."""
    rules, parser = _reader()
    document = Document(stable_id("d", "story.txt"), "story.txt", text, "en", "", "utf-8")
    made = pipeline.reason(pipeline.read(document, rules, parser), rules)
    wanted = _FIRM if strength == "firm" else (strength,)
    return {
        (t.change, t.key.removeprefix("the ").lower().split()[0].removesuffix("ric").removesuffix("alty"), t.holder)
        for t in made.transitions
        if t.fluent in ("holds", "office") and t.strength in wanted and t.holder is not None
    }
