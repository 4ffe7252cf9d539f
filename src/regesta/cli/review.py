"""regesta review"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.build import ModelOption
from regesta.cli.output import ChronicleArgument, Format, FormatOption, count, progress_bar, say, say_json, say_table
from regesta.cli.walk import walk
from regesta.errors import QuestionError

if TYPE_CHECKING:
    from regesta.api.review import Review

_ID = "An id that timeline or show gives, or its beginning."


def review(  # noqa: PLR0913 - each is a field of a correction
    chronicle: ChronicleArgument,
    *,
    listing: Annotated[bool, typer.Option("--list", help="List all corrections and what became of them.")] = False,
    claim: Annotated[str | None, typer.Option(metavar="ID", help=f"The claim to correct. {_ID}")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="The claim is as it was read.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="There is no such claim.")] = False,
    setting: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help='Set type, status, time (a date, or none) or a role: actor="words", actor="words = name"; '
            "role= for nobody. May be repeated.",
        ),
    ] = None,
    merge: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ID ID", help="Two claims tell of one happening.")
    ] = None,
    split: Annotated[str | None, typer.Option(metavar="ID", help="A claim tells of a happening of its own.")] = None,
    add: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words that tell of a happening that was not read.")
    ] = None,
    words: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that name a person or place.")] = None,
    name: Annotated[str | None, typer.Option("--is", metavar="NAME", help="Whom or what --words mean.")] = None,
    kind: Annotated[str | None, typer.Option(help="With --words: person, body, place, ...")] = None,
    everywhere: Annotated[bool, typer.Option("--everywhere", help="With --words: wherever the same is meant.")] = False,
    point: Annotated[
        tuple[float, float] | None, typer.Option(metavar="NORTH EAST", help="With --words: degrees of the place.")
    ] = None,
    within: Annotated[
        str | None, typer.Option("--in", metavar="WORDS", help="With --add or --words: part of the sentence.")
    ] = None,
    undo: Annotated[str | None, typer.Option(metavar="ID", help="Take back a correction that --list gives.")] = None,
    note: Annotated[str, typer.Option(help="Why; kept with the correction.")] = "",
    author: Annotated[str, typer.Option(help="Who says so; kept with the correction.")] = "",
    date: Annotated[str, typer.Option(help="When, as you write it; kept with the correction.")] = "",
    corrections: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The corrections; NAME.corrections.toml beside it else.")
    ] = None,
    later: Annotated[bool, typer.Option("--later", help="Only write it down; the next build applies it.")] = False,
    model: ModelOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Correct a chronicle: walk through what was read, the least sure first, or make one correction by options.

    Corrections are kept in a plain file beside the chronicle and replayed on every build; they win over what is read.
    A correction whose passage has changed or moved is reported as orphaned, and never put to other words.
    """
    from regesta.api.review import Review
    from regesta.api.settings import parse_settings

    opened = Review(chronicle, corrections, note=note, author=author, date=date)
    if listing:
        _list(opened, format)
        return
    settings = parse_settings(setting or [])
    at = partial(_claim_of, claim)
    identify = partial(opened.identify, name=name, kind=kind, everywhere=everywhere, point=point)
    act = _only(
        {
            "--accept": (lambda: opened.accept(at("--accept"))) if accept else None,
            "--reject": (lambda: opened.reject(at("--reject"))) if reject else None,
            "--set": (lambda: opened.edit(at("--set"), settings)) if settings and not add else None,
            "--merge": partial(opened.merge, *merge) if merge else None,
            "--split": partial(opened.split, split) if split else None,
            "--undo": partial(opened.undo, undo) if undo else None,
            "--add": partial(opened.add, add, within or add, settings) if add else None,
            "--words": partial(identify, words, within or words) if words else None,
        }
    )
    if act is None and claim is not None:
        raise QuestionError(f'--claim "{claim}": say what is to be done: --accept, --reject or --set FIELD=VALUE')
    if act is None and format is Format.json:
        raise QuestionError("--format json: name a correction; the walk is for people")
    (act or partial(walk, opened))()
    _finish(opened, undone=undo, later=later, model=model, format=format)


def _only(acts: Mapping[str, Callable[[], object] | None]) -> Callable[[], object] | None:
    """The one thing that is asked for, if any."""
    wanted = {option: act for option, act in acts.items() if act is not None}
    if len(wanted) > 1:
        raise QuestionError(f"{' and '.join(wanted)}: make one correction at a time")
    return next(iter(wanted.values()), None)


def _claim_of(ident: str | None, option: str) -> str:
    if ident is None:
        raise QuestionError(f"{option}: name the claim with --claim ID")
    return ident


def _finish(opened: "Review", *, undone: str | None, later: bool, model: str | None, format: Format) -> None:  # noqa: A002
    """Brings the chronicle up to date, and tells what was done."""
    made = [correction.id for correction in opened.made]
    if (made or undone) and not later:
        with progress_bar("reading again") as progress:
            opened.rebuild(model=model, progress=progress)
    if format is Format.json:
        entries = {e.id: e.record() for e in opened.entries()}
        say_json({"file": str(opened.file), "made": [entries[i] for i in made], "undone": undone})
        return
    for entry in opened.entries():
        if entry.id in made:
            say(f"{entry.id} {entry.action}: {entry.result}{f': {entry.reason}' if entry.reason else ''}")
    if undone:
        say(f"{undone} taken back")
    if made or undone:
        say(str(opened.file))


def _list(opened: "Review", format: Format) -> None:  # noqa: A002
    entries = opened.entries()
    if format is Format.json:
        say_json([entry.record() for entry in entries])
        return
    if not entries:
        say(f"{opened.file}: no corrections")
        return
    columns = ("id", "action", "state", "words", "sentence", "why")
    say_table(columns, [(e.id, e.action, e.result, e.words, _short(e.sentence), e.reason or e.note) for e in entries])
    tally = [f"{n} {r}" for r in dict.fromkeys(e.result for e in entries) if (n := sum(e.result == r for e in entries))]
    say(f"{count(len(entries), 'correction')}: {', '.join(tally)}")


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
