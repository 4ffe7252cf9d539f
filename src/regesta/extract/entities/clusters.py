"""Which names are of one and the same? Full names by their words; short ones by the one longer name they fit."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from regesta.extract.entities.words import NameParts, is_acronym, is_of_place, is_roman, read_names
from regesta.model.entity import EntityKind, Mention
from regesta.model.ids import Id, stable_id
from regesta.model.text import Document
from regesta.rules.gazetteer import fold_name
from regesta.rules.people import Gender, Number, PeopleRules

_STOP = "."
_BESIDE = re.compile(r"\s*,\s*(\w+ )?(\w+ )?")
"""What stands between a name and a title beside it: a comma, and two words at most ("later 1st Duke")."""
_PEERAGE = 2
"""Words of a title before what it is of: "Earl of Teviot"."""


@dataclass(slots=True)
class Cluster:
    """One entity in the making: its mentions so far. Lives only while a document is grouped."""

    kind: EntityKind
    name: str
    core: tuple[str, ...] = ()
    global_name: bool = False
    """Whether the name means the same in every document, as a full name does."""
    mentions: list[Mention] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    """Titles, head nouns and descriptions it goes by, without case."""
    called: set[str] = field(default_factory=set)
    """Words by which it was pointed back to, without case: "the town"."""
    number: Number = "singular"
    gender: Gender | None = None
    scope: Id | None = None
    """The sentence that a description belongs to, where the same words may mean another one elsewhere."""
    refers: dict[Id, str] = field(default_factory=dict)
    """Mentions that point back to it, and the rule that said so."""

    def add(self, mention: Mention, name: str | None = None, rule: str | None = None) -> None:
        """Take in a mention; `name` where it names, `rule` where it points back."""
        self.mentions.append(mention)
        if name and name not in self.names:
            self.names.append(name)
        if rule:
            self.refers[mention.id] = rule

    def id(self, document: Document) -> Id:
        """The same in every document for a full name; of this document alone otherwise."""
        key = fold_name(" ".join(self.core) or self.name)
        where = () if self.global_name else (document.id, self.scope or "")
        return stable_id("e", self.kind, key, *where)


def cluster_names(
    mentions: Sequence[Mention], numbers: dict[Id, Number], document: Document, people: PeopleRules
) -> tuple[list[Cluster], dict[Id, Cluster]]:
    """The entities that are named, and the entity of each naming mention."""
    names = [m for m in mentions if m.form == "name"]
    read = read_names((m.span.quote(document) for m in names), people)
    parts = {m.id: part for m, part in zip(names, read, strict=True)}
    clusters: dict[tuple[EntityKind, str], Cluster] = {}
    of: dict[Id, Cluster] = {}
    for mention in names:
        part = parts[mention.id]
        if _is_full(mention.kind, part):
            of[mention.id] = _join(clusters, mention, part, numbers, document, people)
    full = list(clusters.values())
    by_word = _by_word(full)
    peers = _peers(names, of, document, people)
    for mention in names:
        part = parts[mention.id]
        if mention.id in of:
            continue
        longer = _longer_name(mention, part, by_word, people) or _peer(mention, part, peers)
        if longer is None or _known_short(clusters.get((mention.kind, part.key)), longer):
            of[mention.id] = _join(clusters, mention, part, numbers, document, people)
        else:
            longer.add(mention, mention.span.quote(document), "short-name")
            longer.words.update(w.casefold() for w in part.title)
            of[mention.id] = longer
    _join_parts(clusters, of, document, people)
    made = list(clusters.values())
    by_word = _by_word(made)
    return [c for c in made if not _shortened(c, by_word, of, people)], of


def _join_parts(
    clusters: dict[tuple[EntityKind, str], Cluster], of: dict[Id, Cluster], document: Document, people: PeopleRules
) -> None:
    """Names of several words that one longer name told before begins or ends with: "De Valera", "Muhammad Ali"."""
    cores = {at: tuple(map(fold_name, c.core)) for at, c in clusters.items() if c.kind == "person" and len(c.core) > 1}
    held: dict[tuple[str, ...], dict[tuple[EntityKind, str], None]] = defaultdict(dict)
    for at, core in cores.items():
        for ends in _ends_of(core, people):
            held[ends][at] = None
    for at, core in cores.items():
        short = clusters[at]
        if any(is_roman(w) for w in short.core):
            continue
        told = [clusters[other] for other in held.get(core, ()) if other in clusters]
        longer = _sole([c for c in told if _began(c, short.mentions[0])])
        if longer is None:
            continue
        for mention in short.mentions:
            longer.add(mention, mention.span.quote(document), "short-name")
            of[mention.id] = longer
        longer.words |= short.words
        longer.gender = longer.gender or short.gender
        del clusters[at]


def _ends_of(core: tuple[str, ...], people: PeopleRules) -> Iterator[tuple[str, ...]]:
    """The names of several words that a longer one begins or ends with; it does not go on with "of"."""
    for n in range(2, len(core)):
        if not people.has("names.joiners", core[n]):
            yield core[:n]
        yield core[-n:]


def _peers(
    names: Sequence[Mention],
    of: Mapping[Id, Cluster],
    document: Document,
    people: PeopleRules,
) -> dict[str, list[Cluster]]:
    """Whose peerages the text tells, by what they are of: Lund, for "Otto Lund, 1st Earl of Teviot"."""
    found: dict[str, list[Cluster]] = defaultdict(list)
    for bearer, title in pairwise(names):
        between = document.text[bearer.span.end : title.span.start]
        words = title.span.quote(document).split()
        beside = _BESIDE.fullmatch(between) is not None and title.kind == "office" and len(words) > _PEERAGE
        if beside and people.has("titles.peers", words[0]) and bearer.id in of and bearer.kind == "person":
            found[fold_name(words[-1])].append(of[bearer.id])
    return found


def _peer(mention: Mention, part: NameParts, peers: Mapping[str, Sequence[Cluster]]) -> Cluster | None:
    """Who goes by the name of a peerage alone: "Teviot was killed"."""
    alone = mention.kind == "person" and len(part.core) == 1
    told = [c for c in peers.get(part.key, ()) if _began(c, mention)] if alone else []
    return _sole(list({id(c): c for c in told}.values()))


def _shortened(
    cluster: Cluster, by_word: Mapping[str, Sequence[Cluster]], of: dict[Id, Cluster], people: PeopleRules
) -> bool:
    """Whether a place goes by a part of the one longer name told before: "Kestrel", after "Kestrel Reef".

    Its mentions are then those of the longer name.
    """
    if cluster.kind not in ("place", "unknown") or cluster.words or not cluster.core:
        return False
    key = fold_name(" ".join(cluster.core))
    alike = by_word.get(fold_name(cluster.core[-1]), ())
    longer = [c for c in alike if _is_site(c, key, people) or _ends_so(c, cluster)]
    if len(longer) != 1 or longer[0].mentions[0].span >= cluster.mentions[0].span:
        return False
    for mention in cluster.mentions:
        longer[0].add(mention, rule="short-name")
        of[mention.id] = longer[0]
    return True


def _ends_so(longer: Cluster, short: Cluster) -> bool:
    """Whether both are of no known kind and the one ends with the other: "the Clarion", after "the Alder Clarion"."""
    return longer.kind == short.kind == "unknown" and longer.core[-1:] == short.core != longer.core


def _is_site(cluster: Cluster, key: str, people: PeopleRules) -> bool:
    """Whether the name is that key with the word for what it is before or behind it."""
    if cluster.kind != "place" or len(cluster.core) < 2:
        return False
    core = [fold_name(w) for w in cluster.core]
    ends = [(core[0], core[1:]), (core[-1], core[:-1])]
    return any(rest and " ".join(rest) == key and people.has("places.sites", head) for head, rest in ends)


def _known_short(short: Cluster | None, longer: Cluster) -> bool:
    """Whether a body was told of by its short name before a longer one that it fits, which is not told of again: "the
    Union", with the Articles of Perpetual Union named in passing.
    """
    whole = sum(m.id not in longer.refers for m in longer.mentions)
    return short is not None and short.kind == "body" and whole == 1


def _is_full(kind: EntityKind, part: NameParts) -> bool:
    """Whether a name needs no longer one to be known by."""
    if kind == "person":
        return len(part.core) > 1
    if kind == "body":
        return len(part.core) > 1 or part.head is None
    return True


def _join(
    clusters: dict[tuple[EntityKind, str], Cluster],
    mention: Mention,
    part: NameParts,
    numbers: dict[Id, Number],
    document: Document,
    people: PeopleRules,
) -> Cluster:
    quote = mention.span.quote(document)
    if quote[-1] == _STOP and part.core and is_roman(quote.split()[-1][:-1]):
        quote = quote[:-1]  # "He was succeeded by Nicholas I." ends with its sentence
    name = " ".join(part.core) if len(part.core) > 1 and part.title else quote
    cluster = clusters.get((mention.kind, part.key))
    if cluster is None:
        many = len(part.core) > 1
        cluster = Cluster(mention.kind, _plain(name, quote), part.core)
        cluster.global_name = many if mention.kind in ("person", "unknown") else many or part.head is None
        cluster.number = numbers.get(mention.id, "singular") if mention.kind == "body" else "singular"
        clusters[mention.kind, part.key] = cluster
    cluster.add(mention, quote)
    cluster.words.update(w.casefold() for w in part.title)
    if part.head:
        cluster.words.add(part.head)
    cluster.gender = cluster.gender or _gender(part, people)
    return cluster


def _plain(name: str, quote: str) -> str:
    """The name as it stands in the text where it does, so that punctuation is kept."""
    at = quote.find(name.split(" ", maxsplit=1)[0])
    return quote[at:] if at > 0 and fold_name(quote[at:]) == fold_name(name) else (name if at >= 0 else quote)


def _gender(part: NameParts, people: PeopleRules) -> Gender | None:
    for gender in ("masculine", "feminine"):
        if any(people.has(f"titles.{gender}", w) for w in part.title):
            return gender
    for gender in ("masculine", "feminine"):
        if part.core and people.has(f"given_names.{gender}", part.core[0]):
            return gender  # type: ignore[return-value]
    return None


def _by_word(clusters: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    found: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in {fold_name(w) for w in cluster.core}:
            found[word].append(cluster)
    return found


def _longer_name(
    mention: Mention, part: NameParts, by_word: dict[str, list[Cluster]], people: PeopleRules
) -> Cluster | None:
    """The one longer name that a short one stands for; None where there is none or more than one."""
    if not part.core:
        return None
    key = part.key
    alike = (c for c in by_word.get(fold_name(part.core[-1]), ()) if c.kind == mention.kind and len(c.core) > 1)
    candidates = [c for c in alike if not people.has("names.saints", c.core[0])]
    if mention.kind == "body":
        return _sole([c for c in candidates if key in c.words and _began(c, mention)])
    candidates = [c for c in candidates if not _is_father(key, c.core, people)]
    surname = [c for c in candidates if fold_name(c.core[-1]) == key and not is_of_place(c.core, people)]
    if surname:
        return _sole(surname) or _sole([c for c in surname if _began(c, mention)])
    numbered = [c for c in candidates if len(c.core) > 2 and is_roman(c.core[-1]) and fold_name(c.core[-2]) == key]
    if numbered and not part.title:
        # "Basil Otto II" is "Otto" from then on, where no other is.
        return _sole([c for c in numbered if _began(c, mention)])
    # "Charles died, and his son succeeded him as Charles II": he is not meant before he is named.
    if is_acronym(part.core[0]):
        return None
    first = [c for c in candidates if fold_name(c.core[0]) == key and _began(c, mention)]
    return _sole([c for c in first if is_roman(c.core[1]) or (len(first) == 1 and not part.title) or _noble(c)])


def _is_father(key: str, core: Sequence[str], people: PeopleRules) -> bool:
    """Whether a name is that of the father in another: Said, in "Barghash bin Said"."""
    inside = [i for i, word in enumerate(core) if people.has("names.patronymics", word)]
    return bool(inside) and key in {fold_name(word) for word in core[inside[0] :]} and key != fold_name(core[0])


def _noble(cluster: Cluster) -> bool:
    return any(word.islower() for word in cluster.core)


def _began(cluster: Cluster, mention: Mention) -> bool:
    return cluster.mentions[0].span.start < mention.span.start


def _sole(clusters: Sequence[Cluster]) -> Cluster | None:
    return clusters[0] if len(clusters) == 1 else None
