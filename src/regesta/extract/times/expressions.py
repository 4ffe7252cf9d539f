"""The time expressions of a document: what other rooms see of this one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, groupby, islice
from operator import attrgetter

from regesta.extract.times.ahead import first_day
from regesta.extract.times.early import Early, in_calendar
from regesta.extract.times.find import find_in
from regesta.extract.times.readings import Date, Duration, Found, Nth, Reading, Reference, Share, Shift, Stretch
from regesta.extract.times.resolve import Context, Resolved, leaves, resolve
from regesta.extract.times.story import Story
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import Offset, Relation, TimeExpression, When
from regesta.rules.times import TimeRules

_OPENING = 5
"""Passages at the head of a document, of which one may give its year to those before it."""
_BEFORE_DATE = re.compile(r"[*_]*[^\W\d_][^.!?\d]{1,40}[,(]\s*")
_BEHIND_DATE = re.compile(r"\)?[*_]*\s*(?:\([^)]{1,40}\)\s*)?(?:[–—:]|-{1,2}\s|\.\s+[A-Z])")
_Passage = list[tuple[Sentence, Stretch]]


def find_times(
    document: Document,
    sentences: Sequence[Sentence],
    rules: TimeRules,
    *,
    document_date: When | None = None,
    early: Early = "as written",
) -> tuple[TimeExpression, ...]:
    """What tells a time, in text order; a range is one. "now" and "former" are left out: they date nothing.

    The head of a document may have its year from a passage further on, as `tag`, which reads streams, cannot tell.

    `document_date` is the day of writing, from which "yesterday" counts; where it is not given, it is that of the
    dateline, and never assumed. `early` is the calendar of days before 15 October 1582 that no word marks.
    """
    made: list[TimeExpression] = []
    for sentence, resolved in _resolved(document, sentences, rules, document_date, ahead=True):
        told = [_dated(r) for r in resolved if not _timeless(r)]
        made += _expressions(document, sentence, told, rules, early)
    return tuple(made)


def tag(
    document: Document,
    sentences: Sequence[Sentence],
    rules: TimeRules,
    *,
    document_date: When | None = None,
    early: Early = "as written",
) -> tuple[TimeExpression, ...]:
    """What TimeML and TIMEX2 tag: the ends of a range one by one, and references to the present or past as well."""
    made: list[TimeExpression] = []
    for sentence, resolved in _resolved(document, sentences, rules, document_date):
        made += _expressions(document, sentence, list(leaves(resolved)), rules, early)
    return tuple(made)


def _resolved(
    document: Document,
    sentences: Sequence[Sentence],
    rules: TimeRules,
    document_date: When | None,
    *,
    ahead: bool = False,
) -> Iterator[tuple[Sentence, list[Resolved]]]:
    passages = _read(document, sentences, rules)
    opening = list(islice(passages, _OPENING)) if ahead else []
    firsts = (first_day([stretch for _, stretch in passage]) for passage in opening)
    story = Story(document_date or (_dateline(document, sentences, opening[0]) if opening else None))
    beyond = next((first for first in firsts if first is not None), None)
    for passage in chain(opening, passages):
        resolved = story.passage([stretch for _, stretch in passage], beyond)
        for (sentence, _), readings in zip(passage, resolved, strict=True):
            yield sentence, [one for one in readings if not _unread(one)]


def _read(document: Document, sentences: Sequence[Sentence], rules: TimeRules) -> Iterator[_Passage]:
    """The sentences of each passage that tell a time, with what they tell."""
    for _, group in groupby(sentences, key=attrgetter("passage")):
        passage: _Passage = []
        before: int | None = None
        for sentence in group:
            found = find_in(document.text, sentence.span.start, sentence.span.end, rules)
            if found:
                asides, said_of = _asides(document.text, sentence.span), _said_of(document.text, sentence.span, rules)
                start = sentence.span.start
                last = start if before is None else before
                stretch = Stretch(tuple(found), sentence.kind == "heading", start, asides, last, said_of)
                passage.append((sentence, stretch))
            before = sentence.span.start
        yield passage


def _dateline(document: Document, sentences: Sequence[Sentence], passage: _Passage) -> When | None:
    """The day of writing, where a text begins with it as reports do: "Paris, 12 March 1871 – The mayor said ..."."""
    if not passage or passage[0][0].id != sentences[0].id:
        return None
    (sentence, stretch), text = passage[0], document.text
    first = stretch.found[0]
    date = resolve(first, Context())
    set_off = _BEFORE_DATE.fullmatch(text, sentence.span.start, first.start) and _BEHIND_DATE.match(text, first.end)
    return date.when if set_off and date.date is not None and date.date.day is not None else None


def _timeless(one: Resolved) -> bool:
    """Whether it dates nothing: "now", or "yesterday" where the day of writing is not given."""
    reading = one.found.reading
    undated = isinstance(reading, Reference) or (isinstance(reading, Shift) and reading.deictic == "only")
    return undated and not one.when


def _dated(one: Resolved) -> Resolved:
    """A share of a date as what it is to a chronology: a date, though TIMEX3 calls it a duration."""
    counted = isinstance(one.found.reading, Duration) and one.when is not None
    return one._replace(kind="DATE", value=None) if counted or isinstance(one.found.reading, Share) else one


def _unread(one: Resolved) -> bool:
    """Whether it is a short year, a decade or "then" that the context does not tell, or a range with such an end."""
    if one.parts:
        return any(map(_unread, one.parts))
    date = one.found.reading
    if isinstance(date, Reference) and date.then:
        return one.when is None
    return one.date is None and isinstance(date, Date) and (date.short_year or date.short_decade) is not None


def _asides(text: str, span: Span) -> tuple[tuple[int, int], ...]:
    """The characters between parentheses."""
    made, at = [], text.find("(", span.start, span.end)
    while at >= 0:
        end = text.find(")", at, span.end)
        if end < 0:
            break
        made.append((at, end))
        at = text.find("(", end, span.end)
    return tuple(made)


def _said_of(text: str, span: Span, rules: TimeRules) -> tuple[tuple[int, int], ...]:
    """The characters of what is said in passing of whoever was named: "Reed, who had come in 1850, fled"."""
    if not rules.relative:
        return ()
    return tuple(match.span() for match in _clause_behind(rules.relative).finditer(text, span.start, span.end))


@cache
def _clause_behind(words: tuple[str, ...]) -> re.Pattern[str]:
    """A clause between commas that one of the words opens."""
    return re.compile(rf",\s+(?:{'|'.join(map(re.escape, words))})\s[^,;]*(?=,)")


def _is_inside(reading: Reading) -> bool:
    """Whether it counts from the beginning of what lasted: "the third day of", "a week into"."""
    return isinstance(reading, Nth) or (isinstance(reading, Shift) and "into" in reading.qualifiers)


def _expressions(
    document: Document, sentence: Sentence, resolved: Sequence[Resolved], rules: TimeRules, early: Early
) -> Iterator[TimeExpression]:
    seen: Counter[str] = Counter()
    for one in resolved:
        words = document.text[one.found.start : one.found.end]
        dated = one if one.when is None else one._replace(when=in_calendar(one.when, early))
        yield _expression(document, sentence, dated, seen[words], rules)
        seen[words] += 1


def _expression(document: Document, sentence: Sentence, one: Resolved, nth: int, rules: TimeRules) -> TimeExpression:
    found: Found = one.found
    span = Span(document.id, found.start, found.end)
    relation: Relation = found.relation  # type: ignore[assignment]
    event = None if found.event is None else Span(document.id, *found.event)
    return TimeExpression(
        id=stable_id("t", sentence.id, span.quote(document), nth),
        span=span,
        phrase=span if found.phrase is None else Span(document.id, *found.phrase),
        kind=one.kind,
        value=one.value,
        when=one.when,
        basis=one.basis,
        relation=relation,
        evidence=Evidence((span,), f"{rules.label}: {found.rule}"),
        anchor=None if one.anchor is None else Span(document.id, *one.anchor),
        offset=None if one.offset is None else Offset(*one.offset, event, _is_inside(found.reading)),
        notes=one.notes,
    )
