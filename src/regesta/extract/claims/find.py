"""Puts claims together: triggers with their roles, status, time and citations, and the order among them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from regesta.extract.claims.again import Again, ages_in
from regesta.extract.claims.beside import implied_orders, keeps_order, lend_places
from regesta.extract.claims.candidates import find_candidates
from regesta.extract.claims.casting import Casting
from regesta.extract.claims.clauses import Grammar
from regesta.extract.claims.dating import UNDATED
from regesta.extract.claims.distances import (
    without_event,
)
from regesta.extract.claims.echo import (
    Before,
    Echo,
    Kinds,
    spoken_of,
    theme_after,
    told_in,
)
from regesta.extract.claims.entries import entry_dates
from regesta.extract.claims.episode import Episode
from regesta.extract.claims.happenings import Context, happenings
from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.lasted import Lasted, is_held
from regesta.extract.claims.lives import tell_lives
from regesta.extract.claims.naming import Names
from regesta.extract.claims.order import order_triggers
from regesta.extract.claims.papers import Papers
from regesta.extract.claims.quoted import find_quotations
from regesta.extract.claims.roles import fill_roles
from regesta.extract.claims.senses import Reading
from regesta.extract.claims.sequence import Pair, Story
from regesta.extract.claims.split import split_by_time
from regesta.extract.claims.terms import split_by_terms
from regesta.extract.claims.triggers import Trigger
from regesta.model.binding import throughout
from regesta.model.claim import Claim, ClaimTime, Role, TemporalLink
from regesta.model.entity import Entity, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import Id, stable_id
from regesta.model.syntax import Syntax, Tree
from regesta.model.text import Citation, Document, Sentence, Span
from regesta.model.time import TimeExpression
from regesta.rules.event_types import EventTypes
from regesta.rules.lexicon import Lexicon

_SILENT_KINDS = ("person", "body", "place", "office", "document")
_MOSTLY = 3
"""How many times as many sentences in the past as in the present make a text about the past."""
_CONFIDENCE = {"verb": 0.9, "noun": 0.8, "office": 0.85}


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    syntax: Syntax,
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    citations: Sequence[Citation],
    lexicon: Lexicon,
    words: "NameWords",
    types: EventTypes,
) -> tuple[tuple[Claim, ...], tuple[TemporalLink, ...], tuple[Mention, ...]]:
    """The claims of a document in text order, the order that it tells among them, and what it never tells.

    The last are nouns for happenings, by which others are placed in time, that nothing else in the text tells of.
    """
    quotations = find_quotations(document, sentences)
    entries = entry_dates(document, sentences, times)
    context = _context(document, times, mentions, entities, citations, lexicon, words, types, quotations, entries)
    context = replace(context, past=_tells_of_the_past(syntax))
    claims: list[Claim] = []
    links: list[TemporalLink] = []
    story, memory = Story(lexicon.roles), _Memory(Episode(lexicon.roles))
    for sentence in sentences:
        tree = syntax.get(sentence.id)
        if tree is None or not tree.tokens:
            continue
        inside = _times_in(context, sentence)
        made, ordered = _of_sentence(document, sentence, tree, inside, context, story, memory)
        if lexicon.life.birth:
            told = {c.trigger.start for c in made}
            terms = {c.time.expression for c in made if is_held(c, context.types)}
            lives = [t for t in inside if t.id not in terms]
            made += tell_lives(document, sentence, lives, context.names, lexicon.life, words.offices, told)
        claims.extend(sorted(made, key=lambda c: c.trigger.start))
        links.extend(ordered)
    return tuple(claims), tuple(links), tuple(spoken_of(story.spoken, story.told))


def _tells_of_the_past(syntax: Syntax) -> bool:
    """Whether most sentences have a verb in the past, and not in the present."""
    forms = Counter(t.form for tree in syntax.values() for t in tree.tokens if t.head == t.i)
    return forms["past"] > _MOSTLY * forms["present"]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words about names that claims are read with: heads of offices, and heads of parts and kinds of places."""

    offices: frozenset[str]
    regions: frozenset[str]
    charges: frozenset[str]
    """What somebody may have the charge of: "roads", "castle"."""
    having: Mapping[str, frozenset[str]]
    """By words for having something ("responsibility"), what joins it to them ("for", "over")."""
    demonyms: frozenset[str] = frozenset()


def _context(
    document: Document,
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    citations: Sequence[Citation],
    lexicon: Lexicon,
    words: NameWords,
    types: EventTypes,
    quotations: Sequence[Span],
    entries: Mapping[Id, TimeExpression],
) -> Context:
    names = Names.of(document.text, mentions, entities, words.regions, words.demonyms)
    silent = [m.span for m in mentions if m.form == "name" and m.kind in _SILENT_KINDS] + [
        without_event(t) for t in times
    ]
    silent.sort()
    ordered = sorted(times, key=lambda t: t.span)
    cited: dict[str, list[Citation]] = {}
    for citation in citations:
        if citation.sentence is not None:
            cited.setdefault(citation.sentence, []).append(citation)
    return Context(
        lexicon,
        names,
        Reading(lexicon, Grammar(lexicon.roles, names.kind, words.having), words.offices, words.charges),
        ordered,
        [t.span.start for t in ordered],
        silent,
        [s.start for s in silent],
        cited,
        types,
        quotations,
        [q.start for q in quotations],
        entries,
        Kinds(
            frozenset(name for name, kind in types.types.items() if kind.loose),
            frozenset(name for name, kind in types.types.items() if kind.begins_term),
        ),
    )


@dataclass(slots=True)
class _Memory:
    """What was told of papers, of happenings by whom they befell, and of the same episode, by which more is dated."""

    episode: Episode
    papers: Papers = field(default_factory=Papers)
    again: Again = field(default_factory=Again)
    lasted: Lasted = field(default_factory=Lasted)

    def date(
        self,
        passage: Id,
        tree: Tree,
        triggers: Sequence[Trigger],
        made: Mapping[int, list[Claim]],
        times: Sequence[TimeExpression],
        context: Context,
    ) -> dict[int, ClaimTime]:
        """The times that what was told before gives to what a sentence tells, by the index of the word."""
        status = context.lexicon.status
        found = self.papers.date(passage, tree, triggers, made, context.names, status)
        found |= self.again.date(tree, triggers, made, status)
        if ages := ages_in(times):
            found |= self.again.of_age(tree, triggers, made, ages, context.lexicon.life.birth)
        found |= self.episode.date(passage, tree, triggers, made)
        words = context.lexicon.roles
        return found | self.lasted.date(passage, tree, triggers, made, times, words, context.types)


def _times_in(context: Context, sentence: Sentence) -> Sequence[TimeExpression]:
    low = bisect_left(context.time_starts, sentence.span.start)
    return context.times[low : bisect_right(context.time_starts, sentence.span.end)]


def _of_sentence(
    document: Document,
    sentence: Sentence,
    tree: Tree,
    times: Sequence[TimeExpression],
    context: Context,
    story: Story,
    memory: "_Memory",
) -> tuple[list[Claim], Iterator[TemporalLink]]:
    triggers, firmness, dated, echoes, named_again, likely, pointing = happenings(sentence, tree, times, context, story)
    casting = _casting(tree, triggers, times, context)
    made: dict[int, list[Claim]] = {}
    for trigger in triggers:
        time = dated.get(trigger.token.i, UNDATED)
        chance = likely[trigger.token.i] if likely is not None else None
        claim = _claim(document, sentence, tree, trigger, firmness[trigger.token.i], time, casting, context, chance)
        terms = split_by_terms(tree, claim, times) if is_held(claim, context.types) else []
        portions = terms or split_by_time(tree, claim, times, casting.grammar, context.names, casting.told)
        made[trigger.token.i] = [_portion(claim, n, *portion) for n, portion in enumerate(portions)]
    before, theme = Before(story.told, sentence.passage, context.kinds), story.theme_in(sentence.passage)
    by_word = told_in(tree, {i: c[0] for i, c in made.items()}, named_again, before, theme, context.lexicon.roles)
    for happening in by_word.values():
        story.told.setdefault(happening.name, []).append(happening)
    spoken = memory.date(sentence.passage, tree, triggers, made, times, context)
    made |= {i: [replace(made[i][0], time=time)] for i, time in spoken.items()}
    dated |= spoken
    memory.again.note(triggers, made)
    made = lend_places(tree, triggers, made, casting)
    orders = order_triggers(tree, triggers, firmness, dated, context.lexicon.roles)
    told = {(o.earlier, o.later) for o in orders}
    implied = implied_orders(tree, triggers, made, context.types, frozenset(dated))
    orders += [o for o in implied if (o.later, o.earlier) not in told]
    orders = [o for o in orders if keeps_order(o, made, context.types)]
    pairs = [(made[o.earlier][-1], made[o.later][0], o.rule) for o in orders]
    pairs += _echoed(echoes, made)
    pairs += [(a, b, "split-by-time") for c in made.values() for a, b in pairwise(c) if b.time.basis != "stated"]
    claims = [c for i in sorted(made) for c in made[i]]
    nouns = {i: happening for i, happening in by_word.items() if tree.tokens[i].pos not in ("VERB", "AUX")}
    story.theme = theme_after(tree, theme, nouns, pointing, context.lexicon.roles)
    pairs += story.go_on(sentence, tree, triggers, made, tuple(pairs))
    return claims, (_link(a, b, rule, sentence) for a, b, rule in pairs)


def _casting(tree: Tree, triggers: Sequence[Trigger], times: Sequence[TimeExpression], context: Context) -> Casting:
    grammar, silent = context.reading.grammar, tuple(without_event(t) for t in times)
    return Casting(
        context.lexicon,
        grammar,
        context.names,
        context.types,
        silent,
        {t.token.i: t.type for t in triggers},
        tuple(find_candidates(tree, context.names, grammar, silent)) if triggers else (),
        tuple(accumulate((t.pos == "VERB" for t in tree.tokens), initial=0)),
    )


def _portion(claim: Claim, number: int, roles: tuple[Role, ...], time: ClaimTime) -> Claim:
    if number == 0 and roles == claim.roles and time == claim.time:
        return claim
    ident = claim.id if number == 0 else stable_id("c", claim.id, number)
    return replace(claim, id=ident, roles=roles, time=time)


def _echoed(echoes: Sequence[Echo], made: Mapping[int, list[Claim]]) -> Iterator[Pair]:
    """The order that words like "after the siege" tell, where the siege was told before."""
    for echo in echoes:
        claim = made[echo.trigger][0]
        if echo.relation == "after":
            yield echo.told, claim, "after-told"
        elif echo.relation == "before":
            yield claim, echo.told, "before-told"


def _claim(
    document: Document,
    sentence: Sentence,
    tree: Tree,
    trigger: Trigger,
    firmness: Firmness,
    time: ClaimTime,
    casting: Casting,
    context: Context,
    likely: float | None,
) -> Claim:
    """What a trigger tells; its confidence is what was learned, where something was, instead of that of its rule."""
    cue = Span(document.id, firmness.cue.start, firmness.cue.end) if firmness.cue is not None else None
    sense = trigger.sense
    rule = f"{trigger.part}/{sense.word} {sense.second or sense.object_noun}".strip() if sense else trigger.part
    if time.when is not None and is_held(trigger, casting.types):
        # "Presided between 1914 and 1918": what lasts is told of all that time.
        time = replace(time, when=throughout(time.when))
    usual = _CONFIDENCE[trigger.part] - (0.2 if sense is None and trigger.part == "verb" else 0)
    weighed = ", weighed" if likely is not None else ""
    return Claim(
        id=stable_id("c", sentence.id, trigger.token.start - sentence.span.start),
        type=trigger.type,
        trigger=trigger.span,
        sentence=sentence.id,
        status=firmness.status,
        roles=fill_roles(tree, trigger, casting),
        time=time,
        citations=tuple(
            c.label for c in context.citations.get(sentence.id, ()) if c.covers and c.covers.overlaps(trigger.span)
        ),
        confidence=usual if likely is None else likely,
        evidence=Evidence((sentence.span,), f"{document.language}/events/{rule}{weighed}"),
        said_by=firmness.said_by,
        status_cue=cue,
    )


def _link(earlier: Claim, later: Claim, rule: str, sentence: Sentence) -> TemporalLink:
    return TemporalLink(
        stable_id("l", earlier.id, later.id),
        earlier.id,
        later.id,
        Evidence((sentence.span,), rule, (earlier.id, later.id)),
    )
