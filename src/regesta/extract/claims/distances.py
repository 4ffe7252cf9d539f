"""Times that count from a happening: "two days after the battle", "on the third day of the siege"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.echo import Before, told_alike
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import ClaimTime
from regesta.model.distance import counted, turned
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.model.time import TimeExpression, When

_CLAUSES = ("adverbial-clause", "content-clause", "relative")


def without_event(time: TimeExpression) -> Span:
    """The words of a time without those of the happening that it counts from."""
    anchor = time.offset.anchor if time.offset is not None and time.when is None else None
    if anchor is None or time.span.start >= anchor.start:
        return time.span
    return replace(time.span, end=anchor.start)


@dataclass(frozen=True, slots=True)
class Counts:
    """The times of a sentence that count from a happening, with its word, and the others."""

    tree: Tree
    times: tuple[tuple[TimeExpression, Token], ...]
    others: Sequence[TimeExpression]
    of_events: Mapping[int, TimeExpression]
    """The dates right behind those happenings, by the index of the word: "two days before the coup of 2 May"."""

    @classmethod
    def of(cls, tree: Tree, times: Sequence[TimeExpression]) -> "Counts":
        """The times parted by whether they count from a happening."""
        counting = [t for t in times if t.when is None and t.offset is not None and t.offset.anchor is not None]
        if not counting:
            return cls(tree, (), times, {})
        found = tuple((t, event) for t in counting if (event := _event_of(tree, t)) is not None)
        behind = {event.i: date for t, event in found if (date := _date_behind(tree, t, event, times)) is not None}
        return cls(tree, found, [t for t in times if t not in behind.values()], behind)

    def again(
        self, triggers: Mapping[int, Trigger], dated: Mapping[int, ClaimTime], before: Before
    ) -> dict[int, When | None]:
        """When those were that were told before, in the sentence or the passage, by the index of the word."""
        found: dict[int, When | None] = {}
        for _, event in self.times:
            trigger = triggers.get(event.i)
            if trigger is None or event.i in dated or trigger.part != "noun":
                continue
            here = (i for i in sorted(dated, reverse=True) if i < event.i and i in triggers)
            same = next((i for i in here if before.kinds.named_by(trigger.type, triggers[i].type)), None)
            told = told_alike(trigger, before) if same is None else None
            if same is not None:
                found[event.i] = dated[same].when
            elif told is not None:
                found[event.i] = told.claim.time.when
        return found

    def on(self, told: Mapping[int, When | None], dated: Mapping[int, ClaimTime]) -> list[TimeExpression]:
        """The times that count from what was `told` or is `dated`, with theirs."""
        made = []
        for time, event in self.times:
            base = dated[event.i].when if event.i in dated else told.get(event.i)
            when = counted(base, time.offset) if base is not None and time.offset is not None else None
            if when is not None:
                made.append(replace(time, when=when))
        return made

    def back(self, triggers: Mapping[int, Trigger], dated: Mapping[int, ClaimTime]) -> dict[int, ClaimTime]:
        """The times of the happenings that are counted from: "fell on 5 May, two days after the defeat at Lund"."""
        found = {}
        for time, event in self.times:
            if event.i not in triggers or event.i in dated or time.offset is None or time.offset.inside:
                continue
            teller = next((t.i for t in self.tree.above(event) if t.i in triggers), None)
            base = dated.get(teller) if teller is not None else None
            if base is None or base.basis != "stated" or base.when is None or base.when.lasting:
                continue
            when = counted(base.when, turned(time.offset))
            if when is not None:
                found[event.i] = ClaimTime(when, "relative", time.id, time.phrase)
        return found


def _date_behind(
    tree: Tree, count: TimeExpression, event: Token, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The date that follows the words of a happening at once: "the coup of 2 May", "his arrest on 3 June"."""
    behind = next((t for t in times if t.when is not None and t.span.start >= count.span.end), None)
    if behind is None or not tree.within(behind.span) or event.i > tree.within(behind.span)[0].i:
        return None
    between = [t for t in tree.tokens if count.span.end <= t.start and t.end <= behind.span.start]
    return behind if all(t.pos == "ADP" for t in between) else None


def _event_of(tree: Tree, time: TimeExpression) -> Token | None:
    """The word that tells the happening which a time counts from: a noun, or the verb that it is the subject of."""
    anchor = time.offset.anchor if time.offset is not None else None
    head = tree.top(anchor) if anchor is not None else None
    clause = head is not None and head.relation in SUBJECTS and _is_clause(tree, time, tree.head(head))
    return tree.head(head) if head is not None and clause else head


def _is_clause(tree: Tree, time: TimeExpression, verb: Token) -> bool:
    """Whether a verb is that of a clause that hangs on a time, and not the one that the time is told of."""
    clause = (t for t in tree.under(verb) if t.pos != "PUNCT")
    return verb.relation in _CLAUSES and next(clause).start >= time.span.start
