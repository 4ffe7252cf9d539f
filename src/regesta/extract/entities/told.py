"""What place a name is said to be one of: "Ulm was one of the oldest towns", "was among the richest mines"."""

from collections.abc import Iterator

from regesta.model.syntax import Token, Tree
from regesta.rules.people import PeopleRules


def one_of(tree: Tree, name: Token, people: PeopleRules) -> Iterator[str]:
    """The words, each for one, for the places of which a name is said to be one."""
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
