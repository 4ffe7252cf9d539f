"""Who and where? Names with their kinds, and which mentions are of one and the same."""

from regesta.extract.entities.group import group_mentions
from regesta.extract.entities.mentions import find_mentions

__all__ = ["find_mentions", "group_mentions"]
