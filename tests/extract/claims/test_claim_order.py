"""What comes before what: from conjunctions, prepositions, tense and plans; never from mere position."""

import pytest
from claim_trees import LEXICON, Hand

from builders import when
from regesta.extract.claims.order import order_triggers
from regesta.model.claim import ClaimTime

TOLD = ClaimTime(when("1341"), "stated", None, None)
BY = ClaimTime(when("../1341"), "stated", None, None)


def orders(hand: Hand, *words: str, dated: str = "") -> list[str]:
    """`earlier < later` for each order that the sentence tells."""
    of_dates = {hand.word(w).i: TOLD for w in dated.split()}
    found = order_triggers(hand.tree, hand.triggers(*words), hand.firmness(*words), of_dates, LEXICON.roles)
    text = [t.text for t in hand.tree.tokens]
    return [f"{text[o.earlier]} < {text[o.later]}" for o in found]


def with_clause(marker: str) -> Hand:
    return Hand(f"""
        Governors governor NOUN:plural subject          fled
        fled      flee     VERB:past   root             fled
        {marker}  {marker} SCONJ       marker           stormed
        mobs      mob      NOUN:plural subject          stormed
        stormed   storm    VERB:past   adverbial-clause fled
        Pskov     pskov    PROPN       object           stormed
    """)


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ("after", ["stormed < fled"]),
        ("once", ["stormed < fled"]),
        ("before", ["fled < stormed"]),
        ("until", ["fled < stormed"]),
        ("while", []),
        ("although", []),
    ],
)
def test_a_conjunction_says_which_came_first(marker: str, told: list[str]) -> None:
    assert orders(with_clause(marker), "fled", "stormed") == told


@pytest.mark.parametrize(
    ("preposition", "told"),
    [("After", ["mutiny < fled"]), ("Following", ["mutiny < fled"]), ("Before", ["fled < mutiny"])],
)
def test_so_does_a_preposition(preposition: str, told: list[str]) -> None:
    hand = Hand(f"""
        {preposition} {preposition.lower()} ADP preposition fled
        the    the    DET         determiner  mutiny
        mutiny mutiny NOUN        complement  {preposition}
        lords  lord   NOUN:plural subject     fled
        fled   flee   VERB:past   root        fled
    """)
    assert orders(hand, "mutiny", "fled") == told


def test_a_cause_comes_before_what_it_led_to() -> None:
    hand = Hand("""
        The    the    DET       determiner  mutiny
        mutiny mutiny NOUN      subject     led
        led    lead   VERB:past root        led
        to     to     ADP       preposition led
        the    the    DET       determiner  fall
        fall   fall   NOUN      complement  to
        of     of     ADP       preposition fall
        Malta  malta  PROPN     complement  of
    """)
    assert orders(hand, "mutiny", "fall") == ["mutiny < fall"]


def test_so_does_an_agent_that_caused_it_and_a_deed_that_resulted_in_it() -> None:
    caused = Hand("""
        Famines famine NOUN:plural          passive-subject   caused
        were    be     AUX:past             passive-auxiliary caused
        caused  cause  VERB:past-participle root              caused
        by      by     ADP                  agent             caused
        the     the    DET                  determiner        siege
        siege   siege  NOUN                 complement        by
    """)
    assert orders(caused, "Famines", "siege") == ["siege < Famines"]
    along = Hand("""
        Sailors   sailor NOUN:plural             subject          rebelled
        rebelled  rebel  VERB:past               root             rebelled
        resulting result VERB:present-participle adverbial-clause rebelled
        in        in     ADP                     preposition      resulting
        the       the    DET                     determiner       loss
        loss      loss   NOUN                    complement       in
    """)
    assert orders(along, "rebelled", "loss") == ["rebelled < loss"]


def test_a_verb_of_no_cause_puts_its_subject_nowhere() -> None:
    hand = Hand("""
        The    the    DET       determiner mutiny
        mutiny mutiny NOUN      subject    recalled
        recalled recall VERB:past root     recalled
        the    the    DET       determiner siege
        siege  siege  NOUN      object     recalled
    """)
    assert orders(hand, "mutiny", "siege") == []


def test_the_perfect_looks_back() -> None:
    hand = Hand("""
        Crowds   crowd  NOUN:plural           subject           freed
        freed    free   VERB:past             root              freed
        Anton    anton  PROPN                 object            freed
        who      who    PRON:relative-pronoun passive-subject   arrested
        had      have   AUX:past              auxiliary         arrested
        been     be     AUX:past-participle   passive-auxiliary arrested
        arrested arrest VERB:past-participle  relative          Anton
    """)
    assert orders(hand, "freed", "arrested") == ["arrested < freed"]
    assert orders(hand, "freed", "arrested", dated="arrested") == ["arrested < freed"]
    assert orders(hand, "freed", "arrested", dated="freed arrested") == []


def test_having_done_one_thing_they_did_another() -> None:
    hand = Hand("""
        Having  having AUX:present-participle auxiliary        crossed
        crossed cross  VERB:past-participle   adverbial-clause attacked
        Danube  danube PROPN                  object           crossed
        Ney     ney    PROPN                  subject          attacked
        attacked attack VERB:past             root             attacked
    """)
    assert orders(hand, "crossed", "attacked") == ["crossed < attacked"]


def test_a_plan_comes_before_the_deed() -> None:
    hand = Hand("""
        They    they  PRON:pronoun    subject     planned
        planned plan  VERB:past       root        planned
        to      to    PART:to         auxiliary   seize
        seize   seize VERB:infinitive open-clause planned
        Genoa   genoa PROPN           object      seize
    """)
    assert orders(hand, "planned", "seize") == ["planned < seize"]


JOINED = """
    Rebels  rebel NOUN:plural subject     seized
    seized  seize VERB:past   root        seized
    Corfe   corfe PROPN       object      seized
    and     and   CCONJ       coordinator seized
    burned  burn  VERB:past   conjunct    seized
    Wareham ware  PROPN       object      burned
"""


def test_mere_position_says_nothing() -> None:
    assert orders(Hand(JOINED), "seized", "burned") == []


def test_what_is_joined_to_a_dated_deed_comes_no_sooner() -> None:
    assert orders(Hand(JOINED), "seized", "burned", dated="seized") == ["seized < burned"]


GOING_ON = """
    Estates estate NOUN:plural         passive-subject   summoned
    summoned summon VERB:past          root              summoned
    and     and    CCONJ               coordinator       summoned
    {who}
    voted   vote   VERB:past           conjunct          summoned
    funds   fund   NOUN:plural         object            voted
"""


def test_what_the_same_people_did_next_comes_next_and_so_does_what_it_was_done_to() -> None:
    same = Hand(GOING_ON.format(who="then then ADV adverb voted"))
    assert orders(same, "summoned", "voted", "funds") == ["summoned < voted", "summoned < funds"]
    others = Hand(GOING_ON.format(who="cities city NOUN:plural subject voted"))
    assert orders(others, "summoned", "voted", "funds") == []
    assert orders(others, "summoned", "voted", dated="summoned") == ["summoned < voted"]


def test_what_others_did_is_told_behind_but_without_an_order() -> None:
    but = Hand(GOING_ON.format(who="cities city NOUN:plural subject voted").replace("and  ", "but  ", 1))
    assert orders(but, "summoned", "voted", dated="summoned") == []


def test_a_dated_deed_comes_after_what_was_done_before_it() -> None:
    hand = Hand(GOING_ON.format(who="then then ADV adverb voted"))
    assert orders(hand, "summoned", "voted", dated="voted") == ["summoned < voted"]
    assert orders(hand, "summoned", "voted", dated="summoned voted") == []


def test_what_was_done_by_a_day_still_has_its_place_in_the_order() -> None:
    hand = with_clause("after")
    triggers, firmness = hand.triggers("fled", "stormed"), hand.firmness("fled", "stormed")
    found = order_triggers(hand.tree, triggers, firmness, {hand.word("stormed").i: BY}, LEXICON.roles)
    assert [(o.earlier, o.later) for o in found] == [(hand.word("stormed").i, hand.word("fled").i)]


@pytest.mark.parametrize(
    ("opening", "told"), [(("By", "the", "time"), ["fled < fell"]), (("As", "soon", "as"), ["fell < fled"])]
)
def test_several_words_may_open_a_clause(opening: tuple[str, str, str], told: list[str]) -> None:
    first, second, third = opening
    hand = Hand(f"""
        {first}  {first.lower()} ADP  preposition      fell
        {second} {second}        DET  determiner       fell
        {third}  {third}         NOUN complement       fell
        Pskov  pskov             PROPN subject         fell
        fell   fall              VERB:past adverbial-clause fled
        monks  monk              NOUN:plural subject   fled
        fled   flee              VERB:past root        fled
    """)
    assert orders(hand, "fell", "fled") == told


def test_a_verb_that_is_joined_to_a_deed_may_say_what_the_deed_led_to() -> None:
    hand = Hand("""
        Danes     dane      PROPN:plural subject     burned
        burned    burn      VERB:past    root        burned
        mills     mill      NOUN:plural  object      burned
        and       and       CCONJ        coordinator burned
        forced    force     VERB:past    conjunct    burned
        a         a         DET          determiner  surrender
        surrender surrender NOUN         object      forced
    """)
    assert orders(hand, "burned", "surrender") == ["burned < surrender"]


def test_after_which_comes_what_is_told_behind_it() -> None:
    hand = Hand("""
        Monks   monk   NOUN:plural           subject          fled
        fled    flee   VERB:past             root             fled
        until   until  SCONJ                 marker           caught
        Danes   dane   PROPN:plural          subject          caught
        caught  catch  VERB:past             adverbial-clause fled
        them    they   PRON                  object           caught
        ;       ;      PUNCT                 punctuation      caught
        after   after  ADP                   preposition      starved
        which   which  PRON:relative-pronoun complement       after
        they    they   PRON                  subject          starved
        starved starve VERB:past             adverbial-clause fled
    """)
    assert orders(hand, "fled", "caught", "starved") == ["fled < caught", "caught < starved"]


def test_a_participle_that_says_what_is_aimed_at_is_no_earlier_deed() -> None:
    hand = Hand("""
        Danes     dane   PROPN:plural         subject     launched
        launched  launch VERB:past            root        launched
        ships     ship   NOUN:plural          object      launched
        intended  intend VERB:past-participle participle  ships
        in        in     ADP                  preposition intended
        secret    secret NOUN                 complement  in
        to        to     PART:to              auxiliary   seize
        seize     seize  VERB:infinitive      open-clause intended
        Pskov     pskov  PROPN                object      seize
    """)
    assert orders(hand, "launched", "intended", "seize") == ["launched < intended", "intended < seize"]
