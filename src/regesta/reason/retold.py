"""Whether two claims tell of one happening: of one type on one day, and nothing that one says clashes with the other.

Names are alike where one is the other shortened ("Gordon", "Charles Gordon"; "the county council of Elmham", "Elmham
County Council"). Within a document two entities were already told apart, so there nothing but the same one will do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Role
from regesta.model.ids import Id
from regesta.model.time import When
from regesta.reason.participants import ACTOR, PLACE, TARGET
from regesta.rules.event_types import EventTypes
from regesta.rules.places import fold, telling_words

MEASURE_DAYS = 31
"""Two accounts may be grouped by a day, a week or a month that they share, never by a year."""
LIFE_ENDS = "life ends"


@dataclass(frozen=True, slots=True)
class Name:
    """One participant: its entity if the text says which, and the words that tell it from others."""

    name: str
    entity: Id | None
    words: frozenset[str]
    last: str = ""
    """The last word of an entity's name."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a claim says of a happening, made ready to be compared."""

    claim: Claim
    sort: str
    """Its type; one for all by which somebody's life ends."""
    word: str
    first: int
    last: int
    """Days; whoever tells of a month says less than whoever tells of a day in it."""
    names: tuple[tuple[Name, ...], tuple[Name, ...], tuple[Name, ...]]
    """Actors, targets and places."""

    @property
    def told(self) -> int:
        """How much it says: participants and places."""
        return sum(map(bool, self.names))

    @property
    def marks(self) -> frozenset[str]:
        """Entities and words of whoever it names: two accounts that share none tell of different happenings."""
        named = [name for part in self.names for name in part]
        words = frozenset[str]().union(*(name.words for name in named))
        return words | {mark for name in named for mark in (name.entity, name.last) if mark} or frozenset(("",))


class Accounts:
    """Claims as accounts that can be compared."""

    def __init__(self, findings: Findings, types: EventTypes) -> None:
        self.types = types
        self.documents = {d.id: d for d in findings.documents}
        self.entities = {e.id: e for e in findings.entities}
        self.pointing = {m.span: m.form for m in findings.mentions if m.refers or m.form == "pronoun"}

    def read(self, claim: Claim) -> Account | None:
        """The account; None where it says too little, or only points at who took part: nobody can tell then."""
        days = None if claim.status != "asserted" else _narrow(claim.time.when)
        if days is None:
            return None
        names = [self._names(claim.fillers(part)) for part in (ACTOR, TARGET, PLACE)]
        actors, targets, places = names
        if actors is None or targets is None or not (actors or targets):
            return None
        kind = self.types.get(claim.type)
        sort = LIFE_ENDS if kind is not None and kind.ends_life and targets else claim.type
        word = claim.trigger.quote(self.documents[claim.trigger.document]).casefold()
        return Account(claim, sort, word, *days, (actors, targets, places or ()))

    def _names(self, roles: Sequence[Role]) -> tuple[Name, ...] | None:
        """None where one of them is only pointed at."""
        names: list[Name] = []
        for role in roles:
            entity = self.entities.get(role.entity) if role.entity is not None else None
            if entity is not None:
                names.append(
                    Name(entity.name, role.entity, telling_words(entity.name), fold(entity.name).split(" ")[-1])
                )
                continue
            words = role.span.quote(self.documents[role.span.document])
            form = self.pointing.get(role.span)
            if form not in (None, "name"):
                return None
            # Of a name that stands for nobody yet, the last word is the name: "General Landry".
            names.append(Name(words, None, telling_words(words if form is None else words.split()[-1])))
        return tuple(names)


def tell_of_one(one: Account, other: Account) -> bool:
    """Whether nothing clashes, and who or what took part is told in both and alike."""
    within = one.claim.trigger.document == other.claim.trigger.document
    if one.claim.sentence == other.claim.sentence or one.sort != other.sort:
        return False
    actors, targets, places = _compare(one, other, within=within)
    if False in (actors, targets, places):
        return False
    if (one.first, one.last) != (other.first, other.last):
        return not within and bool(targets) and meet(one, other)
    return bool(targets) or (bool(actors) and (one.word == other.word or not within) and not _about(one, other))


def differ_in_doer(one: Account, other: Account) -> bool:
    """Whether two sources tell of the same done on one day by others, whose names are not alike."""
    if one.claim.trigger.document == other.claim.trigger.document or one.sort != other.sort:
        return False
    actors, targets, places = _compare(one, other, within=False)
    return actors is False and targets is True and places is not False


def _compare(one: Account, other: Account, *, within: bool) -> tuple[bool | None, bool | None, bool | None]:
    """Whether actors, targets and places are alike; None where one side does not tell."""
    actors, targets, places = (_alike(p, q, within=within) for p, q in zip(one.names, other.names, strict=True))
    if targets is None:
        # "Left Ribe" in one is "departed from Ribe" in the other.
        targets = _alike(one.names[1] or one.names[2], other.names[1] or other.names[2], within=within) or None
    return actors, targets, places


def _about(one: Account, other: Account) -> bool:
    """Whether only one says what was done to whom: by its doer alone a deed is not known."""
    return bool(one.names[1]) != bool(other.names[1])


def meet(one: Account, other: Account) -> bool:
    """Whether they share a day."""
    return max(one.first, other.first) <= min(one.last, other.last)


def _alike(some: Sequence[Name], others: Sequence[Name], *, within: bool) -> bool | None:
    """Whether each of the fewer is one of the others; None where one side tells nobody."""
    if not some or not others:
        return None
    fewer, more = (some, others) if len(some) <= len(others) else (others, some)
    return all(any(_same(a, b, within=within) for b in more) for a in fewer)


def _same(one: Name, other: Name, *, within: bool) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return True
    if within and one.entity is not None and other.entity is not None:
        return False
    if not one.words or not other.words:
        return False
    return one.words <= other.words or other.words <= one.words or _is_of(one, other) or _is_of(other, one)


def _is_of(one: Name, other: Name) -> bool:
    """Whether plain words speak of the other, who has a name: "soldiers of Major Landry"."""
    return one.entity is None and other.entity is not None and other.last in one.words


def _narrow(when: When | None) -> tuple[int, int] | None:
    """First and last day; None where they are not told, lie too far apart, or are told the wrong way round."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return (when.earliest, when.latest) if 0 <= when.latest - when.earliest < MEASURE_DAYS else None
