"""Years in brackets behind a name: "Hobson (1858-1940)" was born in the one and died in the other.

Or else reigned from the one to the other: "King Otto (r. 1204-1220)", "Mayor Hobson (1902-1910)".
"""

import re
from collections.abc import Container, Iterator, Sequence

from regesta.extract.claims.naming import Names
from regesta.model.claim import Claim, ClaimTime, Role
from regesta.model.entity import Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import Bounds, Precision, TimeExpression, When
from regesta.rules.lexicon import LifeWords

_DASH = re.compile(r"\s*[-‒–—−]\s*")
_FIRST_WORD = re.compile(r"[*†]|[^\W\d]+")
_MARKED = re.compile(r"(?:^|[,;‒–—−-])\s*([*†]|[^\W\d]+)\.?((?:\s+(?:[^\W\dA-Z]{2,4}|[A-Z][\w'’-]*),?)*)\s*$")
"""What stands in the bracket before a time: a word for an end of a life, and perhaps where that was."""
_BRACKET = 120
_REACH = 40
"""Characters before a name that hold what it is told of, one or two words before it: "the reign of King Otto"."""
_SHORTEST_LIFE, _LONGEST = 20, 110
"""Years of a life that no reader would take for a reign or a mistake."""
_CONFIDENCE = 0.8


def tell_lives(
    document: Document,
    sentence: Sentence,
    times: Sequence[TimeExpression],
    names: Names,
    life: LifeWords,
    offices: Container[str],
    told: Container[int] = (),
) -> Iterator[Claim]:
    """Births, deaths and reigns that brackets behind the names of a sentence tell, in text order.

    Years too few for a life, behind one who is named with one of the `offices`, are those in which he had it. Nothing
    is told where a word that is a trigger of its own is `told` to begin there: "Hobson (born in 1858, died in 1940)".
    """
    for time in times:
        when, named = time.when, _named_before(document.text, time, names, life)
        titled = named is not None and _is_titled(named.span.quote(document), offices)
        termed = titled and when is not None and is_a_term(when)
        mention = named if termed else _unless_ruled(document.text, time, named, life)
        mark = _mark(document.text, time, life)
        if mention is None or when is None or (mark is not None and mark[0] in told):
            continue
        for kind, span, told_when in _told_of(document, time, when, life, termed=termed):
            part = "actor" if kind == life.reign else "target"
            yield Claim(
                id=stable_id("c", sentence.id, span.start - sentence.span.start),
                type=kind,
                trigger=span,
                sentence=sentence.id,
                status="asserted",
                roles=(Role(part, mention.span, mention.entity, "life"),),
                time=ClaimTime(told_when, time.basis, time.id, time.phrase),
                citations=(),
                confidence=_CONFIDENCE,
                evidence=Evidence((sentence.span,), f"{document.language}/events/life"),
            )


def times_of_happenings(times: Sequence[TimeExpression], names: Names, life: LifeWords) -> list[TimeExpression]:
    """The times but for those in brackets behind a person, whose life, reign or book they tell: "Hobson (1902)"."""
    return [t for t in times if _bearer(names.text, t, names, life) is None]


def ends_of_lives(times: Sequence[TimeExpression], names: Names, life: LifeWords) -> dict[int, TimeExpression]:
    """The times in brackets behind a person that a word for an end of a life stands before, by where it begins."""
    marks = ((_mark(names.text, t, life), t) for t in times)
    marked = ((mark[0], t) for mark, t in marks if mark is not None and mark[1] not in life.reigned)
    return {at: t for at, t in marked if _bearer(names.text, t, names, life) is not None}


def _mark(text: str, time: TimeExpression, life: LifeWords) -> tuple[int, str] | None:
    """Where a word for an end of a life, or a reign, begins that stands before a time in a bracket, and the word."""
    start = time.span.start
    opening = text.rfind("(", max(0, start - _BRACKET), start)
    if opening < 0 or ")" in text[opening:start]:
        return None
    own = _FIRST_WORD.match(text, start, time.span.end)
    found = _MARKED.search(text[opening + 1 : start])
    at, word = (start, own.group()) if own else (opening + 1 + found.start(1), found.group(1)) if found else (0, "")
    return (at, word.lower()) if word.lower() in life.born | life.died | life.reigned else None


def _is_titled(name: str, offices: Container[str]) -> bool:
    """Whether an office stands before a name: "Mayor Hobson", "Prime Minister Hobson"; not "Otto King"."""
    words = name.lower().split()
    return any(word in offices for word in words[: min(2, len(words) - 1)])


def _bearer(text: str, time: TimeExpression, names: Names, life: LifeWords) -> Mention | None:
    """The person whose life or reign, and not what happened in it, the time in a bracket behind the name tells."""
    return _unless_ruled(text, time, _named_before(text, time, names, life), life)


def _unless_ruled(text: str, time: TimeExpression, mention: Mention | None, life: LifeWords) -> Mention | None:
    """The same person, unless the time is that of what happened "under King Otto (1204-1220)"."""
    if mention is None:
        return None
    before = text[max(0, mention.span.start - _REACH) : mention.span.start].lower().split()
    ruled = life.terms.intersection(before[-3:-1]) or life.under.intersection(before[-1:])
    return None if ruled and _mark(text, time, life) is None else mention


def _named_before(text: str, time: TimeExpression, names: Names, life: LifeWords) -> Mention | None:
    """The person whose name stands right before the bracket that opens with the time, or that it tells the life in."""
    marked = _mark(text, time, life) is not None
    opening = text.rfind("(", max(0, time.span.start - (_BRACKET if marked else 12)), time.span.start)
    if opening < 0 or (not marked and text[time.span.end : time.span.end + 1] not in (")", ";", ",")):
        return None
    if not marked and text[opening + 1 : time.span.start].strip():
        return None
    end = len(text[:opening].rstrip())
    mention = names.mention(end - 1, end) if end else None
    is_person = mention is not None and mention.form == "name" and mention.kind == "person"
    return mention if mention is not None and is_person and mention.span.end == end else None


def _told_of(
    document: Document, time: TimeExpression, when: When, life: LifeWords, *, termed: bool
) -> Iterator[tuple[str, Span, When]]:
    """The type, words and time of each end of a life, or of the reign, that an expression tells."""
    text = time.span.quote(document)
    mark = _mark(document.text, time, life)
    if mark is not None and mark[1] in life.reigned:
        if when.lasting:
            yield life.reign, Span(document.id, mark[0], mark[0] + len(mark[1])), when
        return
    if mark is not None and not when.lasting:
        yield (life.birth if mark[1] in life.born else life.death), time.span, when
        return
    word = _FIRST_WORD.match(text)
    if word and word.group().lower() not in life.about:
        return
    if termed:
        yield life.reign, time.span, when
        return
    dash = _DASH.search(text)
    parts = when.edtf.split("/")
    if dash is None or len(parts) != 2 or not _is_a_life(when):
        return
    first = Span(document.id, time.span.start, time.span.start + dash.start())
    last = Span(document.id, time.span.start + dash.end(), time.span.end)
    for kind, span, bounds, edtf in zip(
        (life.birth, life.death), (first, last), (when.start, when.end), parts, strict=True
    ):
        precision: Precision = "day" if bounds.earliest == bounds.latest else "year"
        yield kind, span, When(bounds, bounds, edtf, precision, approximate="~" in edtf, calendar=when.calendar)


def is_a_term(when: When) -> bool:
    """Whether it is a stretch too short for a life."""
    years = years_of(when)
    return years is not None and years < _SHORTEST_LIFE


def _is_a_life(when: When) -> bool:
    years = years_of(when)
    return years is not None and _SHORTEST_LIFE <= years <= _LONGEST


def years_of(when: When) -> float | None:
    """How many years a stretch is long, about; None of what is no stretch with both its ends."""
    if not when.lasting or None in (when.start.earliest, when.start.latest, when.end.earliest, when.end.latest):
        return None
    return (_middle(when.end) - _middle(when.start)) / 365.25


def _middle(bounds: Bounds) -> float:
    return ((bounds.earliest or 0) + (bounds.latest or 0)) / 2
