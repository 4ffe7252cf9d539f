"""The order of the stages, written once: source to Document to Findings to Chronology."""

from collections.abc import Callable, Sequence

from regesta.extract.citations import attach_citations, find_markers
from regesta.extract.claims import NameWords, find_claims
from regesta.extract.entities import find_mentions, group_mentions
from regesta.extract.sentences import split_passages, split_sentences
from regesta.extract.syntax import Parser, parse
from regesta.extract.times import find_pauses, find_times
from regesta.model.chronology import Chronology, Findings
from regesta.model.claim import Verdict
from regesta.model.text import Document
from regesta.reason import (
    constrain,
    date_events,
    find_conflicts,
    find_gaps,
    group_claims,
    no_place,
    solve,
    trace_states,
    trace_transitions,
)
from regesta.rules.event_types import EventTypes
from regesta.rules.load import Rules

_HAD = ("charges", "buildings", "quarters")
_WHERE = ("quarters", "buildings", "grounds", "sites")
"""Lists of words for what a happening may be told to be at."""


def read(document: Document, rules: Rules, parser: Parser) -> Findings:
    """What one source says."""
    writing, people, gazetteer = rules.writing, rules.people, rules.gazetteer
    markers = find_markers(document, writing.citations)
    passages = split_passages(document)
    sentences = split_sentences(document, passages, markers, writing.sentences)
    citations = attach_citations(document, passages, sentences, markers)
    times = find_times(document, sentences, rules.times)
    pauses = find_pauses(document, sentences, times, writing.syntax)
    syntax = parse(document, sentences, markers, parser, pauses)
    mentions = find_mentions(document, sentences, syntax, people, gazetteer)
    mentions, entities = group_mentions(document, sentences, syntax, mentions, people, gazetteer)
    places = rules.event_types.words.kinds
    regions = people.words["places.heads"].union(*(places[kind] for kind in _WHERE))
    of = frozenset(rules.event_types.words.links)
    having = dict.fromkeys(places["heritage"], of) | dict.fromkeys(
        places["having"], of | {*rules.event_types.words.over}
    )
    charges = frozenset(word for kind in _HAD for word in places[kind])
    words = NameWords(people.words["offices.nouns"], regions, charges, having, people.words["demonyms.words"])
    claims, links, spoken = find_claims(
        document, sentences, syntax, times, mentions, entities, citations, rules.lexicon, words, rules.event_types
    )
    return Findings((document,), passages, sentences, citations, times, (*mentions, *spoken), entities, claims, links)


def reason(findings: Findings, rules: Rules, verdicts: Sequence[Verdict] = ()) -> Chronology:
    """What follows from it; `verdicts` are people's on which claims tell of one happening."""

    def known_place(name: str) -> bool:
        # A ship does things as its crew, but is taken and held like a place.
        return bool(rules.gazetteer.lookup(name)) or rules.people.has("bodies.ships", name.partition(" ")[0])

    return reason_about(findings, rules.event_types, known_place, verdicts)


def reason_about(
    findings: Findings,
    types: EventTypes,
    known_place: Callable[[str], bool] = no_place,
    verdicts: Sequence[Verdict] = (),
) -> Chronology:
    """The same without a language: `known_place` says whether a name may be that of a place."""
    events = group_claims(findings, types, verdicts)
    transitions = trace_transitions(findings, events, types, known_place)
    constraints = constrain(findings, events, transitions)
    solved = solve(constraints)
    conflicts = find_conflicts(findings, events, constraints, solved, transitions, types)
    dates = date_events(events, solved, conflicts)
    states = trace_states(findings, events, transitions, solved, conflicts)
    gaps = find_gaps(findings, events, dates, transitions, states, types)
    return Chronology(findings, events, dates, conflicts, transitions, states, gaps)
