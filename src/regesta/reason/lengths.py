"""How long something went on, where the sentence tells that instead of days: "she held the post for nine years"."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from regesta.model.chronology import Findings
from regesta.model.ids import Id
from regesta.model.time import DURATION, TimeExpression

_DAYS = {"D": 1, "W": 7, "M": 30.5, "Y": 365.25}
"""Days in the units of TIMEX3 periods, such as `P9Y`."""


def lengths_behind(findings: Findings) -> Mapping[Id, list[TimeExpression]]:
    """By claim without a date, or with none of its end, the lengths of time that its sentence tells behind it."""
    lengths = sorted((t for t in findings.times if t.kind == DURATION), key=lambda t: t.span)
    spans = [t.span for t in lengths]
    sentences = {s.id: s.span for s in findings.sentences}
    told: dict[Id, list[TimeExpression]] = {}
    triggers = sorted(c.trigger for c in findings.claims) if lengths else []
    for claim in findings.claims if lengths else ():
        lasting = claim.time.when is not None and claim.time.when.lasting
        if claim.time.when is None or (lasting and claim.time.when.end.latest is None):
            first, sentence = bisect_left(spans, claim.trigger), sentences[claim.sentence]
            last = first
            follows = bisect_right(triggers, claim.trigger)
            # "had been mayor since 1835 and carried on for two years": a length is that of what is told last before it.
            beyond = triggers[follows] if lasting and follows < len(triggers) else None
            while last < len(spans) and sentence.covers(spans[last]) and (beyond is None or spans[last] < beyond):
                last += 1
            if last > first:
                told[claim.id] = lengths[first:last]
    return told


def counted_by_length(findings: Findings) -> Mapping[Id, list[TimeExpression]]:
    """The length of time of each claim whose end was counted from it."""
    lengths = {t.id: t for t in findings.times if t.kind == DURATION and t.when is None}
    counted = ((c.id, c.time.expression) for c in findings.claims)
    return {claim: [lengths[e]] for claim, e in counted if e is not None and e in lengths}


def days_of(length: TimeExpression) -> tuple[float, float] | None:
    """The fewest and the most days that a length may be told for, one unit less or more; None where it is vague."""
    value = length.value or "?"
    number, unit = value[1:-1], _DAYS.get(value[-1])
    if unit is None or not number.isdecimal():
        return None
    return (int(number) - 1) * unit, (int(number) + 1) * unit
