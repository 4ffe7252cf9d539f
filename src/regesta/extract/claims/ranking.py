"""What the rules give, weighed by what was learned: unlikely participants go, likely ones that no rule found come in.

A rule knows the grammar of a clause; who fights "in the battle of X", and which of the places of a sentence is meant,
is a matter of likelihood. Whatever is added bears its probability as its rule.
"""

from collections.abc import Sequence

from regesta.extract.claims.bearing import Surroundings, first_traits, further_traits, initials, rule_hits, way_to
from regesta.extract.claims.candidates import Candidate, titled
from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.parties import is_nobody
from regesta.extract.claims.whereabouts import is_around, is_bare, is_state
from regesta.model.claim import LIKELY, Role
from regesta.model.syntax import Token
from regesta.rules.role_weights import RoleWeights, probability

_ADDED, _KEPT = {"target": 0.6, "place": 0.35}, {"target": 0.15, "place": 0.05}
"""The least probability of a participant that no rule found, by role, and of one that a rule found."""
_AT_A_GLANCE = -0.3
"""The least log odds, of any role, with which what no rule found is looked at twice: one in a hundred is lost by it."""
_APART = ("conjunct", "adverbial-clause", "relative", "parataxis")
"""What a clause is to the one above it where neither is told in the other."""
_PLACE, _TARGET, _PERSON, _BODY = "place", "target", "person", "body"
_BEHIND = 2
"""Steps down from a verb to what stands behind a preposition of it."""
_EXCLUSIVE = ("actor", "target")
_AGENT, _JOINED, _TOLD_OF = "agent", "conjunct", "predicate"
_ABLE = ("person", "body", "document", "event", "office")
_FREE = ("name-place", "sentence-place", "actor-place", "relative-place", "there-place", "shared-place")
"""Rules that go by what the text says elsewhere, of which the traits know nothing."""


def weigh_roles(around: Surroundings, weights: RoleWeights) -> tuple[Role, ...]:
    """The participants of a happening: those of the rules that are likely enough, then those found beside them."""
    hits = rule_hits(around)
    given = {(r.name, r.span): n for n, roles in hits.items() for r in roles}
    filled = initials(role for roles in hits.values() for role in roles)
    chances = [_chances(around, c, hits.get(n, ()), filled, weights) for n, c in enumerate(around.candidates)]
    alone = _undergoes_alone(around)
    kept = [r for r in around.roles if r is alone or _stays(r, given.get((r.name, r.span)), chances, weights)]
    found = [
        (chances[n][m], role, n)
        for m, role in enumerate(weights.roles)
        for n in range(len(around.candidates))
        if chances[n][m] >= _ADDED[role] and not _has_part(hits.get(n, ()), role)
        if _may_be(around, around.candidates[n], role, hits.get(n, ()))
    ]
    for chance, role, n in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        candidate = around.candidates[n]
        if not any(_clashes(candidate, role, other) for other in kept):
            entity = candidate.mention.entity if candidate.mention is not None else None
            entity = entity or around.names.place_named(candidate.span)
            kept.append(Role(role, candidate.span, entity, f"{LIKELY} {chance:.2f}"))
    return tuple(kept)


def _chances(
    around: Surroundings, candidate: Candidate, told: Sequence[Role], filled: str, weights: RoleWeights
) -> tuple[float, ...]:
    """How likely it has each of the roles, 0 to 1; none for what no rule found and what looks unlikely at a glance."""
    way = way_to(around, candidate)
    first = weights.odds(first_traits(around, candidate, way))
    if not told and max(first) < _AT_A_GLANCE:
        return (0.0,) * len(first)
    further = weights.odds(further_traits(around, candidate, way, told, filled))
    return tuple([probability(a + b) for a, b in zip(first, further, strict=True)])


def _may_be(around: Surroundings, candidate: Candidate, role: str, told: Sequence[Role]) -> bool:
    """Whether the grammar lets it be one: a target stands below the happening, or below what its noun hangs on."""
    tree, words = around.tree, around.lexicon.roles.prepositions
    if role == _PLACE:
        elsewhere = titled(tree, candidate.token, around.names) or _is_elsewhere(around, candidate)
        return not elsewhere and _may_be_where(around, candidate, told)
    up, down = way_to(around, candidate)
    if up and (not down or down[0] in SUBJECTS or down[0] == _TOLD_OF):
        return False
    nobody = is_nobody(tree, candidate.token, around.names, around.lexicon.roles, ())
    if nobody or down == (_JOINED,) or _is_only_how(around, candidate, down):
        return False
    own = candidate.clause
    if own is not None and own.relation in _APART and around.trigger.token in tree.above(own):
        return False
    above = tree.head(candidate.token)
    if candidate.token.relation != "complement" or above.pos != "ADP":
        return True
    return above.lemma not in words["along"] or tree.first(candidate.token, "number") is None


def _may_be_where(around: Surroundings, candidate: Candidate, told: Sequence[Role]) -> bool:
    """Whether something may be told to be there: not at a plain thing, nor at a party, nor "after the Battle of X"."""
    words, noun = around.lexicon.roles, candidate.token
    if candidate.kind == "unknown" and noun.pos == "NOUN":
        somewhere = around.names.is_region(noun) and not (told and around.words.is_site(noun.lemma))
        if not somewhere or is_bare(around.tree, noun):
            return False
    aside = {f"{p}-phrase" for p in words.prepositions["direction"]} | {_TOLD_OF}
    if any(r.name == "actor" or (r.name == "target" and (around.on_party or r.rule in aside)) for r in told):
        return False
    if told and is_state(noun, around.family, around.words):
        return False
    if noun.relation == "apposition" and is_around(around.tree, around.tree.head(noun), noun):
        return False
    above = around.tree.head(noun)
    if noun.relation == "complement" and above.lemma in words.prepositions["leader"]:
        return False
    if noun.relation == "object" and above.i != around.trigger.token.i and above.lemma in words.doing["parting"]:
        # "left Lund to burn the docks of Ulm"
        return False
    _, down = way_to(around, candidate)
    if down[:1] == (_TOLD_OF,):
        # "became a client kingdom of Denmark"
        return False
    when = words.order["after"] | words.order["before"]
    return not any(step.partition(":")[2] in when for step in down)


def _is_elsewhere(around: Surroundings, candidate: Candidate) -> bool:
    """Whether it says where something else is or was."""
    up, down = way_to(around, candidate)
    noun = candidate.token
    return _is_of_people(around, noun) or _is_of_subject(around, noun) or _is_of_clause(around, noun, up, down)


def _is_of_people(around: Surroundings, noun: Token) -> bool:
    """Whether it only says where people are from: "the dockers of Lund"; not "the walls of Lund", nor its garrison."""
    above, words = around.tree.head(noun), around.words
    if noun.relation != "complement" or above.lemma not in around.lexicon.roles.prepositions["of"]:
        return False
    whose = around.tree.head(above)
    people = around.names.kind(whose) in (_PERSON, _BODY)
    if whose.pos == "NOUN" and whose.form == "plural" and whose.i not in around.triggers:
        people = people or not (around.names.is_region(whose) or words.is_portion(whose.lemma))
    return people and not words.is_garrison(whose.lemma)


def _is_of_subject(around: Surroundings, noun: Token) -> bool:
    """Whether the happening that is the subject was there: "the demolition of a mill in Lund was stopped"."""
    tree, verb = around.tree, around.trigger.token
    line = (t for t in tree.above(noun) if t.relation in SUBJECTS and t.head == verb.i and t.pos == "NOUN")
    return around.trigger.part == "verb" and any(t.i in around.triggers for t in line)


def _is_of_clause(around: Surroundings, noun: Token, up: tuple[str, ...], down: tuple[str, ...]) -> bool:
    """Whether it is where another clause has it: "abdicated in Lund and was taken to Ulm", "sailed to Lund when"."""
    if "relative" in up:
        return True
    if len(down) != _BEHIND or not down[0].startswith("prep:"):
        return False
    goes_on = around.trigger.part == "verb" and up[-1:] == (_JOINED,)
    goal = around.tree.head(noun).lemma in around.lexicon.roles.prepositions["direction"]
    return goes_on or "content-clause" in up or (goal and "adverbial-clause" in up)


def _is_only_how(around: Surroundings, candidate: Candidate, down: tuple[str, ...]) -> bool:
    """Whether a preposition says who did it, where or with what: "led by Otto", "hung over a bridge"."""
    words, above = around.lexicon.roles.prepositions, around.tree.head(candidate.token)
    if above.relation == _AGENT:
        return True
    if around.trigger.part != "verb" or candidate.token.relation != "complement":
        return False
    if down[0] == "object" and above.lemma in words["along"]:
        return True
    where = words["location"] - words["direction"] | words["surface"]
    return candidate.kind not in _ABLE and above.lemma in where


def _undergoes_alone(around: Surroundings) -> Role | None:
    """Whom alone a verb without an object tells of, as "died" does: the grammar knows, and nobody else is told to."""
    sense, told = around.trigger.sense, [r for r in around.roles if r.name == _TARGET]
    if sense is None or sense.subject_intransitive != _TARGET or around.trigger.passive or len(told) != 1:
        return None
    kinds = {c.kind for c in around.candidates if c.span == told[0].span}
    return told[0] if kinds == {_PERSON} else None


def _stays(role: Role, number: int | None, chances: Sequence[tuple[float, ...]], weights: RoleWeights) -> bool:
    if number is None or role.name not in weights.roles or role.rule in _FREE:
        return True
    return chances[number][weights.roles.index(role.name)] >= _KEPT[role.name]


def _has_part(told: Sequence[Role], role: str) -> bool:
    """Whether a rule gave it this part, or one that goes with no other."""
    return any(r.name == role or (r.name in _EXCLUSIVE and role in _EXCLUSIVE) for r in told)


def _clashes(candidate: Candidate, role: str, other: Role) -> bool:
    """Whether the same words, or the same participant, have that part already or one that excludes it."""
    if other.name != role:
        return other.span == candidate.span and role in _EXCLUSIVE and other.name in _EXCLUSIVE
    entity = candidate.mention.entity if candidate.mention is not None else None
    return candidate.span.overlaps(other.span) or (entity is not None and entity == other.entity)
