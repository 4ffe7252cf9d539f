"""The spaCy component `regesta_times`."""

import pytest
import spacy
from spacy.tokens import Doc

from regesta.errors import LanguageError, QuestionError

TEXT = "They rose on 7 August 1870, and in the 1860s they had met on 3 May."


def test_it_is_found_by_its_name_and_works_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("regesta_times")
    doc = nlp(TEXT)
    spans = doc.spans["times"]
    assert [(s.text, s.label_, s._.time["edtf"]) for s in spans][:2] == [
        ("7 August 1870", "DATE", "1870-08-07"),
        ("the 1860s", "DATE", "186X"),
    ]
    assert all(doc.text[s._.time["start"] : s._.time["end"]] == s._.time["text"] for s in spans)


def test_documents_can_be_saved_and_sent() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("regesta_times")
    doc = Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    assert next(s._.time["earliest"] for s in doc.spans["times"]) == "1870-08-07"


def test_a_span_within_a_token_is_widened_to_it() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=text.split(" "))
    nlp.add_pipe("regesta_times")
    doc = nlp("It ended in mid-May-1848, at last.")
    (span,) = doc.spans["times"]
    assert span.text.strip() == "mid-May-1848,"


def test_a_document_date_is_a_setting() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("regesta_times", config={"document_date": "1871-06-01"})
    doc = nlp("They met on 3 May.")
    (span,) = doc.spans["times"]
    assert span._.time["earliest"] == "1871-05-03"


def test_bad_settings_are_told_when_the_pipeline_is_made() -> None:
    with pytest.raises(LanguageError, match="tlh"):
        spacy.blank("en").add_pipe("regesta_times", config={"language": "tlh"})
    with pytest.raises(QuestionError, match="date of a document"):
        spacy.blank("en").add_pipe("regesta_times", config={"document_date": "1871"})


def test_a_document_without_times_has_an_empty_group() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("regesta_times")
    doc = nlp("Nothing happened.")
    assert list(doc.spans["times"]) == []
