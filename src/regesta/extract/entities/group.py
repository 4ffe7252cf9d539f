"""Ties mentions to entities: names first, then what stands beside them, then what points back."""

from collections.abc import Sequence
from dataclasses import replace

from regesta.extract.entities.clusters import Cluster, cluster_names
from regesta.extract.entities.places import coordinates_of, place_beside, place_in_name
from regesta.extract.entities.reference import Resolver
from regesta.extract.entities.scene import Site, agrees_in_plural, find_scenes, find_sites, number_of
from regesta.extract.entities.seats import settle_seats
from regesta.extract.entities.words import plain_words
from regesta.model.entity import Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.syntax import Syntax, Token, Tree
from regesta.model.text import Document, Sentence
from regesta.rules.gazetteer import Gazetteer, fold_name
from regesta.rules.people import Number, PeopleRules


def group_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    syntax: Syntax,
    mentions: Sequence[Mention],
    people: PeopleRules,
    gazetteer: Gazetteer,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions with their entities, and the entities by first mention. `entity` stays None, and `refers` true,
    where the text does not say to whom or what a word points back.
    """
    sites = find_sites(sentences, syntax, mentions)
    numbers: dict[Id, Number] = {
        i: "plural" if agrees_in_plural(site.tree, site.head, people) else number_of(site.head)
        for i, site in sites.items()
    }
    clusters, of = cluster_names(mentions, numbers, document, people)
    _tie_beside(mentions, sites, of, people)
    _tie_groups(mentions, sites, clusters, of, document, people)
    resolver = Resolver(document, syntax, people, gazetteer, sites, clusters, of)
    resolver.resolve(find_scenes(document, sentences), mentions)
    everything = sorted([*mentions, *resolver.added], key=lambda m: (m.span.start, -m.span.end))
    entities = settle_seats(_entities(clusters, everything, document, sites, people, gazetteer), gazetteer)
    ids = {mention: entity.id for entity in entities for mention in entity.mentions}
    return tuple(_tied(m, ids, resolver, of) for m in everything), entities


def _tied(mention: Mention, ids: dict[Id, Id], resolver: Resolver, of: dict[Id, Cluster]) -> Mention:
    cluster = of.get(mention.id)
    rule = resolver.rules.get(mention.id)
    if cluster is None:
        evidence = Evidence((mention.span,), rule) if rule else mention.evidence
        return replace(mention, refers=mention.refers and resolver.asks(mention), evidence=evidence)
    short = cluster.refers.get(mention.id)
    quotes = (mention.span, *(s for s in (resolver.antecedents.get(mention.id),) if s is not None))
    evidence = Evidence(quotes, rule) if rule else mention.evidence
    return replace(
        mention,
        entity=ids[mention.id],
        kind=cluster.kind,
        evidence=evidence,
        refers=mention.refers or short is not None,
    )


def _tie_beside(mentions: Sequence[Mention], sites: dict[Id, Site], of: dict[Id, Cluster], people: PeopleRules) -> None:
    """Descriptions beside the name they describe: "a worker named X", "X, a delegate", "the town of X"."""
    named = {(sites[m.id].tree.sentence, sites[m.id].head.i): m for m in mentions if m.id in of}
    for mention in mentions:
        if mention.form != "description" or mention.kind == "office" or mention.id not in sites:
            continue
        site = sites[mention.id]
        for token in _beside(site.tree, site.head, people):
            name = named.get((site.tree.sentence, token.i))
            if name is not None and of[name.id].kind == mention.kind:
                cluster = of[name.id]
                cluster.add(mention)
                cluster.words.add(site.head.text.casefold())
                of[mention.id] = cluster
                break


def _beside(tree: Tree, head: Token, people: PeopleRules) -> list[Token]:
    """The words that may be the name of a noun's bearer."""
    place = any(people.has(f"places.{kind}", head.text) for kind in ("nouns", "outposts"))
    naming = people.words["describing.naming_prepositions"] if place else frozenset()
    of = [p for p in tree.below(head, "preposition") if p.text in naming]
    named = [t for preposition in of for t in tree.below(preposition, "complement")]
    # "The city of Ulm, Swabia": that is where Ulm is.
    found = [] if any(t.pos == "PROPN" for t in named) else list(tree.below(head, "apposition"))
    # "the chairman, the financier X", "his heir, a brother named X"
    for beside in tree.below(head, "apposition"):
        if beside.pos == "NOUN":
            found += tree.below(beside, "apposition")
            clauses = (t for t in tree.below(beside, "participle") if people.has("names.naming", t.text))
            found += [t for clause in clauses for t in tree.below(clause, "predicate", "object")]
    if head.relation == "apposition":
        found.append(tree.head(head))
    if head.relation == "predicate" and tree.head(head).pos == "AUX" and not tree.first(tree.head(head), "negation"):
        found += tree.below(tree.head(head), "subject")
    for clause in tree.below(head, "participle"):
        if people.has("names.naming", clause.text):
            found += tree.below(clause, "predicate", "object")
    if head.relation == "subject" and people.has("persons.kin", head.lemma):
        # "His only son succeeded him as Charles II."
        links = (p for p in tree.below(tree.head(head), "preposition") if people.has("names.as_words", p.text))
        found += [t for p in links for t in tree.below(p, "complement") if t.pos == "PROPN"]
    return [*found, *named]


def _tie_groups(
    mentions: Sequence[Mention],
    sites: dict[Id, Site],
    clusters: list[Cluster],
    of: dict[Id, Cluster],
    document: Document,
    people: PeopleRules,
) -> None:
    """People who act together under the same words, such as "the insurgents", are one in a document."""
    by_words: dict[str, Cluster] = {}
    for mention in mentions:
        site = sites.get(mention.id)
        if mention.form != "description" or mention.id in of or site is None or mention.refers:
            continue
        if not people.has("bodies.groups", site.head.text) or site.tree.first(site.head, "possessor", "number"):
            continue
        if any(_whose(t, people) for t in site.tree.below(site.head, "preposition")):
            continue
        words = plain_words(mention.span.quote(document), people)
        cluster = by_words.get(words.casefold())
        if cluster is None:
            cluster = by_words[words.casefold()] = Cluster("body", words, number="plural")
            clusters.append(cluster)
        cluster.add(mention, words)
        cluster.words.add(site.head.text.casefold())
        of[mention.id] = cluster


def _whose(preposition: Token, people: PeopleRules) -> bool:
    """Whether it tells these from others under the same words: "the troops of Charles"."""
    return people.has("describing.naming_prepositions", preposition.text)


def _entities(
    clusters: Sequence[Cluster],
    mentions: Sequence[Mention],
    document: Document,
    sites: dict[Id, Site],
    people: PeopleRules,
    gazetteer: Gazetteer,
) -> tuple[Entity, ...]:
    places = {fold_name(c.name): c.name for c in clusters if c.kind == "place"}
    named = _places_by_sentence(clusters, sites)
    order = {m.id: i for i, m in enumerate(mentions)}
    made = []
    for cluster in sorted(clusters, key=lambda c: min(order[m.id] for m in c.mentions)):
        part_of = place_in_name(cluster, places, people, gazetteer) or _larger_place(cluster, named, sites)
        first = min(cluster.mentions, key=lambda m: order[m.id])
        made.append(
            Entity(
                cluster.id(document),
                cluster.kind,
                cluster.name,
                tuple(dict.fromkeys((cluster.name, *cluster.names))),
                tuple(m.id for m in sorted(cluster.mentions, key=lambda m: order[m.id])),
                Evidence((first.span,), first.evidence.rule),
                coordinates_of(cluster, part_of, gazetteer),
                part_of,
            )
        )
    return tuple(made)


def _places_by_sentence(clusters: Sequence[Cluster], sites: dict[Id, Site]) -> dict[Id, list[tuple[Token, str]]]:
    found: dict[Id, list[tuple[Token, str]]] = {}
    for cluster in clusters:
        for mention in cluster.mentions if cluster.kind == "place" else ():
            if mention.id in sites:
                site = sites[mention.id]
                found.setdefault(site.tree.sentence, []).append((site.head, cluster.name))
    return found


def _larger_place(cluster: Cluster, named: dict[Id, list[tuple[Token, str]]], sites: dict[Id, Site]) -> str | None:
    """The place that the text says a place lies in; None where it does not."""
    for mention in cluster.mentions if cluster.kind == "place" else ():
        site = sites.get(mention.id)
        if site is not None:
            others = [(t, n) for t, n in named[site.tree.sentence] if n != cluster.name and t.i > site.head.i]
            found = place_beside(site.tree, site.head, others)
            if found:
                return found
    return None
