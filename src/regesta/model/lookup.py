"""Finds things in a chronology by id, dates claims after reasoning, and puts claims and events in order.

Tables, answers, exports and pages all read a chronology through this, so that they agree.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from regesta.model.calendars import from_jdn, iso_year, month_length, to_iso
from regesta.model.chronology import Chronology
from regesta.model.claim import Claim, Event, Role
from regesta.model.constraint import EventDates
from regesta.model.entity import Entity
from regesta.model.ids import Id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import OPEN, Basis, Bounds, When
from regesta.model.wording import say_bounds, say_when

OrderKey = tuple[int, int, int, int, int, int, str]


class Headline(NamedTuple):
    """A claim in a few words: `Daniele Manin`, `seized`, `the Arsenal`, `Venice`; `Metz`, `fell`; `siege`, `Metz`."""

    before: str
    """Who did it; where nobody is told to have done it, whom it befell."""
    word: str
    """The word for it, or the office that it stands in."""
    after: str
    """Everybody and everything else that took part."""
    where: str

    def say(self) -> str:
        """On one line: `Metz fell`, `siege: Metz`, `Manin seized the Arsenal (Venice)`."""
        mark = "" if self.before or not self.after else ":"
        where = f"({self.where})" if self.where else ""
        return " ".join(part for part in (self.before, self.word + mark, self.after, where) if part)


@dataclass(frozen=True, slots=True)
class Dating:
    """When a claim's happening falls, after all that the sources say of order and distance."""

    bounds: Bounds
    edtf: str | None
    basis: Basis
    calendar: str | None
    told: When | None
    """The source's own time where nothing tighter follows; None where the bounds were worked out."""

    def say(self) -> str:
        """In words, such as `between 21 May and 10 June 1871`."""
        return say_when(self.told) if self.told else say_bounds(self.bounds)


UNKNOWN = Dating(OPEN, None, "none", None, None)


def edtf_of(bounds: Bounds, *, lasting: bool = False) -> str | None:
    """EDTF of bounds: a day, month or year they fill; `a/..` and `../b` where open; `[a..b]` for one day among many,
    `a/b` for a stretch that is filled; None where nothing is known.
    """
    low, high = bounds.earliest, bounds.latest
    if low is None and high is None:
        return None
    if low is None or high is None:
        return f"{'..' if low is None else to_iso(low)}/{'..' if high is None else to_iso(high)}"
    if low == high:
        return to_iso(low)
    (year, month, day), (end_year, end_month, end_day) = from_jdn(low), from_jdn(high)
    if year == end_year and day == 1 and end_day == month_length(end_year, end_month):
        if month == end_month:
            return f"{iso_year(year)}-{month:02d}"
        if (month, end_month) == (1, 12):
            return iso_year(year)
    return f"{to_iso(low)}/{to_iso(high)}" if lasting else f"[{to_iso(low)}..{to_iso(high)}]"


def _tighter(own: Bounds, other: Bounds) -> bool:
    """Whether `other` lies within `own` and says more."""
    low = own.earliest is None or (other.earliest is not None and other.earliest >= own.earliest)
    high = own.latest is None or (other.latest is not None and other.latest <= own.latest)
    return low and high and own != other


def date_claim(claim: Claim, dates: EventDates | None) -> Dating:
    """The claim's own time, or its event's bounds where these say more. In a dispute each account keeps its own."""
    when = claim.time.when
    own = Bounds(when.earliest, when.latest) if when else OPEN
    worked_out = OPEN
    if dates is not None and not dates.disputed:
        worked_out = Bounds(dates.start.earliest, dates.end.latest)
    if _tighter(own, worked_out):
        lasting = when is not None and when.lasting
        return Dating(
            worked_out, edtf_of(worked_out, lasting=lasting), "relative", when.calendar if when else "gregorian", None
        )
    return Dating(own, when.edtf, claim.time.basis, when.calendar, when) if when else UNKNOWN


def order_key(bounds: Bounds) -> tuple[int, int, int, int]:
    """Sorts moments: the dated first, by the first day they may fall on (by the last where the first is open)."""
    anchor = bounds.earliest if bounds.earliest is not None else bounds.latest
    if anchor is None:
        return (1, 0, 0, 0)
    return (0, anchor, int(bounds.latest is None), bounds.latest if bounds.latest is not None else 0)


class Lookup:
    """A chronology by id and in order. Reads everything once; raises KeyError for an id that is not in it."""

    def __init__(self, chronology: Chronology) -> None:
        findings = chronology.findings
        self.chronology = chronology
        self.documents: dict[Id, Document] = {d.id: d for d in findings.documents}
        self.sentences: dict[Id, Sentence] = {s.id: s for s in findings.sentences}
        self.entities: dict[Id, Entity] = {e.id: e for e in findings.entities}
        self.claims: dict[Id, Claim] = {c.id: c for c in findings.claims}
        self.events: dict[Id, Event] = {e.id: e for e in chronology.events}
        self.event_of: dict[Id, Event] = {claim: event for event in chronology.events for claim in event.claims}
        self.dates: dict[Id, EventDates] = {d.event: d for d in chronology.dates}
        self._rank = {d.id: n for n, d in enumerate(findings.documents)}
        self._times = {t.id: t.phrase for t in findings.times}
        self._line_starts: dict[Id, list[int]] = {}
        self._datings: dict[Id, Dating] = {}
        self._words: dict[Id, frozenset[str]] = {}
        self._links = {link.id: link.evidence.quotes for link in findings.links}

    def quote(self, span: Span) -> str:
        """The exact words."""
        return span.quote(self.documents[span.document])

    def place_key(self, span: Span) -> tuple[int, int, int]:
        """Sorts spans in text order: documents as they were given, then by position."""
        return (self._rank[span.document], span.start, span.end)

    def line(self, span: Span) -> tuple[int, int]:
        """Line and column of the span's first character, both from 1."""
        starts = self._line_starts.get(span.document)
        if starts is None:
            text = self.documents[span.document].text
            starts = [0, *(n + 1 for n, character in enumerate(text) if character == "\n")]
            self._line_starts[span.document] = starts
        line = bisect_right(starts, span.start)
        return line, span.start - starts[line - 1] + 1

    def dating(self, claim: Claim) -> Dating:
        """When its happening falls, after reasoning."""
        found = self._datings.get(claim.id)
        if found is None:
            event = self.event_of.get(claim.id)
            found = self._datings[claim.id] = date_claim(claim, self.dates.get(event.id) if event else None)
        return found

    def event_bounds(self, event: Event) -> Bounds:
        """First and last day on which any of the event may fall."""
        dates = self.dates.get(event.id)
        return Bounds(dates.start.earliest, dates.end.latest) if dates else OPEN

    def name(self, role: Role) -> str:
        """A participant's fullest name, or its words where the text does not say who it is."""
        return self.quote(role.span) if role.entity is None else self.entities[role.entity].name

    def headline(self, claim: Claim) -> Headline:
        """Who took part, round the word for it, in the order in which a sentence has them."""
        doers, targets = claim.fillers("actor"), claim.fillers("target")
        office = next((r for r in claim.roles if r not in doers and claim.trigger.overlaps(r.span)), None)
        if office is not None and self.name(office) in map(self.name, doers):
            office = None
        ahead = () if claim.by_noun else doers or [r for r in targets if r.span < claim.trigger]
        before = dict.fromkeys(map(self.name, ahead))
        others = [r for r in (*targets, *claim.roles) if office is None or not office.span.covers(r.span)]
        seen = set(before)
        after: dict[str, None] = {}
        places: dict[str, None] = {}
        for role in (*doers, *others):
            if (name := self.name(role)) not in seen:
                (places if role.name == "place" else after)[self.inside(role, claim)] = None
                seen.add(name)
        named = ", ".join((*before, *after))
        word = self.inside(office, claim) if office else " ".join(self.quote(claim.trigger).split())
        return Headline(", ".join(before), word, ", ".join(after), ", ".join(p for p in places if p not in named))

    def inside(self, role: Role, claim: Claim) -> str:
        """Its name as it stands inside a sentence: `A commission` that opened one is `a commission`."""
        name, start = self.name(role), self.sentences[claim.sentence].span.start
        text = self.documents[role.span.document].text
        if role.entity is not None or any(map(str.isalpha, text[start : role.span.start])):
            return name
        words = self._words.get(role.span.document)
        if words is None:
            words = self._words[role.span.document] = frozenset(text.split())
        first, space, rest = name.partition(" ")
        return f"{first.lower()}{space}{rest}" if first.lower() in words else name

    def text_order(self, claims: Iterable[Claim] | None = None) -> list[Claim]:
        """Claims as they stand in the documents (all of them, or those given)."""
        chosen = self.claims.values() if claims is None else claims
        return sorted(chosen, key=lambda c: (self.place_key(c.trigger), c.id))

    def chronological(self, claims: Iterable[Claim] | None = None) -> list[Claim]:
        """Claims in the order of time, the undated last; in text order where the days do not tell."""

        def key(claim: Claim) -> OrderKey:
            return (*order_key(self.dating(claim).bounds), *self.place_key(claim.trigger)[:2], claim.id)

        return sorted(self.claims.values() if claims is None else claims, key=key)

    def statement(self, ident: Id) -> tuple[Span, ...]:
        """The words of a statement: a claim's sentence, a time expression's phrase, what a link quotes."""
        if ident in self.claims:
            return (self.sentences[self.claims[ident].sentence].span,)
        if ident in self._times:
            return (self._times[ident],)
        return self._links[ident]
