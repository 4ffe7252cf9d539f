"""One bridge under two names: "the bridge at Ulm", and right after that "the bridge"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.reason.joining import Told
from regesta.reason.keys import HOLDS
from regesta.reason.naming import identity

_OF = ", "
"""Between a building and the place it is told with."""
_NEAR = 2
"""Sentences from where a building is told of to where it is told of again: every town has a town hall."""


def unite_sites(told: Sequence[Told], places: Mapping[Id, Span], numbers: Mapping[Id, int]) -> Iterator[Told]:
    """The same, in the same order, with one key for a building that is told with its place, and then without it.

    `places`: where each event is told, `numbers`: in which sentence.
    """
    last: dict[tuple[Id, str], tuple[str, int]] = {}
    keys: dict[int, str] = {}
    for i in sorted(range(len(told)), key=lambda i: places[told[i][0]]):
        event, use, _ = told[i]
        if use.fluent != HOLDS or use.reach != "named":
            continue
        building, comma, _ = use.key.partition(_OF)
        at, number = (places[event].document, identity(building)), numbers[event]
        key, before = last.get(at, ("", number))
        if comma:
            last[at] = use.key, number
        elif key and number - before <= _NEAR:
            last[at], keys[i] = (key, number), key
    for i, (event, use, evidence) in enumerate(told):
        yield event, replace(use, key=keys[i]) if i in keys else use, evidence
