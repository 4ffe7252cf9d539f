"""Files written whole or not at all: a draft beside the place, which is renamed into it once it is durable."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4


def draft_of(target: Path) -> Path:
    """A name for a draft, hidden, which no other writer takes."""
    return target.with_name(f".{target.name}.{uuid4().hex}.part")


def drafts_left(target: Path) -> Iterator[Path]:
    """The drafts of a file that lie beside it. OSError where its folder cannot be read."""
    for entry in target.parent.iterdir():
        if entry.name.startswith(f".{target.name}.") and entry.name.endswith(".part"):
            yield entry


def put_in_place(draft: Path, target: Path) -> None:
    """Rename a draft, and make that durable on systems where a folder can be synced. OSError where it cannot be."""
    draft.replace(target)
    with suppress(OSError):
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
