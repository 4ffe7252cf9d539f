"""What people have put right, kept in a plain file for ever: anchored by quotation, replayed on every build."""

from regesta.corrections.anchors import anchor_at
from regesta.corrections.apply import Applied, Outcome, apply_corrections
from regesta.corrections.entries import Action, Anchor, Correction, Fields
from regesta.corrections.file import CorrectionsFile, read_corrections
from regesta.corrections.orphans import orphan_gaps
from regesta.corrections.write import add_correction, take_back

__all__ = [
    "Action",
    "Anchor",
    "Applied",
    "Correction",
    "CorrectionsFile",
    "Fields",
    "Outcome",
    "add_correction",
    "anchor_at",
    "apply_corrections",
    "orphan_gaps",
    "read_corrections",
    "take_back",
]
