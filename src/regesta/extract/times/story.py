"""Where a story stands in time: what its dates are completed from and its distances are counted from."""

from collections.abc import Iterable, Sequence

from regesta.extract.times.ahead import dates_ahead, later_dates
from regesta.extract.times.context import HERE, OPENING, THERE, Told, day_of_writing, is_fine
from regesta.extract.times.readings import Date, Duration, Found, Reference, Shift, Stretch
from regesta.extract.times.resolve import Context, Resolved, following, resolve, taken_up, told_by
from regesta.model.calendars import from_jdn
from regesta.model.time import When

_OPENING = 12
"""Characters from the start of a sentence in which a time is what the sentence is about."""
_AND = 5
"""Characters between two dates that stand together: "3 May and 7 June 1850"."""
_NEAR = 2
"""Years."""
_OPEN_ENDED = ("since", "until")
"""What lasts since or until a time that is mentioned in passing does not take the story there."""
_OLDER, _LATER = _OPEN_ENDED
"""Nor does anything count from a time since which it lasted."""
_STEP = 31
"""Days that make a step from passage to passage."""
_DISORDER = 3
"""Steps back after which passages may stand in no order."""
_LOOK_BACK = 120
"""Days before the story at which a time in passing is a look back."""

_LOOK_AHEAD = 90
"""Days after the story at which a time in passing is a look ahead."""
_FURTHER = 1_830
"""Days after the story, five years, within which a day in a bracket gives its year to what comes behind it."""
_YEAR = 366
"""Days after the story within which a second time of a sentence takes the story on."""


class Story:
    """Goes through a document once. It remembers what was told last, and where the story stands: a year that is
    mentioned in passing, or far from the story, does not move it unless the next one agrees. From passage to passage
    the story is carried only while they follow each other in time more often than not.
    """

    def __init__(self, writing: When | None = None) -> None:
        self._writing = None if writing is None else day_of_writing(writing)
        self._story: Told | None = None
        self._doubted: Told | None = None
        self._told: Told | None = None
        self._looked_back = False
        """Whether that was told as a look back ("the day before"), from which no "two days later" counts."""
        self._led = False
        """Whether what was told last is the first time of its sentence, or the first one that it tells itself."""
        self._lasted: Told | None = None
        """The day or month until which the last thing told lasted."""
        self._within: tuple[int, int] | None = None
        """First and last year of the heading, which starts at `_headed`."""
        self._headed = 0
        self._ahead: Told | None = None
        self._moved = False
        """Whether the story was told in this passage."""
        self._start = self._before = 0
        """Where the passage, and the sentence before this one, start."""
        self._opened: int | None = None
        """First day of the first full date of the last passage that had one."""
        self._begun: dict[str, Told] = {}
        """What began when, in this passage or the last one."""
        self._steps = [0, 0]
        """From passage to passage: how often onwards, how often back."""

    def passage(self, stretches: Sequence[Stretch], beyond: Told | None = None) -> list[list[Resolved]]:
        """The readings of the sentences of the next passage with their times.

        `beyond`: where no year has been told yet, the first day or month with its year in the passages behind it.
        """
        self._begun = {what: told for what, told in self._begun.items() if told.start >= self._start}
        self._moved, self._start = False, stretches[0].start if stretches else 0
        onwards, back = self._steps
        if back >= _DISORDER and back >= 0.8 * onwards:
            self._story = self._told = self._doubted = None
        made: list[list[Resolved]] = []
        section, self._within = self._within, _annal_of(stretches) or self._within
        aheads = dates_ahead(stretches, beyond) if self._story is None else [None] * len(stretches)
        for stretch, ahead in zip(stretches, aheads, strict=True):
            self._ahead = ahead if self._story is None else None
            made.append(self.sentence(stretch))
        if not any(s.heading for s in stretches):
            self._within = section
        self._step(one for resolved in made for one in resolved)
        return made

    def _step(self, passage: Iterable[Resolved]) -> None:
        """Note whether the passage begins before or after the last one."""
        dates = (r for r in passage if r.date is not None and r.anchor is None and r.date.month is not None)
        first = next(dates, None)
        day = None if first is None or first.when is None else first.when.earliest
        if day is None:
            return
        if self._opened is not None and abs(day - self._opened) > _STEP:
            self._steps[day < self._opened] += 1
        self._opened = day

    def sentence(self, stretch: Stretch) -> list[Resolved]:
        """The readings of the next sentence with their times."""
        made = []
        self._before = stretch.before
        here = self._own_year(stretch) if stretch.heading else None
        led = own = False
        for found, later in zip(stretch.found, later_dates(stretch.found), strict=True):
            resolved = self._resolved(found, later, here, opens=_opens(found, stretch), led=led)
            made.append(resolved)
            told = told_by(resolved)
            if told is not None and found.begins:
                self._begun = {**self._begun, found.begins: told}
            if told is None:
                continue
            if self._is_aside(found, stretch) and not self._is_only(found, told, stretch):
                here = told if here is None and self._leads_on(found, told, stretch) else here
                continue
            opens, begun = _opens(found, stretch), self._told is not None
            passing = begun and not opens and found.relation in _OPEN_ENDED
            if passing and found.relation == _OLDER and not self._follows(told, here):
                continue
            says = not any(start <= found.start < end for start, end in stretch.said_of)
            goes_on, self._led = here is not None, here is None or (says and not own)
            here, led, own = told, opens or (led and is_fine(told)), own or says
            self._told = told
            self._lasted = told if passing and goes_on and is_fine(told) else None
            self._looked_back = _looks_back(found)
            if not (self._looked_back or passing):
                self._move(resolved, told, opens=opens, heading=stretch.heading)
        if stretch.heading:
            self._within, self._headed = _years_of(made), stretch.start
        return made

    def _follows(self, told: Told, here: Told | None) -> bool:
        """Whether it is later than what its sentence told: "it was his until 1163, and from May 1176 it was hers"."""
        a, b = told.when.earliest, None if here is None else here.when.latest
        return a is not None and b is not None and b < a

    def _is_aside(self, found: Found, stretch: Stretch) -> bool:
        return any(start <= found.start < end for start, end in stretch.asides)

    def _is_only(self, found: Found, told: Told, stretch: Stretch) -> bool:
        """Whether no other time was told, and a bracket holds a day: "After the battle of Kay (23 July 1759) they"."""
        return self._told is None and isinstance(found.reading, Date) and _fills_bracket(found, told, stretch)

    def _leads_on(self, found: Found, told: Told, stretch: Stretch) -> bool:
        """Whether a bracket holds a day not long after the story: "After the war (28 April 1922) he left in June"."""
        near = self._story is not None and 0 < told.start - self._story.start <= _FURTHER
        return near and _fills_bracket(found, told, stretch)

    def _resolved(self, found: Found, later: Found | None, here: Told | None, *, opens: bool, led: bool) -> Resolved:
        if isinstance(found.reading, Shift):
            return resolve(found, Context(self._counted_from(found.reading, here)))
        if isinstance(found.reading, Duration) and found.reading.edge == "next" and (base := here or self._here()):
            return following(found, found.reading, base)
        if isinstance(found.reading, Reference) and found.reading.then and (just := here or self._just()) is not None:
            return taken_up(found, just)
        if isinstance(found.reading, Reference) and found.reading.back and (last := self._taken_up()) is not None:
            return taken_up(found, last)
        back = HERE if here is not None or found.relation == _LATER else OPENING if opens else THERE
        told, ahead = here if led else self._context(here, found, opens=opens), self._ahead
        if here is None and (own := self._further_on(found, later, opens=opens)) is not None:
            told, ahead = None, own
        return resolve(found, Context(told, self._bounds_of_section(told), ahead, back, self._begun))

    def _bounds_of_section(self, told: Told | None) -> tuple[int, int] | None:
        """The years of the heading, unless the section itself has told a day or month outside a range of them.

        The year of a heading holds until its passage tells a later day.
        """
        within = self._within
        if within is None or told is None or told.date.year is None:
            return within
        if within[0] == within[1] and (told.date.year < within[0] or told.start < self._start):
            return within
        if told.start < self._headed or not is_fine(told):
            return within
        return within if within[0] <= told.date.year <= within[1] else None

    def _here(self) -> Told | None:
        """What the passage told last."""
        return self._told if self._told is not None and self._told.start >= self._start else None

    def _just(self) -> Told | None:
        """What the sentence before told last."""
        return self._told if self._told is not None and self._told.start >= self._before else None

    def _taken_up(self) -> Told | None:
        """What "this period" means: the year or longer time that the passage told last; no one calls a month so."""
        told = self._here()
        return told if told is not None and told.date.day is None and told.date.month is None else None

    def _further_on(self, found: Found, later: Found | None, *, opens: bool) -> Told | None:
        """The date further on in the sentence that gives its year to a month or season before it.

        It is near in time, or right behind: "on 3 May and 7 June 1850", "on 10 April in 1660".
        """
        date = found.reading
        if later is None or not isinstance(date, Date) or date.complete or (date.month is None and date.season is None):
            return None
        own = told_by(resolve(later, Context()))
        if own is None or later.start - found.end <= _AND:
            return own
        near = is_fine(own) and (self._story is None or _near(own, self._story) or self._agrees(own))
        return own if near and not opens else None

    def _agrees(self, told: Told) -> bool:
        """Whether a month told in passing, far from the story, is near: both have taken the story there."""
        doubted = self._doubted
        return doubted is not None and doubted.start >= self._start and is_fine(doubted) and _near(told, doubted)

    def _own_year(self, stretch: Stretch) -> Told | None:
        """The first complete date of a heading: it gives its year to what stands before it, too."""
        complete_ones = (f for f in stretch.found if isinstance(f.reading, Date) and f.reading.complete)
        first = next(complete_ones, None)
        return None if first is None else told_by(resolve(first, Context()))

    def _counted_from(self, shift: Shift, here: Told | None) -> Told | None:
        """The day of writing, where the words mean it and it is given; else what was told last."""
        if shift.deictic is not None and (self._writing is not None or shift.deictic == "only"):
            return self._writing
        base = self._story if shift.way > 0 and self._looked_back else self._base(shift)
        return here or base or self._writing

    def _base(self, shift: Shift) -> Told | None:
        """What a distance counts from: what was told last, unless that was far from the story."""
        told, story = self._told, self._story
        if told is None or story is None or not is_fine(story) or _near(told, story):
            return told or story
        if not self._moved and self._here() is not None:
            return told
        return told if self._goes_on(story) or _counts_years(shift, told, story) else story

    def _context(self, here: Told | None, found: Found, *, opens: bool) -> Told | None:
        """What a date without its year is completed from: its sentence, unless that only mentions a year far away."""
        story, writing = self._story, self._writing
        if here is None and self._told is not None and _names_no_month(found) and is_fine(self._told):
            return self._told
        if writing is not None and (here is None or not is_fine(here)):
            current = here or story or self._ahead
            if current is None or _near(current, writing):
                return writing
        if self._doubted is not None and self._takes_doubted(self._doubted, found, opens=opens):
            story = self._doubted
        lasted = self._lasted
        if here is None and lasted is not None and lasted.start >= self._start and _is_soon(found, lasted):
            return lasted
        takes = here is not None and (
            story is None or is_fine(here) or _near(here, story) or _is_later_year(here, story)
        )
        return here if takes else story

    def _takes_doubted(self, doubted: Told, found: Found, *, opens: bool) -> bool:
        """Whether what this passage told far from the story, or in passing, has taken it there.

        A later year told last has, for a day that opens the next sentence: "raised a force in 1296. On 20 July it".
        """
        if doubted.start < self._start:
            return False
        if is_fine(doubted):
            return self._believes(doubted, found)
        a, b = doubted.when.earliest, None if self._story is None else self._story.when.latest
        later = doubted.date.year is not None and a is not None and b is not None and b < a
        return opens and later and doubted == self._told

    def _believes(self, doubted: Told, found: Found) -> bool:
        """Whether a day or month far from the story has taken it there after all."""
        story = self._story
        if not self._moved or story is None or doubted != self._told:
            return not self._moved
        return self._goes_on(story) or _is_soon(found, doubted)

    def _goes_on(self, story: Told) -> bool:
        """Whether the day or month told last lies after the story: within a year, or the first time of its sentence."""
        told = self._told
        a, b = None if told is None else told.when.earliest, story.when.earliest
        if told is None or not is_fine(told) or a is None or b is None:
            return False
        return b < a and (self._led or a <= b + _YEAR)

    def _move(self, resolved: Resolved, told: Told, *, opens: bool, heading: bool) -> None:
        """Move the story to what was told, or doubt it."""
        story = self._story
        near = story is not None and _near(told, story) and _leads(told, story, opens=opens or not self._moved)
        agreed = self._doubted is not None and _near(told, self._doubted)
        if story is None or heading or near or agreed or (opens and (is_fine(told) or not self._moved)):
            self._story, self._doubted, self._moved = told, None, True
        elif resolved.basis == "stated" and resolved.anchor is None:
            self._doubted = told


def _fills_bracket(found: Found, told: Told, stretch: Stretch) -> bool:
    """Whether a day is all that a bracket holds."""
    return told.date.day is not None and not found.begins and (found.start - 1, found.end) in stretch.asides


def _names_no_month(found: Found) -> bool:
    """Whether a day goes by the month that was told last, however far from the story: "on the 4th"."""
    return isinstance(found.reading, Date) and found.reading.day is not None and found.reading.month is None


def _is_soon(found: Found, told: Told) -> bool:
    """Whether a day without its year lies within a month after one just told.

    "He resigned on 30 November 1925. On 7 December ...".
    """
    if not isinstance(found.reading, Date) or found.reading.month is None:
        return False
    resolved = told_by(resolve(found, Context(told)))
    first, last = None if resolved is None else resolved.when.earliest, told.when.latest
    return first is not None and last is not None and 0 <= first - last <= _STEP


def _annal_of(stretches: Sequence[Stretch]) -> tuple[int, int] | None:
    """The year that stands alone before a passage, as in annals ("1643. In May they came"); None where none does."""
    first = next((s for s in stretches[:1] if s.found and s.found[0].start == s.start), None)
    told = None if first is None else told_by(resolve(first.found[0], Context()))
    if told is None or told.date.year is None or is_fine(told) or told.start != told.end - len(str(told.date.year)):
        return None
    return told.date.year, told.date.year


def _opens(found: Found, stretch: Stretch) -> bool:
    """Whether the time opens its sentence, so that the story goes there."""
    return found.start - stretch.start < _OPENING


def _looks_back(found: Found) -> bool:
    """Whether it counts back from where the story is, not from a date of its own ("two days before 3 May")."""
    shift = found.reading
    return isinstance(shift, Shift) and shift.way < 0 and shift.base is None


def _leads(told: Told, story: Told, *, opens: bool) -> bool:
    """Whether a time near the story moves it: not a bare year in passing, not a look back."""
    if opens:
        return True
    if not is_fine(told):
        return not is_fine(story)
    a, b = told.when.earliest, story.when.earliest
    return a is None or b is None or not is_fine(story) or b - _LOOK_BACK <= a <= b + _LOOK_AHEAD


def _counts_years(shift: Shift, told: Told, story: Told) -> bool:
    """Whether years count from a later year or month, or from the year of a later day: "in the same year"."""
    a, b = told.when.earliest, story.when.earliest
    onwards = shift.unit == "year" and (shift.way == 0 or (shift.way > 0 and told.date.day is None))
    return onwards and a is not None and b is not None and b < a


def _near(one: Told, other: Told) -> bool:
    a, b = one.when.earliest, other.when.earliest
    return a is not None and b is not None and abs(a - b) <= _NEAR * 366


def _is_later_year(here: Told, story: Told) -> bool:
    """Whether a year told last in a sentence is after that of the story: "besieged it in 1748, but left in July"."""
    a, b = here.when.earliest, story.when.earliest
    return a is not None and b is not None and b < a


def _years_of(made: Iterable[Resolved]) -> tuple[int, int] | None:
    """First and last year of a heading, None where it names none."""
    whens = [r.when for r in made if r.when is not None and r.basis == "stated"]
    lows = [w.earliest for w in whens if w.earliest is not None]
    highs = [w.latest for w in whens if w.latest is not None]
    return (from_jdn(min(lows))[0], from_jdn(max(highs))[0]) if lows and highs else None
