"""Claims: what a source says happened, who did it, when, how firmly it is said. Events: claims of one happening."""

from dataclasses import dataclass, replace
from typing import Literal

from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.model.time import Basis, When

Status = Literal["asserted", "planned", "denied", "reported", "possible"]
STATUSES: tuple[Status, ...] = ("asserted", "planned", "denied", "reported", "possible")
TOLD: tuple[Status, ...] = ("asserted", "reported")
"""Statuses of what is said to have happened."""

OF_NOUNS = frozenset(("noun", "office"))
"""How rules call themselves by which a noun tells of a happening: `en/events/noun/siege`."""
LIKELY = "likely"
"""How the rule of a participant begins that was learned from annotated texts: `likely 0.74`."""


@dataclass(frozen=True, slots=True)
class Role:
    """One participant: its part (`actor`, `target`, `place`, ...), its words, and the entity if the text says which."""

    name: str
    span: Span
    entity: Id | None
    rule: str
    """The syntactic rule that gave it, such as `subject`, `agent` or `of-phrase`; or how likely it is."""

    @property
    def likely_only(self) -> bool:
        """Whether no rule gave it, but a likelihood: nothing certain follows from it."""
        return self.rule.startswith(LIKELY)


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When the source says that it happened: `when` is None (and `basis` "none") where it does not say."""

    when: When | None
    basis: Basis
    expression: Id | None
    quote: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a source says happened (or was planned, denied, reported, possible)."""

    id: Id
    type: str
    """A type of knowledge/common/event_types.toml."""
    trigger: Span
    sentence: Id
    status: Status
    roles: tuple[Role, ...]
    time: ClaimTime
    citations: tuple[str, ...]
    confidence: float
    """0 to 1: how sure the reader is of its own reading, not of the world."""
    evidence: Evidence
    said_by: Span | None = None
    """Whose word it is given on, for `reported`."""
    status_cue: Span | None = None
    """The words that make it planned, denied, reported or possible."""

    @property
    def by_noun(self) -> bool:
        """Whether a noun tells of it: `the siege of Metz`."""
        return not OF_NOUNS.isdisjoint(self.evidence.rule.replace(",", "/").split("/"))

    def sure(self) -> "Claim":
        """The claim with those participants only that a rule gave."""
        kept = tuple(r for r in self.roles if not r.likely_only)
        return self if len(kept) == len(self.roles) else replace(self, roles=kept)

    def fillers(self, role: str) -> tuple[Role, ...]:
        """The participants in that role, in text order."""
        return tuple([r for r in self.roles if r.name == role])


@dataclass(frozen=True, slots=True)
class TemporalLink:
    """The text says that one claim comes before another: min_days <= later - earlier <= max_days."""

    id: Id
    earlier: Id
    later: Id
    evidence: Evidence
    min_days: int = 0
    max_days: int | None = None
    strict: bool = True
    """Whether the earlier one comes first even if both fall on one day."""


@dataclass(frozen=True, slots=True)
class Event:
    """Claims of one happening; `reason` says why they were grouped ("single" where there is one account)."""

    id: Id
    type: str
    status: Status
    claims: tuple[Id, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Somebody's word that claims tell of one happening (`same`), or that one stands alone."""

    claims: tuple[Id, ...]
    reason: str
    same: bool
