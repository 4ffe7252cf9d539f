"""What a chronicle gives to a reader: words with their place, entries of the chronology, one thing shown in full."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from regesta.model.claim import Claim, Event, Status
from regesta.model.ids import Id
from regesta.model.lookup import Lookup
from regesta.model.text import Span
from regesta.model.time import Bounds
from regesta.rules.gazetteer import fold_name
from regesta.rules.places import telling_words
from regesta.rules.problems import suggest


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation and where it stands; lines and columns count from 1, offsets are characters of the source."""

    quote: str
    document: str
    start: int
    end: int
    line: int
    column: int

    @property
    def at(self) -> str:
        """`communes.txt:2:5`."""
        return f"{self.document}:{self.line}:{self.column}"

    def record(self) -> dict[str, Any]:
        """For JSON."""
        return {"quote": self.quote, "document": self.document, "start": self.start, "end": self.end}


def words_at(span: Span, lookup: Lookup) -> Words:
    """The words of a span."""
    line, column = lookup.line(span)
    name = lookup.documents[span.document].name
    return Words(lookup.quote(span), name, span.start, span.end, line, column)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as a line of the chronology."""

    id: Id
    date: str
    """In words, such as `between 21 May and 10 June 1871`."""
    earliest: str | None
    """First day on which any of it may fall, ISO; None where open."""
    latest: str | None
    edtf: str | None
    type: str
    status: Status
    what: str
    """The word that tells of it, such as `seizure`."""
    who: tuple[str, ...]
    to: tuple[str, ...]
    where: tuple[str, ...]
    words: Words
    """The sentence of its first account."""
    citations: tuple[str, ...]
    claims: tuple[Id, ...]
    disputed: bool

    def record(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "date": self.date,
            "edtf": self.edtf,
            "earliest": self.earliest,
            "latest": self.latest,
            "type": self.type,
            "status": self.status,
            "what": self.what,
            "who": list(self.who),
            "to": list(self.to),
            "where": list(self.where),
            "words": self.words.record(),
            "citations": list(self.citations),
            "claims": list(self.claims),
            "disputed": self.disputed,
        }


def filler_names(claims: Iterable[Claim], roles: Iterable[str] | None, lookup: Lookup) -> tuple[str, ...]:
    """Who fills the roles (all roles where None), each once, under the fullest name that the accounts give."""
    wanted = None if roles is None else set(roles)
    told: dict[str, Id] = {}
    for claim in claims:
        for role in claim.roles:
            if wanted is None or role.name in wanted:
                told.setdefault(lookup.inside(role, claim), role.span.document)
    names = list(told)
    return tuple(n for i, n in enumerate(names) if not any(_says_more(m, n, told, j < i) for j, m in enumerate(names)))


def _says_more(name: str, other: str, told: Mapping[str, Id], first: bool) -> bool:
    """Whether it is another source's longer name for the same ("Charles Gordon", "Gordon"), or the same said first."""
    if told[name] == told[other]:
        return False
    more, less = telling_words(name), telling_words(other)
    return less < more or (less == more and first)


def make_entry(event: Event, lookup: Lookup) -> Entry:
    """The line of an event; its date is that of its most tightly dated account."""
    claims = [lookup.claims[c] for c in event.claims]
    dating = min((lookup.dating(c) for c in claims), key=lambda d: _width(d.bounds))
    dates = lookup.dates.get(event.id)
    first = claims[0]
    earliest, latest = dating.bounds.iso()
    return Entry(
        id=event.id,
        date=dating.say(),
        earliest=earliest,
        latest=latest,
        edtf=dating.edtf,
        type=event.type,
        status=event.status,
        what=" ".join(lookup.quote(first.trigger).split()),
        who=filler_names(claims, ["actor"], lookup),
        to=filler_names(claims, ["target"], lookup),
        where=filler_names(claims, ["place"], lookup),
        words=words_at(lookup.sentences[first.sentence].span, lookup),
        citations=tuple(dict.fromkeys(label for c in claims for label in c.citations)),
        claims=event.claims,
        disputed=dates.disputed if dates else False,
    )


def _width(bounds: Bounds) -> tuple[int, int]:
    """Sorts bounds from the tightest to the open."""
    if bounds.earliest is None or bounds.latest is None:
        return (1, (bounds.earliest is None) + (bounds.latest is None))
    return (0, bounds.latest - bounds.earliest)


def names_of(claims: Iterable[Claim], lookup: Lookup) -> set[str]:
    """Every folded name under which a participant of the claims may be asked for; a body also by its place."""
    found: set[str] = set()
    for claim in claims:
        for role in claim.roles:
            found.add(fold_name(lookup.quote(role.span)))
            if role.entity is not None:
                entity = lookup.entities[role.entity]
                found |= {fold_name(n) for n in (entity.name, *entity.names)}
                if entity.part_of:
                    found.add(fold_name(entity.part_of))
    return found


def is_named(asked: str, names: Iterable[str]) -> bool:
    """Whether the asked words are one of the folded names, or whole words of one."""
    wanted = f" {fold_name(asked)} "
    return any(wanted in f" {name} " for name in names)


def near_name(asked: str, lookup: Lookup) -> str:
    """`; did you mean "Metz"?` where nothing is named so and something nearly is; else nothing."""
    names = {fold_name(name): name for e in lookup.entities.values() for name in (e.name, *e.names)}
    near = "" if is_named(asked, names) else suggest(fold_name(asked), names)
    return re.sub(r'"(.+)"', lambda found: f'"{names[found[1]]}"', near)


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim, event, holding, contradiction or gap in full."""

    id: Id
    kind: str
    facts: tuple[tuple[str, str], ...]
    """What is known, label by label, to be read."""
    record: dict[str, Any]
    """The same for programs."""
