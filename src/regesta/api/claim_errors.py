"""What is wrong with the claims of gold chronicles as they are read: for programs, and a line each for people."""

from collections.abc import Iterator
from typing import Any

from regesta.api.claim_scores import ChronicleScores, JudgedState
from regesta.evaluate import ROLES, ClaimRecord, Difference


def error_records(scores: ChronicleScores) -> list[dict[str, Any]]:
    """Each claim and answer that is not right, as plain values."""
    return [record for _, record in _errors(scores)]


def say_errors(scores: ChronicleScores) -> Iterator[str]:
    """The same, a line each: `missing`, `extra`, `differs`, the verdict on an answer, `passed` over; text and words."""
    for line, _ in _errors(scores):
        yield line


def _errors(scores: ChronicleScores) -> Iterator[tuple[str, dict[str, Any]]]:
    for text in scores.texts:
        for difference in text.counts.differences:
            yield _say(text.name, difference), _record(text.name, difference)
        for state in text.states:
            if state.verdict != "right":
                yield _say_state(text.name, state), _state_record(text.name, state)
        for finding in (f.wanted for f in text.findings if not f.found):
            noted = {"kind": finding.kind, "line": finding.line, "words": finding.words}
            yield f"{'passed':8} {text.name} {finding}", {"text": text.name, "is": "passed", **noted}


def _kind(difference: Difference) -> str:
    if difference.told is None:
        return "missing"
    return "extra" if difference.gold is None else "differs"


def _record(text: str, difference: Difference) -> dict[str, Any]:
    sides = {"gold": difference.gold, "told": difference.told}
    return {"text": text, "is": _kind(difference), **{n: _plain(claim) for n, claim in sides.items() if claim}}


def _plain(claim: ClaimRecord) -> dict[str, Any]:
    return {
        "id": claim.id,
        "trigger": claim.trigger,
        "start": claim.spans[0][0],
        "end": claim.spans[0][1],
        "type": claim.types[0],
        "status": claim.status,
        **{role: list(claim.roles[role]) for role in ROLES},
        "earliest": claim.bounds[0],
        "latest": claim.bounds[1],
    }


def _say(text: str, difference: Difference) -> str:
    gold, told = difference.gold, difference.told
    kind = f"{_kind(difference):8}"
    if told is None:
        return f"{kind} {text} {_words(gold)}"
    if gold is None:
        return f"{kind} {text} {_words(told)}"
    return f"{kind} {text} {_words(gold)} | told: {_words(told)}"


def _words(claim: ClaimRecord | None) -> str:
    """`id "word" type asserted 1870-08-07..1870-08-07 actor > target @ place`."""
    if claim is None:
        return ""
    days = "..".join(day or "?" for day in claim.bounds) if claim.dated else "undated"
    actor, target, place = (", ".join(claim.roles[role]) or "-" for role in ROLES)
    return f'{claim.id} "{claim.trigger}" {claim.types[0]} {claim.status} {days} {actor} > {target} @ {place}'


def _say_state(text: str, state: JudgedState) -> str:
    told = ", ".join(f"{a.holder} ({a.certainty})" for a in state.answers or ()) or "nobody"
    wanted = f"{state.asked.holder or 'nobody'} ({state.asked.certainty})"
    return f"{state.verdict:8} {text} {state.asked.question}: {wanted} | told: {told}"


def _state_record(text: str, state: JudgedState) -> dict[str, Any]:
    asked = state.asked
    return {
        "text": text,
        "is": state.verdict,
        "question": asked.question,
        "gold": {"holder": asked.holder, "certainty": asked.certainty},
        "told": None
        if state.answers is None
        else [{"holder": a.holder, "certainty": a.certainty} for a in state.answers],
    }
