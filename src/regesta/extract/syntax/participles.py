"""Participles that the parser takes for the verb of their sentence, or for an adjective: put right in a tree."""

from regesta.extract.syntax.beneath import (
    BEFORE,
    DONE,
    FINITE,
    HELPERS,
    LOOSE,
    SUBJECTS,
    VERBS,
    below,
    give_doer,
    is_finite,
    opening,
    starting,
)
from regesta.model.syntax import Token

_TWO = 2
_NAMED = ("NOUN", "PROPN")
_WITHIN = ("complement", "compound", "preposition")
"""How a noun stands within the phrase of another."""
_STANDING = ("content-clause", "parataxis", "root")
"""Relations of a noun that the parser took for the head of a clause."""
_CLOSES = {'"': ('"',), "”": ("“",), "''": ("``",), "»": ("«",)}
"""Marks that end what somebody says, and those that it begins with."""


def leave_quotation(tokens: list[Token], verb: Token) -> None:
    """In 'saying, "We lost it," meaning the fort' it is not they who lost it that meant the fort."""
    mark = tokens[verb.i - 1] if verb.i else verb
    if verb.relation != "adverbial-clause" or verb.form != "present-participle" or mark.text not in _CLOSES:
        return
    opened = next((t.i for t in reversed(tokens[: mark.i]) if t.text in _CLOSES[mark.text]), mark.i)
    above = tokens[verb.head]
    while opened < above.i < mark.i and above.head != above.i:
        above = tokens[above.head]
    if above.i < opened:
        tokens[verb.i] = verb._replace(head=above.i)


def set_off_participle(tokens: list[Token], verb: Token) -> None:
    """In "the army, led from March by Gordon, drove him off" it is the army that drove him, and was led."""
    if verb.form != "past-participle" or verb.relation not in ("conjunct", "root", "content-clause"):
        return
    subject = next(below(tokens, verb, *SUBJECTS), None)
    set_off = subject is not None and subject.i < verb.i and tokens[verb.i - 1].text == ","
    if subject is None or not set_off or any(below(tokens, verb, *HELPERS)):
        return
    home = verb.i if verb.relation == "root" else verb.head
    for other in tokens[verb.i + 1 :]:
        own = other.relation == "conjunct" and other.head in (home, verb.i) and other.form in FINITE
        if own and tokens[other.i - 1].text == "," and not any(below(tokens, other, *SUBJECTS)):
            if verb.relation == "root":
                return
            tokens[subject.i] = subject._replace(head=other.i, relation="subject")
            tokens[verb.i] = verb._replace(head=subject.i, relation="participle")
            return


def set_off_verb(tokens: list[Token], verb: Token) -> None:
    """In "Otto Vane, made acting dean in May, left Ulm" he left, and was made so: no comma parts doer and deed.

    So in "Otto Vane, made acting dean in May, was recalled".
    """
    if verb.relation != "root" or verb.form not in DONE or verb.i < _TWO or tokens[verb.i - 1].text != ",":
        return
    subject = next(below(tokens, verb, *SUBJECTS), None)
    if subject is None or subject.i != verb.i - _TWO or any(below(tokens, verb, *HELPERS, "marker")):
        return
    for other in tokens[verb.i + 1 :]:
        loose = other.head == verb.i and other.relation in LOOSE and _may_be_finite(tokens, other)
        if (
            loose
            and tokens[starting(tokens, other) - 1].text == ","
            and not any(below(tokens, other, *SUBJECTS, "marker"))
        ):
            for noun in below(tokens, verb, "object"):
                tokens[noun.i] = noun._replace(relation="predicate")
            form = other.form if is_finite(tokens, other) else "past"
            tokens[other.i] = other._replace(head=other.i, relation="root", form=form)
            give_doer(tokens, other, subject)
            tokens[verb.i] = verb._replace(head=subject.i, relation="participle", form="past-participle")
            return


def _may_be_finite(tokens: list[Token], verb: Token) -> bool:
    """Whether it tells when, or is a past that reads as a participle: no "served until May" is done by anybody."""
    alone = verb.pos == "VERB" and verb.form == "past-participle"
    return is_finite(tokens, verb) or (alone and not any(below(tokens, verb, "agent", *HELPERS)))


def tell_of_subject(tokens: list[Token], verb: Token) -> None:
    """In "Reed, appointed mayor in 1881, built the mill" Reed built it: no appointed mayor has a Reed for its own."""
    office = tokens[verb.head]
    subject = next(below(tokens, verb, *SUBJECTS), None)
    if verb.form != "past-participle" or verb.relation != "modifier" or office.relation not in SUBJECTS:
        return
    set_off = verb.i >= _TWO and tokens[verb.i - 1].text == "," and office.i > verb.i
    if subject is None or subject.i != verb.i - _TWO or not set_off or office.form == "plural":
        return
    main = tokens[office.head]
    if not any(t.text == "," for t in tokens[office.i : main.i]):
        return
    for day in below(tokens, office, "preposition"):
        if any(t.tells_time for t in below(tokens, day, "complement")):
            tokens[day.i] = day._replace(head=verb.i)
    tokens[subject.i] = subject._replace(head=main.i, relation=office.relation)
    tokens[verb.i] = verb._replace(head=subject.i, relation="participle")
    tokens[office.i] = office._replace(head=verb.i, relation="predicate")


def reduce_before_verb(tokens: list[Token], verb: Token) -> None:
    """In "a junta led by Spínola took power" it is the junta that took power, and was led.

    So in "troops sent from Riga burned the mill": no second verb stands there without a comma or an "and".
    """
    if verb.form not in DONE or verb.pos != "VERB":
        return
    behind = tokens[min(verb.i + 1, len(tokens) - 1)]
    subject = next(below(tokens, verb, *SUBJECTS), None)
    if behind.pos != "ADP" or behind.head != verb.i or behind.relation not in ("agent", "preposition"):
        return
    if subject is None or subject.i > verb.i or any(below(tokens, verb, *HELPERS, "object")):
        return
    for other in tokens[behind.i :]:
        if other.pos in ("PUNCT", "CCONJ", "SCONJ"):
            return
        loose = other.relation in (("conjunct",) if behind.relation == "agent" else LOOSE)
        own = loose and other.head in (verb.i, verb.head) and other.form in FINITE
        if own and not any(below(tokens, other, *SUBJECTS, "marker", "auxiliary")):
            above = verb.head if verb.head != verb.i else other.i
            tokens[other.i] = other._replace(head=above, relation=verb.relation)
            tokens[subject.i] = subject._replace(head=other.i, relation="subject")
            tokens[verb.i] = verb._replace(head=subject.i, relation="participle", form="past-participle")
            return


def open_with_participle(tokens: list[Token], verb: Token) -> None:
    """In "Named governor in May, he drove them out" no governor drove: it is he, and he was named that."""
    if verb.i or verb.pos != "VERB":
        return
    if verb.form == "past" and verb.relation == "adverbial-clause" and not any(below(tokens, verb, *SUBJECTS)):
        tokens[verb.i] = verb._replace(form="past-participle")
        for noun in below(tokens, verb, "object"):
            tokens[noun.i] = noun._replace(relation="predicate")
    noun = tokens[verb.head]
    main = tokens[noun.head]
    if verb.form != "past-participle" or verb.relation != "modifier" or noun.pos != "NOUN" or main.form not in FINITE:
        return
    doer = next((t for t in below(tokens, main, *SUBJECTS) if noun.i < t.i < main.i), None)
    if doer is not None and any(t.text == "," for t in tokens[noun.i : doer.i]):
        tokens[noun.i] = noun._replace(head=verb.i, relation="predicate")
        tokens[verb.i] = verb._replace(head=main.i, relation="adverbial-clause")


def tell_of_coming(tokens: list[Token], verb: Token) -> None:
    """In "Reed, elected mayor in 1881, died" he was elected then: he is no elected mayor."""
    noun = tokens[verb.head]
    if verb.form != "past-participle" or verb.relation != "modifier" or noun.relation != "apposition":
        return
    alone = tokens[verb.i - 1].text == "," and not any(t.i < verb.i for t in below(tokens, noun, *BEFORE))
    dated = [t for t in below(tokens, noun, "preposition") if any(c.tells_time for c in below(tokens, t, "complement"))]
    if not alone or not dated or noun.form == "plural":
        return
    for day in dated:
        tokens[day.i] = day._replace(head=verb.i)
    tokens[verb.i] = verb._replace(head=noun.head, relation="participle")
    tokens[noun.i] = noun._replace(head=verb.i, relation="predicate")


def go_on_with_gerunds(tokens: list[Token], verb: Token) -> None:
    """In "had hopes of crossing the river, burning Ulm and taking Bern" all three are what was hoped for."""
    loose = verb.form == "present-participle" and verb.relation == "adverbial-clause" and verb.head < verb.i
    if not loose or tokens[verb.i - 1].text != "," or any(below(tokens, verb, *SUBJECTS, "marker")):
        return
    if not any(t.form == verb.form for t in below(tokens, verb, "conjunct")):
        return
    for gerund in tokens[verb.i - 1 : verb.head : -1]:
        above = tokens[gerund.head]
        if gerund.form == verb.form and gerund.relation == "complement" and tokens[above.head].pos == "NOUN":
            tokens[verb.i] = verb._replace(head=gerund.i, relation="conjunct")
            return


def join_gerund(tokens: list[Token], gerund: Token) -> None:
    """In "doing what nobody had done and halting the raid" the halting goes on with the doing."""
    first = tokens[gerund.head]
    own = any(below(tokens, gerund, *HELPERS, *SUBJECTS))
    if gerund.relation != "conjunct" or gerund.form != "present-participle" or own:
        return
    if first.form not in DONE or first.pos != "VERB" or not any(below(tokens, first, *SUBJECTS)):
        return
    above = first
    while above.head != above.i and above.form != "present-participle":
        above = tokens[above.head]
    if above.form != "present-participle" or above.pos != "VERB" or any(below(tokens, above, *HELPERS)):
        return
    for other in [t for t in tokens if t.head == gerund.i and t.i < first.i]:
        tokens[other.i] = other._replace(head=first.i)
    tokens[gerund.i] = gerund._replace(head=above.i)


def share_passive(tokens: list[Token], verb: Token) -> None:
    """In "the food would be cut and sold" it is sold: no past goes on with "would be"."""
    first = tokens[verb.head]
    if verb.relation != "conjunct" or verb.form != "past" or first.form != "past-participle":
        return
    bare = any(t.form == "infinitive" for t in below(tokens, first, "passive-auxiliary"))
    if bare and not any(below(tokens, verb, *HELPERS, *SUBJECTS, "object")):
        tokens[verb.i] = verb._replace(form="past-participle")


def do_both(tokens: list[Token], gerund: Token) -> None:
    """In "from crossing the river and burning Ulm" it is Ulm that is burned: no burning Ulm is crossed.

    So "kept them from continuing that raid and pushing east" tells of pushing, and of no raid that pushed.
    """
    if gerund.form != "present-participle" or gerund.i < 1 or tokens[gerund.i - 1].pos != "CCONJ":
        return
    if any(below(tokens, gerund, *HELPERS, *SUBJECTS)):
        return
    noun = tokens[gerund.head]
    if gerund.relation == "modifier" and noun.pos == "PROPN" and noun.i == gerund.i + 1:
        first = tokens[noun.head] if noun.relation == "object" else tokens[tokens[noun.head].head]
        if noun.relation in ("object", "conjunct") and _is_gerund(first) and first.i < gerund.i:
            tokens[gerund.i] = gerund._replace(head=first.i, relation="conjunct", pos="VERB")
            tokens[noun.i] = noun._replace(head=gerund.i, relation="object")
        return
    name = tokens[min(gerund.i + 1, len(tokens) - 1)]
    first = tokens[name.head]
    if gerund.relation == "conjunct" and noun.head == name.i and name.relation == "object" and _is_gerund(first):
        # "Of crossing the river and burning Ulm", with the river before the name of Ulm.
        tokens[noun.i] = noun._replace(head=first.i, relation="object")
        tokens[gerund.i] = gerund._replace(head=first.i)
        tokens[name.i] = name._replace(head=gerund.i)
        return
    goes_on = gerund.relation == "conjunct" and noun.relation == "object" and noun.pos == "NOUN"
    if goes_on and _is_gerund(tokens[noun.head]) and noun.head < noun.i:
        tokens[gerund.i] = gerund._replace(head=noun.head)


def _is_gerund(verb: Token) -> bool:
    """Whether it is one behind a preposition: "from crossing"."""
    return verb.form == "present-participle" and verb.pos == "VERB" and verb.relation == "complement"


def cause(tokens: list[Token], verb: Token) -> None:
    """In "Otto, who paid for it, had himself elected" Otto had it done: no subject stands behind a helping verb."""
    helping = next(below(tokens, verb, "auxiliary"), None)
    doers = list(below(tokens, verb, *SUBJECTS))
    if verb.form != "past-participle" or helping is None or len(doers) != _TWO:
        return
    first, done_to = doers
    if not first.i < helping.i < done_to.i < verb.i or helping.form not in FINITE:
        return
    above = helping.i if verb.head == verb.i else verb.head
    tokens[helping.i] = helping._replace(pos="VERB", head=above, relation=verb.relation)
    for own in [t for t in tokens if t.head == verb.i and t.i not in (verb.i, helping.i)]:
        goes_on = own.relation == "conjunct" and any(t.form in FINITE for t in below(tokens, own, *HELPERS))
        if own.i < helping.i or (own.relation == "punctuation" and own.i > verb.i) or goes_on:
            tokens[own.i] = own._replace(head=helping.i)
    tokens[verb.i] = verb._replace(head=helping.i, relation="content-clause")


def put_condition(tokens: list[Token], verb: Token) -> None:
    """In "might have won had the Danes come" that is a condition: no "had" without a subject goes on so."""
    done = next(iter(below(tokens, verb, "content-clause")), None)
    if verb.pos not in VERBS or verb.form != "past" or done is None or done.form not in DONE:
        return
    if all(t.form != "modal" for t in below(tokens, tokens[verb.head], *HELPERS)):
        return
    before = tokens[verb.i - 1] if verb.i else verb
    who = next((t for t in below(tokens, done, "subject") if opening(tokens, t) == verb.i + 1), None)
    if who is None or before.relation == "coordinator" or any(below(tokens, verb, "object", *SUBJECTS)):
        return
    tokens[done.i] = done._replace(head=verb.head, relation="adverbial-clause", form="past-participle")
    tokens[verb.i] = verb._replace(head=done.i, relation="auxiliary", pos="AUX")


def reduce_behind_noun(tokens: list[Token], verb: Token) -> None:
    """In "they were spoiled by the siege of Narva launched on 3 May" it is the siege that was launched."""
    noun = tokens[verb.i - 1]
    if verb.relation != "conjunct" or verb.form != "past" or noun.pos not in _NAMED or verb.head >= verb.i - 1:
        return
    joined = any(t.pos in ("CCONJ", "PUNCT", "SCONJ") for t in tokens[verb.head : verb.i])
    if joined or any(below(tokens, verb, *HELPERS, *SUBJECTS, "object", "predicate", "content-clause")):
        return
    above = tokens[noun.head]
    while noun.relation in _WITHIN and above.i < verb.i and above.pos in (*_NAMED, "ADP") and above.i != noun.i:
        if above.pos == "ADP" and tokens[above.head].pos not in _NAMED:
            break
        noun, above = above, tokens[above.head]
    if noun.pos in _NAMED:
        tokens[verb.i] = verb._replace(head=noun.i, relation="participle", form="past-participle")


def tell_before_noun(tokens: list[Token], verb: Token) -> None:
    """In "Dorn and Lund kept sole charge of it; Weiss left" they kept it: a past is no adjective."""
    noun, doer = tokens[verb.head], tokens[verb.i - 1]
    if verb.form != "past" or verb.relation != "modifier" or noun.i < verb.i or noun.relation not in _STANDING:
        return
    while doer.relation == "conjunct" and doer.head < doer.i and tokens[doer.head].pos in _NAMED:
        doer = tokens[doer.head]
    if verb.i == 0 or doer.pos not in _NAMED or doer.relation not in SUBJECTS or doer.head < verb.i:
        return
    tokens[doer.i] = doer._replace(head=verb.i, relation="subject")
    alone = noun.head == noun.i
    tokens[verb.i] = verb._replace(head=verb.i if alone else noun.head, relation=noun.relation)
    tokens[noun.i] = noun._replace(head=verb.i, relation="object")


def open_with_quality(tokens: list[Token], verb: Token) -> None:
    """In "though prolonged fighting at Ulm had weakened them" it is the fighting that weakened them."""
    opening = tokens[verb.i - 1]
    if verb.form not in DONE or verb.relation != "adverbial-clause" or opening.relation != "marker":
        return
    noun = next((t for t in below(tokens, verb, "object") if t.pos in _NAMED), None)
    if opening.head != verb.i or noun is None or any(below(tokens, verb, *HELPERS, *SUBJECTS)):
        return
    behind = [t for t in tokens[noun.i + 1 :] if t.pos == "VERB" and t.head in (verb.head, verb.i)]
    then = next((t for t in behind if is_finite(tokens, t) and not any(below(tokens, t, *SUBJECTS))), None)
    if then is None or any(t.pos == "CCONJ" and t.head in (verb.i, verb.head) for t in tokens[noun.i : then.i]):
        return
    tokens[then.i] = then._replace(head=verb.head, relation="adverbial-clause")
    tokens[opening.i] = opening._replace(head=then.i)
    tokens[noun.i] = noun._replace(head=then.i, relation="subject")
    for other in [t for t in tokens if t.head == verb.i and t.i not in (noun.i, then.i, opening.i)]:
        tokens[other.i] = other._replace(head=noun.i if other.pos == "ADP" else then.i)
    tokens[verb.i] = verb._replace(head=noun.i, relation="modifier")
