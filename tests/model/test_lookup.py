"""Finding and ordering."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import regesta
from builders import Story
from regesta.model.calendars import to_jdn
from regesta.model.chronology import Chronology
from regesta.model.claim import Claim
from regesta.model.ids import Id
from regesta.model.lookup import Lookup, order_key
from regesta.model.text import Span
from regesta.model.time import OPEN, Bounds
from two_cities import two_cities

DAYS = st.none() | st.integers(to_jdn(-500, 1, 1), to_jdn(2000, 1, 1))


@given(st.text(alphabet="ab\r\n\u2028é", min_size=1), st.data())
def test_lines_and_columns_count_from_one(text: str, data: st.DataObject) -> None:
    story = Story("x")
    document = replace(story.document, text=text)
    place = data.draw(st.integers(0, len(text) - 1))
    lookup = Lookup(Chronology(replace(story.findings(), documents=(document,))))
    line, column = lookup.line(Span(document.id, place, place + 1))
    assert line == text[:place].count("\n") + 1
    assert text.split("\n")[line - 1][: column - 1] == text[:place].rsplit("\n", maxsplit=1)[-1]


@given(st.permutations(two_cities().findings.claims))
def test_the_order_of_claims_does_not_hang_on_the_order_given(claims: list[Claim]) -> None:
    whole = two_cities()
    turned = replace(whole, findings=replace(whole.findings, claims=tuple(claims)))
    for order in (Lookup.chronological, Lookup.text_order):
        assert order(Lookup(turned)) == order(Lookup(whole))


@given(st.lists(st.tuples(DAYS, DAYS)))
def test_the_dated_ascend_and_the_undated_come_last(pairs: list[tuple[int | None, int | None]]) -> None:
    bounds = [Bounds(*(sorted(p) if None not in p else p)) for p in pairs]  # type: ignore[type-var]
    ordered = sorted(bounds, key=order_key)
    dated = [b for b in ordered if b != OPEN]
    assert ordered == dated + [OPEN] * (len(bounds) - len(dated))
    anchors = [b.earliest if b.earliest is not None else b.latest for b in dated]
    assert anchors == sorted(anchors)  # type: ignore[type-var]


def test_headlines_and_names() -> None:
    lookup = Lookup(two_cities())
    told = {lookup.quote(c.trigger): lookup.headline(c) for c in lookup.claims.values()}
    assert told["seized"] == ("Daniele Manin", "seized", "the Arsenal", "Venice")
    assert told["withdrew"] == ("the garrison", "withdrew", "", "Milan")
    assert told["barricades"] == ("", "barricades", "", "Milan")
    assert told["seized"].say() == "Daniele Manin seized the Arsenal (Venice)"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("On 3 May 1849 the mayor of Grenoble was arrested.", "the mayor of Grenoble arrested"),
        ("Grenoble fell on 3 May 1849.", "Grenoble fell"),
        ("The siege of Grenoble began on 3 May 1849.", "siege (Grenoble)"),
        ("His mother mourned the death of Paul Ferri on 3 May 1849.", "death: Paul Ferri"),
        ("On 3 May 1849 Anna Vell, the mayor of Grenoble, fled.", "the mayor of Grenoble: Anna Vell"),
        ("Paul Ferri was executed in Grenoble on 3 May 1849.", "Paul Ferri executed (Grenoble)"),
    ],
)
def test_headlines_have_the_order_of_a_sentence(tmp_path: Path, sentence: str, said: str) -> None:
    source = tmp_path / "told.txt"
    source.write_text(sentence, encoding="utf-8")
    lookup = regesta.read(source).lookup
    assert said in [lookup.headline(c).say() for c in lookup.claims.values()]


def test_words_of_a_statement() -> None:
    lookup = Lookup(two_cities())
    claim = next(iter(lookup.claims.values()))
    assert lookup.statement(claim.id) == (lookup.sentences[claim.sentence].span,)
    link = two_cities().findings.links[0]
    assert lookup.statement(link.id) == link.evidence.quotes
    with pytest.raises(KeyError):
        lookup.statement(Id("c-000000000000"))
