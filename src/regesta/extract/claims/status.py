"""How firmly is it said? Status from the syntax: a cue bears on its own word and on what depends on it, no further."""

from collections.abc import Sequence

from regesta.extract.claims.clauses import SUBJECTS
from regesta.extract.claims.cue_words import noun_cues, one_of, own_cues
from regesta.extract.claims.cues import (
    awaits,
    brings_gerund,
    brought_about,
    carrying_verb,
    cleft_verb,
    has_exception,
    inverted,
    is_anybody,
    is_asked,
    is_bidden,
    is_infinitive,
    is_lacking,
    is_likened,
    is_meant,
    is_new,
    is_opened_by,
    is_proposed,
    is_result,
    is_settled,
    is_subjunctive,
    is_undone,
    is_unmarked,
    is_unreal,
    is_wanted,
    joined_infinitive,
    looks_ahead,
    meant_by_verb,
    nobody_of,
    would_of,
)
from regesta.extract.claims.governors import (
    as_aim,
    binds,
    brings,
    by_adjective,
    by_adverbial,
    by_aim,
    by_clause,
    by_noun,
    cuts_in,
    design_of,
    enables,
    ends_scope,
    instead,
    is_governed,
    is_planned,
    is_tried,
    not_that,
    of_preposition,
    says_how,
    set_against,
    tells_of,
    wished,
)
from regesta.extract.claims.hearsay import Firmness, as_told, by_content, by_predicate, on_a_word
from regesta.extract.claims.mooted import is_imagined, mooted, sent_for
from regesta.extract.claims.predicated import linking_verb
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Status
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import Lexicon

_NOW = "present"
_CLAUSES = ("open-clause", "content-clause", "adverbial-clause", "participle")
_BEHIND = ("preposition", "agent")
_DONE_TO = ("object", "passive-subject", "predicate")
"""What something is done to, or in the passive given: "was promised help"."""
_PLAIN = Firmness("asserted")


def find_status(tree: Tree, trigger: Trigger, lexicon: Lexicon, times: Sequence[Span] = ()) -> Firmness:
    """The status of what a trigger tells; `times` are what tells the time in its sentence."""
    words = lexicon.status
    token = trigger.token
    own = own_cues(tree, token, words, later=is_governed(tree, token, words))
    if own is not None and own.cue is not None and words.modals.get(own.cue.lemma) == "later":
        above = _governed(tree, token, lexicon, noun=False)
        own = above if above is not None and above.status in ("possible", "denied") else own
    if trigger.part == "noun":
        own = (
            own
            or _of_link(tree, trigger, lexicon)
            or noun_cues(tree, token, words)
            or noun_cues(tree, brought_about(tree, token, words), words)
            or one_of(tree, token, words)
        )
        if own is None and is_likened(tree, token, words):
            link = tree.head(token)
            return Firmness("reported", link if link.pos == "VERB" else tree.head(link))
        without = own is None and token.relation == "complement"
        without = without and of_preposition(tree, token, tree.head(token), words) is not None
        if own is None and not without and trigger.support is not None:
            if (aimed := by_aim(tree, tree.head(token), trigger.support, words)) is not None:
                return aimed
            if is_anybody(tree, token, words):
                return Firmness("possible", token)
            return find_status(tree, Trigger(trigger.support, trigger.span, "", "verb", None), lexicon, times)
    told = own or as_told(tree, token, words)
    whole = on_a_word(tree, token, words) if told is None else None
    if trigger.part == "office":
        return told or _of_office(tree, trigger, lexicon, times) or whole or _PLAIN
    if told is not None:
        return told
    governed = _governed(tree, token, lexicon, noun=trigger.part != "verb") or mooted(tree, trigger, lexicon)
    if whole is not None:
        return governed if governed is not None and governed.said_by is not None else whole
    return governed or _if_at_all(tree, trigger, lexicon, times) or _PLAIN


def _of_office(tree: Tree, trigger: Trigger, lexicon: Lexicon, times: Sequence[Span]) -> Firmness | None:
    """What "was never mayor", "hoped to be mayor" and "planned a council with Vane as head" say of the office."""
    token, words = trigger.token, lexicon.status
    if trigger.nobody is not None:
        return Firmness("denied", trigger.nobody)
    link = _copula(tree, token)
    if link is not None:
        denied = noun_cues(tree, token, words)
        nobody = nobody_of(tree, link, words)
        if denied is None and nobody is not None and nobody.i != token.i and not has_exception(tree, nobody, words):
            return Firmness("denied", nobody)
        return denied or find_status(tree, Trigger(link, trigger.span, "", "verb", None), lexicon, times)
    above = _governed(tree, token, lexicon, noun=True) if token.relation == "complement" else None
    return above if above is not None and above.said_by is None else None


def _copula(tree: Tree, office: Token) -> Token | None:
    """The verb by which somebody is said to be in an office: "was", of "was mayor" and "the mayor was"."""
    verb = tree.head(office)
    said = office.relation == "predicate" or office.relation in SUBJECTS
    return verb if said and verb.pos == "AUX" and verb.i != office.i else None


def _of_link(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> Firmness | None:
    """What "was not the property of ..." and "planned to place it under their rule" say of the state."""
    verb = linking_verb(tree, trigger.token, trigger.sense)
    return _of_verb(tree, verb, lexicon, "planned", "reported", "possible", "denied") if verb is not None else None


def _of_object(tree: Tree, noun: Token, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """What "failed to find a means of ..." and "promised help in ..." say of the gerund: as firm as the new thing."""
    if not is_unmarked(tree, noun, lexicon.status):
        return None
    if "planned" in lexicon.status.verbs.get(verb.lemma, ()) and verb.lemma not in lexicon.status.scope["clauses_only"]:
        return Firmness("planned", verb, governor=verb)
    return _of_verb(tree, verb, lexicon, "planned", "possible", "denied")


def _if_at_all(tree: Tree, trigger: Trigger, lexicon: Lexicon, times: Sequence[Span]) -> Firmness | None:
    """What is told of anybody, of what would be, or as the new subject of what is not told firmly."""
    words, token = lexicon.status, trigger.token
    if is_anybody(tree, token, words) or is_asked(tree):
        return Firmness("possible", token)
    if trigger.part == "verb":
        if is_bidden(tree, token):
            return Firmness("planned", token)
        if token.form == _NOW and any(is_opened_by(tree, t, words) for t in tree.below(token, "adverbial-clause")):
            # "If the king signs it, the bill becomes law"
            return Firmness("possible", token)
        return _of_would(tree, carrying_verb(tree, token, words), lexicon, times)
    if (meant := meant_by_verb(tree, token, words)) is not None:
        return find_status(tree, Trigger(meant, trigger.span, "", "verb", None), lexicon, times)
    return _of_its_clause(tree, trigger, lexicon, times)


def _of_its_clause(tree: Tree, trigger: Trigger, lexicon: Lexicon, times: Sequence[Span]) -> Firmness | None:
    """What is told of a new thing as the subject of a clause: it is no firmer than that."""
    words, token = lexicon.status, trigger.token
    verb = tree.head(token)
    if token.relation not in SUBJECTS or verb.pos not in ("VERB", "AUX"):
        return None
    if is_unmarked(tree, token, words) or is_imagined(tree, token, verb, words):
        only = words.scope["only_thought_of"]
        thought = next((t for t in tree.below(verb, "predicate") if t.text.lower() in only), None)
        told = find_status(tree, Trigger(verb, tree.words(verb, verb), "", "verb", None), lexicon, times)
        if thought is not None:
            return Firmness("possible", thought)
        unsaid = ("asserted", "denied", *(() if is_unmarked(tree, token, words) else ("reported",)))
        return told if told.status not in unsaid else None
    return None


def _of_would(tree: Tree, verb: Token, lexicon: Lexicon, times: Sequence[Span]) -> Firmness | None:
    """What "would" says of a verb: nothing where it tells what came later."""
    words, would = lexicon.status, would_of(tree, verb, lexicon.status)
    if would is None:
        return None
    if looks_ahead(tree, tree.head(would), times, words):
        return _wish_for(tree, verb, lexicon)
    return Firmness("planned" if is_proposed(tree, verb, words) else "possible", would)


def _wish_for(tree: Tree, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """What "the aim was a state that would join them" says of the joining: it is as firm as the new thing."""
    thing, later = tree.head(verb), lexicon.status.scope["later"]
    added = tree.tokens[thing.i + 1].text == "," or any(t.lemma in later for t in tree.below(verb, "adverb"))
    if verb.relation != "relative" or added or not is_new(tree, thing, lexicon.status):
        return None
    for above in tree.above(thing):
        if above.pos in ("VERB", "AUX"):
            return as_aim(tree, thing, above, lexicon.status) or _of_verb(tree, above, lexicon)
        thing = above
    return None


def _governed(tree: Tree, token: Token, lexicon: Lexicon, *, noun: bool) -> Firmness | None:
    """Cues above it: the verb, noun or preposition whose clause or object it is, to the next full clause."""
    child = token
    for head in tree.above(token):
        if child.relation == "conjunct":
            found = instead(tree, child, head, lexicon.status)
            if found is None and (meant := joined_infinitive(tree, child, head)) is not None:
                return _governed(tree, meant, lexicon, noun=False)
            ended = child.form == "past" and head.form == "infinitive"
        elif child.relation == "complement" and head.pos == "ADP":
            status = of_preposition(tree, child, head, lexicon.status)
            found = Firmness(status, head) if status is not None and (child.pos == "VERB" or noun) else None
            found = found or not_that(tree, head, lexicon.status)
            ended = False
        else:
            found = _by_head(tree, child, head, token, lexicon, noun=noun) or _beside(tree, child, head, lexicon)
            found = found or _of_making(tree, child, head, lexicon) or _of_its_noun(tree, child, head, lexicon)
            ended = ends_scope(tree, child, head, lexicon.status)
        if found is not None or ended:
            return found
        child = head
    return None


def _beside(tree: Tree, child: Token, head: Token, lexicon: Lexicon) -> Firmness | None:
    """What waits for a verb, is a means to it, or is set off by "it was ... who", is as firm as the verb."""
    if awaits(tree, child, head, lexicon.status):
        # "Said that the port was closed until they paid" tells of no payment.
        also: tuple[Status, ...] = ("planned", "reported") if child.relation == "adverbial-clause" else ()
        wish = next((t for t in tree.below(head, "open-clause") if head.i < t.i < child.i), head)
        found = _of_verb(tree, wish, lexicon, "possible", "planned", *also)
        # "Would be lifted once it had been paid"; but that the town fell is told by "may have fled when the town fell".
        would = found is not None and found.cue is not None and lexicon.status.modals.get(found.cue.lemma) == "later"
        if found is not None and cuts_in(tree, child, found, lexicon.status):
            return None
        return found if found is None or found.status != "possible" or would else None
    if (along := _alongside(tree, child, head, lexicon)) is not None:
        return along
    if is_result(tree, child, head):
        # "Decided to attack, crossing the river" tells of the crossing, "would attack, crossing the river" does not.
        came = _of_verb(tree, head, lexicon, "planned", "reported", "possible")
        bound = came is not None and came.governor is not None and came.governor.pos == "VERB"
        return None if came is not None and came.status == "planned" and bound else came
    if brings_gerund(tree, child, lexicon.status.scope["means"]):
        return _of_means(tree, head, lexicon)
    if brings_gerund(tree, child, lexicon.status.scope["spent_on"]):
        return _of_verb(tree, head, lexicon, "planned", "denied")
    if brings_gerund(tree, child, lexicon.roles.prepositions["into"]):
        return _of_verb(tree, head, lexicon)
    told = cleft_verb(tree, child, head) if child.relation == "relative" else None
    return _governed(tree, told, lexicon, noun=False) if told is not None else None


def _alongside(tree: Tree, child: Token, head: Token, lexicon: Lexicon) -> Firmness | None:
    """What "be sent there disguised", "was to march, led by Otto" and "taking it would need guns" say of these."""
    gerund = child.relation == "subject" and child.form == "present-participle" and child.i < head.i
    if gerund or says_how(tree, child, head):
        return _of_verb(tree, head, lexicon, "planned", "possible")
    # What "planned to march, led by Otto" says is that he led them.
    laid_down = _of_verb(tree, head, lexicon) if says_how(tree, child, head, apart=True) else None
    return laid_down if laid_down is not None and laid_down.governor is None else None


def _of_making(tree: Tree, participle: Token, thing: Token, lexicon: Lexicon) -> Firmness | None:
    """What "authorized the formation of a guard stationed in Ulm" says of the stationing: as firm as the making."""
    making = brought_about(tree, thing, lexicon.status)
    if participle.relation != "participle" or making.i == thing.i or not is_unmarked(tree, thing, lexicon.status):
        return None
    told = find_status(tree, Trigger(making, tree.words(making, making), "", "noun", None), lexicon)
    return told if told.status in ("planned", "possible") else None


def _of_its_noun(tree: Tree, participle: Token, thing: Token, lexicon: Lexicon) -> Firmness | None:
    """What "reported two men killed" and "the alleged plot involving him" say of the killing and the part in it."""
    words, verb = lexicon.status, tree.head(thing)
    if participle.relation != "participle":
        return None
    counted = is_unmarked(tree, thing, words) or tree.first(thing, "number") is not None
    told = thing.relation == "object" and verb.lemma in words.scope["tells"] and counted
    if participle.form == "past-participle" and told:
        return Firmness("reported", verb, governor=verb)
    return noun_cues(tree, thing, words) if participle.form == "present-participle" else None


def _of_verb(tree: Tree, verb: Token, lexicon: Lexicon, *wanted: Status) -> Firmness | None:
    """The status of another verb, where it is planned, or one of those that are wanted."""
    found = find_status(tree, Trigger(verb, tree.words(verb, verb), "", "verb", None), lexicon)
    return found if found.status in (wanted or ("planned",)) else None


def _of_means(tree: Tree, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """What is to be done by means of something is planned with it; who tries it by some means has used these."""
    if verb.pos != "VERB":
        return None
    told = find_status(tree, Trigger(verb, tree.words(verb, verb), "", "verb", None), lexicon)
    # "Would not win by it", but who "failed to win by taking it" may have taken it.
    bare = told.status == "denied" and told.governor is None
    found = told if bare or told.status in ("planned", "possible") else None
    return None if found is not None and is_tried(found, lexicon.status) else found


def _by_head(tree: Tree, child: Token, head: Token, token: Token, lexicon: Lexicon, *, noun: bool) -> Firmness | None:
    words = lexicon.status
    clause = child.relation in _CLAUSES or (child.relation in ("preposition", "complement") and not noun)
    near = child.relation in _BEHIND and token.head == child.i
    if near and (against := set_against(tree, child, head, words)) is not None:
        return against
    if head.pos in ("VERB", "AUX"):
        if child.relation in _DONE_TO and not noun and (brings(tree, child, token) or tells_of(child, token)):
            return _of_object(tree, child, head, lexicon)
        if child.relation == "preposition" and token.relation == "participle" and token.head != child.i and not noun:
            # "At a synod held at Ulm he was elected": what the synod was is not what they voted on.
            return None
        if child.relation in _BEHIND and not binds(child, head, lexicon, gerund=not noun):
            meant = _meant(tree, head, lexicon) if noun and is_wanted(tree, child, token, words) else None
            meant = meant or wished(tree, child, head, words) or sent_for(tree, child, head, token, lexicon)
            if noun and near and child.lemma in words.scope["at_last"] and meant is None:
                # "Was to govern until the election of an abbot"
                return _of_verb(tree, head, lexicon)
            unsure = noun and near and is_unmarked(tree, token, words)
            return meant or (_of_its_verb(tree, child, head, lexicon, token) if unsure else None)
        told_of = token if noun else None
        return as_aim(tree, child, head, words) or _by_verb(tree, child, head, lexicon, clause=clause, noun=told_of)
    if head.pos in ("ADJ", "ADV"):
        return by_adjective(tree, child, head, words, noun=noun)
    return _by_noun_above(tree, child, head, token, lexicon, clause=clause, noun=noun)


def _by_noun_above(
    tree: Tree, child: Token, head: Token, token: Token, lexicon: Lexicon, *, clause: bool, noun: bool
) -> Firmness | None:
    """What a noun says of a clause or of a happening that hangs on it."""
    words = lexicon.status
    passive = child.relation == "relative" and child.form == "past-participle"
    active = child.relation == "relative" and tree.first(child, "object") is not None and is_meant(tree, child)
    # "The movement for women to vote": the parser takes that for a clause of its own.
    for_them = child.relation == "adverbial-clause" and head.lemma not in words.scope["grounds"]
    infinitive = child.relation == "participle" or for_them or passive or active
    infinitive = infinitive and is_infinitive(tree, child)
    gerund = child.relation == "preposition" and not noun
    clausal = child.relation in ("participle", "relative") and is_infinitive(tree, child)
    told = child.relation == "content-clause" or (child.relation == "participle" and tree.first(child, "marker"))
    clausal = clausal or bool(told)
    if (clausal or gerund) and head.i < token.i and is_lacking(tree, head, words):
        return Firmness("denied", head, governor=head)
    if told and is_subjunctive(tree, child):
        return Firmness("planned", head, governor=head)
    if child.relation == "content-clause" and head.lemma in words.scope["reasons"] and head.i < token.i:
        return Firmness("reported", head, governor=head)
    behind = child.relation == "preposition"
    of = behind and noun and child.lemma in lexicon.roles.prepositions["of"]
    if of and head.lemma in words.scope["owned"] and not is_unmarked(tree, token, words):
        return None
    sought = behind and noun and child.lemma in words.scope["wants"] and head.lemma in words.scope["contests"]
    about = child.lemma in words.scope["about"] | words.scope["wants"]
    sought = sought or (behind and about and head.lemma in words.scope["topics"])
    says = head.lemma in words.nouns and (clause or behind) and not (noun and head.lemma in words.scope["manners"])
    if (sought or says) and head.i < token.i and not has_exception(tree, head, words):
        if child.relation == "participle" and not infinitive and not told:
            return None
        return by_noun(tree, head, words)
    if infinitive and head.pos in ("NOUN", "PROPN") and not is_settled(tree, head, words):
        return Firmness("planned", child, governor=next((t for t in tree.above(head) if t.pos == "VERB"), None))
    return None


def _by_verb(
    tree: Tree, child: Token, head: Token, lexicon: Lexicon, *, clause: bool, noun: Token | None
) -> Firmness | None:
    words = lexicon.status
    seconds = [*tree.below(head, "particle"), *([child] if child.relation == "preposition" else [])]
    # "Is going to burn it": the form of the verb says more than the verb.
    own = [head.text.lower()] if clause and tree.first(head, "auxiliary") is not None else []
    phrases = (*(f"{head.lemma} {t.lemma}" for t in seconds), *own)
    given = next((words.verbs[p] for p in phrases if p in words.verbs), words.verbs.get(head.lemma, ()))
    if enables(tree, head, lexicon):
        given = ("asserted",)
    if (design := design_of(tree, head, words)) is not None and child.relation in ("object", "open-clause"):
        return by_noun(tree, design, words)
    if child.relation == "content-clause" and child.i < head.i and (had := inverted(tree, child)):
        return Firmness("possible", had)
    if child.relation == "content-clause" and not given:
        return by_predicate(tree, child, head, words)
    if child.relation == "adverbial-clause":
        return by_adverbial(tree, child, head, words)
    if child.relation == "content-clause":
        return by_content(tree, child, head, given, words)
    if clause:
        return by_aim(tree, child, head, words) or by_clause(tree, child, head, given, lexicon)
    if noun is not None and child.relation in (*_DONE_TO, "preposition"):
        return _by_object(tree, child, head, given, lexicon, noun)
    return None


def _by_object(
    tree: Tree, child: Token, head: Token, given: tuple[Status, ...], lexicon: Lexicon, noun: Token
) -> Firmness | None:
    """What a verb says of a happening that it has for an object, or behind a preposition."""
    words = lexicon.status
    # What was stopped had begun, and a plan or an offer was made even if it was refused; what "could have been
    # prevented" was not.
    if "denied" in given and "asserted" not in given and noun.lemma not in words.nouns:
        done = child.relation == "passive-subject" and is_unreal(tree, head, words)
        return None if done else Firmness("denied", head, governor=head)
    new = child.i == noun.i or is_wanted(tree, child, noun, words)
    told = "reported" in given and not (new and is_unmarked(tree, child, words))
    if "planned" in given and not told and is_planned(tree, child, head, noun, words):
        undone = is_undone(tree, child, words)
        return Firmness("denied" if undone else "planned", head, governor=head)
    # "Opposed war", but "opposed the war".
    unheard = "possible" in given and child.i == noun.i and is_unmarked(tree, noun, words)
    done_to = child.relation in ("object", "passive-subject")
    imagined = done_to and (unheard or head.lemma in words.scope["imagines"])
    bound = words.verbs.get(f"{head.lemma} {child.lemma}") if child.relation == "preposition" else None
    if imagined or bound == ("possible",):
        return Firmness("possible", head, governor=head)
    alleged = bound == ("reported",) and noun.head == child.i and is_unmarked(tree, noun, words)
    if alleged or (child.relation == "object" and head.lemma in words.scope["tells"]):
        return Firmness("reported", head, governor=head)
    used = tree.first(head, "object") if child.relation == "preposition" else None
    if noun.head == child.i and (wish := wished(tree, child, head, words)) is not None:
        return wish
    reached = child.relation == "preposition" and child.lemma in words.scope["brings_to"]
    if (head.lemma in words.scope["presupposes"] and not reached) or (
        used is not None and used.lemma in words.scope["exploits"]
    ):
        return None
    bare = child.relation == "preposition" and tree.first(noun, "determiner", "possessor") is None
    made = child.relation == "object" and child.i == noun.i and head.lemma in words.scope["brings"]
    if is_unmarked(tree, noun, words):
        brought = _of_its_verb(tree, child, head, lexicon, noun)
        if brought is None and child.relation == "object" and head.lemma in words.scope["heralds"]:
            brought = Firmness("planned", head, governor=head)
        if brought is not None:
            return brought
    return _meant(tree, head, lexicon) if bare or made or is_wanted(tree, child, noun, words) else None


def _of_its_verb(tree: Tree, child: Token, verb: Token, lexicon: Lexicon, noun: Token) -> Firmness | None:
    """What is told of a new thing is as firm as that which brings it up: "may have signed a treaty", "said he had".

    So it is behind "in" and "by", where it is not denied: "a frontier could be drawn in negotiations".
    """
    inside = lexicon.roles.order["during"] & lexicon.roles.prepositions["location"] | lexicon.roles.order["through"]
    # "Put him on trial"; but "stationed troops there under pacts" tells of the pacts.
    bare = tree.first(noun, "determiner") is None and noun.form != "plural"
    # ... and "refused to meet them in battle" of no battle.
    into = bare and child.lemma in lexicon.status.scope["brings_to"] | lexicon.status.scope["in"]
    # "To be used as reinforcements"
    into = into or child.lemma in lexicon.roles.offices["as"]
    when = child.lemma in lexicon.status.scope["awaited_gerund"]
    if child.i != noun.i and (noun.head != child.i or not (into or child.lemma in inside)):
        return None
    told = find_status(tree, Trigger(verb, tree.words(verb, verb), "", "verb", None), lexicon)
    firm = ("asserted",) if child.i == noun.i else ("asserted", "reported", *(() if into and not when else ("denied",)))
    return told if told.status not in firm and (child.i == noun.i or not is_tried(told, lexicon.status)) else None


def _meant(tree: Tree, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """The plan that a verb is part of: "wanted to negotiate a treaty" tells of no treaty."""
    aimed = verb.form == "infinitive" or (verb.form == "present-participle" and verb.relation == "complement")
    told = _governed(tree, verb, lexicon, noun=False) if aimed else None
    return told if told is not None and told.status == "planned" else None
