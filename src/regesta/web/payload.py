"""What the page's script shows, as plain values in columns: small to write, quick to parse.

Days are Julian day numbers, None where open. Places in a text are `document, start, end` in Unicode characters. Whoever
is named by a number stands at that place in the column of its kind; -1 stands for nobody. `frontend/src/data.js` tells
the shape from the reader's side.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from json import dumps
from typing import Any

from regesta.model.chronology import Chronology
from regesta.model.claim import STATUSES, Claim, Event
from regesta.model.ids import Id
from regesta.model.lookup import Dating, Lookup, order_key
from regesta.model.manifest import Manifest
from regesta.model.state import State
from regesta.model.text import Span
from regesta.model.time import OPEN, Bounds
from regesta.model.wording import UNDATED, say_since, say_until
from regesta.web.columns import pack_table
from regesta.web.holders import Ribbon, trace_ribbons
from regesta.web.lanes import list_holders, place_of
from regesta.web.references import find_references
from regesta.web.repeats import DAYS, without_repeats
from regesta.web.stances import find_stances

FORMAT = 2
BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
"""Characters that count for two in JavaScript."""
CERTAINTIES = ("certain", "possible", "disputed")


def version_hash(manifest: Manifest) -> str:
    """16 hex digits that change with the sources, the rules, the model or the settings: what a citation names."""
    return sha256(dumps(asdict(manifest), sort_keys=True).encode()).hexdigest()[:16]


BEYOND = {"end": "start", "s0": "start", "s1": "s0", "t0": "start", "t1": "t0", "e1": "e0", "l0": "e0", "l1": "l0"}
"""Columns that are written as what they are beyond another."""


def make_payload(chronology: Chronology, manifest: Manifest, *, title: str, language: str) -> dict[str, Any]:
    """Everything that the page shows of a chronology, in plain columns."""
    return _Payload(Lookup(chronology)).make() | {
        "format": FORMAT,
        "regesta": manifest.regesta,
        "title": title,
        "language": language,
        "hash": version_hash(manifest),
    }


def write_small(payload: Mapping[str, Any]) -> dict[str, Any]:
    """A payload as the page's script reads it: nothing told twice, its columns packed."""
    claims, events = without_repeats(payload["claims"], payload["events"])
    return dict(payload) | {
        "counts": {"claims": len(claims["id"]), "events": len(events["id"])},
        "extent": _extent(payload),
        "entities": pack_table(payload["entities"], spans=("mentions",)),
        "claims": pack_table(claims, BEYOND, ("roles",)),
        "events": pack_table(events, {k: v for k, v in BEYOND.items() if k in events}),
    }


def _extent(payload: Mapping[str, Any]) -> list[int] | None:
    """First and last day of everything that is dated; None where nothing is."""
    days = [day for name in ("claims", "events") for edge in DAYS for day in payload[name][edge]]
    known = [day for day in days if day is not None]
    return [min(known), max(known)] if known else None


class _Words:
    """Values that come again and again, told by their number."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._numbers = {word: n for n, word in enumerate(known)}

    def number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def all(self) -> list[str]:
        return list(self._numbers)


class _Payload:
    """Numbers the claims in the order of the texts and the events in the order of time."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.chronology = lookup.chronology
        findings = lookup.chronology.findings
        self.document = {d.id: n for n, d in enumerate(findings.documents)}
        self.entities = {e.id: n for n, e in enumerate(findings.entities)}
        self.claims = lookup.text_order()
        self.claim = {c.id: n for n, c in enumerate(self.claims)}
        self.order = sorted(lookup.chronology.events, key=self._event_key)
        self.event = {e.id: n for n, e in enumerate(self.order)}
        self.named = {e.name: n for n, e in enumerate(findings.entities) if e.kind == "place"}
        self.types, self.bases, self.roles, self.rules = _Words(), _Words(), _Words(), _Words()
        self.places: dict[tuple[str, int], int] = {("", -1): 0}
        self.ribbons = trace_ribbons(lookup.chronology)
        self.holders = list_holders(self.ribbons)
        self.statuses = {status: n for n, status in enumerate(STATUSES)}

    def _event_key(self, event: Event) -> tuple[int, ...]:
        first = self.lookup.claims[event.claims[0]]
        return (*order_key(self.lookup.event_bounds(event)), *self.lookup.place_key(first.trigger))

    def span(self, span: Span) -> list[int]:
        return [self.document[span.document], span.start, span.end]

    def entity(self, ident: Id | None) -> int:
        return -1 if ident is None else self.entities.get(ident, -1)

    def made_of(self, statements: Iterable[Id]) -> list[int]:
        return [self.claim[s] for s in statements if s in self.claim]

    def make(self) -> dict[str, Any]:
        tables = {
            "documents": [
                {
                    "id": d.id,
                    "name": d.name,
                    "sha256": d.sha256,
                    "language": d.language,
                    "length": len(d.text),
                    "beyond": [found.start() for found in BEYOND_BMP.finditer(d.text)],
                }
                for d in self.chronology.findings.documents
            ],
            "entities": self.entity_table(),
            "claims": self.claim_table(),
            "events": self.event_table(),
            "holders": [{"name": name, "entity": self.holder_entity(name)} for name in self.holders],
            "ribbons": [self.ribbon(r) for r in self.ribbons],
            "states": [self.state(s) for s in self.chronology.states],
            "conflicts": self.conflicts(),
            "gaps": self.gaps(),
            **self.apparatus(),
        }
        return tables | {
            "types": self.types.all(),
            "stances": find_stances(self.types.all()),
            "statuses": list(STATUSES),
            "bases": self.bases.all(),
            "roles": self.roles.all(),
            "rules": self.rules.all(),
            "places": [name for name, _ in self.places],
            "placeEntities": [entity for _, entity in self.places],
            "certainties": list(CERTAINTIES),
        }

    def entity_table(self) -> dict[str, list[Any]]:
        mentions = {m.id: m.span for m in self.chronology.findings.mentions}
        found = self.chronology.findings.entities
        return {
            "id": [e.id for e in found],
            "name": [e.name for e in found],
            "kind": [e.kind for e in found],
            "lat": [e.coordinates and e.coordinates.latitude for e in found],
            "lon": [e.coordinates and e.coordinates.longitude for e in found],
            "part_of": [e.part_of for e in found],
            "names": [list(e.names) for e in found],
            "mentions": [[self.span(mentions[m]) for m in e.mentions if m in mentions] for e in found],
        }

    def claim_table(self) -> dict[str, list[Any]]:
        claims, lookup = self.claims, self.lookup
        datings = [lookup.dating(c) for c in claims]
        sentences = [lookup.sentences[c.sentence].span for c in claims]
        return {
            "id": [c.id for c in claims],
            "type": [self.types.number(c.type) for c in claims],
            "status": [self.statuses[c.status] for c in claims],
            "doc": [self.document[c.trigger.document] for c in claims],
            "start": [c.trigger.start for c in claims],
            "end": [c.trigger.end for c in claims],
            "s0": [s.start for s in sentences],
            "s1": [s.end for s in sentences],
            **_edges([(d.told.start, d.told.end) if d.told else (d.bounds, d.bounds) for d in datings]),
            **_doubts(datings),
            "edtf": [d.edtf for d in datings],
            "said": ["" if (said := d.say()) == UNDATED else said for d in datings],
            "basis": [self.bases.number(d.basis) for d in datings],
            "t0": [c.time.quote and c.time.quote.start for c in claims],
            "t1": [c.time.quote and c.time.quote.end for c in claims],
            "roles": [[self.role(r) for r in c.roles] for c in claims],
            "citations": [list(c.citations) for c in claims],
            "confidence": [round(c.confidence, 3) for c in claims],
            "rule": [self.rules.number(c.evidence.rule) for c in claims],
            "saidBy": [c.said_by and [c.said_by.start, c.said_by.end] for c in claims],
            "because": [self.because(c, d) for c, d in zip(claims, datings, strict=True)],
            "cue": [c.status_cue and [c.status_cue.start, c.status_cue.end] for c in claims],
        }

    def because(self, claim: Claim, dating: Dating) -> list[list[int]]:
        """The words from which its date was worked out: those of the statements that bound its event."""
        event = self.lookup.event_of.get(claim.id)
        if dating.told is not None or dating.bounds == OPEN or event is None:
            return []
        dates = self.lookup.dates[event.id]
        statements = dict.fromkeys((*dates.start_from, *dates.end_from))
        return [self.span(s) for s in dict.fromkeys(s for ident in statements for s in self.lookup.statement(ident))]

    def role(self, role: Any) -> list[int]:
        return [self.roles.number(role.name), role.span.start, role.span.end, self.entity(role.entity)]

    def event_table(self) -> dict[str, list[Any]]:
        told = [self.accounts(e) for e in self.order]
        dates = [self.lookup.dates.get(e.id) for e in self.order]
        datings = [self.lookup.dating(accounts[0]) for accounts in told]
        places = [self.place(accounts) for accounts in told]
        edges = [
            (d.told.start, d.told.end) if d.told else ((x.start, x.end) if x else (d.bounds, d.bounds))
            for d, x in zip(datings, dates, strict=True)
        ]
        return {
            "id": [e.id for e in self.order],
            "claims": [self.made_of(e.claims) for e in self.order],
            "type": [self.types.number(e.type) for e in self.order],
            "status": [self.statuses[e.status] for e in self.order],
            **_edges(edges),
            **_doubts(datings),
            "said": ["" if (said := d.say()) == UNDATED else said for d in datings],
            "place": [place for _, place in places],
            "where": [self.places.setdefault(place, len(self.places)) for place in places],
            "actors": [self.participants(accounts, "actor") for accounts in told],
            "targets": [self.participants(accounts, "target") for accounts in told],
            "disputed": [int(x is not None and x.disputed) for x in dates],
            "title": [list(self.lookup.headline(accounts[0])) for accounts in told],
            "grouped": [self.rules.number(e.reason) for e in self.order],
        }

    def accounts(self, event: Event) -> list[Claim]:
        """In text order; the one that is shown for all comes first: of the event's own status and a day of its own."""
        claims = self.lookup.text_order(self.lookup.claims[c] for c in event.claims)
        return sorted(claims, key=lambda c: (c.status != event.status, self.lookup.dating(c).bounds == OPEN))

    def place(self, claims: Iterable[Claim]) -> tuple[str, int]:
        """The name of the lane (empty where no account tells a place) and the place's number."""
        told = [place_of(claim, self.lookup) for claim in claims]
        name, entity = next((pair for pair in told if pair[0]), ("", None))
        return name, self.entity(entity) if entity else self.named.get(name, -1)

    def participants(self, claims: Iterable[Claim], role: str) -> list[int]:
        found = dict.fromkeys(self.entity(r.entity) for c in claims for r in c.fillers(role))
        return [n for n in found if n >= 0]

    def holder_entity(self, name: str) -> int:
        changes = self.chronology.transitions
        return self.entity(next((c.holder_entity for c in changes if c.holder == name and c.holder_entity), None))

    def ribbon(self, ribbon: Ribbon) -> dict[str, Any]:
        ranks = {name: n for n, name in enumerate(self.holders)}
        reigns = [
            [
                reign.first,
                reign.last,
                [
                    [
                        ranks[a.holder],
                        CERTAINTIES.index(a.certainty),
                        self.made_of(a.evidence.derived_from),
                        [a.since.earliest, a.since.latest, a.until.earliest, a.until.latest],
                    ]
                    for a in reign.answers
                ],
            ]
            for reign in ribbon.reigns
        ]
        key = ribbon.key if ribbon.key_entity is None else self.lookup.entities[ribbon.key_entity].name
        return {"fluent": ribbon.fluent, "key": key, "entity": self.entity(ribbon.key_entity), "reigns": reigns}

    def state(self, state: State) -> dict[str, Any]:
        return {
            "id": state.id,
            "fluent": state.fluent,
            "key": state.key,
            "entity": self.entity(state.key_entity),
            "holder": state.holder,
            "holderEntity": self.entity(state.holder_entity),
            "since": say_since(state),
            "until": say_until(state),
            "days": [state.since.earliest, state.since.latest, state.until.earliest, state.until.latest],
            "startedBy": self.event.get(state.started_by, -1),
            "endedBy": [self.event[e] for e in state.ended_by if e in self.event],
            "certainty": CERTAINTIES.index(state.certainty),
            "words": [self.span(q) for q in state.evidence.quotes],
        }

    def conflicts(self) -> list[dict[str, Any]]:
        found = sorted(self.chronology.conflicts, key=lambda c: ([self.lookup.place_key(q) for q in c.quotes], c.id))
        return [
            {
                "id": c.id,
                "kind": c.kind,
                "message": c.message,
                "claims": self.made_of(c.statements),
                "events": [self.event[e] for e in c.events if e in self.event],
                "words": [self.span(q) for q in c.quotes],
            }
            for c in found
        ]

    def gaps(self) -> list[dict[str, Any]]:
        found = sorted(self.chronology.gaps, key=lambda g: (self.lookup.place_key(g.span), g.kind, g.id))
        return [
            {
                "id": g.id,
                "kind": g.kind,
                "message": g.message,
                "words": [self.span(s) for s in (g.span, *g.related)],
                "claim": self.claim.get(g.claim, -1) if g.claim else -1,
            }
            for g in found
        ]

    def apparatus(self) -> dict[str, Any]:
        """What the source shows of itself: headings, citation markers, words that point to nobody."""
        findings = self.chronology.findings
        words = sorted((m.span for m in findings.mentions if m.refers and m.entity is None), key=self.lookup.place_key)
        return {
            "headings": [self.span(p.span) for p in findings.passages if p.kind == "heading"],
            "citations": [[*self.span(c.span), c.label, int(c.orphan)] for c in findings.citations],
            "unresolved": [self.span(span) for span in words],
            "references": self.references(),
        }

    def references(self) -> list[dict[str, str]]:
        """For each document what its own list says of a marker."""
        findings = self.chronology.findings
        cited: dict[Id, dict[str, int]] = {d.id: {} for d in findings.documents}
        for citation in findings.citations:
            if not citation.orphan:
                cited[citation.span.document].setdefault(citation.label, citation.span.start)
        return [find_references(document, cited[document.id]) for document in findings.documents]


def _edges(pairs: Sequence[tuple[Bounds, Bounds]]) -> dict[str, list[int | None]]:
    """First and last day of the start (e0, e1) and of the end (l0, l1), a column each."""
    columns: dict[str, Callable[[tuple[Bounds, Bounds]], int | None]] = {
        "e0": lambda pair: pair[0].earliest,
        "e1": lambda pair: pair[0].latest,
        "l0": lambda pair: pair[1].earliest,
        "l1": lambda pair: pair[1].latest,
    }
    return {name: [take(pair) for pair in pairs] for name, take in columns.items()}


def _doubts(datings: Sequence[Dating]) -> dict[str, list[Any]]:
    """Whether it lasts; 1 where it is about that time, 2 where it is doubted, 3 for both; calendar if not Gregorian."""
    told = [d.told for d in datings]
    return {
        "lasting": [int(when is not None and when.lasting) for when in told],
        "about": [0 if when is None else when.approximate + 2 * when.uncertain for when in told],
        "calendar": [None if d.calendar == "gregorian" else d.calendar for d in datings],
    }
