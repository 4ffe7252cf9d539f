"""CSV (RFC 4180): one row a claim, in text order, for spreadsheets and data frames.

Cells that hold words of a source and begin with a character by which spreadsheets know a formula get a leading
apostrophe, as OWASP advises, so that a hostile text cannot compute. Columns that regesta itself makes (ids, dates
such as `-0216-08-02`, numbers) stay as they are. Where the exact words matter to a program, read the JSON lines.
"""

import csv
from typing import Any, TextIO

from regesta.export.jsonl import MAIN_ROLES, records
from regesta.model.chronology import Chronology
from regesta.model.lookup import Lookup

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    *("id", "event", "document", "line", "date", "earliest", "latest", "edtf", "date basis", "calendar", "date words"),
    *("type", "status", "said by", "trigger", *MAIN_ROLES),
    *("actor name", "target name", "place name", "other roles", "citations", "sentence"),
    *("sentence start", "sentence end", "trigger start", "trigger end", "confidence"),
)


def write(chronology: Chronology, stream: TextIO) -> None:
    """Writes a header and a row a claim; lines end in CR LF, so open the stream with `newline=""`."""
    lookup = Lookup(chronology)
    rows = csv.DictWriter(stream, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    for claim, record in zip(lookup.text_order(), records(chronology), strict=True):
        line, _ = lookup.line(claim.trigger)
        rows.writerow(_row(record) | {"line": line, "date": lookup.dating(claim).say()})


def harmless(words: str) -> str:
    """The words, with an apostrophe before them where a spreadsheet would take them for a formula."""
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def _row(record: dict[str, Any]) -> dict[str, Any]:
    time = record["time"]
    return {
        "id": record["id"],
        "event": record["event"],
        "document": harmless(record["document"]),
        "earliest": time["earliest"],
        "latest": time["latest"],
        "edtf": time["edtf"],
        "date basis": time["basis"],
        "calendar": time["calendar"],
        "date words": harmless(time["quote"] or ""),
        "type": record["type"],
        "status": record["status"],
        "said by": harmless(record["said_by"]["text"]) if record["said_by"] else "",
        "trigger": harmless(record["trigger"]["text"]),
        **{role: _joined(record[role], "text") for role in MAIN_ROLES},
        **{f"{role} name": _joined(record[role], "entity") for role in MAIN_ROLES},
        "other roles": harmless("; ".join(f"{n}: {f['text']}" for n, fs in record["roles"].items() for f in fs)),
        "citations": harmless("; ".join(record["citations"])),
        "sentence": harmless(record["quote"]),
        "sentence start": record["sentence"]["start"],
        "sentence end": record["sentence"]["end"],
        "trigger start": record["trigger"]["start"],
        "trigger end": record["trigger"]["end"],
        "confidence": record["confidence"],
    }


def _joined(fillers: list[dict[str, Any]], key: str) -> str:
    return harmless("; ".join(f[key] for f in fillers if f[key]))
