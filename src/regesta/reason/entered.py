"""That a force had the place that it entered, where it is told later to have left it, or to have stayed there."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.model.text import Span
from regesta.reason.keys import HOLDS
from regesta.reason.naming import identity, may_be_one
from regesta.reason.takers import TAKER


def confirm_entries(transitions: Sequence[Transition], places: Mapping[Id, Span]) -> list[Transition]:
    """The same, where who may have come to a place is told behind that to have lost it, or to stay; `places` by event.

    Nobody loses what they never had, and a force that marches in and stays has the place.
    """
    lost: dict[tuple[str, Id], list[tuple[str, Span]]] = defaultdict(list)
    for t in transitions:
        left = t.change == "ends" and t.strength == "firm"
        if t.fluent == HOLDS and t.holder is not None and (left or _is_stay(t)):
            lost[identity(t.key), places[t.event].document].append((t.holder, places[t.event]))
    entered = {
        (t.event, identity(t.key))
        for t in filter(_is_entry, transitions)
        for who, at in lost.get((identity(t.key), places[t.event].document), ())
        if places[t.event] < at and may_be_one(t.holder or "", who)
    }

    came = {(key, t.holder) for t in transitions for key in [identity(t.key)] if (t.event, key) in entered}

    def is_of_entry(t: Transition) -> bool:
        if _is_stay(t):
            return any(k == identity(t.key) and may_be_one(who or "", t.holder or "") for k, who in came)
        takes = t.change == "starts" or (t.change == "ends" and t.holder is None)
        return takes and t.fluent == HOLDS and (t.event, identity(t.key)) in entered

    return [replace(t, strength="firm") if is_of_entry(t) else t for t in transitions]


def _is_stay(t: Transition) -> bool:
    """Whether somebody may have a place because they are told to stay there."""
    return t.fluent == HOLDS and t.change == "observes" and t.strength == "weak" and t.holder is not None


def _is_entry(t: Transition) -> bool:
    return t.fluent == HOLDS and t.change == "starts" and t.strength == "weak" and t.evidence.rule != TAKER
