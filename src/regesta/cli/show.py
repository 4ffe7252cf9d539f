"""regesta show"""

from typing import Annotated

import typer

from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json


def show(
    ident: Annotated[
        str,
        typer.Argument(metavar="ID", help="An id that timeline or check gives, or its beginning.", show_default=False),
    ],
    chronicle: ChronicleArgument,
    why: Annotated[bool, typer.Option("--why", help="Add the chain of statements behind each day.")] = False,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Show one claim, event, holding, contradiction or gap: its words, its time, how each was worked out."""
    from regesta.api import open as open_chronicle

    shown = open_chronicle(chronicle).show(ident, why=why)
    if format is Format.json:
        say_json(shown.record)
        return
    say(f"{shown.kind} {shown.id}")
    width = max(len(label) for label, _ in shown.facts)
    for label, fact in shown.facts:
        say(f"  {label.ljust(width)}  {fact}")
