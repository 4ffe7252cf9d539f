"""A chronicle file, and the command line without a new process."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import regesta
from regesta.cli import run
from two_cities import MANIFEST, two_cities


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: exit code, standard output, standard error."""

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(a) for a in arguments])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chronicle of the two cities."""
    path = tmp_path_factory.mktemp("chronicle") / "two.regesta"
    regesta.Chronicle(two_cities(), MANIFEST).save(path)
    return path
