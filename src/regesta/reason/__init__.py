"""What follows from the findings: events, their bounds, contradictions, who held what, and gaps. Sees no language."""

from collections.abc import Callable

from regesta.model.chronology import Chronology, Findings
from regesta.reason.answers import holders_on
from regesta.reason.chains import Chain, Step, why_dated, why_held
from regesta.reason.conflicts import solve
from regesta.reason.constraints import constrain
from regesta.reason.contradictions import find_conflicts
from regesta.reason.dating import date_events
from regesta.reason.fluents import Held, Timeline
from regesta.reason.gaps import find_gaps
from regesta.reason.grouping import group_claims
from regesta.reason.spells import trace_states
from regesta.reason.statements import Before, Contradiction, Network, On
from regesta.reason.transitions import no_place, trace_transitions
from regesta.rules.event_types import EventTypes

__all__ = [
    "Before",
    "Chain",
    "Contradiction",
    "Held",
    "Network",
    "On",
    "Step",
    "Timeline",
    "constrain",
    "date_events",
    "find_conflicts",
    "find_gaps",
    "group_claims",
    "holders_on",
    "reason_about",
    "solve",
    "trace_states",
    "trace_transitions",
    "why_dated",
    "why_held",
]


def reason_about(
    findings: Findings, event_types: EventTypes, known_place: Callable[[str], bool] = no_place
) -> Chronology:
    """The whole chain, in its one order; `known_place` says whether a gazetteer knows a name."""
    events = group_claims(findings)
    transitions = trace_transitions(findings, events, event_types, known_place)
    constraints = constrain(findings, events, transitions)
    solved = solve(constraints)
    conflicts = find_conflicts(findings, events, constraints, solved, transitions, event_types)
    dates = date_events(events, solved, conflicts)
    states = trace_states(findings, events, transitions, solved, conflicts)
    gaps = find_gaps(findings, events, dates, event_types)
    return Chronology(findings, events, dates, conflicts, transitions, states, gaps)
