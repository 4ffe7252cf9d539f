"""Writes the tables of docs/times.md anew: every example of every time rule, run, and what must not be read.

Whoever changes a times.toml in knowledge/ runs this afterwards; a test compares.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from regesta.extract.times import find_times, tag
from regesta.model.binding import happened_within
from regesta.model.ids import Id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import TimeExpression, When
from regesta.rules.load import Rules, load_rules
from regesta.rules.times import Example, TimeRules

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "src" / "regesta" / "knowledge"
PAGE = ROOT / "docs" / "times.md"
BEGIN, END = "<!-- written by scripts/times_table.py -->\n", "<!-- end -->\n"
_SECTION = re.compile(r"# [-=]{4,} (?P<title>.*?) [-=]{4,}")
_RULE = re.compile(r'name = "(?P<name>[^"]+)"')


def refreshed(page: str) -> str:
    """The page with its tables as they are now."""
    head, _, rest = page.partition(BEGIN)
    return head + BEGIN + "\n".join(_tables()) + "\n" + END + rest.partition(END)[2]


def _tables() -> Iterator[str]:
    for folder in sorted(f for f in KNOWLEDGE.iterdir() if (f / "times.toml").is_file()):
        rules = load_rules(folder.name)
        language = rules.writing.name if (folder / "language.toml").is_file() else f"Language {folder.name}"
        yield f"\n## {language}: what is read"
        yield from _read(rules)
        yield f"\n## {language}: what is not\n"
        yield "No time is found in these.\n"
        for rule in rules.times.every():
            for text in rule.not_examples:
                document, sentences = _passage(text)
                found = [e.span.quote(document) for e in tag(document, sentences, rules.times)]
                if found:
                    raise SystemExit(f'{rules.times.label}: [{rule.name}]: "{text}": found {found}')
                yield f"- {_cell(text)}"


def _read(rules: Rules) -> Iterator[str]:
    titles = _sections((rules.folder / "times.toml").read_text(encoding="utf-8"))
    bindings = {rule.name for rule in rules.times.rules["binding"]}
    title = None
    for rule in rules.times.every():
        if titles.get(rule.name) != title:
            title = titles.get(rule.name)
            yield f"\n### {title[0].upper()}{title[1:]}\n" if title else ""
            yield "| words | EDTF | first day | last day | TIMEX3 |"
            yield "| --- | --- | --- | --- | --- |"
        for example in rule.examples:
            yield _row(example, rules.times, bound=rule.name in bindings)


def _sections(toml: str) -> dict[str, str]:
    """The heading above each rule."""
    title, made = "", {}
    for line in toml.splitlines():
        if heading := _SECTION.match(line):
            title = heading["title"]
        elif name := _RULE.match(line):
            made[name["name"]] = title
    return made


def _passage(text: str) -> tuple[Document, list[Sentence]]:
    document = Document(Id("d"), "example", text, "", "", "utf-8")
    return document, [Sentence(Id("s"), Span(document.id, 0, len(text)), Id("p"))]


def _row(example: Example, rules: TimeRules, *, bound: bool) -> str:
    """An example with its words in bold; where they are bound ("by 1926"), what that makes of them."""
    document, sentences = _passage(example.text)
    expressions = [*find_times(document, sentences, rules), *tag(document, sentences, rules)]
    quoted = [e for e in expressions if e.span.quote(document) == example.words]
    right = [e for e in quoted if _is(e, example)]
    if not right:
        raise SystemExit(f'{rules.label}: "{example.text}": "{example.words}" is not read as it says')
    expression = right[0]
    when = happened_within(expression) if bound else expression.when
    value = next((e.value for e in right if e.value), "")
    at = expression.phrase if bound else expression.span
    text = f"{_cell(example.text[: at.start])}**{_cell(at.quote(document))}**{_cell(example.text[at.end :])}"
    return f"| {text} | {_edtf(when)} | {_day(when, 0)} | {_day(when, 1)} | {_code(value)} |"


def _is(expression: TimeExpression, example: Example) -> bool:
    edtf = expression.when.edtf if expression.when else ""
    return example.edtf in (None, edtf) and example.value in (None, expression.value or "")


def _edtf(when: When | None) -> str:
    return _code(when.edtf) if when else ""


def _day(when: When | None, side: int) -> str:
    if when is None:
        return ""
    return (when.start, when.end)[side].iso()[side] or ""


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _cell(text: str) -> str:
    return re.sub(r"([|*_<`\[\]])", r"\\\1", " ".join(text.split()) if text.strip() == text else text)


def main() -> int:
    """Writes the page anew and says whether it changed."""
    page = PAGE.read_text(encoding="utf-8")
    new = refreshed(page)
    if new != page:
        PAGE.write_text(new, encoding="utf-8")
        print(f"{PAGE.relative_to(ROOT)}: changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
