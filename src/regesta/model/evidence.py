"""Evidence: the words, the rule that read them, and the findings that a finding rests on."""

from dataclasses import dataclass

from regesta.model.ids import Id
from regesta.model.text import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why something is claimed. Refuses to be empty: no finding without words or a finding that has them."""

    quotes: tuple[Span, ...] = ()
    rule: str = ""
    """Name of the rule or model that read the words, such as `en/times/day-month-year`."""
    derived_from: tuple[Id, ...] = ()

    def __post_init__(self) -> None:
        if not self.quotes and not self.derived_from:
            raise ValueError("evidence needs words or a finding that has them")
