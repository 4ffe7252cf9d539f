"""regesta at"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json, say_wrapped

if TYPE_CHECKING:
    from regesta.api import Answers
    from regesta.model.state import Answer


class Included(StrEnum):
    """What counts beside what is asserted."""

    reported = "reported"


def at(
    date: Annotated[
        str,
        typer.Argument(
            metavar="DATE",
            help='A day, a month or a year: 1870-10-31, "31 October 1870", 1870, -0216-08-02.',
            show_default=False,
        ),
    ],
    chronicle: ChronicleArgument,
    place: Annotated[str | None, typer.Option(help="Who held this place.")] = None,
    office: Annotated[str | None, typer.Option(help="Who held this office.")] = None,
    moment: Annotated[
        Literal["within", "start", "end", "throughout"],
        typer.Option(help="Some time of the day, its first or last moment, or all of it."),
    ] = "within",
    include: Annotated[
        list[Included] | None,
        typer.Option(help="Count what is only reported too; it makes nothing more than possible."),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Say who held what on a day, how surely, and on which words: certain, possible, disputed or unknown.

    For a month, a year or a longer stretch: everybody who held it then, on which days perhaps and on which for sure.
    """
    from regesta.api import open as open_chronicle

    answers = open_chronicle(chronicle).at(
        date, place=place, office=office, moment=moment, include_reported=bool(include)
    )
    if format is Format.json:
        say_json(answers.record())
        return
    say_answers(answers)


def say_answers(answers: "Answers") -> None:
    """The answer as a historian gives it: who, how surely, from when to when, and the words."""
    from regesta.api.questions import say_asked

    say(say_asked(answers))
    if not len(answers):
        say_wrapped(f"unknown: {answers.why}", indent="  ")
    for answer in answers:
        _say_answer(answers, answer)


def _say_answer(answers: "Answers", answer: "Answer") -> None:
    from regesta.api.questions import say_since, say_until

    say()
    held = answer.fluent if answer.key == answer.holder else f"{answer.fluent} {answer.key}"
    say(f"  {answer.certainty}: {answer.holder} ({held})")
    say(f"    {say_since(answer.since)}; {say_until(answer.until)}")
    say_wrapped(answer.why, indent="    ")
    cited = "".join(f"[{label}]" for label in answers.citations(answer))
    for words in answers.words(answer):
        say_wrapped(f"“{words.quote}”", indent="      ")
        say(f"      {words.at}")
    if cited:
        say(f"      cited there: {cited}")
