"""What one sentence tells: its triggers, how firmly each is said, when it was, and what of it was told before."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.dating import claim_time, date_triggers
from regesta.extract.claims.distances import Counts
from regesta.extract.claims.echo import (
    Before,
    Echo,
    Kinds,
    Spoken,
    Told,
    find_echoes,
    inherited_times,
    is_spoken_of,
    is_taken_as_known,
    point,
    points_back,
)
from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.lives import ends_of_lives, times_of_happenings
from regesta.extract.claims.naming import Names
from regesta.extract.claims.once import told_once
from regesta.extract.claims.quoted import is_quoted
from regesta.extract.claims.senses import Reading
from regesta.extract.claims.sequence import Story
from regesta.extract.claims.status import find_status
from regesta.extract.claims.triggers import Trigger, find_triggers
from regesta.extract.claims.weigh import weigh
from regesta.model.claim import ClaimTime, Status
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.model.text import Citation, Sentence, Span
from regesta.model.time import TimeExpression
from regesta.rules.event_types import EventTypes
from regesta.rules.lexicon import Lexicon, RoleWords

_NOW = "present"
_TOLD = ("asserted", "reported", "possible")
_DONE_AT_A_TIME = ("life", "conflict", "relations", "other")
"""Families of what is told in the present only where it lasts or comes again."""


@dataclass(frozen=True, slots=True)
class Context:
    """A document and the rules that its claims are read by."""

    lexicon: Lexicon
    names: Names
    reading: Reading
    times: Sequence[TimeExpression]
    time_starts: Sequence[int]
    silent: Sequence[Span]
    silent_starts: Sequence[int]
    citations: Mapping[str, list[Citation]]
    types: EventTypes
    quotations: Sequence[Span]
    quotation_starts: Sequence[int]
    entries: Mapping[Id, TimeExpression]
    kinds: Kinds
    past: bool = False
    """Whether the document tells most things in the past."""


class Happenings(NamedTuple):
    """What one sentence tells: its triggers with their status, their times, what they echo and how likely they are."""

    triggers: list[Trigger]
    firmness: dict[int, Firmness]
    dated: dict[int, ClaimTime]
    echoes: list[Echo]
    named_again: list[tuple[Token, int]]
    likely: dict[int, float] | None
    pointing: dict[int, Told]


def happenings(
    sentence: Sentence, tree: Tree, times: Sequence[TimeExpression], context: Context, story: Story
) -> Happenings:
    """What a sentence tells beside what was told before it."""
    roles = context.lexicon.roles
    silent = _within(context.silent, context.silent_starts, sentence.span)
    spans = tuple(t.span for t in times)
    triggers = find_triggers(tree, context.reading, silent, spans)
    firmness = _how_firmly(tree, triggers, spans, sentence, context)
    triggers, named_again = told_once(tree, triggers, firmness, roles)
    planned, denied = _told_as(firmness, "planned", "possible"), _told_as(firmness, "denied")
    before = Before(story.told, sentence.passage, context.kinds)
    counts = Counts.of(tree, times_of_happenings(times, context.names, context.lexicon.life))
    dated = dict(date_triggers(tree, triggers, counts.others, planned, roles, denied, context.entries.get(sentence.id)))
    dated |= _dated_beside(triggers, times, counts, context)
    again = counts.again({t.token.i: t for t in triggers}, dated, before)
    repeated = [
        t
        for t in triggers
        if not _has_own_time(tree, t, times, dated, firmness)
        and (points_back(tree, t, before, roles) or _means_document(t, context.names))
    ]
    new = [t for t in triggers if t.token.i not in dated]
    known = [t for t in new if firmness[t.token.i].status == "asserted"]
    known = [t for t in known if is_taken_as_known(tree, t, roles) or t.token.i in again]
    gone = [*repeated, *known, *_timeless(tree, new, firmness, sentence, context)]
    triggers = [t for t in triggers if t not in gone]
    story.spoken += _spoken(tree, (*triggers, *known), dated, sentence.passage, roles)
    likely = weigh(tree, triggers, firmness, story.told, dated, context.reading)
    triggers = [t for t in triggers if likely is None or t.token.i in likely]
    pointing = point(tree, repeated, before, roles)
    found = find_echoes(tree, triggers, pointing, story.theme_in(sentence.passage), roles)
    echoes = [e for e in found if e.trigger not in dated]
    dated = {**inherited_times(echoes, planned), **dated}
    if counts.times:
        counted = counts.on({**again, **{i: t.claim.time.when for i, t in pointing.items()}}, dated)
        dated = {**date_triggers(tree, triggers, counted, planned, roles, denied), **dated}
        dated |= counts.back({t.token.i: t for t in triggers}, dated)
    return Happenings(triggers, firmness, dated, echoes, named_again, likely, pointing)


def _dated_beside(
    triggers: Sequence[Trigger], times: Sequence[TimeExpression], counts: Counts, context: Context
) -> dict[int, ClaimTime]:
    """The times of what others are counted from, and of "born" and "died" in brackets behind a name."""
    ends = ends_of_lives(times, context.names, context.lexicon.life)
    lives = {t.token.i: claim_time(ends[t.token.start]) for t in triggers if t.token.start in ends}
    return {i: claim_time(t) for i, t in counts.of_events.items()} | lives


def _how_firmly(
    tree: Tree, triggers: Sequence[Trigger], times: Sequence[Span], sentence: Sentence, context: Context
) -> dict[int, Firmness]:
    """How firmly each is said, by the index of its word."""
    quoted = _around(context.quotations, context.quotation_starts, sentence.span)
    return {t.token.i: _firmness(tree, t, context.lexicon, times, quoted) for t in triggers}


def _told_as(firmness: Mapping[int, Firmness], *statuses: Status) -> frozenset[int]:
    """The words of what is told with one of these statuses."""
    return frozenset(i for i, f in firmness.items() if f.status in statuses)


def _timeless(
    tree: Tree, triggers: Sequence[Trigger], firmness: Mapping[int, Firmness], sentence: Sentence, context: Context
) -> list[Trigger]:
    """What a text about the past tells of how something is or is done nowadays: "the council meets in the hall"."""
    if not context.past or sentence.id in context.entries:
        return []
    told = [t for t in triggers if t.part == "verb" and firmness[t.token.i].status in _TOLD]
    return [t for t in told if _is_done_now(tree, t, context)]


def _is_done_now(tree: Tree, trigger: Trigger, context: Context) -> bool:
    """Whether it is told in the present, and is nothing that one says, rules or holds; nor has it been done."""
    kind = context.types.types.get(trigger.type)
    helpers = list(tree.below(trigger.token, "auxiliary", "passive-auxiliary"))
    first = helpers[0] if helpers else trigger.token
    now = first.form == _NOW and (not helpers or (trigger.passive and len(helpers) == 1))
    return now and kind is not None and kind.family in _DONE_AT_A_TIME


def _spoken(
    tree: Tree, triggers: Sequence[Trigger], dated: Container[int], passage: Id, words: RoleWords
) -> list[Spoken]:
    """What is only spoken of as if one knew it: "after the great fire"."""
    return [
        Spoken(tree.words(tree.under(t.token)[0], t.token), t.token.lemma, t.type, passage)
        for t in triggers
        if t.token.i not in dated and is_spoken_of(tree, t, words)
    ]


def _around(spans: Sequence[Span], starts: Sequence[int], inside: Span) -> Sequence[Span]:
    """The spans, one behind the other, that share a character with another."""
    first = max(0, bisect_right(starts, inside.start) - 1)
    return spans[first : bisect_right(starts, inside.end)]


def _firmness(
    tree: Tree, trigger: Trigger, lexicon: Lexicon, times: Sequence[Span], quoted: Sequence[Span]
) -> Firmness:
    """How firmly it is said; what is only quoted is told on somebody's word."""
    found = find_status(tree, trigger, lexicon, times)
    if found.status == "asserted" and quoted and is_quoted(tree, trigger.token, quoted):
        return Firmness("reported", trigger.token)
    return found


def _within(spans: Sequence[Span], starts: Sequence[int], around: Span) -> Sequence[Span]:
    return spans[bisect_left(starts, around.start) : bisect_right(starts, around.end)]


def _means_document(trigger: Trigger, names: Names) -> bool:
    """Whether a noun only points back to a paper that is named before ("the treaty")."""
    mention = names.at(trigger.token) if trigger.part == "noun" else None
    return mention is not None and mention.form == "description" and mention.kind == "document" and mention.refers


def _has_own_time(
    tree: Tree, trigger: Trigger, times: Sequence[TimeExpression], dated: Mapping[int, ClaimTime], told: Container[int]
) -> bool:
    """Whether a time stands within the phrase of a noun, or is all that is told of it: "the siege lasted from ..."."""
    verb = tree.head(trigger.token).i
    if trigger.token.relation in SUBJECTS and trigger.token.i in dated and verb not in told:
        return True
    phrase = tree.under(trigger.token)
    return any(phrase[0].start <= t.span.start < phrase[-1].end for t in times)
