"""Which files a folder or a path stands for, in an order that does not depend on the machine."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regesta.errors import SourceError

SUFFIXES = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}
"""What is read from a folder, and its markup; a file that is named itself is read whatever its suffix."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or why what lies there cannot be read."""

    name: str
    """The path relative to the folder that was given; of a file that was given, its name."""
    path: Path
    problem: str = ""


def find_files(given: str | Path) -> Iterator[Found]:
    """The file, or the text files of the folder and of those in it, sorted by name; hidden ones are left out."""
    path = Path(given)
    if not str(given).strip():
        yield Found("(empty)", path, "an empty path; name a file or a folder")
        return
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Found(str(given), path, _why(path, error))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield Found(path.name, path)
    else:
        yield Found(str(given), path, "neither a file nor a folder; give a text file")


def read_bytes(path: Path) -> bytes:
    """All bytes of a file; SourceError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(_why(path, error)) from None


def _in_folder(folder: Path) -> Iterator[Found]:
    empty = True
    for found in _walk(folder, folder, frozenset()):
        empty = False
        yield found
    if empty:
        wanted = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
        yield Found(str(folder), folder, f"no text in this folder ({wanted}); name other files themselves to read them")


def _walk(folder: Path, top: Path, above: frozenset[tuple[int, int]]) -> Iterator[Found]:
    name = str(top) if folder == top else folder.relative_to(top).as_posix()
    try:
        status = folder.stat()
        entries = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Found(name, folder, _why(folder, error))
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield Found(name, folder, "a link back to a folder that holds it; take the link away (its texts are read once)")
        return
    for entry in entries:
        path = folder / entry
        if path.is_dir():
            yield from _walk(path, top, above | {here})
        elif path.suffix.lower() in SUFFIXES:
            yield Found(path.relative_to(top).as_posix(), path, "" if path.is_file() else _no_file(path))


def _no_file(path: Path) -> str:
    if path.is_symlink():
        return "a link that leads nowhere; mend it or take it away"
    return "not a regular file; give a text file"


def _why(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return _no_file(path) if path.is_symlink() else "no such file or folder; check the spelling"
    if isinstance(error, PermissionError):
        return "may not be read; ask for the permission (chmod +r)"
    reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return f"cannot be read: {reason}; check the path"
