"""Who got which: "they chose Lund as king and Vane as envoy" makes nobody both."""

from collections import Counter
from dataclasses import replace

from regesta.model.claim import Claim
from regesta.reason.participants import PLACE

_LEAST = 2
"""Pairs that there must be for a claim to tell of more than one."""


def told_apart(claim: Claim) -> tuple[Claim, ...]:
    """The claim once for each pair of participants that it tells in turns, with what is told of them all.

    Turns are told by two rules, each as often as the other, and one behind the other: object, as-phrase, object,
    as-phrase. Any other claim is given back alone.
    """
    told = {r.span: r for r in sorted(claim.roles, key=lambda r: (r.span, r.name == PLACE), reverse=True)}
    rules = Counter(r.rule for r in told.values())
    often = {rule for rule, times in rules.items() if times >= _LEAST}
    turns = sorted((r for r in told.values() if r.rule in often), key=lambda r: r.span)
    first, second = turns[::2], turns[1::2]
    if len(often) != _LEAST or len(first) != len(second):
        return (claim,)
    if len({r.rule for r in first}) > 1 or len({r.rule for r in second}) > 1:
        return (claim,)
    apart = {r.span for r in turns}
    pairs = ({a.span, b.span} for a, b in zip(first, second, strict=True))
    return tuple(
        replace(claim, roles=tuple(r for r in claim.roles if r.span in pair or r.span not in apart)) for pair in pairs
    )
