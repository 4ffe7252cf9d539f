"""Completes a date from what was told before: the year of a month, the month of a day, the century of '99."""

from typing import NamedTuple

from regesta.extract.times.early import weekday_of
from regesta.extract.times.readings import Date
from regesta.extract.times.reckoned import in_reign, nearest, with_year
from regesta.extract.times.value import date_of, first_year, when_of
from regesta.model.calendars import from_jdn
from regesta.model.time import When

THERE = 2.2
"""A month without a year is the nearest one; a month back counts so much more than one ahead: stories go forward."""
_PAST = 2.0
"""The other way round from the day of writing: what is told has happened, unless words say that it is to come."""
HERE = 4.0
"""The same within one sentence."""
OPENING = 3.0
"""The same at the head of a sentence."""
_LIFETIME = 70
"""Years from what was told within which a bare number of three digits is a year, where the words leave it open."""
_OTHERWISE_NEAR = 366
"""Days within which a date of another calendar may lie from what was told."""
_PART_MONTHS = {"early": 2.5, "mid": 6.5, "late": 10.5, "first-half": 3.5, "second-half": 9.5} | {
    f"q{n}": 3 * n - 1.0 for n in (1, 2, 3, 4)
}
"""Where a part of a year lies, in months."""


class Told(NamedTuple):
    """A date that was told: what later ones are completed from and count from."""

    date: Date
    when: When
    start: int
    end: int
    """The characters that told it."""
    writing: bool = False
    """Whether it is the day of writing, which no words tell."""

    @property
    def words(self) -> tuple[int, int] | None:
        """The characters that told it, None for the day of writing."""
        return None if self.writing else (self.start, self.end)


def day_of_writing(when: When) -> Told:
    """The day, month or year of writing as something told."""
    low, high = when.earliest, when.latest
    if low is None or high is None:
        raise ValueError(f"a day of writing needs both ends: {when.edtf}")
    (y1, m1, d1), (y2, m2, d2) = from_jdn(low), from_jdn(high)
    same = (y1, m1) == (y2, m2)
    date = Date(year=y1, month=m1 if same else None, day=d1 if same and d1 == d2 else None, bc=True if y1 < 1 else None)
    return Told(date, when, -1, -1, writing=True)


Years = tuple[int, int] | None


def complete(date: Date, told: Told | None, within: Years = None, *, back: float = THERE) -> Date | None:
    """The date with its missing parts; itself where nothing is missing; None where the context does not tell.

    `back`: how much more a month back counts than one ahead.
    `within` are the first and last year of the section's heading.
    """
    if date.complete:
        return date
    if date.short_year is not None:
        return _short_year(date, told)
    if date.short_decade is not None:
        return _short_decade(date, date.short_decade, told)
    if told is None:
        return _from_heading(date, within)
    if date.regnal is not None or date.reckoned is not None or date.easter is not None:
        return _otherwise(date, told)
    month = _month_of(date)
    if month is not None:
        return _nearest(date, month, told, within, back)
    if date.day is not None:
        return _day(date, told)
    return _weekday(date, told) if date.weekday is not None else _same_day(date, told.date)


def _short_year(date: Date, told: Told | None) -> Date | None:
    n = date.short_year or 0
    if told is not None and told.date.bc and date.bc is None:
        return date._replace(year=1 - n, bc=True, short_year=None)
    if date.among_early and not _is_about(n, told):
        return None
    if n > 99:
        return date._replace(year=n, short_year=None)
    if told is None or told.date.year is None or told.date.year < 100:
        return None
    century = told.date.year - told.date.year % 100
    near = min((century - 100 + n, century + n, century + 100 + n), key=lambda y: abs(y - (told.date.year or 0)))
    return date._replace(year=near, short_year=None)


def _is_about(n: int, told: Told | None) -> bool:
    """Whether a number is a year of three digits near one that was told."""
    year = None if told is None else told.date.year
    return n > 99 and year is not None and year < 1000 and abs(n - year) <= _LIFETIME


def _short_decade(date: Date, n: int, told: Told | None) -> Date | None:
    """The decade of that name that is nearest to what was told."""
    if told is None or not told.date.complete or told.date.bc:
        return None
    about = first_year(told.date) if told.date.year is None else told.date.year
    century = about - about % 100
    near = min((century - 100 + n, century + n, century + 100 + n), key=lambda first: abs(first + 5 - about))
    return date._replace(decade=near, short_decade=None) if near >= 100 else None


def _from_heading(date: Date, within: Years) -> Date | None:
    if within is not None and within[0] == within[1] and (date.month is not None or date.season is not None):
        return date._replace(year=within[0], bc=True if within[0] < 1 else None)
    return None


def _nearest(date: Date, month: float, told: Told, within: Years, back: float) -> Date | None:
    year = told.date.year
    if year is None:
        return None
    at = _month_of(told.date)
    years = [year] if at is None else [year, year + 1, year - 1]
    if within is not None:
        inside = [y for y in years if within[0] <= y <= within[1]]
        years = inside or ([within[0]] if within[0] == within[1] else years)

    def distance(y: int) -> float:
        ahead = 12 * (y - year) + month - (at or month)
        if (told.writing and not date.coming) or date.gone:
            return -ahead if ahead <= 0 else ahead * _PAST
        # "They marched in July. In the spring they came back": where both are as near, it is the next spring.
        return ahead if ahead >= 0 else -ahead * back + (date.season is not None)

    chosen = min(years, key=distance)
    return date._replace(year=chosen, bc=True if chosen < 1 else None)


def _otherwise(date: Date, told: Told) -> Date | None:
    """A feast in the year of what was told; a reign, or a date of another calendar, that is near it."""
    if date.easter is not None:
        return with_year(date, told.date.year)
    day = told.when.earliest
    if day is None:
        return None
    if date.regnal is not None:
        return in_reign(date, day)
    found = nearest(date, day)
    when = None if found is None else when_of(found)
    return found if when is not None and abs((when.earliest or 0) - day) <= _OTHERWISE_NEAR else None


def _month_of(date: Date) -> float | None:
    if date.month is not None:
        return date.month
    if date.season is not None:
        return 3 * (date.season - 21) + 4
    return _PART_MONTHS.get(date.part or "")


def _day(date: Date, told: Told) -> Date | None:
    year, month, day = told.date.year, told.date.month, date.day
    if month is None or day is None:
        return None
    made = date._replace(year=year, month=month, bc=told.date.bc)
    if year is not None and told.date.day is not None and day < told.date.day - 7:
        month = month % 12 + 1
        made = made._replace(month=month, year=year + (month == 1))
    return made if when_of(made) is not None else None


def _weekday(date: Date, told: Told) -> Date | None:
    if told.date.day is None or told.when.earliest is None:
        return None
    # A weekday told with the day before holds even where the calendar of the time made it another than ours.
    there = told.date.weekday if told.date.weekday is not None else weekday_of(told.when.earliest)
    ahead = ((date.weekday or 0) - there) % 7
    if told.writing and ahead and not date.coming:
        ahead -= 7
    return date_of(told.when.earliest + ahead)._replace(daypart=date.daypart, weekday=date.weekday)


def _same_day(date: Date, told: Date) -> Date | None:
    if told.day is None or not (date.daypart or date.hour is not None):
        return None
    return date._replace(
        year=told.year, month=told.month, day=told.day, bc=told.bc, season=None if told.month else told.season
    )


def is_fine(told: Told) -> bool:
    """Whether it tells more than a year."""
    return told.date.month is not None or told.date.season is not None
