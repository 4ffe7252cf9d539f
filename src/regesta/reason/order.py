"""The strict order of points, dates left aside: which comes first even where two fall on one day. Never a circle."""

from regesta.reason.sides import Label


class Order:
    """Ranks that rise along the order, so that most of what is added is seen to fit at a glance."""

    __slots__ = ("after", "before", "rank")

    def __init__(self, size: int) -> None:
        self.rank = list(range(size))
        self.after: dict[int, list[tuple[int, Label]]] = {}
        self.before: dict[int, list[tuple[int, Label]]] = {}

    def grow(self) -> None:
        """One more point."""
        self.rank.append(len(self.rank))

    def add(self, a: int, b: int, label: Label) -> bool:
        """Put a before b; False, with nothing kept, where b already comes before a."""
        if self.rank[a] >= self.rank[b] and not self._lift(a, b):
            return False
        self.after.setdefault(a, []).append((b, label))
        self.before.setdefault(b, []).append((a, label))
        return True

    def remove(self, a: int, b: int, label: Label) -> None:
        """Forget it. Ranks stay: they still rise along what is left."""
        for beside, one, other in ((self.after, a, b), (self.before, b, a)):
            beside[one].remove((other, label))
            if not beside[one]:
                del beside[one]

    def _lift(self, a: int, b: int) -> bool:
        """Raise b, and what comes after it, above a."""
        if a == b:
            return False
        old: dict[int, int] = {b: self.rank[b]}
        self.rank[b] = self.rank[a] + 1
        queue = [b]
        for n in queue:
            for m, _ in self.after.get(n, ()):
                if m == a:
                    for node, rank in old.items():
                        self.rank[node] = rank
                    return False
                if self.rank[m] <= self.rank[n]:
                    old.setdefault(m, self.rank[m])
                    self.rank[m] = self.rank[n] + 1
                    queue.append(m)
        return True

    def path(self, a: int, b: int) -> frozenset[Label]:
        """The labels of a shortest way from a to b, the lesser first where several are as short; empty for none."""
        reached: dict[int, tuple[int, Label]] = {a: (-1, None)}
        level = [a]
        while level and b not in reached:
            following = []
            for n in level:
                for m, label in sorted(self.after.get(n, ()), key=_by_label):
                    if m not in reached:
                        reached[m] = (n, label)
                        following.append(m)
            level = following
        labels = []
        while b in reached and b != a:
            b, label = reached[b]
            labels.append(label)
        return frozenset(labels)


def _by_label(step: tuple[int, Label]) -> Label:
    return step[1]
