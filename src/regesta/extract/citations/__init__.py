"""Which words does the source cite, and for what?"""

from regesta.extract.citations.attach import attach_citations
from regesta.extract.citations.markers import find_markers

__all__ = ["attach_citations", "find_markers"]
