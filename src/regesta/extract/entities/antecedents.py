"""Whom does a pronoun stand for? Nouns before it in the passage that agree, by how prominent they are.

After S. Lappin and H. J. Leass, "An Algorithm for Pronominal Anaphora Resolution", Computational Linguistics 20 (1994):
role and recency are weighed, agreement and grammar exclude; unlike theirs, two about as prominent give no answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from regesta.extract.entities.clusters import Cluster
from regesta.extract.entities.holding import SUBJECTS, came_after, gets_it, is_now, keeps_it
from regesta.extract.entities.told import WHO, is_come_after, is_plural_name, is_spoken_of_before, told_alone
from regesta.model.entity import EntityKind, Mention
from regesta.model.syntax import Token, Tree
from regesta.rules.people import Gender, Number, PeopleRules, Pronoun

_DONE_TO = frozenset({"object", "passive-subject"})
_PARTNERS = SUBJECTS | {"object", "recipient", "agent"}
_ROLE_WEIGHTS = {
    "subject": 80,
    "passive-subject": 80,
    "object": 50,
    "recipient": 45,
    "agent": 40,
    "predicate": 30,
    "possessor": 35,
}
_NOT_FINITE = ("infinitive", "past-participle", "present-participle")
_OTHER_ROLE = 25
_SAME_ROLE = 25
_SAME_VOICE = 10
"""For what is done to somebody, and to the pronoun in the same way: "Otto was named duke, and then he was crowned"."""
_NAMED = 25
_AGAIN = 15
_RECENCY = 60
_LOOSE_FIT = 0.5
"""For a singular body spoken of as "they", and for what is no place and has done to it what places have."""
_GOING_ON = 1.35
"""How much more that counts which went from hand to hand before, for a pronoun that is said to do so."""
_TAKER = 0.7
"""How much less whoever had it, took it or gave it away before."""
_WITHIN = 0.4
"""How much less for what stands within the phrase of whoever does it: "dragoons of the United States took it"."""
_MADE = 1.9
"""How much more for whom somebody was put into an office, where that goes on: "named Lund abbot; he was enthroned"."""
_HAS = 2.7
"""How much more for whoever got it in the sentence before, where that is kept or lost: "he was succeeded by Lund"."""
_IN_LINE = 1.35
"""How much more for what was done to by the verb right before: "they stormed Lindos and made it their capital"."""
_GOAL = 1.7
"""How much more for where somebody goes who then does it: "marched on Lindos and took it"."""
_MARGIN = 0.8
_STRICT_MARGIN = 0.75
"""For "it" and "they", where no word says that it goes from hand to hand: more of these are wrong."""
_WINDOW = 2
"""How many sentences back."""


@dataclass(slots=True)
class Candidate:
    """A noun that later words may point back to."""

    sentence: int
    """Counted through the passage."""
    tree: Tree
    head: Token
    kind: EntityKind
    number: Number
    gender: Gender | None
    mention: Mention | None
    cluster: Cluster | None
    members: tuple["Candidate", ...] = ()
    """Of a list such as "Allen and Arnold"."""
    vague: bool = False
    """Whether it is a common noun of no kind that we know."""
    thing: bool = False
    """Whether nothing shows that it can act."""

    @property
    def key(self) -> object:
        """What makes two candidates one: their entity, or the noun itself."""
        return id(self.cluster) if self.cluster is not None else (self.tree.sentence, self.head.i)


@dataclass(frozen=True, slots=True)
class Answer:
    """The antecedent, or None and why."""

    candidate: Candidate | None
    rule: str


def find_antecedent(
    tree: Tree,
    token: Token,
    sentence: int,
    rule: Pronoun,
    candidates: Sequence[Candidate],
    apart: frozenset[object] = frozenset(),
    people: PeopleRules | None = None,
) -> Answer:
    """The candidate that a pronoun stands for; none of those `apart` (by their keys).

    By `people`, what is done to places is done to places, and what changes hands is what did so before.
    """
    weighed: dict[object, float] = {}
    nearest: dict[object, Candidate] = {}
    near = _near(tree, token, sentence, candidates, people)
    ousters = _ousters(tree, token, near, people) if people is not None else set()
    favour = _favour(tree, token, sentence, near, people) if people is not None else {}
    gone = people is not None and is_come_after(tree, token, people)
    people = people if _changes_hands(tree, token, rule, people) else None
    had = people is not None and people.has("offices.had_verbs", tree.head(token).lemma)
    fitting = _fitting(tree, token, people)
    possible = [c for c in near if _may_corefer(tree, token, sentence, rule, c)]
    possible += [c for c in near if gone and c.tree is tree and is_spoken_of_before(tree, token, c.head)]
    partners = [c for c in near if c.sentence == sentence and (c.head.relation in _PARTNERS or _is_agent(c))]
    barred = {c.key for c in partners if _beside(tree, token, rule, c.head)} | apart | ousters
    alone = told_alone(tree, token, [c.head for c in possible if c.tree is tree and c.kind == "person"])
    lines = [_in_line(tree, token, c) for c in possible]
    for candidate, in_line in zip(possible, lines, strict=True):
        fit = (_LOOSE_FIT if had and _is_office(candidate) else agrees(candidate, rule)) * fitting(candidate)
        if fit <= 0 or candidate.key in barred:
            continue
        distance = sentence - candidate.sentence
        key, weight = candidate.key, fit * _prominence(candidate, token) * 0.5**distance
        weight *= (_IN_LINE if in_line else 1) * favour.get(key, 1)
        weight *= WHO if candidate.tree is tree and candidate.head.i == alone else 1
        weighed[key] = max(weighed[key], weight) + _AGAIN * 0.5**distance if key in weighed else weight
        nearest[key] = candidate
    strict = people is None and rule.gender is None and token.form != "possessive-pronoun"
    best = _best(weighed, nearest, sentence if strict and not any(lines) else None)
    if best.candidate is not None and best.candidate.kind == "office":
        return Answer(None, "office")
    thing = best.candidate is not None and best.candidate.thing and _acts(tree, token)
    return Answer(None, "ambiguous") if thing else best


def _near(
    tree: Tree, token: Token, sentence: int, candidates: Sequence[Candidate], people: PeopleRules | None
) -> list[Candidate]:
    """Those not too far back, without happenings where no happening does what the pronoun does."""
    near = [c for c in candidates if sentence - c.sentence <= _WINDOW]
    if people is not None and token.relation in SUBJECTS and people.has("events.not_verbs", tree.head(token).lemma):
        return [c for c in near if c.kind != "event"]
    return near


def _ousters(tree: Tree, token: Token, near: Sequence[Candidate], people: PeopleRules) -> set[object]:
    """Those last told to remove somebody, for whoever comes after: "Otto dismissed Lund, and Vane succeeded him"."""
    above = tree.head(token)
    stead = token.relation == "possessor" and people.has("offices.stead", above.lemma)
    if not stead and not (token.relation == "object" and people.has("persons.coming_verbs", above.lemma)):
        return set()
    last = {c.key: c for c in near}
    doing = (c for c in last.values() if c.head.relation == "subject" or _is_agent(c))
    ousting = (c for c in doing if people.has("persons.ousting_verbs", clause_of(c.tree, c.head).lemma))
    return {c.key for c in ousting if not came_after(c.tree, c.head, people)}


def _favour(
    tree: Tree, token: Token, sentence: int, near: Sequence[Candidate], people: PeopleRules
) -> dict[object, float]:
    """How much more those count of whom what is told right before lets one expect what is told of the pronoun."""
    favour = dict.fromkeys(_made(tree, token, near, people), _MADE)
    next_in_line = is_come_after(tree, token, people) and token.relation == "object" and is_now(tree, token)
    if next_in_line or keeps_it(tree, token, people):
        last = [c for c in near if sentence - c.sentence == 1 and c.kind == "person"]
        favour.update({c.key: _HAS for c in last if gets_it(c.tree, c.head, people)})
        if next_in_line:
            favour.update({c.key: _HAS for c in last if came_after(c.tree, c.head, people)})
    return favour


def _made(tree: Tree, token: Token, near: Sequence[Candidate], people: PeopleRules) -> set[object]:
    """Those told to come into an office, for "he" who is put into it: "Otto named Lund abbot, and he was enthroned"."""
    verb = tree.head(token)
    done = tree.first(verb, "predicate") if verb.pos == "AUX" else verb
    if done is None or done.form != "past-participle" or token.relation not in SUBJECTS:
        return set()
    pairs = ((c, c.tree.head(c.head)) for c in near if c.kind == "person" and c.head.relation in _DONE_TO)
    return {c.key for c, v in pairs if all(people.has("persons.made_verbs", w.lemma) for w in (v, done))}


def _is_office(candidate: Candidate) -> bool:
    """Whether it is an office, which goes from hand to hand as places do: "became mayor of Lindos and gave it up"."""
    return candidate.kind == "office" and candidate.number == "singular"


def _changes_hands(tree: Tree, token: Token, rule: Pronoun, people: PeopleRules | None) -> bool:
    """Whether the pronoun stands for one thing that goes from hand to hand."""
    one = "place" in rule.kinds and rule.number != "plural"
    return people is not None and one and is_taken(tree, token, people)


def _fitting(tree: Tree, token: Token, people: PeopleRules | None) -> Callable[[Candidate], float]:
    """How well a candidate goes with what is done to the pronoun; all alike where there are no `people`'s words."""
    if people is None:
        return lambda _: 1.0
    only = token.relation in _DONE_TO and people.has("places.only_verbs", tree.head(token).lemma)
    doer = subject_of(tree, clause_of(tree, token)) if token.relation == "object" else None

    def weigh(candidate: Candidate) -> float:
        suits = not only or candidate.kind == "place" or (candidate.kind == "unknown" and not candidate.thing)
        weight = 1.0 if suits else _LOOSE_FIT
        if doer is not None and candidate.tree is tree and any(t.i == doer.i for t in tree.above(candidate.head)):
            return weight * _WITHIN
        above = candidate.tree.head(candidate.tree.head(candidate.head))
        if candidate.head.relation == "complement" and people.has("offices.nouns", above.lemma):
            return weight * _WITHIN
        if may_be_held(candidate) and is_taken(candidate.tree, candidate.head, people):
            return weight * _GOING_ON
        if _is_goal(candidate, tree, people):
            return weight * _GOAL
        return weight * _TAKER if _takes(candidate.tree, candidate.head, people) else weight

    return weigh


def _is_goal(candidate: Candidate, tree: Tree, people: PeopleRules) -> bool:
    if candidate.tree is not tree or candidate.head.relation != "complement":
        return False
    brought = tree.head(candidate.head)
    return people.has("places.goals", brought.text) and people.has("places.motions", tree.head(brought).lemma)


def may_be_held(candidate: Candidate) -> bool:
    """Whether it is a place, or something of no known kind that has a name or is told from others by one."""
    if candidate.kind != "unknown" or candidate.cluster is not None:
        return candidate.kind in ("place", "unknown")
    return any(t.pos == "PROPN" for t in candidate.tree.below(candidate.head, "compound", "modifier"))


def _is_of_hands(tree: Tree, clause: Token, people: PeopleRules) -> bool:
    """Whether a clause behind a noun says so of it: "Lindos, which the League held", "Lindos, garrisoned by them"."""
    if not people.has("places.taken_verbs", clause.lemma):
        return False
    done = tree.first(clause, *_DONE_TO)
    return clause.form == "past-participle" if done is None else done.form == "relative-pronoun"


def is_taken(tree: Tree, token: Token, people: PeopleRules) -> bool:
    """Whether it is said to go from hand to hand, or to be in somebody's: "sold it", "the island came to Genoa"."""
    verb = tree.head(token)
    if token.relation in _DONE_TO:
        return people.has("places.taken_verbs", verb.lemma)
    if token.relation == "complement" and people.has("places.taken_nouns", tree.head(verb).lemma):
        return True
    if any(_is_of_hands(tree, clause, people) for clause in tree.below(token, "relative", "participle")):
        return True
    return token.relation == "subject" and people.has("places.passing_verbs", verb.lemma)


def _takes(tree: Tree, token: Token, people: PeopleRules) -> bool:
    """Whether it has or takes something, or gives it away: it is not what changes hands next."""
    verb = tree.head(token)
    doing = token.relation == "agent" or (token.relation == "subject" and tree.first(verb, "object") is not None)
    return doing and people.has("places.taken_verbs", verb.lemma)


def _acts(tree: Tree, token: Token) -> bool:
    """Whether a pronoun does something to somebody, or is brought to do something: "forced them to flee"."""
    verb = tree.head(token)
    if token.relation == "object":
        return any(t.form == "infinitive" for t in tree.below(verb, "open-clause"))
    return token.relation == "subject" and (tree.first(verb, "object") is not None or verb.form == "infinitive")


def _in_line(tree: Tree, token: Token, candidate: Candidate) -> bool:
    """Whether the verb that the pronoun is the object of goes on from the one that the candidate is the object of."""
    verb = tree.head(token)
    same = candidate.tree is tree and candidate.head.relation == token.relation == "object"
    return same and verb.relation == "conjunct" and verb.head == candidate.head.head


def _best(weighed: dict[object, float], nearest: dict[object, Candidate], strictly: int | None) -> Answer:
    """The likeliest, if no other is about as likely; `strictly` but for the subject of the sentence of that number."""
    ranked = sorted(weighed, key=lambda k: -weighed[k])
    if not ranked:
        return Answer(None, "no-antecedent")
    best = nearest[ranked[0]]
    told = strictly is None or (best.sentence == strictly and best.head.relation in SUBJECTS)
    if len(ranked) > 1 and weighed[ranked[1]] > (_MARGIN if told else _STRICT_MARGIN) * weighed[ranked[0]]:
        return Answer(None, "ambiguous")
    return Answer(best, "prominence")


def _prominence(candidate: Candidate, pronoun: Token) -> float:
    weight = _RECENCY + _ROLE_WEIGHTS.get(candidate.head.relation, _OTHER_ROLE)
    if candidate.head.relation in SUBJECTS and pronoun.relation in SUBJECTS:
        weight += _SAME_ROLE
        if candidate.head.relation == pronoun.relation == "passive-subject":
            weight += _SAME_VOICE
    if candidate.cluster is not None:
        weight += _NAMED
    return weight


def agrees(candidate: Candidate, rule: Pronoun) -> float:
    """1 where number, gender and kind agree, less where they do so loosely, 0 where they do not."""
    if candidate.kind not in rule.kinds and not (rule.reflexive and candidate.kind == "unknown"):
        return 0
    # "Marian Lund proclaimed himself king": the grammar knows better than the name.
    gender = candidate.gender or (candidate.cluster.gender if candidate.cluster is not None else None)
    if rule.gender and gender and rule.gender != gender and not rule.reflexive:
        return 0
    fit = 1.0 if not candidate.vague and candidate.head.relation not in ("compound", "modifier") else 0.7
    many = candidate.kind in ("place", "unknown") and is_plural_name(candidate.tree, candidate.head)
    if candidate.number == rule.number or (rule.reflexive and candidate.kind == "body"):
        return fit * _LOOSE_FIT if many and rule.number == "singular" else fit
    if rule.number == "plural" and many and candidate.kind == "place":
        return fit
    return _LOOSE_FIT if candidate.kind == "body" and rule.number == "plural" else 0


def _may_corefer(tree: Tree, token: Token, sentence: int, rule: Pronoun, candidate: Candidate) -> bool:
    """Whether the grammar of the sentence lets the two be one."""
    if candidate.sentence != sentence:
        return not rule.reflexive
    head = candidate.head
    if head.i >= token.i:
        return False
    if any(above.i == head.i for above in tree.above(token)) and token.form != "possessive-pronoun":
        return _in_relative_clause(tree, token, head) and (rule.reflexive or not _of_its_doer(tree, token, head))
    if rule.reflexive:
        clause = clause_of(tree, token)
        # "Had himself elected": himself is who had that done.
        own = token.relation in SUBJECTS and clause.relation in ("content-clause", "open-clause")
        subject = subject_of(tree, tree.head(clause) if own else clause)
        return subject is not None and subject.i == head.i
    if token.form == "possessive-pronoun":
        return tree.head(token).i != head.i
    return not _beside(tree, token, rule, head)


def _beside(tree: Tree, token: Token, rule: Pronoun, head: Token) -> bool:
    """Whether the two are parts of one clause, so that they are two: in "Weiss arrested him", "him" is not Weiss."""
    if rule.reflexive or token.form == "possessive-pronoun" or head.i >= token.i:
        return False
    verb = clause_of(tree, token)
    subject = subject_of(tree, verb)
    shared = subject is not None and subject.i == head.i and token.relation not in SUBJECTS
    # Whose something is may be done to by it: in "Weiss's men left him", "him" may be Weiss.
    near = clause_of(tree, head).i == verb.i and head.relation != "possessor"
    let = _is_let(tree, token, verb, head) or _undergoes(tree, token, head)
    return shared or near or let or _did_it_to(tree, token, head)


def _is_agent(candidate: Candidate) -> bool:
    """Whether it stands behind the "by" of a passive."""
    return candidate.head.relation == "complement" and candidate.tree.head(candidate.head).relation == "agent"


def _did_it_to(tree: Tree, token: Token, head: Token) -> bool:
    """Whether it did something to the other in a clause before it: in "settled by the Danes, it grew", "it" is none."""
    by = tree.head(head)
    clause = tree.head(by)
    done = clause.relation == "adverbial-clause" and clause.form == "past-participle" and by.relation == "agent"
    return done and token.relation in SUBJECTS and clause.head == token.head


def _undergoes(tree: Tree, token: Token, head: Token) -> bool:
    """Whether a subject does something to the other further on: in "they left and forced Weiss to flee", not Weiss."""
    done, verb = clause_of(tree, head), clause_of(tree, token)
    led = done.relation in ("content-clause", "open-clause") and done.head < done.i
    if head.relation in SUBJECTS and led and done.form in _NOT_FINITE:
        done = tree.head(done)
    elif head.relation in SUBJECTS:
        return False
    while done.relation == "conjunct" and done.i != verb.i and tree.first(done, *SUBJECTS) is None:
        done = tree.head(done)
    return token.relation in SUBJECTS and done.i == verb.i


def _is_let(tree: Tree, token: Token, verb: Token, head: Token) -> bool:
    """Whether the other has it done to the one: in "Weiss had him shot" and "let him go", "him" is not Weiss."""
    helpers = tree.below(verb, "auxiliary", "passive-auxiliary")
    bare = verb.form in _NOT_FINITE and all(h.form == "to" for h in helpers) and tree.first(verb, "marker") is None
    if token.relation not in SUBJECTS or verb.relation not in ("content-clause", "open-clause") or not bare:
        return False
    above = tree.head(verb)
    subject = subject_of(tree, above)
    return (subject is not None and subject.i == head.i) or clause_of(tree, head).i == above.i


def is_done_to(tree: Tree, subject: Token, head: Token) -> bool:
    """Whether the subject does something to the other: in "they took it and drove out the Danes" they are not Danes."""
    if subject.relation not in SUBJECTS or head.relation not in _PARTNERS - SUBJECTS:
        return False
    verb, other = clause_of(tree, subject), clause_of(tree, head)
    while other.i != verb.i and other.relation == "conjunct" and tree.first(other, *SUBJECTS) is None:
        other = tree.head(other)
    return other.i == verb.i


def _in_relative_clause(tree: Tree, token: Token, head: Token) -> bool:
    return any(a.head == head.i and a.relation in ("relative", "participle") for a in tree.above(token))


def _of_its_doer(tree: Tree, token: Token, head: Token) -> bool:
    """Whether the noun does to it what the relative clause tells: in "the men who held it", "it" is not they."""
    verb = clause_of(tree, token)
    subject = tree.first(verb, *SUBJECTS)
    doer = subject is not None and subject.form == "relative-pronoun"
    return doer and verb.relation == "relative" and verb.head == head.i and token.relation not in SUBJECTS


def clause_of(tree: Tree, token: Token) -> Token:
    """The verb whose subject, object or complement a word is; conjoined verbs count apart."""
    for above in tree.above(token):
        if above.pos in ("VERB", "AUX"):
            return above
    return token


def subject_of(tree: Tree, verb: Token) -> Token | None:
    """A verb's subject, or that of the verb it is joined to, goes with ("fled, taking him") or hangs on ("came to")."""
    while True:
        subject = tree.first(verb, *SUBJECTS)
        beside = verb.relation == "adverbial-clause" and verb.form == "present-participle"
        meant = verb.relation == "open-clause" and verb.form == "infinitive"
        beside = beside or (meant and tree.first(tree.head(verb), "object", "passive-subject") is None)
        if subject is not None or not (verb.relation in ("conjunct", "unclear") or beside):
            return subject
        verb = tree.head(verb)
