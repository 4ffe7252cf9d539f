"""What the claims of one sentence lend each other: a place, and the order that their meaning implies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.extract.claims.order import RELATIVE, Order
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim
from regesta.model.ids import Id
from regesta.model.syntax import Tree
from regesta.rules.event_types import EventTypes

_POWER, _MAKING = "power", "making"


def lend_places(claims: Mapping[int, list[Claim]], types: EventTypes) -> dict[int, list[Claim]]:
    """Changes of power in one sentence happen in one place: the last one told before them, where they tell none."""
    lent: dict[int, list[Claim]] = {}
    last: Claim | None = None
    for word in sorted(claims):
        lent[word] = []
        for claim in claims[word]:
            kind = types.get(claim.type)
            of_power = kind is not None and kind.family == _POWER
            own = claim.fillers("place")
            if of_power and not own and last is not None and not _names_place(claim):
                roles = tuple(replace(r, rule="sentence-place") for r in last.fillers("place"))
                lent[word].append(replace(claim, roles=(*claim.roles, *roles)))
                continue
            if of_power and own:
                last = claim
            lent[word].append(claim)
    return lent


def _names_place(claim: Claim) -> bool:
    """Whether somebody or something named is its target, which may be anywhere."""
    return any(r.entity is not None for r in claim.fillers("target"))


def implied_orders(
    tree: Tree, triggers: Sequence[Trigger], claims: Mapping[int, list[Claim]], types: EventTypes, dated: frozenset[int]
) -> Iterator[Order]:
    """A body is set up before it is headed; a thing is made before it is used ("a text written by X was read out")."""
    for trigger in triggers:
        claim = claims[trigger.token.i][0]
        kind = types.get(claim.type)
        if kind is None or claim.status != "asserted":
            continue
        if kind.sets_up:
            made = {r.entity for r in claim.fillers("target") if r.entity}
            for other in triggers:
                if (
                    other is not trigger
                    and other.token.i not in dated
                    and _heads(claims[other.token.i][0], made, types)
                ):
                    yield Order(trigger.token.i, other.token.i, "set-up-before-headed")
        elif kind.family == _MAKING and trigger.token.relation == "participle" and trigger.token.i not in dated:
            user = next((t for t in tree.above(trigger.token) if t.i in claims), None)
            if user is not None and trigger.token.form == "past-participle":
                yield Order(trigger.token.i, user.i, "made-before-used")


def keeps_order(order: Order, claims: Mapping[int, list[Claim]], types: EventTypes) -> bool:
    """Whether an order may stand: a state told beside a happening ("..., where they held power") may be older."""
    later = types.get(claims[order.later][0].type)
    state = later is not None and any(e.change == "observes" for e in later.effects)
    return not (state and order.rule == RELATIVE)


def _heads(claim: Claim, bodies: set[Id], types: EventTypes) -> bool:
    kind = types.get(claim.type)
    observed = kind is not None and any(e.change == "observes" for e in kind.effects)
    return observed and claim.status == "asserted" and any(r.entity in bodies for r in claim.fillers("target"))
