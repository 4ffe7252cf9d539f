"""Reading a clause: who its subject is when nobody is named, and what belongs together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from regesta.extract.claims.relatives import KindOf, antecedent, is_relative, of_whom, one_of_row
from regesta.extract.claims.voice import is_expletive, is_passive
from regesta.model.syntax import Token, Tree
from regesta.rules.lexicon import RoleWords


@dataclass(frozen=True, slots=True)
class Grammar:
    """What clauses are read with: words that bind them, and the kinds of the names in them."""

    words: RoleWords
    kind_of: KindOf
    having: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By words for having something, the prepositions that bring it in: "responsibility for the roads"."""

    def can_act(self, token: Token) -> bool:
        """Whether it names somebody, or people."""
        return token.pos == "PRON" or self.kind_of(token) in ("person", "body")

    def able(self, tokens: list[Token]) -> list[Token]:
        """Those that can act, and places, that is whoever rules there."""
        return [t for t in tokens if self.can_act(t) or self.kind_of(t) == "place"]

    def may_act(self, token: Token) -> bool:
        """Whether it does, or is a name of no known kind."""
        return self.can_act(token) or (token.text[0].isupper() and self.kind_of(token) == "unknown")


SUBJECTS = ("subject", "passive-subject")
OBJECTS = ("object",)
_BEFORE = ("determiner", "possessor", "modifier", "quantity", "number", "compound")
NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")


def members(tree: Tree, head: Token) -> list[Token]:
    """A noun and what is joined to it by "and" or commas; names in a row that the parser took for appositions too."""
    found = [head]
    for child in tree.below(head, "conjunct", "apposition"):
        if shares_article(tree, head, child):
            continue
        if (child.relation == "conjunct" and child.pos in NOUNS) or (
            child.relation == "apposition" and _is_listed(tree, head, child)
        ):
            found.extend(members(tree, child))
    return sorted(found)


def _row(tree: Tree, last: Token) -> list[Token]:
    """All that stands in a row with a noun, or beside it: both, for "the brothers Carl and Otto Lund"."""
    while last.relation == "conjunct" and tree.head(last).pos in NOUNS:
        last = tree.head(last)
    row, beside = members(tree, last), tree.first(last, "apposition")
    return members(tree, beside) if len(row) == 1 and beside is not None else row


def shares_article(tree: Tree, noun: Token, joined: Token) -> bool:
    """Whether what stands before a noun is said of the next too, so that both are one: "many scholars and monks"."""
    if not noun.pos == joined.pos == "NOUN" or joined.i < noun.i or joined.relation != "conjunct":
        return False
    alone = (
        len(list(tree.below(noun, "conjunct"))) == 1 and tree.first(joined, "conjunct", "preposition", *_BEFORE) is None
    )
    # "The mayor and prefect" may be two people.
    single = "plural" not in (noun.form, joined.form) and tree.first(noun, "determiner", "possessor") is not None
    return alone and not single and any(t.i < noun.i for t in tree.below(noun, *_BEFORE))


def _is_listed(tree: Tree, head: Token, child: Token) -> bool:
    names = head.pos == child.pos == "PROPN"
    return names and tree.first(child, "determiner") is None and tree.first(child, "conjunct") is not None


def clause_verb(tree: Tree, token: Token) -> Token | None:
    """The nearest verb above a word."""
    return next((t for t in tree.above(token) if t.pos in ("VERB", "AUX")), None)


def is_beside(tree: Tree, verb: Token, grammar: Grammar) -> bool:
    """Whether it is a participle though the parser took it for more: "surrendered, with the papers signed aboard"."""
    along, have = grammar.words.prepositions["along"], grammar.words.offices["have"]
    if verb.form not in ("past", "past-participle") or tree.first(verb, "auxiliary", "passive-auxiliary") is not None:
        return False
    # "The duke had the edict read to them"
    caused = verb.relation == "content-clause" and tree.head(verb).lemma in have and verb.i > verb.head
    return caused or any(t.lemma in along for t in tree.below(verb, "marker"))


def subjects(tree: Tree, verb: Token, grammar: Grammar, depth: int = 0) -> list[Token]:
    """Who does it, or undergoes it in the passive: named with the verb, or carried over from what governs it."""
    own = list(tree.below(verb, *SUBJECTS))
    if any(is_expletive(tree, t, grammar.words) for t in own):
        return []
    if own:
        return _antecedents(tree, verb, _proper(tree, verb, own), grammar)
    if depth > 6 or verb.head == verb.i:
        return []
    return _carried(tree, verb, grammar, depth)


def _proper(tree: Tree, verb: Token, own: list[Token]) -> Token:
    """The one of two subjects that is no phrase of its own: "In the first phase, a raid, Sparta took ...".

    The first, where all are set off: "The army, its morale raised by the news, marched on".
    """
    if tree.first(verb, "passive-auxiliary") is not None:
        # "The army was itself besieged."
        own = [t for t in own if t.relation == "passive-subject"] or own
    before = [t for t in own if t.i < verb.i]
    if before and before[-1] is not own[-1] and _is_set_off(tree, before[-1], verb):
        # "The raid, wrote Otto Weiss, was a feint": what is told, and who tells it.
        return own[-1]
    if len(before) > 1 and all(_is_set_off(tree, t, verb) for t in before):
        return before[0]
    return before[-1] if before else own[0]


def _is_set_off(tree: Tree, noun: Token, verb: Token) -> bool:
    """Whether a comma stands behind it, before its verb."""
    behind = tree.under(noun)[-1].i
    return any(t.text == "," for t in tree.tokens[behind : min(behind + 3, verb.i)])


def _antecedents(tree: Tree, verb: Token, own: Token, grammar: Grammar) -> list[Token]:
    quantity = own
    own = of_whom(tree, own, grammar.words) or own
    if is_relative(own, grammar.words):
        noun = antecedent(tree, verb, own, grammar.words, grammar.kind_of)
        if noun is None:
            return []
        named = members(tree, noun) if quantity is own else one_of_row(_row(tree, noun), quantity, grammar.words)
        return [t for t in named if t.i < verb.i]
    if own.pos == "VERB" and tree.first(own, "passive-auxiliary", *OBJECTS, *SUBJECTS) is not None:
        inner = tree.first(own, *SUBJECTS)
        return members(tree, inner) if inner is not None and inner.i < own.i else []
    return members(tree, own)


def _carried(tree: Tree, verb: Token, grammar: Grammar, depth: int) -> list[Token]:
    head = tree.head(verb)
    relation = verb.relation
    if relation in ("conjunct", "unclear", "predicate"):
        return _goes_on(tree, verb, head, grammar, depth)
    told_apart = relation == "adverbial-clause" and verb.form in ("past", "present")
    if any(told_apart or t.text.lower() in grammar.words.order["comment"] for t in tree.below(verb, "marker")):
        return []
    if relation == "participle" and head.pos in NOUNS:
        named = _named_doers(tree, verb, grammar) if verb.form == "present-participle" else []
        return named or _of_noun(tree, verb, head, grammar, depth)
    if relation == "relative" and head.pos in NOUNS:
        able = grammar.able(members(tree, head)) if tree.first(verb, *OBJECTS) is not None else []
        return able or (_of_noun(tree, verb, head, grammar, depth) if verb.form == "infinitive" else [])
    if relation == "complement" and head.relation in ("preposition", "agent"):
        return _behind_preposition(tree, verb, head, grammar, depth)
    if relation in ("open-clause", "adverbial-clause", "content-clause", "complement", "auxiliary"):
        return _controller(tree, verb, head, grammar, depth)
    return []


def _goes_on(tree: Tree, verb: Token, first: Token, grammar: Grammar, depth: int) -> list[Token]:
    """Whoever does what it is joined to; whoever is behind its own "by" or, after some passives, behind the other's."""
    if first.lemma in grammar.words.passing_on and is_passive(tree, first):
        return agents(tree, first)
    if is_passive(tree, first) and not is_passive(tree, verb) and (by := _named_doers(tree, verb, grammar)):
        # "Was engaged and routed by a force of archers", which the parser takes for the active.
        return by
    return subjects(tree, first, grammar, depth + 1) if first.pos in ("VERB", "AUX") else []


def _behind_preposition(tree: Tree, verb: Token, preposition: Token, grammar: Grammar, depth: int) -> list[Token]:
    """A gerund: in "kept the workers from striking" it is they who strike, in "fled without fighting" who fled."""
    # "After being found guilty by a court": the court did nothing of what is told of him.
    above, own = tree.head(preposition), [] if is_passive(tree, verb) else _named_doers(tree, verb, grammar)
    if own or (above.lemma in grammar.words.order["leads_to"] and tree.first(above, *OBJECTS) is None):
        return own
    if above.pos not in ("VERB", "AUX"):
        # "Praised the guards for saving them"
        does = preposition.lemma in grammar.words.prepositions["object_does"] and above.relation in OBJECTS
        able = members(tree, above) if does and grammar.can_act(above) else []
        return able or possessors(tree, above) or _bearers(tree, above, grammar, depth)
    if tree.first(verb, "determiner") is not None:
        return []
    if preposition.lemma in grammar.words.prepositions["object_does"]:
        kept = [t for t in tree.below(above, *OBJECTS) if t.i < preposition.i]
        if kept:
            return members(tree, kept[-1])
    # "By mocking the chapter, the agreement lost its friends": no agreement mocks anybody.
    doing = [t for t in subjects(tree, above, grammar, depth + 1) if t.lemma not in grammar.words.intentions]
    return grammar.able(doing) if is_passive(tree, above) else doing


def _named_doers(tree: Tree, gerund: Token, grammar: Grammar) -> list[Token]:
    """Who does it by its own "by" or "'s": the judge, for "on questioning by the judge"."""
    agent = grammar.words.prepositions["agent"]
    binding = ("agent",) if tree.first(gerund, *OBJECTS) is not None else ("agent", "preposition")
    by = (p for p in tree.below(gerund, *binding) if p.lemma in agent)
    named = (t for p in by for t in tree.below(p, "complement") if t.pos in NOUNS and grammar.can_act(t))
    return [m for t in named for m in members(tree, t)] or possessors(tree, gerund)


def _of_noun(tree: Tree, verb: Token, noun: Token, grammar: Grammar, depth: int) -> list[Token]:
    """Behind a noun: "supporters organized ..." has the noun itself, "plans to launch ..." whoever has the plans."""
    if noun.measure == "time" or (noun.lemma in grammar.words.doing["troubles"] and verb.form == "present-participle"):
        above = clause_verb(tree, noun)
        return subjects(tree, above, grammar, depth + 1) if above is not None else []
    if verb.form != "infinitive":
        done_to = tree.first(verb, *OBJECTS) is not None
        if done_to and (noun.lemma in grammar.words.happenings or _is_place_done_to(noun, grammar)):
            return []
        listed = [t for t in members(tree, noun) if t.i < verb.i]
        beside = [t for t in listed if t.i == verb.i - 1]
        return beside or _beside_of(tree, verb, noun, grammar) or listed
    owners = possessors(tree, noun) or _peoples(tree, noun)
    if owners:
        return owners
    above = clause_verb(tree, noun)
    carried = noun.relation in ("object", "passive-subject")
    if above is None or (carried and above.lemma not in grammar.words.carriers):
        return []
    if not carried:
        return _bearers(tree, noun, grammar, depth)
    return _given_to(tree, above, noun) or _carriers(tree, above, noun, grammar, depth)


def _beside_of(tree: Tree, verb: Token, noun: Token, grammar: Grammar) -> list[Token]:
    """The forces, for "came to the aid of forces retreating from Bergen": no aid retreats."""
    near = tree.tokens[verb.i - 1]
    of = tree.head(near)
    whole = near.relation == "complement" and of.lemma in grammar.words.prepositions["of"] and of.head == noun.i
    return [near] if whole and grammar.can_act(near) and not grammar.can_act(noun) else []


def _is_place_done_to(noun: Token, grammar: Grammar) -> bool:
    """Whether it is a place that something is done to: "attacked the villages killing twenty"."""
    return noun.relation == "object" and grammar.kind_of(noun) == "place"


def _given_to(tree: Tree, verb: Token, noun: Token) -> list[Token]:
    """The burghers, for "gave the burghers the right to"."""
    given = tree.first(verb, "recipient") if noun.relation == "object" else None
    return members(tree, given) if given is not None and given.pos in NOUNS else []


def _carriers(tree: Tree, verb: Token, noun: Token, grammar: Grammar, depth: int) -> list[Token]:
    """Who makes an attempt; who was given a right."""
    if is_passive(tree, verb) and noun.relation == "passive-subject":
        return agents(tree, verb)
    return subjects(tree, verb, grammar, depth + 1)


def _owners(tree: Tree, noun: Token, grammar: Grammar) -> list[Token]:
    """Whose it is: "his plan", "the plan of the rebels"."""
    of = (p for p in tree.below(noun, "preposition") if p.lemma in grammar.words.prepositions["of"])
    whole = (t for p in of for t in tree.below(p, "complement") if grammar.can_act(t))
    return possessors(tree, noun) or [m for t in whole for m in members(tree, t)]


def _peoples(tree: Tree, noun: Token) -> list[Token]:
    """Whose it is by a word for a people: "a Polish attempt to"."""
    return [t for t in tree.below(noun, "modifier") if t.pos == "ADJ" and t.text[0].isupper()]


def _bearers(tree: Tree, noun: Token, grammar: Grammar, depth: int) -> list[Token]:
    """Who has a hope or makes an attempt that the clause names in passing: "attacked in an attempt to", "as a step to".

    Nobody where somebody else may have it: "tried him on charges of".
    """
    above = clause_verb(tree, noun)
    if above is not None and noun.relation == "predicate" and noun.pos == "ADJ":
        # "Was close to burning it", "was the first to sign": whoever was so.
        return grammar.able(subjects(tree, above, grammar, depth + 1))
    if above is None or noun.relation not in ("object", "complement") or is_passive(tree, above):
        return []
    if any(t.i != noun.i and grammar.can_act(t) for t in tree.below(above, *OBJECTS)):
        return []
    return subjects(tree, above, grammar, depth + 1)


def _controller(tree: Tree, verb: Token, head: Token, grammar: Grammar, depth: int) -> list[Token]:
    """An infinitive or participle clause: whom its verb makes do it, or its subject."""
    if head.pos not in ("VERB", "AUX"):
        above = clause_verb(tree, verb)
        return subjects(tree, above, grammar, depth + 1) if above else []
    if verb.relation == "content-clause" and verb.form in ("past", "present"):
        return []
    if verb.form == "infinitive" and head.pos == "AUX" and tree.first(head, *SUBJECTS) is not None:
        told = subjects(tree, head, grammar, depth + 1)
        owned = [p for t in told for p in _owners(tree, t, grammar)]
        return owned or [t for t in told if t.lemma not in grammar.words.intentions]
    complement = verb.form == "present-participle" and verb.relation in ("open-clause", "content-clause")
    if complement or verb.form == "infinitive" or any(t.form == "to" for t in tree.below(verb, "auxiliary")):
        told_to = [t for t in tree.below(head, *OBJECTS, "recipient") if t.i < verb.i and t.pos in NOUNS]
        if bidden := _bidden(tree, verb, head, grammar):
            return bidden
        # "Made Otto dean, only to dismiss him"
        opening = tree.under(verb)[0]
        apart = opening.relation == "adverb" and opening.head == verb.i and tree.tokens[opening.i - 1].text == ","
        lists = grammar.words.doing
        apart = apart or (head.lemma in lists.get("parting", ()) and verb.lemma in lists.get("turning", ()))
        if told_to and not apart and _acts_when_told(tree, told_to[-1], head, grammar):
            return members(tree, told_to[-1])
    doing = subjects(tree, head, grammar, depth + 1)
    made = head.lemma in grammar.words.carriers and any(t.lemma in grammar.words.intentions for t in doing)
    if verb.form == "infinitive" and made and is_passive(tree, head):
        return [p for t in doing for p in _owners(tree, t, grammar)] or shared_agents(tree, head)
    if is_beside(tree, head, grammar):
        return []
    return _behind_passive(tree, verb, head, doing, grammar) if is_passive(tree, head) else doing


def _bidden(tree: Tree, verb: Token, head: Token, grammar: Grammar) -> list[Token]:
    """The guards, for "called on the guards to yield"."""
    for preposition in tree.below(head, "preposition"):
        if preposition.i < verb.i and f"{head.lemma} {preposition.lemma}" in grammar.words.controls:
            return [m for t in tree.below(preposition, "complement") if t.pos in NOUNS for m in members(tree, t)]
    return []


def _behind_passive(tree: Tree, verb: Token, head: Token, doing: list[Token], grammar: Grammar) -> list[Token]:
    """Who does what an infinitive or participle behind a passive tells, whose subject is `doing`."""
    # "To reward him, the seat was moved": the seat rewards nobody, as it would in "was moved to reward him".
    controlled = verb.form == "infinitive" and head.lemma in grammar.words.controls and verb.i > head.i
    if controlled or verb.form == "past-participle" or tree.first(verb, "marker") is not None:
        return doing
    # A place that something is done to does nothing: "Lyon was besieged, cutting the road".
    done_by, able = grammar.able(agents(tree, head)), [t for t in doing if grammar.can_act(t)]
    return able if not done_by else ([] if able and verb.form != "infinitive" else done_by)


def _acts_when_told(tree: Tree, made: Token, verb: Token, grammar: Grammar) -> bool:
    """Whether it is the object that does it: "ordered the guard to fire", not "planned a raid to take the fort"."""
    doing = grammar.words.doing
    if verb.lemma not in grammar.words.controls or verb.lemma in doing.get("means", ()):
        return False
    if grammar.kind_of(made) == "place" and verb.lemma in doing.get("parting", ()):
        return False
    article = tree.first(made, "determiner", "possessor")
    known = article is not None and article.lemma not in grammar.words.indefinite
    return known or made.pos == "PROPN" or grammar.can_act(made) or made.lemma not in grammar.words.happenings


def agents(tree: Tree, verb: Token) -> list[Token]:
    """Who did it, after "by": nobody in "was reduced by 14 percent", the Danes in "taken by storm by the Danes"."""
    behind = (tree.first(agent, "complement") for agent in tree.below(verb, "agent"))
    found = [t for t in behind if t is not None and t.pos in NOUNS and t.measure != "amount"]
    if len(found) > 1 and found[0].pos == "NOUN" and tree.first(found[0]) is None:
        del found[0]
    return members(tree, found[0]) if found else []


def hidden_agents(tree: Tree, verb: Token, grammar: Grammar) -> list[Token]:
    """The agent of a passive that the parser hung on the noun before it: "was succeeded as empress by Basil".

    Or the noun that a relative clause with one hangs on: "the Danes, by whom it was taken".
    """
    by_whom = grammar.words.prepositions["agent"]
    for preposition in tree.below(verb, "preposition", "agent") if verb.relation == "relative" else ():
        who = tree.first(preposition, "complement")
        if preposition.lemma in by_whom and who is not None and who.form == "relative-pronoun":
            return [tree.head(verb)]
    behind = (t for preposition in tree.below(verb, "preposition") for t in tree.below(preposition, "complement"))
    for noun in (*behind, *tree.below(verb, "predicate")):
        if noun.pos in NOUNS:
            for by in tree.below(noun, "preposition", "agent"):
                who = tree.first(by, "complement")
                if by.lemma in by_whom and who is not None and grammar.can_act(who):
                    return members(tree, who)
    return []


def shared_agents(tree: Tree, verb: Token) -> list[Token]:
    """The agent of a passive or of participles joined to it: "conceived and prepared by X", not "and was led by X".

    Nor is it shared where more is said of the first: "it was made at Metz and carried by X".
    """
    own = agents(tree, verb)
    if own:
        return own
    for other in tree.below(verb, "conjunct"):
        alone = tree.first(other, "object", "passive-auxiliary", *SUBJECTS) is None
        told = any(verb.i < t.i < other.i for t in tree.below(verb, "preposition", "time-noun", "predicate"))
        if other.form == "past-participle" and alone and not told:
            found = shared_agents(tree, other)
            if found:
                return found
    return []


def possessors(tree: Tree, noun: Token) -> list[Token]:
    """Whose it is: "Díaz's", "their"; nobody's in "the year's campaign"."""
    return [m for t in tree.below(noun, "possessor") if t.measure != "time" for m in members(tree, t)]
