"""A happening that a noun names again with whom it befell: "After the capture of Otto", who "was captured in May"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from regesta.extract.claims.cues import is_new
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim, ClaimTime
from regesta.model.distance import counted
from regesta.model.ids import Id
from regesta.model.syntax import Tree
from regesta.model.time import DURATION, TimeExpression
from regesta.rules.lexicon import StatusWords


@dataclass(slots=True)
class Again:
    """When what was told befell whom, by its type or its word: the last time that was told."""

    told: dict[tuple[str, Id], ClaimTime] = field(default_factory=dict)

    def date(
        self, tree: Tree, triggers: Sequence[Trigger], claims: Mapping[int, Sequence[Claim]], words: StatusWords
    ) -> dict[int, ClaimTime]:
        """The times of the nouns of a sentence that name again what was told, by the index of the word."""
        found = {}
        for trigger in triggers:
            claim = claims[trigger.token.i][0]
            known = trigger.part == "noun" and trigger.support is None and not is_new(tree, trigger.token, words)
            if known and claim.time.when is None and claim.status == "asserted" and _has_determiner(tree, trigger):
                times = (self.told[key] for key in _keys(trigger, claim) if key in self.told)
                time = next(times, None)
                if time is not None:
                    found[trigger.token.i] = replace(time, basis="inherited")
        return found

    def of_age(
        self,
        tree: Tree,
        triggers: Sequence[Trigger],
        claims: Mapping[int, Sequence[Claim]],
        ages: Sequence[TimeExpression],
        birth: str,
    ) -> dict[int, ClaimTime]:
        """The times of what somebody whose birth was told did at an age, by the index of the word."""
        self.note(triggers, claims)
        found = {}
        here = next((told[0].time.when for told in claims.values() if told[0].type == birth), None)
        for age in ages:
            trigger = _at_age(tree, age, triggers)
            claim = claims[trigger.token.i][0] if trigger is not None else None
            if trigger is None or claim is None or claim.status != "asserted" or _is_bounded(claim):
                continue
            people = [r.entity for name in ("actor", "target") for r in claim.fillers(name)]
            unknown = here if people[:1] == [None] else None
            born = next(
                (self.told[birth, p].when for p in people if p is not None and (birth, p) in self.told), unknown
            )
            when = counted(born, replace(age.offset, inside=True)) if born is not None and age.offset else None
            if when is not None:
                found[trigger.token.i] = ClaimTime(when, "relative", age.id, age.phrase)
        return found

    def note(self, triggers: Sequence[Trigger], claims: Mapping[int, Sequence[Claim]]) -> None:
        """Keep what a sentence tells with both its bounds."""
        for trigger in triggers:
            for claim in claims[trigger.token.i]:
                if claim.status == "asserted" and _is_bounded(claim):
                    self.told |= dict.fromkeys(_keys(trigger, claim), claim.time)


def _keys(trigger: Trigger, claim: Claim) -> Iterator[tuple[str, Id]]:
    for role in claim.fillers("target"):
        if role.entity is not None:
            yield trigger.token.lemma, role.entity
            yield claim.type, role.entity


def _has_determiner(tree: Tree, trigger: Trigger) -> bool:
    return tree.first(trigger.token, "determiner", "possessor") is not None


def ages_in(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The ages of somebody whose birth was told."""
    return [t for t in times if t.kind == DURATION and t.offset is not None and t.anchor is not None]


def _is_bounded(claim: Claim) -> bool:
    return claim.time.when is not None and claim.time.when.bounded


def _at_age(tree: Tree, age: TimeExpression, triggers: Sequence[Trigger]) -> Trigger | None:
    """What was done at an age: "elected", for "was elected at the age of 34" and "was only nineteen when elected"."""
    inside = tree.within(age.span)
    above = [t.i for t in tree.above(inside[0])] if inside else []
    told = next((t for i in above for t in triggers if i in (t.token.i, t.support.i if t.support else t.token.i)), None)
    if told is not None or not above:
        return told
    clauses = [t.i for t in tree.below(tree.tokens[above[-1]], "adverbial-clause") if t.i > inside[0].i]
    return next((t for t in triggers if t.token.i in clauses), None)
