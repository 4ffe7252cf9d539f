"""Corrections to a chronicle, one by one: what wants looking at, what can be done with it, and undoing it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regesta.api.chronicle import Chronicle
from regesta.api.corrected import corrections_beside, recorded_file, recorded_hash, recorded_outcomes
from regesta.api.reading import Progress, open, read_again  # noqa: A004 - `open` as the door names it
from regesta.api.review_items import Choices, Entry, Item, fillers_of
from regesta.api.settings import Settings, fields_of, read_settings
from regesta.api.views import words_at
from regesta.errors import CorrectionError, QuestionError
from regesta.model.chronology import Chronology, Findings
from regesta.model.claim import STATUSES, Claim
from regesta.model.lookup import Lookup
from regesta.model.text import Span
from regesta.rules.problems import suggest

if TYPE_CHECKING:
    from regesta.corrections import Action, Anchor, Correction, Fields
    from regesta.corrections.bench import Knowledge

NOT_BUILT = "not built yet"


class Review:
    """A chronicle under review. Each correction is in the file as soon as it is made; `rebuild` draws what follows."""

    def __init__(
        self,
        path: str | Path,
        corrections: str | Path | None = None,
        *,
        note: str = "",
        author: str = "",
        date: str = "",
        strict: bool = False,
    ) -> None:
        """`strict` refuses to write (StaleError) where the file has changed since the review last took it in."""
        self.path = Path(path)
        self.chronicle: Chronicle = open(path)
        self.file = Path(corrections) if corrections is not None else corrections_beside(path)
        self._require_file(given=corrections is not None)
        self._notes = (note, author, date)
        self._made: list[Correction] = []
        self._strict = strict
        self._looked_up: Lookup | None = None
        self.findings: Findings = self.chronicle.chronology.findings
        """As they are with the corrections that the chronicle was not built with yet."""
        self.seen = ""
        """SHA-256 of the corrections file as it was last taken in."""
        self.catch_up()

    def _require_file(self, *, given: bool) -> None:
        """CorrectionError where the chronicle was built with corrections that lie elsewhere."""
        used = recorded_file(self.chronicle.manifest)
        if used and not given and not self.file.exists():
            raise CorrectionError(
                f"{self.file}: no such file, but the chronicle was built with {used}; name it with --corrections FILE"
            )

    def catch_up(self) -> None:
        """Takes in the corrections file as it is now: what the chronicle was not built with is applied on top."""
        from regesta.corrections import read_corrections

        file, built = read_corrections(self.file), recorded_outcomes(self.chronicle.manifest)
        waiting = [entry for entry in file.entries if entry.id not in built]
        self.findings = self._replayed(self.chronicle.chronology.findings, waiting)
        self.seen = file.sha256

    @property
    def is_built(self) -> bool:
        """Whether the chronicle was built with the corrections as they are now."""
        from regesta.corrections import read_corrections

        file = read_corrections(self.file)
        return recorded_hash(self.chronicle.manifest) == (file.sha256 if file.text else "")

    def entries(self) -> tuple[Entry, ...]:
        """All corrections in the file, and what became of each in the last build."""
        from regesta.corrections import read_corrections

        built = recorded_outcomes(self.chronicle.manifest)
        listed = []
        for entry in read_corrections(self.file).entries:
            result, reason = built.get(entry.id, (NOT_BUILT, ""))
            at = entry.anchors[0]
            listed.append(Entry(entry.id, entry.action, result, reason, at.document, at.words, at.sentence, entry.note))
        return tuple(listed)

    def queue(self) -> tuple[Claim, ...]:
        """The claims that nobody has looked at, the least sure first."""
        open_claims = [c for c in self.findings.claims if not c.evidence.rule.startswith("correction/")]
        return tuple(sorted(open_claims, key=lambda c: c.confidence))

    def item(self, claim: Claim) -> Item:
        """The claim as it stands now, for reading."""
        lookup = self._lookup()
        span = lookup.sentences[claim.sentence].span
        time = claim.time.when.edtf if claim.time.when else "none"
        fields = [("type", claim.type), ("status", claim.status), ("time", time)]
        roles = tuple((name, tuple(fillers)) for name, fillers in fillers_of(claim, lookup).items())
        fields += [(name, "; ".join(fillers)) for name, fillers in roles]
        start = claim.trigger.start - span.start
        end = claim.trigger.end - span.start
        return Item(claim, lookup.quote(span), start, end, words_at(claim.trigger, lookup), tuple(fields), roles)

    def choices(self) -> Choices:
        """What the fields of a correction may say, for whoever offers them."""
        from regesta.corrections.entries import KINDS
        from regesta.corrections.fields import COMMON_ROLES

        types = self._knowledge().event_types.types
        roles = {name: tuple(dict.fromkeys((*COMMON_ROLES, *kind.roles))) for name, kind in types.items()}
        names = sorted({entity.name for entity in self.findings.entities})
        return Choices({n: (types[n].says, roles[n]) for n in sorted(types)}, STATUSES, KINDS, tuple(names))

    def sign(self, note: str, author: str, date: str) -> None:
        """Why, who and when: kept with the corrections from now on."""
        self._notes = (note, author, date)

    def place(self, document: str, start: int, end: int) -> Span:
        """Words by their place in a source, without blanks at their ends; QuestionError where there are none."""
        found = next((d for d in self.findings.documents if d.name == document), None)
        if found is None:
            raise QuestionError(f'no source is called "{document}"')
        words = found.text[max(start, 0) : max(end, 0)]
        first = max(start, 0) + len(words) - len(words.lstrip())
        if not words.strip():
            raise QuestionError(f"{document}: no words stand at {start} to {end}")
        return Span(found.id, first, first + len(words.strip()))

    def claim(self, ident: str) -> Claim:
        """The claim of that id, or the only one of an event of that id; beginnings of ids will do."""
        found = [c for c in self.findings.claims if ident and c.id.startswith(ident)]
        if not found and ident:
            events = [e for e in self.chronicle.chronology.events if e.id.startswith(ident)]
            found = [c for c in self.findings.claims if len(events) == 1 and c.id in events[0].claims]
        if len(found) != 1:
            what = f"{len(found)} claims answer to it; name one" if found else "no claim is called so"
            raise QuestionError(f'id "{ident}": {what}; regesta show gives the ids of an event\'s claims')
        return found[0]

    def accept(self, ident: str) -> "Correction":
        """The claim is as it was read; it stays so, whatever is read there later."""
        claim = self.claim(ident)
        return self._make("accept", [claim], fields_of(claim, self._lookup()))

    def reject(self, ident: str) -> "Correction":
        """There is no such claim."""
        return self._make("reject", [self.claim(ident)])

    def edit(self, ident: str, settings: Settings) -> "Correction":
        """Sets fields of a claim."""
        claim = self.claim(ident)
        return self._make("edit", [claim], read_settings(settings, self._lookup()))

    def merge(self, *idents: str) -> "Correction":
        """The claims tell of one happening."""
        claims = [self.claim(i) for i in idents]
        return self._make("merge", claims)

    def split(self, ident: str) -> "Correction":
        """The claim tells of a happening of its own."""
        return self._make("split", [self.claim(ident)])

    def add(self, words: str | Span, within: str, settings: Settings, document: str | None = None) -> "Correction":
        """A claim that was not read, at words of the sentence that holds `within` (or at their place)."""
        fields = read_settings(settings, self._lookup())
        if fields.type is None:
            raise QuestionError("an addition needs its type, such as --set type=TYPE")
        return self._commit("add", (self._anchor_at(words, within, document),), fields)

    def identify(
        self,
        words: str | Span,
        within: str,
        *,
        name: str | None = None,
        kind: str | None = None,
        everywhere: bool = False,
        point: tuple[float, float] | None = None,
        document: str | None = None,
    ) -> "Correction":
        """Whom words of the sentence that holds `within` mean: here, or everywhere that the same is spoken of.

        The words may be given by their place.
        """
        from regesta.corrections import Fields
        from regesta.corrections.entries import KINDS

        if kind is not None and kind not in KINDS:
            raise QuestionError(f'kind "{kind}": one of {", ".join(KINDS)}{suggest(kind, KINDS)}')
        fields = Fields(name=name, kind=kind, everywhere=everywhere, point=point)
        return self._commit("identity", (self._anchor_at(words, within, document),), fields)

    def undo(self, ident: str | None = None) -> str:
        """Takes back a correction (the last of this review where none is named); its id."""
        from regesta.corrections import take_back

        if ident is None and not self._made:
            raise QuestionError("nothing was corrected in this review; name an entry that --list gives")
        chosen = ident if ident is not None else self._made[-1].id
        take_back(self.file, chosen, expected=self._expected)
        self._made = [c for c in self._made if c.id != chosen]
        self.catch_up()
        return chosen

    @property
    def made(self) -> "tuple[Correction, ...]":
        """The corrections of this review that were not taken back."""
        return tuple(self._made)

    def rebuild(self, *, model: str | None = None, progress: Progress | None = None) -> Chronicle:
        """Reads the texts of the chronicle again, replays all corrections, and writes the chronicle."""
        made = read_again(self.chronicle, self.file, model=model, progress=progress)
        made.save(self.path)
        self.chronicle, self.findings, self._made = made, made.chronology.findings, []
        return made

    def _lookup(self) -> Lookup:
        if self._looked_up is None or self._looked_up.chronology.findings is not self.findings:
            self._looked_up = Lookup(Chronology(self.findings))
        return self._looked_up

    def _make(self, action: "Action", claims: Sequence[Claim], fields: "Fields | None" = None) -> "Correction":
        from regesta.corrections import Fields
        from regesta.corrections.anchors import Places

        places = Places(self.findings.documents)
        sentences = {s.id: s.span for s in self.findings.sentences}
        anchors = [places.anchor(c.trigger, sentences[c.sentence], c.type, c.id) for c in claims]
        return self._commit(action, anchors, fields or Fields())

    def _commit(self, action: "Action", anchors: "Sequence[Any]", fields: "Fields") -> "Correction":
        """Tries the correction on what is read now, and only then writes it."""
        from regesta.corrections import Correction, add_correction, apply_corrections
        from regesta.corrections.anchors import Lost

        lost = next((a for a in anchors if isinstance(a, Lost)), None)
        if lost is not None:
            raise CorrectionError(f"{lost.reason}; mend the source there, so that each passage is by itself")
        made = Correction(action, tuple(anchors), fields, *self._notes)
        applied = apply_corrections(self.findings, [made], self._knowledge())
        if applied.outcomes[0].result != "applied":
            raise CorrectionError(f'{action} "{anchors[0].words}": {applied.outcomes[0].reason}')
        added = add_correction(self.file, made, expected=self._expected)
        self._made.append(added)
        self.catch_up()
        return added

    @property
    def _expected(self) -> str | None:
        return self.seen if self._strict else None

    def _replayed(self, findings: Findings, corrections: "Sequence[Correction]") -> Findings:
        from regesta.corrections import apply_corrections

        return apply_corrections(findings, corrections, self._knowledge()).findings if corrections else findings

    def _knowledge(self) -> "Knowledge":
        from regesta.corrections.bench import Knowledge
        from regesta.extract.times import parse_date
        from regesta.rules.load import available_languages, load_rules

        known = available_languages()
        language = next((d.language for d in self.findings.documents if d.language in known), known[0])
        return Knowledge(load_rules(language).event_types, parse_date)

    def _anchor_at(self, words: str | Span, within: str, document: str | None) -> "Anchor | Any":
        from regesta.corrections.anchors import Places, occurrences

        if isinstance(words, Span):
            sentence = next((s.span for s in self.findings.sentences if s.span.covers(words)), None)
            if sentence is None:
                raise QuestionError("the words must lie within one sentence; take fewer of them")
            return Places(self.findings.documents).anchor(words, sentence)
        documents = {d.id: d for d in self.findings.documents if document in (None, d.name)}
        if not documents:
            raise QuestionError(f'no source is called "{document}"')
        wanted = " ".join(within.split())
        found = [
            s
            for s in self.findings.sentences
            if s.span.document in documents and wanted in " ".join(s.span.quote(documents[s.span.document]).split())
        ]
        if len(found) != 1:
            what = f"{len(found)} sentences hold these words; give more of them" if found else "no sentence holds them"
            raise QuestionError(f'"{within}": {what}')
        span, text = found[0].span, documents[found[0].span.document].text
        places = list(occurrences(text, words, span.start, span.end))
        if len(places) != 1:
            raise QuestionError(
                f'"{words}": must stand exactly once in "{" ".join(text[span.start : span.end].split())}"'
            )
        return Places(documents.values()).anchor(Span(span.document, *places[0]), span)
