"""Runs the examples of the documents: `console` blocks (commands and their output) and `pycon` blocks (Python).

The blocks of one document run in order, in one empty folder. `$ command` lines go to a shell; lines that begin with
`$ make` or `$ pip` set up a machine and are not run. A `toml` or `tsv` block that begins with `# file: NAME` is written
to that file.
"""

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SETUP = ("$ make", "$ pip", "$ git", "$ python -m pip")
_BLOCK = re.compile(r"^(?P<indent> *)```(?P<kind>console|pycon|toml|tsv)\n(?P<body>.*?)^ *```$", re.M | re.S)


def refreshed(document: Path) -> str:
    """The document with the output that its examples give now."""
    text = document.read_text(encoding="utf-8")
    names: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):

        def renew(block: re.Match[str]) -> str:
            indent = block["indent"]
            lines = [line.removeprefix(indent) for line in block["body"].splitlines()]
            if block["kind"] in ("toml", "tsv"):
                _write(lines)
                return block[0]
            run = _console(lines) if block["kind"] == "console" else _python(lines, names)
            body = "".join(f"{indent}{line}".rstrip() + "\n" for line in run)
            return f"{indent}```{block['kind']}\n{body}{indent}```"

        return _BLOCK.sub(renew, text)


def _write(lines: list[str]) -> None:
    """Writes a block to the file that its first line names; one that names none is only shown."""
    _, named, name = lines[0].partition("# file: ") if lines else ("", "", "")
    if named:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _console(lines: list[str]) -> Iterator[str]:
    """Each command, and what it prints now."""
    commands = [line for line in lines if line.startswith("$ ")]
    if commands and all(c.startswith(SETUP) for c in commands):
        yield from lines
        return
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands:
        yield command
        run = subprocess.run(
            ["bash", "-c", command[2:]],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PATH": path, "COLUMNS": "100"},
        )
        yield from (run.stdout + run.stderr).splitlines()


def _python(lines: list[str], names: dict[str, object]) -> Iterator[str]:
    """Each statement, and what it prints now."""
    for example in doctest.DocTestParser().get_examples("\n".join(lines) + "\n"):
        first, *rest = example.source.splitlines()
        yield f">>> {first}"
        yield from (f"... {line}" for line in rest)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)  # noqa: S102 - our own documents
        yield from printed.getvalue().splitlines()


def main() -> int:
    """Writes the documents anew and names those that changed."""
    for document in DOCUMENTS:
        new = refreshed(document)
        if new != document.read_text(encoding="utf-8"):
            document.write_text(new, encoding="utf-8")
            print(f"{document.relative_to(ROOT)}: changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
