"""Who is named only to say that it was somebody else: the Swedes, for "the Danes, and not the Swedes, took Ulm"."""

from collections.abc import Iterable

from regesta.extract.claims.casting import Casting, Filler
from regesta.extract.claims.governors import of_preposition
from regesta.model.syntax import Token, Tree


def without_ruled_out(tree: Tree, found: Iterable[Filler], casting: Casting) -> list[Filler]:
    """The same without those whom the text rules out."""
    return [f for f in found if not _is_ruled_out(tree, f.token, casting)]


def _is_ruled_out(tree: Tree, token: Token, casting: Casting) -> bool:
    """Whether it is joined by "rather than" or "and not", or is what "not ... but" begins with."""
    words, opens = casting.lexicon.status, tree.under(token)[0].i
    before = tree.tokens[max(0, opens - 1)]
    if before.relation == "coordinator" and of_preposition(tree, token, before, words) == "denied":
        return True
    if token.relation == "conjunct":
        return _is_denied(tree, token, token.head)
    others = [t for t in tree.below(token, "conjunct") if t.i > token.i]
    joined = (t for t in tree.below(token, "coordinator") if t.lemma in words.scope["contrast"])
    return bool(others) and any(t.i < others[0].i for t in joined) and _is_denied(tree, token, -1)


def _is_denied(tree: Tree, noun: Token, since: int) -> bool:
    """Whether "not" stands right before its phrase: not in "not only the Danes"."""
    opens = tree.under(noun)[0].i
    for no in tree.below(noun, "negation"):
        behind = tree.tokens[no.i + 1]
        if (
            since < no.i < noun.i
            and no.i == opens
            and no.pos == "PART"
            and behind.pos in ("DET", "NOUN", "PROPN", "PRON")
        ):
            return True
    return False
