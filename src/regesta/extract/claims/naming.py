"""Looks up which name or description a word belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from regesta.model.entity import Entity, EntityKind, Mention
from regesta.model.ids import Id
from regesta.model.syntax import Token
from regesta.model.text import Span

_NEAR = 200
"""Characters before "there" within which its place is looked for."""


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of a document in text order, and the entities that they stand for."""

    text: str
    mentions: Sequence[Mention]
    starts: Sequence[int]
    entities: Mapping[Id, Entity]
    places: Mapping[str, Id]
    """Place entities by their names."""
    peoples: Mapping[str, Id]
    """Bodies with a name of one word, by that word without its last letter: "Saracen", of the Saracens."""
    regions: frozenset[str]
    """Head words of parts and kinds of places ("district", "town") behind which "of" gives the place's name."""
    demonyms: frozenset[str] = frozenset()
    """Words for peoples and what is theirs: "Danish", "Danes"."""
    found: dict[tuple[int, int], Mention | None] = field(default_factory=dict, compare=False, repr=False)
    """What was looked up before: each word is, many times over."""

    @classmethod
    def of(
        cls,
        text: str,
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        regions: frozenset[str],
        demonyms: frozenset[str] = frozenset(),
    ) -> "Names":
        """A look-up over the mentions and entities of a text."""
        ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        places = {name: e.id for e in entities if e.kind == "place" for name in e.names}
        peoples = {name[:-1]: e.id for e in entities if e.kind == "body" for name in e.names if name.isalpha()}
        by_id = {e.id: e for e in entities}
        return cls(text, ordered, [m.span.start for m in ordered], by_id, places, peoples, regions, demonyms)

    def mention(self, start: int, end: int) -> Mention | None:
        """The narrowest mention that ends with, or else holds, those characters."""
        if (start, end) not in self.found:
            self.found[start, end] = self._narrowest(start, end)
        return self.found[start, end]

    def _narrowest(self, start: int, end: int) -> Mention | None:
        best: Mention | None = None
        at = bisect_right(self.starts, start) - 1
        for mention in self.mentions[max(0, at - 8) : at + 1]:
            if (
                mention.span.start <= start
                and end <= mention.span.end
                and (best is None or _width(mention) <= _width(best))
            ):
                best = mention
        return best

    def at(self, token: Token) -> Mention | None:
        """The mention whose head the word is, or that holds it."""
        return self.mention(token.start, token.end)

    def kind(self, token: Token) -> EntityKind:
        """What kind of name the word belongs to; `unknown` for a plain word."""
        mention = self.at(token)
        return mention.kind if mention is not None else "unknown"

    def is_described(self, token: Token) -> bool:
        """Whether it stands for a place without naming it: "the city"."""
        mention = self.at(token)
        return mention is not None and mention.kind == "place" and mention.form == "description"

    def last_in(self, span: Span) -> Mention | None:
        """The name or description that a phrase ends with."""
        return next((m for m in self._inside(span) if m.span.end == span.end), None)

    def place_at_end(self, span: Span) -> Mention | None:
        """The place that a longer name ends with: "the Treaty of Versailles"."""
        inside = (m for m in self._inside(span) if m.span.end == span.end and m.span.start > span.start)
        return next((m for m in inside if m.kind == "place" and m.form == "name"), None)

    def entity(self, token: Token) -> Id | None:
        """Whom or what the word stands for, if the text says; a people's name within a description is not all of it."""
        mention = self.at(token)
        if mention is None:
            return self.peoples.get(token.text)
        return None if mention.form == "description" and _is_within(token, mention) else mention.entity

    def antecedent(self, token: Token, start: int) -> Mention | None:
        """The last name or description of what a pronoun or description stands for, from `start` on up to it."""
        mention = self.at(token)
        if mention is None or mention.entity is None:
            return None
        before = self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, mention.span.start)]
        return next((m for m in reversed(before) if m.entity == mention.entity and m.form != "pronoun"), None)

    def is_unnamed(self, token: Token) -> bool:
        """Whether it is a pronoun of which the text before does not say whom it stands for."""
        mention = self.at(token)
        return token.pos == "PRON" and (mention is None or mention.entity is None)

    def widen(self, token: Token, span: Span) -> Span:
        """A phrase widened to the whole of the name it holds the head of."""
        mention = self.at(token)
        if mention is None or mention.form != "name":
            return span
        return Span(span.document, min(span.start, mention.span.start), max(span.end, mention.span.end))

    def place_named(self, span: Span) -> Id | None:
        """The place of the text that goes by those words."""
        return self.places.get(self.text[span.start : span.end])

    def is_known(self, entity: Id | None) -> bool:
        """Whether it is a place that the gazetteer has."""
        return entity is not None and entity in self.entities and self.entities[entity].coordinates is not None

    def place_before(self, start: int) -> Id | None:
        """The place that "there" stands for: the one named right before; None where two are."""
        near = self.mentions[bisect_left(self.starts, start - _NEAR) : bisect_left(self.starts, start)]
        named = {m.entity for m in near if m.kind == "place" and m.form == "name"}
        return named.pop() if len(named) == 1 else None

    def place_inside(self, span: Span) -> tuple[Span, Id | None] | None:
        """The place that a body bears in its name ("Commune of Besançon"), with its entity."""
        inside = (m for m in self._inside(span) if m.kind == "body")
        return next((place for m in inside if (place := self._borne_by(m)) is not None), None)

    def place_of_event(self, token: Token) -> tuple[Span, Id | None] | None:
        """The place that the name of a happening bears: "the Dieppe Raid"."""
        mention = self.at(token)
        return self._borne_by(mention) if mention is not None and mention.kind == "event" else None

    def _borne_by(self, mention: Mention) -> tuple[Span, Id | None] | None:
        entity = self.entities.get(mention.entity) if mention.entity else None
        return self._part(mention, entity.part_of) if entity is not None and entity.part_of else None

    def _part(self, mention: Mention, place: str) -> tuple[Span, Id | None] | None:
        """Where the place stands inside the name of a body ("Besançon" in "Commune of Besançon")."""
        at = self.text.find(place, mention.span.start, mention.span.end)
        if at < 0:
            return None
        return Span(mention.span.document, at, at + len(place)), self.places.get(place)

    def _inside(self, span: Span) -> list[Mention]:
        low = bisect_right(self.starts, span.start - 1)
        high = bisect_right(self.starts, span.end - 1)
        return [m for m in self.mentions[low:high] if m.span.end <= span.end]

    def is_region(self, token: Token) -> bool:
        """Whether the word is the head of "the district of ..."."""
        return token.lemma in self.regions or token.text.lower() in self.regions


def _is_within(token: Token, mention: Mention) -> bool:
    """Whether it is a name that only tells more of what is described: the German, in "the German protectorate"."""
    return token.end < mention.span.end and token.relation in ("compound", "modifier") and token.text[:1].isupper()


def _width(mention: Mention) -> int:
    return mention.span.end - mention.span.start
