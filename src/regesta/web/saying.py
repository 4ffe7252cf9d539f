"""Dates and the page's own words in its language. Where `words/` has none for dates, they are said as everywhere."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from regesta.model.calendars import from_jdn, month_length
from regesta.model.lookup import Dating
from regesta.model.state import State
from regesta.model.time import OPEN, Bounds, When
from regesta.model.wording import UNDATED, say_bounds, say_day, say_since, say_until, say_year
from regesta.web.assets import page_words

SLOT = re.compile(r"\{(\w+)\}")


@cache
def load_words(language: str) -> dict[str, Any]:
    """The page's words in a language of `page_languages()`."""
    return tomllib.loads((files("regesta.web") / "words" / f"{language}.toml").read_text(encoding="utf-8"))


def count(words: dict[str, Any], key: str, number: int) -> str:
    """A number with its noun: `1 event`, `no contradictions`."""
    one, many, none = words[key]
    if number == 0:
        return str(none)
    return f"{number:,} ".replace(",", words["thousands"]) + str(one if number == 1 else many)


@cache
def _messages(language: str) -> list[tuple[re.Pattern[str], str]]:
    """What is found, and how it is said in a language: the list that the page's script has."""
    found = []
    for message, said in page_words(language).get("notes.messages", []):
        parts = [f"(?P<{part}>.+)" if n % 2 else re.escape(part) for n, part in enumerate(SLOT.split(message))]
        found.append((re.compile("".join(parts), re.DOTALL), said))
    return found


@dataclass(frozen=True, slots=True)
class Saying:
    """Says dates, terms and messages in a language."""

    language: str
    dates: dict[str, Any] | None
    """None where they are said as everywhere."""

    def term(self, kind: str, name: str) -> str:
        """A type, a kind of gap or something held, as the page calls it; by its name where it has no other."""
        return str(page_words(self.language).get(f"{kind}.{name}", name))

    def message(self, message: str) -> str:
        """What a contradiction or a gap says; as it was found where there are no other words for it."""
        for pattern, said in _messages(self.language):
            if found := pattern.fullmatch(message):
                return said.format(**found.groupdict())
        return message

    def dating(self, dating: Dating) -> str | None:
        """When a claim's happening falls."""
        if dating.bounds == OPEN and dating.told is None:
            return None
        if self.dates is None:
            said = dating.say()
            return None if said == UNDATED else said
        return self._when(dating.told) if dating.told else self.bounds(dating.bounds)

    def year(self, year: int) -> str:
        """An astronomical year."""
        if self.dates is None:
            return say_year(year)
        if year <= 0:
            return str(self.dates["bc"]).format(year=1 - year)
        return str(self.dates["ad"]).format(year=year) if year < 100 else str(year)

    def day(self, jdn: int) -> str:
        """One day."""
        if self.dates is None:
            return say_day(jdn)
        year, month, day = from_jdn(jdn)
        return f"{self.dates['first'] if day == 1 else day} {self.dates['months'][month - 1]} {self.year(year)}"

    def since(self, state: State) -> str:
        """When a holding began."""
        if self.dates is None:
            return say_since(state)
        return str(self.dates["day_not_told"]) if state.since == OPEN else self.bounds(state.since)

    def until(self, state: State) -> str:
        """When a holding ended."""
        if self.dates is None:
            return say_until(state)
        if state.until == OPEN:
            return str(self.dates["day_not_told" if state.ended_by else "no_end"])
        return self.bounds(state.until)

    def bounds(self, bounds: Bounds) -> str:
        """When a moment falls."""
        if self.dates is None:
            return say_bounds(bounds)
        low, high = bounds.earliest, bounds.latest
        if low is None and high is None:
            return self._fill("undated")
        if low is not None and high is not None:
            return self._unit(low, high) or self._fill("between", low, high)
        year, month, day = from_jdn(low if low is not None else high or 0)
        if low is not None:
            return self._year("after_year", year) if (month, day) == (1, 1) else self._fill("after", low)
        return self._year("by_year", year) if (month, day) == (12, 31) else self._fill("by", None, high)

    def _unit(self, low: int, high: int) -> str | None:
        """A day, a month or a year that the bounds fill."""
        (year, month, day), (last_year, last_month, last_day) = from_jdn(low), from_jdn(high)
        if low == high:
            return self.day(low)
        if year != last_year or day != 1 or last_day != month_length(last_year, last_month):
            return None
        if month == last_month:
            return f"{(self.dates or {})['months'][month - 1]} {self.year(year)}"
        return self.year(year) if (month, last_month) == (1, 12) else None

    def _when(self, when: When) -> str:
        said = self._lasting(when) if when.lasting else self.bounds(Bounds(when.earliest, when.latest))
        if when.approximate:
            said = self._fill("about", date=said)
        if when.uncertain:
            said = self._fill("doubtful", date=said)
        return said if when.calendar == "gregorian" else self._fill("calendar", date=said, calendar=when.calendar)

    def _lasting(self, when: When) -> str:
        first, last = when.earliest, when.latest
        if first is None:
            return self._fill("undated") if last is None else self._fill("ends", None, last)
        if last is None:
            return self._fill("on", first)
        return self._unit(first, last) or self._fill("stretch", first, last)

    def _year(self, key: str, year: int) -> str:
        said = self.year(year)
        return str((self.dates or {})[key]).format(**{"from": said, "to": said})

    def _fill(self, key: str, low: int | None = None, high: int | None = None, **values: str) -> str:
        days = {name: self.day(day) for name, day in (("from", low), ("to", high)) if day is not None}
        return str((self.dates or {})[key]).format(**days, **values)


def saying_in(language: str) -> Saying:
    """How things are said in a language of the page."""
    return Saying(language, load_words(language).get("dates"))
