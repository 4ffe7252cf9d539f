"""Chronologies in SQLite files, one file each: the only room that knows SQL."""

from regesta.store.look_up import Hit, events_between, search, states_on
from regesta.store.read import load
from regesta.store.write import save

__all__ = ["Hit", "events_between", "load", "save", "search", "states_on"]
