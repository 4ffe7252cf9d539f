"""How results are printed: JSON for programs, tables for people at a terminal, aligned text for pipes."""

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer


class Format(StrEnum):
    """What a command prints."""

    text = "text"
    json = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="text to read, json for programs.")]
ChronicleArgument = Annotated[
    Path, typer.Argument(metavar="CHRONICLE", help="A chronicle file that regesta build wrote.", show_default=False)
]


_STEERING = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Control characters and overrides of the direction of writing: a source must not steer the terminal."""
_BLANKS = dict.fromkeys(_STEERING, " ")
_ESCAPES = {n: f"\\u{n:04x}" for n in _STEERING if n != ord("\n")}


def say(text: str = "") -> None:
    """A line on standard output."""
    sys.stdout.write(f"{text.translate(_BLANKS)}\n")


def say_json(value: Any) -> None:
    """A JSON value on standard output, indented, its letters unescaped."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2).translate(_ESCAPES) + "\n")


def warn(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"regesta: {text.translate(_BLANKS)}\n")


def say_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table: ruled and folded at a terminal, plain and aligned elsewhere. The first column is never folded."""
    if sys.stdout.isatty():
        _say_ruled(columns, rows)
        return
    lines = [columns, *rows]
    widths = [max(len(_flat(line[i])) for line in lines) for i in range(len(columns))]
    for line in lines:
        say("  ".join(_flat(cell).ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _say_ruled(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True, padding=(0, 2, 0, 0))
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=number == 0)
    for row in rows:
        table.add_row(*(Text(_flat(cell)) for cell in row))
    Console(highlight=False).print(table)


def say_wrapped(text: str, *, indent: str) -> None:
    """Text within the width of the terminal (100 columns elsewhere)."""
    width = min(shutil.get_terminal_size((100, 24)).columns, 110) if sys.stdout.isatty() else 100
    for line in textwrap.wrap(_flat(text), width, initial_indent=indent, subsequent_indent=indent):
        say(line)


def _flat(text: str) -> str:
    """On one line, and without characters that could steer a terminal."""
    return " ".join(text.split()).translate(_BLANKS)


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `12 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar on standard error that is told (source, done, total); None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)

        def step(name: str, done: int, total: int) -> None:
            bar.update(task, description=f"{label} {name}", completed=done, total=total)

        yield step
