"""The life of a corrections file beside a text that is edited all the time: nothing lost, nothing misapplied."""

import os
import random
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from line_reading import read_lines
from regesta.corrections import Applied, Correction, Fields, add_correction, apply_corrections, read_corrections
from regesta.corrections.anchors import CONTEXT, Places
from regesta.corrections.bench import Knowledge
from regesta.extract.times import parse_date
from regesta.model.chronology import Findings
from regesta.model.claim import Claim
from regesta.model.text import Span
from regesta.rules.load import load_rules

KNOWLEDGE = Knowledge(load_rules("en").event_types, parse_date)
PEOPLE, PLACES_ = ("Otto", "Anna", "Bela", "Mary", "Imre", "Olga"), ("Lund", "Ribe", "Brno", "Pest", "Cork", "Nin")
SEEDS = [int(s) for s in os.environ.get("REGESTA_SEEDS", "1").split()]
"""Which lives are lived; more by hand."""
VERBS = ("captured", "left", "besieged", "dissolved", "fortified")


@dataclass
class Line:
    """A line of the text, with a number that only the test knows."""

    number: int
    words: str


@dataclass
class Annals:
    """A text that is edited at random; few names and verbs, so that look-alikes abound."""

    chance: random.Random
    numbers: "count[int]" = field(default_factory=count)
    lines: list[Line] = field(default_factory=list)

    def new(self) -> Line:
        pick = self.chance.choice
        date = f"On 12{self.chance.randrange(10, 30)}-0{self.chance.randrange(1, 10)}-05 " if pick((0, 1, 1)) else ""
        place = pick((*PLACES_, "it"))
        return Line(next(self.numbers), f"{date}{pick(PEOPLE)} {pick(VERBS)} {place}.")

    def edit(self) -> None:
        at = self.chance.randrange(len(self.lines))
        what = self.chance.choice(("insert", "delete", "change", "move", "copy", "swap"))
        if what == "insert":
            self.lines.insert(at, self.new())
        elif what == "delete":
            del self.lines[at]
        elif what == "change":
            self.lines[at] = Line(next(self.numbers), self.new().words)
        elif what == "move":
            self.lines.insert(self.chance.randrange(len(self.lines)), self.lines.pop(at))
        elif what == "copy":
            copied = Line(next(self.numbers), self.lines[at].words)
            far = (at + self.chance.randrange(5, len(self.lines) - 5)) % len(self.lines)
            self.lines.insert(far, copied)  # not beside its model: which of two neighbours is which, no text tells
        else:
            other = self.chance.randrange(len(self.lines))
            self.lines[at], self.lines[other] = self.lines[other], self.lines[at]

    def read(self) -> tuple[Findings, dict[int, int]]:
        """The findings, and the number of the line at each offset where one begins."""
        starts, offset = {}, 0
        for line in self.lines:
            starts[offset] = line.number
            offset += len(line.words) + 1
        return read_lines("".join(f"{line.words}\n" for line in self.lines)), starts


def line_of(claim: Claim, findings: Findings, starts: dict[int, int]) -> int:
    sentence = next(s for s in findings.sentences if s.id == claim.sentence)
    return starts[sentence.span.start]


def line_at(span: Span, starts: dict[int, int]) -> int:
    return starts[max(s for s in starts if s <= span.start)]


def correct_at_random(chance: random.Random, findings: Findings, claim: Claim) -> Correction:
    places = Places(findings.documents)
    sentences = {s.id: s.span for s in findings.sentences}

    def anchor(c: Claim) -> object:
        return places.anchor(c.trigger, sentences[c.sentence], c.type, c.id)

    action = chance.choice(("reject", "edit", "edit", "accept", "split", "merge", "add", "identity"))
    if action in ("add", "identity"):
        role = chance.choice(claim.roles)
        fields = Fields(type="leave", status="asserted") if action == "add" else Fields(name=chance.choice(PEOPLE))
        there = places.anchor(role.span, sentences[claim.sentence], claim="" if action == "add" else claim.id)
        return Correction(action, (there,), fields)  # type: ignore[arg-type]
    chosen = [claim]
    fields = Fields()
    if action == "merge":
        chosen.append(chance.choice([c for c in findings.claims if c.id != claim.id]))
    elif action in ("edit", "accept"):
        time = chance.choice(("1301", "1302-05", "none"))
        status = chance.choice(("planned", "denied", "asserted"))
        fields = Fields(type=claim.type, status=status, time=time, roles=(("actor", (chance.choice(PEOPLE),)),))  # type: ignore[arg-type]
    return Correction(action, tuple(anchor(c) for c in chosen), fields)  # type: ignore[arg-type]


def check_places(
    applied: Applied, meant: dict[str, list[int]], before: tuple[Findings, dict[int, int]], tally: "Counter[str]"
) -> None:
    """Each correction that was applied changed the very lines that it was made for."""
    findings, starts = before
    claims = {c.id: c for c in (*applied.findings.claims, *findings.claims)}
    for outcome in applied.outcomes:
        tally[outcome.result] += 1
        if outcome.result == "applied":
            lines = [line_of(claims[i], findings, starts) for i in outcome.claims if i in claims]
            assert set(lines) <= set(meant[outcome.correction.id])
            assert len(outcome.claims) == len(meant[outcome.correction.id]) or outcome.correction.action == "identity"
        else:
            assert outcome.reason


def check_effects(applied: Applied, findings: Findings) -> None:
    """The last word on each claim holds, and claims that nobody spoke of are as they were read."""
    after = {c.id: c for c in applied.findings.claims}
    last: dict[str, Correction] = {}
    renamed = {i for o in applied.outcomes if o.correction.action == "identity" for i in o.claims}
    for outcome in applied.outcomes:
        if outcome.correction.action in ("reject", "edit", "accept") and outcome.result == "applied":
            last[outcome.claims[0]] = outcome.correction
    for ident, correction in last.items():
        assert (ident in after) == (correction.action != "reject")
        if ident in after:
            assert after[ident].status == correction.set.status
            assert after[ident].evidence.rule == correction.rule
    assert all(after[c.id] == c for c in findings.claims if c.id not in {*last, *renamed})


def check_all_stand(annals: Annals, applied: Applied, meant: dict[str, list[int]]) -> None:
    """What is orphaned has lost its line or a neighbour of it; a passage untouched is never given up."""
    there = {line.number for line in annals.lines}
    for outcome in applied.outcomes:
        if outcome.result == "orphaned" and set(meant[outcome.correction.id]) <= there:
            anchors = outcome.correction.anchors
            at_an_end = any(len(a.before) < CONTEXT or len(a.after) < CONTEXT for a in anchors)
            text = " ".join(line.words for line in annals.lines)
            assert at_an_end or any(text.count((a.before + a.sentence + a.after).strip()) != 1 for a in anchors)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_two_hundred_corrections_through_edits_and_rebuilds(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secrets
    annals = Annals(chance)
    annals.lines = [annals.new() for _ in range(300)]
    file = tmp_path / "annals.corrections.toml"
    meant: dict[str, list[int]] = {}
    tally: Counter[str] = Counter()
    assert len(annals.read()[0].claims) == 300
    for rebuild in range(1, 41):
        findings, starts = annals.read()
        while len(meant) < rebuild * 5:
            made = correct_at_random(chance, findings, chance.choice(findings.claims))
            added = add_correction(file, made)
            document = findings.documents[0]
            spans = [Places([document]).find(a) for a in made.anchors]
            meant[added.id] = [line_at(span, starts) for span in spans]  # type: ignore[arg-type]
        for _ in range(chance.randrange(4)):
            annals.edit()
        now = annals.read()
        entries = read_corrections(file).entries
        assert [e.id for e in entries] == list(meant)
        applied = apply_corrections(now[0], entries, KNOWLEDGE)
        check_places(applied, meant, now, tally)
        check_effects(applied, now[0])
        check_all_stand(annals, applied, meant)
    assert len(read_corrections(file).entries) == 200
    assert min(tally["applied"], tally["orphaned"], tally["unused"]) > 5
