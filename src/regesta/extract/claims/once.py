"""One happening is one claim: which triggers of a sentence only name again what another tells."""

from collections.abc import Mapping, Sequence

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

_UNDERGOING = ("object", "passive-subject")
_OWN = ("preposition", "possessor", "participle", "relative", "content-clause", "apposition", "agent")
"""What hangs on a noun that tells of something by itself: whose it was, where, when."""


def told_once(
    tree: Tree, triggers: Sequence[Trigger], firmness: Mapping[int, Firmness], words: RoleWords
) -> tuple[list[Trigger], list[tuple[Token, int]]]:
    """The triggers that tell something of their own, and the other words, each with the index of the one that tells."""
    by_word = {t.token.i: t for t in triggers}
    tellers = [(t, _teller(tree, t, by_word, firmness, words)) for t in triggers]
    own = [t for t, teller in tellers if teller is None]
    return own, [(t.token, teller.token.i) for t, teller in tellers if teller is not None]


def _teller(
    tree: Tree, trigger: Trigger, others: Mapping[int, Trigger], firmness: Mapping[int, Firmness], words: RoleWords
) -> Trigger | None:
    """The trigger that a noun only names again, if any."""
    token = trigger.token
    if trigger.part != "noun" or trigger.support is not None:
        return None
    head = tree.head(token)
    if token.relation == "complement" and head.relation == "preposition":
        outer = others.get(head.head)
        named = outer is not None and outer.part == "noun" and head.lemma in words.prepositions["of"]
        return outer if named else None
    told = others.get(head.i)
    if told is None or told.part != "verb" or firmness[token.i].status != firmness[head.i].status:
        return None
    if token.relation in _UNDERGOING and told.type == trigger.type and told.sense is not None:
        return told
    undergoes = told.passive or (told.sense is not None and told.sense.subject_intransitive == "target")
    again = token.relation in SUBJECTS and undergoes and _is_bare(tree, token)
    return told if again else None


def _is_bare(tree: Tree, noun: Token) -> bool:
    """Whether nothing hangs on it that would tell whose it was, where or when ("the war began")."""
    return tree.first(noun, *_OWN) is None
