"""Would a careful reader note it down? The triggers that the rules found, weighed by what annotated texts taught."""

from collections.abc import Container, Iterable, Mapping, Sequence
from math import exp

from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.senses import Reading
from regesta.extract.claims.traits import traits
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Tree
from regesta.rules.weights import Weights


def weigh(
    tree: Tree,
    triggers: Sequence[Trigger],
    firmness: Mapping[int, Firmness],
    told: Container[str],
    dated: Container[int],
    reading: Reading,
) -> dict[int, float] | None:
    """How likely a reader notes each trigger down, from 0 to 1, by its word; those that are too unlikely are left out.

    None for a language that has no weights. `told` are lemmas told before, `dated` the words that have a time.
    """
    weights = reading.lexicon.weights
    if not weights.by_trait:
        return None
    others = {t.token.i: t for t in triggers}
    kept: dict[int, float] = {}
    for trigger in triggers:
        i = trigger.token.i
        seen = traits(tree, trigger, others, firmness[i].status, told, reading.grammar, own_time=i in dated)
        odds = log_odds(weights, seen)
        if odds >= weights.least:
            kept[i] = round(1 / (1 + exp(-odds)), 2)
    return kept


def log_odds(weights: Weights, seen: Iterable[str]) -> float:
    """What the traits say together, to three digits, so that no machine decides otherwise than another."""
    return round(weights.bias + sum(weights.by_trait.get(trait, 0.0) for trait in seen), 3)
