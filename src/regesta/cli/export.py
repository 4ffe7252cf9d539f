"""regesta export"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json


def export(
    chronicle: ChronicleArgument,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="jsonl, csv or markdown.", show_default=False)],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Standard output where not given.")
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Write a chronicle for other programs: jsonl (one claim a line), csv (one row a claim) or markdown (to read)."""
    from regesta.api import open as open_chronicle

    opened = open_chronicle(chronicle)
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        opened.export(to, sys.stdout)
        return
    opened.export(to, output)
    if format is Format.json:
        say_json({"file": str(output), "to": to, "claims": len(opened.chronology.findings.claims)})
    else:
        say(str(output))
