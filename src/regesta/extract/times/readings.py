"""What time words say before their context is known: dates with parts missing, distances, ranges."""

from collections.abc import Iterator
from typing import NamedTuple


class Reckoned(NamedTuple):
    """A year, month and day of another calendar."""

    calendar: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


class Date(NamedTuple):
    """A stretch of the calendar as its words give it; years are astronomical (0 = 1 BC)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    """21 to 24 as in EDTF: spring, summer, autumn, winter."""
    decade: int | None = None
    """Its first year as it is written: 1870, or 470 with `bc`."""
    century: int | None = None
    """Counted: 18 is the eighteenth."""
    millennium: int | None = None
    weekday: int | None = None
    bc: bool | None = None
    """None where no era is written."""
    part: str | None = None
    qualifiers: frozenset[str] = frozenset()
    daypart: str | None = None
    hour: int | None = None
    minute: int | None = None
    short_year: int | None = None
    """One to three digits that need a context: '99, or 490 among years BC."""
    short_decade: int | None = None
    """30 for "the thirties", which need a century."""
    among_early: bool = False
    """Whether a short year is one only near other early years: before Christ, or of three digits."""
    reckoned: Reckoned | None = None
    """Its day in another calendar, until its year is known."""
    regnal: tuple[int | None, str] | None = None
    """Year of the reign (None = all of it) and the reigns of the rulers of that name, until it is known which."""
    days: tuple[int, int] | None = None
    """First and last Julian day number of a stretch that is no stretch of our calendar."""
    easter: int | None = None
    """Days after Easter, until its year is known."""
    calendar: str = "gregorian"
    """The calendar of its words."""
    last_year: int | None = None
    """The second year of a double year such as 1731/32."""
    coming: bool = False
    """Whether the words before it tell of what is to come ("will meet on Friday")."""
    gone: bool = False
    """Whether the words before it tell of what had come before ("had arrived in May")."""

    @property
    def complete(self) -> bool:
        """Whether it names its year, decade, century or millennium."""
        return not (
            self.year is None
            and self.decade is None
            and self.century is None
            and self.millennium is None
            and self.days is None
        )


class Shift(NamedTuple):
    """A distance from what was told last, or from `base`; n None is a vague number."""

    n: int | None
    unit: str
    way: int
    """1 later, -1 earlier, 0 the same."""
    calendar: bool = False
    """"the following year" is a year of the calendar, "one year later" a distance."""
    base: "Found | None" = None
    month: int | None = None
    season: int | None = None
    weekday: int | None = None
    part: str | None = None
    daypart: str | None = None
    qualifiers: frozenset[str] = frozenset()
    deictic: str | None = None
    """`only`: counts from the day of writing ("yesterday"); `may`: does so where that day is given ("last year")."""
    day: int | None = None
    """The day of a month that is told by its distance: "the 5th of the following month"."""


class Duration(NamedTuple):
    """A length of time; n None is a vague number."""

    n: int | None
    unit: str
    half: bool = False
    qualifiers: frozenset[str] = frozenset()
    edge: str | None = None
    """`first`, `last`, `past` or `next`: the side of something that it lies on; `nth`: it is the `nth` such part."""
    age: bool = False
    """Whether it is the age of somebody."""
    nth: int | None = None
    weekday: int | None = None
    """The weekday that a day is of which only the number, or that it is the last, is told."""


class Share(NamedTuple):
    """A length at the beginning or the end of a date: "the first ten months of 1915"."""

    length: Duration
    of: "Found"


class Recurring(NamedTuple):
    """Something that comes again: "every year", "on Sundays"."""

    n: int
    unit: str | None = None
    weekday: int | None = None
    month: int | None = None
    daypart: str | None = None
    rate: bool = False
    """Whether it is said as a rate ("per month")."""


class Reference(NamedTuple):
    """The present, the past or the future as such ("now", "former"): no day can be given."""

    value: str
    back: bool = False
    """Whether it is the month, year or longer time that was told last ("during this period")."""
    then: bool = False
    """Whether it is whatever time was told just before, in its sentence or the one before it ("by then")."""


class Nth(NamedTuple):
    """The n-th unit of something that lasted: "the fifth day of the siege"."""

    n: int
    unit: str
    reign: bool = False
    """Whether it is counted from the beginning of a reign."""
    start: bool = False
    """Whether it is counted from when something began that was told before: "in its third year"."""


class Range(NamedTuple):
    """Two readings: the stretch between them (`lasting`), one of the two (`either`), or a moment between them."""

    first: "Found"
    last: "Found"
    lasting: bool = False
    either: bool = False
    qualifiers: frozenset[str] = frozenset()


Reading = Date | Shift | Duration | Share | Recurring | Reference | Nth | Range


class Found(NamedTuple):
    """A reading and the characters that hold it; `event` are the characters of what a distance counts from."""

    start: int
    end: int
    reading: Reading
    rule: str
    event: tuple[int, int] | None = None
    phrase: tuple[int, int] | None = None
    relation: str = "in"
    begins: str | None = None
    """`birth`, `reign` or `start`: what of somebody or something began at that time, by the words beside it."""

    def leaves(self) -> Iterator["Found"]:
        """The readings of a range one by one; any other reading itself."""
        if isinstance(self.reading, Range):
            yield from self.reading.first.leaves()
            yield from self.reading.last.leaves()
        else:
            yield self


class Stretch(NamedTuple):
    """A sentence's readings, with where it stands."""

    found: tuple[Found, ...]
    heading: bool
    start: int = 0
    asides: tuple[tuple[int, int], ...] = ()
    """Characters in parentheses: what they tell does not move the story on."""
    before: int = 0
    """Where the sentence before it in its passage starts; where it starts itself, if it is the first."""
    said_of: tuple[tuple[int, int], ...] = ()
    """Characters of what is said between commas of whoever was named: what the sentence tells itself leads on."""
