"""Markdown: everything is there, in order, and no words of a source become markup."""

import io
import re

from builders import Story
from regesta.export import FORMATS
from regesta.export.markdown import plain
from regesta.model.chronology import Chronology
from two_cities import two_cities


def written(chronology: Chronology) -> str:
    stream = io.StringIO()
    FORMATS["markdown"](chronology, stream)
    return stream.getvalue()


def test_sections_stand_in_order_and_every_claim_is_there() -> None:
    text = written(two_cities())
    headings = re.findall(r"^#+ (.*)", text, re.MULTILINE)
    assert headings == ["Chronology", "Dated", "Undated", "Who held what", "Contradictions", "Gaps", "Sources"]
    assert len(re.findall(r"^- .*  $", text, re.MULTILINE)) == len(two_cities().findings.claims)


def test_dates_ascend() -> None:
    text = written(two_cities())
    places = [text.index(f"- {d} ·") for d in ("18 March 1848", "22 March 1848", "23 March 1848", "22 August 1849")]
    assert places == sorted(places)


def test_status_is_said_where_it_is_not_plain() -> None:
    text = written(two_cities())
    assert all(f"*{status}*" in text for status in ("denied", "reported", "possible"))
    assert "*asserted*" not in text


def test_nothing_at_all_is_said_in_words() -> None:
    text = written(Chronology(Story("Nothing happened.").findings()))
    assert text.count("None.") == 2
    assert text.count("None found.") == 2


def test_words_of_a_source_are_no_markup() -> None:
    assert plain("<b>*bold*</b> | [x](y)\n# head") == r"\<b\>\*bold\*\</b\> \| \[x\](y) \# head"
