"""Writes corrections files: whole or not at all, and never over what another program has written meanwhile."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from regesta.corrections.entries import Correction
from regesta.corrections.file import CorrectionsFile, parse, read_corrections, render, with_entry, without_entry
from regesta.drafts import draft_of, drafts_left, put_in_place
from regesta.errors import CorrectionError, StaleError

PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""


def add_correction(path: str | Path, correction: Correction, *, expected: str | None = None) -> Correction:
    """Puts a correction at the end of a file and gives it as it stands there, with its id.

    What says the same as the last entry at the same words is not written again. `expected` is the SHA-256 that the
    file must have; StaleError where it has another.
    """
    added: list[Correction] = []

    def edit(file: CorrectionsFile) -> str:
        anchors = [a.hash for a in correction.anchors]
        last = next((e for e in reversed(file.entries) if [a.hash for a in e.anchors] == anchors), None)
        if last is not None and last.hash == correction.hash:
            added.append(last)
            return file.text
        taken = {e.id for e in file.entries}
        number = next(n for n in range(1, len(taken) + 2) if _numbered(correction.hash, n) not in taken)
        made = replace(correction, given_id=_numbered(correction.hash, number))
        if parse(render(made), str(file.path)) != (made,):
            raise CorrectionError(f'{file.path}: "{made.id}" cannot be written so that it reads the same')
        added.append(made)
        return with_entry(file.text, made)

    _change(Path(path), edit, expected)
    return added[-1]


def take_back(path: str | Path, ident: str, *, expected: str | None = None) -> None:
    """Takes an entry out of a file; CorrectionError where there is none of that id, StaleError as `add_correction`."""
    _change(Path(path), lambda file: without_entry(file.text, ident, str(file.path)), expected)


def _numbered(ident: str, number: int) -> str:
    return ident if number == 1 else f"{ident}-{number}"


def _change(given: Path, edit: Callable[[CorrectionsFile], str], expected: str | None) -> None:
    path = Path(os.path.realpath(given))
    try:
        with _locked(path, given):
            before = read_corrections(given)
            if expected not in (None, before.sha256):
                raise StaleError(f"{given}: it was changed since you looked; look again, then do the correction again")
            text = edit(before)
            if text == before.text:
                return
            _replace(path, text, before)
    except OSError as error:
        why = error.strerror or str(error)
        raise CorrectionError(f"{given}: cannot be written: {why}; make room there or choose another place") from None
    except UnicodeEncodeError:
        why = "it would hold half a character (a lone surrogate)"
        raise CorrectionError(f"{given}: cannot be written: {why}") from None


def _replace(path: Path, text: str, before: CorrectionsFile) -> None:
    """Writes beside the file, makes that durable, and renames it into its place if the file is still as it was."""
    draft = draft_of(path)
    try:
        with draft.open("xb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        if (path.read_bytes() if path.exists() else b"") != before.text.encode():
            raise CorrectionError(f"{before.path}: another program has changed it just now; do the correction again")
        put_in_place(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink()


@contextmanager
def _locked(path: Path, given: Path) -> Iterator[None]:
    """One writer at a time; the system frees the lock of a program that is killed. Leftovers of such are swept."""
    lock = path.with_name(f".{path.name}.lock")
    descriptor = _acquire(lock, given)
    try:
        for entry in drafts_left(path):
            entry.unlink(missing_ok=True)
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)


def _acquire(lock: Path, given: Path) -> int:
    """An open descriptor of the lock file, locked. The file may have gone since it was opened: then again."""
    end = time.monotonic() + PATIENCE
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        if _try_lock(descriptor) and _is_same(descriptor, lock):
            return descriptor
        os.close(descriptor)
        if time.monotonic() > end:
            raise CorrectionError(f"{given}: another program is writing it; wait for it, or end it")
        time.sleep(0.01)


def _is_same(descriptor: int, lock: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(descriptor), lock.stat())
    return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
