"""Writes tests/golden/ anew: all that comes of the demo's text. Review the difference line by line before a commit."""

import io
import sys
from importlib.resources import files
from pathlib import Path

import regesta

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
FORMATS = {"jsonl": "communes.jsonl", "markdown": "communes.md"}


def outputs() -> dict[str, str]:
    """What the demo's text gives, by file name."""
    with_source = regesta.read(Path(str(files("regesta") / "demo" / "communes.txt")))
    made = {}
    for name, file in FORMATS.items():
        stream = io.StringIO(newline="")
        with_source.export(name, stream)
        made[file] = stream.getvalue()
    return made


def main() -> int:
    """Writes the files and names those that changed."""
    GOLDEN.mkdir(exist_ok=True)
    for name, text in outputs().items():
        path = GOLDEN / name
        if not path.is_file() or path.read_bytes().decode("utf-8") != text:
            path.write_bytes(text.encode("utf-8"))
            print(f"tests/golden/{name}: changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
