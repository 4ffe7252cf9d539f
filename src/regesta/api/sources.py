"""The sources of a chronicle as they lie on disk now."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from regesta.api.chronicle import Chronicle
from regesta.model.text import Document


def source_files(chronicle: Chronicle, folder: Path) -> Iterator[tuple[Document, Path]]:
    """Each source of the chronicle that is a file in the folder, with its path."""
    for document in chronicle.chronology.findings.documents:
        path = folder / document.name
        if path.is_file():
            yield document, path


def changed_sources(chronicle: Chronicle, folder: Path) -> tuple[str, ...]:
    """Names of the sources in the folder that are no longer as the chronicle has them."""
    return tuple(d.name for d, path in source_files(chronicle, folder) if _hash(path) not in ("", d.sha256))


def fresh_documents(chronicle: Chronicle, folder: Path) -> list[Document]:
    """The documents of the chronicle; of those that were changed in the folder, as they are there now.

    SourceError where a changed one cannot be read.
    """
    from regesta.ingest import open_document

    files = {d.id: path for d, path in source_files(chronicle, folder)}
    fresh = []
    for document in chronicle.chronology.findings.documents:
        path = files.get(document.id)
        if path is not None and _hash(path) not in ("", document.sha256):
            document = open_document(document.name, path.read_bytes(), language=document.language)  # noqa: PLW2901
        fresh.append(document)
    return fresh


def _hash(path: Path) -> str:
    """SHA-256 of a file; empty where it cannot be read (it may just be written)."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
