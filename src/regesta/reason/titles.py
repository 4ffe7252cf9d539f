"""What is told in passing: that "Chancellor Hollweg" was chancellor about then, and who led a force that did it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event, Role
from regesta.model.entity import Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.state import Strength
from regesta.reason.naming import Naming
from regesta.rules.effects import Use
from regesta.rules.event_types import EventTypes
from regesta.rules.places import PlaceWords, fold

TITLE = "title"
LEADER = "leader"
ACTOR = "actor"
_OFFICIAL = ("words", "law")
"""Families of what somebody does in office."""


def find_titles(
    findings: Findings, events: Sequence[Event], offices: Iterable[tuple[str | None, str]], types: EventTypes
) -> Iterator[tuple[Id, Use, Evidence]]:
    """One observation a person and office, but for `offices` (holder, key) that are told more fully.

    It is weak: `President Lincoln was born in 1809`. Who speaks or decrees under a title on a stated day had it.
    """
    words = types.words
    people = {e.id: e for e in findings.entities if e.kind == "person"}
    told = {c: e.id for e in events if e.status == "asserted" for c in e.claims}
    bearing = _bearing(findings, people, words)
    starts = sorted(bearing)
    seen: set[tuple[Id, str, Strength]] = set()
    told_fully: dict[str | None, list[str]] = defaultdict(list)
    for holder, key in offices:
        told_fully[holder].append(f" {fold(key)} ")
    for claim in findings.claims:
        for role, (person_id, title) in _borne(claim, bearing, starts) if claim.id in told else ():
            name, strength = people[person_id].name, _strength(claim, role, types)
            if (person_id, title, strength) not in seen and not any(f" {fold(title)} " in k for k in told_fully[name]):
                seen.add((person_id, title, strength))
                use = Use("observes", "office", strength, "named", title, None, name, person_id, name)
                yield told[claim.id], use, Evidence(claim.evidence.quotes, TITLE, (claim.id,))


def _bearing(
    findings: Findings, people: Mapping[Id, Entity], words: PlaceWords
) -> dict[tuple[Id, int], tuple[Id, str]]:
    """Where each name with a title begins, with its person; a name behind "the prefect of Rouen," has that too."""
    documents = {d.id: d for d in findings.documents}
    bearing: dict[tuple[Id, int], tuple[Id, str]] = {}
    last: Mention | None = None
    for mention in sorted(findings.mentions, key=lambda m: (m.span.document, m.span.start)):
        person = people.get(mention.entity) if mention.entity is not None and mention.form != "pronoun" else None
        if person is None:
            continue
        document, at = documents[mention.span.document], (mention.span.document, mention.span.start)
        quote = mention.span.quote(document)
        title = _title(quote, person, words) if mention.form == "name" else _office(quote, words)
        if title is not None:
            bearing[at] = person.id, title
        elif last is not None and last.span.document == mention.span.document and last.entity == mention.entity:
            said = bearing.get((last.span.document, last.span.start))
            between = document.text[last.span.end : mention.span.start].rstrip()
            if said is not None and between.find(",") == len(between) - 1:
                bearing[at] = said
        last = mention
    return bearing


def find_leaders(findings: Findings, events: Sequence[Event], naming: Naming) -> Iterator[tuple[Id, Use, Evidence]]:
    """That somebody was at the head of a force when it acted: "the British army under Grant".

    Not of a force that goes by one common word: "troops" are not always the same.
    """
    claims = {c.id: c for c in findings.claims}
    for event in events:
        for claim in (claims[c] for c in event.claims if event.status == "asserted"):
            acting = claim.fillers("actor")
            leading = [r for r in acting if naming.words.parts.get(r.rule) == LEADER]
            if not leading:
                continue
            forces = [p for p in map(naming.participant, (r for r in acting if r not in leading)) if p.kind == "body"]
            key = naming.words.without_article(forces[0].name) if len(forces) == 1 else ""
            for leader in map(naming.participant, leading):
                if leader.kind == "person" and leader.known and " " in key:
                    use = Use("observes", "office", "firm", "named", key, forces[0].entity, leader.name, leader.entity)
                    yield event.id, use, Evidence(claim.evidence.quotes, TITLE, (claim.id,))


def _strength(claim: Claim, role: Role, types: EventTypes) -> Strength:
    """Firm for whoever rules or speaks under the title on one stated day."""
    kind, when = types.get(claim.type), claim.time.when
    official = kind is not None and kind.family in _OFFICIAL and role.name == ACTOR and not role.likely_only
    on_a_day = when is not None and when.earliest is not None and when.earliest == when.latest
    return "firm" if official and on_a_day and claim.time.basis == "stated" else "weak"


def _borne(
    claim: Claim, bearing: Mapping[tuple[Id, int], tuple[Id, str]], starts: Sequence[tuple[Id, int]]
) -> Iterator[tuple[Role, tuple[Id, str]]]:
    for role in claim.roles:
        low = bisect_left(starts, (role.span.document, role.span.start))
        high = bisect_left(starts, (role.span.document, role.span.end))
        yield from ((role, bearing[start]) for start in starts[low:high])


def _title(quote: str, person: Entity, words: PlaceWords) -> str | None:
    """The office in the words before a name, with what stands behind it: `German Chancellor`, `King of Vestria`."""
    at = quote.find(person.name.split(" ")[0])
    return _office(quote[:at].strip(), words) if at > 0 else None


def _office(title: str, words: PlaceWords) -> str | None:
    """Words that name an office, without article: `mayor` for "the mayor, Joseph Sykes"."""
    title = words.without_rank(title)
    if not title or words.kind_of(title) != "office" or words.is_past(title):
        return None
    return title
