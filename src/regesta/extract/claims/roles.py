"""Who took part: fills the roles of a trigger from the syntax."""

from collections.abc import Iterator, Sequence

from regesta.extract.claims.bearing import Surroundings
from regesta.extract.claims.casting import ACTOR, INSTALLED, OFFICE, PLACE, TARGET, Casting, Filler
from regesta.extract.claims.clauses import (
    NOUNS,
    Grammar,
    agents,
    clause_verb,
    given_offices,
    hidden_agents,
    members,
    objects,
    phrase_span,
    possessors,
    shared_agents,
    subjects,
)
from regesta.extract.claims.doers import (
    actor_of_clause,
    doers,
    fought,
    givers,
    is_aim,
    is_giver,
    is_party,
    is_set_against,
    is_under,
    leaders,
    led_by,
    owners,
    receivers,
    undergoers,
)
from regesta.extract.claims.predicated import said_of, whole_of
from regesta.extract.claims.ranking import weigh_roles
from regesta.extract.claims.triggers import Trigger, bound_noun, joined_to, office_holder
from regesta.extract.claims.whereabouts import implied_place, is_bare, is_field, locate
from regesta.model.claim import Role
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import Sense

# Plans, promises and reports are of whoever makes them: "the decision of the council".
_WORDS = "words"
_BINDING = ("preposition", "agent", "recipient")
_MODAL = "modal"
_JOINED = "joined"


def fill_roles(tree: Tree, trigger: Trigger, casting: Casting) -> tuple[Role, ...]:
    """The participants of a trigger: by rule, then weighed by what was learned, where the language has that."""
    roles, weights = roles_by_rule(tree, trigger, casting), casting.lexicon.role_weights
    return weigh_roles(surroundings(tree, trigger, casting, roles), weights) if weights is not None else roles


def surroundings(tree: Tree, trigger: Trigger, casting: Casting, roles: tuple[Role, ...]) -> Surroundings:
    """What the weights look at."""
    sense, silent = trigger.sense, {trigger.token.i}
    bound = bound_noun(tree, trigger.token, sense.object_noun) if sense is not None and sense.object_noun else None
    if bound is not None and (is_bare(tree, bound) or any(r.name == TARGET for r in roles)):
        silent |= {bound.i, *(t.i for t in (tree.head(bound),) if t.relation == "predicate")}
    candidates = tuple(c for c in casting.candidates if c.token.i not in silent)
    kind = casting.types.get(trigger.type)
    return Surroundings(
        tree,
        trigger,
        candidates,
        roles,
        casting.names,
        casting.lexicon,
        casting.triggers,
        part=trigger.part + ("*" if trigger.passive else ""),
        family=kind.family if kind is not None else "",
        clause=trigger.token if trigger.part == "verb" else clause_verb(tree, trigger.token),
        line=(trigger.token, *tree.above(trigger.token)),
        verbs=casting.verbs,
    )


def roles_by_rule(tree: Tree, trigger: Trigger, casting: Casting) -> tuple[Role, ...]:
    """What the syntax gives, in text order within each role; none twice, none that is only a time."""
    if trigger.part == "verb":
        found = list(_of_verb(tree, trigger, casting))
    elif trigger.part == "noun":
        found = list(_of_noun(tree, trigger, casting))
    else:
        found = list(_of_office(tree, trigger, casting))
    found += locate(tree, trigger, casting, found)
    roles: list[Role] = []
    heads: dict[Span, Token] = {}
    seen: set[tuple[str, int]] = set()
    used: set[int] = set()
    for role, told, rule in found:
        token = _named(tree, told, casting)
        if (role, token.i) in seen or _is_nobody(token, casting) or (token.i == trigger.token.i and role != OFFICE):
            continue
        if role in (ACTOR, TARGET) and token.i in used:
            continue
        seen.add((role, token.i))
        used.add(token.i)
        span = _span_of(tree, role, token, casting)
        if rule == _JOINED and token.pos == "PROPN":
            span = casting.names.widen(token, tree.words(token, token))
        elif token.i == trigger.token.i:
            span = Span(span.document, span.start, max(span.end, trigger.span.end))
        if any(r.span == span and r.name == role for r in roles) or _holds(span, trigger, role):
            continue
        if _is_torn(casting.names.text[span.start : span.end]):
            continue
        roles.append(Role(role, span, casting.names.entity(token), rule))
        heads[span] = token
    return (*roles, *implied_place(tree, roles, heads, trigger, casting))


def _span_of(tree: Tree, role: str, token: Token, casting: Casting) -> Span:
    """The phrase of a participant; the Soviets, for "the Soviets began their offensive"."""
    if role == ACTOR and token.pos == "PRON" and token.relation == "possessor":
        named = casting.names.antecedent(token, tree.tokens[0].start)
        if named is not None:
            return named.span
    if token.relation == "compound" and casting.names.kind(token) == "event":
        return tree.words(token, token)
    return casting.names.widen(token, phrase_span(tree, token, casting.grammar))


def _is_torn(words: str) -> bool:
    """Whether it breaks off inside a bracket, or has no word in it: no phrase, but what the parser made of one."""
    return words.count("(") > words.count(")") or not any(c.isalnum() for c in words)


def _holds(span: Span, trigger: Trigger, role: str) -> bool:
    """Whether a name goes on to the very word of the happening, and so names it: "the Greco-Persian wars"."""
    return role != OFFICE and span.start <= trigger.token.start < span.end


def _named(tree: Tree, token: Token, casting: Casting) -> Token:
    """Dumont, for "a worker named Dumont" and for "the leader Dumont"."""
    if token.pos == "NOUN":
        for beside in tree.below(token, "apposition"):
            first = tree.under(beside)[0]
            if beside.pos == "PROPN" and first.i == token.i + 1 and first.relation != "determiner":
                return beside
    for naming in tree.below(token, "participle"):
        if naming.lemma in casting.lexicon.roles.naming:
            name = tree.first(naming, "predicate")
            if name is not None and name.pos == "PROPN":
                return name
    return token


def _is_nobody(token: Token, casting: Casting) -> bool:
    """Whether a word only tells the time, or is an "it" that no mention was made of: "it became clear that"."""
    if token.pos == "PRON" and token.lemma in casting.lexicon.roles.empty and casting.names.at(token) is None:
        return True
    return any(s.start < token.end and token.start < s.end for s in casting.times)


def _of_verb(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    grammar, verb, sense = casting.grammar, trigger.token, trigger.sense
    doer = joined_to(tree, verb)
    if doer is not None:
        yield from (Filler(ACTOR, doer, _JOINED), *(Filler(TARGET, t, _JOINED) for t in members(tree, tree.head(verb))))
        return
    done_to = objects(tree, verb) or _through_second(tree, trigger)
    subject = subjects(tree, verb, grammar)
    if trigger.passive:
        yield from (Filler(sense.subject_passive if sense else TARGET, t, "passive-subject") for t in subject)
        doing = shared_agents(tree, verb) or hidden_agents(tree, verb, grammar)
        yield from (Filler(ACTOR, t, "agent") for t in doing)
        yield from (f for t in doing for f in leaders(tree, t, casting))
    else:
        tells = "reported" in casting.lexicon.status.verbs.get(verb.lemma, ()) and tree.first(verb, "content-clause")
        undergoes = not (done_to or tells) and sense is not None and sense.subject_intransitive == TARGET
        subject = subject if undergoes else [d for t in subject for d in doers(tree, t, casting)]
        yield from (Filler(TARGET if undergoes else ACTOR, t, "subject") for t in subject)
        yield from (f for t in subject if not undergoes for f in leaders(tree, t, casting))
    behind = [
        *_bound_by_prepositions(tree, trigger, verb, casting),
        *_bound_behind_objects(tree, trigger, done_to, casting),
        *_behind_bound_noun(tree, trigger, casting),
    ]
    yield from _given_offices(tree, verb, done_to, grammar)
    done_to = [t for t in done_to if not (given_offices(tree, t, grammar) or is_set_against(tree, t, verb, casting))]
    yield from (Filler(TARGET, t, "object") for t in done_to if not _is_carried(trigger, t, behind, casting))
    given = (t for r in tree.below(verb, "recipient") if r.pos in NOUNS for t in members(tree, r))
    yield from (Filler(TARGET, t, "recipient") for t in given)
    bound = bound_noun(tree, verb, sense.object_noun) if sense is not None and sense.object_noun else None
    own = (bound.i, bound.head) if bound is not None else ()
    said = (p for p in tree.below(verb, "predicate") if p.pos in ("NOUN", "PROPN") and p.i not in own)
    yield from (Filler(TARGET, t, "predicate") for predicate in said for t in members(tree, predicate))
    yield from behind
    if not done_to and not trigger.passive:
        yield from _content(tree, verb)


def _given_offices(tree: Tree, verb: Token, done_to: list[Token], grammar: Grammar) -> Iterator[Filler]:
    """Louis and king, for "made his brother Louis king"."""
    for told in (*done_to, *tree.below(verb, "predicate")):
        for given, office in given_offices(tree, told, grammar):
            yield from (Filler(TARGET, given, "object"), Filler(TARGET, office, "predicate"))


def _behind_bound_noun(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Rouen, for "took control of Rouen" and "laid siege to Rouen"; the Genoese, for "remained in Genoese hands"."""
    sense = trigger.sense
    noun = bound_noun(tree, trigger.token, sense.object_noun) if sense is not None and sense.object_noun else None
    if sense is None or noun is None:
        return
    if sense.owner:
        named = [t for t in tree.below(noun, "modifier", "compound") if t.text[0].isupper()]
        yield from (Filler(sense.owner, t, "owner") for t in (*possessors(tree, noun), *named))
    light = noun.lemma in casting.lexicon.nouns or noun.end == trigger.span.end
    for preposition in tree.below(noun, "preposition"):
        of = light and preposition.lemma in casting.lexicon.roles.prepositions["of"]
        role = sense.prepositions.get(preposition.lemma, TARGET if of else None)
        for filled in tree.below(preposition, "complement"):
            if role is not None and filled.pos in NOUNS:
                yield from (Filler(role, t, f"{preposition.lemma}-phrase") for t in members(tree, filled))


def _bound_behind_objects(tree: Tree, trigger: Trigger, done_to: Sequence[Token], casting: Casting) -> Iterator[Filler]:
    """The Armenians, where "from the Armenians" hangs on the town that was taken from them."""
    sense = trigger.sense
    bound = [p for p, role in sense.prepositions.items() if role == TARGET] if sense is not None else []
    for place in done_to:
        for preposition in tree.below(place, "preposition") if casting.names.kind(place) == PLACE else ():
            if preposition.lemma in bound and preposition.lemma not in casting.lexicon.roles.prepositions["of"]:
                for noun in tree.below(preposition, "complement"):
                    yield from (Filler(TARGET, t, f"{preposition.lemma}-phrase") for t in members(tree, noun))


def _through_second(tree: Tree, trigger: Trigger) -> list[Token]:
    """The object of a verb that goes with this one: the gate, for "broke open the gate"."""
    second = trigger.sense.second if trigger.sense is not None else ""
    verbs = (t for t in tree.below(trigger.token) if second and t.lemma == second and t.pos == "VERB")
    return [t for verb in verbs for t in objects(tree, verb)]


def _is_carried(trigger: Trigger, token: Token, behind: Sequence[Filler], casting: Casting) -> bool:
    """Whether an object only says what is done, as "an end" in "put an end to the war"."""
    if trigger.span.start <= token.start < trigger.span.end:
        return True
    sense = trigger.sense
    told = casting.lexicon.nouns.get(token.lemma, ()) if sense is not None and token.lemma == sense.object_noun else ()
    return any(s.type == trigger.type for s in told) or (bool(told) and any(f.role == TARGET for f in behind))


def _content(tree: Tree, verb: Token) -> Iterator[Filler]:
    """What is proposed, ordered or said, where a clause says it: the object of that clause, or its subject."""
    for clause in tree.below(verb, "content-clause"):
        if clause.form != "infinitive" or any(t.form == _MODAL for t in tree.below(clause, "auxiliary")):
            continue
        inner = objects(tree, clause) or [
            m for t in tree.below(clause, "passive-subject", "subject") for m in members(tree, t)
        ]
        yield from (Filler(TARGET, t, "content") for t in inner[:1])


def _of_noun(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    noun, sense = trigger.token, trigger.sense
    assert sense is not None  # noqa: S101
    part, whose = said_of(tree, noun, casting.grammar, sense.behind)
    if whose and (sense.predicated or sense.behind.get(tree.head(noun).lemma)):
        yield from _said_of(tree, trigger, part, whose, casting)
        return
    holders = [Filler(ACTOR, t, "by-phrase") for t in agents(tree, noun)]
    holders += [f for t in agents(tree, noun) for f in leaders(tree, t, casting)]
    bound = list(_bound_by_prepositions(tree, trigger, noun, casting))
    undergone = sense.undergone and not any(f.role == TARGET for f in bound)
    owner_role = TARGET if undergone or (sense.of == sense.subject_intransitive == TARGET) else ACTOR
    holders += [Filler(owner_role, t, "possessor") for t in owners(tree, trigger, casting)]
    yield from holders
    yield from bound
    if trigger.support is not None:
        yield from _behind_support(tree, trigger, trigger.support)
    received = receivers(tree, trigger, casting)
    yield from (Filler(TARGET, t, "support-verb") for t in received)
    yield from givers(tree, trigger, casting) if received else ()
    if is_under(tree, trigger, casting) and any(f.role == ACTOR for f in bound):
        yield from (Filler(TARGET, t, "under") for t in undergoers(tree, trigger, casting))
    for child in tree.below(noun, "compound", "modifier"):
        if is_party(child, noun, casting) and not any(f.role == ACTOR for f in (*holders, *bound)):
            yield Filler(ACTOR if owner_role == ACTOR else TARGET, child, "compound")
    if not any(f.role == TARGET for f in bound):
        yield from (Filler(TARGET, t, "support-verb") for t in fought(tree, trigger, casting))
    if not received and not any(f.role == ACTOR for f in (*holders, *bound)):
        yield from actor_of_clause(tree, trigger, casting)


def _behind_support(tree: Tree, trigger: Trigger, verb: Token) -> Iterator[Filler]:
    """What hangs on the light verb of a noun: "gave him help", "launched an attack in May against the fort"."""
    sense = trigger.sense
    bound = {p for p, role in sense.prepositions.items() if role == TARGET} if sense is not None else set[str]()
    for recipient in tree.below(verb, "recipient"):
        if recipient.pos in NOUNS:
            yield from (Filler(TARGET, t, "recipient") for t in members(tree, recipient))
    for preposition in tree.below(verb, "preposition", "recipient"):
        behind = preposition.lemma in bound and preposition.i > verb.i
        for noun in tree.below(preposition, "complement") if behind else ():
            yield from (
                Filler(TARGET, t, f"{preposition.lemma}-phrase") for t in members(tree, noun) if noun.pos in NOUNS
            )


def _said_of(tree: Tree, trigger: Trigger, part: str, whose: list[Token], casting: Casting) -> Iterator[Filler]:
    """Corsica and France, for "Corsica was part of France", "under French rule" and "under the rule of the French"."""
    noun, other = trigger.token, ACTOR if part == TARGET else TARGET
    yield from (Filler(part, t, "subject") for t in whose)
    whole = whole_of(tree, noun, casting.lexicon.roles.prepositions["of"])
    yield from (Filler(other, t, "of-phrase") for t in whole)
    if other == ACTOR and not whole:
        yield from (Filler(ACTOR, t, "possessor") for t in possessors(tree, noun))
        parties = tree.below(noun, "compound", "modifier")
        yield from (Filler(ACTOR, t, "compound") for t in parties if is_party(t, noun, casting))


def _of_office(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    office, grammar = trigger.token, casting.grammar
    holder, head = office_holder(tree, office, grammar), tree.head(office)
    over = [
        t
        for preposition in tree.below(office, "preposition")
        if preposition.end > trigger.span.end
        for noun in tree.below(preposition, "complement")
        if noun.pos in NOUNS
        for t in members(tree, noun)
    ]
    verb = tree.head(tree.head(holder)) if holder is not None and office.relation == "complement" else None
    begun = verb is not None and casting.begins_office(verb.i)
    if holder is not None:
        yield Filler(ACTOR, holder, INSTALLED if begun else office.relation)
    yield Filler(OFFICE, office, office.relation)
    yield from (Filler(TARGET, t, "of-phrase") for t in over)
    if office.relation == "object" and not over:
        yield from (Filler(TARGET, t, "subject") for t in subjects(tree, head, grammar))
    if verb is not None and not over:
        made = (t for t in objects(tree, verb) if casting.names.kind(t) in ("body", PLACE))
        yield from (Filler(TARGET, t, "object") for t in made)


def _bound_by_prepositions(tree: Tree, trigger: Trigger, token: Token, casting: Casting) -> Iterator[Filler]:
    """Participants behind prepositions, as the meaning of the trigger says; "under X" is a second actor."""
    words, sense = casting.lexicon.roles.prepositions, trigger.sense
    for preposition in tree.below(token, *_BINDING):
        for noun in tree.below(preposition, "complement"):
            if noun.pos not in NOUNS:
                continue
            role, rule = _role_of(tree, preposition, noun, trigger, casting), f"{preposition.lemma}-phrase"
            if role is None and preposition.lemma in words["leader"]:
                yield from (Filler(ACTOR, t, f"{preposition.lemma}-phrase") for t in led_by(tree, preposition, casting))
            beside = role == ACTOR and preposition.relation == "preposition" and agents(tree, token)
            if role is not None and not beside:
                rule = f"{preposition.lemma}-phrase"
                yield from (Filler(role, t, rule) for t in members(tree, noun))
    if sense is not None and sense.second:
        for particle in tree.below(token, "particle"):
            if particle.lemma == sense.second:
                for noun in tree.below(particle, "complement"):
                    yield from (Filler(TARGET, t, "particle") for t in members(tree, noun))


def _role_of(tree: Tree, preposition: Token, noun: Token, trigger: Trigger, casting: Casting) -> str | None:
    words, sense = casting.lexicon.roles.prepositions, trigger.sense
    lemma = preposition.lemma
    if sense is not None and lemma == sense.second and lemma not in sense.prepositions:
        return PLACE if casting.names.kind(noun) == PLACE and trigger.part == "verb" else TARGET
    if lemma in words["of"] and trigger.part == "noun" and sense is not None:
        return _role_of_whole(tree, noun, trigger, sense, casting)
    if trigger.part == "noun" and is_giver(preposition, noun, trigger, casting):
        return ACTOR
    if trigger.part == "noun" and lemma in words["agent"]:
        country = casting.names.kind(noun) == PLACE and noun.pos == "PROPN" and tree.first(noun, "determiner") is None
        return ACTOR if country or casting.names.kind(noun) in ("person", "body", "unknown") else None
    role = sense.prepositions.get(lemma) if sense is not None else None
    if lemma in words["along"] and is_aim(tree, noun, casting):
        return None
    if role == PLACE:
        return PLACE if casting.names.kind(noun) == PLACE or noun.pos == "PROPN" else None
    return role


def _role_of_whole(tree: Tree, noun: Token, trigger: Trigger, sense: Sense, casting: Casting) -> str:
    """The part of what stands behind the "of" of a happening."""
    kind, acts = casting.names.kind(noun), casting.grammar.can_act(noun)
    if sense.of == PLACE and trigger.token.text[0].isupper():
        return PLACE if is_field(tree, noun, casting) else TARGET
    if sense.of == PLACE or (sense.of == ACTOR and kind == PLACE):
        return PLACE if kind in (PLACE, "unknown") else TARGET
    what = casting.types.get(trigger.type)
    headed = kind not in ("person", OFFICE) and noun.pos != "PRON" and noun.form != "plural"
    if what is not None and OFFICE in what.roles and sense.of == ACTOR and headed:
        return TARGET
    held = is_under(tree, trigger, casting) and (kind == PLACE or acts)
    named = noun.pos == "PROPN" or tree.first(noun, "determiner") is not None
    said = what is not None and what.family == _WORDS and acts and named
    return ACTOR if sense.of == TARGET and (held or said) else sense.of
