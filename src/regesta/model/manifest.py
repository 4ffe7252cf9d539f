"""The run manifest: what a chronicle was made from and with. No clock in it: the same input gives the same manifest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source that was read, or that could not be."""

    name: str
    sha256: str
    characters: int
    encoding: str
    language: str
    skipped: str | None = None
    """Why it was left out; None where it was read."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Versions and hashes of everything that a result depends on."""

    regesta: str
    python: str
    sources: tuple[SourceRecord, ...]
    knowledge: str
    """SHA-256 over the knowledge files that were loaded."""
    model: str
    """Name, version and SHA-256 of the language model: `en_core_web_md 3.8.0 sha256:...`."""
    settings: tuple[tuple[str, str], ...] = ()
