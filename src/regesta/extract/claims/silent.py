"""Words that tell of nothing where they stand: naming, commanding, carrying a clause, filling a phrase."""

from regesta.extract.claims.clauses import agents
from regesta.extract.claims.cues import is_infinitive
from regesta.extract.claims.predicated import whole_of
from regesta.extract.claims.senses import Reading
from regesta.extract.claims.voice import is_passive
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import Lexicon

_THINGS = ("place", "unknown")
QUOTES = ('"', "'", "“", "‘", "``")
_NEAR = 4
"""How many words behind its first a title goes on at least."""


def tells_nothing(tree: Tree, verb: Token, reading: Reading, *, passive: bool) -> bool:
    """Whether a verb only names, commands, carries a clause or fills a phrase."""
    lexicon = reading.lexicon
    fills = is_set_phrase(tree, verb, lexicon) or is_hearsay(tree, verb, lexicon, passive=passive)
    bare = only_names(tree, verb, reading) or is_told_to_do(tree, verb) or is_title(tree, verb)
    bare = bare or only_links(tree, verb, lexicon) or only_dates(tree, verb, lexicon) or is_catchword(tree, verb)
    bare = bare or makes_so(tree, verb, lexicon)
    bare = bare or is_habit(tree, verb, lexicon) or only_rates(tree, verb, lexicon) or only_remains(tree, verb, lexicon)
    carries = carries_gerund(tree, verb, lexicon) or carries_clause(tree, verb, lexicon)
    return bare or carries or fills or brings_means(tree, verb, lexicon) or only_leads_to(tree, verb, reading)


def only_leads_to(tree: Tree, verb: Token, reading: Reading) -> bool:
    """Whether it only says why somebody did something: "the crisis led the king to abdicate"; not "forced him to"."""
    lexicon = reading.lexicon
    if verb.lemma not in lexicon.roles.order["leads_to"] or verb.lemma in lexicon.coercive_verbs:
        return False
    subject, act = tree.first(verb, "subject"), tree.first(verb, "open-clause")
    made = tree.first(verb, "object") is not None and act is not None and act.form == "infinitive"
    return made and subject is not None and subject.pos == "NOUN" and not reading.grammar.can_act(subject)


def is_habit(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is told as what goes on: "is often recalled as a triumph", "scholars tend to reject the figures"."""
    above = tree.head(verb)
    if verb.relation == "open-clause" and above.lemma in lexicon.habits:
        verb = above
    if verb.lemma not in lexicon.habits and all(t.lemma not in lexicon.habits for t in tree.below(verb, "adverb")):
        return False
    now = any(t.form == "present" for t in (verb, *tree.below(verb, "auxiliary", "passive-auxiliary")))
    perfect = verb.form == "past-participle" and tree.first(verb, "passive-auxiliary") is None
    return now and not perfect


def only_rates(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it only says how its subject was: "were too poorly organized to fight"."""
    if verb.relation != "predicate" or verb.form != "past-participle":
        return False
    how = [t for a in tree.below(verb, "adverb") for t in (a, *tree.below(a, "adverb"))]
    return any(t.lemma in lexicon.degrees for t in how)


def makes_so(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it only says how it made something: "left the army weary", "left the town burned", not "left it"."""
    described = (p for t in tree.below(verb, "object") for p in tree.below(t, "participle"))
    said = [*tree.below(verb, "predicate"), *(p for p in described if tree.first(p) is None)]
    so = any(t.i > verb.i and (t.pos == "ADJ" or t.form in ("past", "past-participle")) for t in said)
    return verb.lemma in lexicon.leftovers and so and tree.first(verb, "object") is not None


def only_remains(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it only says what there was besides: "had nothing left to give up"; not "the town left by the Danes"."""
    behind = verb.relation == "participle" and verb.form == "past-participle" and verb.i == verb.head + 1
    return behind and verb.lemma in lexicon.leftovers and tree.first(verb, "agent", "object", "predicate") is None


def only_names(tree: Tree, token: Token, reading: Reading) -> bool:
    """Whether it gives something the name behind it; who is named to an office is appointed."""
    name = tree.first(token, "predicate")
    if name is None or token.lemma not in reading.lexicon.roles.naming:
        return False
    return name.lemma not in reading.offices and reading.grammar.kind_of(name) != "office"


def is_told_to_do(tree: Tree, token: Token) -> bool:
    """Whether it is an imperative: "Do not engage the enemy"."""
    if token.form != "infinitive" or token.relation not in ("root", "parataxis"):
        return False
    helped = any(t.form not in ("infinitive", "present") for t in tree.below(token, "auxiliary", "passive-auxiliary"))
    return not helped and tree.first(token, "subject", "passive-subject") is None


def is_set_phrase(tree: Tree, word: Token, lexicon: Lexicon) -> bool:
    """Whether it tells nothing with the word behind or before it: "was composed of", "a great deal of", "in return"."""
    behind = list(tree.below(word, "preposition", "particle", "adverb", "predicate"))
    alone = tree.first(word, "object", "agent") is None
    told = [f"{word.lemma} {t.lemma}" for t in behind] if alone else []
    if alone and word.form == "past-participle" and tree.first(word, "auxiliary", "passive-auxiliary") is None:
        # "The drought, combined with the war, ruined them."
        told += (f"{word.text.lower()} {t.lemma}" for t in behind)
    told += (f"{word.lemma} +{t.lemma}" for t in tree.below(word, "object"))
    inside = ((p, t) for p in tree.below(word, "preposition") for t in tree.below(p, "complement")) if alone else ()
    told += (f"{word.lemma} {p.lemma} +{t.lemma}" for p, t in inside)
    return any(t in lexicon.set_phrases for t in told) or _fills_phrase(tree, word, lexicon)


def tells_shape(tree: Tree, verb: Token, reading: Reading) -> bool:
    """Whether it only says how a thing lies: "a line running north", "the road ran north", "a fort located in Lund"."""
    thing, lexicon = tree.head(verb), reading.lexicon
    if verb.relation != "participle":
        own = tree.first(verb, "subject") if verb.form in ("past", "present") else None
        thing = thing if own is not None and own.form == "relative-pronoun" else own or verb
        whole = thing.lemma in lexicon.wholes or thing.text.lower() in lexicon.wholes
        return whole and verb.lemma in lexicon.shapes and tree.first(verb, "object") is None
    shaped = verb.lemma in lexicon.shapes and reading.grammar.kind_of(thing) in _THINGS
    if verb.form == "past-participle":
        shaped = shaped and tree.first(verb, "passive-auxiliary") is None
        return shaped and not any(reading.grammar.can_act(t) for t in agents(tree, verb))
    lies = verb.form == "present-participle" and thing.pos == "NOUN"
    return lies and (shaped or (verb.lemma in lexicon.stands and thing.lemma in lexicon.wholes))


def is_title(tree: Tree, verb: Token) -> bool:
    """Whether a verb with a capital letter stands where no sentence begins, in a name or a title: "Stonewall"."""
    before = tree.tokens[max(0, verb.i - 1)]
    if not verb.i or not verb.text[0].isupper() or (before.pos == "PUNCT" and before.text not in QUOTES):
        return False
    alone = any(t.text in QUOTES for t in tree.tokens[verb.i + 1 : verb.i + 2])
    behind = [t for t in tree.tokens[verb.i + 1 : verb.i + _NEAR] if t.pos in ("NOUN", "PROPN", "VERB", "ADJ")]
    return before.pos != "PUNCT" or alone or any(t.text[0].isupper() for t in behind)


def is_work(tree: Tree, noun: Token) -> bool:
    """Whether it is in the title of a work that begins with an article: "his book The Rise and Fall of Lund"."""
    first = tree.head(noun) if noun.relation == "conjunct" else noun
    article = tree.first(first, "determiner")
    if article is None or not article.i or not (noun.text[0].isupper() and article.text[0].isupper()):
        return False
    return tree.tokens[article.i - 1].pos != "PUNCT" or tree.tokens[article.i - 1].text in QUOTES


def is_purpose(tree: Tree, noun: Token, reading: Reading) -> bool:
    """Whether it is in the name of a body that is for it: "the League for the Defence of Bergen", "Army of Occupation".

    In "the Treaty of the Partition" what is before it tells of a deed itself, and "Legacy of the Great War" is no name.
    """
    noun = tree.head(noun) if noun.relation == "conjunct" else noun
    preposition = tree.head(noun)
    body = tree.head(preposition)
    named = noun.relation == "complement" and noun.text[0].isupper() and body.text[0].isupper()
    if not named or body.pos not in ("NOUN", "PROPN"):
        return False
    if preposition.lemma in reading.lexicon.status.scope["wants"]:
        return body.lemma not in reading.lexicon.nouns or reading.grammar.kind_of(body) == "body"
    of = preposition.lemma in reading.lexicon.roles.prepositions["of"]
    bare = all(t.i > noun.i for t in tree.below(noun))
    return of and (is_purpose(tree, body, reading) or (bare and reading.grammar.kind_of(body) == "body"))


def is_tip(tree: Tree, noun: Token, reading: Reading) -> bool:
    """Whether it is a part of a paper, a place or a time: "the end of the book", "the northern end of Lake Lund"."""
    if noun.lemma not in reading.lexicon.tips:
        return False
    whole = whole_of(tree, noun, reading.lexicon.roles.prepositions["of"])
    at = noun.relation == "complement"
    place = at and any(reading.grammar.kind_of(t) == "place" for t in whole)
    return place or any(t.lemma in reading.lexicon.wholes or t.measure == "time" for t in whole)


def only_dates(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it only says from when on its main verb is told: "beginning in 1950, they were sent home"."""
    if verb.lemma not in lexicon.roles.order["begins"] or verb.form != "present-participle":
        return False
    if (
        verb.relation != "adverbial-clause"
        or tree.first(verb, "subject", "auxiliary", "object", "open-clause") is not None
    ):
        return False
    behind = [t for p in tree.below(verb, "preposition") for t in tree.below(p, "complement")]
    return bool(behind) and all(t.tells_time for t in behind)


def is_catchword(tree: Tree, verb: Token) -> bool:
    """Whether a bare verb stands beside a noun in a name for a way of doing things: "the policy of cash and carry"."""
    joined = verb.relation in ("conjunct", "participle") and verb.form in ("infinitive", "present")
    first = tree.head(verb)
    named = first.pos == "NOUN" or first.relation in ("possessor", "compound")
    return joined and named and all(t.relation in ("punctuation", "case") for t in tree.below(verb))


def only_links(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it only says how its subject was: "the guards proved unable", "he proved to be weak"."""
    said = tree.first(verb, "predicate", "open-clause") if verb.lemma in lexicon.links else None
    return said is not None and said.pos in ("ADJ", "AUX") and tree.first(verb, "object") is None


def only_counts(tree: Tree, noun: Token, lexicon: Lexicon) -> bool:
    """Whether it only says that there were many: "a succession of statements"; not "the succession of the duke"."""
    whole = whole_of(tree, noun, lexicon.roles.prepositions["of"]) if noun.lemma in lexicon.amounts else []
    return any(t.form == "plural" for t in whole)


def _fills_phrase(tree: Tree, noun: Token, lexicon: Lexicon) -> bool:
    """Whether it only fills a phrase with the word before it: "in return for", "a heart attack"."""
    above = tree.head(noun)
    # "in quick order"
    bare = tree.first(noun, "determiner", "possessor") is None
    if any(f"{t.lemma} {noun.lemma}" in lexicon.set_phrases for t in tree.below(noun, "compound")):
        return True
    phrases = (f"{above.lemma} {noun.lemma}", f"{above.lemma} {noun.text.lower()}")
    return bare and noun.relation == "complement" and any(p in lexicon.set_phrases for p in phrases)


def is_hearsay(tree: Tree, verb: Token, lexicon: Lexicon, *, passive: bool) -> bool:
    """Whether it only says that something is told, or how it looks: "it is said that", "he is said to have"."""
    subject = tree.first(verb, "passive-subject", "subject")
    given = lexicon.status.verbs.get(verb.lemma, ())
    told = tree.first(verb, "open-clause") if passive and "reported" in given and "planned" not in given else None
    if told is not None and is_infinitive(tree, told):
        return True
    if subject is None or subject.lemma not in lexicon.roles.empty or tree.first(verb, "content-clause") is None:
        return False
    if passive:
        return "reported" in given
    return any(t.pos == "ADJ" for t in tree.below(verb, "predicate"))


def hangs_on_noun(tree: Tree, token: Token) -> bool:
    """Whether it is a gerund that only fills in a noun: "the challenge of navigating ..."."""
    if token.form != "present-participle" or token.relation != "complement":
        return False
    return tree.head(tree.head(token)).pos in ("NOUN", "PROPN", "ADJ")


def carries_clause(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether the act is in the clause behind it: "began to fire"."""
    behind = tree.below(token, "particle", "preposition", "adverb")
    phrase = any(f"{token.lemma} {t.lemma}" in lexicon.catenative_verbs for t in behind)
    if not phrase and token.lemma not in lexicon.catenative_verbs and not _is_about_to(tree, token, lexicon):
        return False
    if token.lemma in lexicon.coercive_verbs and not is_passive(tree, token):
        return False
    clause = tree.first(token, "open-clause", "content-clause", *(("adverbial-clause",) if phrase else ()))
    if clause is not None and any(s.second == clause.lemma for s in lexicon.verbs.get(token.lemma, ())):
        return False
    return clause is not None and clause.pos == "VERB" and clause.form in ("infinitive", "present-participle")


def _is_about_to(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether a form of a verb says no more than that the act is to come: "is going to fire", not "is going home"."""
    act = tree.first(token, "open-clause")
    bare = (
        act is not None and act.form == "infinitive" and all(t.head == act.i for t in tree.tokens[token.i + 1 : act.i])
    )
    return bare and token.text.lower() in lexicon.catenative_verbs and tree.first(token, "auxiliary") is not None


def brings_means(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether it is a participle that only says by what means something was done: "using ladders"."""
    participle = token.lemma in lexicon.participles and token.form == "present-participle"
    return participle and tree.first(token, "auxiliary") is None


def carries_gerund(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether the act is in the gerund behind its preposition: "succeeded in taking"."""
    return any(
        t.form == "present-participle" and f"{token.lemma} {p.lemma}" in lexicon.catenative_verbs
        for p in tree.below(token, "preposition")
        for t in tree.below(p, "complement")
    )
