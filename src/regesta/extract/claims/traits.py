"""What a trained weighing of a trigger sees: facts about its word, its clause and the triggers beside it, by name."""

from collections.abc import Container, Iterator, Mapping

from regesta.extract.claims.clauses import Grammar
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Status
from regesta.model.syntax import Token, Tree

_ARGUMENTS = ("subject", "passive-subject", "object")
_WORDS = ("preposition", "marker", "auxiliary", "passive-auxiliary", "particle", "determiner")
_RELATIONS = (
    *_ARGUMENTS, "possessor", "preposition", "open-clause", "content-clause", "participle", "modifier",
    "adverbial-clause", "predicate", "agent", "particle", "negation",
)  # fmt: skip
_DEEP = 5


def traits(
    tree: Tree,
    trigger: Trigger,
    others: Mapping[int, Trigger],
    status: Status,
    told: Container[str],
    grammar: Grammar,
    *,
    own_time: bool,
) -> Iterator[str]:
    """The traits of a trigger as `name=value`.

    `others` are the triggers of its sentence by their word, itself among them; `told` the lemmas told before.
    """
    token, sense = trigger.token, trigger.sense
    yield f"lemma={token.lemma}"
    yield f"part={trigger.part}"
    yield f"type={trigger.type}"
    yield f"relation={token.relation}+{token.pos}"
    yield f"form={token.form}+{token.relation}"
    yield f"part+relation={trigger.part}+{token.relation}"
    yield f"known={sense is not None}+{trigger.part}"
    yield f"support={trigger.support is not None}"
    yield f"passive={trigger.passive}"
    yield f"status={status}+{trigger.part}"
    yield f"told={token.lemma in told}+{token.pos}"
    yield f"time={own_time}+{trigger.part}"
    yield f"capital={token.i > 0 and token.text[:1].isupper()}+{trigger.part}"
    yield f"beside={min(4, len(others))}"
    yield from _above(tree, token, others)
    yield from _below(tree, token, others, grammar)
    yield f"before={tree.tokens[token.i - 1].lemma if token.i else ''}"
    yield f"after={tree.tokens[token.i + 1].lemma if token.i + 1 < len(tree.tokens) else ''}"


def _above(tree: Tree, token: Token, others: Mapping[int, Trigger]) -> Iterator[str]:
    head = tree.head(token)
    yield f"head={head.lemma if head.i != token.i else ''}"
    yield f"head-part={head.pos}+{token.relation}"
    teller = others.get(head.i) if head.i != token.i else None
    yield f"head-tells={teller is not None}+{token.relation}"
    if teller is not None:
        yield f"head-type={teller.type}"
    line = list(tree.above(token))
    yield f"under-telling={any(t.i in others for t in line)}+{token.pos}"
    yield f"depth={min(_DEEP, len(line))}"


def _below(tree: Tree, token: Token, others: Mapping[int, Trigger], grammar: Grammar) -> Iterator[str]:
    relations = {t.relation for t in tree.below(token)}
    for relation in _RELATIONS:
        yield f"has-{relation}={relation in relations}+{token.pos}"
    for child in tree.below(token):
        if child.relation in _ARGUMENTS:
            yield f"{child.relation}={grammar.kind_of(child)}"
        if child.relation in _WORDS:
            yield f"{child.relation}={child.lemma}+{token.pos}"
        if child.i in others:
            yield f"tells-below={child.relation}"
