"""Maximal name phrases of a sentence: `Committee of Public Safety`, `Louis de la Motte`, `Versailles government`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.extract.entities.words import COMMON_NOUNS, ends_on_office, has_head, is_given_name, is_roman, is_title
from regesta.model.entity import EntityKind
from regesta.model.syntax import Token, Tree
from regesta.model.text import Document, Span
from regesta.rules.people import PeopleRules

_INNER = frozenset("-‐‑–'’·.")
_OPENING = frozenset('"“‘«([:;—')
_NAMING_POS = frozenset({"NOUN", "ADJ", "ADV", "NUM", "VERB"})
_SUBJECTS = ("subject", "passive-subject")
_LOOSE = frozenset({"compound", "modifier", "number", "possessor", "unclear", "apposition", "determiner", "adverb"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words `first` to `last` of a sentence, both included."""

    tree: Tree
    first: int
    last: int
    inside: bool = False
    """Whether it stands inside the name of a document or a happening."""
    common: EntityKind | None = None
    """The kind that a common noun at its end gives, such as `government` or `uprising`."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return self.tree.tokens[self.first : self.last + 1]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.tree.words(self.tree.tokens[self.first], self.tree.tokens[self.last])

    @property
    def head(self) -> Token:
        """The word that the others depend on."""
        return top_of(self.tree, self.first, self.last)


def top_of(tree: Tree, first: int, last: int) -> Token:
    """The first of some words that depends on none of them."""
    for token in tree.tokens[first : last + 1]:
        if token.head == token.i or not first <= token.head <= last:
            return token
    return tree.tokens[last]


def find_chunks(
    tree: Tree, document: Document, people: PeopleRules, known: frozenset[str] = frozenset()
) -> list[Chunk]:
    """The name phrases in text order; those inside the name of a document or a happening follow it.

    `known` holds words that name somebody elsewhere in the text, so that they do at the head of a sentence too.
    """
    return list(_Reader(tree, document, people, known).chunks())


def known_names(trees: Iterable[Tree]) -> frozenset[str]:
    """Words that stand alone as a name somewhere inside a sentence."""
    return frozenset(
        token.text
        for tree in trees
        for before, token, after in zip(tree.tokens, tree.tokens[1:], (*tree.tokens[2:], None), strict=False)
        if token.pos == "PROPN" and token.text[0].isupper() and token.text[1:].islower()
        if before.pos not in ("PROPN", "PUNCT", "ADJ") and (after is None or after.pos not in ("PROPN", "ADJ", "NOUN"))
    )


class _Reader:
    """Walks over the words of one sentence."""

    def __init__(self, tree: Tree, document: Document, people: PeopleRules, known: frozenset[str]) -> None:
        self.tree, self.tokens = tree, tree.tokens
        self.text, self.people, self.known = document.text, people, known

    def chunks(self) -> Iterator[Chunk]:
        i = 0
        while i < len(self.tokens):
            if not self._starts(i):
                i += 1
                continue
            last, first = self._grown(i), self._back(i)
            chunk = self._with_common_noun(first, last) or Chunk(self.tree, first, last)
            if self._names(chunk):
                yield chunk
                yield from self._inside(chunk)
            i = chunk.last + 1

    def _starts(self, i: int) -> bool:
        if self._is_name(i):
            return True
        token = self.tokens[i]
        if not self.people.has("names.particles", token.text):
            return False
        if i + 2 < len(self.tokens) and self._glued(i) and self.tokens[i + 1].text in _INNER and self._glued(i + 1):
            return self._is_name(i + 2)
        return token.pos == "PROPN" and i + 1 < len(self.tokens) and self._is_name(i + 1) and self._adjacent(i)

    def _back(self, i: int) -> int:
        """To the first part of a hyphened word: `Sub-Prefect`."""
        glued = i > 1 and self._glued(i - 2) and self._glued(i - 1) and self.tokens[i - 1].text in _INNER
        return i - 2 if glued and self.tokens[i - 2].text[0].isupper() else i

    def _is_name(self, i: int) -> bool:
        token = self.tokens[i]
        if not any(c.isupper() for c in token.text[:2]):
            return False
        if self.people.has("names.not_names", token.text):
            return self._numbers(i) or self._gives_first_name(i)
        if token.pos == "PROPN":
            return True
        if token.pos not in _NAMING_POS:
            return False
        if i and self.tokens[i - 1].text not in _OPENING:
            return True
        known = token.text in self.known or token.text.endswith(tuple(self.people.words["demonyms.adjectives"]))
        return known or (not i and self._is_told_a_place(token))

    def _numbers(self, i: int) -> bool:
        """Whether it is the number of a ruler, and not a writer who speaks of himself: `Charles I`."""
        numeral = is_roman(self.tokens[i].text) and self.tokens[i].pos == "PROPN" and i > 0
        return numeral and self.tokens[i - 1].pos == "PROPN" and self._is_name(i - 1) and self._adjacent(i - 1)

    def _gives_first_name(self, i: int) -> bool:
        """Whether it is no month, but what somebody is called before another name: `Jan Coen`."""
        token, behind = self.tokens[i], self.tokens[i + 1 : i + 2]
        beside = token.pos == "PROPN" and token.relation == "compound" and self.tokens[token.head].pos == "PROPN"
        named = any(t.pos == "PROPN" and t.text[0].isupper() for t in behind)
        return is_given_name(token.text, self.people) and beside and named

    def _is_told_a_place(self, token: Token) -> bool:
        """Whether the first word of a sentence is a bare noun beside which it stands what place it is: "X, a town"."""
        if token.pos != "NOUN" or token.form == "plural" or token.relation not in _SUBJECTS:
            return False
        beside = [t for t in self.tree.below(token, "apposition") if self.tree.first(t, "determiner") is not None]
        return any(self.people.has("places.nouns", t.text) for t in beside)

    def _gap(self, i: int) -> str:
        return self.text[self.tokens[i].end : self.tokens[i + 1].start]

    def _glued(self, i: int) -> bool:
        return self.tokens[i].end == self.tokens[i + 1].start

    def _adjacent(self, i: int) -> bool:
        return not self._gap(i).strip()

    def _grown(self, first: int) -> int:
        last = first
        while last + 1 < len(self.tokens):
            step = self._step(first, last)
            if step is None:
                break
            last = step
        return last

    def _step(self, first: int, last: int) -> int | None:
        """The last word after one step further; None where the name ends."""
        after, count = last + 1, len(self.tokens)
        if self._glued(last) and self.tokens[after].text in _INNER and after + 1 < count and self._glued(after):
            return (
                after + 1 if self.tokens[after + 1].text[0].isalpha() and not self._is_participle(after + 1) else None
            )
        if self._glued(last) and self.tokens[after].text == "." and is_title(f"{self.tokens[last].text}.", self.people):
            return after
        if not self._adjacent(last):
            return None
        if self._is_name(after):
            return after if self._connected(last, after) else None
        ways = (self._over_particles, self._over_possessive, self._over_joiner, self._over_epithet)
        for way in (*ways, self._over_common_word):
            step = way(first, last)
            if step is not None:
                return step
        return None

    def _is_participle(self, i: int) -> bool:
        """Whether a name before a hyphen only says who did it: `Genoese` in "Genoese-held Corsica"."""
        token = self.tokens[i]
        return token.text[0].islower() and token.form == "past-participle" and token.relation == "modifier"

    def _connected(self, a: int, b: int) -> bool:
        left, right = self.tokens[a], self.tokens[b]
        if left.text == "." or (is_roman(right.text) and left.pos == right.pos == "PROPN"):
            return True
        beside = left.head == right.head and left.relation == right.relation
        return beside or left.relation in _LOOSE or left.head in (b, left.i) or right.head == a

    def _over_particles(self, _first: int, last: int) -> int | None:
        i = last + 1
        while i < len(self.tokens) and self.people.has("names.particles", self.tokens[i].text) and i - last <= 3:
            i += 1
            # "Abd el-Krim", "de' Medici"
            joined = i + 1 < len(self.tokens) and self._glued(i - 1) and self.tokens[i].text in _INNER
            i += joined and (self._glued(i) or self.tokens[i].text in "'’")
            if i < len(self.tokens) and self._is_name(i):
                return i
        return None

    def _over_possessive(self, first: int, last: int) -> int | None:
        after = last + 1
        if self.tokens[after].relation != "case" or after + 1 >= len(self.tokens) or not self._is_name(after + 1):
            return None
        inside = self.people.has("names.possessors", self.tokens[last].text)
        return after + 1 if inside or self._is_body_of(first, last) else None

    def _is_body_of(self, first: int, last: int) -> bool:
        """Whether an article makes one name of a possessive and what is behind: "the Smith's Bay Company"."""
        article = self.tokens[first - 1] if first and first == last else None
        if article is None or not self.people.has("names.definite", article.text):
            return False
        end = last + 2
        while end + 1 < len(self.tokens) and self._is_name(end + 1) and self._adjacent(end):
            end += 1
        return has_head([self.tokens[end].text], self.people, "bodies.heads")

    def _over_joiner(self, first: int, last: int) -> int | None:
        after, words = last + 1, [t.text for t in self.tokens[first : last + 1]]
        word = self.tokens[after].text
        plural = has_head(words, self.people) and self.tokens[first].form == "plural"
        if self.people.has("names.coordinators", word) and after + 1 < len(self.tokens):
            one = (plural and first < last) or self.tokens[after].relation == "compound"
            return after + 1 if one and self._is_name(after + 1) else None
        if not self.people.has("names.joiners", word) or after + 1 >= len(self.tokens):
            return None
        headed = has_head(words, self.people)
        target = after + 1
        if headed and self.people.has("names.inner_articles", self.tokens[target].text):
            target += 1
        if headed and target < len(self.tokens):
            day = self._day(target)
            if day is not None:
                return day
        if target >= len(self.tokens) or not self._is_name(target):
            return None
        genders = ("masculine", "feminine")
        titled = any(self.people.has(f"titles.{gender}", words[0]) for gender in genders) and len(words) > 1
        given = any(self.people.has(f"given_names.{gender}", words[-1]) for gender in genders)
        return target if headed or is_roman(words[-1]) or titled or given else None

    def _over_epithet(self, first: int, last: int) -> int | None:
        """To the byname of `William the Conqueror`, `Frederick II the Great`."""
        byname = last + 2
        if byname >= len(self.tokens) or not self.people.has("names.inner_articles", self.tokens[last + 1].text):
            return None
        word, names = self.tokens[byname].text, [t.text for t in self.tokens[first : last + 1]]
        alone = first == last or (first + 1 == last and (is_roman(names[-1]) or is_title(names[0], self.people)))
        if not alone or not self._adjacent(last + 1) or not (word[0].isupper() and word[1:].islower()):
            return None
        goes_on = byname + 1 < len(self.tokens) and (
            self._is_name(byname + 1) or self.people.has("names.joiners", self.tokens[byname + 1].text)
        )
        # "At Acre the Templars held out"
        apart = self.tokens[last].relation == "complement" and self.tokens[byname].relation in _SUBJECTS
        headed = has_head([word], self.people) or has_head(names, self.people)
        return None if goes_on or headed or apart or self.tokens[last].pos != "PROPN" else byname

    def _day(self, i: int) -> int | None:
        """The last word of a day such as `March 18, 1871`."""
        if not self.people.has("names.day_words", self.tokens[i].text):
            return None
        last = i
        while last + 1 < len(self.tokens):
            token = self.tokens[last + 1]
            if token.text[0].isdigit():
                last += 1
            elif token.text == "," and last + 2 < len(self.tokens) and self.tokens[last + 2].text.isdigit():
                last += 2
            else:
                break
        return last

    def _over_common_word(self, _first: int, last: int) -> int | None:
        """Over the middle word of `Latvian rifle Division`."""
        after = last + 1
        if after + 1 >= len(self.tokens) or not self._is_name(after + 1) or not self._adjacent(after):
            return None
        middle, end = self.tokens[after], self.tokens[after + 1]
        fits = middle.pos in ("NOUN", "ADJ") and middle.head == end.i and self.tokens[last].head == end.i
        return after + 1 if fits and has_head([end.text], self.people) else None

    def _with_common_noun(self, first: int, last: int) -> Chunk | None:
        """The name with the noun, up to two words on, that makes a body or a happening of it."""
        for i in range(last + 1, min(last + 4, len(self.tokens))):
            noun = self.tokens[i]
            if not self._adjacent(i - 1) or noun.pos not in ("NOUN", "ADJ", "PROPN"):
                return None
            kind = self._common_kind(noun)
            if kind and (self.tokens[last].head == i or last == i - 1):
                fits = all(last < t.head <= i for t in self.tokens[last:i])
                return Chunk(self.tree, first, i, common=kind) if fits else None
        return None

    def _common_kind(self, noun: Token) -> EntityKind | None:
        if noun.relation in ("compound", "modifier"):
            return None
        for name, kind in COMMON_NOUNS.items():
            if self.people.has(name, noun.text):
                return kind
        return None

    def _names(self, chunk: Chunk) -> bool:
        """Whether it names somebody or something, and does not only say of what kind a noun is."""
        if chunk.common:
            return True
        last = self.tokens[chunk.last]
        if last.text[0].islower() and chunk.last > chunk.first and not self._is_name_part(chunk):
            return False
        if len(last.text.rstrip(".")) == len(chunk.tokens) == 1:
            return False
        if ends_on_office([t.text for t in chunk.tokens], self.people) and not self._bears_behind(chunk):
            return False
        definite = any(self.people.has("names.definite", t.text) for t in self.tree.below(last, "determiner"))
        if last.pos == "ADJ" and not definite:
            return False
        if not (last.head > chunk.last and last.relation in ("modifier", "compound", "number")):
            return True
        return last.pos == "PROPN" and last.text not in self.people.words["demonyms.words"]

    def _bears_behind(self, chunk: Chunk) -> bool:
        """Whether a title belongs to the name before it: `Enver Pasha`, not "the Crimean Khan"."""
        last = self.tokens[chunk.last]
        if chunk.last == chunk.first or not self.people.has("titles.behind", last.text):
            return False
        own = [self.tokens[i] for i in range(chunk.first, chunk.last)]
        named = all(t.pos == "PROPN" or t.text in _INNER for t in own)
        said = {t.text for t in own} & self.people.words["demonyms.words"]
        article = any(t.relation in ("determiner", "possessor") for w in (*own, last) for t in self.tree.below(w))
        return named and not said and not article and not is_title(own[0].text, self.people)

    def _is_name_part(self, chunk: Chunk) -> bool:
        """Whether a name goes on in small letters behind a hyphen: `Chiang Kai-shek`, `Jalal-ud-din`.

        Not where the word only says of what sort something is: "Paris-based", "a Kent-side mill".
        """
        last, before = self.tokens[chunk.last], self.tokens[chunk.last - 1]
        if before.text not in _INNER or not self._glued(chunk.last - 1) or last.pos not in ("PROPN", "NOUN"):
            return False
        if is_title(self.tokens[chunk.last - 2].text, self.people):
            return False  # "the President-elect"
        hyphens = sum(t.text in _INNER for t in chunk.tokens)
        return last.pos == "PROPN" or hyphens > 1 or chunk.last - chunk.first > 2

    def _inside(self, chunk: Chunk) -> Iterator[Chunk]:
        """The name inside the name of a document or a happening: `Bunker Hill` in `Battle of Bunker Hill`."""
        for i in range(chunk.first + 1, chunk.last):
            if not self.people.has("names.joiners", self.tokens[i].text):
                continue
            before = [t.text for t in self.tokens[chunk.first : i]]
            if has_head(before, self.people, "documents.heads", "events.heads"):
                yield from self._listed(i + 1, chunk.last)
            return

    def _listed(self, first: int, last: int) -> Iterator[Chunk]:
        """The names of a list such as `Lexington and Concord`."""
        starts = [first, *(i + 1 for i in range(first, last) if self._coordinates(i))]
        ends = [*(i - 2 for i in starts[1:]), last]
        for start, end in zip(starts, ends, strict=True):
            at = start
            while at < end and self.people.has("names.inner_articles", self.tokens[at].text):
                at += 1
            if self._is_name(at):
                yield Chunk(self.tree, at, end, inside=True)

    def _coordinates(self, i: int) -> bool:
        return self.tokens[i].relation != "compound" and self.people.has("names.coordinators", self.tokens[i].text)
