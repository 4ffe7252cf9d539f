"""What a title before a name tells in passing: that "Chancellor Hollweg" was chancellor about then."""

from collections.abc import Iterator, Sequence

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event
from regesta.model.entity import Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.rules.effects import Use
from regesta.rules.places import PlaceWords

TITLE = "title"


def find_titles(findings: Findings, events: Sequence[Event], words: PlaceWords) -> Iterator[tuple[Id, Use, Evidence]]:
    """One weak observation a person and office: who bears the title need not have borne it on the day of what is told.

    `President Lincoln was born in 1809` is why it is never more than possible.
    """
    people = {e.id: e for e in findings.entities if e.kind == "person"}
    told = {c: e.id for e in events if e.status == "asserted" for c in e.claims}
    documents = {d.id: d for d in findings.documents}
    bearing: dict[Id, tuple[Mention, str]] = {}
    for mention in findings.mentions:
        person = people.get(mention.entity) if mention.entity is not None and mention.form == "name" else None
        if person is None:
            continue
        title = _title(mention.span.quote(documents[mention.span.document]), person, words)
        if title is not None:
            bearing[mention.id] = mention, title
    seen: set[tuple[Id, str]] = set()
    for claim in findings.claims:
        for person_id, title in _borne(claim, bearing) if claim.id in told else ():
            if (person_id, title) not in seen:
                seen.add((person_id, title))
                name = people[person_id].name
                use = Use("observes", "office", "weak", "named", title, None, name, person_id, name)
                yield told[claim.id], use, Evidence(claim.evidence.quotes, TITLE, (claim.id,))


def _borne(claim: Claim, bearing: dict[Id, tuple[Mention, str]]) -> Iterator[tuple[Id, str]]:
    for mention, title in bearing.values():
        if mention.entity is not None and any(r.span.overlaps(mention.span) for r in claim.roles):
            yield mention.entity, title


def _title(quote: str, person: Entity, words: PlaceWords) -> str | None:
    """The office in the words before a name, with what stands behind it: `German Chancellor`, `King of Vestria`."""
    at = quote.find(person.name.split(" ")[0])
    title = quote[:at].strip() if at > 0 else ""
    if not title or words.kind_of(title) != "office" or words.is_past(title):
        return None
    return title
