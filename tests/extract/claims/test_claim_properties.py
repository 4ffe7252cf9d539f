"""What holds of the claims of any text: exact words, ids that stay, roles that exist, an order without rings."""

import pytest
from claim_passages import PASSAGES
from claim_reading import Told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from document_reading import TEXTS
from regesta.model.claim import STATUSES
from regesta.model.ids import Id
from regesta.rules.load import load_rules


def orderable(links: list[tuple[Id, Id]]) -> bool:
    """Whether no claim comes before itself."""
    later: dict[Id, set[Id]] = {}
    for a, b in links:
        later.setdefault(a, set()).add(b)
    while later:
        free = set(later) - {b for found in later.values() for b in found}
        if not free:
            return False
        later = {a: found for a, found in later.items() if a not in free}
    return True


def check(told: Told) -> None:
    """All that holds of any text."""
    sentences = {s.id: s for s in told.findings.sentences}
    entities = {e.id for e in told.findings.entities}
    expressions = {t.id for t in told.findings.times}
    labels = {c.label for c in told.findings.citations}
    types = load_rules(told.document.language).event_types.types
    assert len({c.id for c in told.claims}) == len(told.claims)
    for claim in told.claims:
        sentence = sentences[claim.sentence]
        assert sentence.kind == "prose"
        assert sentence.span.covers(claim.trigger)
        assert told.quote(claim.trigger).strip() == told.quote(claim.trigger) != ""
        assert claim.type in types
        assert claim.status in STATUSES
        assert (claim.status_cue is None) == (claim.status == "asserted")
        assert claim.said_by is None or claim.status != "asserted"
        spans = [r.span for r in claim.roles] + [s for s in (claim.said_by, claim.status_cue) if s]
        assert all(sentence.span.covers(span) for span in spans)
        assert all(r.entity is None or r.entity in entities for r in claim.roles)
        assert (claim.time.when is None) == (claim.time.basis == "none") == (claim.time.expression is None)
        assert claim.time.expression is None or claim.time.expression in expressions
        assert set(claim.citations) <= labels
        assert 0 < claim.confidence <= 1
    starts = [sentences[c.sentence].span.start for c in told.claims]
    assert starts == sorted(starts)
    known = {c.id for c in told.claims}
    assert all({link.earlier, link.later} <= known for link in told.findings.links)
    assert orderable([(link.earlier, link.later) for link in told.findings.links])


@pytest.mark.parametrize("passage", PASSAGES)
def test_what_holds_of_any_text_holds_of_the_passages(passage: str) -> None:
    told = Told(PASSAGES[passage])
    assert len(told.claims) > 8
    check(told)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(sorted(PASSAGES)))
def test_and_of_texts_with_odd_characters_around_them(odd: str, passage: str) -> None:
    check(Told(odd + "\n\n" + PASSAGES[passage].partition(". ")[0] + ".\n\n" + odd))


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_paragraph_elsewhere_changes_no_id(passage: str) -> None:
    text = PASSAGES[passage]
    alone = Told(text)
    more = Told("A guild of glaziers was founded at Bray.\n\n" + text + "\nThe glaziers left Bray in 1744.\n")
    kept = {c.id: (more.quote(c.trigger), c.type, c.status) for c in more.claims}
    assert {c.id: (alone.quote(c.trigger), c.type, c.status) for c in alone.claims}.items() <= kept.items()
    assert len(kept) > len(alone.claims)


def test_windows_line_ends_and_markers_move_words_but_change_nothing_told() -> None:
    text = PASSAGES["Byzantium"]
    plain, windows = Told(text), Told("\ufeff" + text.replace("\n", "\r\n"))
    bare = Told(text.replace("[2][3]", "").replace("[1]", "").replace("[4]", ""))
    told = [(plain.quote(c.trigger), c.type, c.status) for c in plain.claims]
    assert [(windows.quote(c.trigger), c.type, c.status) for c in windows.claims] == told
    assert [(bare.quote(c.trigger), c.type, c.status) for c in bare.claims] == told


def test_the_same_text_gives_the_same_answer_twice() -> None:
    assert Told(PASSAGES["siege"]).findings == Told(PASSAGES["siege"]).findings


def test_orderable_sees_a_ring() -> None:
    a, b, c = Id("a"), Id("b"), Id("c")
    assert orderable([(a, b), (b, c), (a, c)])
    assert not orderable([(a, b), (b, c), (c, a)])
