"""Who did it where the clause does not say so by its subject: purposes, attempts, nouns, possessors and receivers."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words"),
    [
        # behind a noun that somebody has or makes
        ("The regiment landed at night in an attempt to seize the bridge.", "seize", "actor", ["The regiment"]),
        ("The duke gave up hope of regaining Arras.", "regaining", "actor", ["The duke"]),
        ("A Danish attempt to take the fort failed.", "take", "actor", ["Danish"]),
        ("They tried the abbot on charges of burning the barn.", "burning", "actor", []),
        # purposes
        ("His plan was to burn the harbour.", "burn", "actor", ["His"]),
        ("The ship was scuttled to prevent its seizure.", "prevent", "actor", []),
        ("The rebels used two cannons to shell the town.", "shell", "actor", ["The rebels"]),
        ("The duke forced the rebels to leave the town.", "leave", "actor", ["the rebels"]),
        ("The duke defeated the rebels to win the crown.", "win", "actor", ["The duke"]),
        # whom or what it is done to behind "against" and "to"
        ("The mill held out against the Danes.", "held out", "target", ["the Danes"]),
        ("They read the terms, to which the duke agreed.", "agreed", "target", ["the terms"]),
        ("As regent, Otto established a mint.", "established", "target", ["a mint"]),
        # nouns, by the clause that they stand in
        ("The rebels planned an attack on Autun.", "attack", "actor", ["The rebels"]),
        ("The guild prepared for a strike.", "strike", "actor", ["The guild"]),
        ("The Saxons lost many men in the Battle of Hollow Oak.", "Battle", "actor", ["The Saxons"]),
        ("The abbot died in the Battle of Hollow Oak.", "Battle", "actor", []),
        ("The khan feared an attack on Autun.", "attack", "actor", []),
        ("The queen began her second siege of Autun in May.", "siege", "actor", ["The queen"]),
        ("To please the duke, the mint was moved to Autun.", "please", "actor", []),
        ("The campaign marked the end of the war.", "end", "actor", ["The campaign"]),
        ("The campaign caused the end of the war.", "end", "actor", []),
        ("The guild set up patrols and opened negotiations with the duke.", "negotiations", "actor", ["The guild"]),
        # nouns, by what hangs on them
        ("Rebel attacks on the mill continued.", "attacks", "actor", ["Rebel"]),
        ("Morning attacks on the mill continued.", "attacks", "actor", []),
        ("A raid by the militia under Dumont failed.", "raid", "actor", ["the militia", "Dumont"]),
        # whoever changes does it, whatever changes undergoes it
        ("Otto then turned against the bishop.", "turned against", "actor", ["Otto"]),
        ("Prices in the valley grew.", "grew", "actor", []),
        ("A raid by the Frisian militia killed the abbot.", "killed", "actor", ["the Frisian militia"]),
        ("The massacre turned opinion against the khan.", "turned", "actor", ["The massacre"]),
        ("The province was under the control of the Ottomans.", "control", "actor", ["the Ottomans"]),
        ("The province was under the control of the Ottomans.", "control", "target", ["The province"]),
        ("The resistance of the guilds lasted a year.", "resistance", "actor", ["the guilds"]),
        ("The decision of the council angered him.", "decision", "actor", ["the council"]),
        ("The leadership of the league passed to Thebes.", "leadership", "target", ["the league"]),
        ("The king feared the capture of the island by Denmark.", "capture", "actor", ["Denmark"]),
        ("The output of the mine was reduced by 14 percent.", "reduced", "actor", []),
        ("The year's campaign ended in June.", "campaign", "actor", []),
        # whoever receives it does not do it
        ("The assembly received support from the bishop.", "support", "actor", ["the bishop"]),
        ("The assembly received support from the bishop.", "support", "target", ["The assembly"]),
        ("The regent obtained Danish help.", "help", "actor", ["Danish"]),
        ("The regent won a victory at Arras.", "victory", "actor", ["The regent"]),
        ("The duke gave him help.", "help", "target", ["him"]),
        ("The mayor faced resistance from the guilds.", "resistance", "target", ["The mayor"]),
        ("With the support of Pisa they took the bridge.", "support", "target", ["they"]),
        ("The siege ended with the support of Pisa.", "support", "target", []),
        ("Under pressure from the guilds, he changed the law.", "pressure", "target", ["he"]),
        ("He sent the militia under the command of Otto.", "command", "target", ["the militia"]),
        ("He sent the militia under the command of Otto.", "sent", "actor", ["He"]),
        # whom they fought, by the clause that the battle stands in
        ("The khan defeated Otto in a series of battles.", "battles", "target", ["Otto"]),
        ("Otto was killed in a battle.", "battle", "target", []),
        ("They fought a war on two fronts.", "fought", "target", []),
        # an object told before the verb
        ("They sailed to Corcyra, which they besieged and captured.", "captured", "target", ["Corcyra"]),
        ("They bought grain from Sicily, which the Danes tried to seize.", "seize", "target", ["Sicily"]),
        # whose arrest it is, and whose attack
        ("His appointment in 1830 pleased the army.", "appointment", "target", ["His"]),
        ("The king's arrest in May caused a riot.", "arrest", "target", ["The king"]),
        ("The king's arrest of the bishop caused a riot.", "arrest", "actor", ["The king"]),
        ("The king's defeat at Arras pleased them.", "defeat", "target", ["The king"]),
        ("The king's victory at Arras pleased them.", "victory", "actor", ["The king"]),
        ("The king's attack in May failed.", "attack", "actor", ["The king"]),
        # a possessor is named where the sentence names him
        ("General Orsini halted and then resumed his attack in May.", "attack", "actor", ["General Orsini"]),
        ("His attack in May failed.", "attack", "actor", ["His"]),
        # names that go on to the happening itself
        ("The duke lost an eye in the Greco-Persian wars.", "wars", "actor", ["The duke"]),
    ],
)
def test_who_does_it(text: str, trigger: str, role: str, words: list[str]) -> None:
    assert Told(text).role(trigger, role) == words
