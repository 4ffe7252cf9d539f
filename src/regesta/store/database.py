"""Chronicle files as files: told from others by their head, opened for reading, and brought to the present schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

from regesta.errors import ChronicleError, SchemaError

APPLICATION_ID = 0x52475354
"""`RGST`, at byte 68 of every chronicle: tells it from other SQLite databases."""

_MAGIC = b"SQLite format 3\x00"
_HEAD = 100
"""Bytes of the database header (https://www.sqlite.org/fileformat2.html, section 1.3)."""


@cache
def migrations() -> tuple[str, ...]:
    """The scripts of `migrations/`, in order; the number of a script is the schema version that it brings about."""
    folder = files("regesta.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def migrate(connection: sqlite3.Connection, scripts: tuple[str, ...] | None = None) -> None:
    """Bring a database to the last schema version, each step run and recorded in one transaction."""
    steps = migrations() if scripts is None else scripts
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, script in enumerate(steps[version:], start=version + 1):
        head = f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number};"
        try:
            connection.executescript(f"{head}\n{script}\nCOMMIT;")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise


def check_head(path: Path) -> int:
    """The schema version of a chronicle; ChronicleError if it is none, SchemaError if it is from the future."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        size = path.stat().st_size
    except FileNotFoundError:
        raise ChronicleError(f"{path}: no such file; make a chronicle with: regesta build SOURCE -o NAME") from None
    except (OSError, ValueError) as error:
        raise ChronicleError(f"{path}: cannot be opened: {reason(error)}; check the path") from None
    version = int.from_bytes(head[60:64], "big")
    if len(head) < _HEAD or not head.startswith(_MAGIC):
        raise ChronicleError(f"{path}: is no chronicle; make one with: regesta build SOURCE -o NAME")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ChronicleError(f"{path}: is an SQLite database, but no chronicle; give a file that regesta build made")
    if version > len(migrations()):
        raise SchemaError(
            f"{path}: was written by a newer regesta (schema {version}, this one knows {len(migrations())}); "
            "bring regesta up to date"
        )
    page = int.from_bytes(head[16:18], "big")
    expected = (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")
    if size < expected:
        raise ChronicleError(f"{path}: is cut short ({size:,} of {expected:,} bytes); build it again from its sources")
    return version


def reason(error: Exception) -> str:
    """What went wrong, in a few words, without a path."""
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


@contextmanager
def reading(path: str | Path) -> Iterator[sqlite3.Connection]:
    """A chronicle opened for reading, at the present schema; the file itself is never changed.

    An older one is brought up to date in memory. ChronicleError where it cannot be read.
    """
    file = Path(path)
    version = check_head(file)
    try:
        with closing(_connect(file, "ro")) as connection:
            if version == len(migrations()):
                yield connection
                return
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as present:
                connection.backup(present)
                migrate(present)
                yield present
    except sqlite3.Error as error:
        raise ChronicleError(f"{path}: is damaged ({error}); build it again from its sources") from None


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)


def is_in_use(path: Path) -> bool:
    """Whether another process or thread writes to that database now."""
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_BUSY
    return False


def settle(path: Path) -> None:
    """Bring what another program left beside a database (`-wal`, `-journal`) home into it.

    A new file in its place must not meet them. ChronicleError while that program has it open.
    """
    beside = [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal")]
    if not any(file.exists() for file in beside):
        return
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise ChronicleError(f"{path}: is open in another program; close it there") from None
    for file in beside:
        file.unlink(missing_ok=True)
