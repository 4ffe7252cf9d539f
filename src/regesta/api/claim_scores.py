"""How well gold chronicles are read: their claims, and who held what on a day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from regesta.api.chronicle import Chronicle
from regesta.api.reading import AUTO, read
from regesta.errors import QuestionError
from regesta.evaluate import (
    MEASURES,
    ROLES,
    SHARES,
    VERDICTS,
    ClaimCounts,
    ClaimRecord,
    Finding,
    GoldChronicle,
    HolderRecord,
    RemarkRecord,
    StateQuestion,
    Verdict,
    add_up_claims,
    count_claims,
    find_chronicles,
    is_found,
    judge_state,
)
from regesta.export.jsonl import records
from regesta.rules.load import load_rules
from regesta.rules.scoring import ScoringWords


@dataclass(frozen=True, slots=True)
class JudgedState:
    """A question of who held what on a day, what was answered (None: refused), and the verdict."""

    asked: StateQuestion
    answers: tuple[HolderRecord, ...] | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """What people noted that a text leaves open or contradicts, and whether it was remarked on."""

    wanted: Finding
    found: bool


@dataclass(frozen=True, slots=True)
class TextScores:
    """How one text was read."""

    name: str
    counts: ClaimCounts
    states: tuple[JudgedState, ...]
    findings: tuple[JudgedFinding, ...]

    def record(self) -> dict[str, Any]:
        """Plain values, shares from 0 to 1."""
        return {"text": self.name, **_record(self.counts, self.states, self.findings)}


@dataclass(frozen=True, slots=True)
class ChronicleScores:
    """How gold chronicles were read: each text, and all together (micro average)."""

    texts: tuple[TextScores, ...]

    @property
    def total(self) -> ClaimCounts:
        """The counts of all texts together."""
        return add_up_claims(text.counts for text in self.texts)

    @property
    def states(self) -> tuple[JudgedState, ...]:
        """The questions of all texts."""
        return tuple(state for text in self.texts for state in text.states)

    @property
    def findings(self) -> tuple[JudgedFinding, ...]:
        """What people noted in all texts."""
        return tuple(finding for text in self.texts for finding in text.findings)

    def record(self) -> dict[str, Any]:
        """Plain values, shares from 0 to 1."""
        return {**_record(self.total, self.states, self.findings), "texts": [text.record() for text in self.texts]}


def evaluate_claims(
    chronicles: Sequence[str | Path],
    *,
    language: str = AUTO,
    model: str | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> ChronicleScores:
    """Reads the text of each gold chronicle and compares; SourceError where one cannot be read."""
    given = list(find_chronicles(chronicles))
    made = []
    for number, gold in enumerate(given, 1):
        made.append(_evaluate(gold, language, model))
        if progress is not None:
            progress(gold.name, number, len(given))
    return ChronicleScores(tuple(made))


def count_verdicts(states: Sequence[JudgedState]) -> dict[Verdict, int]:
    """How many questions had each verdict, those that none had included."""
    return {verdict: sum(state.verdict == verdict for state in states) for verdict in VERDICTS}


def _record(counts: ClaimCounts, states: Sequence[JudgedState], findings: Sequence[JudgedFinding]) -> dict[str, Any]:
    measures = {m: {**asdict(counts.tallies[m].scores()), **asdict(counts.tallies[m])} for m in MEASURES}
    shares = {name: counts.share(name) for name in SHARES}
    verdicts = count_verdicts(states)
    right = verdicts["right"] / len(states) if states else 0.0
    noted = {"noted": len(findings), "found": sum(f.found for f in findings)}
    return {**measures, **shares, "states": {"share": right, "asked": len(states), **verdicts}, "findings": noted}


def _evaluate(gold: GoldChronicle, language: str, model: str | None) -> TextScores:
    chronicle = read(gold.path, language=language, model=model)
    words = load_rules(chronicle.chronology.findings.documents[0].language).scoring
    counts = count_claims(gold.claims, _claims(chronicle), words.participants)
    states = tuple(_ask(chronicle, asked, words) for asked in gold.states)
    return TextScores(gold.name, counts, states, tuple(_remarked(chronicle, gold)))


def _remarked(chronicle: Chronicle, gold: GoldChronicle) -> Iterator[JudgedFinding]:
    text = chronicle.chronology.findings.documents[0].text
    told = [RemarkRecord(r.kind, tuple((w.start, w.end) for w in (r.words, *r.related))) for r in chronicle.remarks]
    return (JudgedFinding(wanted, is_found(wanted, told, text)) for wanted in gold.findings)


def _claims(chronicle: Chronicle) -> list[ClaimRecord]:
    """What the chronicle tells, as `regesta export --to jsonl` gives it."""
    return [
        ClaimRecord(
            told["trigger"]["text"],
            ((told["trigger"]["start"], told["trigger"]["end"]),),
            (told["type"],),
            told["status"],
            {role: tuple(filler["text"] for filler in told[role]) for role in ROLES},
            (told["time"]["earliest"], told["time"]["latest"]),
            told["id"],
        )
        for told in records(chronicle.chronology)
    ]


def _ask(chronicle: Chronicle, asked: StateQuestion, words: ScoringWords) -> JudgedState:
    answers: tuple[HolderRecord, ...] | None
    try:
        given = chronicle.at(asked.date, place=asked.place, office=asked.office).answers
        answers = tuple(HolderRecord(a.holder, a.certainty, a.since.iso(), a.until.iso()) for a in given)
    except QuestionError:
        answers = None
    return JudgedState(asked, answers, judge_state(asked, answers, words.holders))
