"""JSON lines: one claim a line, in text order. The form from which scores are taken and which scripts read."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from regesta.model.chronology import Chronology
from regesta.model.claim import Claim, Role
from regesta.model.lookup import Lookup
from regesta.model.text import Span

# Unicode's own line ends, which JSON leaves alone and many readers of lines split at.
_LINE_ENDS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}
MAIN_ROLES = ("actor", "target", "place")


def write(chronology: Chronology, stream: TextIO) -> None:
    """Writes one JSON object a line, UTF-8 characters unescaped; offsets count characters of the source as given."""
    for record in records(chronology):
        stream.write(json.dumps(record, ensure_ascii=False).translate(_LINE_ENDS) + "\n")


def records(chronology: Chronology) -> Iterator[dict[str, Any]]:
    """One plain dictionary a claim, in text order."""
    lookup = Lookup(chronology)
    for claim in lookup.text_order():
        yield _record(claim, lookup)


def _words(span: Span, lookup: Lookup) -> dict[str, Any]:
    return {"text": lookup.quote(span), "start": span.start, "end": span.end}


def _filler(role: Role, lookup: Lookup) -> dict[str, Any]:
    entity = lookup.entities[role.entity].name if role.entity is not None else None
    return {**_words(role.span, lookup), "entity": entity}


def _record(claim: Claim, lookup: Lookup) -> dict[str, Any]:
    sentence = lookup.sentences[claim.sentence].span
    event = lookup.event_of.get(claim.id)
    fillers: dict[str, list[dict[str, Any]]] = {}
    for role in claim.roles:
        fillers.setdefault(role.name, []).append(_filler(role, lookup))
    return {
        "id": claim.id,
        "document": lookup.documents[claim.trigger.document].name,
        "sentence": {"start": sentence.start, "end": sentence.end},
        "quote": lookup.quote(sentence),
        "trigger": _words(claim.trigger, lookup),
        "type": claim.type,
        "status": claim.status,
        "said_by": _words(claim.said_by, lookup) if claim.said_by else None,
        **{name: fillers.pop(name, []) for name in MAIN_ROLES},
        "roles": dict(sorted(fillers.items())),
        "time": _time(claim, lookup),
        "citations": list(claim.citations),
        "event": event.id if event else None,
        "confidence": round(claim.confidence, 4),
    }


def _time(claim: Claim, lookup: Lookup) -> dict[str, Any]:
    dating = lookup.dating(claim)
    earliest, latest = dating.bounds.iso()
    quote = claim.time.quote
    return {
        "edtf": dating.edtf,
        "earliest": earliest,
        "latest": latest,
        "basis": dating.basis,
        "quote": lookup.quote(quote) if quote else None,
        "start": quote.start if quote else None,
        "end": quote.end if quote else None,
        "calendar": dating.calendar,
    }
