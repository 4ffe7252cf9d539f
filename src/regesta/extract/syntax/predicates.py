"""What somebody is made or said to be, or what is said, which the parser took for something else."""

from regesta.extract.syntax.beneath import DONE, HELPERS, SUBJECTS, VERBS, below, give_doer, opening, starting
from regesta.model.syntax import Token


def make_predicate(tokens: list[Token], noun: Token) -> None:
    """In "he was sworn mayor", "proclaimed kabaka", "had himself crowned king" no mayor is sworn: he is made it."""
    bare = (noun.pos == "NOUN" or (noun.pos == "PROPN" and noun.text.islower())) and noun.form != "plural"
    verb = tokens[noun.head]
    caused = verb.relation == "content-clause" and verb.form == "past-participle"
    if bare and (caused or any(below(tokens, verb, "passive-auxiliary"))):
        tokens[noun.i] = noun._replace(relation="predicate")


def say_of(tokens: list[Token], noun: Token) -> None:
    """In "they made him mayor of Lund" it is he whom they made it: no clause without a verb stands there."""
    verb = tokens[noun.head]
    if noun.relation != "content-clause" or noun.pos not in ("NOUN", "PROPN") or verb.pos != "VERB":
        return
    if any(below(tokens, noun, *HELPERS, "marker")) or any(below(tokens, verb, "passive-auxiliary")):
        return
    if any(t.pos != "PRON" for t in below(tokens, noun, "possessor")):
        return
    told = [t for t in (*below(tokens, verb, "object"), *below(tokens, noun, *SUBJECTS)) if t.i < noun.i]
    if len(told) == 1 and told[0].pos in ("PRON", "PROPN") and opening(tokens, told[0]) == verb.i + 1:
        tokens[told[0].i] = told[0]._replace(head=verb.i, relation="object")
        tokens[noun.i] = noun._replace(relation="predicate")


def say_of_oneself(tokens: list[Token], pronoun: Token) -> None:
    """In "who proclaimed himself consul" it is himself that he made it: a pronoun is no part of a noun's name."""
    noun = tokens[pronoun.head]
    verb = tokens[noun.head]
    if (pronoun.form, pronoun.relation, noun.pos, noun.relation) != ("pronoun", "compound", "NOUN", "object"):
        return
    if verb.i == pronoun.i - 1 and pronoun.i < noun.i:
        tokens[pronoun.i] = pronoun._replace(head=verb.i, relation="object")
        tokens[noun.i] = noun._replace(relation="predicate")


def say_whose(tokens: list[Token], name: Token) -> None:
    """In "the club made Anna Lund its captain" it is she whom it made that: no name has an object."""
    verb, noun = tokens[name.head], next(iter(below(tokens, name, "object")), None)
    if (name.pos, name.relation, verb.pos) != ("PROPN", "content-clause", "VERB") or noun is None or noun.pos != "NOUN":
        return
    whose = any(t.pos == "PRON" and t.i == name.i + 1 for t in below(tokens, noun, "possessor"))
    if whose and opening(tokens, name) == verb.i + 1 and not any(below(tokens, verb, "object", "passive-auxiliary")):
        tokens[name.i] = name._replace(relation="object")
        tokens[noun.i] = noun._replace(head=verb.i, relation="predicate")


def name_by_trade(tokens: list[Token], name: Token) -> None:
    """In "the widow Anna Lund fled" she goes by all of it, for no comma parts her name from what she is."""
    start, whole = opening(tokens, name), tokens[name.head]
    trade = tokens[start - 1] if start else name
    twice = name.head == trade.head and trade.relation == name.relation and trade.relation in SUBJECTS
    if name.pos != "PROPN" or trade.pos != "NOUN" or trade.form == "plural" or trade.i == name.i:
        return
    if not (twice or (name.relation == "apposition" and whole.i == trade.i)):
        return
    tokens[name.i] = name._replace(head=trade.head, relation=trade.relation)
    tokens[trade.i] = trade._replace(head=name.i, relation="compound")
    for t in [t for t in tokens if t.head == trade.i and t.i != name.i]:
        tokens[t.i] = t._replace(head=name.i)


def say_that(tokens: list[Token], verb: Token) -> None:
    """In "it was claimed by the monks that Otto fled" it is this that was claimed, for nobody fled "that"."""
    opened = any(t.form == "relative-pronoun" for t in below(tokens, verb, "marker"))
    if verb.relation != "relative" or not opened or not any(below(tokens, verb, *SUBJECTS)):
        return
    above = tokens[verb.head]
    while above.relation in ("complement", "preposition", "agent"):
        above = tokens[above.head]
    told = above.pos == "VERB" and any(below(tokens, above, "passive-auxiliary"))
    if told and not any(below(tokens, above, "content-clause", "object")):
        tokens[verb.i] = verb._replace(head=above.i, relation="content-clause")


def tell_within(tokens: list[Token], verb: Token) -> None:
    """In "Lund, which the Danes held until May, was poor" it is they who held it, and Lund that was poor."""
    noun = tokens[verb.head]
    if verb.relation != "relative" or noun.head != noun.i or verb.pos not in VERBS or noun.pos in VERBS:
        return
    if tokens[starting(tokens, verb) - 1].text != ",":
        return
    told = [t for t in below(tokens, verb, *SUBJECTS, "object") if t.i < verb.i]
    if len(told) != 2 or told[0].form != "relative-pronoun" or told[0].i > opening(tokens, told[1]):
        return
    pronoun, doer = told
    held = next((t for t in below(tokens, doer, "participle") if t.i == doer.i + 1 and t.form in DONE), None)
    if held is None or any(below(tokens, held, "object", "agent", *HELPERS)):
        return
    tokens[held.i] = held._replace(head=noun.i, relation="relative", form="past")
    tokens[pronoun.i] = pronoun._replace(head=held.i, relation="object")
    tokens[doer.i] = doer._replace(head=held.i, relation="subject")
    give_doer(tokens, verb, noun)
    tokens[verb.i] = verb._replace(head=verb.i, relation="root")


def be_no_longer(tokens: list[Token], longer: Token) -> None:
    """In "he was no longer mayor of Ulm" it is the being that was no longer: no mayor is longer."""
    office = tokens[longer.head]
    link = tokens[office.head]
    if longer.relation != "modifier" or office.relation != "predicate" or link.pos != "AUX" or longer.i < 2:
        return
    no = tokens[longer.i - 1]
    if no.head == longer.i and no.relation == "negation" and link.i == no.i - 1 and office.i == longer.i + 1:
        tokens[longer.i] = longer._replace(head=link.i, relation="adverb", pos="ADV")
