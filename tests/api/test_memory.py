"""Garbage is looked for seldom while a chronicle is made, and as before when it is done."""

import gc
from contextlib import suppress

import pytest

from regesta.api.memory import collecting_seldom


def test_thresholds_come_back() -> None:
    before = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
    with suppress(KeyError), collecting_seldom():
        raise KeyError
    assert gc.get_threshold() == before


@pytest.mark.parametrize("chosen", [0, 1 << 30])
def test_who_collects_less_or_not_at_all_is_left_alone(chosen: int) -> None:
    before = gc.get_threshold()
    gc.set_threshold(chosen)
    try:
        with collecting_seldom():
            assert gc.get_threshold()[0] == chosen
    finally:
        gc.set_threshold(*before)
