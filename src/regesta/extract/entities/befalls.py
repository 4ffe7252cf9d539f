"""That a name is a place's: by where it stands, and by what is done to it or what it does."""

from collections.abc import Iterator

from regesta.extract.entities.chunks import Chunk
from regesta.extract.entities.told import one_of
from regesta.extract.entities.words import Vote, is_given_name
from regesta.model.syntax import Token, Tree
from regesta.rules.people import PeopleRules

_DONE_TO = ("object", "passive-subject")


def as_place(chunk: Chunk, head: Token, people: PeopleRules) -> Iterator[Vote]:
    """What speaks for it being a place."""
    tree = chunk.tree
    above = tree.head(head)
    while head.relation == "conjunct" and above.i != head.i:
        head, above = above, tree.head(above)
    if head.relation == "complement":
        noun = tree.head(above)
        away = noun.pos == "ADV"
        noun = tree.head(noun) if away else noun
        goes = people.has("places.motions", noun.lemma) or (away and people.has("places.steps", noun.lemma))
        if people.has("places.prepositions", above.text):
            yield "place", 2, "preposition"
        elif people.has("places.goals", above.text) and goes:
            yield "place", 1.5, "preposition"
        elif people.has("places.weak_prepositions", above.text):
            yield "place", 0.4, "preposition"
        joined = people.has("names.joiners", above.text) and noun.text.islower()
        if joined and any(people.has(f"places.{kind}", noun.text) for kind in ("nouns", "outposts")):
            yield "place", 3, "place-noun"
        elif people.has("names.joiners", above.text) and _falls(tree, noun, people):
            yield "place", 1.3, "place-verb"
    yield from _by_what_befalls(tree, head, above, people)
    beside = [t for t in tree.below(head, "apposition") if t.text.islower()]
    if head.relation == "subject" and above.pos == "AUX":
        beside += tree.below(above, "predicate")
    if any(people.has("places.nouns", t.text) for t in beside) or any(one_of(tree, head, people)):
        yield "place", 3, "place-noun"


def _by_what_befalls(tree: Tree, head: Token, verb: Token, people: PeopleRules) -> Iterator[Vote]:
    """What is done to it, or what it does, where that is done to places or by them."""
    befalls = [verb.lemma] if head.relation in _DONE_TO else []
    befalls += [t.lemma for t in _told_of(tree, head, verb)]
    if any(people.has("places.only_verbs", lemma) for lemma in befalls):
        yield "place", 2, "place-verb"
    elif head.relation == "object" and _is_held_by_people(tree, verb, people):
        yield "place", 2.3, "place-verb"
    elif any(people.has("places.verbs", lemma) for lemma in befalls):
        yield "place", 1, "place-verb"
    elif head.relation in _DONE_TO and _is_handed_on(tree, head, verb, people):
        yield "place", 1.2, "place-verb"
    elif head.relation in _DONE_TO and _is_gained(tree, head, verb, people):
        yield "place", 1, "place-verb"
    elif any(people.has("places.going_verbs", clause.lemma) for clause in _own_clauses(tree, head, verb)):
        yield "place", 1.6, "place-verb"
    elif any(_is_in_hands(tree, clause, people) for clause in _own_clauses(tree, head, verb)):
        yield "place", 2, "place-verb"
    elif any(_gives_in(tree, clause, people) for clause in _own_clauses(tree, head, verb)):
        yield "place", 1.3, "place-verb"
    elif any(_goes(tree, clause, people) for clause in _own_clauses(tree, head, verb)):
        yield "place", 2.3 if _falls_to_people(tree, head, verb, people) else 1.3, "place-verb"


def _is_held_by_people(tree: Tree, verb: Token, people: PeopleRules) -> bool:
    """Whether a whole people has it: "the Dutch had held it"; not somebody "held prisoner", nor "held to be"."""
    if not people.has("places.held_verbs", verb.lemma) or tree.first(verb, "predicate", "open-clause") is not None:
        return False
    return any(_is_people(tree, t) for t in tree.below(verb, "subject"))


def _is_handed_on(tree: Tree, name: Token, verb: Token, people: PeopleRules) -> bool:
    """Whether it goes from somebody to somebody: "lost Lund to the Danes", "received it from the king".

    Not a daughter, who is given in marriage, nor what has an article: ships and papers have.
    """
    if not _is_bare(tree, name, people) or not people.has("places.traded_verbs", verb.lemma):
        return False
    behind = [(p, t) for p in tree.below(verb, "preposition", "recipient") for t in tree.below(p, "complement")]
    if any(people.has("places.wedding", t.lemma) for _, t in behind):
        return False
    return any(people.has("places.traders", p.lemma) and _is_somebody(t, people) for p, t in behind)


def _is_gained(tree: Tree, name: Token, verb: Token, people: PeopleRules) -> bool:
    """Whether it is won or lost, and is not said to be anything by it: "overran Lund"."""
    said = tree.first(verb, "predicate", "particle", "open-clause", "content-clause") is not None
    return not said and _is_bare(tree, name, people) and people.has("places.gained_verbs", verb.lemma)


def _is_bare(tree: Tree, name: Token, people: PeopleRules) -> bool:
    """Whether it is one word that is no given name: ships and papers have an article."""
    alone = tree.first(name, "determiner", "possessor", "modifier", "compound", "conjunct") is None
    return alone and not is_given_name(name.text, people)


def _is_somebody(noun: Token, people: PeopleRules) -> bool:
    """Whether it is a name, or a word for people or for somebody in an office."""
    kinds = ("offices.nouns", "bodies.nouns", "bodies.groups", "persons.nouns", "persons.kin")
    told = any(people.has(kind, word) for kind in kinds for word in (noun.lemma, noun.text))
    return told or (noun.pos == "PROPN" and noun.measure != "time")


def _is_people(tree: Tree, name: Token) -> bool:
    """Whether it is "the Danes"."""
    return name.pos == "PROPN" and name.form == "plural" and tree.first(name, "determiner") is not None


def _falls_to_people(tree: Tree, name: Token, verb: Token, people: PeopleRules) -> bool:
    """Whether a whole people comes to have it: "fell to the Danes"."""
    told = [verb] if name.relation == "subject" and people.has("places.handed_verbs", verb.lemma) else []
    behind = (p for clause in told for p in tree.below(clause, "preposition"))
    names = (t for p in behind if people.has("places.goals", p.lemma) for t in tree.below(p, "complement"))
    return any(_is_people(tree, t) for t in names)


def _told_of(tree: Tree, name: Token, verb: Token) -> Iterator[Token]:
    """What is done to it in a clause beside it: "Lund, which was besieged", "Lund, stormed in May", "Stormed, Lund"."""
    for clause in tree.below(name, "relative", "participle"):
        who = tree.first(clause, "subject", "passive-subject", "object")
        if clause.form == "past-participle" and (who is None or who.form == "relative-pronoun"):
            yield clause
    for clause in tree.below(verb, "adverbial-clause") if name.relation == "subject" else ():
        alone = tree.first(clause, "subject", "passive-subject") is None
        if clause.form == "past-participle" and clause.i < name.i and alone:
            yield clause


def _own_clauses(tree: Tree, name: Token, verb: Token) -> list[Token]:
    """The verbs that it is the subject of, by itself or in a clause that is said of it: "Lund, which fell"."""
    told = [t for t in tree.below(name, "relative") if t.form != "past-participle"]
    told = [t for t in told if any(s.form == "relative-pronoun" for s in tree.below(t, "subject"))]
    return [verb, *told] if name.relation == "subject" else told


def _goes(tree: Tree, verb: Token, people: PeopleRules) -> bool:
    """Whether a place does so: "passed into the hands of", "fell to the Danes", "lies on a hill"."""
    lies, passes = people.has("places.lying_verbs", verb.lemma), people.has("places.passing_verbs", verb.lemma)
    if not (lies or passes):
        return False
    where = (t for clause in tree.below(verb, "adverbial-clause") for t in tree.below(clause, "adverb"))
    if lies and any(t.form == "relative-adverb" for t in where):
        return True  # "stands where the river bends"
    for preposition in tree.below(verb, "preposition"):
        given = people.has("places.handed_verbs", verb.lemma) and people.has("places.goals", preposition.lemma)
        for behind in tree.below(preposition, "complement"):
            ground = lies and any(people.has(f"places.{kind}", behind.lemma) for kind in ("heads", "nouns"))
            hands = passes and people.has("places.hands", behind.lemma)
            owned = people.has("places.owned_verbs", verb.lemma) and _is_state(tree, behind, people)
            takes = _is_somebody(behind, people)
            if ground or hands or owned or (given and takes):
                return True
    return False


def _is_in_hands(tree: Tree, verb: Token, people: PeopleRules) -> bool:
    """Whether only places are so: "was in the hands of the Danes", "remained with them", "opened its gates"."""
    for preposition in tree.below(verb, "preposition"):
        for behind in tree.below(preposition, "complement"):
            if verb.pos == "AUX" and people.has("places.hands", behind.lemma):
                return tree.first(behind, "preposition", "compound", "modifier") is not None
            stays = people.has("places.passing_verbs", verb.lemma) and people.has("names.with_words", preposition.text)
            if stays and _is_somebody(behind, people):
                return True
    opened = (t for t in tree.below(verb, "object") if people.has("places.gates", t.lemma))
    return any(tree.first(t, "possessor") is not None for t in opened)


def _gives_in(tree: Tree, verb: Token, people: PeopleRules) -> bool:
    """Whether it gives itself up, or goes, to a whole people: "surrendered to the Danes", "went to the Danes"."""
    if not people.has("places.yielding_verbs", verb.lemma) or tree.first(verb, "object") is not None:
        return False
    behind = [(p, t) for p in tree.below(verb, "preposition") for t in tree.below(p, "complement")]
    return any(people.has("places.goals", p.lemma) and _is_people(tree, t) for p, t in behind)


def _falls(tree: Tree, noun: Token, people: PeopleRules) -> bool:
    """Whether the noun tells that something goes to a whole people: "the fall of Lund to the Danes"."""
    if not people.has("places.falling_nouns", noun.lemma):
        return False
    behind = [t for p in tree.below(noun, "preposition", "agent") for t in tree.below(p, "complement")]
    return any(_is_people(tree, t) for t in behind)


def _is_state(tree: Tree, name: Token, people: PeopleRules) -> bool:
    """Whether a place may belong to it: "Sweden", "the Swedes"; people belong to the League."""
    first = tree.first(name, "compound")
    somebody = first is None or is_given_name(first.text, people)
    bare = name.pos == "PROPN" and tree.first(name, "determiner") is None and somebody
    return bare or name.text in people.words["demonyms.words"] or people.has("offices.nouns", name.lemma)
