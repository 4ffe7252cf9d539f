"""On whose word something is told: "according to the consul", "as reported by the consul"."""

from typing import NamedTuple

from regesta.extract.claims.clauses import shared_agents
from regesta.extract.claims.cues import plain_span
from regesta.model.claim import Status
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import StatusWords


class Firmness(NamedTuple):
    """A status, the words that give it (None for a plain assertion), on whose word, and what governs it."""

    status: Status
    cue: Token | None = None
    said_by: Span | None = None
    governor: Token | None = None
    """The verb or noun whose clause or object it is, where that gave the status."""


def on_whose_word(tree: Tree, preposition: Token, words: StatusWords) -> Firmness | None:
    """The consul, for "according to the consul"."""
    inner = tree.first(preposition, "preposition")
    joined = f"{preposition.text} {inner.text}".lower() if inner is not None else preposition.text.lower()
    if words.prepositions.get(joined) != "reported":
        return None
    who = tree.first(inner or preposition, "complement")
    return Firmness("reported", preposition, plain_span(tree, who) if who is not None else None)


def on_a_word(tree: Tree, words: StatusWords) -> Firmness | None:
    """The consul, where the sentence opens or ends on "according to the consul"."""
    for preposition in tree.tokens:
        if preposition.relation == "preposition" and (said := on_whose_word(tree, preposition, words)) is not None:
            phrase = tree.under(preposition)
            ends = all(t.pos == "PUNCT" for t in tree.tokens[phrase[-1].i + 1 :])
            set_off = preposition.i > 0 and tree.tokens[preposition.i - 1].pos == "PUNCT"
            if phrase[0].i == 0 or (ends and set_off):
                return said
    return None


def as_told(tree: Tree, token: Token, words: StatusWords) -> Firmness | None:
    """What stands before "as reported by the consul" or after "as Vidal writes," is told on their word."""
    for clause in tree.tokens:
        if clause.relation == "adverbial-clause" and clause.pos == "VERB" and clause.i != token.i:
            under = tree.under(clause)
            apart = token.i < clause.i or (under[0].i == 0 and token.i > under[-1].i)
            told = _told_by(tree, clause, words) if apart else None
            if told is not None:
                return told
    return None


def _told_by(tree: Tree, clause: Token, words: StatusWords) -> Firmness | None:
    marker = tree.first(clause, "marker")
    if marker is None or words.markers.get(marker.lemma) != "reported_as":
        return None
    if "reported" not in words.verbs.get(clause.lemma, ()):
        return None
    told_by = shared_agents(tree, clause) or list(tree.below(clause, "subject"))
    return Firmness("reported", clause, plain_span(tree, told_by[0]) if told_by else None)
