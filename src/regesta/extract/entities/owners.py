"""Who is meant in a clause that begins with what is theirs: "Lund, whose party deposed him"."""

from collections.abc import Sequence

from regesta.extract.entities.antecedents import Answer, Candidate, agrees
from regesta.model.syntax import Token, Tree
from regesta.rules.people import Pronoun


def find_owner(tree: Tree, token: Token, rule: Pronoun, candidates: Sequence[Candidate]) -> Answer | None:
    """Whose it is, for the pronoun that is the object of such a clause; None where it is of no such clause."""
    noun = _owner_of(tree, token)
    owner = next((c for c in candidates if c.tree is tree and c.head == noun), None)
    return Answer(owner, "whose") if owner is not None and agrees(owner, rule) > 0 else None


def _owner_of(tree: Tree, token: Token) -> Token | None:
    """The noun that a relative clause hangs on whose subject is theirs, or what goes on from the clause."""
    verb = tree.head(token)
    doer = tree.first(verb, "subject")
    if token.relation != "object" or doer is None or doer.i > token.i:
        return None
    if not any(t.form == "relative-pronoun" for t in tree.below(doer, "possessor")):
        return None
    while verb.relation == "conjunct" and verb.head != verb.i:
        verb = tree.head(verb)
    return tree.head(verb) if verb.relation == "relative" else None
