"""Participants behind prepositions, as the meaning of a happening binds them."""

from collections.abc import Iterator
from itertools import takewhile

from regesta.extract.claims.casting import ACTOR, OFFICE, PLACE, SOCIAL_FAMILIES, TARGET, Casting, Filler
from regesta.extract.claims.clauses import NOUNS, agents, members, possessors
from regesta.extract.claims.doers import (
    is_aim,
    is_fight,
    is_giver,
    is_means,
    is_party,
    is_under,
    led_by,
)
from regesta.extract.claims.objects import meant, objects
from regesta.extract.claims.offices import beside
from regesta.extract.claims.predicated import is_aside
from regesta.extract.claims.senses import behind_way
from regesta.extract.claims.triggers import Trigger
from regesta.extract.claims.whereabouts import is_bare, is_field
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Sense

# Plans, promises and reports are of whoever makes them: "the decision of the council".
_WORDS, _POWER, _LAW = "words", "power", "law"
_NOUN, _EVENT = "noun", "event"
_DEEDS = ("open-clause", "participle", "relative")
_TAKERS = frozenset(("body", "person"))
_BINDING = ("preposition", "agent", "recipient")
_BETWEEN = ("preposition", "agent", "complement", "participle")
"""What stands between a fight and whoever it is against."""


def bound_by_prepositions(tree: Tree, trigger: Trigger, token: Token, casting: Casting) -> Iterator[Filler]:
    """Participants behind prepositions, as the meaning of the trigger says; "under X" is a second actor."""
    words, sense = casting.lexicon.roles.prepositions, trigger.sense
    strayed = (_strayed if trigger.part == "verb" else _set_against)(tree, trigger, token, casting)
    for preposition in (*tree.below(token, *_BINDING), *strayed):
        for noun in tree.below(preposition, "complement"):
            aside = trigger.part == _NOUN and _is_set_off(tree, preposition, token)
            # "Was appointed with Otto Vane as his deputy": it is Otto Vane who was that.
            if noun.pos not in NOUNS or aside or beside(tree, noun, casting.grammar) is not None:
                continue
            role, rule = _role_of(tree, preposition, noun, trigger, casting), f"{preposition.lemma}-phrase"
            led = role is None and preposition.lemma in words["leader"]
            if led and _may_be_led(noun, trigger, casting) and not _leads_object(tree, preposition, token, casting):
                yield from (Filler(ACTOR, t, rule) for t in led_by(tree, preposition, casting))
            twice = role == ACTOR and preposition.relation == "preposition" and trigger.passive and agents(tree, token)
            if role is not None and not twice:
                named = (t for t in meant(tree, trigger.token, noun) if not _is_told_beside(noun, t, casting))
                yield from (Filler(role, t, rule) for t in named)
    if sense is not None and sense.second:
        for particle in tree.below(token, "particle"):
            if particle.lemma == sense.second:
                for noun in tree.below(particle, "complement"):
                    yield from (Filler(TARGET, t, "particle") for t in members(tree, noun))


def _is_told_beside(name: Token, joined: Token, casting: Casting) -> bool:
    """Whether a happening is joined to more than a name before it: "an attack on Lund and landings in Skane"."""
    happens = joined.pos == "NOUN" and joined.lemma in casting.lexicon.nouns and not casting.grammar.can_act(joined)
    return joined.i != name.i and name.pos == "PROPN" and happens


def _tells_stretch(tree: Tree, preposition: Token, casting: Casting) -> bool:
    """Whether two places only say how far something reaches: "held the coast from Lund to Ystad"."""
    words, end = casting.lexicon.roles.prepositions, tree.under(preposition)[-1].i
    if preposition.lemma not in words["giver"] or not _is_place_behind(tree, preposition, casting):
        return False
    other = tree.tokens[end + 1] if end + 1 < len(tree.tokens) else preposition
    inside = [t for t in tree.under(preposition)[1:] if t.lemma in words["direction"] and t.pos == "ADP"]
    goes = [t for t in (other, *inside) if t.lemma in words["direction"] and t.pos == "ADP"]
    before = tree.tokens[preposition.i - 1]
    reaches = before.pos == "NOUN" and casting.names.kind(before) == PLACE
    return reaches and any(_is_place_behind(tree, t, casting) for t in goes)


def _is_place_behind(tree: Tree, preposition: Token, casting: Casting) -> bool:
    return any(casting.names.kind(t) == PLACE for t in tree.below(preposition, "complement"))


def _may_be_led(noun: Token, trigger: Trigger, casting: Casting) -> bool:
    """Whether somebody may be over those who do it: not over what was said, enacted or favoured "under Otto"."""
    kind = casting.types.get(trigger.type)
    free = trigger.part == _NOUN or noun.lemma in casting.lexicon.roles.command
    return free or kind is None or kind.family not in (*SOCIAL_FAMILIES, _LAW)


def _leads_object(tree: Tree, under: Token, verb: Token, casting: Casting) -> bool:
    """Whether who is behind it leads those that something is done to: "sent out a fleet under Otto"."""
    return any(t.i < under.i and casting.grammar.can_act(t) for t in objects(tree, verb))


def deed_behind(tree: Tree, trigger: Trigger, casting: Casting) -> Iterator[Filler]:
    """Whom a deed is done to that is refused, proposed or threatened: "refused to recognise the duke"."""
    kind = casting.types.get(trigger.type)
    if kind is None or not kind.of_deed:
        return
    for deed in tree.below(trigger.token, *_DEEDS):
        if deed.form == "infinitive" and deed.i > trigger.token.i:
            yield from (Filler(TARGET, t, "content") for t in objects(tree, deed))


def _is_set_off(tree: Tree, preposition: Token, noun: Token) -> bool:
    """Whether a comma parts it from the noun, and it goes with the verb: "fled, with the aid of Pisa, to Elba"."""
    return preposition.i > noun.i and tree.tokens[preposition.i - 1].text == ","


def _strayed(tree: Tree, trigger: Trigger, token: Token, casting: Casting) -> Iterator[Token]:
    """What the parse hangs on another word: "took charge of the cabinet as chancellor", "gave it back to Pisa",
    "was forced out of office", "passed by marriage to the Holts".
    """
    sense = trigger.sense
    if sense is None:
        return
    undergoes = sense.subject_intransitive == TARGET and not trigger.passive
    takers = {p for p, role in sense.prepositions.items() if role == ACTOR and undergoes}
    for adverb in tree.below(token, "adverb", "particle", "preposition"):
        behind = (p for p in tree.below(adverb, "preposition") if p.i == adverb.i + 1 and p.i > token.i)
        # "Given prior to battle" is when, and nobody's.
        sooner = casting.lexicon.roles.order["before"]
        behind = (p for p in behind if f"{adverb.lemma} {p.lemma}" not in sooner)
        # "Besieged Lund, according to the annals"
        behind = (p for p in behind if f"{adverb.text} {p.text}".lower() not in casting.lexicon.status.prepositions)
        yield from (p for p in behind if sense.prepositions.get(p.lemma) == TARGET or p.lemma in takers)
    yield from (p for p in behind_way(tree, token) if p.lemma in sense.prepositions)
    offices = casting.lexicon.roles.offices["as"] & sense.prepositions.keys()
    for preposition in tree.under(token) if offices or takers else ():
        if preposition.relation != "preposition" or preposition.head == token.i:
            continue
        between = takewhile(lambda t: t.i != token.i, tree.above(preposition))
        kinds = {casting.names.kind(t) for t in tree.below(preposition, "complement")}
        wanted = (preposition.lemma in offices and OFFICE in kinds) or (
            preposition.lemma in takers and kinds & _TAKERS and tree.head(preposition).pos == "NOUN"
        )
        if wanted and all(t.pos in (*NOUNS, "ADP") for t in between):
            yield preposition


def _set_against(tree: Tree, trigger: Trigger, token: Token, casting: Casting) -> Iterator[Token]:
    """Against whom a fight is, told behind those who fight or where: "a revolt by two towns against the bishop"."""
    kind, opposed = casting.types.get(trigger.type), casting.lexicon.roles.prepositions["opposed"]
    if kind is None or kind.stance != "against":
        return
    for preposition in tree.under(token):
        if preposition.lemma in opposed and preposition.head != token.i and preposition.pos == "ADP":
            between = takewhile(lambda t: t.i != token.i, tree.above(preposition))
            if all(t.i not in casting.told and t.relation in _BETWEEN for t in between):
                yield preposition


def _role_of(tree: Tree, preposition: Token, noun: Token, trigger: Trigger, casting: Casting) -> str | None:
    words, sense = casting.lexicon.roles.prepositions, trigger.sense
    lemma = preposition.lemma
    ahead = preposition.i < trigger.token.i == preposition.head
    regent = ahead and lemma in casting.lexicon.roles.offices["as"]
    if regent or (trigger.part != _NOUN and _tells_stretch(tree, preposition, casting)):
        # "As regent, he set up a mint": he is it.
        return None
    if sense is not None and lemma == sense.second and lemma not in sense.prepositions:
        kind = casting.types.get(trigger.type)
        # "Marched into Lund" and "attached Ulm to his land" tell where, "parted with Lund" what.
        where = kind is None or kind.family != _POWER or tree.first(trigger.token, "object") is not None
        return PLACE if where and casting.names.kind(noun) == PLACE and trigger.part == "verb" else TARGET
    if lemma in words["of"] and trigger.part == "noun" and sense is not None:
        return _role_of_whole(tree, noun, trigger, sense, casting)
    if trigger.part == "noun" and is_giver(tree, preposition, noun, trigger, casting):
        return ACTOR
    if trigger.part == "noun" and lemma in words["agent"]:
        country = casting.names.kind(noun) == PLACE and noun.pos == "PROPN" and tree.first(noun, "determiner") is None
        doing = casting.names.kind(noun) in ("person", "body", "unknown") and not is_means(tree, noun, casting)
        return ACTOR if country or doing else None
    role = sense.prepositions.get(lemma) if sense is not None else None
    meant = noun.lemma in casting.grammar.words.intentions
    aside = (meant and lemma in words["opposed"]) or noun.lemma in casting.grammar.words.happenings
    if aside and preposition.i < trigger.token.i and trigger.part != _NOUN:
        # "Against his wishes", "on a mission along the coast, they fired on the Danes."
        return None
    if role is None and lemma in words["opposed"] and not meant:
        role = TARGET
    leads_on = is_aside(tree, preposition, casting.lexicon.roles)
    if role is None or leads_on or _says_it_again(tree, noun, trigger, casting):
        return None
    return _fit(tree, role, lemma, noun, trigger, casting)


def _fit(tree: Tree, role: str, lemma: str, noun: Token, trigger: Trigger, casting: Casting) -> str | None:
    """The role that the meaning binds, if the noun may have it: "sent help to the army" says to whom, not where."""
    words, kind = casting.lexicon.roles.prepositions, casting.types.get(trigger.type)
    if lemma in words["along"] and (is_aim(tree, noun, casting) or _is_help(noun, trigger, casting)):
        return None
    if role == ACTOR and lemma in words["giver"] and trigger.part != _NOUN and not casting.grammar.able([noun]):
        # "Supported them from their homes."
        return None
    within = words["location"] & casting.lexicon.roles.order["during"]
    on = lemma in words["surface"] and casting.names.is_region(noun)
    if role == TARGET and (on or lemma in within) and not _takes(tree, noun, trigger, casting):
        named = on and any(t.text[0].isupper() for t in tree.below(noun, "compound"))
        return PLACE if named or casting.names.kind(noun) == PLACE else None
    goes = lemma in words["direction"] - words["giver"]
    if role == PLACE and noun.pos != "PRON" and casting.grammar.can_act(noun) and goes:
        return TARGET
    if role == PLACE:
        return PLACE if casting.names.kind(noun) == PLACE or noun.pos == "PROPN" else None
    of_power = kind is not None and kind.family == _POWER
    # "Released from custody", but "driven from office".
    bare = role == TARGET and lemma in words["giver"] and is_bare(tree, noun)
    return None if bare and not of_power else role


def _takes(tree: Tree, noun: Token, trigger: Trigger, casting: Casting) -> bool:
    """Whether something is done to what is behind "in" or "at"; to nobody else in "shelled them at Narva"."""
    bound = trigger.sense is not None and bool(trigger.sense.object_noun)
    if trigger.part == _NOUN or bound or not objects(tree, trigger.token):
        return True
    where = casting.names.kind(noun) in (PLACE, _EVENT) or casting.names.is_region(noun)
    return not where and noun.lemma not in casting.lexicon.nouns


def _is_help(noun: Token, trigger: Trigger, casting: Casting) -> bool:
    """Whether a fight is fought with it, and not against it: "the battle was won with the help of Frisia"."""
    return is_fight(trigger) and noun.lemma in casting.lexicon.nouns and not casting.grammar.can_act(noun)


def _says_it_again(tree: Tree, noun: Token, trigger: Trigger, casting: Casting) -> bool:
    """Whether it is what the verb tells, once more: "brought the war to an end"."""
    article = tree.first(noun, "determiner")
    new = article is None or article.lemma in casting.lexicon.roles.indefinite
    senses = casting.lexicon.nouns.get(noun.lemma, ())
    again = any(s.type == trigger.type and not s.predicated for s in senses)
    return trigger.part != _NOUN and new and again and noun.pos != "PROPN"


def _role_of_whole(tree: Tree, noun: Token, trigger: Trigger, sense: Sense, casting: Casting) -> str | None:
    """The part of what stands behind the "of" of a happening; none in "the battles of the war"."""
    kind, acts = casting.names.kind(noun), casting.grammar.can_act(noun)
    happens = noun.pos == "NOUN" and noun.lemma in casting.lexicon.nouns and not acts
    if (sense.of == ACTOR and noun.measure == "time") or (sense.of == PLACE and happens):
        return None
    what = casting.types.get(trigger.type)
    deadly = what is not None and what.ends_life
    if happens and sense.undergone and (deadly or casting.tells_fight(noun)):
        # "The worst defeat of the war", "a casualty of the raid".
        return None
    if sense.of == PLACE and trigger.token.text[0].isupper():
        # "The War of the Danish Succession": nothing was done to that.
        other = TARGET if noun.form == "plural" else None
        return PLACE if is_field(tree, noun, casting) else other
    if sense.of == PLACE:
        # "the wars of the League" are its own
        fights = kind == "body" and ACTOR in sense.prepositions.values()
        return PLACE if kind in (PLACE, "unknown") else (ACTOR if fights else TARGET)
    if sense.of == ACTOR:
        return _role_of_doer(tree, noun, trigger, casting)
    held = is_under(tree, trigger, casting) and (kind == PLACE or acts)
    named = noun.pos == "PROPN" or tree.first(noun, "determiner") is not None
    said = what is not None and what.family == _WORDS and acts and named and not sense.undergone
    return ACTOR if sense.of == TARGET and (held or said) else sense.of


def _role_of_doer(tree: Tree, noun: Token, trigger: Trigger, casting: Casting) -> str | None:
    """Whoever stands behind "of" does it, if it is no place, no happening, and nobody else is told to do it."""
    kind, acts, what = casting.names.kind(noun), casting.grammar.can_act(noun), casting.types.get(trigger.type)
    family = what.family if what is not None else ""
    headed = kind not in ("person", OFFICE) and noun.pos != "PRON" and noun.form != "plural"
    if what is not None and OFFICE in what.roles and headed:
        return TARGET
    if noun.pos == "NOUN" and noun.lemma in casting.lexicon.nouns and not acts:
        return TARGET if family == _WORDS else None
    named = (*tree.below(trigger.token, "compound", "modifier"),)
    by = casting.lexicon.roles.prepositions["agent"]
    doing = possessors(tree, trigger.token) or any(p.lemma in by for p in tree.below(trigger.token, "preposition"))
    if doing or any(is_party(t, trigger.token, casting) for t in named):
        # "his support of the guilds", "Danish support of the guilds", "the evacuation of Lund by the Danes"
        return TARGET
    if kind == PLACE:
        return ACTOR if family in SOCIAL_FAMILIES and noun.pos == "PROPN" else PLACE
    return ACTOR
