"""Which place a passage is about, where others are named by the way: "a fleet from Lund lay off Ulm; the town fell"."""

from collections.abc import Callable, Sequence

from regesta.extract.entities.antecedents import Candidate
from regesta.extract.entities.clusters import Cluster
from regesta.rules.people import PeopleRules

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
