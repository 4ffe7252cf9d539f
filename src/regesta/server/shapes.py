"""The forms of requests and answers, as the OpenAPI document describes them."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from regesta.api.review import Review
from regesta.api.settings import Settings
from regesta.model.claim import Status
from regesta.model.entity import EntityKind
from regesta.model.state import Certainty
from regesta.model.text import Span

T = TypeVar("T")
Day = str | None
"""ISO, astronomical years; null where open."""


class Shape(BaseModel):
    """Nothing but what is named here."""

    model_config = ConfigDict(extra="forbid")


class Listed(Shape, Generic[T]):
    """A part of a list, and how long the whole is."""

    total: int
    items: list[T]


# Answers


class ProblemShape(BaseModel):
    """Problem details (RFC 9457): what, where, what to do."""

    title: str
    status: int
    detail: str


class Words(Shape):
    """A quotation; offsets count Unicode characters of the source as given."""

    quote: str
    document: str
    start: int
    end: int


class Evidence(Words):
    """The words on which an answer stands, and the claim that they tell."""

    claim: str | None


class Event(Shape):
    """One line of the chronology."""

    id: str
    date: str
    edtf: str | None
    earliest: Day
    latest: Day
    type: str
    status: Status
    what: str
    who: list[str]
    to: list[str]
    where: list[str]
    words: Words
    citations: list[str]
    claims: list[str]
    disputed: bool


class Holder(Shape):
    """One who held something on the day."""

    holder: str
    fluent: str
    key: str
    certainty: Certainty
    since: tuple[Day, Day]
    until: tuple[Day, Day]
    why: str
    evidence: list[Evidence]


class Held(Shape):
    """Who held what on a day. No answers: unknown, and `why` says what is missing."""

    date: str
    place: str | None
    office: str | None = None
    answers: list[Holder]
    why: str | None = None


class Answered(BaseModel):
    """How a question was understood, and what the chronicle answers; further members are the words it was about."""

    question: str
    asks: str
    answer: str | None = None
    date: str | None = None
    answers: list[dict[str, Any]]
    why: str | None = None


class Shown(Shape):
    """One claim, event, holding, contradiction or gap: to be read (`facts`, label by label) and for programs."""

    id: str
    kind: Literal["claim", "event", "holding", "contradiction", "gap"]
    facts: list[tuple[str, str]]
    record: dict[str, Any]


class Remark(Shape):
    """A contradiction or a gap at its words."""

    code: str
    kind: str
    message: str
    document: str
    start: int
    end: int
    line: int
    column: int
    related: list[Words]


class Holding(Shape):
    """Who held something, from when to when."""

    id: str
    fluent: str
    key: str
    holder: str
    certainty: Certainty
    since: tuple[Day, Day]
    until: tuple[Day, Day]
    started_by: str
    ended_by: list[str]
    evidence: list[Words]


class Hit(Words):
    """A sentence that holds the words looked for, and the claims read in it."""

    line: int
    column: int
    claims: list[str]


class Rebuild(Shape):
    """How far the building has come: characters read, of how many."""

    state: Literal["idle", "running", "done", "failed"]
    source: str
    done: int
    total: int
    message: str


class Pulse(Shape):
    """What changes: `version` is the ETag of all answers and the If-Match of all corrections.

    `chronicle` is the hash that the page cites; it changes with a build and not with a correction.
    """

    version: str
    chronicle: str
    is_built: bool
    changed_sources: list[str]
    trouble: str
    rebuild: Rebuild


class Source(Shape):
    """One source, as the manifest has it."""

    name: str
    sha256: str
    characters: int
    encoding: str
    language: str
    skipped: str | None


class Chronicle(Shape):
    """What lies open, and what it was made from."""

    title: str
    regesta: str
    read_only: bool
    model: str
    knowledge: str
    sources: list[Source]
    counts: dict[str, int]
    corrections_file: str


class Entry(Shape):
    """An entry of the corrections file, and what became of it in the last build."""

    id: str
    action: str
    result: str
    reason: str
    document: str
    words: str
    sentence: str
    note: str


class Item(Shape):
    """A claim for review; `start` and `end` are those of its words in the sentence."""

    claim: str
    confidence: float
    rule: str
    sentence: str
    start: int
    end: int
    words: Words
    type: str
    status: Status
    time: str
    roles: dict[str, list[str]]
    citations: list[str]


class EventType(Shape):
    """A type of event, and who can take part in it."""

    name: str
    says: str
    roles: list[str]


class Choices(Shape):
    """What the fields of a correction may say."""

    types: list[EventType]
    statuses: list[str]
    kinds: list[str]
    names: list[str]


class Corrected(Shape):
    """What was written, the claim as it stands now (null where it is gone), and the new version."""

    correction: Entry | None
    claim: Item | None
    version: str
    is_built: bool


# Corrections, each with what it does


class Signed(Shape):
    """Why, who, when: kept with the correction."""

    note: str = ""
    author: str = ""
    date: str = ""


class Place(Shape):
    """Words by their place in a source."""

    document: str
    start: int
    end: int


class Quoted(Shape):
    """Words by quotation: they must stand exactly once in the sentence that holds `within`."""

    words: str
    within: str
    document: str | None = None


Where = Place | Quoted
Set = Annotated[
    dict[str, str | list[str]],
    Field(description='type, status, time, or a role: {"time": "1871-03", "actor": ["words", "words = name"]}'),
]


def _settings(given: dict[str, str | list[str]]) -> Settings:
    return {name: [value] if isinstance(value, str) else value for name, value in given.items()}


def _find(at: Where, review: Review) -> tuple[str | Span, str, str | None]:
    if isinstance(at, Quoted):
        return at.words, at.within, at.document
    return review.place(at.document, at.start, at.end), "", at.document


class Accept(Signed):
    """The claim is as it was read."""

    action: Literal["accept"]
    claim: str

    def make(self, review: Review) -> str:
        """Its id."""
        return review.accept(self.claim).id


class Reject(Signed):
    """There is no such claim."""

    action: Literal["reject"]
    claim: str

    def make(self, review: Review) -> str:
        """Its id."""
        return review.reject(self.claim).id


class Edit(Signed):
    """Sets fields of a claim."""

    action: Literal["edit"]
    claim: str
    set: Set

    def make(self, review: Review) -> str:
        """Its id."""
        return review.edit(self.claim, _settings(self.set)).id


class Merge(Signed):
    """The claims tell of one happening."""

    action: Literal["merge"]
    claims: Annotated[list[str], Field(min_length=2)]

    def make(self, review: Review) -> str:
        """Its id."""
        return review.merge(*self.claims).id


class Split(Signed):
    """The claim tells of a happening of its own."""

    action: Literal["split"]
    claim: str

    def make(self, review: Review) -> str:
        """Its id."""
        return review.split(self.claim).id


class Add(Signed):
    """A claim that was not read."""

    action: Literal["add"]
    at: Where
    set: Set

    def make(self, review: Review) -> str:
        """Its id."""
        words, within, document = _find(self.at, review)
        return review.add(words, within, _settings(self.set), document).id


class Identify(Signed):
    """Whom or what words mean."""

    action: Literal["identity"]
    at: Where
    name: str | None = None
    kind: EntityKind | None = None
    everywhere: bool = False
    point: Annotated[tuple[float, float] | None, Field(description="degrees north and east, WGS 84")] = None

    def make(self, review: Review) -> str:
        """Its id."""
        words, within, document = _find(self.at, review)
        return review.identify(
            words,
            within,
            name=self.name,
            kind=self.kind,
            everywhere=self.everywhere,
            point=self.point,
            document=document,
        ).id


Correction = Annotated[Accept | Reject | Edit | Merge | Split | Add | Identify, Field(discriminator="action")]
