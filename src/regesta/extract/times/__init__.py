"""Which words tell a time, and what time? Found first, understood second, dated last."""

from regesta.extract.times.early import Early
from regesta.extract.times.expressions import find_times, tag
from regesta.extract.times.pauses import find_pauses
from regesta.extract.times.question import parse_date

__all__ = ["Early", "find_pauses", "find_times", "parse_date", "tag"]
