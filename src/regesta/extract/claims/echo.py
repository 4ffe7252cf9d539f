"""Nouns that point back to a happening told before ("during the war", "after the siege") and what they date."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal, NamedTuple

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.triggers import Trigger
from regesta.model.binding import within
from regesta.model.claim import Claim, ClaimTime
from regesta.model.entity import Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id, stable_id
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import RoleWords

Relation = Literal["during", "after", "before"]
Part = Literal["whole", "begins", "ends", "within"]
_EDGES: tuple[Literal["begins", "ends"], ...] = ("begins", "ends")
_SHORTEST = 4
"""Letters that words have in common that are of one kin."""
_LONGER = 32
"""Days from which a time told of what goes on may be that of all of it."""


class Told(NamedTuple):
    """A happening told before, by the lemma of its noun or verb, and the passage that it was told in."""

    claim: Claim
    passage: Id
    name: str
    part: Part = "whole"
    """Whether the claim tells the happening itself, or only how it began or ended ("the war began")."""
    begun: Claim | None = None
    """Of one that is told to have ended, what tells how it began."""


class Spoken(NamedTuple):
    """A noun for a happening that is taken as known: its phrase, its lemma, its type and its passage."""

    phrase: Span
    lemma: str
    type: str
    passage: Id


class Echo(NamedTuple):
    """What a trigger says of a happening told before: it came `during`, `after` or `before` it."""

    trigger: int
    told: Claim
    relation: Relation
    of_it: bool = False
    """Whether it is told of the happening itself ("the siege ruined the town"), not of what else came then."""


class Before(NamedTuple):
    """What was told before, by lemma, and the passage that goes on."""

    told: Mapping[str, Sequence[Told]]
    passage: Id
    kinds: "Kinds"


class Kinds(NamedTuple):
    """Types of happenings, by how they are pointed to."""

    loose: frozenset[str]
    """Of these none is named by the word of another."""
    terms: frozenset[str]
    """Any of these may be named by a word for another: he who became mayor was elected, or appointed."""

    def named_by(self, noun: str, told: str) -> bool:
        """Whether a noun of one type may name what was told as another."""
        return noun == told and told not in self.loose

    def akin(self, noun: str, told: str) -> bool:
        """Whether it may at least where nothing is named by it."""
        return {noun, told} <= self.terms


def point(tree: Tree, repeated: Sequence[Trigger], before: Before, words: RoleWords) -> dict[int, Told]:
    """What the nouns that only point back mean, by the index of the word."""
    means = {t.token.i: _told_before(t, before, far=_may_be_far(tree, t, words)) for t in repeated}
    return {i: told for i, told in means.items() if told is not None}


def _may_be_far(tree: Tree, trigger: Trigger, words: RoleWords) -> bool:
    """Whether it may mean what another passage told: "the siege"; not "this siege", nor "the Danish siege"."""
    here = any(t.text.lower() in words.order["pointing"] for t in tree.below(trigger.token, "determiner"))
    told_apart = any(t.relation in ("modifier", "compound", "number") for t in tree.below(trigger.token))
    return not here and not told_apart


def find_echoes(
    tree: Tree, triggers: Sequence[Trigger], pointing: Mapping[int, Told], theme: Told | None, words: RoleWords
) -> list[Echo]:
    """What the triggers of a sentence say of the nouns in it that only point back, and of the `theme` by "it"."""
    found: list[Echo] = []
    first = next((t for t in tree.tokens if t.relation in SUBJECTS), None)
    if first is None or first.text.lower() not in words.empty:
        theme = None
    told = {i for t in triggers for i in (t.token.i, t.support.i if t.support else t.token.i)}
    for trigger in triggers if pointing or theme is not None else ():
        for noun, relation in _parts(tree, trigger, told, words):
            before = theme if noun.text.lower() in words.empty else pointing.get(noun.i)
            if before is not None and before.part != "whole":
                found += _beside_part(trigger.token.i, before, relation)
            elif before is not None:
                after = relation == "during" and noun.relation == "complement" and _goes_on(noun, before.claim, words)
                of_it = noun.relation in SUBJECTS
                found.append(Echo(trigger.token.i, before.claim, "after" if after else relation, of_it))
    return found


def _beside_part(trigger: int, told: Told, relation: Relation) -> Iterator[Echo]:
    """What came during a happening came after it began and before it ended, where that is told."""
    if relation == "during" and told.part == "begins":
        yield Echo(trigger, told.claim, "after")
    elif relation == "during" and told.part == "ends":
        yield Echo(trigger, told.claim, "before")
        if told.begun is not None:
            yield Echo(trigger, told.begun, "after")
    elif relation == "before" and told.begun is not None:
        yield Echo(trigger, told.begun, "before")
    elif relation != "during":
        yield Echo(trigger, told.claim, relation)


def told_in(
    tree: Tree,
    claims: Mapping[int, Claim],
    again: Sequence[tuple[Token, int]],
    before: Before,
    theme: Told | None,
    words: RoleWords,
) -> dict[int, Told]:
    """What a sentence tells, to be pointed back to, by the index of the word that one will point to.

    `again` are nouns that name what a verb tells, with the index of the verb: "the war began", "the siege was lifted".
    """
    found = {i: Told(claim, before.passage, tree.tokens[i].lemma) for i, claim in claims.items()}
    for noun, teller in again:
        if teller in claims:
            found[noun.i] = _part_told(noun.lemma, tree.tokens[teller].lemma, claims[teller], before, words)
    root = tree.root
    subject = tree.first(root, *SUBJECTS)
    if theme is not None and subject is not None and subject.text.lower() in words.empty and root.i in claims:
        part = _part_told(theme.name, root.lemma, claims[root.i], before, words)
        if part.part != "within" and (theme.part != "whole" or theme.claim.time.when is None):
            found[subject.i] = part
    return found


def _part_told(name: str, verb: str, claim: Claim, before: Before, words: RoleWords) -> Told:
    """What a clause tells of a happening that its subject names: that it began, or ended, or else went on."""
    part: Part = next((p for p in _EDGES if verb in words.order[p]), "within")
    here = (t for t in reversed(before.told.get(name, ())) if t.passage == before.passage)
    lasts = name in words.order["lasting"]
    first = (t.claim for t in here if t.part == "begins" or (lasts and t.part == "whole"))
    begun = next(first, None) if part == "ends" else None
    known = begun is not None and begun.status == "asserted"
    return Told(claim, before.passage, name, part, begun if known else None)


def _goes_on(noun: Token, told: Claim, words: RoleWords) -> bool:
    """Whether what is told by a day or month goes on for longer: "during the siege", of which the first day is told."""
    when = told.time.when
    if when is None or when.earliest is None:
        return False
    begun = when.latest is None or when.latest - when.earliest < _LONGER
    return begun and noun.lemma in words.order["lasting"]


def theme_after(
    tree: Tree,
    theme: Told | None,
    told: Mapping[int, Told],
    pointing: Mapping[int, Told],
    words: RoleWords,
) -> Told | None:
    """The happening that a sentence is about, which "it" means in the next one: its subject, or what "it" meant."""
    subject = tree.first(tree.root, *SUBJECTS)
    if subject is None:
        return None
    if subject.text.lower() in words.empty:
        return theme
    return told.get(subject.i) or pointing.get(subject.i)


def _parts(tree: Tree, trigger: Trigger, told: Container[int], words: RoleWords) -> Iterator[tuple[Token, Relation]]:
    """The nouns that a trigger tells its time by: "during the war", "after the siege", "the battle ended".

    What is not `told` by itself but carries it tells of its time: "after the siege they were forced to leave".
    """
    carriers = (tree.head(t) for t in (trigger.token, *tree.above(trigger.token)) if t.relation == "open-clause")
    carried = takewhile(lambda t: t.pos == "VERB" and t.i not in told, carriers)
    for head in (*filter(None, (trigger.token, trigger.support)), *carried):
        for preposition in tree.below(head, "preposition", "marker"):
            noun, relation = tree.first(preposition, "complement"), _relation(preposition, words)
            if noun is not None and relation is not None:
                yield noun, relation
        if head.pos == "VERB":
            leads = head.lemma in words.order["leads_to"]
            yield from ((noun, "after" if leads else "during") for noun in tree.below(head, *SUBJECTS))


def points_back(tree: Tree, trigger: Trigger, before: Before, words: RoleWords) -> bool:
    """Whether a noun only points back to a happening told before: "during the war", "during this attack".

    What was told by a verb is named so where something else is placed by it: "was besieged. After the siege, ...".
    """
    if trigger.part != "noun" or trigger.support is not None:
        return False
    determiner = tree.first(trigger.token, "determiner")
    new = determiner is None or determiner.lemma in words.indefinite
    if determiner is None or new or tree.first(trigger.token, "preposition") is not None:
        return False
    if trigger.token.lemma in before.told:
        return True
    pointing = determiner.text.lower() in words.order["pointing"]
    placing = is_taken_as_known(tree, trigger, words) and _relation(tree.head(trigger.token), words) is not None
    return (pointing or placing) and told_alike(trigger, before) is not None


def is_taken_as_known(tree: Tree, trigger: Trigger, words: RoleWords) -> bool:
    """Whether a noun has nothing to it but a word that says that one knows it: "the operation", "this setback"."""
    if trigger.part != "noun" or trigger.support is not None or not trigger.token.text.islower():
        return False
    beside = [t for t in tree.below(trigger.token) if t.relation not in ("punctuation", "conjunct", "coordinator")]
    known = words.order["definite"] | words.order["pointing"]
    return len(beside) == 1 and beside[0].text.lower() in known


def is_spoken_of(tree: Tree, trigger: Trigger, words: RoleWords) -> bool:
    """Whether a noun only says what something came before or after, as if one knew it: "after the great fire"."""
    if trigger.support is not None or not trigger.token.text.islower():
        return False
    article = tree.first(trigger.token, "determiner")
    known = article is not None and article.text.lower() in words.order["definite"]
    return known and _is_all(tree, trigger.token) and _relation(tree.head(trigger.token), words) in ("after", "before")


def spoken_of(spoken: Sequence[Spoken], told: Mapping[str, Sequence[Told]]) -> Iterator[Mention]:
    """Mentions of what is taken as known and told nowhere: not by its name, nor in its passage by another of its type.

    `told` is by lemma, of the whole text.
    """
    here = {start for noun in spoken for start in range(noun.phrase.start, noun.phrase.end)}
    others = [t for all_ in told.values() for t in all_ if t.claim.trigger.start not in here] if spoken else []
    passages = {(t.passage, t.claim.type) for t in others}
    for noun in spoken:
        named = any(t.claim.trigger.start not in here for t in told.get(noun.lemma, ()))
        if not named and (noun.passage, noun.type) not in passages:
            ident = stable_id("m", noun.passage, noun.phrase.start, noun.phrase.end, "spoken-of")
            evidence = Evidence((noun.phrase,), "spoken-of")
            yield Mention(ident, noun.phrase, "event", "description", None, evidence, refers=True)


def _is_all(tree: Tree, noun: Token) -> bool:
    """Whether nothing behind a noun, on which a preposition governs it, tells who, where or when."""
    behind = (t for t in tree.below(noun) if t.i > noun.i and t.relation != "punctuation")
    return noun.relation == "complement" and next(behind, None) is None


def inherited_times(echoes: Sequence[Echo], planned: frozenset[int]) -> dict[int, ClaimTime]:
    """The times of what took place during something told before, by the index of the trigger's word."""
    times = {}
    for echo in echoes:
        when = echo.told.time.when
        known = when is not None and when.earliest is not None and when.latest is not None
        if echo.relation == "during" and known and echo.trigger not in planned:
            inside = when if when is None or echo.of_it else within(when)
            times[echo.trigger] = replace(echo.told.time, when=inside, basis="inherited")
    return times


def _relation(preposition: Token, words: RoleWords) -> Relation | None:
    word = preposition.text.lower()
    if word in words.order["after"]:
        return "after"
    if word in words.order["before"]:
        return "before"
    return "during" if word in words.order["during"] else None


def _told_before(trigger: Trigger, before: Before, *, far: bool) -> Told | None:
    """What a noun points back to: the last so called, or of its type, in its passage; else the only one of its name."""
    named = [t for t in before.told.get(trigger.token.lemma, ()) if t.claim.status == "asserted"]
    if not named or named[-1].passage == before.passage or not far:
        return told_alike(trigger, before)
    only = len(named) == 1 or named[-1].begun is named[-2].claim
    return named[-1] if only else None


def _is_kin(noun: str, other: str) -> bool:
    """Whether a noun begins as another word for a happening does: "arrival" and "arrive", "landing" and "land"."""
    return noun == other or (len(other) >= _SHORTEST and noun.startswith(other[: max(_SHORTEST, len(other) - 1)]))


def told_alike(trigger: Trigger, before: Before) -> Told | None:
    """The last happening of the passage that is called like a noun, or is of its type."""
    # What is told of each word stands in text order, so that this passage's stands last.
    told, passage, kinds = before
    here = [(w, t) for w, all_ in told.items() for t in takewhile(lambda t: t.passage == passage, reversed(all_))]
    here = [(w, t) for w, t in here if t.claim.status == "asserted"]
    noun = trigger.token.lemma
    alike = [t for w, t in here if _is_kin(noun, w) or kinds.named_by(trigger.type, t.claim.type)]
    akin = alike or [t for _, t in here if kinds.akin(trigger.type, t.claim.type)]
    return max(akin, key=lambda t: t.claim.trigger.start, default=None)
