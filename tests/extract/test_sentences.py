"""Passages and sentences: where they begin and end, and that ids and offsets hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document_reading import TEXTS, Pages


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["plain", "markdown"]))
def test_spans_lie_in_order_inside_their_passages(text: str, markup: str) -> None:
    pages = Pages(text, markup=markup)
    by_id = {p.id: p for p in pages.passages}
    assert len(by_id) == len(pages.passages)
    assert len({s.id for s in pages.sentences}) == len(pages.sentences)
    for one, two in zip(pages.passages, pages.passages[1:], strict=False):
        assert one.span.end <= two.span.start
    for one, two in zip(pages.sentences, pages.sentences[1:], strict=False):
        assert one.span.end <= two.span.start
    for sentence in pages.sentences:
        assert by_id[sentence.passage].span.covers(sentence.span)
        words = sentence.span.quote(pages.document)
        assert words == text[sentence.span.start : sentence.span.end]
        assert words.strip(" \t\r\n\ufeff") != ""


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_word_of_a_plain_text_is_lost(text: str) -> None:
    pages = Pages(text)
    kept = bytearray(len(text))
    for span in [s.span for s in pages.sentences] + [m.span for m in pages.markers]:
        kept[span.start : span.end] = b"\x01" * (span.end - span.start)
    lost = {c for c, k in zip(text, kept, strict=True) if not k and c.isalpha()}
    assert lost == set()


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(["Quite another matter.", "Rien.\r\n\r\nNothing [7]."]))
def test_ids_do_not_change_when_a_paragraph_is_added_elsewhere(text: str, other: str) -> None:
    text = text.strip("\ufeff")
    ids = [s.id for s in Pages(text).sentences]
    moved = [s.id for s in Pages(f"{other}\n\n{text}").sentences]
    assert moved[len(moved) - len(ids) :] == ids


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("\ufeffHe came.\r\nShe left.\r\n", ["He came.", "She left."]),
        ("[3] It fell.[4] They fled. [5][6]", ["It fell.[4]", "They fled. [5][6]"]),
        ("Mr. Roux of St. Malo left on Oct. 3. He died.", ["Mr. Roux of St. Malo left on Oct. 3.", "He died."]),
        ("Xerxes I. invaded. He lost.", ["Xerxes I. invaded.", "He lost."]),
        ("\u201cWho rules?\u201d he asked. None spoke.", ["\u201cWho rules?\u201d he asked.", "None spoke."]),
        ("1,500 e\u0301tudiants 🏴 came! Vive la Commune!", ["1,500 e\u0301tudiants 🏴 came!", "Vive la Commune!"]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert Pages(text).words() == sentences


def test_headings_stand_apart_and_hard_wrapped_lines_together() -> None:
    lines = [
        "The rising began in the night of 3 May, and by the morning the",
        "town hall was in the hands of the crowd, which had come from",
        "the quarter by the river. Nobody was hurt.",
    ]
    pages = Pages("The rising\n\n" + "\n".join(lines))
    assert [p.kind for p in pages.passages] == ["heading", "prose"]
    assert len(pages.sentences) == 3


def test_a_line_behind_a_bullet_is_no_heading() -> None:
    pages = Pages("Timeline\n- 12 June 1998: contract signed\n• March 1999: work begins")
    assert [p.kind for p in pages.passages] == ["heading", "prose", "prose"]
    assert [p.span.quote(pages.document) for p in pages.passages][1:] == [
        "12 June 1998: contract signed",
        "March 1999: work begins",
    ]


def test_each_long_line_is_a_passage() -> None:
    line = "The council met on 3 May 1871 and chose Marcel Roux, who had come from Limoges with forty men, to preside."
    assert len(Pages(f"{line}\n{line}\n").passages) == 2
