"""Words that the parser took for another part of speech, or of a clause, than the place they stand in allows."""

from regesta.extract.syntax.beneath import BEFORE, DONE, FINITE, HELPERS, LOOSE, SUBJECTS, VERBS, below, opening
from regesta.model.syntax import Token

_NOUN_PLACES = (*SUBJECTS, "object")
_OPENERS = ("DET", "PRON")
_CRIES = ("INTJ", "X")
_RELATIVE = "relative"
_BEHIND_COMMA = 2
"""How many words behind the last of what is before a comma a word stands."""
_STOPS = (";", ":")
_BRINGING = ("preposition", "recipient", "agent")


def name_deed(tokens: list[Token], word: Token) -> None:
    """In "These surrenders marked the end" and "of recent defeats" the deed is a noun: no bare verb stands there.

    Nor does a cry: "Soglo was deposed" names him.
    """
    if word.pos in _CRIES and word.text[:1].isupper() and word.relation in (*_NOUN_PLACES, "complement"):
        tokens[word.i] = word._replace(pos="PROPN")
        return
    if word.pos == "VERB" and word.form == "present-participle":
        _name_doing(tokens, word)
    if word.pos != "VERB" or word.form not in ("present", "infinitive"):
        return
    places = (*_NOUN_PLACES, "complement") if word.form == "present" else ("object", "compound")
    if word.relation not in places or any(below(tokens, word, *HELPERS, "marker", "object", "particle")):
        return
    own = [t for t in tokens if t.head == word.i and t.i != word.i]
    if any(t.form.startswith(_RELATIVE) or (t.relation in SUBJECTS and t.pos not in _OPENERS) for t in own):
        return
    for opener in below(tokens, word, *SUBJECTS):
        tokens[opener.i] = opener._replace(relation="determiner", pos="DET")
    form = "" if word.text.lower() == word.lemma else "plural"
    tokens[word.i] = word._replace(pos="NOUN", form=form)


def _name_doing(tokens: list[Token], gerund: Token) -> None:
    """In "the rising was crushed" the rising is a noun, as its article says."""
    nominal = gerund.relation in (*_NOUN_PLACES, "complement")
    if nominal and any(below(tokens, gerund, "determiner")) and not any(below(tokens, gerund, *HELPERS, "object")):
        tokens[gerund.i] = gerund._replace(pos="NOUN", form="", lemma=gerund.text.lower())


def join_aim(tokens: list[Token], verb: Token) -> None:
    """In "their aims were to take Lund, burn Malmö and leave" the burning is one of the aims, too."""
    link = tokens[verb.head]
    loose = verb.relation == "conjunct" and verb.form in ("present", "infinitive")
    if not loose or link.form not in DONE or any(below(tokens, verb, *HELPERS, *SUBJECTS)):
        return
    aims = [t for t in below(tokens, link, "open-clause", "predicate") if t.form == "infinitive" and t.i < verb.i]
    if link.pos != "AUX":
        # "Was designed to hold the pass, gauge its strength and leave": no past goes on with a bare verb.
        aims = [t for t in tokens[link.i : verb.i] if t.form == "infinitive" and _has_to(tokens, t, link)]
    if aims and verb.text.lower() == verb.lemma:
        tokens[verb.i] = verb._replace(head=aims[-1].i, form="infinitive")


def _has_to(tokens: list[Token], verb: Token, link: Token) -> bool:
    """Whether it is an infinitive with its "to", below another verb."""
    above = verb
    while above.i not in (above.head, link.i):
        above = tokens[above.head]
    return above.i == link.i and any(t.form == "to" for t in below(tokens, verb, "auxiliary"))


def count(tokens: list[Token], verb: Token) -> None:
    """In "it cost them 10,000 killed" it is the 10,000 that were killed."""
    many = tokens[max(0, verb.i - 1)]
    if many.pos != "NUM" or verb.form != "past-participle":
        return
    if many.relation in SUBJECTS and many.head == verb.i:
        _count_on(tokens, many, verb)
    if verb.relation != "adverbial-clause":
        return
    if not any(below(tokens, verb, *HELPERS, *SUBJECTS, "marker", "object")):
        tokens[verb.i] = verb._replace(head=many.i, relation="participle")


def swap(tokens: list[Token], verb: Token) -> None:
    """In "the Danes used captured tanks" it is using that they did: no bare participle stands before its verb."""
    first = tokens[max(0, verb.i - 1)]
    noun = tokens[first.head]
    bare = first.relation == "participle" and first.form in DONE and first.i == noun.i + 1
    does = verb.form in DONE and noun.head == verb.i and noun.relation == "subject"
    if not (bare and does):
        return
    thing = next(below(tokens, verb, "object"), None)
    alone = not any(t.head == first.i for t in tokens) and not any(below(tokens, verb, *HELPERS))
    if thing is None or not (alone and _is_plain(tokens, thing)):
        return
    above = first.i if verb.head == verb.i else verb.head
    tokens[first.i] = first._replace(head=above, relation=verb.relation, form="past")
    _describe(tokens, verb, thing, first)


def _is_plain(tokens: list[Token], thing: Token) -> bool:
    """Whether a participle may stand right before it: "captured tanks", not "captured the tanks" nor "reached Lyon"."""
    return thing.pos == "NOUN" and not any(below(tokens, thing, "determiner", "possessor", "number"))


def _describe(tokens: list[Token], participle: Token, thing: Token, verb: Token) -> None:
    """Has a participle only say which thing it is; all that hung on it hangs on the verb."""
    for other in [t for t in tokens if t.head == participle.i and t.i != participle.i]:
        tokens[other.i] = other._replace(head=verb.i)
    tokens[participle.i] = participle._replace(head=thing.i, relation="modifier", form="past-participle")


def lend(tokens: list[Token], verb: Token) -> None:
    """... and so where the parser has the second verb hang on the first: "they used captured tanks"."""
    first = tokens[verb.head]
    loose = verb.form in DONE and verb.relation in ("adverbial-clause", "content-clause")
    if not loose or first.i != verb.i - 1 or first.pos != "VERB":
        return
    thing = next(below(tokens, verb, "object"), None)
    if thing is None or not _is_plain(tokens, thing):
        return
    taken = any(below(tokens, first, "object", "content-clause", "agent") if verb.relation != "content-clause" else ())
    if taken or any(below(tokens, verb, *HELPERS, *SUBJECTS, "marker")):
        return
    _describe(tokens, verb, thing, first)


def raise_participle(tokens: list[Token], verb: Token) -> None:
    """In "he was consecrated bishop in May" he is no consecrated bishop: he was consecrated, and that in May."""
    noun, helper = tokens[verb.head], tokens[verb.i - 1]
    told_of = helper.head == verb.i and helper.relation == "passive-auxiliary"
    if (noun.form == "plural" and not told_of) or helper.pos != "AUX" or not (told_of or noun.head == helper.i):
        return
    if noun.relation not in ("predicate", "root") or any(t.i < verb.i for t in below(tokens, noun, *BEFORE)):
        return
    top = noun if told_of else helper
    above = verb.i if top.head == top.i else top.head
    for other in [t for t in tokens if t.head == top.i and t.i not in (verb.i, noun.i)]:
        if (
            other.i < verb.i
            or not told_of
            or (other.relation == "conjunct" and other.pos in VERBS)
            or any(t.pos == "PROPN" or t.measure for t in below(tokens, other, "complement"))
        ):
            relation = "passive-subject" if other.relation in SUBJECTS else other.relation
            tokens[other.i] = other._replace(head=verb.i, relation=relation)
    tokens[noun.i] = noun._replace(head=verb.i, relation="predicate")
    tokens[helper.i] = helper._replace(head=verb.i, relation="passive-auxiliary")
    tokens[verb.i] = verb._replace(head=above, relation=top.relation)


def _count_on(tokens: list[Token], many: Token, verb: Token) -> None:
    """In "having lost 600 killed, 800 wounded and 50 captured" the 800 and the 50 go on with the 600."""
    counted = (t for t in reversed(tokens[: many.i]) if t.pos == "NUM" and t.relation in ("object", "conjunct"))
    first = next((t for t in counted if any(p.i == t.i + 1 for p in below(tokens, t, "participle"))), None)
    others = (*SUBJECTS, *HELPERS, "marker", "object")
    if first is None or verb.head == verb.i or any(t.i != many.i for t in below(tokens, verb, *others)):
        return
    for before in [t for t in tokens if t.head == verb.i and t.i < many.i]:
        tokens[before.i] = before._replace(head=verb.head)
    tokens[many.i] = many._replace(head=first.i, relation="conjunct")
    tokens[verb.i] = verb._replace(head=many.i, relation="participle")


def share_voice(tokens: list[Token], verb: Token) -> None:
    """In "he had the town burned and its walls pulled down" the walls were pulled down, as the town was burned."""
    first = tokens[verb.head]
    caused = first.relation == "content-clause" and first.form == "past-participle" and verb.relation == "conjunct"
    if not caused or verb.form != "past" or any(below(tokens, first, *HELPERS, "marker")):
        return
    if any(below(tokens, verb, *SUBJECTS)) and not any(below(tokens, verb, "object", *HELPERS)):
        tokens[verb.i] = verb._replace(form="past-participle")


def free_doer(tokens: list[Token], name: Token) -> None:
    """In "the Honvéd retook the town" a name with its article is no part of the verb: it is who did it."""
    verb = tokens[name.head]
    if name.relation != "compound" or verb.pos != "VERB" or verb.form not in DONE or name.i != verb.i - 1:
        return
    if any(below(tokens, verb, *SUBJECTS, *HELPERS, "marker")):
        return
    articles = [t for t in below(tokens, verb, "determiner") if t.i < name.i]
    if articles:
        for before in below(tokens, verb, "determiner", "compound", "modifier"):
            if articles[0].i <= before.i < name.i:
                tokens[before.i] = before._replace(head=name.i)
        tokens[name.i] = name._replace(relation="subject")
        tokens[verb.i] = verb._replace(form="past")


def place(tokens: list[Token], name: Token) -> None:
    """In "the arsenal in Halle, Saxony was seized" it is the arsenal that was seized: Saxony only says where it was."""
    if name.relation not in SUBJECTS or name.pos != "PROPN" or not _BEHIND_COMMA <= name.i < len(tokens) - 1:
        return
    first = next(below(tokens, tokens[name.head], *SUBJECTS))
    town = tokens[name.i - _BEHIND_COMMA]
    beside = tokens[name.i - 1].text == "," and town.pos == "PROPN" and town.relation == "complement"
    bare = not any(t.head == name.i for t in tokens if t.i != name.i)
    noun = tokens[tokens[town.head].head]
    if beside and bare and first.i == name.i and noun.head == name.head and noun.relation in LOOSE:
        # "The port of Ystad, Skane was burned", where the parser finds no place for the port.
        if noun.pos == "NOUN" and opening(tokens, noun) == 0:
            tokens[noun.i] = noun._replace(relation=name.relation)
            tokens[name.i] = name._replace(head=town.i, relation="apposition")
        return
    if not beside or not bare or tokens[name.i + 1].pos not in VERBS or first.i == name.i:
        return
    if tokens[tokens[town.head].head].i == first.i:
        tokens[name.i] = name._replace(head=town.i, relation="apposition")


def part_from(tokens: list[Token], particle: Token) -> None:
    """In "she made it over to him" nothing is said to be over: it is what she made over."""
    if particle.pos != "ADP" or particle.relation != "content-clause" or tokens[particle.head].pos != "VERB":
        return
    done = next(below(tokens, particle, *SUBJECTS), None)
    if done is None or not particle.head < done.i < particle.i:
        return
    own = [t for t in tokens if t.head == particle.i and t.i != particle.i]
    tokens[particle.i] = particle._replace(relation="particle")
    for child in own:
        relation = "object" if child.i == done.i else child.relation
        tokens[child.i] = child._replace(head=particle.head, relation=relation)


def complete(tokens: list[Token], noun: Token) -> None:
    """In "arms given to the guards are sold" no guards are sold, nor did Wei in "the fleet under Wei sailed"."""
    if noun.relation not in SUBJECTS:
        return
    opened = opening(tokens, noun)
    while opened > 0 and tokens[opened - 1].head == opened and tokens[opened - 1].relation in BEFORE:
        opened -= 1
    before = tokens[max(0, opened - 1)]
    if before.pos == "ADP" and before.relation in _BRINGING and not _brings(tokens, before):
        if any(t.i < before.i for t in below(tokens, tokens[noun.head], *SUBJECTS)):
            tokens[noun.i] = noun._replace(head=before.i, relation="complement")
        elif before.i > 0:
            _split_row(tokens, noun, before)
    elif before.relation == "marker" and before.head == noun.head:
        if noun.measure == "time" and tokens[noun.head].relation == "adverbial-clause":
            _go_on(tokens, noun, before)
        _begin_after(tokens, noun, before)


def _split_row(tokens: list[Token], noun: Token, preposition: Token) -> None:
    """In "they held out until May and Otto sued for peace" no May sued, and nobody held out until Otto."""
    doer = next((t for t in below(tokens, noun, "conjunct") if noun.i < t.i < noun.head), None)
    if doer is None:
        return
    for small in below(tokens, noun, "coordinator"):
        tokens[small.i] = small._replace(head=noun.head)
    tokens[doer.i] = doer._replace(head=noun.head, relation=noun.relation)
    tokens[noun.i] = noun._replace(head=preposition.i, relation="complement")


def _brings(tokens: list[Token], preposition: Token) -> bool:
    """Whether something hangs on it."""
    return any(t.head == preposition.i and t.i != preposition.i for t in tokens)


def _go_on(tokens: list[Token], noun: Token, marker: Token) -> None:
    """In "said that they held out until May and Otto sued for peace" no May sued, and it is Otto who said no more."""
    verb = tokens[noun.head]
    doer = next((t for t in below(tokens, noun, "conjunct") if noun.i < t.i < verb.i and not t.measure), None)
    above = tokens[verb.head]
    while above.head != above.i and above.form not in FINITE:
        above = tokens[above.head]
    if doer is None or verb.form not in FINITE or above.form not in FINITE:
        return
    tokens[marker.i] = marker._replace(pos="ADP", relation="preposition", head=verb.head)
    tokens[verb.i] = verb._replace(head=above.i, relation="conjunct")
    _split_row(tokens, noun, tokens[marker.i])


def _begin_after(tokens: list[Token], noun: Token, marker: Token) -> None:
    """In "a month after Narva, the fleet sailed" it is the fleet that sailed: no main clause opens with a marker."""
    verb = tokens[noun.head]
    doer = next((t for t in below(tokens, noun, "apposition", "conjunct") if t.i < verb.i), None)
    main = verb.relation == "root" and verb.form in DONE and not any(below(tokens, noun, "coordinator"))
    if main and doer is not None and tokens[opening(tokens, doer) - 1].text == "," and noun.pos == "PROPN":
        tokens[marker.i] = marker._replace(pos="ADP", relation="preposition")
        tokens[doer.i] = doer._replace(head=verb.i, relation=noun.relation)
        tokens[noun.i] = noun._replace(head=marker.i, relation="complement")


def open_with_day(tokens: list[Token], marker: Token) -> None:
    """In "held it until on 3 May, after a siege, he gave it up" the day is that of the clause that "until" opens."""
    verb, inner = tokens[marker.head], tokens[min(marker.i + 1, len(tokens) - 1)]
    if marker.relation != "preposition" or inner.head != marker.i or inner.relation != "preposition":
        return
    told = [t for t in tokens if t.head == marker.i and t.i not in (marker.i, inner.i)]
    if told or verb.i > marker.i or not any(_is_dated(tokens, t) for t in below(tokens, inner, "complement")):
        return
    behind = [t for t in tokens[inner.i :] if t.form in FINITE and t.pos == "VERB" and _has_own_doer(tokens, t, inner)]
    done = next((t for t in behind if t.head == verb.i or verb.head == t.i), None)
    if done is None or any(below(tokens, done, "marker")):
        return
    if any(t.pos == "CCONJ" or t.text in _STOPS for t in tokens[marker.i : done.i]):
        return
    if verb.head == done.i:
        if not any(t.i > done.i for t in below(tokens, done, "object", "preposition")):
            return  # "Held it until after 3 May, he said."
        top = verb.i if done.head == done.i else done.head
        tokens[verb.i] = verb._replace(head=top, relation=done.relation)
    tokens[done.i] = done._replace(head=verb.i, relation="adverbial-clause")
    tokens[marker.i] = marker._replace(head=done.i, relation="marker", pos="SCONJ")
    for phrase in (inner, *(t for t in below(tokens, verb, "preposition") if inner.i < t.i < done.i)):
        tokens[phrase.i] = phrase._replace(head=done.i)


def _is_dated(tokens: list[Token], noun: Token) -> bool:
    """Whether a number stands in its phrase, or it is one."""
    return noun.pos == "NUM" or any(below(tokens, noun, "number"))


def _has_own_doer(tokens: list[Token], verb: Token, after: Token) -> bool:
    return any(after.i < t.i < verb.i for t in below(tokens, verb, *SUBJECTS))


def go_with_apposition(tokens: list[Token], preposition: Token) -> None:
    """In "Weiss, mayor of Ulm since 1930, fled" it is mayor that he was since 1930: no comma stands between."""
    noun = tokens[preposition.head]
    if preposition.relation != "preposition" or noun.pos != "PROPN" or preposition.i < noun.i:
        return
    beside = [t for t in below(tokens, noun, "apposition") if noun.i < t.i < preposition.i]
    if beside and all(t.pos != "PUNCT" for t in tokens[beside[-1].i : preposition.i]):
        tokens[preposition.i] = preposition._replace(head=beside[-1].i)


def sum_up(tokens: list[Token], noun: Token) -> None:
    """In "became dean and warden, offices which he kept" he became two things: the row was closed by its "and"."""
    if noun.relation != "conjunct" or noun.form != "plural" or tokens[opening(tokens, noun) - 1].text != ",":
        return
    row, first = tokens[noun.head], opening(tokens, noun)
    closed = [t for t in below(tokens, row, "conjunct") if row.i < t.i < noun.i]
    if not closed or first <= closed[-1].i + 1 or not any(below(tokens, noun, "relative")):
        return
    joined = [t.i for t in tokens[row.i : noun.i] if t.pos == "CCONJ"]
    if joined and joined[-1] < closed[-1].i:
        tokens[noun.i] = noun._replace(relation="apposition")


def name_firm(tokens: list[Token], mark: Token) -> None:
    """In "he joined Hope & Sons" it is one firm that he joined, not Hope and his sons."""
    if mark.text != "&" or not 0 < mark.i < len(tokens) - 1:
        return
    first, last = tokens[mark.i - 1], tokens[mark.i + 1]
    while last.relation == "compound" and last.head > last.i:
        last = tokens[last.head]
    if last.relation != "conjunct" or last.head != first.i or not first.text[:1].isupper():
        return
    top = last.i if first.head == first.i else first.head
    for other in [t for t in tokens if t.head == first.i and t.i not in (first.i, last.i)]:
        tokens[other.i] = other._replace(head=last.i)
    for part in (first, mark):
        tokens[part.i] = part._replace(head=last.i, relation="compound", pos="PROPN")
    tokens[last.i] = last._replace(head=top, relation=first.relation, pos="PROPN")


def join_hyphened(tokens: list[Token], hyphen: Token) -> None:
    """In "they built U-boats" it is boats that they built, not a "U", a "-" and boats; so with "anti-clericalism"."""
    if hyphen.text != "-" or hyphen.i == 0 or hyphen.i + 1 == len(tokens):
        return
    first, last = tokens[hyphen.i - 1], tokens[hyphen.i + 1]
    one_word = first.end == hyphen.start and hyphen.end == last.start
    if one_word and first.head == hyphen.head == last.head and first.relation == last.relation:
        for part in (*below(tokens, first, *BEFORE), first, hyphen):
            tokens[part.i] = part._replace(head=last.i, relation=part.relation if part.head == first.i else "compound")


def name_people(tokens: list[Token], measure: Token) -> None:
    """In "was taken by the British two years later" it is the British: no people stands before what counts years."""
    number, article = next(below(tokens, measure, "number"), None), next(below(tokens, measure, "determiner"), None)
    if measure.measure != "time" or number is None or article is None or not article.i < number.i - 1:
        return
    people, preposition = tokens[article.i + 1], tokens[article.i - 1]
    named = people.head == measure.i and people.relation in BEFORE and people.text[0].isupper()
    if not named or preposition.pos != "ADP" or article.i == 0:
        return
    taken = list(below(tokens, preposition, "complement"))
    if taken not in ([], [measure]):
        return
    if taken:
        tokens[measure.i] = measure._replace(head=preposition.head, relation="time-noun")
    tokens[people.i] = people._replace(head=preposition.i, relation="complement", pos="PROPN")
    tokens[article.i] = article._replace(head=people.i)
