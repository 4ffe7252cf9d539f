"""A happening that a noun names again with whom it befell: "After the capture of Otto", who "was captured in May"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from regesta.extract.claims.cues import is_new
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim, ClaimTime
from regesta.model.ids import Id
from regesta.model.syntax import Tree
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

    def note(self, triggers: Sequence[Trigger], claims: Mapping[int, Sequence[Claim]]) -> None:
        """Keep what a sentence tells with both its bounds."""
        for trigger in triggers:
            for claim in claims[trigger.token.i]:
                when = claim.time.when
                if claim.status == "asserted" and when is not None and None not in (when.earliest, when.latest):
                    self.told |= dict.fromkeys(_keys(trigger, claim), claim.time)


def _keys(trigger: Trigger, claim: Claim) -> Iterator[tuple[str, Id]]:
    for role in claim.fillers("target"):
        if role.entity is not None:
            yield trigger.token.lemma, role.entity
            yield claim.type, role.entity


def _has_determiner(tree: Tree, trigger: Trigger) -> bool:
    return tree.first(trigger.token, "determiner", "possessor") is not None
