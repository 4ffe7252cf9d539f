"""Finds the words that stand for somebody or something: names, descriptions and pronouns."""

from collections.abc import Iterator, Sequence, Set

from regesta.extract.entities.chunks import Chunk, find_chunks, known_names
from regesta.extract.entities.kinds import decide_kinds
from regesta.extract.entities.words import only_titles
from regesta.model.entity import EntityKind, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id, stable_id
from regesta.model.syntax import Syntax, Token, Tree
from regesta.model.text import Document, Sentence, Span
from regesta.rules.gazetteer import Gazetteer
from regesta.rules.people import DescriptionRule, PeopleRules

_OFFICE_RELATIONS = frozenset({"predicate", "apposition"})
_BEFORE = frozenset({"determiner", "modifier", "compound", "possessor", "number", "quantity"})


def find_mentions(
    document: Document, sentences: Sequence[Sentence], syntax: Syntax, people: PeopleRules, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """All mentions in text order, not yet tied to entities."""
    trees = [syntax[s.id] for s in sentences if s.id in syntax]
    known = known_names(trees) | _opening_places(trees, people, gazetteer)
    chunks = [
        chunk
        for tree in trees
        for chunk in find_chunks(tree, document, people, known)
        if not only_titles(chunk.span.quote(document), people)
    ]
    chunks = _without_adjectives([*chunks, *_by_surname(trees, chunks, people)], document)
    kinds = decide_kinds(chunks, document, people, gazetteer)
    found = [make_mention(c.tree, c.span, kind, "name", rule) for c, (kind, rule) in zip(chunks, kinds, strict=True)]
    taken = {(c.tree.sentence, i) for c in chunks for i in range(c.first, c.last + 1)}
    persons: dict[Id, set[int]] = {}
    for chunk, (kind, _) in zip(chunks, kinds, strict=True):
        if kind == "person":
            persons.setdefault(chunk.tree.sentence, set()).add(chunk.last)
    for tree in trees:
        free = [t for t in tree.tokens if (tree.sentence, t.i) not in taken]
        found += _pronouns(tree, free, people)
        found += _descriptions(tree, free, persons.get(tree.sentence, set()), people)
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _opening_places(trees: Sequence[Tree], people: PeopleRules, gazetteer: Gazetteer) -> frozenset[str]:
    """Places at the head of a sentence that the parser takes for plain words: "Reading was stormed", "Tours fell"."""
    found: set[str] = set()
    for tree in trees:
        first = tree.tokens[0]
        if (
            first.text[0].isupper()
            and first.pos != "PROPN"
            and tree.first(first) is None
            and _befalls(tree, first, people)
        ):
            found |= {first.text} if gazetteer.lookup(first.text) else set()
    return frozenset(found)


def _befalls(tree: Tree, word: Token, people: PeopleRules) -> bool:
    """Whether it is the subject of what places do or undergo."""
    verb = tree.head(word)
    if word.relation == "passive-subject":
        return any(people.has(f"places.{kind}", verb.lemma) for kind in ("verbs", "only_verbs", "taken_verbs"))
    goes = any(people.has(f"places.{kind}", verb.lemma) for kind in ("going_verbs", "passing_verbs"))
    return (
        word.relation == "subject"
        and goes
        and all(_says_to_whom(tree, p, people) for p in tree.below(verb, "preposition"))
    )


def _says_to_whom(tree: Tree, preposition: Token, people: PeopleRules) -> bool:
    """Whether it tells a day, or to whom something goes: not "gold fell in price", "salt passed through Lund"."""
    goal = people.has("places.goals", preposition.text)
    told = tree.below(preposition, "complement")
    return all(t.tells_time or t.measure == "time" or (goal and t.pos == "PROPN") for t in told)


def _by_surname(trees: Sequence[Tree], chunks: Sequence[Chunk], people: PeopleRules) -> list[Chunk]:
    """Those who are called by an office, told by that alone: "Major resigned", where the text has a John Major."""
    full = (c.tokens[-1].text for c in chunks if c.last > c.first)
    surnames = {word for word in full if only_titles(word, people)}
    taken = {(c.tree.sentence, i) for c in chunks for i in range(c.first, c.last + 1)} if surnames else set()
    return [
        Chunk(tree, token.i, token.i)
        for tree in trees
        for token in tree.tokens
        if token.text in surnames and (tree.sentence, token.i) not in taken and _stands_alone(tree, token)
    ]


def _stands_alone(tree: Tree, token: Token) -> bool:
    """Whether a capitalised word has no article before it, and no name beside it whose title it is."""
    behind = tree.tokens[token.i + 1 : token.i + 2]
    before = tree.tokens[max(token.i - 1, 0) : token.i]
    beside = any(t.pos == "PROPN" or t.text[0].isupper() for t in behind) or any(t.pos == "PROPN" for t in before)
    return not beside and tree.first(token, "determiner", "possessor", "modifier", "preposition") is None


def _without_adjectives(chunks: Sequence[Chunk], document: Document) -> list[Chunk]:
    """The chunks without those that only say whose something is, where the people itself is named too: `Norman`."""
    plurals = {c.span.quote(document) for c in chunks if c.tokens[-1].form == "plural"}
    peoples = {p[:-1] for p in plurals} | {p[:-2] for p in plurals}

    def describes(chunk: Chunk) -> bool:
        last = chunk.tokens[-1]
        outside = last.head > chunk.last and last.relation in ("modifier", "compound")
        return outside and chunk.span.quote(document) in peoples

    return [c for c in chunks if not describes(c)]


def make_mention(tree: Tree, span: Span, kind: EntityKind, form: str, rule: str, *, refers: bool = False) -> Mention:
    """A mention whose id depends on its sentence and its place there, not on the rest of the document."""
    first = tree.tokens[0].start
    ident = stable_id("m", tree.sentence, span.start - first, span.end - first, form)
    evidence = Evidence((span,), rule)
    return Mention(ident, span, kind, form, None, evidence, refers)  # type: ignore[arg-type]


def _pronouns(tree: Tree, free: Sequence[Token], people: PeopleRules) -> Iterator[Mention]:
    for token in free:
        rule = people.pronouns.get(token.text.casefold())
        if rule is None or token.pos not in ("PRON", "DET") or token.relation == "expletive":
            continue
        if rule.may_be_empty and stands_for_nothing(tree, token, people):
            continue
        yield make_mention(tree, tree.words(token, token), rule.kinds[0], "pronoun", "pronoun", refers=True)


def stands_for_nothing(tree: Tree, token: Token, people: PeopleRules) -> bool:
    """Whether a pronoun only fills the subject's place, as in "it was agreed that" or "found it hard to"."""
    if token.form == "possessive-pronoun":
        return False
    following = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else token
    if following.pos == "ADJ":
        return True
    verb = tree.head(token)
    if token.relation not in ("subject", "passive-subject"):
        return False
    if people.has("empty_subjects.alone", verb.lemma):
        return True
    if not people.has("empty_subjects.verbs", verb.lemma):
        return False
    clauses = ("content-clause", "open-clause", "subject", "passive-subject")
    own = [t for t in tree.below(verb, *clauses) if t.i > verb.i and t.pos in ("VERB", "AUX", "ADJ")]
    predicate = tree.first(verb, "predicate")
    below = list(tree.below(predicate, *clauses)) if predicate else []
    if verb.pos == "AUX" and predicate is not None and predicate.pos != "ADJ" and not own:
        return _cleft(tree, predicate)
    return bool(own or [t for t in below if t.pos in ("VERB", "AUX")])


def _cleft(tree: Tree, predicate: Token) -> bool:
    """Whether a sentence such as "it was the mayor who spoke" is one about the mayor."""
    return any(t.i > predicate.i for t in tree.below(predicate, "relative")) and predicate.pos == "PROPN"


def noun_phrase(tree: Tree, head: Token, persons: Set[int] = frozenset()) -> tuple[Token, Token]:
    """The first and last word of a noun with what stands before it, but for the `persons` (last words of names)."""
    first = head
    for token in tree.below(head, *_BEFORE):
        start = tree.under(token)[0]
        if start.i < first.i:
            first = start
    cuts = [t.i for t in tree.tokens[first.i : head.i] if (t.pos == "PUNCT" and t.text != "-") or t.i in persons]
    return (tree.tokens[cuts[-1] + 1] if cuts else first), head


def _descriptions(tree: Tree, free: Sequence[Token], persons: Set[int], people: PeopleRules) -> Iterator[Mention]:
    for token in free:
        if token.pos not in ("NOUN", "PROPN") or token.relation in ("compound", "modifier"):
            continue
        given = token.i - 1 in persons and people.has("offices.nouns", token.text)
        kind = "office" if given else _kind_of_noun(tree, token, people)
        if kind is None:
            continue
        first, last = noun_phrase(tree, token, persons if given else frozenset())
        rule = people.descriptions.get(token.text.casefold())
        refers = rule is not None and kind != "office" and points_back(tree, token, people, rule)
        yield make_mention(tree, tree.words(first, last), kind, "description", f"noun/{kind}", refers=refers)


def _kind_of_noun(tree: Tree, token: Token, people: PeopleRules) -> EntityKind | None:
    word = token.text
    if people.has("places.outposts", word) and _is_named_after_place(tree, token, people):
        return "place"
    if people.has("offices.posts", word) or (
        people.has("offices.nouns", word) and _stands_as_office(tree, token, people)
    ):
        return "office"
    rule = people.descriptions.get(word.casefold())
    if rule is not None:
        return rule.kinds[0]
    if people.has("bodies.groups", word) or people.has("bodies.nouns", word):
        return "body"
    if people.has("persons.nouns", word) or people.has("persons.kin", word) or people.has("offices.nouns", word):
        return "person"
    return "place" if people.has("places.nouns", word) else None


def _is_named_after_place(tree: Tree, token: Token, people: PeopleRules) -> bool:
    """Whether a post is one to hold with troops or goods: "the post of Tambara", not "of mayor"."""
    behind = [t for p in tree.below(token, "preposition") for t in tree.below(p, "complement")]
    named = [t for t in behind if t.pos == "PROPN" and t.text[0].isupper()]
    return bool(named) and not any(people.has("offices.nouns", t.text) for t in named)


def _stands_as_office(tree: Tree, token: Token, people: PeopleRules) -> bool:
    above = tree.head(token)
    if token.relation in _OFFICE_RELATIONS:
        return True
    return token.relation == "complement" and people.has("names.as_words", above.text)


def points_back(tree: Tree, noun: Token, people: PeopleRules, rule: DescriptionRule) -> bool:
    """Whether a noun phrase is definite and nothing in it says which one is meant; "this small force" always does."""
    pointing = False
    for token in tree.below(noun):
        if token.relation == "determiner":
            pointing = is_definite(token, people, demonstrative=rule.demonstrative)
            if not pointing or (rule.number == "singular" and people.has("names.singular_demonstratives", token.text)):
                return pointing
        elif says_which(token, people):
            return False
    return pointing


def is_definite(determiner: Token, people: PeopleRules, *, demonstrative: bool = False) -> bool:
    """Whether it is an article (unless `demonstrative`) or a demonstrative that points to something known."""
    names = ("singular_demonstratives", "plural_demonstratives", "definite")[: 2 if demonstrative else 3]
    return any(people.has(f"names.{name}", determiner.text) for name in names)


def says_which(token: Token, people: PeopleRules) -> bool:
    """Whether a word below a noun tells the one that is meant from others."""
    if token.relation in ("modifier", "number"):
        return not people.has("describing.same", token.text)
    if token.relation == "preposition":
        return people.has("describing.naming_prepositions", token.text)
    return token.relation in ("compound", "possessor", "relative", "participle", "apposition")
