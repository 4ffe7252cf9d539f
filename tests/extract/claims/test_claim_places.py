"""Where it happened: fields of battle, stretches of land, rows of places, and parties that are no place."""

import pytest
from claim_reading import Told


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        # where a battle was
        ("The Saxons halted the march at the Battle of Hollow Oak.", "halted", ["Hollow Oak"]),
        ("They fought the Battle of Hollow Oak, in which the colonel was killed.", "killed", ["Hollow Oak"]),
        ("She surprised them in what became known as the Battle of Wolf Glen.", "surprised", ["Wolf Glen"]),
        ("The settlers landed at what would later be called Port Ellis.", "landed", ["Port Ellis"]),
        ("Forty militiamen formed up on the village green.", "formed up", ["the village green"]),
        ("The Battle of Seven Oaks lasted two days.", "Battle", ["Seven Oaks"]),
        # ... not what it was about
        ("The War of the Bavarian Succession lasted a year.", "War", []),
        # stretches of land that have no name
        ("The fleet raided farms along the coast in 1690.", "raided", ["the coast"]),
        ("The regent moved two regiments to the frontier.", "moved", ["the frontier"]),
        # behind "where" and "over which"
        ("They burned the inn where the envoys had met.", "met", ["the inn"]),
        ("The column reached Ardon, where the rear guard was caught and routed.", "routed", ["Ardon"]),
        ("They sailed to Ardon, where in May they began construction of a mill.", "construction", ["Ardon"]),
        ("They fled from the mill where guards had beaten them.", "beaten", ["the mill"]),
        # where what it was done to stands, and what it is a part of
        ("The duke's men seized munitions stored at Arras.", "seized", ["Arras"]),
        ("The duke's men seized casks filled by the monks at Arras.", "seized", ["Arras"]),
        ("They found the envoys hanged at Arras.", "found", ["Arras"]),
        ("The regent refused a plan drawn up by the friars at Arras.", "refused", []),
        ("The garrison withdrew to the northern part of the island.", "withdrew", ["the island"]),
        # where somebody goes for it, and where all that a clause tells was
        ("The fleet sailed to Corcyra to burn the docks.", "burn", ["Corcyra"]),
        ("The fleet left Corcyra to burn the docks.", "burn", []),
        ("At Corcyra the fleet won a battle, sinking ten ships.", "sinking", ["Corcyra"]),
        # where a body sits, not where an army was raised
        ("The Commune of Lyon was banned.", "banned", ["Lyon"]),
        ("The Army of the Rhine was disbanded.", "disbanded", []),
        # the town, not what it lies in
        ("The delegates met in Portland, Maine.", "met", ["Portland"]),
        # all of a row
        ("In 1807 the marshal invaded Portugal, Spain and Sicily.", "invaded", ["Portugal", "Spain", "Sicily"]),
        # ... as long as it is told of the same people
        ("The rebels stormed Narva and killed the bailiff.", "killed", ["Narva"]),
        ("The rebels stormed Narva, and the duke beat the Swedes.", "beat", []),
        # ... and behind a row of verbs that share all that is told behind
        ("The rear guard was engaged and routed at Narva.", "engaged", ["Narva"]),
        ("The monks washed and buried the abbot at Narva.", "washed", ["Narva"]),
        ("The rebels surrendered and were hanged at Narva.", "surrendered", []),
        # what hangs on the time
        ("In those years in Lund the guilds quarrelled.", "quarrelled", ["Lund"]),
        ("The council was dissolved during the winter of 1612 at Narva.", "dissolved", ["Narva"]),
        ("During the fighting around Lund the old mint was burned.", "burned", ["Lund"]),
        ("During the fighting around Lund the mint was burned and two clerks died.", "died", ["Lund"]),
        ("After his years in Lund, he quarrelled with the dean.", "quarrelled", []),
        # what "there" stands for, and at the head of a row of clauses
        ("The monks sailed to Lund and founded a school there.", "founded", ["Lund"]),
        ("In Lund the weavers rose, drove out the bailiff and burned his barns.", "burned", ["Lund"]),
        ("At Lund they drank, and at Narva they signed a treaty.", "signed", ["Narva"]),
        ("It was in Lund that the guilds met and elected a captain.", "elected", ["Lund"]),
        ("At Lund there was an attempt to burn the bishop's barns.", "burn", ["Lund"]),
        # the word alone, where the sentence names no place
        ("They kept bees there.", "kept", ["there"]),
        ("The militia marched home in May.", "marched home", ["home"]),
        ("The captain sent two men ashore.", "sent", ["ashore"]),
        ("The guard marched inland to Ulm.", "marched", ["Ulm"]),
        # houses, ships, what is near them and what only a part of them is
        ("He was shot in a cellar behind the brewery.", "shot", ["a cellar", "the brewery"]),
        ("The truce was signed aboard a steamer off Narva.", "signed", ["a steamer", "Narva"]),
        ("The guards were killed in front of the town hall.", "killed", ["the town hall"]),
        ("The rebels camped close to the mill.", "camped", ["the mill"]),
        ("The last of the guards fled to their ships.", "fled", ["their ships"]),
        ("The friars died in prison.", "died", ["prison"]),
        ("The friars drowned at sea in 1610.", "drowned", ["sea"]),
        ("The marshal retired from office.", "retired from", []),
        ("The envoy was thrown from a window.", "thrown", ["a window"]),
        ("A sword was found in a well in 1910.", "found", ["a well"]),
        ("The marshal sent two companies to that point.", "sent", ["that point"]),
        ("At this point the marshal withdrew.", "withdrew", []),
        ("The guilds elected Otto Brandt in his place.", "elected", []),
        ("The column was beaten east of Narva.", "beaten", ["Narva"]),
        ("The regiment fought at Narva under Marlborough.", "fought", ["Narva"]),
        # "the town in which" is the town named before it; what is wanted somewhere is not wanted there
        ("She died at Narva, the town in which she was baptised.", "died", ["Narva"]),
        ("She died at Narva, the town in which she was baptised.", "baptised", ["Narva"]),
        ("The guilds proposed to hold a fair in Narva.", "proposed", []),
        # ... nor what is voted on; the country that somebody comes to be at the head of
        ("The estates voted to admit Savoy.", "voted", []),
        ("The throne of Denmark passed to his nephew.", "passed to", ["Denmark"]),
        ("Otto Brandt took over as Denmark's leader.", "took over", ["Denmark"]),
        ("The queen made him bishop of Lund.", "made", []),
        # a place that gives itself up or rises, or those who are in it
        ("Casale surrendered to the marshal.", "surrendered", ["Casale"]),
        ("The garrison of Metz mutinied.", "mutinied", ["Metz"]),
        ("Denmark surrendered at Narva.", "surrendered", ["Narva"]),
        ("Denmark declared war.", "declared war", []),
        # before the subject, without a comma
        ("At Acre the Templars held out.", "held out", ["Acre"]),
        ("On Malta the knights held out.", "held out", ["Malta"]),
        # where a place is that a happening is at
        ("The envoys met the khan in a camp on the Volga.", "met", ["a camp", "the Volga"]),
        ("Two men were killed in the fighting around Caen.", "killed", ["Caen"]),
        ("The guards held the suburbs.", "held", ["the suburbs"]),
        ("At a congress held in Ulm the party was founded.", "founded", ["Ulm"]),
        ("Two monks were buried beneath the altar.", "buried", ["the altar"]),
        # what is said to or wanted from a country does not happen there
        ("The sultan declared war on Austria in 1683.", "declared war", []),
        ("The regent signed an alliance with Denmark.", "alliance", []),
        ("The khan obtained support from Persia.", "support", []),
        ("The khan returned from Persia.", "returned", ["Persia"]),
        ("The widow appealed to the High Court.", "appealed", []),
        ("The khan summoned the envoys to Kazan.", "summoned", ["Kazan"]),
    ],
)
def test_where_it_happened(text: str, trigger: str, words: list[str]) -> None:
    assert Told(text).role(trigger, "place") == words


def test_the_city_is_named_where_the_sentence_names_it() -> None:
    text = "The council met at Paris in 1410. The duke left Paris in May and then besieged the city."
    assert Told(text).role("besieged", "place") == ["Paris"]


def test_in_the_city_is_where_the_sentence_named_it() -> None:
    told = Told("The militia marched to Paris, beat the guards in the city and hanged three clerks.")
    assert told.role("beat", "place") == ["Paris"]


def test_there_stands_for_the_place_named_in_the_sentence_before() -> None:
    told = Told("The court moved to Narva. There the queen received the envoys.")
    assert told.who("received", "place") == ["Narva"]
