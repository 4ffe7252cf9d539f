"""A chronology out of a file: exactly the values that were saved."""

import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Any

from regesta.errors import ChronicleError
from regesta.model.chronology import Chronology, Findings
from regesta.model.manifest import Manifest
from regesta.store.database import reading
from regesta.store.mapping import Book, ListTable, Table
from regesta.store.tables import CONCLUSIONS, EVIDENCE, FINDINGS, MANIFEST_FIELDS, SOURCES


def load(path: str | Path) -> tuple[Chronology, Manifest]:
    """The chronology and the manifest of a chronicle; ChronicleError where the file is none or is damaged."""
    with reading(path) as connection:
        try:
            return _read_chronology(connection), _read_manifest(connection)
        except (IndexError, KeyError, TypeError, ValueError) as error:
            what = " ".join(str(error).split())
            raise ChronicleError(f"{path}: is damaged ({what}); build it again from its sources") from None


def _read_chronology(connection: sqlite3.Connection) -> Chronology:
    book = Book({})
    book.evidence.extend(_read_table(connection, EVIDENCE, book))
    findings = {name: _read_table(connection, table, book) for name, table in FINDINGS.items()}
    conclusions = {name: _read_table(connection, table, book) for name, table in CONCLUSIONS.items()}
    return Chronology(Findings(**findings), **conclusions)


def _read_manifest(connection: sqlite3.Connection) -> Manifest:
    values = dict(connection.execute("SELECT name, value FROM manifest").fetchall())
    settings = connection.execute("SELECT name, value FROM settings ORDER BY position").fetchall()
    plain = {name: values[name] for name in MANIFEST_FIELDS}
    return Manifest(**plain, sources=_read_table(connection, SOURCES, Book({})), settings=tuple(settings))


def _read_table(connection: sqlite3.Connection, table: Table, book: Book) -> tuple[Any, ...]:
    lists = {items.field: _read_lists(connection, items, book) for items in table.lists}
    columns = ", ".join(("position", *table.record.columns))
    rows = connection.execute(f"SELECT {columns} FROM {table.name} ORDER BY position")  # noqa: S608 - our own names
    values = []
    for row in rows:
        given = table.record.take_fields(row, 1, book)
        given |= {name: tuple(items.get(row[0], ())) for name, items in lists.items()}
        values.append(table.record.kind(**given))
    return tuple(values)


def _read_lists(connection: sqlite3.Connection, items: ListTable, book: Book) -> dict[int, list[Any]]:
    """The items of one list field, by the position of their owner."""
    found: dict[int, list[Any]] = defaultdict(list)
    columns = ", ".join(("owner", *items.codec.columns))
    rows = connection.execute(f"SELECT {columns} FROM {items.name} ORDER BY owner, position")  # noqa: S608 - our own
    for row in rows:
        found[row[0]].append(items.codec.take(row, 1, book))
    return found
