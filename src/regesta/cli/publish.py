"""regesta publish"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json


class Theme(StrEnum):
    """What the page looks like before the reader chooses."""

    auto = "auto"
    light = "light"
    dark = "dark"


BasemapOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.geojson",
        help="Your own shapes under the places, such as borders; `from` and `to` keep one to its days.",
    ),
]


def publish(
    chronicle: ChronicleArgument,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="DIR", help="The folder to write; with --single, the file.", show_default=False
        ),
    ],
    title: Annotated[str | None, typer.Option(help="Title of the page; the chronicle's name where not given.")] = None,
    single: Annotated[bool, typer.Option("--single", help="One file instead of a folder.")] = False,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the page's own words; the reader can change it.")
    ] = None,
    theme: Annotated[
        Theme, typer.Option(help="Light or dark from the start, or as the reader's system is.")
    ] = Theme.auto,
    basemap: BasemapOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Write a page that opens without a server: chronology, who held what, the text and its words side by side."""
    from regesta.api import open as open_chronicle
    from regesta.web import Look, check_language, read_geojson
    from regesta.web import publish as publish_page

    own = read_geojson(basemap) if basemap is not None else None
    look = Look(language=check_language(language), theme=theme.value, basemap=own)
    opened = open_chronicle(chronicle)
    page = publish_page(
        opened.chronology, opened.manifest, output, title=title or chronicle.stem, single=single, look=look
    )
    if format is Format.json:
        say_json({"page": str(page)})
    else:
        say(str(page))
