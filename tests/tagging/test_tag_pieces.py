"""Pieces of a text: nothing is lost, and cuts fall where they do no harm."""

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.calendars import from_iso
from regesta.rules.load import load_rules
from regesta.tagging import TaggedTime, Tagger, cut_text, pieces
from regesta.tagging.tagger import CONTEXT

PARAGRAPHS = [
    "War broke out in Europe on 1 September 1939, and in October Poland was divided.",
    "The following spring Denmark was invaded. On 10 May the front moved west.",
    "Two days later the line broke; by the end of the month the army had reached the sea.",
    "In June 1941 the east was attacked. That winter the advance stopped before the capital.",
]
STORY = "\n\n".join(PARAGRAPHS * 12)


def tagged(text: str, size: int) -> list[TaggedTime]:
    tagger = Tagger(load_rules("en"))
    return [time for _, times in tagger.tag(pieces(cut_text(text), size=size)) for time in times]


@given(st.text(alphabet=st.sampled_from("ab.! \r\n`~"), max_size=200), st.integers(1, 60), st.booleans())
def test_the_pieces_are_the_text(text: str, size: int, markdown: bool) -> None:
    made = list(pieces([text[:50], text[50:]], size=size, markdown=markdown))
    assert "".join(made) == text
    assert all(0 < len(piece) <= size for piece in made)


def test_a_text_in_pieces_reads_like_the_whole() -> None:
    """Each piece holds a paragraph or two only, so that every date without its year hangs on another piece."""
    whole = tagged(STORY, 1 << 20)
    assert len(whole) > 80
    assert tagged(STORY, 200) == whole


def test_far_beyond_the_context_that_is_read_again_dates_still_have_their_years() -> None:
    text = "\n\n".join(PARAGRAPHS * 300)
    assert len(text) > 3 * CONTEXT
    assert tagged(text, 30_000) == tagged(text, 1 << 20)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Été 😀 e\u0301\r\n\r\n" * 30 + STORY
    for time in tagged(text, 150):
        assert text[time.start : time.end] == time.text


def test_a_cut_falls_after_a_blank_line_a_line_a_sentence_a_word() -> None:
    assert next(pieces(["one.\n\ntwo. three\nfour five"], size=20)) == "one.\n\n"
    assert next(pieces(["one. two\r\nthree four five six"], size=20)) == "one. two\r\n"
    assert next(pieces(["one. two three four five six"], size=20)) == "one. "
    assert next(pieces(["one two three four five six"], size=20)) == "one two three four "
    assert next(pieces(["1" * 30], size=20)) == "1" * 20
    assert "\r\n" in "".join(list(pieces(["a" * 19 + "\r\n" + "b"], size=20))[:2])


def test_no_cut_falls_into_a_fenced_block() -> None:
    text = "Words.\n\n```\nin 1848\n\nin 1849\n```\n\nIn 1850 it ended.\n"
    for piece in pieces([text], markdown=True, size=35):
        assert piece.count("```") in (0, 2)


def test_a_passage_without_end_is_read_to_its_end() -> None:
    text = "In May 1203 they met. On 3 June they left, and the people went home again. " * 1500
    found = tagged(text, 1 << 16)
    assert len(found) == 3000
    assert {time.value for time in found} == {"1203-05", "1203-06-03"}


WORDS = st.sampled_from(
    [
        "on",
        "7",
        "August",
        "1870",
        "é😀",
        "\r\n",
        "\n\n",
        "\ufeff",
        "the next day",
        "[12]",
        ".",
        "May",
        "e\u0301",
        "in",
        "'99",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.integers(5, 80))
@settings(deadline=None)
def test_every_time_quotes_its_text_wherever_the_cuts_fall(text: str, size: int) -> None:
    last = 0
    for time in tagged(text, size):
        assert text[time.start : time.end] == time.text
        assert time.start >= last
        last = time.end
        assert time.earliest is None or time.latest is None or from_iso(time.earliest) <= from_iso(time.latest)
