"""Questions in words: which form they have, what the chronicle answers, and on which words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol

from regesta.api.order import came_first
from regesta.api.questions import Answers, read_date
from regesta.api.telling import find_told, is_doer, speaks_of_death
from regesta.api.views import Entry
from regesta.errors import QuestionError
from regesta.model.chronology import Chronology
from regesta.model.ids import Id
from regesta.model.lookup import Lookup
from regesta.model.time import Bounds
from regesta.model.wording import UNDATED, say_bounds
from regesta.rules.gazetteer import fold_name
from regesta.rules.load import languages_with, load_rules
from regesta.rules.questions import FILE, QuestionRules, Understood

BEGINNING, ENDING = "beginning", "ending"
ACTOR, TARGET = "actor", "target"
NOT_SAID = "the sources do not say"
NOT_WHEN, NOT_WHERE, NOT_WHO = f"{NOT_SAID} when", f"{NOT_SAID} where", f"{NOT_SAID} who"
LONGEST = 300
"""Characters of a question."""


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
class _Question:
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
        return self.understood.slots

    def told(self, slot: str, *, end: bool = False, beside: str = "") -> list[Entry]:
        """The happenings that the words in a slot mean."""
        return find_told(self.slots[slot], self.chronicle.lookup, self.rules, end=end, beside=beside)

    def stretch(self) -> tuple[str | None, str | None]:
        """The dates that the question gives as from when and until when; None where it gives none."""
        first = self.date("from", "date") if {"from", "date"} & self.slots.keys() else None
        last = self.date("to", "date") if {"to", "date"} & self.slots.keys() else None
        return first, last

    def reply(self, answer: str, findings: Iterable[Finding] = (), holders: Answers | None = None) -> Reply:
        return Reply(self.text, self.understood.asks, dict(self.slots), answer, tuple(findings), holders)

    def unknown(self, slot: str) -> Reply:
        return self.reply(f'unknown: nothing in the chronicle tells of "{self.slots[slot]}"')


def ask(question: str, chronicle: Chronicle) -> Reply:
    """The answer to a question; QuestionError with the forms that are understood where this one is not."""
    if len(question) > LONGEST:
        raise QuestionError(f"the question has {len(question):,} characters; ask in at most {LONGEST}")
    languages = _languages(chronicle)
    for language, rules in languages.items():
        understood = rules.understand(question, partial(_is_date, chronicle.lookup, language))
        if understood is not None:
            return _ANSWERS[understood.asks](_Question(question, understood, chronicle, rules, language))
    raise QuestionError(f'"{question}": not understood; ask in one of these forms:\n{_forms(question, languages)}')


def _forms(question: str, languages: Mapping[str, QuestionRules]) -> str:
    """The forms of the language that the question is in; of all, where that cannot be told."""
    from regesta.ingest.language import detect_language

    own = languages.get(detect_language(question))
    return "\n".join(f"  {form.says}" for rules in ([own] if own else languages.values()) for form in rules.forms)


def _languages(chronicle: Chronicle) -> dict[str, QuestionRules]:
    """The forms of the languages of the sources first, then those of all others."""
    known = languages_with(FILE)
    spoken = [d.language for d in chronicle.chronology.findings.documents if d.language in known]
    return {code: load_rules(code).questions for code in dict.fromkeys((*spoken, *known))}


def _is_date(lookup: Lookup, language: str, words: str) -> bool:
    try:
        read_date(words, lookup, language)
    except QuestionError:
        return False
    return True


def _held(question: _Question) -> Reply:
    slots = question.slots
    office, day = slots.get("office"), question.date("date")
    answers = question.chronicle.at(day, place=slots.get("place"), office=office)
    if not answers and office is not None:
        done = replace(question, understood=Understood("sufferer", {"what": office, "date": slots["date"]}))
        if (reply := _took_part(done, TARGET)).findings:
            return reply
    surest = "; ".join(f"{a.certainty}: {a.holder}" for a in answers)
    return question.reply(surest or f"unknown: {answers.why}", holders=answers)


def _dated(question: _Question, edge: str = "") -> Reply:
    told = question.told("what", end=edge == ENDING)
    if not told and edge:
        what = f'"{question.slots["what"]}" {"began" if edge == BEGINNING else "ended"}'
        return question.reply(f"unknown: nothing in the chronicle tells when {what}")
    if not told:
        return question.unknown("what")
    found = [Finding(_say_edge(entry, edge, question.chronicle.lookup), entry) for entry in told]
    return question.reply(_join(f.said for f in found), found)


def _say_edge(entry: Entry, edge: str, lookup: Lookup) -> str:
    """The date of a happening, or of its beginning or ending; with its doubts."""
    dates = lookup.dates.get(entry.id)
    said = entry.date
    if edge and dates is not None:
        said = say_bounds(dates.start if edge == BEGINNING else dates.end)
    disputed = " (disputed)" if entry.disputed else ""
    return (NOT_WHEN if said == UNDATED else said) + _status(entry) + disputed


def _status(entry: Entry) -> str:
    return "" if entry.status == "asserted" else f" ({entry.status})"


def _placed(question: _Question) -> Reply:
    told = question.told("what")
    if not told:
        return question.unknown("what")
    found = [Finding((", ".join(e.where) or NOT_WHERE) + _status(e), e) for e in told]
    return question.reply(_join(f.said for f in found), found)


def _happened(question: _Question) -> Reply:
    first, last = question.stretch()
    return _listed(
        question, question.chronicle.events(place=question.slots.get("place"), after=first, before=last), "there then"
    )


def _done(question: _Question) -> Reply:
    """What somebody did: the happenings in which they are told to act."""
    first, last = question.stretch()
    who, lookup = question.slots["who"], question.chronicle.lookup
    acting = [
        e
        for e in question.chronicle.events(who=who, after=first, before=last)
        if is_doer(" ".join(question.rules.content(who)), e, lookup)
    ]
    return _listed(question, acting, f'that "{who}" did then' if first or last else f'that "{who}" did')


def _listed(question: _Question, entries: Iterable[Entry], where: str) -> Reply:
    """The happenings in order; those of which no more than a day outside the dates asked for is told are counted."""
    told = list(entries)
    near = _near(told, question)
    found = [Finding(_line(e, question.chronicle.lookup), e) for e in told if e.id in near]
    counted = f"{len(found)} event{'' if len(found) == 1 else 's'}"
    if not found:
        counted = f"unknown: the chronicle tells of nothing {where}"
    more = len(told) - len(found)
    return question.reply(
        f"{counted}; {more} more may fall then, told without a closer date" if more else counted, found
    )


def _near(entries: Iterable[Entry], question: _Question) -> set[Id]:
    """The happenings both days of which are told, or the one that is told falls between the two asked for."""
    lookup = question.chronicle.lookup
    first, last = (date and read_date(date, lookup) for date in question.stretch())
    low, high = first.earliest if first else None, last.latest if last else None
    near = set()
    for entry in entries:
        bounds = lookup.event_bounds(lookup.events[entry.id])
        days = [day for day in (bounds.earliest, bounds.latest) if day is not None]
        within = ((low is None or day >= low) and (high is None or day <= high) for day in days)
        if len(days) == 2 or low is high is None or any(within):
            near.add(entry.id)
    return near


def _took_part(question: _Question, asked: str) -> Reply:
    """Who did it or, where `asked` is the target, whom it was done to; who dies, however it came, is asked as doer."""
    told = question.told("what", beside=asked)
    if "date" in question.slots:
        first, last = question.stretch()
        then = _near(question.chronicle.events(after=first, before=last), question)
        told = [e for e in told if e.id in then]
    if not told:
        return question.unknown("what")
    what = question.slots["what"]
    named = frozenset(question.rules.content(what))
    undergone = asked == TARGET or speaks_of_death(what, question.chronicle.lookup, question.rules)
    found = [Finding(_say_part(e, named, undergone=undergone), e) for e in told]
    return question.reply(_join(f.said for f in found), found)


def _say_part(entry: Entry, named: frozenset[str], *, undergone: bool) -> str:
    """Who did it, or underwent it; of these without those that the question names."""
    others = [name for name in entry.to if not named.issuperset(fold_name(name).split())]
    names = others or entry.who if undergone else entry.who
    return (", ".join(names) or NOT_WHO) + _status(entry)


def _line(entry: Entry, lookup: Lookup) -> str:
    return f"{entry.date}: {lookup.headline(lookup.claims[entry.claims[0]]).say()}{_status(entry)}"


def _ordered(question: _Question) -> Reply:
    told = {slot: question.told(slot) for slot in ("first", "second")}
    for slot, entries in told.items():
        if not entries:
            return question.unknown(slot)
        if len(entries) > 1:
            found = [Finding(_line(e, question.chronicle.lookup), e) for e in entries]
            return question.reply(
                f'unknown: "{question.slots[slot]}" may be any of {len(found)}; say more of it', found
            )
    (a,), (b,) = told.values()
    ahead = came_first(a.id, b.id, question.chronicle.lookup)
    names = [question.slots["first"] + _status(a), question.slots["second"] + _status(b)]
    pair = [Finding(_line(e, question.chronicle.lookup), e) for e in (a, b)]
    if ahead is None:
        return question.reply("unknown: the sources do not say which came first", pair)
    turn = -1 if ahead == b.id else 1
    return question.reply(" came before ".join(names[::turn]), pair[::turn])


def _join(said: Iterable[str]) -> str:
    """Each answer once; that the sources do not say only where they never do."""
    every = list(dict.fromkeys(said))
    return "; ".join([one for one in every if not one.startswith(NOT_SAID)] or every)


_ANSWERS: Mapping[str, Callable[[_Question], Reply]] = {
    "holders": _held,
    "office": _held,
    "when": _dated,
    "began": partial(_dated, edge=BEGINNING),
    "ended": partial(_dated, edge=ENDING),
    "where": _placed,
    "doer": partial(_took_part, asked=ACTOR),
    "sufferer": partial(_took_part, asked=TARGET),
    "deeds": _done,
    "happened": _happened,
    "order": _ordered,
}
