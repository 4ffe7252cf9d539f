"""What no grammar allows, and what the parser often gets wrong about names set off by commas: put right in a tree."""

from collections.abc import Iterator

from regesta.model.syntax import Token

_FINITE = ("past", "present")
_SUBJECTS = ("subject", "passive-subject")
_HELPERS = ("auxiliary", "passive-auxiliary")
_PART_OF_NAME = ("compound", "modifier")


def mend(tokens: list[Token]) -> tuple[Token, ...]:
    """The words of a sentence, some under another head; the words themselves stay."""
    for token in tokens:
        if token.relation == "conjunct" and token.form in _FINITE:
            _join_finite(tokens, token)
    for token in tokens:
        if token.form == "past-participle" and token.relation in ("conjunct", "root", "content-clause"):
            _set_off_participle(tokens, token)
    for token in tokens:
        _hang_on_verb(tokens, token)
    for token in tokens:
        if token.form == "past" and token.relation == "adverbial-clause":
            _reduce(tokens, token)
        elif token.form == "relative-pronoun" and token.relation in _SUBJECTS:
            verb = tokens[token.head]
            _relate(tokens, tokens[verb.head] if verb.relation in _HELPERS else verb, token)
        elif token.relation in ("conjunct", "apposition") and token.name_type and token.pos == "PROPN":
            _name_office(tokens, token)
    return tuple(tokens)


def _below(tokens: list[Token], token: Token, *relations: str) -> Iterator[Token]:
    return (t for t in tokens if t.head == token.i and t.i != token.i and t.relation in relations)


def _join_finite(tokens: list[Token], verb: Token) -> None:
    """In "they refused to submit and held out", "held" goes on with "refused", not with the infinitive."""
    above = tokens[verb.head]
    if above.form != "infinitive":
        return
    while above.head != above.i and not (above.pos == "VERB" and above.form in _FINITE):
        above = tokens[above.head]
    if above.form in _FINITE and above.i < verb.i:
        tokens[verb.i] = verb._replace(head=above.i)


def _set_off_participle(tokens: list[Token], verb: Token) -> None:
    """In "the army, led from March by Gordon, drove him off" it is the army that drove him, and was led."""
    subject = next(_below(tokens, verb, *_SUBJECTS), None)
    set_off = subject is not None and subject.i < verb.i and tokens[verb.i - 1].text == ","
    if subject is None or not set_off or any(_below(tokens, verb, *_HELPERS)):
        return
    home = verb.i if verb.relation == "root" else verb.head
    for other in tokens[verb.i + 1 :]:
        own = other.relation == "conjunct" and other.head in (home, verb.i) and other.form in _FINITE
        if own and tokens[other.i - 1].text == "," and not any(_below(tokens, other, *_SUBJECTS)):
            if verb.relation == "root":
                return
            tokens[subject.i] = subject._replace(head=other.i, relation="subject")
            tokens[verb.i] = verb._replace(head=subject.i, relation="participle")
            return


def _hang_on_verb(tokens: list[Token], subject: Token) -> None:
    """In "the fire had, indeed, ruined Ulm" the fire is the subject of "ruined", not of "had"."""
    helper = tokens[subject.head]
    if subject.relation in _SUBJECTS and helper.relation in _HELPERS:
        tokens[subject.i] = subject._replace(head=helper.head)


def _reduce(tokens: list[Token], verb: Token) -> None:
    """In "they fought the troops backed by a fleet" the troops are backed: what is done "by" somebody is passive."""
    noun = tokens[verb.i - 1]
    alone = not any(_below(tokens, verb, *_SUBJECTS, *_HELPERS, "object", "marker"))
    if verb.i and alone and noun.pos in ("NOUN", "PROPN") and any(_below(tokens, verb, "agent")):
        tokens[verb.i] = verb._replace(head=noun.i, relation="participle", form="past-participle")


def _relate(tokens: list[Token], verb: Token, pronoun: Token) -> None:
    """In "on the orders of the king, Wei, who was hanged" it is Wei who was hanged."""
    before = pronoun.i - 2
    if verb.relation in ("relative", "root") or before < 0 or tokens[pronoun.i - 1].text != ",":
        return
    name = tokens[before]
    while name.relation in _PART_OF_NAME and name.head != name.i:
        name = tokens[name.head]
    if tokens[before].name_type and name.pos == "PROPN" and name.i < pronoun.i and name.i != verb.i:
        tokens[verb.i] = verb._replace(head=name.i, relation="relative")


def _name_office(tokens: list[Token], name: Token) -> None:
    """In "the governor of Cordova, Luis Vega, fled" the name is the governor's, not in a list with the city's."""
    place = tokens[name.head]
    preposition = tokens[place.head]
    noun = tokens[preposition.head]
    if place.relation != "complement" or preposition.relation != "preposition" or noun.pos != "NOUN":
        return
    first = min([name.i, *(t.i for t in _below(tokens, name, "compound"))])
    listed = any(t.pos == "CCONJ" and t.head in (place.i, name.i) for t in tokens)
    closed = name.i + 1 < len(tokens) and tokens[name.i + 1].text == ","
    if tokens[first - 1].text == "," and closed and not listed and noun.i < place.i < first:
        tokens[name.i] = name._replace(head=noun.i, relation="apposition")
