"""One event, many accounts: claims that tell of one happening, grouped with the reason. When in doubt, kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event, Verdict
from regesta.model.ids import Id, stable_id
from regesta.model.text import Document
from regesta.model.time import When

SINGLE = "single"
_MEASURE_DAYS = 31
"""Two accounts may be grouped by a day, a week or a month that they share, never by a year."""


_Group = tuple[list[Claim], str]


def group_claims(findings: Findings, verdicts: Sequence[Verdict] = ()) -> tuple[Event, ...]:
    """Events in text order. Claims are grouped where type, status, participants and day all agree.

    People's verdicts win over that, the later over the earlier.
    """
    documents = {d.id: d for d in findings.documents}
    buckets: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in findings.claims:
        buckets[_signature(claim, documents)].append(claim)
    groups: list[_Group] = []
    for signature, claims in buckets.items():
        if signature[0] == SINGLE or len(claims) == 1:
            groups += [([c], SINGLE) for c in claims]
        else:
            groups += _split_by_place(claims)
    position = {c.id: i for i, c in enumerate(findings.claims)}
    for verdict in verdicts:
        groups = _obey(groups, verdict, position)
    groups.sort(key=lambda g: position[g[0][0].id])
    return tuple(_event(claims, reason) for claims, reason in groups)


def _obey(groups: Sequence[_Group], verdict: Verdict, position: Mapping[Id, int]) -> list[_Group]:
    """The groups after somebody has joined some of them, or has taken a claim out of one."""
    meant = set(verdict.claims)
    left = [g for g in groups if not any(c.id in meant for c in g[0])]
    concerned = [g for g in groups if any(c.id in meant for c in g[0])]
    if verdict.same:
        joined = sorted((c for claims, _ in concerned for c in claims), key=lambda c: position[c.id])
        return [*left, (joined, verdict.reason)] if joined else left
    for claims, reason in concerned:
        rest = [c for c in claims if c.id not in meant]
        left += [([c], verdict.reason) for c in claims if c.id in meant]
        left += [(rest, reason if len(rest) > 1 else SINGLE)] if rest else []
    return left


def _event(claims: list[Claim], reason: str) -> Event:
    first = claims[0]
    return Event(
        stable_id("ev", *sorted(c.id for c in claims)), first.type, first.status, tuple(c.id for c in claims), reason
    )


def _signature(claim: Claim, documents: dict[Id, Document]) -> tuple[object, ...]:
    """What two accounts must share; a claim that says too little shares it with nobody."""
    when = claim.time.when
    actors, targets = _who(claim, "actor"), _who(claim, "target")
    if claim.status != "asserted" or when is None or not _is_narrow(when) or not (actors or targets):
        return (SINGLE, claim.id)
    if any(r.entity is None for r in claim.roles if r.name in ("actor", "target")):
        return (SINGLE, claim.id)
    words = documents[claim.trigger.document].text[claim.trigger.start : claim.trigger.end].casefold()
    return (claim.type, claim.status, actors, targets, when.start, when.end, "" if actors and targets else words)


def _who(claim: Claim, role: str) -> frozenset[Id]:
    return frozenset(r.entity for r in claim.fillers(role) if r.entity is not None)


def _is_narrow(when: When) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest < _MEASURE_DAYS


def _split_by_place(claims: Iterable[Claim]) -> list[tuple[list[Claim], str]]:
    """Accounts that name different places are different happenings; one without a place joins only if there is one."""
    placed: dict[frozenset[Id], list[Claim]] = defaultdict(list)
    for claim in claims:
        placed[_who(claim, "place")].append(claim)
    bare = placed.pop(frozenset(), [])
    if len(placed) <= 1:
        together = next(iter(placed.values()), []) + bare
        return [(together, "same type, participants and day")]
    grouped = [
        (group, "same type, participants, place and day" if len(group) > 1 else SINGLE) for group in placed.values()
    ]
    return grouped + [([claim], SINGLE) for claim in bare]
