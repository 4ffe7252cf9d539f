"""What must hold of any set of statements."""

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.reason.network import DayNetwork, Edge

SIZE = 8
points = st.integers(0, SIZE - 1)
days = st.integers(-40, 40)
dates = st.builds(lambda p, low, more: [Edge(-1, p, low), Edge(p, -1, -low - more)], points, days, st.integers(0, 30))
links = st.builds(lambda a, b, w: [Edge(a, b, w, strict=True)] if a != b else [], points, points, st.integers(0, 9))
statements = st.lists(dates | links, max_size=14)


def bounds(told: list[list[Edge]]) -> tuple[list[tuple[float, float]], int]:
    network = DayNetwork(SIZE)
    refused = sum(network.add(s, i) is not None for i, s in enumerate(told))
    return [(network.earliest(p), network.latest(p)) for p in range(SIZE)], refused


@settings(max_examples=150, deadline=None)
@given(statements, st.randoms(use_true_random=False))
def test_order_of_telling_does_not_change_what_follows(told, rng) -> None:  # type: ignore[no-untyped-def]
    before, refused = bounds(told)
    shuffled = list(told)
    rng.shuffle(shuffled)
    after, refused_after = bounds(shuffled)
    assert (refused == 0) == (refused_after == 0)
    if not refused:
        assert before == after


@settings(max_examples=150, deadline=None)
@given(statements)
def test_more_told_never_widens_bounds(told: list[list[Edge]]) -> None:
    wide, _ = bounds(told[:-1])
    tight, _ = bounds(told)
    for (low, high), (low_after, high_after) in zip(wide, tight, strict=True):
        assert low <= low_after <= high_after <= high
