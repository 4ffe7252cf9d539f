"""Reading a clause: whose deed it is, whether it is told in the passive, and how far a noun phrase goes."""

import pytest
from claim_trees import Hand, texts

from regesta.extract.claims.clauses import agents, hidden_agents, members, possessors, shared_agents, subjects
from regesta.extract.claims.objects import objects
from regesta.extract.claims.phrases import phrase_span
from regesta.extract.claims.voice import is_passive


def subject_of(hand: Hand, verb: str) -> list[str]:
    return texts(subjects(hand.tree, hand.word(verb), hand.grammar))


JOINED = """
    Workers worker NOUN:plural subject     seized
    seized  seize  VERB:past   root        seized
    the     the    DET         determiner  hall
    hall    hall   NOUN        object      seized
    and     and    CCONJ       coordinator seized
    burned  burn   VERB:past   conjunct    seized
    papers  paper  NOUN:plural object      burned
"""


def test_joined_verbs_share_their_subject_and_keep_their_objects() -> None:
    hand = Hand(JOINED)
    assert subject_of(hand, "seized") == subject_of(hand, "burned") == ["Workers"]
    assert texts(objects(hand.tree, hand.word("seized"))) == ["hall"]
    assert texts(objects(hand.tree, hand.word("burned"))) == ["papers"]


def test_a_verb_without_object_takes_that_of_the_verb_joined_to_it() -> None:
    hand = Hand("""
        Rebels rebel NOUN:plural subject     seized
        seized seize VERB:past   root        seized
        and    and   CCONJ       coordinator seized
        burned burn  VERB:past   conjunct    seized
        Corfe  corfe PROPN       object      burned
    """)
    assert texts(objects(hand.tree, hand.word("seized"))) == ["Corfe"]


def test_it_takes_none_across_a_place_of_its_own() -> None:
    hand = Hand("""
        Rebels  rebel NOUN:plural subject     marched
        marched march VERB:past   root        marched
        to      to    ADP         preposition marched
        Wareham ware  PROPN       complement  to
        and     and   CCONJ       coordinator marched
        burned  burn  VERB:past   conjunct    marched
        Corfe   corfe PROPN       object      burned
    """)
    assert objects(hand.tree, hand.word("marched")) == []


RELATIVE = """
    Miners  miner  NOUN:plural           subject     marched
    who     who    PRON:relative-pronoun subject     struck
    had     have   AUX:past              auxiliary   struck
    struck  strike VERB:past-participle  relative    Miners
    and     and    CCONJ                 coordinator struck
    starved starve VERB:past-participle  conjunct    struck
    marched march  VERB:past             root        marched
"""


@pytest.mark.parametrize("verb", ["struck", "starved", "marched"])
def test_a_relative_clause_tells_of_its_noun(verb: str) -> None:
    assert subject_of(Hand(RELATIVE), verb) == ["Miners"]


PASSIVES = """
    The     the    DET                  determiner        fort
    fort    fort   NOUN                 passive-subject   taken
    was     be     AUX:past             passive-auxiliary taken
    taken   take   VERB:past-participle root              taken
    and     and    CCONJ                coordinator       taken
    burned  burn   VERB:past-participle conjunct          taken
    by      by     ADP                  agent             burned
    raiders raider NOUN:plural          complement        by
    and     and    CCONJ                coordinator       raiders
    pirates pirate NOUN:plural          conjunct          raiders
"""


def test_joined_passives_share_subject_and_agent() -> None:
    hand = Hand(PASSIVES)
    for verb in ("taken", "burned"):
        assert is_passive(hand.tree, hand.word(verb))
        assert subject_of(hand, verb) == ["fort"]
        assert texts(shared_agents(hand.tree, hand.word(verb))) == ["raiders", "pirates"]
    assert agents(hand.tree, hand.word("taken")) == []


def test_joined_passives_do_not_share_the_agent_where_more_is_said_of_the_first() -> None:
    at_ulm = "at at ADP preposition taken\nUlm ulm PROPN complement at"
    hand = Hand(PASSIVES.replace("burned  burn", f"{at_ulm}\nburned burn"))
    assert shared_agents(hand.tree, hand.word("taken")) == []
    assert texts(shared_agents(hand.tree, hand.word("burned"))) == ["raiders", "pirates"]


def test_a_perfect_is_no_passive_and_a_participle_behind_a_noun_is_one() -> None:
    hand = Hand("""
        Troops    troop   NOUN:plural          subject     reached
        sent      send    VERB:past-participle participle  Troops
        by        by      ADP                  agent       sent
        Napoleon  nap     PROPN                complement  by
        had       have    AUX:past             auxiliary   reached
        reached   reach   VERB:past-participle root        reached
        Ulm       ulm     PROPN                object      reached
    """)
    assert is_passive(hand.tree, hand.word("sent"))
    assert not is_passive(hand.tree, hand.word("reached"))
    assert subject_of(hand, "sent") == ["Troops"]
    assert texts(agents(hand.tree, hand.word("sent"))) == ["Napoleon"]


def test_a_participle_clause_has_the_subject_of_its_sentence() -> None:
    hand = Hand("""
        Ney      ney    PROPN                  subject          attacked
        having   having AUX:present-participle auxiliary        crossed
        crossed  cross  VERB:past-participle   adverbial-clause attacked
        the      the    DET                    determiner       river
        river    river  NOUN                   object           crossed
        attacked attack VERB:past              root             attacked
        Ulm      ulm    PROPN                  object           attacked
    """)
    assert subject_of(hand, "crossed") == ["Ney"]
    assert not is_passive(hand.tree, hand.word("crossed"))


CONTROL = """
    The     the    DET             determiner  duke
    duke    duke   NOUN            subject     ordered
    ordered order  VERB:past       root        ordered
    Roland  roland PROPN           object      ordered
    to      to     PART:to         auxiliary   leave
    leave   leave  VERB:infinitive open-clause ordered
"""


def test_who_is_ordered_is_who_is_to_do_it() -> None:
    assert subject_of(Hand(CONTROL, Roland="person"), "leave") == ["Roland"]


def test_who_was_persuaded_is_who_is_to_do_it() -> None:
    hand = Hand("""
        The       the      DET                  determiner        council
        council   council  NOUN                 passive-subject   persuaded
        was       be       AUX:past             passive-auxiliary persuaded
        persuaded persuade VERB:past-participle root              persuaded
        to        to       PART:to              auxiliary         dissolve
        dissolve  dissolve VERB:infinitive      open-clause       persuaded
        the       the      DET                  determiner        guard
        guard     guard    NOUN                 object            dissolve
    """)
    assert subject_of(hand, "dissolve") == ["council"]


def test_a_gerund_behind_a_preposition_is_the_deed_of_the_clause() -> None:
    hand = Hand("""
        Mayors  mayor   NOUN:plural             subject     fled
        fled    flee    VERB:past               root        fled
        without without ADP                     preposition fled
        signing sign    VERB:present-participle complement  without
        bills   bill    NOUN:plural             object      signing
    """)
    assert subject_of(hand, "signing") == ["Mayors"]


def test_who_was_kept_from_it_is_who_would_have_done_it() -> None:
    hand = Hand("""
        Troops  troop  NOUN:plural             subject     kept
        kept    keep   VERB:past               root        kept
        workers worker NOUN:plural             object      kept
        from    from   ADP                     preposition kept
        seizing seize  VERB:present-participle complement  from
        mints   mint   NOUN:plural             object      seizing
    """)
    assert subject_of(hand, "seizing") == ["workers"]


def test_an_agent_that_hangs_on_the_noun_before_it_is_found_if_it_can_act() -> None:
    lines = """
        She       she     PRON:pronoun         passive-subject   succeeded
        was       be      AUX:past             passive-auxiliary succeeded
        succeeded succeed VERB:past-participle root              succeeded
        as        as      ADP                  preposition       succeeded
        empress   empress NOUN                 complement        as
        by        by      ADP                  preposition       empress
        Basil     basil   PROPN                complement        by
    """
    hand, place = Hand(lines, Basil="person"), Hand(lines, Basil="place")
    assert texts(hidden_agents(hand.tree, hand.word("succeeded"), hand.grammar)) == ["Basil"]
    assert hidden_agents(place.tree, place.word("succeeded"), place.grammar) == []


def test_a_plan_is_to_be_done_by_those_who_have_it() -> None:
    hand = Hand("""
        Their  their PRON:possessive-pronoun possessor   plans
        plans  plan  NOUN:plural             subject     failed
        to     to    PART:to                 auxiliary   launch
        launch launch VERB:infinitive        participle  plans
        raids  raid  NOUN:plural             object      launch
        failed fail  VERB:past               root        failed
    """)
    assert subject_of(hand, "launch") == texts(possessors(hand.tree, hand.word("plans"))) == ["Their"]


def test_an_infinitive_behind_a_plain_noun_has_no_subject_of_its_own() -> None:
    hand = Hand("""
        The    the   DET             determiner  order
        order  order NOUN            subject     came
        to     to    PART:to         auxiliary   march
        march  march VERB:infinitive participle  order
        came   come  VERB:past       root        came
    """)
    assert subject_of(hand, "march") == []


def test_what_is_listed_is_one_group() -> None:
    hand = Hand("""
        Tsang   tsang   PROPN     subject     fled
        Li      li      PROPN     apposition  Tsang
        and     and     CCONJ     coordinator Li
        Zuo     zuo     PROPN     conjunct    Li
        fled    flee    VERB:past root        fled
    """)
    assert texts(members(hand.tree, hand.word("Tsang"))) == ["Tsang", "Li", "Zuo"]


def test_a_description_in_apposition_is_nobody_else() -> None:
    hand = Hand("""
        Zuo     zuo     PROPN     subject     fled
        a       a       DET       determiner  general
        general general NOUN      apposition  Zuo
        fled    flee    VERB:past root        fled
    """)
    assert texts(members(hand.tree, hand.word("Zuo"))) == ["Zuo"]


def test_a_phrase_goes_on_to_its_of_and_no_further() -> None:
    hand = Hand("""
        the     the     DET                   determiner  council
        old     old     ADJ                   modifier    council
        council council NOUN                  root        council
        of      of      ADP                   preposition council
        the     the     DET                   determiner  guilds
        guilds  guild   NOUN:plural           complement  of
        of      of      ADP                   preposition guilds
        Ghent   ghent   PROPN                 complement  of
        in      in      ADP                   preposition council
        Bruges  bruges  PROPN                 complement  in
        which   which   PRON:relative-pronoun subject     met
        met     meet    VERB:past             relative    council
    """)
    phrase = phrase_span(hand.tree, hand.word("council"), hand.grammar)
    assert phrase.quote(hand.document) == "the old council of the guilds of Ghent"
