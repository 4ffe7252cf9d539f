"""The commands under one name, and what happens to errors: one line on standard error and an exit code."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Annotated

import typer
from typer.main import get_command

from regesta import __version__
from regesta.cli import (
    ask,
    at,
    build,
    check,
    demo,
    evaluate,
    export,
    knowledge,
    publish,
    review,
    serve,
    show,
    tag,
    timeline,
)
from regesta.cli.output import warn
from regesta.errors import RegestaError
from regesta.rules import OWN_KNOWLEDGE

OK, BAD_USE, INTERRUPTED, BROKEN_PIPE = 0, 2, 130, 141

DEBUG = "REGESTA_DEBUG"
"""Environment variable: where it is set, errors that nobody foresaw are shown in full."""

app = typer.Typer(
    name="regesta",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"regesta {__version__}")
        raise typer.Exit


@app.callback()
def regesta(
    version: Annotated[  # noqa: ARG001 - answered before this runs
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
    own: Annotated[
        str | None, typer.Option("--knowledge", metavar="DIR", help="Your own words and rules, laid over regesta's.")
    ] = None,
) -> None:
    """Read prose about the past and get a chronology that can be checked: who did what, where, when, how firmly
    it is said, on which words, on whose citation; and who held power in which place on which day.

    Start with: regesta demo

    Exit codes: 0 fine; 1 findings (contradictions, or sources left out); 2 bad use or unreadable input.
    """
    if own is not None:
        os.environ[OWN_KNOWLEDGE] = own


app.command(short_help="Read sources and write a chronicle.")(build.build)
app.command(short_help="Print the chronology.")(timeline.timeline)
app.command(short_help="Say who held what on a day, how surely, on which words.")(at.at)
app.command(short_help="Answer a question in words.")(ask.ask)
app.command(short_help="Show one claim or event and how it was worked out.")(show.show)
app.command(short_help="Report contradictions and gaps like a linter.")(check.check)
app.command(short_help="Correct what was read; corrections last.")(review.review)
app.command(short_help="Write a chronicle for other programs.")(export.export)
app.command(short_help="Write a page that opens without a server.")(publish.publish)
app.command(short_help="Show it in a browser, with review; answer over HTTP.")(serve.serve)
app.command(short_help="Find time expressions only: JSON lines or TimeML.")(tag.tag)
app.command(short_help="Run everything on the example that ships with regesta.")(demo.demo)
app.add_typer(evaluate.app, short_help="Score against gold data.")
app.add_typer(knowledge.app, short_help="Check the rules that a historian edits.")


def _with_early_years(arguments: Sequence[str]) -> list[str]:
    """The arguments with a minus sign before years before 0: a hyphen would make an option of `-0216-08-02`."""
    return [f"\N{MINUS SIGN}{a[1:]}" if a[:1] == "-" and a[1:5].isdecimal() else a for a in arguments]


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code; an error that is ours is one line on standard error."""
    with _kept_environment():
        return _run(arguments)


@contextmanager
def _kept_environment() -> Iterator[None]:
    """What a command sets for itself and its workers does not outlast it."""
    before = os.environ.get(OWN_KNOWLEDGE)
    try:
        yield
    finally:
        os.environ.pop(OWN_KNOWLEDGE, None)
        if before is not None:
            os.environ[OWN_KNOWLEDGE] = before


def _run(arguments: Sequence[str]) -> int:
    command = get_command(app)
    try:
        # Not `command.main`, which answers an interrupt and a closed pipe in its own way.
        with command.make_context("regesta", _with_early_years(arguments or ["--help"])) as context:
            command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as end:
        return end.exit_code
    except RegestaError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:
        _drop_output()
        return _fail(f"{error.filename or 'system'}: {error.strerror or error}; nothing was written")
    except Exception as error:
        message = getattr(error, "format_message", None)  # typer's own errors: bad options and arguments
        if message is not None:
            at = getattr(getattr(error, "ctx", None), "command_path", "regesta")
            return _fail(f"{' '.join(message().split()).rstrip('.')}; see {at} --help")
        if os.environ.get(DEBUG):
            raise
        return _fail(_mistake(error))
    return OK


def _drop_output() -> None:
    """What could not be written is not tried again when the interpreter ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _mistake(error: Exception) -> str:
    """One line for an error that nobody foresaw: what, where in the program, what to do."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_qualname}, line {trace.tb_lineno}" if trace is not None else "?"
    said = " ".join(str(error).split())
    return f"a mistake of ours: {type(error).__name__} in {place}: {said}; report it, with what {DEBUG}=1 shows"


def _fail(message: str, code: int = BAD_USE) -> int:
    for line in message.splitlines():
        warn(line)
    return code
