"""How well regesta reads: gold corpora and gold chronicles, and the measures of the field over them."""

from regesta.evaluate.chronicles import ROLES, ClaimRecord, GoldChronicle, StateQuestion, find_chronicles
from regesta.evaluate.claims import (
    MEASURES,
    SHARES,
    ClaimCounts,
    Difference,
    Tally,
    add_up_claims,
    count_claims,
)
from regesta.evaluate.corpora import Gold, GoldDocument, find_corpora
from regesta.evaluate.findings import Finding, RemarkRecord, is_found
from regesta.evaluate.measures import Counts, Tag, add_up, count_document
from regesta.evaluate.states import VERDICTS, HolderRecord, Verdict, judge_state

__all__ = [
    "MEASURES",
    "ROLES",
    "SHARES",
    "VERDICTS",
    "ClaimCounts",
    "ClaimRecord",
    "Counts",
    "Difference",
    "Finding",
    "Gold",
    "GoldChronicle",
    "GoldDocument",
    "HolderRecord",
    "RemarkRecord",
    "StateQuestion",
    "Tag",
    "Tally",
    "Verdict",
    "add_up",
    "add_up_claims",
    "count_claims",
    "count_document",
    "find_chronicles",
    "find_corpora",
    "is_found",
    "judge_state",
]
