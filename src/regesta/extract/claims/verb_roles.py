"""Who took part in what a verb tells: its subject, its objects, its agent, and what hangs on them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from regesta.extract.claims.bound import bound_by_prepositions, deed_behind
from regesta.extract.claims.casting import ACTOR, OFFICE, PLACE, TARGET, Casting, Filler
from regesta.extract.claims.clauses import (
    NOUNS,
    SUBJECTS,
    Grammar,
    hidden_agents,
    is_beside,
    members,
    possessors,
    shared_agents,
    subjects,
)
from regesta.extract.claims.company import beside_object, beside_subject
from regesta.extract.claims.doers import doers, is_means, is_set_against, leaders
from regesta.extract.claims.objects import objects
from regesta.extract.claims.phrases import given_offices, is_given
from regesta.extract.claims.predicated import joined_to, whole_of
from regesta.extract.claims.senses import bound_noun, people_said, second_verbs, senses_of
from regesta.extract.claims.triggers import Trigger
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree

JOINED = "joined"
"""Rule of two parties where a hyphen joins one to what was done: "Genoese-held Corsica"."""
STEAD, SOURCE, RECIPIENT = "stead", "source", "recipient"
_TENSED = ("modal", "past", "present")
"""Forms of a helping verb by which a clause has a tense of its own."""
_MAKING = "making"
"""The family of what makes things."""
_POWER = "power"
"""The family of what goes from hand to hand."""
_RELATIVE = "relative"
_NAMES = ("NOUN", "PROPN")
_SAYING_MORE = ("preposition", "predicate", "open-clause", "content-clause")
_HELPERS = ("auxiliary", "passive-auxiliary")


def of_verb(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Who did it, what it was done to, and who is bound to it by prepositions."""
    grammar, verb = casting.grammar, trigger.token
    doer = joined_to(tree, verb)
    if doer is not None:
        yield from (Filler(ACTOR, doer, JOINED), *(Filler(TARGET, t, JOINED) for t in members(tree, tree.head(verb))))
        return
    subject, done_to = _parties(tree, trigger, casting)
    alone = trigger.sense is not None and trigger.sense.alone
    done_to = [t for t in done_to if not alone and not _is_owned(tree, trigger, t, grammar)]
    done_to = [t for t in done_to if not _is_made_so(tree, trigger, t)]
    yield from _by_subject(tree, trigger, subject, done_to, casting)
    behind = [
        *bound_by_prepositions(tree, trigger, verb, casting),
        *_bound_behind_objects(tree, trigger, done_to, casting),
        *_behind_bound_noun(tree, trigger, casting),
    ]
    yield from _given_offices(tree, verb, done_to, grammar)
    done_to = [t for t in done_to if not _is_told_twice(tree, verb, t, grammar)]
    done_to = [t for t in done_to if not is_set_against(tree, t, verb, casting)]
    rule = (trigger.sense.handed if trigger.sense is not None else "") or "object"
    yield from (Filler(TARGET, t, rule) for t in done_to if not _is_carried(trigger, t, behind, casting))
    given = (t for r in tree.below(verb, "recipient") if r.pos in NOUNS for t in members(tree, r))
    yield from (Filler(TARGET, t, "recipient") for t in given)
    yield from (Filler(TARGET, t, "predicate") for t in _predicated(tree, trigger))
    yield from _people(tree, trigger, grammar)
    yield from behind
    yield from _in_stead(tree, trigger, casting)
    yield from (f for f in _in_favour(tree, trigger, casting) if all(f.token.i != b.token.i for b in behind))
    yield from _coercers(tree, trigger, behind, casting)
    if not done_to and not trigger.passive:
        yield from _content(tree, verb, casting)
        yield from deed_behind(tree, trigger, casting)


def _is_made_so(tree: Tree, trigger: Trigger, noun: Token) -> bool:
    """Whether the noun of a verb is what somebody else becomes by it: "took him prisoner", not "took prisoners"."""
    sense = trigger.sense
    if sense is None or not sense.object_noun or tree.first(trigger.token, "recipient") is None:
        return False
    return bound_noun(tree, trigger.token, sense.object_noun) == noun


def _in_favour(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Who comes after somebody who leaves: "gave up the see in 1750 in favour of Karl"."""
    kind, words = casting.types.get(trigger.type), casting.lexicon.roles
    if kind is None or not kind.ends_term:
        return
    for preposition in tree.below(trigger.token, "preposition"):
        for favour in tree.below(preposition, "complement"):
            if favour.lemma in words.offices["favour"]:
                behind = tree.tokens[favour.i + 1 : favour.i + 2]
                of = [
                    p for p in behind if p.lemma in words.prepositions["of"] and p.head in (favour.i, trigger.token.i)
                ]
                named = (m for p in of for t in tree.below(p, "complement") for m in members(tree, t))
                yield from (Filler(RECIPIENT, t, f"{preposition.lemma}-{favour.lemma}-of-phrase") for t in named)


def _in_stead(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Whoever had the office before: Grant, for "was named governor in Grant's stead", "in place of Grant"."""
    words, kind = casting.lexicon.roles, casting.types.get(trigger.type)
    if kind is None or not kind.roles or OFFICE not in kind.roles or SOURCE not in kind.roles:
        return
    bearers = (trigger.token, *tree.below(trigger.token, "object", "predicate"))
    for preposition in (p for t in bearers for p in tree.below(t, "preposition")):
        if preposition.lemma in words.offices["behind"]:
            for noun in tree.below(preposition, "complement"):
                if noun.lemma in words.offices["stead"]:
                    whose = possessors(tree, noun) or whole_of(tree, noun, words.offices["stead_of"])
                    yield from (Filler(TARGET, t, STEAD) for t in whose)
    for noun in _successors(tree, trigger.token, casting):
        whose = possessors(tree, noun) or whole_of(tree, noun, words.prepositions["of"])
        yield from (Filler(TARGET, t, STEAD) for t in whose)
    for task in tree.below(trigger.token, "open-clause", "adverbial-clause", "content-clause"):
        if task.form == "infinitive":
            yield from _by_task(tree, task, casting)


def _by_task(tree: Tree, task: Token, casting: Casting) -> Iterator[Filler]:
    """Whose office, or which, somebody is chosen for: "to succeed Grant as mayor", "to be mayor"."""
    words, kind_of = casting.lexicon.roles.offices, casting.grammar.kind_of
    done_to = list(tree.below(task, "object"))
    if task.lemma in words["succeeds"]:
        yield from (Filler(TARGET, t, STEAD) for t in done_to)
    elif task.lemma in words["fills"]:
        yield from (Filler(TARGET, t, "object") for t in done_to if kind_of(t) == OFFICE)
    elif task.pos == "AUX":
        yield from (Filler(TARGET, t, "predicate") for t in tree.below(task, "predicate") if kind_of(t) == OFFICE)
    behind = (t for p in tree.below(task, "preposition") if p.lemma in words["as"] for t in tree.below(p, "complement"))
    yield from (Filler(TARGET, t, "as-phrase") for t in behind if kind_of(t) == OFFICE)


def _successors(tree: Tree, verb: Token, casting: Casting) -> list[Token]:
    """The "successor" of "was chosen as his successor"."""
    words = casting.lexicon.roles.offices
    behind = (t for p in tree.below(verb, "preposition") if p.lemma in words["as"] for t in tree.below(p, "complement"))
    said = (*tree.below(verb, "object", "predicate", "content-clause"), *behind)
    return [t for t in said if t.lemma in words["successor"]]


def _coercers(tree: Tree, trigger: Trigger, behind: Sequence[Filler], casting: Casting) -> Iterator[Filler]:
    """To whom it is given up where nobody else is named: the Danes, for "the Danes forced Lund to surrender"."""
    kind, above = casting.types.get(trigger.type), tree.head(trigger.token)
    # Who forces others to march off has not yet got the town.
    given_up = kind is not None and kind.family == _POWER and RECIPIENT in kind.roles
    if not given_up or above.lemma not in casting.lexicon.coercive_verbs:
        return
    if trigger.token.form == "infinitive" and not any(f.role == TARGET for f in behind):
        forcing = shared_agents(tree, above) if is_passive(tree, above) else subjects(tree, above, casting.grammar)
        able = casting.grammar.able(forcing)
        yield from (Filler(RECIPIENT, t, "coercer") for t in able if t.lemma not in casting.lexicon.nouns)


def _parties(tree: Tree, trigger: Trigger, casting: Casting) -> tuple[list[Token], list[Token]]:
    """Its subjects and its objects, each with those that are told beside them."""
    verb = trigger.token
    if signed := _of_gerund(tree, verb, casting):
        return possessors(tree, verb), signed
    done_to = objects(tree, verb)
    if _is_of_next(tree, verb, done_to, casting):
        done_to = []
    done_to = done_to or _through_second(tree, trigger) or _left_out(tree, verb)
    subject = subjects(tree, verb, casting.grammar)
    subject = _thing_made(tree, trigger, subject, casting) or subject
    subject = [*subject, *beside_subject(tree, verb, subject, casting)]
    beside = beside_object(tree, verb, done_to, casting)
    return ([*subject, *beside], done_to) if trigger.passive else (subject, [*done_to, *beside])


def _thing_made(tree: Tree, trigger: Trigger, subject: Sequence[Token], casting: Casting) -> list[Token]:
    """The Academy, for "he became head of the Academy, founded in 1920": nobody founds or builds a person."""
    verb, kind = trigger.token, casting.types.get(trigger.type)
    makes = kind is not None and (kind.sets_up or kind.family == _MAKING)
    if not makes or not trigger.passive or tree.first(verb, *SUBJECTS, *_HELPERS) is not None:
        return []
    names = casting.names
    if (
        not subject
        or any(names.kind(t) not in ("person", OFFICE) for t in subject)
        or tree.tokens[verb.i - 1].text != ","
    ):
        return []
    made: list[Token] = []
    noun = tree.tokens[verb.i - 2]
    while noun.pos in _NAMES and names.kind(noun) not in ("person", OFFICE):
        made = [noun]
        of = tree.head(noun)
        if noun.relation != "complement" or of.lemma not in casting.lexicon.roles.prepositions["of"]:
            break
        noun = tree.head(of)
    return made


def _is_of_next(tree: Tree, verb: Token, done_to: Sequence[Token], casting: Casting) -> bool:
    """Whether only the next verb is done to it: "they met and signed the pact", "attacked but suffered losses"."""
    words, theirs = casting.lexicon.roles.doing, [(t, tree.head(t)) for t in done_to[:1] if t.head != verb.i]
    if not theirs or verb.lemma in words["alone"]:
        return bool(theirs)
    noun, other = theirs[0]
    article = tree.first(noun, "determiner")
    new = article is not None and article.lemma in casting.grammar.words.indefinite
    new = new and bool(senses_of(casting.lexicon.nouns, noun.lemma))
    # "They refused and made a counter-offer", not "planned and launched an attack".
    made = new and other.lemma in casting.lexicon.light_verbs and verb.lemma not in words["verbs"]
    return made or other.lemma in words["suffering"]


def _of_gerund(tree: Tree, verb: Token, casting: Casting) -> list[Token]:
    """The treaty, for "until signing of the treaty": a noun in all but its form, which nobody is the subject of."""
    if verb.form != "present-participle" or tree.first(verb, "object", "auxiliary", *SUBJECTS) is not None:
        return []
    behind = tree.tokens[verb.i + 1 : verb.i + 2]
    whole = any(t.head == verb.i and t.lemma in casting.lexicon.roles.prepositions["of"] for t in behind)
    return whole_of(tree, verb, casting.lexicon.roles.prepositions["of"]) if whole else []


def _by_subject(
    tree: Tree, trigger: Trigger, subject: list[Token], done_to: list[Token], casting: Casting
) -> Iterator[Filler]:
    """Who did it or underwent it, by the voice of the verb; in the passive with whoever is behind its "by"."""
    verb, sense = trigger.token, trigger.sense
    if trigger.passive:
        kind = casting.types.get(trigger.type)
        # "The Danes were given Lund": to them.
        given = bool(done_to) and kind is not None and RECIPIENT in kind.roles
        rule = (sense.handed if sense else "") or (RECIPIENT if given else "passive-subject")
        yield from (Filler(sense.subject_passive if sense else TARGET, t, rule) for t in subject)
        doing = shared_agents(tree, verb) or hidden_agents(tree, verb, casting.grammar)
        doing = doing or _causing(tree, verb, casting.grammar)
        taken = kind is not None and kind.family == _POWER and kind.place_matters
        yield from (Filler(ACTOR, t, "agent") for t in doing if not is_means(tree, t, casting, taken=taken))
        yield from (f for t in doing for f in leaders(tree, t, casting))
        return
    subject = [t for t in subject if not _only_fell(tree, verb, t, casting)]
    undergoes = not done_to and _is_undergone(tree, trigger, casting)
    subject = subject if undergoes else [d for t in subject for d in doers(tree, t, casting)]
    yield from (Filler(TARGET if undergoes else ACTOR, t, "subject") for t in subject)
    yield from (f for t in subject if not undergoes for f in leaders(tree, t, casting))


def _only_fell(tree: Tree, verb: Token, place: Token, casting: Casting) -> bool:
    """Whether something befell a place, from which the rest came: "Ulm fell, ending the war"."""
    above = tree.head(verb)
    if verb.relation != "adverbial-clause" or verb.form != "present-participle" or casting.names.kind(place) != PLACE:
        return False
    befalls = any(s.subject_intransitive == TARGET for s in casting.lexicon.verbs.get(above.lemma, ()))
    return befalls and place.head == above.i and tree.first(above, "object") is None


def _causing(tree: Tree, verb: Token, grammar: Grammar) -> list[Token]:
    """The duke, for "the duke had the envoy killed"; nobody, for "the duke had 300 men killed"."""
    above = tree.head(verb)
    if verb.relation != "content-clause" or verb.form != "past-participle" or tree.first(verb, *_HELPERS) is not None:
        return []
    words = grammar.words.doing
    counted = any(tree.first(t, "number") is not None for t in subjects(tree, verb, grammar))
    if above.lemma not in words["causing"] or (counted and verb.lemma in words["losing"]):
        return []
    return subjects(tree, above, grammar)


def _predicated(tree: Tree, trigger: Trigger) -> Iterator[Token]:
    """What the subject or object is said to be: the king, for "made him king"."""
    verb, sense = trigger.token, trigger.sense
    if sense is not None and sense.people:
        return
    bound = bound_noun(tree, verb, sense.object_noun) if sense is not None and sense.object_noun else None
    own = (bound.i, bound.head) if bound is not None else ()
    links = [verb, *(t for t in second_verbs(tree, verb, sense) if t.pos == "AUX")] if sense is not None else [verb]
    for said in (t for link in links for t in tree.below(link, "predicate")):
        if said.pos in ("NOUN", "PROPN") and said.i not in own:
            yield from members(tree, said)


def _people(tree: Tree, trigger: Trigger, grammar: Grammar) -> Iterator[Filler]:
    """The Danes, for "remained Danish"."""
    sense = trigger.sense
    said = people_said(tree, trigger.token, grammar) if sense is not None and sense.people else None
    if sense is not None and said is not None:
        yield Filler(sense.people, said, "owner")


def _given_offices(tree: Tree, verb: Token, done_to: list[Token], grammar: Grammar) -> Iterator[Filler]:
    """Louis and king, for "made his brother Louis king"."""
    for given, office in _all_given(tree, verb, done_to, grammar):
        yield from (Filler(TARGET, given, "object"), Filler(TARGET, office, "predicate"))


def _all_given(tree: Tree, verb: Token, done_to: list[Token], grammar: Grammar) -> list[tuple[Token, Token]]:
    told = (*done_to, *tree.below(verb, "predicate"))
    pairs = [pair for t in told for pair in given_offices(tree, t, grammar)]
    return pairs or [(named, office) for named, office in pairwise(done_to) if is_given(tree, named, office, grammar)]


def _is_told_twice(tree: Tree, verb: Token, done_to: Token, grammar: Grammar) -> bool:
    """Whether an object stands for who is given an office, or for the office: "named the lawyer Vane premier"."""
    for given, office in _all_given(tree, verb, objects(tree, verb), grammar):
        between = tree.tokens[done_to.i + 1 : given.i]
        if done_to in (given, office) or (done_to.i < given.i and all(t.pos == "PROPN" for t in between)):
            return True
    return bool(given_offices(tree, done_to, grammar))


def _behind_bound_noun(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Rouen, for "took control of Rouen" and "laid siege to Rouen"; the Genoese, for "remained in Genoese hands"."""
    sense = trigger.sense
    noun = bound_noun(tree, trigger.token, sense.object_noun) if sense is not None and sense.object_noun else None
    if sense is None or noun is None:
        return
    if sense.kept and noun.relation == "complement" and tree.first(noun, "preposition") is None:
        yield Filler(TARGET, noun, "object")
    if sense.owner:
        named = [t for t in tree.below(noun, "modifier", "compound") if t.text[0].isupper()]
        yield from (Filler(sense.owner, t, "owner") for t in (*possessors(tree, noun), *named))
    light = not sense.kept and (noun.lemma in casting.lexicon.nouns or noun.end == trigger.span.end)
    # "Deposed in favour of Karl": Karl is told of otherwise than who is deposed.
    lead = f"{tree.head(noun).lemma}-{noun.lemma}-" if noun.relation == "complement" else ""
    for preposition in tree.below(noun, "preposition"):
        of = light and preposition.lemma in casting.lexicon.roles.prepositions["of"]
        role = sense.prepositions.get(preposition.lemma, TARGET if of else None)
        for filled in tree.below(preposition, "complement"):
            if role is not None and filled.pos in NOUNS:
                yield from (Filler(role, t, f"{lead}{preposition.lemma}-phrase") for t in members(tree, filled))


def _bound_behind_objects(tree: Tree, trigger: Trigger, done_to: Sequence[Token], casting: Casting) -> Iterator[Filler]:
    """Whom a town was taken from, where that hangs on the town; the duke, for "roused men against the duke".

    Or who was given a see, where that hangs on its town: "conferred the see of Lund on Otto".
    """
    sense, words = trigger.sense, casting.lexicon.roles.prepositions
    yield from _left_by_force(tree, trigger, done_to, casting)
    bound = {p for p, role in sense.prepositions.items() if role == TARGET} if sense is not None else set[str]()
    for noun in done_to:
        kind = casting.names.kind(noun)
        told = noun.lemma in casting.lexicon.nouns or noun.lemma in casting.grammar.words.intentions
        # "Invaded Norway in Operation Weser."
        within = words["location"] & casting.lexicon.roles.order["during"]
        wanted = bound - words["of"] - within if kind in (PLACE, OFFICE) else set[str]()
        wanted |= set[str]() if told else words["opposed"]
        over = whole_of(tree, noun, words["of"]) if kind in (PLACE, OFFICE) else []
        for preposition in (p for t in (noun, *over) for p in tree.below(t, "preposition")):
            if preposition.lemma in wanted:
                for other in tree.below(preposition, "complement"):
                    yield from (Filler(TARGET, t, f"{preposition.lemma}-phrase") for t in members(tree, other))


def _left_by_force(tree: Tree, trigger: Trigger, done_to: Sequence[Token], casting: Casting) -> Iterator[Filler]:
    """Lund, for "dislodged the Danes from Lund", where it hangs on them."""
    kind, words = casting.types.get(trigger.type), casting.lexicon.roles.prepositions
    if kind is None or SOURCE not in kind.roles:
        return
    for noun in (t for t in done_to if casting.names.kind(t) == "body" and t.pos == "PROPN"):
        for preposition in (p for p in tree.below(noun, "preposition") if p.lemma in words["giver"]):
            for other in tree.below(preposition, "complement"):
                if casting.names.kind(other) == PLACE:
                    yield Filler(PLACE, other, f"{preposition.lemma}-phrase")


def _through_second(tree: Tree, trigger: Trigger) -> list[Token]:
    """The object of a verb that goes with this one: the gate, for "broke open the gate"."""
    second = trigger.sense.second if trigger.sense is not None else ""
    verbs = (t for t in tree.below(trigger.token) if second and t.lemma == second and t.pos == "VERB")
    return [t for verb in verbs for t in objects(tree, verb)]


def _left_out(tree: Tree, verb: Token) -> list[Token]:
    """What a clause without a pronoun is said of: the gains, for "the gains they made"; not "the day they fled"."""
    head = tree.head(verb)
    own = tree.first(verb, *SUBJECTS) if verb.relation == "relative" else None
    if own is None or own.i < head.i or head.pos not in _NAMES or head.measure == "time" or is_passive(tree, verb):
        return []
    told = tree.tokens[head.i + 1 : verb.i]
    busy = tree.first(verb, "open-clause", "content-clause") is not None
    busy = busy or any(tree.first(t, "complement") is None for t in tree.below(verb, "preposition", "agent"))
    joined = any(t.form.startswith(_RELATIVE) or t.pos == "SCONJ" for t in told)
    return [] if busy or joined else members(tree, head)


def _is_undergone(tree: Tree, trigger: Trigger, casting: Casting) -> bool:
    """Whether the subject of a verb without object undergoes it: "the war ended"; not "it established that ..."."""
    verb, sense = trigger.token, trigger.sense
    if is_beside(tree, verb, casting.grammar):
        return True
    told = list(tree.below(verb, "content-clause"))
    said = [t for t in told if t.i > verb.i]
    # "The walls had fallen, the abbot added."
    tells = "reported" in casting.lexicon.status.verbs.get(verb.lemma, ()) and bool(told)
    tells = tells or any(tree.first(t, "marker") is not None for t in said)
    if not tells and _goes_on_in_passive(tree, verb, casting):
        return True
    return not tells and sense is not None and sense.subject_intransitive == TARGET


def _goes_on_in_passive(tree: Tree, verb: Token, casting: Casting) -> bool:
    """Whether a paper or a plan that something is done to undergoes the next too: "was sent and accepted"."""
    if verb.relation != "conjunct" or verb.form != "past" or not is_passive(tree, tree.head(verb)):
        return False
    told = subjects(tree, verb, casting.grammar)
    passed = bool(told) and all(t.pos == "NOUN" and _is_passed_on(t, casting) for t in told)
    return passed and tree.first(verb, *_SAYING_MORE) is None


def _is_passed_on(noun: Token, casting: Casting) -> bool:
    """Whether people hand it to each other and decide on it: a treaty, an offer."""
    words = casting.grammar.words
    return casting.names.kind(noun) == "document" or noun.lemma in words.intentions or noun.lemma in words.happenings


def _is_carried(trigger: Trigger, token: Token, behind: Sequence[Filler], casting: Casting) -> bool:
    """Whether an object only says what is done, as "an end" in "put an end to the war"."""
    sense = trigger.sense
    if sense is not None and sense.kept:
        return False
    if trigger.span.start <= token.start < trigger.span.end:
        return True
    told = casting.lexicon.nouns.get(token.lemma, ()) if sense is not None and token.lemma == sense.object_noun else ()
    return any(s.type == trigger.type for s in told) or (bool(told) and any(f.role == TARGET for f in behind))


def _is_owned(tree: Tree, trigger: Trigger, token: Token, grammar: Grammar) -> bool:
    """Whether an object only goes with the verb and says whose: "opened its gates", "formed part", "stayed Genoese"."""
    sense = trigger.sense
    if sense is not None and sense.people:
        return token == people_said(tree, trigger.token, grammar)
    return sense is not None and bool(sense.owner) and token.lemma == sense.object_noun


def _is_quoted(tree: Tree, verb: Token, told: Token) -> bool:
    """Whether somebody's very words begin between the verb and what they are about."""
    return any(t.pos == "PUNCT" and t.text != "," for t in tree.tokens[verb.i + 1 : told.i])


def _asks(tree: Tree, told: Token) -> bool:
    """Whether it is asked which one is meant: "decides which bills are read"."""
    return any(t.form.startswith(_RELATIVE) for t in tree.below(told))


def _content(tree: Tree, verb: Token, casting: Casting) -> Iterator[Filler]:
    """What is proposed, ordered or said, where a clause says it: the object of that clause, or its subject.

    Of what is said to be so it is the subject, if that is more than a pronoun: "ruled that the edict was void".
    """
    tells = verb.lemma in casting.lexicon.status.verbs
    for clause in tree.below(verb, "content-clause"):
        # "Replied that I did not know" is told as "that I knew not" would be.
        if clause.form != "infinitive" or any(t.form in _TENSED for t in tree.below(clause, "auxiliary")):
            if not tells and tree.first(clause, "marker") is None:
                continue
            spoken = (t for t in tree.below(clause, *SUBJECTS) if clause.i > verb.i and t.pos in ("NOUN", "PROPN"))
            spoken = (t for t in spoken if not (_is_quoted(tree, verb, t) or _asks(tree, t)))
            yield from (Filler(TARGET, m, "content") for t in spoken for m in members(tree, t))
            continue
        inner = objects(tree, clause) or [
            m for t in tree.below(clause, "passive-subject", "subject") for m in members(tree, t)
        ]
        yield from (Filler(TARGET, t, "content") for t in inner[:1])
