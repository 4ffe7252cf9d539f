"""regesta tag"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.build import EncodingOption, LanguageOption
from regesta.cli.output import say, warn


class TagFormat(StrEnum):
    """What is written."""

    json = "json"
    timeml = "timeml"
    text = "text"


def tag(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|FOLDER|-]...", help="Text or Markdown files, folders of them, or - (default)."),
    ] = None,
    format: Annotated[  # noqa: A002 - the name of the option
        TagFormat, typer.Option("--format", help="json: an object a line; timeml: TIMEX3 in the text; text: to read.")
    ] = TagFormat.json,
    language: LanguageOption = "auto",
    document_date: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Day of the text, for one that counts from it; never assumed."),
    ] = None,
    julian: Annotated[
        bool,
        typer.Option("--julian", help="Unmarked days before 15 October 1582 are Julian; else as written."),
    ] = False,
    encoding: EncodingOption = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="A file a document into this folder.")
    ] = None,
) -> None:
    """Find time expressions only: their words, what they mean, first and last day.

    Reads streams of any length. Offsets count Unicode characters of the text as given. A source that cannot be read
    is named and left out (exit code 1; 2 where none can be read).
    """
    from regesta.api.tagging import tag_sources

    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    done = bad = 0
    for one in tag_sources(
        sources or ["-"],
        sys.stdout if output is None else output,
        to=format.value,
        language=language,
        encoding=encoding,
        document_date=document_date,
        julian=julian,
    ):
        done += not one.problem
        bad += bool(one.problem)
        if one.problem:
            warn(one.problem)
        elif output is not None:
            say(one.name)
    if not done:
        raise typer.Exit(2)
    if bad:
        raise typer.Exit(1)
