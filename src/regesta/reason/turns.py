"""The order of those who came to one office, where the text gives no days: as told, and after those succeeded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from regesta.model.chronology import Findings
from regesta.model.claim import Claim, Event, TemporalLink
from regesta.model.constraint import Constraint, Moment
from regesta.model.ids import Id, stable_id
from regesta.model.state import Transition
from regesta.model.text import Span
from regesta.model.time import Bounds, When
from regesta.reason.keys import FACTS, HOLDS, OFFICE, holding_of
from regesta.reason.naming import identity

_VACANT = 366
"""Days after a loss within which a successor has come, where only the succession is told."""
_NEAR = 2
"""Sentences within which what has one date is told one after the other."""
_AT_ONCE = 31
"""The same, where one sentence tells of the loss, or of what came before: "he died on 5 May, and she became queen"."""

Whens = Mapping[Id, Sequence[When]]
"""The times that its accounts give each event."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One change of an office by an event, and where it is told."""

    at: Span
    sentences: frozenset[int]
    """Numbers of the sentences that tell it."""
    event: Id
    first: float
    last: float
    """Days between which it is told to fall."""
    tied: bool
    """Whether the text itself puts the event before or after another."""
    back: bool
    """Whether it does so against the order of telling."""
    gone: str
    """Identity of whoever lost it; empty where nobody is named."""
    come: str

    @property
    def dated(self) -> bool:
        """Whether it is told when."""
        return (self.first, self.last) != (-inf, inf)


def in_turn(findings: Findings, events: Sequence[Event], transitions: Sequence[Transition]) -> Iterator[Constraint]:
    """Of offices that one has at a time, what the text leaves without a date and without any order of its own.

    Who came to one without a date came after whoever is told before to have come to it, before whoever is told next,
    and before they lost it; and within a year of the day on which somebody lost it, where that is told beside it, or
    a month, where it is told in the same sentence; on that very day, where it is told there that they were succeeded.
    """
    for line, sole in _lines(findings, events, transitions):
        coming = [t for t in line if t.come]
        losses, beside_of = _losses(line)
        for before, after in pairwise(line):
            if not after.come and not after.gone and after.first == -inf and not after.tied:
                yield _after("empty", before.event, after.event)
        for before, after in pairwise(coming) if sole else ():
            loose = not (before.dated and after.dated) and not (before.back or after.tied)
            again = before.come == after.come and not before.dated
            if loose and not again and before.event != after.event:
                yield _after("turn", before.event, after.event)
        for turn in coming:
            ended = next((t for t in losses.get(turn.come, ()) if turn.at < t.at), None)
            if sole and ended is not None and ended.event != turn.event and not turn.dated:
                yield _after("until", turn.event, ended.event)
            near = {t.event: t for n in turn.sentences for t in beside_of.get(n, ())}.values()
            lost = [t for t in sorted(near, key=lambda t: t.at) if t.at < turn.at and _beside(t, turn)]
            if len({t.event for t in lost}) == 1 and turn.come != lost[0].gone and not turn.last < lost[0].first:
                beside = bool(lost[0].sentences & turn.sentences)
                if sole or beside:
                    most = None if turn.dated else _within(lost[0], turn, beside=beside)
                    yield _after("next", lost[0].event, turn.event, most)


def _losses(line: Sequence[_Turn]) -> tuple[Mapping[str, list[_Turn]], Mapping[int, list[_Turn]]]:
    """The dated losses of an office by whoever lost it; by sentences beside them, those with nobody who comes."""
    by_holder: dict[str, list[_Turn]] = {}
    by_sentence: dict[int, list[_Turn]] = {}
    for turn in line:
        if turn.dated and turn.gone:
            by_holder.setdefault(turn.gone, []).append(turn)
            beside = {m for n in turn.sentences for m in (n, n + 1)} if not turn.come else ()
            for number in beside:
                by_sentence.setdefault(number, []).append(turn)
    return by_holder, by_sentence


def _within(lost: _Turn, turn: _Turn, *, beside: bool) -> int:
    """Within how many days of a loss another came: at once where one sentence tells that this one was succeeded then.

    The same month or year will do.
    """
    if not beside:
        return _VACANT
    loose = lost.last != lost.first
    return 0 if loose or (turn.gone == lost.gone and turn.tied) else _AT_ONCE


def told_beside(
    links: Iterable[TemporalLink],
    events: Sequence[Event],
    transitions: Sequence[Transition],
    claims: Mapping[Id, Claim],
) -> Iterator[Constraint]:
    """Who is told, without a date, to have come to an office after what the same sentence dates came to it soon."""
    event_of = {c: e for e in events if e.status == "asserted" for c in e.claims}
    coming: dict[Id, set[str]] = {}
    for t in transitions:
        if t.fluent == OFFICE and t.change == "starts":
            coming.setdefault(t.event, set()).add(identity(t.key))
    for link in links:
        one, other = event_of.get(link.earlier), event_of.get(link.later)
        if one is None or other is None or other.id not in coming or one.id == other.id:
            continue
        if coming[other.id] & coming.get(one.id, set()):
            continue  # "was chosen in 1898 and served till 1903, X then taking over": no month after that
        first, then = claims[link.earlier], claims[link.later]
        undated = all(claims[c].time.when is None for c in other.claims)
        if undated and first.sentence == then.sentence and first.trigger < then.trigger and _is_close(first):
            earlier, later = Moment(one.id, "end"), Moment(other.id, "start")
            ident = stable_id("ax", "beside", one.id, other.id)
            yield Constraint(ident, earlier, later, 0, _AT_ONCE, axiom=True)


def replaced(
    events: Sequence[Event],
    transitions: Sequence[Transition],
    whens: Whens,
    sentences: Mapping[Id, frozenset[Id]],
    places: Mapping[Id, Span],
) -> Iterator[Constraint]:
    """Who is told, without a date, to have come after another came once that one had lost it, where that is told once.

    To an office within a year, or a month where one sentence tells of both. A place that is told again to be lost by
    them was lost on that very day; where it is only likely that they lost it ("he was jailed"), only in the sentence
    that tells of the loss. Nothing follows of who is told in between to have come to it again. `places`: where each
    event is told.
    """
    asserted = {e.id for e in events if e.status == "asserted"}
    lost: dict[tuple[str, str, str], set[Id]] = {}
    for t in (t for t in transitions if t.holder and whens[t.event] and t.event in asserted):
        lasting = any(w.lasting and w.end.latest is not None for w in whens[t.event])
        if t.change == "ends" or lasting:
            lost.setdefault(holding_of(t), set()).add(t.event)
    coming = [t for t in transitions if t.change == "starts" and t.fluent == OFFICE and t.holder]
    come = {(t.event, identity(t.key)) for t in coming}
    again: dict[tuple[str, str, str], set[Id]] = {}
    for t in coming:
        again.setdefault(holding_of(t), set()).add(t.event)
    for t in (t for t in transitions if t.change == "ends" and not whens[t.event] and t.event in asserted):
        gone = lost.get(holding_of(t), set())
        follows = t.fluent == HOLDS or (t.event, identity(t.key)) in come
        if follows and len(gone) == 1:
            loss = next(iter(gone))
            if any(places[loss] < places[e] < places[t.event] for e in again.get(holding_of(t), ())):
                continue
            if t.fluent == HOLDS and t.strength == "weak" and not sentences[loss] & sentences[t.event]:
                continue
            earlier, later = Moment(loss, "end"), Moment(t.event, "start")
            vacant = _AT_ONCE if sentences[loss] & sentences[t.event] else _VACANT
            most = 0 if t.fluent == HOLDS else vacant
            ident, office = stable_id("ax", "replaced", loss, t.event), t.fluent == OFFICE
            yield Constraint(ident, earlier, later, 0, most, strict=office, axiom=True)


def as_told(
    findings: Findings, events: Sequence[Event], transitions: Sequence[Transition], whens: Whens
) -> Iterator[Constraint]:
    """Changes of one thing that are told one after the other came in that order, where their dates leave it open.

    "The bishop founded the castle on 3 May 1224 and gave it to Otto the same year": with one and the same date, or the
    later told by a stretch that goes on after the earlier. Not against what the text puts first.
    """
    claims = {c.id: c for c in findings.claims}
    number = {s.id: n for n, s in enumerate(findings.sentences)}
    told = {e.id: min((claims[c] for c in e.claims), key=lambda c: c.trigger) for e in events if e.status in FACTS}
    at = {event: claim for event, claim in told.items() if claim.sentence in number}
    back = {i for link in findings.links for i in _turned(link, claims)}
    lines: dict[tuple[str, str, Id], dict[Id, None]] = {}
    for t in transitions:
        if t.change != "observes" and t.strength in ("firm", "chosen") and t.event in at:
            place = (t.fluent, identity(t.key), at[t.event].trigger.document)
            lines.setdefault(place, {})[t.event] = None
    for line in lines.values():
        for one, other in pairwise(sorted(line, key=lambda e: at[e].trigger)):
            near = number[at[other].sentence] - number[at[one].sentence] <= _NEAR
            loose = not {at[one].id, at[other].id} & back
            if near and loose and _goes_on(whens[one], whens[other]):
                yield _after("as-told", one, other)


def _goes_on(one: Sequence[When], other: Sequence[When]) -> bool:
    """Whether what is told next falls in a stretch that takes in what was told before, or begins within it."""
    if len(one) != 1 or len(other) != 1 or one[0].lasting or not _is_stretch(other[0]):
        return False
    last, begun, end = one[0].latest, other[0].earliest, other[0].latest
    return last is not None and begun is not None and end is not None and begun <= last <= end


def _turned(link: TemporalLink, claims: Mapping[Id, Claim]) -> tuple[Id, ...]:
    """The claims of a link that goes against the order of telling."""
    return (link.earlier, link.later) if claims[link.later].trigger < claims[link.earlier].trigger else ()


def _is_stretch(when: When) -> bool:
    """Whether it is a month, a year or the like, in which several things may happen."""
    return not when.lasting and when.earliest is not None and when.latest is not None and when.earliest < when.latest


def emptied(findings: Findings, events: Sequence[Event], transitions: Sequence[Transition]) -> Iterator[Constraint]:
    """That an office stood empty from what its sentence dates right before on, where no day of its own is told.

    "On 7 June the ship was lost with her, and the club had no president until November."
    """
    coming = {t.event for t in transitions if t.change == "starts"}
    empty = {t.event for t in transitions if t.fluent == OFFICE and t.change == "ends" and t.holder is None} - coming
    event_of = {c: e.id for e in events if e.id in empty for c in e.claims}
    if not event_of:
        return
    before_it = {(link.earlier, link.later) for link in findings.links}
    told: dict[Id, Claim] = {}
    for claim in sorted(findings.claims, key=lambda c: c.trigger):
        last, event = told.get(claim.sentence), event_of.get(claim.id)
        if event is not None and last is not None and _is_open(claim) and (claim.id, last.id) not in before_it:
            when = last.time.when
            if when is not None and when.earliest is not None and when.latest is not None and _is_close(last):
                began = Moment(event, "start")
                ident = stable_id("ax", "emptied", event)
                yield Constraint(ident, None, began, when.earliest, when.latest + _AT_ONCE, axiom=True)
        if event is None and claim.status == "asserted":
            told[claim.sentence] = claim


def _is_open(claim: Claim) -> bool:
    """Whether it is not told when it began."""
    when = claim.time.when
    return when is None or (when.lasting and when.earliest is None)


def kept_until(transitions: Sequence[Transition], whens: Whens) -> Iterator[Constraint]:
    """Who is told to have had an office until the day on which another took it from them had it before that.

    "He was chairman until 14 July, when she succeeded him": on that day first he was, then she. And so who is told to
    have been it where they are told to lose it: "dismissed the chairman, X, on 2 May".
    """
    had: dict[tuple[str, str, str], list[tuple[Id, Bounds]]] = {}
    for t in transitions:
        ends = {w.end if w.lasting and w.end.latest is not None else w.start for w in whens[t.event]}
        if t.fluent == OFFICE and t.change == "observes" and len(ends) == 1:
            had.setdefault(holding_of(t), []).append((t.event, ends.pop()))
    for t in transitions:
        if t.fluent == OFFICE and t.change == "ends" and t.holder:
            days = {w.start for w in whens[t.event]}
            for held, end in had.get(holding_of(t), ()):
                if days == {end} and held != t.event:
                    yield _after("kept-until", held, t.event)


def _is_close(claim: Claim) -> bool:
    """Whether it is told to the month or closer when it was."""
    when = claim.time.when
    if when is None or when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest < _AT_ONCE


def _after(why: str, one: Id, other: Id, most: int | None = None) -> Constraint:
    """That one comes before the other, by so many days at the most; on one day too."""
    earlier, later = Moment(one, "end"), Moment(other, "start")
    return Constraint(stable_id("ax", why, one, other), earlier, later, 0, most, strict=True, axiom=True)


def _beside(lost: _Turn, turn: _Turn) -> bool:
    """Whether a loss is told in the sentence of a succession, or in the one before: not where another is succeeded."""
    before = {n - 1 for n in turn.sentences} if turn.gone in (lost.gone, "") else set()
    return bool(lost.sentences & (turn.sentences | before))


def _lines(
    findings: Findings, events: Sequence[Event], transitions: Sequence[Transition]
) -> Iterator[tuple[list[_Turn], bool]]:
    """The turns of each office by document, in text order, and whether it is one that one has at a time."""
    claims = {c.id: c for c in findings.claims}
    number = {s.id: n for n, s in enumerate(findings.sentences)}
    tied = {i for link in findings.links for i in (link.earlier, link.later)}
    back = {i for link in findings.links for i in _turned(link, claims)}
    told = {e.id: [claims[c] for c in e.claims] for e in events if e.status in FACTS}
    changes: dict[tuple[str, Id], list[Transition]] = {}
    for t in transitions:
        if t.fluent == OFFICE and t.change != "observes" and t.event in told:
            changes.setdefault((identity(t.key), t.event), []).append(t)
    lines: dict[tuple[str, Id], list[_Turn]] = {}
    sole = set()
    for (key, event), made in changes.items():
        at = min(c.trigger for c in told[event])
        come = next((identity(t.holder) for t in made if t.change == "starts" and t.holder), "")
        gone = next((identity(t.holder) for t in made if t.change == "ends" and t.holder), "")
        if come and (gone or any(t.change == "ends" and t.holder is None for t in made)):
            sole.add((key, at.document))
        whens = [c.time.when for c in told[event] if c.time.when is not None]
        first = max((w.earliest for w in whens if w.earliest is not None), default=-inf)
        last = min((w.latest for w in whens if w.latest is not None), default=inf)
        sentences = frozenset(number[c.sentence] for c in told[event])
        ties = {c.id for c in told[event]}
        turn = _Turn(at, sentences, event, first, last, bool(ties & tied), bool(ties & back), gone, come)
        lines.setdefault((key, at.document), []).append(turn)
    for place, line in lines.items():
        yield sorted(line, key=lambda t: t.at), place in sole
