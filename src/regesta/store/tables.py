"""Which table holds which part of a chronology; the migrations describe the columns."""

from collections.abc import Sequence
from typing import Any

from regesta.model.chronology import Chronology
from regesta.model.claim import Claim, Event, TemporalLink
from regesta.model.constraint import Conflict, EventDates
from regesta.model.entity import Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.gap import Gap
from regesta.model.manifest import Manifest, SourceRecord
from regesta.model.state import State, Transition
from regesta.model.text import Citation, Document, Passage, Sentence
from regesta.model.time import TimeExpression
from regesta.store.mapping import Table, table_of

FINDINGS: dict[str, Table] = {
    "documents": table_of(Document, "documents", "document"),
    "passages": table_of(Passage, "passages", "passage"),
    "sentences": table_of(Sentence, "sentences", "sentence"),
    "citations": table_of(Citation, "citations", "citation"),
    "times": table_of(TimeExpression, "times", "time"),
    "mentions": table_of(Mention, "mentions", "mention"),
    "entities": table_of(Entity, "entities", "entity"),
    "claims": table_of(Claim, "claims", "claim"),
    "links": table_of(TemporalLink, "links", "link"),
}
"""Field of `Findings` to its table."""

CONCLUSIONS: dict[str, Table] = {
    "events": table_of(Event, "events", "event"),
    "dates": table_of(EventDates, "event_dates", "event_dates"),
    "conflicts": table_of(Conflict, "conflicts", "conflict"),
    "transitions": table_of(Transition, "transitions", "transition"),
    "states": table_of(State, "states", "state"),
    "gaps": table_of(Gap, "gaps", "gap"),
}
"""Field of `Chronology` to its table."""

EVIDENCE = table_of(Evidence, "evidence", "evidence")
SOURCES = table_of(SourceRecord, "sources", "source")
MANIFEST_FIELDS = tuple(f for f in Manifest.__dataclass_fields__ if f not in ("sources", "settings"))
"""Rows `name`, `value` of the table `manifest`."""


def parts(chronology: Chronology) -> list[tuple[Table, Sequence[Any]]]:
    """Every table with the values that belong in it."""
    found = [(table, getattr(chronology.findings, name)) for name, table in FINDINGS.items()]
    return found + [(table, getattr(chronology, name)) for name, table in CONCLUSIONS.items()]
