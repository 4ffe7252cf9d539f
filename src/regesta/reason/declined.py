"""Who was given an office and never had it: the choice was undone, or they turned it down."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from regesta.model.chronology import Findings
from regesta.model.claim import Claim
from regesta.model.ids import Id
from regesta.reason.keys import OFFICE
from regesta.reason.naming import Naming
from regesta.reason.participants import ACTOR, DECEASED, POST, TARGET
from regesta.reason.vacancies import DENIED
from regesta.rules.effects import Use
from regesta.rules.event_types import EventType, EventTypes

ASSERTED = "asserted"
_STEM = 5
"""Letters that "elected" and "election" share."""
_CLAUSE_ENDS = ".,;:"


class Sentences(NamedTuple):
    """What a text tells, by its sentences."""

    beside: Mapping[Id, Sequence[Claim]]
    """The claims of each sentence."""
    after: Mapping[Id, Id]
    """By sentence, the next one."""
    naming: Naming
    types: EventTypes

    @classmethod
    def of(
        cls, findings: Findings, beside: Mapping[Id, Sequence[Claim]], naming: Naming, types: EventTypes
    ) -> "Sentences":
        """The claims of a text, `beside` by sentence."""
        order = [s.id for s in findings.sentences]
        return cls(beside, dict(pairwise(order)), naming, types)

    def kind(self, claim: Claim) -> EventType | None:
        """The type of a claim."""
        return self.types.get(claim.type)

    def behind(self, claim: Claim) -> Iterator[Claim]:
        """The claims that its sentence tells behind it."""
        return (c for c in self.beside[claim.sentence] if c.trigger > claim.trigger)


def without_declined(uses: Sequence[Use], accounts: Sequence[Claim], told: Sentences) -> list[Use]:
    """What an event changes, but for a choice that was undone and for what somebody came to who turned it down."""
    coming = [u for u in uses if u.fluent == OFFICE and u.change == "starts"]
    if not coming:
        return list(uses)
    offered = any((kind := told.kind(c)) is not None and POST in kind.roles for c in accounts)
    if offered and any(_came_to_nothing(c, told) for c in accounts):
        return []
    gone = {e for c in accounts for e in _who_declined(c, told, offered=offered)}
    return [u for u in uses if u.fluent != OFFICE or u.change != "starts" or u.holder_entity not in gone]


def _came_to_nothing(chosen: Claim, told: Sentences) -> bool:
    """Whether its sentence tells that a choice was undone: "but the election was quashed", "refused to confirm him"."""
    return any(_undoes(c, chosen, told) for c in told.beside[chosen.sentence] if c.id != chosen.id)


def _undoes(claim: Claim, chosen: Claim, told: Sentences) -> bool:
    kind, naming = told.kind(claim), told.naming
    if kind is None:
        return False
    stem = _words(chosen, naming)[:_STEM]
    if kind.undoes and claim.status == ASSERTED:
        return any(stem in naming.quote(r) for r in claim.fillers(TARGET))
    # "Was appointed, but the council did not confirm him"; not "was elected, but was not re-elected".
    refused = claim.status == DENIED and DECEASED in kind.roles and stem not in _words(claim, naming)
    rejected = claim.status == ASSERTED and kind.turns_down
    if claim.trigger < chosen.trigger or not (refused or rejected) or not _is_of_then(claim, chosen):
        return False
    whom = {r.entity for r in chosen.fillers(TARGET) if r.entity is not None}
    return any(r.entity in whom for r in claim.fillers(TARGET))


def _words(claim: Claim, naming: Naming) -> str:
    return naming.quoted(claim.trigger).lower()


def _is_of_then(claim: Claim, chosen: Claim) -> bool:
    """Whether a claim has no day but that of the choice."""
    return claim.time.when in (None, chosen.time.when)


def _who_declined(chosen: Claim, told: Sentences, *, offered: bool) -> Iterator[Id]:
    """Those who are told behind a choice to have turned it down, or never to have come to what they were chosen for."""
    for claim in told.behind(chosen):
        kind = told.kind(claim)
        if kind is not None and kind.ends_term:
            return  # "Was elected, was voted out and never took office again"
        if kind is not None and (_declines(claim, kind, told, bare=offered) or (offered and _never_came(claim, told))):
            yield from (r.entity for r in claim.fillers(ACTOR) if r.entity is not None)
    following = told.after.get(chosen.sentence)
    for claim in told.beside.get(following, ()) if offered and following is not None else ():
        kind = told.kind(claim)
        if kind is not None and _is_of_then(claim, chosen) and _declines(claim, kind, told, bare=False):
            yield from (r.entity for r in claim.fillers(ACTOR) if r.entity is not None)


def _declines(claim: Claim, kind: EventType, told: Sentences, *, bare: bool) -> bool:
    """Whether somebody turns an office down in so many words: "declined the post"; `bare`, if also "but declined"."""
    if not kind.turns_down or claim.status != ASSERTED:
        return False
    targets = claim.fillers(TARGET)
    if targets:
        return any(map(told.naming.may_be_office, targets))
    text = told.naming.documents[claim.trigger.document].text
    return bare and text[claim.trigger.end : claim.trigger.end + 1] in _CLAUSE_ENDS


def _never_came(claim: Claim, told: Sentences) -> bool:
    """Whether it tells that somebody did not come into the office, and into no other: "never took office"."""
    kind = told.kind(claim)
    if kind is None or claim.status != DENIED:
        return False
    of_office = any(
        e.fluent == OFFICE and e.holder == ACTOR and e.change in ("starts", "observes") for e in kind.effects
    )
    targets = claim.fillers(TARGET)
    return (
        of_office
        and POST not in kind.roles
        and all(told.naming.words.points_back(told.naming.quote(r)) for r in targets)
    )
