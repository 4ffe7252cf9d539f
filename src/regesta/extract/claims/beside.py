"""What the claims of one sentence lend each other: a place, and the order that their meaning implies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.extract.claims.casting import Casting
from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.order import RELATIVE, Order
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim, Role
from regesta.model.ids import Id
from regesta.model.syntax import Tree
from regesta.rules.event_types import EventTypes

_POWER, _MAKING, _CONFLICT, _LIFE = "power", "making", "conflict", "life"
_PLACE, _LENT, _ASSERTED = "place", "sentence-place", "asserted"
_AIMS = ("adverbial-clause", "open-clause")


def lend_places(
    tree: Tree, triggers: Sequence[Trigger], claims: Mapping[int, list[Claim]], casting: Casting
) -> dict[int, list[Claim]]:
    """The claims of a sentence; those that tell no place have it of what they are told with.

    What is done to somebody goes on where the verb joined before it was done, whoever goes or is sent somewhere goes
    where they mean to do something, and "control" is had where power changed last.
    """
    lent: dict[int, list[Claim]] = {}
    told = {**claims, **{t.support.i: claims[t.token.i] for t in triggers if t.support is not None}}
    last: Claim | None = None
    for trigger in triggers:
        found = claims[trigger.token.i]
        kind = casting.types.get(found[0].type)
        family = kind.family if kind is not None else ""
        lender: Claim | None = None
        bare = not any(c.fillers(_PLACE) for c in found)
        if bare:
            if family == _CONFLICT:
                lender = _told_before(tree, trigger, lent) or _on_the_way(tree, trigger, claims, casting)
            elif family == _LIFE:
                lender = _meant(tree, trigger, claims)
            elif family == _POWER:
                lender = last if _is_power(found[0], casting) else _told_before(tree, trigger, lent)
        elif family == _POWER:
            last = found[-1]
        places = lender.fillers(_PLACE) if lender is not None else ()
        if bare and not places:
            places = tuple(_of_main_clause(tree, trigger, told, family, casting))
        places = tuple(replace(r, rule=_LENT) for r in places)
        lent[trigger.token.i] = [replace(c, roles=(*c.roles, *places)) for c in found] if places else found
    return lent


def _told_before(tree: Tree, trigger: Trigger, claims: Mapping[int, list[Claim]]) -> Claim | None:
    """What the verb tells that this one is joined to: the attack, for "attacked the camp but was beaten".

    Others than who did that, or who underwent it, may be anywhere: "sailed for Lund, but storms scattered the fleet".
    """
    if tree.first(trigger.token, *SUBJECTS) is not None:
        return None
    first = tree.head(trigger.token)
    before = claims.get(first.i) if trigger.part == "verb" and trigger.token.relation == "conjunct" else None
    same = before is not None and before[-1].status == _ASSERTED
    return before[-1] if before is not None and same else None


def _on_the_way(tree: Tree, trigger: Trigger, claims: Mapping[int, list[Claim]], casting: Casting) -> Claim | None:
    """What went on meanwhile: the passage, for "was shot while crossing the bridge"; not where somebody was going."""
    meanwhile = (t for t in tree.below(trigger.token, "adverbial-clause") if t.form == "present-participle")
    found = (claims[t.i][0] for t in meanwhile if t.i in claims and tree.first(t, "marker") is not None)
    ways = {f"{p}-{kind}" for p in casting.lexicon.roles.prepositions["direction"] for kind in ("phrase", _PLACE)}
    return next((c for c in found if any(r.name == _PLACE and r.rule not in ways for r in c.roles)), None)


def _meant(tree: Tree, trigger: Trigger, claims: Mapping[int, list[Claim]]) -> Claim | None:
    """What is meant by it: the attack, for "sent a fleet to attack Lund"."""
    aims = (t for t in tree.below(trigger.token, *_AIMS) if t.form == "infinitive" and t.i in claims)
    return next((claims[t.i][0] for t in aims if trigger.part == "verb"), None)


def _of_main_clause(
    tree: Tree, trigger: Trigger, told: Mapping[int, list[Claim]], family: str, casting: Casting
) -> Iterator[Role]:
    """The places at the head of a clause, for a participle behind it: "At Lund they won, sinking ten ships".

    Where somebody goes or is sent, for what they mean to do there: "sailed to Lund to burn the bridge".
    """
    verb, above = trigger.token, tree.head(trigger.token)
    while above.form == verb.form and (verb.relation == "conjunct" or (above.i not in told and verb.relation in _AIMS)):
        verb, above = above, tree.head(above)
    if trigger.part != "verb" or verb.relation not in _AIMS or above.i > verb.i or above.i not in told:
        return
    main = told[above.i][0]
    kind = casting.types.get(main.type)
    if verb.form == "present-participle" and verb.relation == _AIMS[0]:
        yield from (r for r in main.fillers(_PLACE) if r.span.end < above.start)
    elif verb.form == "infinitive" and family != _POWER and kind is not None and kind.family == _LIFE:
        prepositions = casting.lexicon.roles.prepositions
        there = prepositions["location"] - prepositions["giver"]
        yield from (r for r in main.fillers(_PLACE) if r.rule.partition("-")[0] in there)


def _is_power(claim: Claim, casting: Casting) -> bool:
    """Whether power itself is all that changes hands: "control was regained"."""
    done_to = claim.fillers("target")
    told = [casting.names.text[r.span.start : r.span.end] for r in done_to]
    return bool(told) and all(casting.types.words.kind_of(t) == _POWER for t in told)


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
    state = later is not None and not later.loose and any(e.change == "observes" for e in later.effects)
    return not (state and order.rule == RELATIVE)


def _heads(claim: Claim, bodies: set[Id], types: EventTypes) -> bool:
    kind = types.get(claim.type)
    observed = kind is not None and not kind.loose and any(e.change == "observes" for e in kind.effects)
    return observed and claim.status == "asserted" and any(r.entity in bodies for r in claim.fillers("target"))
