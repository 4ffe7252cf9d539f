"""Of what kind is a name? Evidence is weighed, and all mentions of a name in a document vote."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from regesta.extract.entities.befalls import as_place
from regesta.extract.entities.chunks import Chunk
from regesta.extract.entities.scene import agrees_in_plural
from regesta.extract.entities.words import (
    NameParts,
    Vote,
    has_given_name,
    is_acronym,
    is_initial,
    is_of_place,
    is_roman,
    is_title,
    may_be_surname,
    read_names,
    surname_of,
)
from regesta.model.entity import EntityKind
from regesta.model.syntax import Token, Tree
from regesta.model.text import Document
from regesta.rules.gazetteer import Gazetteer, fold_name
from regesta.rules.people import ENTITY_KINDS, PeopleRules

_WELL_KNOWN = 100_000
"""Inhabitants from which a name is more likely the town's than a person's."""
_FAMOUS = 500_000
_STATES = frozenset({"country", "polity"})
_COUNTRIES = frozenset({"continent", "country"})
_BROAD = frozenset({"continent", "country", "polity", "region", "water", "island"})
_WEAK = frozenset({"full-name", "preposition", "person-verb", "place-verb", "subject"})
_ENOUGH = 0.8
_WHO = ("subject", "passive-subject", "object")


def decide_kinds(
    chunks: Sequence[Chunk], document: Document, people: PeopleRules, gazetteer: Gazetteer
) -> list[tuple[EntityKind, str]]:
    """The kind of each chunk, and the strongest evidence for it; one kind a name."""
    parts = read_names((c.span.quote(document) for c in chunks), people)
    ballots: dict[str, list[Vote]] = defaultdict(list)
    known: dict[NameParts, list[Vote]] = {}
    for chunk, part in zip(chunks, parts, strict=True):
        if part not in known:
            known[part] = list(_by_words(part, people)) + list(_by_gazetteer(part, people, gazetteer))
        placed = any(rule == "gazetteer" for _, _, rule in known[part])
        ballots[part.key] += _by_place(chunk, part, people, placed=placed)
    for part, votes in known.items():
        ballots[part.key] += votes
    counts = Counter(part.key for part in parts)
    _lend_surnames(parts, ballots, counts, people)
    elected = {key: _winner(ballots[key], count) for key, count in counts.items()}
    return [elected[part.key] for part in parts]


def _winner(votes: Sequence[Vote], mentions: int) -> tuple[EntityKind, str]:
    """The kind with most weight. Evidence of a sort counts once however often it is seen; weak evidence counts less
    where few of the mentions show it.
    """
    totals: dict[EntityKind, float] = defaultdict(float)
    strongest: dict[EntityKind, tuple[float, str]] = {}
    for (kind, rule), weights in _by_rule(votes).items():
        best = max(weights)
        totals[kind] += fmean(weights) * (len(weights) / mentions) ** 0.5 if rule in _WEAK else best
        strongest[kind] = max(strongest.get(kind, (0.0, "")), (best, rule))
    if not totals:
        return "unknown", "no-evidence"
    kind = max(ENTITY_KINDS, key=lambda k: totals[k])
    return (kind, strongest[kind][1]) if totals[kind] >= _ENOUGH else ("unknown", "weak-evidence")


def _by_rule(votes: Sequence[Vote]) -> dict[tuple[EntityKind, str], list[float]]:
    grouped: dict[tuple[EntityKind, str], list[float]] = defaultdict(list)
    for kind, weight, rule in votes:
        grouped[kind, rule].append(weight)
    return grouped


def _by_words(part: NameParts, people: PeopleRules) -> Iterator[Vote]:
    """What the words of the name say, wherever it stands."""
    core, may_be_person = part.core, may_be_surname(part, people)
    if part.head_kind:
        yield part.head_kind, 2.5 if may_be_person else 6, "head-noun"
    if part.title:
        yield "person", 6, "title"
    if may_be_person and has_given_name(part, people):
        yield "person", 4, "given-name"
    if part.head_kind or not core:
        return
    peoples = people.words["demonyms.words"]
    if core[-1] in peoples or " ".join(core) in peoples:
        yield "body", 4, "demonym"
    elif len(core) > 1 and core[0] in peoples:
        yield "body", 1.5, "demonym-before"
    elif len(core) == 1 and is_acronym(core[0]):
        yield "body", 2, "acronym"
    if has_given_name(part, people):
        yield "person", 4 if len(core) > 1 else 1, "given-name"
    if len(core) > 1:
        yield from _by_form(core, people)


def _by_form(core: Sequence[str], people: PeopleRules) -> Iterator[Vote]:
    """What a name of several words is by its make: `J. B. Duval`, `Henry III`, `Tancred of Lecce`, `Duke of Apulia`."""
    joined = people.has("names.joiners", core[1])
    if joined and people.has("offices.nouns", core[0]):
        yield "office", 6, "office-word"
    elif joined and len(core) > 2:
        yield "person", 1.2, "of-place"
    if any(people.has("names.coordinators", word) for word in core[1:-1]):
        yield "body", 6, "joined"
    if any(is_roman(w) for w in core[1:]):
        yield "person", 4, "numeral"
    if len(core) > 2 and people.has("names.inner_articles", core[-2]) and not people.has("names.joiners", core[-3]):
        yield "person", 4, "epithet"
    if is_initial(core[0]):
        yield "person", 4, "initial"
    if any(people.has("names.particles", w) and w.islower() for w in core[1:-1]):
        yield "person", 1, "particle"


def _by_gazetteer(part: NameParts, people: PeopleRules, gazetteer: Gazetteer) -> Iterator[Vote]:
    if part.title or not part.core:
        return
    places = gazetteer.lookup(" ".join(part.core))
    if part.head_kind:
        if part.head_kind == "body" and len(part.core) > 1 and any(p.kind in _STATES for p in places):
            yield "place", 7, "gazetteer"
        return
    own = [p for p in places if fold_name(p.name) == part.key or not p.source.startswith("geonames")]
    called = own or ([] if has_given_name(part, people) else places)
    if not places and len(part.core) > 1 and not has_given_name(part, people):
        # "Austrian Galicia", "Vichy France": a part of it, or what it was at some time; "White Poland", "Latin America"
        broad = _BROAD if people.has("places.epithets", part.core[0]) else _COUNTRIES
        places = tuple(p for p in gazetteer.lookup(" ".join(part.core[1:])) if p.kind in broad)
        own = called = list(places)
    known = any(p.kind in _BROAD or p.population >= _WELL_KNOWN for p in called)
    famous = any(p.kind in _BROAD or p.population >= _FAMOUS or not p.source.startswith("geonames") for p in own)
    if places:
        yield "place", 2.6 if famous or known else 1.2, "gazetteer"


def _by_place(chunk: Chunk, part: NameParts, people: PeopleRules, *, placed: bool) -> Iterator[Vote]:
    """What the sentence says of one mention."""
    if chunk.common:
        yield chunk.common, 6, "head-noun"
        return
    head = chunk.head
    if chunk.inside and not _is_of_people(part, people):
        yield "place", 1 if head.form != "plural" else 0.4, "inside-name"
    if not part.head_kind:
        yield from _as_people(chunk, part, people)
        yield from as_place(chunk, head, people)
    if not part.head_kind or may_be_surname(part, people):
        yield from _as_person(chunk, head, people, placed=placed or part.head_kind is not None)


def _is_of_people(part: NameParts, people: PeopleRules) -> bool:
    """Whether it is something of a people's, and no place: "the War of the Austrian Succession"."""
    first = part.core[0] if len(part.core) > 1 and not part.head_kind else ""
    ends = any(first.endswith(e) for e in people.words["demonyms.adjectives"])
    return ends or first in people.words["demonyms.words"]


def _as_people(chunk: Chunk, part: NameParts, people: PeopleRules) -> Iterator[Vote]:
    """Peoples and parties in the plural."""
    last = chunk.tokens[-1]
    before = chunk.tree.tokens[chunk.first - 1] if chunk.first else None
    definite = before is not None and people.has("names.definite", before.text)
    if last.form != "plural":
        if definite and len(part.core) == 1 and agrees_in_plural(chunk.tree, chunk.head, people):
            yield "body", 4, "plural-verb"
        return
    ends = any(last.text.casefold().endswith(e) for e in people.words["demonyms.endings"])
    if people.has("bodies.groups", last.text):
        yield "body", 5, "group-word"
    elif len(part.core) <= 2:
        if ends:
            yield "body", 3 if definite else 1, "demonym-ending"
        elif definite:
            yield "body", 2, "plural"


def _is_person_noun(token: Token, people: PeopleRules) -> bool:
    return token.text.islower() and (people.has("persons.nouns", token.text) or people.has("persons.kin", token.text))


def _as_person(chunk: Chunk, head: Token, people: PeopleRules, *, placed: bool) -> Iterator[Vote]:
    tree = chunk.tree
    above = tree.head(head)
    before = [*tree.below(head, "compound", "modifier"), *_of_all(tree, head)]
    lower_title = any(t.text.islower() and is_title(t.text, people) for t in before)
    if lower_title or any(_is_person_noun(t, people) for t in before if t.relation == "compound"):
        yield "person", 4, "person-noun-before"
    if any(_is_person_noun(t, people) or is_title(t.text, people) for t in tree.below(head, "apposition")):
        yield "person", 3, "person-noun-beside"
    if head.relation == "apposition" and (_is_person_noun(above, people) or is_title(above.text, people)):
        yield "person", 3, "person-noun-beside"
    does = head.relation in ("subject", "passive-subject")
    if (
        (does or head.relation == "agent")
        and len(chunk.tokens) > 1
        and people.has("titles.peers", chunk.tokens[0].text)
    ):
        yield "person", 7, "peer"
    if any(_is_said_of_people(t, people) for t in _told_to_be(tree, head, people)):
        yield "person", 4, "person-noun-told"
    if head.relation in ("predicate", "object") and people.has("names.naming", above.text):
        noun = tree.head(above)
        yield "person", 4 if _is_person_noun(noun, people) else 1, "named"
    if head.relation in ("subject", "passive-subject", "agent") and people.has("persons.verbs", above.lemma):
        yield "person", 1, "person-verb"
    yield from _as_somebody(tree, head, above, people)
    if not placed and _is_full_name(chunk):
        yield "person", 0.9, "full-name"
    if head.relation in ("subject", "agent") and above.pos == "VERB":
        yield _doer(chunk, people, placed=placed)


def _is_said_of_people(token: Token, people: PeopleRules) -> bool:
    """Whether it says who somebody is; nobody is a seat."""
    office = people.has("offices.nouns", token.lemma) and not people.has("offices.posts", token.lemma)
    return office or _is_person_noun(token, people)


def _first_of_row(tree: Tree, name: Token) -> Token:
    """The first of the names that a name is joined to."""
    while name.relation == "conjunct" and tree.head(name).pos == "PROPN":
        name = tree.head(name)
    return name


def _of_all(tree: Tree, name: Token) -> Iterator[Token]:
    """What stands before a row of names for all of them: "the generals Vane, Holt and Orme"."""
    first = _first_of_row(tree, name)
    if first.i != name.i:
        yield from (t for t in tree.below(first, "compound", "modifier") if t.form == "plural")


def _as_somebody(tree: Tree, name: Token, above: Token, people: PeopleRules) -> Iterator[Vote]:
    """What only one of flesh and blood has: kin, a life that ends, and a "who"."""
    if name.form == "plural" or tree.first(name, "determiner") is not None:
        return
    own = above if name.relation == "possessor" else None
    if name.relation == "complement" and people.has("names.joiners", above.text):
        own = tree.head(above)
    if own is not None and own.text.islower() and people.has("persons.kin", own.lemma):
        yield "person", 2.5, "kin"
    if own is not None and people.has("persons.fates", own.lemma):
        yield "person", 1.5, "fate"
    if name.relation in ("object", "passive-subject") and people.has("persons.undergone", above.lemma):
        yield "person", 1.5, "fate"
    if _comes_to_office(tree, name, above, people):
        yield "person", 2, "office"
    # "Chose eight at Santa Maria Novella, who ...": that is they.
    where = name.relation == "complement" and people.has("places.prepositions", above.text)
    for clause in tree.below(name, "relative") if not where else ():
        if any(people.has("persons.relatives", t.text) for t in tree.below(clause, *_WHO)):
            yield "person", 2, "who"


def _comes_to_office(tree: Tree, name: Token, above: Token, people: PeopleRules) -> bool:
    """Whether somebody is put into an office, or one passes to them: "elected Thiers president"."""
    if name.relation in ("object", "passive-subject") and people.has("persons.made_verbs", above.lemma):
        return any(people.has("offices.nouns", t.lemma) for t in tree.below(above, "predicate"))
    verb = tree.head(above)
    passes = name.relation == "complement" and people.has("places.passing_verbs", verb.lemma)
    passed = tree.first(verb, "subject") if passes and people.has("places.goals", above.text) else None
    return passed is not None and people.has("offices.posts", passed.lemma)


def _doer(chunk: Chunk, people: PeopleRules, *, placed: bool) -> Vote:
    """What somebody is who does something: "the Taliban" is no person."""
    before = chunk.tree.tokens[chunk.first - 1].text if chunk.first and len(chunk.tokens) == 1 else ""
    if people.has("names.definite", before):
        return "body", 1, "definite"
    return "person", 0.5 if placed else 1.2 if len(chunk.tokens) > 1 else 1, "subject"


def _told_to_be(tree: Tree, name: Token, people: PeopleRules) -> Iterator[Token]:
    """What somebody is said to be or is made: joint sovereigns, for "William and Mary were proclaimed", emperor."""
    name = _first_of_row(tree, name)
    above = tree.head(name)
    if name.relation == "object":
        links = (p for p in tree.below(above, "preposition") if people.has("names.as_words", p.text))
        yield from (t for p in links for t in tree.below(p, "complement"))
        return
    does = name.relation in ("subject", "passive-subject")
    for clause in (above,) if does else tuple(tree.below(name, "relative")):
        yield from tree.below(clause, "predicate")


def _is_full_name(chunk: Chunk) -> bool:
    """Whether it looks like a first and a last name: two or three names, no article before, and one thing."""
    names = len(chunk.tokens) in (2, 3) and chunk.tokens[-1].text[-1].isalpha()
    alone = chunk.tree.first(chunk.head, "determiner", "possessor") is None and chunk.head.form != "plural"
    return names and alone and all(t.pos == "PROPN" and t.text[0].isupper() for t in chunk.tokens)


def _is_behind_particle(key: str, part: NameParts, people: PeopleRules) -> bool:
    """Whether somebody's name ends with it, behind a particle."""
    words = key.split()
    before = part.core[: -len(words)]
    ends = bool(before) and [fold_name(w) for w in part.core[-len(words) :]] == words
    return ends and people.has("names.particles", before[-1])


def _lend_surnames(
    parts: Sequence[NameParts], ballots: dict[str, list[Vote]], counts: Mapping[str, int], people: PeopleRules
) -> None:
    """A bare surname is a person where a longer name that ends on it is one; a bare first name likewise, if less so.

    What follows "of" is no surname: Anjou is not Charles of Anjou.
    """
    full = {part.key: part for part in parts if part.title or len(part.core) > 1}
    persons = {key: part for key, part in full.items() if _winner(ballots[key], counts[key])[0] == "person"}
    surnames = {surname_of(part) for key, part in persons.items() if key and not is_of_place(part.core, people)}
    origins = {
        part.key.split()[-1]
        for part in parts
        if is_of_place(part.core, people) and (part.key in persons or part.head_kind == "place")
    }
    sites = {key.split()[-1] for key, part in full.items() if part.head_kind == "place" and key not in persons}
    firsts = Counter(key.split()[0] for key in persons if " " in key)
    for key in [key for key in ballots if " " in key and key not in persons]:
        if any(_is_behind_particle(key, part, people) for part in persons.values()):
            # "San Martín", after "José de San Martín", is no town.
            ballots[key] = [*ballots[key], ("person", 3, "surname")]
    for key in [key for key in ballots if " " not in key]:
        if key in surnames:
            # "Hill", after "John Hill", is no hill, unless one is named so: "Bunker Hill".
            told = ballots[key] if key in sites else [v for v in ballots[key] if v[2] != "head-noun"]
            ballots[key] = [*told, ("person", 3, "surname")]
        elif key in origins:
            ballots[key].append(("place", 2.5, "of-name"))
        elif firsts[key] == 1:
            ballots[key].append(("person", 1.5, "first-name"))
