"""Who held what on a day: every holder that the sources allow, how surely, since when and on which words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from regesta.model.chronology import Chronology, Findings
from regesta.model.claim import Event
from regesta.model.ids import Id
from regesta.model.state import Answer, Certainty, Transition
from regesta.model.time import OPEN, Bounds
from regesta.model.wording import say_bounds, say_day, say_edge
from regesta.reason.afterwards import told_after
from regesta.reason.conflicts import in_doubt, solve
from regesta.reason.constraints import constrain, foundations
from regesta.reason.joining import join
from regesta.reason.judge import Judge
from regesta.reason.keys import FACTS, find_keys, group_by_key
from regesta.reason.lasting import look_around
from regesta.reason.spells import end_of, span_of
from regesta.reason.standing import STANDING
from regesta.reason.timelines import Change, Holder, KeyTimeline, build_timeline, had_within
from regesta.rules.places import PlaceWords

MomentOfDay = Literal["within", "start", "end", "throughout"]
_RANK: dict[Certainty, int] = {"certain": 0, "disputed": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What the worlds say of one holder at the moment asked about."""

    certain: bool
    support: tuple[Change, ...]
    until_lost: tuple[Change, ...]


def holders_on(
    chronology: Chronology,
    *,
    day: int,
    key: str | None = None,
    office: str | None = None,
    fluent: str | None = None,
    moment: MomentOfDay = "within",
    include_reported: bool = False,
    words: PlaceWords | None = None,
) -> tuple[tuple[Answer, ...], str]:
    """Answers, surest first, and (where there are none) what is missing. `day` is a Julian day number.

    `within` = at some time of the day. Reported happenings count only where asked for, and then make possible at most.
    """
    asked = open_keys(chronology, key=key, office=office, fluent=fluent, include_reported=include_reported, words=words)
    answers = [a for line in asked.lines for a in answer_key(line, asked, day, moment)]
    return surest_first(answers), "" if answers else asked.why_nobody(day)


@dataclass(frozen=True, slots=True)
class Asked:
    """The keys that a question means, with all that has a say about them."""

    lines: tuple[KeyTimeline, ...]
    judge: Judge
    doubtful: set[Id]
    """Events that a contradiction touches."""
    misdated: set[Id]
    """Those of them whose days, too, it puts in doubt."""
    missing: str
    """What no source does, where there are no such keys."""

    def why_nobody(self, day: int) -> str:
        """What is missing to say who had it then."""
        if not self.lines:
            return f"no source read here {self.missing}"
        return _why_nobody(self.lines, self.judge, day)


def open_keys(
    chronology: Chronology,
    *,
    key: str | None = None,
    office: str | None = None,
    fluent: str | None = None,
    include_reported: bool = False,
    words: PlaceWords | None = None,
) -> Asked:
    """The keys that are meant (all, where none is asked for), with the part of the network that reaches them.

    By `words` an office is known under its other names.
    """
    findings = chronology.findings
    reported = {e.id for e in chronology.events if e.status not in FACTS}
    used = [t for t in chronology.transitions if include_reported or t.event not in reported]
    grouped = group_by_key(used)
    keys = find_keys(grouped, findings.entities, key=key, office=office, fluent=fluent, words=words or PlaceWords())
    origins = foundations(chronology.events, used) if keys else ()
    seeds = {t.event for k in keys for t in grouped[k]}
    events = _neighbourhood(findings, chronology.events, seeds, origins)
    reach = {e.id for e in events}
    near = [t for t in used if t.event in reach]
    solved = solve((*constrain(findings, events, near), *told_after(findings, chronology.events, near)))
    claims = {c.id: c for c in findings.claims}
    accounts = {e.id: [claims[c] for c in e.claims] for e in events}
    people = {e.id for e in findings.entities if e.kind == "person"}
    lines = tuple(build_timeline(_soften(grouped[k], reported), solved, accounts, people) for k in keys)
    for holder in (h for line in lines for h in line.holders.values()):
        holder.within = had_within(holder, solved.network)
    missing = f"names anybody as {office}" if office else f"tells who held {key or 'anything'}"
    conflicts = chronology.conflicts
    judge = Judge(solved.network, look_around(findings, [e for e in events if e.id in seeds]))
    return Asked(lines, judge, in_doubt(conflicts), in_doubt(conflicts, days=True), missing)


def surest_first(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """In the order in which answers are given."""
    return tuple(sorted(answers, key=lambda a: (_RANK[a.certainty], a.fluent, a.key, a.holder)))


def _soften(transitions: Sequence[Transition], reported: set[Id]) -> list[Transition]:
    return [replace(t, strength="weak") if t.event in reported else t for t in transitions]


def _neighbourhood(
    findings: Findings, events: Sequence[Event], seeds: set[Id], origins: Iterable[tuple[Id, Id]]
) -> list[Event]:
    """The events that links and foundations tie to the seeds, over any number of steps: no other has a say."""
    event_of = {c: e.id for e in events for c in e.claims}
    beside: dict[Id, list[Id]] = {}
    linked = ((event_of.get(link.earlier), event_of.get(link.later)) for link in findings.links)
    for a, b in (*linked, *origins):
        if a is not None and b is not None:
            beside.setdefault(a, []).append(b)
            beside.setdefault(b, []).append(a)
    reached, todo = set(seeds), list(seeds)
    while todo:
        for other in beside.get(todo.pop(), ()):
            if other not in reached:
                reached.add(other)
                todo.append(other)
    return [e for e in events if e.id in reached]


def answer_key(line: KeyTimeline, asked: Asked, day: int, moment: MomentOfDay = "within") -> list[Answer]:
    """Everybody who may have had the key on the day."""
    judge = asked.judge
    holders = {name: holder for name, holder in line.holders.items() if holder.may_have(day)}
    verdicts = {name: _judge(judge, holder, day, moment) for name, holder in holders.items()}
    before = day - 1 if moment != "end" else day
    settled = {n for n, h in holders.items() if line.exclusive and not judge.may_lack(h, before)}
    made = []
    for name, verdict in verdicts.items():
        if not verdict.support and not verdict.until_lost:
            continue
        if not verdict.support and settled - {name}:
            continue
        made.append(_answer(line, line.holders[name], verdict, asked, day))
    return made


def _judge(judge: Judge, h: Holder, day: int, moment: MomentOfDay) -> _Verdict:
    if moment == "start":
        return _Verdict(_surely(judge, h, day - 1), _had(judge, h, day - 1), _until(judge, h, day - 1))
    if moment == "end":
        return _Verdict(_surely(judge, h, day), _had(judge, h, day), _until(judge, h, day))
    if moment == "throughout":
        falls = [c for c in (*h.ended, *h.maybe_ended) if judge.earliest(c) <= day <= judge.latest(c)]
        certain = not judge.may_lack(h, day - 1) and not falls
        return _Verdict(certain, tuple(judge.held_by_end(h, day - 1, day)), tuple(judge.held_until_lost(h, day, day)))
    seen_today = any(c.seen and judge.earliest(c) == judge.latest(c) == day for c in h.maybe_begun if _firm(c))
    kept = (*judge.had_overnight(h, day), *judge.had_overnight(h, day - 1))
    standing = [c for c in kept if c.transition.evidence.rule == STANDING]
    support = tuple(dict.fromkeys((*_had(judge, h, day - 1), *judge.may_begin(h, day), *standing)))
    lost = tuple(dict.fromkeys((*_until(judge, h, day - 1), *_until(judge, h, day))))
    lost_today = any(_firm(c) and judge.earliest(c) == judge.latest(c) == day for c in lost)
    return _Verdict(seen_today or lost_today or bool(kept) or not judge.may_lack(h, day - 1, day), support, lost)


def _surely(judge: Judge, h: Holder, day: int) -> bool:
    """Whether the holder has it at the end of the day in all worlds."""
    return bool(judge.had_overnight(h, day)) or not judge.may_lack(h, day)


def _firm(c: Change) -> bool:
    return c.transition.strength == "firm"


def _had(judge: Judge, h: Holder, day: int) -> tuple[Change, ...]:
    return tuple(judge.held_by_end(h, day))


def _until(judge: Judge, h: Holder, day: int) -> tuple[Change, ...]:
    return tuple(judge.held_until_lost(h, day))


def _answer(line: KeyTimeline, h: Holder, v: _Verdict, asked: Asked, day: int) -> Answer:
    judge = asked.judge
    told = judge.firm(h, day)
    firm = [c for c in v.support if c in told]
    support = firm if v.certain and firm else list(v.support)
    since = span_of([judge.bounds(c) for c in support if not c.seen])
    enders = [c for c in (*h.ended, *h.maybe_ended) if judge.latest(c) >= day]
    until, ending = end_of(enders, support, judge)
    chain = list(dict.fromkeys((*support, *(v.until_lost if not support else ()), *ending)))
    certainty: Certainty = "certain" if v.certain else "possible"
    if _is_disputed(asked, chain, ending, day) and not _began_soundly(asked, firm, ending, day):
        certainty = "disputed"
    return Answer(
        holder=h.name,
        holder_entity=h.entity,
        fluent=line.fluent,
        key=line.key,
        certainty=certainty,
        since=since,
        until=until,
        evidence=join((c.transition.evidence for c in chain), "state"),
        why=_why(said_of(h.name, line.key), certainty, support, judge, day, (since, until), silent=not firm),
    )


def _is_disputed(asked: Asked, chain: Iterable[Change], ending: Sequence[Change], day: int) -> bool:
    """Whether a contradiction touches what is told of it; not where one touches only that it was lost later."""
    later = {c for c in ending if asked.judge.earliest(c) > day and c.transition.event not in asked.misdated}
    return any(c.transition.event in asked.doubtful for c in chain if c not in later)


def _began_soundly(asked: Asked, firm: Sequence[Change], ending: Sequence[Change], day: int) -> bool:
    """Whether a beginning by that day stands without what is in doubt."""
    sound = [c for c in firm if not c.seen and asked.judge.latest(c) <= day]
    return any(not _is_disputed(asked, (c, *ending), ending, day) for c in sound)


@dataclass(frozen=True, slots=True)
class Said:
    """How a holding is spoken of: Odo had the castle, but a measure was in force and that is all."""

    had: str
    came: str
    told: str
    lost: str
    over: str


def said_of(holder: str, key: str) -> Said:
    """The words for a holding; who is held, or a body that exists, has nothing beside itself."""
    if holder == key:
        return Said("it was so", "it began", "it is said to have been so", "ended", "ended")
    told = f"{holder} is said to have had it"
    return Said(f"{holder} had it", f"{holder} came to it", told, "lost it", "was lost")


def _why(
    said: Said,
    certainty: Certainty,
    support: Sequence[Change],
    judge: Judge,
    day: int,
    spell: tuple[Bounds, Bounds],
    *,
    silent: bool,
) -> str:
    """What makes it so, or what would have to be known to make it certain; `silent`: nothing is told for long."""
    since, until = spell
    on, begun = say_day(day), f"{said.had} from {say_edge(since)}"
    firm = [c for c in support if _firm(c) and not c.seen]
    seen = any(c.seen for c in support)
    chosen = any(c.transition.strength == "chosen" for c in support) and not firm
    elected = f"being chosen {_some_day(since)}"
    open_day = any(judge.earliest(c) <= day < judge.latest(c) for c in firm)
    cases = (
        (certainty == "disputed", "what is told of it contradicts something else that is told"),
        (certainty == "certain" and not support, f"{said.told} until it {said.over} {_some_day(until)}"),
        (certainty == "certain" and chosen, f"{said.came} within months of {elected}, and nothing told ended it"),
        (certainty == "certain" and not firm, f"{said.told}, and not to have {said.lost} before {on}"),
        (certainty == "certain" and since == Bounds(day, day), f"{said.came} on that very day"),
        (certainty == "certain", f"{begun}, and nothing told ended it before {on}"),
        (not support, f"{said.told} until it {said.over}; from which day is not told"),
        (not firm and seen, f"{said.told}; that this was so on {on} would have to be told"),
        (not firm, f"what is told makes it possible that {said.had}, but no source says that it was so"),
        (open_day, f"{said.came} {_some_day(since)}; the day would have to be known to be certain"),
        (
            silent,
            f"{begun} and nothing told ended it; that it was still so on {on}, so long after, would have to be told",
        ),
        (until != OPEN, f"{begun} and {said.lost} {_some_day(until)}; that day would have to be known to be certain"),
    )
    return next((why for holds, why in cases if holds), f"{begun}; something told ended it, on no stated day")


def _some_day(bounds: Bounds) -> str:
    if bounds == OPEN:
        return "on no stated day"
    said = say_bounds(bounds)
    if bounds.earliest == bounds.latest:
        return f"on {said}"
    return said if said[0].islower() else f"in {said}"


def _why_nobody(lines: Iterable[KeyTimeline], judge: Judge, day: int) -> str:
    """What the sources leave open about the keys asked for."""
    changes = [c for line in lines for h in line.holders.values() for c in (*h.begun, *h.maybe_begun, *h.ended)]
    first = min((judge.earliest(c) for c in changes), default=inf)
    if first > day and first != inf:
        return f"the first change told is {say_day(int(first))} or later, and it is not said who held it before"
    if not changes:
        return "it is said to have changed hands, but not who had it"
    return f"whoever held it is said to have lost it by {say_day(day)}, and who came after is not said"
