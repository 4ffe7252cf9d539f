"""Who or what a role of a claim stands for: its name, its kind and the place it belongs to."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Role
from regesta.model.entity import Entity, Mention
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.rules.effects import Participant
from regesta.rules.places import PlaceWords, fold

_TYPED_BY_WORDS = frozenset(("place", "unknown", "body"))
ACTOR, PLACE, TARGET, OFFICE, POST = "actor", "place", "target", "office", "post"
DECEASED, POWER, OWNER, QUARTER, ASSET = "deceased", "power", "owner", "quarter", "asset"
_STEM, _ENDING = 5, 3
"""Letters that a country and its people share at the least, and those that one may have more: Japan, Japanese."""
_WORD = 30
"""Letters within which the next word ends."""
_UNANSWERED = ("no-antecedent", "ambiguous")
"""Rules of words that point back to nobody named so: "the governor"."""


class Participants:
    """Looks up whom or what the roles of claims stand for."""

    def __init__(
        self,
        findings: Findings,
        words: PlaceWords,
        known_place: Callable[[str], bool],
        ends_life: Callable[[Claim], bool] = lambda _: False,
        of_office: Callable[[Claim], bool] = lambda _: True,
    ) -> None:
        """`ends_life` and `of_office`: whether a claim tells a death, and whether it is about an office."""
        self.words = words
        self.known_place = known_place
        self.of_office = of_office
        self.entities = {e.id: e for e in findings.entities}
        self.documents = {d.id: d for d in findings.documents}
        self.mentions: dict[tuple[Id, int, int], Mention] = {
            (m.span.document, m.span.start, m.span.end): m for m in findings.mentions
        }
        self.spans = sorted(self.mentions)
        self.heads = {(m.span.document, m.span.start): m for m in findings.mentions if m.form == "description"}
        self.owners = {(m.span.document, m.span.start) for m in findings.mentions if m.form == "pronoun"}
        """Where pronouns stand: "his brother" names nobody."""
        self.in_sentence = _by_sentence(findings, self.entities)
        self.named_people = {
            (m.span.document, m.span.start): m.entity
            for m in findings.mentions
            if m.entity is not None and self.entities[m.entity].kind == "person"
        }
        self.people = sorted(self.named_people)
        self.claims = findings.claims
        self.starts: dict[Id, list[Claim]] = {}
        for claim in sorted(findings.claims, key=_trigger):
            self.starts.setdefault(claim.trigger.document, []).append(claim)
        self.triggers = {(c.trigger.document, c.trigger.start) for c in findings.claims}
        self.order = {c.id: i for i, c in enumerate(findings.claims)}
        self.assets = {
            r.entity for c in findings.claims for r in c.roles if r.entity and words.parts.get(r.rule) == ASSET
        }
        """Bodies that are told to be owned, or in the hands of a majority."""
        self.dead: dict[Id, Span] = {}
        """Entities that are told to die, and where that is told first."""
        for claim in filter(ends_life, findings.claims):
            for role in claim.fillers(TARGET):
                if role.entity is not None:
                    self.dead.setdefault(role.entity, claim.trigger)
        self._told: dict[tuple[Span, str, Id | None], Participant] = {}
        self._known: dict[tuple[str, str, Id | None], Participant] = {}
        self.places: dict[str, Entity] = {}
        for entity in findings.entities:
            if entity.kind == "place":
                for name in (entity.name, *entity.names):
                    self.places.setdefault(fold(words.bare(name)), entity)

    def participant(self, role: Role) -> Participant:
        """The filler of a role: the entity if the text says which, else the words as they stand."""
        asked = (role.span, role.name, role.entity)
        if asked not in self._told:
            self._told[asked] = self._filler(role)
        return self._told[asked]

    def _filler(self, role: Role) -> Participant:
        entity = self.entities.get(role.entity) if role.entity is not None else None
        span = role.span
        text = whole_words(self.documents[span.document].text, span)
        charge = self._charge(text, span, entity) if role.name == TARGET else None
        if charge is not None:
            return charge
        if entity is not None and not (role.name == OFFICE and entity.kind == "person"):
            return self._named(entity.name, entity.kind, entity)
        if self.words.names_nobody(text):
            return Participant(text, "unknown", known=False)
        mention = self.mentions.get((span.document, span.start, span.end)) or self._described(span, text)
        place = self.places.get(fold(self.words.bare(text))) or self._country_of(text) if mention is None else None
        if place is not None:
            return self._named(place.name, place.kind, place)
        kind = mention.kind if mention is not None else self.words.kind_of(text)
        if (span.document, span.start) in self.owners and OFFICE not in (role.name, kind):
            return Participant(text, mention.kind if mention is not None else "unknown", known=False)
        if mention is not None and mention.evidence.rule in _UNANSWERED and mention.kind == "person":
            told = self._of_that_office(span, text) if mention.form == "description" else None
            if told is not None:
                return told
        if mention is not None and (mention.form == "pronoun" or mention.refers) and mention.entity is None:
            return Participant(text, mention.kind, known=False)
        if (mention is None or mention.form == "description") and self.words.without_article(text) != text:
            text = text[0].lower() + text[1:]
        text = self._over_whom(text, span)
        kind = mention.kind if mention is not None else "event" if self._happens(span, text) else "unknown"
        return self._named(text, kind, None)

    def _over_whom(self, office: str, span: Span) -> str:
        """An office with the name of what it is over: `mayor of Ulm`, where "mayor of the town" means Ulm."""
        if self.words.kind_of(office) != OFFICE:
            return office
        text = self.documents[span.document].text
        for over in self._inside(span, span.start):
            told = self.entities[over.entity] if over.entity is not None and over.form == "description" else None
            words = whole_words(text, over.span)
            last = told is not None and office.endswith(f" {words}") and self.words.split(office)[1]
            if last and told is not None and told.kind in (PLACE, "body") and self._may_have_offices(told.name):
                return office.removesuffix(words) + told.name
        return office

    def _may_have_offices(self, name: str) -> bool:
        """Whether it is a name, and not that of a house or a fort: nobody is "secretary of Fort Alder"."""
        words = name.split()
        return name[:1].isupper() and not any(self.words.is_site(w) for w in (words[0], words[-1]) if len(words) > 1)

    def _happens(self, span: Span, text: str) -> bool:
        """Whether the filler is itself told to happen: "battles in the region"."""
        return (span.document, span.start + len(text) - len(self.words.without_article(text))) in self.triggers

    def is_new(self, person: Participant, at: Span) -> bool:
        """Whether nothing is told of somebody before a place in the text."""
        starts = self.named_people.items()
        return not any(e == person.entity and d == at.document and s < at.start for (d, s), e in starts)

    def quote(self, role: Role) -> str:
        """The filler of a role as it stands in the text."""
        return self.quoted(role.span)

    def quoted(self, span: Span) -> str:
        """Words of a text as they stand there."""
        return span.quote(self.documents[span.document])

    def next_word(self, span: Span) -> str:
        """The word that stands right behind some words; empty where a mark or nothing does."""
        text = self.documents[span.document].text
        words = text[span.end : span.end + _WORD].split() if text[span.end : span.end + 1].isspace() else []
        return words[0].rstrip(".,;:") if words else ""

    def is_place(self, name: str) -> bool:
        """Whether it is one that the text tells of."""
        return fold(self.words.bare(name)) in self.places

    def _of_that_office(self, span: Span, text: str) -> Participant | None:
        """Who is told last before to be in the office that a description names: the governor."""
        wanted = self._head_of(text)
        starts = self.starts.get(span.document, ())
        for claim in filter(self.of_office, reversed(starts[: bisect_left(starts, span, key=_trigger)])):
            people = [self.entities[r.entity] for r in claim.roles if r.entity is not None]
            people = [e for e in people if e.kind == "person"]
            offices = [r for r in claim.roles if r.entity is None and r.name != PLACE] if people else ()
            for office in offices:
                told = self._head_of(self.quote(office))
                if told == wanted or self.words.is_same_office(told, wanted):
                    return self._named(people[0].name, people[0].kind, people[0]) if len(people) == 1 else None
        return None

    def _head_of(self, office: str) -> str:
        """The word for an office in a phrase: `governor` of `the first governor of Tobago`."""
        return fold(self.words.split(self.words.without_rank(office))[0]).rpartition(" ")[2]

    def _charge(self, text: str, span: Span, entity: Entity | None) -> Participant | None:
        """What is to be had, for "control of Rouen"; the harbour itself, for "the harbour of Rouen"."""
        had = self.words.had(text)
        if had is not None:
            bare = self.words.without_article(had)
            inside = [m for m in self._inside(span, span.end - len(had)) if m.span.start <= span.end - len(bare)]
            if not inside or self.words.is_charge(bare):
                return Participant(bare, QUARTER) if self.words.is_charge(bare) else self._named(bare, "unknown", None)
            said = inside[-1]
            told = self.entities[said.entity] if said.entity is not None else None
            if told is not None:
                return self._named(told.name, told.kind, told)
            return self._named(bare, said.kind, None) if said.form != "pronoun" and not said.refers else None
        part = entity is None or (entity.kind == PLACE and self.words.split(text)[1])
        return Participant(self.words.without_article(text), QUARTER) if part and self.words.is_charge(text) else None

    def _inside(self, span: Span, start: int) -> list[Mention]:
        """The names, pronouns and descriptions within a phrase, from a place in it on."""
        low = bisect_left(self.spans, (span.document, start, 0))
        high = bisect_left(self.spans, (span.document, span.end, 0))
        return [self.mentions[at] for at in self.spans[low:high]]

    def _country_of(self, people: str) -> Entity | None:
        """The one country of the text that a people's name is made of: Austria, for "Austrian"."""
        name = fold(people)
        if not people[:1].isupper() or " " in name or len(name) < _STEM:
            return None
        if (own := self.places.get(self.words.country(name))) is not None:
            return own
        found = {e.id: e for n, e in self.places.items() if " " not in n and _is_stem(*sorted((n, name), key=len))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _described(self, span: Span, text: str) -> Mention | None:
        """The description that begins there; not where it is a people's name within it: "German protectorate"."""
        mention = self.heads.get((span.document, span.start))
        return None if mention is None or (span.end < mention.span.end and text[:1].isupper()) else mention

    def _named(self, name: str, kind: str, entity: Entity | None) -> Participant:
        asked = (name, kind, entity.id if entity is not None else None)
        if asked not in self._known:
            self._known[asked] = self._make(name, kind, entity)
        return self._known[asked]

    def _make(self, name: str, kind: str, entity: Entity | None) -> Participant:
        told_of = self.words.told_of(name) if kind in ("document", "unknown", "body") else None
        if told_of is not None:
            name, kind, entity = told_of, "body", None
        elif kind in _TYPED_BY_WORDS:
            by_words = self.words.kind_of(name)
            if by_words is not None and not (kind == "body" or (by_words == "body" and kind == "place")):
                kind = by_words
        place, place_entity = self._place_of(name, entity) if kind == "body" else (None, None)
        mapped = kind == "body" and self.known_place(self.words.bare(name))
        rules = kind == "body" and self.words.may_rule(name)
        return Participant(name, kind, entity.id if entity else None, place, place_entity, mapped=mapped, rules=rules)

    def _place_of(self, name: str, entity: Entity | None) -> tuple[str | None, Id | None]:
        """Where a body belongs: as its entity says, or the place that its name ends or begins with."""
        told = entity.part_of if entity is not None else None
        if told is not None:
            known = self.places.get(fold(self.words.bare(told)))
            return told, known.id if known else None
        rest = self.words.split(name)[1]
        tokens = name.split()
        for guess in (rest, *(" ".join(tokens[:n]) for n in range(len(tokens) - 1, 0, -1))):
            if not guess or not guess[0].isupper() or unicodedata.category(guess[-1]) == "Pf":
                continue
            known = self.places.get(fold(self.words.bare(guess)))
            if known is not None:
                return known.name, known.id
            if guess == rest and self.known_place(guess):
                return guess, None
        return None, None


def _is_stem(short: str, long: str) -> bool:
    return len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= _ENDING


def whole_words(text: str, span: Span) -> str:
    """The words of a span, single-spaced, with the rest of a hyphenated word that it cuts off."""
    end = span.end
    while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum():
        end += 1
        while text[end : end + 1].isalnum():
            end += 1
    return " ".join(text[span.start : end].split())


def _by_sentence(findings: Findings, entities: Mapping[Id, Entity]) -> dict[Id, list[Entity]]:
    """The places and bodies that each sentence mentions."""
    starts: dict[Id, list[int]] = {}
    idents: dict[Id, list[Id]] = {}
    for sentence in sorted(findings.sentences, key=lambda s: s.span):
        starts.setdefault(sentence.span.document, []).append(sentence.span.start)
        idents.setdefault(sentence.span.document, []).append(sentence.id)
    found: dict[Id, list[Entity]] = {}
    outer: Span | None = None
    for mention in sorted(findings.mentions, key=lambda m: (m.span.document, m.span.start, -m.span.end)):
        # "The Convention of Ulm" is spoken of, and not Ulm.
        inside = outer is not None and outer.document == mention.span.document and mention.span.end <= outer.end
        outer = outer if inside else mention.span
        entity = entities.get(mention.entity) if mention.entity is not None else None
        if inside or entity is None or entity.kind not in ("place", "body") or mention.span.document not in starts:
            continue
        at = bisect_right(starts[mention.span.document], mention.span.start) - 1
        if at >= 0:
            found.setdefault(idents[mention.span.document][at], []).append(entity)
    return found


def _trigger(claim: Claim) -> Span:
    return claim.trigger
