"""Changes that a text tells more than once: which of them says when."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.model.text import Span
from regesta.reason.joining import join
from regesta.reason.keys import holding_of

Days = tuple[float, float]
"""First and last day on which something may fall."""
_YEAR = 366


def merge_retold(transitions: Iterable[Transition], dated_events: Mapping[Id, Days]) -> list[Transition]:
    """A beginning told again without any date is the one that is dated, if there is just one.

    Of several in one sentence ("was appointed in May and took office in June") the last is firm: the others only
    may have begun it.
    """
    kept = _without_guesses(_without_chosen(list(transitions), dated_events), dated_events)
    starts: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, t in enumerate(kept):
        if t.change == "starts" and t.holder is not None and t.strength == "firm":
            starts[holding_of(t)].append(i)
    dropped: set[int] = set()
    for indices in starts.values():
        dated = [i for i in indices if kept[i].event in dated_events]
        for i in _anticipated([kept[i] for i in dated], dated, dated_events):
            kept[i] = replace(kept[i], strength="weak")
        if len({kept[i].event for i in dated}) != 1:
            continue
        for i in set(indices) - set(dated):
            dropped.add(i)
        for i in dated:
            told = [kept[i].evidence, *(kept[j].evidence for j in indices if j not in dated)]
            kept[i] = replace(kept[i], evidence=join(told, told[0].rule))
    return _merge_relost([t for i, t in enumerate(kept) if i not in dropped], dated_events)


def _without_chosen(transitions: Sequence[Transition], days: Mapping[Id, Days]) -> list[Transition]:
    """All but who was chosen for what they are told to have come to within a year after: they had it from then."""
    begun: dict[tuple[str, str, str], list[Days]] = defaultdict(list)
    for t in transitions:
        if t.change == "starts" and t.holder is not None and t.strength == "firm" and t.event in days:
            begun[holding_of(t)].append(days[t.event])

    def is_told(t: Transition) -> bool:
        told = begun.get(holding_of(t), ())
        return t.event in days and any(days[t.event] < d and d[0] - days[t.event][1] < _YEAR for d in told)

    return [t for t in transitions if t.strength != "chosen" or not is_told(t)]


def _without_guesses(transitions: Sequence[Transition], dated_events: Collection[Id]) -> list[Transition]:
    """All but what only may have begun, on no stated day, and is told for certain to have begun on one."""
    begun = {
        holding_of(t)
        for t in transitions
        if t.change == "starts" and t.holder is not None and t.strength != "weak" and t.event in dated_events
    }

    def is_guess(t: Transition) -> bool:
        weak = t.change == "starts" and t.strength == "weak" and t.event not in dated_events
        return weak and t.holder is not None and holding_of(t) in begun

    return [t for t in transitions if not is_guess(t)]


def _merge_relost(transitions: Sequence[Transition], dated_events: Mapping[Id, Days]) -> list[Transition]:
    """A loss told again without a date ("he died on 1 May, and X succeeded him") gives no later day for it."""
    dated = {
        holding_of(t)
        for t in transitions
        if t.change == "ends" and t.holder is not None and t.strength == "firm" and t.event in dated_events
    }
    return [
        replace(t, strength="weak")
        if t.change == "ends" and t.holder is not None and t.event not in dated_events and holding_of(t) in dated
        else t
        for t in transitions
    ]


def _anticipated(starts: Sequence[Transition], indices: Sequence[int], days: Mapping[Id, Days]) -> list[int]:
    """Those of some dated beginnings after which the same sentence tells a later one."""
    latest: dict[tuple[Span, ...], Days] = {}
    for t in starts:
        latest[t.evidence.quotes] = max(days[t.event], latest.get(t.evidence.quotes, days[t.event]))
    told = zip(indices, starts, strict=True)
    return [i for i, t in told if days[t.event] < latest[t.evidence.quotes]]
