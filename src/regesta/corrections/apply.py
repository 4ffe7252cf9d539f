"""Replays corrections on what was read, in the order of their file; each is applied, unused or orphaned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.corrections.anchors import Lost
from regesta.corrections.bench import Bench, Knowledge, Refused
from regesta.corrections.entries import Action, Anchor, Correction
from regesta.corrections.fields import COMMON_ROLES, NO_TIME, set_fields
from regesta.corrections.identity import identify
from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Verdict
from regesta.model.evidence import Evidence
from regesta.model.ids import Id, stable_id
from regesta.model.text import Span

Result = Literal["applied", "unused", "orphaned"]

__all__ = ["COMMON_ROLES", "Applied", "Knowledge", "Outcome", "Result", "apply_corrections"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction."""

    correction: Correction
    result: Result
    reason: str = ""
    """Why it was not applied: one clause."""
    claims: tuple[Id, ...] = ()
    """What it changed."""


@dataclass(frozen=True, slots=True)
class Applied:
    """Corrected findings, what is now said to be one happening or several, and what became of each correction."""

    findings: Findings
    verdicts: tuple[Verdict, ...]
    outcomes: tuple[Outcome, ...]


def apply_corrections(findings: Findings, corrections: Sequence[Correction], knowledge: Knowledge) -> Applied:
    """The findings after all corrections; nothing changes where there are none."""
    bench = Bench(findings)
    outcomes = tuple(_apply(bench, correction, knowledge) for correction in corrections)
    return Applied(bench.put_back() if outcomes else findings, tuple(bench.verdicts), outcomes)


def _apply(bench: Bench, correction: Correction, knowledge: Knowledge) -> Outcome:
    if correction.damaged:
        return Outcome(correction, "orphaned", "its quotations were changed by hand; make it again")
    spans = []
    for anchor in correction.anchors:
        found = bench.places.find(anchor)
        if isinstance(found, Lost):
            return Outcome(correction, "orphaned", found.reason)
        spans.append(found)
    try:
        return Outcome(correction, "applied", "", _ACTIONS[correction.action](bench, correction, spans, knowledge))
    except Refused as why:
        return Outcome(correction, "unused", str(why))


def _choose(bench: Bench, anchor: Anchor, trigger: Span) -> Claim:
    """The claim that was meant: the only one at its words, or the one of the same id or type; else Refused."""
    claims = bench.claims_at(trigger)
    if not claims:
        raise Refused("nothing is read at its words any more")
    same = [c for c in claims if c.id == anchor.claim] or [c for c in claims if c.type == anchor.read_as]
    if len(claims) == 1 or len(same) == 1:
        return claims[0] if len(claims) == 1 else same[0]
    raise Refused(f"{len(claims)} happenings are read at its words, and it does not say which is meant")


def _reject(bench: Bench, correction: Correction, spans: list[Span], knowledge: Knowledge) -> tuple[Id, ...]:  # noqa: ARG001
    anchor = correction.anchors[0]
    claim = _choose(bench, anchor, spans[0])
    if anchor.read_as not in ("", claim.type):
        raise Refused(f'its words are read as "{claim.type}" now, and not as "{anchor.read_as}"')
    bench.drop(claim.id)
    return (claim.id,)


def _edit(bench: Bench, correction: Correction, spans: list[Span], knowledge: Knowledge) -> tuple[Id, ...]:
    claim = _choose(bench, correction.anchors[0], spans[0])
    bench.put(set_fields(bench, claim, correction, knowledge))
    return (claim.id,)


def _accept(bench: Bench, correction: Correction, spans: list[Span], knowledge: Knowledge) -> tuple[Id, ...]:
    """As it was read when somebody accepted it, even where it is not read any more."""
    if bench.claims_at(spans[0]):
        return _edit(bench, correction, spans, knowledge)
    return _add(bench, correction, spans, knowledge)


def _add(bench: Bench, correction: Correction, spans: list[Span], knowledge: Knowledge) -> tuple[Id, ...]:
    fields, trigger = correction.set, spans[0]
    if fields.type is None:
        raise Refused("it does not say what type of happening it adds")
    read = [c for c in bench.claims_at(trigger) if c.type == fields.type]
    if read:
        bench.put(set_fields(bench, read[0], correction, knowledge))
        return (read[0].id,)
    sentence = bench.sentence_at(trigger)
    ident = stable_id("c", sentence.id, trigger.start - sentence.span.start, correction.hash)
    bare = Claim(
        id=ident,
        type=fields.type,
        trigger=trigger,
        sentence=sentence.id,
        status=fields.status or "asserted",
        roles=(),
        time=NO_TIME,
        citations=bench.citations_at(trigger, sentence),
        confidence=1.0,
        evidence=Evidence((sentence.span,), correction.rule),
    )
    bench.put(set_fields(bench, bare, correction, knowledge))
    return (ident,)


def _merge(bench: Bench, correction: Correction, spans: list[Span], knowledge: Knowledge) -> tuple[Id, ...]:  # noqa: ARG001
    chosen = [_choose(bench, a, s) for a, s in zip(correction.anchors, spans, strict=True)]
    if len({c.status for c in chosen}) > 1:
        raise Refused("its accounts differ in status; set that first")
    idents = tuple(dict.fromkeys(c.id for c in chosen))
    if len(idents) < 2:
        raise Refused("it names one account twice")
    bench.verdicts.append(Verdict(idents, correction.rule, same=True))
    return idents


def _split(bench: Bench, correction: Correction, spans: list[Span], knowledge: Knowledge) -> tuple[Id, ...]:  # noqa: ARG001
    claim = _choose(bench, correction.anchors[0], spans[0])
    bench.verdicts.append(Verdict((claim.id,), correction.rule, same=False))
    return (claim.id,)


def _identity(bench: Bench, correction: Correction, spans: list[Span], knowledge: Knowledge) -> tuple[Id, ...]:  # noqa: ARG001
    return identify(bench, spans[0], correction)


_ACTIONS: dict[Action, Callable[[Bench, Correction, list[Span], Knowledge], tuple[Id, ...]]] = {
    "accept": _accept,
    "reject": _reject,
    "edit": _edit,
    "merge": _merge,
    "split": _split,
    "add": _add,
    "identity": _identity,
}
