"""How fast and how well times are read: python benchmarks/times.py CORPUS.jsonl [--full] [--peers] [--markdown FILE]

The corpus is JSON lines with `doc`, `text`, `gold` (WikiWars as prepared for scoring). All figures are of one core, in
CPU seconds, best of several runs where a run is short, so that neighbours do not count:
- characters per CPU-second over the corpus, warm: `find` is the reader of times alone over sentences that are known,
  `whole` is `regesta.tag`, which splits the text too;
- the same over made-up prose of growing length (100 kB to 10 MB; with --full 100 MB, and 50 MB as one line), which
  should take the same time per character within a factor of two;
- lines made to trip patterns, at two lengths;
- the most memory that `regesta tag` takes on streams of 2 MB and 20 MB;
- with --peers, other readers over the same texts in the same run (see time_peers.py), with their scores.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from build import prose
from time_peers import run_peers

import regesta
from regesta.evaluate import Counts, Tag, add_up, count_document
from regesta.extract.citations import find_markers
from regesta.extract.sentences import split_passages, split_sentences
from regesta.extract.times import tag
from regesta.model.text import Document, Sentence
from regesta.rules.load import Rules, load_rules
from regesta.tagging import Tagger, cut_text, pieces

LANGUAGE = "en"
HOSTILE = {
    "ten thousand digits": "1",
    "the the the": "the ",
    "nested ranges": "from 1 to 2 May to ",
    "shifts of shifts": "two days after ",
    "months without years": "In May they met. ",
    "open brackets": "[1,",
    "quantities": "1,111,",
    "one long word": "é",
}
PEAK = """
import sys
from regesta.cli import run
run(sys.argv[1:])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")), file=sys.stderr)
"""
Row = tuple[str, ...]


def cpu(run: Callable[[], object], times: int = 5) -> float:
    """CPU seconds, best of several."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def sentences_of(text: str, rules: Rules) -> tuple[Document, tuple[Sentence, ...]]:
    document = Document("d", "benchmark", text, LANGUAGE, "", "utf-8")  # type: ignore[arg-type]
    markers = find_markers(document, rules.writing.citations)
    return document, split_sentences(document, split_passages(document), markers, rules.writing.sentences)


def whole(text: str) -> int:
    """How many times a text tells; read in pieces, none of which is kept."""
    parts = pieces(cut_text(text))
    return sum(len(times) for _, times in Tagger(load_rules(LANGUAGE)).tag(parts))


def rates(texts: list[dict[str, Any]], rules: Rules) -> Iterator[Row]:
    size = sum(len(t["text"]) for t in texts)
    known = [sentences_of(t["text"], rules) for t in texts]
    spent = sum(cpu(lambda d=d, s=s: tag(d, s, rules.times)) for d, s in known)  # type: ignore[misc]
    yield ("the corpus, times alone", f"{size:,}", f"{size / spent:,.0f}")
    spent = sum(cpu(lambda t=t: regesta.tag(t["text"], language=LANGUAGE)) for t in texts)  # type: ignore[misc]
    yield ("the corpus, whole", f"{size:,}", f"{size / spent:,.0f}")


def lengths(*, full: bool) -> Iterator[Row]:
    made = prose(1_000_000)
    for size in (100_000, 1_000_000, 10_000_000, *((100_000_000,) if full else ())):
        text = (made * (size // len(made) + 1))[:size]
        spent = cpu(lambda t=text: whole(t), 3 if size < 5_000_000 else 1)  # type: ignore[misc]
        yield (f"prose of {size:,}", f"{size:,}", f"{size / spent:,.0f}")
    size = 50_000_000 if full else 1_000_000
    line = (made.replace("\n", " ") * (size // len(made) + 1))[:size]
    yield (f"one line of {size:,}", f"{size:,}", f"{size / cpu(lambda: whole(line), 1):,.0f}")


def hostile() -> Iterator[Row]:
    for name, piece in HOSTILE.items():
        rate = []
        for size in (10_000, 100_000, 1_000_000):
            text = piece * (size // len(piece))
            rate.append(f"{len(text) / cpu(lambda t=text: whole(t), 1):,.0f}")  # type: ignore[misc]
        yield (name, *rate)


def memory() -> Iterator[Row]:
    """Peak memory of the whole process, standard input a pipe that never holds the text."""
    made = prose(1_000_000).encode()
    for times in (2, 20):
        command = [sys.executable, "-c", PEAK, "tag", "--language", LANGUAGE, "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as run:
            assert run.stdin is not None
            assert run.stderr is not None
            for _ in range(times):
                run.stdin.write(made)
            run.stdin.close()
            peak = int(run.stderr.read().split()[-2]) / 1024
        yield (f"a stream of {times} MB", f"{peak:.0f} MB")


def scores(texts: list[dict[str, Any]], docs: dict[str, list[dict[str, Any]]]) -> Counts:
    return add_up(
        count_document(
            [Tag(g["start"], g["end"], g["value"]) for g in t["gold"]],
            [Tag(s["start"], s["end"], s["value"]) for s in docs[t["doc"]]],
            fold=True,
        )
        for t in texts
    )


def peers(texts: list[dict[str, Any]]) -> Iterator[Row]:
    size = sum(len(t["text"]) for t in texts)
    spent = sum(cpu(lambda t=t: regesta.tag(t["text"], language=LANGUAGE)) for t in texts)  # type: ignore[misc]
    ours = size / spent
    docs = {t["doc"]: [time.record() for time in regesta.tag(t["text"], language=LANGUAGE)] for t in texts}
    yield _peer(f"regesta {regesta.__version__}", scores(texts, docs), ours, ours)
    given = [{"doc": t["doc"], "text": t["text"], "dct": t.get("dct")} for t in texts]
    for name, made in run_peers(given):
        if isinstance(made, str):
            yield (name, "not measured", made, "", "", "")
        else:
            valued = any(t["value"] for tags in made["docs"].values() for t in tags)
            yield _peer(name, scores(texts, made["docs"]), size / made["seconds"], ours, valued=valued)


def _peer(name: str, counts: Counts, rate: float, ours: float, *, valued: bool = True) -> Row:
    strict, overlapping, value = (f"{100 * counts.scores(m).f1:.1f}" for m in ("strict", "overlapping", "value"))
    return (name, strict, overlapping, value if valued else "none", f"{rate:,.0f}", f"{ours / rate:,.1f}")


def table(title: str, columns: Row, rows: Iterator[Row], out: list[str]) -> None:
    """Prints a table of Markdown as its rows come, and keeps it."""
    for line in (f"\n**{title}**\n", f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"):
        print(line)
        out.append(line)
    for row in rows:
        line = f"| {' | '.join(row)} |"
        print(line, flush=True)
        out.append(line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--markdown", type=Path, help="put the tables into this page, between its measured marks")
    options = parser.parse_args()
    texts = [json.loads(line) for line in options.corpus.read_text(encoding="utf-8").splitlines()]
    start = time.process_time()
    rules = load_rules(LANGUAGE)
    assert rules.times
    print(f"rules read in {1000 * (time.process_time() - start):.0f} ms")
    out: list[str] = []
    speed = ("text", "characters", "characters per CPU-second")
    table("Speed, warm, one core", speed, rates(texts, rules), out)
    table("Length", speed, lengths(full=options.full), out)
    at = ("lines made to trip patterns, characters per CPU-second", "10 kB", "100 kB", "1 MB")
    table("Hostile lines", at, hostile(), out)
    table("Memory of `regesta tag`", ("input", "peak memory"), memory(), out)
    if options.peers:
        columns = (
            "reader",
            "strict F1",
            "overlapping F1",
            "span + value F1",
            "characters per CPU-second",
            "slower by",
        )
        table(
            "Beside others, in one run: F1 with --fold, speed, and how many times slower than regesta",
            columns,
            peers(texts),
            out,
        )
    if options.markdown:
        page = options.markdown.read_text(encoding="utf-8")
        begin, end = "<!-- measured -->\n", "<!-- end measured -->"
        head, rest = page.partition(begin)[0], page.partition(end)[2]
        options.markdown.write_text(head + begin + "\n".join(out).strip() + "\n\n" + end + rest, encoding="utf-8")


if __name__ == "__main__":
    main()
