"""Dates as a historian writes them: "31 October 1870", "between 21 May and 10 June 1871", "by 30 April 1871", "217 BC".

One wording for tables, answers, exports and pages. A bound is inclusive: "after 18 March" does not exclude that day,
as in EDTF `1871-03-18/..`. Years are said in eras (0 is 1 BC).
"""

from dataclasses import dataclass

from regesta.model.calendars import from_jdn, month_length
from regesta.model.state import State
from regesta.model.time import OPEN, Bounds, When

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A day, month or run of whole years that bounds fill exactly: what is said before the year, and the years."""

    lead: str
    year: int
    last: int


def say_year(year: int) -> str:
    """`1871`, `AD 79`, `217 BC` from an astronomical year."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def say_day(jdn: int) -> str:
    """One day: `31 October 1870`."""
    year, month, day = from_jdn(jdn)
    return f"{day} {MONTHS[month - 1]} {say_year(year)}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _unit(first: int, last: int) -> _Unit | None:
    """The calendar unit from the first day to the last, if there is one."""
    (year, month, day), (end_year, end_month, end_day) = from_jdn(first), from_jdn(last)
    if first == last:
        return _Unit(f"{day} {MONTHS[month - 1]}", year, year)
    if day != 1 or end_day != month_length(end_year, end_month):
        return None
    if (year, month) == (end_year, end_month):
        return _Unit(MONTHS[month - 1], year, year)
    if (month, end_month) == (1, 12):
        return _Unit("", year, end_year)
    return None


def _say_unit(unit: _Unit) -> str | None:
    if unit.last == unit.year:
        return f"{unit.lead} {say_year(unit.year)}".strip()
    if unit.year > 0 and unit.last - unit.year == 9 and unit.year % 10 == 0:
        return f"the {unit.year}s"
    if unit.year > 0 and unit.last - unit.year == 99 and unit.year % 100 == 0:
        return f"the {_ordinal(unit.year // 100 + 1)} century"
    return None


def _say_open(bounds: Bounds) -> str:
    """One bound is missing, or both."""
    if bounds.earliest is not None:
        year, month, day = from_jdn(bounds.earliest)
        return f"in or after {say_year(year)}" if (month, day) == (1, 1) else f"after {say_day(bounds.earliest)}"
    if bounds.latest is not None:
        year, month, day = from_jdn(bounds.latest)
        return f"by the end of {say_year(year)}" if (month, day) == (12, 31) else f"by {say_day(bounds.latest)}"
    return UNDATED


def _edges(first: int, last: int) -> tuple[str, str]:
    """Both ends of a range, without saying the same year or month twice: `21 May`, `10 June 1871`."""
    (year, month, day), (end_year, end_month, end_day) = from_jdn(first), from_jdn(last)
    if (month, day, end_month, end_day) == (1, 1, 12, 31):
        same_era = (year <= 0) == (end_year <= 0)
        return (str(1 - year) if year <= 0 and same_era else say_year(year)), say_year(end_year)
    whole_months = day == 1 and end_day == month_length(end_year, end_month)
    low = MONTHS[month - 1] if whole_months else f"{day} {MONTHS[month - 1]}"
    high = MONTHS[end_month - 1] if whole_months else f"{end_day} {MONTHS[end_month - 1]}"
    if year != end_year:
        low = f"{low} {say_year(year)}"
    elif month == end_month:
        low = str(day)
    return low, f"{high} {say_year(end_year)}"


def say_bounds(bounds: Bounds) -> str:
    """When a moment falls: `31 October 1870`, `October 1870`, `between …`, `after …`, `by …`, or `undated`."""
    if bounds.earliest is None or bounds.latest is None:
        return _say_open(bounds)
    unit = _unit(bounds.earliest, bounds.latest)
    said = _say_unit(unit) if unit else None
    return said or "between {} and {}".format(*_edges(bounds.earliest, bounds.latest))


def say_edge(bounds: Bounds) -> str:
    """When a stretch began or ended, to stand behind `since` or `until`: `1880 or later`, `some day between …`."""
    if bounds.earliest is not None and bounds.latest is None:
        year, month, day = from_jdn(bounds.earliest)
        return f"{say_year(year) if (month, day) == (1, 1) else say_day(bounds.earliest)} or later"
    if bounds.earliest is None and bounds.latest is not None:
        year, month, day = from_jdn(bounds.latest)
        return f"{say_year(year) if (month, day) == (12, 31) else say_day(bounds.latest)} or earlier"
    said = say_bounds(bounds)
    return f"some day {said}" if said.startswith("between") else said


def say_stretch(first: int, last: int, *, all_of_it: bool = False) -> str:
    """From the first to the last day: `on 3 May 1871`, `in 1871` (or `throughout 1871`), `from 3 to 9 May 1871`."""
    if first == last:
        return f"on {say_day(first)}"
    unit = _unit(first, last)
    said = _say_unit(unit) if unit else None
    if said is not None:
        return f"throughout {said}" if all_of_it else f"in {said}"
    return "from {} to {}".format(*_edges(first, last))


def _say_lasting(start: Bounds, end: Bounds) -> str:
    """A stretch that is filled: `from … to …`, with the outer days where its edges are vague."""
    if start.earliest is None and end.latest is None:
        return UNDATED
    if end.latest is None:
        return f"from {say_bounds(start)} on" if start.latest is not None else say_bounds(start)
    if start.earliest is None:
        return f"until {say_bounds(end)}" if end.earliest is not None else f"until {say_day(end.latest)}"
    if start.earliest == end.latest:
        return say_day(end.latest)
    return "from {} to {}".format(*_edges(start.earliest, end.latest))


def say_when(when: When) -> str:
    """A time as told, with `about` and a question mark where the source has its doubts."""
    if when.edtf.startswith("XXXX-") and when.earliest is None and when.latest is None:
        said = _say_yearless(when.edtf)
    elif when.lasting:
        said = _say_lasting(when.start, when.end)
    else:
        said = say_bounds(Bounds(when.earliest, when.latest))
    if when.approximate and said != UNDATED:
        said = f"about {said}"
    if when.uncertain:
        said = f"{said} (?)"
    return said if when.calendar == "gregorian" else f"{said} ({when.calendar.title()} calendar)"


def _say_yearless(edtf: str) -> str:
    """`25 March, year not said` from `XXXX-03-25`."""
    month, _, day = edtf.removeprefix("XXXX-").rstrip("~?%").partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return UNDATED
    name = MONTHS[int(month) - 1]
    return f"{int(day)} {name}, year not said" if day.isdigit() else f"{name}, year not said"


def say_since(state: State) -> str:
    """When a holding began; `day not told` where nothing bounds it."""
    return "day not told" if state.since == OPEN else say_bounds(state.since)


def say_until(state: State) -> str:
    """When a holding ended; `no end told` where nothing ends it, `day not told` where something does, some day."""
    if state.until == OPEN:
        return "day not told" if state.ended_by else "no end told"
    return say_bounds(state.until)
