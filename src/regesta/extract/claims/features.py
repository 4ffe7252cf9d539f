"""What a small trained model sees of a trigger: names of facts about its words and its place in the clause."""

from collections.abc import Iterator

from regesta.extract.claims.clauses import Grammar
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree


def describe(tree: Tree, trigger: Trigger, grammar: Grammar) -> Iterator[str]:
    """The features of one trigger, as `name=value`."""
    token = trigger.token
    head = tree.head(token)
    yield f"part={trigger.part}"
    yield f"type={trigger.type}"
    yield f"lemma={token.lemma}"
    yield f"part+type={trigger.part}+{trigger.type}"
    yield f"relation={token.relation}+{token.pos}"
    yield f"form={token.form}+{token.relation}"
    yield f"head={head.lemma if head.i != token.i else '-'}"
    yield f"head-pos={head.pos}+{token.relation}"
    yield f"passive={trigger.passive}"
    yield f"support={trigger.support is not None}"
    yield f"known={trigger.sense is not None}"
    relations = {child.relation for child in tree.below(token)}
    for child in tree.below(token):
        if child.relation in (
            "determiner",
            "possessor",
            "negation",
            "auxiliary",
            "marker",
            "preposition",
            "particle",
            "number",
        ):
            yield f"{child.relation}={child.lemma}+{trigger.part}"
        if child.relation in ("subject", "passive-subject", "object", "complement"):
            yield f"{child.relation}-kind={grammar.kind_of(child)}+{child.pos}"
            yield f"{child.relation}-word={child.lemma}"
        if child.relation == "auxiliary":
            yield f"auxiliary-form={child.form}"
    for relation in (
        "object",
        "subject",
        "passive-subject",
        "preposition",
        "open-clause",
        "content-clause",
        "predicate",
        "possessor",
        "participle",
        "determiner",
        "modifier",
    ):
        yield f"has-{relation}={relation in relations}+{trigger.part}"
    yield from _around(tree, token)


def _around(tree: Tree, token: Token) -> Iterator[str]:
    path = [token.relation]
    for above in tree.above(token):
        path.append(above.relation)
        if above.pos in ("VERB", "AUX"):
            yield f"verb-above={above.lemma}"
            break
    yield f"path={'<'.join(path[:4])}"
    before = tree.tokens[token.i - 1].lemma if token.i else "-"
    after = tree.tokens[token.i + 1].lemma if token.i + 1 < len(tree.tokens) else "-"
    yield f"before={before}"
    yield f"after={after}"
    yield f"depth={min(6, sum(1 for _ in tree.above(token)))}"
