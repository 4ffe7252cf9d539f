"""One office under several names: "presidency" and "president", and "emperor" beside "Emperor of the French"."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from regesta.reason.joining import Told
from regesta.reason.naming import identity
from regesta.reason.titles import TITLE
from regesta.rules.effects import Use
from regesta.rules.places import PlaceWords, fold

OFFICE_FLUENT = "office"
_Words = tuple[str, ...]


def unite_offices(told: Sequence[Told], words: PlaceWords) -> list[Told]:
    """The same with one key for each office: its first name in the text, and the fullest that its holder is told with.

    A short name is one with a longer name of the same holder where nobody else is told under the short one, or where
    the text has no other longer one; where it is told of somebody in so many words, and not by a title, any holder's
    only longer one.
    """
    offices = [use for _, use, _ in told if use.fluent == OFFICE_FLUENT and use.reach == "named"]
    spelt = {use.key: _words_of(use.key, words) for use in offices}
    first: dict[_Words, Use] = {}
    held: dict[str, dict[_Words, None]] = defaultdict(dict)
    holders: dict[_Words, set[str]] = defaultdict(set)
    for use in offices:
        named = spelt[use.key]
        if named not in first or _is_better(use.key, first[named].key, words):
            first[named] = use
        if use.holder is not None:
            held[identity(use.holder)][named] = None
            holders[named].add(identity(use.holder))
    # "When King Odo of Albia died, Karl was crowned king": what is lost is told by more than a title.
    gone = {identity(u.held_by) for _, u, _ in told if u.change == "ends" and u.reach != "named" and u.held_by}
    passing = [(u, evidence) for _, u, evidence in told if u.key in spelt and identity(u.holder or "") not in gone]
    titled = {spelt[u.key] for u, evidence in passing if evidence.rule == TITLE}
    titled -= {spelt[u.key] for _, u, evidence in told if u.key in spelt and u.change == "starts"}
    apart = _told_beside(told, spelt, words)
    full = {**_only_longer(spelt, titled | apart, words), **_fullest(held, holders, titled | apart, words)}
    full = {**_of_nobody(first, holders, words), **full}

    def renamed(use: Use) -> Use:
        if use.fluent != OFFICE_FLUENT or use.reach != "named":
            return use
        best = first[full.get(spelt[use.key], spelt[use.key])]
        return replace(use, key=best.key, key_entity=best.key_entity)

    return [(event, renamed(use), evidence) for event, use, evidence in told]


def stood_in_for(office: str, keys: Iterable[str], words: PlaceWords) -> str | None:
    """The one office of the text whose work is done by who has another: the presidency, for "acting president"."""
    base = words.office_words(words.stood_in_for(office))
    fitting = [k for k in keys if base <= words.office_words(k) and not words.stood_in_for(k)] if base else []
    return fitting[0] if len({_words_of(k, words) for k in fitting}) == 1 else None


def _words_of(key: str, words: PlaceWords) -> _Words:
    return tuple(sorted(words.office_words(key)))


def _told_beside(told: Sequence[Told], spelt: Mapping[str, _Words], words: PlaceWords) -> set[_Words]:
    """Offices of a body that somebody is only said to have, after others came to one under their short name.

    "Vane became president, and after his death the Senate elected Lund, its president": Vane was none of the Senate's.
    """
    came: set[_Words] = set()
    seen: dict[_Words, frozenset[_Words]] = {}
    for _, use, evidence in sorted(told, key=lambda t: t[2].quotes[0]):
        named = spelt.get(use.key) if use.fluent == OFFICE_FLUENT and use.reach == "named" else None
        if named is None or evidence.rule == TITLE:
            continue
        if use.change != "observes":
            came.add(named)
        elif words.is_of_body(use.key) and named not in seen:
            seen[named] = frozenset(came)
    return {named for named, before in seen.items() if named not in came and _is_short_of(named, before, words)}


def _is_short_of(named: _Words, others: Collection[_Words], words: PlaceWords) -> bool:
    return any(words.says_more(named, other) for other in others)


def _of_nobody(named: Iterable[_Words], holders: Mapping[_Words, set[str]], words: PlaceWords) -> dict[_Words, _Words]:
    """Names of which nobody is told to the one longer name: "captain of the harbour guard", of "the guard had none"."""
    longer = ((n, [m for m in holders if words.says_more(m, n)]) for n in named if n not in holders)
    return {short: found[0] for short, found in longer if len(found) == 1}


def _is_better(one: str, other: str, words: PlaceWords) -> bool:
    """Whether a name is that of the holder ("president") and the other that of the office itself ("presidency")."""
    return words.names_holder(one) and not words.names_holder(other)


def _only_longer(spelt: Mapping[str, _Words], titled: Collection[_Words], words: PlaceWords) -> dict[_Words, _Words]:
    """Short names of offices that one has at a time to the only longer name that the text has of it, but for titles.

    "Vestrian Chancellor Vane", told in passing, does not say whose chancellor another is; nor is "leader of the party"
    short for "leader of the Blue Party".
    """
    full: dict[_Words, _Words] = {}
    told = dict.fromkeys(n for key, n in spelt.items() if n not in titled and words.is_post(key))
    for key, short in spelt.items():
        longer = [n for n in told if words.says_more(n, short)]
        bare = words.is_sole_word(key) and not words.split(key)[1]
        others = {n: other for other, n in spelt.items() if n != short and _may_be_held_by(key, other, words)}
        plain = [n for n, other in others.items() if not words.split(other)[1] and n not in titled]
        meant = plain if plain else longer if others.keys() <= set(longer) else []
        if not plain and not longer and len(others) == 1:
            meant = [
                n for n in others if n not in titled
            ]  # "the sultan was deposed; his brother was put on the throne"
        if bare and short not in titled and len(meant) == 1:
            full[short] = meant[0]
    return full


def _may_be_held_by(key: str, other: str, words: PlaceWords) -> bool:
    """Whether an office that goes by no holder may be that of another's holder: the throne, an emperor's."""
    return not words.names_holder(key) and words.is_same_office(
        fold(words.without_article(key)), fold(words.office_alone(other))
    )


def _fullest(
    held: Mapping[str, Mapping[_Words, None]],
    holders: Mapping[_Words, set[str]],
    titled: Collection[_Words],
    words: PlaceWords,
) -> dict[_Words, _Words]:
    """Short names to the one longer name that the same holder is told with: his alone, or the only one in the text.

    What he is called in passing is no fuller name of his office ("Republican President Vane").
    """
    full: dict[_Words, _Words] = {}
    for names in held.values():
        for short in names:
            longer = [n for n in names if words.says_more(n, short) and n not in titled]
            alone = len(holders[short]) == 1
            if len(longer) == 1 and (alone or [n for n in holders if words.says_more(n, short)] == longer):
                full[short] = longer[0]
    return full
