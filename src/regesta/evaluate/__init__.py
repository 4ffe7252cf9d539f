"""How well times are read: gold corpora, and the measures of the field over them."""

from regesta.evaluate.corpora import Gold, GoldDocument, find_corpora
from regesta.evaluate.measures import Counts, Tag, add_up, count_document

__all__ = ["Counts", "Gold", "GoldDocument", "Tag", "add_up", "count_document", "find_corpora"]
