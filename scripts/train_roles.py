"""Learns knowledge/<language>/role_weights.tsv: what says for and against a noun phrase having a part in a happening.

Run: `python scripts/train_roles.py ../shared/gold-more/*`. Each folder holds text.txt and gold.json (claims with
`trigger`, `target`, `place`, `refers`). A logistic regression for each role, fitted by L-BFGS without any chance in it:
the same texts give the same bytes. `--check` leaves a sixth of the texts out in turn, prints the scores of rules and
weights on the rest, and writes nothing.
"""

import argparse
import json
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from regesta import pipeline
from regesta.extract.claims import find
from regesta.extract.claims.bearing import Surroundings, first_traits, further_traits, initials, rule_hits, way_to
from regesta.extract.claims.casting import Casting
from regesta.extract.claims.ranking import weigh_roles
from regesta.extract.claims.roles import roles_by_rule, surroundings
from regesta.extract.claims.triggers import Trigger
from regesta.extract.syntax import load_parser
from regesta.model.claim import Role
from regesta.model.ids import stable_id
from regesta.model.syntax import Tree
from regesta.model.text import Document
from regesta.rules.load import load_rules
from regesta.rules.role_weights import FILE, RoleWeights

LANGUAGE = "en"
ROLES = ("target", "place")
RARE = 6
"""Traits seen less often are left out."""
PENALTY = 10.0
FOLDS = 6
SMALL = frozenset(re.findall(r"\w+", "the a an of and in on at to by for his her their its members many some all"))
HEAD = """\
# Learned by scripts/train_roles.py: do not edit by hand. Log odds for each role by the traits of a noun phrase.
# From {claims} claims of {texts} texts of Wikipedia (CC BY-SA 3.0; most by way of the WikiWars corpus), annotated by
# the regesta developers. With a sixth of the texts left out in turn, F by rules alone and with the weights:
# {scores}
"""
Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One happening: what the rules gave, the traits of each noun phrase, and what a reader says."""

    text: str
    around: Surroundings
    document: Document
    traits: list[list[str]]
    gold: dict[str, list[frozenset[str]]]
    """By role: the words of each participant, with those of the name that it stands for."""
    right: dict[str, list[int]]
    """By role, for each candidate: 1 or 0, or -1 where it only shares words with the right one."""


def words(text: str) -> frozenset[str]:
    """The words of a phrase that carry meaning; all of them where none does."""
    found = re.findall(r"\w+", text.lower())
    return frozenset(w for w in found if w not in SMALL) or frozenset(found)


def lessons(folder: Path, read: Callable[[Document], dict[int, Surroundings]]) -> Iterator[Lesson]:
    """The happenings of one annotated text that the rules find too."""
    text = (folder / "text.txt").read_bytes().decode("utf-8")
    document = Document(stable_id("d", folder.name), folder.name, text, LANGUAGE, "", "utf-8")
    found = read(document)
    for claim in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["claims"]:
        told = (claim["trigger"], *(claim.get("alt_triggers") or ()))
        shared = ((s, t) for t in told for s, a in found.items() if s < t["end"] and t["start"] < a.trigger.span.end)
        start = next((s for s, _ in shared), None)
        if start is None:
            continue
        around = found.pop(start)
        hits = rule_hits(around)
        filled = initials(role for roles in hits.values() for role in roles)
        traits = [
            [*first_traits(around, c, way), *further_traits(around, c, way, hits.get(n, ()), filled)]
            for n, c in enumerate(around.candidates)
            for way in (way_to(around, c),)
        ]
        names = claim.get("refers") or {}
        gold = {r: [words(p) | words(names.get(p) or p) for p in claim.get(r) or ()] for r in ROLES}
        right = {r: answers(around, document, claim.get(r) or (), names) for r in ROLES}
        yield Lesson(folder.name, around, document, traits, gold, right)


def answers(around: Surroundings, document: Document, told: Sequence[str], names: dict[str, str]) -> list[int]:
    """See `Lesson.right`: for each participant the candidate most like it, the nearest of equals."""
    right = [0] * len(around.candidates)
    for phrase in told:
        short, full = words(phrase), words(phrase) | words(names.get(phrase) or phrase)
        ranked = []
        for n, candidate in enumerate(around.candidates):
            quote = candidate.span.quote(document)
            own = words(quote)
            if own & full:
                right[n] = right[n] or -1
                near = -abs(candidate.token.start - around.trigger.token.start)
                ranked.append((quote == phrase, len(own & short) / len(own | short), near, n))
        if ranked:
            right[max(ranked)[-1]] = 1
    return right


def reader() -> Callable[[Document], dict[int, Surroundings]]:
    """Reads a text by rules alone and gives what stands around each happening, by the start of its trigger."""
    rules = load_rules(LANGUAGE)
    rules.__dict__["lexicon"] = replace(rules.lexicon, role_weights=None)
    parser = load_parser(rules.writing.syntax)
    heard: dict[int, Surroundings] = {}

    def listen(tree: Tree, trigger: Trigger, casting: Casting) -> tuple[Role, ...]:
        roles = roles_by_rule(tree, trigger, casting)
        heard[trigger.span.start] = surroundings(tree, trigger, casting, roles)
        return roles

    find.fill_roles = listen  # type: ignore[attr-defined]

    def read(document: Document) -> dict[int, Surroundings]:
        heard.clear()
        pipeline.read(document, rules, parser)
        return dict(heard)

    return read


def learn(taught: Sequence[Lesson]) -> RoleWeights:
    """Weights for each role, to two decimals."""
    seen = Counter(t for lesson in taught for traits in lesson.traits for t in traits)
    index = {t: n for n, t in enumerate(sorted(t for t, count in seen.items() if count >= RARE))}
    columns = []
    for role in ROLES:
        rows, right = [], []
        for lesson in taught:
            for traits, answer in zip(lesson.traits, lesson.right[role], strict=True):
                if answer >= 0:
                    rows.append([index[t] for t in traits if t in index])
                    right.append(answer)
        columns.append(fit(rows, np.array(right, dtype=float), len(index)))
    table = np.round(np.array(columns), 2)
    return RoleWeights(ROLES, tuple({t: float(row[n]) for t, n in index.items() if row[n]} for row in table))


def fit(rows: list[list[int]], right: Array, width: int) -> Array:
    """The weights that make the answers likeliest, less their squares: logistic regression, by L-BFGS."""
    where = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    what = np.concatenate([np.array(r, dtype=int) for r in rows])

    def loss(weights: Array) -> tuple[float, Array]:
        scores = np.bincount(where, weights[what], len(rows))
        error = np.exp(-np.logaddexp(0, -scores)) - right
        slope = np.bincount(what, error[where], width) + PENALTY * weights
        return float(np.logaddexp(0, scores).sum() - scores @ right + PENALTY / 2 * weights @ weights), slope

    return descend(loss, np.zeros(width))


def descend(loss: Callable[[Array], tuple[float, Array]], at: Array, steps: int = 300, memory: int = 12) -> Array:
    """The lowest point of a smooth bowl (Nocedal & Wright, Numerical Optimization, algorithm 7.5)."""
    past: deque[tuple[Array, Array]] = deque(maxlen=memory)
    value, slope = loss(at)
    for _ in range(steps):
        way = -turned(slope, past)
        step = 1.0
        while True:
            new_value, new_slope = loss(at + step * way)
            if new_value <= value + 1e-4 * step * float(way @ slope) or step < 1e-8:
                break
            step /= 2
        moved, bent = step * way, new_slope - slope
        if moved @ bent > 1e-12:
            past.append((moved, bent))
        at, drop = at + moved, value - new_value
        value, slope = new_value, new_slope
        if drop < 1e-7 * abs(value):
            break
    return at


def turned(slope: Array, past: Sequence[tuple[Array, Array]]) -> Array:
    """The slope, scaled by the curvature that was met."""
    way, shares = slope.copy(), []
    for moved, bent in reversed(past):
        share = (moved @ way) / (moved @ bent)
        way = way - share * bent
        shares.append(share)
    if past:
        moved, bent = past[-1]
        way = way * ((moved @ bent) / (bent @ bent))
    for (moved, bent), share in zip(past, reversed(shares), strict=True):
        way = way + moved * (share - (bent @ way) / (moved @ bent))
    return way


def score(taught: Sequence[Lesson], roles_of: Callable[[Lesson], Sequence[Role]]) -> dict[str, float]:
    """F for each role: a participant is right when it shares a word with one that the reader gives."""
    counts = {role: [0, 0, 0] for role in ROLES}
    for lesson in taught:
        told = roles_of(lesson)
        for role in ROLES:
            given = [words(r.span.quote(lesson.document)) for r in told if r.name == role]
            free = list(given)
            for wanted in lesson.gold[role]:
                hit = next((g for g in free if g & wanted), None)
                if hit is not None:
                    free.remove(hit)
            right = len(given) - len(free)
            counts[role][0] += right
            counts[role][1] += len(given)
            counts[role][2] += len(lesson.gold[role])
    return {role: 2 * right / (given + wanted) for role, (right, given, wanted) in counts.items()}


def check(taught: Sequence[Lesson]) -> str:
    """F by rules and with the weights, each text scored with weights learned from others."""
    texts = sorted({lesson.text for lesson in taught})
    weighed: dict[int, Sequence[Role]] = {}
    for fold in range(FOLDS):
        out = set(texts[fold::FOLDS])
        weights = learn([lesson for lesson in taught if lesson.text not in out])
        for lesson in taught:
            if lesson.text in out:
                weighed[id(lesson)] = weigh_roles(lesson.around, weights)
    rules = score(taught, lambda lesson: lesson.around.roles)
    both = score(taught, lambda lesson: weighed[id(lesson)])
    return "; ".join(f"{role} {rules[role]:.3f}, {both[role]:.3f}" for role in ROLES)


def main() -> None:
    """Reads the texts, says how well it goes, and writes the weights."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    read = reader()
    taught = [lesson for folder in sorted(given.folders) for lesson in lessons(folder, read)]
    scores = check(taught)
    print(scores)
    if given.check:
        return
    weights = learn(taught)
    out = Path(__file__).resolve().parent.parent / "src" / "regesta" / "knowledge" / LANGUAGE / FILE
    head = HEAD.format(claims=len(taught), texts=len({lesson.text for lesson in taught}), scores=scores)
    rows = ["\t".join(("trait", *ROLES))]
    for trait in sorted(set().union(*weights.weights)):
        rows.append("\t".join((trait, *(f"{by_trait.get(trait, 0.0):g}" for by_trait in weights.weights))))
    out.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
