"""Who came into which office, as verbs tell it: they are meant by "the new duke" and by "the governor"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regesta.extract.entities.antecedents import Answer, Candidate, subject_of
from regesta.extract.entities.holding import gets_it, takes_over
from regesta.model.syntax import Token, Tree
from regesta.rules.people import PeopleRules

_SAID = ("predicate", "object", "content-clause")
_FAR = 3
"""Sentences after which nobody is new in an office any more."""
_GENDERS = ("masculine", "feminine")


@dataclass(slots=True)
class Officers:
    """Those of a passage that came into offices, in the order told; of some it is not said into which."""

    people: PeopleRules
    told: list[tuple[int, str, Candidate]] = field(default_factory=list)

    def note(self, tree: Tree, number: int, here: Sequence[Candidate]) -> None:
        """Take in what a sentence tells; `here` are its nouns."""
        persons = {c.head.i: c for c in here if c.kind == "person" and c.cluster is not None}
        if persons:
            come = {holder.i: office for holder, office in _come_to_office(tree, self.people)}
            for i, who in persons.items():
                if i in come or gets_it(tree, who.head, self.people):
                    self.told.append((number, come.get(i, ""), who))

    def going_on(self) -> "Officers":
        """The same for the next passage, where they are new no more."""
        return Officers(self.people, [(-_FAR, office, who) for _, office, who in self.told])

    def named_by(self, tree: Tree, head: Token, number: int) -> Answer:
        """The last who came into the office by whose word a definite noun means somebody; of new ones, just now."""
        word, fresh = head.lemma.casefold(), is_fresh(tree, head, self.people)
        for when, office, who in reversed(self.told):
            near = number - when <= _FAR
            if (office == word or (fresh and not office)) and (near or not fresh):
                return Answer(who, "in-office") if self._may_be(word, who) else Answer(None, "no-antecedent")
        return Answer(None, "no-antecedent")

    def _may_be(self, word: str, who: Candidate) -> bool:
        gender = who.cluster.gender if who.cluster is not None else None
        return all(g == gender or gender is None or not self.people.has(f"titles.{g}", word) for g in _GENDERS)


def is_fresh(tree: Tree, head: Token, people: PeopleRules) -> bool:
    """Whether it is somebody "new" in the office."""
    return any(people.has("describing.fresh", t.text) for t in tree.below(head, "modifier"))


def means_officer(tree: Tree, head: Token, people: PeopleRules) -> bool:
    """Whether it is "the" or "the new" with a word for an office, and nothing that says which."""
    if head.form == "plural" or not people.has("offices.nouns", head.lemma) or not head.text.islower():
        return False
    below = list(tree.below(head))
    definite = any(t.relation == "determiner" and people.has("names.definite", t.text) for t in below)
    plain = all(
        t.relation in ("determiner", "punctuation", "relative")
        or people.has("describing.fresh", t.text)
        or (t.relation == "apposition" and t.pos == "NOUN" and tree.first(t, "compound", "apposition") is None)
        for t in below
    )
    return definite and plain


def _come_to_office(tree: Tree, people: PeopleRules) -> Iterator[tuple[Token, str]]:
    """Who comes into an office by each verb, and the word for it; empty where it is not told."""
    for verb in tree.tokens:
        if verb.pos not in ("VERB", "AUX") or tree.first(verb, "negation") is not None:
            continue
        made, comes = people.has("persons.made_verbs", verb.lemma), takes_over(tree, verb, people)
        office = _office(tree, verb, people, _SAID if made else _SAID[:1])
        if not (made or comes or office is not None):
            continue
        holder = _chosen(tree, verb, office) if made else subject_of(tree, verb)
        if holder is not None:
            yield holder, office.lemma.casefold() if office is not None else ""


def _chosen(tree: Tree, verb: Token, office: Token | None) -> Token | None:
    """Who is chosen; where the parser took name and office for one thing, "elected Otto duke", the name in it."""
    passive = tree.first(verb, "passive-subject")
    objects = [t for t in tree.below(verb, "object") if t is not office]
    inside = [t for t in tree.below(office, "compound") if t.pos == "PROPN"] if office is not None else []
    return passive or (objects[-1] if objects else inside[-1] if inside else None)


def _office(tree: Tree, verb: Token, people: PeopleRules, relations: Sequence[str]) -> Token | None:
    """The office as which somebody is told: "became mayor", "chose him as abbot"."""
    said = [t for t in tree.below(verb, *relations) if t.pos in ("NOUN", "PROPN")]
    for behind in tree.below(verb, "preposition"):
        if people.has("names.as_words", behind.text):
            said += tree.below(behind, "complement")
    found = (t for t in said if people.has("offices.nouns", t.lemma) and not people.has("offices.posts", t.lemma))
    return next((t for t in found if t.form != "plural" and t.text.islower()), None)
