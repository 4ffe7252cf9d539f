"""From a matched rule to a reading: what the slots and the rule's `means` say together."""

from collections.abc import Mapping, Sequence

from regesta.extract.times.readings import (
    Date,
    Duration,
    Found,
    Nth,
    Range,
    Reading,
    Recurring,
    Reference,
    Share,
    Shift,
)
from regesta.extract.times.reckoned import otherwise
from regesta.extract.times.reckoning import julian_to_gregorian
from regesta.rules.times import FIELDS, TimeRule
from regesta.rules.tokens import Value

Fields = Mapping[str, Value | bool]


def fields_of(rule: TimeRule, bound: Mapping[str, Sequence[tuple[int, Value]]]) -> dict[str, Value | bool]:
    """Every field that the rule gives: slots named like fields, then `means`; a slot that is named twice adds up."""
    values: dict[str, Value | bool] = {}
    for slot, tokens in bound.items():
        given = [value for _, value in tokens]
        values[slot] = sum(v for v in given if isinstance(v, int)) if len(given) > 1 else given[0]
    found = {name: values[name] for name in FIELDS[rule.kind] if name in values}
    for name, meant in rule.means.items():
        if isinstance(meant, str) and meant.startswith("{"):
            if meant[1:-1] in values:
                found[name] = values[meant[1:-1]]
        else:
            found[name] = meant
    return found


def _int(fields: Fields, name: str) -> int | None:
    value = fields.get(name)
    return int(value) if value is not None and value != "" else None


def _text(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    return None if value is None else str(value)


def _qualifiers(fields: Fields) -> frozenset[str]:
    return frozenset([str(fields["qualifier"])]) if fields.get("qualifier") else frozenset()


def read_words(rule: TimeRule, fields: Fields) -> Reading | None:
    """The reading of a rule of the layer `words`; None where its numbers make none (30 February)."""
    match rule.kind:
        case "date":
            return _date(fields)
        case "shift":
            return _shift(fields)
        case "duration":
            n = None if fields.get("vague") else _int(fields, "n") or 1
            return Duration(
                n,
                str(fields["unit"]),
                bool(fields.get("half")),
                _qualifiers(fields),
                _text(fields, "edge"),
                bool(fields.get("age")),
                _int(fields, "nth"),
                _int(fields, "weekday"),
            )
        case "set":
            return Recurring(
                _int(fields, "n") or 1,
                _text(fields, "unit"),
                _int(fields, "weekday"),
                _int(fields, "month"),
                _text(fields, "daypart"),
                rate="n" in fields,
            )
        case "reference":
            return Reference(str(fields.get("value", "")), bool(fields.get("back")), bool(fields.get("then")))
        case _:
            n, unit = _int(fields, "n") or 1, str(fields["unit"])
            return Nth(n, unit, bool(fields.get("reign")), bool(fields.get("start")))


def _shift(fields: Fields) -> Shift:
    return Shift(
        n=None if fields.get("vague") else _int(fields, "n") if fields.get("n") is not None else 1,
        unit=str(fields.get("unit", "year")),
        way=_int(fields, "way") or 0,
        calendar=bool(fields.get("calendar")),
        month=_int(fields, "month"),
        season=_int(fields, "season"),
        weekday=_int(fields, "weekday"),
        part=_text(fields, "part"),
        daypart=_text(fields, "daypart"),
        qualifiers=_qualifiers(fields),
        deictic=_text(fields, "deictic"),
        day=_int(fields, "day"),
    )


def _date(fields: Fields) -> Date | None:
    era = fields.get("era")
    bc = None if era is None else era == "bc"
    year = _int(fields, "year")
    if year is not None and bc:
        year = 1 - year
    short = _int(fields, "short_year")
    if short is not None and bc is not None:
        year, short = (1 - short if bc else short), None
    month, last_year = _int(fields, "month"), _int(fields, "last_year")
    if year is not None and last_year is not None:
        last_year = last_year if last_year > 999 else _later_year(year, last_year)
        if month is not None:
            # a double year: before 25 March the second is the one that we would write
            year, last_year = (last_year if month <= 3 else year), None
    hour = _int(fields, "hour")
    if hour is not None and fields.get("afternoon") is not None:
        hour = hour % 12 + 12 * int(fields["afternoon"])
    made = Date(
        year=year,
        month=month,
        day=_int(fields, "day"),
        season=_int(fields, "season"),
        decade=_int(fields, "decade"),
        century=_int(fields, "century"),
        millennium=_int(fields, "millennium"),
        weekday=_int(fields, "weekday"),
        bc=bc,
        part=_text(fields, "part"),
        qualifiers=_qualifiers(fields),
        daypart=_text(fields, "daypart"),
        hour=hour,
        minute=_int(fields, "minute"),
        short_year=short,
        short_decade=_int(fields, "short_decade"),
        among_early=bool(fields.get("among_early")),
        last_year=last_year,
    )
    reckoned = otherwise(fields, made)
    return reckoned if reckoned is not None and possible_day(reckoned) else None


def possible_day(date: Date) -> bool:
    """Whether the month has that day in some year."""
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return date.day is None or 1 <= date.day <= (lengths[date.month - 1] if date.month else 31)


def wrap(fields: Fields, inner: Sequence[Found], way: int | None, event: bool) -> Reading | None:
    """What words around a reading (or a duration before another) make of it; None where they do not go together."""
    first = inner[0].reading
    base = inner[1] if len(inner) > 1 else None
    if way is not None:
        return _counted(fields, inner, way, event)
    if isinstance(first, Duration) and base is not None:
        if "edge" in fields:
            return _lasting_until(first, inner[0], base)
        return Share(first, base) if first.edge else _lasting_from(first, inner[0], base)
    if isinstance(first, Date):
        if base is not None:
            return _merge(first, base.reading)
        return _wrap_date(fields, first)
    if isinstance(first, Shift):
        return first._replace(
            part=_text(fields, "part") or first.part,
            daypart=_text(fields, "daypart") or first.daypart,
            season=_int(fields, "season") or first.season,
            qualifiers=first.qualifiers | _qualifiers(fields),
        )
    if isinstance(first, Duration) and fields.keys() <= {"qualifier", "edge"}:
        edge = _text(fields, "edge") or first.edge
        return first._replace(qualifiers=first.qualifiers | _qualifiers(fields), edge=edge)
    return None


def _lasting_from(length: Duration, words: Found, start: Found) -> Range | None:
    """From a day on for so many days, the first counted: "forty days from 3 May"."""
    days = (length.n or 0) * {"day": 1, "week": 7}.get(length.unit, 0)
    return Range(start, words._replace(reading=Shift(days - 1, "day", 1)), lasting=True) if days else None


def _lasting_until(length: Duration, words: Found, end: Found) -> Range | None:
    """So many years, or days with the last one counted, up to some time: "for seven years until 1760"."""
    if length.n is None or length.half or length.edge:
        return None
    days = length.n * {"day": 1, "week": 7}.get(length.unit, 0)
    first = Shift(days - 1, "day", -1, base=end) if days else Shift(length.n, length.unit, -1, base=end)
    return Range(words._replace(reading=first), end, lasting=True)


def _counted(fields: Fields, inner: Sequence[Found], way: int, event: bool) -> Shift | None:
    """A distance, or the first weekday, after or before something; None where that is no date or distance."""
    first, base = inner[0].reading, inner[1] if len(inner) > 1 else None
    if isinstance(first, Duration):
        deictic = _text(fields, "deictic")
        qualifiers = first.qualifiers | _qualifiers(fields)
        return Shift(first.n, first.unit, way, base=base, qualifiers=qualifiers, deictic=deictic)
    if isinstance(first, Date) and base is not None:
        return Shift(1, "week", way, base=base, weekday=first.weekday)
    return None if event or not isinstance(first, Date | Shift) else Shift(1, "day", way, True, inner[0])


def _wrap_date(fields: Fields, date: Date) -> Date | None:
    if fields.get("calendar") == "julian":
        return _from_julian(date)
    part, era = _text(fields, "part") or date.part, fields.get("era")
    if fields.get("part") and date.part:
        return None
    made = date._replace(
        part=part,
        daypart=_text(fields, "daypart") or date.daypart,
        weekday=date.weekday if fields.get("weekday") is None else _int(fields, "weekday"),
        season=_int(fields, "season") or date.season,
        qualifiers=date.qualifiers | _qualifiers(fields),
        last_year=_int(fields, "last_year") or date.last_year,
    )
    if era is None or date.bc is not None:
        return made
    year = date.short_year if date.year is None else date.year
    if year is not None and era == "bc":
        year = 1 - year
    return made._replace(bc=era == "bc", year=year, short_year=None)


def _from_julian(date: Date) -> Date | None:
    """The Gregorian date of a day that is marked as Julian; other stretches only keep the mark."""
    if date.year is None or date.month is None or date.day is None:
        return date._replace(calendar="julian")
    year, month, day = julian_to_gregorian(date.year, date.month, date.day)
    return date._replace(year=year, month=month, day=day, calendar="julian")


def _merge(first: Date, second: Reading) -> Date | Range | Shift | None:
    """A day with the hour, part of day or weekday that stands beside it; one night is a moment within its two days."""
    if isinstance(second, Shift) and (first.hour is not None or first.daypart):
        return second
    if isinstance(second, Range):
        return second._replace(lasting=False)
    if not isinstance(second, Date):
        return None
    day, detail = (first, second) if first.day is not None else (second, first)
    if detail.hour is not None:
        return day._replace(hour=detail.hour, minute=detail.minute)
    if detail.daypart:
        return day._replace(daypart=detail.daypart)
    return day._replace(weekday=detail.weekday)


def join(fields: Fields, first: Found, last: Found) -> Range:
    """A range over two readings."""
    return Range(first, last, bool(fields.get("lasting")), bool(fields.get("either")), _qualifiers(fields))


def number_reading(like: Reading, value: int, *, before: bool) -> Date | Duration | None:
    """What a bare number beside a reading means: a day of its month, a year of its century, as many of its units."""
    if isinstance(like, Duration) and like.n is not None and before and value < like.n:
        return like._replace(n=value)
    return _number_date(like, value, before=before) if isinstance(like, Date) else None


def _number_date(like: Date, value: int, *, before: bool) -> Date | None:
    if like.season is not None:
        return Date(season=value, year=like.year, bc=like.bc)
    if like.century is not None:
        return Date(century=value, bc=like.bc)
    if like.day is not None:
        made = Date(day=value, month=like.month, year=like.year, bc=like.bc)
        return made if possible_day(made) else None
    if like.year is None:
        return None
    if like.year < 1:
        return Date(year=1 - value, bc=True)
    if before:
        return Date(year=value) if 99 < value < like.year else None
    return _short_second(like.year, value)


def _short_second(year: int, digits: int) -> Date | None:
    """The second year of 1914-18; a smaller number is one only at the end of a century (1898-01, never 1870-13)."""
    size = 100 if digits > 9 else 10
    return Date(year=_later_year(year, digits)) if digits > year % size or year % 100 >= 90 else None


def _later_year(year: int, digits: int) -> int:
    """The next year that ends in the digits: 1918 for 1914 and 18."""
    size = 100 if digits > 9 else 10
    last = year - year % size + digits
    return last if last > year else last + size
