"""Time as a source tells it: bounds, periods, and expressions that may still hang on something else.

Days are Julian day numbers (see `calendars`); None is an open bound. Never a `datetime`.
"""

from dataclasses import dataclass, field
from typing import Literal

from regesta.model.calendars import to_iso
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.text import Span

Basis = Literal["stated", "relative", "inherited", "none", "corrected"]
"""How the time of something was found: told with it, counted from another, carried over, not at all, or by hand."""
Precision = Literal["day", "week", "month", "season", "year", "decade", "century", "millennium", "range", "open"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
DURATION: TimexType = "DURATION"
Relation = Literal["in", "after", "before", "since", "until", "by"]
"""How the words bind what happened to the expression: in/on, after/following, before, since/from, until, by."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day on which a moment may fall; None where open."""

    earliest: int | None = None
    latest: int | None = None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"bounds cross: {to_iso(self.earliest)} is after {to_iso(self.latest)}")

    def iso(self) -> tuple[str | None, str | None]:
        """Both days in ISO form."""
        return (
            None if self.earliest is None else to_iso(self.earliest),
            None if self.latest is None else to_iso(self.latest),
        )


OPEN = Bounds()


@dataclass(frozen=True, slots=True)
class When:
    """A time with two edges, each known within bounds.

    `lasting` tells a stretch that is filled ("from May to July") from one that a moment lies in ("in May 1871"):
    for the latter both edges have the same bounds.
    """

    start: Bounds
    end: Bounds
    edtf: str
    """Extended Date/Time Format, levels 0 to 2 (ISO 8601-2)."""
    precision: Precision
    lasting: bool = False
    approximate: bool = False
    uncertain: bool = False
    calendar: str = "gregorian"

    @property
    def earliest(self) -> int | None:
        """First day on which any of it may fall."""
        return self.start.earliest

    @property
    def latest(self) -> int | None:
        """Last day on which any of it may fall."""
        return self.end.latest

    @property
    def bounded(self) -> bool:
        """Whether both its first and its last day are told."""
        return self.earliest is not None and self.latest is not None


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance to something else in the text: "two days after the battle" is 2..2 days after its anchor.

    `anchor` holds the words of what it counts from ("the battle"); None where it counts from what was told last.
    """

    min_days: int | None
    max_days: int | None
    """Both may be negative (before); None = no bound on that side."""
    anchor: Span | None = None
    inside: bool = False
    """Whether it counts from the beginning of what lasted: "the third day of the siege"."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, and what was made of them.

    `span` is the expression itself ("August 7, 1870"); `phrase` takes in the words that bind it ("On August 7, 1870").
    `when` is None where the text gives no day (an event-relative offset, a bare duration).
    For relation `after`, `before`, `since`, `until`, `by`, `when` is still the named time; `bind` in the claim room
    turns it into bounds of what happened.
    """

    id: Id
    span: Span
    phrase: Span
    kind: TimexType
    value: str | None
    """TIMEX3 value, such as `1870-08-07`, `P3D`, `187`."""
    when: When | None
    basis: Basis
    relation: Relation
    evidence: Evidence
    anchor: Span | None = None
    """The words from which a missing part was taken or a relative one worked out."""
    offset: Offset | None = None
    notes: tuple[str, ...] = field(default=())
    """Findings about the expression, such as a weekday that does not fit its date."""
