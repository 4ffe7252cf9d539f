"""What the timeline draws: a lane a place, with ribbons and events. Days are Julian day numbers, None where open."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from regesta.model.claim import Claim, Event
from regesta.model.ids import Id
from regesta.model.lookup import Dating, Lookup
from regesta.model.state import Answer
from regesta.model.time import OPEN, Bounds
from regesta.model.wording import say_bounds
from regesta.web.holders import Ribbon

Edge = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """One dated event."""

    claim: Id
    """Its first account."""
    doers: str
    trigger: str
    others: str
    said: str
    """Its date in words."""
    start: Edge
    end: Edge
    lasting: bool
    status: str
    holder: int
    """The doer's place in the list of holders, or -1."""
    disputed: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One place (or one other thing that can be held); the name is empty for events whose place is not told."""

    name: str
    ribbons: tuple[Ribbon, ...]
    bars: tuple[Bar, ...]


def list_holders(ribbons: Iterable[Ribbon]) -> tuple[str, ...]:
    """Everybody who held something, in the order of the first day on which they may have."""
    seen: dict[str, int] = {}
    for ribbon in ribbons:
        for reign in ribbon.reigns:
            for answer in reign.answers:
                day = reign.first if reign.first is not None else -(10**9)
                seen[answer.holder] = min(seen.get(answer.holder, day), day)
    return tuple(sorted(seen, key=lambda name: (seen[name], name)))


def make_lanes(lookup: Lookup, ribbons: Sequence[Ribbon], holders: Sequence[str]) -> tuple[Lane, ...]:
    """Places in the order of their first event, then events without a place, then other things that were held.

    One bar an event; where the accounts of an event differ, one an account.
    """
    held: dict[str, list[Ribbon]] = {}
    for ribbon in ribbons:
        held.setdefault(_name(ribbon, lookup), []).append(ribbon)
    bars: dict[str, list[Bar]] = {}
    done: set[Id] = set()
    ranks = {name: n for n, name in enumerate(holders)}
    for claim in lookup.chronological():
        event = lookup.event_of.get(claim.id)
        if event is not None and event.id in done:
            continue
        bar = _bar(claim, event, lookup, ranks)
        if bar is not None:
            if event is not None and not bar.disputed:
                done.add(event.id)
            bars.setdefault(place_of(claim, lookup), []).append(bar)
    unplaced = bars.pop("", [])
    lanes = [Lane(name, tuple(held.pop(name, ())), tuple(found)) for name, found in bars.items()]
    if unplaced:
        lanes.append(Lane("", (), tuple(unplaced)))
    return (*lanes, *(Lane(key, tuple(found), ()) for key, found in held.items()))


def _name(ribbon: Ribbon, lookup: Lookup) -> str:
    """What is held, under the fullest name that the sources give it."""
    return ribbon.key if ribbon.key_entity is None else lookup.entities[ribbon.key_entity].name


def place_of(claim: Claim, lookup: Lookup) -> str:
    """The place a claim is told of: its own, or a participant that is one, or that of a body; empty where none is."""
    roles = sorted(claim.roles, key=lambda role: role.name != "place")
    entities = [lookup.entities[role.entity] for role in roles if role.entity is not None]
    places = [entity.name for entity in entities if entity.kind == "place"]
    bodies = [entity.part_of for entity in entities if entity.kind != "place" and entity.part_of]
    unknown = [lookup.quote(role.span) for role in claim.fillers("place")]
    return next(iter(places + bodies + unknown), "")


def _bar(claim: Claim, event: Event | None, lookup: Lookup, ranks: dict[str, int]) -> Bar | None:
    """None for what has no bound at all."""
    dating = lookup.dating(claim)
    if dating.bounds == OPEN:
        return None
    start, end = _edges(dating, event, lookup)
    doers, trigger, others = lookup.headline(claim)
    return Bar(
        claim.id,
        doers,
        trigger,
        others,
        dating.say(),
        (start.earliest, start.latest),
        (end.earliest, end.latest),
        dating.told is not None and dating.told.lasting,
        claim.status,
        next((ranks[name] for r in claim.fillers("actor") if (name := lookup.name(r)) in ranks), -1),
        bool(event and event.id in lookup.dates and lookup.dates[event.id].disputed),
    )


def _edges(dating: Dating, event: Event | None, lookup: Lookup) -> tuple[Bounds, Bounds]:
    if dating.told is not None:
        return dating.told.start, dating.told.end
    dates = lookup.dates[event.id] if event else None
    return (dates.start, dates.end) if dates else (dating.bounds, dating.bounds)


def as_data(lanes: Iterable[Lane], holders: Sequence[str]) -> dict[str, Any]:
    """Lanes as plain values for the page's script; a spell that is told in words is held once."""
    spells: dict[tuple[str, str], int] = {}
    ranks = {name: n for n, name in enumerate(holders)}

    def told(answer: Answer) -> list[Any]:
        spell = (_say(answer.since), _say(answer.until))
        claims = list(answer.evidence.derived_from)
        return [ranks[answer.holder], answer.certainty, claims, spells.setdefault(spell, len(spells))]

    drawn = [
        {
            "name": lane.name,
            "ribbons": [
                {"fluent": r.fluent, "reigns": [[x.first, x.last, [told(a) for a in x.answers]] for x in r.reigns]}
                for r in lane.ribbons
            ],
            "bars": [asdict(bar) for bar in lane.bars],
        }
        for lane in lanes
    ]
    return {"lanes": drawn, "holders": list(holders), "spells": [list(spell) for spell in spells]}


def _say(bounds: Bounds) -> str:
    """Empty where nothing bounds it."""
    return "" if bounds == OPEN else say_bounds(bounds)
