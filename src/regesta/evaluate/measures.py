"""The measures of TempEval-3 and of the WikiWars papers: spans strictly or by overlap, types and values.

A system's tag counts strictly where its span is a gold span; by overlap where it shares a character with one, paired
one to one (the same spans first, then the largest overlaps). Values are compared as strings without regard to case;
a gold tag without a value equals only a tag without one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from operator import attrgetter

from regesta.evaluate.pairing import pair_off


@dataclass(frozen=True, slots=True)
class Tag:
    """A time expression with its TIMEX value and type; None or empty where there is none."""

    start: int
    end: int
    value: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tags there are and how many of them are right."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    overlapping: int = 0
    value: int = 0
    """Overlapping with the right value."""
    strict_value: int = 0
    type: int = 0
    """Overlapping with the right type."""

    def scores(self, measure: str) -> Scores:
        """Those of `strict`, `overlapping`, `value` (span + value), `strict_value` or `type`."""
        right: int = getattr(self, measure)
        precision = right / self.system if self.system else 0.0
        recall = right / self.gold if self.gold else 0.0
        both = precision + recall
        return Scores(precision, recall, 2 * precision * recall / both if both else 0.0)

    @property
    def value_accuracy(self) -> float:
        """The share of overlapping pairs whose values are equal."""
        return self.value / self.overlapping if self.overlapping else 0.0


def add_up(counts: Iterable[Counts]) -> Counts:
    """The counts of several documents as one (micro average)."""
    made = list(counts)
    return Counts(*(sum(map(attrgetter(field.name), made)) for field in fields(Counts)))


def count_document(gold: Sequence[Tag], system: Sequence[Tag], *, fold: bool = False) -> Counts:
    """The counts of one document. `fold`: values that differ in notation only (P3DE and P30Y) are equal.
    Of several system tags with one span, the first counts.
    """
    unique: dict[tuple[int, int], Tag] = {}
    for tag in sorted(system, key=attrgetter("start", "end")):
        if tag.start < tag.end:
            unique.setdefault((tag.start, tag.end), tag)
    tags = list(unique.values())
    pairs = [(gold[i], tags[j]) for i, j in _pairs(gold, tags)]
    same = [(g.start, g.end) == (s.start, s.end) for g, s in pairs]
    right = [_value(g.value, fold=fold) == _value(s.value, fold=fold) for g, s in pairs]
    return Counts(
        gold=len(gold),
        system=len(tags),
        strict=sum(same),
        overlapping=len(pairs),
        value=sum(right),
        strict_value=sum(a and b for a, b in zip(same, right, strict=True)),
        type=sum((g.type or "") == (s.type or "") for g, s in pairs),
    )


def _pairs(gold: Sequence[Tag], system: Sequence[Tag]) -> list[tuple[int, int]]:
    """Pairs of tags that overlap: the same spans first, then by the length of the overlap, then the closest edges."""
    ends = [tag.end for tag in system]  # in order, for system tags do not contain each other
    ordered = all(a <= b for a, b in pairwise(ends))
    candidates = []
    for i, one in enumerate(gold):
        for j in range(bisect_left(ends, one.start) if ordered else 0, len(system)):
            other = system[j]
            if other.start >= one.end:
                break
            overlap = min(one.end, other.end) - max(one.start, other.start)
            if overlap > 0:
                differs = (one.start, one.end) != (other.start, other.end)
                lengths = abs((one.end - one.start) - (other.end - other.start))
                candidates.append((differs, -overlap, lengths, i, j))
    return pair_off(candidates)


def _value(value: str | None, *, fold: bool) -> str:
    made = (value or "").strip().upper()
    return _folded(made) if fold else made


def _folded(value: str) -> str:
    """One notation for twins: TIMEX2 counts decades and centuries (P3DE, P1CE), and clock times may be short."""
    many = re.fullmatch(r"P(\d+)([CD])E", value)
    if many:
        value = f"P{int(many[1]) * (100 if many[2] == 'C' else 10)}Y"
    value = re.sub(r"(T\d\d)$", r"\1:00", value)
    value = re.sub(r"T24:00(:00)?$", "T24:00", value)
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value)
    return value.removesuffix("Z")
