"""Who goes with whom, where many would fit: one to one, the best first."""

from collections.abc import Iterable
from typing import Any


def pair_off(ranked: Iterable[tuple[Any, ...]]) -> list[tuple[int, int]]:
    """Pairs of the two numbers that each entry ends with; the lowest entries choose first, and nobody has two."""
    left, right, made = set[int](), set[int](), []
    for *_, i, j in sorted(ranked):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            made.append((i, j))
    return made
