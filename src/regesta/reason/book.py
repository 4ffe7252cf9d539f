"""What contradictions are made from: statements by id, with their words and the events that they tell of."""

from collections import defaultdict
from collections.abc import Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Conflict, Constraint
from regesta.model.ids import Id, stable_id
from regesta.model.text import Span


class Book:
    """Statements with their words and events, and contradictions between them as findings.

    Claims stand in it without the participants that are only likely: likelihood contradicts nobody.
    """

    def __init__(self, findings: Findings, events: Sequence[Event], constraints: Sequence[Constraint]) -> None:
        self.events = events
        self.claims = {c.id: c.sure() for c in findings.claims}
        self.links = {link.id: link for link in findings.links}
        self.times = {t.id: t for t in findings.times}
        self.entities = {e.id: e for e in findings.entities}
        self.event_of = {c: e.id for e in events for c in e.claims}
        self.statements: dict[Id, list[Constraint]] = defaultdict(list)
        for constraint in constraints:
            self.statements[constraint.statement].append(constraint)

    def accounts(self, event: Event) -> list[Claim]:
        """The claims that tell of it."""
        return [self.claims[c] for c in event.claims]

    def words(self, statement: Id) -> tuple[Span, ...]:
        """A claim is quoted by its trigger and its time, a link and a time by their own words."""
        if statement in self.links:
            return self.links[statement].evidence.quotes
        if statement in self.times:
            return (self.times[statement].phrase,)
        claim = self.claims[statement]
        return (claim.trigger,) if claim.time.quote is None else (claim.trigger, claim.time.quote)

    def make(self, kind: str, message: str, statements: Sequence[Id]) -> Conflict:
        """A contradiction between statements, quoted in text order."""
        quotes = sorted({q for s in statements for q in self.words(s)})
        claims = [c for s in statements for c in self._claims_of(s)]
        events = tuple(dict.fromkeys(self.event_of[c] for c in claims if c in self.event_of))
        ident = stable_id("x", kind, *sorted(statements))
        return Conflict(ident, kind, message, tuple(sorted(statements)), tuple(quotes), events)

    def _claims_of(self, statement: Id) -> tuple[Id, ...]:
        if statement in self.times:
            return tuple(c.id for c in self.claims.values() if c.time.expression == statement)
        link = self.links.get(statement)
        return (statement,) if link is None else (link.earlier, link.later)

    def name(self, entity: Id) -> str:
        """What an entity goes by."""
        known = self.entities.get(entity)
        return known.name if known is not None else "somebody"
