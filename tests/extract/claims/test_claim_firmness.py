"""How firmly a sentence tells of a happening: read for real."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The earl escaped execution by fleeing to Ulm.", "fleeing", "asserted"),
        ("The earl escaped execution by fleeing to Ulm.", "execution", "denied"),
        ("The earl had to choose between burning the mill and selling it.", "burning", "possible"),
        ("Every mill in the valley was burned.", "burned", "asserted"),
        ("The fleet arrived too late to save Lund.", "save", "denied"),
        ("The fleet arrived late to save Lund.", "save", "planned"),
        ("Otto vainly sought to recover the abbey.", "recover", "denied"),
        ("The council chose Otto to govern Lund.", "govern", "planned"),
        ("It is not true that Otto burned the mill.", "burned", "possible"),
        ("The duke announced a new offensive.", "offensive", "planned"),
        ("By his own account Otto burned the mill.", "burned", "reported"),
        ("In the legend, the queen burned the mill.", "burned", "reported"),
        ("The queen burned the mill in the legend.", "burned", "asserted"),
        ("If the monks are to be believed, Otto burned the mill.", "burned", "reported"),
        ("If the monks are believed, Otto will burn the mill.", "burn", "planned"),
        ("Fearing defeat, the Danes withdrew.", "defeat", "possible"),
        ("The Danes were confident of victory.", "victory", "possible"),
        ("Otto was about to be crowned when the Danes landed.", "landed", "asserted"),
        ("The army was preparing to attack when the king died.", "died", "asserted"),
        ("The army was planning to attack when the rains ended.", "ended", "planned"),
        ("Otto was accused of murder.", "murder", "reported"),
        ("Otto was accused of the murder of the earl.", "murder", "asserted"),
        ("Otto was convicted of murder.", "murder", "asserted"),
        ("The earl refused to meet them in battle.", "battle", "denied"),
        ("They were pardoned on condition that they handed over the guns.", "handed over", "planned"),
        ("The guilds backed the expulsion and the banishment of the weavers.", "banishment", "planned"),
        ("The empress did not oppose the deposition of the patriarch.", "deposition", "possible"),
        ("The Danes supported the siege of Narva with ships.", "siege", "asserted"),
        ("The burghers protested against the expulsion of the weavers.", "expulsion", "asserted"),
        ("The victory allowed the capture of Narva.", "capture", "asserted"),
        ("The governor permitted the construction of a chapel.", "construction", "possible"),
        ("The defeat at Lund meant the end of the siege.", "defeat", "asserted"),
        ("The town could have been saved by a quick attack.", "attack", "possible"),
        ("The town was saved by a quick attack.", "attack", "asserted"),
        ("The sale of the mill should have been prevented.", "sale", "asserted"),
        ("The guns made storming the fort impossible.", "storming", "denied"),
        ("They waited for reform until the death of the king.", "death", "asserted"),
        ("They attacked Narva while the fleet sailed to Skane.", "sailed", "asserted"),
        ("They planned to burn the fleet while rounding the cape.", "burn", "planned"),
        ("The council formed a guard stationed at the bridge.", "stationed", "asserted"),
        ("Mud, coupled with snow, made crossing the river difficult.", "crossing", "possible"),
        ("The envoy reported one monk killed.", "killed", "reported"),
        ("The envoy buried one monk killed by the Danes.", "killed", "asserted"),
        ("The court heard of an alleged plot involving the bishop.", "involving", "reported"),
        ("The court heard of a plot involving the bishop.", "involving", "asserted"),
        ("He was brought to Lund for the trial of the reeve.", "trial", "asserted"),
    ],
)
def test_how_firmly_it_is_said(sentence: str, trigger: str, status: str) -> None:
    assert Told(sentence).status(trigger) == status


def test_what_leaves_somebody_in_a_state_is_no_leaving() -> None:
    assert Told("The drought left the army weary.").claims == ()
    assert Told("The army left Lund in May.").kind("left") == "leave"


def test_an_aim_that_only_describes_is_no_happening() -> None:
    told = Told("The army launched raids aimed at the ports.")
    assert [told.quote(c.trigger) for c in told.claims] == ["raids"]


def test_defences_are_works_and_a_defence_is_a_deed() -> None:
    assert Told("The defences of Lund were strong.").claims == ()
    assert Told("The defence of Lund lasted a year.").kind("defence") == "hold"
