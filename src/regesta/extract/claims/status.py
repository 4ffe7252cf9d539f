"""How firmly is it said? Status from the syntax: a cue bears on its own word and on what depends on it, no further."""

from collections.abc import Sequence

from regesta.extract.claims.clauses import SUBJECTS, is_passive
from regesta.extract.claims.cues import (
    awaits,
    brought_about,
    came_at_last,
    cleft_verb,
    denial_goes_on,
    goes_on,
    is_acted_on,
    is_anybody,
    is_asked,
    is_by_means,
    is_cut_short,
    is_infinitive,
    is_lacking,
    is_likened,
    is_meant,
    is_new,
    is_nobody,
    is_outcome,
    is_settled,
    is_unmarked,
    is_wanted,
    looks_ahead,
    would_of,
)
from regesta.extract.claims.hearsay import Firmness, as_told, by_content, by_predicate, on_a_word, on_whose_word
from regesta.extract.claims.triggers import Trigger
from regesta.model.claim import Status
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import Lexicon, StatusWords

_TAKING_PART = ("subject", "passive-subject", "object")
_CLAUSES = ("open-clause", "content-clause", "adverbial-clause", "participle")
_PLAIN = Firmness("asserted")


def find_status(tree: Tree, trigger: Trigger, lexicon: Lexicon, times: Sequence[Span] = ()) -> Firmness:
    """The status of what a trigger tells; `times` are what tells the time in its sentence."""
    words = lexicon.status
    token = trigger.token
    own = _own(tree, token, words, later=_is_governed(tree, token, words))
    if own is not None and own.cue is not None and words.modals.get(own.cue.lemma) == "later":
        above = _governed(tree, token, lexicon, noun=False)
        own = above if above is not None and above.status == "possible" else own
    if trigger.part == "noun":
        own = own or _of_noun(tree, token, words) or _of_noun(tree, brought_about(tree, token, words), words)
        if own is None and is_likened(tree, token, words):
            return Firmness("reported", tree.head(tree.head(token)))
        if own is None and trigger.support is not None:
            return find_status(tree, Trigger(trigger.support, trigger.span, "", "verb", None), lexicon, times)
    told = own or as_told(tree, token, words) or on_a_word(tree, words)
    if told is not None or trigger.part == "office":
        return told or _PLAIN
    governed = _governed(tree, token, lexicon, noun=trigger.part != "verb")
    return governed or _if_at_all(tree, trigger, lexicon, times) or _PLAIN


def _if_at_all(tree: Tree, trigger: Trigger, lexicon: Lexicon, times: Sequence[Span]) -> Firmness | None:
    """What is told of anybody, of what would be, or as the new subject of what is not told firmly."""
    words, token = lexicon.status, trigger.token
    if is_anybody(tree, token, words) or is_asked(tree):
        return Firmness("possible", token)
    if trigger.part == "verb":
        would = would_of(tree, token, words)
        ahead = would is None or looks_ahead(tree, tree.head(would), times, words)
        return None if ahead else Firmness("possible", would)
    verb = tree.head(token)
    if token.relation in SUBJECTS and verb.pos in ("VERB", "AUX") and is_unmarked(tree, token, words):
        thought = next(
            (t for t in tree.below(verb, "predicate") if t.text.lower() in words.scope["only_thought_of"]), None
        )
        told = find_status(tree, Trigger(verb, tree.words(verb, verb), "", "verb", None), lexicon, times)
        if thought is not None:
            return Firmness("possible", thought)
        return told if told.status in ("planned", "possible") else None
    return None


def _is_governed(tree: Tree, token: Token, words: StatusWords) -> bool:
    """Whether a verb above it wishes or tells it; what a relative clause adds is told by nobody else."""
    if token.relation == "relative":
        return False
    return any(set(words.verbs.get(t.lemma, ())) - {"asserted"} for t in tree.above(token))


def _own(tree: Tree, token: Token, words: StatusWords, *, later: bool) -> Firmness | None:
    """Cues on the word itself, or on the verb that it is joined to."""
    found: Firmness | None = None
    for child in tree.below(token):
        lemma = child.lemma
        if child.relation == "negation" or (child.relation == "adverb" and words.adverbs.get(lemma) == "denied"):
            if not came_at_last(tree, token, words):
                return Firmness("denied", child)
        elif child.relation in ("adverb", "preposition", "modifier") and lemma in words.adverbs:
            found = Firmness(words.adverbs[lemma], child)
        elif child.relation in ("auxiliary", "passive-auxiliary"):
            found = found or _modal(child, words, later=later)
        elif child.relation == "preposition":
            found = found or on_whose_word(tree, child, words)
        elif child.relation == "marker" and token.relation in ("root", "subject", "passive-subject"):
            found = found or _opened(child, words)
        elif child.relation in _TAKING_PART and token.pos == "VERB" and is_nobody(tree, child, words):
            return Firmness("denied", child)
    if found is None and token.relation == "conjunct" and token.pos == "VERB":
        return _shared(tree, token, words, later=later)
    return found


def _shared(tree: Tree, token: Token, words: StatusWords, *, later: bool) -> Firmness | None:
    """Cues on the verb that a verb is joined to, where they hold for both."""
    first = tree.head(token)
    alone = tree.first(token, "subject", "passive-subject", "auxiliary") is None
    if first.pos not in ("VERB", "AUX") or not alone or first.form != token.form:
        return None
    shared = _own(tree, first, words, later=later)
    denied = shared is not None and shared.status == "denied"
    return None if denied and not denial_goes_on(tree, first, token, words) else shared


def _opened(marker: Token, words: StatusWords) -> Firmness | None:
    """What a clause such as "whether he ordered it" says of itself."""
    return Firmness("possible", marker) if words.markers.get(marker.lemma) == "possible" else None


def _modal(child: Token, words: StatusWords, *, later: bool) -> Firmness | None:
    modal = words.modals.get(child.text.lower()) or words.modals.get(child.lemma)
    if modal == "planned" or (modal == "later" and later):
        return Firmness("planned", child)
    if modal in ("possible", "ability"):
        return Firmness("possible", child)
    return None


def _of_noun(tree: Tree, token: Token, words: StatusWords) -> Firmness | None:
    for child in tree.below(token, "determiner", "modifier", "compound", "adverb"):
        denied = words.determiners.get(child.lemma) == "denied"
        status = "denied" if denied else words.adjectives.get(child.text.lower())
        if status is not None:
            return Firmness(status, child)
    for child in tree.below(token, "participle"):
        if child.form == "past-participle" and words.adjectives.get(child.text.lower()) == "planned":
            return Firmness("planned", child)
    return None


def _governed(tree: Tree, token: Token, lexicon: Lexicon, *, noun: bool) -> Firmness | None:
    """Cues above it: the verb, noun or preposition whose clause or object it is, to the next full clause."""
    child = token
    for head in tree.above(token):
        if child.relation == "complement" and head.relation in ("preposition", "agent"):
            status = lexicon.status.prepositions.get(head.text.lower())
            if status is not None and (child.pos == "VERB" or noun):
                return Firmness(status, head)
        elif child.relation != "conjunct":
            found = _by_head(tree, child, head, token, lexicon, noun=noun)
            if found is None and awaits(tree, child, head, lexicon.status):
                found = _of_verb(tree, head, lexicon)
            if found is None and is_by_means(tree, child, lexicon.status):
                found = _of_means(tree, head, lexicon)
            if found is None and child.relation == "relative":
                told = cleft_verb(tree, child, head)
                return _governed(tree, told, lexicon, noun=False) if told is not None else None
            if found is not None or _ends_scope(child, head):
                return found
        child = head
    return None


def _of_verb(tree: Tree, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """The status of another verb, where it is planned."""
    found = find_status(tree, Trigger(verb, tree.words(verb, verb), "", "verb", None), lexicon)
    return found if found.status == "planned" else None


def _of_means(tree: Tree, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """What is to be done by means of something is planned with it; who tries it by some means has used these."""
    if verb.pos != "VERB":
        return None
    told = find_status(tree, Trigger(verb, tree.words(verb, verb), "", "verb", None), lexicon)
    found = told if told.status in ("planned", "possible") else None
    tried = (
        found is not None and found.governor is not None and found.governor.lemma in lexicon.status.scope["attempts"]
    )
    return None if tried else found


def _ends_scope(child: Token, head: Token) -> bool:
    """Whether what governs the head no longer governs what hangs on it by this relation."""
    if child.relation in ("relative", "adverbial-clause", "parataxis"):
        return True
    if head.pos == "AUX":
        return child.relation != "predicate" or head.relation != "content-clause"
    return head.pos == "VERB" and child.relation in ("subject", "passive-subject", "object", "preposition")


def _by_head(tree: Tree, child: Token, head: Token, token: Token, lexicon: Lexicon, *, noun: bool) -> Firmness | None:
    words = lexicon.status
    clause = child.relation in _CLAUSES or (child.relation in ("preposition", "complement") and not noun)
    if head.pos in ("VERB", "AUX"):
        if child.relation == "preposition" and not _binds(child, head, lexicon, gerund=not noun):
            return _meant(tree, head, lexicon) if noun and is_wanted(tree, child, token, words) else None
        told_of = token if noun else None
        return _as_aim(tree, child, head, words) or _by_verb(tree, child, head, lexicon, clause=clause, noun=told_of)
    if head.pos == "ADJ":
        return _by_adjective(tree, child, head, words, noun=noun)
    passive = child.relation == "relative" and child.form == "past-participle"
    active = child.relation == "relative" and tree.first(child, "object") is not None and is_meant(tree, child)
    infinitive = (child.relation == "participle" or passive or active) and is_infinitive(tree, child)
    gerund = child.relation == "preposition" and not noun
    clausal = child.relation in ("participle", "relative") and is_infinitive(tree, child)
    if (clausal or gerund) and head.i < token.i and is_lacking(tree, head, words):
        return Firmness("denied", head, governor=head)
    behind = child.relation == "preposition"
    sought = behind and child.lemma in words.scope["wants"] and head.lemma in words.scope["contests"]
    sought = sought or (behind and child.lemma in words.scope["about"] and head.lemma in words.scope["topics"])
    if (sought or (head.lemma in words.nouns and (clause or behind))) and head.i < token.i:
        if child.relation == "participle" and not infinitive:
            return None
        return _by_noun(tree, head, words)
    if infinitive and head.pos in ("NOUN", "PROPN") and not is_settled(tree, head, words):
        return Firmness("planned", child, governor=next((t for t in tree.above(head) if t.pos == "VERB"), None))
    return None


def _as_aim(tree: Tree, gerund: Token, verb: Token, words: StatusWords) -> Firmness | None:
    """What "taking the fort was their aim" says of its subject."""
    if gerund.relation != "subject" or gerund.form != "present-participle":
        return None
    aims = (t for t in tree.below(verb, "predicate") if words.nouns.get(t.lemma) in ("planned", "possible"))
    return next((Firmness(words.nouns[t.lemma], t, governor=t) for t in aims), None)


def _by_noun(tree: Tree, noun: Token, words: StatusWords) -> Firmness | None:
    """What "the plan to ...", "a vain attempt at ..." and "took the opportunity to ..." say of what follows."""
    vain = next((t for t in tree.below(noun, "modifier") if t.text.lower() in words.scope["vain"]), None)
    if vain is not None:
        return Firmness("denied", vain, governor=noun)
    status = words.nouns.get(noun.lemma, "planned")
    if status == "possible" and is_acted_on(tree, noun, words):
        return _own(tree, tree.head(noun), words, later=False)
    return Firmness(status, noun, governor=noun)


def _by_adjective(tree: Tree, child: Token, head: Token, words: StatusWords, *, noun: bool) -> Firmness | None:
    """What "unable to ...", "incapable of ...", "ready for ..." and "too few to ..." say of what follows."""
    if child.relation == "preposition" and child.lemma in words.scope["wants"]:
        ready = words.predicates.get(head.text.lower()) == "planned"
        return Firmness("planned", head, governor=head) if ready else None
    gerund = child.relation == "preposition" and not noun
    if not (is_infinitive(tree, child) or gerund) or child.i < head.i:
        return None
    if any(t.lemma in words.scope["excess"] for t in tree.below(head, "adverb")):
        return Firmness("denied", head, governor=head)
    status = words.predicates.get(head.text.lower())
    verb = tree.head(head)
    no = next((t for t in tree.below(verb) if words.adverbs.get(t.lemma) == "denied" or t.relation == "negation"), None)
    if status is not None and status != "denied" and no is not None:
        return Firmness("denied", no, governor=head)
    return Firmness(status, head, governor=head) if status not in (None, "asserted") else None


def _binds(preposition: Token, verb: Token, lexicon: Lexicon, *, gerund: bool) -> bool:
    """Whether a verb governs what stands behind the preposition ("prevented from", "called for")."""
    given = lexicon.status.verbs.get(verb.lemma, ())
    if gerund and ("denied" in given or ("planned" in given and preposition.lemma in lexicon.status.scope["aims"])):
        return True
    scope = lexicon.status.scope
    wishes = "planned" in given and verb.lemma not in scope["clauses_only"]
    if wishes and preposition.lemma in scope["wants"]:
        return True
    senses = lexicon.verbs.get(verb.lemma, ())
    return any(s.second == preposition.lemma or preposition.lemma in s.prepositions for s in senses)


def _by_verb(
    tree: Tree, child: Token, head: Token, lexicon: Lexicon, *, clause: bool, noun: Token | None
) -> Firmness | None:
    words = lexicon.status
    seconds = [*tree.below(head, "particle"), *([child] if child.relation == "preposition" else [])]
    phrases = (f"{head.lemma} {t.lemma}" for t in seconds)
    given = next((words.verbs[p] for p in phrases if p in words.verbs), words.verbs.get(head.lemma, ()))
    if child.relation == "content-clause" and not given:
        return by_predicate(tree, child, head, words)
    if child.relation == "adverbial-clause":
        return _by_adverbial(tree, child, head, words)
    if child.relation == "content-clause":
        return by_content(tree, child, head, given, words)
    if clause:
        return _by_aim(tree, child, head, words) or _by_clause(tree, child, head, given, lexicon)
    if noun is not None and child.relation in ("object", "passive-subject", "preposition"):
        # What was stopped had begun, and a plan or an offer was made even if it was refused.
        if "denied" in given and "asserted" not in given and noun.lemma not in words.nouns:
            return Firmness("denied", head, governor=head)
        if "planned" in given and "reported" not in given and _is_wanted(tree, child, head, noun, words):
            return Firmness("planned", head, governor=head)
        bare = child.relation == "preposition" and tree.first(noun, "determiner", "possessor") is None
        wanted = is_wanted(tree, child, noun, words)
        if bare or wanted or (child.relation == "object" and child.i == noun.i and is_new(tree, noun, words)):
            return _meant(tree, head, lexicon)
    return None


def _is_wanted(tree: Tree, child: Token, head: Token, noun: Token, words: StatusWords) -> bool:
    """Whether a happening is what a verb of planning plans ("proposed elections", "prepared for war")."""
    if child.relation == "preposition":
        while noun.relation == "conjunct":
            noun = tree.head(noun)
        noun = brought_about(tree, noun, words)
        free = tree.first(head, "object") is None or is_unmarked(tree, noun, words)
        alone = noun.head == child.i and free and not is_passive(tree, head)
        return alone and (child.lemma in words.scope["wants"] or f"{head.lemma} {child.lemma}" in words.verbs)
    return head.lemma not in words.scope["clauses_only"]


def _meant(tree: Tree, verb: Token, lexicon: Lexicon) -> Firmness | None:
    """The plan that a verb is part of: "wanted to negotiate a treaty" tells of no treaty."""
    told = _governed(tree, verb, lexicon, noun=False) if verb.form == "infinitive" else None
    return told if told is not None and told.status == "planned" else None


def _by_clause(tree: Tree, child: Token, head: Token, given: tuple[Status, ...], lexicon: Lexicon) -> Firmness | None:
    """An infinitive or gerund: what its verb does to it ("failed to", "planned to", "prevented from")."""
    words = lexicon.status
    if "reported" in given and is_passive(tree, head):
        return Firmness("reported", head, governor=head)
    if "denied" in given and child.relation == "preposition":
        return Firmness("denied", head, governor=head)
    status = next((s for s in given if s != "reported"), None)
    done_to = child.form == "past-participle" and not is_infinitive(tree, child)
    if status in (None, "planned") and not done_to:
        no = _own(tree, head, words, later=False)
        if no is not None and no.status == "denied":
            return no
    if status is None:
        aim = _aimed_at(tree, head, words)
        if aim is not None:
            return aim
        purpose = child.relation == "open-clause" and child.form == "infinitive" and _may_aim(tree, head, lexicon)
        return Firmness("planned", child, governor=head) if purpose else None
    if status == "asserted":
        return _own(tree, head, words, later=False)
    return None if status == "planned" and done_to else Firmness(status, head, governor=head)


def _by_aim(tree: Tree, child: Token, verb: Token, words: StatusWords) -> Firmness | None:
    """What "an attempt was made to ..." says of what follows."""
    aimed = tree.first(verb, "passive-subject") if is_infinitive(tree, child) else None
    planned = aimed is not None and words.nouns.get(aimed.lemma) in ("planned", "possible")
    return _by_noun(tree, aimed, words) if aimed is not None and planned else None


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
    return Firmness("planned", head)


def _by_adverbial(tree: Tree, child: Token, head: Token, words: StatusWords) -> Firmness | None:
    marker = tree.first(child, "marker")
    if marker is not None and words.markers.get(marker.lemma) == "possible":
        return Firmness("possible", marker)
    if is_cut_short(tree, child, head, words):
        return Firmness("denied", head, governor=head)
    opening = tree.tokens[tree.under(child)[0].i]
    if marker is None and opening.relation in ("auxiliary", "passive-auxiliary") and opening.head == child.i:
        subject = tree.first(child, "subject", "passive-subject")
        if subject is not None and opening.i < subject.i < child.i:
            return Firmness("possible", opening)
    if child.form == "infinitive" and any(t.form == "to" for t in tree.below(child, "auxiliary")):
        no = _own(tree, head, words, later=False)
        if no is not None and no.status == "denied":
            return no
        if is_outcome(tree, child, words):
            return None
        if "asserted" in words.verbs.get(head.lemma, ()) and goes_on(tree, child, head, words):
            return None
        return Firmness("planned", child, governor=head)
    return None
