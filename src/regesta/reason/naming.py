"""Who takes part in a claim: names, kinds and places of role fillers, and when two names are the same key or holder."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from regesta.model.claim import Claim, Role
from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.reason.participants import (
    ACTOR,
    ASSET,
    DECEASED,
    OFFICE,
    OWNER,
    PLACE,
    POST,
    POWER,
    QUARTER,
    TARGET,
    Participants,
    whole_words,
)
from regesta.rules.effects import Cast, Participant
from regesta.rules.places import fold

_ABOUT = ("event", "unknown")
"""Kinds of what may be about an office."""
BESIDE, SITE, STEAD = "beside", "site", "stead"
"""What brings in a place that the sentence tells of something else, and a town or field: no emperor is one of it."""
_OF_THEM = ("from-phrase", "in-phrase", "of-phrase")
"""Rules of a government that somebody is or was one of: "resigned from the cabinet", "minister in the cabinet"."""
_DOERS = ("subject", "agent", "by-phrase", "passive-subject", "object", "recipient", "to-phrase", "from-phrase")
"""Syntactic rules of those who do something, or to whom it is done: "the Earl of Vessin" is a person there."""
_SUBJECT = "subject"
_GAPPED = "gapped"
"""Rule of what stands for another behind the next time: "became dean in 1840 and bishop in 1844"."""
_UNDERGOES = "passive-subject"
_BEFORE_THEM = (STEAD, "owner")
"""Syntactic rules of whoever somebody comes after: "named in his stead", "took his place"."""
_PRONOUN = 4
"""Letters of the longest pronoun; a longer phrase begins with one: "his brother"."""
_BACK = 3
"""How many claims back a pronoun may reach for an office."""
_HELD_AS_SUCH = ("body", "place", "person", "office", "power")
"""Kinds of what is held itself, or by being at the head of it, and of what cannot be."""
_STEM = 4
"""Letters that a people and its adjective share at the least: Turks, Turkish."""
SOURCE = "source"
SECOND_PARTIES = (SOURCE, "recipient", "successor", OFFICE)


@lru_cache(maxsize=65_536)
def identity(name: str) -> str:
    """What two spellings of one key or holder share: no case, accents or punctuation, no short word before it."""
    first, _, rest = name.strip().partition(" ")
    bare = rest if rest and len(first) <= 3 and first.islower() and first.isalpha() else name
    return fold(bare)


@lru_cache(maxsize=65_536)
def parts(holder: str) -> tuple[str, ...]:
    """Identities of the names in a joint holding, and of the whole."""
    names = holder.split(", ")
    whole = identity(holder)
    return (whole,) if len(names) == 1 else (whole, *(identity(n) for n in names))


def may_be_one(a: str, b: str) -> bool:
    """Whether two holders share a name, or are a people and its adjective: the Saracens, Saracen hands.

    Or one is told by its people alone: a British squadron, the British.
    """
    stems = [{p if " " in p or len(p) < _STEM else p[:_STEM] for p in parts(x)} for x in (a, b)]
    words = [{w[:_STEM] for p in parts(x) for w in p.split() if len(w) > _STEM} for x in (a, b)]
    within = stems[0] & words[1] or words[0] & stems[1]
    return bool(set(parts(a)) & set(parts(b)) or stems[0] & stems[1] or within)


def _is_full_name(name: str) -> bool:
    """Whether it is of several parts, each in capitals or a number: `Charles II`, `Kutb-ud-din`, `Otto Vane`."""
    words = name.split()
    return (len(words) > 1 or "-" in name) and all(w[0].isupper() or "-" in w for w in words)


class Naming(Participants):
    """Gives the participants of claims their parts in what happened."""

    def cast(self, claims: Sequence[Claim], roles: Sequence[str]) -> Cast:
        """Participants by role, over all accounts of one event; a second party is not a target too.

        `roles` are those of the event's type: where it has a source, "from the League" gives one.
        """
        found: dict[str, dict[str, Participant]] = {}
        parts = [(self._part(r, roles), r) for c in claims for r in c.roles]
        second = {r.span for part, r in parts if part in SECOND_PARTIES}
        people = any(part != PLACE and self.participant(r).kind in ("person", OFFICE) for part, r in parts)
        for part, role in parts:
            if (part not in SECOND_PARTIES and role.span in second) or self._is_told_apart(part, role, parts):
                continue
            filler = self._as_held(self.participant(role), role, claims, roles) if people else self.participant(role)
            if part in SECOND_PARTIES and role.name == PLACE and not filler.known:
                continue
            if part in (TARGET, OFFICE, PLACE, ACTOR) and filler.entity is None and self.words.points_back(filler.name):
                if part not in (TARGET, ACTOR):
                    continue
                filler = replace(filler, kind=POST, known=False)
                found |= self._pointed_to(filler, role, part, roles)
            if OWNER in roles and part == TARGET:
                filler = self._passed_on(filler, role, claims, found)
            if OFFICE in roles and not self._is_told_beside(role, claims) and (headed := self._heads(role)) is not None:
                filler, office = headed
                found.setdefault(OFFICE, {}).setdefault(identity(office), Participant(office, OFFICE))
            if part == TARGET and OFFICE in roles and self._is_office(filler, role, parts):
                part, filler = OFFICE, replace(filler, known=True)  # noqa: PLW2901 - what it is here
            of_role = found.setdefault(part, {})
            of_role.update({i: p for p in self._listed(filler) if (i := identity(p.name)) not in of_role})
        if any(self.words.is_past(p.name) for p in found.get(OFFICE, {}).values()):
            return {}
        self._settle_power(found, claims, roles)
        return {name: tuple(fillers.values()) for name, fillers in found.items()}

    def _pointed_to(
        self, post: Participant, role: Role, part: str, roles: Sequence[str]
    ) -> dict[str, dict[str, Participant]]:
        """The post, and who had it before: Otto, for "Otto resigned, his post passing to Lund"."""
        found = {POST: {post.name: post}}
        if SOURCE in roles and part == ACTOR:
            inside = (m.entity for m in self._inside(role.span, role.span.start) if m.form == "pronoun")
            told = next((self.entities[e] for e in inside if e is not None), None)
            if told is not None and told.kind == "person":
                found[SOURCE] = {identity(told.name): self._named(told.name, told.kind, told)}
        return found

    def _is_told_apart(self, part: str, role: Role, parts: Sequence[tuple[str, Role]]) -> bool:
        """Whether it only names a party once more: "was chosen as his successor", "succeeded him as Charles II"."""
        stead = (r.span for _, r in parts if r.rule == STEAD)
        if role.rule != STEAD and any(role.span.start <= s.start and s.end <= role.span.end for s in stead):
            return True
        if part != OFFICE or self.words.kind_of(self.quote(role)) == OFFICE:
            return False
        doers = {r.entity for _, r in parts if r.name == ACTOR and r.entity is not None}
        entity = self.entities.get(role.entity) if role.entity is not None else None
        # "Otto succeeded him as Charles II", "was enthroned as Kutb-ud-din": the text may not show them as one.
        called = entity is not None and entity.kind in ("person", "unknown") and _is_full_name(entity.name)
        return role.entity in doers or called

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
        if led and role.name == ACTOR and self._is_unsaid(role):
            # "X was killed, and they made Y president; he resigned": it is not X that did.
            return self._told_before(role, claims, office=False) or replace(filler, known=False)
        if role.name == ACTOR and DECEASED in roles and role.rule == _SUBJECT and not filler.known:
            # "He gave up the seals, and they passed to Lund".
            passed = self._told_before(role, claims, office=True)
            return passed if passed is not None and filler.kind != "person" else filler
        heads = led and role.name == TARGET and role.rule not in _OF_THEM
        office = self.words.headship(filler.name) if heads else None
        if office is not None:
            beside = self._is_told_beside(role, claims)
            return replace(filler, known=False) if beside else Participant(office, OFFICE)
        if role.name == TARGET and not filler.known and filler.kind != "person":
            return self._told_before(role, claims, office=True) or filler
        if role.rule in _BEFORE_THEM and led and (not filler.known or self._is_new(filler, role, claims)):
            # "He was slain, and Yusuf was made bey in his stead": nobody comes after himself.
            return self._told_before(role, claims, office=False, alive=False) or replace(filler, known=False)
        by_name = filler.kind == OFFICE and role.rule in _DOERS and self.words.names_holder(filler.name)
        if by_name and not self.words.points_back(self.words.split(filler.name)[0].split(" ")[-1]):
            named = self.words.split(filler.name)[1][:1].isupper()
            return replace(filler, name=self.words.without_article(filler.name), kind="person", known=named)
        return filler

    def may_be_office(self, role: Role) -> bool:
        """Whether it is an office, or a word that points to one: "declined the post"."""
        told = self.participant(role)
        return told.kind == OFFICE or self.words.points_back(told.name)

    def _is_unsaid(self, role: Role) -> bool:
        """Whether a pronoun is said to stand for somebody who is told before to have died in the same document."""
        died = self.dead.get(role.entity) if role.entity is not None else None
        at = role.span
        return (
            died is not None and died.document == at.document and died < at and (at.document, at.start) in self.owners
        )

    def _is_new(self, filler: Participant, role: Role, claims: Sequence[Claim]) -> bool:
        """Whether it is who comes after somebody, too."""
        return filler.entity is not None and any(
            r.entity == filler.entity for c in claims for r in c.roles if r is not role
        )

    def _is_told_beside(self, role: Role, claims: Sequence[Claim]) -> bool:
        """Whether another role is the office that is meant: "entered the Vane cabinet as minister"."""
        return any(r.span != role.span and self.may_be_office(r) for c in claims for r in c.fillers(TARGET))

    def _heads(self, role: Role) -> tuple[Participant, str] | None:
        """The person whose government it is, and what that makes of them: "the Witos cabinet fell"."""
        if role.name not in (ACTOR, TARGET):
            return None
        office = self.words.headship(self.quote(role))
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
        told = set(self.quote(role).split())
        return {e.id for e in self.entities.values() if e.kind == "person" and e.name.split()[-1] in told}

    def _told_before(
        self, role: Role, claims: Sequence[Claim], *, office: bool, alive: bool = True
    ) -> Participant | None:
        """The office, or else the person, told of right before a pronoun that nothing else told may be meant by.

        With `alive` it is nobody who is told to die.
        """
        at = min(self.order[c.id] for c in claims)
        own = {r.entity for c in claims for r in c.roles if r.entity is not None}
        for claim in reversed(self.claims[max(0, at - _BACK) : at + office]):
            if claim.trigger.document != role.span.document:
                return None
            told = sorted((r for r in claim.roles if r.span < role.span and r.name != PLACE), key=lambda r: r.span)
            people = [r for r in told if r.entity is not None and self.entities[r.entity].kind == "person"]
            if not office:
                if not alive and (removed := self._done_to(claim)) is not None:
                    # "The king removed him, and X took his place": it is not the king's.
                    return removed if removed.known and removed.entity not in own else None
                before = [r for r in people if r.entity not in own and not (alive and r.entity in self.dead)]
                if before:
                    return self.participant(before[-1]) if len({r.entity for r in before}) == 1 else None
                continue
            near = [p for r in told if r not in people and (p := self.participant(r)).kind != "person"]
            if near:
                headship = self.words.headship(near[-1].name)
                if headship is not None:
                    return Participant(headship, OFFICE)
                return near[-1] if near[-1].kind == OFFICE or self.words.points_back(near[-1].name) else None
        return None

    def _done_to(self, claim: Claim) -> Participant | None:
        """Whom somebody else did something to, be it somebody that the text does not name."""
        told = [r for r in claim.fillers(TARGET) if self.participant(r).kind != OFFICE]
        doers = [p for p in map(self.participant, claim.fillers(ACTOR)) if p.kind == "person"]
        people = [p for p in map(self.participant, told) if p.kind == "person" or not p.known]
        return people[0] if doers and len(people) == 1 and people[0].entity not in {p.entity for p in doers} else None

    def _settle_power(
        self, found: dict[str, dict[str, Participant]], claims: Sequence[Claim], roles: Sequence[str]
    ) -> None:
        """Power that the trigger names is had or taken somewhere; an office is over no place told of something else."""
        if OFFICE in roles and not found.keys() & {OFFICE, TARGET}:
            found[OFFICE] = {p.name: p for c in claims for p in self._office_in(c.trigger)}
        if TARGET not in found:
            found[TARGET] = {p.name: p for c in claims for p in self._power_in(c.trigger)}
        power = any(p.kind == POWER for p in found[TARGET].values())
        if OFFICE in roles and OFFICE not in found:
            found[OFFICE] = {p.name: p for c in claims for p in self._command_in(c.trigger, found[TARGET].values())}
            found[OFFICE] = found[OFFICE] or {p.name: p for p in self._office_of(found[TARGET].values())}
        if OFFICE in roles and not power:
            abroad = (BESIDE, SITE) if any(map(self.words.is_of_realm, found[OFFICE])) else (BESIDE,)
            told = (r for c in claims for r in c.roles if self.words.parts.get(r.rule) in abroad)
            loose = {identity(self.participant(r).name) for r in told}
            found[PLACE] = {n: p for n, p in found.get(PLACE, {}).items() if n not in loose}
        if OFFICE in roles and not found[OFFICE]:
            self._settle_implied(found, claims)
        if power and not found.get(PLACE):
            found[PLACE] = self._only_place(claims)

    def _settle_implied(self, found: dict[str, dict[str, Participant]], claims: Sequence[Claim]) -> None:
        """What whoever reigned had: the throne of what is told to be under it, or what is told of the holder."""
        implied = {p.name: p for c in claims for p in self._implied(c.trigger, found)}
        over = [p for p in found[TARGET].values() if p.kind == PLACE and p.known]
        if implied and len(over) == 1:
            office = f"{next(iter(implied)).split(' ')[0]} of {self.words.bare(over[0].name)}"
            found[OFFICE] = {office: Participant(office, OFFICE)}
            found[TARGET] = {n: p for n, p in found[TARGET].items() if p is not over[0]}
        else:
            found["implied"] = implied

    def _is_office(self, filler: Participant, role: Role, others: Iterable[tuple[str, Role]]) -> bool:
        """Whether a target is the office that another target is given: "was crowned emperor"."""
        spelt = self.words.kind_of(filler.name) == OFFICE
        if filler.kind == OFFICE or (role.rule == _GAPPED and spelt and filler.entity is None):
            return True
        known = [r for part, r in others if part == TARGET and r.entity not in (None, role.entity)]
        given = any(r.span < role.span or r.rule == _UNDERGOES for r in known)  # "Appointed its chairman, he ..."
        return given and filler.kind != "body" and spelt

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

    def _implied(self, trigger: Span, found: Mapping[str, Mapping[str, Participant]]) -> Iterator[Participant]:
        """The throne, of what whoever reigned is named after: of Albia, for "Otto of Albia"."""
        words = fold(trigger.quote(self.documents[trigger.document])).split()
        office = next((self.words.implied[w] for w in words if w in self.words.implied), None)
        told = ([p for p in found.get(role, {}).values() if p.kind == "person"] for role in (TARGET, ACTOR))
        people = next(filter(None, told), [])  # whom the bishop crowned, and not the bishop
        if office is not None and len(people) == 1:
            over = self.words.split(people[0].name)[1]
            yield Participant(f"{office} of {over}" if over[:1].isupper() else office, OFFICE)

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
        if part == TARGET and role.entity in self.assets and ASSET in roles:
            part = ASSET
        told = role.name != OFFICE and (part != OFFICE or role.name == TARGET)
        # "Was removed from the governorship": who was not, whence.
        left = part == SOURCE and OFFICE in roles and self.words.kind_of(self.quote(role)) == OFFICE
        return part if part in roles and told and not left else role.name

    def _only_place(self, claims: Sequence[Claim]) -> dict[str, Participant]:
        """Where power changes hands and nothing says where: the one place that the sentence speaks of, if any."""
        told: dict[str, Participant] = {}
        for sentence in {c.sentence for c in claims}:
            for entity in self.in_sentence.get(sentence, ()):
                if entity.kind == "place":
                    told[identity(entity.name)] = Participant(entity.name, PLACE, entity.id)
        return told if len(told) == 1 else {}

    def only(self, roles: Iterable[Role]) -> tuple[Participant, ...]:
        """The one known filler of some roles; none where several are named."""
        found = {identity(p.name): p for p in map(self.participant, roles) if p.known}
        return tuple(found.values()) if len(found) == 1 else ()

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

    def _owner(self, role: Role) -> Participant | None:
        """Whose powers or property they are: the board, for "its powers" and "the powers of the board"."""
        text = whole_words(self.documents[role.span.document].text, role.span)
        if not self.words.is_heritage(text):
            return None
        for mention in self._inside(role.span, role.span.start):
            owner = self.entities[mention.entity] if mention.entity is not None else None
            if owner is not None and owner.kind in ("body", "person", "unknown"):
                return Participant(owner.name, "body" if owner.kind == "unknown" else owner.kind, owner.id)
        of = self.words.split(text)[1]
        return Participant(of, "body") if of and of[:1].islower() else None
