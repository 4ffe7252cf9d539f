"""What the words of a name say by themselves: its title, its core, and the kind that its head noun gives."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.model.entity import EntityKind
from regesta.rules.gazetteer import fold_name
from regesta.rules.people import PeopleRules

_WORD = re.compile(r"[^\s\-‐‑–—,\"“”«»()]+(?:[-‐‑–][^\s\-‐‑–—,\"“”«»()]+)*")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
_LONG_ACRONYM = 6

Vote = tuple[EntityKind, float, str]
"""A kind, how strongly, and the evidence by name."""

HEADS: dict[str, EntityKind] = {
    "documents.heads": "document",
    "events.heads": "event",
    "bodies.heads": "body",
    "places.heads": "place",
}
COMMON_NOUNS: dict[str, EntityKind] = {"bodies.nouns": "body", "bodies.groups": "body", "events.nouns": "event"}
_PLAIN: dict[str, EntityKind] = {**COMMON_NOUNS, **HEADS}
_LEADING: dict[str, EntityKind] = {"places.heads": "place", "events.heads": "event", "bodies.ships": "body"}


def split_words(text: str) -> list[str]:
    """The words of a name, hyphenated ones whole."""
    return _WORD.findall(text)


def is_roman(word: str) -> bool:
    """Whether it is a number such as `XIV`."""
    return _ROMAN.fullmatch(word) is not None


def surname_of(part: "NameParts") -> str:
    """The last word of a name, folded, but for the number of a ruler: `otto` of `Basil Otto II`."""
    return part.key.split()[-2 if len(part.core) > 2 and is_roman(part.core[-1]) else -1]


def may_be_surname(part: "NameParts", people: PeopleRules) -> bool:
    """Whether its head is one that people are called by, too: John Hill, and Bunker Hill."""
    return part.head_kind in ("place", "body") and len(part.core) > 1 and people.has("names.surnames", part.core[-1])


def has_given_name(part: "NameParts", people: PeopleRules) -> bool:
    """Whether it begins with a name that people are given, be it the first of two: `Jean` in `Jean-Luc`."""
    return is_given_name(part.core[0], people)


def is_given_name(name: str, people: PeopleRules) -> bool:
    """Whether it is one that people are given, or the first part of it is."""
    own = {name, name.partition("-")[0]}
    return any(people.has(f"given_names.{gender}", n) for gender in ("masculine", "feminine") for n in own)


def is_acronym(word: str) -> bool:
    """Whether it is made of initials, as of a body: `NATO`, `ARVN`; not `XIV`, nor `U.S.`, which is on the map."""
    return 2 <= len(word) <= _LONG_ACRONYM and word.isalpha() and word.isupper() and not is_roman(word)


def is_initial(word: str) -> bool:
    """Whether it is an initial such as `J.` or `P.G.`."""
    return _INITIAL.fullmatch(word) is not None


def has_head(words: Sequence[str], people: PeopleRules, *lists: str) -> bool:
    """Whether the last word (or two), or the first, is a head noun of those lists (any list where none is given)."""
    if not words or not words[0][:1].isupper():
        return False
    wanted = lists or (*HEADS, "offices.nouns")
    return any(
        people.has(name, words[-1]) or people.has(name, " ".join(words[-2:])) or people.has(name, words[0])
        for name in wanted
    )


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart."""

    words: tuple[str, ...]
    title: tuple[str, ...]
    """Words before a person's name that say who it is, such as `Prefect`."""
    core: tuple[str, ...]
    """The name without its title."""
    head_kind: EntityKind | None
    """The kind that its head noun gives."""
    head: str | None
    """That noun, without case."""

    @property
    def key(self) -> str:
        """The core without case, accents and hyphens."""
        return fold_name(" ".join(self.core))


def read_name(text: str, people: PeopleRules) -> NameParts:
    """A name taken apart by its words alone."""
    words = split_words(text)
    front = words[: _joiner_at(words, people)]
    kind, head = _head(front, people)
    placed = kind == "place" and not people.has("places.heads", words[0])
    start = _after_title(words, people) if kind is None or placed else 0
    if start:
        return NameParts(tuple(words), tuple(words[:start]), tuple(words[start:]), None, None)
    return NameParts(tuple(words), (), tuple(words), kind, head)


def read_names(texts: Iterable[str], people: PeopleRules) -> list[NameParts]:
    """Each name taken apart, in the order given; once, however often it stands in the text."""
    known: dict[str, NameParts] = {}
    return [known[t] if t in known else known.setdefault(t, read_name(t, people)) for t in texts]


def _joiner_at(words: Sequence[str], people: PeopleRules) -> int:
    return next((i for i, w in enumerate(words) if i and people.has("names.joiners", w)), len(words))


def _head(front: Sequence[str], people: PeopleRules) -> tuple[EntityKind | None, str | None]:
    while len(front) > 1 and (is_roman(front[-1]) or front[-1].isdigit()):
        front = front[:-1]
    if not front:
        return None, None
    last, two = front[-1], " ".join(front[-2:])
    lists = _PLAIN if last[:1].islower() else HEADS
    for name, kind in lists.items():
        if people.has(name, two) or (people.has(name, last) and not (kind == "body" and _is_built(front, people))):
            return kind, last.casefold()
    first = front[0] if len(front) > 1 else ""
    leading = next((kind for name, kind in _LEADING.items() if people.has(name, first)), None)
    return leading, first.casefold() if leading else None


def _is_built(front: Sequence[str], people: PeopleRules) -> bool:
    """Whether a word for a body is one for a building too, and has its name before it: the House, Brackley House."""
    return len(front) > 1 and people.has("places.heads", front[-1])


def is_title(word: str, people: PeopleRules) -> bool:
    """Whether it makes a person of the name behind it: `General`, and `Major-General` of two that do."""
    if any(people.has(f"titles.{gender}", word) for gender in ("neutral", "masculine", "feminine")):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(part and is_title(part, people) for part in parts)


def _after_title(words: Sequence[str], people: PeopleRules) -> int:
    """Where the name begins behind its titles; 0 where there is none. A few words that name whose title it is may
    stand before it: "Standard Oil Vice President Henry Rogers".
    """
    for first in range(min(5, len(words))):
        if is_title(words[first], people):
            start = first + 1
            while start < len(words) and is_title(words[start], people):
                start += 1
            return start if start < len(words) and words[start][:1].isupper() else 0
    return 0


def is_of_place(core: Sequence[str], people: PeopleRules) -> bool:
    """Whether a name ends on where somebody is from: `Tancred of Lecce`."""
    return len(core) > 2 and people.has("names.joiners", core[-2])


def only_titles(text: str, people: PeopleRules) -> bool:
    """Whether a phrase is titles and nothing else: `King`, `Lieutenant General`."""
    return all(is_title(w, people) or people.has("offices.nouns", w) for w in split_words(text))


def ends_on_office(words: Sequence[str], people: PeopleRules) -> bool:
    """Whether the last word is a title or an office and names nobody: `Tsarist Commander-in-Chief`.

    The Palace of the Doge is a palace.
    """
    names = split_words(" ".join(words).replace(" - ", "-"))
    if has_head(names[: _joiner_at(names, people)], people, *HEADS):
        return False
    if not names or not (is_title(names[-1], people) or people.has("offices.nouns", names[-1])):
        return False
    return not _is_surname(names, people)


def _is_surname(names: Sequence[str], people: PeopleRules) -> bool:
    """Whether somebody is called by the office that a name ends on: `John Major`, `Prime Minister John Major`."""
    own = names[_after_title(names[:-1], people) :]
    given = len(own) > 1 and (is_initial(own[0]) or is_given_name(own[0], people))
    return given and all(w[:1].isupper() and not is_title(w, people) for w in own[:-1]) and own[-1][:1].isupper()


def plain_words(quote: str, people: PeopleRules) -> str:
    """A phrase without the article before it."""
    first, _, rest = quote.partition(" ")
    lists = ("definite", "singular_demonstratives", "plural_demonstratives", "indefinite")
    return rest if rest and any(people.has(f"names.{name}", first) for name in lists) else quote
