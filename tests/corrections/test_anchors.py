"""Passages are found again by their quotations, and never mistaken for a look-alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from line_reading import document_of
from regesta.corrections import Anchor, anchor_at
from regesta.corrections.anchors import Lost, Places
from regesta.model.text import Span

TEXT = (
    "Otto took the fort. It was dissolved. The guard left.\n\nAnna took the mill. It was dissolved. The crowd left.\n"
)


def anchor(text: str, nth: int = 0) -> Anchor:
    document = document_of(text)
    at = -1
    for _ in range(nth + 1):
        at = text.index("It was dissolved.", at + 1)
    words = Span(document.id, at + 7, at + 16)
    made = anchor_at(document, words, Span(document.id, at, at + 17), "dissolve")
    assert isinstance(made, Anchor)
    return made


def find(made: Anchor, text: str) -> Span | Lost:
    return Places([document_of(text)]).find(made)


@pytest.mark.parametrize("nth", [0, 1])
def test_each_of_two_like_sentences_is_found_again(nth: int) -> None:
    found = find(anchor(TEXT, nth), TEXT)
    assert isinstance(found, Span)
    assert found.start == [i for i in range(len(TEXT)) if TEXT.startswith("dissolved", i)][nth]


@pytest.mark.parametrize("shift", ["A word before. " * 9, "Wörter 🏰 davor. " * 9])
def test_text_far_before_and_after_may_change(shift: str) -> None:
    body = "Many years passed in that quiet place on the river. " + TEXT + "And many more years were to pass after it."
    found = find(anchor(body), shift + body + shift)
    assert isinstance(found, Span)
    assert (shift + body)[found.start : found.end] == "dissolved"


def test_new_line_breaks_change_nothing() -> None:
    found = find(anchor(TEXT), TEXT.replace(" was", "\n   was").replace("\n\n", "\r\n\r\n"))
    assert isinstance(found, Span)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT.replace("Otto took the fort. It was dissolved. ", ""), "changed"),
        (TEXT.replace("Otto", "Anna").replace("fort", "mill"), "changed"),
        (TEXT.replace("It was dissolved. The guard", "It was never dissolved. The guard"), "changed"),
    ],
)
def test_a_changed_passage_is_lost_and_not_put_to_its_look_alike(text: str, told: str) -> None:
    found = find(anchor(TEXT), text)
    assert isinstance(found, Lost)
    assert told in found.reason


def test_a_passage_that_stands_twice_is_lost() -> None:
    body = "Many years passed in that quiet place on the river. " + TEXT + "And many more years were to pass after it."
    found = find(anchor(body), body + " " + body)
    assert isinstance(found, Lost)
    assert "stands 2 times" in found.reason


@pytest.mark.parametrize("more", ["A line before. {}", "{} A line after."])
def test_text_may_grow_at_its_ends(more: str) -> None:
    for nth in (0, 1):
        grown = more.format(TEXT)
        found = find(anchor(TEXT, nth), grown)
        assert isinstance(found, Span)
        assert grown[found.start : found.end] == "dissolved"


def test_with_next_to_no_context_nothing_may_come_before_or_after() -> None:
    made = anchor("Once. It was dissolved. Twice.")
    assert isinstance(find(made, "Once. It was dissolved. Twice.\n"), Span)
    assert isinstance(find(made, "Once. It was dissolved. Twice. Thrice."), Lost)
    assert isinstance(find(made, "Never. Once. It was dissolved. Twice."), Lost)


def test_another_source_is_not_looked_into() -> None:
    found = Places([document_of(TEXT, "other.txt")]).find(anchor(TEXT))
    assert isinstance(found, Lost)
    assert 'no source is called "annals.txt"' in found.reason


@given(st.text(alphabet="ab. \n", min_size=1, max_size=120), st.data())
def test_an_anchor_leads_back_to_its_own_words(text: str, data: st.DataObject) -> None:
    document = document_of(text)
    solid = [i for i, c in enumerate(text) if not c.isspace()]
    if not solid:
        return
    start = data.draw(st.sampled_from(solid))
    end = data.draw(st.sampled_from([i for i in solid if i >= start])) + 1
    low = data.draw(st.integers(0, start))
    high = data.draw(st.integers(end, len(text)))
    made = anchor_at(document, Span(document.id, start, end), Span(document.id, low, high))
    assert isinstance(made, Anchor)
    assert Places([document]).find(made) == Span(document.id, start, end)
