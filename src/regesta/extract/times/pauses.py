"""Where a reader pauses after a time or an occasion that opens a sentence or a clause, though there is no comma."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from regesta.model.text import Document, Sentence
from regesta.model.time import TimeExpression
from regesta.rules.language import SyntaxRules
from regesta.rules.tokens import roman

_AHEAD = 30
"""Letters that may stand before a time that still opens the sentence: "At dawn on 6 March"."""
_FRONTED = 90
"""Letters of a phrase that may stand before the subject of a sentence, up to its time."""
_MARKS = ",;:("
_WORD = re.compile(r"[^\W_][\w'’-]*")


def find_pauses(
    document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression], words: SyntaxRules
) -> tuple[int, ...]:
    """The ends of times that open a sentence ("The next day | the mayor fled"), that end what stands before its subject
    ("By decree of 1808 | the abbey was sold"), or that a preposition binds and a name follows ("and in the summer of
    1075 | Kallistos retook the town").
    """
    openings = sorted(s.span.start for s in sentences if s.kind == "prose")
    pauses: list[int] = []
    row = False
    for number, time in enumerate(times):
        end = max(time.phrase.end, time.span.end)
        rest = document.text[end : end + 2]
        at = bisect_right(openings, time.phrase.start) - 1
        before = document.text[openings[at] : time.phrase.start] if at >= 0 else ""
        opens = at >= 0 and (row or not before)
        row = opens and _is_joined(document.text, end, times[number + 1 : number + 2], words)
        if row or len(rest) < len(" x") or rest[0] != " " or not rest[1].isalpha():
            continue
        if at >= 0 and len(before) < _AHEAD:
            opens = opens or any(w in words.measures for w in before.split())
        first = at >= 0 and (number == 0 or times[number - 1].phrase.start < openings[at])
        if (
            opens
            or (
                time.phrase.start < time.span.start and (rest[1].isupper() or _opens_clause(document.text, time, words))
            )
            or (first and _ends_front(document.text, before, time, end, words))
        ):
            pauses.append(end)
    told = (_after_occasion(document.text, s, words) for s in sentences if s.kind == "prose")
    return tuple(sorted({*pauses, *(end for end in told if end is not None)}))


def _opens_clause(text: str, time: TimeExpression, words: SyntaxRules) -> bool:
    """Whether a time opens a clause with a subject of its own: ", and in its second year | the wells gave out"."""
    before = text[max(0, time.phrase.start - _AHEAD) : time.phrase.start].rstrip()
    ahead, _, joining = before.rpartition(" ")
    opens = before.endswith(";") or (ahead.endswith((",", ";")) and joining in words.goes_on)
    end = max(time.phrase.end, time.span.end)
    behind = text[end + 1 : end + _AHEAD].split(maxsplit=1)
    return opens and bool(behind) and behind[0].lower() in words.subjects


def _is_joined(text: str, end: int, following: Sequence[TimeExpression], words: SyntaxRules) -> bool:
    """Whether another time goes on with one that opens a sentence: "In 1402 and 1403 | the Danes raided Lund"."""
    between = [text[end : time.phrase.start].strip(" ,") for time in following]
    return any(not joining or joining in words.goes_on for joining in between)


def _after_occasion(text: str, sentence: Sentence, words: SyntaxRules) -> int | None:
    """The end of an occasion that a name follows before the subject's clause has begun: "In the Crimean War | Kerch".

    The parser takes all of it for one name.
    """
    found = list(_WORD.finditer(text, sentence.span.start, min(sentence.span.end, sentence.span.start + _FRONTED)))
    if not found or found[0].group().lower() not in words.fronts:
        return None
    ended = False
    for last, name in pairwise(found[1:]):
        between = text[last.end() : name.start()]
        ended = last.group() in words.occasions or (ended and roman(last.group()) > 0)
        if any(m in between for m in _MARKS):
            return None
        if ended and between.isspace() and not roman(name.group()):
            return last.end() if name.group()[0].isupper() and name.group().lower() not in words.goes_on else None
    return None


def _ends_front(text: str, before: str, time: TimeExpression, end: int, words: SyntaxRules) -> bool:
    """Whether a time ends what stands before the subject: "By decree of 17 March 1808", "When she died in 1808"."""
    ahead = before.lower().split()
    if not ahead or len(before) > _FRONTED or ahead[0] not in words.fronts or any(m in before for m in _MARKS):
        return False
    bound = time.phrase.start < time.span.start or ahead[-1] in words.goes_on
    following = text[end + 1 : end + _AHEAD].split(maxsplit=1)[0]
    return bound and following.rstrip(".,;:").lower() not in words.goes_on
