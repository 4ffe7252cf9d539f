"""The list in which a source says what its markers stand for: numbers and brackets only, no word of a language."""

import re
from collections.abc import Iterator, Mapping

from regesta.model.text import Document

_ENTRY = re.compile(r"[ \t]*(?:\[\^?(?P<label>[^\]\s]{1,40})\]:?|(?P<plain>\d{1,3})[.)])[ \t]+(?P<text>\S.*)")
_FEWEST = 2


def find_references(document: Document, cited: Mapping[str, int]) -> dict[str, str]:
    """What each marker stands for, by its label: from lines such as `[12] Annals`, `12. Annals` or `[^a]: Annals`.

    `cited` tells where each label is first cited. Only a list that cannot be prose: at least two lines in a row,
    numbers that count on by one (or footnotes as Markdown defines them), each of a label that is cited before the list.
    Lines that are set in belong to the entry before them.
    """
    found: dict[str, str] = {}
    for run in _runs(document.text):
        start = run[0][0]
        labels = [label for _, label, _ in run]
        known = all(label in cited and cited[label] < start for label in labels)
        if len(run) >= _FEWEST and known and _counts_on(labels):
            found.update((label, text) for _, label, text in run)
    return found


def _counts_on(labels: list[str]) -> bool:
    """Whether the labels are numbers, each one more than the one before, or no numbers at all and none twice."""
    if all(label.isdecimal() for label in labels):
        first = int(labels[0])
        return [int(label) for label in labels] == list(range(first, first + len(labels)))
    return len(set(labels)) == len(labels)


def _runs(text: str) -> Iterator[list[tuple[int, str, str]]]:
    """Lines in a row that begin with a label, blank ones aside: where each begins, the label, and its words."""
    run: list[tuple[int, str, str]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        entry = _ENTRY.match(line)
        if entry:
            run.append((position, entry["label"] or entry["plain"], entry["text"].strip()))
        elif run and line[:1] in " \t" and line.strip():
            start, label, words = run[-1]
            run[-1] = (start, label, f"{words} {line.strip()}")
        elif line.strip() and run:
            yield run
            run = []
        position += len(line)
    if run:
        yield run
