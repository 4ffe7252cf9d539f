"""The whole build against the bare parser pass over the same text, time to the first output of --help, peak memory.

Run: python benchmarks/build.py [--book-mb 5] [--text-kb 300 | --text FILE...] [--rounds 3]. Builds and parses run in
fresh processes, by turns; CPU seconds are user and system time of the process, so that neighbours do not count. The
bare parser is spaCy with the same model over the same paragraphs; once more without its name finder, which the build
does not use.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = 1871
LANGUAGE = "en"
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
TOWNS = ["Lyon", "Toulouse", "Narbonne", "Limoges", "Dijon", "Nîmes", "Grenoble", "Béziers", "Rouen", "Nevers"]
NAMES = ["Marcel Aubert", "Louise Fabre", "General Noirot", "Henri Castel", "Colonel Duvivier", "Jeanne Morel"]
PATTERNS = [
    "On {day} {month} {year}, {name} seized the town hall of {town}.[{n}]",
    "The following day the council of {town} was dissolved, and {name} was arrested.[{n}][{m}]",
    "{name} was elected mayor of {town} in {month} {year}, but he refused the office.",
    "The harvest had been poor in the hills above {town}, and bread was dear until late {month}.",
    "A rising planned for early {month} {year} never took place in {town}, as {name} wrote to his brother.",
    "Two weeks later troops under {name} recaptured {town}; the clubs were closed.[{n}]",
]


def prose(characters: int) -> str:
    """Made-up prose of about that length, the same every time; paragraphs of six sentences."""
    dice = random.Random(SEED)  # noqa: S311 - prose, not secrets
    parts: list[str] = []
    length = 0
    while length < characters:
        paragraph = " ".join(
            dice.choice(PATTERNS).format(
                day=dice.randint(1, 28),
                month=dice.choice(MONTHS),
                year=dice.randint(1789, 1871),
                name=dice.choice(NAMES),
                town=dice.choice(TOWNS),
                n=dice.randint(1, 99),
                m=dice.randint(1, 99),
            )
            for _ in range(6)
        )
        parts.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(parts) + "\n"


WHOLE = """
import regesta
regesta.read({path!r}).save({out!r})
"""
BARE = """
from pathlib import Path
from regesta.rules.load import load_rules
import importlib, spacy
syntax = load_rules({language!r}).writing.syntax
folder = Path(importlib.import_module(syntax.package).__file__).parent / syntax.folder
nlp = spacy.load(folder, exclude={exclude!r})
for doc in nlp.pipe(Path({path!r}).read_text(encoding="utf-8").split("\\n\\n"), batch_size=16):
    pass
"""
EPILOGUE = """
import json, resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def measured(code: str) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of a fresh interpreter that runs the code."""
    run = subprocess.run([sys.executable, "-c", code + EPILOGUE], capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    cpu, memory = json.loads(run.stdout.splitlines()[-1])
    return cpu, memory


def compare(folder: Path, text: str, rounds: int) -> None:
    """CPU time of the whole build and of the parser alone, by turns."""
    source = folder / "text.txt"
    source.write_text(text, encoding="utf-8")
    codes = {
        "parser": BARE.format(path=str(source), language=LANGUAGE, exclude=["senter"]),
        "half": BARE.format(path=str(source), language=LANGUAGE, exclude=["senter", "ner"]),
        "build": WHOLE.format(path=str(source), out=str(folder / "text.regesta")),
    }
    seconds: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(rounds):
        for name, code in codes.items():
            seconds[name].append(measured(code)[0])
    parser, half, build = (statistics.median(seconds[name]) for name in codes)
    print(f"build against the bare parser over {source.stat().st_size / 1000:.0f} kB, median of {rounds}:")
    print(f"  parser {parser:6.2f} CPU s   build {build:6.2f} CPU s   ratio {build / parser:.2f} (goal: at most 1.50)")
    print(f"  parser without its name finder {half:6.2f} CPU s   ratio {build / half:.2f}")


def first_output(rounds: int) -> None:
    """Wall time until regesta --help has printed."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "regesta", "--help"], capture_output=True, check=True)
        taken.append(time.perf_counter() - start)
    print(
        f"regesta --help: {min(taken):.3f} s at best, {statistics.median(taken):.3f} s median of {rounds} "
        "(goal: under 0.150 s)"
    )


def book(folder: Path, characters: int) -> None:
    """CPU time and peak memory of a whole book."""
    source = folder / "book.txt"
    source.write_text(prose(characters), encoding="utf-8")
    cpu, memory = measured(WHOLE.format(path=str(source), out=str(folder / "book.regesta")))
    size = (folder / "book.regesta").stat().st_size / 1e6
    print(
        f"a book of {source.stat().st_size / 1e6:.1f} MB: "
        f"{cpu:.0f} CPU s, peak {memory:.0f} MB, chronicle {size:.1f} MB"
    )


def main() -> None:
    """All three."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--text-kb", type=int, default=300, help="length of the text that is built and parsed")
    options.add_argument("--text", type=Path, nargs="+", help="your own prose, in place of what is made up")
    options.add_argument("--book-mb", type=float, default=5, help="length of the book; 0 leaves it out")
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first_output(2 * given.rounds + 5)
        text = prose(given.text_kb * 1000)
        if given.text:
            text = "\n\n".join(path.read_text(encoding="utf-8").replace("\n", "\n\n") for path in given.text)
        compare(Path(folder), text, given.rounds)
        if given.book_mb:
            book(Path(folder), int(given.book_mb * 1_000_000))


if __name__ == "__main__":
    main()
