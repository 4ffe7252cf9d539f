"""Which happening does a time expression govern? Up the tree from its words, and down from a verb that only carries."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from regesta.extract.claims.carrying import PLAIN_NOUNS, VERBS, Clauses, carried
from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.limits import Limit, Limits
from regesta.extract.claims.order import bare_before, tree_text
from regesta.extract.claims.times_of_nouns import (
    is_compared,
    is_matter,
    is_name_only,
    named_before,
    of_matter,
    only_names,
    told_of,
)
from regesta.model.binding import happened_within, stretch, within
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.model.time import Relation, TimeExpression, When

_CLAUSES = ("adverbial-clause", "content-clause")
_NOW = "present"
_MARK = ";"
_OPENING = 4
"""Words that may open a clause together: "by the time that"."""


class Dated(NamedTuple):
    """A time expression, and the word of the sentence that heads it."""

    expression: TimeExpression
    head: Token


def govern(
    clauses: Clauses, times: Sequence[TimeExpression], planned: frozenset[int], limits: Limits
) -> dict[int, Dated]:
    """What each expression dates by itself, by the index of the trigger's word."""
    governed: dict[int, Dated] = {}
    for expression in times:
        if expression.kind not in ("DATE", "TIME") or expression.when is None or expression.id in limits.apart:
            continue
        limit = limits.by_time.get(expression.id)
        found = _governs(clauses, expression) if limit is None else _limits(clauses, limit)
        if found is not None and _is_appointed(clauses, found[1]):
            found = _appointed(clauses, found, planned)
        elif found is not None and _is_limit(clauses, found[1]):
            found = _appointed(clauses, found, planned) or found
        if found is None:
            continue
        told = governed.get(found[0])
        if told is not None and expression in listed(clauses.tree, times, told.expression):
            continue
        if _is_closer(expression, told) or (
            told is not None and only_names(clauses, told.head, found[1].head, found[0])
        ):
            governed[found[0]] = found[1]
        elif told is not None:
            governed[found[0]] = _joined(clauses.tree, told, expression) or told
    for i in sorted(governed):
        _hand_on(clauses, clauses.tree.tokens[i], governed, planned)
    return governed


def _hand_on(clauses: Clauses, told: Token, governed: dict[int, Dated], planned: frozenset[int]) -> None:
    """What a dated happening dates besides: "signed" dates the treaty in "a treaty signed in May"."""
    above, dated = clauses.tree.head(told), governed[told.i]
    support = clauses.by_word[told.i].support if told.i in clauses.by_word else None
    if support is not None and support.relation == "relative":
        return
    if told.pos in PLAIN_NOUNS:
        _pass_up(clauses, told, dated, governed)
    elif told.relation in ("participle", "relative") and above.i in clauses.by_word:
        same = clauses.by_word[above.i].type == clauses.by_word[told.i].type
        only_when = same or _is_carried(clauses, told)
        if only_when and (told.relation == "participle" or _is_said_of(clauses, told)):
            governed.setdefault(above.i, dated)
            _hand_on(clauses, above, governed, planned)
        elif dated.expression.relation == "in" and _is_begun(clauses, told, above):
            governed.setdefault(above.i, from_then(dated, "since"))
    elif told.i in planned and _is_asked(clauses, told, dated):
        governed.setdefault(above.i, dated)
    elif told.relation == "participle" and above.lemma in clauses.words.sitting["nouns"] and _is_carried(clauses, told):
        # "At a congress held in May 1891 the party was founded"
        _pass_up(clauses, above, dated, governed)


def _pass_up(clauses: Clauses, noun: Token, dated: Dated, governed: dict[int, Dated]) -> None:
    """Gives the time of a noun to what happened when it did: "during the war of 1740–48", at some time within it."""
    when = dated.expression.when
    if noun.relation == "complement" and when is not None:
        dated = dated._replace(expression=replace(dated.expression, when=within(when)))
    for outer in _upward(clauses, noun):
        at = outer.i if outer.i in clauses.by_word else next(carried(clauses, outer, dated.head), None)
        own = governed.get(at) if at is not None else None
        if at is not None and at != noun.i and _is_closer(dated.expression, own) and not _is_counted(own, dated):
            governed[at] = from_then(dated, "after") if at == outer.i and _leads(clauses, noun, outer) else dated


def _is_counted(own: Dated | None, lent: Dated) -> bool:
    """Whether a verb has a day of its own, counted from another: "On his death on 6 May, X was chosen the next day"."""
    if own is None or own.expression.anchor is None:
        return False
    mine, noun = own.expression.when, lent.expression.when
    return mine is not None and noun is not None and not _is_around(noun, mine)


def _leads(clauses: Clauses, told: Token, verb: Token) -> bool:
    """Whether a dated happening is told to have brought something about: "the war of 1340 caused a famine"."""
    leads = verb.lemma in clauses.words.order["leads_to"] - clauses.words.carriers
    return told.relation == "subject" and leads


def from_then(dated: Dated, relation: Relation) -> Dated:
    """Its time as that of what began then ("since"), or came after it ("after")."""
    within = dated.expression.relation == "in"
    return dated._replace(expression=replace(dated.expression, relation=relation)) if within else dated


def _is_carried(clauses: Clauses, told: Token) -> bool:
    """Whether it only says when and where something was: "the trial, held at Lund in May", "a decree signed in May"."""
    tree, words = clauses.tree, clauses.words
    done_to = tree.first(told, "object")
    own = done_to is None or (told.i in clauses.by_word and done_to.end <= clauses.by_word[told.i].span.end)
    return own and told.lemma in words.sitting["holds"] | words.order["issues"]


def _is_said_of(clauses: Clauses, told: Token) -> bool:
    """Whether a clause says it of the noun before it: "the trial, which was held in May"; not "in which he fell"."""
    own = clauses.tree.first(told, *SUBJECTS)
    return told.relation == "relative" and own is not None and own.form == "relative-pronoun"


def _is_begun(clauses: Clauses, told: Token, noun: Token) -> bool:
    """Whether it only says when a happening began: "the strike, which began in May", "the siege, begun on 3 May"."""
    begun = told.lemma in clauses.words.order["begins"] and noun.pos in PLAIN_NOUNS
    own = clauses.tree.first(told, *SUBJECTS)
    return begun and (own is None or own.form == "relative-pronoun") and clauses.tree.first(told, "object") is None


def _as_told(clauses: Clauses, expression: TimeExpression, time: Token) -> Dated:
    """A time with its head; "the founding dates from 1365" tells of 1365."""
    above = clauses.tree.head(clauses.tree.head(time))
    came = expression.relation == "since" and above.lemma in clauses.words.order["dates"]
    return Dated(replace(expression, relation="in") if came else expression, time)


def _is_appointed(clauses: Clauses, dated: Dated) -> bool:
    """Whether it is the time that something is meant for: "for 14 May", not "for the next two weeks"."""
    above, lasted = clauses.tree.head(dated.head), dated.expression.value is None
    return not lasted and above.relation == "preposition" and above.text.lower() in clauses.words.order["appointed"]


def _is_limit(clauses: Clauses, dated: Dated) -> bool:
    """Whether it is a day that something comes before: "ordered an attack before 14 May"."""
    return dated.expression.relation == "before" and clauses.tree.head(dated.head).relation == "preposition"


def _appointed(clauses: Clauses, found: tuple[int, Dated], planned: frozenset[int]) -> tuple[int, Dated] | None:
    """What is meant for that time, rather than the deed that appoints it: "called a strike for 14 May"."""
    tree, (at, dated) = clauses.tree, found
    meant = [t.i for t in tree.under(tree.tokens[at]) if t.i in clauses.by_word and t.i < dated.head.i]
    chosen = next((i for i in meant if i in planned), None)
    if chosen is None and tree.tokens[at].pos == "VERB":
        chosen = next((i for i in meant if tree.tokens[i].relation == "passive-subject"), None)
    return (chosen, dated) if chosen is not None else None


def _is_closer(expression: TimeExpression, told: Dated | None) -> bool:
    """Whether an expression says more than the one before it: "in the autumn, on 28 September"."""
    if told is None:
        return True
    old, new = happened_within(told.expression), happened_within(expression)
    if old is None or new is None or new.earliest is None or new.latest is None:
        return False
    within = old.earliest is None or old.earliest <= new.earliest, old.latest is None or new.latest <= old.latest
    if told.expression.relation != expression.relation:
        return all(within) and (old.earliest is None or old.latest is None)
    counted = told.expression.anchor is not None and told.expression.basis == "relative"
    if counted and expression.anchor is None and expression.basis == "stated":
        return not _is_around(new, old)
    return all(within) and (old.earliest, old.latest) != (new.earliest, new.latest)


def _is_around(one: When, other: When) -> bool:
    """Whether all of a time is within another."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return one.earliest <= other.earliest and other.latest <= one.latest


def _joined(tree: Tree, told: Dated, expression: TimeExpression) -> Dated | None:
    """Two times of one happening that follow on each other as one: "in late 1919 and early 1920"."""
    first, last = told.expression.when, expression.when
    if first is None or last is None or {told.expression.relation, expression.relation} != {"in"}:
        return None
    between = [t for t in tree.tokens if told.expression.span.end <= t.start and t.end <= expression.phrase.start]
    if len(between) != 1 or between[0].pos != "CCONJ":
        return None
    if first.latest is None or last.earliest is None or last.earliest != first.latest + 1:
        return None
    return Dated(replace(told.expression, when=stretch(first, last)), told.head)


def listed(tree: Tree, times: Sequence[TimeExpression], first: TimeExpression) -> list[TimeExpression]:
    """A time with those told in a row with it, in order and apart: "in 1563, 1593 and 1603", "in May and in June"."""
    row = [first]
    for expression in times:
        last = row[-1].when
        if last is None or expression.when is None or not _adjoins(tree, row[-1].span, expression.phrase):
            continue
        of_next = is_of_next_verb(tree, expression.phrase) or _opens_clause(tree, expression)
        if of_next and not is_of_next_verb(tree, first.phrase):
            continue
        end, start = last.latest, expression.when.earliest
        if end is not None and start is not None and end + 1 < start and expression.relation == first.relation == "in":
            row.append(expression)
    return row


def _adjoins(tree: Tree, before: Span, after: Span) -> bool:
    """Whether only commas and "and" stand between."""
    between = [t for t in tree.tokens if before.end <= t.start and t.end <= after.start]
    return before.end < after.start and all(t.pos in ("PUNCT", "CCONJ") for t in between)


def _opens_clause(tree: Tree, time: TimeExpression) -> bool:
    """Whether a time stands between ", and" and a noun: "It lapsed in May, and the next June war was declared"."""
    inside = [t.i for t in tree.tokens if time.phrase.start <= t.start and t.end <= time.phrase.end]
    around = tree.tokens[max(0, inside[0] - 2) : inside[-1] + 2] if inside else ()
    before, behind = around[: max(0, len(around) - len(inside) - 1)], around[-1:]
    joined = [t.pos for t in before] == ["PUNCT", "CCONJ"]
    return joined and behind[0].pos in ("DET", "PRON", *PLAIN_NOUNS)


def is_of_next_verb(tree: Tree, span: Span) -> bool:
    """Whether a time is that of a verb behind it: "fell on 7 May, and a week later the king fled"."""
    inside = tree.within(span)
    outside = (tree.head(t) for t in inside if t.head > inside[-1].i)
    return any(t.pos in VERBS for t in outside)


def _governs(clauses: Clauses, expression: TimeExpression) -> tuple[int, Dated] | None:
    """Up the tree to the first trigger; from a verb that is none, down to the trigger that it carries."""
    tree = clauses.tree
    inside, head = tree.within(expression.span), tree.top(expression.span)
    if head is None:
        return None
    if (head.i in clauses.by_word and head.pos == "VERB") or _is_thing(clauses, expression, head):
        return None
    if any(t.text[0].isupper() and not _in(t, inside) for t in tree.below(head, "compound")):
        # "White Christmas" is a name, and no time of what is told of it.
        return None
    if (clause := _clause_before(clauses, expression, inside)) is not None:
        return clause, Dated(expression, head)
    named = named_before(tree, inside[0])
    if named is not None and (told := told_of(clauses, named)) is not None:
        return told, Dated(expression, head)
    found = _up_from(clauses, expression, named or head, head, inside)
    return (of_matter(clauses, found[0], head), found[1]) if found is not None else None


def _limits(clauses: Clauses, limit: Limit) -> tuple[int, Dated] | None:
    """What the time of a noun dates that bounds something else: the noun, or what was "closed after the 1834 Act"."""
    head = clauses.tree.top(limit.time.span)
    if head is not None and limit.lasts:
        return (limit.noun.i, Dated(limit.own, head)) if limit.noun.i in clauses.by_word else None
    found = _governs(clauses, limit.time)
    if found is None or limit.noun.i in clauses.by_word or limit.noun not in clauses.tree.above(found[1].head):
        return found
    inner = clauses.tree.tokens[found[0]] in clauses.tree.under(limit.noun)
    return found if inner else (found[0], from_then(found[1], limit.relation))


def _is_thing(clauses: Clauses, expression: TimeExpression, head: Token) -> bool:
    """Whether a season without a year may be no time at all: "bought the spring in 1811", but "spent the spring"."""
    when = expression.when
    bare = when is not None and when.precision == "season" and expression.anchor is not None
    thing = head.relation == "object" and clauses.tree.head(head).lemma not in clauses.words.order["spends"]
    return bare and thing


def _clause_before(clauses: Clauses, expression: TimeExpression, inside: Sequence[Token]) -> int | None:
    """What the clause before it tells, for a time between commas: "By the time it was signed, on 10 May, they left".

    In "After it was signed, on 10 May, they fled" it may as well be when they fled.
    """
    tree, order = clauses.tree, clauses.words.order
    first = next((t.i for t in tree.tokens if t.start >= expression.phrase.start), 0)
    commas = [t for t in (tree.tokens[first - 1], *tree.tokens[inside[-1].i + 1 :][:1]) if t.text == ","]
    if first < len("x,") or len(commas) < len((first, inside)) or tree.root.i < inside[-1].i:
        return None
    openings = (tree_text(tree, tree.tokens[0], t) for t in tree.tokens[:_OPENING])
    if not any(words in order["before"] or (words in order["after"] and " " in words) for words in openings):
        return None
    verb = next((t for t in reversed(tree.tokens[:first]) if t.i in clauses.by_word and t.pos == "VERB"), None)
    return verb.i if verb is not None and tree.tokens[first - 2] in tree.under(verb) else None


def _up_from(
    clauses: Clauses, expression: TimeExpression, start: Token, head: Token, inside: Sequence[Token]
) -> tuple[int, Dated] | None:
    """The same from a word on; `head` is that of the expression, and `inside` are its words."""
    tree, child = clauses.tree, start
    for above in (start, *tree.above(start)):
        if child is not head and (_is_only_spoken_of(tree, child, above) or _is_set_before(tree, child)):
            break
        at = clauses.trigger_at(above)
        if at is not None and _is_parted(tree, head, at):
            return None
        if at is not None and not (_in(above, inside) and at == above.i):
            return _behind_mark(clauses, inside[0], at), _as_told(clauses, expression, head)
        told = next(carried(clauses, above, head), None)
        if told is not None:
            return told, _as_told(clauses, expression, head)
        bound = _is_bound(clauses, child, above) or is_compared(clauses, head, child, above)
        if bound and not _in(above, inside):
            break
        child = above
    return None


def _is_parted(tree: Tree, time: Token, at: int) -> bool:
    """Whether a semicolon keeps a time from a happening: that behind it, or before it where a verb stands between."""
    if any(t.text == _MARK for t in tree.tokens[time.i : at]):
        return True
    between = tree.tokens[at + 1 : time.i]
    mark = next((t.i for t in reversed(between) if t.text == _MARK), None)
    return mark is not None and any(t.i > mark and t.form == "past" for t in between)


def _behind_mark(clauses: Clauses, first: Token, at: int) -> int:
    """What a time that opens a clause behind a semicolon dates: nothing before it ("the king fled; about 1205 ...")."""
    tree = clauses.tree
    before = tree.tokens[max(0, first.i - 2) : first.i]
    opens = at < first.i and any(t.text == _MARK for t in before) and before[-1].pos not in VERBS
    return next((i for i in sorted(clauses.by_word) if i > first.i), at) if opens else at


def _is_bound(clauses: Clauses, child: Token, above: Token) -> bool:
    """Whether a time goes no further up the tree than here."""
    if above.pos in VERBS and (above.relation == "conjunct" or _is_apart(clauses, above)):
        return True
    return child.relation == "relative" or is_name_only(clauses, child, above)


def _is_set_before(tree: Tree, noun: Token) -> bool:
    """Whether a noun says who the subject behind it is: "Mayor of Lund from 1861 to 1870, Vidal opposed the war"."""
    if noun.relation not in (*SUBJECTS, "time-noun") or noun.measure == "time" or noun.pos not in PLAIN_NOUNS:
        return False
    behind = tree.under(noun)[-1].i + 1
    subject = next((t for t in tree.below(tree.head(noun), *SUBJECTS) if t.i > behind), None)
    return subject is not None and tree.tokens[behind].text == "," and tree.under(subject)[0].i == behind + 1


def _is_only_spoken_of(tree: Tree, noun: Token, verb: Token) -> bool:
    """Whether a dated subject is told of from today: "the charge on 3 July is often recalled as the turning point"."""
    spoken = verb.form == _NOW or any(t.form == _NOW for t in tree.below(verb, "auxiliary", "passive-auxiliary"))
    return spoken and noun.relation in SUBJECTS


def _is_apart(clauses: Clauses, verb: Token) -> bool:
    """Whether a clause tells of another time: "as Arnold did in 1781", "says that it was so in 1781"."""
    tree, order = clauses.tree, clauses.words.order
    if verb.relation not in _CLAUSES:
        return False
    opening = {t.text.lower() for t in tree.below(verb, "marker", "adverb") if t.i < verb.i}
    if opening & order["comment"]:
        return True
    own = tree.first(verb, *SUBJECTS) is not None
    return own and (verb.relation == "content-clause" or not opening & order["while"])


def _in(token: Token, tokens: Sequence[Token]) -> bool:
    return tokens[0].i <= token.i <= tokens[-1].i


def _is_asked(clauses: Clauses, verb: Token, dated: Dated) -> bool:
    """Whether a time behind what was asked for is that of the asking: "invited them to join the cabinet in 1979"."""
    behind = verb.i < dated.head.i and dated.expression.relation == "in"
    return behind and verb.relation == "open-clause" and verb.head in clauses.by_word


def _upward(clauses: Clauses, noun: Token) -> Iterator[Token]:
    """What happened when a noun did: the verb it is the subject of, what took place in it, what is known as it."""
    tree, words = clauses.tree, clauses.words
    means = words.order["during"] | words.order["through"]
    while noun.pos in PLAIN_NOUNS:
        above = tree.head(noun)
        if noun.relation in SUBJECTS:
            if bare_before(tree, noun) is not None:
                return
            yield above
            if above.pos == "AUX":
                yield from (t for t in tree.below(above, "predicate") if t.pos in PLAIN_NOUNS)
            return
        outer = tree.head(above)
        if noun.relation != "complement" or above.pos not in ("ADP", "SCONJ") or is_matter(clauses, outer, noun):
            return
        if outer.lemma in words.naming and outer.relation == "participle":
            noun = tree.head(outer)
        elif tree_text(tree, tree.head(outer), above) in words.order["after"]:
            return
        elif above.text.lower() in means or _is_part(clauses, outer, above):
            noun = _befallen(clauses, outer) or _set_up(clauses, outer, above) or outer
        else:
            return
        yield noun


def _set_up(clauses: Clauses, noun: Token, preposition: Token) -> Token | None:
    """What was done by means of something, where that hangs on a noun: "reopened as a school by decree of 3 May"."""
    tree, words = clauses.tree, clauses.words
    if (
        preposition.text.lower() not in words.order["through"]
        or noun.pos not in PLAIN_NOUNS
        or noun.i in clauses.by_word
    ):
        return None
    verb = tree.head(tree.head(noun)) if noun.relation == "complement" else tree.head(noun)
    passive = tree.first(verb, "passive-auxiliary") is not None and noun.i > verb.i
    return verb if passive and verb.i in clauses.by_word else None


def _befallen(clauses: Clauses, noun: Token) -> Token | None:
    """What befell a thing or people in something dated: "the loss of the ferry in the gale of January 1881"."""
    tree, above = clauses.tree, clauses.tree.head(noun)
    of = noun.relation == "complement" and above.lemma in clauses.words.prepositions["of"]
    happening = tree.head(above)
    return happening if of and noun.i not in clauses.by_word and happening.i in clauses.by_word else None


def _is_part(clauses: Clauses, whole: Token, preposition: Token) -> bool:
    """Whether it only counts or divides: "a series of battles", not "in the aftermath of the rising", "on its eve"."""
    if preposition.lemma not in clauses.words.prepositions["of"] or whole.i in clauses.by_word:
        return False
    if whole.measure == "time" and whole.form != "plural":
        return False
    return tree_text(clauses.tree, clauses.tree.head(whole), preposition) not in clauses.words.order["before"]
