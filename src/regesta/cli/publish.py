"""regesta publish"""

from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json


def publish(
    chronicle: ChronicleArgument,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write.", show_default=False)
    ],
    title: Annotated[str | None, typer.Option(help="Title of the page; the chronicle's name where not given.")] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Write a page that opens without a server: chronology, who held what, the text and its words side by side."""
    from regesta.api import open as open_chronicle
    from regesta.web import publish as publish_page

    opened = open_chronicle(chronicle)
    page = publish_page(opened.chronology, opened.manifest, output, title=title or chronicle.stem)
    if format is Format.json:
        say_json({"page": str(page)})
    else:
        say(str(page))
