"""Why a day, and why a holding: the chain of statements behind each, back to what the sources say."""

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model.chronology import Chronology
from regesta.model.claim import Claim, Event, TemporalLink
from regesta.model.constraint import EventDates
from regesta.model.ids import Id
from regesta.model.state import State, Transition
from regesta.model.text import Span
from regesta.model.wording import say_day, say_when


@dataclass(frozen=True, slots=True)
class Step:
    """One statement: what it gives, and its words."""

    statement: Id
    """A claim or a link."""
    says: str
    quotes: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """What follows, and the statements from which it follows, the nearest first."""

    gives: str
    steps: tuple[Step, ...]

    def record(self) -> dict[str, object]:
        """For programs; quotes as characters of their documents."""
        steps = [
            {
                "statement": s.statement,
                "says": s.says,
                "quotes": [{"document": q.document, "start": q.start, "end": q.end} for q in s.quotes],
            }
            for s in self.steps
        ]
        return {"gives": self.gives, "steps": steps}


def why_dated(chronology: Chronology, event: Id) -> tuple[Chain, ...]:
    """Why an event happened no sooner, and no later, than its bounds say; nothing for bounds that are open."""
    return tuple(_Told(chronology).dated(event, "it happened"))


def why_held(chronology: Chronology, state: State) -> tuple[Chain, ...]:
    """What began a holding and what may have ended it, each with the statements that date it."""
    told = _Told(chronology)
    chains = [told.changed(state, state.started_by, f"{state.holder} had {state.key}")]
    chains += told.dated(state.started_by, "it began")
    for ending in state.ended_by:
        sure = len(state.ended_by) == 1 and all(t.strength == "firm" for t in told.changes(state, ending))
        chains.append(told.changed(state, ending, "it ended" if sure else "it may have ended"))
        chains += told.dated(ending, "that happened")
    return tuple(chains)


class _Told:
    """Statements and events by id."""

    def __init__(self, chronology: Chronology) -> None:
        findings = chronology.findings
        self.documents = {d.id: d for d in findings.documents}
        self.claims = {c.id: c for c in findings.claims}
        self.links = {link.id: link for link in findings.links}
        self.sentences = {s.id: s.span for s in findings.sentences}
        self.events: dict[Id, Event] = {e.id: e for e in chronology.events}
        self.dates: dict[Id, EventDates] = {d.event: d for d in chronology.dates}
        self.transitions: dict[Id, list[Transition]] = {}
        for t in chronology.transitions:
            self.transitions.setdefault(t.event, []).append(t)

    def dated(self, event: Id, happened: str) -> Iterator[Chain]:
        """The chains behind the first day of its beginning and the last of its end."""
        dates = self.dates.get(event)
        if dates is None:
            return
        for day, word, statements in (
            (dates.start.earliest, "before", dates.start_from),
            (dates.end.latest, "after", dates.end_from),
        ):
            if day is not None and statements:
                yield Chain(f"{happened} not {word} {say_day(day)}", tuple(self._step(s) for s in statements))

    def changes(self, state: State, event: Id) -> list[Transition]:
        """What the event starts, ends and shows of what is held."""
        return [t for t in self.transitions.get(event, ()) if (t.fluent, t.key) == (state.fluent, state.key)]

    def changed(self, state: State, event: Id, gives: str) -> Chain:
        """What is told of the event that began or ended a holding, and how firmly it says so."""
        told = self.events[event]
        firm = any(t.strength == "firm" for t in self.changes(state, event))
        how = "says so" if firm else "makes it possible and no more"
        claims = [self.claims[c] for c in told.claims]
        return Chain(gives, tuple(Step(c.id, f"{self._words(c)} {how}", (self.sentences[c.sentence],)) for c in claims))

    def _step(self, statement: Id) -> Step:
        link = self.links.get(statement)
        if link is not None:
            return Step(statement, self._order(link), link.evidence.quotes)
        claim = self.claims[statement]
        when = claim.time.when
        dated = f"{self._words(claim)} is dated {say_when(when)}" if when is not None else self._words(claim)
        how = "" if claim.time.basis == "stated" else f" ({claim.time.basis})"
        quote = claim.time.quote
        return Step(statement, f"{dated}{how}", (claim.trigger,) if quote is None else (claim.trigger, quote))

    def _order(self, link: TemporalLink) -> str:
        earlier, later = self._words(self.claims[link.earlier]), self._words(self.claims[link.later])
        low, high = link.min_days, link.max_days
        if high is not None:
            days = f"{low} days" if low == high else f"{low} to {high} days"
            return f"{later} comes {days} after {earlier}"
        return f"{earlier} comes before {later}" + (f", by {low} days or more" if low > 0 else "")

    def _words(self, claim: Claim) -> str:
        return f"“{' '.join(claim.trigger.quote(self.documents[claim.trigger.document]).split())}”"
