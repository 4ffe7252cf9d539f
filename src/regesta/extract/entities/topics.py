"""Which place a passage is about, where others are named by the way: "a fleet from Lund lay off Ulm; the town fell"."""

from collections import Counter
from collections.abc import Callable, Sequence

from regesta.extract.entities.antecedents import Answer, Candidate
from regesta.extract.entities.clusters import Cluster
from regesta.rules.people import PeopleRules, Pronoun

_NOUNS = ("NOUN", "PROPN")


def is_topic(candidate: Candidate) -> bool:
    """Whether a passage opens with it: it is the subject of its first sentence."""
    return candidate.sentence == 0 and candidate.head.relation in ("subject", "passive-subject")


def keep_to_topic(
    nearest: Sequence[Candidate],
    all_told: Sequence[Candidate],
    word: str,
    people: PeopleRules,
    mapped: Callable[[Cluster], bool],
) -> Candidate | None:
    """The one place that the passage is about or has called by that word, where those named last are so by the way.

    None where they are not, or several are called so.
    """
    if not all(_is_by_the_way(c, people, mapped) for c in nearest):
        return None
    others = [c for c in all_told if not any(c.key == n.key for n in nearest)]
    called = {c.key: c for c in others if c.cluster is not None and word in (*c.cluster.words, *c.cluster.called)}
    found = called or {c.key: c for c in others if is_topic(c)}
    return next(iter(found.values())) if len(found) == 1 else None


def places_of(passage: Sequence[Candidate]) -> list[Candidate]:
    """The places that a passage names."""
    return [c for c in passage if c.kind == "place" and c.cluster is not None]


def told_before(passages: Sequence[Sequence[Candidate]], fits: Callable[[Cluster], bool]) -> Answer:
    """What the passages before one are about: the only place of theirs that fits, the one that they open with, or the
    one that they name twice as often as any other.
    """
    told = [c for passage in passages for c in passage]
    fitting = {c.key: c for c in told if c.cluster is not None and fits(c.cluster)}
    if not fitting:
        return Answer(None, "no-antecedent")
    if told[0].key in fitting and is_topic(told[0]):
        return Answer(told[0], "passage-before")
    (key, most), *others = Counter(c.key for c in told if c.key in fitting).most_common(2)
    alone = not others or (most > 1 and 2 * others[0][1] <= most)
    return Answer(fitting[key], "passage-before") if alone else Answer(None, "ambiguous")


def sole_before(rule: Pronoun, before: Sequence[Candidate]) -> Answer:
    """The one named candidate of the passage before that agrees; None where there is none or more."""
    fitting = {
        c.key: c
        for c in before
        if c.cluster is not None
        and c.kind in rule.kinds
        and c.number == rule.number
        and not (rule.gender and c.gender and rule.gender != c.gender)
    }
    if len(fitting) == 1:
        return Answer(next(iter(fitting.values())), "passage-before")
    return Answer(None, "ambiguous" if fitting else "no-antecedent")


def without_asides(near: dict[object, Candidate], people: PeopleRules) -> dict[object, Candidate]:
    """Those places that do not only say which another noun is, if there are any: "the news from Lund reached Ulm"."""
    kept = {key: c for key, c in near.items() if not _is_aside(c, people)}
    return kept or near


def past_asides(
    near: dict[object, Candidate], told: Sequence[Candidate], people: PeopleRules
) -> dict[object, Candidate]:
    """Where those named last only say which another noun is, those named last before them that do not.

    "Otto, governor of Lund, stormed the town": not Lund, if another is told of.
    """
    if not all(_is_aside(c, people) for c in near.values()):
        return near
    others = [c for c in told if c.key not in near and not _is_aside(c, people)]
    last = max((c.sentence for c in others), default=-1)
    return {c.key: c for c in others if c.sentence == last} or near


def _is_by_the_way(candidate: Candidate, people: PeopleRules, mapped: Callable[[Cluster], bool]) -> bool:
    """Whether it is an aside, or no town on the map where something stood or was seen: "was seen at the Porta Nova"."""
    if _is_aside(candidate, people) or _is_of_somebody(candidate, people):
        return True
    preposition = candidate.tree.head(candidate.head)
    verb = candidate.tree.head(preposition)
    stands = candidate.head.relation == "complement" and people.has("places.prepositions", preposition.text)
    if not stands or candidate.cluster is None:
        return False
    return not people.has("places.motions", verb.lemma) and not mapped(candidate.cluster)


def _is_of_somebody(candidate: Candidate, people: PeopleRules) -> bool:
    """Whether it only stands in what is said of a person by the way: "Lund, who was sent to Ulm in 1805, died"."""
    tree, head = candidate.tree, candidate.head
    said = next((t for t in tree.above(head) if t.relation == "relative"), None)
    if said is None or head.relation != "complement":
        return False
    return any(people.has("persons.relatives", t.text) for t in tree.below(said, "subject", "passive-subject"))


def _is_aside(candidate: Candidate, people: PeopleRules) -> bool:
    """Whether it only says which another noun is: "a fleet from Lund"; not "the siege of Lund", "the town of Lund"."""
    tree, head = candidate.tree, candidate.head
    above = tree.head(head) if head.relation in ("modifier", "compound") else tree.head(tree.head(head))
    if head.relation not in ("complement", "modifier", "compound") or above.pos not in _NOUNS:
        return False
    told = people.descriptions.get(above.lemma.casefold())
    event = told is not None and "event" in told.kinds
    return not (event or people.has("places.taken_nouns", above.lemma) or people.has("places.nouns", above.lemma))
