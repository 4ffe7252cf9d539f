"""Sources that differ on what happened once: when somebody died, by whose hand, on which day a town fell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.constraint import Conflict, Moment
from regesta.model.ids import Id
from regesta.reason.book import Book
from regesta.reason.conflicts import Solved
from regesta.reason.versions import Who

DIFFER = "accounts-differ"


def find_differing(
    findings: Findings, book: Book, solved: Solved, deaths: Mapping[Id, Sequence[Event]]
) -> Iterator[Conflict]:
    """One for each two accounts of which one at least is given on somebody's word; `deaths` by whose they are."""
    who = Who(findings)
    for person, told in deaths.items():
        for one, other in combinations(told, 2):
            a, b = book.accounts(one)[0], book.accounts(other)[0]
            if "reported" not in (one.status, other.status):
                continue
            if are_apart(solved, one, other):
                yield book.make(DIFFER, f"sources differ on when {book.name(person)} died", (a.id, b.id))
            elif _by_others(a, b, who):
                yield book.make(DIFFER, f"sources differ on who killed {book.name(person)}", (a.id, b.id))
    yield from _on_days(findings, book, solved, who)


def are_apart(solved: Solved, one: Event, other: Event) -> bool:
    """Whether the days on which two things may have happened do not meet."""
    spans = sorted((solved.network.latest(solved.points[Moment(e.id, "end")]), _first(solved, e)) for e in (one, other))
    return spans[0][0] < spans[1][1]


def _first(solved: Solved, event: Event) -> float:
    return solved.network.earliest(solved.points[Moment(event.id, "start")])


def _by_others(one: Claim, other: Claim, who: Who) -> bool:
    """Whether each is told to be done by somebody or something, and not by the same."""
    a, b = who.fills(one, "actor"), who.fills(other, "actor")
    return a is not None and b is not None and not a & b


def _on_days(findings: Findings, book: Book, solved: Solved, who: Who) -> Iterator[Conflict]:
    """The same done by the same to the same, told in the same word for days that do not meet, each by another."""
    documents = {d.id: d for d in findings.documents}
    alike: dict[tuple[object, ...], list[tuple[Event, Claim, str]]] = defaultdict(list)
    for event in book.events:
        claim = book.accounts(event)[0]
        if event.status != "reported" or claim.said_by is None or claim.time.when is None:
            continue
        done_to = who.fills(claim, "target")
        if done_to is not None:
            trigger, teller = (s.quote(documents[s.document]).casefold() for s in (claim.trigger, claim.said_by))
            alike[claim.type, trigger, who.fills(claim, "actor"), done_to].append((event, claim, teller))
    for accounts in alike.values():
        for (one, a, teller), (other, b, second) in combinations(accounts, 2):
            if teller != second and are_apart(solved, one, other):
                yield book.make(DIFFER, "sources differ on when it happened", (a.id, b.id))
