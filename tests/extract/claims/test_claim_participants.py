"""Who took part and where: sentences read for real, each with what a careful reader would and would not tell."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("sentence", "trigger", "role", "expected"),
    [
        # an office and, behind a comma, who has it; a title is none
        ("The mayor of Lund, Karl Brandt, opened the hall.", "mayor", "actor", ["Karl Brandt"]),
        ("The mayor of Lund, Karl Brandt, opened the hall.", "mayor", "place", ["Lund"]),
        ("They arrested Lund's governor, Karl Brandt, in May.", "governor", "target", ["Lund"]),
        ("The president during the vote, Karl Brandt, left in May.", "president", "target", []),
        # objects that joined verbs share
        ("In May the Danes entered and occupied Lund.", "entered", "target", ["Lund"]),
        ("The rebels besieged, took, and burned the town in May.", "took", "target", ["the town"]),
        ("The Danes retreated, and in May burned Lund.", "retreated", "target", []),
        # a state that came about: the parser takes it for an adjective
        ("The harbour's gates were closed, and the fleet moved out.", "closed", "target", ["The harbour's gates"]),
        # all of those named before
        ("The king wrote to Basel and Bern, both of whom refused the tax.", "refused", "actor", ["Basel", "Bern"]),
        (
            "The king sent Dumont to Lund with ten ships, to assume command of the garrison.",
            "assume command",
            "actor",
            ["Dumont"],
        ),
        # a noun in all but its form
        ("Nobody was paid before signing of the charter.", "signing", "target", ["the charter"]),
        ("Nobody was paid before signing of the charter.", "signing", "actor", []),
        # a battle or an attack that something else is told to be in; what is done by means of something
        ("The regiment was beaten in an ambush near Lund.", "ambush", "target", ["The regiment"]),
        ("Brandt was shot by General Vega in an ambush.", "ambush", "actor", ["General Vega"]),
        ("Ten Danes were killed in the Battle of Lund.", "Battle", "target", []),
        ("He won support by the creation of a guild.", "creation", "actor", ["He"]),
        ("He arrived by the time of the siege of Lund.", "siege", "actor", []),
        # who is helped or sent something, and what somebody is freed from
        ("The king sent help to the Danish army.", "sent", "target", ["help", "the Danish army"]),
        ("The king came from the Danish army.", "came", "target", []),
        ("The prisoners were released from custody.", "released", "target", ["The prisoners"]),
        # who is brought to it, was the first to do it, or is said to be it
        ("Brandt incited the towns to rebellion against the king.", "rebellion", "actor", ["the towns"]),
        ("Brandt incited the towns during a Danish rebellion.", "rebellion", "actor", ["Danish"]),
        ("Denmark was the first to sign the treaty.", "sign", "actor", ["Denmark"]),
        ("The Charter of Lund was a refusal to recognise the duke.", "refusal", "actor", ["The Charter of Lund"]),
        ("Danish forces under Swedish command captured the fort.", "captured", "actor", ["Danish forces", "Swedish"]),
        # those that go or are sent with somebody
        ("Brandt returned with several officers in May.", "returned", "actor", ["Brandt", "several officers"]),
        ("Brandt returned with the gold in May.", "returned", "actor", ["Brandt"]),
        ("The king sent Brandt to Lund with a small force.", "sent", "target", ["Brandt", "a small force"]),
        # two plain nouns that share what stands before them
        ("Many scholars and printers were sent to Lund.", "sent", "target", ["Many scholars and printers"]),
        ("The mayor and prefect were sent to Lund.", "sent", "target", ["The mayor", "prefect"]),
        # who holds what, by how the sentence has it
        ("The rebels remained in control of the town.", "remained", "actor", ["The rebels"]),
        ("The town remained under the control of the rebels.", "remained", "actor", ["the rebels"]),
        # what is threatened and declared; whose deed it is by the name of a people
        ("The threat of mutiny was rife.", "threat", "target", ["mutiny"]),
        ("The threat of the council was heard.", "threat", "actor", ["the council"]),
        ("The ambassador feared an Indian revolt.", "revolt", "actor", ["Indian"]),
        ("The Greco-Persian wars ended.", "ended", "target", ["The Greco-Persian wars"]),
        # the name of one who is described
        ("The army was commanded by the Danish general, Karl Brandt.", "commanded", "actor", ["Karl Brandt"]),
        # those told beside others
        (
            "In May, twelve weavers were arrested as well as forty of the duke's servants.",
            "arrested",
            "target",
            ["twelve weavers", "forty of the duke's servants"],
        ),
        (
            "The troops killed the duke's sons along with one of his nephews.",
            "killed",
            "target",
            ["the duke's sons", "one of his nephews"],
        ),
        ("Brandt with his army of miners joined the movement.", "joined", "actor", ["Brandt", "his army of miners"]),
        ("Brandt with a heavy heart joined the movement.", "joined", "actor", ["Brandt"]),
        ("The fleet destroyed equipment, including two cranes.", "destroyed", "target", ["equipment", "two cranes"]),
        # what a ruling or a refusal is about
        ("The court ruled that the edict of 1630 was void.", "ruled", "target", ["the edict of 1630"]),
        ("The duke complained that he was ill.", "complained", "target", []),
        ('The duke said: "Lund and Basel are lost."', "said", "target", []),
        ("Denmark refused to recognise the new duke.", "refused", "target", ["the new duke"]),
        ("The king heard that the towns were ready to accept Danish rule.", "accept", "actor", ["the towns"]),
    ],
)
def test_who_takes_part(sentence: str, trigger: str, role: str, expected: list[str]) -> None:
    assert Told(sentence).role(trigger, role) == expected


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("Denmark invaded Holstein in May.", "invaded", ["Holstein"]),
        # whoever is beaten, tried or made peace with is a party
        ("Denmark defeated Sweden in May.", "defeated", []),
        ("The duke vowed to punish Basel and Bern.", "punish", []),
        # a state that is set up or ends is nowhere by that; an invaded one is somewhere
        ("A republic was proclaimed in May.", "proclaimed", []),
        ("The Danes invaded the Holy Roman Empire.", "invaded", ["the Holy Roman Empire"]),
        # plain things that nothing points to
        ("The army burned whole cities.", "burned", []),
        ("The army burned the city.", "burned", ["the city"]),
        # what it became, and what went before
        ("The duchy became a client kingdom of Denmark.", "became", []),
        ("The towns lost after the Battle of Lund were never regained.", "lost", ["The towns"]),
        # stretches of land, buildings, and what stands "on" one
        ("The herdsmen would not leave their lands.", "leave", ["their lands"]),
        (
            "The blaze began in the workshop of Anna Brandt in Mill Lane.",
            "began",
            ["the workshop of Anna Brandt", "Mill Lane"],
        ),
        ("On some estates, half of the weavers died of cold.", "died", ["some estates"]),
        ("The council voted on the budget.", "voted", []),
        # a row of places, whatever each of its names may be called elsewhere
        (
            "The revolts in Denmark, Clara, Sweden and Norway were put down.",
            "revolts",
            ["Denmark", "Clara", "Sweden", "Norway"],
        ),
        # where those are that do or undergo it
        ("Many people from Denmark began to move west.", "move", ["Denmark"]),
        ("His policy toward Denmark changed in May.", "changed", []),
        ("Production in the mills was halted in May.", "halted", ["the mills"]),
        # what a treaty is called after
        ("Denmark and Sweden signed the Treaty of Versailles.", "signed", ["Versailles"]),
        ("The Treaty of Versailles ended the war.", "ended", []),
        # where they had to do it, and what went on meanwhile
        ("They came to Lund, where they had to live.", "live", ["Lund"]),
        ("Brandt was shot while crossing the bridge of Lund.", "shot", ["Lund"]),
        ("Brandt was shot while sailing to Lund.", "shot", []),
        # the verb joined before, and what is meant by going somewhere
        ("The Danes attacked the castle of Malmö in May, but were repulsed.", "repulsed", ["Malmö"]),
        ("The Danes attacked Malmö in May, and the king died.", "died", []),
        ("The fleet sailed to Malmö, which the Danes besieged and captured.", "captured", ["Malmö"]),
        ("The king sent a fleet to attack Malmö.", "sent", ["Malmö"]),
        ("The king sent a fleet because Malmö fell.", "sent", []),
    ],
)
def test_where_it_happened(sentence: str, trigger: str, expected: list[str]) -> None:
    assert Told(sentence).role(trigger, "place") == expected
