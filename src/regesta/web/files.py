"""Writes a page whole or not at all, and replaces nothing that is not a page of regesta."""

import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from regesta.errors import ExportError

PAGE = "index.html"
MARK = '<meta name="generator" content="regesta '


def _is_page(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as stream:
        return MARK in stream.read(4096)


def write_file(path: Path, page: str) -> Path:
    """Gives the path. ExportError where it is a folder, or a file that is no page."""
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; with --single give the name of a file, such as {path / 'page.html'}")
    if path.exists() and not _is_page(path):
        raise ExportError(f"{path}: holds something else than a page of regesta; choose another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(page)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def write_folder(folder: Path, contents: Mapping[str, str], known: Collection[str]) -> Path:
    """Gives the folder. `known` names what an older page there may hold."""
    _refuse_foreign(folder, known)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, text in contents.items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        made.chmod(0o755)
        _swap(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def _swap(made: Path, folder: Path) -> None:
    """Puts the new folder where the old one stood; the old one is back in its place if that fails."""
    if not folder.exists():
        made.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    folder.rename(old / "old")
    try:
        made.rename(folder)
    except BaseException:
        (old / "old").rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(folder: Path, known: Collection[str]) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportError(f"{folder}: is a file; give a folder, or one file with --single")
    names = sorted(entry.name for entry in folder.iterdir())
    foreign = [name for name in names if name not in known]
    if foreign:
        raise ExportError(f"{folder}: holds {foreign[0]!r}, which is not of a page of regesta; choose another folder")
    if PAGE in names and not _is_page(folder / PAGE):
        raise ExportError(f"{folder / PAGE}: is not a page of regesta; choose another folder")
