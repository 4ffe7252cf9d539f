"""Who held what in a month, a year or any stretch of days: each holder, on which days perhaps and on which for sure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from regesta.model.chronology import Chronology
from regesta.model.state import Answer
from regesta.model.time import Bounds
from regesta.model.wording import say_stretch
from regesta.reason.answers import Asked, answer_key, open_keys, said_of, surest_first
from regesta.reason.joining import join
from regesta.reason.judge import Judge
from regesta.reason.lasting import had_before_loss, lapses, possible_for
from regesta.reason.timelines import Change, Holder, KeyTimeline
from regesta.rules.places import PlaceWords

_EACH_DAY = 1000
"""Days up to which each is asked about; of longer stretches, those beside which something told may happen."""

Run = list[tuple[int, Answer]]
Days = tuple[int, int]
"""First and last."""


def holders_within(
    chronology: Chronology,
    *,
    first: int,
    last: int,
    key: str | None = None,
    office: str | None = None,
    fluent: str | None = None,
    include_reported: bool = False,
    words: PlaceWords | None = None,
) -> tuple[tuple[Answer, ...], str]:
    """Answers for the days from `first` to `last` (Julian day numbers), and what is missing where there are none.

    Who may have had it, lost it and had it again is answered once for each time.
    """
    asked = open_keys(chronology, key=key, office=office, fluent=fluent, include_reported=include_reported, words=words)
    answers = [a for line in asked.lines for a in _of_line(line, asked, first, last)]
    return surest_first(answers), "" if answers else asked.why_nobody(last)


def _of_line(line: KeyTimeline, asked: Asked, first: int, last: int) -> Iterator[Answer]:
    days = _days(line, asked.judge, first, last)
    by_day = [{a.holder: a for a in answer_key(line, asked, day)} for day in days]
    for holder in line.holders.values():
        run: Run = []
        for day, answers in zip(days, by_day, strict=True):
            if holder.name in answers:
                run.append((day, answers[holder.name]))
            elif run:
                yield _one(run, holder, asked.judge)
                run = []
        if run:
            yield _one(run, holder, asked.judge)


def _days(line: KeyTimeline, judge: Judge, first: int, last: int) -> list[int]:
    """The days to ask about, in order."""
    if last - first < _EACH_DAY:
        return list(range(first, last + 1))
    return sorted({first, last} | {day for day in turning_days(line, judge) if first <= day <= last})


def turning_days(line: KeyTimeline, judge: Judge) -> list[int]:
    """Days on which an answer may be another than the day before, in order.

    They are the bounds of what changes it and the days beside them, and those on which what is told has not been told
    again for long.
    """
    holders = line.holders.values()
    edges = _edges((c for h in holders for c in _changes(h)), judge)
    lapsed = {day for h in holders for day in _lapses(h, line.fluent, judge) if h.may_have(day)}
    return sorted({day - 1 for day in edges} | {day + step for day in edges | lapsed for step in (0, 1)})


def _lapses(holder: Holder, fluent: str, judge: Judge) -> set[int]:
    """Days on which too much time has passed, or too much else been told, to say more of a holder."""
    told = (*holder.begun, *holder.maybe_begun, *holder.lost)
    before = (-possible_for(fluent), -had_before_loss(fluent))
    lapsed = {day + lapse for day in _edges(told, judge) for lapse in (*lapses(fluent), *before)}
    return lapsed | judge.around.turns(fluent, (c.transition.event for c in told))


def _edges(changes: Iterable[Change], judge: Judge) -> set[int]:
    """The bounds of changes."""
    return {int(day) for c in changes for day in (judge.earliest(c), judge.latest(c)) if abs(day) < inf}


def _changes(holder: Holder) -> tuple[Change, ...]:
    return (*holder.begun, *holder.maybe_begun, *holder.ended, *holder.maybe_ended)


def _one(run: Run, holder: Holder, judge: Judge) -> Answer:
    """The answers of days that follow one another as one."""
    may, sure = (run[0][0], run[-1][0]), list(_runs(run))
    certain = [a for _, a in run if a.certainty == "certain"]
    told = [a for _, a in run]
    best = (certain or told)[0]
    if not certain and best.certainty == "possible" and _had_within(holder, judge, may):
        best = replace(best, certainty="certain")
    return replace(
        best,
        until=(certain or told)[-1].until,
        evidence=join((a.evidence for a in told), told[0].evidence.rule),
        why=_why(best, may, sure),
        within=Bounds(*may),
        sure=tuple(Bounds(*days) for days in sure),
    )


def _runs(run: Run) -> Iterator[Days]:
    """The first and last day of each stretch of certain days."""
    start: int | None = None
    for (day, answer), following in pairwise([*run, None]):  # type: ignore[misc]
        if answer.certainty == "certain":
            start = day if start is None else start
            if following is None or following[1].certainty != "certain":
                yield start, day
                start = None


def _had_within(holder: Holder, judge: Judge, may: Days) -> bool:
    """Whether it is told to have come to it, or to have been seen with it, within those days, on whatever day."""
    firm = [c for c in (*holder.begun, *holder.maybe_begun) if c.transition.strength == "firm"]
    return any(may[0] <= judge.earliest(c) and judge.latest(c) <= may[1] for c in firm)


def _why(best: Answer, may: Days, sure: Sequence[Days]) -> str:
    """On which days for sure and on which perhaps; for what is merely possible, what would have to be known."""
    had = said_of(best.holder, best.key).had
    if sure:
        days = " and ".join(say_stretch(*run, all_of_it=True) for run in sure)
        said = f"{had} for certain {days}"
        return said if sure == [may] else f"{said}; perhaps on other days {say_stretch(*may)} too"
    if best.certainty == "certain":
        when = say_stretch(*may)
        return f"{had} at some time {when}; the day would have to be known to say on which days"
    if best.certainty == "possible":
        return f"it is possible that {had} {say_stretch(*may)}; no source says for certain that it was so"
    return best.why
