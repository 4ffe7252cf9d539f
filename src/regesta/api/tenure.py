"""Who held what in the days of a question, from when to when somebody held it, and who came after whom."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.api.questions import Answers, read_date, say_since, say_until
from regesta.api.reply import Finding, Question, Reply
from regesta.api.telling import tells_of
from regesta.api.views import make_entry
from regesta.model.calendars import to_iso
from regesta.model.lookup import Lookup, order_key
from regesta.model.state import Answer, State
from regesta.rules.gazetteer import fold_name

NONE_DATED = "nothing in the chronicle has a date"


def held(question: Question, *, place: str | None = None, office: str | None = None) -> Answers | None:
    """Who held it in the days asked for, in the order of time where no date is asked; None where nothing is dated."""
    days = _days(question)
    if days is None:
        return None
    offices = [office] if office is None else list(dict.fromkeys(_singular(office, question)))
    tried = [question.chronicle.at(days, place=place, office=one) for one in offices]
    answers = next((found for found in tried if found), tried[0])
    if "date" in question.slots:
        return answers
    in_time = sorted(answers, key=lambda a: (order_key(a.since), order_key(a.within), a.holder))
    return replace(answers, answers=tuple(in_time))


def say_held(question: Question, answers: Answers | None) -> Reply:
    """The holders as a reply, the surest or earliest first."""
    if answers is None:
        return question.reply(f"unknown: {NONE_DATED}")
    named = dict.fromkeys(f"{a.certainty}: {a.holder}" for a in answers)
    return question.reply("; ".join(named) or f"unknown: {answers.why}", holders=answers)


def is_office(words: str, answers: Answers | None, question: Question) -> bool:
    """Whether the answers are of the office that the words name first: who is killed by the army is not its head."""
    content = question.rules.content(words)
    first = set(question.rules.plain_forms(content[0])) if content else set()
    return any(first & set(fold_name(a.key).split()) for a in answers or ())


def _days(question: Question) -> str | None:
    """The days asked for; what the question leaves open reaches as far as anything is dated."""
    if "date" in question.slots:
        return question.date("date")
    lookup = question.chronicle.lookup
    known = [d for e in lookup.dates.values() for d in (e.start.earliest, e.end.latest, e.start.latest, e.end.earliest)]
    dated = [day for day in known if day is not None]
    first, last = question.stretch()
    low = read_date(first, lookup).earliest if first else min(dated, default=None)
    high = read_date(last, lookup).latest if last else max(dated, default=None)
    if low is None or high is None:
        return None
    return f"{to_iso(min(low, high))}/{to_iso(max(low, high))}"


def _singular(office: str, question: Question) -> Iterator[str]:
    """The words, and the words with one of them in a plain form: "mayors of Lyon" asks for a mayor."""
    yield office
    words = office.split()
    for n, word in enumerate(words):
        for plain in question.rules.plain_forms(fold_name(word)):
            yield " ".join((*words[:n], plain, *words[n + 1 :]))


def terms(question: Question) -> Reply:
    """From when to when somebody held what the words name beside them."""
    lookup = question.chronicle.lookup
    meant = [s for s in lookup.chronology.states if _means(question, s)]
    found = []
    for state in sorted(meant, key=lambda s: (order_key(s.since), order_key(s.until), s.id)):
        said = f"{say_since(state.since)}; {say_until(state.until)}"
        sure = "" if state.certainty == "certain" else f" ({state.certainty})"
        found.append(
            Finding(f"{state.holder}, {state.key}: {said}{sure}", make_entry(lookup.events[state.started_by], lookup))
        )
    return question.reply("; ".join(dict.fromkeys(f.said for f in found)), found) if found else question.unknown("what")


def _means(question: Question, state: State) -> bool:
    """Whether the words name the holder and what is held, and all others tell of holding it or of how that began."""
    lookup, words = question.chronicle.lookup, set(question.rules.content(question.slots["what"]))
    holder, key = _names(state, lookup), set(fold_name(state.key).split())
    if state.holder == state.key or not words & holder or not words & key:
        return False
    begun = [lookup.claims[c] for c in lookup.events[state.started_by].claims]
    return all(
        any(plain in question.rules.holding for plain in question.rules.plain_forms(word))
        or any(tells_of(word, claim, lookup, question.rules) for claim in begun)
        for word in words - holder - key
    )


def _names(held: State | Answer, lookup: Lookup) -> set[str]:
    """Every word of the names of the holder."""
    known = lookup.entities[held.holder_entity].names if held.holder_entity in lookup.entities else ()
    return set(fold_name(" ".join((held.holder, *known))).split())


def next_holder(question: Question) -> Reply:
    """Who is told to have come next to an office after somebody."""
    answers = held(question, office=question.slots["office"])
    if answers is None or not len(answers):
        return say_held(question, answers)
    office, who = question.slots["office"], question.slots["who"]
    asked, holders = set(question.rules.content(who)), [a.holder for a in answers]
    places = [n for n, answer in enumerate(answers) if asked <= _names(answer, question.chronicle.lookup)]
    if not places:
        return question.reply(f'unknown: nobody who is told to have been {office} goes by "{who}"')
    later = [a for a in answers.answers[places[-1] + 1 :] if a.holder != holders[places[-1]]]
    if not later:
        return question.reply(f"unknown: nobody is told to have been {office} after that")
    return say_held(question, replace(answers, answers=(later[0],)))
