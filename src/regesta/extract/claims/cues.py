"""Facts of words and syntax that a status hangs on, none of them a status yet."""

from collections.abc import Collection, Sequence

from regesta.extract.claims.voice import is_passive
from regesta.model.claim import Status
from regesta.model.syntax import Token, Tree
from regesta.model.text import Span
from regesta.rules.lexicon import StatusWords


def denies(tree: Tree, adverb: Token, words: StatusWords) -> bool:
    """Whether it says no, by itself or with the word beside it: "never", "no longer", "hardly ever", "all but"."""
    if adverb.relation != "adverb":
        return adverb.relation == "negation"
    both = (" ".join(w.text for w in sorted((t, adverb))).lower() for t in tree.below(adverb))
    return any(words.adverbs.get(w) == "denied" for w in (adverb.lemma, *both))


def denial_of(tree: Tree, verb: Token, words: StatusWords) -> Token | None:
    """What says no of a verb, if anything does."""
    return next((t for t in tree.below(verb) if denies(tree, t, words)), None)


def inverted_denial(tree: Tree, verb: Token, words: StatusWords) -> Token | None:
    """The "nor" of "nor did they attack", which stands before the helping verb of a verb that is joined to another."""
    helper = tree.first(verb, "auxiliary")
    if helper is None or not helper.i:
        return None
    before = tree.tokens[helper.i - 1]
    return before if before.relation == "coordinator" and words.determiners.get(before.lemma) == "denied" else None


def same_form(tree: Tree, first: Token, verb: Token) -> bool:
    """Whether what helps the first may help the other: "would yield and be spared"."""
    helper = tree.first(verb, "passive-auxiliary")
    told = helper if helper is not None and first.form == "infinitive" else verb
    # The parser takes one of two for a participle: "allegedly fired at and hit them".
    bare = tree.first(first, "auxiliary", "passive-auxiliary") is None and helper is None
    return first.form == told.form or (bare and {first.form, told.form} == {"past", "past-participle"})


def shares_help(tree: Tree, verb: Token) -> bool:
    """Whether what helps the verb before it helps it too: "would yield and leave", "... and the forts sold"."""
    own = tree.first(verb, "subject", "passive-subject") is not None
    gapped = own and tree.first(verb, "passive-auxiliary") is None and is_passive(tree, verb)
    return tree.first(verb, "auxiliary") is None and (not own or gapped)


def is_over(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether it tells what was over by then: "must have left"."""
    return any(t.lemma in words.scope["has_to"] for t in tree.below(verb, "auxiliary"))


def is_unreal(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether it tells what did not come about: "would have fallen", "could have been prevented"."""
    helping = any(t.form == "modal" for t in tree.below(verb, "auxiliary"))
    return helping and is_over(tree, verb, words)


def is_subjunctive(tree: Tree, verb: Token) -> bool:
    """Whether it tells what is to be: "on condition that the town be spared"."""
    first = tree.first(verb, "auxiliary", "passive-auxiliary") or verb
    return first.form == "infinitive" and tree.first(verb, "marker") is not None


def inverted(tree: Tree, clause: Token) -> Token | None:
    """The helping verb that opens a condition: "had they taken the fort, the war would have ended"."""
    opening = tree.tokens[tree.under(clause)[0].i]
    subject = tree.first(clause, "subject", "passive-subject")
    helps = opening.relation in ("auxiliary", "passive-auxiliary") and opening.head == clause.i
    return opening if helps and subject is not None and opening.i < subject.i < clause.i else None


def is_pending(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether what follows was not done so far: "had yet to land"."""
    waits = verb.pos == "AUX" or verb.lemma in words.scope["has_to"]
    return waits and any(t.lemma in words.scope["yet"] for t in tree.below(verb, "adverb"))


def is_opened_by(tree: Tree, clause: Token, words: StatusWords) -> Token | None:
    """The word that makes a clause no fact: "if", "whether", "as if"."""
    for marker in tree.below(clause, "marker"):
        both = f"{tree.tokens[marker.i - 1].text} {marker.text}".lower() if marker.i else ""
        if "possible" in (words.markers.get(marker.lemma), words.markers.get(both)):
            return marker
    return None


def comes_to_nothing(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether what a noun means is told to fail: "the attempt failed", "came to nothing"."""
    verb, inside = tree.head(noun), noun.relation == "complement"
    if inside:
        verb = tree.head(verb) if verb.lemma in words.scope["in"] else verb
        return verb.pos == "VERB" and verb.lemma in words.scope["fails"]
    if noun.relation not in ("subject", "passive-subject", "object"):
        return False
    dropped = "denied" in words.verbs.get(verb.lemma, ()) or verb.lemma in words.scope["drops"]
    if noun.relation != "subject":
        return dropped
    behind = (f"{verb.lemma} {t.lemma}" for p in tree.below(verb, "preposition") for t in tree.below(p, "complement"))
    return any(w in words.scope["fails"] for w in (verb.lemma, *behind))


def is_undone(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether what was planned is told not to have come about: "the march was called off", "never took place"."""
    verb = tree.head(noun)
    if noun.relation not in ("subject", "passive-subject") or verb.pos != "VERB":
        return False
    joined = [verb, *(t for t in tree.below(verb, "conjunct") if t.pos == "VERB")]
    if any(denial_of(tree, t, words) is not None for t in joined):
        return True
    phrases = (w for t in joined for w in (t.lemma, *(f"{t.lemma} {p.lemma}" for p in tree.below(t, "particle"))))
    given = {s for w in phrases for s in words.verbs.get(w, ())}
    return noun.relation == "passive-subject" and "denied" in given


def is_in_time(tree: Tree, infinitive: Token, words: StatusWords) -> bool:
    """Whether it tells what was done then: "arrived in time to save the town"."""
    first = tree.under(infinitive)[0].i
    return first > 0 and tree.tokens[first - 1].lemma in words.scope["settled"]


def denial_goes_on(tree: Tree, first: Token, token: Token, words: StatusWords) -> bool:
    """Whether what is joined is denied too: "did not come and see", not "was never sold but conquered"."""
    between = {t.text.lower() for t in tree.tokens[first.i : token.i]}
    if between & words.scope["contrast"]:
        return False
    helped = tree.first(first, "auxiliary", "passive-auxiliary") is not None
    return helped or bool(between & words.scope["alternative"])


def is_nobody(tree: Tree, taking_part: Token, words: StatusWords) -> bool:
    """Whether a subject or an object is nobody or nothing: "no troops came", "he sent none"."""
    return any(words.determiners.get(t.lemma) == "denied" for t in (taking_part, *tree.below(taking_part)))


def nobody_of(tree: Tree, verb: Token, words: StatusWords) -> Token | None:
    """The subject of a verb, where that is nobody: "neither side was able to"."""
    return next((t for t in tree.below(verb, "subject", "passive-subject") if is_nobody(tree, t, words)), None)


def is_infinitive(tree: Tree, verb: Token) -> bool:
    """Whether it is one, in the active or in the passive: "to seize", "to be seized"."""
    return verb.form == "infinitive" or is_meant(tree, verb)


def joined_infinitive(tree: Tree, verb: Token, first: Token) -> Token | None:
    """The "destroy" of "attempted to destroy the fleet and seize the forts", where "seize" hangs on "attempted"."""
    if verb.form != "infinitive" or first.form != "past" or tree.first(verb, "auxiliary") is not None:
        return None
    told = [t for t in tree.below(first, "open-clause", "adverbial-clause") if t.i < verb.i and is_infinitive(tree, t)]
    return told[-1] if told else None


def is_meant(tree: Tree, verb: Token) -> bool:
    """Whether it has a "to" of its own."""
    return any(t.form == "to" for t in tree.below(verb, "auxiliary"))


def is_lacking(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether there is none, or it is given up: "no hope of ...", "lacking the means to ..."; not "no choice but"."""
    if has_exception(tree, noun, words):
        return False
    if any(words.determiners.get(t.lemma) == "denied" for t in (noun, *tree.below(noun, "determiner"))):
        return True
    verb = tree.head(noun)
    if noun.relation != "object":
        return False
    phrases = (verb.lemma, *(f"{verb.lemma} {t.lemma}" for t in tree.below(verb, "particle")))
    return any(p in words.scope["lacking"] for p in phrases)


def has_exception(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether all is left out but one thing: "no choice but to ..."."""
    return any(t.lemma in words.scope["contrast"] for t in tree.below(noun, "preposition"))


def is_settled(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether what it did is told by an infinitive: "the first to sign"."""
    return any(t.lemma in words.scope["settled"] for t in (noun, *tree.below(noun, "modifier")))


def is_apart(tree: Tree, clause: Token, head: Token) -> bool:
    """Whether a semicolon or a colon parts them, so that neither is said in the other."""
    return any(t.text in (";", ":") for t in tree.tokens[clause.i : head.i])


def awaits(tree: Tree, child: Token, head: Token, words: StatusWords) -> bool:
    """Whether it comes about only if its verb does: "planned to attack once the rains ended", "... before turning"."""
    if head.pos not in ("VERB", "AUX") or child.i < head.i:
        return False
    if child.relation == "adverbial-clause":
        opening = list(tree.below(child, "marker", "adverb"))
        at_once = (t for t in opening if t.lemma in words.scope["meanwhile"] and tree.tokens[t.i - 1].text != ",")
        along = tree.first(child, "subject", "passive-subject") is not None and any(at_once)
        return along or any(t.lemma in words.scope["awaited_clause"] for t in opening)
    gerund = any(t.form == "present-participle" for t in tree.below(child, "complement"))
    return child.relation == "preposition" and gerund and child.lemma in words.scope["awaited_gerund"]


def is_result(tree: Tree, clause: Token, head: Token) -> bool:
    """Whether a participle tells what came of its verb: "would withdraw, handing over the forts"."""
    free = tree.first(clause, "auxiliary", "subject") is None
    return clause.relation == "adverbial-clause" and clause.form == "present-participle" and clause.i > head.i and free


def came_at_last(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether what was not done was done after all: "was not taken until May", "had hardly been taken when"."""
    just = any(t.lemma in words.scope["just"] for t in tree.below(verb, "adverb"))
    if just and any(t.form == "past" for t in tree.below(verb, "auxiliary")):
        return True
    clauses = (t for clause in tree.below(verb, "adverbial-clause") for t in tree.below(clause, "marker"))
    return any(t.lemma in words.scope["at_last"] for t in (*tree.below(verb, "preposition"), *clauses))


_CAME_OF = (("becomes", "rises"), ("turned", "turns"))
"""Lists of infinitives that tell what came of it, and of the verbs that they do so behind."""


def is_outcome(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether an infinitive tells how it turned out: "returned only to find", "died, to be succeeded by"."""
    followed = verb.relation == "adverbial-clause" and verb.lemma in words.scope["sequel"]
    passive = followed and tree.first(verb, "passive-auxiliary") is not None
    above = tree.head(verb).lemma
    if passive or any(verb.lemma in words.scope[a] and above in words.scope[b] for a, b in _CAME_OF):
        return True
    return any(t.lemma in words.scope["outcome"] and t.i < verb.i for t in tree.below(verb, "adverb"))


def goes_on(tree: Tree, infinitive: Token, verb: Token, words: StatusWords) -> bool:
    """Whether an infinitive tells what came of it and not what it was for: "went on to win", "led them to form"."""
    first, made = tree.under(infinitive)[0].i, tree.first(verb, "object")
    made_to = made is not None and not is_new(tree, made, words) and tree.tokens[first - 1].text != ","
    if made_to and tree.first(verb, "particle") is None:
        return True
    return all(t.relation in ("particle", "adverb") for t in tree.tokens[verb.i + 1 : first])


def is_acted_on(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether somebody used an opportunity or a right: "took the opportunity to ..."."""
    return noun.relation == "object" and tree.head(noun).lemma in words.scope["takes"]


def plain_span(tree: Tree, token: Token) -> Span:
    """A word with all that hangs on it, but for commas at its ends."""
    under = [t for t in tree.under(token) if t.pos != "PUNCT"]
    return tree.words(under[0], under[-1])


def is_new(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether a noun brings up what was not there: "a treaty", not "the war"."""
    return any(t.lemma in words.scope["indefinite"] for t in tree.below(noun, "determiner"))


def is_unmarked(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether a noun has nothing to say that it is known: "help", "a rising", "elections"."""
    return noun.text.islower() and (
        is_new(tree, noun, words) or tree.first(noun, "determiner", "possessor", "number") is None
    )


def brings_gerund(tree: Tree, preposition: Token, lemmas: Collection[str]) -> bool:
    """Whether it is one of these and stands before a gerund: "hoped to win by taking the bridge"."""
    if preposition.relation not in ("preposition", "agent") or preposition.lemma not in lemmas:
        return False
    return any(t.form == "present-participle" for t in tree.below(preposition, "complement"))


def brought_about(tree: Tree, noun: Token, words: StatusWords) -> Token:
    """The noun that a happening stands behind: "use" for "the use of assaults"; else the happening itself."""
    above = tree.head(noun)
    maker = tree.head(above)
    of = noun.relation == "complement" and above.relation == "preposition"
    return maker if of and maker.lemma in words.scope["brings_about"] else noun


def is_anybody(tree: Tree, token: Token, words: StatusWords) -> bool:
    """Whether what is told is of anybody, or of any one of its kind: "shot anyone crossing", "any attack"."""
    done_to = tree.below(token, "object") if token.form == "present" else ()
    who = [token, *done_to, *tree.below(token, "subject", "passive-subject", "determiner")]
    if token.relation in ("participle", "relative"):
        who.append(tree.head(token))
    named = (t for w in who for t in (w, *tree.below(w, "determiner")))
    return any(words.determiners.get(t.lemma) == "possible" for t in named)


def is_wanted(tree: Tree, child: Token, noun: Token, words: StatusWords) -> bool:
    """Whether something is what a verb, or its object, is for: "raise men for the defence of Metz"."""
    behind = tree.head(noun)
    near = behind.i == child.i or (child.relation == "object" and behind.head == child.i)
    return near and behind.relation == "preposition" and behind.lemma in words.scope["wants"]


def is_asked(tree: Tree) -> bool:
    """Whether the sentence is a question."""
    return any(t.text == "?" for t in tree.tokens[-2:])


def is_bidden(tree: Tree, verb: Token) -> bool:
    """Whether nobody is said to do it: "Come home!", "Their aims: seize the port, free the men"."""
    parts = ("auxiliary", "subject", "passive-subject")
    while verb.form == "infinitive" and tree.first(verb, *parts) is None:
        if verb.relation != "conjunct":
            return verb.relation in ("root", "parataxis", "modifier")
        verb = tree.head(verb)
    return False


def cleft_verb(tree: Tree, clause: Token, noun: Token) -> Token | None:
    """The "was" of "it was the king who fled", for the clause and the noun that it hangs on or near."""
    for above in (noun, *tree.above(noun)):
        if above.relation == "predicate":
            verb = tree.head(above)
            subject = tree.first(verb, "subject")
            empty = subject is not None and subject.pos == "PRON" and subject.i < verb.i < clause.i
            return verb if verb.pos == "AUX" and empty else None
        if above.pos in ("VERB", "AUX"):
            return None
    return None


def looks_ahead(tree: Tree, verb: Token, times: Sequence[Span], words: StatusWords) -> bool:
    """Whether "would" tells what came later, and not what was only thought of: "would fall in 1453", "later"."""
    if any(t.lemma in words.scope["has_to"] and t.form == "infinitive" for t in tree.below(verb, "auxiliary")):
        return False  # "would have become king in 1453"
    clauses = tree.below(verb, "adverbial-clause")
    if is_over(tree, verb, words):
        return False  # "would have taken the fort on 5 May but for the rain"
    if any(words.markers.get(t.lemma) == "possible" for c in clauses for t in tree.below(c, "marker")):
        return False
    if verb.relation == "relative":
        return _noun_status(tree.head(verb), words) not in ("planned", "possible")
    for child in tree.below(verb):
        # "He knew that it would eventually fall" tells of no fall.
        if child.relation == "adverb" and child.lemma in words.scope["later"] and verb.relation != "content-clause":
            return True
        if child.relation == "adverbial-clause" and child.form == "past" and tree.first(child, "marker", "adverb"):
            return True
        if child.relation in ("preposition", "time-noun", "adverb"):
            told = (child, *tree.below(child, "complement"))
            if any(s.start < t.end and t.start < s.end for t in told for s in times):
                return True
    return False


def _is_carried(tree: Tree, verb: Token) -> bool:
    """Whether it is what the verb above makes somebody do: "helped them take it", not "found that they took it"."""
    small = verb.relation == "content-clause" and verb.form == "infinitive"
    finite = any(t.form != "to" for t in tree.below(verb, "auxiliary", "marker"))
    return verb.relation == "open-clause" or (small and not finite)


def carrying_verb(tree: Tree, verb: Token, words: StatusWords) -> Token:
    """The verb that says how an act came about, where there is one: "helped", for "helped them to take the fort"."""
    while _is_carried(tree, verb) and "asserted" in words.verbs.get(tree.head(verb).lemma, ()):
        verb = tree.head(verb)
    return verb


def is_proposed(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """Whether it is part of no more than a plan: "the bill would abolish the tax", "an offer in which they would"."""
    subject = tree.first(verb, "subject")
    if subject is not None and verb.relation == "relative" and subject.form != "relative-pronoun":
        return _noun_status(tree.head(verb), words) == "planned"
    return subject is not None and words.nouns.get(subject.lemma) == "planned"


def _noun_status(noun: Token, words: StatusWords) -> Status | None:
    """What a noun says of its clause; "counter-offer" says what "offer" does."""
    return words.nouns.get(noun.lemma) or words.nouns.get(noun.lemma.rpartition("-")[2])


def meant_by_verb(tree: Tree, noun: Token, words: StatusWords) -> Token | None:
    """The "held" of "elections were to be held"; a plan that "was to hold elections" was one."""
    verb = tree.head(noun)
    if noun.lemma in words.nouns:
        return None
    later = tree.first(verb, "open-clause") if noun.relation == "subject" and verb.pos == "AUX" else None
    if later is None or not is_infinitive(tree, later):
        return None
    return later if is_unmarked(tree, noun, words) or later.lemma in words.scope["brings"] else None


def would_of(tree: Tree, verb: Token, words: StatusWords) -> Token | None:
    """The "would" of a verb, or of the verb that it is joined to."""
    found = next((t for t in tree.below(verb, "auxiliary") if words.modals.get(t.lemma) == "later"), None)
    joined = found is None and verb.relation == "conjunct" and same_form(tree, tree.head(verb), verb)
    if joined and shares_help(tree, verb):
        return would_of(tree, tree.head(verb), words)
    return found


def is_cut_short(tree: Tree, clause: Token, head: Token, words: StatusWords) -> bool:
    """Whether something kept its subject from it: "turned back before it reached the fort", "died before he could"."""
    opened = any(t.lemma in words.scope["not_yet"] for t in tree.below(clause, "marker"))
    phrases = {head.lemma, *(f"{head.lemma} {t.lemma}" for t in tree.below(head, "particle", "adverb"))}
    own, above = tree.first(clause, "subject"), tree.first(head, "subject", "passive-subject")
    same = own is not None and own.pos == "PRON" and (above is None or above.pos != "PRON" or above.lemma == own.lemma)
    return opened and same and bool(phrases & words.scope["cut_short"])


def is_likened(tree: Tree, noun: Token, words: StatusWords) -> bool:
    """Whether it is only how something is described: "presented the war as a crusade", "called it a massacre"."""
    link = tree.head(noun)
    told = tree.first(link, "object") if noun.relation == "predicate" else tree.first(noun, "subject")
    if noun.relation in ("predicate", "content-clause"):
        return link.pos == "VERB" and link.lemma in words.scope["describes"] and told is not None
    described = noun.relation == "complement" and words.markers.get(link.lemma) == "reported_as"
    return described and tree.head(link).lemma in words.scope["describes"]
