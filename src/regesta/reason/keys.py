"""Which keys a question means: forgiving about case, accents, articles and "county of", never about what is held."""

from collections.abc import Iterable, Mapping, Sequence

from regesta.model.entity import Entity
from regesta.model.ids import Id
from regesta.model.state import Transition
from regesta.reason.naming import identity
from regesta.reason.office_names import Key, nearest_offices
from regesta.rules.places import PlaceWords, fold, telling_words

HOLDS, OFFICE, EXISTS = "holds", "office", "exists"
FACTS = ("asserted", "denied")
"""Statuses of what changes who holds what for a fact: it came about, or nobody had it."""


def group_by_key(transitions: Iterable[Transition]) -> dict[Key, list[Transition]]:
    """Transitions by what they are about, in the order given."""
    grouped: dict[Key, list[Transition]] = {}
    for t in transitions:
        grouped.setdefault((t.fluent, identity(t.key)), []).append(t)
    return grouped


def holding_of(transition: Transition) -> tuple[str, str, str]:
    """What somebody comes to or loses: fluent, identity of the key, identity of the holder."""
    return transition.fluent, identity(transition.key), identity(transition.holder or "")


def find_keys(
    grouped: Mapping[Key, Sequence[Transition]],
    entities: Sequence[Entity],
    *,
    key: str | None,
    office: str | None,
    fluent: str | None,
    words: PlaceWords,
) -> list[Key]:
    """The keys asked for; a place asks for who held it and for the offices of bodies that belong to it."""
    if office is not None:
        wanted = f"{office} {key}" if key else office
        told = {k: ts[0].key for k, ts in grouped.items() if k[0] == (fluent or OFFICE)}
        if fluent is None:
            told |= {k: ts[0].key for k, ts in grouped.items() if k[0] == HOLDS and words.is_realm(ts[0].key)}
        meant = nearest_offices(told, wanted, words)
        return [k for k in told if k in meant]
    if key is None:
        return [k for k in grouped if fluent is None or k[0] == fluent]
    names = _names(key, grouped, entities) | _charges(key, grouped, words)
    found = [k for k in grouped if k[1] in names and k[0] in ((fluent,) if fluent else (HOLDS, OFFICE))]
    if fluent is None:
        belonging = {e.id for e in entities if e.part_of is not None and identity(e.part_of) in names}
        bodies = {e.id for e in entities if e.kind == "body" and e.id in belonging}
        found += [
            k
            for k, ts in grouped.items()
            if k[0] == OFFICE and k not in found and any(t.key_entity in bodies for t in ts)
        ]
        if not any(k[0] == HOLDS for k in found):
            # Where nobody is told to hold a country, whoever reigns over it does.
            found += [k for k, ts in grouped.items() if k not in found and _is_over(k, ts[0].key, names, words)]
    return found


def _is_over(key: Key, office: str, names: set[str], words: PlaceWords) -> bool:
    over = words.split(office)[1]
    return key[0] == OFFICE and bool(over) and identity(over) in names and words.is_of_realm(office)


def _names(asked: str, grouped: Mapping[Key, Sequence[Transition]], entities: Sequence[Entity]) -> set[str]:
    """Identities that the words asked for may go by."""
    name = identity(asked)
    known = {k[1] for k in grouped if k[0] == HOLDS}
    same = [e for e in entities if name in {identity(n) for n in (e.name, *e.names)}]
    names = {name} | {identity(e.name) for e in same} | _keys_of({e.id for e in same}, grouped)
    names |= _in_other_order(asked, known)
    if names & known:
        return names
    # A common noun asks for the buildings that towns call so; a name asks for no more than itself.
    called_so = {k for k in known if k.startswith(f"{name} ")} if asked.islower() else set()
    found = names | called_so | _after_common_words(asked, known, entities)
    return found if found & known else found | _called_by_its_kind(name, known)


def _in_other_order(asked: str, known: set[str]) -> set[str]:
    """`the castle of Durham` asks for "Durham Castle"."""
    words = telling_words(asked)
    return {k for k in known if telling_words(k) == words} if len(words) > 1 else set()


def _called_by_its_kind(name: str, known: set[str]) -> set[str]:
    """`Alder harbour` asks for what the text only calls "harbour", where it has one alone."""
    words = name.split()
    plain = {k for k in known if k in words[:1] + words[-1:]}
    return plain if len(words) > 1 and len(plain) == 1 else set()


def _charges(asked: str, grouped: Iterable[Key], words: PlaceWords) -> set[str]:
    """`the sewers of the town` asks for "sewers", and the other way round: the nearest of what goes by that word."""
    if not words.is_charge(asked):
        return set()
    wanted = words.office_words(asked)
    told = {k[1]: words.office_words(k[1]) for k in grouped if k[0] == HOLDS and words.is_charge(k[1])}
    shared = {k: len(ws & wanted) for k, ws in told.items() if ws <= wanted or wanted <= ws}
    most = max(shared.values(), default=0)
    return {k for k, n in shared.items() if n == most}


def _keys_of(entities: set[Id], grouped: Mapping[Key, Sequence[Transition]]) -> set[str]:
    return {k[1] for k, ts in grouped.items() if any(t.key_entity in entities for t in ts if t.key_entity)}


def _after_common_words(asked: str, known: set[str], entities: Sequence[Entity]) -> set[str]:
    """`county of Aversa` asks for "Aversa": a name after words in small letters.

    Unless those words name a thing of their own here: the prefecture of a town is not the town.
    """
    tokens = asked.split()
    small = 0
    while small < len(tokens) and tokens[small][0].islower():
        small += 1
    name, lead = identity(" ".join(tokens[small:])), [fold(t) for t in tokens[:small]]
    if not lead or name not in known:
        return set()
    own = {token for k in known for token in k.split()} - set(name.split())
    own |= {t for e in entities if e.kind != "place" for n in e.names if n.islower() for t in fold(n).split()}
    return set() if own & {t for t in lead if len(t) > 3} else {name}
