"""TimeML: well-formed, every tag in its place, and the text comes back as it was."""

import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.rules.load import load_rules
from regesta.tagging import WRITERS, Tagger, pieces

WORDS = st.lists(
    st.sampled_from(["On 7 August 1870", "&", "<b>", "]]>", "\r\n", "\r", "\n\n", "\x0c", "\ufeff", "😀", '"in 1848"'])
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=5),
    max_size=20,
).map(" ".join)


def timeml(text: str, date: str | None = None) -> str:
    stream = io.StringIO(newline="")
    tagger = Tagger(load_rules("en"), document_date=date)
    WRITERS["timeml"](tagger.tag(pieces([text], size=64)), stream, "a & b.txt", False, date)
    return stream.getvalue()


def text_of(xml: str) -> str:
    """The text that the XML holds, its processing instructions read back."""
    builder = ElementTree.TreeBuilder(insert_pis=True)
    root = ElementTree.fromstring(xml, ElementTree.XMLParser(target=builder))  # noqa: S314 - our own
    body = root.find("TEXT")
    assert body is not None
    return "".join(words(body))


def words(element: ElementTree.Element) -> list[str]:
    own = element.text or ""
    if element.tag is ElementTree.ProcessingInstruction:
        code = re.fullmatch(r"char ([0-9a-f]{4})", own)
        assert code
        own = chr(int(code[1], 16))
    made = [own]
    for child in element:
        made += [*words(child), child.tail or ""]
    return made


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_the_text_comes_back_byte_for_byte(text: str) -> None:
    assert text_of(timeml(text)) == text


def test_tags_have_types_values_and_ids() -> None:
    root = ElementTree.fromstring(timeml("About 1203 they met at 5:30 p.m. for two days every year."))  # noqa: S314
    tags = [(t.text, t.get("type"), t.get("value"), t.get("mod")) for t in root.iter("TIMEX3")]
    assert tags[0] == ("About 1203", "DATE", "1203", "APPROX")
    assert {kind for _, kind, _, _ in tags} == {"DATE", "TIME", "DURATION", "SET"}
    ids = [t.get("tid") for t in root.iter("TIMEX3")]
    assert len(set(ids)) == len(ids) == 4


def test_a_document_date_is_there_only_where_one_is_given() -> None:
    assert "<DCT>" not in timeml("They met in May.")
    root = ElementTree.fromstring(timeml("They met in May.", "1871-06-01"))  # noqa: S314
    assert [t.get("value") for t in root.iter("TIMEX3")] == ["1871-06-01", "1871-05"]


@pytest.mark.parametrize("text", ["", "no dates here", "in 1848"])
def test_any_text_gives_a_whole_document(text: str) -> None:
    assert text_of(timeml(text)) == text
