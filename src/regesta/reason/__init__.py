"""What follows from the findings: events, their bounds, contradictions, who held what, and gaps. Sees no language."""

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
from regesta.reason.stretches import holders_within
from regesta.reason.transitions import no_place, trace_transitions

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
    "holders_within",
    "no_place",
    "solve",
    "trace_states",
    "trace_transitions",
    "why_dated",
    "why_held",
]
