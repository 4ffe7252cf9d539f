"""Where a place lies, and the place that a body or a happening is named after."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, radians

from regesta.extract.entities.clusters import Cluster
from regesta.extract.entities.words import read_name, split_words
from regesta.model.entity import Coordinates
from regesta.model.syntax import Token, Tree
from regesta.rules.gazetteer import Gazetteer, fold_name
from regesta.rules.people import PeopleRules

_BIG = 50_000
_FAR = 1500
"""Kilometres from the middle of a country or a region beyond which a place is not taken to lie in it."""


def coordinates_of(cluster: Cluster, part_of: str | None, gazetteer: Gazetteer) -> Coordinates | None:
    """From the gazetteer's best entry: the nearest to `part_of` where the text says what the place lies in, and none
    where all are far from it. None where it is unknown.
    """
    if cluster.kind != "place":
        return None
    found = [p.coordinates for p in gazetteer.lookup(cluster.name) if p.coordinates]
    around = next((p.coordinates for p in gazetteer.lookup(part_of) if p.coordinates), None) if part_of else None
    if around is not None and found:
        nearest = min(found, key=lambda c: kilometres(c, around))
        return nearest if kilometres(nearest, around) <= _FAR else None
    return found[0] if found else None


def kilometres(a: Coordinates, b: Coordinates) -> float:
    """Roughly, on a sphere (equirectangular), which is enough to tell towns of one name apart."""
    degrees = abs(a.longitude - b.longitude)
    east = min(degrees, 360 - degrees) * cos(radians((a.latitude + b.latitude) / 2))
    return 111.2 * hypot(east, a.latitude - b.latitude)


def place_in_name(cluster: Cluster, places: Mapping[str, str], people: PeopleRules, gazetteer: Gazetteer) -> str | None:
    """The place in the name of a body or a happening, such as `Marseille Commune`; None without one. `places` are the
    document's own, by folded name.
    """
    if cluster.kind not in ("body", "event"):
        return None
    for phrase in _phrases(cluster.name, people):
        key = fold_name(phrase)
        if key in places:
            return places[key]
        found = gazetteer.lookup(phrase)
        own = [p for p in found if fold_name(p.name) == key]
        if own and (own[0].population >= _BIG or own[0].kind != "city" or not own[0].source.startswith("geonames")):
            return phrase
    return None


def _phrases(name: str, people: PeopleRules) -> Iterator[str]:
    """Parts of a name that may be a place: what follows "of", then what stands before the head noun."""
    words = split_words(name)
    joiners = [i for i, w in enumerate(words) if i and people.has("names.joiners", w)]
    for at in reversed(joiners):
        rest = words[at + 1 :]
        while rest and people.has("names.inner_articles", rest[0]):
            rest = rest[1:]
        if rest:
            yield " ".join(rest)
    front = words[: joiners[0]] if joiners else words
    if read_name(name, people).head is None:
        return
    for end in range(len(front) - 1, 0, -1):
        yield " ".join(front[:end])


def place_beside(tree: Tree, head: Token, places: Sequence[tuple[Token, str]]) -> str | None:
    """The larger place said beside a name: `Concord, Massachusetts`, `the suburb of X in Y`; None without one."""
    for token, name in places:
        if token.i == head.i:
            continue
        if token.head == head.i and token.relation == "apposition":
            return name
        above = tree.head(token)
        if token.relation == "complement" and above.relation == "preposition" and above.head == head.i:
            return name
    return None
