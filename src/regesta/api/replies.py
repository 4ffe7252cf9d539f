"""The answer to each form of question."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from regesta.api.order import came_first
from regesta.api.questions import read_date
from regesta.api.reply import Finding, Question, Reply
from regesta.api.telling import is_doer, speaks_of_death
from regesta.api.tenure import held, is_office, next_holder, say_held, terms
from regesta.api.views import Entry
from regesta.model.calendars import to_iso
from regesta.model.ids import Id
from regesta.model.lookup import Lookup
from regesta.model.time import OPEN
from regesta.model.wording import UNDATED, say_bounds
from regesta.rules.gazetteer import fold_name

BEGINNING, ENDING = "beginning", "ending"
ACTOR, TARGET = "actor", "target"
NOT_SAID = "the sources do not say"
SAID_OF: Mapping[str, str] = {
    "asserted": "yes",
    "reported": "yes, as is reported",
    "possible": "possibly",
    "planned": "planned; that it was done is not told",
    "denied": "no",
}
"""What is answered for each status, the firmest first."""
NOT_WHEN, NOT_WHERE, NOT_WHO = f"{NOT_SAID} when", f"{NOT_SAID} where", f"{NOT_SAID} who"


def _held(question: Question) -> Reply:
    office = question.slots.get("office")
    answers = held(question, place=question.slots.get("place"), office=office)
    if office is not None and not is_office(office, answers, question):
        reply = _took_part(question.turned("sufferer", what=office), TARGET)
        if reply.findings:
            return reply
    return say_held(question, answers)


def _doer(question: Question) -> Reply:
    """Who did it; or who held what is named, where the first word tells of holding."""
    reply = _took_part(question, ACTOR)
    words = question.slots["what"].split()
    plain = question.rules.plain_forms(fold_name(words[0]))
    if reply.findings or len(words) < 2 or question.rules.holding.isdisjoint(plain):
        return reply
    thing = " ".join(words[1:])
    answers = held(question, place=thing) or held(question, office=thing)
    return say_held(question, answers) if answers else reply


def _sufferer(question: Question) -> Reply:
    """Whom or what it was done to; or what is told of whatever is named."""
    reply = _took_part(question, TARGET)
    told = reply if reply.findings else _about(question.turned("about", who=question.slots["what"]))
    return told if told.findings else reply


def _who(question: Question) -> Reply:
    """Who held the office that is named, or whom it was done to, or what is told of whoever is named."""
    what = question.slots["what"]
    answers = held(question, office=what)
    if is_office(what, answers, question):
        return say_held(question, answers)
    return _sufferer(question)


def _about(question: Question) -> Reply:
    """All that is told of somebody or something, or of a happening."""
    who, (first, last) = question.slots["who"], question.stretch()
    entries = question.chronicle.events(who=_bare(who, question), after=first, before=last) or question.told("who")
    return _listed(question, entries, f'of "{who}"')


def _bare(name: str, question: Question) -> str:
    """A name without the small words that open it."""
    words = name.split()
    while len(words) > 1 and not question.rules.content(words[0]):
        del words[0]
    return " ".join(words)


def _whether(question: Question) -> Reply:
    """Whether it happened, as firmly as the sources say it; on the day asked for, where one is."""
    told = question.told("what")
    if not told:
        return question.unknown("what")
    lookup = question.chronicle.lookup
    then = _then(told, question) or [e for e in told if lookup.event_bounds(lookup.events[e.id]) == OPEN]
    found = [Finding(_line(e, lookup), e) for e in then or told]
    if not then:
        return question.reply("unknown: it is told, but for other days", found)
    statuses = {e.status for e in then}
    surest = next(status for status in SAID_OF if status in statuses)
    said = "the sources say both" if {"asserted", "denied"} <= statuses else SAID_OF[surest]
    known = "date" not in question.slots or any(_falls(e, question) for e in then)
    return question.reply(said if known else f"{said}, but whether then is not told", found)


def _falls(entry: Entry, question: Question) -> bool:
    """Whether it falls within the days asked for, wherever in its own days it does."""
    lookup = question.chronicle.lookup
    asked, own = read_date(question.date("date"), lookup), lookup.event_bounds(lookup.events[entry.id])
    return (
        None not in (asked.earliest, asked.latest, own.earliest, own.latest)
        and asked.earliest <= own.earliest  # type: ignore[operator]
        and own.latest <= asked.latest  # type: ignore[operator]
    )


def _counted(question: Question) -> Reply:
    """How many did it or underwent it, in the words of the sources."""
    lookup = question.chronicle.lookup
    told = [(e, _unnamed(e, lookup)) for e in _then(question.told("what"), question)]
    found = [Finding(", ".join(many) + _status(e), e) for e, many in told if many]
    if not found:
        return question.unknown("what") if not told else question.reply("the sources do not say how many")
    return question.reply(_join(f.said for f in found), found)


def _unnamed(entry: Entry, lookup: Lookup) -> tuple[str, ...]:
    """Those who underwent it, or else did it, that the source describes and does not name."""
    claims = [lookup.claims[c] for c in entry.claims]
    for part in (TARGET, ACTOR):
        roles = [r for c in claims for r in c.fillers(part)]
        unnamed = [r for r in roles if r.entity is None or lookup.entities[r.entity].kind == "unknown"]
        if many := [name for name in map(lookup.name, unnamed) if " " in name]:
            return tuple(dict.fromkeys(many))
    return ()


def _dated(question: Question, edge: str = "") -> Reply:
    told = question.told("what", end=edge == ENDING)
    if not told and edge:
        what = f'"{question.slots["what"]}" {"began" if edge == BEGINNING else "ended"}'
        return question.reply(f"unknown: nothing in the chronicle tells when {what}")
    if not told:
        return terms(question)
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


def _dated_and_placed(question: Question) -> Reply:
    told = question.told("what")
    if not told:
        return question.unknown("what")
    lookup = question.chronicle.lookup
    found = [Finding(f"{_say_edge(e, '', lookup)}; {', '.join(e.where) or NOT_WHERE}", e) for e in told]
    return question.reply(_join(f.said for f in found), found)


def _happened(question: Question) -> Reply:
    for slot, edge in (("since", "from"), ("till", "to")):
        if slot in question.slots:
            return _beside(question, slot, edge)
    first, last = question.stretch()
    return _listed(
        question, question.chronicle.events(place=question.slots.get("place"), after=first, before=last), "there then"
    )


def _beside(question: Question, slot: str, edge: str) -> Reply:
    """What happened after, or before, a happening that the words name."""
    told, lookup = question.told(slot), question.chronicle.lookup
    bounds = [lookup.event_bounds(lookup.events[e.id]) for e in told]
    edges = [b.latest if edge == "from" else b.earliest for b in bounds]
    days = [day for day in edges if day is not None]
    if not told:
        return question.unknown(slot)
    if not days:
        return question.reply(NOT_WHEN, [Finding(_line(e, lookup), e) for e in told])
    kept = {k: v for k, v in question.slots.items() if k != slot}
    kept[edge] = to_iso(max(days) if edge == "from" else min(days))
    turned, named = question.turned("happened", **kept), {e.id for e in told}
    first, last = turned.stretch()
    entries = question.chronicle.events(place=kept.get("place"), after=first, before=last)
    reply = _listed(turned, [e for e in entries if e.id not in named], "there then")
    return replace(reply, slots=dict(question.slots))


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
    told = _then(told, question)
    if not told:
        return question.unknown("what")
    what = question.slots["what"]
    named = frozenset(question.rules.content(what))
    undergone = asked == TARGET or speaks_of_death(what, question.chronicle.lookup, question.rules)
    found = [Finding(_say_part(e, named, question, undergone=undergone), e) for e in told]
    return question.reply(_join(f.said for f in found), found)


def _then(told: list[Entry], question: Question) -> list[Entry]:
    """Those that may fall on the days asked for; all of them where none are."""
    first, last = question.stretch()
    if first is last is None:
        return told
    then = _near(question.chronicle.events(after=first, before=last), question)
    return [e for e in told if e.id in then]


def _say_part(entry: Entry, named: frozenset[str], question: Question, *, undergone: bool) -> str:
    """Who did it, or underwent it; of these without those that the question names. All of it where none is left."""
    others = [name for name in entry.to if not named.issuperset(fold_name(name).split())]
    names = others or entry.who if undergone else entry.who
    if undergone and names and all(named.issuperset(fold_name(name).split()) for name in names):
        return _line(entry, question.chronicle.lookup)
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
    "who": _who,
    "next": next_holder,
    "term": terms,
    "about": _about,
    "whether": _whether,
    "number": _counted,
    "when": _dated,
    "when-where": _dated_and_placed,
    "began": partial(_dated, edge=BEGINNING),
    "ended": partial(_dated, edge=ENDING),
    "where": _placed,
    "doer": _doer,
    "sufferer": _sufferer,
    "deeds": _done,
    "happened": _happened,
    "order": _ordered,
}
