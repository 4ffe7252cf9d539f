"""Keys that an effect leaves to what its participant is known to hold: "he resigned" ends the office that he had."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.model.text import Span
from regesta.model.time import When
from regesta.reason.joining import Told
from regesta.reason.keys import OFFICE
from regesta.reason.naming import identity, parts
from regesta.reason.offices import stood_in_for
from regesta.reason.titles import TITLE
from regesta.rules.effects import Use
from regesta.rules.places import PlaceWords, fold

Office = tuple[Span, str, Id | None]
"""Where an office is told, its key and the entity of it."""


def resolve(
    told: Sequence[Told], places: Mapping[Id, Span], whens: Mapping[Id, When | None], words: PlaceWords
) -> list[Transition]:
    """All transitions, in the order told; `places` has the words of each event, `whens` when it is told to be.

    Of several offices "the office" of somebody is the one told of them last before; of none, the one that the text
    speaks of: for certain where it speaks of no other.
    """
    return _Resolver(told, places, whens, words).run()


class _Resolver:
    """Fills in the keys from those that are named, and from those so filled in."""

    def __init__(
        self, told: Sequence[Told], places: Mapping[Id, Span], whens: Mapping[Id, When | None], words: PlaceWords
    ) -> None:
        self.told = told
        self.places = places
        self.whens = whens
        self.words = words
        self.slots: list[list[Transition]] = [[] for _ in told]
        self.of_event: dict[Id, list[int]] = defaultdict(list)
        for i, (event, _, _) in enumerate(told):
            self.of_event[event].append(i)
        self.held: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.had: dict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
        """By fluent and holder, where in the text which key is told of them."""
        self.borne: set[tuple[str, str, str]] = set()
        """Fluents, holders and keys of which a title alone tells: "the Earl sat in the chair" is about no earldom."""
        self.waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.spelt = {(e, identity(u.key)) for e, u, why in told if u.reach == "named" and why.rule != TITLE}
        """Events, and what each is told in so many words to be about."""
        self.guessed: set[tuple[Id, str | None, str]] = set()
        """Events, holders and offices where the text does not say which: what follows from these is no firmer."""
        self.lost: set[tuple[Id, str | None, str]] = set()
        """The same, where it is told that they lost it: whoever dies later need not have had it again."""
        self.ranks: dict[int, Transition] = {}
        """Offices by whose title alone those are known who come to one that is not named."""
        self.spelt_of: dict[tuple[str, str], set[str]] = defaultdict(set)
        """By fluent and holder, what is told in so many words that they had or came to."""
        for _, use, why in told:
            if use.reach == "named" and use.change != "ends" and why.rule != TITLE and use.holder:
                self.spelt_of[use.fluent, identity(use.holder)].add(identity(use.key))
        self.todo: list[Transition] = []
        self.followed = {(e, identity(u.held_by)) for e, u, _ in told if u.change == "starts" and _follows(u)}
        """Events, and after whom somebody comes to an office by them."""
        self._gather()

    def _gather(self) -> None:
        """The offices that the text names."""
        told, places, words = self.told, self.places, self.words
        changed = [(places[e], u) for e, u, _ in told if u.fluent == OFFICE and u.change != "observes"]
        named = [(at, use) for at, use in changed if use.reach == "named"]
        self.passed = {identity(use.key) for _, use in named}
        """Offices that somebody comes to or loses."""
        self.main = self.passed | {identity(k) for k in map(_key, told) if words.is_sole_word(k)}
        """Offices that somebody comes to or loses, and those that one has at a time."""
        spelt = [(places[e], u) for e, u, why in told if u.fluent == OFFICE and why.rule != TITLE]
        self.offices, self.seen = _sole_named(changed, words), _sole_named(spelt, words)
        """Those of the latter that somebody comes to or loses, and those that somebody is only told to have."""
        posts = ((at, u) for at, u in spelt if u.reach == "named" and words.is_post(u.key))
        self.every = sorted(((at, u.key, u.key_entity) for at, u in posts), key=lambda o: o[0])

    def run(self) -> list[Transition]:
        """All transitions, in the order told."""
        for i, (_, use, _) in enumerate(self.told):
            if use.reach == "named":
                self._note(i, use.key, use.key_entity)
            else:
                self.waiting[use.fluent, identity(use.held_by)].append(i)
        self._spread_all()
        for i in sorted((i for indices in self.waiting.values() for i in indices), key=self._place):
            self._take_office_told(i)
            self._spread_all()
        for i in sorted((i for indices in self.waiting.values() for i in indices), key=self._place):
            if not self.slots[i] and (key := self.told[i][1].key or (i in self.ranks and self.ranks[i].key)):
                self._note(i, key, None)
                self._spread_all()
        for holder, indices in self.waiting.items():
            for i in indices:
                self._choose(i, holder)
        self._doubt_second_successors()
        return [t for slot in self.slots for t in slot]

    def _place(self, slot: int) -> Span:
        return self.places[self.told[slot][0]]

    def _note(self, slot: int, key: str, key_entity: Id | None, strength: str = "firm") -> None:
        event, use, evidence = self.told[slot]
        if use.change == "starts" and use.reach == "one" and not self._is_own_start(slot):
            # Who comes after an acting president is president.
            office = stood_in_for(key, (o[1] for o in self.offices), self.words)
            key, key_entity = (key, key_entity) if office is None else (office, None)
        made = Transition(
            event, use.change, use.fluent, key, key_entity, use.holder, use.holder_entity, use.strength, evidence
        )
        if strength == "weak":
            made = replace(made, strength="weak")
            self.guessed.add((made.event, made.holder, made.key))
        self.slots[slot].append(made)
        lost = made.change == "ends" and (use.reach != "named" or made.strength != "firm")
        if made.holder is not None and not lost:
            if made.change == "ends":
                # Who lost it had it: "was dismissed; X was named governor in his stead".
                self.lost.add((made.event, made.holder, made.key))
            self.todo.append(made)

    def _spread_all(self) -> None:
        while self.todo:
            holding = self.todo.pop()
            for name in parts(holding.holder or ""):
                self._spread(holding, name)

    def _spread(self, holding: Transition, name: str) -> None:
        keys, key = self.held[holding.fluent, name], identity(holding.key)
        if holding.evidence.rule == TITLE and key not in keys:
            self.borne.add((holding.fluent, name, key))
        elif (holding.fluent, name, key) not in self.borne or (holding.event, key) in self.spelt:
            self.had[holding.fluent, name].append((self.places[holding.event], key))
        if key in keys:
            return
        keys.add(key)
        for i in self.waiting.get((holding.fluent, name), ()):
            beside = holding.change == "observes" and self.main and key not in self.main
            if (holding.evidence.rule == TITLE or beside) and self._is_own_start(i):
                self.ranks[i] = holding  # who "took office" did not take the rank he bears, if another is told
                continue
            if self._is_new(holding, i, name) or self._is_of_another(holding, i):
                continue
            if self.told[i][0] != holding.event or holding.evidence.rule == TITLE:
                told = (holding.event, holding.holder, holding.key)
                guessed = told in self.guessed or (told in self.lost and self.told[i][1].reach == "every")
                self._note(i, holding.key, holding.key_entity, "weak" if guessed else "firm")

    def _is_of_another(self, holding: Transition, slot: int) -> bool:
        """Whether the word tells which office it is about: a governor who is enthroned was none of a province."""
        meant, office = self.told[slot][1].key, identity(holding.key)
        if not meant or office in self.passed or identity(meant) == office:
            return False
        one, other = (fold(self.words.office_alone(key)) for key in (meant, holding.key))
        return not self.words.is_same_office(one, other)

    def _is_own_start(self, slot: int) -> bool:
        """Whether somebody comes to an office there, and not to that of another."""
        use = self.told[slot][1]
        return use.change == "starts" and identity(use.held_by) == identity(use.holder or "")

    def _take_office_told(self, slot: int) -> None:
        """The office told last before, for who takes one that is not named and is told of no other.

        Who succeeds somebody of whom no office is told takes an untold one: a general's successor is no president.
        """
        _, use, _ = self.told[slot]
        if self.slots[slot] or _follows(use) or use.fluent != OFFICE or use.reach != "one":
            return
        of_nobody = use.change == "ends" and use.holder is None
        if use.change != "starts" and not (use.pointed and use.change == "observes") and not of_nobody:
            return
        at = self._place(slot)
        offices = self.every if use.pointed or of_nobody else self.offices
        if of_nobody or (use.pointed and use.change == "starts"):
            offices = [o for o in offices if identity(o[1]) in self.main] or offices
        before = _told_before(at, offices)
        if before and use.pointed:
            self._note(slot, before[-1][1], before[-1][2])
            return
        if not before and not of_nobody:
            offices = self.seen
            before = _told_before(at, offices)
        if before:
            others = {identity(key) for where, key, _ in offices if where.document == at.document}
            self._note(slot, before[-1][1], before[-1][2], "firm" if len(others) == 1 else "weak")

    def _choose(self, slot: int, holder: tuple[str, str]) -> None:
        """Keeps one key firm: the only one, or the one told of the holder last before; else none is firm."""
        made, use, at = self.slots[slot], self.told[slot][1], self._place(slot)
        if self._is_own_start(slot) and use.strength != "firm" and use.reach == "one":
            made = [t for t in made if not any(key == identity(t.key) and b < at for b, key in self.had[holder])]
        if len({identity(t.key) for t in made}) > 1 and use.reach == "one":
            before = sorted(b for b in self.had[holder] if b[0].document == at.document and b[0] < at)
            own = [key for _, key in before if key in self.main] or [key for _, key in before]
            last = own[-1] if own else ""
            firm = [t for t in made if identity(t.key) == last]
            made = firm or [replace(t, strength="weak") for t in made]
        self.slots[slot] = sorted(made, key=lambda t: t.key)

    def _is_new(self, holding: Transition, slot: int, name: str) -> bool:
        """Whether somebody came to it when another came after them.

        "When Otto became minister in 1904, Lund succeeded him": not as minister, be it in one sentence, or where the
        text tells of another office of his.
        """
        event, use, evidence = self.told[slot]
        at = self.places
        if use.reach != "one" or holding.change != "starts" or (event, name) not in self.followed:
            return False
        when = self.whens.get(event)
        if at[event] < at[holding.event] or when is None or when != self.whens.get(holding.event):
            return False
        others = self.spelt_of.get((holding.fluent, name), set()) - {identity(holding.key)}
        return holding.evidence.quotes == evidence.quotes or bool(others)

    def _doubt_second_successors(self) -> None:
        """Who comes after somebody whom another is told before to have come after may come to some other office.

        "Lund replaced Vane as governor. In May the party dropped Vane for Reed": Reed need not be governor.
        """
        last: dict[tuple[str, str], str] = {}
        for i in sorted(range(len(self.told)), key=self._place):
            use = self.told[i][1]
            before, after = identity(use.held_by), identity(use.holder or "")
            for n, made in enumerate(self.slots[i]):
                if made.change != "starts" or made.strength != "firm" or made.fluent != OFFICE:
                    continue
                key = identity(made.key)
                last.pop((key, after), None)
                lost = self._lost_by(i, key) if use.reach == "named" else {before} - {after, ""}
                if use.reach == "one" and any(last.get((key, name), after) != after for name in lost):
                    self.slots[i][n] = replace(made, strength="weak")
                last.update(((key, name), after) for name in lost)

    def _lost_by(self, slot: int, key: str) -> set[str]:
        """Who is told to lose an office by what another comes to it by."""
        event = self.told[slot][0]
        beside = (t for i in self.of_event[event] for t in self.slots[i])
        return {identity(t.holder) for t in beside if t.change == "ends" and t.holder and identity(t.key) == key}


def _follows(use: Use) -> bool:
    """Whether it is about the office of another."""
    return use.reach == "one" and identity(use.held_by) != identity(use.holder or "")


def _key(told: Told) -> str:
    return told[1].key


def _sole_named(told: Sequence[tuple[Span, Use]], words: PlaceWords) -> list[Office]:
    """Of what is told, the offices that one has at a time and that the text names, by where it does."""
    named = [(at, u.key, u.key_entity) for at, u in told if u.reach == "named" and words.is_sole_word(u.key)]
    return sorted(named, key=lambda office: office[0])


def _told_before(at: Span, offices: Sequence[Office]) -> list[Office]:
    """The offices told before in the same document."""
    return [o for o in offices if o[0].document == at.document and o[0] < at]
