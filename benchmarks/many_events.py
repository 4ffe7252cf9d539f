"""A made-up chronology of any size, to measure the page by: towns, people and bodies of no country, seeded."""

import random
import sys
from pathlib import Path

from regesta.model.calendars import to_jdn
from regesta.model.chronology import Chronology, Findings
from regesta.model.claim import Claim, ClaimTime, Event, Role
from regesta.model.constraint import EventDates
from regesta.model.entity import Coordinates, Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id, stable_id
from regesta.model.lookup import edtf_of
from regesta.model.manifest import Manifest, SourceRecord
from regesta.model.text import Document, Passage, Sentence, Span
from regesta.model.time import Bounds, When

TOWNS = ("Arvo", "Belm", "Cask", "Dorn", "Elk", "Faro", "Gant", "Holm", "Ister", "Jarn", "Kell", "Lund")
WHO = ("the guard", "the council", "the crowd", "the prefect", "the club", "the garrison", "Anna Vell", "Otto Marr")
DEEDS = (("occupied", "occupy"), ("left", "leave"), ("proclaimed", "proclaim"), ("seized", "seize"), ("lost", "lose"))
WHAT = ("the town hall", "the arsenal", "the station", "the prefecture")
STATUSES = ("asserted",) * 16 + ("planned", "denied", "reported", "possible")
MANIFEST = Manifest("0", "3", (SourceRecord("many.txt", "0" * 64, 1, "utf-8", "none"),), "0" * 64, "none")


class Maker:
    """Writes the text sentence by sentence and notes what each says."""

    def __init__(self, events: int, seed: int = 7) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - made-up data
        self.document = Id("d-000000000001")
        self.text: list[str] = []
        self.length = 0
        self.claims: list[Claim] = []
        self.events: list[Event] = []
        self.dates: list[EventDates] = []
        self.sentences: list[Sentence] = []
        self.mentions: dict[str, list[Mention]] = {}
        self.kinds: dict[str, str] = {}
        for n in range(events):
            self.tell(n)

    def span(self, start: int, words: str) -> Span:
        return Span(self.document, start, start + len(words))

    def role(self, name: str, kind: str, words: str, start: int) -> Role:
        ident = stable_id("e", words)
        span = self.span(start, words)
        self.kinds[words] = kind
        mention = Mention(stable_id("m", start), span, kind, "name", ident, Evidence((span,)))  # type: ignore[arg-type]
        self.mentions.setdefault(words, []).append(mention)
        return Role(name, span, ident, "made")

    def tell(self, n: int) -> None:
        choose = self.chance.choice
        who, (deed, kind), what, town = choose(WHO), choose(DEEDS), choose(WHAT), choose(TOWNS)
        sentence = f"{who} {deed} {what} in {town} (number {n}). "
        begin = self.length
        self.text.append(sentence)
        self.length += len(sentence)
        whole = Span(self.document, begin, begin + len(sentence) - 1)
        trigger = self.span(begin + len(who) + 1, deed)
        roles = (
            self.role("actor", "body" if who.startswith("the") else "person", who, begin),
            self.role("place", "place", town, begin + sentence.index(f" in {town}") + 4),
        )
        when = self.when(n)
        claim = Claim(
            stable_id("c", n),
            kind,
            trigger,
            stable_id("s", n),
            choose(STATUSES),  # type: ignore[arg-type]
            roles,
            ClaimTime(when, "stated", None, trigger),
            (str(n % 400),),
            0.9,
            Evidence((trigger,), "made"),
        )
        event = Event(stable_id("v", n), claim.type, claim.status, (claim.id,), "single")
        self.claims.append(claim)
        self.events.append(event)
        self.dates.append(EventDates(event.id, when.start, when.end))
        self.sentences.append(Sentence(stable_id("s", n), whole, stable_id("p", n // 20)))

    def when(self, n: int) -> When:
        day = to_jdn(1870, 1, 1) + self.chance.randrange(540)
        if n % 20 < 13:
            bounds = Bounds(day, day)
            return When(bounds, bounds, edtf_of(bounds) or "", "day")
        if n % 20 < 17:
            bounds = Bounds(day, day + self.chance.randrange(2, 30))
            return When(bounds, bounds, edtf_of(bounds) or "", "range")
        start, end = Bounds(day, day + 3), Bounds(day + 6, day + 10)
        return When(start, end, edtf_of(Bounds(day, day + 10), lasting=True) or "", "range", True)

    def passages(self) -> tuple[Passage, ...]:
        groups: dict[Id, list[Sentence]] = {}
        for sentence in self.sentences:
            groups.setdefault(sentence.passage, []).append(sentence)
        return tuple(
            Passage(ident, Span(self.document, held[0].span.start, held[-1].span.end), "prose")
            for ident, held in groups.items()
        )

    def entities(self) -> tuple[Entity, ...]:
        made = []
        for n, (name, mentions) in enumerate(self.mentions.items()):
            place = self.kinds[name] == "place"
            where = Coordinates(43 + n * 0.4, 2 + (n % 5), "made") if place else None
            ids = tuple(m.id for m in mentions)
            evidence = Evidence(mentions[0].evidence.quotes)
            made.append(Entity(stable_id("e", name), self.kinds[name], name, (name,), ids, evidence, where))  # type: ignore[arg-type]
        return tuple(made)

    def chronology(self) -> Chronology:
        document = Document(self.document, "many.txt", "".join(self.text), "none", "0" * 64, "utf-8")
        findings = Findings(
            documents=(document,),
            passages=self.passages(),
            sentences=tuple(self.sentences),
            mentions=tuple(m for held in self.mentions.values() for m in held),
            entities=self.entities(),
            claims=tuple(self.claims),
        )
        return Chronology(findings, tuple(self.events), tuple(self.dates))


def many_events(events: int) -> Chronology:
    """So many events in twelve towns within 18 months, a third with fuzzy dates, a fifth not simply asserted."""
    return Maker(events).chronology()


if __name__ == "__main__":
    from regesta.web import publish

    count, target = int(sys.argv[1]), Path(sys.argv[2])
    print(
        publish(many_events(count), MANIFEST, target, title=f"{count:,} made-up events", single="--single" in sys.argv)
    )
