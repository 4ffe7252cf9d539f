"""regesta build"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.output import Format, FormatOption, count, progress_bar, say, say_json, warn
from regesta.errors import ChronicleError

if TYPE_CHECKING:
    from regesta.api import Chronicle

SourcesArgument = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Text or Markdown files, folders of them, or -.")
]
LanguageOption = Annotated[str, typer.Option(help="Language of the sources, such as a code that auto would find.")]
EncodingOption = Annotated[
    str | None, typer.Option(help="Encoding of the sources, such as cp1252; detected where not given.")
]
ModelOption = Annotated[str | None, typer.Option(help="Another spaCy model: a package or a folder.")]


def build(
    sources: SourcesArgument,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="NAME.regesta", help="The chronicle file; named after the source else."),
    ] = None,
    language: LanguageOption = "auto",
    encoding: EncodingOption = None,
    model: ModelOption = None,
    corrections: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Corrections by hand; NAME.corrections.toml beside the chronicle else."),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002 - the name of the option
) -> None:
    """Read sources and write a chronicle: one file that can be asked, checked, exported and published.

    A source that cannot be read is named and left out (exit code 1). The file is written whole or not at all.
    """
    from regesta.api import read
    from regesta.api.chronicle import check_target
    from regesta.api.corrected import find_corrections

    target = output or _named_after(sources)
    check_target(target)
    chosen = find_corrections(sources, target, corrections)
    with progress_bar("reading") as progress:
        chronicle = read(
            *sources, language=language, encoding=encoding, model=model, progress=progress, corrections=chosen
        )
    chronicle.save(target)
    for source in chronicle.manifest.sources:
        if source.skipped:
            warn(f"{source.name}: {source.skipped}")
    _report(chronicle, target, format)
    if any(source.skipped for source in chronicle.manifest.sources):
        raise typer.Exit(1)


def _named_after(sources: list[str]) -> Path:
    if len(sources) != 1:
        raise ChronicleError("several sources are given; name the chronicle they go into with -o NAME.regesta")
    stem = "stdin" if sources[0] == "-" else Path(sources[0]).resolve().stem
    return Path(f"{stem}.regesta")


def _report(chronicle: "Chronicle", target: Path, format: Format) -> None:  # noqa: A002
    findings = chronicle.chronology.findings
    if format is Format.json:
        skipped = [{"name": s.name, "reason": s.skipped} for s in chronicle.manifest.sources if s.skipped]
        counts: dict[str, object] = {
            "documents": len(findings.documents),
            "claims": len(findings.claims),
            "events": len(chronicle.chronology.events),
            "contradictions": len(chronicle.conflicts),
            "gaps": len(chronicle.gaps),
        }
        if chronicle.corrections:
            counts["corrections"] = chronicle.corrections
        say_json({"chronicle": str(target), **counts, "skipped": skipped})
        return
    claims = f"{count(len(findings.claims), 'claim')} of {count(len(chronicle.chronology.events), 'event')}"
    left = f"{count(len(chronicle.conflicts), 'contradiction')}, {count(len(chronicle.gaps), 'gap')}"
    say(f"{target}: {count(len(findings.documents), 'document')}, {claims}, {left}")
    if chronicle.corrections:
        tally = ", ".join(f"{number} {result}" for result, number in chronicle.corrections.items())
        say(f"corrections by hand: {tally}")
