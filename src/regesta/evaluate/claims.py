"""The measures of claims: which happenings are found, and what is right of those that are.

A claim that is told matches a gold claim where their triggers share a character, one to one, the largest overlap first.
Two participants are the same where they share a word that tells of somebody, or the gold's full name shares one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import eq

from regesta.evaluate.chronicles import ROLES, ClaimRecord
from regesta.evaluate.measures import Scores
from regesta.evaluate.pairing import pair_off
from regesta.rules.scoring import content_words

FIRM = "asserted"
MEASURES = ("trigger", "firm", "dated", *ROLES, "whole")
"""Those with precision and recall."""
SHARES = ("status", "time", "type")
"""Those of matched claims only."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are in gold, how many are told, and how many of those are right."""

    right: int = 0
    told: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.told + other.told, self.gold + other.gold)

    def scores(self) -> Scores:
        """Precision, recall and F1; 0 where there is nothing."""
        precision = self.right / self.told if self.told else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = precision + recall
        return Scores(precision, recall, 2 * precision * recall / both if both else 0.0)


@dataclass(frozen=True, slots=True)
class Difference:
    """A gold claim that is missing, one that nobody noted down, or a pair that is not the same in all."""

    gold: ClaimRecord | None
    told: ClaimRecord | None


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """What is right of one text or of several."""

    tallies: Mapping[str, Tally]
    """By `MEASURES` and `SHARES`; of a share, `told` is the number of matched claims that it is taken of."""
    differences: tuple[Difference, ...] = ()

    def share(self, name: str) -> float:
        """The share of matched claims with the right status, bounds or type; 0 where nothing matched."""
        tally = self.tallies[name]
        return tally.right / tally.told if tally.told else 0.0


def add_up_claims(counts: Iterable[ClaimCounts]) -> ClaimCounts:
    """The counts of several texts as one (micro average), without their differences."""
    made = list(counts)
    return ClaimCounts({n: sum((c.tallies[n] for c in made), Tally()) for n in (*MEASURES, *SHARES)})


def count_claims(gold: Sequence[ClaimRecord], told: Sequence[ClaimRecord], empty: frozenset[str]) -> ClaimCounts:
    """The counts of one text; `empty` are the words of names that tell of nobody."""
    matched = _match(gold, told, empty)
    pairs = [(gold[i], told[j]) for i, j in matched]
    roles = [{role: _count_role(g, t, role, empty) for role in ROLES} for g, t in pairs]
    whole = [_is_whole(g, t, counts.values()) for (g, t), counts in zip(pairs, roles, strict=True)]
    dated = [(g, t) for g, t in pairs if g.dated]
    right_time = sum(g.bounds == t.bounds for g, t in dated)
    tallies = {
        "trigger": Tally(len(pairs), len(told), len(gold)),
        "firm": Tally(sum(g.status == t.status == FIRM for g, t in pairs), _firm(told), _firm(gold)),
        "dated": Tally(right_time, sum(t.dated for t in told), sum(g.dated for g in gold)),
        **{role: sum((counts[role] for counts in roles), Tally()) for role in ROLES},
        "whole": Tally(sum(whole), len(told), len(gold)),
        "status": _share(eq(g.status, t.status) for g, t in pairs),
        "time": Tally(right_time, len(dated), len(dated)),
        "type": _share(t.types[0] in g.types for g, t in pairs),
    }
    wrong = [Difference(g, t) for (g, t), right in zip(pairs, whole, strict=True) if not right]
    found, given = {i for i, _ in matched}, {j for _, j in matched}
    missed = [Difference(g, None) for i, g in enumerate(gold) if i not in found]
    extra = [Difference(None, t) for j, t in enumerate(told) if j not in given]
    return ClaimCounts(tallies, (*wrong, *missed, *extra))


def _firm(claims: Iterable[ClaimRecord]) -> int:
    return sum(claim.status == FIRM for claim in claims)


def _share(right: Iterable[bool]) -> Tally:
    made = list(right)
    return Tally(sum(made), len(made), len(made))


def _is_whole(gold: ClaimRecord, told: ClaimRecord, roles: Iterable[Tally]) -> bool:
    """Whether status, bounds and all participants are right and none is invented."""
    same = gold.status == told.status and gold.bounds == told.bounds
    return same and all(tally.right == tally.told == tally.gold for tally in roles)


def _match(gold: Sequence[ClaimRecord], told: Sequence[ClaimRecord], empty: frozenset[str]) -> list[tuple[int, int]]:
    """Pairs, the largest overlap first, then those with a target in common, then the earliest."""
    pairs = []
    for i, one in enumerate(gold):
        for j, other in enumerate(told):
            overlap = _overlap(one, other)
            if overlap > 0:
                pairs.append((-overlap, not _share_target(one, other, empty), i, j))
    return pair_off(pairs)


def _overlap(gold: ClaimRecord, told: ClaimRecord) -> int:
    """Characters that the trigger shares with the nearest word for the gold happening; negative where apart."""
    start, end = told.spans[0]
    return max(min(last, end) - max(first, start) for first, last in gold.spans)


def _share_target(gold: ClaimRecord, told: ClaimRecord, empty: frozenset[str]) -> bool:
    theirs = [content_words(name, empty) for name in told.roles["target"]]
    return any(content_words(name, empty) & words for name in gold.roles["target"] for words in theirs)


def _count_role(gold: ClaimRecord, told: ClaimRecord, role: str, empty: frozenset[str]) -> Tally:
    """Of one role of a matched pair; each participant that is told answers for one of the gold's."""
    free = [content_words(name, empty) for name in told.roles[role]]
    right = 0
    for name in gold.roles[role]:
        wanted = content_words(name, empty)
        if name in gold.names:
            wanted |= content_words(gold.names[name], empty)
        hit = next((words for words in free if words & wanted), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return Tally(right, len(told.roles[role]), len(gold.roles[role]))
