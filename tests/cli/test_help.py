"""Help texts: there for every command and option, and plain."""

from typing import Any

import pytest
import typer.main

from regesta.cli.app import app

ROOT = typer.main.get_command(app)


def commands() -> list[tuple[list[str], Any]]:
    """Every command with the words that call it."""
    found: list[tuple[list[str], Any]] = []

    def walk(path: list[str], command: Any) -> None:
        found.append((path, command))
        for name, child in getattr(command, "commands", {}).items():
            walk([*path, name], child)

    walk([], ROOT)
    return found


COMMANDS = commands()
NAMES = [" ".join(path) or "regesta" for path, _ in COMMANDS]


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=NAMES)
def test_every_command_and_option_has_help(path: list[str], command: Any, cli: Any) -> None:
    ran = cli(*path, "--help")
    assert ran.code == 0
    assert ran.out.startswith(" ".join(["Usage: regesta", *path]))
    assert all(len(line) <= 100 for line in ran.out.splitlines())
    for option in command.params:
        assert getattr(option, "help", None), option.name


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=NAMES)
def test_the_list_of_commands_cuts_nothing_off(path: list[str], command: Any, cli: Any) -> None:
    listed = cli(*path, "--help").out.partition("Commands:")[2]
    assert "..." not in listed


def test_every_command_that_prints_has_a_format() -> None:
    for path, command in COMMANDS:
        if path and not getattr(command, "commands", None):
            assert "format" in {p.name for p in command.params}, path


def test_the_version(cli: Any) -> None:
    import regesta

    assert cli("--version").out == f"regesta {regesta.__version__}\n"


def test_no_arguments_at_all_show_the_help(cli: Any) -> None:
    ran = cli()
    assert (ran.code, ran.out) == (0, cli("--help").out)


@pytest.mark.parametrize(
    "arguments", [["publish", "x.regesta"], ["timeline", "x.regesta", "--nonsense"], ["eval", "x"]]
)
def test_a_wrong_use_leads_to_the_help_of_that_command(arguments: list[str], cli: Any) -> None:
    ran = cli(*arguments)
    assert ran.code == 2
    assert ran.err.rstrip().endswith(f"see regesta {arguments[0]} --help")
