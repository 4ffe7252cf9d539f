"""Who can or must have had a key at a moment: certain and possible, exact given the statements that are accepted.

Semantics: a world is a day for every point and an order of points within days that satisfy all statements. A holder
has the key at a moment if the last change before it that touches the holder is a beginning. Possible = in some world,
certain = in all. Weak changes may or may not have had their effect, so they give possibilities only; and what was told
long before the day, and never again, is no longer certain, and in the end not even possible (`lasting`).
"""

from math import inf

from regesta.model.time import Bounds
from regesta.reason.keys import HOLDS
from regesta.reason.last import View, any_last, can_be_last
from regesta.reason.lasting import LIFE, LONGEST, NOTHING, Around, certain_for, had_before_loss, possible_for
from regesta.reason.naming import identity
from regesta.reason.network import Day, DayNetwork, Edge
from regesta.reason.standing import STANDING
from regesta.reason.timelines import Change, Holder


def _is_told_before(one: Change, other: Change) -> bool:
    """Whether a source tells one change in an earlier sentence than the other."""
    a, b = one.transition.evidence.quotes[0], other.transition.evidence.quotes[0]
    return a.document == b.document and a.end <= b.start


_MONTH = 31
"""Days within which a loss is told closely enough to say that it was had before them."""
_INSTALLED = 153
"""Days within which who is chosen for an office has come to it: five months, as long as any wait after an election."""


class Judge:
    """Answers for one network: certain and possible, exact given the statements accepted in it."""

    def __init__(self, network: DayNetwork, around: Around = NOTHING) -> None:
        """`around`: what the text tells around the events."""
        self.network = network
        self.around = around
        self.forward = View.forward(network)
        self.backward = View.backward(network)

    def earliest(self, c: Change) -> Day:
        """First day of a change."""
        return self.network.earliest(c.point)

    def latest(self, c: Change) -> Day:
        """Last day of a change."""
        return self.network.latest(c.point)

    def surely_before(self, one: Change, other: Change) -> bool:
        """Whether one change comes before another in all worlds, the order inside a day included."""
        if self.network.latest(one.point) < self.network.earliest(other.point):
            return True
        if one.point == other.point or self.network.earliest(one.point) > self.network.latest(other.point):
            return False
        return not self.network.allows((Edge(other.point, one.point, 0, strict=True),))

    def bounds(self, c: Change) -> Bounds:
        """Both, as open or closed bounds."""
        low, high = self.earliest(c), self.latest(c)
        return Bounds(None if low == -inf else int(low), None if high == inf else int(high))

    def held_by_end(self, h: Holder, day: Day, quiet: Day | None = None) -> list[Change]:
        """Beginnings that may be the last change by the end of a day (with no ending on the day `quiet`)."""
        ends = {c.point for c in h.ended}
        begun = (*h.begun, *h.maybe_begun)
        points = dict.fromkeys(c.point for c in begun)
        last = set(any_last(self.forward, points, ends, day, () if quiet is None else ends, quiet))
        found = (c for c in begun if c.point in last and not (c.seen and c.point in ends))
        return [c for c in found if self._is_near(c, h, day)]

    def may_begin(self, h: Holder, day: Day) -> list[Change]:
        """Beginnings that may fall on a day, and what may show on it that it was had."""
        found = (c for c in (*h.begun, *h.maybe_begun) if self.earliest(c) <= day <= self.latest(c))
        return [c for c in found if self._is_near(c, h, day)]

    def _is_near(self, c: Change, h: Holder, day: Day) -> bool:
        """Whether one person may still have, or have already, what is told: by its day, or by those told beside it."""
        if not h.mortal:
            return True
        longest, last = possible_for(c.transition.fluent), self.latest(c)
        if last < inf:
            return last > day - longest or (last > day - LONGEST and self._is_told(h, day - longest))
        if self.earliest(c) > -inf:
            return True
        lost = min((x for x in map(self.latest, h.lost) if day <= x < inf), default=day)
        first, last = self.around.beside.get(c.transition.event, (-inf, inf))
        beside = longest == LONGEST or first - longest < day < last + longest
        return beside and lost <= day + longest

    def _is_told(self, h: Holder, day: Day) -> bool:
        """Whether the holder is told to have it, or to lose it, after a day."""
        sightings = (c for c in h.maybe_begun if c.seen and c.transition.strength == "firm")
        return any(self.earliest(c) > day for c in (*h.lost, *sightings))

    def held_until_lost(self, h: Holder, day: Day, quiet: Day | None = None) -> list[Change]:
        """Losses after the end of a day that may be the first change after it: it was had by then.

        Nothing is known of days before the holder is first told to come to it, or to be seen with it.
        """
        rivals = {c.point for c in (*h.ended, *h.begun, *h.maybe_begun)}
        hole = None if quiet is None else -quiet
        found = []
        for c in h.lost:
            longest = possible_for(c.transition.fluent) if h.mortal else inf
            if self.latest(c) <= day or day + longest < self.latest(c) < inf:
                continue
            # "The abbot, X, died on 9 June": that he was abbot then says nothing of the day before.
            others = rivals - {x.point for x in h.maybe_begun if x.seen and self.earliest(x) == self.earliest(c)}
            hushed = others - {c.point} if quiet is not None else set()
            if can_be_last(self.backward, c.point, others, -(day + 1), hushed, hole):
                found.append(c)
        return found

    def firm(self, h: Holder, day: Day) -> list[Change]:
        """Beginnings, and observations that a loss after the day closes: had then, lost later, so had between.

        Who was chosen for it has begun once the wait that may follow is over. Of a place, that it came to another
        closes it too; of an office, only that the holder is told to have lost it.
        """
        closing = [c for c in h.ended if c in h.lost or c.transition.fluent == HOLDS]
        closed = max((self.earliest(c) for c in closing), default=-inf)
        for_a_while = {
            c.transition.event for c in h.maybe_ended if identity(c.transition.holder or "") == identity(h.name)
        }
        seen = [
            c
            for c in h.maybe_begun
            if c.seen and c.transition.strength == "firm" and closed >= day and self.latest(c) <= closed
            if c.transition.event not in for_a_while
        ]
        begun = (*h.begun, *(c for c in h.maybe_begun if self._is_installed(c, day)))
        lasting = (c for c in begun if self.latest(c) > self._oldest(c, h, day) and not self._is_passed(c, h, day))
        return [*lasting, *seen]

    def _is_passed(self, c: Change, h: Holder, day: Day) -> bool:
        """Whether the text had told of much else by a day, and tells neither that they still had it nor until when."""
        if self.around.gone_on.get(c.transition.event, inf) > day or certain_for(c.transition.fluent) == inf:
            return False
        ended = any(self.earliest(e) >= day and self.latest(e) < inf for e in h.ended)
        return not ended and not self._is_told(h, self.latest(c))

    def _oldest(self, c: Change, h: Holder, day: Day) -> Day:
        """The day after which a beginning must fall to tell for certain who had it on a day."""
        silent = day - certain_for(c.transition.fluent)
        told = c.lasting or self._is_told(h, silent)
        return max(-inf if told else silent, day - LIFE if h.mortal else -inf)

    def _is_installed(self, c: Change, day: Day) -> bool:
        """Whether somebody was chosen for an office so long before the day that they had come to it by then."""
        return c.transition.strength == "chosen" and not c.seen and self.latest(c) + _INSTALLED <= day

    def had_overnight(self, h: Holder, day: Day) -> tuple[Change, ...]:
        """What tells that the holder had it at the end of the day: lost within the month after, or held then.

        Nobody loses what was had for less, nor twice; unless it may have changed hands within that time. An office is
        had for longer than a day: for a year before it is lost.
        """
        own = identity(h.name)
        ended = [c for c in (*h.ended, *h.maybe_ended) if identity(c.transition.holder or "") != own]
        begun = [c for c in (*h.begun, *h.maybe_begun) if not c.seen]
        for c in h.ended:
            had = day if c in h.lost else self._seen_before(c, h)
            if had is not None and self._is_lost_soon(h, c, day):
                first, last = self.earliest(c), self.latest(c)
                changes = [*begun, *(x for x in ended if self.earliest(x) < first)]
                if not any(self.earliest(x) <= last and self.latest(x) >= had and x.point != c.point for x in changes):
                    return (c,)
        return tuple(
            c
            for c in h.maybe_begun
            if self._is_seen_from(c, day + 1)
            and not any(self.earliest(x) <= self.latest(c) and self.latest(x) >= day for x in begun)
        )

    def _is_lost_soon(self, h: Holder, c: Change, day: Day) -> bool:
        """Whether it was lost so soon after the end of a day that it was had then."""
        long = had_before_loss(c.transition.fluent) if c in h.parted else 0
        first, width = self.earliest(c), self.latest(c) - self.earliest(c)
        return day < first <= day + max(1, long) and width < max(_MONTH, long)

    def _seen_before(self, taken: Change, h: Holder) -> Day | None:
        """From when the holder was seen with a place within the month before another took it, if it is so told."""
        if taken.transition.fluent != HOLDS or taken.transition.holder is not None:
            return None
        first = self.earliest(taken)
        seen = [c for c in h.maybe_begun if c.seen and c.transition.strength == "firm" and _is_told_before(c, taken)]
        return min((d for d in map(self.earliest, seen) if first - _MONTH <= d < first), default=None)

    def _is_seen_from(self, c: Change, day: Day) -> bool:
        """Whether a place, or an office beside a name, is told to be held on that day or in a month from it."""
        firm = c.seen and c.transition.strength == "firm"
        told = c.transition.fluent == HOLDS or c.transition.evidence.rule == STANDING
        return firm and told and self.earliest(c) == day and self.latest(c) < day + _MONTH

    def may_lack(self, h: Holder, day: Day, not_begun_on: Day | None = None) -> bool:
        """Whether in some world the holder lacks it at the end of a day (and no beginning falls on the other day)."""
        firm = {c.point for c in self.firm(h, day)}
        last = day if not_begun_on is None else max(day, not_begun_on)
        if all(self.network.latest(p) > last for p in firm):
            return True
        ending = [c.point for c in (*h.ended, *h.maybe_ended) if c.point not in firm]
        hushed = () if not_begun_on is None else firm
        return any(True for _ in any_last(self.forward, ending, firm, day, hushed, not_begun_on))
