"""How firmly things are said, and which happen, in corpora that others annotated.

    python benchmarks/claims.py --meantime FOLDER --brat NAME=FOLDER... [--markdown FILE]

MEANTIME: the status of the happenings that regesta finds, against a majority baseline (all asserted) and a window of
words (the cue of knowledge/ that stands nearest before the trigger, without any syntax), in the same run.
brat: happenings by their triggers, against a baseline that takes every full verb. The mappings stand in
docs/evaluation.md.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from event_corpora import EventText, Mention, read_brat, read_meantime

import regesta
from regesta.evaluate import Tally
from regesta.model.claim import STATUSES
from regesta.rules.lexicon import StatusWords
from regesta.rules.load import load_rules

LANGUAGE = "en"
BEFORE, AFTER = 6, 2
"""The window, in words."""
MAJORITY = "asserted"
_WORDS = re.compile(r"[\w’']+|[.!?;]")
Span = tuple[int, int]
Row = tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What regesta tells of a text: triggers with their status, and the verbs of the parser."""

    claims: tuple[tuple[Span, str], ...]
    verbs: tuple[Span, ...]


def read_texts(texts: Sequence[EventText]) -> list[Told]:
    """What regesta tells of each text."""
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(texts):
            path = Path(folder) / f"{number}.txt"
            path.write_bytes(one.text.encode("utf-8"))
            findings = regesta.read(path, language=LANGUAGE).chronology.findings
            claims = tuple(((c.trigger.start, c.trigger.end), c.status) for c in findings.claims)
            made.append(Told(claims, verbs_of(path)))
    return made


def verbs_of(path: Path) -> tuple[Span, ...]:
    """Where the parser sees full verbs, in prose."""
    from regesta.extract.citations import find_markers
    from regesta.extract.sentences import split_passages, split_sentences
    from regesta.extract.syntax import load_parser, parse
    from regesta.ingest import read_sources

    rules = load_rules(LANGUAGE).writing
    (document,) = read_sources([path], language=LANGUAGE)
    markers = find_markers(document, rules.citations)
    sentences = split_sentences(document, split_passages(document), markers, rules.sentences)
    trees = parse(document, sentences, markers, load_parser(rules.syntax))
    return tuple((t.start, t.end) for tree in trees.values() for t in tree.tokens if t.pos == "VERB")


def pair(mentions: Sequence[Mention], triggers: Sequence[Span]) -> list[tuple[int, int]]:
    """Mentions and triggers that share a character, one to one, the largest overlap first."""
    found = []
    for i, mention in enumerate(mentions):
        for j, (start, end) in enumerate(triggers):
            overlap = max(min(last, end) - max(first, start) for first, last in mention.spans)
            if overlap > 0:
                found.append((-overlap, i, j))
    left, right, made = set[int](), set[int](), []
    for _, i, j in sorted(found):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            made.append((i, j))
    return made


def cues(words: StatusWords) -> dict[str, str]:
    """Every word that makes something other than asserted, in the forms in which it is met, with the status."""
    found: dict[str, str] = {}
    for part in (words.adverbs, words.determiners, words.adjectives, words.prepositions, words.markers, words.nouns):
        found |= {word: status for word, status in part.items() if status in STATUSES}
    for verb, statuses in words.verbs.items():
        found |= dict.fromkeys(_forms(verb), statuses[0])
    found |= {word: status for word, status in words.modals.items() if status in STATUSES}
    return {word: status for word, status in found.items() if status != MAJORITY and " " not in word}


def _forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{stem}ed", f"{stem}ing")
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ied", f"{verb[:-1]}ies")


def by_window(text: str, start: int, cue: dict[str, str]) -> str:
    """The status of the nearest cue before the word at `start`, or just behind it; the majority's where none is."""
    before = [w.group().lower() for w in _WORDS.finditer(text, max(0, start - 200), start)]
    behind = [w.group().lower() for w in _WORDS.finditer(text, start, start + 100)][1:]
    near = [*_until_stop(reversed(before))][:BEFORE] + [*_until_stop(behind)][:AFTER]
    return next((cue[word] for word in near if word in cue), MAJORITY)


def _until_stop(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word in ".!?;":
            return
        yield word


def score_status(texts: Sequence[EventText], told: Sequence[Told]) -> tuple[list[tuple[str, ...]], int]:
    """(gold, regesta, majority, window) of each happening with a status that regesta finds, and how many there are."""
    cue = cues(load_rules(LANGUAGE).lexicon.status)
    rows, wanted = [], 0
    for text, read in zip(texts, told, strict=True):
        judged = [mention for mention in text.mentions if mention.status]
        wanted += len(judged)
        for i, j in pair(judged, [span for span, _ in read.claims]):
            span, status = read.claims[j]
            rows.append((judged[i].status or "", status, MAJORITY, by_window(text.text, span[0], cue)))
    return rows, wanted


def status_table(rows: Sequence[tuple[str, ...]], wanted: int) -> Iterator[Row]:
    """Accuracy, the mean of the F1 of the five statuses, and each F1."""
    gold = Counter(row[0] for row in rows)
    yield ("status", "accuracy", "mean F1", *(f"{s} ({gold[s]})" for s in STATUSES))
    for name, column in (("regesta", 1), ("all asserted", 2), ("window of words", 3)):
        right = sum(row[0] == row[column] for row in rows)
        f1s = [status_tally(rows, column, status).scores().f1 for status in STATUSES]
        mean = sum(f1s) / len(f1s)
        yield (name, f"{100 * right / len(rows):.1f}", f"{100 * mean:.1f}", *(f"{100 * f1:.1f}" for f1 in f1s))
    yield (f"on {len(rows)} of {wanted} happenings",)


def status_tally(rows: Sequence[tuple[str, ...]], column: int, status: str) -> Tally:
    """How often a status is told, wanted, and both."""
    both = sum(row[0] == row[column] == status for row in rows)
    return Tally(both, sum(row[column] == status for row in rows), sum(row[0] == status for row in rows))


def trigger_tallies(texts: Sequence[EventText], told: Sequence[Told]) -> dict[str, Tally]:
    """Of happenings by their triggers: regesta's, and every full verb."""
    found = {"regesta": Tally(), "every full verb": Tally()}
    for text, read in zip(texts, told, strict=True):
        for name, triggers in (("regesta", [span for span, _ in read.claims]), ("every full verb", list(read.verbs))):
            found[name] += Tally(len(pair(text.mentions, triggers)), len(triggers), len(text.mentions))
    return found


def trigger_table(name: str, texts: Sequence[EventText]) -> Iterator[Row]:
    """Precision, recall and F1."""
    yield (f"triggers: {name}", "precision", "recall", "F1", "gold", "told")
    for system, tally in trigger_tallies(texts, read_texts(texts)).items():
        scores = tally.scores()
        f1s = (f"{100 * n:.1f}" for n in (scores.precision, scores.recall, scores.f1))
        yield (system, *f1s, str(tally.gold), str(tally.told))


def markdown(tables: Iterable[Iterable[Row]]) -> str:
    """The tables, with a blank line between."""
    return "\n".join(_table(list(table)) for table in tables)


def _table(rows: Sequence[Row]) -> str:
    width = max(map(len, rows))
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--meantime", type=Path, metavar="FOLDER")
    options.add_argument("--brat", action="append", default=[], metavar="NAME=FOLDER")
    options.add_argument("--markdown", type=Path, metavar="FILE")
    given = options.parse_args()
    tables: list[Iterable[Row]] = []
    if given.meantime:
        texts = list(read_meantime(given.meantime))
        tables.append(status_table(*score_status(texts, read_texts(texts))))
    for named in given.brat:
        name, _, folder = named.partition("=")
        tables.append(trigger_table(name, list(read_brat(Path(folder)))))
    made = markdown(tables)
    print(made)
    if given.markdown:
        given.markdown.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
