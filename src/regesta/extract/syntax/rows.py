"""Rows that the parser opened in the wrong place: who is made what, and who is no part of a phrase before the verb."""

from collections.abc import Sequence
from itertools import chain

from regesta.extract.syntax.beneath import (
    BEFORE,
    HELPERS,
    SUBJECTS,
    VERBS,
    below,
    give_doer,
    is_finite,
    opening,
    starting,
)
from regesta.model.syntax import Token

_NAMES = ("NOUN", "PROPN")
_OPENS = ("preposition", "adverbial-clause")
_UNMADE = ("marker", "expletive", "agent")


def share_out(tokens: list[Token], second: Token) -> None:
    """In "they chose Lund as king and Vane as envoy" Vane is chosen: it is not Lund who is Vane."""
    name = tokens[second.i - 1] if second.i else second
    if second.relation != "preposition" or name.pos != "PROPN" or name.measure:
        return
    first = _same_before(tokens, second, opening(tokens, name))
    thing = next(below(tokens, first, "complement"), None) if first is not None else None
    if first is None or thing is None or thing.measure or thing.i > name.i or thing.pos not in _NAMES:
        return
    verb = tokens[first.head]
    whom = _said_of(tokens, verb, first.i)
    joined = tokens[opening(tokens, name) - 1]
    if verb.pos not in VERBS or whom is None or not (joined.pos == "CCONJ" or joined.text == ","):
        return
    if name.relation not in ("conjunct", "apposition", "object") or not verb.i <= name.head < name.i:
        return
    tokens[name.i] = name._replace(head=whom.i, relation="conjunct")
    tokens[second.i] = second._replace(head=verb.i)


def _same_before(tokens: Sequence[Token], second: Token, end: int) -> Token | None:
    """The same preposition where it stands last before a place in the sentence."""
    return next((t for t in reversed(tokens[:end]) if t.relation == "preposition" and t.lemma == second.lemma), None)


def _said_of(tokens: Sequence[Token], verb: Token, end: int) -> Token | None:
    """Whom a verb tells something of: its object, or who undergoes it where it has none."""
    things = (t for t in below(tokens, verb, "object", "content-clause") if verb.i < t.i < end and t.pos in _NAMES)
    undergoers = (t for t in below(tokens, verb, "passive-subject") if t.i < verb.i)
    return next(chain(things, undergoers), None)


def make_next(tokens: list[Token], noun: Token) -> None:
    """In "they made Lund king and Hugh Vane envoy" Vane is made envoy: he is no part of what the envoy is called."""
    first = tokens[noun.head]
    if (noun.relation, noun.pos) != ("conjunct", "NOUN") or noun.form == "plural" or first.pos != "NOUN":
        return
    verb = tokens[first.head]
    names = list(below(tokens, noun, "compound"))
    start = opening(tokens, names[0]) if names else noun.i
    start = min(start, opening(tokens, noun))
    whom = _said_of(tokens, verb, first.i) or next((t for t in below(tokens, verb, "subject") if t.i < verb.i), None)
    named = bool(names) and names[-1].i == noun.i - 1 and all(t.pos == "PROPN" for t in tokens[start : noun.i])
    bare = opening(tokens, first) == first.i and tokens[start - 1].pos == "CCONJ"
    if first.relation != "predicate" or whom is None or whom.pos not in _NAMES or not (named and bare):
        return
    for part in names[:-1]:
        tokens[part.i] = part._replace(head=names[-1].i)
    tokens[names[-1].i] = names[-1]._replace(head=whom.i, relation="conjunct")


def make_before(tokens: list[Token], noun: Token) -> None:
    """In "Lund was made its envoy and Hugh Vane became king" it is Vane who became king: its envoy is what Lund was."""
    verb = tokens[noun.head]
    if noun.relation != "subject" or noun.pos != "NOUN" or verb.relation != "conjunct":
        return
    above = tokens[opening(tokens, noun) - 1]
    name = next((t for t in below(tokens, noun, "conjunct") if noun.i < t.i < verb.i and t.pos == "PROPN"), None)
    made = above.i == verb.head and above.form == "past-participle" and any(below(tokens, above, "passive-auxiliary"))
    if name is None or not made or any(below(tokens, above, "object", "predicate")):
        return
    joint = tokens[opening(tokens, name) - 1]
    tokens[noun.i] = noun._replace(head=above.i, relation="predicate")
    tokens[joint.i] = joint._replace(head=above.i)
    give_doer(tokens, verb, name)


def open_with_phrase(tokens: list[Token], verb: Token) -> None:
    """In "After defeats at Ulm, Danish troops under Lund marched in." it is the troops who did, not a name of Ulm.

    What is told first ends at the comma; what stands behind it, up to the verb, is the subject.
    """
    if verb.head != verb.i or not is_finite(tokens, verb) or any(below(tokens, verb, *SUBJECTS, *_UNMADE)):
        return
    first, opener = starting(tokens, verb), next(below(tokens, verb, *_OPENS), None)
    if opener is None or opener.i > first or any(t.i > opener.i for t in below(tokens, verb, *_OPENS) if t.i < first):
        return
    under = _under(tokens, opener)
    beside = [t for t in tokens[:first] if t.i in under and t.relation == "apposition" and t.pos in _NAMES]
    noun = next((t for t in beside if t.i > opener.i and tokens[opening(tokens, t) - 1].text == ","), None)
    if noun is None or not _fills(tokens, noun, first):
        return
    for word in tokens[noun.i + 1 : first]:
        if word.head < opening(tokens, noun):
            tokens[word.i] = word._replace(head=noun.i)
    give_doer(tokens, verb, noun)


def _fills(tokens: Sequence[Token], noun: Token, end: int) -> bool:
    """Whether all between a noun and a word says more of the noun: a phrase right behind it, or one in commas."""
    between = tokens[noun.i + 1 : end]
    marks = [t for t in between if t.text == ","]
    if any(t.pos in ("VERB", "AUX", "SCONJ") for t in between):
        return False
    enclosed = len(marks) == 2 and (marks[0].i, marks[1].i) == (noun.i + 1, end - 1)
    return enclosed or not marks


def _under(tokens: Sequence[Token], top: Token) -> set[int]:
    found = {top.i}
    for _ in tokens:
        more = {t.i for t in tokens if t.head in found} - found
        if not more:
            break
        found |= more
    return found


def name_whom(tokens: list[Token], name: Token) -> None:
    """In "the charter named Rupert, a cousin of the king, as governor" it is he whom it named, and as governor."""
    verb = tokens[name.head]
    if (name.relation, name.pos) != ("predicate", "PROPN") or verb.pos != "VERB" or opening(tokens, name) != verb.i + 1:
        return
    doers = [t for t in below(tokens, verb, "subject") if t.i < verb.i]
    if not doers or any(below(tokens, verb, "object", "passive-auxiliary")):
        return
    astray = [t for d in doers for t in below(tokens, d, "preposition") if t.i > verb.i]
    for preposition in astray:
        tokens[preposition.i] = preposition._replace(head=verb.i)
    if astray:
        tokens[name.i] = name._replace(relation="object")


def end_in_general(tokens: list[Token], quality: Token) -> None:
    """A "governor-general" is somebody: what a hyphen joins to a noun, and somebody is made, is a noun too."""
    parts = tokens[max(0, quality.i - 2) : quality.i]
    if quality.pos != "ADJ" or quality.relation not in ("predicate", "object", "complement") or len(parts) != 2:
        return
    noun, hyphen = parts
    joined = noun.end == hyphen.start and hyphen.end == quality.start and hyphen.text == "-"
    if joined and noun.pos == "NOUN" and noun.head == quality.i and noun.relation in BEFORE:
        tokens[quality.i] = quality._replace(pos="NOUN")


def have_made(tokens: list[Token], pronoun: Token) -> None:
    """In "who had himself proclaimed king as Karl II" it is himself that he had proclaimed, and what he was made."""
    made = tokens[pronoun.head]
    noun = tokens[made.head]
    verb = tokens[noun.head]
    shape = (pronoun.form, made.form, made.relation, noun.relation)
    if shape != ("pronoun", "past-participle", "modifier", "object") or pronoun.relation not in SUBJECTS:
        return
    if not (verb.i < pronoun.i < made.i < noun.i) or any(below(tokens, verb, *HELPERS)):
        return
    tokens[made.i] = made._replace(head=verb.i, relation="content-clause")
    tokens[noun.i] = noun._replace(head=made.i, relation="predicate")
    for behind in [t for t in below(tokens, verb, "preposition") if t.i > noun.i]:
        tokens[behind.i] = behind._replace(head=made.i)
