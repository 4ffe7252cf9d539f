"""regesta eval"""

from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.build import LanguageOption, ModelOption
from regesta.cli.output import Format, FormatOption, count, progress_bar, say, say_json, say_table

if TYPE_CHECKING:
    from regesta.api.claim_scores import ChronicleScores
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


@app.command("claims", short_help="Score the reading of claims, and of who held what on a day.")
def claims(
    gold: Annotated[
        list[str], typer.Argument(metavar="GOLD...", help="Folders with text.txt and gold.json, or folders of them.")
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="Name each claim and answer that is missing, wrong or too much.")
    ] = False,
    language: LanguageOption = "auto",
    model: ModelOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Read texts of which people noted down every claim, and compare: triggers, status, times, participants, holders.

    What each measure means stands in docs/evaluation.md.
    """
    from regesta.api.claim_scores import evaluate_claims

    with progress_bar("scoring") as progress:
        scores = evaluate_claims(gold, language=language, model=model, progress=progress)
    if format is Format.json:
        from regesta.api.claim_errors import error_records

        say_json({**scores.record(), **({"errors": error_records(scores)} if errors else {})})
        return
    if errors:
        from regesta.api.claim_errors import say_errors

        for line in say_errors(scores):
            say(line)
        say()
    _say_claim_scores(scores)


def _say_claim_scores(scores: "ChronicleScores") -> None:
    """A line a text, then all together with precision and recall, then the answers about holders, and the remarks."""
    from regesta.api.claim_scores import count_verdicts

    record = scores.record()
    measures = [name for name, value in record.items() if isinstance(value, dict) and "f1" in value]
    shares = [name for name, value in record.items() if isinstance(value, float)]
    rows = []
    for text in record["texts"]:
        f1s = (f"{100 * text[m]['f1']:.1f}" for m in measures)
        rows.append((text["text"], str(text["trigger"]["gold"]), str(text["trigger"]["told"]), *f1s))
    say_table(("text", "gold", "told", *(f"{m} F1" for m in measures)), rows)
    say()
    parts = ("precision", "recall", "f1")
    rows = [
        (m, *(f"{100 * record[m][p]:.1f}" for p in parts), *(str(record[m][n]) for n in ("gold", "told", "right")))
        for m in measures
    ]
    say_table(("all", "precision", "recall", "F1", "gold", "told", "right"), rows)
    say()
    say_table(("of those found", "right in percent"), [(name, f"{100 * record[name]:.1f}") for name in shares])
    if scores.states:
        verdicts = ", ".join(
            f"{number} {verdict}" for verdict, number in count_verdicts(scores.states).items() if number
        )
        say()
        say(f"who held what: {count(len(scores.states), 'question')}: {verdicts}")
    if scores.findings:
        noted = record["findings"]
        say(f"left open or contradicted: {count(noted['noted'], 'note')}: {noted['found']} remarked on")
