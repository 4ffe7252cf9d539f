"""Who got what another had, and who is told to keep it, as verbs tell it: whoever has it now is meant by the last."""

from regesta.model.syntax import Token, Tree
from regesta.rules.people import PeopleRules

SUBJECTS = frozenset({"subject", "passive-subject"})


def gets_it(tree: Tree, head: Token, people: PeopleRules) -> bool:
    """Whether it is told to get what another had: "was succeeded by Lund", "sold it to Lund", "made way for Lund"."""
    brought = tree.head(head)
    if head.relation != "complement" or brought.head == brought.i:
        return False
    verb = tree.head(brought)
    if brought.relation == "agent":
        return people.has("persons.coming_verbs", verb.lemma) and told_when(tree, verb, people, but=brought)
    return people.has("offices.receiving", brought.text) and _hands_on(tree, verb, people)


def _hands_on(tree: Tree, verb: Token, people: PeopleRules) -> bool:
    """Whether something goes by a verb from hand to hand: an office, or what is given, sold or handed to somebody."""
    thing = tree.first(verb, "object", "passive-subject")
    if thing is None:
        goes = tree.first(verb, "subject")
        passes = goes is not None and people.has("places.passing_verbs", verb.lemma)
        return passes and goes is not None and people.has("offices.posts", goes.lemma)
    if people.has("offices.way", thing.lemma):
        return True
    taken = ("offices.had_verbs", "places.taken_verbs")
    return any(people.has(kind, verb.lemma) for kind in taken)


def takes_over(tree: Tree, verb: Token, people: PeopleRules) -> bool:
    """Whether its subject comes to an office that is not named: "Lund took over", "took his place", "followed him"."""
    whom = tree.first(verb, "object")
    if whom is None:
        return any(people.has("persons.taking_over", f"{verb.lemma} {t.text}") for t in tree.below(verb, "particle"))
    if people.has("offices.stead", whom.lemma):
        return tree.first(whom, "possessor") is not None and people.has("offices.had_verbs", verb.lemma)
    return people.has("persons.coming_verbs", verb.lemma) and told_when(tree, verb, people)


def came_after(tree: Tree, head: Token, people: PeopleRules) -> bool:
    """Whether it is told to come after another, who is gone then: "Lund succeeded Vane as mayor"."""
    verb = tree.head(head)
    after = head.relation == "subject" and tree.first(verb, "object") is not None
    return after and people.has("persons.coming_verbs", verb.lemma) and told_when(tree, verb, people)


def told_when(tree: Tree, verb: Token, people: PeopleRules, but: Token | None = None) -> bool:
    """Whether nothing is told beside a verb but when it was, and as what: not "was followed to Lindos by Lund"."""
    beside = [t for t in tree.below(verb, "preposition") if but is None or t.i != but.i]
    beside = [t for t in beside if not people.has("names.as_words", t.text)]
    return all(t.text[:1].isupper() or any(c.tells_time for c in tree.below(t, "complement")) for t in beside)


def is_now(tree: Tree, token: Token) -> bool:
    """Whether what it is part of is told as the next thing, and not as done before: "Lund had replaced him"."""
    return not any(True for _ in tree.below(tree.head(token), "auxiliary"))


def keeps_it(tree: Tree, token: Token, people: PeopleRules) -> bool:
    """Whether it is told to have something still, or to lose it then: "he held it until May", "his term ended".

    Not what is told to have been before ("he had held it").
    """
    verb = tree.head(token)
    if token.form == "possessive-pronoun":
        return people.has("offices.terms", verb.lemma) and verb.relation in SUBJECTS
    if token.relation not in SUBJECTS or not is_now(tree, token):
        return False
    if token.relation == "passive-subject":
        return people.has("offices.removing", verb.lemma)
    told = tree.first(verb, "predicate") if verb.pos == "AUX" else None
    is_officer = told is not None and people.has("offices.nouns", told.lemma)
    return is_officer or (verb.form == "past" and people.has("offices.keeping", verb.lemma))
