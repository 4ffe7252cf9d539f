"""Citation markers: what is one, and which words stand behind it."""

import pytest
from hypothesis import example, given, settings

from document_reading import TEXTS, Pages


def covered(text: str) -> list[tuple[str, str | None]]:
    pages = Pages(text)
    return [(c.label, c.covers.quote(pages.document) if c.covers else None) for c in pages.citations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[4] It fell in May.", [("4", None)]),
        ("[20][4] It fell.[5] They fled.[6]", [("20", None), ("4", None), ("5", "It fell."), ("6", "They fled.")]),
        ("He came,[5][6] before she left.[7]", [("5", "He came,"), ("6", "He came,"), ("7", "before she left.")]),
        ("He came. [5]\n\n[6] She left.", [("5", "He came. "), ("6", None)]),
        ("He came[3, 4] with her.[note 2]", [("3", "He came"), ("4", "He came"), ("note 2", "with her.")]),
        ("The gates were shut.\u00b9 Nobody left.\u00b2", [("1", "The gates were shut."), ("2", "Nobody left.")]),
        ("He wrote to [the mayor] in May.[sic]", []),
        ("He came [see below] and [sic] left.", []),
    ],
)
def test_what_a_marker_stands_behind(text: str, found: list[tuple[str, str | None]]) -> None:
    assert covered(text) == found


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example(", \xa0 [3]")
def test_markers_and_citations_fit_the_text(text: str) -> None:
    pages = Pages(text)
    sentences = {s.id: s for s in pages.sentences}
    markers = {m.span: m for m in pages.markers}
    for one, two in zip(pages.markers, pages.markers[1:], strict=False):
        assert one.span.end <= two.span.start
    assert len({c.id for c in pages.citations}) == len(pages.citations)
    for citation in pages.citations:
        assert citation.label in markers[citation.span].labels
        assert citation.orphan == (citation.sentence is None)
        if citation.covers is not None and citation.sentence is not None:
            sentence = sentences[citation.sentence]
            assert sentence.span.covers(citation.covers)
            assert citation.covers.start < citation.span.start
            assert citation.covers.quote(pages.document).strip() != ""


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_marker_that_opens_a_passage_supports_nothing(text: str) -> None:
    pages = Pages(text)
    starts = {p.span.start for p in pages.passages}
    assert all(c.orphan for c in pages.citations if c.span.start in starts)
