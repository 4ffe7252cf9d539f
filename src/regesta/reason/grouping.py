"""One event, many accounts: claims that tell of one happening, grouped with the reason. When in doubt, kept apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event, Verdict
from regesta.model.ids import Id, stable_id
from regesta.reason.retold import MEASURE_DAYS, Account, Accounts, meet, tell_of_one
from regesta.rules.event_types import EventTypes

SINGLE = "single"
_PARTS = ("actor", "target", "place")

_Group = tuple[list[Claim], str]
_Gathered = dict[tuple[str, int, str], list[list[Account]]]
"""Accounts of one happening each, by type, month and what the first names: nothing else may tell of the same."""


def group_claims(findings: Findings, types: EventTypes, verdicts: Sequence[Verdict] = ()) -> tuple[Event, ...]:
    """Events in text order. Claims are grouped where type, status and day agree and nobody who takes part clashes.

    People's verdicts win over that, the later over the earlier.
    """
    position = {c.id: i for i, c in enumerate(findings.claims)}
    accounts = Accounts(findings, types)
    groups: list[_Group] = []
    gathered: _Gathered = defaultdict(list)
    told: list[Account] = []
    for claim in findings.claims:
        account = accounts.read(claim)
        if account is None:
            groups.append(([claim], SINGLE))
        else:
            told.append(account)
    # Who says most comes first, so that a bare account finds all those that it may belong to.
    told.sort(key=lambda a: (-a.told, a.last - a.first, position[a.claim.id]))
    for account in told:
        _gather(account, gathered)
    for group in _each(gathered):
        claims = sorted((a.claim for a in group), key=lambda c: position[c.id])
        groups.append((claims, _reason(group)))
    for verdict in verdicts:
        groups = _obey(groups, verdict, position)
    groups.sort(key=lambda g: position[g[0][0].id])
    return tuple(_event(claims, reason) for claims, reason in groups)


def _gather(account: Account, gathered: _Gathered) -> None:
    """Puts an account to the one happening that it may tell of; it stands alone where that is none or several."""
    months = range(account.first // MEASURE_DAYS, account.last // MEASURE_DAYS + 1)
    places = [(account.sort, month, mark) for mark in sorted(account.marks) for month in months]
    near = {id(group): group for place in places for group in gathered.get(place, ()) if meet(account, group[0])}
    may = [group for group in near.values() if all(tell_of_one(account, other) for other in group)]
    if len(may) == 1:
        may[0].append(account)
        return
    alone = [account]
    for place in places:
        gathered[place].append(alone)


def _each(gathered: _Gathered) -> Iterator[list[Account]]:
    return iter({id(g): g for groups in gathered.values() for g in groups}.values())


def _reason(group: Sequence[Account]) -> str:
    """What the accounts share: `same type, target, place and day`."""
    if len(group) == 1:
        return SINGLE
    shared = [part for i, part in enumerate(_PARTS) if all(a.names[i] for a in group)]
    return f"same type, {', '.join(shared)} and {'day' if len({(a.first, a.last) for a in group}) == 1 else 'time'}"


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
    first = next((c for c in claims if c.fillers("actor")), claims[0])
    return Event(
        stable_id("ev", *sorted(c.id for c in claims)), first.type, first.status, tuple(c.id for c in claims), reason
    )
