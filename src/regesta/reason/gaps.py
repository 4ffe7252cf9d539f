"""What the sources leave open: orphan citations, references without an antecedent, happenings without date or place."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import TOLD, Claim, Event
from regesta.model.constraint import EventDates
from regesta.model.gap import Gap
from regesta.model.ids import Id, stable_id
from regesta.model.state import State, Transition
from regesta.model.text import Citation, Document, Span
from regesta.reason.notes import CONTRADICTIONS, NOTES
from regesta.reason.silences import find_silences
from regesta.reason.versions import find_versions
from regesta.rules.event_types import EventTypes


def find_gaps(
    findings: Findings,
    events: Sequence[Event],
    dates: Sequence[EventDates],
    transitions: Sequence[Transition],
    states: Sequence[State],
    event_types: EventTypes,
) -> tuple[Gap, ...]:
    """All gaps, in text order."""
    documents = {d.id: d for d in findings.documents}
    dating = {c: d for e, d in zip(events, dates, strict=True) for c in e.claims}
    claims: dict[Id, list[Claim]] = defaultdict(list)
    for claim in findings.claims:
        if claim.status in TOLD:
            claims[claim.sentence].append(claim)
    placed = _placed_sentences(findings)
    found = [*_orphans(findings), *_unresolved(findings, documents), *_times(findings)]
    found += find_versions(findings, events, dates, event_types)
    found += find_silences(findings, events, transitions, states)
    for sentence, told in claims.items():
        found += _undated(told, dating, documents)
        found += _unplaced(told, dating, event_types, documents, placed=sentence in placed)
    order = {d.id: i for i, d in enumerate(findings.documents)}
    return tuple(sorted(found, key=lambda g: (order[g.span.document], g.span.start, g.kind, g.id)))


def _gap(kind: str, message: str, span: Span, related: tuple[Span, ...] = (), claim: Id | None = None) -> Gap:
    return Gap(stable_id("g", kind, span.document, span.start, span.end), kind, message, span, related, claim)


def _orphans(findings: Findings) -> Iterator[Gap]:
    """Markers that open a passage; not those that open the notes themselves, behind a text that cites them.

    Notes stand last or several in a row, and half of a row or more is cited before.
    """
    cited: dict[tuple[Id, str], int] = {}
    for citation in findings.citations:
        if not citation.orphan:
            cited.setdefault((citation.span.document, citation.label), citation.span.start)
    for row, ends in _opened_in_a_row(findings):
        known = [c for c in row if cited.get((c.span.document, c.label), c.span.start) < c.span.start]
        notes = known if 2 * len(known) >= len(row) and (ends or len(known) > 1) else []
        for citation in row:
            if citation not in notes:
                yield _gap(
                    "orphan-citation",
                    f"[{citation.label}] opens a passage: what it supports is not in this text",
                    citation.span,
                )


def _opened_in_a_row(findings: Findings) -> Iterator[tuple[list[Citation], bool]]:
    """The markers that open passages which cite nothing else, those of neighbours together; whether nothing follows."""
    passages = sorted(p.span for p in findings.passages)
    starts = [(p.document, p.start) for p in passages]
    opening: dict[int, list[Citation]] = defaultdict(list)
    citing = set[int]()
    for citation in findings.citations:
        at = bisect_right(starts, (citation.span.document, citation.span.start)) - 1
        if citation.orphan:
            opening[at].append(citation)
        else:
            citing.add(at)
    row: list[Citation] = []
    for at, passage in enumerate(passages):
        row += opening.get(at, ())
        ends = at + 1 == len(passages) or passages[at + 1].document != passage.document
        if row and (ends or at in citing or at + 1 in citing or at + 1 not in opening):
            yield row, ends and at not in citing
            row = []


def _unresolved(findings: Findings, documents: Mapping[Id, Document]) -> Iterator[Gap]:
    for mention in findings.mentions:
        if mention.refers and mention.entity is None:
            words = mention.span.quote(documents[mention.span.document])
            event = mention.kind == "event"
            said = "spoken of, and not told" if event else "the text does not say who or what is meant"
            yield _gap("not-told" if event else "unresolved-reference", f'"{words}": {said}', mention.span)


def _times(findings: Findings) -> Iterator[Gap]:
    for time in findings.times:
        for note in time.notes:
            if note not in CONTRADICTIONS:
                yield _gap("date-note", NOTES.get(note, note), time.span)


def _is_undated(claim: Claim, dates: EventDates | None) -> bool:
    """Whether nothing dates it: no time of its own, and no first or no last day by what else is told."""
    return dates is None or (claim.time.when is None and None in (dates.start.earliest, dates.end.latest))


def _undated(told: Sequence[Claim], dating: Mapping[Id, EventDates], documents: Mapping[Id, Document]) -> Iterator[Gap]:
    """One gap a sentence, at its first undated happening; the others are named with it."""
    open_claims = [c for c in told if _is_undated(c, dating.get(c.id))]
    if open_claims:
        yield _about("undated", "no date, and no two days that it must lie between", open_claims, documents)


def _unplaced(
    told: Sequence[Claim],
    dating: Mapping[Id, EventDates],
    event_types: EventTypes,
    documents: Mapping[Id, Document],
    *,
    placed: bool,
) -> Iterator[Gap]:
    """Dated happenings of kinds that take place somewhere, in a sentence that names no place at all (`placed`).

    What needs a place of its own is missed without one even where the sentence names another.
    """
    bare = [
        c
        for c in told
        if (kind := event_types.get(c.type)) is not None
        and not c.fillers("place")
        and (kind.own_place or (kind.place_matters and not placed and not _is_undated(c, dating.get(c.id))))
    ]
    if bare:
        yield _about("unplaced", "the sentence does not say where", bare, documents)


def _about(kind: str, message: str, claims: Sequence[Claim], documents: Mapping[Id, Document]) -> Gap:
    words = ", ".join(f'"{c.trigger.quote(documents[c.trigger.document])}"' for c in claims)
    first, *others = (c.trigger for c in claims)
    return _gap(kind, f"{words}: {message}", first, tuple(others), claims[0].id)


def _placed_sentences(findings: Findings) -> set[Id]:
    """Sentences that name a place anywhere."""
    placed: set[Id] = set()
    by_document: dict[Id, list[Span]] = defaultdict(list)
    for mention in findings.mentions:
        if mention.kind == "place" and mention.entity is not None:
            by_document[mention.span.document].append(mention.span)
    for spans in by_document.values():
        spans.sort()
    cursor: dict[Id, int] = defaultdict(int)
    for sentence in sorted(findings.sentences, key=lambda s: s.span):
        spans = by_document.get(sentence.span.document, [])
        i = cursor[sentence.span.document]
        while i < len(spans) and spans[i].start < sentence.span.start:
            i += 1
        cursor[sentence.span.document] = i
        if i < len(spans) and spans[i].start < sentence.span.end:
            placed.add(sentence.id)
    return placed
