"""What a passage tells further on: it completes what stands before it."""

from collections.abc import Sequence

from regesta.extract.times.context import Told, is_fine
from regesta.extract.times.readings import Date, Found, Stretch
from regesta.extract.times.resolve import Context, resolve, told_by


def first_day(stretches: Sequence[Stretch]) -> Told | None:
    """The first day or month of a passage that is told with its year."""
    leaves = (leaf for stretch in stretches for found in stretch.found for leaf in found.leaves())
    told = (told_by(resolve(f, Context())) for f in leaves if isinstance(f.reading, Date) and f.reading.complete)
    return next((t for t in told if t is not None and is_fine(t)), None)


def dates_ahead(stretches: Sequence[Stretch], beyond: Told | None) -> list[Told | None]:
    """For every sentence of a passage the first date in it or after it that names its year."""
    sentences = [[leaf for found in s.found for leaf in found.leaves()] for s in stretches]
    dates = [[leaf for leaf in leaves if isinstance(leaf.reading, Date)] for leaves in sentences]
    full = [[leaf for leaf in leaves if isinstance(leaf.reading, Date) and leaf.reading.complete] for leaves in dates]
    made: list[Told | None] = []
    ahead = beyond
    for leaves in reversed(full if any(full) else dates):
        told = (told_by(resolve(leaf, Context())) for leaf in leaves)
        ahead = next((t for t in told if t is not None), ahead)
        made.append(ahead)
    return made[::-1]


def later_dates(found: Sequence[Found]) -> list[Found | None]:
    """For every reading the next date after it that names its year."""
    made: list[Found | None] = []
    later: Found | None = None
    for one in reversed(found):
        made.append(later)
        if isinstance(one.reading, Date) and one.reading.complete:
            later = one
    return made[::-1]
