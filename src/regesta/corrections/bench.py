"""Findings taken apart on a bench, where corrections change them one after the other."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from regesta.corrections.anchors import Places
from regesta.model.chronology import Findings
from regesta.model.claim import Claim, TemporalLink, Verdict
from regesta.model.entity import Entity, Mention
from regesta.model.ids import Id
from regesta.model.text import Document, Sentence, Span
from regesta.model.time import When
from regesta.rules.event_types import EventTypes
from regesta.rules.gazetteer import fold_name

ReadDate = Callable[[str], When]


class Refused(Exception):  # noqa: N818 - no error: a correction that has nothing to do
    """Why a correction cannot do its work, although its passage is there: one clause."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What corrections are checked against: the types of happenings, and how a date is read."""

    event_types: EventTypes
    read_date: ReadDate


class Bench:
    """Findings by id, as they are after the corrections so far."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self.places = Places(findings.documents)
        self.documents: dict[Id, Document] = {d.id: d for d in findings.documents}
        self.claims: dict[Id, Claim] = {c.id: c for c in findings.claims}
        self.links: list[TemporalLink] = list(findings.links)
        self.mentions: tuple[Mention, ...] = findings.mentions
        self.entities: tuple[Entity, ...] = findings.entities
        self._names = _Names(self.mentions, self.entities)
        self.verdicts: list[Verdict] = []
        self._sentences: dict[Id, list[Sentence]] = {}
        for sentence in sorted(findings.sentences, key=lambda s: s.span):
            self._sentences.setdefault(sentence.span.document, []).append(sentence)
        self._by_trigger: dict[Span, list[Id]] = {}
        for claim in findings.claims:
            self._by_trigger.setdefault(claim.trigger, []).append(claim.id)

    def put_back(self) -> Findings:
        """The corrected findings, claims in text order."""
        order = {d.id: n for n, d in enumerate(self._findings.documents)}
        as_read = {c.id: n for n, c in enumerate(self._findings.claims)}

        def key(claim: Claim) -> tuple[int, int, int]:
            return (order[claim.trigger.document], claim.trigger.start, as_read.get(claim.id, len(as_read)))

        added = any(c not in as_read for c in self.claims)
        claims = sorted(self.claims.values(), key=key) if added else self.claims.values()
        return replace(
            self._findings,
            claims=tuple(claims),
            links=tuple(self.links),
            mentions=self.mentions,
            entities=self.entities,
        )

    def quote(self, span: Span) -> str:
        """The exact words."""
        return span.quote(self.documents[span.document])

    def sentence_at(self, span: Span) -> Sentence:
        """The sentence in which words stand; Refused where they are in none."""
        sentences = self._sentences.get(span.document, [])
        at = bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1
        if at < 0 or not sentences[at].span.covers(span):
            raise Refused("its words are no longer within one sentence")
        return sentences[at]

    def claims_at(self, trigger: Span) -> list[Claim]:
        """The claims whose happening is told by these words, or else by words that share some with them."""
        same = [self.claims[i] for i in self._by_trigger.get(trigger, ()) if i in self.claims]
        return same or [c for c in self.claims.values() if c.trigger.overlaps(trigger)]

    def put(self, claim: Claim) -> None:
        """A changed or new claim."""
        known = self._by_trigger.setdefault(claim.trigger, [])
        if claim.id not in known:
            known.append(claim.id)
        self.claims[claim.id] = claim

    def drop(self, claim: Id) -> None:
        """Takes a claim away, and what was said of its order."""
        del self.claims[claim]
        self.links = [link for link in self.links if claim not in (link.earlier, link.later)]

    def citations_at(self, words: Span, sentence: Sentence) -> tuple[str, ...]:
        """Labels of the markers that these words stand before."""
        return tuple(
            c.label
            for c in self._findings.citations
            if c.sentence == sentence.id and c.covers is not None and c.covers.overlaps(words)
        )

    @property
    def names(self) -> "_Names":
        """Mentions and entities to look up, as they are now."""
        if self._names.mentions is not self.mentions or self._names.entities is not self.entities:
            self._names = _Names(self.mentions, self.entities)
        return self._names

    def mention_at(self, span: Span) -> Mention | None:
        """The mention that is exactly these words."""
        return self.names.at.get(span)

    def mention_in(self, span: Span) -> Mention | None:
        """The mention that is these words, or else the only one among them: an article is no part of a name."""
        inside = [m for at, m in self.names.at.items() if span.covers(at)] if self.mention_at(span) is None else []
        return inside[0] if len(inside) == 1 else self.mention_at(span)

    def named(self, name: str, document: Id) -> list[Entity]:
        """Who is called so: those of the document before those of others, full names before others."""
        wanted = fold_name(name)
        found = self.names.named.get(wanted, [])
        exact = [e for e in found if fold_name(e.name) == wanted] or found
        here = [e for e in exact if document in self.names.documents.get(e.id, ())]
        return list({e.id: e for e in here or exact}.values())


class _Names:
    """Where each mention stands, who goes by which name, and in which documents."""

    def __init__(self, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]) -> None:
        self.mentions, self.entities = mentions, entities
        self.at: dict[Span, Mention] = {}
        self.documents: dict[Id, set[Id]] = {}
        for mention in mentions:
            self.at.setdefault(mention.span, mention)
            if mention.entity is not None:
                self.documents.setdefault(mention.entity, set()).add(mention.span.document)
        self.named: dict[str, list[Entity]] = {}
        for entity in entities:
            for name in dict.fromkeys(fold_name(n) for n in (entity.name, *entity.names)):
                self.named.setdefault(name, []).append(entity)
