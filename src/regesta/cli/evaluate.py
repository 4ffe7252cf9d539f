"""regesta eval"""

from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.build import LanguageOption
from regesta.cli.output import Format, FormatOption, count, progress_bar, say, say_json, say_table

if TYPE_CHECKING:
    from regesta.api.evaluation import CorpusScores

app = typer.Typer(name="eval", help="Scores against gold data.")


@app.callback()
def evaluate() -> None:
    """Scores against gold data: what people found in texts, and what regesta finds."""


@app.command("times", short_help="Score the reading of time expressions.")
def times(
    corpora: Annotated[
        list[str], typer.Argument(metavar="CORPUS...", help="JSON lines such as WikiWars, or TimeML files or folders.")
    ],
    fold: Annotated[bool, typer.Option("--fold", help="Values that differ in notation only are equal.")] = False,
    document_dates: Annotated[
        bool, typer.Option("--document-dates", help="Give each text the date that the corpus says it is of.")
    ] = False,
    language: LanguageOption = "auto",
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Tag the texts of a corpus and compare: spans strictly and by overlap, spans with their values, in percent."""
    from regesta.api.evaluation import evaluate_times

    with progress_bar("scoring") as progress:
        scores = evaluate_times(corpora, language=language, fold=fold, document_dates=document_dates, progress=progress)
    if format is Format.json:
        say_json([one.record() for one in scores])
        return
    for one in scores:
        _say_scores(one)


def _say_scores(scores: "CorpusScores") -> None:
    """A line a document, then all together with precision and recall."""
    say(f"{scores.corpus}: {count(len(scores.documents), 'document')}, {count(scores.total.gold, 'expression')}")
    columns = ("document", "gold", "found", "strict F1", "overlapping F1", "span + value F1")
    rows = []
    for name, counts in scores.documents:
        f1s = (f"{100 * counts.scores(m).f1:.1f}" for m in ("strict", "overlapping", "value"))
        rows.append((name, str(counts.gold), str(counts.system), *f1s))
    say_table(columns, rows)
    say()
    labels = {
        "strict": "strict span",
        "overlapping": "overlapping span",
        "value": "span + value",
        "strict_value": "strict span + value",
        **({"type": "span + type"} if scores.typed else {}),
    }
    rows = []
    for measure, label in labels.items():
        one = scores.total.scores(measure)
        rows.append((label, *(f"{100 * n:.1f}" for n in (one.precision, one.recall, one.f1))))
    say_table(("all", "precision", "recall", "F1"), rows)
