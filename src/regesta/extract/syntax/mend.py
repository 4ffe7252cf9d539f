"""What no grammar allows, and what the parser often gets wrong about rows of names and of clauses: put right in a tree.

A mend goes by where the words stand, never by what they are.
"""

from typing import Any

from regesta.extract.syntax import headless, participles, parts, predicates, rows, semicolons
from regesta.extract.syntax.beneath import (
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

_OF_PHRASE = ("compound", "complement", "preposition", "case", "number")
_NOUNS = ("NOUN", "PROPN", "PRON")
_PART_OF_NAME = ("compound", "modifier")
_SET_OFF = 2
"""How many words before what stands beside it a noun ends: there is a comma between."""


def mend(tokens: list[Token]) -> tuple[Token, ...]:
    """The words of a sentence, some under another head; the words themselves stay."""
    draft = _Draft(tokens)
    kept = list(tokens)
    for step in _STEPS:
        for i in range(len(draft)):
            step(draft, draft[i])
            if draft.changed:
                if not _is_tree(draft):
                    draft[:] = kept
                kept, draft.changed = list(draft), False
    return tuple(draft)


class _Draft(list[Token]):
    """Words that know whether one was put in the place of another."""

    changed = False

    def __setitem__(self, at: Any, words: Any) -> None:
        super().__setitem__(at, words)
        self.changed = True


def _is_tree(tokens: list[Token]) -> bool:
    """Whether every word leads up to one that depends on no other: a mend that goes in a circle is none."""
    safe: set[int] = set()
    for token in tokens:
        line: set[int] = set()
        while token.i not in safe and token.head != token.i:
            if token.i in line:
                return False
            line.add(token.i)
            token = tokens[token.head]  # noqa: PLW2901 - up the line
        safe |= line | {token.i}
    return True


def _lift_off_mark(tokens: list[Token], token: Token) -> None:
    """No word hangs on a comma, nor behind a phrase on its preposition: it hangs on what bears these."""
    above = tokens[token.head]
    while above.pos == "PUNCT" and above.head != above.i:
        above = tokens[above.head]
    if token.relation == above.relation == "preposition":
        # "Under Russian control since 1898": what comes behind a whole phrase hangs on its noun.
        above = next((t for t in below(tokens, above, "complement") if t.i < token.i), above)
    if above.i not in (token.i, token.head):
        tokens[token.i] = token._replace(head=above.i)


def _mend_phrase(tokens: list[Token], token: Token) -> None:
    """Puts right what a preposition brings, or hangs on."""
    if token.pos != "ADP":
        return
    _give_complement(tokens, token)
    if token.relation == "conjunct":
        _join_behind_phrase(tokens, token)


def _give_complement(tokens: list[Token], preposition: Token) -> None:
    """In "on February 4, Danish and Swedish envoys met" no envoy is of that day: it is when they met."""
    if preposition.i + 1 >= len(tokens) or any(below(tokens, preposition, "complement", "preposition")):
        return
    name = tokens[preposition.i + 1]
    mark = next((t for t in tokens[name.i + 1 : name.head] if t.text == ","), None)
    if name.pos != "PROPN" or name.relation not in _PART_OF_NAME or mark is None:
        return
    if any(t.head != name.i for t in tokens[name.i + 1 : mark.i]):
        return
    for behind in [t for t in tokens[mark.i :] if t.head == name.i]:
        tokens[behind.i] = behind._replace(head=name.head, relation=name.relation)
    tokens[name.i] = name._replace(head=preposition.i, relation="complement")


def _join_behind_phrase(tokens: list[Token], preposition: Token) -> None:
    """In "they took the fort and with other troops marched on" it is they who marched, not the other troops."""
    first = tokens[preposition.head]
    if first.form not in FINITE or not any(below(tokens, first, *SUBJECTS)):
        return
    for verb in tokens[preposition.i + 1 :]:
        if verb.relation != "participle" or verb.form != "past-participle" or any(below(tokens, verb, "agent")):
            continue
        above = tokens[verb.head]
        while above.relation in _OF_PHRASE and above.head not in (above.i, preposition.i):
            above = tokens[above.head]
        if above.head == preposition.i and tokens[verb.i - 1].i == verb.head:
            tokens[preposition.i] = preposition._replace(head=verb.i, relation="preposition")
            tokens[verb.i] = verb._replace(head=first.i, relation="conjunct", form=first.form)
            return


def _mend_name(tokens: list[Token], token: Token) -> None:
    """Puts right what hangs on a noun or a name."""
    if token.form == "past" and token.relation == "adverbial-clause":
        _reduce(tokens, token)
    elif token.form == "past" and token.relation == "participle":
        if not any(below(tokens, token, *SUBJECTS, "object")):
            tokens[token.i] = token._replace(form="past-participle")
    elif token.form == "relative-pronoun" and (opener := _as_subject(tokens, token)) is not None:
        verb = tokens[opener.head]
        _relate(tokens, tokens[verb.head] if verb.relation in HELPERS else verb, tokens[opening(tokens, opener)])
    elif token.relation in ("conjunct", "apposition") and token.pos == "PROPN":
        _name_office(tokens, token)


def _mend_row(tokens: list[Token], token: Token) -> None:
    """Puts right which row a noun stands in, or whose subject it is."""
    if token.form == "past-participle" and token.relation == "modifier":
        parts.raise_participle(tokens, token)
    elif token.form in FINITE or token.form == "past-participle":
        _give_subject(tokens, token)
    elif token.form == "present-participle" and token.relation == "subject":
        _free_subject(tokens, token)
    elif token.pos == "PROPN" and token.relation == "complement":
        _go_on_row(tokens, token)
    elif token.relation == "object" and token.head == token.i - 1:
        predicates.make_predicate(tokens, token)


def _join_finite(tokens: list[Token], verb: Token) -> None:
    """In "they refused to submit and held out", "held" goes on with "refused", not with the infinitive.

    So in "he had himself elected and was crowned", "the duke had the envoy killed and fled".
    """
    above = tokens[verb.head]
    own = above.form != "infinitive" and any(below(tokens, verb, *SUBJECTS))
    finite = (verb.form in FINITE and not own) or any(t.form in FINITE for t in below(tokens, verb, *HELPERS))
    if verb.relation != "conjunct" or not finite or not _is_nonfinite(tokens, above):
        return
    while above.head != above.i and not (above.pos == "VERB" and above.form in FINITE):
        above = tokens[above.head]
    if above.form not in FINITE or above.i > verb.i:
        return
    bare = verb.form == "past" and verb.text.lower() == verb.lemma
    if bare or (above.form, verb.form) == ("past", "present"):
        # "Their aims were to take Lund, put out the fire and leave": the parser's word for it is wrong.
        tokens[verb.i] = verb._replace(form="infinitive")
    else:
        tokens[verb.i] = verb._replace(head=above.i)


def _hang_by_marker(tokens: list[Token], verb: Token) -> None:
    """In "it was begun, two years after the act had passed" the passing is in no row: its marker has it hang."""
    first = tokens[verb.head]
    marker = next((t for t in below(tokens, verb, "marker") if t.i < verb.i), None)
    if verb.relation != "conjunct" or verb.pos not in VERBS or marker is None or first.i > verb.i:
        return
    joined = any(t.relation == "coordinator" for t in tokens[first.i : marker.i])
    if first.pos in VERBS and not joined and not any(below(tokens, first, "marker")):
        tokens[verb.i] = verb._replace(relation="adverbial-clause")


def _is_nonfinite(tokens: list[Token], verb: Token) -> bool:
    """Whether it is an infinitive, or what somebody has done to somebody: "had himself elected"."""
    caused = verb.form == "past-participle" and verb.relation == "content-clause"
    return verb.form == "infinitive" or (caused and not any(below(tokens, verb, *HELPERS)))


def _hang_on_verb(tokens: list[Token], subject: Token) -> None:
    """In "the fire had, indeed, ruined Ulm" the fire is the subject of "ruined", not of "had"."""
    helper = tokens[subject.head]
    if subject.relation in SUBJECTS and helper.relation in HELPERS:
        tokens[subject.i] = subject._replace(head=helper.head)


def _give_subject(tokens: list[Token], verb: Token) -> None:
    """In "it was signed by the duke and Venice joined the war" it is Venice that joined: it did not sign."""
    if verb.relation not in LOOSE:
        return
    first = starting(tokens, verb)
    if not is_finite(tokens, verb) or any(below(tokens, verb, *SUBJECTS, "marker")):
        return
    if first == verb.i and any(below(tokens, verb, "agent")):
        return
    before = first - 1
    while before > 0 and tokens[before].relation == "adverb" and tokens[before].head == verb.i:
        before -= 1
    noun = _in_row(tokens, tokens[before]) if before > 0 else None
    if noun is None or tokens[verb.head].i >= noun.i:
        return
    above = tokens[verb.head]
    while above.pos not in VERBS and above.head != above.i:
        above = tokens[above.head]
    give_doer(tokens, verb, noun)
    tokens[verb.i] = verb._replace(head=above.i, relation="conjunct")


def _in_row(tokens: list[Token], last: Token) -> Token | None:
    """The noun that ends with a word, where it is joined by "and" to a noun before."""
    noun, above = last, tokens[last.head]
    while noun.relation in _OF_PHRASE and above.i < last.i + 1 and noun.head != noun.i:
        noun, above = above, tokens[above.head]
    joined = noun.relation == "conjunct" and above.pos in _NOUNS and noun.pos in _NOUNS and above.i < noun.i
    joined = joined and above.relation not in SUBJECTS
    opened = opening(tokens, noun)
    return noun if joined and opened > 0 and tokens[opened - 1].pos == "CCONJ" else None


def _free_subject(tokens: list[Token], gerund: Token) -> None:
    """In "leaving the fort, the duke, by now weak, went home" it is the duke that went home."""
    verb = tokens[gerund.head]
    for noun in below(tokens, gerund, "object", "apposition", "conjunct", "subject"):
        opened = opening(tokens, noun)
        if gerund.i < opened and tokens[opened - 1].text == "," and noun.i < verb.i and noun.pos in _NOUNS:
            tokens[noun.i] = noun._replace(head=verb.i, relation="subject")
            tokens[gerund.i] = gerund._replace(relation="adverbial-clause")
            return


def _go_on_row(tokens: list[Token], first: Token) -> None:
    """In "prefects in Lyon, Brest and Nice fled" the towns are one row; none of them stands beside the prefects."""
    preposition = tokens[first.head]
    noun = tokens[preposition.head]
    if preposition.relation != "preposition" or noun.pos != "NOUN" or first.pos != "PROPN":
        return
    beside = [*below(tokens, first, "apposition", "conjunct"), *below(tokens, noun, "apposition", "conjunct")]
    row = sorted(t for t in beside if t.i > first.i and t.pos == "PROPN")
    if len(row) > 1 and row[-1].relation == "conjunct":
        for name in row:
            tokens[name.i] = name._replace(head=first.i, relation="conjunct")
        for small in below(tokens, noun, "coordinator", "punctuation"):
            if first.i < small.i < row[-1].i:
                tokens[small.i] = small._replace(head=first.i)


def _reduce(tokens: list[Token], verb: Token) -> None:
    """In "they fought the troops backed by a fleet" the troops are backed: what is done "by" somebody is passive."""
    noun = tokens[verb.i - 1]
    alone = not any(below(tokens, verb, *SUBJECTS, *HELPERS, "object", "marker"))
    if verb.i and alone and noun.pos in ("NOUN", "PROPN") and any(below(tokens, verb, "agent")):
        tokens[verb.i] = verb._replace(head=noun.i, relation="participle", form="past-participle")


def _as_subject(tokens: list[Token], pronoun: Token) -> Token | None:
    """The subject that a relative pronoun is, or stands in: "the latter of whom fled"."""
    of = tokens[pronoun.head]
    whole = tokens[of.head] if pronoun.relation == "complement" and of.relation == "preposition" else pronoun
    return whole if whole.relation in SUBJECTS and whole.i <= pronoun.i else None


def _relate(tokens: list[Token], verb: Token, pronoun: Token) -> None:
    """In "on the orders of the king, Wei, who was hanged" it is Wei who was hanged."""
    before = pronoun.i - 2
    if verb.relation in ("relative", "root") or before < 0 or tokens[pronoun.i - 1].text != ",":
        return
    name = tokens[before]
    while name.relation in _PART_OF_NAME and name.head != name.i:
        name = tokens[name.head]
    if tokens[before].pos == "PROPN" and name.pos == "PROPN" and name.i < pronoun.i and name.i != verb.i:
        tokens[verb.i] = verb._replace(head=name.i, relation="relative")


def _name_office(tokens: list[Token], name: Token) -> None:
    """In "the governor of Cordova, Luis Vega, fled" the name is the governor's, not in a list with the city's.

    "In favour of his son, Milan" it is the son's: no favour is called so.
    """
    place = tokens[name.head]
    preposition = tokens[place.head]
    noun = tokens[preposition.head]
    if place.relation != "complement" or preposition.relation != "preposition" or noun.pos != "NOUN":
        return
    if place.pos == "NOUN" and not any(below(tokens, noun, "determiner", "possessor")):
        return
    first = min([name.i, *(t.i for t in below(tokens, name, "compound"))])
    listed = any(t.pos == "CCONJ" and t.head in (place.i, name.i) for t in tokens)
    listed = listed or any(below(tokens, name, "conjunct"))
    closed = name.i + 1 < len(tokens) and tokens[name.i + 1].text == ","
    if tokens[first - 1].text == "," and closed and not listed and noun.i < place.i < first:
        tokens[name.i] = name._replace(head=noun.i, relation="apposition")


def _close_apposition(tokens: list[Token], noun: Token) -> None:
    """In "he had the county, a foothold in the south, from the duke" it is from the duke that he had it."""
    if noun.relation not in ("object", "apposition"):
        return
    opened = opening(tokens, noun)
    behind = [t for t in below(tokens, noun, "preposition") if t.i > noun.i]
    closed = next((t.i for t in behind if tokens[t.i - 1].text == ","), None)
    if opened < _SET_OFF or closed is None:
        return
    first = tokens[opened - _SET_OFF]
    while first.relation in _OF_PHRASE and first.head != first.i:
        first = tokens[first.head]
    if tokens[opened - 1].text != "," or first.relation != "object" or any(below(tokens, noun, "coordinator")):
        return
    for preposition in behind:
        if preposition.i >= closed:
            tokens[preposition.i] = preposition._replace(head=first.head)
    tokens[noun.i] = noun._replace(head=first.i, relation="apposition")


_STEPS = (
    semicolons.part_sides,
    headless.number_ruler,
    headless.stress,
    headless.go_on_relating,
    parts.name_firm,
    parts.name_deed,
    parts.name_people,
    parts.join_aim,
    parts.free_doer,
    parts.count,
    parts.swap,
    parts.lend,
    headless.free_verb,
    headless.finish,
    headless.bring,
    headless.give_back,
    headless.resume,
    headless.set_apart,
    headless.do_of_whose,
    headless.begin_clause,
    headless.part_from_time,
    participles.cause,
    participles.put_condition,
    parts.open_with_day,
    parts.sum_up,
    _hang_by_marker,
    _join_finite,
    headless.open_next,
    parts.share_voice,
    participles.share_passive,
    participles.join_gerund,
    participles.do_both,
    participles.set_off_participle,
    participles.set_off_verb,
    participles.reduce_before_verb,
    participles.reduce_behind_noun,
    participles.tell_before_noun,
    participles.open_with_participle,
    participles.open_with_quality,
    participles.tell_of_coming,
    participles.tell_of_subject,
    participles.go_on_with_gerunds,
    participles.leave_quotation,
    _lift_off_mark,
    parts.go_with_apposition,
    parts.join_hyphened,
    _hang_on_verb,
    parts.part_from,
    rows.open_with_phrase,
    rows.name_whom,
    rows.end_in_general,
    rows.have_made,
    rows.make_before,
    predicates.say_of,
    predicates.say_of_oneself,
    predicates.be_no_longer,
    predicates.say_whose,
    predicates.say_that,
    predicates.tell_within,
    predicates.name_by_trade,
    rows.make_next,
    rows.share_out,
    parts.complete,
    parts.place,
    _mend_phrase,
    _mend_row,
    _mend_name,
    _close_apposition,
    headless.join_title,
    headless.name_doer,
)
