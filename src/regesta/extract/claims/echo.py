"""Nouns that point back to a happening told before ("during the war", "after the siege") and what they date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal, NamedTuple

from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim, ClaimTime
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords


class Told(NamedTuple):
    """A happening told before, and the passage that it was told in."""

    claim: Claim
    passage: Id
    whole: bool = True
    """Whether the claim tells the happening itself, not how it began or ended ("the war began")."""


class Echo(NamedTuple):
    """What a trigger says of a happening told before: it came `during`, `after` or `before` it."""

    trigger: int
    told: Claim
    relation: Literal["during", "after", "before"]


def find_echoes(
    tree: Tree,
    triggers: Sequence[Trigger],
    repeated: Sequence[Trigger],
    told: Mapping[str, Sequence[Told]],
    passage: Id,
    words: RoleWords,
) -> list[Echo]:
    """What the triggers of a sentence say of the nouns in it that only point back; `told` is by lemma."""
    pointing = {t.token.i: b for t in repeated if (b := _told_before(t, told, passage)) is not None}
    found = []
    for trigger in triggers if pointing else ():
        for head in filter(None, (trigger.token, trigger.support)):
            for preposition in tree.below(head, "preposition", "marker"):
                noun = tree.first(preposition, "complement")
                before = pointing.get(noun.i) if noun is not None else None
                relation = _relation(preposition, words)
                if before is not None and relation is not None and (before.whole or relation != "during"):
                    found.append(Echo(trigger.token.i, before.claim, relation))
    return found


def inherited_times(echoes: Sequence[Echo], planned: frozenset[int]) -> dict[int, ClaimTime]:
    """The times of what took place during something told before, by the index of the trigger's word."""
    times = {}
    for echo in echoes:
        when = echo.told.time.when
        known = when is not None and when.earliest is not None and when.latest is not None
        if echo.relation == "during" and known and echo.trigger not in planned:
            times[echo.trigger] = replace(echo.told.time, basis="inherited")
    return times


def _relation(preposition: Token, words: RoleWords) -> Literal["during", "after", "before"] | None:
    word = preposition.text.lower()
    if word in words.order["after"]:
        return "after"
    if word in words.order["before"]:
        return "before"
    return "during" if word in words.order["during"] else None


def _told_before(trigger: Trigger, told: Mapping[str, Sequence[Told]], passage: Id) -> Told | None:
    """What a noun points back to: the last so called, or of its type, in its passage; else the only one of its name."""
    named = [t for t in told.get(trigger.token.lemma, ()) if t.claim.status == "asserted"]
    if named and named[-1].passage == passage:
        # What is told of each word stands in text order, so that this passage's stands last.
        here = ((w, t) for w, all_ in told.items() for t in takewhile(lambda t: t.passage == passage, reversed(all_)))
        alike = (t for w, t in here if w == trigger.token.lemma or t.claim.type == trigger.type)
        return max((t for t in alike if t.claim.status == "asserted"), key=lambda t: t.claim.trigger.start)
    return named[0] if len(named) == 1 else None
