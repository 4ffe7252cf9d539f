"""Tags the pieces of one text in order; what stands shortly before a piece gives its dates their years."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.errors import QuestionError
from regesta.extract.citations import find_markers
from regesta.extract.sentences import split_passages, split_sentences
from regesta.extract.times import Early, parse_date, tag
from regesta.model.calendars import to_iso
from regesta.model.ids import Id
from regesta.model.text import Document, Sentence
from regesta.model.time import TimeExpression, When
from regesta.rules.language import CitationRules, SentenceRules
from regesta.rules.load import Rules
from regesta.tagging.record import TaggedTime

CONTEXT = 1 << 15
"""Characters before a piece that are read again for their context; what is farther back is forgotten."""
_MARKER_SIGNS = "[¹²³⁰⁴⁵⁶⁷⁸⁹"
"""Without one of these there is no citation marker to look for."""
_LONG_PASSAGE = 1 << 15
"""Characters: no paragraph of prose is longer, so that a longer one is read in parts."""


class Tagger:
    """Reads one text. `document_date`, the day of writing, is never assumed; with `julian`, days before 15 October 1582
    that no word marks are of that calendar, else they stand as they are written.
    """

    def __init__(
        self, rules: Rules, *, document_date: str | None = None, julian: bool = False, markdown: bool = False
    ) -> None:
        self._rules = rules
        self._markdown = markdown
        self._early: Early = "julian" if julian else "as written"
        self._written = None if document_date is None else _day(document_date, rules)
        self._sentence_rules, self._citation_rules = _writing(rules)

    @property
    def document_date(self) -> str | None:
        """The day of writing in EDTF."""
        return None if self._written is None else self._written.edtf

    def tag(self, pieces: Iterable[str]) -> Iterator[tuple[str, list[TaggedTime]]]:
        """Each piece with the times in it, in text order; offsets are those of the whole text; none overlap."""
        before, read, last = "", 0, 0
        for piece in pieces:
            document = self._document(before + piece)
            sentences = self._sentences(document)
            shift = read - len(before)
            made = []
            for expression in self._times(document, sentences):
                start, end = expression.span.start + shift, expression.span.end + shift
                if start >= max(read, last):
                    made.append(_record(expression, document, shift))
                    last = end
            yield piece, made
            read += len(piece)
            before = _tail(document.text, sentences)

    def _times(self, document: Document, sentences: list[Sentence]) -> tuple[TimeExpression, ...]:
        return tag(document, sentences, self._rules.times, document_date=self._written, early=self._early)

    def _document(self, text: str) -> Document:
        markup = "markdown" if self._markdown else "plain"
        return Document(Id("d"), "", text, self._rules.language, "", "", markup)  # type: ignore[arg-type]

    def _sentences(self, document: Document) -> list[Sentence]:
        marked = any(sign in document.text for sign in _MARKER_SIGNS)
        markers = find_markers(document, self._citation_rules) if marked else ()
        sentences = split_sentences(document, split_passages(document), markers, self._sentence_rules)
        return list(_in_parts(sentences))


def _day(date: str, rules: Rules) -> When:
    """The day of writing; QuestionError where the words name none, or more than one."""
    when = parse_date(date, rules.times)
    if when.earliest is None or when.earliest != when.latest:
        raise QuestionError(f'the date of a document is one day, such as 1871-03-18; "{date}" is not')
    return when


def _writing(rules: Rules) -> tuple[SentenceRules, CitationRules]:
    """How sentences end and citations look; without the language's own words where only its times are known."""
    if (rules.folder / "language.toml").is_file():
        return rules.writing.sentences, rules.writing.citations
    return SentenceRules(frozenset(), frozenset(), frozenset(), ()), CitationRules((), (), ())


def _in_parts(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, those of a passage that is too long in passages of their own."""
    passage, start = None, 0
    for sentence in sentences:
        if sentence.passage != passage:
            passage, start = sentence.passage, sentence.span.start
        part = (sentence.span.start - start) // _LONG_PASSAGE
        yield replace(sentence, passage=Id(f"{passage}-{part}")) if part else sentence


def _tail(text: str, sentences: list[Sentence]) -> str:
    """The end of the text from the start of a passage on, else of a sentence; empty where neither is near."""
    if len(text) <= CONTEXT:
        return text
    near = [i for i, s in enumerate(sentences) if s.span.start >= len(text) - CONTEXT]
    opens = (i for i in near if sentences[i - 1].passage != sentences[i].passage)
    first = next(opens, near[0] if near else None)
    return "" if first is None else text[sentences[first].span.start :]


def _record(expression: TimeExpression, document: Document, shift: int) -> TaggedTime:
    when, span = expression.when, expression.span
    earliest, latest = (None, None) if when is None else (when.earliest, when.latest)
    return TaggedTime(
        start=span.start + shift,
        end=span.end + shift,
        text=span.quote(document),
        type=expression.kind,
        value=expression.value,
        edtf=None if when is None else when.edtf,
        earliest=None if earliest is None else to_iso(earliest),
        latest=None if latest is None else to_iso(latest),
        approximate=when is not None and when.approximate,
        calendar="gregorian" if when is None else when.calendar,
    )
