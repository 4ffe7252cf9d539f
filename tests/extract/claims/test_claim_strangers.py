"""Who does not belong to a happening, though the grammar of its sentence brings him near."""

import pytest
from claim_reading import Told
from claim_trees import Hand

from regesta.extract.syntax.mend import mend

HAD = """
envoys envoy NOUN:plural subject said
said say VERB:past root said
fire fire NOUN: subject had
had have AUX:past auxiliary ruined
ruined ruin VERB:past content-clause said
Ulm Ulm PROPN: object ruined
"""
BACKED = """
They they PRON:pronoun passive-subject beaten
were be AUX:past passive-auxiliary beaten
beaten beat VERB:past-participle root beaten
by by ADP: agent beaten
troops troop NOUN:plural complement by
backed back VERB:past adverbial-clause beaten
by by ADP: agent backed
galleys galley NOUN:plural complement by
"""


KEPT = """
Dorn dorn PROPN: subject kept
and and CCONJ: coordinator Dorn
Lund lund PROPN: conjunct Dorn
kept keep VERB:past modifier charge
sole sole ADJ: modifier charge
charge charge NOUN: content-clause left
Weiss weiss PROPN: subject left
left leave VERB:past root left
"""


def test_a_past_before_a_noun_is_what_those_before_it_did() -> None:
    hand = Hand(KEPT)
    mended = mend(list(hand.tree.tokens))
    doer, kept, charge = (mended[hand.word(text).i] for text in ("Dorn", "kept", "charge"))
    assert (doer.head, doer.relation) == (kept.i, "subject")
    assert (charge.head, charge.relation) == (kept.i, "object")
    assert (kept.head, kept.relation) == (hand.word("left").i, "content-clause")


def test_a_subject_hangs_on_its_verb_not_on_the_auxiliary() -> None:
    hand = Hand(HAD)
    fire = mend(list(hand.tree.tokens))[hand.word("fire").i]
    assert (fire.head, fire.relation) == (hand.word("ruined").i, "subject")


@pytest.mark.parametrize("relation", ["adverbial-clause", "conjunct"])
def test_what_is_done_by_somebody_is_done_to_the_noun_before_it(relation: str) -> None:
    hand = Hand(BACKED.replace("adverbial-clause", relation))
    backed = mend(list(hand.tree.tokens))[hand.word("backed").i]
    assert (backed.head, backed.relation, backed.form) == (hand.word("troops").i, "participle", "past-participle")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by by ADP: agent backed\n", "up up ADP: particle backed\n"),
        ("complement by\nbacked", "complement by\nuntil until SCONJ: marker backed\nbacked"),
        (
            "backed back VERB:past adverbial-clause",
            "and and CCONJ: coordinator beaten\nbacked back VERB:past conjunct",
        ),
    ],
)
def test_what_may_be_told_in_the_active_stays_as_it_is(old: str, new: str) -> None:
    hand = Hand(BACKED.replace(old, new))
    assert mend(list(hand.tree.tokens)) == hand.tree.tokens


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words"),
    [
        ("It was agreed that Riga would pay.", "agreed", "target", []),
        ("The town was poor. It became a ruin.", "became", "actor", ["It"]),
        ("The bishop ordered the monks to leave Cluny.", "ordered", "target", ["the monks"]),
        ("Gordon began a rising, resulting in the seizure of Perth.", "seizure", "actor", ["Gordon"]),
        ("The right of pursuit of the brigands was denied.", "pursuit", "actor", []),
        ("The right of pursuit of the brigands was denied.", "pursuit", "target", ["the brigands"]),
    ],
)
def test_who_has_a_part_and_who_has_none(text: str, trigger: str, role: str, words: list[str]) -> None:
    assert Told(text).role(trigger, role) == words


def test_who_has_a_subject_of_its_own_leads_to_nothing_of_the_other_clause() -> None:
    told = Told('Otto Weiss was an ally because Karl Brandt led the "Blue League", an alliance of weavers.')
    assert "Otto Weiss" not in told.who("alliance")


def test_a_clause_of_what_will_be_lends_its_subject_and_no_object() -> None:
    told = Told("The abbot claimed the tower would hold the bells for ever.")
    assert told.role("claimed", "target") == ["the tower"]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "name"),
    [
        ("Krall met Weiss. Krall had him shot.", "shot", "target", "Krall"),
        ("The rebels joined the Danes and let them burn Malmo.", "burn", "actor", "rebels"),
    ],
)
def test_nobody_has_done_to_him_what_he_lets_be_done_to_another(text: str, trigger: str, role: str, name: str) -> None:
    assert name not in Told(text).who(trigger, role)


def test_who_does_something_along_with_it_does_it_to_another() -> None:
    told = Told("The Danes landed at dawn. The Danes crossed the bridges, burning them.")
    assert told.who("burning") == ["Danes"]
    assert told.who("burning", "target") == ["bridges"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "role", "words"),
    [
        ("The Danes made raids into Bohemia, which were repulsed by the duke.", "repulsed", "target", ["raids"]),
        ("Otto founded abbeys in Saxony, which were sacked by the Magyars.", "sacked", "target", ["abbeys"]),
        ("Otto founded an abbey in Saxony, which was rich, and fled.", "founded", "target", ["an abbey"]),
        ("The Swedes sent envoys to Poland who were arrested by the king.", "arrested", "target", ["envoys"]),
        (
            "The brigade stormed the hill, thus doing what no other brigade had done and halting the Danes.",
            "halting",
            "actor",
            ["The brigade"],
        ),
        ("Supplies would be reduced by the siege and cut off when Otto took Ulm.", "cut off", "target", ["Supplies"]),
        ("Otto was hanged after being found guilty of treason by a court.", "hanged", "actor", []),
        ("Otto was hanged after being found guilty of treason by a court.", "found guilty", "actor", ["a court"]),
        ("Otto was hanged after being found guilty of treason by a court.", "found guilty", "target", ["Otto"]),
        ("One monk in every ten had been a casualty of the raid.", "casualty", "target", ["One monk"]),
        ('The abbot replied, "I do not know if the walls stood."', "replied", "target", []),
        ("Chief among the proposed changes was the removal of the abbot.", "removal", "target", ["the abbot"]),
        ("The market town of Arras, Flanders was burned.", "burned", "target", ["The market town of Arras"]),
        ("The cold kept the Danes from crossing the river and burning Ulm.", "crossing", "target", ["the river"]),
        ("The cold kept the Danes from crossing the river and burning Ulm.", "burning", "target", ["Ulm"]),
        ("The duke thought of crossing the river and burning Ulm.", "crossing", "target", ["the river"]),
        ("The duke thought of crossing the river and burning Ulm.", "burning", "target", ["Ulm"]),
        ("The exhibition of the army was exemplified by failed actions.", "exhibition", "actor", []),
        ("The walls had fallen, the abbot added.", "added", "actor", ["the abbot"]),
        ("They held out until December and Otto recommended a truce.", "recommended", "actor", ["Otto"]),
        ("They said they held out until May and Otto recommended a truce.", "recommended", "actor", ["Otto"]),
    ],
)
def test_nobody_is_taken_for_another_who_stands_nearer(
    sentence: str, trigger: str, role: str, words: list[str]
) -> None:
    assert Told(sentence).role(trigger, role) == words
