"""Reads EDTF and ISO dates, which need no language: `1870`, `1870-10-31`, `-0216`, `187X`, `1870-10/1871-05`."""

import re

from regesta.extract.times.readings import Date
from regesta.extract.times.value import when_of
from regesta.model.time import Bounds, When

_DATE = re.compile(
    r"(?P<year>Y?-?\d{4,9}|-?\d{1,3}X{1,3}|-?\d{1,4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)"
)

_INTERVAL = re.compile(r"(?:\s*(?:\.\.|Y?-?[\dX]{4}[^/]*)?\s*)/(?:\s*(?:\.\.|Y?-?[\dX]{4}[^/]*)?\s*)")


def read_edtf(text: str) -> When | None:
    """The time that an EDTF expression names, None where it is none (or has no such day)."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return _between(text, *_ends(text[1:-1], r"\.\.|,"), lasting=False)
    if "/" in text:
        # A year of an interval has four places: "14/3/1874" and "3/1874" are dates in another notation, not intervals.
        if _INTERVAL.fullmatch(text) is None:
            return None
        return _between(text, *_ends(text, "/"), lasting=True)
    return _one(text)


def _ends(text: str, mark: str) -> tuple[str, str]:
    parts = re.split(mark, text)
    return parts[0].strip(), parts[-1].strip()


def _one(text: str) -> When | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    marks = {"~": ["about"], "?": ["perhaps"], "%": ["about", "perhaps"]}.get(found["mark"], [])
    year = found["year"]
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    if year.endswith("X"):
        return None if month else _masked(year, frozenset(marks))
    number = int(year.removeprefix("Y"))
    season = month if month in (21, 22, 23, 24) and day is None else None
    if month is not None and not season and not 1 <= month <= 12:
        return None
    return when_of(
        Date(
            year=number,
            month=None if season else month,
            day=day,
            season=season,
            bc=True if number < 1 else None,
            qualifiers=frozenset(marks),
        )
    )


def _masked(year: str, marks: frozenset[str]) -> When | None:
    digits = year.rstrip("X")
    if len(year.lstrip("-")) != 4 or digits.startswith("-"):
        return None
    size = len(year) - len(digits)
    if size == 1:
        return when_of(Date(decade=int(digits) * 10, qualifiers=marks))
    if size == 2:
        return when_of(Date(century=int(digits) + 1, qualifiers=marks))
    return when_of(Date(millennium=int(digits) + 1, qualifiers=marks))


def _between(text: str, low: str, high: str, *, lasting: bool) -> When | None:
    first = None if low in ("..", "") else _one(low)
    last = None if high in ("..", "") else _one(high)
    if (first is None) != (low in ("..", "")) or (last is None) != (high in ("..", "")) or not (first or last):
        return None
    start = first.start if first else Bounds(None, last.latest if last else None)
    end = last.end if last else Bounds(first.earliest if first else None, None)
    earliest, latest = start.earliest, end.latest
    if earliest is not None and latest is not None and earliest > latest:
        return None
    if not lasting or first is None or last is None:
        start = end = Bounds(earliest, latest)
    return When(
        start, end, text, "range" if first and last else "open", lasting and first is not None and last is not None
    )
