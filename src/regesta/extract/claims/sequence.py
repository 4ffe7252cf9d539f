"""From one sentence to the next: "then", "later", "after this" put what follows after what was told last."""

from collections.abc import Mapping, Sequence

from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Claim
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords


def goes_on(tree: Tree, words: RoleWords) -> bool:
    """Whether the sentence says that it comes after the one before it."""
    root = next(t for t in tree.tokens if t.head == t.i)
    leads = (*tree.below(root, "adverb"), *tree.below(root, "preposition"))
    return any(t.i < root.i + 2 and _points_back(tree, t, words) for t in leads)


def _points_back(tree: Tree, word: Token, words: RoleWords) -> bool:
    if word.relation == "adverb":
        alone = tree.first(word, "time-noun", "preposition") is None
        return word.lemma in words.order["then"] and alone
    noun = tree.first(word, "complement")
    return word.lemma in words.order["after"] and noun is not None and noun.pos == "PRON" and noun.i == word.i + 1


def main_claim(
    tree: Tree, triggers: Sequence[Trigger], claims: Mapping[int, list[Claim]], *, last: bool
) -> Claim | None:
    """What the sentence tells first of all, or last of all, in its main clauses, as a fact."""
    main = [t for t in triggers if _is_main(tree, t) and claims[t.token.i][0].status == "asserted"]
    if not main:
        return None
    return claims[main[-1].token.i][-1] if last else claims[main[0].token.i][0]


def _is_main(tree: Tree, trigger: Trigger) -> bool:
    token = trigger.support or trigger.token
    while token.relation in ("conjunct", "open-clause", "object", "passive-subject") and token.head != token.i:
        token = tree.head(token)
    return token.head == token.i
