"""regesta timeline"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json, say_table

if TYPE_CHECKING:
    from regesta.api import Chronicle, Entry

_COLUMNS = ("id", "date", "what", "who", "whom or what", "where", "source")


def timeline(
    chronicle: ChronicleArgument,
    place: Annotated[str | None, typer.Option(help="Only what happened there.")] = None,
    who: Annotated[str | None, typer.Option(help="Only what this person or body took part in.")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="What may fall on or after it.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="What may fall on or before it.")] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(metavar="STATUS", help="asserted, planned, denied, reported or possible; may be repeated."),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Print the chronology in order of time, what has no date last."""
    from regesta.api import open as open_chronicle

    opened = open_chronicle(chronicle)
    entries = opened.events(place=place, who=who, after=start, before=end, status=status)
    if format is Format.json:
        say_json([entry.record() for entry in entries])
        return
    if not entries:
        say(_nothing(opened, [name for name in (place, who) if name]))
        return
    say_entries(entries, opened)


def _nothing(chronicle: "Chronicle", names: "Sequence[str]") -> str:
    """Why there is nothing to print, and whom the user may have meant."""
    from regesta.api.views import near_name

    if not chronicle.chronology.events:
        return "the sources tell of nothing that regesta finds"
    return "nothing in the chronicle answers to that" + "".join(near_name(name, chronicle.lookup) for name in names)


def say_entries(entries: "Sequence[Entry]", chronicle: "Chronicle") -> None:
    """The chronology as a table; dates, words and status as they are said."""
    say_table(_COLUMNS, [_row(e, chronicle) for e in entries])


def _row(entry: "Entry", chronicle: "Chronicle") -> tuple[str, ...]:
    status = "" if entry.status == "asserted" else f" ({entry.status})"
    disputed = " (disputed)" if entry.disputed else ""
    cited = "".join(f"[{label}]" for label in entry.citations)
    return (
        chronicle.short_id(entry.id),
        entry.date + disputed,
        entry.what + status,
        ", ".join(entry.who),
        ", ".join(entry.to),
        ", ".join(entry.where),
        f"{entry.words.document}:{entry.words.line} {cited}".strip(),
    )
