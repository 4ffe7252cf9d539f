"""Statements that were told, those that fit, and those that were set aside: kept up to date, edit by edit.

Accepted is what a full run would accept that takes statements in the order of their labels and sets aside each one that
does not fit those before it. An edit decides anew only what it may change: what it displaces, and what that frees.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from regesta.reason.network import DayNetwork, Part
from regesta.reason.sides import Label


class Ledger:
    """All statements by label."""

    def __init__(self) -> None:
        self.network = DayNetwork()
        self.told: dict[Label, Sequence[Part]] = {}
        self.refused: dict[Label, frozenset[Label]] = {}
        """What was set aside, with statements, itself among them, that cannot all hold."""

    def tell(self, label: Label, parts: Sequence[Part]) -> None:
        """Take in a statement, or set aside the last of those that cannot hold together with it."""
        self.told[label] = parts
        self._decide([label])

    def retract(self, label: Label) -> None:
        """Take a statement away; what was set aside because of it is heard again. KeyError where there is none."""
        del self.told[label]
        if self.refused.pop(label, None) is None:
            self.network.retract(label)
            self._decide(self._freed(label))

    def explain(self, label: Label) -> frozenset[Label]:
        """Statements that cannot all hold, one that was set aside among them: by what is accepted now, however told."""
        bad = self.network.add(self.told[label], label)
        assert bad is not None, "set aside, though it fits"  # noqa: S101 - what `_decide` sees to
        return bad

    def _freed(self, label: Label) -> list[Label]:
        freed = [r for r, why in self.refused.items() if label in why]
        for r in freed:
            del self.refused[r]
        return freed

    def _decide(self, labels: Sequence[Label]) -> None:
        """In the order of labels, so that whatever is decided stays decided."""
        waiting: list[Label] = []
        for label in labels:
            heappush(waiting, label)
        while waiting:
            label = heappop(waiting)
            for bad in self._clashes(label):
                last = max(bad)
                if last == label:
                    self.refused[label] = bad
                    break
                self.network.retract(last)
                for other in (last, *self._freed(last)):
                    heappush(waiting, other)

    def _clashes(self, label: Label) -> Iterator[frozenset[Label]]:
        """Why a statement does not fit, for as long as it does not."""
        while (bad := self.network.add(self.told[label], label)) is not None:
            yield bad
