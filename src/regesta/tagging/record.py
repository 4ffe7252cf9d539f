"""One time expression as other programs take it."""

from dataclasses import dataclass

from regesta.model.time import TimexType


@dataclass(frozen=True, slots=True)
class TaggedTime:
    """The words that tell a time, and what time; `start` and `end` count Unicode characters of the text as given."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    """TIMEX3 value, such as `1870-08-07`, `P3D`; None where TIMEX3 has none."""
    edtf: str | None
    """Extended Date/Time Format; None where no day can be given."""
    earliest: str | None
    """First day (ISO, proleptic Gregorian, astronomical years); None where open or not known."""
    latest: str | None
    """Last day, likewise."""
    approximate: bool = False
    calendar: str = "gregorian"
    """The calendar of the words."""

    def record(self) -> dict[str, int | str | None]:
        """What a line of JSON holds."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "value": self.value,
            "edtf": self.edtf,
            "earliest": self.earliest,
            "latest": self.latest,
        }
