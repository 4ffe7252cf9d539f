"""Gaps: what the sources leave open. Listed, never papered over."""

from dataclasses import dataclass

from regesta.model.ids import Id
from regesta.model.text import Span


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a reader would want to know and the text does not say, at its words."""

    id: Id
    kind: str
    """`orphan-citation`, `unresolved-reference`, `undated`, `unplaced`, `weekday-mismatch`, ..."""
    message: str
    span: Span
    related: tuple[Span, ...] = ()
    claim: Id | None = None
