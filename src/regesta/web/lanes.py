"""Who stands in which lane of the timeline, and in which order those who held something get their colours."""

from collections.abc import Iterable

from regesta.model.claim import Claim
from regesta.model.ids import Id
from regesta.model.lookup import Lookup
from regesta.web.holders import Ribbon


def list_holders(ribbons: Iterable[Ribbon]) -> tuple[str, ...]:
    """Everybody who held something, in the order of the first day on which they may have."""
    seen: dict[str, int] = {}
    for ribbon in ribbons:
        for reign in ribbon.reigns:
            for answer in reign.answers:
                day = reign.first if reign.first is not None else -(10**9)
                seen[answer.holder] = min(seen.get(answer.holder, day), day)
    return tuple(sorted(seen, key=lambda name: (seen[name], name)))


def place_of(claim: Claim, lookup: Lookup) -> tuple[str, Id | None]:
    """The place a claim is told of, and its entity where it has one: its own place, a participant that is one, or that
    of a body; empty where none is.
    """
    roles = sorted(claim.roles, key=lambda role: role.name != "place")
    entities = [lookup.entities[role.entity] for role in roles if role.entity is not None]
    places: list[tuple[str, Id | None]] = [(entity.name, entity.id) for entity in entities if entity.kind == "place"]
    bodies: list[tuple[str, Id | None]] = [
        (entity.part_of, None) for entity in entities if entity.kind != "place" and entity.part_of
    ]
    unknown: list[tuple[str, Id | None]] = [(lookup.quote(role.span), None) for role in claim.fillers("place")]
    return next(iter(places + bodies + unknown), ("", None))
