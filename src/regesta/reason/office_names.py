"""Which offices a question means: under other names of the office, of its holder and of what it is over."""

from collections.abc import Mapping

from regesta.rules.places import PlaceWords, fold

Key = tuple[str, str]
"""Fluent, and identity of the key."""
_LEAST = 4
"""Letters from which a word counts, and that two words of one stem share."""


def nearest_offices(keys: Mapping[Key, str], asked: str, words: PlaceWords) -> frozenset[Key]:
    """Offices all of whose words are asked for, or that have all the words asked for; the nearest only.

    What is asked for first, "chairman" in "chairman of the council", counts before all else, then that it stands first
    in the office: a vice-president is no president. All that the office asked for is over counts as much: who commands
    the council's army has the command of it.
    """
    asked = words.without_rank(asked)
    scored: dict[Key, tuple[bool, bool, int]] = {}
    titled: set[Key] = set()
    bare: set[Key] = set()
    for k, key in keys.items():
        wanted, told = (
            _content(spelt_out(asked, key), words),
            _content(spelt_out(_as_asked(key, asked, words), asked), words),
        )
        shared = sum(any(_alike(w, x, words) for x in wanted) for w in told)
        back = sum(any(_alike(w, x, words) for x in told) for w in wanted)
        if words.may_answer(key, asked) and told and wanted and (shared == len(told) or back == len(wanted)):
            whole = len(wanted) > 1 and all(any(_alike(w, x, words) for x in told) for w in wanted[1:])
            whole = whole or (shared == len(told) and words.is_head_word(wanted[0]) and not words.is_post(key))
            named, first = any(_alike(w, wanted[0], words) for w in told), fold(key).split()[0]
            if not (named or whole) or (not named and words.is_under(wanted[0])):
                continue
            leads = any(_alike(first, w, words) for w in (fold(asked).split()[0], wanted[0]))
            scored[k] = (named or whole, leads or whole, shared)
            if named:
                titled.add(k)
            if told == wanted[:1] and words.names_holder(key):
                bare.add(k)
    best = max(scored.values(), default=None)
    nearest = {k for k, s in scored.items() if s == best}
    # "Lund commanded the fort" tells of one captain; of the others the text says only that they were.
    return frozenset(nearest if nearest & titled else nearest | bare)


def _as_asked(key: str, asked: str, words: PlaceWords) -> str:
    """The office without a plain word for the country that it is over, unless it is asked for by that, too."""
    realm = words.common_realm(key)
    return words.split(key)[0] if realm and realm not in fold(asked).split() else key


def spelt_out(words: str, other: str) -> str:
    """The words with what is short for some of the others in full: `president of the U.S.` beside `United States`."""
    others = [w for w in fold(other).split() if len(w) >= _LEAST]
    letters, told = "".join(w[0] for w in others), []
    for group in words.split():
        short = fold(group).replace(" ", "")
        at = letters.find(short) if _is_short(group) else -1
        told.append(group if at < 0 else " ".join(others[at : at + len(short)]))
    return " ".join(told)


def _is_short(group: str) -> bool:
    """Whether it is made of capital letters: "U.S.", "CPA"."""
    letters = [c for c in group if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _content(name: str, words: PlaceWords) -> list[str]:
    """Its words but for the small ones, "prime minister" as one; a people's name counts as its country's."""
    told = [(fold(group).replace(" ", "") if _is_short(group) else fold(group), group) for group in name.split()]
    kept = [w for folded, group in told for w in folded.split() if len(w) >= _LEAST or w.isdigit() or _is_short(group)]
    return [words.country(w) for w in words.joined_offices(kept or fold(name).split())]


def _alike(a: str, b: str, words: PlaceWords) -> bool:
    """The same word, or the office and its holder (presidency, president; throne, king)."""
    if a == b or words.is_same_office(a, b):
        return True
    short, long = sorted((a, b), key=len)
    shared = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return (shared == len(short) >= _LEAST and len(long) - shared <= 4) or (shared >= 7 and len(long) - shared <= 3)
