"""How data come to the script of the page: in it, as they are or compressed, or in a script beside it."""

import gzip
import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MUCH_DATA = 1_000_000
"""Characters of data and texts beyond which they stand beside the page (folder) or compressed in it (one file)."""
TABLES = ("entities", "claims", "events")
LONG = (
    *("ribbons", "states", "conflicts", "gaps"),
    *("headings", "citations", "unresolved", "references", "basemap"),
)


@dataclass(frozen=True, slots=True)
class Carried:
    """Data, or the texts of the sources, as the page's script finds them."""

    name: str
    content: str
    kind: str = "application/jsonl"
    address: str = ""
    """Of the script beside the page; empty where they stand in it."""


def write_lines(payload: Mapping[str, Any]) -> str:
    """Lines of JSON: first what is small and what the others are, then a column or a long list each.

    A reader parses only those that it is asked for.
    """
    lines = [(name, column) for name in TABLES for column in payload[name]] + [(name,) for name in LONG]
    small = {name: value for name, value in payload.items() if name not in TABLES and name not in LONG}
    values = [payload[line[0]][line[1]] if len(line) == 2 else payload[line[0]] for line in lines]
    return "\n".join(_json(value) for value in (small | {"lines": lines}, *values))


def carry(payload: Mapping[str, Any], texts: Sequence[str], *, single: bool) -> tuple[Carried, Carried]:
    """The data, which the page needs at once, and the texts, which it asks for when it shows words of them."""
    contents = {"data": write_lines(payload), "text": _json(list(texts))}
    large = sum(map(len, contents.values())) > MUCH_DATA
    way = (_compressed if single else _beside) if large else _as_they_are
    return way("data", contents["data"]), way("text", contents["text"])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _as_they_are(name: str, text: str) -> Carried:
    return Carried(name, text.replace("<", "\\u003c"))


def _compressed(name: str, text: str) -> Carried:
    packed = gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)
    return Carried(name, b64encode(packed).decode(), "application/octet-stream")


def _beside(name: str, text: str) -> Carried:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return Carried(name, f"(globalThis.regesta??={{}}).{name}='{quoted}';\n", address=f"{name}.js")
