"""When it happened: the time that governs a word, and what a clause lends; what is planned borrows no time."""

import pytest
from claim_trees import LEXICON, Hand

from regesta.extract.claims.dating import date_triggers
from regesta.model.claim import ClaimTime
from regesta.model.time import TimeExpression


def dated(hand: Hand, words: str, *times: TimeExpression, planned: str = "") -> dict[str, str]:
    """EDTF of each of the words that has a time."""
    found = told(hand, words, *times, planned=planned)
    return {word: time.when.edtf for word, time in found.items() if time.when}


def told(hand: Hand, words: str, *times: TimeExpression, planned: str = "") -> dict[str, ClaimTime]:
    triggers = hand.triggers(*words.split())
    of_plans = frozenset(hand.word(w).i for w in planned.split())
    found = date_triggers(hand.tree, triggers, times, of_plans, LEXICON.roles)
    return {hand.tree.tokens[i].text: time for i, time in found.items()}


FRAMED = """
    In     in    ADP         preposition fled
    1341   1341  NUM         complement  In
    monks  monk  NOUN:plural subject     fled
    fled   flee  VERB:past   root        fled
    and    and   CCONJ       coordinator fled
    abbeys abbey NOUN:plural subject     burned
    burned burn  VERB:past   conjunct    fled
"""


def test_a_time_at_the_head_of_a_sentence_frames_what_is_joined() -> None:
    hand = Hand(FRAMED)
    assert dated(hand, "fled burned", hand.time("1341", "1341")) == {"fled": "1341", "burned": "1341"}


def test_a_time_inside_a_clause_is_not_lent_to_a_later_one() -> None:
    hand = Hand("""
        Monks  monk  NOUN:plural subject     fled
        fled   flee  VERB:past   root        fled
        in     in    ADP         preposition fled
        1341   1341  NUM         complement  in
        and    and   CCONJ       coordinator fled
        abbeys abbey NOUN:plural subject     burned
        burned burn  VERB:past   conjunct    fled
    """)
    assert dated(hand, "fled", hand.time("1341", "1341")) == {"fled": "1341"}
    early = Hand("""
        Monks  monk  NOUN:plural          subject     fled
        fled   flee  VERB:past            root        fled
        in     in    ADP                  preposition fled
        1341   1341  NUM                  complement  in
        and    and   CCONJ                coordinator fled
        had    have  AUX:past             auxiliary   burned
        burned burn  VERB:past-participle conjunct    fled
    """)
    assert dated(early, "fled burned", early.time("1341", "1341")) == {"fled": "1341"}


@pytest.mark.parametrize("marker", ["after", "before", "until"])
def test_a_clause_before_or_after_takes_no_time_from_its_sentence(marker: str) -> None:
    hand = Hand(f"""
        Towns    town     NOUN:plural subject          rebelled
        rebelled rebel    VERB:past   root             rebelled
        in       in       ADP         preposition      rebelled
        1341     1341     NUM         complement       in
        {marker} {marker} SCONJ       marker           died
        Zoe      zoe      PROPN       subject          died
        died     die      VERB:past   adverbial-clause rebelled
    """)
    assert dated(hand, "rebelled died", hand.time("1341", "1341")) == {"rebelled": "1341"}


def test_a_clause_with_when_goes_along() -> None:
    hand = Hand("""
        Towns    town     NOUN:plural subject          rebelled
        rebelled rebel    VERB:past   root             rebelled
        in       in       ADP         preposition      rebelled
        1341     1341     NUM         complement       in
        when     when     SCONJ       marker           died
        Zoe      zoe      PROPN       subject          died
        died     die      VERB:past   adverbial-clause rebelled
    """)
    assert dated(hand, "rebelled died", hand.time("1341", "1341")) == {"rebelled": "1341", "died": "1341"}


PLANNED = """
    They    they  PRON:pronoun    subject     planned
    planned plan  VERB:past       root        planned
    in      in    ADP             preposition planned
    May     may   PROPN           complement  in
    1905    1905  NUM             number      May
    to      to    PART:to         auxiliary   seize
    seize   seize VERB:infinitive open-clause planned
    mints   mint  NOUN:plural     object      seize
    in      in    ADP             preposition seize
    June    june  PROPN           complement  in
"""


def test_what_is_planned_has_only_its_own_time() -> None:
    hand = Hand(PLANNED)
    may, june = hand.time("May 1905", "1905-05"), hand.time("June", "1905-06", basis="inherited")
    assert dated(hand, "planned seize", may, planned="seize") == {"planned": "1905-05"}
    assert dated(hand, "planned seize", may) == {"planned": "1905-05", "seize": "1905-05"}
    assert dated(hand, "planned seize", may, june, planned="seize") == {"planned": "1905-05", "seize": "1905-06"}


def test_the_time_of_a_verb_that_tells_nothing_goes_to_what_it_carries() -> None:
    hand = Hand("""
        They  they PRON:pronoun    subject     tried
        tried try  VERB:past       root        tried
        in    in   ADP             preposition tried
        1864  1864 NUM             complement  in
        to    to   PART:to         auxiliary   flee
        flee  flee VERB:infinitive open-clause tried
    """)
    assert dated(hand, "flee", hand.time("1864", "1864")) == {"flee": "1864"}


def test_a_dated_noun_dates_what_it_does() -> None:
    hand = Hand("""
        The     the     DET         determiner  mutiny
        mutiny  mutiny  NOUN        subject     ended
        of      of      ADP         preposition mutiny
        1797    1797    NUM         complement  of
        ended   end     VERB:past   root        ended
    """)
    assert dated(hand, "mutiny ended", hand.time("1797", "1797")) == {"mutiny": "1797", "ended": "1797"}


def test_a_date_of_the_next_clause_is_not_that_of_the_first() -> None:
    hand = Hand("""
        Nanking nanking PROPN       subject     fell
        fell    fall    VERB:past   root        fell
        and     and     CCONJ       coordinator fell
        Hong    hong    PROPN       subject     died
        died    die     VERB:past   conjunct    fell
        in      in      ADP         preposition died
        1864    1864    NUM         complement  in
    """)
    assert dated(hand, "fell died", hand.time("1864", "1864")) == {"died": "1864"}


def test_after_a_day_leaves_the_end_open_and_says_that_it_was_worked_out() -> None:
    hand = Hand("""
        Monks monk  NOUN:plural subject     fled
        fled  flee  VERB:past   root        fled
        after after ADP         preposition fled
        1341  1341  NUM         complement  after
    """)
    time = told(hand, "fled", hand.time("1341", "1341", "after"))["fled"]
    assert time.when is not None
    assert (time.when.edtf, time.basis) == ("1341/..", "relative")
    assert time.quote == hand.span("1341")


def test_words_without_a_time_stay_undated() -> None:
    assert dated(Hand(FRAMED), "fled burned") == {}


def test_a_time_is_not_that_of_the_clause_before_it() -> None:
    hand = Hand("""
        Abbots  abbot   NOUN:plural subject     died
        died    die     VERB:past   root        died
        and     and     CCONJ       coordinator died
        in      in      ADP         preposition owned
        1341    1341    NUM         complement  in
        monks   monk    NOUN:plural subject     owned
        owned   own     VERB:past   conjunct    died
        mills   mill    NOUN:plural object      owned
    """)
    assert dated(hand, "died", hand.time("1341", "1341")) == {}


def test_a_cause_has_not_the_time_of_what_came_of_it() -> None:
    hand = Hand("""
        Strikes strike  NOUN:plural subject     led
        led     lead    VERB:past   root        led
        to      to      ADP         preposition led
        riots   riot    NOUN:plural complement  to
        in      in      ADP         preposition led
        1905    1905    NUM         complement  in
    """)
    assert dated(hand, "Strikes riots", hand.time("1905", "1905")) == {"riots": "1905"}


def test_a_time_goes_to_what_was_attempted() -> None:
    hand = Hand("""
        A        a        DET             determiner  attempt
        1905     1905     NUM             number      attempt
        attempt  attempt  NOUN            subject     angered
        to       to       PART:to         auxiliary   seize
        seize    seize    VERB:infinitive open-clause attempt
        Lyon     lyon     PROPN           object      seize
        angered  anger    VERB:past       root        angered
    """)
    assert dated(hand, "seize angered", hand.time("1905", "1905"), planned="seize") == {"seize": "1905"}


def test_a_clause_of_time_has_the_time_of_the_deed_and_lends_its_own() -> None:
    lines = """
        {}
        fled  flee  VERB:past   root             fled
        when  when  SCONJ       adverb           came
        Danes dane  NOUN:plural subject          came
        came  come  VERB:past   adverbial-clause fled
        {}
    """
    year = ("In in ADP preposition {0}\n 1341 1341 NUM complement In", "monks monk NOUN:plural subject fled")
    before = Hand(lines.format("\n".join(year).format("fled"), ""))
    behind = Hand(lines.format(year[1], year[0].format("came")))
    for hand in (before, behind):
        assert dated(hand, "fled came", hand.time("1341", "1341")) == {"fled": "1341", "came": "1341"}


def test_times_in_a_row_are_one_stretch_where_they_follow_on_each_other() -> None:
    hand = Hand("""
        In     in   ADP         preposition fled
        1341   1341 NUM         complement  In
        and    and  CCONJ       coordinator 1341
        1342   1342 NUM         conjunct    1341
        monks  monk NOUN:plural subject     fled
        fled   flee VERB:past   root        fled
    """)
    first, last = hand.time("1341", "1341"), hand.time("1342", "1342")
    assert dated(hand, "fled", first, last) == {"fled": "[1341..1342]"}
    assert dated(hand, "fled", first, hand.time("1342", "1348")) == {"fled": "1341"}


def test_the_days_of_a_battle_are_those_of_what_was_done_in_it() -> None:
    hand = Hand("""
        Danes    dane   PROPN:plural subject     lost
        lost     lose   VERB:past    root        lost
        Pskov    pskov  PROPN        object      lost
        in       in     ADP          preposition lost
        a        a      DET          determiner  series
        series   series NOUN         complement  in
        of       of     ADP          preposition series
        battles  battle NOUN:plural  complement  of
        (        (      PUNCT        punctuation battles
        1341     1341   NUM          apposition  battles
        )        )      PUNCT        punctuation battles
    """)
    assert dated(hand, "lost battles", hand.time("1341", "1341")) == {"lost": "1341", "battles": "1341"}


def test_what_is_said_of_a_dated_war_is_of_its_time() -> None:
    hand = Hand("""
        The      the      DET      determiner  War
        War      war      PROPN    subject     was
        (        (        PUNCT    punctuation War
        1341     1341     NUM      apposition  War
        )        )        PUNCT    punctuation War
        was      be       AUX:past root        was
        a        a        DET      determiner  conflict
        conflict conflict NOUN     predicate   was
    """)
    assert dated(hand, "War conflict", hand.time("1341", "1341")) == {"War": "1341", "conflict": "1341"}


def test_a_year_in_the_name_of_an_act_dates_nothing_done_under_it() -> None:
    hand = Hand("""
        Under   under ADP                  preposition     set
        the     the   DET                  determiner      terms
        terms   term  NOUN:plural          complement      Under
        of      of    ADP                  preposition     terms
        the     the   DET                  determiner      Act
        Act     act   PROPN                complement      of
        1911    1911  NUM                  number          Act
        courts  court NOUN:plural          passive-subject set
        were    be    AUX:past             passive-auxiliary set
        set     set   VERB:past-participle root            set
    """)
    assert dated(hand, "set", hand.time("1911", "1911")) == {}


def test_a_treaty_dated_in_brackets_dates_what_it_did() -> None:
    hand = Hand("""
        The    the   DET       determiner  Act
        Act    act   PROPN     subject     shocked
        of     of    ADP       preposition Act
        Union  union PROPN     complement  of
        (      (     PUNCT     punctuation Union
        1707   1707  NUM       apposition  Union
        )      )     PUNCT     punctuation Union
        which  which PRON      subject     ended
        ended  end   VERB:past relative    Act
        it     it    PRON      object      ended
        shocked shock VERB:past root       shocked
    """)
    assert dated(hand, "ended shocked", hand.time("1707", "1707")) == {"ended": "1707"}


def test_a_time_that_opens_the_sentence_frames_a_clause_whose_opening_word_stands_further_in() -> None:
    hand = Hand("""
        In       in     ADP         preposition      waited
        1341     1341   NUM         complement       In
        monks    monk   NOUN:plural subject          waited
        waited   wait   VERB:past   root             waited
        when     when   SCONJ       adverb           burned
        Danes    dane   NOUN:plural subject          landed
        landed   land   VERB:past   adverbial-clause waited
        and      and    CCONJ       coordinator      landed
        burned   burn   VERB:past   conjunct         landed
    """)
    year = hand.time("1341", "1341")
    assert dated(hand, "waited landed burned", year) == {"waited": "1341", "landed": "1341", "burned": "1341"}


def test_an_attempt_that_somebody_made_in_a_dated_rising_is_of_its_time() -> None:
    hand = Hand("""
        An       a       DET                  determiner        attempt
        attempt  attempt NOUN                 passive-subject   made
        to       to      PART:to              auxiliary         seize
        seize    seize   VERB:infinitive      open-clause       attempt
        Lyon     lyon    PROPN                object            seize
        was      be      AUX:past             passive-auxiliary made
        made     make    VERB:past-participle root              made
        by       by      ADP                  agent             made
        a        a       DET                  determiner        mutiny
        mutiny   mutiny  NOUN                 complement        by
        in       in      ADP                  preposition       mutiny
        1834     1834    NUM                  complement        in
    """)
    year = hand.time("1834", "1834")
    assert dated(hand, "seize mutiny", year, planned="seize") == {"mutiny": "1834", "seize": "1834"}


@pytest.mark.parametrize(("verb", "wanted"), [("signed sign", "1341"), ("broke break", None)])
def test_what_is_brought_about_has_the_day_of_that_and_what_was_there_before_has_not(
    verb: str, wanted: str | None
) -> None:
    word, lemma = verb.split()
    hand = Hand(f"""
        Danes  dane    PROPN:plural subject     {word}
        {word} {lemma} VERB:past    root        {word}
        a      a       DET          determiner  truce
        truce  truce   NOUN         object      {word}
        in     in      ADP          preposition {word}
        1341   1341    NUM          complement  in
    """)
    assert dated(hand, f"{word} truce", hand.time("1341", "1341")).get("truce") == wanted
