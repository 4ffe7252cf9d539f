"""Which files a folder or a path stands for, in an order that does not depend on the machine."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from regesta.errors import SourceError

SUFFIXES = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}
"""What is read from a folder, and its markup; a file that is named itself is read whatever its suffix."""

Found = tuple[str, Path | SourceError]
"""A name for people (relative to what was given), and the file or why it cannot be read."""


def find_files(given: str | Path) -> Iterator[Found]:
    """The file, or the text files of the folder and of those in it, sorted by name; hidden ones are left out."""
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield str(given), _unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, str(given))
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield path.name, path
    else:
        yield str(given), SourceError("neither a file nor a folder; give a text file")


def read_bytes(path: Path) -> bytes:
    """All bytes of a file; SourceError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None


def _in_folder(folder: Path, given: str) -> Iterator[Found]:
    found = False
    for item in _walk(folder, folder, frozenset()):
        found = True
        yield item
    if not found:
        looked_for = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
        yield given, SourceError(f"no text in this folder ({looked_for}); name the files themselves to read others")


def _walk(folder: Path, top: Path, above: frozenset[tuple[int, int]]) -> Iterator[Found]:
    name = _relative(folder, top)
    try:
        status = folder.stat()
        entries = sorted(e for e in os.listdir(folder) if not e.startswith("."))  # noqa: PTH208 - names, to sort
    except OSError as error:
        yield name, _unreadable(folder, error)
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield name, SourceError("a link back to a folder that holds it; its texts are read once")
        return
    for entry in entries:
        path = folder / entry
        if path.is_dir():
            yield from _walk(path, top, above | {here})
        elif path.suffix.lower() in SUFFIXES:
            yield _relative(path, top), path if path.is_file() else _no_file(path)


def _no_file(path: Path) -> SourceError:
    if path.is_symlink():
        return SourceError("a link that leads nowhere; mend it or take it away")
    return SourceError("not a regular file; give a text file")


def _relative(path: Path, top: Path) -> str:
    return str(path) if path == top else path.relative_to(top).as_posix()


def _unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return _no_file(path)
        return SourceError("no such file or folder; check the spelling")
    if isinstance(error, PermissionError):
        return SourceError("may not be read; ask for the permission to read it (chmod +r)")
    reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return SourceError(f"cannot be read: {reason}; check the path")
