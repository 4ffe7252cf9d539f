"""How firmly is it said by what governs it? Verbs, nouns and adjectives with a clause, a purpose or an object."""

from regesta.extract.claims.cue_words import own_cues
from regesta.extract.claims.cues import (
    brought_about,
    comes_to_nothing,
    denial_of,
    goes_on,
    inverted,
    is_acted_on,
    is_cut_short,
    is_in_time,
    is_infinitive,
    is_meant,
    is_new,
    is_opened_by,
    is_outcome,
    is_over,
    is_pending,
    is_unmarked,
    is_unreal,
    nobody_of,
)
from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.voice import is_passive
from regesta.model.claim import Status
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Lexicon, StatusWords

_APART = ("relative", "adverbial-clause", "parataxis")
"""Clauses that nothing above them tells or wishes."""


def as_aim(tree: Tree, gerund: Token, verb: Token, words: StatusWords) -> Firmness | None:
    """What "taking the fort was their aim" says of its subject, and "their aim was the capture" of what follows."""
    subject = tree.first(verb, "subject") if gerund.relation == "predicate" else None
    if subject is not None and (plan := _plan_in(tree, subject, words)) is not None:
        return Firmness("planned", plan, governor=plan)
    if gerund.relation != "subject" or gerund.form != "present-participle":
        return None
    aims = (t for t in tree.below(verb, "predicate") if words.nouns.get(t.lemma) in ("planned", "possible"))
    return next((Firmness(words.nouns[t.lemma], t, governor=t) for t in aims), None)


def _plan_in(tree: Tree, noun: Token, words: StatusWords) -> Token | None:
    """The plan that a noun is, or is a part of: "the second stage of the plan"."""
    parts = (t for p in tree.below(noun, "preposition") for t in tree.below(p, "complement"))
    whole = noun.lemma in words.scope["stages"]
    plans = words.scope["owned"] | words.scope["designs"]
    return next((t for t in (noun, *(parts if whole else ())) if t.lemma in plans), None)


def by_noun(tree: Tree, noun: Token, words: StatusWords) -> Firmness | None:
    """What "the plan to ...", "a vain attempt at ..." and "took the opportunity to ..." say of what follows."""
    vain = next((t for t in tree.below(noun, "modifier") if t.text.lower() in words.scope["vain"]), None)
    if vain is not None:
        return Firmness("denied", vain, governor=noun)
    if comes_to_nothing(tree, noun, words):
        return Firmness("denied", tree.head(noun), governor=noun)
    status = words.nouns.get(noun.lemma, "planned")
    if status == "possible" and is_acted_on(tree, noun, words):
        return own_cues(tree, tree.head(noun), words, later=False)
    return Firmness(status, noun, governor=noun)


def by_adjective(tree: Tree, child: Token, head: Token, words: StatusWords, *, noun: bool) -> Firmness | None:
    """What "unable to ...", "incapable of ...", "ready for ..." and "too few to ..." say of what follows."""
    if child.relation == "preposition" and (noun or child.lemma in words.scope["wants"] | words.scope["from"]):
        bound = _behind_adjective(child, head, words, noun=noun)
        if bound is not None or child.lemma in words.scope["wants"]:
            return bound
    if noun and child.relation == "subject" and head.text.lower() in words.scope["outlawed"]:
        made = head.relation == "content-clause" and is_unmarked(tree, child, words)
        return Firmness("possible", head, governor=head) if made else None
    done = noun or child.form == "present-participle"
    if done and child.relation == "subject" and head.relation == "content-clause":
        return _made_hard(head, words, noun=noun)
    if child.relation == "content-clause":
        return Firmness("possible", head, governor=head) if _is_supposed(tree, head, words) else None
    gerund = child.relation == "preposition" and not noun
    if not (is_infinitive(tree, child) or gerund) or child.i < head.i:
        return None
    if any(t.lemma in words.scope["excess"] for t in tree.below(head, "adverb")):
        return Firmness("denied", head, governor=head)
    outlawed: Status | None = "possible" if head.text.lower() in words.scope["outlawed"] else None
    status = words.predicates.get(head.text.lower(), outlawed)
    enough = any(t.lemma in words.scope["sufficient"] for t in (head, *tree.below(head, "adverb")))
    if status is None and enough and head.pos == "ADJ":
        status = "possible"
    no = denial_of(tree, tree.head(head), words) or nobody_of(tree, tree.head(head), words)
    # "Never proved decisive in winning it".
    in_doing = gerund and child.lemma in words.scope["in"]
    if (status is not None or enough or in_doing) and status != "denied" and no is not None:
        return Firmness("denied", no, governor=head)
    return Firmness(status, head, governor=head) if status not in (None, "asserted") else None


def _made_hard(adjective: Token, words: StatusWords, *, noun: bool) -> Firmness | None:
    """What "made crossing the river difficult" and "made a landing impossible" say of the crossing and the landing."""
    said = adjective.text.lower()
    status = words.predicates.get(said, "possible" if noun and said in words.scope["only_thought_of"] else None)
    return Firmness(status, adjective, governor=adjective) if status in ("denied", "possible") else None


def _is_supposed(tree: Tree, adjective: Token, words: StatusWords) -> bool:
    """Whether a clause behind it may not be so: "it is likely that ...", "it is not certain that ..."."""
    said = adjective.text.lower()
    unsure = said in words.scope["sure"] and denial_of(tree, tree.head(adjective), words) is not None
    return unsure or said in words.scope["only_thought_of"]


def _behind_adjective(preposition: Token, head: Token, words: StatusWords, *, noun: bool) -> Firmness | None:
    """What "ready for ...", "safe from ..." and "fearful of ..." say of what follows."""
    status: Status | None = None
    if preposition.lemma in words.scope["wants"]:
        status = "planned" if words.predicates.get(head.text.lower()) == "planned" else None
    elif noun and head.lemma in words.scope["imagines"]:
        status = "possible"
    elif preposition.lemma in words.scope["from"] and head.lemma in words.scope["spared"]:
        status = "denied"
    return Firmness(status, head, governor=head) if status is not None else None


def binds(preposition: Token, verb: Token, lexicon: Lexicon, *, gerund: bool) -> bool:
    """Whether a verb governs what stands behind the preposition ("prevented from", "called for")."""
    given = lexicon.status.verbs.get(verb.lemma, ())
    if gerund and preposition.lemma in lexicon.status.scope["means"]:
        return False  # "Avoided a siege by burning the ships": they were burned
    if gerund and ("denied" in given or ("planned" in given and preposition.lemma in lexicon.status.scope["aims"])):
        return True
    scope = lexicon.status.scope
    wishes = "planned" in given and verb.lemma not in scope["clauses_only"]
    if wishes and preposition.lemma in scope["wants"]:
        return True
    if f"{verb.lemma} {preposition.lemma}" in lexicon.status.verbs:
        return True
    senses = lexicon.verbs.get(verb.lemma, ())
    return any(s.second == preposition.lemma or preposition.lemma in s.prepositions for s in senses)


def is_planned(tree: Tree, child: Token, head: Token, noun: Token, words: StatusWords) -> bool:
    """Whether a happening is what a verb of planning plans ("proposed elections", "prepared for war")."""
    if child.relation == "preposition":
        while noun.relation == "conjunct":
            noun = tree.head(noun)
        noun = brought_about(tree, noun, words)
        free = tree.first(head, "object") is None or is_unmarked(tree, noun, words)
        bound = f"{head.lemma} {child.lemma}" in words.verbs
        wanted = child.lemma in words.scope["wants"] and not is_passive(tree, head)
        return noun.head == child.i and free and (bound or wanted)
    return head.lemma not in words.scope["clauses_only"] and tree.first(head, "predicate") in (None, child)


def by_clause(tree: Tree, child: Token, head: Token, given: tuple[Status, ...], lexicon: Lexicon) -> Firmness | None:
    """An infinitive or gerund: what its verb does to it ("failed to", "planned to", "prevented from")."""
    words = lexicon.status
    turn = _by_turn(tree, child, head, words)
    if turn is not None or is_outcome(tree, child, words):
        return turn
    told = "reported" in given or head.lemma in words.scope["told_of"]
    # "Claimed to be supporting them", but "claimed to rule" is a claim to it.
    going_on = child.form == "present-participle" or is_over(tree, child, words)
    passive = is_infinitive(tree, child) and (is_passive(tree, head) or going_on)
    if told and (passive or (child.relation == "preposition" and f"{head.lemma} {child.lemma}" in words.verbs)):
        return Firmness("reported", head, governor=head)
    if "denied" in given and ("asserted" not in given or child.relation == "preposition"):
        twice = child.relation != "preposition" and denial_of(tree, head, words) is not None
        return None if twice else Firmness("denied", head, governor=head)
    status = next((s for s in given if s != "reported"), None)
    done_to = child.form == "past-participle" and not is_infinitive(tree, child)
    if status in (None, "planned") and not done_to:
        said = tree.head(head) if head.relation == "predicate" else head
        no = own_cues(tree, head, words, later=False) or own_cues(tree, said, words, later=False)
        if no is not None and no.status == "denied":
            return no
    if status is None:
        aim = _aimed_at(tree, head, words)
        if aim is not None:
            known = aim.cue == head and head.form == "past" and child.lemma in words.scope["foretold"]
            return None if known else aim
        purpose = child.relation == "open-clause" and child.form == "infinitive" and _may_aim(tree, head, lexicon)
        return Firmness("planned", child, governor=head) if purpose else None
    if status == "asserted":
        on_others = "denied" in given or head.lemma in words.scope["picks"]
        made = is_infinitive(tree, child) and tree.first(head, "object", "passive-subject") is not None
        aims = (on_others and made) or _is_for(tree, child, head, lexicon)
        aim = Firmness("planned", child, governor=head) if aims else None
        return aim or own_cues(tree, head, words, later=False)
    return None if status == "planned" and done_to else Firmness(status, head, governor=head)


def _is_for(tree: Tree, child: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells what a deed was for that the verb brings about: "began a raid to free them"."""
    made = tree.first(verb, "object") if verb.lemma in lexicon.status.scope["brings"] else None
    if made is None or made.i > child.i or not is_infinitive(tree, child):
        return False
    senses = lexicon.nouns.get(made.lemma, ())
    return bool(senses) and not any(s.predicated or s.beside or s.weak for s in senses)


def _no_longer(tree: Tree, child: Token, head: Token, words: StatusWords) -> Firmness | None:
    """What "came too late to ..." and "tried in vain to ..." say of what follows."""
    vain = words.scope["without_success"] if head.lemma in words.scope["attempts"] else frozenset[str]()
    for how in (t for t in tree.below(head, "adverb", "preposition") if t.i < child.i):
        phrases = (how.lemma, *(f"{how.lemma} {t.lemma}" for t in tree.below(how, "complement")))
        too = how.i > head.i and any(t.lemma in words.scope["excess"] for t in tree.below(how, "adverb"))
        if too or any(p in vain for p in phrases):
            return Firmness("denied", how, governor=head)
    return None


def _by_turn(tree: Tree, child: Token, head: Token, words: StatusWords) -> Firmness | None:
    """What "proved too weak to ...", "had yet to ..." and "tried in vain to ..." say of what follows."""
    thought = tree.first(head, "predicate") if head.pos == "VERB" else None
    if thought is not None and thought.pos == "ADJ":
        return by_adjective(tree, child, thought, words, noun=False)
    gerund = child.form == "present-participle" and child.relation == "open-clause"
    behind = (t for t in (*tree.below(child, "content-clause"), *tree.below(head, "content-clause")) if t.i > child.i)
    made = next((t for t in behind if t.pos == "ADJ"), None) if gerund else None
    if made is not None:
        return _made_hard(made, words, noun=False)
    if is_pending(tree, head, words):
        return Firmness("denied", head, governor=head)
    return _no_longer(tree, child, head, words) if is_infinitive(tree, child) else None


def enables(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it tells that something came about: "the victory allowed them to take the fort", "it took years to"."""
    subject, words = tree.first(verb, "subject"), lexicon.roles
    if subject is None or verb.lemma not in lexicon.status.scope["lets"]:
        return subject is not None and subject.lemma in words.empty and verb.lemma in lexicon.status.scope["takes"]
    return any(subject.lemma in known for known in (words.happenings, words.relative, lexicon.status.scope["this"]))


def by_aim(tree: Tree, child: Token, verb: Token, words: StatusWords) -> Firmness | None:
    """What "an attempt was made to ..." says of what follows."""
    wanted = child.relation == "preposition" and child.lemma in words.scope["wants"]
    aimed = tree.first(verb, "passive-subject") if wanted or is_infinitive(tree, child) else None
    planned = aimed is not None and words.nouns.get(aimed.lemma) in ("planned", "possible")
    return by_noun(tree, aimed, words) if aimed is not None and planned else None


def _may_aim(tree: Tree, head: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive behind a verb is what it was done for: "they mustered to storm the hill"."""
    if head.pos != "VERB":
        return False
    return tree.first(head, "object") is not None or head.lemma not in lexicon.catenative_verbs


def _aimed_at(tree: Tree, head: Token, words: StatusWords) -> Firmness | None:
    """What "the goal was to ..." is about, and what "was to" happen."""
    subject = tree.first(head, "subject")
    if head.pos != "AUX":
        return None
    if subject is not None and subject.lemma in words.nouns:
        return Firmness(words.nouns[subject.lemma], subject, governor=subject)
    thought = tree.first(head, "predicate")
    if thought is not None and thought.pos == "ADJ":
        status = words.predicates.get(thought.text.lower(), "planned")
        return Firmness(status, thought, governor=head) if status != "asserted" else None
    return Firmness("planned", head)


def says_how(tree: Tree, clause: Token, head: Token, *, apart: bool = False) -> bool:
    """Whether a participle says how its verb is done: "be sent there disguised as monks"; `apart`: behind a comma."""
    bare = clause.relation == "adverbial-clause" and clause.form == "past-participle" and clause.i > head.i
    alone = bare and all(t.pos != "PUNCT" for t in tree.tokens[head.i : clause.i])
    alone = (bare and not alone and tree.first(clause, "agent") is not None) if apart else alone
    return alone and tree.first(clause, "auxiliary", "passive-auxiliary", "subject", "marker") is None


def design_of(tree: Tree, verb: Token, words: StatusWords) -> Token | None:
    """The plan that a verb tells a part of: the proposals, for "the proposals included the sale of the fort"."""
    subject = tree.first(verb, "subject") if verb.lemma in words.scope["contains"] else None
    return subject if subject is not None and subject.lemma in words.scope["designs"] else None


def of_preposition(tree: Tree, filled: Token, word: Token, words: StatusWords) -> Status | None:
    """What "without", "instead of" and "in case of" say of what they bring in; not "towards the end"."""
    alone = words.prepositions.get(word.text.lower())
    if alone is None and word.relation == "preposition" and is_meant(tree, filled):
        # "With 38 forts to be handed over"
        return "planned"
    if alone == "denied" and is_unreal(tree, tree.head(word), words) and not is_unmarked(tree, filled, words):
        return None  # "Without the death of the king, the war would have gone on": he died
    if alone is not None:
        return None if alone == "planned" and filled.lemma in words.scope["ends"] else alone
    three = [t.text.lower() for t in tree.tokens[max(0, word.i - 2) : word.i + 1]]
    found = (words.prepositions.get(" ".join(three[first:])) for first in (1, 0))
    return next((status for status in found if status in ("denied", "possible")), None)


def only_describes(tree: Tree, participle: Token, noun: Token, words: StatusWords) -> bool:
    """Whether it says which one a noun means, and no more: "wanted to relieve the troops holding the fort"."""
    if participle.relation != "participle" or noun.pos not in ("NOUN", "PROPN") or is_infinitive(tree, participle):
        return False
    above = tree.head(noun)
    told_with_it = noun.relation == "object" and "denied" in words.verbs.get(above.lemma, ())
    reported = words.nouns.get(tree.head(above).lemma) in ("reported", "possible")
    told_with_it = told_with_it or (noun.relation == "complement" and reported)
    sent = above.lemma in words.scope["clauses_only"] and is_unmarked(tree, noun, words)
    return not told_with_it and not sent and not is_new(tree, noun, words)


def not_that(tree: Tree, preposition: Token, words: StatusWords) -> Firmness | None:
    """What "not by storming the fort but by ..." says of the storming."""
    no = tree.first(preposition, "negation") if preposition.lemma not in words.scope["at_last"] else None
    return Firmness("denied", no) if no is not None else None


def by_adverbial(tree: Tree, child: Token, head: Token, words: StatusWords) -> Firmness | None:
    """What "if ...", "before he could ..." and "in order to ..." say of their clause."""
    marker, opened = tree.first(child, "marker"), is_opened_by(tree, child, words)
    if opened is not None:
        return Firmness("possible", opened)
    if is_cut_short(tree, child, head, words):
        return Firmness("denied", head, governor=head)
    if marker is None and (had := inverted(tree, child)) is not None:
        return Firmness("possible", had)
    if is_meant(tree, child):
        no = _no_longer(tree, child, head, words) or own_cues(tree, head, words, later=False)
        if no is not None and no.status == "denied":
            return no
        if is_outcome(tree, child, words) or is_in_time(tree, child, words):
            return None
        given = words.verbs.get(head.lemma, ())
        # "Forced them to flee", but "abandoned Ulm to attack Lund"
        brought = child.i > head.i and "asserted" in given and "denied" not in given
        if brought and goes_on(tree, child, head, words):
            return no
        return Firmness("planned", child, governor=head)
    return None


def instead(tree: Tree, joined: Token, first: Token, words: StatusWords) -> Firmness | None:
    """What "exile rather than submission" says of the submission."""
    links = (t for t in tree.below(first, "coordinator") if t.i < joined.i)
    return next((Firmness("denied", t) for t in links if of_preposition(tree, joined, t, words) == "denied"), None)


def brings(tree: Tree, noun: Token, gerund: Token) -> bool:
    """Whether a gerund is right behind the preposition of a noun."""
    return gerund.relation == "complement" and tree.head(tree.head(gerund)).i == noun.i


def tells_of(noun: Token, participle: Token) -> bool:
    """Whether a participle tells what a noun does: "envoys asking for help"."""
    return participle.relation == "participle" and participle.form == "present-participle" and participle.head == noun.i


def set_against(tree: Tree, preposition: Token, head: Token, words: StatusWords) -> Firmness | None:
    """What "immunity from arrest", "was against sending troops" and "aims not limited to" say of what follows."""
    noun = tree.first(preposition, "complement")
    had = (head, *(t for t in tree.below(head, "object") if t.i < preposition.i))
    kept = next((t for t in had if t.lemma in words.scope["sparing"]), None)
    if kept is not None and noun is not None and preposition.lemma in words.scope["from"]:
        # "Immunity from arrest"; not "from the arrests" of which one knows.
        known = tree.first(noun, "determiner", "possessor", "number") is not None
        return None if known else Firmness("possible", kept, governor=kept)
    if head.pos == "AUX" and noun is not None and preposition.lemma in words.scope["averse"]:
        new = tree.first(noun, "preposition") is not None
        return Firmness("possible", preposition, governor=head) if new else None
    aims = (t for t in tree.below(head, "passive-subject") if t.lemma in words.scope["owned"])
    confined = head.lemma in words.scope["confined"]
    return next((Firmness("planned", t, governor=t) for t in aims if confined), None)


def is_tried(told: Firmness, words: StatusWords) -> bool:
    """Whether it is only tried: by what means and in what was done, as in "tried to take it in an assault"."""
    return told.governor is not None and told.governor.lemma in words.scope["attempts"]


def wished(tree: Tree, preposition: Token, verb: Token, words: StatusWords) -> Firmness | None:
    """What a wish or a plan says of what a preposition brings: "wrote a plan for reform", "ended hopes of"."""
    wish = tree.first(verb, "object") if preposition.lemma in words.scope["wants"] else None
    aimed = wish is not None and wish.i < preposition.i and words.nouns.get(wish.lemma) == "planned"
    if wish is not None and wish.lemma in words.scope["manners"]:
        # "Cleared the way for the proclamation": it was proclaimed.
        return None
    return by_noun(tree, wish, words) if wish is not None and aimed else None


def ends_scope(tree: Tree, child: Token, head: Token, words: StatusWords) -> bool:
    """Whether what governs the head no longer governs what hangs on it by this relation."""
    if child.relation in _APART or only_describes(tree, child, head, words):
        return True
    if head.pos == "AUX":
        return child.relation != "predicate" or head.relation != "content-clause"
    if child.relation == "preposition" and head.lemma in words.scope["ends"]:
        return True
    return head.pos == "VERB" and child.relation in ("subject", "passive-subject", "object", "preposition")


def cuts_in(tree: Tree, clause: Token, told: Firmness, words: StatusWords) -> bool:
    """Whether it came between: "was about to be crowned when they landed", "was preparing to attack when he died"."""
    if not any(t.lemma in words.scope["cutting_in"] for t in tree.below(clause, "marker", "adverb")):
        return False
    wish, near = told.governor, words.scope["near"]
    if told.cue is not None and told.cue.text.lower() in near:
        return True
    return wish is not None and wish.form == "present-participle" and wish.lemma in near


def is_governed(tree: Tree, token: Token, words: StatusWords) -> bool:
    """Whether a verb above it wishes or tells it; what a relative clause adds is told by nobody else."""
    if token.relation == "relative":
        return False
    for verb in tree.above(token):
        if set(words.verbs.get(verb.lemma, ())) - {"asserted"}:
            return True
        if verb.relation in _APART:
            return False
    return False
