"""A loss by people who are only described: "the victors gave it up" is told of whoever had it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.reason.joining import Told
from regesta.reason.keys import HOLDS
from regesta.reason.naming import identity
from regesta.rules.effects import Use


def lost_by_whoever(told: Sequence[Told]) -> Iterator[Told]:
    """The same, where who loses a place goes by no name and is not told to have come to it: whoever had it lost it."""
    had = {
        (identity(u.key), identity(u.holder)) for _, u, _ in told if _is_of_place(u) and u.change != "ends" and u.holder
    }
    for event, use, evidence in told:
        nameless = _is_of_place(use) and use.change == "ends" and use.holder_entity is None
        if nameless and use.holder and use.holder.islower() and (identity(use.key), identity(use.holder)) not in had:
            yield event, replace(use, holder=None), evidence
        else:
            yield event, use, evidence


def _is_of_place(use: Use) -> bool:
    return use.fluent == HOLDS and use.reach == "named" and use.strength == "firm"
