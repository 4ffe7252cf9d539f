"""What a question in words is answered with: the question as it was understood, what is found, and the reply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from regesta.api.questions import Answers, read_date
from regesta.api.telling import find_told
from regesta.api.views import Entry
from regesta.model.chronology import Chronology
from regesta.model.lookup import Lookup
from regesta.model.time import Bounds
from regesta.rules.questions import DATES, QuestionRules, Understood


class Chronicle(Protocol):
    """What is asked of a chronicle here."""

    chronology: Chronology

    @property
    def lookup(self) -> Lookup:
        """Everything by id."""

    def at(self, date: str, *, place: str | None = None, office: str | None = None) -> Answers:
        """Who held what on a day."""

    def events(
        self,
        *,
        place: str | None = None,
        who: str | None = None,
        after: str | None = None,
        before: str | None = None,
    ) -> tuple[Entry, ...]:
        """The chronology in order of time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer: what is said in one line, and the happening that says it."""

    said: str
    entry: Entry

    def record(self) -> dict[str, Any]:
        """For JSON."""
        words = {**self.entry.words.record(), "claim": self.entry.claims[0]}
        return {"said": self.said, "event": self.entry.record(), "evidence": [words]}


@dataclass(frozen=True, slots=True)
class Reply:
    """How a question was understood, and what the chronicle answers: no answers means unknown, and `why` says why."""

    question: str
    asks: str
    slots: dict[str, str]
    answer: str
    """The answer as a whole, in one line."""
    findings: tuple[Finding, ...] = ()
    holders: Answers | None = field(default=None)
    """For questions of who held what."""

    def record(self) -> dict[str, Any]:
        """For JSON."""
        told: dict[str, Any] = {"question": self.question, "asks": self.asks, **self.slots}
        if self.holders is not None:
            held = self.holders.record()
            told |= {"date": held["date"], "answers": held["answers"]}
            return told if held["answers"] else {**told, "why": held["why"]}
        told["answer"] = self.answer
        told["answers"] = [finding.record() for finding in self.findings]
        return told


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was understood, and what is needed to answer it."""

    text: str
    understood: Understood
    chronicle: Chronicle
    rules: QuestionRules
    language: str

    def date(self, *slots: str) -> str:
        """The date in the first of the slots that is filled, from its first to its last day."""
        words = next(self.slots[slot] for slot in slots if slot in self.slots)
        when = read_date(words, self.chronicle.lookup, self.language)
        first, last = (edge or ".." for edge in Bounds(when.earliest, when.latest).iso())
        return first if first == last else f"{first}/{last}"

    @property
    def slots(self) -> Mapping[str, str]:
        """The words of its parts."""
        return self.understood.slots

    def turned(self, asks: str, **slots: str) -> "Question":
        """The same question as another form, its dates kept."""
        dates = {k: v for k, v in self.slots.items() if k in DATES}
        return replace(self, understood=Understood(asks, {**dates, **slots}))

    def told(self, slot: str, *, end: bool = False, beside: str = "") -> list[Entry]:
        """The happenings that the words in a slot mean."""
        return find_told(self.slots[slot], self.chronicle.lookup, self.rules, end=end, beside=beside)

    def stretch(self) -> tuple[str | None, str | None]:
        """The dates that the question gives as from when and until when; None where it gives none."""
        first = self.date("from", "date") if {"from", "date"} & self.slots.keys() else None
        last = self.date("to", "date") if {"to", "date"} & self.slots.keys() else None
        return first, last

    def reply(self, answer: str, findings: Iterable[Finding] = (), holders: Answers | None = None) -> Reply:
        """The reply to it."""
        return Reply(self.text, self.understood.asks, dict(self.slots), answer, tuple(findings), holders)

    def unknown(self, slot: str) -> Reply:
        """The reply where nothing tells of the words in a slot."""
        return self.reply(f'unknown: nothing in the chronicle tells of "{self.slots[slot]}"')
