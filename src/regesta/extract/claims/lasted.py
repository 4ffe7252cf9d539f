"""For how long something was had, from when somebody came to it: "took office in 1312 and kept it for ten years"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from regesta.extract.claims.carrying import Clauses, is_past_perfect
from regesta.extract.claims.triggers import Trigger
from regesta.model.binding import filled
from regesta.model.claim import Claim, ClaimTime
from regesta.model.distance import counted, reach
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.model.time import DURATION, TimeExpression, When
from regesta.rules.event_types import EventTypes
from regesta.rules.lexicon import RoleWords

_VAGUE = ("ADV", "ADP", "SCONJ")
"""What makes a length no exact one: "almost ten years", "more than ten years"."""
_HOLDS = "holds"
_HANGS = ("time-noun", "object", "adverb")


@dataclass(slots=True)
class Lasted:
    """Who came to something, and when, in the sentence before."""

    _passage: Id | None = None
    _came: Mapping[int, Sequence[Claim]] = field(default_factory=dict)

    def date(
        self,
        passage: Id,
        tree: Tree,
        triggers: Sequence[Trigger],
        made: Mapping[int, list[Claim]],
        times: Sequence[TimeExpression],
        words: RoleWords,
        types: EventTypes,
    ) -> dict[int, ClaimTime]:
        """From when to when that lasted of which a sentence tells the length, by the index of the word."""
        found = {}
        lengths = [t for t in times if t.kind == DURATION and t.when is None and t.offset is None]
        before = self._came if passage == self._passage else {}
        came = {i: told for i in sorted(made) if (told := [c for c in made[i] if _is_come_by(c, types)])}
        for length in lengths:
            at = _told_of(Clauses.of(tree, triggers, words), length)
            claim = made[at][0] if at is not None and len(made[at]) == 1 else None
            if at is None or claim is None or claim.status != "asserted" or not _may_last(claim, types):
                continue
            if is_past_perfect(tree, tree.tokens[at]):
                continue
            if any(_is_within(length, time, claim) for time in times):
                continue
            here = {i: told for i, told in came.items() if i < at}
            first, offset = _first(claim, here or before, times), reach(length.value or "")
            last = counted(first, offset) if first is not None and offset is not None else None
            if first is not None and last is not None:
                found[at] = ClaimTime(filled(first, last), "relative", length.id, length.phrase)
        self._passage, self._came = passage, came
        return found


def _first(claim: Claim, before: Mapping[int, Sequence[Claim]], times: Sequence[TimeExpression]) -> When | None:
    """When it began: as the claim itself says, or when whoever had it came to something, right `before`."""
    when = claim.time.when
    if when is not None:
        told = next((t.when for t in times if t.id == claim.time.expression), None)
        open_ended = not when.lasting or when.end.latest is None
        return told if open_ended and told is not None and told.bounded and when.earliest == told.earliest else None
    who = {r.entity for r in claim.fillers("actor") if r.entity is not None}
    came = [c for told in before.values() for c in told if who & {r.entity for r in c.roles}]
    return came[-1].time.when if came else None


def _is_within(length: TimeExpression, time: TimeExpression, claim: Claim) -> bool:
    """Whether it was some time within its date that it lasted so long: "reigned for 99 days in 1888"."""
    beside = time.phrase.start - length.span.end, length.phrase.start - time.span.end
    told = time.id == claim.time.expression and time.relation == "in"
    return told and any(0 <= apart <= 1 for apart in beside)


def _told_of(clauses: Clauses, length: TimeExpression) -> int | None:
    """The happening that lasted so long: "held it for ten years", "was mayor for ten years", "ruled ten years"."""
    tree = clauses.tree
    unit = tree.top(length.span)
    if unit is None or any(t.pos in _VAGUE for t in tree.within(length.span)):
        return None
    above: Token | None = tree.head(unit)
    if unit.relation == "complement" and above is not None and above.lemma in clauses.words.order["so_long"]:
        above = tree.head(above) if not any(t.i < above.i for t in _qualified(tree, above)) else None
    elif unit.relation not in _HANGS:
        return None
    if above is None:
        return None
    if above.pos == "AUX":
        return next((t.i for t in tree.below(above, "predicate") if t.i in clauses.by_word), None)
    # "His reign lasted ten years."
    itself = (t.i for t in tree.below(above, "subject") if t.i in clauses.by_word)
    return next(itself, None) if above.lemma in clauses.words.order["goes_on"] else clauses.trigger_at(above)


def _qualified(tree: Tree, preposition: Token) -> Iterator[Token]:
    """What makes a length vague before its preposition: "barely for ten years"."""
    return (t for t in tree.below(preposition, "adverb") if t.pos in _VAGUE)


def is_held(told: Claim | Trigger, types: EventTypes) -> bool:
    """Whether it tells that somebody had something, not how they came to it."""
    kind = types.get(told.type)
    return kind is not None and not kind.loose and any(e.change == "observes" for e in kind.effects)


def _may_last(claim: Claim, types: EventTypes) -> bool:
    """Whether it tells that something was had: "ruled it"; who "occupied it for two months" had it so long."""
    kind = types.get(claim.type)
    starts = kind is not None and any(e.change == "starts" and e.fluent == _HOLDS for e in kind.effects)
    return starts or is_held(claim, types)


def _is_come_by(claim: Claim, types: EventTypes) -> bool:
    """Whether it tells that somebody came to something, at a time that is told with both its ends."""
    kind, when = types.get(claim.type), claim.time.when
    starts = kind is not None and any(e.change == "starts" for e in kind.effects)
    return starts and claim.status == "asserted" and when is not None and not when.lasting and when.bounded
