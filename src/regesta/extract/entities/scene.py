"""A document laid out for reference: passages of sentences, and in each sentence the nouns and references in order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.extract.entities.antecedents import Candidate
from regesta.extract.entities.chunks import top_of
from regesta.extract.entities.clusters import Cluster
from regesta.model.entity import EntityKind, Mention
from regesta.model.ids import Id
from regesta.model.syntax import Syntax, Token, Tree
from regesta.model.text import Document, Sentence
from regesta.rules.people import Number, PeopleRules

_BESIDE = ("compound", "time-noun")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a mention stands: its sentence's tree, and its head word."""

    tree: Tree
    head: Token


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage."""

    sentences: tuple[Sentence, ...]
    follows: bool
    """Whether it goes on from the passage before: prose after prose, and no apparatus opens it."""


def find_sites(sentences: Sequence[Sentence], syntax: Syntax, mentions: Sequence[Mention]) -> dict[Id, Site]:
    """Where each mention stands."""
    sites: dict[Id, Site] = {}
    pending = iter(mentions)
    mention = next(pending, None)
    for sentence in sentences:
        tree = syntax.get(sentence.id)
        while mention is not None and mention.span.start < sentence.span.end:
            if tree is not None and mention.span.start >= sentence.span.start:
                words = tree.within(mention.span)
                sites[mention.id] = Site(tree, top_of(tree, words[0].i, words[-1].i))
            mention = next(pending, None)
    return sites


def find_scenes(document: Document, sentences: Sequence[Sentence]) -> list[Scene]:
    """The passages of prose in text order. In a document half of whose passages open on citation markers, which
    belong to sentences that it does not hold, no passage goes on from another.
    """
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if groups and groups[-1][0].passage == sentence.passage:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    cut = [_opens_on_apparatus(document, groups, i) for i in range(len(groups))]
    scattered = 2 * sum(cut) >= len(groups)
    return [
        Scene(tuple(group), i > 0 and not scattered and not cut[i] and groups[i - 1][0].kind == "prose")
        for i, group in enumerate(groups)
        if group[0].kind == "prose"
    ]


def _opens_on_apparatus(document: Document, groups: Sequence[Sequence[Sentence]], i: int) -> bool:
    """Whether anything but blanks stands between this passage's first sentence and the end of the line before."""
    start = groups[i][0].span.start
    line = document.text.rfind("\n", 0, start) + 1
    return bool(document.text[line:start].strip("\ufeff \t#*->"))


def number_of(head: Token) -> Number:
    """Plural where the word is."""
    return "plural" if head.form == "plural" else "singular"


def agrees_in_plural(tree: Tree, head: Token, people: PeopleRules) -> bool:
    """Whether its verb takes it for several: "the Guaraní were ordered to leave"."""
    if head.relation not in ("subject", "passive-subject"):
        return False
    verb = tree.head(head)
    helpers = tree.below(verb, "auxiliary", "passive-auxiliary")
    return any(people.has("bodies.plural_verbs", t.text) for t in (verb, *helpers))


def items_of(
    tree: Tree, mentions: Sequence[Mention], sites: Mapping[Id, Site]
) -> Iterator[tuple[Token, Mention | None]]:
    """The nouns of a sentence in text order: mentions by their head, and common nouns that are none.

    A place that only names a treaty or a law is none: after the Treaty of Tournai, "the town" is not Tournai. Nor is
    what only measures: nobody is "three times as much".
    """
    papers = [m.span for m in mentions if m.kind == "document"]
    free = [m for m in mentions if not any(p.start < m.span.start and m.span.end <= p.end for p in papers)]
    by_head = {sites[m.id].head.i: m for m in sorted(free, key=lambda m: m.span.start - m.span.end, reverse=True)}
    covered = {t.i for m in mentions for t in tree.within(m.span)}
    for token in tree.tokens:
        if token.i in by_head:
            yield token, by_head[token.i]
        elif token.i not in covered and token.pos == "NOUN" and token.relation not in _BESIDE and not token.measure:
            yield token, None


def candidate_for(
    tree: Tree,
    head: Token,
    sentence: int,
    mention: Mention | None,
    cluster: Cluster | None,
    people: PeopleRules,
) -> Candidate:
    """A noun as something that later words may point back to."""
    # "The rest fled": they are several, and may be meant next as any others.
    others = mention is None and people.has("bodies.others", head.text)
    number = "plural" if others else number_of(head)
    if cluster is not None:
        number = cluster.number if cluster.kind != "body" or number == "singular" else "plural"
        thing = cluster.kind == "unknown" and _is_thing(head, people)
        return Candidate(sentence, tree, head, cluster.kind, number, cluster.gender, mention, cluster, thing=thing)
    kind: EntityKind = mention.kind if mention is not None else "unknown"
    if kind == "body" and people.has("bodies.groups", head.text):
        number = "plural"
    gender = None
    for name in ("masculine", "feminine"):
        if people.has(f"persons.{name}", head.text):
            gender = name
    return Candidate(
        sentence,
        tree,
        head,
        kind,
        number,
        gender,  # type: ignore[arg-type]
        mention,
        None,
        vague=mention is None and not others,
        thing=kind == "unknown" and _is_thing(head, people),
    )


def _is_thing(noun: Token, people: PeopleRules) -> bool:
    """Whether it is a common noun that is no word for people."""
    words = ("persons.nouns", "persons.kin", "offices.nouns")
    return noun.pos == "NOUN" and not any(people.has(kind, noun.lemma) for kind in words)


def listed(candidates: Sequence[Candidate], tree: Tree) -> list[Candidate]:
    """Lists such as "Allen and Arnold" among the candidates of one sentence, as one plural candidate each."""
    by_head = {c.head.i: c for c in candidates if c.tree is tree and not c.members}
    made = []
    for candidate in by_head.values():
        members, last = [candidate], candidate
        while True:
            child = next((by_head[t.i] for t in tree.below(last.head, "conjunct") if t.i in by_head), None)
            if child is None:
                break
            members.append(child)
            last = child
        if len(members) > 1 and candidate.head.relation != "conjunct":
            kinds = {m.kind for m in members}
            kind: EntityKind = kinds.pop() if len(kinds) == 1 else "unknown"
            made.append(
                Candidate(
                    candidate.sentence,
                    tree,
                    candidate.head,
                    kind,
                    "plural",
                    None,
                    None,
                    None,
                    tuple(members),
                    vague=all(m.vague for m in members),
                    thing=all(m.thing for m in members),
                )
            )
    return made
