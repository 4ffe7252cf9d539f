"""regesta serve"""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.build import ModelOption
from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json, warn
from regesta.cli.publish import BasemapOption

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(  # noqa: PLR0913 - each is an option
    chronicle: ChronicleArgument,
    *,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="8711 where not given, or any free one; 0 for any.")
    ] = None,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = LOOPBACK[0],
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show only; take no corrections.")] = False,
    corrections: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The corrections; NAME.corrections.toml beside it else.")
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the sources lie, to read them again when they change; beside it else."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the page; the chronicle's name where not given.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the page's own words; the reader can change it.")
    ] = None,
    basemap: BasemapOption = None,
    model: ModelOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Show a chronicle in the browser, with review, and answer programs over HTTP (/api/openapi.json says how).

    Listens on this machine only unless told otherwise. Whoever has the address with its token may make corrections.
    """
    from regesta.server import Desk, Rights, listen, run
    from regesta.web import Look, check_language, read_geojson

    own = read_geojson(basemap) if basemap is not None else None
    look = Look(language=check_language(language), basemap=own)
    desk = Desk(chronicle, corrections, folder=sources, title=title, look=look, model=model, read_only=read_only)
    gc.freeze()  # the chronicle stays: no use in going through it whenever garbage is looked for
    listening = listen(host, port)
    rights = Rights(host=host, read_only=read_only)
    address = listening.address if read_only else f"{listening.address}#token={rights.token}"
    if host not in LOOPBACK:
        warn(f"{host}: whoever reaches this machine can read the chronicle; only the token guards its corrections")
    if format is Format.json:
        api = f"{listening.address}api/"
        say_json({"page": address, "api": api, "token": None if read_only else rights.token})
    else:
        say(address)
        say("end with Ctrl+C")
    sys.stdout.flush()
    if not no_open:
        typer.launch(address)
    run(desk, rights, listening)
