"""Leaves out of the page's tables what can be read off another place in them; the page's `decode` puts it back."""

from collections.abc import Sequence
from typing import Any

from regesta.model.lookup import edtf_of
from regesta.model.time import Bounds

Table = dict[str, list[Any]]
DAYS = ("e0", "e1", "l0", "l1")


def without_repeats(claims: Table, events: Table) -> tuple[Table, Table]:
    """Claims without the dates that are their event's, and events without the place that goes with its name.

    In `said` None stands for the event's words; where `own` is 0 the days are the event's; in `edtf` an empty word
    stands for what the days say.
    """
    event_of = [-1] * len(claims["id"])
    for event, told in enumerate(events["claims"]):
        for claim in told:
            event_of[claim] = event
    alike = [event >= 0 and _days(claims, n) == _days(events, event) for n, event in enumerate(event_of)]
    said = [
        None if event >= 0 and claims["said"][n] == events["said"][event] else claims["said"][n]
        for n, event in enumerate(event_of)
    ]
    days = {name: [None if same else day for day, same in zip(claims[name], alike, strict=True)] for name in DAYS}
    edtf = [
        "" if word is not None and word == _plain_edtf(claims, n) else word for n, word in enumerate(claims["edtf"])
    ]
    shorter = claims | days | {"said": said, "own": [int(not same) for same in alike], "edtf": edtf}
    return shorter, {name: column for name, column in events.items() if name != "place"}


def _days(table: Table, row: int) -> Sequence[int | None]:
    return [table[name][row] for name in DAYS]


def _plain_edtf(table: Table, row: int) -> str | None:
    return edtf_of(Bounds(table["e0"][row], table["l1"][row]), lasting=bool(table["lasting"][row]))
