"""The command line: one file a command, no logic."""

from regesta.cli.app import run

__all__ = ["run"]
