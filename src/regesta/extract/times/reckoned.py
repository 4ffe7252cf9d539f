"""Dates that are reckoned in other ways than by day, month and year: what they are in our calendar."""

from collections.abc import Iterator, Mapping

from regesta.extract.times.readings import Date, Reckoned
from regesta.extract.times.reckoning import RECKONINGS, feast, roman_day, styles_agree
from regesta.model.calendars import from_iso, from_jdn, month_length, to_jdn
from regesta.rules.tokens import Value

REGNAL = "regnal"


def otherwise(fields: Mapping[str, Value | bool], date: Date) -> Date | None:
    """A date that its fields reckon in another way; itself if they do not. None where there is no such day."""
    if "feast" in fields:
        fixed = int(fields["feast"])
        return date._replace(month=fixed // 100, day=fixed % 100)
    if "roman_day" in fields and date.month is not None:
        return _roman(date, date.month, str(fields["roman_day"]), int(fields.get("n", 1)))
    if "easter" in fields:
        return with_year(date._replace(easter=int(fields["easter"])), date.year)
    if "regnal" in fields:
        n = fields.get("n")
        return in_reign(date._replace(regnal=(None if n is None else int(n), str(fields["regnal"]))))
    if "reckoning" in fields:
        month, year = (
            None if fields.get(f"other_{x}") is None else int(fields[f"other_{x}"]) for x in ("month", "year")
        )
        made = Date(
            reckoned=Reckoned(str(fields["reckoning"]), year, month, date.day), calendar=str(fields["reckoning"])
        )
        return with_year(made, year)
    if "old_day" in fields and date.year is not None and date.month is not None and date.day is not None:
        return date if styles_agree(date.year, date.month, int(fields["old_day"]), date.day) else None
    return date


def _roman(date: Date, month: int, mark: str, n: int) -> Date | None:
    """The n-th day before the kalends, nones or ides, both counted: the fourth before those of April is 29 March."""
    day = roman_day(mark, month) + 1 - n
    if day > 0:
        return date._replace(day=day)
    year = date.year if date.year is None or month > 1 else date.year - 1
    before = month - 1 or 12
    day += month_length(1 if year is None else year, before, "julian")
    return date._replace(year=year, month=before, day=day) if day > roman_day("ides", before) else None


def with_year(date: Date, year: int | None) -> Date | None:
    """A feast in that year, or a reckoned date in that year of its calendar; None where it has no such day."""
    if year is None:
        return date
    if date.easter is not None:
        y, month, day = feast(year, date.easter)
        return date._replace(easter=None, year=y, month=month, day=day)
    if date.reckoned is None:
        return date
    try:
        days = RECKONINGS[date.reckoned.calendar].days(year, date.reckoned.month, date.reckoned.day)
    except ValueError:
        return None
    y, month, day = from_jdn(days[0])
    if days[0] == days[1]:
        return Date(year=y, month=month, day=day, calendar=date.calendar, bc=True if y < 1 else None)
    fine = None if date.reckoned.month is None else month
    return Date(days=days, year=y, month=fine, calendar=date.calendar, bc=True if y < 1 else None)


def nearest(date: Date, day: int) -> Date | None:
    """A reckoned date without its year, in the year that brings it nearest to a day."""
    if date.reckoned is None:
        return None
    reckoning = RECKONINGS[date.reckoned.calendar]
    about = reckoning.year_near(day)
    made = [with_year(date, year) for year in (about, about - 1, about + 1) if year in reckoning.years]
    return min((one for one in made if one is not None), key=lambda one: abs(_first(one) - day), default=None)


def _first(date: Date) -> int:
    return date.days[0] if date.days else to_jdn(date.year or 0, date.month or 1, date.day or 1)


def in_reign(date: Date, day: int | None = None) -> Date | None:
    """The year of a reign, or the reign; of several rulers of that name the one nearest to a day, or itself."""
    if date.regnal is None:
        return date
    found = list(_reigns(*date.regnal))
    if not found:
        return None
    if len(found) > 1 and day is None:
        return date
    low, high = min(found, key=lambda days: max(days[0] - (day or 0), (day or 0) - days[1], 0))
    y, _, _ = from_jdn(low)
    return Date(days=(low, high), year=y, calendar=REGNAL)


def _reigns(n: int | None, reigns: str) -> Iterator[tuple[int, int]]:
    """The days of year n (or all) of every reign "first/last" that is so long; "first+39" is counted from Easter."""
    for reign in reigns.split():
        first, _, last = reign.partition("/")
        iso, _, movable = first.partition("+")
        low, high = from_iso(iso), from_iso(last)
        if n is None:
            yield low, high
            continue
        begins, ends = (_anniversary(low, years, movable) for years in (n - 1, n))
        if n > 0 and begins <= high:
            yield begins, min(ends - 1, high)


def _anniversary(first: int, years: int, movable: str) -> int:
    year, month, day = from_jdn(first)
    if movable:
        return to_jdn(*feast(year + years, int(movable)))
    return to_jdn(year + years, month, 28 if (month, day) == (2, 29) else day)


def after_years(first: tuple[int, int], n: int) -> tuple[int, int]:
    """First and last day of the n-th year of what began between two days."""
    return _anniversary(first[0], n - 1, ""), _anniversary(first[1], n, "") - 1
