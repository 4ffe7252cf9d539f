"""Where a reader pauses after a time that opens a sentence or a clause, though the text has no comma."""

from bisect import bisect_right
from collections.abc import Container, Sequence

from regesta.model.text import Document, Sentence
from regesta.model.time import TimeExpression

_AHEAD = 30
"""Letters that may stand before a time that still opens the sentence: "At dawn on 6 March"."""


def find_pauses(
    document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression], nouns: Container[str] = ()
) -> tuple[int, ...]:
    """The ends of times that open a sentence ("The next day | the mayor fled"), or that a preposition binds and a name
    follows ("and in the summer of 1075 | Kallistos retook the town"). `nouns` are those of hours and days.
    """
    openings = sorted(s.span.start for s in sentences if s.kind == "prose")
    pauses = []
    for time in times:
        end = max(time.phrase.end, time.span.end)
        rest = document.text[end : end + 2]
        if len(rest) < 2 or rest[0] != " " or not rest[1].isalpha():
            continue
        at = bisect_right(openings, time.phrase.start) - 1
        ahead = time.phrase.start - openings[at] if at >= 0 else _AHEAD
        opens = ahead == 0 or (
            ahead < _AHEAD and any(w in nouns for w in document.text[openings[at] : time.phrase.start].split())
        )
        if opens or (time.phrase.start < time.span.start and rest[1].isupper()):
            pauses.append(end)
    return tuple(pauses)
