"""What stands where a participant might, and is none: lengths, directions, places, what only says how."""

import pytest
from claim_reading import Told

SHIFT = "The hussars pushed the border guards twelve miles east."
CAMP = "After repelling an attack at White Marsh, Otto and his army camped at Lund."
MORALE = "The northern army, its morale raised by the news, rolled on, burning Arras and Autun."


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words"),
    [
        # how far and where to
        (SHIFT, "pushed", "target", ["the border guards"]),
        ("The hussars advanced nine leagues in two days.", "advanced", "target", []),
        ("In spring the brigade was sent south.", "sent", "target", ["the brigade"]),
        ("The engineers laid nine miles of track.", "laid", "target", ["nine miles of track"]),
        # where it was, not who
        ("Lyon was besieged, cutting the road to the south.", "cutting", "actor", []),
        ("The Danes were besieged in Autun, burning their ships.", "burning", "actor", ["The Danes"]),
        ("Bavaria had the most battles of any land.", "battles", "actor", []),
        # what came of it is not of its doer
        ("The edict led to fighting in the autumn.", "fighting", "actor", []),
        ("The abbot provoked the guilds into burning the gate.", "burning", "actor", ["the guilds"]),
        # a time is no deed
        ("After the sinking of the frigate Astrea, Denmark promised to send no ships.", "sinking", "actor", []),
        ("Upon questioning by the judge, the mayor fled.", "questioning", "actor", ["the judge"]),
        # what stands beside it, and not above
        ("The duke came to the aid of Danish forces retreating from Bergen.", "retreating", "actor", ["Danish forces"]),
        (MORALE, "rolled", "actor", ["The northern army"]),
        (MORALE, "burning", "actor", ["The northern army"]),
        # behind "of"
        ("The rebels made an unspoken declaration of war.", "declaration", "target", ["war"]),
        ("It grew into the bloodiest battle of the war.", "battle", "target", []),
        ("The victory brought on a declaration of secession from the League.", "declaration", "actor", []),
        ("The assembly received support from the League.", "support", "actor", ["the League"]),
        ("The wars of the Frisian League lasted a decade.", "wars", "actor", ["the Frisian League"]),
        # whoever has the aid is helped
        ("The folk fled, with the aid of the Frisian fleet, to Elba.", "aid", "target", ["The folk"]),
        # who begins the clause is in no row with what stands before it
        (CAMP, "attack", "target", ["White Marsh"]),
        (CAMP, "repelling", "actor", ["Otto", "his army"]),
        # a verb that reads like a participle
        ("The gazettes, which had been tame, turned on the duke.", "turned", "target", ["the duke"]),
        ("As the duke stormed the fort, hunger set in.", "stormed", "target", ["the fort"]),
        # ... and a participle that reads like a verb
        ("Denmark gave up, with the papers finally signed aboard a frigate, ending the war.", "signed", "actor", []),
        ("Denmark gave up, with the papers finally signed aboard a frigate, ending the war.", "ending", "actor", []),
        ("Their spirit broken, the hussars fled.", "broken", "actor", []),
        ("The mayor had the new Edict of Arras read to his guards.", "read", "actor", []),
        ("The mayor had the new Edict of Arras read to his guards.", "read", "target", ["the new Edict of Arras"]),
        # a participle before its noun, and a noun that reads like a verb
        ("The Danes used captured Frisian boats.", "used", "target", ["captured Frisian boats"]),
        ("The duke made use of recent Red Guard defeats in May.", "defeats", "target", ["Red Guard"]),
        # with whose help it was fought
        ("The Battle of Arras by the Danes with the help of Frisia lasted a day.", "Battle", "target", []),
        ("Danish casualties were heavy.", "casualties", "actor", []),
        # what binds nobody
        ("The truce brought the war to an end.", "end", "target", ["the war"]),
        ("The duke, on the other hand, recognised the League.", "recognised", "target", ["the League"]),
        ("First reports of the revolt came in May.", "reports", "actor", []),
        # by what means, and by whom
        ("The sick were moved by ship to Elba.", "moved", "actor", []),
        ("The mill was razed by fire.", "razed", "actor", ["fire"]),
        ("The raid failed, costing the Danes over 900 killed.", "killed", "target", ["900"]),
        # people who ...
        ("The law caused a break with Otto Weiss, who burned the charter.", "burned", "actor", ["Otto Weiss"]),
        (
            "People of Danish descent, who controlled the port, fled.",
            "controlled",
            "actor",
            ["People of Danish descent"],
        ),
        # who tells it, behind what is told
        ('"The raid of the guilds", writes Louise Weiss, "was a feint."', "writes", "actor", ["Louise Weiss"]),
        # no army is meant by "his"
        (
            "Executing his plan, the Frisian force, advancing from the south, stormed the fort.",
            "plan",
            "actor",
            ["his"],
        ),
        # a clause without a pronoun
        ("They kept most of the land they seized in May.", "seized", "actor", ["they"]),
        ("They rebuilt the wall the monks had destroyed.", "destroyed", "target", ["the wall"]),
    ],
)
def test_who_takes_part_and_who_does_not(text: str, trigger: str, role: str, words: list[str]) -> None:
    assert Told(text).role(trigger, role) == words
