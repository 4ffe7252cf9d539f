"""What is known of one key: its changes as points of a network, and by holder those that touch them.

That somebody lost the key, or was seen with it, says that it was had: before the loss, or from then on, as a
possibility.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from regesta.model.claim import Claim
from regesta.model.constraint import Moment
from regesta.model.ids import Id
from regesta.model.state import Change as Kind
from regesta.model.state import Transition
from regesta.model.time import When
from regesta.reason.conflicts import Solved
from regesta.reason.keys import OFFICE
from regesta.reason.naming import identity, may_be_one, parts
from regesta.reason.network import Day, DayNetwork
from regesta.reason.standing import STANDING


@dataclass(frozen=True, slots=True)
class Change:
    """One transition at one point of the network."""

    point: int
    transition: Transition
    seen: bool = False
    """An observation: that it was held, not that it began."""
    lasting: bool = False
    """Whether it is told to be so from then on."""


@dataclass(slots=True)
class Holder:
    """The changes that matter to one holder of one key."""

    name: str
    entity: Id | None
    begun: list[Change] = field(default_factory=list)
    maybe_begun: list[Change] = field(default_factory=list)
    """Weak beginnings and observations."""
    ended: list[Change] = field(default_factory=list)
    maybe_ended: list[Change] = field(default_factory=list)
    lost: list[Change] = field(default_factory=list)
    """Firm endings that name this holder: until then it was had."""
    parted: list[Change] = field(default_factory=list)
    """Those of them that tell it of this holder, and are not only made out from who came next."""
    mortal: bool = False
    """Whether it is one person, who has nothing for longer than a life."""
    within: tuple[Day, Day] = (-inf, inf)
    """First and last day on which it may be had, as bounds alone tell, where one asks about days."""

    def may_have(self, day: int) -> bool:
        """Whether it may be had on a day, or on one beside it."""
        return self.within[0] <= day + 1 and day - 1 <= self.within[1]


@dataclass(slots=True)
class KeyTimeline:
    """One key with all who may have held it."""

    fluent: str
    key: str
    holders: dict[str, Holder] = field(default_factory=dict)
    exclusive: bool = False


def build_timeline(
    transitions: Sequence[Transition],
    solved: Solved,
    claims: Mapping[Id, Sequence[Claim]],
    people: Container[Id | None] = (),
) -> KeyTimeline:
    """The timeline of one key from its transitions; `claims` by event, `people` the entities that are one person.

    A loss touches whoever is named, those who held it together with them, and each of several named.
    """
    line = KeyTimeline(transitions[0].fluent, transitions[0].key)
    for t in transitions:
        if t.holder is not None:
            line.holders.setdefault(identity(t.holder), Holder(t.holder, t.holder_entity))
            if line.holders[identity(t.holder)].entity is None:
                line.holders[identity(t.holder)].entity = t.holder_entity
    changes = [c for t in transitions for c in _changes(t, solved, claims)]
    starting = {c.transition.event for c in changes if c.transition.change == "starts"}
    line.exclusive = any(c.transition.holder is None and c.transition.event in starting for c in changes)
    general = [c for c in changes if c.transition.change == "ends" and c.transition.holder is None]
    others_had = _ended_by_stretches(changes, transitions) if line.exclusive and line.fluent == OFFICE else []
    own = _by_holder(line, changes)
    seen = list(_doubts(transitions, solved, claims)) if line.exclusive else []
    stretches = {c.transition.event for c in others_had}
    seen_with = _seen_with(transitions)
    lost = {c.point for c in changes if c.transition.change == "ends" and c.transition.holder is not None}
    for name, holder in line.holders.items():
        holder.mortal = holder.entity in people
        mine = own.get(name, [])
        others = [c for c in general if not _did_it(holder, c.transition, claims)]
        if stretches.isdisjoint(c.transition.event for c in mine):
            others += others_had
        _sort_out(holder, mine, _within(mine, others, solved.network))
        holder.maybe_begun = [c for c in holder.maybe_begun if not _says_nothing(c, holder, solved.network, claims)]
        holder.parted = [c for c in holder.lost if _is_told_of(holder, claims[c.transition.event])]
        begun = {c.transition.event for c in (*holder.begun, *holder.maybe_begun)}
        doubts = (c for c in seen if c.transition.event not in begun and not _gave_way(c, holder, solved, claims))
        _doubt(holder, doubts, lost)
        kept = [solved.points[Moment(event, "end")] for event in seen_with.get(name, ())]
        holder.maybe_ended = [c for c in holder.maybe_ended if not _is_outlived(c, name, kept, solved.network)]
    return line


def _doubt(holder: Holder, doubts: Iterable[Change], lost: Container[int]) -> None:
    """Adds the changes that make it doubtful that one had it still; `lost` are the points of losses.

    "British forces took the town. The British left it in May": it is they who left.
    """
    for c in doubts:
        if not may_be_one(holder.name, c.transition.holder or ""):
            holder.maybe_ended.append(c)
        elif c.point in lost:
            holder.ended.append(replace(c, transition=replace(c.transition, strength="firm")))


def had_within(holder: Holder, network: DayNetwork) -> tuple[Day, Day]:
    """From the first day on which it may have begun to the last of the first loss that comes after all beginnings."""
    begun = [c.point for c in (*holder.begun, *holder.maybe_begun)]
    first = -inf if holder.lost else min(map(network.earliest, begun), default=inf)
    last = max(map(network.latest, begun), default=-inf)
    over = min((network.latest(c.point) for c in holder.ended if network.earliest(c.point) > last), default=inf)
    return first, max([over if begun else -inf, *(network.latest(c.point) for c in holder.lost)])


def _ended_by_stretches(changes: Sequence[Change], transitions: Sequence[Transition]) -> list[Change]:
    """That somebody is told to have had it from a day on ends it for whoever else had it then."""
    seen = {(t.event, t.holder) for t in transitions if t.change == "observes" and t.strength == "firm"}
    return [
        replace(c, transition=replace(c.transition, change="ends", holder=None, holder_entity=None))
        for c in changes
        if c.transition.change == "starts" and (c.transition.event, c.transition.holder) in seen
    ]


def _says_nothing(seen: Change, holder: Holder, network: DayNetwork, claims: Mapping[Id, Sequence[Claim]]) -> bool:
    """Whether it is only told by the way, without a last day, that one had it who is told to have come to it."""
    come = bool(holder.begun) or any(c.transition.strength == "chosen" for c in holder.maybe_begun)
    by_the_way = all(c.by_noun for c in claims[seen.transition.event])
    return seen.seen and come and by_the_way and network.latest(seen.point) == inf


def _within(own: Sequence[Change], others: Sequence[Change], network: DayNetwork) -> Sequence[Change]:
    """Of what ends a holding for whoever has it, what must count where one is told to have had it from then to then.

    That somebody else came to it on a day not told puts no end to it in between: they came before it, or after.
    """
    begun = [c for c in own if c.transition.change == "starts" and c.transition.strength == "firm"]
    events = {c.transition.event for c in begun}
    ended = [c for c in own if c.transition.change == "ends" and c.transition.event in events]
    if len(begun) != 1 or not ended:
        return others
    first, last = network.latest(begun[0].point), network.earliest(ended[0].point)

    def counts(c: Change) -> bool:
        low, high = network.earliest(c.point), network.latest(c.point)
        return high <= first or low >= last or (first < low and high < last)

    return [c for c in others if counts(c)]


def _seen_with(transitions: Iterable[Transition]) -> dict[str, list[Id]]:
    """By holder the events of which it is told for certain that they had it then."""
    events: dict[str, list[Id]] = {}
    for t in transitions:
        if t.change == "observes" and t.strength == "firm":
            events.setdefault(identity(t.holder or ""), []).append(t.event)
    return events


def _is_outlived(loss: Change, holder: str, kept: Iterable[int], network: DayNetwork) -> bool:
    """Whether who may have lost it is told to have had it later: "was banished, but ruled by letter until 1821"."""
    own = identity(loss.transition.holder or "") == holder
    return own and any(network.latest(loss.point) < network.earliest(point) for point in kept)


def _did_it(holder: Holder, ending: Transition, claims: Mapping[Id, Sequence[Claim]]) -> bool:
    """Whether the holder did what may have ended a holding: who marches into a place puts no end to having it.

    Who names another to an office has it no more himself.
    """
    if holder.entity is None or ending.strength == "firm" or ending.fluent == OFFICE:
        return False
    return any(r.entity == holder.entity for c in claims[ending.event] for r in c.fillers("actor"))


def _is_told_of(holder: Holder, accounts: Iterable[Claim]) -> bool:
    """Whether the holder takes part in what is told."""
    return holder.entity is not None and any(r.entity == holder.entity for c in accounts for r in c.roles)


def _gave_way(loss: Change, holder: Holder, solved: Solved, claims: Mapping[Id, Sequence[Claim]]) -> bool:
    """Whether one lost it when the holder came to it, and that is told first: "they left on 3 May, and X moved in".

    So where the loss is told by the year, and the coming by a day in it.
    """
    network, told = solved.network, min(c.trigger for c in claims[loss.transition.event])
    return any(
        network.latest(c.point) <= network.latest(loss.point) < inf
        and network.earliest(loss.point) <= network.earliest(c.point)
        and told < min(a.trigger for a in claims[c.transition.event])
        for c in holder.begun
    )


def _by_holder(line: KeyTimeline, changes: Iterable[Change]) -> dict[str, list[Change]]:
    together: dict[str, set[str]] = {}
    for name, holder in line.holders.items():
        for part in parts(holder.name):
            together.setdefault(part, set()).add(name)
    touched = {n: {m for part in parts(h.name) for m in together[part]} for n, h in line.holders.items()}
    own: dict[str, list[Change]] = {}
    for c in changes:
        if c.transition.holder is not None:
            name = identity(c.transition.holder)
            for n in touched[name] if c.transition.change == "ends" else (name,):
                own.setdefault(n, []).append(c)
    return own


def _doubts(
    transitions: Sequence[Transition], solved: Solved, claims: Mapping[Id, Sequence[Claim]]
) -> Iterable[Change]:
    """That one had it at a stated time makes it doubtful that another still had it then.

    So it is where one lost it, and no source tells that, or when, it was come by.
    """
    come = {identity(t.holder) for t in transitions if t.change == "starts" and t.holder is not None}
    for t in transitions:
        told = any(c.time.when is not None for c in claims[t.event]) and t.evidence.rule != STANDING
        had = t.change == "observes" or (t.change == "ends" and t.holder is not None and identity(t.holder) not in come)
        if had and t.strength == "firm" and told:
            yield Change(solved.points[Moment(t.event, "start")], replace(t, change="ends", strength="weak"))


def _changes(t: Transition, solved: Solved, claims: Mapping[Id, Sequence[Claim]]) -> Iterable[Change]:
    """A stretch that is told ("ruled from 1876 to 1910", "had occupied it since 1710") begins and ends at its edges."""
    lasting = [c for c in claims[t.event] if c.time.when is not None and c.time.when.lasting]
    if not lasting and t.change == "observes":
        yield Change(solved.points[Moment(t.event, "start")], t, seen=True)
        return
    end = solved.points[Moment(t.event, "end")]
    if not lasting:
        yield Change(end, t)
        return
    start = solved.points[Moment(t.event, "start")]
    stretches = [c.time.when for c in lasting if c.time.when and not (t.change == "observes" and _is_of_a_day(c))]
    if t.change == "ends":
        yield Change(start if t.holder is None and stretches else end, t)
    elif stretches:
        last = solved.network.latest(start)
        if t.change == "starts" or any(_is_begun(w, last) for w in stretches):
            yield Change(start, _as(t, "starts"), lasting=any(w.end.latest is None for w in stretches))
        if any(w.end.latest is not None for w in stretches):
            yield Change(end, _as(t, "ends"))
    else:
        yield Change(start, t, seen=True)


def _is_begun(stretch: When, last: Day) -> bool:
    """Whether it is told when it began, be it by what else is told: it did so by the day `last`."""
    return stretch.start.earliest is not None or (stretch.start.latest is not None and last < stretch.start.latest)


def _is_of_a_day(claim: Claim) -> bool:
    """Whether its stretch is not told, but only that it was so on the day of something else, and perhaps from then."""
    return claim.time.basis == "inherited" and claim.time.when is not None and claim.time.when.end.latest is None


def _as(t: Transition, change: Kind) -> Transition:
    return replace(t, change=change)


def _sort_out(holder: Holder, own: Sequence[Change], general: Sequence[Change]) -> None:
    for c in own:
        firm = c.transition.strength == "firm"
        if c.transition.change == "ends":
            (holder.ended if firm else holder.maybe_ended).append(c)
            if firm:
                holder.lost.append(c)
        else:
            (holder.begun if firm and not c.seen else holder.maybe_begun).append(c)
    begins = {c.point for c in holder.begun} | {c.point for c in holder.maybe_begun if not c.seen}
    for c in general:
        if c.point not in begins:
            (holder.ended if c.transition.strength == "firm" else holder.maybe_ended).append(c)
    holder.ended = [c for c in holder.ended if c.point not in begins]
