"""What is documented is true, and what exists is documented."""

import re
import sys
from pathlib import Path

import pytest
import typer.main

from regesta.cli.app import app

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
from doc_examples import DOCUMENTS, refreshed  # noqa: E402

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_the_examples_print_what_the_document_says(document: Path) -> None:
    """Where it fails: run scripts/doc_examples.py and review the difference."""
    assert refreshed(document) == document.read_text("utf-8")


def test_a_wrong_output_is_noticed(tmp_path: Path) -> None:
    document = tmp_path / "wrong.md"
    document.write_text("```console\n$ echo one\ntwo\n```\n\n```pycon\n>>> 1 + 1\n3\n```\n")
    assert refreshed(document) == "```console\n$ echo one\none\n```\n\n```pycon\n>>> 1 + 1\n2\n```\n"


@pytest.mark.parametrize("command", list(typer.main.get_command(app).commands))  # type: ignore[attr-defined]
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"regesta {command}" in README


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "ARCHITECTURE.md"], ids=lambda p: p.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text("utf-8")):
        if not target.startswith("https://"):
            assert (document.parent / target).exists(), target


def test_every_room_is_in_the_drawing() -> None:
    drawing = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = {
        p.stem for p in (ROOT / "src" / "regesta").iterdir() if not p.name.startswith("__init") and p.name != "py.typed"
    }
    assert rooms - {"__pycache__", "demo"} <= set(re.findall(r"\w+", drawing))
