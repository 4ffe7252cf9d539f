"""Everything a page shows, as plain values: the templates hold the words around them, this module none."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from regesta.model.calendars import from_jdn
from regesta.model.chronology import Chronology
from regesta.model.claim import Claim
from regesta.model.gap import Gap
from regesta.model.ids import Id
from regesta.model.lookup import Dating, Headline, Lookup, order_key
from regesta.model.manifest import Manifest
from regesta.model.state import State
from regesta.model.text import Span
from regesta.model.time import OPEN
from regesta.web.saying import Saying, count, load_words, saying_in
from regesta.web.source import lay_out


@dataclass(frozen=True, slots=True)
class Words:
    """Quoted words and the anchor of the sentence that holds them."""

    text: str
    href: Id | None
    where: str
    """Source and line, such as `text.txt:12`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim as the chronology tells it."""

    id: Id
    date: str | None
    """None where nothing bounds it."""
    edtf: str | None
    basis: str
    basis_words: tuple[Words, ...]
    head: Headline
    trigger: str
    type: str
    status: str
    said_by: str | None
    before: str
    """The sentence up to the trigger."""
    after: str
    """The sentence from the trigger on."""
    where: str
    citations: tuple[str, ...]
    accounts: tuple[tuple[Id, str], ...]
    """The other accounts of the same event, with their dates."""
    conflicts: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """One row of who held what."""

    holder: str
    since: str
    until: str
    certainty: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A contradiction or a gap."""

    id: Id
    kind: str
    message: str
    words: tuple[Words, ...]
    claims: tuple[Id, ...]


class _Page:
    """Makes the values; knows which anchor stands at which words."""

    def __init__(self, chronology: Chronology, saying: Saying) -> None:
        self.saying = saying
        self.lookup = Lookup(chronology)
        self.chronology = chronology
        self._anchors: dict[Id, list[tuple[int, int, Id]]] = {}
        for sentence in sorted(chronology.findings.sentences, key=lambda s: s.span):
            span = sentence.span
            self._anchors.setdefault(span.document, []).append((span.start, span.end, sentence.id))
        self._conflicts: dict[Id, list[Id]] = {}
        for conflict in chronology.conflicts:
            for claim in self._claims_of(conflict.statements):
                self._conflicts.setdefault(claim, []).append(conflict.id)

    def _claims_of(self, statements: Iterable[Id]) -> tuple[Id, ...]:
        return tuple(ident for ident in statements if ident in self.lookup.claims)

    def where(self, span: Span) -> str:
        return f"{self.lookup.documents[span.document].name}:{self.lookup.line(span)[0]}"

    def words(self, span: Span) -> Words:
        anchors = self._anchors.get(span.document, [])
        place = bisect_right(anchors, span.start, key=lambda anchor: anchor[0]) - 1
        href = anchors[place][2] if place >= 0 and anchors[place][1] > span.start else None
        return Words(self.lookup.quote(span), href, self.where(span))

    def entry(self, claim: Claim) -> Entry:
        lookup = self.lookup
        dating = lookup.dating(claim)
        sentence = lookup.sentences[claim.sentence].span
        text = lookup.documents[sentence.document].text
        event = lookup.event_of.get(claim.id)
        others = [lookup.claims[c] for c in event.claims if c != claim.id] if event else []
        return Entry(
            id=claim.id,
            date=self.saying.dating(dating),
            edtf=dating.edtf,
            basis=dating.basis,
            basis_words=tuple(self._basis(claim, dating)),
            head=lookup.headline(claim),
            trigger=lookup.quote(claim.trigger),
            type=self.saying.term("type", claim.type),
            status=claim.status,
            said_by=lookup.quote(claim.said_by) if claim.said_by else None,
            before=text[sentence.start : claim.trigger.start],
            after=text[claim.trigger.end : sentence.end],
            where=self.where(claim.trigger),
            citations=claim.citations,
            accounts=tuple(
                (other.id, self.saying.dating(lookup.dating(other)) or "") for other in lookup.text_order(others)
            ),
            conflicts=tuple(self._conflicts.get(claim.id, ())),
        )

    def _basis(self, claim: Claim, dating: Dating) -> Iterator[Words]:
        """The words that the date rests on: the claim's own, or those of the statements that bound its event."""
        if dating.told is not None or dating.bounds == OPEN:
            if claim.time.quote is not None:
                yield self.words(claim.time.quote)
            return
        event = self.lookup.event_of[claim.id]
        dates = self.lookup.dates[event.id]
        statements = dict.fromkeys((*dates.start_from, *dates.end_from))
        spans = dict.fromkeys(span for ident in statements for span in self.lookup.statement(ident))
        yield from (self.words(span) for span in spans)

    def years(self) -> Iterator[tuple[str, list[Entry]]]:
        """Dated claims by the year of the first day they may fall on (of the last where the first is open)."""
        dated = [claim for claim in self.lookup.chronological() if self.lookup.dating(claim).bounds != OPEN]
        for year, claims in groupby(dated, key=self._year):
            yield self.saying.year(year), [self.entry(claim) for claim in claims]

    def _year(self, claim: Claim) -> int:
        bounds = self.lookup.dating(claim).bounds
        anchor = bounds.earliest if bounds.earliest is not None else bounds.latest
        return from_jdn(anchor)[0] if anchor is not None else 0

    def undated(self) -> list[Entry]:
        return [self.entry(c) for c in self.lookup.text_order() if self.lookup.dating(c).bounds == OPEN]

    def holdings(self) -> Iterator[tuple[str, str, list[Holding]]]:
        """Fluent, what is held, and its holders in order; what is its own holder (that a body exists) comes last."""

        def what(state: State) -> tuple[str, str]:
            return state.fluent, state.key

        def order(state: State) -> tuple[bool, str, str, tuple[int, ...], str, Id]:
            return (state.key == state.holder, *what(state), order_key(state.since), state.holder, state.id)

        for (fluent, key), states in groupby(sorted(self.chronology.states, key=order), key=what):
            yield self.saying.term("fluent", fluent), key, [self._holding(state) for state in states]

    def _holding(self, state: State) -> Holding:
        words = tuple(self.words(span) for span in state.evidence.quotes)
        return Holding(state.holder, self.saying.since(state), self.saying.until(state), state.certainty, words)

    def conflicts(self) -> list[Note]:
        say = self.saying.message
        found = sorted(self.chronology.conflicts, key=lambda c: ([self.lookup.place_key(q) for q in c.quotes], c.id))
        return [
            Note(c.id, c.kind, say(c.message), tuple(map(self.words, c.quotes)), self._claims_of(c.statements))
            for c in found
        ]

    def gaps(self) -> Iterator[tuple[str, list[Note]]]:
        """Gaps by kind."""
        found = sorted(self.chronology.gaps, key=lambda g: (g.kind, self.lookup.place_key(g.span), g.id))
        for kind, gaps in groupby(found, key=lambda g: g.kind):
            yield self.saying.term("gap", kind), [self._gap(gap) for gap in gaps]

    def _gap(self, gap: Gap) -> Note:
        words = tuple(self.words(span) for span in (gap.span, *gap.related))
        return Note(gap.id, gap.kind, self.saying.message(gap.message), words, (gap.claim,) if gap.claim else ())

    def span(self) -> str | None:
        """First and last day that any claim is bounded by."""
        bounds = [self.lookup.dating(claim).bounds for claim in self.lookup.claims.values()]
        days = [day for b in bounds for day in (b.earliest, b.latest) if day is not None]
        return f"{self.saying.day(min(days))} – {self.saying.day(max(days))}" if days else None


def name_it(chronology: Chronology, manifest: Manifest, *, title: str, language: str) -> dict[str, Any]:
    """What `page.html` needs to be filled with where the chronology as text stands beside it."""
    words = load_words(language)
    return {
        "title": title,
        "manifest": manifest,
        "w": words,
        "events": count(words, "event", len(chronology.events)),
    }


def look_at(chronology: Chronology, manifest: Manifest, *, title: str, language: str) -> dict[str, Any]:
    """The values that `record.html` is filled with."""
    page = _Page(chronology, saying_in(language))
    words = load_words(language)
    return {
        **name_it(chronology, manifest, title=title, language=language),
        "span": page.span(),
        "claims": count(words, "claim", len(page.lookup.claims)),
        "contradictions": count(words, "contradiction", len(chronology.conflicts)),
        "years": list(page.years()),
        "undated": page.undated(),
        "holdings": list(page.holdings()),
        "conflicts": page.conflicts(),
        "gaps": list(page.gaps()),
        "sources": lay_out(page.lookup, page.saying.message),
    }
