"""One word, several happenings, each with a day of its own."""

from claim_trees import Hand

from regesta.extract.claims.naming import Names
from regesta.extract.claims.split import split_by_time
from regesta.model.claim import Claim, ClaimTime, Role
from regesta.model.evidence import Evidence
from regesta.model.ids import stable_id
from regesta.model.time import TimeExpression

GAPPED = """
    The       the       DET         determiner  seizure
    seizure   seizure   NOUN        root        seizure
    of        of        ADP         preposition seizure
    the       the       DET         determiner  mint
    mint      mint      NOUN        complement  of
    and       and       CCONJ       coordinator mint
    ,         ,         PUNCT       punctuation mint
    the       the       DET         determiner  day
    following following ADJ         modifier    day
    day       day       NOUN        time-noun   bank
    ,         ,         PUNCT       punctuation mint
    the       the       DET         determiner  bank
    bank      bank      NOUN        conjunct    mint
"""


def split(
    hand: Hand, trigger: str, targets: list[str], *times: TimeExpression, own: TimeExpression | None = None
) -> list[tuple[list[str], str | None]]:
    """The targets and the time of each happening; its `own` time is the one that governs it."""
    word = hand.trigger(trigger)
    claim = Claim(
        id=stable_id("c", trigger),
        type="seize",
        trigger=word.span,
        sentence=hand.tree.sentence,
        status="asserted",
        roles=tuple(Role("target", hand.span(t), None, "test") for t in targets),
        time=ClaimTime(own.when, "stated", own.id, own.span) if own else ClaimTime(None, "none", None, None),
        citations=(),
        confidence=1.0,
        evidence=Evidence((word.span,), "test"),
    )
    names = Names.of(hand.document.text, (), (), frozenset())
    portions = split_by_time(hand.tree, claim, times, hand.grammar, names)
    return [
        ([r.span.quote(hand.document) for r in roles if r.name == "target"], time.when.edtf if time.when else None)
        for roles, time in portions
    ]


def test_a_target_with_a_day_of_its_own_is_another_happening() -> None:
    hand = Hand(GAPPED)
    next_day = hand.time("the following day", "1799-04-02", basis="relative")
    assert split(hand, "seizure", ["the mint", "the bank"], next_day) == [
        (["the mint"], None),
        (["the bank"], "1799-04-02"),
    ]


def test_so_it_is_where_the_parser_hung_it_on_the_day() -> None:
    lines = GAPPED.replace("time-noun   bank", "conjunct    mint").replace("conjunct    mint", "apposition  day")
    hand = Hand(lines.replace("apposition  day\n    ,", "conjunct mint\n    ,"))
    assert hand.tree.head(hand.word("bank")) == hand.word("day")
    next_day = hand.time("the following day", "1799-04-02", basis="relative")
    assert split(hand, "seizure", ["the mint"], next_day) == [(["the mint"], None), (["the bank"], "1799-04-02")]


def test_without_a_day_between_them_they_are_one() -> None:
    hand = Hand(GAPPED)
    assert split(hand, "seizure", ["the mint", "the bank"]) == [(["the mint", "the bank"], None)]


def test_a_day_with_other_words_around_it_splits_nothing() -> None:
    hand = Hand("""
        seizure seizure NOUN        root        seizure
        of      of      ADP         preposition seizure
        mints   mint    NOUN:plural complement  of
        sacked  sack    VERB        participle  mints
        Monday  monday  PROPN       time-noun   sacked
        and     and     CCONJ       coordinator mints
        banks   bank    NOUN:plural conjunct    mints
    """)
    monday = hand.time("Monday", "1799-04-01")
    assert split(hand, "seizure", ["mints", "banks"], monday) == [(["mints", "banks"], None)]


def test_times_in_a_row_are_a_happening_each() -> None:
    hand = Hand("""
        Plague plague NOUN      subject     came
        came   come   VERB:past root        came
        in     in     ADP       preposition came
        1563   1563   NUM       complement  in
        ,      ,      PUNCT     punctuation 1563
        1593   1593   NUM       conjunct    1563
        and    and    CCONJ     coordinator 1593
        1603   1603   NUM       conjunct    1593
    """)
    row = [hand.time(year, year) for year in ("1563", "1593", "1603")]
    assert split(hand, "came", [], *row, own=row[0]) == [([], "1563"), ([], "1593"), ([], "1603")]
    assert split(hand, "Plague", [], *row, own=row[0]) == [([], "1563")]
