"""Sets the fields of a claim: its type, status, time, and who takes part."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.corrections.anchors import occurrences
from regesta.corrections.bench import Bench, Knowledge, Refused
from regesta.corrections.entries import UNDATED, Correction
from regesta.errors import QuestionError
from regesta.model.claim import Claim, ClaimTime, Role
from regesta.model.entity import Entity
from regesta.model.evidence import Evidence
from regesta.model.text import Span
from regesta.rules.problems import suggest

COMMON_ROLES = ("actor", "target", "place")
NO_TIME = ClaimTime(None, "none", None, None)
_CERTAIN = 1.0
IS = " = "
"""Between words of a sentence and the name of whom they mean."""


def set_fields(bench: Bench, claim: Claim, correction: Correction, knowledge: Knowledge) -> Claim:
    """The claim as the correction has it, with evidence that says so; Refused where a field does not fit."""
    fields = correction.set
    kind = claim.type if fields.type is None else fields.type
    if kind not in knowledge.event_types:
        near = suggest(kind, knowledge.event_types.types)
        raise Refused(f'"{kind}" is no type of happening{near}; regesta knowledge types lists them')
    status = claim.status if fields.status is None else fields.status
    changed = status != claim.status
    return replace(
        claim,
        type=kind,
        status=status,
        time=_time(claim.time, fields.time, knowledge),
        roles=_roles(bench, claim, correction, (*COMMON_ROLES, *knowledge.event_types[kind].roles)),
        confidence=_CERTAIN,
        evidence=Evidence(claim.evidence.quotes, correction.rule, claim.evidence.derived_from),
        status_cue=None if changed else claim.status_cue,
        said_by=None if changed else claim.said_by,
    )


def _time(told: ClaimTime, given: str | None, knowledge: Knowledge) -> ClaimTime:
    """As it was read where the correction says nothing else."""
    if given is None or (told.when is not None and told.when.edtf == given):
        return told
    if given == UNDATED:
        return NO_TIME
    try:
        when = knowledge.read_date(given)
    except QuestionError:
        raise Refused(f'"{given}" is no date in EDTF, such as 1871-03 or 1871-03-18/..') from None
    return ClaimTime(when, "corrected", None, None)


def _roles(bench: Bench, claim: Claim, correction: Correction, allowed: tuple[str, ...]) -> tuple[Role, ...]:
    given = dict(correction.set.roles)
    for name in given:
        if name not in allowed:
            raise Refused(f'"{name}" is no role of such a happening: {", ".join(dict.fromkeys(allowed))}')
    kept = [r for r in claim.roles if r.name not in given]
    fillers = [(name, words) for name, all_words in given.items() for words in all_words]
    made = [_fill(bench, claim, name, words, correction.rule) for name, words in fillers]
    return tuple(sorted((*kept, *made), key=lambda r: (r.span, r.name))) if given else claim.roles


def _fill(bench: Bench, claim: Claim, role: str, given: str, rule: str) -> Role:
    """A participant: words of the sentence, words that mean somebody, or somebody who is named elsewhere."""
    words, _, name = given.partition(IS)
    span = _place(bench, claim, role, words)
    if span is None and name:
        raise Refused(f'the words "{words}" do not stand in the sentence')
    if span is None:
        entity = _only(bench, words, claim)
        return Role(role, _stand_in(bench, claim, role, entity), entity.id, rule)
    known = next((r for r in claim.roles if r.name == role and r.span == span), None)
    if name:
        return Role(role, span, _only(bench, name, claim).id, rule)
    if known is not None:
        return known
    mention = bench.mention_at(span)
    if mention is not None:
        return Role(role, span, mention.entity, rule)
    named = bench.named(words, span.document)
    return Role(role, span, named[0].id if len(named) == 1 else None, rule)


def _only(bench: Bench, name: str, claim: Claim) -> Entity:
    """The one who is called so; Refused where it is nobody, or several."""
    named = bench.named(name, claim.trigger.document)
    if not named:
        raise Refused(f'"{name}" is neither words of the sentence nor a name in the sources')
    if len(named) > 1:
        raise Refused(f'"{name}" names {len(named)} in the sources; give a fuller name')
    return named[0]


def _place(bench: Bench, claim: Claim, role: str, words: str) -> Span | None:
    """Where the words stand in the sentence: as this role or another, as a name, or else if they stand there once."""
    found = list(_occurrences(bench, claim, words))
    if len(found) <= 1:
        return found[0] if found else None
    roles = [r.span for r in sorted(claim.roles, key=lambda r: r.name != role)]
    for span in (*roles, *(m.span for m in bench.mentions)):
        if span in found:
            return span
    raise Refused(f'"{words}" stands {len(found)} times in the sentence; give more words of it')


def _occurrences(bench: Bench, claim: Claim, words: str) -> Iterator[Span]:
    sentence = bench.sentence_at(claim.trigger).span
    text = bench.documents[sentence.document].text
    for start, end in occurrences(text, words, sentence.start, sentence.end):
        yield Span(sentence.document, start, end)


def _stand_in(bench: Bench, claim: Claim, role: str, entity: Entity) -> Span:
    """Words for somebody whom the sentence does not name: those it has in the role, or the nearest that name them."""
    own = claim.fillers(role)
    if len(own) == 1:
        return own[0].span
    mentions = [m.span for m in bench.mentions if m.entity == entity.id]
    near = [s for s in mentions if s.document == claim.trigger.document] or mentions
    if not near:
        raise Refused(f'no words in the sources name "{entity.name}" any more')
    return min(near, key=lambda s: (abs(s.start - claim.trigger.start), s))
