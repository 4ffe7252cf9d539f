"""What is known of a noun phrase as a participant: the traits that the learned weights are given for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regesta.extract.claims.candidates import Candidate, path_between
from regesta.extract.claims.naming import Names
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Lexicon
from regesta.rules.places import PlaceWords

_MANY = 3
"""From here on numbers are one and the same."""
_ALIKE = 0.4
"""The least share of its characters that a rule's participant has in common with the noun phrase that it is."""
_REMEMBERED = 1 << 14
"""How many answers are kept of each kind that comes again and again in a text."""
_CLASSES = ("agent", "of", "leader", "target", "location")
Traits = tuple[str, ...]
Way = tuple[tuple[str, ...], tuple[str, ...]]
"""The relations up from the happening, and down to the noun phrase: see `path_between`."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentence that a happening is told in, as the traits need it."""

    tree: Tree
    trigger: Trigger
    candidates: Sequence[Candidate]
    roles: Sequence[Role]
    """What the rules give."""
    names: Names
    lexicon: Lexicon
    triggers: frozenset[int]
    """The words of all happenings of the sentence."""

    part: str
    """The part of speech of the happening, marked where it is a passive."""
    family: str
    """The family of its type."""
    clause: Token | None
    """The verb of its clause."""
    line: Sequence[Token]
    """The word of the happening and all that governs it, upwards."""
    on_party: bool
    """Whether it is done to a party, which is no place."""
    words: PlaceWords
    """What the language says of places."""
    verbs: Sequence[int]
    """By word of the sentence, how many verbs stand before it; and how many there are."""


def rule_hits(around: Surroundings) -> dict[int, list[Role]]:
    """The rules' participants by the candidate that each of them is."""
    hits: dict[int, list[Role]] = {}
    for role in around.roles:
        alike = ((_likeness(role, c), -n) for n, c in enumerate(around.candidates))
        likeness, number = max(alike, default=(0.0, 0))
        if likeness > _ALIKE:
            hits.setdefault(-number, []).append(role)
    return hits


def _likeness(role: Role, candidate: Candidate) -> float:
    shared = min(role.span.end, candidate.span.end) - max(role.span.start, candidate.span.start)
    return shared / (max(role.span.end, candidate.span.end) - min(role.span.start, candidate.span.start))


def initials(roles: Iterable[Role]) -> str:
    """Which roles were filled, in short."""
    return "".join(sorted({role.name[0] for role in roles}))


def way_to(around: Surroundings, candidate: Candidate) -> Way:
    """The way through the grammar from the happening to a noun phrase."""
    return path_between(around.tree, around.line, candidate.line)


def first_traits(around: Surroundings, candidate: Candidate, way: Way) -> Traits:
    """What is seen at a glance: the noun phrase and the way to it. The same for every role."""
    up, down = way
    part, type_, family, kind = around.part, around.trigger.type, around.family, candidate.kind
    return (
        *_of_itself(part, type_, family, kind, candidate.shape, candidate.token.lemma),
        *_of_way(part, type_, family, kind, up, down),
        *_of_hops(part, kind, up, down),
    )


def further_traits(around: Surroundings, candidate: Candidate, way: Way, told: Sequence[Role], filled: str) -> Traits:
    """What a second look shows: what the rules say of it, `told`, and which roles they `filled`, and what is around."""
    up, down = way
    part, type_, kind, mine = around.part, around.trigger.type, candidate.kind, initials(told)
    have = f"{filled}-{mine}"
    return (
        *_of_rules(tuple([f"{r.name}:{r.rule}" for r in told]) or ("none",), part, type_, kind, candidate.shape, have),
        *_of_preposition(around, kind, _preposition(down)),
        *_of_distance(around, candidate, have),
        *_of_clause(around, candidate),
        *_of_place(around, candidate, f"{len(up)}|{'/'.join(down)}", have),
        *_of_word(around, candidate, down, mine),
    )


@lru_cache(_REMEMBERED)
def _of_rules(told: tuple[str, ...], part: str, type_: str, kind: str, shape: str, have: str) -> Traits:
    """What the rules say of it, and which roles they filled at all; with the trait that everything has."""
    pairs = (f"rule {rule} {other}" for rule in told for other in (part, type_, kind, shape))
    return ("bias", *(f"rule {rule}" for rule in told), *pairs, f"have {have}", f"have {have} {kind}")


def _of_itself(part: str, type_: str, family: str, kind: str, shape: str, lemma: str) -> Traits:
    return (
        f"part {part}",
        f"type {type_}",
        f"kind {kind}",
        f"shape {shape}",
        f"shape {shape} {part}",
        f"kind {kind} {family}",
        f"kind {kind} {type_}",
        f"head {lemma}",
    )


def _of_way(part: str, type_: str, family: str, kind: str, up: tuple[str, ...], down: tuple[str, ...]) -> Traits:
    """The way through the grammar from the happening to it, as a whole and by its ends."""
    above, below, last = "^".join(up), "/".join(down), down[-1] if down else "."
    short = f"{len(up)}|{below}"
    return (
        f"path {part} {above}|{below}",
        f"short {part} {short}",
        f"short {family} {short}",
        f"short {type_} {short}",
        f"last {part} {last}",
        f"last {part} {last} {kind}",
        f"last {type_} {last}",
        f"up {part} {above}",
        f"up {part} {len(up)}",
        f"down {len(down)} {last}",
    )


@lru_cache(_REMEMBERED)
def _of_hops(part: str, kind: str, up: tuple[str, ...], down: tuple[str, ...]) -> Traits:
    """The way in pieces, so that ways never seen before are known by their pieces."""
    first, last = (down[0], down[-1]) if down else (".", ".")
    return (
        *(f"hop-up {part} {one}" for one in sorted(set(up))),
        *(f"hop-down {part} {one}" for one in sorted(set(down[:-1]))),
        f"first {part} {first} {kind}",
        f"ends {part} {first} {last} {kind}",
    )


def _preposition(down: tuple[str, ...]) -> str:
    return next((d.partition(":")[2] for d in reversed(down) if ":" in d), "")


def _of_preposition(around: Surroundings, kind: str, lemma: str) -> Traits:
    """The last preposition on the way, and what it means to the happening and in general."""
    part, sense, words = around.part, around.trigger.sense, around.lexicon.roles.prepositions
    bound = sense.prepositions.get(lemma, "") if sense is not None and lemma else ""
    classes = "+".join([name for name in _CLASSES if lemma in words[name]]) if lemma else ""
    return (
        f"bound {bound} {part}",
        f"class {classes} {part} {kind}",
        f"prep {lemma} {kind}",
        f"prep {lemma} {around.trigger.type}",
    )


def _of_distance(around: Surroundings, candidate: Candidate, have: str) -> Traits:
    """How far it stands, and what stands between."""
    here, there, kind = candidate.token.i, around.trigger.token.i, candidate.kind
    low, high = min(here, there), max(here, there)
    between = [c.kind for c in around.candidates if low < c.token.i < high]
    verbs = min(_MANY, around.verbs[high] - around.verbs[low + 1])
    rivals, kin = min(_MANY, len(between)), min(_MANY, between.count(kind))
    return _by_distance("before" if here < there else "after", around.part, kind, verbs, rivals, kin, have)


@lru_cache(_REMEMBERED)
def _by_distance(side: str, part: str, kind: str, verbs: int, rivals: int, kin: int, have: str) -> Traits:
    return (
        f"side {side}",
        f"side {side} {part} {kind}",
        f"verbs {verbs} {side}",
        f"rivals {rivals} {side} {part}",
        f"kin {kin} {kind} {side}",
        f"near {part} {verbs} {kin} {kind} {side} {have}",
    )


def _of_clause(around: Surroundings, candidate: Candidate) -> Traits:
    """Where it stands in the sentence: in the clause of the happening, above or below it, or apart."""
    tree, trigger, part = around.tree, around.trigger, around.part
    token, own, verb = candidate.token, candidate.clause, around.clause
    if own is None or verb is None:
        return (f"clause none {part}",)
    if own.i == verb.i:
        where = "same"
    elif any(a.i == verb.i for a in tree.above(own)):
        where = "below"
    else:
        where = "above" if any(a.i == own.i for a in tree.above(verb)) else "apart"
    busy = "busy" if own.i in around.triggers else "free"
    told = (
        f"clause {where} {part}",
        f"clause {where} {token.relation} {part} {busy}",
        f"clause {where} {verb.relation} {token.relation} {part}",
    )
    return told if trigger.part == "verb" else (*told, f"bearer {trigger.token.relation} {where} {token.relation}")


def _of_place(around: Surroundings, candidate: Candidate, short: str, have: str) -> Traits:
    """Whether it looks like a place, and how many others do."""
    type_, look, mine = around.trigger.type, candidate.look, have.partition("-")[2]
    told = _by_look(around.part, type_, look, short, mine)
    if candidate.kind != "place":
        return told
    others = min(_MANY, sum([c.kind == "place" for c in around.candidates]) - 1)
    return (*told, f"places {others} {have}", f"places {others} {type_}")


def _by_look(part: str, type_: str, look: str, short: str, mine: str) -> Traits:
    looks = (f"look {look} {other}" for other in (part, short, type_))
    return (f"look {look}", *looks, f"filled {mine} {type_}")


def _of_word(around: Surroundings, candidate: Candidate, down: tuple[str, ...], mine: str) -> Traits:
    """What it is to the very word of the happening."""
    happening = ("happening",) if around.lexicon.nouns.get(candidate.token.lemma) else ()
    if around.trigger.sense is None:
        return happening
    word = around.trigger.sense.word
    return (f"word {word} {down[-1] if down else '.'}", f"word {word} {mine}", *happening)
