"""What a verb is done to: its objects, those that it shares with the next verb, and what a relative stands for."""

from regesta.extract.claims.clauses import OBJECTS, SUBJECTS, members
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree


def objects(tree: Tree, verb: Token) -> list[Token]:
    """What it was done to, in the active; "seized and burned the hall" shares the object of the last verb.

    A name right behind the verb is its object even where the parser took it for an adverb; "which they besieged and
    took" has the object before both.
    """
    found = [m for t in _done_to(tree, verb) for m in meant(tree, verb, t)]
    found = found or [t for t in tree.below(verb, "adverb") if t.i == verb.i + 1 and t.text[0].isupper()]
    if found or is_passive(tree, verb):
        return found
    other = _goes_on_with(tree, verb)
    if other is not None:
        return objects(tree, other)
    said = _said_of(tree, verb)
    if said is not None:
        return [said]
    if verb.relation == "conjunct" and tree.first(verb, *SUBJECTS, "preposition") is None:
        first = tree.head(verb)
        asked = (t for t in tree.below(first, *OBJECTS) if t.form == "relative-pronoun" and t.i < first.i)
        return [m for t in asked for m in meant(tree, first, t)]
    return []


def _said_of(tree: Tree, verb: Token) -> Token | None:
    """The post, for "a post he held until 1850": a clause said of it with no word that stands for it.

    Only right behind a pronoun that does it; not "the day he left", nor "the house he lived in".
    """
    noun, doer = tree.head(verb), tree.first(verb, *SUBJECTS)
    if verb.relation != "relative" or doer is None or doer.pos != "PRON" or doer.form == "relative-pronoun":
        return None
    stranded = any(tree.first(p, "complement") is None for p in tree.below(verb, "preposition", "particle"))
    plain = noun.pos == "NOUN" and not noun.tells_time and noun.measure == ""
    return noun if plain and noun.i == doer.i - 1 and not stranded else None


def _done_to(tree: Tree, verb: Token) -> list[Token]:
    """What the parser takes for its objects; not what only says more of one: "won a victory, the last of the war"."""
    told = [t for t in tree.below(verb, *OBJECTS) if not _says_how(tree, t)]
    return [t for t in told if t is told[0] or not _says_more(tree, told[0], t)]


def _says_how(tree: Tree, told: Token) -> bool:
    """Whether it is how something was done or stood: "met them head-on", "then lay vacant"."""
    return told.pos == "ADV" or (told.pos == "ADJ" and told.text[0].islower() and len(tree.under(told)) == 1)


def _says_more(tree: Tree, first: Token, noun: Token) -> bool:
    """Whether it stands alone behind a comma or a colon, and neither ends a row nor is joined."""
    between = tree.tokens[first.i : tree.under(noun)[0].i]
    alone = tree.first(noun, "conjunct") is None and all(t.pos != "CCONJ" for t in between)
    return alone and bool(between) and between[-1].pos == "PUNCT" and noun.pos in ("NOUN", "PROPN")


def _goes_on_with(tree: Tree, verb: Token) -> Token | None:
    """The verb that is joined right behind it; behind a comma only as the last of three: "took, held, and burned"."""
    joined = list(tree.below(verb, "conjunct"))
    if verb.relation == "conjunct":
        joined += tree.below(tree.head(verb), "conjunct")
    other = min((t for t in joined if t.i > verb.i), default=None)
    if other is None or other.pos != "VERB" or tree.first(other, *SUBJECTS) is not None:
        return None
    skipped = ("coordinator", "adverb", "punctuation") if verb.relation == "conjunct" else ("coordinator", "adverb")
    between = tree.tokens[verb.i + 1 : other.i]
    alone = not any(t.i > verb.i for t in tree.below(verb, "preposition"))
    joins = any(t.relation == "coordinator" for t in between)
    return other if alone and joins and all(t.relation in skipped for t in between) else None


def meant(tree: Tree, verb: Token, told: Token) -> list[Token]:
    """An object with what is joined to it; the island, for "which the Danes had taken"."""
    if told.form != "relative-pronoun" and told.pos != "SCONJ":  # "A bone that he had bought"
        return members(tree, told)
    while verb.relation in ("open-clause", "conjunct"):
        verb = tree.head(verb)
    return members(tree, tree.head(verb) if verb.relation == "relative" else told)
