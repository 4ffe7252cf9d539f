"""What a language's words for places, powers and offices say about them: knowledge/<language>/places.toml."""

import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from typing import Any, TypeVar

_T = TypeVar("_T")
_MOST = 65_536
"""Names that an answer is kept for."""


def _once(ask: Callable[[Any, str], _T]) -> Callable[[Any, str], _T]:
    """Answers for each name once: the same few come again and again. Words and their answers go with one another."""
    kept = f"{ask.__name__} once"

    @wraps(ask)
    def remember(words: Any, name: str) -> _T:
        try:
            return words.__dict__[kept][name]  # type: ignore[no-any-return]
        except KeyError:
            answer = ask(words, name)
        told: dict[str, _T] = words.__dict__.setdefault(kept, {})
        if len(told) >= _MOST:
            told.clear()
        told[name] = answer
        return answer

    return remember


@lru_cache(maxsize=_MOST)
def fold(name: str) -> str:
    """A name without case, accents and punctuation, single-spaced: what two spellings of it share."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


_SMALL = 3
"""Letters of the longest word that only joins others."""


def telling_words(name: str) -> frozenset[str]:
    """The words of a name, folded, but for short ones that only join others: `county`, `council`, `Elmham`."""
    kept = (word for word in name.split() if len(word) > _SMALL or not word.islower())
    return frozenset(w for word in kept for w in fold(word).split())


@dataclass(frozen=True)
class PlaceWords:
    """Word lists that tell a town from a building in it, a name from its article, an office from its holder."""

    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    articles: tuple[str, ...] = ()
    stress: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    possessive: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    """Words behind which stands what there is none of: "no mayor"."""
    back: tuple[str, ...] = ()
    """Words by which something goes to whoever had it before: "it was handed back", "returned"."""
    behind: tuple[str, ...] = ()
    """... and words that say so behind what goes: "gave it back"."""
    polities: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    """Small words behind which stands what somebody has the charge of: "responsibility for"."""
    sole: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Offices that several may have at a time, of one place or of many."""
    forms: Mapping[str, str] = field(default_factory=dict)
    ranks: tuple[str, ...] = ()
    """Words that only count the holders of an office, or say how they are: "its first chairman", "a weak king"."""
    pointing: tuple[str, ...] = ()
    """Words that stand for the office told before: "he held the post"."""
    past: tuple[str, ...] = ()
    """Words for what somebody no longer is: "a former governor"."""
    honours: tuple[str, ...] = ()
    """Titles before a name that say no office: "Lord Carew"."""
    deputies: tuple[str, ...] = ()
    """Words that make another office of one: "deputy governor"."""
    standing_in: tuple[str, ...] = ()
    """Those of them whose holder does the work of the office: "acting governor"."""
    realms: tuple[str, ...] = ()
    """Offices over a country, wherever somebody is made so: "was proclaimed emperor at Versailles"."""
    heads: tuple[str, ...] = ()
    """Words for whoever is at the head of something, whatever it is: "head of the junta"."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Syntactic rule to the role of a second party."""
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of an office, and those of its holder by which it may be asked for: "throne", and "king", "empress"."""
    under: tuple[str, ...] = ()
    """Offices of a body that whoever is at its head does not have."""
    cabinets: tuple[str, ...] = ()
    """Words for a government: "formed a cabinet"."""
    headships: tuple[str, ...] = ()
    """The office of whoever is at the head of one."""
    plurals: Mapping[str, str] = field(default_factory=dict)
    """Words for several holders of an office together, and for each of them: "joint sovereigns"."""
    implied: Mapping[str, str] = field(default_factory=dict)
    """Words for happenings that are about an office of which they say nothing: "reigned", the throne."""
    deeds: Mapping[str, str] = field(default_factory=dict)
    """What somebody does with a place, and the office of whoever does so: "governed", the governor."""
    work: Mapping[str, str] = field(default_factory=dict)
    """What somebody does with an institution, and the office of whoever does so: "edited", the editor."""
    countries: Mapping[str, str] = field(default_factory=dict)
    """A people's name to its country's, where the two do not share a stem: "Spanish", "Spain"."""

    @cached_property
    def _folded(self) -> dict[str, frozenset[str]]:
        lists = {
            **self.kinds,
            "articles": self.articles,
            "stress": self.stress,
            "some": self.some,
            "nobody": self.nobody,
            "none": self.none,
            "back": self.back,
            "behind": self.behind,
            "polities": self.polities,
            "sole": self.sole,
            "others": self.others,
        }
        lists |= {"ranks": self.ranks, "pointing": self.pointing, "past": self.past, "deputies": self.deputies}
        lists |= {"honours": self.honours, "standing_in": self.standing_in, "realms": self.realms}
        lists |= {"heads": self.heads}
        return {name: frozenset(map(fold, words)) for name, words in lists.items()}

    @cached_property
    def _forms(self) -> dict[str, str]:
        return {fold(a): fold(b) for a, b in self.forms.items()}

    @cached_property
    def _same(self) -> dict[str, frozenset[str]]:
        """Offices by their words joined, and those that each may be asked for by."""
        return {_joined(a): frozenset(map(_joined, bs)) for a, bs in self.alike.items()}

    @cached_property
    def _longer(self) -> frozenset[str]:
        """All offices, each as one word."""
        told = (*self.sole, *self.others, *self.alike, *(b for bs in self.alike.values() for b in bs))
        return frozenset(map(_joined, told))

    @cached_property
    def _under(self) -> frozenset[str]:
        return frozenset(map(_joined, self.under))

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {fold(a): fold(b) for a, b in self.countries.items()}

    def country(self, word: str) -> str:
        """The country of a people, folded: `spain` of `spanish`; any other word as it is."""
        return self._countries.get(word, word)

    def joined_offices(self, words: Sequence[str]) -> list[str]:
        """Folded words with each office of two words as one: `prime-minister`."""
        made: list[str] = []
        for word in words:
            if made and f"{made[-1]}-{word}" in self._longer:
                made[-1] = f"{made[-1]}-{word}"
            else:
                made.append(word)
        return made

    def is_under(self, word: str) -> bool:
        """Whether it is an office in a body that is not at its head: `treasurer`."""
        return word in self._under

    def is_realm(self, key: str) -> bool:
        """Whether a plain word for what is held makes whoever has it the holder of an office: `county`, a count."""
        return key.islower() and _joined(key) in self._same

    def is_same_office(self, a: str, b: str) -> bool:
        """Whether one word is a name of the office and the other may ask for it: `throne`, `queen`."""
        return b in self._same.get(a, ()) or a in self._same.get(b, ())

    def _is(self, words: str, kind: str) -> bool:
        """Whether the folded words end with one of the list."""
        known = self._folded.get(kind, frozenset())
        tokens = words.split()
        return any(" ".join(tokens[-n:]) in known for n in range(1, min(4, len(tokens)) + 1))

    @_once
    def decides(self, body: str) -> bool:
        """Whether it is one that says whose something is, and has it not itself: a court, a congress of powers."""
        return self._is(fold(self.split(body)[0]), "arbiters")

    @_once
    def is_society(self, body: str) -> bool:
        """Whether who is chosen by it is chosen for itself: a club, a guild; a parliament may choose a king."""
        return self._is(fold(self.split(body)[0]), "societies")

    @_once
    def may_rule(self, body: str) -> bool:
        """Whether it is a body that governs: a commune or a council, and no club, bank or school."""
        return self._is(fold(self.split(body)[0]), "governments")

    def is_ground(self, word: str) -> bool:
        """Whether a plain noun is a stretch of land or water that something may happen on."""
        return fold(word) in self._folded.get("grounds", ())

    def is_site(self, word: str) -> bool:
        """Whether it is a house, a ship or a part of one: something may happen in it, or be done to it anywhere."""
        return fold(word) in self._folded.get("sites", ())

    def is_anybody(self, name: str) -> bool:
        """Whether it says of no one who he is: `men`, `no one`."""
        alone = self.without_article(name)
        return self.names_nobody(alone) or fold(alone) in self._folded.get("anybody", ())

    def is_garrison(self, word: str) -> bool:
        """Whether such people have a place for whose it is, and give it up with themselves: `governor`, `garrison`."""
        return fold(word) in self._folded.get("garrisons", ())

    def is_portion(self, word: str) -> bool:
        """Whether what it is a part of says where: "the northern part of the island"."""
        return fold(word) in self._folded.get("portions", ())

    def is_somewhere(self, word: str) -> bool:
        """Whether it is a place even without an article: "in prison", "at sea"."""
        return fold(word) in self._folded.get("unnamed", ())

    def is_polity(self, word: str) -> bool:
        """Whether it is the head of the name of a state or another body: "empire"."""
        return fold(word) in self._folded.get("bodies", ())

    @_once
    def without_article(self, name: str) -> str:
        """The name as written, but for an article before it, and what only stresses that: `his own treasurer`."""
        first, _, rest = name.strip().partition(" ")
        if not rest or fold(first) not in self._folded.get("articles", ()):
            return name.strip()
        second, _, last = rest.strip().partition(" ")
        return last.strip() if last and fold(second) in self._folded["stress"] else rest.strip()

    @_once
    def split(self, name: str) -> tuple[str, str]:
        """Head and what follows its link: `prefecture`, `Aldermouth`; the second is empty where nothing follows."""
        bare = self.without_article(name)
        cut = [(bare.find(f" {link} "), len(link)) for link in self.links]
        at, length = min((c for c in cut if c[0] > 0), key=lambda c: (c[0], -c[1]), default=(-1, 0))
        return (bare, "") if at < 0 else (bare[:at], bare[at + length + 2 :])

    @_once
    def kind_of(self, name: str) -> str | None:
        """Its kind by its head word, such as `building`, `settlement` or `office`; None where no list has it."""
        name = self.office_named(name)
        first, rest = self.split(name)
        head = fold(first)
        if self._is(head, "power") or head.split(" ")[0] in self._folded.get("power", ()):
            return "power"
        # "The Portuguese post of Tambara" is no office.
        polity = rest[:1].isupper() and self._is(head, "polities") and self.kind_of(rest) != "office"
        told = (
            ("building", self._is(head, "buildings")),
            ("quarter", self._is(head, "quarters")),
            ("settlement", self._is(head, "settlements") and not rest),
            ("place", polity),
            (
                "office",
                self._is(head, "sole")
                or self._is(head, "others")
                or head in self._forms
                or head.split(" ")[-1] in self._forms,
            ),
            ("body", self._is(head, "bodies")),
            ("event", self._is(head, "contests")),
        )
        return next((kind for kind, holds in told if holds), None)

    @_once
    def is_charge(self, name: str) -> bool:
        """Whether it is what somebody may have the charge of: `sewers of Autun`."""
        return self._is(fold(self.split(name)[0]), "charges")

    @_once
    def had(self, name: str) -> str | None:
        """What it is to have: `the schools of Autun`, for `responsibility for the schools of Autun`."""
        head, *rest = self.without_article(name).split(" ")
        linked = len(rest) > 1 and rest[0] in (*self.links, *self.over)
        return " ".join(rest[1:]) if linked and fold(head) in self._folded.get("having", ()) else None

    def is_heritage(self, name: str) -> bool:
        """Whether it is all that a body has or has to do: `the powers of the board`."""
        return self._is(fold(self.split(name)[0]), "heritage")

    @_once
    def bare(self, name: str) -> str:
        """The name of a place as written, without article and without `county of` before it."""
        head, rest = self.split(name)
        polity = rest and fold(head) in self._folded.get("polities", ())
        return self.without_article(rest if polity else name)

    def told_of(self, name: str) -> str | None:
        """The body that a paper's name tells of: `Free Council` of `Declaration of the Free Council`."""
        head, rest = self.split(name)
        if not rest or not self._is(fold(head), "documents"):
            return None
        return rest if self._is(fold(self.split(rest)[0]), "bodies") else None

    @_once
    def points_back(self, name: str) -> bool:
        """Whether it is "the post" or the like, which some office told before is meant by."""
        return fold(self.without_article(name)) in self._folded["pointing"]

    def office_named(self, name: str) -> str:
        """`mayor` of `the office of mayor`; any other name as it is."""
        head, rest = self.split(name)
        pointing = rest and fold(head) in self._folded.get("pointing", ())
        return rest if pointing and self.kind_of(rest) == "office" else name

    @_once
    def headship(self, name: str) -> str | None:
        """The office of whoever forms or heads it, where it is a government: `head of government of Tobria`."""
        head, rest = self.split(name)
        if not self.headships or head.split(" ")[-1] not in self.cabinets:
            return None
        return f"{self.headships[0]} of {rest}" if rest else self.headships[0]

    @_once
    def office_about(self, name: str) -> str | None:
        """`president` of `the presidential election`; None where no word of it tells of an office."""
        return next((self._forms[t] for t in fold(name).split() if t in self._forms), None)

    @_once
    def is_past(self, office: str) -> bool:
        """Whether it is an office that somebody had once: `a former governor of Tobago`."""
        return fold(self.without_article(office)).split(" ")[0] in self._folded["past"]

    def without_honour(self, title: str) -> str:
        """A title without what only honours: `Prime Minister` of `Prime Minister Lord`, nothing of `Captain`."""
        while title and self._is(fold(title), "honours"):
            title = title.rpartition(" ")[0]
        return title

    def names_kind(self, key: str) -> bool:
        """Whether it only says what kind of thing: `key cities`, `territory`; `sewers` says which."""
        return key.islower() and self.without_article(key) == key and not self.is_charge(key)

    def goes_back(self, deed: str) -> bool:
        """Whether something goes to whoever had it before by what is told so: "handed back", "returned"."""
        return not self._folded["back"].isdisjoint(fold(deed).split())

    def is_back(self, word: str) -> bool:
        """Whether it says so behind what goes: `back` of "gave it back"."""
        return fold(word) in self._folded["behind"]

    def lacking(self, phrase: str) -> str | None:
        """The office that nobody has: `captain` for "no captain"; None where that is not what a phrase says."""
        first, _, rest = phrase.partition(" ")
        return rest if rest and fold(first) in self._folded["none"] and self.kind_of(rest) == "office" else None

    @_once
    def names_nobody(self, phrase: str) -> bool:
        """Whether it is a word that points to somebody without a name: `both`, `which`."""
        return fold(phrase) in self._folded["nobody"]

    def is_some(self, phrase: str) -> bool:
        """Whether it tells of some thing of its kind, and not of which: `a horse`, `several lines`."""
        return fold(phrase.partition(" ")[0]) in self._folded["some"]

    @_once
    def without_rank(self, office: str) -> str:
        """The office as written, but for article and count before it: `chairman` of `its first chairman`.

        Who is the first of his kind is counted by what he is: `president`, for `the first black president`.
        """
        bare = self._of_each(self.without_article(self.office_named(self._of_owner(office))))
        first, _, rest = bare.partition(" ")
        if fold(self.split(bare)[0]) in self._folded["sole"]:
            return bare
        counted = first.islower() and fold(first) in self._folded["ranks"] and self.kind_of(rest) == "office"
        return self.without_rank(self._without_kind(rest)) if counted else bare

    def _of_owner(self, office: str) -> str:
        """`first president of Tirania` of `Tirania's first president`; without it where it is only `the country's`."""
        for sign in self.possessive:
            owner, found, rest = self.without_article(office).partition(f"{sign} ")
            if not found or self.kind_of(rest) != "office" or self.split(rest)[1]:
                continue
            if owner[:1].isupper():
                return f"{rest} {self.links[-1]} {owner}"
            if fold(owner) in self._folded["polities"] or self.kind_of(owner) == "body":
                return rest
        return office

    def _of_each(self, office: str) -> str:
        """The office that each of several has: `sovereign of Albia` of `sovereigns of Albia`."""
        if not self.plurals:
            return office
        head = self.split(office)[0]
        before, _, last = head.rpartition(" ")
        one = self.plurals.get(last.lower())
        return office if one is None else f"{before} {one}".strip() + office[len(head) :]

    def _without_kind(self, office: str) -> str:
        """The office without what is said of its holder: `vice president of Tobago` of `elected vice president of`."""
        words = office.split(" ")
        head = len(self.split(office)[0].split(" "))
        listed = self._folded["sole"] | self._folded["others"]
        starts = (n for n in range(head) if fold(" ".join(words[n:head])) in listed)
        return " ".join(words[next(starts, 0) :])

    @_once
    def office_words(self, name: str) -> frozenset[str]:
        """The words of an office for comparison, hyphened ones whole: `presidency of Tirania` as president, tirania."""
        skip = self._folded.get("articles", frozenset()) | {t for link in self.links for t in fold(link).split()}
        told = (fold(t).replace(" ", "-") for t in name.split())
        return frozenset(self._forms.get(t, t) for t in told if t and t not in skip)

    def says_more(self, one: Collection[str], other: Collection[str]) -> bool:
        """Whether the words of one office are those of another and what it is over; a deputy has another office."""
        more = set(one) - set(other)
        return set(one) > set(other) and not more & self._folded["deputies"]

    def may_answer(self, told: str, asked: str) -> bool:
        """Whether an office may answer for the one asked for: no president for a vice-president, nor the other way."""
        extra, more = (self._folded["deputies"] & set(fold(office).split()) for office in (told, asked))
        return more <= extra and extra - more <= self._folded["standing_in"]

    @_once
    def office_alone(self, key: str) -> str:
        """The office without what it is over: `mayor` of `mayor of Ulm` and of `mayor, Ulm`."""
        return self.split(key.partition(", ")[0])[0]

    @_once
    def common_realm(self, office: str) -> str:
        """The plain word for a country that an office is over, folded: `state` of `governor of the state`."""
        over = self.without_article(self.split(office)[1])
        common = over.islower() and fold(over) in self._folded["polities"] and not self._is(fold(office), "sole")
        return fold(over) if common else ""

    def is_of_realm(self, office: str) -> bool:
        """Whether it is over a country, wherever its holder is made so: `emperor`."""
        folded = fold(self.office_alone(office))
        return self._is(self._forms.get(folded, folded), "realms")

    def is_head_word(self, word: str) -> bool:
        """Whether it says no more than that somebody is at the head of what stands behind it: `head`."""
        return fold(word) in self._folded["heads"]

    def is_post(self, key: str) -> bool:
        """Whether it is an office by its word, and not a body that somebody leads."""
        return self.is_sole_word(key) or self.kind_of(self.office_alone(key)) == "office"

    def stood_in_for(self, office: str) -> str:
        """The office whose work somebody only does: `president` of `acting president`; empty where it is no such."""
        first, _, rest = office.partition(" ")
        return rest if rest and fold(first) in self._folded["standing_in"] and self.kind_of(rest) == "office" else ""

    def is_of_body(self, office: str) -> bool:
        """Whether it is that of a body which the office names: `president of the Senate`."""
        return self.kind_of(self.split(office.partition(", ")[0])[1]) == "body"

    def names_holder(self, office: str) -> bool:
        """Whether it is named after whoever has it: `president`, not `presidency`."""
        return not any(t in self._forms for t in fold(office).split())

    def is_sole(self, office: str) -> bool:
        """Whether only one person at a time has it: a sole office that says over what."""
        head, _, scope = office.partition(", ")
        return bool(scope or self.split(head)[1]) and self.is_sole_word(head)

    @_once
    def is_sole_word(self, office: str) -> bool:
        """Whether its head is a word for an office that one person at a time has of what it is over."""
        folded = fold(self.office_alone(office))
        return self._is(self._forms.get(folded, folded), "sole")


def _joined(office: str) -> str:
    """An office as one word, without its small words: `head-state`."""
    words = fold(office).split()
    return "-".join(w for w in words if len(w) > _SMALL) or "-".join(words)
