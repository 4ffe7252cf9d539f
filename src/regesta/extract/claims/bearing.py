"""What is known of a noun phrase as a participant: the traits that the learned weights are given for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.extract.claims.candidates import Candidate, path_between
from regesta.extract.claims.naming import Names
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Lexicon

_MANY = 3
"""From here on numbers are one and the same."""
_ALIKE = 0.4
"""The least share of its characters that a rule's participant has in common with the noun phrase that it is."""
_CLASSES = ("agent", "of", "leader", "target", "location")
Hits = Mapping[int, Sequence[Role]]
"""What the rules give each candidate, by its place in the row."""


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


def traits_of(around: Surroundings, number: int, hits: Hits) -> list[str]:
    """The traits of one candidate as short words, the same for every role."""
    candidate = around.candidates[number]
    up, down = path_between(around.tree, around.trigger.token, candidate.token)
    told = [r.name for r in hits.get(number, ())]
    have = f"{_initials(r.name for rs in hits.values() for r in rs)}-{_initials(told)}"
    return [
        "bias",
        *_of_rules(around, candidate, hits.get(number, ()), have),
        *_of_itself(around, candidate),
        *_of_way(around, candidate, up, down),
        *_of_hops(around, candidate, up, down),
        *_of_distance(around, candidate, have),
        *_of_clause(around, candidate),
        *_of_place(around, candidate, f"{len(up)}|{'/'.join(down)}", have),
        *_of_word(around, candidate, down, _initials(told)),
    ]


def _initials(names: Iterator[str] | list[str]) -> str:
    return "".join(sorted({name[0] for name in names}))


def _of_rules(around: Surroundings, candidate: Candidate, told: Sequence[Role], have: str) -> Iterator[str]:
    """What the rules say of it, and which roles they filled at all."""
    for rule in [f"{r.name}:{r.rule}" for r in told] or ["none"]:
        yield f"rule {rule}"
        for other in (around.part, around.trigger.type, candidate.kind, candidate.shape):
            yield f"rule {rule} {other}"
    yield from (f"have {have}", f"have {have} {candidate.kind}")


def _of_itself(around: Surroundings, candidate: Candidate) -> Iterator[str]:
    kind, shape, part = candidate.kind, candidate.shape, around.part
    yield from (
        f"part {part}",
        f"type {around.trigger.type}",
        f"kind {kind}",
        f"shape {shape}",
        f"shape {shape} {part}",
    )
    yield from (f"kind {kind} {around.family}", f"kind {kind} {around.trigger.type}", f"head {candidate.token.lemma}")


def _of_way(around: Surroundings, candidate: Candidate, up: tuple[str, ...], down: tuple[str, ...]) -> Iterator[str]:
    """The way through the grammar from the happening to it, as a whole and by its ends."""
    part, kind, type_ = around.part, candidate.kind, around.trigger.type
    short, last = f"{len(up)}|{'/'.join(down)}", down[-1] if down else "."
    yield from (f"path {part} {'^'.join(up)}|{'/'.join(down)}", f"short {part} {short}")
    yield from (f"short {around.family} {short}", f"short {type_} {short}")
    yield from (f"last {part} {last}", f"last {part} {last} {kind}", f"last {type_} {last}")
    yield from (f"up {part} {'^'.join(up)}", f"up {part} {len(up)}", f"down {len(down)} {last}")


def _of_hops(around: Surroundings, candidate: Candidate, up: tuple[str, ...], down: tuple[str, ...]) -> Iterator[str]:
    """The way in pieces, so that ways never seen before are known by their pieces."""
    part, kind, words = around.part, candidate.kind, around.lexicon.roles.prepositions
    first, last = (down[0], down[-1]) if down else (".", ".")
    yield from (f"hop-up {part} {one}" for one in sorted(set(up)))
    yield from (f"hop-down {part} {one}" for one in sorted(set(down[:-1])))
    yield from (f"first {part} {first} {kind}", f"ends {part} {first} {last} {kind}")
    lemma = next((d.partition(":")[2] for d in reversed(down) if ":" in d), "")
    sense = around.trigger.sense
    bound = sense.prepositions.get(lemma, "") if sense is not None and lemma else ""
    classes = "+".join(name for name in _CLASSES if lemma in words[name])
    yield from (f"bound {bound} {part}", f"class {classes} {part} {kind}")
    yield from (f"prep {lemma} {kind}", f"prep {lemma} {around.trigger.type}")


def _of_distance(around: Surroundings, candidate: Candidate, have: str) -> Iterator[str]:
    """How far it stands, and what stands between."""
    here, there, kind = candidate.token.i, around.trigger.token.i, candidate.kind
    low, high = min(here, there), max(here, there)
    side = "before" if here < there else "after"
    between = [c.kind for c in around.candidates if low < c.token.i < high]
    verbs = min(_MANY, sum(t.pos == "VERB" for t in around.tree.tokens[low + 1 : high]))
    rivals, kin = min(_MANY, len(between)), min(_MANY, between.count(kind))
    yield from (f"side {side}", f"side {side} {around.part} {kind}", f"verbs {verbs} {side}")
    yield from (f"rivals {rivals} {side} {around.part}", f"kin {kin} {kind} {side}")
    yield f"near {around.part} {verbs} {kin} {kind} {side} {have}"


def _of_clause(around: Surroundings, candidate: Candidate) -> Iterator[str]:
    """Where it stands in the sentence: in the clause of the happening, above or below it, or apart."""
    tree, trigger, part = around.tree, around.trigger, around.part
    token, own, verb = candidate.token, candidate.clause, around.clause
    if own is None or verb is None:
        yield f"clause none {part}"
        return
    if own.i == verb.i:
        where = "same"
    elif any(a.i == verb.i for a in tree.above(own)):
        where = "below"
    else:
        where = "above" if any(a.i == own.i for a in tree.above(verb)) else "apart"
    busy = "busy" if own.i in around.triggers else "free"
    yield from (f"clause {where} {part}", f"clause {where} {token.relation} {part} {busy}")
    yield f"clause {where} {verb.relation} {token.relation} {part}"
    if trigger.part != "verb":
        yield f"bearer {trigger.token.relation} {where} {token.relation}"


def _of_place(around: Surroundings, candidate: Candidate, short: str, have: str) -> Iterator[str]:
    """Whether it looks like a place, and how many others do."""
    type_, look = around.trigger.type, candidate.look
    yield from (f"look {look}", *(f"look {look} {other}" for other in (around.part, short, type_)))
    yield f"name {candidate.token.name_type} {have.partition('-')[2]} {type_}"
    if candidate.kind == "place":
        others = min(_MANY, sum(c.kind == "place" for c in around.candidates) - 1)
        yield from (f"places {others} {have}", f"places {others} {type_}")


def _of_word(around: Surroundings, candidate: Candidate, down: tuple[str, ...], mine: str) -> Iterator[str]:
    """What it is to the very word of the happening."""
    if around.trigger.sense is not None:
        word = around.trigger.sense.word
        yield from (f"word {word} {down[-1] if down else '.'}", f"word {word} {mine}")
    if around.lexicon.nouns.get(candidate.token.lemma):
        yield "happening"
