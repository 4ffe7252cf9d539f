"""Who takes part in a claim: names, kinds and places of role fillers, and when two names are the same key or holder."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Role
from regesta.model.entity import Entity, Mention
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.rules.effects import Cast, Participant
from regesta.rules.places import PlaceWords, fold

_TYPED_BY_WORDS = frozenset(("place", "unknown", "body"))
ACTOR, PLACE, TARGET, OFFICE, POST = "actor", "place", "target", "office", "post"
DECEASED, POWER, OWNER, QUARTER = "deceased", "power", "owner", "quarter"
_ABOUT = ("event", "unknown")
"""Kinds of what may be about an office."""
_STEM, _ENDING = 5, 3
"""Letters that a country and its people share at the least, and those that one may have more: Japan, Japanese."""
BESIDE, STEAD = "beside", "stead"
"""What brings in a place that the sentence tells of something else: no office is over it."""
_DOERS = ("subject", "agent", "by-phrase", "passive-subject", "object", "recipient", "to-phrase", "from-phrase")
"""Syntactic rules of those who do something, or to whom it is done: "the Earl of Vessin" is a person there."""
_BEFORE_THEM = (STEAD, "owner")
"""Syntactic rules of whoever somebody comes after: "named in his stead", "took his place"."""
_UNANSWERED = ("no-antecedent", "ambiguous")
"""Rules of words that point back to nobody named so: "the governor"."""
_BACK = 3
"""How many claims back a pronoun may reach for an office."""
_HELD_AS_SUCH = ("body", "place", "person", "office", "power")
"""Kinds of what is held itself, or by being at the head of it, and of what cannot be."""
SECOND_PARTIES = ("source", "recipient", "successor", OFFICE)


def identity(name: str) -> str:
    """What two spellings of one key or holder share: no case, accents or punctuation, no short word before it."""
    first, _, rest = name.strip().partition(" ")
    bare = rest if rest and len(first) <= 3 and first.islower() and first.isalpha() else name
    return fold(bare)


def _trigger(claim: Claim) -> Span:
    return claim.trigger


def parts(holder: str) -> tuple[str, ...]:
    """Identities of the names in a joint holding, and of the whole."""
    names = holder.split(", ")
    whole = identity(holder)
    return (whole,) if len(names) == 1 else (whole, *(identity(n) for n in names))


class Naming:
    """Looks up the participants of claims."""

    def __init__(self, findings: Findings, words: PlaceWords, known_place: Callable[[str], bool]) -> None:
        self.words = words
        self.known_place = known_place
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
        self.order = {c.id: i for i, c in enumerate(findings.claims)}
        self.places: dict[str, Entity] = {}
        for entity in findings.entities:
            if entity.kind == "place":
                for name in (entity.name, *entity.names):
                    self.places.setdefault(fold(words.bare(name)), entity)

    def cast(self, claims: Sequence[Claim], roles: Sequence[str]) -> Cast:
        """Participants by role, over all accounts of one event; a second party is not a target too.

        `roles` are those of the event's type: where it has a source, "from the League" gives one.
        """
        found: dict[str, dict[str, Participant]] = {}
        parts = [(self._part(r, roles), r) for c in claims for r in c.roles]
        second = {r.span for part, r in parts if part in SECOND_PARTIES}
        people = any(part != PLACE and self.participant(r).kind in ("person", OFFICE) for part, r in parts)
        for part, role in parts:
            if part not in SECOND_PARTIES and role.span in second:
                continue
            filler = self._as_held(self.participant(role), role, claims, roles) if people else self.participant(role)
            if part in SECOND_PARTIES and role.name == PLACE and not filler.known:
                continue
            if part in (TARGET, OFFICE, PLACE) and filler.entity is None and self.words.points_back(filler.name):
                if part != TARGET:
                    continue
                filler = replace(filler, kind=POST, known=False)
            if OWNER in roles and part == TARGET:
                filler = self._passed_on(filler, role, claims, found)
            if OFFICE in roles and (headed := self._heads(role)) is not None:
                filler, office = headed
                found.setdefault(OFFICE, {}).setdefault(identity(office), Participant(office, OFFICE))
            name = OFFICE if part == TARGET and OFFICE in roles and self._is_office(filler, role, parts) else part
            of_role = found.setdefault(name, {})
            of_role.update({i: p for p in self._listed(filler) if (i := identity(p.name)) not in of_role})
        if any(self.words.is_past(p.name) for p in found.get(OFFICE, {}).values()):
            return {}
        if OFFICE in roles and not found.keys() & {OFFICE, TARGET}:
            found[OFFICE] = {p.name: p for c in claims for p in self._office_in(c.trigger)}
        self._settle_power(found, claims, roles)
        return {name: tuple(fillers.values()) for name, fillers in found.items()}

    def _listed(self, filler: Participant) -> tuple[Participant, ...]:
        """Each of the places that "they" are: Savoy and Nice."""
        names = filler.name.split(", ") if filler.kind == PLACE else []
        told = [self.places.get(fold(self.words.bare(name))) for name in names]
        if len(told) < 2 or None in told:
            return (filler,)
        return tuple(self._named(e.name, e.kind, e) for e in told if e is not None)

    def _as_held(self, filler: Participant, role: Role, claims: Sequence[Claim], roles: Sequence[str]) -> Participant:
        """The filler as the office that it stands for, or as the person that an office stands for.

        "He held it" is about the throne that was told last; who "formed a cabinet" is at the head of it; and
        "succeeded by the Earl of Vessin" is about a person.
        """
        led = OFFICE in roles
        office = self.words.headship(filler.name) if led and role.name == TARGET else None
        if office is not None:
            return Participant(office, OFFICE)
        if role.name == TARGET and not filler.known and filler.kind != "person":
            return self._told_before(role, claims, office=True) or filler
        if role.rule in _BEFORE_THEM and led and (not filler.known or self._is_new(filler, role, claims)):
            # "He was slain, and Yusuf was made bey in his stead": nobody comes after himself.
            return self._told_before(role, claims, office=False) or replace(filler, known=False)
        by_name = filler.kind == OFFICE and role.rule in _DOERS and self.words.names_holder(filler.name)
        if by_name and not self.words.points_back(self.words.split(filler.name)[0].split(" ")[-1]):
            named = self.words.split(filler.name)[1][:1].isupper()
            return replace(filler, name=self.words.without_article(filler.name), kind="person", known=named)
        return filler

    def _is_new(self, filler: Participant, role: Role, claims: Sequence[Claim]) -> bool:
        """Whether it is who comes after somebody, too."""
        return filler.entity is not None and any(
            r.entity == filler.entity for c in claims for r in c.roles if r is not role
        )

    def _of_that_office(self, span: Span, text: str) -> Participant | None:
        """Who is told last before to be in the office that a description names: the governor."""
        wanted = self._head_of(text)
        starts = self.starts.get(span.document, ())
        for claim in reversed(starts[: bisect_left(starts, span, key=_trigger)]):
            people = [self.entities[r.entity] for r in claim.roles if r.entity is not None]
            people = [e for e in people if e.kind == "person"]
            offices = [r for r in claim.roles if r.entity is None and r.name != PLACE] if people else ()
            for office in offices:
                told = self._head_of(office.span.quote(self.documents[span.document]))
                if told == wanted or self.words.is_same_office(told, wanted):
                    return self._named(people[0].name, people[0].kind, people[0]) if len(people) == 1 else None
        return None

    def _head_of(self, office: str) -> str:
        """The word for an office in a phrase: `governor` of `the first governor of Tobago`."""
        return fold(self.words.split(self.words.without_rank(office))[0]).rpartition(" ")[2]

    def _heads(self, role: Role) -> tuple[Participant, str] | None:
        """The person whose government it is, and what that makes of them: "the Witos cabinet fell"."""
        if role.name not in (ACTOR, TARGET):
            return None
        office = self.words.headship(role.span.quote(self.documents[role.span.document]))
        if office is None:
            return None
        document, low, high = role.span.document, role.span.start, role.span.end
        at = bisect_left(self.people, (document, low))
        inside = self.people[at : bisect_left(self.people, (document, high))]
        whose = {self.named_people[place] for place in inside} or self._of_surname(role)
        if len(whose) != 1:
            return None
        entity = self.entities[next(iter(whose))]
        return self._named(entity.name, entity.kind, entity), office

    def _of_surname(self, role: Role) -> set[Id]:
        """Marlow, for "the Marlow ministry"."""
        told = set(role.span.quote(self.documents[role.span.document]).split())
        return {e.id for e in self.entities.values() if e.kind == "person" and e.name.split()[-1] in told}

    def _told_before(self, role: Role, claims: Sequence[Claim], *, office: bool) -> Participant | None:
        """The office, or else the person, told of right before a pronoun that nothing else told may be meant by."""
        at = min(self.order[c.id] for c in claims)
        own = {r.entity for c in claims for r in c.roles if r.entity is not None}
        for claim in reversed(self.claims[max(0, at - _BACK) : at + office]):
            if claim.trigger.document != role.span.document:
                return None
            told = sorted((r for r in claim.roles if r.span < role.span and r.name != PLACE), key=lambda r: r.span)
            people = [r for r in told if r.entity is not None and self.entities[r.entity].kind == "person"]
            if not office:
                before = [r for r in people if r.entity not in own]
                if before:
                    return self.participant(before[-1]) if len({r.entity for r in before}) == 1 else None
                continue
            near = [p for r in told if r not in people and (p := self.participant(r)).kind != "person"]
            if near:
                headship = self.words.headship(near[-1].name)
                if headship is not None:
                    return Participant(headship, OFFICE)
                return near[-1] if near[-1].kind == OFFICE and not self.words.points_back(near[-1].name) else None
        return None

    def _settle_power(
        self, found: dict[str, dict[str, Participant]], claims: Sequence[Claim], roles: Sequence[str]
    ) -> None:
        """Power that the trigger names is had or taken somewhere; an office is over no place told of something else."""
        if TARGET not in found:
            found[TARGET] = {p.name: p for c in claims for p in self._power_in(c.trigger)}
        power = any(p.kind == POWER for p in found[TARGET].values())
        if OFFICE in roles and OFFICE not in found:
            found[OFFICE] = {p.name: p for c in claims for p in self._command_in(c.trigger, found[TARGET].values())}
            found[OFFICE] = found[OFFICE] or {p.name: p for p in self._office_of(found[TARGET].values())}
        if OFFICE in roles and not power:
            told = (r for c in claims for r in c.roles if self.words.parts.get(r.rule) == BESIDE)
            loose = {identity(self.participant(r).name) for r in told}
            found[PLACE] = {n: p for n, p in found.get(PLACE, {}).items() if n not in loose}
        if power and not found.get(PLACE):
            found[PLACE] = self._only_place(claims)

    def _is_office(self, filler: Participant, role: Role, others: Iterable[tuple[str, Role]]) -> bool:
        """Whether a target is the office that another target is given: "was crowned emperor"."""
        if filler.kind == OFFICE:
            return True
        given = any(part == TARGET and r.span < role.span and r.entity not in (None, role.entity) for part, r in others)
        return given and filler.kind != "body" and self.words.kind_of(filler.name) == OFFICE

    def _power_in(self, trigger: Span) -> Iterator[Participant]:
        """What is had or taken, where the trigger names it itself: "held power"."""
        words = trigger.quote(self.documents[trigger.document])
        if self.words.kind_of(words) == POWER:
            yield Participant(words, POWER)

    def _office_in(self, trigger: Span) -> Iterator[Participant]:
        """The office that the trigger names itself: "during the presidency of X"."""
        words = trigger.quote(self.documents[trigger.document])
        if self.words.is_sole_word(words):
            yield Participant(words, OFFICE)

    def _office_of(self, targets: Iterable[Participant]) -> Iterator[Participant]:
        """The office that something is about: "won the presidential election"."""
        for target in targets:
            office = self.words.office_about(target.name) if target.kind in _ABOUT else None
            if office is not None:
                yield Participant(office, OFFICE)

    def _command_in(self, trigger: Span, targets: Iterable[Participant]) -> Iterator[Participant]:
        """The office that a trigger names, over what is neither place nor body: "took command of the front"."""
        verb, _, noun = trigger.quote(self.documents[trigger.document]).rpartition(" ")
        if verb and self.words.kind_of(noun) == OFFICE:
            for over in targets:
                if over.known and over.kind not in _HELD_AS_SUCH:
                    yield Participant(f"{noun}, {self.words.without_article(over.name)}", OFFICE)

    def _part(self, role: Role, roles: Sequence[str]) -> str:
        """The role as the claim has it, or the second party's that its syntactic rule stands for."""
        part = self.words.parts.get(role.rule, role.name)
        told = role.name != OFFICE and (part != OFFICE or role.name == TARGET)
        return part if part in roles and told else role.name

    def _only_place(self, claims: Sequence[Claim]) -> dict[str, Participant]:
        """Where power changes hands and nothing says where: the one place that the sentence speaks of, if any."""
        told: dict[str, Participant] = {}
        for sentence in {c.sentence for c in claims}:
            for entity in self.in_sentence.get(sentence, ()):
                if entity.kind == "place":
                    told[identity(entity.name)] = Participant(entity.name, PLACE, entity.id)
                elif entity.kind == "body":
                    name, ident = self._place_of(entity.name, entity)
                    if name is not None:
                        told[identity(name)] = Participant(name, PLACE, ident)
        return told if len(told) == 1 else {}

    def only(self, roles: Iterable[Role]) -> tuple[Participant, ...]:
        """The one known filler of some roles; none where several are named."""
        found = {identity(p.name): p for p in map(self.participant, roles) if p.known}
        return tuple(found.values()) if len(found) == 1 else ()

    def participant(self, role: Role) -> Participant:
        """The filler of a role: the entity if the text says which, else the words as they stand."""
        entity = self.entities.get(role.entity) if role.entity is not None else None
        span = role.span
        text = _whole_words(self.documents[span.document].text, span)
        charge = self._charge(text, span, entity) if role.name == TARGET else None
        if charge is not None:
            return charge
        if entity is not None and not (role.name == OFFICE and entity.kind == "person"):
            return self._named(entity.name, entity.kind, entity)
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
        return self._named(text, mention.kind if mention is not None else "unknown", None)

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

    def _passed_on(
        self, filler: Participant, role: Role, claims: Sequence[Claim], found: dict[str, dict[str, Participant]]
    ) -> Participant:
        """What changes hands: the charge that a pronoun is about; `found` is told whose, where all that they had is."""
        owner = self._owner(role)
        if owner is not None:
            found.setdefault(OWNER, {})[identity(owner.name)] = owner
        points = not filler.known and (role.span.document, role.span.start) in self.owners
        return (self._charge_before(role, claims) if points else None) or filler

    def _charge_before(self, role: Role, claims: Sequence[Claim]) -> Participant | None:
        """What was told last of whose charge it is, for a pronoun that nothing else told may be meant by."""
        at = min(self.order[c.id] for c in claims)
        for claim in reversed(self.claims[max(0, at - _BACK) : at]):
            told = [self.participant(r) for r in claim.roles if r.name == TARGET and r.span < role.span]
            things = [p for p in told if p.kind in (QUARTER, "building")]
            if things or claim.trigger.document != role.span.document:
                return things[-1] if things else None
        return None

    def _inside(self, span: Span, start: int) -> list[Mention]:
        """The names, pronouns and descriptions within a phrase, from a place in it on."""
        low = bisect_left(self.spans, (span.document, start, 0))
        high = bisect_left(self.spans, (span.document, span.end, 0))
        return [self.mentions[at] for at in self.spans[low:high]]

    def _owner(self, role: Role) -> Participant | None:
        """Whose powers or property they are: the board, for "its powers" and "the powers of the board"."""
        text = _whole_words(self.documents[role.span.document].text, role.span)
        if not self.words.is_heritage(text):
            return None
        for mention in self._inside(role.span, role.span.start):
            owner = self.entities[mention.entity] if mention.entity is not None else None
            if owner is not None and owner.kind in ("body", "person", "unknown"):
                return Participant(owner.name, "body" if owner.kind == "unknown" else owner.kind, owner.id)
        of = self.words.split(text)[1]
        return Participant(of, "body") if of and of[:1].islower() else None

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
        told_of = self.words.told_of(name) if kind in ("document", "unknown", "body") else None
        if told_of is not None:
            name, kind, entity = told_of, "body", None
        elif kind in _TYPED_BY_WORDS:
            by_words = self.words.kind_of(name)
            if by_words is not None and not (kind == "body" or (by_words == "body" and kind == "place")):
                kind = by_words
        place, place_entity = self._place_of(name, entity) if kind == "body" else (None, None)
        mapped = kind == "body" and self.known_place(self.words.bare(name))
        return Participant(name, kind, entity.id if entity else None, place, place_entity, mapped=mapped)

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


def _whole_words(text: str, span: Span) -> str:
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
    for mention in findings.mentions:
        entity = entities.get(mention.entity) if mention.entity is not None else None
        if entity is None or entity.kind not in ("place", "body") or mention.span.document not in starts:
            continue
        at = bisect_right(starts[mention.span.document], mention.span.start) - 1
        if at >= 0:
            found.setdefault(idents[mention.span.document][at], []).append(entity)
    return found
