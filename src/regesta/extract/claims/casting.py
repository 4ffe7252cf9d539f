"""What roles are filled with: the words, names and times of a sentence, and a noun on its way into a role."""

from dataclasses import dataclass
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
    triggers: frozenset[int] = frozenset()
    """The words of all happenings of the sentence."""
    candidates: tuple[Candidate, ...] = ()
    """The noun phrases of the sentence, for the learned weights."""
