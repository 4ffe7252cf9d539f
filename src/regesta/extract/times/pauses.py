"""Where a reader pauses after a time that opens a sentence or a clause, though the text has no comma."""

from collections.abc import Sequence

from regesta.model.text import Document, Sentence
from regesta.model.time import TimeExpression


def find_pauses(document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> tuple[int, ...]:
    """The ends of times that open a sentence ("The next day | the mayor fled"), or that a preposition binds and a name
    follows ("and in the summer of 1075 | Kallistos retook the town").
    """
    openings = {s.span.start for s in sentences if s.kind == "prose"}
    pauses = []
    for time in times:
        opens = time.phrase.start in openings
        end = max(time.phrase.end, time.span.end)
        rest = document.text[end : end + 2]
        if len(rest) < 2 or rest[0] != " " or not rest[1].isalpha():
            continue
        if opens or (time.phrase.start < time.span.start and rest[1].isupper()):
            pauses.append(end)
    return tuple(pauses)
