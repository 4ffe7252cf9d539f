"""Who is said to be in an office: beside it, as it, with it."""

from regesta.extract.claims.clauses import SUBJECTS, Grammar, members, subjects
from regesta.extract.claims.phrases import given_office, is_given
from regesta.model.syntax import Token, Tree

_LONGEST_OFFICE = 5
"""Words of the longest office, hyphens counted."""


def office_end(tree: Tree, token: Token, offices: frozenset[str]) -> Token | None:
    """The last word of an office that begins here, `second in command` as a whole; None where none does."""
    behind = tree.tokens[token.i : token.i + _LONGEST_OFFICE]
    for n in range(len(behind), 1, -1):
        if " ".join(t.text.lower() for t in behind[:n]).replace(" - ", "-") in offices:
            return behind[n - 1]
    return token if token.lemma in offices else None


def office_holder(tree: Tree, token: Token, grammar: Grammar) -> Token | None:
    """Who is said to be in the office that a word names."""
    head = tree.head(token)
    if given_office(tree, token, grammar) is not None or is_given(tree, head, token, grammar):
        return None
    whose = any(t.form == "relative-pronoun" for t in tree.below(token, "possessor"))
    if token.relation == "apposition" and grammar.kind_of(head) == "person" and not whose:
        return head
    named = _named_behind(tree, token, grammar)
    if named is not None:
        return named
    if token.relation == "predicate" and head.pos == "AUX":
        named = next(iter(subjects(tree, head, grammar)), None)
    elif token.relation in SUBJECTS and head.pos == "AUX" and token.form != "plural":
        named = _said_to_be(tree, head, grammar)
    elif token.relation == "object" and head.lemma in grammar.words.offices["have"]:
        named = tree.first(token, "apposition")
    elif token.relation == "complement":
        named = beside(tree, token, grammar) or _doing_so(tree, token, grammar)
        return named if named is not None and (named.pos == "PRON" or _may_hold(named, grammar)) else None
    return named if named is not None and _may_hold(named, grammar) else None


def unfilled(tree: Tree, office: Token, grammar: Grammar) -> Token | None:
    """The word that says that nobody is in it: "had no mayor", "was without a bishop", "there was no abbot".

    What somebody has is no office of theirs: "he had no clerk".
    """
    words, link = grammar.words.offices, tree.head(office)
    if office.form == "plural":
        return None
    none = next((t for t in tree.below(office, "determiner") if t.lemma in words["no"]), None)
    if tree.first(link, "expletive") is not None:
        return none if office.relation in ("predicate", *SUBJECTS) else None
    if any(grammar.kind_of(t) == "person" for t in without_one(tree, office)):
        return None
    if office.relation == "complement":
        return link if link.lemma in words["without"] and lacking_verb(tree, office).lemma in words["goes"] else None
    if office.relation != "object":
        return None
    return none if link.lemma in words["have"] else link if link.lemma in words["lack"] else None


def lacking_verb(tree: Tree, office: Token) -> Token:
    """The verb by which something has nobody in an office."""
    link = tree.head(office)
    return tree.head(link) if office.relation == "complement" else link


def without_one(tree: Tree, office: Token) -> list[Token]:
    """Who or what has nobody in an office."""
    return list(tree.below(lacking_verb(tree, office), *SUBJECTS))


def _named_behind(tree: Tree, office: Token, grammar: Grammar) -> Token | None:
    """X, for "the mayor of Ghent, X, opened the hall"; not for "the mayor X", which is only a name with its title."""
    if office.form == "plural":
        return None
    people = (t for t in tree.below(office, "apposition") if t.i > office.i and grammar.kind_of(t) == "person")
    return next((t for t in people if tree.tokens[tree.under(t)[0].i - 1].text == ","), None)


def _said_to_be(tree: Tree, link: Token, grammar: Grammar) -> Token | None:
    """X, for "the treasurer was X" and "his successor being X"."""
    told = (t for t in tree.below(link, "predicate") if t.i > link.i and t.pos == "PROPN")
    return next((t for t in told if grammar.kind_of(t) == "person"), None)


def beside(tree: Tree, office: Token, grammar: Grammar) -> Token | None:
    """X, for "with X as mayor" and "the board had X as its chairman"."""
    words, link = grammar.words.offices, tree.head(office)
    if link.text.lower() not in words["as"]:
        return None
    paired = _paired(tree, link, grammar)
    if paired is not None:
        return paired
    above = tree.head(link)
    if above.lemma in words["have"] and above.pos == "VERB":
        had = [m for t in tree.below(above, "object") for m in members(tree, t) if m.i < link.i]
        return had[-1] if had else None
    withs = [above] if above.relation == "complement" else []
    withs += [t for p in tree.below(above, "preposition") if p.i < link.i for t in tree.below(p, "complement")]
    withs += [t for t in tree.tokens[link.i - 1 : link.i] if t.pos == "PROPN"]
    near = [t for t in withs if t.i < link.i and tree.head(t).lemma in words["with"]]
    return near[-1] if near else None


def _paired(tree: Tree, link: Token, grammar: Grammar) -> Token | None:
    """Y, for "with X as mayor and Y as dean", where the parser takes Y for another mayor."""
    name = tree.tokens[link.i - 1]
    if name.pos != "PROPN" or name.relation != "conjunct" or grammar.kind_of(tree.head(name)) != "office":
        return None
    first = tree.head(name)
    return name if tree.head(first).lemma in grammar.words.offices["as"] and beside(tree, first, grammar) else None


def _doing_so(tree: Tree, office: Token, grammar: Grammar) -> Token | None:
    """X, for "X died in office as mayor" and "As mayor, X opened the hall": who does it does so as such."""
    words, link = grammar.words.offices, tree.head(office)
    verb = tree.head(link)
    if link.text.lower() not in words["as"] or verb.pos != "VERB" or office.form == "plural":
        return None
    doer = next(iter(subjects(tree, verb, grammar)), None)
    ahead = doer is not None and link.i < doer.i < verb.i and tree.first(office, "determiner") is None
    return doer if ahead or verb.lemma in words["does"] else None


def named_beside(tree: Tree, noun: Token, grammar: Grammar) -> Token | None:
    """The person that a noun is said of: X, for "his successor, X", "X, his successor" and "X was his successor"."""
    head = tree.head(noun)
    if noun.relation == "apposition":
        return head if _may_hold(head, grammar) else None
    if noun.relation == "predicate" and head.pos == "AUX":
        return next((t for t in subjects(tree, head, grammar) if _may_hold(t, grammar)), None)
    if noun.relation in SUBJECTS and head.pos == "AUX" and (named := _said_to_be(tree, head, grammar)) is not None:
        return named
    return next((t for t in tree.below(noun, "apposition") if _may_hold(t, grammar)), None)


def _may_hold(token: Token, grammar: Grammar) -> bool:
    """Whether it is a person, or a name of no known kind."""
    kind = grammar.kind_of(token)
    return kind == "person" or (kind == "unknown" and token.text[0].isupper() and token.pos != "PRON")
