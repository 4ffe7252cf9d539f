"""Outside files to `Document`: the only room that reads sources."""

from regesta.ingest.files import SUFFIXES
from regesta.ingest.language import UNDETERMINED, detect_language
from regesta.ingest.sources import LONGEST_LINE, STANDARD_INPUT, Skipped, open_document, read_sources

__all__ = [
    "LONGEST_LINE",
    "STANDARD_INPUT",
    "SUFFIXES",
    "UNDETERMINED",
    "Skipped",
    "detect_language",
    "open_document",
    "read_sources",
]
