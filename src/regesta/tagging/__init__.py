"""Time expressions only, of texts of any length: sources to pieces, these to tagged times, these to lines or TimeML."""

from regesta.tagging.pieces import cut_text, pieces
from regesta.tagging.record import TaggedTime
from regesta.tagging.streams import Stream, find_streams
from regesta.tagging.tagger import Tagger
from regesta.tagging.writers import SUFFIXES, WRITERS, Writer

__all__ = ["SUFFIXES", "WRITERS", "Stream", "TaggedTime", "Tagger", "Writer", "cut_text", "find_streams", "pieces"]
