"""Entries of a chronicle: in "13 March – Students march. The chancellor resigns." the date is that of all that is told.

In a table it stands in a cell of its own, before what it dates.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, takewhile

from regesta.model.ids import Id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import TimeExpression

_SET_OFF = re.compile(r"[*_)\]]*(?::|\s*[–—]|\s+-)[*_]*\s")
"""What stands between the date of an entry and what it tells: a dash or a colon, with the marks of bold or italic."""


def entry_dates(
    document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression]
) -> dict[Id, TimeExpression]:
    """The date of the entry that a sentence is of, by the sentence: as long as the entry tells no other date."""
    dates: dict[Id, TimeExpression] = {}
    told = sorted((t for t in times if t.kind in ("DATE", "TIME") and t.when is not None), key=lambda t: t.span)
    starts = [t.span.start for t in told]
    cell: TimeExpression | None = None
    for _, passage in groupby(sentences, lambda s: s.passage):
        entry = list(passage)
        inside = [told[bisect_left(starts, s.span.start) : bisect_left(starts, s.span.end)] for s in entry]
        date = cell if cell is not None and _same_line(document, cell.span, entry[0].span) else None
        cell = None
        if date is None and inside[0] and _opens(document, entry[0], inside[0][0]):
            date = inside[0].pop(0)
            cell = date if date.span.end == entry[-1].span.end else None
        for sentence, _ in takewhile(lambda pair: not pair[1], zip(entry, inside, strict=True)):
            if date is not None:
                dates[sentence.id] = date
    return dates


def _same_line(document: Document, first: Span, second: Span) -> bool:
    return "\n" not in document.text[first.end : second.start]


def _opens(document: Document, sentence: Sentence, date: TimeExpression) -> bool:
    """Whether an entry begins with the date, set off from what it tells, or with nothing behind it."""
    before = document.text[sentence.span.start : date.span.start]
    behind = document.text[date.span.end : sentence.span.end]
    ends = not any(c.isalnum() for c in behind) or _SET_OFF.match(document.text, date.span.end) is not None
    return ends and not any(c.isalnum() for c in before)
