"""A chronology into a file, whole or not at all: written beside it, made durable, then renamed into its place."""

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from regesta.drafts import draft_of, drafts_left, put_in_place
from regesta.errors import ChronicleError, SchemaError
from regesta.model.chronology import Chronology
from regesta.model.manifest import Manifest
from regesta.store.database import check_head, is_in_use, migrate, reason, settle
from regesta.store.mapping import Book, ListTable, Table
from regesta.store.tables import EVIDENCE, MANIFEST_FIELDS, SOURCES, parts

OPEN_DAY = 1 << 40
"""Stands for an open edge in the columns for interval look-ups: three thousand million years off, on either side."""

_DERIVED = (
    """UPDATE states SET first_day = ifnull(since_earliest, -:open), last_day = ifnull(until_latest, :open)""",
    """UPDATE states SET length_class = bit_length(last_day - first_day)""",
    """UPDATE events SET first_day = ifnull(d.start_earliest, -:open), last_day = ifnull(d.end_latest, :open)
       FROM event_dates AS d WHERE d.event = events.id""",
    """UPDATE events SET length_class = bit_length(last_day - first_day) WHERE first_day IS NOT NULL""",
    """INSERT INTO event_participants (event, role, name, entity, length_class, first_day, last_day)
       SELECT DISTINCT e.id, r.name, coalesce(x.name, r.span_words), r.entity, e.length_class, e.first_day, e.last_day
       FROM events AS e JOIN event_claims AS ec ON ec.owner = e.position JOIN claims AS c ON c.id = ec.value
       JOIN claim_roles AS r ON r.owner = c.position LEFT JOIN entities AS x ON x.id = r.entity""",
    """INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')""",
)
"""Columns and tables that follow from the others; they are for questions, and never read back."""


def save(path: str | Path, chronology: Chronology, manifest: Manifest) -> None:
    """Write a chronicle; ChronicleError where that fails, and then the file is as it was before.

    A file that is no chronicle is never overwritten, nor is one of a newer schema.
    """
    given = Path(path)
    try:
        target = Path(os.path.realpath(given))
    except (OSError, ValueError) as error:
        raise ChronicleError(f"{path}: cannot be written: {reason(error)}; choose another name") from None
    draft = draft_of(target)
    try:
        _refuse_other(given)
        _sweep(target)
        _fill(draft, chronology, manifest)
        _make_durable(draft, target)
        settle(target)
        put_in_place(draft, target)
    except ChronicleError:
        raise
    except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
        raise ChronicleError(_failure(given, error)) from None
    finally:
        with suppress(OSError):
            draft.unlink()


def _failure(given: Path, error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return f"{given}: cannot be written: a text holds half a character (a lone surrogate); mend that source"
    if isinstance(error, OverflowError):
        return f"{given}: cannot be written: a number is too large for a file; look for a wild year in the sources"
    if isinstance(error, FileNotFoundError):
        folder = Path(os.path.realpath(given)).parent if given.is_symlink() else given.parent
        if folder.exists():
            return f"{given}: another build wrote it at the same time; build it again when that one is done"
        return f"{given}: cannot be written: there is no folder {folder}; make it first"
    return f"{given}: cannot be written: {reason(error)}; make room there or choose another place"


def _refuse_other(given: Path) -> None:
    """ChronicleError where something stands in the way that a build must not replace; a damaged chronicle may be."""
    if given.is_dir():
        raise ChronicleError(f"{given}: is a folder; give the chronicle a file name")
    if not given.exists() or given.stat().st_size == 0:
        return
    try:
        check_head(given)
    except SchemaError:
        raise
    except ChronicleError as error:
        if "cut short" not in str(error):
            raise ChronicleError(f"{given}: exists and is no chronicle; choose another name or take it away") from None


def _sweep(target: Path) -> None:
    """Remove what builds of this chronicle that were killed have left."""
    for entry in drafts_left(target):
        if not is_in_use(entry):
            with suppress(OSError):
                entry.unlink()


def _fill(draft: Path, chronology: Chronology, manifest: Manifest) -> None:
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        # A draft that fails is thrown away, so it needs no journal; it is synced once, when it is whole.
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = OFF", "synchronous = OFF", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("bit_length", 1, lambda days: max(days, 0).bit_length(), deterministic=True)
        migrate(connection)
        connection.execute("BEGIN EXCLUSIVE")
        _insert_all(connection, chronology, manifest)
        for statement in _DERIVED:
            connection.execute(statement, {"open": OPEN_DAY} if ":open" in statement else {})
        connection.execute("COMMIT")


def _insert_all(connection: sqlite3.Connection, chronology: Chronology, manifest: Manifest) -> None:
    book = Book({document.id: document.text for document in chronology.findings.documents})
    for table, values in parts(chronology):
        _insert_table(connection, table, values, book)
    _insert_table(connection, EVIDENCE, book.evidence, book)
    _insert_table(connection, SOURCES, manifest.sources, book)
    _insert(connection, "manifest", ("name", "value"), ((n, getattr(manifest, n)) for n in MANIFEST_FIELDS))
    numbered = ((position, *setting) for position, setting in enumerate(manifest.settings))
    _insert(connection, "settings", ("position", "name", "value"), numbered)


def _insert_table(connection: sqlite3.Connection, table: Table, values: Sequence[Any], book: Book) -> None:
    _insert(connection, table.name, ("position", *table.record.columns), _rows(table, values, book))
    for items in table.lists:
        _insert(connection, items.name, ("owner", "position", *items.codec.columns), _list_rows(items, values, book))


def _rows(table: Table, values: Sequence[Any], book: Book) -> Iterator[list[Any]]:
    for position, value in enumerate(values):
        row: list[Any] = [position]
        table.record.put(value, row, book)
        yield row


def _list_rows(items: ListTable, values: Sequence[Any], book: Book) -> Iterator[list[Any]]:
    for owner, value in enumerate(values):
        for position, item in enumerate(getattr(value, items.field)):
            row: list[Any] = [owner, position]
            items.codec.put(item, row, book)
            yield row


def _insert(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterable[Sequence[Any]]
) -> None:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - our own names


def _make_durable(draft: Path, target: Path) -> None:
    if target.exists():
        draft.chmod(stat.S_IMODE(target.stat().st_mode))
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
