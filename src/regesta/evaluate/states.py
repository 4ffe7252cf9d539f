"""Whether answers to "who held what on that day?" are those that the text gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.evaluate.chronicles import StateQuestion
from regesta.rules.scoring import content_words

Verdict = Literal["right", "overclaim", "invented", "timid", "missed", "refused"]
VERDICTS: tuple[Verdict, ...] = ("right", "overclaim", "invented", "timid", "missed", "refused")
"""overclaim: somebody is certain who should not be; invented: somebody is answered where nothing is known;
timid: the right holder is less than certain; missed: the right holder is not answered; refused: no answer at all."""
_CERTAIN = "certain"
_OR = " / "
"""Between the names that a holder goes by."""


@dataclass(frozen=True, slots=True)
class HolderRecord:
    """One holder of an answer, in plain values."""

    holder: str
    certainty: str
    since: tuple[str | None, str | None]
    until: tuple[str | None, str | None]


def judge_state(asked: StateQuestion, answers: Sequence[HolderRecord] | None, empty: frozenset[str]) -> Verdict:
    """The verdict on the answers, None where the question was refused; `empty` are words that tell of no holder."""
    if answers is None:
        return "refused"
    firm = [a for a in answers if a.certainty == _CERTAIN]
    if asked.holder is None:
        return "overclaim" if firm else "invented" if answers else "right"
    wanted = {word for name in asked.holder.split(_OR) for word in content_words(name, empty)}
    hits = [a for a in answers if content_words(a.holder, empty) & wanted]
    if asked.certainty != _CERTAIN:
        return "overclaim" if firm else "right" if hits else "missed"
    if any(a not in hits and not _changes_on(asked.date, a) for a in firm):
        return "overclaim"
    return "right" if any(a in firm for a in hits) else "timid" if hits else "missed"


def _changes_on(date: str, answer: HolderRecord) -> bool:
    """Whether the holding begins or ends on that very day, so that two may hold it."""
    return (date, date) in (answer.since, answer.until)
