"""Where a reader pauses after a time that opens a sentence, though the text has no comma."""

from bisect import bisect_left
from collections.abc import Sequence

from regesta.model.text import Document, Sentence
from regesta.model.time import TimeExpression


def find_pauses(document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> tuple[int, ...]:
    """The ends of times that open a sentence and run on into its words: "The next day | the mayor fled"."""
    starts = [t.phrase.start for t in times]
    pauses = []
    for sentence in sentences:
        at = bisect_left(starts, sentence.span.start)
        if at == len(times) or starts[at] != sentence.span.start or sentence.kind != "prose":
            continue
        end = max(times[at].phrase.end, times[at].span.end)
        rest = document.text[end : sentence.span.end]
        if len(rest) > 2 and rest[0] == " " and rest[1].isalpha():
            pauses.append(end)
    return tuple(pauses)
