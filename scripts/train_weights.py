"""Learns anew what annotated texts say of triggers: knowledge/<language>/weights.tsv.

Run: python scripts/train_weights.py GOLD_DIR... [--language en] [-o FILE] [--credit TEXT]. A folder holds text.txt and
gold.json, as for `regesta eval claims`. Logistic regression over the traits of extract/claims/traits.py, fitted by
Newton's method from the same start each time; nothing is drawn by chance but the folds (seeded). Prints what the rules
find and what is left after weighing, with each text weighed by what the others taught.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from regesta import pipeline
from regesta.evaluate.chronicles import GoldChronicle, find_chronicles
from regesta.extract.claims import find
from regesta.extract.claims.traits import traits
from regesta.extract.syntax import load_parser
from regesta.model.ids import stable_id
from regesta.model.text import Document
from regesta.rules.load import Rules, load_rules
from regesta.rules.weights import BIAS, LEAST

SEED, FOLDS = 1871, 8
SEEN_AT_LEAST = 3
"""Traits of fewer triggers teach nothing."""
PENALTY = 5.0
"""On the squared weights: 1 / C of other programs."""
LEAST_LIKELY = 0.35
DIGITS = 2


class Found(NamedTuple):
    """A trigger that the rules found in a text, its traits, and whether a reader noted it down."""

    start: int
    end: int
    seen: frozenset[str]
    noted: bool


class Text(NamedTuple):
    """A text, where the words of each happening stand that readers noted down, and what the rules found."""

    name: str
    gold: tuple[tuple[tuple[int, int], ...], ...]
    found: tuple[Found, ...]


def read(chronicle: GoldChronicle, language: str, rules: Rules, parser: Any) -> Text:
    """What the rules find in an annotated text."""
    taken: list[tuple[int, int, frozenset[str]]] = []

    def note(tree: Any, triggers: Any, firmness: Any, told: Any, dated: Any, reading: Any) -> None:
        others = {t.token.i: t for t in triggers}
        for trigger in triggers:
            i = trigger.token.i
            seen = traits(tree, trigger, others, firmness[i].status, told, reading.grammar, own_time=i in dated)
            taken.append((trigger.span.start, trigger.span.end, frozenset(seen)))

    weigh, find.weigh = find.weigh, note  # type: ignore[assignment]
    try:
        name, text = chronicle.name, chronicle.path.read_bytes().decode("utf-8")
        pipeline.read(Document(stable_id("d", name), name, text, language, "", "utf-8"), rules, parser)
    finally:
        find.weigh = weigh
    gold = tuple(claim.spans for claim in chronicle.claims)
    noted = matched(gold, [(start, end) for start, end, _ in taken])
    return Text(name, gold, tuple(Found(*one, n in noted) for n, one in enumerate(taken)))


def matched(gold: Sequence[Sequence[tuple[int, int]]], found: Sequence[tuple[int, int]]) -> set[int]:
    """Which of the triggers found are among those noted down, one to one, the largest overlap first."""
    pairs = []
    for g, spans in enumerate(gold):
        for n, (start, end) in enumerate(found):
            shared = max(min(b, end) - max(a, start) for a, b in spans)
            if shared > 0:
                pairs.append((-shared, g, n))
    golds: set[int] = set()
    noted: set[int] = set()
    for _, g, n in sorted(pairs):
        if g not in golds and n not in noted:
            golds.add(g)
            noted.add(n)
    return noted


def fit(texts: Sequence[Text]) -> dict[str, float]:
    """Weight of each trait, and of the bias."""
    rows = [f for t in texts for f in t.found]
    counts = Counter(trait for f in rows for trait in f.seen)
    names = sorted(trait for trait, count in counts.items() if count >= SEEN_AT_LEAST)
    column = {trait: n for n, trait in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, -1] = 1
    for r, row in enumerate(rows):
        x[r, [column[trait] for trait in row.seen if trait in column]] = 1
    y = np.array([row.noted for row in rows], dtype=float)
    penalty = np.full(len(names) + 1, PENALTY)
    penalty[-1] = 0
    w = np.zeros(len(names) + 1)
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        curve = (x.T * (p * (1 - p))) @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    weights = {name: round(float(v), DIGITS) for name, v in zip(names, w, strict=False) if round(float(v), DIGITS)}
    return weights | {BIAS: round(float(w[-1]), DIGITS)}


def likelihoods(weights: dict[str, float], text: Text) -> Iterator[float]:
    """How likely each trigger of a text is to be noted down."""
    for found in text.found:
        odds = weights[BIAS] + sum(weights.get(trait, 0.0) for trait in sorted(found.seen))
        yield float(1 / (1 + np.exp(-odds)))


def across(texts: Sequence[Text]) -> list[tuple[Text, list[float]]]:
    """Each text with how likely its triggers are to be noted down by what the other folds taught."""
    order = sorted(texts, key=lambda t: t.name)
    random.Random(SEED).shuffle(order)  # noqa: S311 - folds, not secrets
    told = []
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        weights = fit([t for t in order if t not in held])
        told += [(t, list(likelihoods(weights, t))) for t in held]
    return told


def score(told: Sequence[tuple[Text, list[float]]], least: float) -> str:
    """Precision, recall and F of the triggers that are likely enough."""
    right = kept = 0
    for text, likely in told:
        spans = [(f.start, f.end) for f, p in zip(text.found, likely, strict=True) if p >= least]
        right += len(matched(text.gold, spans))
        kept += len(spans)
    gold = sum(len(text.gold) for text, _ in told)
    return f"precision {right / kept:.3f} recall {right / gold:.3f} F {2 * right / (kept + gold):.3f}"


def report(texts: Sequence[Text]) -> list[str]:
    """Scores of the triggers across folds, before and after weighing, and how well the likelihoods are set."""
    told = across(texts)
    each = [(p, f.noted) for text, likely in told for f, p in zip(text.found, likely, strict=True)]
    gold = sum(len(t.gold) for t in texts)
    lines = [
        f"{len(texts)} texts, {gold} happenings noted down, {len(each)} triggers found; {FOLDS} folds by text",
        f"rules: {score(told, 0.0)}",
        f"weighed: {score(told, LEAST_LIKELY)}",
    ]
    for low, high in pairwise((0.0, LEAST_LIKELY, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)):
        band = [noted for p, noted in each if low <= p < high]
        if band:
            lines.append(f"likelihood from {low:.2f}: {len(band)} triggers, {sum(band) / len(band):.2f} of them noted")
    brier = sum((p - noted) ** 2 for p, noted in each) / len(each)
    return [*lines, f"mean squared error of the likelihood {brier:.3f}"]


def main() -> None:
    """Trains, prints the scores and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--language", default="en")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--credit", default="", help="where the texts and annotations come from, and their licence")
    given = parser.parse_args()
    rules = load_rules(given.language)
    syntax = load_parser(rules.writing.syntax)
    texts = [read(c, given.language, rules, syntax) for c in find_chronicles(given.gold)]
    lines = report(texts)
    print("\n".join(lines))
    if given.output:
        weights = fit(texts) | {LEAST: round(float(np.log(LEAST_LIKELY / (1 - LEAST_LIKELY))), 3)}
        head = ["Written by scripts/train_weights.py.", given.credit, *lines]
        body = [f"{trait}\t{weight:g}" for trait, weight in sorted(weights.items())]
        given.output.write_text("\n".join([*(f"# {h}" for h in head if h), *body, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
