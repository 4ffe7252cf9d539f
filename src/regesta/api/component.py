"""The spaCy component `regesta_times`: `doc.spans["times"]`, each with `span._.time`."""

from functools import partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from regesta.api.tagging import AUTO, tag

NAME = "regesta_times"
SPANS = "times"
EXTENSION = "time"


@Language.factory(NAME, default_config={"language": None, "document_date": None, "julian": False})
def make_times(
    nlp: Language, name: str, language: str | None, document_date: str | None, julian: bool
) -> "TimesComponent":
    """The component of a pipeline; `language` is that of the pipeline where None."""
    del name
    return TimesComponent(language or nlp.lang or AUTO, document_date, julian)


class TimesComponent:
    """Finds the time expressions of a document; it needs no other component, a blank pipeline will do.

    `doc.spans["times"]` holds a span for each, widened to whole tokens, labelled with its TIMEX3 type; `span._.time`
    gives what `regesta tag` writes, as a dictionary, so that documents can be saved and sent to other processes.
    """

    def __init__(self, language: str, document_date: str | None, julian: bool) -> None:
        self._tag = partial(tag, language=language, document_date=document_date, julian=julian)
        self._tag("")  # bad settings are told now
        if not Span.has_extension(EXTENSION):
            Span.set_extension(EXTENSION, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its times."""
        spans: dict[tuple[int, int], tuple[Span, dict[str, Any]]] = {}
        for time in self._tag(doc.text):
            span = doc.char_span(time.start, time.end, label=time.type, alignment_mode="expand")
            if span is not None:
                spans.setdefault((span.start, span.end), (span, time.record()))
        doc.spans[SPANS] = [span for span, _ in spans.values()]
        for span, record in spans.values():
            span._.set(EXTENSION, record)
        return doc
