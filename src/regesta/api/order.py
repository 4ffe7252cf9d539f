"""Which of two happenings came first, as far as their days and the order that the text tells say so."""

from collections import defaultdict

from regesta.model.ids import Id
from regesta.model.lookup import Lookup


def came_first(a: Id, b: Id, lookup: Lookup) -> Id | None:
    """The event that came first; None where the sources do not say, or contradict each other."""
    before = _is_before(a, b, lookup)
    after = _is_before(b, a, lookup)
    if a == b or before == after:
        return None
    return a if before else b


def _is_before(a: Id, b: Id, lookup: Lookup) -> bool:
    first, second = lookup.event_bounds(lookup.events[a]), lookup.event_bounds(lookup.events[b])
    if first.latest is not None and second.earliest is not None and first.latest < second.earliest:
        return True
    return b in _followers(a, lookup)


def _followers(event: Id, lookup: Lookup) -> set[Id]:
    """All that the text puts after an event, over any number of steps of which each is strict."""
    later: dict[Id, set[Id]] = defaultdict(set)
    for link in lookup.chronology.findings.links:
        one, other = lookup.event_of.get(link.earlier), lookup.event_of.get(link.later)
        if one is not None and other is not None and (link.strict or link.min_days > 0):
            later[one.id].add(other.id)
    found: set[Id] = set()
    todo = [event]
    while todo:
        for other_id in later[todo.pop()] - found:
            found.add(other_id)
            todo.append(other_id)
    return found
