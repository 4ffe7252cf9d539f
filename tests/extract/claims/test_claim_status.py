"""How firmly it is said: a cue bears on its own word and on what depends on it, no further."""

import pytest
from claim_trees import LEXICON, Hand

from regesta.extract.claims.hearsay import Firmness
from regesta.extract.claims.status import find_status


def told(hand: Hand, word: str, *, support: str = "") -> Firmness:
    return find_status(hand.tree, hand.trigger(word, support=support), LEXICON)


def cue(hand: Hand, word: str) -> tuple[str, str]:
    firmness = told(hand, word)
    return firmness.status, firmness.cue.text if firmness.cue else ""


PLAIN = """
    Guards   guard    NOUN:plural subject     attacked
    attacked attack   VERB:past   root        attacked
    and      and      CCONJ       coordinator attacked
    withdrew withdraw VERB:past   conjunct    attacked
"""


def test_a_plain_past_is_told_as_a_fact() -> None:
    assert told(Hand(PLAIN), "attacked") == told(Hand(PLAIN), "withdrew") == Firmness("asserted")


NEGATED_ONCE = """
    Guards   guard    NOUN:plural     subject     attack
    did      do       AUX:past        auxiliary   attack
    not      not      PART            negation    attack
    attack   attack   VERB:infinitive root        attack
    but      but      CCONJ           coordinator attack
    withdrew withdraw VERB:past       conjunct    attack
"""


def test_a_negation_bears_on_one_of_two_joined_verbs() -> None:
    hand = Hand(NEGATED_ONCE)
    assert cue(hand, "attack") == ("denied", "not")
    assert cue(hand, "withdrew") == ("asserted", "")


def test_it_bears_on_both_where_they_share_the_auxiliary() -> None:
    hand = Hand("""
        Guards   guard    NOUN:plural     subject     attack
        did      do       AUX:past        auxiliary   attack
        not      not      PART            negation    attack
        attack   attack   VERB:infinitive root        attack
        or       or       CCONJ           coordinator attack
        withdraw withdraw VERB:infinitive conjunct    attack
    """)
    assert told(hand, "attack").status == told(hand, "withdraw").status == "denied"


@pytest.mark.parametrize(
    ("modal", "status"), [("may", "possible"), ("will", "planned"), ("would", "possible"), ("could", "possible")]
)
def test_a_modal_bears_on_its_verb(modal: str, status: str) -> None:
    hand = Hand(f"""
        Fleets  fleet   NOUN:plural     subject   sail
        {modal} {modal} AUX:modal       auxiliary sail
        sail    sail    VERB:infinitive root      sail
    """)
    assert told(hand, "sail").status == status


def under(verb: str, lemma: str) -> Hand:
    return Hand(f"""
        Kings   king    NOUN:plural     subject     {verb}
        {verb}  {lemma} VERB:past       root        {verb}
        to      to      PART:to         auxiliary   relieve
        relieve relieve VERB:infinitive open-clause {verb}
        Ghent   ghent   PROPN           object      relieve
    """)


@pytest.mark.parametrize(
    ("verb", "lemma", "status"),
    [
        ("failed", "fail", "denied"),
        ("refused", "refuse", "denied"),
        ("planned", "plan", "planned"),
        ("seemed", "seem", "possible"),
        ("managed", "manage", "asserted"),
    ],
)
def test_a_governing_verb_says_how_its_clause_is_told(verb: str, lemma: str, status: str) -> None:
    hand = under(verb, lemma)
    assert told(hand, "relieve").status == status
    assert told(hand, verb).status == "asserted"


def test_what_was_managed_under_a_negation_was_not_done() -> None:
    hand = Hand("""
        Kings   king    NOUN:plural     subject     managed
        never   never   ADV             negation    managed
        managed manage  VERB:past       root        managed
        to      to      PART:to         auxiliary   relieve
        relieve relieve VERB:infinitive open-clause managed
    """)
    assert cue(hand, "relieve") == ("denied", "never")


PREVENTED = """
    Troops    troop   NOUN:plural             subject     prevented
    prevented prevent VERB:past               root        prevented
    workers   worker  NOUN:plural             object      prevented
    from      from    ADP                     preposition prevented
    seizing   seize   VERB:present-participle complement  from
    mints     mint    NOUN:plural             object      seizing
"""


def test_what_was_prevented_did_not_come_about_but_preventing_did() -> None:
    hand = Hand(PREVENTED)
    assert cue(hand, "seizing") == ("denied", "prevented")
    assert told(hand, "prevented").status == "asserted"


@pytest.mark.parametrize(
    ("verb", "lemma", "noun", "status"),
    [
        ("prevented", "prevent", "riot", "denied"),
        ("stopped", "stop", "riot", "asserted"),
        ("abandoned", "abandon", "siege", "asserted"),
        ("rejected", "reject", "proposal", "asserted"),
    ],
)
def test_what_was_stopped_had_begun_and_what_was_rejected_was_proposed(
    verb: str, lemma: str, noun: str, status: str
) -> None:
    hand = Hand(f"""
        They   they    PRON:pronoun subject    {verb}
        {verb} {lemma} VERB:past    root       {verb}
        the    the     DET          determiner {noun}
        {noun} {noun}  NOUN         object     {verb}
    """)
    assert told(hand, noun).status == status


def test_without_denies_what_follows_it() -> None:
    hand = Hand("""
        Mayors  mayor   NOUN:plural             subject     fled
        fled    flee    VERB:past               root        fled
        without without ADP                     preposition fled
        signing sign    VERB:present-participle complement  without
    """)
    assert cue(hand, "signing") == ("denied", "without")
    assert told(hand, "fled").status == "asserted"


def test_no_election_and_no_one_voted() -> None:
    held = Hand("""
        No       no       DET                  determiner        election
        election election NOUN                 passive-subject   held
        was      be       AUX:past             passive-auxiliary held
        held     hold     VERB:past-participle root              held
    """)
    assert told(held, "election", support="held").status == "denied"
    voted = Hand("""
        No    no    DET         determiner towns
        towns town  NOUN:plural subject    voted
        voted vote  VERB:past   root       voted
    """)
    assert told(voted, "voted").status == "denied"


def test_as_reported_by_the_consul_is_on_his_word() -> None:
    hand = Hand("""
        Mills    mill   NOUN:plural          passive-subject   burned
        were     be     AUX:past             passive-auxiliary burned
        burned   burn   VERB:past-participle root              burned
        as       as     SCONJ                marker            reported
        reported report VERB:past-participle adverbial-clause  burned
        by       by     ADP                  agent             reported
        the      the    DET                  determiner        consul
        consul   consul NOUN                 complement        by
    """)
    firmness = told(hand, "burned")
    assert firmness.status == "reported"
    assert firmness.said_by == hand.span("the consul")


def test_according_to_somebody_is_on_his_word() -> None:
    hand = Hand("""
        According according VERB:present-participle preposition burned
        to        to        ADP                     preposition According
        Psellos   psellos   PROPN                   complement  to
        mobs      mob       NOUN:plural             subject     burned
        burned    burn      VERB:past               root        burned
        Chora     chora     PROPN                   object      burned
    """)
    firmness = told(hand, "burned")
    assert firmness.status == "reported"
    assert firmness.said_by == hand.span("Psellos")


def test_what_somebody_claimed_is_on_his_word_but_claiming_is_a_fact() -> None:
    hand = Hand("""
        Monks   monk  NOUN:plural          subject         claimed
        claimed claim VERB:past            root            claimed
        that    that  SCONJ                marker          fled
        Zoe     zoe   PROPN                subject         fled
        had     have  AUX:past             auxiliary       fled
        fled    flee  VERB:past-participle content-clause  claimed
    """)
    firmness = told(hand, "fled")
    assert (firmness.status, firmness.said_by) == ("reported", hand.span("Monks"))
    assert told(hand, "claimed").status == "asserted"


def test_the_goal_was_to_is_a_plan() -> None:
    hand = Hand("""
        The   the   DET             determiner  goal
        goal  goal  NOUN            subject     was
        was   be    AUX:past        root        was
        to    to    PART:to         auxiliary   storm
        storm storm VERB:infinitive open-clause was
    """)
    assert cue(hand, "storm") == ("planned", "goal")


@pytest.mark.parametrize(
    ("noun", "lemma", "status"),
    [("plans", "plan", "planned"), ("rumours", "rumour", "reported"), ("fears", "fear", "possible")],
)
def test_a_governing_noun_says_how_what_hangs_on_it_is_told(noun: str, lemma: str, status: str) -> None:
    hand = Hand(f"""
        He     he      PRON:pronoun subject     heard
        heard  hear    VERB:past    root        heard
        {noun} {lemma} NOUN:plural  object      heard
        of     of      ADP          preposition {noun}
        a      a       DET          determiner  mutiny
        mutiny mutiny  NOUN         complement  of
    """)
    assert told(hand, "mutiny").status == status


@pytest.mark.parametrize(
    ("adjective", "status"),
    [("planned", "planned"), ("alleged", "reported"), ("aborted", "denied"), ("bloody", "asserted")],
)
def test_an_adjective_says_how_its_noun_is_told(adjective: str, status: str) -> None:
    hand = Hand(f"""
        The         the         DET       determiner mutiny
        {adjective} {adjective} ADJ       modifier   mutiny
        mutiny      mutiny      NOUN      subject    ended
        ended       end         VERB:past root       ended
    """)
    assert told(hand, "mutiny").status == status


def test_a_condition_is_no_fact() -> None:
    hand = Hand("""
        If    if    SCONJ           marker           died
        Zoe   zoe   PROPN           subject          died
        died  die   VERB:past       adverbial-clause rebel
        lords lord  NOUN:plural     subject          rebel
        would would AUX:modal       auxiliary        rebel
        rebel rebel VERB:infinitive root             rebel
    """)
    assert cue(hand, "died") == ("possible", "If")


def test_a_plan_does_not_reach_into_a_relative_clause() -> None:
    hand = Hand("""
        He      he     PRON:pronoun          subject     planned
        planned plan   VERB:past             root        planned
        to      to     PART:to               auxiliary   free
        free    free   VERB:infinitive       open-clause planned
        Anton   anton  PROPN                 object      free
        who     who    PRON:relative-pronoun subject     fled
        fled    flee   VERB:past             relative    Anton
    """)
    assert told(hand, "free").status == "planned"
    assert told(hand, "fled").status == "asserted"


def test_a_purpose_is_a_plan() -> None:
    hand = Hand("""
        They    they    PRON:pronoun    subject          sent
        sent    send    VERB:past       root             sent
        ships   ship    NOUN:plural     object           sent
        to      to      PART:to         auxiliary        relieve
        relieve relieve VERB:infinitive adverbial-clause sent
    """)
    assert told(hand, "relieve").status == "planned"
