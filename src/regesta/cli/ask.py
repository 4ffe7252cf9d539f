"""regesta ask"""

from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.at import say_answers
from regesta.cli.output import ChronicleArgument, Format, FormatOption, say, say_json, say_wrapped

if TYPE_CHECKING:
    from regesta.api.reply import Reply


def ask(
    question: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION", help='In words: "who held Marseille on 5 November 1870?"', show_default=False
        ),
    ],
    chronicle: ChronicleArgument,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Answer a question in words: who held what and how long, who did it, whether, when, where, in what order.

    A question that is not understood is not guessed at: the forms that are understood are told.
    """
    from regesta.api import open as open_chronicle

    reply = open_chronicle(chronicle).ask(question)
    if format is Format.json:
        say_json(reply.record())
        return
    say_reply(reply)


def say_reply(reply: "Reply") -> None:
    """The answer in one line, then each happening that says so, with its words."""
    if reply.holders is not None:
        say_answers(reply.holders)
        return
    say_wrapped(reply.answer, indent="")
    for finding in reply.findings:
        say()
        if finding.said != reply.answer:
            say_wrapped(finding.said, indent="  ")
        say_wrapped(f"“{finding.entry.words.quote}”", indent="    ")
        say(f"    {finding.entry.words.at}")
        if finding.entry.citations:
            say(f"    cited there: {''.join(f'[{label}]' for label in finding.entry.citations)}")
