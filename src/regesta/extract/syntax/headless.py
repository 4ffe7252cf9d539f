"""Clauses that the parser left without a verb, or a verb without its doer: it took the one for something else."""

from collections.abc import Sequence

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
from regesta.rules.tokens import roman

_NAMES = ("NOUN", "PROPN")
_CLAUSES = ("adverbial-clause", "content-clause", "parataxis", "conjunct", "coordinator", "punctuation", "adverb")
_STOP = "."


def number_ruler(tokens: list[Token], first: Token) -> None:
    """In "King Muteesa I died in May" it is the first of that name who died, and nobody tells of himself."""
    name = tokens[first.i - 1] if first.i else first
    named = name.pos in _NAMES and name.text[:1].isupper() and name.end + 1 == first.start
    if roman(first.text) != 1 or first.form != "pronoun" or not named:
        return
    verb = tokens[first.head]
    if (name.pos, name.head, name.relation) == ("PROPN", first.i, "compound"):
        tokens[first.i] = first._replace(pos="PROPN", form="")
        return
    if first.relation not in SUBJECTS or verb.i < first.i or not _is_lost(name, verb):
        return
    if name.head == name.i:
        tokens[verb.i] = verb._replace(head=verb.i, relation=name.relation)
        for other in [t for t in tokens if t.head == name.i and t.i not in (name.i, verb.i) and t.i > first.i]:
            tokens[other.i] = other._replace(head=verb.i)
    for part in [t for t in tokens if t.head == name.i and t.i < name.i]:
        tokens[part.i] = part._replace(head=first.i)
    tokens[name.i] = name._replace(pos="PROPN", head=first.i, relation="compound")
    tokens[first.i] = first._replace(pos="PROPN", form="")


def _is_lost(name: Token, verb: Token) -> bool:
    """Whether a name hangs on the verb behind it, which has another subject, or that verb hangs on the name."""
    return name.head == verb.i or (name.head == name.i and verb.head == name.i and verb.relation == "relative")


def go_on_relating(tokens: list[Token], verb: Token) -> None:
    """In "it opened under Lund, who left in May, and who was followed by Vane" it is Lund who was followed."""
    first = tokens[verb.head]
    told = [t for t in below(tokens, verb, *SUBJECTS) if t.form == "relative-pronoun" and t.i < verb.i]
    if verb.relation != "conjunct" or first.relation == "relative" or not told or tokens[told[0].i - 1].pos != "CCONJ":
        return
    between = [t for t in tokens[first.i + 1 : told[0].i] if t.relation == "relative" and t.pos in VERBS]
    if between and any(t.text.lower() == told[0].text.lower() for t in below(tokens, between[-1], *SUBJECTS)):
        tokens[verb.i] = verb._replace(head=between[-1].i)


def stress(tokens: list[Token], pronoun: Token) -> None:
    """In "Otto was himself deposed" it is Otto who was: no verb has a second subject behind its helper.

    But in "Otto had himself crowned king" he has it done, as what he is made stands behind it without an article.
    """
    verb = tokens[pronoun.head]
    if pronoun.form != "pronoun" or pronoun.relation not in SUBJECTS or verb.i < pronoun.i or not pronoun.i:
        return
    if any(t.head != verb.i or t.relation not in HELPERS for t in tokens[pronoun.i + 1 : verb.i]):
        return
    helper = tokens[pronoun.i - 1]
    made = next((t for t in tokens[verb.i + 1 : verb.i + 2] if t.head == verb.i and t.pos == "NOUN"), None)
    if made is not None and made.form != "plural" and helper.relation == "auxiliary":
        return
    first = next((t for t in below(tokens, verb, *SUBJECTS) if t.i < helper.i), None)
    if helper.head == verb.i and helper.relation in HELPERS and first is not None:
        tokens[pronoun.i] = pronoun._replace(relation="adverb")


def finish(tokens: list[Token], noun: Token) -> None:
    """In "The papers, which had been tame, rounded on him." it is what the papers did: there is no other verb."""
    if noun.head != noun.i or noun.pos not in _NAMES or tokens[-1].text != _STOP:
        return
    if any(below(tokens, noun, *SUBJECTS, *HELPERS)):
        return
    verb = _taken_for_participle(tokens, noun)
    if verb is not None:
        _make_verb(tokens, noun, verb, noun)


def free_verb(tokens: list[Token], verb: Token) -> None:
    """In "The Poles retook Smolensk in May." it is the verb: what says when is no part of a name."""
    name = tokens[verb.head]
    if verb.pos != "VERB" or verb.form != "past" or verb.relation != "compound" or name.head != name.i:
        return
    doers = [t for t in tokens[: verb.i] if t.head == verb.i and t.pos in _NAMES]
    if name.pos in VERBS or name.i < verb.i or not doers or any(below(tokens, name, *SUBJECTS, *HELPERS)):
        return
    doer = doers[-1]
    for other in [t for t in tokens if t.head in (verb.i, name.i) and t.i not in (verb.i, name.i, doer.i)]:
        own = other.relation in BEFORE
        if own and other.i < doer.i:
            tokens[other.i] = other._replace(head=doer.i)
        elif not (own and verb.i < other.i < name.i):
            tokens[other.i] = other._replace(head=verb.i)
    tokens[doer.i] = doer._replace(head=verb.i, relation="subject")
    tokens[name.i] = name._replace(head=verb.i, relation="object", pos="PROPN" if name.text.istitle() else name.pos)
    tokens[verb.i] = verb._replace(head=verb.i, relation="root")


def resume(tokens: list[Token], verb: Token) -> None:
    """In "As the duke began the siege, hunger set in." it is hunger that set in, and the siege that he began."""
    if verb.head != verb.i or verb.pos != "VERB" or verb.form != "past" or not any(below(tokens, verb, "marker")):
        return
    for noun in tokens[verb.i + 1 :]:
        told = _taken_for_participle(tokens, noun) if noun.pos in _NAMES else None
        if told is None or told.i != noun.i + 1 or not _is_apart(tokens, noun):
            continue
        _make_verb(tokens, noun, told, verb)
        tokens[verb.i] = verb._replace(head=told.i, relation="adverbial-clause")
        return


def _is_apart(tokens: list[Token], noun: Token) -> bool:
    """Whether a comma stands before a noun that the parser put in a row, or in one phrase, with what is before it."""
    own = [t for t in below(tokens, noun, *BEFORE) if t.i < noun.i]
    if tokens[(own[0].i if own else noun.i) - 1].text == ",":
        return noun.relation in ("conjunct", "apposition", "time-noun")
    comma = next((t.i for t in tokens[own[0].i : noun.i] if t.text == ","), None) if own else None
    before = [t for t in own if comma is not None and t.i < comma]
    if not before or noun.relation != "object" or before[-1].pos not in _NAMES:
        return False
    last = before[-1]
    tokens[last.i] = last._replace(head=noun.head, relation="object")
    for word in before[:-1]:
        tokens[word.i] = word._replace(head=last.i)
    return True


def bring(tokens: list[Token], noun: Token) -> None:
    """In "With the retreat of Lund, Otto and his guard fled." no retreat fled: it is what the preposition brings."""
    verb, opened = tokens[noun.head], opening(tokens, noun)
    before = tokens[max(0, opened - 1)]
    opens = before.pos == "ADP" or (before.relation == "marker" and verb.head == verb.i)
    bare = before.i == 0 and opens and not any(t.head == before.i for t in tokens[1:])
    if noun.relation != "subject" or not bare or before.head != verb.i or not opened:
        return
    inside = tokens[noun.i + 1 : verb.i]
    if inside and inside[-1].text != "," and any(t.text == "," for t in inside):
        tokens[noun.i] = noun._replace(head=before.i, relation="complement")
        tokens[before.i] = before._replace(pos="ADP", relation="preposition")


def give_back(tokens: list[Token], verb: Token) -> None:
    """In "After a raid on Lund, Otto and his guard camped there." it is they who camped, in no row with Lund."""
    parts = (*SUBJECTS, "expletive", "marker")
    if verb.head != verb.i or verb.form not in ("past", "present") or any(below(tokens, verb, *parts)):
        return
    row: list[Token] = []
    noun = _head_of(tokens, tokens[max(0, verb.i - 1)])
    while noun.pos in _NAMES and noun.relation in ("conjunct", "apposition") and noun.head < noun.i < verb.i:
        row.append(noun)
        before = tokens[opening(tokens, noun) - 1]
        if before.text == ",":
            break
        noun = tokens[noun.head] if before.pos == "CCONJ" else verb
    else:
        return
    outside = row[-1].head
    for small in below(tokens, tokens[outside], "coordinator", "punctuation"):
        if row[-1].i < small.i < verb.i:
            tokens[small.i] = small._replace(head=row[-1].i)
    for other in row[:-1]:
        if other.head == outside:
            tokens[other.i] = other._replace(head=row[-1].i)
    tokens[row[-1].i] = row[-1]._replace(head=verb.i, relation="subject")


def begin_clause(tokens: list[Token], verb: Token) -> None:
    """In "He kept the seal and Otto, the dean, was elected" Otto is not kept: no other "and" is before the verb."""
    first = tokens[verb.head]
    if verb.relation != "conjunct" or first.pos != "VERB" or any(below(tokens, verb, *SUBJECTS)):
        return
    start = starting(tokens, verb)
    if tokens[start - 1].text != "," or any(first.i < t.i < verb.i for t in below(tokens, first, "coordinator")):
        return
    for thing in below(tokens, first, "object"):
        for noun in below(tokens, thing, "conjunct"):
            beside = [t for t in below(tokens, noun, "apposition", "relative") if noun.i < t.i < start]
            joined = tokens[opening(tokens, noun) - 1]
            if beside and noun.pos == "PROPN" and joined.pos == "CCONJ" and joined.head == thing.i:
                give_doer(tokens, verb, noun)
                tokens[joined.i] = joined._replace(head=first.i)
                return


def open_next(tokens: list[Token], verb: Token) -> None:
    """In "he died in May, and a week later, while they mourned, Ulm fell" it is a week later that Ulm fell."""
    bears = (verb.i, verb.head) if verb.relation == "conjunct" else (verb.i,)
    joints = (t for t in tokens[verb.i :] if t.relation == "coordinator" and t.head in bears)
    if verb.form not in FINITE or (joint := next(joints, None)) is None:
        return
    second = _next_clause(tokens, verb, joint)
    subject = next((t for t in below(tokens, second, *SUBJECTS) if joint.i < t.i < second.i), None) if second else None
    if second is None or subject is None or any(t.i > joint.i for t in below(tokens, verb, "object")):
        return
    for behind in below(tokens, verb, "adverb", "preposition", "time-noun"):
        if joint.i < behind.i < subject.i:
            tokens[behind.i] = behind._replace(head=second.i)


def _next_clause(tokens: list[Token], verb: Token, joint: Token) -> Token | None:
    """The verb behind a coordinator that goes on from a verb, or has it hang on itself."""
    above = tokens[verb.head]
    if verb.relation in ("content-clause", "parataxis") and above.i > joint.i > verb.i:
        return above
    joined = (t for t in tokens[joint.i :] if joint.i > verb.i and t.relation == "conjunct" and t.pos == "VERB")
    return next((t for t in joined if t.head in (verb.i, verb.head)), None)


def _head_of(tokens: list[Token], last: Token) -> Token:
    """The noun of the phrase that a word ends."""
    while last.relation == "compound" and last.head > last.i:
        last = tokens[last.head]
    return last


def set_apart(tokens: list[Token], verb: Token) -> None:
    """In "Their morale raised, the troops marched on." the morale was raised."""
    if verb.form not in DONE or verb.relation not in ("adverbial-clause", "content-clause", "parataxis"):
        return
    noun = next(below(tokens, verb, "subject"), None)
    bare = not any(below(tokens, verb, *HELPERS, "marker", "object", "content-clause", "open-clause"))
    closed = any(t.text == "," for t in tokens[verb.i + 1 : verb.i + 2])
    if noun is None or not (bare and closed) or noun.i + 1 != verb.i:
        return
    owned = any(t.pos == "PRON" for t in below(tokens, noun, "possessor"))
    if owned and verb.i < tokens[verb.head].i and any(below(tokens, tokens[verb.head], *SUBJECTS)):
        tokens[verb.i] = verb._replace(form="past-participle")
        tokens[noun.i] = noun._replace(relation="passive-subject")


def _taken_for_participle(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The last word behind a noun that reads as a participle of it, if nobody is told to have done it.

    "The king named Otto governor": what is named has been given a name, and no office besides.
    """
    behind = [t for t in below(tokens, noun, "participle", "relative") if t.i > noun.i and t.form in DONE]
    if not behind or any(below(tokens, behind[-1], "agent", *SUBJECTS, *HELPERS)):
        return None
    names = any(below(tokens, behind[-1], "object")) and not any(below(tokens, behind[-1], "predicate"))
    return None if names else behind[-1]


def _make_verb(tokens: list[Token], noun: Token, verb: Token, root: Token) -> None:
    """Makes a participle the verb of the sentence, its noun the subject; the clauses of the old root hang on it."""
    for other in [*below(tokens, root, *_CLAUSES), *below(tokens, noun, *_CLAUSES)]:
        own = root is noun and other.relation not in ("conjunct", "coordinator", "punctuation")
        if (own or other.i > verb.i) and other.i not in (noun.i, verb.i):
            tokens[other.i] = other._replace(head=verb.i)
    tokens[noun.i] = noun._replace(head=verb.i, relation="subject")
    tokens[verb.i] = verb._replace(head=verb.i, relation="root", form="past")


def name_doer(tokens: list[Token], verb: Token) -> None:
    """In "On his return to the capital Otto resigned" and "After the rout, Otto, who was ill, fled" it is Otto who did.

    What the clause opens with is no noun that he stands beside.
    """
    if verb.pos != "VERB" or not is_finite(tokens, verb) or any(below(tokens, verb, *SUBJECTS, "marker", "agent")):
        return
    first = starting(tokens, verb)
    for opened in [t for t in below(tokens, verb, "preposition") if t.i == 0]:
        for name in [t for t in tokens[opened.i : first] if t.pos == "PROPN" and t.relation == "apposition"]:
            start = opening(tokens, name)
            beside = name.i == first - 1 and tokens[start - 1].i == name.head
            commas = (tokens[start - 1].text, tokens[name.i + 1].text, tokens[first - 1].text) == (",", ",", ",")
            if tokens[name.head].pos != "NOUN" or not (beside or (commas and name.i + 1 < first - 1)):
                continue
            give_doer(tokens, verb, name)
            told = tokens[name.i + 2] if commas else name
            clause = tokens[told.head]
            if told.form == "relative-pronoun" and clause.relation == "relative" and told.i < clause.i < first:
                tokens[clause.i] = clause._replace(head=name.i)
            return


def do_of_whose(tokens: list[Token], noun: Token) -> None:
    """In "the Danes besieged Ulm, whose governor, Otto, fled" it is the governor who fled, and not Ulm."""
    owner = tokens[noun.head]
    if noun.relation != "apposition" or noun.i < owner.i:
        return
    if not any(t.form == "relative-pronoun" and t.i == opening(tokens, noun) for t in below(tokens, noun, "possessor")):
        return
    above, word = set[int](), owner
    while word.head not in above:
        word = tokens[word.head]
        above.add(word.i)
    for verb in tokens[noun.i + 1 :]:
        own = [t for t in below(tokens, verb, *SUBJECTS) if t.i != owner.i]
        loose = verb.relation in LOOSE and (verb.head in above or verb.i == owner.head) and verb.form in DONE
        if verb.pos != "VERB" or not loose or own or tokens[verb.i - 1].text != ",":
            continue
        if any(below(tokens, verb, *HELPERS, "marker", "coordinator")):
            return
        if owner.head == verb.i:
            tokens[owner.i] = owner._replace(head=verb.head, relation="object")
        give_doer(tokens, verb, noun)
        tokens[verb.i] = verb._replace(head=owner.i, relation="relative", form="past")
        return


def part_from_time(tokens: list[Token], verb: Token) -> None:
    """In "It was lost in May and Otto, now an old man, resigned" nothing was lost in Otto: it is he who resigned."""
    if verb.relation not in LOOSE or not is_finite(tokens, verb):
        return
    if any(below(tokens, verb, *SUBJECTS, "marker", "agent")):
        return
    first = starting(tokens, verb)
    for name in reversed(tokens[:first]):
        day = tokens[name.head]
        if name.pos != "PROPN" or name.relation != "conjunct" or day.measure != "time" or name.measure:
            continue
        joined = tokens[opening(tokens, name) - 1]
        commas = (tokens[name.i + 1].text, tokens[first - 1].text)
        if joined.pos != "CCONJ" or joined.i < day.i or (first > name.i + 1 and commas != (",", ",")):
            continue
        tokens[joined.i] = joined._replace(head=verb.head)
        for told in tokens[name.i + 1 : first]:
            if told.head == day.i:
                tokens[told.i] = told._replace(head=name.i)
        give_doer(tokens, verb, name)
        return


def join_title(tokens: list[Token], noun: Token) -> None:
    """In "was elected lord mayor" she is one thing, and not lord and mayor."""
    first = tokens[max(0, noun.i - 1)]
    both = first.relation == noun.relation == "predicate" and first.head == noun.head and noun.pos == "NOUN"
    if both and first.pos in ("NOUN", "PROPN") and not any(below(tokens, first, *BEFORE)):
        tokens[first.i] = first._replace(head=noun.i, relation="compound")
