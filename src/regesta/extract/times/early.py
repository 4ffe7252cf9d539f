"""In which calendar early dates are that no word marks: as they are written, or Julian."""

import re
from dataclasses import replace
from typing import Literal

from regesta.model.calendars import from_iso, from_jdn, month_length, to_iso, to_jdn, weekday
from regesta.model.time import Bounds, When

Early = Literal["as written", "julian"]
"""`as written`: day and month stand as in the text, as if Gregorian; `julian`: they are Julian, and converted."""
_FIRST_GREGORIAN = to_jdn(1582, 10, 15)
LAST_JULIAN_YEAR = 1923
"""The last year in which a state of Europe dated by the Julian calendar (Greece)."""
_UNMARKED = ("gregorian", "regnal")
_FINE = re.compile(r"(-?\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?([~?%]?)")


def is_early(day: int) -> bool:
    """Whether it lies before the first day of the Gregorian calendar."""
    return day < _FIRST_GREGORIAN


def weekday_of(day: int) -> int:
    """The weekday of a day as it is written: of the Julian date before the Gregorian calendar. 0 = Monday."""
    return weekday(to_jdn(*from_jdn(day), "julian") if is_early(day) else day)


def in_calendar(when: When, early: Early) -> When:
    """The time with its unmarked early days and months read in that calendar; years and longer stretches stay."""
    if early == "as written" or when.calendar not in _UNMARKED:
        return when
    plain = when.edtf.strip("[]")
    parts = re.split(r"(\.\.|/|,)", plain)
    first, last = _julian(parts[0], 0), _julian(parts[-1], 1)
    if first is None and last is None:
        return when
    low = when.earliest if first is None else first[0]
    high = when.latest if last is None else last[0]
    start, end = Bounds(low, high), Bounds(low, high)
    if when.lasting:
        start = Bounds(low, high if when.start.latest is None else _moved(when.start.latest, first is not None))
        end = Bounds(low if when.end.earliest is None else _moved(when.end.earliest, last is not None), high)
    words = (parts[0] if first is None else first[1], parts[-1] if last is None else last[1])
    if len(parts) == 1 and words[0] != words[1]:
        edtf = f"[{words[0]}..{words[1]}]"
    elif len(parts) == 1:
        edtf = words[0]
    else:
        edtf = when.edtf.replace(plain, words[0] + "".join(parts[1:-1]) + words[1])
    return replace(when, start=start, end=end, edtf=edtf, calendar="julian")


def _moved(day: int, moves: bool) -> int:
    return to_jdn(*from_jdn(day), "julian") if moves else day


def _julian(edtf: str, side: int) -> tuple[int, str] | None:
    """The first or last day of a day or month of the Julian calendar, and how EDTF writes it; None for other dates."""
    found = _FINE.fullmatch(edtf)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    day = int(found[3] or (month_length(year, month, "julian") if side else 1))
    if not is_early(from_iso(f"{found[1]}-{found[2]}-{min(day, 28):02d}")):
        return None
    moved = to_jdn(year, month, day, "julian")
    return moved, to_iso(moved) + found[4]
