"""The answer to each form of question."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from regesta.api.order import came_first
from regesta.api.questions import read_date
from regesta.api.reply import Finding, Question, Reply
from regesta.api.telling import is_doer, speaks_of_death
from regesta.api.views import Entry
from regesta.model.ids import Id
from regesta.model.lookup import Lookup
from regesta.model.wording import UNDATED, say_bounds
from regesta.rules.gazetteer import fold_name
from regesta.rules.questions import Understood

BEGINNING, ENDING = "beginning", "ending"
ACTOR, TARGET = "actor", "target"
NOT_SAID = "the sources do not say"
NOT_WHEN, NOT_WHERE, NOT_WHO = f"{NOT_SAID} when", f"{NOT_SAID} where", f"{NOT_SAID} who"


def _held(question: Question) -> Reply:
    slots = question.slots
    office, day = slots.get("office"), question.date("date")
    answers = question.chronicle.at(day, place=slots.get("place"), office=office)
    if not answers and office is not None:
        done = replace(question, understood=Understood("sufferer", {"what": office, "date": slots["date"]}))
        if (reply := _took_part(done, TARGET)).findings:
            return reply
    surest = "; ".join(f"{a.certainty}: {a.holder}" for a in answers)
    return question.reply(surest or f"unknown: {answers.why}", holders=answers)


def _dated(question: Question, edge: str = "") -> Reply:
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


def _placed(question: Question) -> Reply:
    told = question.told("what")
    if not told:
        return question.unknown("what")
    found = [Finding((", ".join(e.where) or NOT_WHERE) + _status(e), e) for e in told]
    return question.reply(_join(f.said for f in found), found)


def _happened(question: Question) -> Reply:
    first, last = question.stretch()
    return _listed(
        question, question.chronicle.events(place=question.slots.get("place"), after=first, before=last), "there then"
    )


def _done(question: Question) -> Reply:
    """What somebody did: the happenings in which they are told to act."""
    first, last = question.stretch()
    who, lookup = question.slots["who"], question.chronicle.lookup
    acting = [
        e
        for e in question.chronicle.events(who=who, after=first, before=last)
        if is_doer(" ".join(question.rules.content(who)), e, lookup)
    ]
    return _listed(question, acting, f'that "{who}" did then' if first or last else f'that "{who}" did')


def _listed(question: Question, entries: Iterable[Entry], where: str) -> Reply:
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


def _near(entries: Iterable[Entry], question: Question) -> set[Id]:
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


def _took_part(question: Question, asked: str) -> Reply:
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


def _ordered(question: Question) -> Reply:
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


ANSWERS: Mapping[str, Callable[[Question], Reply]] = {
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
