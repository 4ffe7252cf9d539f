"""One correction: what was done, at which words, and which fields it sets."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from regesta.model.claim import Status
from regesta.model.entity import EntityKind
from regesta.model.ids import Id, stable_id

Action = Literal["accept", "reject", "edit", "merge", "split", "add", "identity"]
ACTIONS: tuple[Action, ...] = get_args(Action)
KINDS: tuple[EntityKind, ...] = get_args(EntityKind)

UNDATED = "none"
"""As a time: the source does not say when."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a correction belongs, in quotations only; white space counts as one blank."""

    document: str
    """Name of the source."""
    words: str
    """The words that tell of the happening, or that name somebody."""
    sentence: str
    start: int
    """Of the words in the sentence, in characters."""
    before: str
    """What stood before the sentence."""
    after: str
    read_as: str = ""
    """The type that was read there; empty where none was."""
    claim: str = ""
    """Id of the claim; tells several apart that stand at the same words."""
    bare: bool = False
    """Whether it was written by hand, with as much context as its writer thought fit."""

    @property
    def hash(self) -> str:
        """Of all that places it, so that a slip of the hand in the file is noticed."""
        parts = (self.document, self.before, self.sentence, self.start, self.words, self.after)
        return stable_id("a", *parts)


@dataclass(frozen=True, slots=True)
class Fields:
    """What is set; None leaves it as it is read."""

    type: str | None = None
    status: Status | None = None
    time: str | None = None
    """EDTF, or `none`."""
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Role and its fillers: words of the sentence, a name, or `words = name`. No filler: nobody."""
    name: str | None = None
    """Who or what the words name."""
    kind: EntityKind | None = None
    everywhere: bool = False
    """Whether the name holds wherever the source speaks of the same."""
    point: tuple[float, float] | None = None
    """Degrees north and east, WGS 84."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a corrections file."""

    action: Action
    anchors: tuple[Anchor, ...]
    set: Fields = field(default=Fields())
    note: str = ""
    author: str = ""
    date: str = ""
    """As the user gave it; regesta has no clock."""
    given_id: str = ""
    """The name that the entry has in its file, if any."""
    damaged: bool = False
    """Whether its hash does not fit its quotations any more."""

    @property
    def id(self) -> Id:
        """Its name: as given, or a hash of what it does and where."""
        return Id(self.given_id) if self.given_id else self.hash

    @property
    def hash(self) -> Id:
        """Of what it does and where; notes do not count."""
        return stable_id("k", self.action, *(a.hash for a in self.anchors), *(a.claim for a in self.anchors), self.set)

    @property
    def rule(self) -> str:
        """What evidence says of whatever it has changed."""
        return f"correction/{self.action}/{self.id}"
