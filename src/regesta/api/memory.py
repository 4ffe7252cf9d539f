"""How often Python looks for garbage while a chronicle is made: what is read is kept, and seldom goes in circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_VALUES = 100_000
"""After so many new values circles are looked for; with Python's own 700 a fifteenth of a build goes into it."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Circles of garbage are looked for seldom meanwhile, but still are: a corpus may be long."""
    before = gc.get_threshold()
    if 0 < before[0] < _NEW_VALUES:
        gc.set_threshold(_NEW_VALUES, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Circles of garbage are not looked for meanwhile: for what makes none, and ends with what it was given."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
