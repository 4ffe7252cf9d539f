"""Words of happenings, of status and of roles, typed and looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from regesta.model.claim import Status
from regesta.rules.role_weights import RoleWeights
from regesta.rules.weights import Weights


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a verb or noun: the type it tells of, and where its participants stand."""

    type: str
    word: str
    second: str
    """A particle or preposition that must go with it; empty where none."""
    object_noun: str
    """A noun that must be its object, or hang on it by a preposition; empty where none."""
    subject_intransitive: str
    subject_passive: str
    of: str
    prepositions: Mapping[str, str]
    object_kinds: frozenset[str]
    object_words: frozenset[str]
    subject_kinds: frozenset[str]
    passive_only: bool
    passes_on: bool
    """Whether, in the passive, what is joined to it is told of the agent: "was succeeded by X and was ruled by Y"."""
    weak: bool
    """Whether a noun counts only with a light verb or with something that hangs on it."""
    held: bool
    """Whether a noun tells of nothing new as the object of another happening: "regained control"."""
    owner: str = ""
    """Role of whoever the noun that must go with it belongs to: "remained in Genoese hands"; empty where none."""
    undergone: bool = False
    """Whether a noun is done to whoever it belongs to, as long as its "of" names nobody: "his arrest"."""
    predicated: bool = False
    """Whether a noun counts only where it is said of something: "Corsica was part of France"; that is its target."""
    bearer: str = "target"
    """Role of whoever such a noun or adjective is said of: the actor in "she was a rival of Mao", "loyal to him"."""
    people: str = ""
    """Role of the people that its subject is said to be of, which it then wants: "remained Danish"; else empty."""
    beside: bool = False
    """Whether a noun counts only with the name of whoever it is said of: "his successor, X"; that is its actor."""
    joined: bool = False
    """Whether a verb counts as a participle with whoever does it before its hyphen: "Genoese-held Corsica"."""
    part: str = ""
    """Part in what follows of whoever it is about: Corsica is free once it "became independent"; empty where none."""
    kept: bool = False
    """Whether the noun that must go with it is also what it is done to: "signed a treaty"."""
    dated: bool = False
    """Whether a noun counts only with a date of its own: "the congress of September 1901"."""
    behind: Mapping[str, str] = field(default_factory=dict)
    """Role of what a noun behind these prepositions is said of: "Corsica was under the rule of Genoa"."""
    bare: bool = False
    """Whether a verb counts only with nothing done to anything: "she then took over", not "took over the mill"."""
    in_office: bool = False
    """Whether a verb counts only behind the name of an office in its sentence, with no word of where."""
    nowhere: bool = False
    """Whether a verb counts only with no word of where or how: "they stayed until May", not "stayed in prison"."""
    alone: bool = False
    """Whether what stands as the object of a verb undergoes nothing: "died a prisoner", "lost his life"."""
    handed: str = ""
    """Part of whoever is the object in what goes from hand to hand: the source in "stripped him of it"; else empty."""
    particle: str = ""
    """What must stand between a verb and the noun that must go with it: the "down" of "laid down his arms"."""
    clausal: bool = False
    """Whether a verb counts only with a clause of its own behind it: "held that it was void", not "held the fort"."""
    doer_kinds: frozenset[str] = frozenset()
    """What a passive must be done by: "was followed by Vane", not "by a crowd"; empty where it does not matter."""
    lasting: bool = False
    """Whether a verb counts only where it is told until when or since when it was so, or that it was so still."""

    @property
    def bound(self) -> bool:
        """Whether it wants a second word: such senses are tried first."""
        return bool(self.second or self.object_noun)

    @property
    def conditional(self) -> bool:
        """Whether it asks who or what takes part."""
        told = self.object_kinds or self.object_words or self.subject_kinds or self.doer_kinds
        return bool(
            told
            or self.people
            or self.predicated
            or self.bare
            or self.clausal
            or self.in_office
            or self.nowhere
            or self.lasting
        )


@dataclass(frozen=True, slots=True)
class EventExample:
    """A sentence, the word in it that tells of a happening, and its participants."""

    entry: str
    text: str
    trigger: str
    type: str
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatusExample:
    """A sentence, a trigger in it, and how firmly it is told."""

    text: str
    trigger: str
    status: Status


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Which words give which status, by the part that they play."""

    verbs: Mapping[str, tuple[Status, ...]]
    nouns: Mapping[str, Status]
    adverbs: Mapping[str, Status]
    determiners: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    predicates: Mapping[str, Status]
    """Adjectives with an infinitive: "unable to"."""
    prepositions: Mapping[str, Status]
    modals: Mapping[str, str]
    """Status, or `later` (would) or `ability` (could)."""
    markers: Mapping[str, str]
    examples: tuple[StatusExample, ...]
    scope: Mapping[str, frozenset[str]]
    """Words that say how far a status goes, by what they do."""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Which prepositions bind participants and places, and which words put one happening before another."""

    prepositions: Mapping[str, frozenset[str]]
    order: Mapping[str, frozenset[str]]
    relative: frozenset[str]
    naming: frozenset[str]
    """Verbs that give somebody the name behind them."""
    empty: frozenset[str]
    """Pronouns that may stand for nothing: "it is said"."""
    passing_on: frozenset[str] = frozenset()
    """Verbs after whose passive the story goes on with the agent."""
    leading: frozenset[str] = frozenset()
    """Verbs that make a second actor of whoever is behind "by": "troops led by Grant"."""
    command: frozenset[str] = frozenset()
    """Nouns that do so behind "under" and before "of": "under the command of Grant"."""
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words that tie an office to whoever has it: "with Grant as mayor", "Rouen had a new mayor, Grant"."""
    carriers: frozenset[str] = frozenset()
    """Light verbs: who makes a plan is who means to do what is planned."""
    doing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verbs by whether their subject does what their object names, undergoes it, or uses it for something else."""
    controls: frozenset[str] = frozenset()
    """Verbs whose object does what an infinitive behind it tells: "ordered the guard to fire"."""
    intentions: frozenset[str] = frozenset()
    """Nouns whose owner does what is meant: "his aim was to ..."."""
    happenings: frozenset[str] = frozenset()
    """Nouns that tell of a happening: none of them acts as people do."""
    totals: frozenset[str] = frozenset()
    """Words that stand for all of what is named before: "both of whom"."""
    former: frozenset[str] = frozenset()
    """Words that stand for the first of what is named before: "the former of whom"."""
    latter: frozenset[str] = frozenset()
    """... and for the last: "the latter of whom"."""
    indefinite: frozenset[str] = frozenset()
    """Articles of what was not there before."""
    personal: frozenset[str] = frozenset()
    """Relative pronouns that stand for people: "who"."""
    many: frozenset[str] = frozenset()
    """Forms of verbs that are told of several: "were"."""
    directions: frozenset[str] = frozenset()
    """Words for where to that look like nouns: "pushed the border south"."""
    asides: frozenset[str] = frozenset()
    """Set phrases that bind nobody: "on the other hand"."""
    sitting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words by which people meet, who they are, and what they do there: "The council met. It voted for war"."""
    lengths: frozenset[str] = frozenset()
    """Measures of how far: "advanced ten miles"."""
    laws: frozenset[str] = frozenset()
    """What has a year in its name: "the Roads Act of 1972"."""


@dataclass(frozen=True, slots=True)
class LifeWords:
    """The types of the ends of a life and of a reign, and the words for them in brackets behind a name."""

    birth: str = ""
    """Empty where the language has none of it."""
    death: str = ""
    reign: str = ""
    born: frozenset[str] = frozenset()
    died: frozenset[str] = frozenset()
    reigned: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    """Words before a year that is not known to the year: "c. 1120"."""
    terms: frozenset[str] = frozenset()
    """What the years in brackets are of where a name stands behind it: "the reign of Otto (1204-1220)"."""
    under: frozenset[str] = frozenset()
    """Words right before a name that make the years behind it those of an office: "under Otto (1204-1220)"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words that claims are read by, of one language."""

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    not_happening: frozenset[str]
    set_phrases: frozenset[str]
    light_verbs: frozenset[str]
    occurrence_verbs: frozenset[str]
    catenative_verbs: frozenset[str]
    catenative_nouns: frozenset[str]
    coercive_verbs: frozenset[str]
    amounts: frozenset[str]
    habits: frozenset[str]
    degrees: frozenset[str]
    leftovers: frozenset[str]
    participles: frozenset[str]
    links: frozenset[str]
    shapes: frozenset[str]
    stands: frozenset[str]
    tips: frozenset[str]
    wholes: frozenset[str]
    works: frozenset[str]
    office_type: str
    other_type: str
    status: StatusWords
    roles: RoleWords
    examples: tuple[EventExample, ...]
    not_examples: tuple[tuple[str, str], ...]
    """Entry and sentence; the entry's words tell of nothing in it."""
    life: LifeWords = LifeWords()
    weights: Weights = field(default_factory=Weights)
    """What annotated texts taught about triggers."""
    role_weights: RoleWeights | None = None
    """What they taught about who takes part; None where the language has no such file."""
