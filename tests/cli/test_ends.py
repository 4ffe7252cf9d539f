"""How commands end when something is wrong: one line on standard error that says what to do, and the exit code."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from regesta.cli import app as cli_app

REGESTA = [sys.executable, "-m", "regesta"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["at"], "Missing argument 'DATE'"),
        (["timeline", "--nope", "x"], "No such option: --nope"),
        (["timeline", "missing.regesta"], "missing.regesta: no such file"),
        (["check", "missing.txt"], "missing.txt"),
        (["build", "missing.txt"], "missing.txt"),
        (["build", "a.txt", "b.txt"], "-o NAME.regesta"),
        (["build", "a.txt", "-o", "no/such/folder/x.regesta"], "does not exist"),
        (["build", "a.txt", "-o", "."], "folder"),
        (["export", "{two}", "--to", "jsnol"], 'did you mean "jsonl"'),
        (["show", "e-nothing", "{two}"], "no such id"),
        (["at", "someday", "{two}"], 'cannot read "someday" as a date'),
        (["at", "../1848-03", "{two}"], "it has no beginning"),
        (["timeline", "{two}", "--status", "sure"], "asserted, planned"),
        (["at", "1848-03-22", "{two}", "--moment", "noon"], "'within', 'start', 'end'"),
        (["publish", "{two}"], "Missing option '-o'"),
        (["knowledge", "check", "--language", "tlh"], "no knowledge folder"),
    ],
)
def test_bad_use_is_one_line_and_2(
    cli: Any, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli(*(a.replace("{two}", str(two)) for a in arguments))
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("regesta: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["timeline"], ["at", "1848-03-22"], ["show", "x"], ["export", "--to", "csv"]])
def test_a_file_that_is_no_chronicle(cli: Any, tmp_path: Path, command: list[str]) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear sister")
    ran = cli(*command, letter)
    assert ran.code == 2
    assert "no chronicle" in ran.err
    assert ran.err.count("\n") == 1


def test_a_build_does_not_overwrite_another_file(cli: Any, tmp_path: Path) -> None:
    source, letter = tmp_path / "a.txt", tmp_path / "letter.txt"
    source.write_text("On 1 May 1848 the town surrendered.")
    letter.write_text("Dear sister")
    ran = cli("build", source, "-o", letter)
    assert (ran.code, letter.read_text()) == (2, "Dear sister")
    assert "no chronicle" in ran.err


def test_no_arguments_show_the_help(cli: Any) -> None:
    ran = cli()
    assert "Usage: regesta" in ran.out + ran.err


def test_an_interrupt_is_one_line_and_130(cli: Any, two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("regesta.api.open", interrupt)
    ran = cli("timeline", two)
    assert (ran.code, ran.out, ran.err) == (130, "", "regesta: interrupted\n")


def test_a_mistake_of_ours_is_one_line_too(cli: Any, two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise KeyError("some\nthing")

    monkeypatch.setattr("regesta.api.open", stumble)
    ran = cli("timeline", two)
    assert ran.code == 2
    assert ran.err.startswith("regesta: a mistake of ours: KeyError in ")
    assert ran.err.count("\n") == 1
    monkeypatch.setenv(cli_app.DEBUG, "1")
    with pytest.raises(KeyError):
        cli("timeline", two)


def test_a_full_disk_is_one_line_and_2(two: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("w") as stream:
        ran = subprocess.run([*REGESTA, "timeline", two], stdout=stream, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert "No space left" in ran.stderr


def test_a_reader_that_goes_away_is_no_error(two: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*REGESTA, "export", two, "--to", "jsonl"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (cli_app.BROKEN_PIPE, "")


def test_standard_input_that_never_ends_can_be_interrupted(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*REGESTA, "build", "-", "-o", str(tmp_path / "x.regesta")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        process.stdin.write("On 1 May 1848 the town surrendered.\n" * 20_000)  # more than a pipe holds: it is read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, err.count("\n")) == ("", 1)
    assert list(tmp_path.iterdir()) == []
