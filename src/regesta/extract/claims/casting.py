"""What roles are filled with: the words, names and times of a sentence, and a noun on its way into a role."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from regesta.extract.claims.candidates import Candidate
from regesta.extract.claims.clauses import Grammar
from regesta.extract.claims.naming import Names
from regesta.model.syntax import Token
from regesta.model.text import Span
from regesta.rules.event_types import EventTypes
from regesta.rules.lexicon import Lexicon

# What is done to or with a party, which may be a country: "declared war on Germany", "the alliance with Poland".
SOCIAL_FAMILIES = ("words", "relations")
ACTOR, TARGET, PLACE, OFFICE = "actor", "target", "place", "office"
INSTALLED = "installed"
"""Rule of whoever comes into an office beside another change of power: "formed a board, with Grant as chairman"."""
_OFFICES = ("office", "exists")


class Filler(NamedTuple):
    """A noun in a role, and the syntactic rule that put it there."""

    role: str
    token: Token
    rule: str


@dataclass(frozen=True, slots=True)
class Casting:
    """What roles are filled with: words that bind participants, names, and spans that only tell the time."""

    lexicon: Lexicon
    grammar: Grammar
    names: Names
    types: EventTypes
    times: tuple[Span, ...]
    told: Mapping[int, str] = field(default_factory=dict)
    """The types of all happenings of the sentence by their words."""
    candidates: tuple[Candidate, ...] = ()
    """The noun phrases of the sentence, for the learned weights."""
    verbs: tuple[int, ...] = ()
    """By word of the sentence, how many verbs stand before it; and how many there are."""

    @property
    def triggers(self) -> frozenset[int]:
        """The words of all happenings of the sentence."""
        return frozenset(self.told)

    def tells_fight(self, word: Token) -> bool:
        """Whether it is a word for a fight, of which "of" says where it was: "the battle of"."""
        return any(s.of == PLACE for s in self.lexicon.nouns.get(word.lemma, ()))

    def begins_office(self, word: int) -> bool:
        """Whether the happening of a word sets up a body or brings somebody into an office."""
        kind = self.types.get(self.told.get(word, ""))
        return kind is not None and any(e.change == "starts" and e.fluent in _OFFICES for e in kind.effects)
