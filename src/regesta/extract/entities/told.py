"""What is told of a name beside its verb: places that it is one of, that it is several, a clause of its own."""

from collections.abc import Iterator, Sequence

from regesta.model.syntax import Token, Tree
from regesta.rules.people import PeopleRules

WHO = 2.5
"""How much more likely something is his of whom alone the relative clause tells that it stands in."""


def one_of(tree: Tree, name: Token, people: PeopleRules) -> Iterator[str]:
    """The words, each for one, for the places of which a name is said to be one: "Ulm was one of the oldest towns"."""
    link = tree.head(name)
    if name.relation != "subject" or link.pos != "AUX":
        return
    among = [p for p in tree.below(link, "preposition") if people.has("places.among", p.text)]
    for told in tree.below(link, "predicate"):
        if told.pos == "NUM":
            among += tree.below(told, "preposition")
    for noun in (t for p in among for t in tree.below(p, "complement") if t.form == "plural"):
        if people.has("places.nouns", noun.lemma) or people.has("places.sites", noun.lemma):
            yield noun.lemma.casefold()


def is_plural_name(tree: Tree, head: Token) -> bool:
    """Whether a name is one of several, as "the Philippines" is."""
    return head.form == "plural" and tree.first(head, "determiner") is not None


def told_alone(tree: Tree, owner: Token, persons: Sequence[Token]) -> int | None:
    """Of whom a relative clause tells, and of nobody else up to what is his: "Lund, who stayed until his death"."""
    if owner.form != "possessive-pronoun":
        return None
    clause = next((a for a in tree.above(owner) if a.pos in ("VERB", "AUX")), None)
    if clause is None or clause.relation != "relative" or clause.head > owner.i:
        return None
    does = tree.first(clause, "subject", "passive-subject")
    others = any(clause.head < p.i < owner.i for p in persons)
    return clause.head if does is not None and does.form == "relative-pronoun" and not others else None


def is_come_after(tree: Tree, token: Token, people: PeopleRules) -> bool:
    """Whether it is whom somebody comes after: "he was succeeded by", "Vane replaced him"."""
    undergoes = token.relation in ("passive-subject", "object")
    return undergoes and people.has("persons.coming_verbs", tree.head(token).lemma)


def is_spoken_of_before(tree: Tree, token: Token, head: Token) -> bool:
    """Whether a name is only part of what stands before a clause: "after the death of Otto, he was", "after Otto's"."""
    whole = tree.head(tree.head(head)) if head.relation == "complement" else tree.head(head)
    if head.relation not in ("complement", "possessor") or whole.pos != "NOUN" or whole.relation != "complement":
        return False
    brought = tree.head(whole)
    return brought.relation == "preposition" and brought.head == token.head and head.i < token.i
