"""Garbage is looked for seldom while a chronicle is made, and as before when it is done."""

import gc
from contextlib import suppress

import pytest

from builders import Story
from regesta.api.memory import collecting_nothing, collecting_seldom
from regesta.pipeline import reason
from regesta.rules.load import load_rules


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


@pytest.mark.parametrize("on", [True, False])
def test_who_collects_nothing_finds_it_as_it_was(on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        with suppress(KeyError), collecting_nothing():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


def test_what_follows_from_claims_makes_no_circles() -> None:
    story = Story("Otto Lund seized Ulm on 4 March 1871.\nHe lost it on 9 March 1871.\n")
    story.entity("person", "Otto Lund")
    story.entity("place", "Ulm")
    taken = story.claim("seized", "seize", time="1871-03-04", actor="Otto Lund", target="Ulm")
    lost = story.claim("lost", "lose", time="1871-03-09", actor="He=Otto Lund", target="it=Ulm")
    story.link(lost, taken)
    findings, rules = story.findings(), load_rules("en")
    assert reason(findings, rules).conflicts
    gc.collect()
    with collecting_nothing():
        made = reason(findings, rules)
        assert gc.collect() == 0
    assert made.states
