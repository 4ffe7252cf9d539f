"""Who took part: what the syntax gives each role of a happening, weighed by what was learned."""

from dataclasses import replace

from regesta.extract.claims.bearing import Surroundings
from regesta.extract.claims.casting import ACTOR, OFFICE, PLACE, TARGET, Casting, Filler
from regesta.extract.claims.chosen import with_chosen
from regesta.extract.claims.clauses import clause_verb
from regesta.extract.claims.implied import implied_place
from regesta.extract.claims.noun_roles import of_noun, of_office, office_told
from regesta.extract.claims.parties import is_nobody
from regesta.extract.claims.phrases import phrase_span
from regesta.extract.claims.ranking import weigh_roles
from regesta.extract.claims.ruled_out import without_ruled_out
from regesta.extract.claims.senses import bound_noun
from regesta.extract.claims.triggers import Trigger
from regesta.extract.claims.verb_roles import JOINED, of_verb
from regesta.extract.claims.whereabouts import is_bare, locate, of_subject
from regesta.model.claim import Role
from regesta.model.ids import Id
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span


def fill_roles(tree: Tree, trigger: Trigger, casting: Casting) -> tuple[Role, ...]:
    """The participants of a trigger: by rule, then weighed by what was learned, where the language has that.

    Who is told to be in an office stands beside its name: there the grammar knows all.
    """
    roles, weights = roles_by_rule(tree, trigger, casting), casting.lexicon.role_weights
    if weights is not None and trigger.part != "office":
        roles = weigh_roles(surroundings(tree, trigger, casting, roles), weights)
    return with_chosen(tree, trigger, _with_part(tree, trigger, roles), casting)


def _with_part(tree: Tree, trigger: Trigger, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles, where a meaning gives whoever it is about a part of its own: Chile, in "Chile became independent"."""
    sense = trigger.sense
    if sense is None or not sense.part:
        return roles
    second = {f"{preposition}-phrase" for preposition in sense.prepositions}
    bound = bound_noun(tree, trigger.token, sense.object_noun) if sense.object_noun else None
    told = [r for r in roles if r.name == TARGET and r.rule not in second and sense.bearer == TARGET]
    told = [r for r in told if bound is None or not r.span.start <= bound.start < r.span.end]
    # "Marched into Rouen": what the meaning's own preposition brings.
    own = [r for r in roles if sense.bearer == TARGET and sense.second and r.rule == f"{sense.second}-phrase"]
    if sense.bearer == TARGET and bound is not None:
        # "Established themselves in Rouen", "won a majority on the council"
        behind = {f"{p}-place" for p in sense.prepositions}
        behind |= {f"{p}-phrase" for p, part in sense.prepositions.items() if part == TARGET}
        own = own or [r for r in roles if r.rule in behind]
    if sense.bearer == PLACE:
        return tuple(replace(r, rule=sense.part) if r.name == PLACE else r for r in roles)
    told = own or told or [r for r in roles if r.name == ACTOR]
    return tuple(replace(r, rule=sense.part) if r in told else r for r in roles)


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
        on_party=kind is not None and kind.on_party,
        words=casting.types.words,
        verbs=casting.verbs,
    )


def roles_by_rule(tree: Tree, trigger: Trigger, casting: Casting) -> tuple[Role, ...]:
    """What the syntax gives, in text order within each role; none twice, none that is only a time."""
    roles: list[Role] = []
    heads: dict[Span, Token] = {}
    seen: set[tuple[str, int]] = set()
    used: set[int] = set()
    words = casting.lexicon.roles
    for role, told, rule in _found(tree, trigger, casting):
        token = _named(tree, told, casting) if role != OFFICE else told
        itself = token.i == trigger.token.i and role != OFFICE
        # "There" and "home" are a place, and nothing else.
        nobody = not (role == PLACE and token.pos == "ADV")
        nobody = nobody and is_nobody(tree, token, casting.names, words, casting.times)
        if (role, token.i) in seen or itself or nobody:
            continue
        if role in (ACTOR, TARGET) and token.i in used:
            continue
        seen.add((role, token.i))
        used.add(token.i)
        span = _span_of(tree, role, token, casting)
        if rule == JOINED and token.pos == "PROPN":
            span = casting.names.widen(token, tree.words(token, token))
        elif token.i == trigger.token.i:
            span = Span(span.document, span.start, max(span.end, trigger.span.end))
        if any(r.span == span and r.name == role for r in roles) or _holds(span, trigger, role):
            continue
        if _is_torn(casting.names.text[span.start : span.end]):
            continue
        entity = _meant(token, casting)
        roles.append(Role(role, span, entity, rule))
        heads[span] = token
    roles += implied_place(tree, roles, heads, trigger, casting)
    where = of_subject(tree, roles, heads, casting) if trigger.part == "verb" else ()
    return (*roles, *(r for r in where if not _is_torn(casting.names.text[r.span.start : r.span.end])))


def _meant(token: Token, casting: Casting) -> Id | None:
    """Whom or what a word stands for: for "there" the place before it; no happening for those it is named after."""
    if token.pos == "ADV":
        return casting.names.place_before(token.start)
    within = token.relation in ("compound", "modifier") and casting.names.kind(token) == "event"
    return None if within else casting.names.entity(token)


def _found(tree: Tree, trigger: Trigger, casting: Casting) -> list[Filler]:
    """All that the syntax ties to a trigger, the places last."""
    if trigger.part == "verb":
        found = list(of_verb(tree, trigger, casting))
        found += office_told(tree, trigger, found, casting)
    elif trigger.part == "noun":
        found = list(of_noun(tree, trigger, casting))
    else:
        found = list(of_office(tree, trigger, casting))
    found = without_ruled_out(tree, found, casting)
    return [*found, *without_ruled_out(tree, locate(tree, trigger, casting, found), casting)]


def _span_of(tree: Tree, role: str, token: Token, casting: Casting) -> Span:
    """The phrase of a participant; the Soviets, for "the Soviets began their offensive".

    Lund, for "in the city", where the sentence has named it before.
    """
    if role == PLACE and casting.names.is_described(token):
        named = casting.names.antecedent(token, tree.tokens[0].start)
        if named is not None and named.form == "name":
            return named.span
    if role == ACTOR and token.pos == "PRON" and token.relation == "possessor":
        named = casting.names.antecedent(token, tree.tokens[0].start)
        if named is not None:
            return named.span
    if token.relation in ("compound", "modifier") and casting.names.kind(token) == "event":
        return tree.words(token, token)
    if token.relation == "compound" and token.text[0].isupper() and (name := casting.names.at(token)) is not None:
        # "Recent Red Army defeats": these are recent, not the army.
        return name.span if name.form == "name" else tree.words(token, token)
    return casting.names.widen(token, phrase_span(tree, token, casting.grammar))


def _is_torn(words: str) -> bool:
    """Whether it breaks off inside a bracket, or has no word in it: no phrase, but what the parser made of one."""
    return words.count("(") > words.count(")") or not any(c.isalnum() for c in words)


def _holds(span: Span, trigger: Trigger, role: str) -> bool:
    """Whether a name goes on to the very word of the happening, and so names it: "the Greco-Persian wars"."""
    return role != OFFICE and span.start <= trigger.token.start < span.end


def _named(tree: Tree, token: Token, casting: Casting) -> Token:
    """Dumont, for "a worker named Dumont", "the leader Dumont" and "the winner, the printer Dumont".

    So for "the Duke of Lund, Otto Dumont".
    """
    name = _titled(tree, token, casting) or (_beside(tree, token, casting) if token.pos == "NOUN" else None)
    if name is not None:
        return name
    for naming in tree.below(token, "participle"):
        if naming.lemma in casting.lexicon.roles.naming:
            name = tree.first(naming, "predicate")
            if name is not None and name.pos == "PROPN":
                return name
    return token


def _beside(tree: Tree, noun: Token, casting: Casting) -> Token | None:
    """The name that stands beside a noun, or beside another noun for the same."""
    for beside in tree.below(noun, "apposition"):
        first = tree.under(beside)[0]
        apart = _is_set_off(tree, noun, first)
        if beside.pos != "PROPN":
            inner = _named(tree, beside, casting)
            if inner is not beside and apart:
                return inner
        elif (apart or (first.i == noun.i + 1 and first.relation != "determiner")) and not _is_whereabouts(
            tree, beside, first, casting
        ):
            return beside
    return None


def _titled(tree: Tree, token: Token, casting: Casting) -> Token | None:
    """Who stands behind a title of their own, set off by a comma."""
    if token.pos != "PROPN" or casting.types.words.kind_of(token.lemma) != OFFICE:
        return None
    people = (t for t in tree.below(token, "apposition") if t.pos == "PROPN" and casting.names.kind(t) == "person")
    return next((t for t in people if _is_set_off(tree, token, tree.under(t)[0])), None)


def _is_whereabouts(tree: Tree, name: Token, first: Token, casting: Casting) -> bool:
    """Whether it only says where a place is that is named before it: "the fort of Lund, Skane"."""
    before = tree.tokens[max(0, first.i - 2)]
    return before.pos == "PROPN" and tree.tokens[first.i - 1].text == "," and casting.names.kind(name) == PLACE


def _is_set_off(tree: Tree, noun: Token, first: Token) -> bool:
    """Whether only a comma stands between one that is described and the name: "the Danish general, Karl Brandt"."""
    between = tree.tokens[noun.i + 1 : first.i]
    apart = bool(between) and between[-1].text == ","
    return apart and noun.form != "plural" and all(t.pos != "VERB" for t in between)
