"""Whether what a word tells happens at the time of what it hangs on."""

from regesta.extract.claims.carrying import PLAIN_NOUNS, Clauses, is_past_perfect
from regesta.extract.claims.causes import is_hardly
from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords

_WHEN = ("while", "after", "before", "then")


def goes_on(clauses: Clauses, trigger: Trigger, child: Token, *, framed: bool) -> bool:
    """Whether what a word tells happens at the time of what it hangs on."""
    tree, relation = clauses.tree, child.relation
    if relation in ("content-clause", "parataxis"):
        return framed and relation == "parataxis"
    if relation == "relative":
        of_happening = (
            child.i in clauses.by_word and child.head in clauses.by_word and tree.head(child).pos in PLAIN_NOUNS
        )
        told = child.form == "past" or any(t.form == "past" for t in tree.below(child, "passive-auxiliary"))
        goes_on = framed and not _only_tells_which(tree, child)
        return (goes_on or of_happening) and told and not is_past_perfect(tree, child)
    if relation == "participle":
        return framed and child.form == "present-participle"
    if relation == "adverbial-clause":
        return goes_along(tree, child, clauses.words)
    if relation == "conjunct":
        return not is_past_perfect(tree, child)
    if relation in ("preposition", "marker"):
        # "Praised her for the rescue in May": what it was for came before.
        apart = clauses.words.order["after"] | clauses.words.order["before"] | clauses.words.order["appointed"]
        lead = tree.head(tree.head(child))
        # "As a result of the battle": what came first.
        phrase = " ".join(t.text.lower() for t in tree.tokens[lead.i : child.i + 1])
        before = tree.head(child).lemma in clauses.words.order["recalling"]
        before = before or child.lemma in clauses.words.prepositions["opposed"]
        return not before and child.text.lower() not in apart and phrase not in apart
    grown = (
        relation in SUBJECTS and trigger.token.i == child.i and tree.head(child).lemma in clauses.words.order["grows"]
    )
    # "The war, by then old, intensified in May"; but "attacks increased in May" tells of attacks in May.
    part_of = (
        (trigger.part == "noun" and not (grown and child.form != "plural"))
        or trigger.token.relation == "modifier"
        or is_acting(tree, trigger)
    )
    if part_of or _is_described(tree, child, trigger.token):
        return True
    return relation in ("complement", "open-clause")


def _only_tells_which(tree: Tree, clause: Token) -> bool:
    """Whether it says whom a noun behind a preposition means: "raided the town of the dealer who sold them powder"."""
    first = tree.under(clause)[0].i
    return tree.head(clause).relation == "complement" and tree.tokens[first - 1].text != ","


def is_acting(tree: Tree, trigger: Trigger) -> bool:
    """Whether somebody does or undergoes something under his office: "the mayor, X, opened the hall"."""
    return trigger.part == "office" and tree.first(trigger.token, "apposition") is not None


def _is_described(tree: Tree, noun: Token, told: Token) -> bool:
    """Whether a participle tells more of a noun: "published a pamphlet stating that ..."."""
    return noun.pos in PLAIN_NOUNS and any(
        t.form == "present-participle" and told in tree.under(t) for t in tree.below(noun, "participle")
    )


def goes_along(tree: Tree, clause: Token, words: RoleWords) -> bool:
    """A clause at the same time: "when ..." told in the plain past, or a participle without "having" or "after"."""
    before = (t for c in (clause, *tree.below(clause, "conjunct")) for t in tree.below(c, "marker", "adverb"))
    markers = [t.text.lower() for t in before if t.i < clause.i and _opens_clause(t, words)]
    if any(m in words.order["while"] for m in markers):
        return not is_past_perfect(tree, clause) and not is_hardly(tree, clause, words)
    if clause.form == "present-participle":
        return not markers and tree.first(clause, "auxiliary", "subject") is None
    return clause.form == "past-participle" and not markers and tree.first(clause, "auxiliary") is None


def _opens_clause(word: Token, words: RoleWords) -> bool:
    """Whether it says when the clause was: "while", "after", "eventually"; not "still" or "thus"."""
    return word.relation == "marker" or any(word.text.lower() in words.order[kind] for kind in _WHEN)
