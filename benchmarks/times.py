"""How fast and how well times are read: python benchmarks/times.py CORPUS.jsonl [--peers]

The corpus is JSON lines with `text` (WikiWars as prepared by the scorers, or any other). Characters per CPU-second on
one core, warm, best of seven runs a text; then the same on hostile texts at two lengths, whose cost per character
should not differ by more than a factor of two. With --peers, other date readers are installed
into a throwaway environment and timed on the same texts in the same run.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from regesta.extract.times import tag
from regesta.model.text import Document, Sentence, Span
from regesta.rules.problems import Problems
from regesta.rules.times import TimeRules, read_time_rules

HOSTILE = {
    "digits": "1",
    "the": "the ",
    "ranges": "from 1 to 2 May to ",
    "shifts": "two days after ",
    "months": "in May ",
    "brackets": "[1,",
    "quantities": "1,111,",
}
PEERS = {
    "dateparser": (
        "dateparser==1.2.1",
        "from dateparser.search import search_dates\nread = lambda text: search_dates(text, languages=['en'])",
    ),
}
PEER_RUN = """
import json, sys, time
{code}
texts = json.load(open(sys.argv[1]))
read(texts[0][:500])
start = time.process_time()
for text in texts:
    for line in text.splitlines():
        if line.strip():
            read(line)
print(time.process_time() - start)
"""


def prepared(text: str) -> tuple[Document, list[Sentence]]:
    """A document whose lines are its sentences."""
    document = Document("d", "benchmark", text, "en", "0" * 64, "utf-8")  # type: ignore[arg-type]
    sentences, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            span = Span(document.id, at, at + len(line))
            sentences.append(Sentence(f"s{at}", span, f"p{at}"))  # type: ignore[arg-type]
        at += len(line)
    return document, sentences


def seconds(run: Callable[[], object], times: int = 7) -> float:
    """CPU seconds, best of several."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def speed(texts: list[str], rules: TimeRules) -> float:
    """Characters per CPU-second."""
    spent = 0.0
    for document, sentences in map(prepared, texts):
        spent += seconds(lambda d=document, s=sentences: tag(d, s, rules))  # type: ignore[misc]
    return sum(map(len, texts)) / spent


def peers(texts: list[str]) -> None:
    """Time each peer in an environment of its own."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder, "texts.json")
        sample.write_text(json.dumps(texts[:1]), encoding="utf-8")
        for name, (package, code) in PEERS.items():
            place = Path(folder, name)
            venv.create(place, with_pip=True)
            python = place / "bin" / "python"
            subprocess.run([python, "-m", "pip", "install", "-q", package], check=True)
            ran = subprocess.run(
                [python, "-c", PEER_RUN.format(code=code), sample], capture_output=True, text=True, check=True
            )
            print(f"{name:20} {len(texts[0]) / float(ran.stdout):14,.0f} characters per CPU-second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for line in options.corpus.read_text(encoding="utf-8").splitlines()]
    start = time.process_time()
    problems = Problems()
    rules = read_time_rules(files("regesta") / "knowledge" / "en", problems)
    problems.stop()
    print(f"{'rules read in':20} {1000 * (time.process_time() - start):14,.0f} ms")
    print(f"{'regesta':20} {speed(texts, rules):14,.0f} characters per CPU-second, warm")
    for name, piece in HOSTILE.items():
        short, long = (speed([piece * (size // len(piece))], rules) for size in (20_000, 200_000))
        print(f"{'hostile: ' + name:20} {short:14,.0f} {long:14,.0f} at ten times the length")
    if options.peers:
        peers(texts)


if __name__ == "__main__":
    sys.exit(main())
