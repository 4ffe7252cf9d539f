"""Questions to a chronicle: dates as a user types them, who held what on a day, one thing in full."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from regesta.api.views import Shown, Words, filler_names, make_entry, words_at
from regesta.errors import QuestionError
from regesta.model.calendars import to_iso
from regesta.model.chronology import Chronology
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Conflict
from regesta.model.gap import Gap
from regesta.model.ids import Id
from regesta.model.lookup import Lookup
from regesta.model.state import Answer, State
from regesta.model.text import Span
from regesta.model.time import OPEN, Bounds, When
from regesta.model.wording import say_bounds, say_edge

if TYPE_CHECKING:
    from regesta.reason import Chain

Moment = Literal["within", "start", "end", "throughout"]
MOMENTS: tuple[Moment, ...] = ("within", "start", "end", "throughout")


def read_date(text: str, lookup: Lookup, language: str | None = None) -> When:
    """A date as a user types it: ISO, EDTF, or words of a language (that of the sources); QuestionError otherwise."""
    from regesta.extract.times import parse_date

    try:
        return parse_date(text)
    except QuestionError:
        from regesta.rules.load import available_languages, load_rules

        known = available_languages()
        spoken = next((d.language for d in lookup.documents.values() if d.language in known), known[0])
        return parse_date(text, load_rules(language or spoken).times)


def read_days(text: str, lookup: Lookup) -> tuple[int, int]:
    """The first and last day (Julian day numbers) of a day, a month, a year or a longer time with both its ends."""
    when = read_date(text, lookup)
    if when.earliest is None or when.latest is None:
        end = "beginning" if when.earliest is None else "end"
        raise QuestionError(f'date "{text}": it has no {end}; ask for a day, a month, a year, or a stretch: 1870/1871')
    return when.earliest, when.latest


@dataclass(frozen=True, slots=True)
class Answers:
    """Who held what on a day, or in a stretch of days. No answers means unknown; `why` then says what is missing."""

    day: int
    last: int
    """The same day, or the last one of the stretch."""
    place: str | None
    office: str | None
    answers: tuple[Answer, ...]
    why: str
    _lookup: Lookup = field(repr=False, compare=False)

    @property
    def date(self) -> str:
        """ISO; of a stretch its first and last day with a stroke between them."""
        return to_iso(self.day) if self.day == self.last else f"{to_iso(self.day)}/{to_iso(self.last)}"

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def words(self, answer: Answer) -> tuple[Words, ...]:
        """The words on which an answer stands."""
        return tuple(words_at(span, self._lookup) for span in answer.evidence.quotes)

    def citations(self, answer: Answer) -> tuple[str, ...]:
        """The labels that the sources cite for them."""
        claims = (self._lookup.claims[i] for i in answer.evidence.derived_from if i in self._lookup.claims)
        return tuple(dict.fromkeys(label for claim in claims for label in claim.citations))

    def record(self) -> dict[str, Any]:
        """For JSON; `why` only where nothing is known."""
        record: dict[str, Any] = {"date": self.date, "place": self.place}
        if self.office is not None:
            record["office"] = self.office
        record["answers"] = [self._answer(a) for a in self.answers]
        return record if self.answers else {**record, "why": self.why}

    def _answer(self, answer: Answer) -> dict[str, Any]:
        return {
            "holder": answer.holder,
            "fluent": answer.fluent,
            "key": answer.key,
            "certainty": answer.certainty,
            "since": list(answer.since.iso()),
            "until": list(answer.until.iso()),
            **self._days(answer),
            "why": answer.why,
            "evidence": [self._evidence(span, answer) for span in answer.evidence.quotes],
        }

    def _days(self, answer: Answer) -> dict[str, Any]:
        """For a stretch: the days on which it may have been so, and those on which it was."""
        if self.day == self.last:
            return {}
        return {"within": list(answer.within.iso()), "sure": [list(days.iso()) for days in answer.sure]}

    def _evidence(self, span: Span, answer: Answer) -> dict[str, Any]:
        claims = (self._lookup.claims.get(i) for i in answer.evidence.derived_from)
        claim = next((c for c in claims if c and self._lookup.sentences[c.sentence].span.overlaps(span)), None)
        return {**words_at(span, self._lookup).record(), "claim": claim.id if claim else None}


def show(ident: str, lookup: Lookup, *, why: bool = False) -> Shown:
    """A claim, event, holding, contradiction or gap by its id or the beginning of it; QuestionError where none is.

    `why` adds the chain of statements behind each day of it.
    """
    tables = _tables(lookup.chronology)
    found = [(i, kind) for kind, table in tables.items() for i in table if i.startswith(ident)] if ident else []
    exact = [pair for pair in found if pair[0] == ident]
    if len(exact or found) != 1:
        example = next((i for table in tables.values() for i in table), None)
        hint = f", such as {example}" if example else ""
        what = f"{len(found)} ids begin so; write more of it" if found else f"no such id; timeline gives ids{hint}"
        raise QuestionError(f'id "{ident}": {what}')
    key, kind = (exact or found)[0]
    value = tables[kind][key]
    facts, record = _SHOWN[kind](value, lookup)
    if why:
        chains = _chains(value, lookup)
        for chain in chains:
            facts.append(("why", chain.gives))
            facts += [("because", f"{s.says}: {'; '.join(_quoted(q, lookup) for q in s.quotes)}") for s in chain.steps]
        record = {**record, "why": [c.record() for c in chains]}
    return Shown(key, kind, tuple(facts), record)


def _chains(value: Any, lookup: Lookup) -> "tuple[Chain, ...]":
    """Of a holding, an event, or the event that a claim tells of; nothing for what is not dated."""
    from regesta.reason import why_dated, why_held

    if isinstance(value, State):
        return why_held(lookup.chronology, value)
    event = value if isinstance(value, Event) else lookup.event_of.get(value.id) if isinstance(value, Claim) else None
    return why_dated(lookup.chronology, event.id) if event is not None else ()


def _tables(chronology: Chronology) -> dict[str, dict[Id, Any]]:
    return {
        "event": {e.id: e for e in chronology.events},
        "claim": {c.id: c for c in chronology.findings.claims},
        "holding": {s.id: s for s in chronology.states},
        "contradiction": {c.id: c for c in chronology.conflicts},
        "gap": {g.id: g for g in chronology.gaps},
    }


Facts = list[tuple[str, str]]


def _quoted(span: Span, lookup: Lookup) -> str:
    words = words_at(span, lookup)
    return f"“{' '.join(words.quote.split())}” ({words.at})"


def _show_claim(claim: Claim, lookup: Lookup) -> tuple[Facts, dict[str, Any]]:
    facts: Facts = [("type", claim.type), ("status", claim.status), ("told by", _quoted(claim.trigger, lookup))]
    if claim.status_cue:
        facts.append(("status from", _quoted(claim.status_cue, lookup)))
    if claim.said_by:
        facts.append(("said by", _quoted(claim.said_by, lookup)))
    for role in claim.roles:
        name = (
            filler_names([claim], [role.name], lookup) if role.entity is None else (lookup.entities[role.entity].name,)
        )
        facts.append((role.name, f"{name[0]}: {_quoted(role.span, lookup)}, by {role.rule}"))
    facts += _dated(claim, lookup)
    facts.append(("sentence", _quoted(lookup.sentences[claim.sentence].span, lookup)))
    if claim.citations:
        facts.append(("cites", "".join(f"[{label}]" for label in claim.citations)))
    facts.append(("read by", f"{claim.evidence.rule} (confidence {claim.confidence:.2f})"))
    if claim.id in lookup.event_of:
        facts.append(("event", lookup.event_of[claim.id].id))
    return facts, _claim_records([claim.id], lookup)[0]


def _claim_records(idents: Sequence[Id], lookup: Lookup) -> list[dict[str, Any]]:
    """The claims as the JSON lines have them."""
    from regesta.export.jsonl import records

    return [r for r in records(lookup.chronology) if r["id"] in idents]


def _dated(claim: Claim, lookup: Lookup) -> Facts:
    """When, and how that was worked out."""
    dating = lookup.dating(claim)
    how = {"none": "the text does not say"}.get(dating.basis, dating.basis)
    facts: Facts = [("date", f"{dating.say()} ({how}{f', EDTF {dating.edtf}' if dating.edtf else ''})")]
    if claim.time.quote:
        facts.append(("date words", _quoted(claim.time.quote, lookup)))
    times = {t.id: t for t in lookup.chronology.findings.times}
    expression = times.get(claim.time.expression) if claim.time.expression else None
    if expression and expression.anchor:
        facts.append(("counted from", _quoted(expression.anchor, lookup)))
    return facts


def _show_event(event: Event, lookup: Lookup) -> tuple[Facts, dict[str, Any]]:
    entry = make_entry(event, lookup)
    facts: Facts = [("type", event.type), ("status", event.status), ("date", entry.date)]
    dates = lookup.dates.get(event.id)
    for label, statements in (("earliest from", dates.start_from), ("latest from", dates.end_from)) if dates else ():
        facts += [(label, _quoted(span, lookup)) for i in statements for span in lookup.statement(i)]
    facts.append(("grouped", event.reason))
    for ident in event.claims:
        claim = lookup.claims[ident]
        facts.append(("account", f"{ident}: {_quoted(lookup.sentences[claim.sentence].span, lookup)}"))
    record = {**entry.record(), "reason": event.reason}
    return facts, {**record, "claims": _claim_records(event.claims, lookup)}


def _show_state(state: State, lookup: Lookup) -> tuple[Facts, dict[str, Any]]:
    facts: Facts = [
        ("what", f"{state.key} ({state.fluent})"),
        ("holder", state.holder),
        ("how surely", state.certainty),
        ("time", f"{say_since(state.since)}; {say_until(state.until)}"),
        ("begun by", state.started_by),
        *(("ended by", i) for i in state.ended_by),
        *(("words", _quoted(span, lookup)) for span in state.evidence.quotes),
    ]
    return facts, state_record(state, lookup)


def state_record(state: State, lookup: Lookup) -> dict[str, Any]:
    """A holding, for JSON."""
    return {
        "id": state.id,
        "fluent": state.fluent,
        "key": state.key,
        "holder": state.holder,
        "certainty": state.certainty,
        "since": list(state.since.iso()),
        "until": list(state.until.iso()),
        "started_by": state.started_by,
        "ended_by": list(state.ended_by),
        "evidence": [words_at(span, lookup).record() for span in state.evidence.quotes],
    }


def say_since(bounds: Bounds) -> str:
    """When a holding began: `since 31 October 1870`, or `no beginning told`."""
    return f"since {say_edge(bounds)}" if bounds != OPEN else "no beginning told"


def say_until(bounds: Bounds) -> str:
    """When a holding ended: `until 31 October 1870`, or `no end told`."""
    return f"until {say_edge(bounds)}" if bounds != OPEN else "no end told"


def _show_remark(remark: Conflict | Gap, lookup: Lookup) -> tuple[Facts, dict[str, Any]]:
    quotes = remark.quotes if isinstance(remark, Conflict) else (remark.span, *remark.related)
    facts: Facts = [("kind", remark.kind), ("message", remark.message)]
    facts += [("words", _quoted(span, lookup)) for span in quotes]
    record = {"id": remark.id, "kind": remark.kind, "message": remark.message}
    return facts, {**record, "words": [words_at(span, lookup).record() for span in quotes]}


_SHOWN: dict[str, Callable[[Any, Lookup], tuple[Facts, dict[str, Any]]]] = {
    "event": _show_event,
    "claim": _show_claim,
    "holding": _show_state,
    "contradiction": _show_remark,
    "gap": _show_remark,
}


def say_asked(answers: Answers) -> str:
    """The question as a heading: `31 October 1870, Marseille`."""
    when = say_bounds(Bounds(answers.day, answers.last))
    return ", ".join(part for part in (when, answers.place, answers.office) if part)
