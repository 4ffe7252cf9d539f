"""When did it happen? The expression that governs a trigger in the syntax, or one that its clause shares with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from regesta.extract.claims.alongside import goes_along, goes_on, is_acting
from regesta.extract.claims.carrying import PLAIN_NOUNS, VERBS, Clauses, carried, is_past_perfect, is_subject
from regesta.extract.claims.causes import is_hardly
from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.governing import Dated, from_then, govern, listed
from regesta.extract.claims.limits import Limits
from regesta.extract.claims.order import opens_before, takes_further
from regesta.extract.claims.triggers import Trigger
from regesta.model.binding import at_end, filled, happened_within, stretch
from regesta.model.claim import ClaimTime
from regesta.model.syntax import Token, Tree
from regesta.model.time import Relation, TimeExpression, When
from regesta.rules.lexicon import RoleWords

_GOING_ON = ("conjunct", "relative")
_APART = ("content-clause", "relative")
"""Clauses that have a time of their own."""
UNDATED = ClaimTime(None, "none", None, None)


def date_triggers(
    tree: Tree,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    planned: frozenset[int],
    words: RoleWords,
    denied: frozenset[int] = frozenset(),
    entry: TimeExpression | None = None,
) -> Mapping[int, ClaimTime]:
    """The time of each trigger, by the index of its word; undated ones are left out.

    What is `denied` was not there before it was prevented: it has the time of that. The date of the `entry` of a
    chronicle that the sentence is of frames it as one at its own head would.
    What is `planned` takes a time only from its own words: a plan told of in May is for May or later.
    """
    clauses = Clauses.of(tree, triggers, words)
    unsaid = planned | denied
    limits = Limits.of(clauses, times)
    governed = {
        i: d if i in unsaid else d._replace(expression=_at_last(tree, i, d.expression))
        for i, d in govern(clauses, times, planned, limits).items()
    }
    frame = _frame(clauses, governed, entry)
    told = {i: claim_time(d.expression) for i, d in governed.items()}
    for trigger in triggers:
        if trigger.token.i not in told:
            borrowed = _borrowed(clauses, trigger, times, governed, planned, denied, frame)
            if borrowed is not None:
                told[trigger.token.i] = claim_time(borrowed)
            elif (besides := _told_besides(clauses, trigger, governed)) is not None and trigger.token.i not in planned:
                told[trigger.token.i] = replace(claim_time(besides.expression), basis="inherited")
        elif (first := governed.get(trigger.token.i)) is not None and first.expression.relation == "since":
            last = _until(clauses, trigger, governed)
            if last is not None:
                told[trigger.token.i] = _up_to(told[trigger.token.i], last)
    lasting = limits.lasting(clauses, {i: d.expression for i, d in governed.items()})
    told |= {i: time for i, time in lasting.items() if i not in planned}
    return _lasting(clauses, governed, told)


def _lasting(clauses: Clauses, governed: Mapping[int, Dated], told: Mapping[int, ClaimTime]) -> Mapping[int, ClaimTime]:
    """The times, where what went on "until" some day began with what it goes on from: "took it, and kept it until"."""
    begun: dict[int, ClaimTime] = {}
    for i, dated in governed.items():
        verb = clauses.tree.tokens[i]
        if dated.expression.relation == "until" and i in told and verb.relation in _GOING_ON:
            first = _first_of(clauses, verb, told)
            last = told[i].when
            if first is not None and last is not None and last.lasting and _is_before(first, last):
                begun[i] = replace(told[i], when=filled(first, last))
    return {**told, **begun}


def _first_of(clauses: Clauses, verb: Token, told: Mapping[int, ClaimTime]) -> When | None:
    """When the nearest happening was that a verb goes on from, if its day is told and it lasted no longer."""
    tree = clauses.tree
    if is_past_perfect(tree, verb) or tree.first(verb, "negation") is not None:
        return None
    if any(t.lemma in clauses.words.order["then"] for t in tree.below(verb, "adverb")):
        return None
    for above in tree.above(verb):
        at = clauses.trigger_at(above)
        when = told[at].when if at is not None and at in told else None
        if when is not None and above.pos == "VERB":
            return None if when.lasting or not when.bounded else when
    return None


def _is_before(first: When, last: When) -> bool:
    return first.latest is not None and last.end.earliest is not None and first.latest < last.end.earliest


def _at_last(tree: Tree, at: int, expression: TimeExpression) -> TimeExpression:
    """The time of what came about at last: "was not closed until 1919" tells of 1919."""
    late = expression.relation == "until" and tree.first(tree.tokens[at], "negation") is not None
    return replace(expression, relation="in") if late else expression


def _borrowed(
    clauses: Clauses,
    trigger: Trigger,
    times: Sequence[TimeExpression],
    governed: Mapping[int, Dated],
    planned: frozenset[int],
    denied: frozenset[int],
    frame: Dated | None,
) -> TimeExpression | None:
    """The time that a trigger has from the clause it hangs on or goes on with."""
    if trigger.token.i in planned or _only_says_who(trigger):
        return None
    beside = _in_company(clauses, trigger, governed)
    if beside is not None:
        return beside
    along = _told_by(_during_which(clauses, trigger.token), times)
    if along is not None and along.relation == "in":
        return along
    then = _then(clauses, trigger, times)
    if then is not None:
        return replace(then, relation="in", when=then.when and at_end(then.when))
    last = _until(clauses, trigger, governed)
    if last is not None:
        return replace(last, relation="until")
    older = trigger.token.i not in denied
    shared = _shares(clauses, trigger, governed, frame, older=older) or _clause_of_time(clauses, trigger, governed)
    if shared is not None and trigger.part == "office" and shared.expression.relation == "in":
        relation: Relation = "in" if is_acting(clauses.tree, trigger) else "since"
        return replace(shared.expression, relation=relation, basis="inherited")
    if shared is not None and trigger.is_by_then and shared.expression.relation == "in":
        return replace(shared.expression, relation="by", basis="inherited")
    return _whole(clauses, shared.expression, times) if shared is not None else None


def _only_says_who(trigger: Trigger) -> bool:
    """Whether a noun only says who somebody is: "confirmed in May by Otto, Lund's successor"."""
    return trigger.sense is not None and trigger.sense.beside and trigger.token.relation == "apposition"


def _whole(clauses: Clauses, first: TimeExpression, times: Sequence[TimeExpression]) -> TimeExpression:
    """From the first to the last of times told in a row: what went along with all of them was in any of them."""
    last = listed(clauses.tree, times, first)[-1]
    if last is first or first.when is None or last.when is None:
        return first
    return replace(first, when=stretch(first.when, last.when))


def _clause_of_time(clauses: Clauses, trigger: Trigger, governed: Mapping[int, Dated]) -> Dated | None:
    """The time in a clause of time: "When they came in on 16 April, the mayor fled", "fled when they came in"."""
    tree, verb = clauses.tree, trigger.support or trigger.token
    verb = tree.head(verb) if verb.relation == "predicate" else verb
    if is_past_perfect(tree, verb):
        # "Had fled when they came in": that was before.
        return None
    for clause in tree.below(verb, "adverbial-clause"):
        opening = _opening(clauses, clause)
        leads = clause.i < verb.i and not opens_before(clause, verb)
        if goes_along(tree, clause, clauses.words) and (leads or opening is not None):
            told = [d for t in _told_in(tree, clause) if (d := governed.get(t.i)) is not None]
            if told and (told[0].expression.relation == "in" or _binds(clause, told[0].expression)):
                return told[0]
    return None


def _told_in(tree: Tree, clause: Token) -> list[Token]:
    """Its words, but for those of what is said in it or of a noun in it: "when he wrote that in 1633 they fled"."""
    return [
        t
        for t in tree.under(clause)
        if t.i == clause.i
        or not any(a.relation in _APART for a in (t, *takewhile(lambda a: a.i != clause.i, tree.above(t))))
    ]


def _in_company(clauses: Clauses, trigger: Trigger, governed: Mapping[int, Dated]) -> TimeExpression | None:
    """The time of what somebody went along with: "entered Pisa on 3 May, accompanied by the duke"."""
    tree, verb = clauses.tree, trigger.token
    if verb.form != "past-participle" or verb.lemma not in clauses.words.order["company"]:
        return None
    if verb.relation not in ("participle", "adverbial-clause") or tree.first(verb, "agent") is None:
        return None
    if tree.tokens[tree.under(verb)[0].i - 1].text != ",":
        return None
    above = next((at for t in tree.above(verb) if (at := clauses.trigger_at(t)) is not None), None)
    dated = governed.get(above) if above is not None else None
    return dated.expression if dated is not None and dated.expression.relation == "in" else None


def _told_besides(clauses: Clauses, trigger: Trigger, governed: Mapping[int, Dated]) -> Dated | None:
    """The year of what a clause behind a comma tells more of: "made peace in 1420 with the duke, who retired"."""
    tree, verb = clauses.tree, trigger.token
    if verb.relation != "relative" or not takes_further(tree, verb) or is_past_perfect(tree, verb):
        return None
    if any(t.lemma in clauses.words.order["then"] for t in tree.below(verb, "adverb")):
        return None
    for above in tree.above(verb):
        if above.i in clauses.by_word or above.pos in ("VERB", "AUX"):
            at = clauses.trigger_at(above)
            dated = governed.get(at) if at is not None else None
            long = dated is not None and dated.expression.when is not None and dated.expression.when.precision == "year"
            return dated if long and dated is not None and dated.expression.relation == "in" else None
    return None


def _binds(verb: Token, expression: TimeExpression) -> bool:
    """Whether a verb is one of the words that bind a time: "Starting in 1860, they fought back"."""
    return expression.phrase.start <= verb.start and verb.end <= expression.span.start


def claim_time(expression: TimeExpression) -> ClaimTime:
    """The time of what an expression dates, as its relation says: "after 3 May" is 3 May or later."""
    when = happened_within(expression)
    if when is None:
        return UNDATED
    basis = "relative" if expression.relation in ("after", "before") else expression.basis
    return ClaimTime(when, basis, expression.id, expression.phrase)


def _then(clauses: Clauses, trigger: Trigger, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time that a clause hangs on: "until 1806, when the French captured it" tells of 1806, not of before."""
    tree, verb = clauses.tree, trigger.token
    for above in (verb, *tree.above(verb)):
        if is_hardly(tree, above, clauses.words):
            return None
        if above.relation in ("relative", "adverbial-clause") and (opening := _opening(clauses, above)) is not None:
            before = next((t for t in reversed(tree.tokens[: opening.i]) if t.pos != "PUNCT"), None)
            return _told_by(before, times)
        if above.relation == "relative" and tree.head(above).measure == "time":
            return _told_by(_same_as(tree, tree.head(above)), times)
        if not goes_on(clauses, trigger, above, framed=False):
            return None
    return None


def _during_which(clauses: Clauses, clause: Token) -> Token | None:
    """The last word of the time that a clause says it went along with: "from May to June, during which he served"."""
    tree = clauses.tree
    if clause.relation not in ("relative", "adverbial-clause"):
        return None
    for opening in tree.below(clause, "preposition"):
        which = tree.first(opening, "complement") if opening.lemma in clauses.words.order["throughout"] else None
        if which is not None and which.form == "relative-pronoun" and opening.i < clause.i:
            return next((t for t in reversed(tree.tokens[: opening.i]) if t.pos != "PUNCT"), None)
    return None


def _told_by(word: Token | None, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time that a word is part of."""
    ends = (e for e in times if word is not None and e.span.start <= word.start and word.end <= e.span.end)
    return next((e for e in ends if e.kind in ("DATE", "TIME") and e.when is not None), None)


def _same_as(tree: Tree, noun: Token) -> Token | None:
    """1492, for the year in "in 1492, the year in which Granada fell" and "1492 was the year they were expelled"."""
    above = tree.head(noun)
    if noun.relation == "predicate" and above.pos == "AUX":
        return tree.first(above, *SUBJECTS)
    first = next((t.i for t in tree.below(noun, "determiner")), noun.i)
    return tree.tokens[first - 2] if first > 1 and tree.tokens[first - 1].text == "," else None


def _until(clauses: Clauses, trigger: Trigger, governed: Mapping[int, Dated]) -> TimeExpression | None:
    """The day up to which something was so: "reigned until the republic was proclaimed in 1924"."""
    tree, verb = clauses.tree, trigger.support or trigger.token
    verb = tree.head(verb) if verb.relation == "predicate" else verb
    for child in tree.below(verb, "adverbial-clause", "preposition"):
        opens = child if child.relation == "preposition" else tree.first(child, "marker")
        if child.i > verb.i and opens is not None and opens.text.lower() in clauses.words.order["until"]:
            told = (d.expression for t in _told_in(tree, child) if (d := governed.get(t.i)) is not None)
            return next((e for e in told if e.relation == "in" and e.when is not None), None)
    return None


def _up_to(since: ClaimTime, last: TimeExpression) -> ClaimTime:
    """From its beginning up to the day of what ended it: "from 1922 until he went to Paris in 1940"."""
    if since.when is None or last.when is None or (since.when.earliest or 0) > (last.when.latest or 0):
        return since
    return replace(since, when=filled(since.when, last.when))


def _opening(clauses: Clauses, clause: Token) -> Token | None:
    """The word by which a clause says that it was then: "when"."""
    first = clauses.tree.under(clause)[0]
    return first if first.i < clause.i and first.text.lower() in clauses.words.order["when"] else None


def _shares(
    clauses: Clauses, trigger: Trigger, governed: Mapping[int, Dated], frame: Dated | None, *, older: bool
) -> Dated | None:
    """The time of the clause that a trigger is part of; a time at the head of a sentence frames all that follows."""
    tree = clauses.tree
    framed = frame is not None
    child = trigger.token
    for above in tree.above(child):
        key = clauses.trigger_at(above)
        dated = governed.get(key) if key is not None else None
        if not goes_on(clauses, trigger, child, framed=framed) or _is_cause(clauses, child, above, dated):
            return None
        if not framed and child.relation == "adverbial-clause" and _is_led_to(clauses, trigger, child):
            return None
        if older and _is_older(trigger, child, above, clauses.words) and not _is_told_with(tree, child, governed):
            return None
        if dated is not None:
            covered = _covers(tree, dated.head, above, child) or _is_sitting(clauses, child, above)
            told = _of_subject(clauses, dated, child, above)
            return (from_then(told, "after") if _is_outcome(clauses, trigger) else told) if covered else None
        child = above
    return frame


def _of_subject(clauses: Clauses, dated: Dated, subject: Token, verb: Token) -> Dated:
    """The time of a verb as that of a happening that is its subject: what "began in May" went on from May."""
    begun = subject.relation in SUBJECTS and subject.pos in PLAIN_NOUNS and verb.lemma in clauses.words.order["begins"]
    return from_then(dated, "since") if begun else dated


def _is_outcome(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a clause says what came of something: "launched an attack in May that resulted in a famine"."""
    above = (t for t in clauses.tree.above(trigger.token) if t.pos == "VERB")
    brings = next(above, None)
    return brings is not None and brings.relation == "relative" and brings.lemma in clauses.words.order["leads_to"]


def _covers(tree: Tree, head: Token, verb: Token, joined: Token) -> bool:
    """Whether the time of a verb is that of a clause joined to it: not "a vote in May confirmed him, and they fled"."""
    if joined.relation != "conjunct" or joined.pos not in VERBS:
        return True
    own = tree.first(joined, *SUBJECTS) is not None
    return head.i < verb.i and not (own and is_subject(tree, verb, head))


def _is_sitting(clauses: Clauses, decides: Token, meets: Token) -> bool:
    """Whether those who meet decide there and then: "The court sat on 5 May and fined him"."""
    words = clauses.words.sitting
    own = clauses.tree.first(decides, *SUBJECTS) is not None
    return meets.lemma in words["verbs"] and decides.lemma in words["decides"] and not own


def _is_cause(clauses: Clauses, subject: Token, verb: Token, dated: Dated | None) -> bool:
    """Whether a time behind it is that of what came of it: "The strike led to riots in May"."""
    leads = subject.relation in SUBJECTS and verb.lemma in clauses.words.order["leads_to"]
    return leads and dated is not None and dated.head.i > verb.i


def _is_led_to(clauses: Clauses, trigger: Trigger, clause: Token) -> bool:
    """Whether a participle says what came of it: "was beaten in May, leading to a revolt".

    Who is made to do something ("forcing the Danes to flee") does so at once.
    """
    leads = clause.lemma in clauses.words.order["leads_to"] and trigger.token.pos != "VERB"
    carried = trigger.token.relation == "object" and trigger.support is not None
    return leads and trigger.token.i != clause.i and not carried


def _frame(clauses: Clauses, governed: Mapping[int, Dated], entry: TimeExpression | None) -> Dated | None:
    """The time that a sentence opens with, if it governs its main verb; else that of the entry it is of."""
    root = clauses.tree.root
    at = clauses.trigger_at(root)
    if at is None:
        at = next(carried(clauses, root, root), None)
    dated = governed.get(at) if at is not None else None
    if dated is None and entry is not None:
        return None if is_past_perfect(clauses.tree, root) else Dated(entry, clauses.tree.tokens[0])
    opens = dated is not None and dated.expression.relation == "in" and _opens(clauses.tree, dated.head)
    return dated if opens else None


def _opens(tree: Tree, head: Token) -> bool:
    """Whether it stands before the subject of the sentence, with no verb or pronoun before it."""
    subject = tree.first(tree.root, *SUBJECTS)
    first = tree.under(subject)[0] if subject is not None else tree.root
    return head.i < first.i and not any(t.pos in ("VERB", "AUX", "PRON") for t in tree.tokens[: head.i])


def _is_told_with(tree: Tree, word: Token, governed: Mapping[int, Dated]) -> bool:
    """Whether a time stands within a phrase: "under Russian control since 1898"."""
    phrase = tree.under(word)
    return any(dated.head in phrase for dated in governed.values())


def _is_older(trigger: Trigger, child: Token, above: Token, words: RoleWords) -> bool:
    """Whether a noun tells of what was there before something was done with it: "halted the advance", "under pressure".

    What a verb carries or brings about ("held a meeting", "signed an armistice") is done with it.
    """
    if trigger.part != "noun" or trigger.support is not None:
        return False
    if child.relation == "object":
        if above.lemma in words.carriers or above.lemma in words.doing["verbs"]:
            return False
        return child.i == trigger.token.i or trigger.token.relation == "complement"
    leads = trigger.token.lemma in words.command
    return child.relation == "preposition" and child.lemma in words.prepositions["leader"] and not leads
