"""One bridge under two names: "the bridge at Ulm", and after that "the bridge"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.reason.keys import HOLDS
from regesta.reason.naming import identity
from regesta.rules.effects import Use

Told = tuple[Id, Use, Evidence]
_OF = ", "
"""Between a building and the place it is told with."""


def unite_sites(told: Sequence[Told], places: Mapping[Id, Span]) -> Iterator[Told]:
    """The same with one key for a building that a text tells with its place, where it tells of no other by that word.

    `places`: where each event is told.
    """
    full: dict[tuple[Id, str], set[str]] = defaultdict(set)
    for event, use, _ in told:
        building, comma, _ = use.key.partition(_OF)
        if _is_place(use) and comma:
            full[places[event].document, identity(building)].add(use.key)
    for event, use, evidence in told:
        meant = full.get((places[event].document, identity(use.key)), set()) if _is_place(use) else set()
        key = next(iter(meant)) if len(meant) == 1 else use.key
        yield event, replace(use, key=key) if key != use.key else use, evidence


def _is_place(use: Use) -> bool:
    return use.fluent == HOLDS and use.reach == "named"
