"""What came of what: "X led to Y", "Y followed X", "the resulting Y", "..., a move that Y", "Alarmed by X, they Y"."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

_CLAUSES = ("adverbial-clause", "participle")
_JOINED = ("conjunct", "parataxis", "content-clause")
_RELATIVE = "relative-pronoun"
_RELATIVE_CLAUSE = "relative"
By = Mapping[int, Trigger]


class Cause(NamedTuple):
    """The words of two happenings, what came first and what came of it or after it, and how that is told."""

    first: int
    then: int
    rule: str


def causes(tree: Tree, token: Token, by_word: By, words: RoleWords) -> Iterator[Cause]:
    """What the happening of a word came of, by the triggers of the sentence."""
    child, verb = _verb_over(tree, token, words)
    if verb.pos == "VERB" and verb.lemma in words.order["leads_to"]:
        firsts = _led_to(tree, child, verb, by_word)
        yield from (Cause(i, token.i, "leads-to") for i in firsts)
    elif verb.pos == "VERB" and verb.lemma in words.order["follows"] | words.order["precedes"]:
        yield from _followed(tree, token, child, verb, by_word, words)
    if child.relation in SUBJECTS and is_ensuing(tree, token, words):
        yield from _ensued(tree, token, verb, by_word)
    yield from _caused_by(tree, token, by_word, words)
    if token.relation == _RELATIVE_CLAUSE:
        yield from _a_deed_that(tree, token, by_word, words)
    clause = verb if child.relation in SUBJECTS and verb.i not in by_word else token
    done = _hardly_done(tree, clause, words)
    if done is not None and done.i in by_word:
        yield Cause(by_word[done.i].token.i, token.i, "no-sooner")


def _verb_over(tree: Tree, token: Token, words: RoleWords) -> tuple[Token, Token]:
    """The verb that a noun hangs on, with what hangs on it: past what only opens or counts, as "a wave of riots"."""
    child, above = token, tree.head(token)
    while above.i != child.i and (
        (above.pos == "ADP" and child.relation == "complement")
        or (above.lemma in words.order["openings"] and child.relation == "preposition")
    ):
        child, above = above, tree.head(above)
    return child, above


def _led_to(tree: Tree, child: Token, verb: Token, by_word: By) -> Iterator[int]:
    """What a verb says that led to what it has behind it: its subject, what it hangs on or, last, the verb itself."""
    if child.relation == "passive-subject":
        agents = [t for agent in tree.below(verb, "agent") for t in tree.below(agent, "complement")]
    elif child.relation not in ("object", "preposition", "open-clause"):
        return
    elif verb.relation in _CLAUSES or _is_next(tree, verb):
        agents = [tree.head(verb)]
    else:
        agents = list(tree.below(verb, "subject"))
    for agent in agents:
        told = _antecedent(tree, verb, by_word) if agent.form == _RELATIVE else by_word.get(agent.i)
        told = told or (by_word.get(verb.i) if child.relation != "passive-subject" else None)
        if told is not None:
            yield told.token.i


def _is_next(tree: Tree, verb: Token) -> bool:
    return verb.relation in ("conjunct", "parataxis") and tree.first(verb, *SUBJECTS) is None


def _antecedent(tree: Tree, verb: Token, by_word: By) -> Trigger | None:
    """What a relative clause tells of: the noun before it or, behind a comma, all that is told before it."""
    if verb.head in by_word:
        return by_word[verb.head]
    opening = tree.under(verb)[0].i
    if opening == 0 or tree.tokens[opening - 1].text != ",":
        return None
    return next((by_word[t.i] for t in tree.above(verb) if t.i in by_word), None)


def _followed(tree: Tree, token: Token, child: Token, verb: Token, by_word: By, words: RoleWords) -> Iterator[Cause]:
    """The order in "Y followed X", "X was followed by Y" and "X, followed by Y", or the other way: "preceded"."""
    others: list[Token] = []
    if child.relation == "object":
        # X: the subject came after it.
        others = [noun for t in tree.below(verb, "subject") for noun in _counted(tree, t, words)]
    elif child.relation == "agent" and verb.relation in _CLAUSES:
        others = [tree.head(verb)]
    elif child.relation == "agent":
        others = list(tree.below(verb, "passive-subject"))
    elif child.relation == "subject" and tree.first(verb, "object") is None:
        before = [t for t in tree.below(verb, "content-clause") if t.i < child.i]
        others = [tree.head(verb)] if verb.relation in _JOINED else before
    later = (child.relation == "object") == (verb.lemma in words.order["precedes"])
    for other in (by_word[t.i].token for t in others if t.i in by_word):
        first, then = (other, token) if later else (token, other)
        yield Cause(first.i, then.i, "followed")


def _counted(tree: Tree, noun: Token, words: RoleWords) -> Iterator[Token]:
    """A noun, or what it only opens or counts: the riots, for "a wave of riots"."""
    yield noun
    if noun.lemma in words.order["openings"]:
        yield from (t for p in tree.below(noun, "preposition") for t in tree.below(p, "complement"))


def is_ensuing(tree: Tree, noun: Token, words: RoleWords) -> bool:
    """Whether a noun is said to come of what was told: "the resulting war", "the war that followed"."""
    if any(t.text.lower() in words.order["ensuing"] for t in tree.below(noun, "modifier", "participle")):
        return True
    clauses = (c for c in tree.below(noun, "relative") if c.lemma in words.order["follows"])
    return any(c.form == "past" and tree.first(c, "object") is None for c in clauses)


def _ensued(tree: Tree, noun: Token, verb: Token, by_word: By) -> Iterator[Cause]:
    """What came before "the resulting war", and before what is told of that."""
    start = tree.under(noun)[0].i
    last = max((i for i in by_word if i < start), default=None)
    if last is not None:
        yield from (Cause(by_word[last].token.i, i, "ensuing") for i in (noun.i, verb.i) if i in by_word)


def _caused_by(tree: Tree, token: Token, by_word: By, words: RoleWords) -> Iterator[Cause]:
    """The order in "the war, caused by X", and in "Alarmed by X, they did Y"."""
    for verb in tree.below(token, "participle"):
        if verb.form == "past-participle" and verb.lemma in words.order["leads_to"]:
            agents = (t for agent in tree.below(verb, "agent") for t in tree.below(agent, "complement"))
            yield from (Cause(by_word[t.i].token.i, token.i, "leads-to") for t in agents if t.i in by_word)
    if token.relation == "complement":
        moved = tree.head(tree.head(token))
        above = by_word.get(moved.head)
        if moved.relation in _CLAUSES and moved.text.lower() in words.order["moved"] and above is not None:
            yield Cause(token.i, above.token.i, "moved-by")


def _a_deed_that(tree: Tree, verb: Token, by_word: By, words: RoleWords) -> Iterator[Cause]:
    """The order in "He left the party, a move that split it": a noun stands for what was told."""
    noun = tree.head(verb)
    article = tree.first(noun, "determiner")
    opening = tree.under(noun)[0].i
    if noun.lemma not in words.order["deeds"] or article is None or opening == 0:
        return
    if article.lemma in words.indefinite and tree.tokens[opening - 1].text == ",":
        last = max((i for i in by_word if i < opening), default=None)
        above = next((t.i for t in tree.above(noun) if t.i in by_word), last)
        if above is not None:
            yield Cause(by_word[above].token.i, verb.i, "deed-that")


def is_hardly(tree: Tree, clause: Token, words: RoleWords) -> bool:
    """Whether a clause tells what came at once: "Hardly had he died when they fled", "no sooner ... than"."""
    return _hardly_done(tree, clause, words) is not None


def _hardly_done(tree: Tree, clause: Token, words: RoleWords) -> Token | None:
    """What was hardly done when something else came: "died", for "fled" in "Hardly had he died when they fled"."""
    opening = tree.under(clause)[0].text.lower()
    if clause.relation not in ("adverbial-clause", _RELATIVE_CLAUSE) or opening not in words.order["hardly_when"]:
        return None
    first = tree.tokens[0].text.lower() in words.order["hardly"]
    done = (v for v in tree.above(clause) if v.pos == "VERB")
    return next(
        (v for v in done if first or any(t.text.lower() in words.order["hardly"] for t in tree.below(v, "adverb"))),
        None,
    )
