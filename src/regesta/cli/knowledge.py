"""regesta knowledge"""

from typing import Annotated

import typer

from regesta.cli.output import Format, FormatOption, count, say, say_json, say_table

app = typer.Typer(name="knowledge", help="The rules a historian edits: word lists, time patterns, verbs, event types.")


@app.callback()
def knowledge() -> None:
    """The rules a historian edits: word lists, time patterns, verbs, event types."""


@app.command("check", short_help="Read all rules and run their examples.")
def check(
    language: Annotated[str | None, typer.Option(help="Only this language; all where not given.")] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Read all rules and run every example they carry; name each that fails, with its file and entry."""
    from regesta.api import check_knowledge

    report = check_knowledge(language)
    if format is Format.json:
        say_json({"examples": report.examples, "failures": list(report.failures)})
    else:
        for failure in report.failures:
            say(failure)
        say(f"{count(report.examples, 'example')}, {count(len(report.failures), 'failure')}")
    if report.failures:
        raise typer.Exit(1)


@app.command("types", short_help="List the types of happenings.")
def types(
    word: Annotated[
        str | None, typer.Argument(metavar="WORD", help="Only those with this word in name or meaning.")
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """List the types of happenings and what each means: what `regesta review --set type=TYPE` takes."""
    from regesta.api import list_types

    listed = list_types(word)
    if format is Format.json:
        say_json(dict(listed))
        return
    say_table(("type", "means"), listed)
