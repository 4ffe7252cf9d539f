"""How well the times of gold corpora are read."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from regesta.api.tagging import AUTO, tag
from regesta.errors import QuestionError, SourceError
from regesta.evaluate import Counts, Gold, GoldDocument, Tag, add_up, count_document, find_corpora

MEASURES = ("strict", "overlapping", "value", "strict_value")


@dataclass(frozen=True, slots=True)
class CorpusScores:
    """The counts of each document of a corpus, and of all together."""

    corpus: str
    documents: tuple[tuple[str, Counts], ...]
    total: Counts
    typed: bool

    def record(self) -> dict[str, Any]:
        """Plain values, shares from 0 to 1."""
        documents = [{"document": name, **self._record(counts)} for name, counts in self.documents]
        return {"corpus": self.corpus, **self._record(self.total), "documents": documents}

    def _record(self, counts: Counts) -> dict[str, Any]:
        measures = (*MEASURES, "type") if self.typed else MEASURES
        scores = {measure: asdict(counts.scores(measure)) for measure in measures}
        return {"counts": asdict(counts), **scores, "value_accuracy": counts.value_accuracy}


def evaluate_times(
    corpora: Sequence[str | Path],
    *,
    language: str = AUTO,
    fold: bool = False,
    document_dates: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[CorpusScores, ...]:
    """Tags the documents of each corpus and compares; SourceError where a corpus cannot be read.

    `fold` lets values that differ in notation only be equal; `document_dates` gives the tagger the dates of the corpus.
    """
    return tuple(
        _evaluate(gold, language, progress, fold=fold, document_dates=document_dates) for gold in find_corpora(corpora)
    )


def _evaluate(
    gold: Gold,
    language: str,
    progress: Callable[[str, int, int], None] | None,
    *,
    fold: bool,
    document_dates: bool,
) -> CorpusScores:
    made = []
    for number, document in enumerate(gold.documents, 1):
        system = _system(document, language, document_dates=document_dates)
        made.append((document.name, count_document(document.tags, system, fold=fold)))
        if progress is not None:
            progress(document.name, number, len(gold.documents))
    return CorpusScores(gold.name, tuple(made), add_up(counts for _, counts in made), gold.typed)


def _system(document: GoldDocument, language: str, *, document_dates: bool) -> list[Tag]:
    date = document.date[:10] if document_dates and document.date else None
    try:
        times = tag(document.text, language=language, document_date=date)
    except QuestionError as error:
        raise SourceError(f"{document.name}: the date of the document in the corpus: {error}") from None
    return [Tag(time.start, time.end, time.value, time.type) for time in times]
