"""Who is given an office of which the sentence does not say which: "Reed was appointed in May"."""

from dataclasses import replace

from regesta.extract.claims.casting import ACTOR, TARGET, Casting
from regesta.extract.claims.senses import told_behind
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree

CHOSEN = "chosen"
"""Role, and rule of the one that it has: whoever comes into the office that the text has told of."""
_SAYS_MORE = ("predicate", "recipient", "open-clause", "content-clause", "particle")


def with_chosen(tree: Tree, trigger: Trigger, roles: tuple[Role, ...], casting: Casting) -> tuple[Role, ...]:
    """The roles, where nothing but the day is told of whom somebody appoints: he has a part of his own."""
    kind = casting.types.get(trigger.type)
    verbs = casting.lexicon.roles.offices["bare"]
    if kind is None or CHOSEN not in kind.roles or trigger.part != "verb" or trigger.token.lemma not in verbs:
        return roles
    done_to = [r for r in roles if r.name == TARGET]
    if len(done_to) != 1 or any(r.name not in (ACTOR, TARGET) for r in roles) or _says_more(tree, trigger.token):
        return roles
    return tuple(replace(r, rule=CHOSEN) if r in done_to else r for r in roles)


def _says_more(tree: Tree, verb: Token) -> bool:
    """Whether the verb goes on to say as what, where or for what."""
    behind = told_behind(tree, tree.below(verb, "preposition"))
    return any(behind) or tree.first(verb, *_SAYS_MORE) is not None
