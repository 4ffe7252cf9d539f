"""How long what is told once is taken to last, where nothing more is told of it."""

from math import inf

from regesta.reason.keys import HOLDS, OFFICE

LIFE, LONGEST = 21_900, 36_500
"""Days for which one person may be taken to have what they came to, and for which anybody had: 60 and 100 years."""
_CERTAIN = {OFFICE: 3_653, HOLDS: 7_305}
"""Days for which who came to an office or a place has it for certain: 10 and 20 years. A text may pass over others."""
_POSSIBLE = {OFFICE: 10_957}
"""Days for which one person may have an office: 30 years."""


def certain_for(fluent: str) -> float:
    """For how many days who came to it has it for certain, unless they are told to have or to lose it after that."""
    return _CERTAIN.get(fluent, inf)


def possible_for(fluent: str) -> int:
    """How many days from where that is told one person may have it, unless it is told of them again."""
    return _POSSIBLE.get(fluent, LONGEST)


def lapses(fluent: str) -> tuple[int, ...]:
    """After how many days from a change an answer may be another one without any change."""
    own = (days[fluent] for days in (_CERTAIN, _POSSIBLE) if fluent in days)
    return (*own, LIFE, LONGEST)
