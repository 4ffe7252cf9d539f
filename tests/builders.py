"""Builds findings by hand, by quoting words: tests of reasoning, memory and output need no parser."""

from collections.abc import Sequence
from dataclasses import replace

from regesta.model.calendars import from_iso, month_length, to_jdn
from regesta.model.chronology import Findings
from regesta.model.claim import Claim, ClaimTime, Role, Status, TemporalLink
from regesta.model.entity import Entity, EntityKind, Mention
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from regesta.model.text import Document, Passage, Sentence, Span
from regesta.model.time import Basis, Bounds, TimeExpression, When


def when(edtf: str) -> When:
    """A `When` from `1870`, `1870-10`, `1870-10-31`, `a/b`, `../b`, `a/..` or `[a..b]` (days, months or years)."""

    def edges(text: str) -> tuple[int, int]:
        parts = [int(p) for p in text.split("-")]
        if len(parts) == 1:
            return to_jdn(parts[0], 1, 1), to_jdn(parts[0], 12, 31)
        if len(parts) == 2:
            return to_jdn(parts[0], parts[1], 1), to_jdn(parts[0], parts[1], month_length(parts[0], parts[1]))
        day = from_iso(text)
        return day, day

    if edtf.startswith("["):
        low, high = edtf[1:-1].split("..")
        bounds = Bounds(edges(low)[0], edges(high)[1])
        return When(bounds, bounds, edtf, "range")
    if "/" in edtf:
        low, high = edtf.split("/")
        if ".." in (low, high):
            bounds = Bounds(None if low == ".." else edges(low)[0], None if high == ".." else edges(high)[1])
            return When(bounds, bounds, edtf, "open")
        return When(Bounds(*edges(low)), Bounds(*edges(high)), edtf, "range", lasting=True)
    bounds = Bounds(*edges(edtf))
    precisions = ("year", "month", "day")
    return When(bounds, bounds, edtf, precisions[edtf.count("-")])  # type: ignore[arg-type]


class Story:
    """One document and what is found in it; words are found by quoting them (`nth` for repeats)."""

    def __init__(self, text: str, name: str = "story.txt") -> None:
        self.document = Document(stable_id("d", name), name, text, "en", "0" * 64, "utf-8")
        self.passages: list[Passage] = []
        self.sentences: list[Sentence] = []
        self.times: list[TimeExpression] = []
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}
        self.claims: list[Claim] = []
        self.links: list[TemporalLink] = []
        offset = 0
        for line in text.splitlines(keepends=True):
            words = line.strip()
            if words:
                start = offset + line.index(words)
                span = Span(self.document.id, start, start + len(words))
                passage = Passage(stable_id("p", name, words), span, "prose")
                self.passages.append(passage)
                self.sentences.append(Sentence(stable_id("s", name, words), span, passage.id))
            offset += len(line)

    def span(self, words: str, nth: int = 0) -> Span:
        """Where the words stand."""
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return Span(self.document.id, start, start + len(words))

    def sentence_of(self, span: Span) -> Sentence:
        """The sentence that holds the words."""
        return next(s for s in self.sentences if s.span.covers(span))

    def entity(self, kind: EntityKind, name: str, *words: str, part_of: str | None = None) -> Entity:
        """Somebody or something, mentioned under its name and other words."""
        evidence = Evidence(quotes=(self.span((words or (name,))[0]),), rule="test")
        ident = stable_id("e", kind, name)
        made = []
        for text in dict.fromkeys(words or (name,)):
            span = self.span(text)
            form = "name" if text[0].isupper() else "description"
            made.append(
                Mention(stable_id("m", text, span.start), span, kind, form, ident, evidence)  # type: ignore[arg-type]
            )
        self.mentions += made
        self.entities[name] = Entity(ident, kind, name, (name,), tuple(m.id for m in made), evidence, None, part_of)
        return self.entities[name]

    def claim(
        self,
        trigger: str,
        kind: str,
        *,
        time: str | None = None,
        basis: Basis = "stated",
        time_words: str | None = None,
        status: Status = "asserted",
        citations: Sequence[str] = (),
        nth: int = 0,
        **roles: str | Sequence[str],
    ) -> Claim:
        """A claim; each role is given by its words, or by `words=Entity name` to tie it to an entity."""
        span = self.span(trigger, nth)
        filled: list[Role] = []
        for name, fillers in roles.items():
            for filler in [fillers] if isinstance(fillers, str) else fillers:
                words, _, entity = filler.partition("=")
                known = self.entities.get(entity or words)
                filled.append(Role(name, self.span(words), known.id if known else None, "test"))
        quote = self.span(time_words) if time_words else None
        told = ClaimTime(when(time), basis, None, quote) if time else ClaimTime(None, "none", None, None)
        made = Claim(
            id=stable_id("c", self.document.name, trigger, nth, kind),
            type=kind,
            trigger=span,
            sentence=self.sentence_of(span).id,
            status=status,
            roles=tuple(filled),
            time=told,
            citations=tuple(citations),
            confidence=0.9,
            evidence=Evidence(quotes=(self.sentence_of(span).span,), rule="test"),
        )
        self.claims.append(made)
        return made

    def link(self, earlier: Claim, later: Claim, min_days: int = 0, max_days: int | None = None) -> TemporalLink:
        """The text says that one comes before the other."""
        made = TemporalLink(
            stable_id("l", earlier.id, later.id),
            earlier.id,
            later.id,
            Evidence(quotes=(earlier.trigger, later.trigger), rule="test"),
            min_days,
            max_days,
        )
        self.links.append(made)
        return made

    def findings(self, **changes: object) -> Findings:
        """Everything so far."""
        made = Findings(
            (self.document,),
            tuple(self.passages),
            tuple(self.sentences),
            (),
            tuple(self.times),
            tuple(self.mentions),
            tuple(self.entities.values()),
            tuple(self.claims),
            tuple(self.links),
        )
        return replace(made, **changes)  # type: ignore[arg-type]
