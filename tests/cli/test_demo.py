"""The demo: all of it runs on the shipped text, and what it gives is as reviewed."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from regesta.cli.output import Format

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
sys.path.insert(0, str(ROOT / "scripts"))
from update_golden import FORMATS, outputs  # noqa: E402


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return outputs()


@pytest.mark.parametrize("file", FORMATS.values())
def test_what_the_demo_gives_is_as_reviewed(made: dict[str, str], file: str) -> None:
    """Where it fails: run scripts/update_golden.py and review the difference."""
    assert made[file] == (GOLDEN / file).read_bytes().decode("utf-8")


def test_the_demo_prints_everything(cli: Any, tmp_path: Path) -> None:
    ran = cli("demo", "-o", tmp_path / "demo")
    assert (ran.code, ran.err) == (0, "")
    heads = [line for line in ran.out.splitlines() if line.startswith("$ ")]
    assert [head.split()[2] for head in heads] == ["timeline", "at", "check", "publish"]
    assert "certain: Henri Espivent" in ran.out
    assert "G202 unresolved-reference: " in ran.out
    page = Path(ran.out.splitlines()[-1])
    assert page.is_file()
    assert (tmp_path / "demo" / "communes.regesta").is_file()


def test_the_demo_runs_twice_and_for_programs(cli: Any, tmp_path: Path) -> None:
    for _ in range(2):
        ran = cli("demo", "-o", tmp_path, "--format", Format.json.value)
        assert list(json.loads(ran.out)) == ["chronology", "at", "check", "chronicle", "page"]
