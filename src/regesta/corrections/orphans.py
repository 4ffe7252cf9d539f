"""Corrections whose passage is gone, as gaps: reported by the check, never put to other words."""

from collections.abc import Iterable

from regesta.corrections.apply import Outcome
from regesta.model.chronology import Findings
from regesta.model.gap import Gap
from regesta.model.ids import stable_id
from regesta.model.text import Span

KIND = "orphaned-correction"


def orphan_gaps(outcomes: Iterable[Outcome], findings: Findings, file: str) -> tuple[Gap, ...]:
    """One a correction, at the head of the source that it was made in (of the first, if that is gone)."""
    heads: dict[str, Span] = {}
    names = {d.id: d.name for d in findings.documents}
    for passage in findings.passages:
        heads.setdefault(names[passage.span.document], passage.span)
    made = []
    for outcome in outcomes:
        anchor = outcome.correction.anchors[0]
        head = heads.get(anchor.document) or next(iter(heads.values()), None)
        if outcome.result == "orphaned" and head is not None:
            message = (
                f'{outcome.correction.id} in {file} ({outcome.correction.action} "{anchor.words}" in '
                f'"{anchor.sentence}"): {outcome.reason}; make it anew where it belongs, or take it back'
            )
            made.append(Gap(stable_id("g", KIND, outcome.correction.id), KIND, message, head))
    return tuple(made)
