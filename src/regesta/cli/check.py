"""regesta check"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.build import EncodingOption, LanguageOption, ModelOption
from regesta.cli.output import count, progress_bar, say, say_json, warn

if TYPE_CHECKING:
    from regesta.api import Chronicle, Remark


class CheckFormat(StrEnum):
    """What the check prints."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


def check(
    sources: Annotated[
        list[str], typer.Argument(metavar="CHRONICLE|SOURCE...", help="Chronicles, or sources to be read first.")
    ],
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 on gaps too.")] = False,
    language: LanguageOption = "auto",
    encoding: EncodingOption = None,
    model: ModelOption = None,
    format: Annotated[  # noqa: A002
        CheckFormat,
        typer.Option("--format", help="text to read, json for programs, sarif for editors, github for workflows."),
    ] = CheckFormat.text,
) -> None:
    """Report contradictions and gaps like a linter: file:line:column: code kind: message.

    Exits with 1 where sources contradict each other or themselves; with --strict where anything is left open too.
    """
    chronicles = _open_all(sources, language, encoding, model)
    remarks = [remark for chronicle in chronicles for remark in chronicle.remarks]
    skipped = [s for chronicle in chronicles for s in chronicle.manifest.sources if s.skipped]
    for source in skipped:
        warn(f"{source.name}: {source.skipped}")
    if format is CheckFormat.json:
        say_json([remark.record() for remark in remarks])
    elif format is CheckFormat.sarif:
        from regesta.api.sarif import sarif_log

        say_json(sarif_log(remarks))
    elif format is CheckFormat.github:
        from regesta.api.github import annotations

        for line in annotations(remarks):
            say(line)
    else:
        say_remarks(remarks)
    if skipped or any(remark.contradicts or strict for remark in remarks):
        raise typer.Exit(1)


def _open_all(sources: Sequence[str], language: str, encoding: str | None, model: str | None) -> "Iterable[Chronicle]":
    """The chronicles among what was given, and one of all that are sources."""
    from regesta.api import open as open_chronicle
    from regesta.api import read
    from regesta.api.chronicle import looks_like_chronicle

    files = [s for s in sources if looks_like_chronicle(Path(s))]
    texts = [s for s in sources if s not in files]
    chronicles = [open_chronicle(f) for f in files]
    if texts:
        with progress_bar("reading") as progress:
            chronicles.append(read(*texts, language=language, encoding=encoding, model=model, progress=progress))
    return chronicles


def say_remarks(remarks: "Sequence[Remark]") -> None:
    """One line each, then how many."""
    for remark in remarks:
        say(f"{remark.words.at}: {remark.code} {remark.kind}: {remark.message}")
        for words in remark.related if remark.contradicts else ():
            say(f"    {words.at}: “{' '.join(words.quote.split())}”")
    contradictions = sum(r.contradicts for r in remarks)
    say(f"{count(contradictions, 'contradiction')}, {count(len(remarks) - contradictions, 'gap')}")
