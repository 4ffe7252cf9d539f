"""Writes columns of values small: what never changes once, places as steps, words that come again as numbers.

Each kind of column is written as an object with a letter that says how; `frontend/src/columns.js` reads them back.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

ID = re.compile(r"([a-z]+-)([0-9a-f]{12})")
Table = Mapping[str, Sequence[Any]]


def pack_table(table: Table, relative: Mapping[str, str] | None = None, spans: Sequence[str] = ()) -> dict[str, Any]:
    """The columns of a table by name.

    `relative` names columns that are written as what they are beyond another one. In the columns of `spans` each value
    is a list of tuples of numbers whose second and third are a beginning and an end.
    """
    made: dict[str, Any] = {}
    for name, column in table.items():
        base = (relative or {}).get(name)
        if base is not None:
            made[name] = {"r": base, "v": pack(_beyond(column, table[base]))}
        elif name in spans:
            made[name] = _pack_tuples(column)
        else:
            made[name] = pack(column)
    return made


def pack(column: Sequence[Any]) -> Any:
    """The shortest way to write a column: itself, or an object that tells how."""
    if len(column) < 2:
        return list(column)
    if all(value == column[0] and type(value) is type(column[0]) for value in column):
        return {"c": column[0], "n": len(column)}
    if all(isinstance(value, str) for value in column):
        return _pack_words(column)
    if all(value is None or isinstance(value, str) for value in column):
        return {"e": pack(["" if value is None else f"={value}" for value in column])}
    if all(isinstance(value, list) for value in column):
        return {"l": pack([len(value) for value in column]), "v": pack([x for value in column for x in value])}
    if all(value is None or (isinstance(value, int) and not isinstance(value, bool)) for value in column):
        return _pack_numbers(column)
    return list(column)


def _beyond(column: Sequence[int | None], base: Sequence[int | None]) -> list[int | None]:
    return [None if v is None else v - (b or 0) for v, b in zip(column, base, strict=True)]


def _pack_words(column: Sequence[str]) -> Any:
    ids = [ID.fullmatch(word) for word in column]
    if all(ids):
        kinds = {found[1] for found in ids if found}
        if len(kinds) == 1:
            digits = bytes.fromhex("".join(found[2] for found in ids if found))
            return {"h": kinds.pop(), "v": b64encode(digits).decode()}
    numbers: dict[str, int] = {}
    told = [numbers.setdefault(word, len(numbers)) for word in column]
    return {"w": list(numbers), "v": pack(told)} if len(numbers) * 2 < len(column) else list(column)


def _pack_numbers(column: Sequence[int | None]) -> Any:
    steps: list[int | None] = []
    last = 0
    for value in column:
        steps.append(None if value is None else value - last)
        last = last if value is None else value
    plain = list(column)
    return {"d": steps} if len(json.dumps(steps)) < len(json.dumps(plain)) else plain


def _pack_tuples(column: Sequence[Sequence[Sequence[int]]]) -> dict[str, Any]:
    flat = [found for value in column for found in value]
    parts = [list(part) for part in zip(*flat, strict=True)]
    if len(parts) > 2:
        parts[2] = [end - start for start, end in zip(parts[1], parts[2], strict=True)]
    return {"t": [pack(part) for part in parts], "l": pack([len(value) for value in column])}
