"""Who did what a noun tells of: its own "by" and "'s", leaders, and the clause that the noun stands in."""

from collections.abc import Iterator

from regesta.extract.claims.casting import ACTOR, PLACE, SOCIAL_FAMILIES, TARGET, Casting, Filler
from regesta.extract.claims.clauses import (
    NOUNS,
    SUBJECTS,
    agents,
    clause_verb,
    members,
    possessors,
    shared_agents,
    subjects,
)
from regesta.extract.claims.company import beside_subject
from regesta.extract.claims.objects import objects
from regesta.extract.claims.predicated import whole_of
from regesta.extract.claims.relatives import owner_meant
from regesta.extract.claims.silent import QUOTES
from regesta.extract.claims.triggers import Trigger
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree

_FIGHT = "against"
_BY_FORCES = ("conflict", "life")
"""Families of what an army may be led in: battles, marches."""
_PHASE = "other"
"""The family of beginnings and ends."""
_ENDS = ('"', "”")
_QUALIFIED = ("determiner", "possessor", "modifier", "compound", "number", "quantity", "conjunct", "preposition")


def doers(tree: Tree, told: Token, casting: Casting) -> list[Token]:
    """Who does it, where the subject is a happening: the militia, for "a raid by the militia killed him"."""
    if told.lemma not in casting.lexicon.nouns or told.pos == "PROPN":
        return [told]
    return [t for t in _by(tree, told, casting) if casting.grammar.can_act(t)] or [told]


def _by(tree: Tree, noun: Token, casting: Casting) -> list[Token]:
    """What stands behind its "by"."""
    agent = casting.lexicon.roles.prepositions["agent"]
    return agents(tree, noun) or [
        m
        for preposition in tree.below(noun, "preposition")
        if preposition.lemma in agent
        for t in tree.below(preposition, "complement")
        for m in members(tree, t)
    ]


def told_by(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """Who fought or led it, where a participle behind it only says so: "a war fought by the Danes"."""
    kind, words = casting.types.get(trigger.type), casting.lexicon.roles
    forces = kind is not None and kind.family in _BY_FORCES
    telling = (t for t in tree.below(trigger.token, "participle") if t.i > trigger.token.i and is_passive(tree, t))
    return [
        doer
        for participle in telling
        if (forces if participle.lemma in words.leading else participle.lemma in words.carriers)
        or (is_fight(trigger) and casting.tells_fight(participle))
        for doer in agents(tree, participle)
        if casting.grammar.may_act(doer)
    ]


def is_means(tree: Tree, agent: Token, casting: Casting, *, taken: bool = False) -> bool:
    """Whether what stands behind "by" only says how: "sent by ship"; not "razed by fire", which is a happening.

    What is `taken` by assault is taken by whoever made it.
    """
    bare = tree.first(agent, *_QUALIFIED) is None and agent.pos == "NOUN" and agent.form != "plural"
    return bare and casting.names.kind(agent) == "unknown" and (taken or agent.lemma not in casting.lexicon.nouns)


def leaders(tree: Tree, force: Token, casting: Casting) -> Iterator[Filler]:
    """General Grant, for "the army under General Grant", "under the command of" him and "led by" him."""
    words = casting.lexicon.roles
    for preposition in tree.below(force, "preposition"):
        if preposition.lemma in words.prepositions["leader"]:
            yield from (Filler(ACTOR, t, f"{preposition.lemma}-phrase") for t in led_by(tree, preposition, casting))
    for leading in (*tree.below(force, "participle"), *_said_next(tree, force)):
        alone = not any(t.relation in ("preposition", "adverb") for t in tree.below(leading))
        if leading.lemma in words.leading and alone and is_passive(tree, leading):
            yield from (Filler(ACTOR, t, "leader") for t in agents(tree, leading))


def _said_next(tree: Tree, force: Token) -> list[Token]:
    """A participle right behind it that the parser hung on the noun before: "the raid by the army led by Grant"."""
    behind = tree.tokens[force.i + 1 : force.i + 2]
    noun = tree.head(tree.head(force)) if force.relation == "complement" else force
    return [t for t in behind if t.relation == "participle" and t.head == noun.i != force.i]


def owners(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """Whose deed it is by "'s"; the Soviets, for "the Soviets began their offensive", told with the verb."""
    whose = [owner_meant(tree, t) for t in possessors(tree, trigger.token)]
    if whose and all(casting.names.is_unnamed(t) for t in whose) and (behind := _named_behind(tree, trigger, casting)):
        return behind
    if trigger.sense is None or trigger.sense.undergone or not all(t.pos == "PRON" for t in whose):
        return whose
    carried = [f.token for f in actor_of_clause(tree, trigger, casting)] if whose else []
    agree = all(_may_be_one(t, whose, casting) for t in carried)
    known = any(casting.names.antecedent(t, tree.tokens[0].start) for t in whose)
    return carried if carried and agree and not known else whose


def _named_behind(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """X, for "his" where nobody is named before: "On his election as mayor, X rebuilt the bridge"."""
    phrase, kind = tree.head(trigger.token), casting.types.get(trigger.type)
    verb = tree.head(phrase)
    if kind is not None and kind.ends_life:
        return []  # "On his death, X became mayor"
    if trigger.token.relation != "complement" or phrase.relation != "preposition" or verb.pos != "VERB":
        return []
    doing = [t for t in subjects(tree, verb, casting.grammar) if phrase.i < t.i < verb.i]
    return [t for t in doing if casting.names.kind(t) == "person"][:1]


def _may_be_one(doer: Token, whose: list[Token], casting: Casting) -> bool:
    """Whether a doer may be whom a pronoun stands for: no army is meant by "his"."""
    kind, kinds = casting.names.kind(doer), {casting.names.kind(t) for t in whose}
    return not (kind in ("body", PLACE) and kinds == {"person"})


def led_by(tree: Tree, under: Token, casting: Casting) -> list[Token]:
    """The people behind "under": named there, or behind "of" in "under the command of"."""
    words, found = casting.lexicon.roles, list[Token]()
    for noun in tree.below(under, "complement"):
        kind = casting.names.kind(noun)
        if kind == "person" or (kind == "unknown" and noun.pos == "PROPN" and noun.lemma not in words.command):
            found += members(tree, noun)
        elif noun.lemma in words.command:
            owners = [
                who
                for of in tree.below(noun, "preposition")
                if of.lemma in words.prepositions["of"]
                for who in tree.below(of, "complement")
            ]
            found += [m for who in (*owners, *possessors(tree, noun)) for m in members(tree, who)]
            found += [t for t in tree.below(noun, "modifier", "compound") if is_party(t, noun, casting)]
    return found


def is_party(child: Token, noun: Token, casting: Casting) -> bool:
    """Whether a word before a noun says whose doing it is: "Polish help"; not in a name such as "Crimean War"."""
    # not "a pro-communist coup"
    before, behind = casting.names.text[child.start - 1 : child.start], casting.names.text[child.end : child.end + 1]
    if child.lemma in casting.lexicon.roles.doing["parties"] and before != "-":
        return True
    kind = casting.names.kind(child)
    # "Initial plans were dropped", "the mosque's bombing", 'the "Denounce the Reds" campaign'
    opens = child.i == 0 and kind == "unknown" and child.text not in casting.names.demonyms
    built = casting.names.is_region(child) and not casting.names.is_known(casting.names.entity(child))
    thing = built or before in QUOTES or behind in _ENDS
    if not child.text[0].isupper() or opens or thing or child.measure or child.pos == "NUM":
        return False
    fought = casting.tells_fight(noun)
    if kind == "event" and fought and child.relation == "modifier":
        return False
    nameless = kind == "event" and not fought and casting.names.place_of_event(noun) is None
    named = noun.text[0].islower() and (child.relation == "modifier" or kind == "unknown" or nameless)
    return named or kind in ("person", "body") or (kind == PLACE and len(child.text) > 1 and child.text.isupper())


def actor_of_clause(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Who launched or planned the offensive, or fought in it; and who did what led to it ("resulting in the siege")."""
    verb = trigger.support or _verb_of_deed(tree, trigger, casting)
    if verb is not None and trigger.token.relation == "complement" and possessors(tree, trigger.token):
        return
    if verb is not None:
        doing = _doing(tree, trigger, verb, casting)
        # "Missouri had many battles": they were fought there.
        where = verb.lemma in casting.lexicon.roles.offices["have"] and is_fight(trigger)
        others = (t for t in doing if t.i != trigger.token.i and not (where and casting.names.kind(t) == PLACE))
        yield from (Filler(ACTOR, t, "support-verb") for t in others if not _is_happening(t, casting))
        return
    incited = _incited(tree, trigger, casting)
    if incited:
        yield from (Filler(ACTOR, t, "support-verb") for t in incited)
        return
    above = clause_verb(tree, trigger.token)
    leads_to = casting.lexicon.roles.order["leads_to"]
    if above is None:
        return
    if above.lemma in leads_to and above.relation == "adverbial-clause" and tree.first(above, *SUBJECTS) is None:
        cause = tree.head(above)
        made = [t for t in objects(tree, above) if t.i != trigger.token.i and casting.grammar.able([t])]
        if made and trigger.token.relation == "complement":
            yield from (Filler(ACTOR, t, "cause") for t in made)
            return
        doing = shared_agents(tree, cause) if is_passive(tree, cause) else subjects(tree, cause, casting.grammar)
        yield from (Filler(ACTOR, t, "cause") for t in doing)
    elif trigger.token.relation == "object" and _is_marked(trigger, above, casting):
        yield from (Filler(ACTOR, t, "support-verb") for t in subjects(tree, above, casting.grammar))
    elif trigger.token.relation == "passive-subject" and above.lemma not in casting.lexicon.verbs:
        # "The revolt was exemplified by raids": no raid rose.
        # Nor does what it is only shown by ("was marked by failed actions") do it.
        yield from (Filler(ACTOR, t, "support-verb") for t in agents(tree, above) if casting.grammar.may_act(t))


def _is_marked(trigger: Trigger, verb: Token, casting: Casting) -> bool:
    """Whether something is said to be a beginning or an end: "the campaign marked the end of the war"."""
    kind = casting.types.get(trigger.type)
    return kind is not None and kind.family == _PHASE and verb.lemma in casting.lexicon.roles.doing["marking"]


def _doing(tree: Tree, trigger: Trigger, verb: Token, casting: Casting) -> list[Token]:
    """Who does what a verb has a noun tell: "an attack was planned by them", but "they were engaged in fighting"."""
    if not is_passive(tree, verb):
        doing = subjects(tree, verb, casting.grammar)
        return [*doing, *beside_subject(tree, verb, doing, casting)]
    inside = trigger.token.relation == "complement" and verb.lemma in casting.lexicon.roles.doing["verbs"]
    return agents(tree, verb) or (casting.grammar.able(subjects(tree, verb, casting.grammar)) if inside else [])


def _incited(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """Who is brought to it: the towns, for "incited the towns to rebellion"."""
    into, words = tree.head(trigger.token), casting.lexicon.roles
    verb = tree.head(into)
    brought = trigger.token.relation == "complement" and into.lemma in words.prepositions["into"]
    if not brought or verb.lemma not in casting.grammar.words.controls or is_passive(tree, verb):
        return []
    return [t for t in objects(tree, verb) if t.i < into.i and not _is_happening(t, casting)]


def said_to_be(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """Who is said to be a deed: the charter, for "the charter was a refusal"; people and papers only."""
    head = tree.head(trigger.token)
    if trigger.token.relation != "predicate" or head.pos != "AUX":
        return []
    told = subjects(tree, head, casting.grammar)
    # "Chief among the changes was the removal of the abbot": no chief is removed, nor removes him.
    among = casting.lexicon.status.scope["among"]
    told = [t for t in told if not any(p.lemma in among for p in tree.below(t, "preposition"))]
    return [t for t in told if t.pos != "PRON" and (casting.grammar.can_act(t) or casting.names.kind(t) == "document")]


def is_fight(trigger: Trigger) -> bool:
    """Whether a noun tells of a battle, which is fought at a place."""
    return trigger.sense is not None and trigger.sense.of == PLACE


def _is_happening(token: Token, casting: Casting) -> bool:
    meant = token.lemma in casting.grammar.words.intentions and not casting.grammar.can_act(token)
    return token.pos != "PROPN" and (meant or token.lemma in casting.lexicon.nouns)


def _verb_of_deed(tree: Tree, trigger: Trigger, casting: Casting) -> Token | None:
    """The verb whose subject does what the noun tells of: "planned an attack", "lost in a battle"."""
    words = casting.lexicon.roles
    noun = _row_of(tree, trigger.token, casting)
    head = tree.head(noun)
    behind = noun.relation == "complement" and head.relation == "preposition"
    verb = tree.head(head) if behind else head
    if verb.pos != "VERB" or (is_passive(tree, verb) and (agents(tree, verb) or noun.relation != "complement")):
        return None
    if any(f"{verb.lemma} {p}".strip() in words.doing["verbs"] for p in _particles(tree, verb)):
        # "Denmark promised to stop after the sinking": only a time.
        aside = head.lemma in words.order["after"] | words.order["before"]
        return verb if noun.relation == "object" or (behind and not aside and not objects(tree, verb)) else None
    if behind and head.lemma in words.order["through"] and whole_of(tree, noun, words.prepositions["of"]):
        # "They brought peace by the adoption of the plan": it is they who adopted it.
        return verb
    if is_passive(tree, verb):
        return None
    inside = behind and head.lemma in words.prepositions["location"] - words.prepositions["direction"]
    fought = inside and is_fight(trigger)
    return verb if fought and not _is_undergone(tree, verb, casting) else None


def _row_of(tree: Tree, noun: Token, casting: Casting) -> Token:
    """The series, for "a series of battles"; the noun itself where it stands in none."""
    of = tree.head(noun)
    row = tree.head(of)
    article = tree.first(row, "determiner")
    several = noun.form == "plural" and of.lemma in casting.lexicon.roles.prepositions["of"]
    vague = article is not None and article.lemma in casting.grammar.words.indefinite
    return row if several and vague else noun


def _particles(tree: Tree, verb: Token) -> list[str]:
    """What goes with a verb, or nothing: "set up"."""
    return [t.lemma for t in tree.below(verb, "particle")] or [""]


def fought(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """Who was beaten or met in a battle or attack, by its clause: "defeated the Danes in a battle"."""
    head = _clause_of_fight(tree, trigger, casting)
    if head is None:
        return []
    beaten = subjects(tree, head, casting.grammar) if is_passive(tree, head) else objects(tree, head)
    return [t for t in beaten if casting.grammar.can_act(t) or (t.pos == "PROPN" and is_bare_name(tree, t))]


def attackers(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """Who killed somebody in an attack: "was shot by the guards in an ambush"."""
    head = _clause_of_fight(tree, trigger, casting)
    return agents(tree, head) if head is not None and is_passive(tree, head) else []


def _clause_of_fight(tree: Tree, trigger: Trigger, casting: Casting) -> Token | None:
    """The verb that tells what was done to somebody in it; in a battle others may have been killed than those met."""
    head = tree.head(trigger.token)
    while head.pos not in ("VERB", "AUX") and head.head != head.i:
        head = tree.head(head)
    verb, what = casting.types.get(casting.told.get(head.i, "")), casting.types.get(trigger.type)
    if verb is None or what is None or not verb.stance == what.stance == _FIGHT:
        return None
    return head if _is_inside(tree, trigger, casting) and not (is_fight(trigger) and verb.ends_life) else None


def is_bare_name(tree: Tree, token: Token) -> bool:
    """Whether no article stands before a name: a country, not "the Crimean peninsula"."""
    return tree.first(token, "determiner") is None


def _is_inside(tree: Tree, trigger: Trigger, casting: Casting) -> bool:
    """Whether it is what something else is told to be in: "in a series of battles"."""
    prepositions = casting.lexicon.roles.prepositions
    above = tree.head(trigger.token)
    while above.lemma in prepositions["of"]:
        above = tree.head(tree.head(above))
    return above.relation == "preposition" and above.lemma in prepositions["location"] - prepositions["direction"]


def _is_undergone(tree: Tree, verb: Token, casting: Casting) -> bool:
    """Whether the subject of the verb does nothing: "died in the war"."""
    return not objects(tree, verb) and any(
        s.subject_intransitive == TARGET for s in casting.lexicon.verbs.get(verb.lemma, ())
    )


def is_giver(tree: Tree, preposition: Token, noun: Token, trigger: Trigger, casting: Casting) -> bool:
    """Whether it says whose support or pressure it is: "support from the bishop", not "protection from attacks"."""
    before = tree.tokens[preposition.i - 1]
    if before.relation == "complement" and before.i != trigger.token.i and _is_happening(before, casting):
        # "the declaration of secession from the Union"
        return False
    kind = casting.types.get(trigger.type)
    social = kind is not None and kind.family in SOCIAL_FAMILIES
    direction = casting.lexicon.roles.prepositions["giver"]
    return social and preposition.lemma in direction and not _is_happening(noun, casting)


def is_under(tree: Tree, trigger: Trigger, casting: Casting) -> bool:
    """Whether something else is said to be under it: "under the control of the Ottomans"."""
    above = tree.head(trigger.token)
    return trigger.token.relation == "complement" and above.lemma in casting.lexicon.roles.prepositions["leader"]


def undergoers(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """What is under it: "the province was under the control of"."""
    above = tree.head(tree.head(trigger.token))
    if above.pos in NOUNS:
        return members(tree, above)
    if agents(tree, above):
        # "They were aided by units under his command": the units are under it.
        return []
    if above.pos == "AUX" or is_passive(tree, above) or not objects(tree, above):
        return subjects(tree, above, casting.grammar)
    told = casting.types.get(casting.told.get(above.i, ""))
    if told is not None and told.stance == _FIGHT:
        return subjects(tree, above, casting.grammar)
    # "He sent a fleet under the command of Otto": it is the fleet that is under him.
    return [t for t in objects(tree, above) if casting.grammar.can_act(t)]


def is_aim(tree: Tree, noun: Token, casting: Casting) -> bool:
    """Whether it says what was meant by the deed: "joined with the aim of recovering Minorca"."""
    behind = [t for p in tree.below(noun, "preposition") for t in tree.below(p, "complement")]
    clause = any(t.form == "present-participle" for t in behind) or tree.first(noun, "participle", "relative")
    return noun.lemma in casting.grammar.words.intentions and bool(clause)


def is_set_against(tree: Tree, token: Token, verb: Token, casting: Casting) -> bool:
    """Whether it is joined by "but", and so no second object: "refused the plan but increased help"."""
    first, words = tree.head(token), casting.lexicon.status
    if token.relation != "conjunct" or any(tree.first(t, "negation") for t in (verb, first)):
        return False
    return any(t.lemma in words.scope["contrast"] and first.i < t.i < token.i for t in tree.below(first, "coordinator"))
