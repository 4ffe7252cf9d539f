"""How firmly is it said by the word itself? The helping verbs, adverbs, adjectives and objects that it has."""

from regesta.extract.claims.cues import (
    came_at_last,
    denial_goes_on,
    denies,
    inverted_denial,
    is_nobody,
    is_over,
    is_undone,
    same_form,
    shares_help,
)
from regesta.extract.claims.hearsay import Firmness, on_whose_word
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import StatusWords

_OPENED = ("root", "subject", "passive-subject", "content-clause", "complement")
_TAKING_PART = ("subject", "passive-subject", "object")


def own_cues(tree: Tree, token: Token, words: StatusWords, *, later: bool) -> Firmness | None:
    """Cues on the word itself, or on the verb that it is joined to."""
    found: Firmness | None = None
    for child in tree.below(token):
        lemma = child.lemma
        if denies(tree, child, words):
            if not came_at_last(tree, token, words):
                return _perhaps(tree, token, words) or Firmness("denied", child)
        elif child.relation in ("adverb", "preposition", "modifier") and lemma in words.adverbs:
            found = Firmness(words.adverbs[lemma], child)
        elif child.relation in ("auxiliary", "passive-auxiliary"):
            found = found or _modal(tree, child, words, later=later)
        elif child.relation == "preposition":
            found = found or on_whose_word(tree, child, words)
        elif child.relation == "marker" and token.relation in _OPENED:
            found = found or _opened(child, words)
        elif child.relation in _TAKING_PART and token.pos == "VERB" and is_nobody(tree, child, words):
            return Firmness("denied", child)
    if found is None and token.relation == "conjunct" and token.pos == "VERB":
        no = inverted_denial(tree, token, words)
        return Firmness("denied", no) if no is not None else _shared(tree, token, words, later=later)
    return found


def _shared(tree: Tree, token: Token, words: StatusWords, *, later: bool) -> Firmness | None:
    """Cues on the verb that a verb is joined to, where they hold for both."""
    first = tree.head(token)
    if first.pos not in ("VERB", "AUX") or not shares_help(tree, token) or not same_form(tree, first, token):
        return None
    helped = tree.first(token, "passive-auxiliary") is not None
    shared = own_cues(tree, first, words, later=later)
    denied = shared is not None and shared.status == "denied"
    return None if denied and (helped or not denial_goes_on(tree, first, token, words)) else shared


def _opened(marker: Token, words: StatusWords) -> Firmness | None:
    """What a clause such as "whether he ordered it" says of itself."""
    return Firmness("possible", marker) if words.markers.get(marker.lemma) == "possible" else None


def _perhaps(tree: Tree, verb: Token, words: StatusWords) -> Firmness | None:
    """What "may not have come" says: it is not told that it did not."""
    helping = (t for t in tree.below(verb, "auxiliary") if words.modals.get(t.lemma) == "possible")
    return next((Firmness("possible", t) for t in helping), None)


def _modal(tree: Tree, child: Token, words: StatusWords, *, later: bool) -> Firmness | None:
    modal = words.modals.get(child.text.lower()) or words.modals.get(child.lemma)
    if modal == "planned" and child.form == "modal" and is_over(tree, tree.head(child), words):
        return Firmness("possible", child)
    if modal == "planned" or (modal == "later" and later):
        return Firmness("planned", child)
    if modal in ("possible", "ability"):
        return Firmness("possible", child)
    return None


def noun_cues(tree: Tree, token: Token, words: StatusWords) -> Firmness | None:
    """What stands before a noun or beside it: "no elections", "the planned march"."""
    for child in tree.below(token, "determiner", "modifier", "compound", "adverb"):
        denied = words.determiners.get(child.lemma) == "denied"
        status = "denied" if denied else words.adjectives.get(child.text.lower())
        if status is not None:
            return _unless_undone(tree, token, Firmness(status, child), words)
        if child.form == "present-participle" and child.lemma in words.scope["imagines"]:
            return Firmness("possible", child)  # "Fearing defeat", which the parser takes for a kind of defeat
    for child in tree.below(token, "participle"):
        if child.form == "past-participle" and words.adjectives.get(child.text.lower()) == "planned":
            return _unless_undone(tree, token, Firmness("planned", child), words)
    return None


def _unless_undone(tree: Tree, noun: Token, told: Firmness, words: StatusWords) -> Firmness:
    undone = told.status == "planned" and is_undone(tree, noun, words)
    return Firmness("denied", tree.head(noun)) if undone else told


def one_of(tree: Tree, noun: Token, words: StatusWords) -> Firmness | None:
    """What "chief among the proposed changes was the removal" and "among their plans was a raid" say of the deed."""
    link = tree.head(noun)
    if noun.relation not in ("predicate", "subject") or link.pos != "AUX":
        return None
    told = (link, *tree.below(link, "subject")) if noun.relation == "predicate" else (link,)
    among = (p for t in told for p in tree.below(t, "preposition") if p.lemma in words.scope["among"] and p.i < noun.i)
    for whole in (t for p in among for t in tree.below(p, "complement")):
        status = words.nouns.get(whole.lemma)
        if status is not None:
            return Firmness(status, whole, governor=whole)
        return noun_cues(tree, whole, words)
    return None
