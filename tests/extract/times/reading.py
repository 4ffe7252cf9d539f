"""Reads a passage: one line a paragraph, one sentence a line's full stop; for tests of this room only."""

import re
from functools import cache
from importlib.resources import files

from regesta.extract.times import find_times, tag
from regesta.model.ids import stable_id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import TimeExpression
from regesta.rules.problems import Problems
from regesta.rules.times import TimeRules, read_time_rules


@cache
def english() -> TimeRules:
    problems = Problems()
    rules = read_time_rules(files("regesta") / "knowledge" / "en", problems)
    problems.stop()
    return rules


def passages(text: str, name: str = "passage") -> tuple[Document, list[Sentence]]:
    document = Document(stable_id("d", name), name, text, "en", "0" * 64, "utf-8")
    sentences = []
    for line in re.finditer(r"[^\n]+", text):
        heading = not line[0].rstrip().endswith((".", "!", "?"))
        for part in re.finditer(r"\S.*?(?:(?<!\bav)(?<!\bapr)[.!?](?=\s+[A-ZÀ-Ý]|\s*$)|$)", line[0]):
            span = Span(document.id, line.start() + part.start(), line.start() + part.end())
            kind = "heading" if heading else "prose"
            sentences.append(
                Sentence(stable_id("s", part[0], span.start), span, stable_id("p", line[0], line.start()), kind)  # type: ignore[arg-type]
            )
    return document, sentences


def times(text: str) -> list[TimeExpression]:
    document, sentences = passages(text)
    return list(find_times(document, sentences, english()))


def tags(text: str) -> list[TimeExpression]:
    document, sentences = passages(text)
    return list(tag(document, sentences, english()))


def edtfs(text: str) -> dict[str, str | None]:
    """What each expression was read as, by its words."""
    document, sentences = passages(text)
    return {e.span.quote(document): e.when.edtf if e.when else None for e in find_times(document, sentences, english())}
