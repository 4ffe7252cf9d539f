"""On whose word something is told: "according to the consul", "as reported by the consul"."""

from typing import NamedTuple

from regesta.extract.claims.clauses import SUBJECTS, shared_agents
from regesta.extract.claims.cues import is_apart, is_subjunctive, plain_span
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
    head, opened = tree.head(preposition), tree.under(preposition)[0].i
    if (told := _by_an_account(tree, preposition, opened, words)) is not None:
        return told
    if words.prepositions.get(joined) != "reported":
        return None
    if head.pos == "VERB" and _goes_on_otherwise(tree, opened, head):
        # "An accident but, according to the mob, murder": the parser has nothing else to hang it on.
        return None
    who = tree.first(inner or preposition, "complement")
    return Firmness("reported", preposition, plain_span(tree, who) if who is not None else None)


def _by_an_account(tree: Tree, preposition: Token, opened: int, words: StatusWords) -> Firmness | None:
    """Otto, for "by Otto's own account", where a sentence opens on it or it is set off."""
    if opened and tree.tokens[opened - 1].pos != "PUNCT":
        return None
    for told in tree.below(preposition, "complement"):
        if words.prepositions.get(f"{preposition.lemma} +{told.lemma}") == "reported":
            whose = tree.first(told, "possessor")
            return Firmness("reported", preposition, plain_span(tree, whose) if whose is not None else None)
    return None


def on_a_word(tree: Tree, token: Token, words: StatusWords) -> Firmness | None:
    """The consul, where the sentence opens on "according to the consul", or the clause of a word ends on it."""
    for preposition in tree.tokens:
        if preposition.relation == "preposition" and (said := on_whose_word(tree, preposition, words)) is not None:
            phrase = tree.under(preposition)
            if _goes_on_otherwise(tree, phrase[0].i, token):
                continue
            ends = all(t.pos == "PUNCT" for t in tree.tokens[phrase[-1].i + 1 :])
            set_off = preposition.i > 0 and tree.tokens[preposition.i - 1].pos == "PUNCT"
            own = _own_clause(tree, tree.head(preposition))
            whole = own.relation != "conjunct" or own.i in (token.i, *(t.i for t in tree.above(token)))
            if phrase[0].i == 0 or (ends and set_off and whole):
                return said
    return None


def _goes_on_otherwise(tree: Tree, opened: int, token: Token) -> bool:
    """Whether a word stands before the "but" or "and" behind which the phrase opens what is told further on."""
    before = [t for t in tree.tokens[:opened] if t.pos != "PUNCT"]
    return bool(before) and before[-1].pos == "CCONJ" and token.i < before[-1].i


def _own_clause(tree: Tree, verb: Token) -> Token:
    """The first of the verbs joined to it that share its subject."""
    while verb.relation == "conjunct" and tree.first(verb, *SUBJECTS) is None:
        verb = tree.head(verb)
    return verb


def as_told(tree: Tree, token: Token, words: StatusWords) -> Firmness | None:
    """What stands before "as reported by the consul" or after "as Vidal writes," is told on their word."""
    for clause in tree.tokens:
        if clause.relation == "adverbial-clause" and clause.pos in ("VERB", "AUX") and clause.i != token.i:
            under = tree.under(clause)
            apart = token.i < clause.i or (under[0].i == 0 and token.i > under[-1].i)
            told = _told_by(tree, clause, words) if apart else None
            if told is not None:
                return told
    return None


def _told_by(tree: Tree, clause: Token, words: StatusWords) -> Firmness | None:
    marker = tree.first(clause, "marker")
    believed = tree.first(clause, "open-clause")
    doubted = marker is not None and words.markers.get(marker.lemma) == "possible"
    if doubted and believed is not None and believed.lemma in words.scope["told_of"]:
        # "If the monks are to be believed"
        whose = tree.first(clause, "subject")
        return Firmness("reported", believed, plain_span(tree, whose) if whose is not None else None)
    if marker is None or words.markers.get(marker.lemma) != "reported_as":
        return None
    if "reported" not in words.verbs.get(clause.lemma, ()) or tree.first(clause, "open-clause") is not None:
        # "As he had been told to do" is nobody's word for it.
        return None
    told_by = shared_agents(tree, clause) or list(tree.below(clause, "subject"))
    return Firmness("reported", clause, plain_span(tree, told_by[0]) if told_by else None)


def by_predicate(tree: Tree, child: Token, head: Token, words: StatusWords) -> Firmness | None:
    """What "it is possible that ..." and "a rumour spread that ..." say of their clause."""
    subject = tree.first(head, "subject")
    if child.i < head.i:
        return None
    for predicate in tree.below(head, "predicate"):
        thought = predicate.text.lower() in words.scope["only_thought_of"]
        no = tree.first(head, "negation") if predicate.text.lower() in words.scope["sure"] else None
        if no is not None:
            return Firmness("possible", no, governor=head)
        status = "possible" if thought else words.adjectives.get(predicate.text.lower())
        if status in ("possible", "reported"):
            return Firmness(status, predicate, governor=head)
    if subject is None:
        return None
    said = "reported" if subject.lemma in words.scope["reasons"] else words.nouns.get(subject.lemma)
    return Firmness(said, subject, governor=head) if said in ("possible", "reported") else None


def by_content(tree: Tree, child: Token, head: Token, given: tuple[Status, ...], words: StatusWords) -> Firmness | None:
    """What a verb says of a clause: that it is told, believed, wanted or denied there."""
    if not given:
        return None
    helpers = list(tree.below(child, "auxiliary", "passive-auxiliary"))
    bare = "infinitive" in (child.form, *(t.form for t in helpers[:1])) and not any(t.form == "to" for t in helpers)
    # "Advocated that they remain": no tense, though the parser tells one.
    bare = bare or (child.form == "present" and child.text == child.lemma and head.form == "past")
    # "Wanted the ships sold"
    bare = bare or (child.form == "past-participle" and not helpers and tree.first(child, "subject") is not None)
    ahead = any(words.modals.get(t.lemma) in ("planned", "later", "ability") for t in tree.below(child, "auxiliary"))
    if is_subjunctive(tree, child) or ("planned" in given and (bare or ahead or child.form == "infinitive")):
        return Firmness("planned", head, governor=head)
    had_to = child.lemma in words.scope["has_to"] and (later := tree.first(child, "open-clause")) is not None
    if had_to and later is not None and later.form == "infinitive" and "reported" in given:
        return Firmness("planned", child, governor=head)
    if head.lemma in words.scope["told_of"] and tree.first(head, "passive-subject", "passive-auxiliary") is not None:
        return Firmness("reported", head, governor=head)
    status = next((s for s in given if s in ("reported", "possible", "denied")), None)
    apart = any(t.text in (";", ":") for t in tree.tokens[head.i : child.i])
    if apart and tree.first(head, "passive-subject") is not None:
        return None
    heard = bare and not helpers and status == "reported" and head.i < child.i
    if status is None or heard or (child.i < head.i and not _is_told_after(tree, child, head, status)):
        return None
    return Firmness(status, head, _speaker(tree, head), governor=head)


def _is_told_after(tree: Tree, child: Token, head: Token, status: Status) -> bool:
    """Whether what stands before is what a verb tells: "the town had fallen, he said"."""
    said_by = tree.first(head, "subject", "passive-subject", "agent")
    return status == "reported" and said_by is not None and not is_apart(tree, child, head)


def _speaker(tree: Tree, verb: Token) -> Span | None:
    who = tree.first(verb, "subject")
    return plain_span(tree, who) if who is not None else None
