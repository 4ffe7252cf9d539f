"""Times of nouns that say from when, or until when, it was so: "until his death in 1667", "before the Act of 1834"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from regesta.extract.claims.carrying import PLAIN_NOUNS, VERBS, Clauses, carried
from regesta.model.binding import at_start, bind, filled
from regesta.model.claim import ClaimTime
from regesta.model.syntax import Token
from regesta.model.time import Relation, TimeExpression, When

_REACH = 9
"""Words between what opens the phrase and its time."""
_LONGEST = 4
"""Words that may open a phrase together: "up to", "as a result of"."""
_ENDS = (*VERBS, "PUNCT", "CCONJ", "SCONJ")
_OPENS: Mapping[str, Relation] = {
    "until": "until",
    "ever_since": "since",
    "before": "before",
    "after": "after",
    "begins_with": "since",
    "ends_with": "until",
}
"""Lists of words, and how what they stand before bounds what is told."""
_LASTING = ("since", "until")


class Limit(NamedTuple):
    """A time, the noun that it is the time of, and the word before that and what it says: "until his death in 1667"."""

    time: TimeExpression
    noun: Token
    opening: Token
    relation: Relation
    reaches: bool = False
    """Whether the time tells the end too, which is none of the noun: "from his election in 1301 until 1320"."""

    @property
    def own(self) -> TimeExpression:
        """The time of the noun itself."""
        when = self.time.when
        return replace(self.time, when=at_start(when)) if when is not None and self.reaches else self.time

    @property
    def lasts(self) -> bool:
        """Whether what it bounds went on from then, or up to then."""
        return self.relation in _LASTING


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that a sentence tells, by the id of their time; `behind` are dates up to which it went on from one:
    "from his death in 1025 until 1081".
    """

    by_time: Mapping[str, Limit]
    behind: Mapping[str, TimeExpression]

    @classmethod
    def of(cls, clauses: Clauses, times: Sequence[TimeExpression]) -> "Limits":
        """What the words before the nouns of times say."""
        found: dict[str, Limit] = {}
        behind: dict[str, TimeExpression] = {}
        ends: dict[int, TimeExpression] = {}
        for time in times:
            if time.kind not in ("DATE", "TIME") or time.when is None:
                continue
            limit = _limit(clauses, time, ends) if time.relation == "in" else None
            if limit is not None:
                found[time.id] = limit
            if time.relation == "since" or (limit is not None and limit.relation == "since"):
                ends[time.span.end] = time
            last = ends.get(time.phrase.start - 1)
            if time.relation == "until" and last is not None and last.id in found:
                behind[last.id] = time
        return cls(found, behind)

    @property
    def apart(self) -> frozenset[str]:
        """The times that date nothing by themselves: up to when it went on that they stand behind."""
        return frozenset(t.id for t in self.behind.values())

    def lasting(self, clauses: Clauses, told: Mapping[int, TimeExpression]) -> dict[int, ClaimTime]:
        """From when, or until when, it was so, by the index of the trigger; `told` are the times of its own."""
        made = {}
        for at, (first, last) in self._by_trigger(clauses).items():
            own = told.get(at)
            if own is not None and own.id not in self.by_time and own.relation not in _LASTING:
                continue
            since = first.time if first is not None else _own(own, "since")
            until = last.time if last is not None else _own(own, "until")
            if first is not None and last is None:
                until = self.behind.get(first.time.id, until)
            when, time = _between(since, until, clauses, at), until if until is not None else since
            if when is not None and time is not None:
                made[at] = ClaimTime(when, time.basis, time.id, time.phrase)
        return made

    def _by_trigger(self, clauses: Clauses) -> dict[int, tuple[Limit | None, Limit | None]]:
        found: dict[int, tuple[Limit | None, Limit | None]] = {}
        nouns = {one.noun.i for one in self.by_time.values()}
        for one in self.by_time.values():
            at = _bounded(clauses, one, nouns) if one.lasts else None
            if at is not None:
                first, last = found.get(at, (None, None))
                found[at] = (one, last) if one.relation == "since" else (first, one)
        return found


def _own(time: TimeExpression | None, relation: Relation) -> TimeExpression | None:
    return time if time is not None and time.relation == relation else None


def _between(since: TimeExpression | None, until: TimeExpression | None, clauses: Clauses, at: int) -> When | None:
    first, last = since.when if since is not None else None, until.when if until is not None else None
    if first is not None and last is not None:
        return filled(first, last) if (first.earliest or 0) <= (last.latest or 0) else None
    if last is not None:
        # "Was not crowned until his return in 1402" tells of 1402.
        late = clauses.tree.first(clauses.tree.tokens[at], "negation") is not None
        return bind(last, "in" if late else "until")
    return first if first is None or first.lasting else bind(first, "since")


def _bounded(clauses: Clauses, limit: Limit, nouns: set[int]) -> int | None:
    """What was so until then: "ruled" in "ruled until his death in 1667"."""
    tree = clauses.tree
    for above in tree.above(limit.opening):
        found = (clauses.trigger_at(above), *carried(clauses, above, limit.opening))
        at = next((i for i in found if i is not None and i not in nouns), None)
        if at is not None:
            return at
    return None


def _limit(clauses: Clauses, time: TimeExpression, ends: Mapping[int, TimeExpression]) -> Limit | None:
    tree = clauses.tree
    first = next((t.i for t in tree.tokens if t.start >= time.phrase.start), 0)
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        kind = _opener(clauses, at)
        if kind is not None and _is_one(clauses, kind, at, time, ends):
            noun = _noun(clauses, at, first)
            reaches = kind == "begins_with" and _reaches(clauses, time)
            return None if noun is None else Limit(time, noun, tree.tokens[at], _OPENS[kind], reaches)
        if tree.tokens[at].pos in _ENDS or tree.tokens[at].form in ("pronoun", "relative-pronoun"):
            return None
    return None


def _reaches(clauses: Clauses, time: TimeExpression) -> bool:
    """Whether a time tells up to when it was."""
    inside = clauses.tree.within(time.span)
    return time.when is not None and time.when.lasting and any(_is_until(clauses, t) for t in inside)


def _is_until(clauses: Clauses, word: Token) -> bool:
    return word.text.lower() in clauses.words.order["until"]


def _opener(clauses: Clauses, last: int) -> str | None:
    """The list that the words up to one are in, the longest words first."""
    order = clauses.words.order
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        words = " ".join(t.text.lower() for t in clauses.tree.tokens[first : last + 1])
        kind = next((kind for kind in _OPENS if words in order[kind]), None)
        if kind is not None:
            return kind
    return None


def _is_one(clauses: Clauses, kind: str, at: int, time: TimeExpression, ends: Mapping[int, TimeExpression]) -> bool:
    """Whether "to" goes on from a beginning, and "from" opens the sentence or goes on to an end; others always."""
    tokens = clauses.tree.tokens
    if kind == "ends_with":
        return at > 0 and tokens[at - 1].end in ends
    if kind != "begins_with":
        return True
    behind = next((t for t in tokens if t.start >= time.span.end), None)
    goes_on = behind is not None and (
        _is_until(clauses, behind) or behind.text.lower() in clauses.words.order["ends_with"]
    )
    return at == 0 or goes_on or _reaches(clauses, time)


def _noun(clauses: Clauses, opening: int, first: int) -> Token | None:
    """The noun whose time it is: a happening, else the first that is no part of another's name."""
    named = [t for t in clauses.tree.tokens[opening + 1 : first] if t.pos in PLAIN_NOUNS]
    told = (t for t in named if t.i in clauses.by_word)
    noun = next(told, next((t for t in named if t.relation not in ("compound", "possessor")), None))
    return noun if noun is not None and noun.measure != "time" else None
