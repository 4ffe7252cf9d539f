"""Whether something is done or undergone, by the form of its verb; and subjects that are none."""

from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords


def is_passive(tree: Tree, verb: Token) -> bool:
    """Whether the verb is told in the passive: by its auxiliary, its subject, or as a past participle behind a noun."""
    if verb.form != "past-participle":
        return False
    if tree.first(verb, "passive-auxiliary", "passive-subject") is not None:
        return True
    if tree.first(verb, "auxiliary") is not None:
        return False
    if _is_absolute(tree, verb):
        return True
    if verb.relation == "conjunct":
        first = tree.head(verb)
        return first.pos in ("VERB", "AUX") and tree.first(verb, "object") is None and is_passive(tree, first)
    if verb.relation == "predicate":
        # "Was known", "became known".
        return tree.first(tree.head(verb), "object") is None
    return verb.relation in ("participle", "adverbial-clause", "open-clause", "complement", "content-clause")


def _is_absolute(tree: Tree, verb: Token) -> bool:
    """Whether its subject stands beside it without a helping verb: "the dean was shot, and 40 men taken prisoner".

    Or "a committee chaired by Otto", which the parser may take for the active.
    """
    own, made = tree.first(verb, "subject"), tree.first(verb, "object")
    if own is None or own.i > verb.i or verb.head == verb.i or verb.relation == "relative":
        return False
    kept = made is not None and made.i == verb.i + 1 and made.pos == "NOUN" and tree.first(made) is None
    return kept or (made is None and tree.first(verb, "agent") is not None)


def is_expletive(tree: Tree, pronoun: Token, words: RoleWords) -> bool:
    """Whether a pronoun only fills the place of what is said behind: "it was decided to seize it", "... that he go"."""
    verb = tree.head(pronoun)
    if pronoun.lemma not in words.empty or pronoun.relation != "passive-subject":
        return False
    if any(t.i > verb.i and tree.first(t, "marker") is not None for t in tree.below(verb, "content-clause")):
        return True
    said = tree.first(verb, "open-clause") if verb.lemma in words.doing["impersonal"] else None
    return said is not None and said.form == "infinitive" and tree.first(said, "object") is not None
