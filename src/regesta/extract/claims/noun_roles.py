"""Who took part in what a noun tells: whose it is, of what, by whom; and who had which office."""

from collections.abc import Collection, Iterator, Sequence

from regesta.extract.claims.bound import bound_by_prepositions, deed_behind
from regesta.extract.claims.casting import ACTOR, INSTALLED, OFFICE, PLACE, TARGET, Casting, Filler
from regesta.extract.claims.clauses import NOUNS, SUBJECTS, agents, members, possessors, subjects
from regesta.extract.claims.doers import (
    actor_of_clause,
    attackers,
    fought,
    is_party,
    is_under,
    leaders,
    owners,
    said_to_be,
    told_by,
    undergoers,
)
from regesta.extract.claims.objects import objects
from regesta.extract.claims.offices import named_beside, office_holder, without_one
from regesta.extract.claims.predicated import is_aside, said_of, whole_of
from regesta.extract.claims.receivers import bystanders, givers, receivers
from regesta.extract.claims.relatives import owner_meant
from regesta.extract.claims.senses import told_behind
from regesta.extract.claims.triggers import Trigger
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Sense

_SAID = ("predicate", "apposition")
"""Where a noun stands that is said of another."""
_OVER = ("body", PLACE)


def of_noun(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Whose deed it was, to whom, and by the clause that the noun stands in."""
    noun, sense = trigger.token, trigger.sense
    assert sense is not None  # noqa: S101
    part, whose = said_of(tree, noun, casting.grammar, sense.behind)
    said = bool(whose) and (sense.predicated or bool(sense.behind.get(tree.head(noun).lemma)))
    if said or sense.beside:
        yield from _said_of(tree, trigger, part, whose, casting) if said else _beside(tree, trigger, casting)
        return
    holders = [Filler(ACTOR, t, "by-phrase") for t in agents(tree, noun)]
    holders += [f for t in agents(tree, noun) for f in leaders(tree, t, casting)]
    bound = _without_deeds(tree, list(_bound(tree, trigger, casting)), casting)
    owner_role = _role_of_owner(sense, [*holders, *bound], casting)
    holders += [Filler(owner_role, t, "possessor") for t in owners(tree, trigger, casting)]
    yield from (*holders, *bound, *(Filler(ACTOR, t, "by-phrase") for t in told_by(tree, trigger, casting)))
    if trigger.support is not None:
        yield from _behind_support(tree, trigger, trigger.support, casting)
    received = receivers(tree, trigger, casting)
    yield from (Filler(TARGET, t, "support-verb") for t in received)
    yield from givers(tree, trigger, casting) if received else ()
    if is_under(tree, trigger, casting) and any(f.role == ACTOR for f in bound):
        yield from (Filler(TARGET, t, "under") for t in undergoers(tree, trigger, casting))
    done = any(f.role == ACTOR for f in (*holders, *bound))
    parties = [t for t in tree.below(noun, "compound", "modifier") if not done and is_party(t, noun, casting)]
    yield from (Filler(owner_role, t, "compound") for child in parties for t in members(tree, child))
    if not any(f.role == TARGET for f in (*holders, *bound)):
        yield from _done_to(tree, trigger, [*(f.token for f in (*holders, *bound)), *parties], casting)
    if not received and not done and not (parties and owner_role == ACTOR):
        yield from (Filler(ACTOR, t, "support-verb") for t in attackers(tree, trigger, casting))
        # "Was a casualty of the raid": it was done to him.
        role = TARGET if trigger.sense is not None and trigger.sense.undergone else ACTOR
        yield from (Filler(role, t, "subject") for t in said_to_be(tree, trigger, casting))
        yield from actor_of_clause(tree, trigger, casting)


def _without_deeds(tree: Tree, bound: list[Filler], casting: Casting) -> list[Filler]:
    """The same but for what the doers did besides: "repression by the council and its use of the police"."""
    if not casting.grammar.able([f.token for f in bound if f.role == ACTOR]):
        return bound
    whose = {f.token.i for f in bound if any(p.pos == "PRON" for p in possessors(tree, f.token))}
    return [f for f in bound if f.role != ACTOR or f.token.i not in whose or casting.grammar.able([f.token])]


def _done_to(tree: Tree, trigger: Trigger, doers: Collection[Token], casting: Casting) -> Iterator[Filler]:
    """Whom it is done to by the clause, where nothing that hangs on the noun says so."""
    helped = bystanders(tree, trigger, casting, helped=bool(doers))
    yield from (Filler(TARGET, t, "support-verb") for t in helped if t not in doers)
    yield from deed_behind(tree, trigger, casting)
    yield from (Filler(TARGET, t, "support-verb") for t in fought(tree, trigger, casting))


def _bound(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Who is behind its prepositions, with whoever leads those that did it: "a raid by the guard under Dumont"."""
    for told in bound_by_prepositions(tree, trigger, trigger.token, casting):
        yield told
        if told.role == ACTOR:
            yield from leaders(tree, told.token, casting)


def _role_of_owner(sense: Sense, bound: list[Filler], casting: Casting) -> str:
    """What whoever it belongs to has to do with it: "his removal" is done to him, "his removal of the guard" by him."""
    told_as = {f"{word}-phrase" for word in casting.lexicon.roles.offices.get("as", ())}
    undergone = sense.undergone and not any(f.role == TARGET and f.rule not in told_as for f in bound)
    undergone = undergone or any(f.rule == "by-phrase" for f in bound)
    return TARGET if undergone or (sense.of == sense.subject_intransitive == TARGET) else ACTOR


def _beside(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Otto and the king, for "his successor, Otto" and "Otto, successor of the king"."""
    named = named_beside(tree, trigger.token, casting.grammar)
    of = casting.lexicon.roles.prepositions["of"]
    whose = possessors(tree, trigger.token) or whole_of(tree, trigger.token, of)
    if named is not None:
        yield Filler(ACTOR, named, "apposition")
    yield from (Filler(TARGET, t, "possessor") for t in whose)


def _behind_support(tree: Tree, trigger: Trigger, verb: Token, casting: Casting) -> Iterator[Filler]:
    """What hangs on the light verb of a noun: "gave him help", "launched an attack in May against the fort"."""
    sense = trigger.sense
    bound = {p for p, role in sense.prepositions.items() if role == TARGET} if sense is not None else set[str]()
    words = casting.lexicon.roles
    for recipient in tree.below(verb, "recipient"):
        if recipient.pos in NOUNS:
            yield from (Filler(TARGET, t, "recipient") for t in members(tree, recipient))
    for preposition in tree.below(verb, "preposition", "recipient"):
        behind = preposition.lemma in bound and preposition.i > verb.i and not is_aside(tree, preposition, words)
        for noun in tree.below(preposition, "complement") if behind else ():
            yield from (
                Filler(TARGET, t, f"{preposition.lemma}-phrase") for t in members(tree, noun) if noun.pos in NOUNS
            )


def _said_of(tree: Tree, trigger: Trigger, part: str, whose: list[Token], casting: Casting) -> Iterator[Filler]:
    """Corsica and France, for "Corsica was part of France", "under French rule" and "under the rule of the French"."""
    part = trigger.sense.bearer if trigger.sense is not None and trigger.token.relation in _SAID else part
    if part == ACTOR:
        yield from bound_by_prepositions(tree, trigger, trigger.token, casting)
    noun, other = trigger.token, ACTOR if part == TARGET else TARGET
    yield from (Filler(part, t, "subject") for t in whose)
    whole = whole_of(tree, noun, casting.lexicon.roles.prepositions["of"])
    yield from (Filler(other, t, "of-phrase") for t in whole)
    if other == ACTOR and not whole:
        yield from (Filler(ACTOR, t, "possessor") for t in possessors(tree, noun))
        parties = tree.below(noun, "compound", "modifier")
        yield from (Filler(ACTOR, t, "compound") for t in parties if is_party(t, noun, casting))


def of_office(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Who had the office, and over what."""
    office, grammar = trigger.token, casting.grammar
    holder, head = office_holder(tree, office, grammar), tree.head(office)
    over = _under_office(tree, trigger, casting)
    apart = holder is not None and holder.head != office.i and holder.relation not in SUBJECTS
    beside = holder if office.relation == "complement" and apart else None
    verb = tree.head(tree.head(beside)) if beside is not None else None
    begun = verb is not None and casting.begins_office(verb.i)
    if holder is not None:
        yield Filler(ACTOR, holder, INSTALLED if begun else office.relation)
    yield Filler(OFFICE, office, office.relation)
    yield from (Filler(TARGET, t, "of-phrase") for t in over)
    yield from (Filler(PLACE, t, "of-phrase") for t in over if casting.names.kind(t) == PLACE)
    if over:
        return
    whose = [t for t in (owner_meant(tree, o) for o in possessors(tree, office)) if _says_of_what(t, office, casting)]
    yield from (Filler(TARGET, t, "possessor") for t in whose)
    if trigger.nobody is not None or (office.relation == "object" and head.lemma in grammar.words.offices["have"]):
        having = without_one(tree, office) if trigger.nobody is not None else subjects(tree, head, grammar)
        yield from (Filler(TARGET, t, "subject") for t in having)
        yield from (Filler(PLACE, t, "subject") for t in having if casting.names.kind(t) == PLACE)
    if verb is not None:
        made = (t for t in objects(tree, verb) if casting.names.kind(t) in ("body", PLACE))
        yield from (Filler(TARGET, t, "object") for t in made)


def _says_of_what(owner: Token, office: Token, casting: Casting) -> bool:
    """Whether an office is over whatever has it: Ulm's, or "its president" where that is Ulm's; not "their leader"."""
    if owner.pos != "PRON" and owner.form != "relative-pronoun":
        return True
    known = casting.names.kind(owner) in _OVER and casting.names.entity(owner) is not None
    return known and casting.types.words.is_sole_word(office.lemma)


def office_told(tree: Tree, trigger: Trigger, found: Sequence[Filler], casting: Casting) -> Iterator[Filler]:
    """The office of whoever comes into one, where it is told beside them: "Holt, the dean, elected in May"."""
    verb, told = trigger.token, [f.token for f in found if f.role in (ACTOR, TARGET)]
    about = [f.token for f in found if f.role == TARGET] or told
    others = about if trigger.passive else told
    if not casting.begins_office(verb.i) or len(others) != 1 or _goes_elsewhere(tree, verb, casting):
        return
    who = about[0]
    if _names_office(who, casting):
        named = any(casting.grammar.kind_of(t) == "person" for t in tree.below(who, "apposition"))
        yield from [Filler(OFFICE, who, "beside")] if named else []
    elif verb.relation in ("relative", "participle") and tree.first(who, "determiner") is None:
        beside = [*tree.below(who, "apposition"), *([tree.head(who)] if who.relation == "apposition" else [])]
        offices = (t for t in beside if _names_office(t, casting) and t.i < verb.i)
        yield from (Filler(OFFICE, t, "beside") for t in offices if t.form != "plural")


def _names_office(noun: Token, casting: Casting) -> bool:
    """Whether it is a plain word for an office, whoever it stands for."""
    return noun.pos == "NOUN" and casting.types.words.kind_of(noun.lemma) == OFFICE


def _goes_elsewhere(tree: Tree, verb: Token, casting: Casting) -> bool:
    """Whether somebody comes to something that stands behind the verb: "elected to the assembly"."""
    words = casting.lexicon.roles.prepositions
    to = words["direction"] | words["into"]
    return any(told_behind(tree, (p for p in tree.below(verb, "preposition") if p.lemma in to)))


def _under_office(tree: Tree, trigger: Trigger, casting: Casting) -> list[Token]:
    """Ghent, for "mayor of Ghent"; not the election, for "the president during the election"."""
    return [
        t
        for preposition in tree.below(trigger.token, "preposition")
        if preposition.end > trigger.span.end
        for noun in tree.below(preposition, "complement")
        if noun.pos in NOUNS and noun.lemma not in casting.lexicon.nouns
        for t in members(tree, noun)
    ]
