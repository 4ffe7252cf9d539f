"""For whom something is done and to whom it is said, where the clause tells: "won help", "fled with his help"."""

from collections.abc import Iterator

from regesta.extract.claims.casting import ACTOR, Casting, Filler
from regesta.extract.claims.clauses import members, shared_agents, subjects
from regesta.extract.claims.triggers import Trigger
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree

_FAVOUR = "with"
"""What is done for somebody, not against him (see event_types.toml)."""


def givers(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Who gave what the subject is said to have received, where the verb has it: "received support from the bishop"."""
    verb = tree.head(trigger.token)
    for preposition in tree.below(verb, "preposition"):
        if preposition.lemma in casting.lexicon.roles.prepositions["giver"]:
            for noun in tree.below(preposition, "complement"):
                yield from (Filler(ACTOR, t, f"{preposition.lemma}-phrase") for t in members(tree, noun))


def receivers(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """For whom or to whom it is done, where the clause says that they got it: "received support"."""
    verb, words = tree.head(trigger.token), casting.lexicon.roles.doing
    if trigger.token.relation != "object" or verb.pos != "VERB" or is_passive(tree, verb):
        return []
    kind = casting.types.get(trigger.type)
    favour = kind is not None and kind.stance == _FAVOUR and verb.lemma in words["favours"]
    gets = verb.lemma in words["receiving"] and tree.first(verb, "particle") is None
    return subjects(tree, verb, casting.grammar) if favour or gets else []


def bystanders(tree: Tree, trigger: Trigger, casting: Casting, helped: bool) -> list[Token]:
    """Who is helped or told to do it in what goes on under it: "fled with his help", "fired on orders from".

    `helped` says whether the text names somebody who helps.
    """
    behind, kind, words = tree.head(trigger.token), casting.types.get(trigger.type), casting.lexicon.roles
    above = tree.head(behind)
    if kind is None:
        return []
    helped = helped and kind.stance == _FAVOUR
    if trigger.token.relation == "object":
        asked = kind.addressed and behind.lemma in words.doing["heeding"] and not is_passive(tree, behind)
        asked = asked or (helped and behind.lemma in words.offices["have"])
        return subjects(tree, behind, casting.grammar) if asked else []
    helped = helped and behind.lemma in words.prepositions["helped"]
    told = kind.addressed and behind.lemma in words.prepositions["told"]
    if trigger.token.relation != "complement" or behind.relation != "preposition" or not (helped or told):
        return []
    if above.pos not in ("VERB", "AUX"):
        return [above] if above.i < behind.i and above.lemma not in casting.lexicon.nouns else []
    doing = shared_agents(tree, above) if is_passive(tree, above) else []
    return doing or ([] if told and is_passive(tree, above) else _who(tree, above, casting))


def _who(tree: Tree, verb: Token, casting: Casting) -> list[Token]:
    """Its subject, where that is no happening."""
    return [t for t in subjects(tree, verb, casting.grammar) if t.lemma not in casting.lexicon.nouns]
