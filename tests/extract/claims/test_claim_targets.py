"""To whom it was done and who did it, where a verb leaves open which: sentences read for real."""

import pytest
from claim_reading import Told

TURNED = "The bishop had turned against the guilds."
RISING = "The revolt by two villages against the abbot lasted a month."


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words"),
    [
        # people do what other things undergo
        (TURNED, "turned against", "actor", ["The bishop"]),
        ("Prices had fallen and the fever worsened.", "worsened", "target", ["the fever"]),
        ("The fighting began in May, and it ended in June.", "ended", "actor", []),
        ("A third faction emerged in 1848.", "emerged", "actor", ["A third faction"]),
        # whoever it is against
        (TURNED, "turned against", "target", ["the guilds"]),
        (RISING, "revolt", "target", ["the abbot"]),
        ("The monks roused the villagers against the abbot.", "roused", "target", ["the villagers", "the abbot"]),
        ("Against the abbot's hopes, the villagers fled.", "fled", "target", []),
        # nobody founds or builds a person: it is what stands right before the comma
        ("Otto Vane became head of the Academy, founded in 1920.", "founded", "target", ["the Academy"]),
        ("The first abbot of Ulm, founded in 1098, was Odo.", "founded", "target", ["Ulm"]),
        ("Otto Vane, elected in May, founded the club.", "elected", "target", ["Otto Vane"]),
        # how something stood is nothing that it does
        ("The office then lay vacant until May 1810.", "lay vacant", "target", ["The office"]),
        # who is helped or asked, by the clause that it is told in
        ("With the help of the Danes the burghers took Lund.", "help", "target", ["the burghers"]),
        ("Despite Danish help, Lund was taken by the abbot.", "help", "target", ["the abbot"]),
        ("Bishop Vane with support from the Danes took Lund.", "support", "target", ["Bishop Vane"]),
        ("The duke had the support of the guilds.", "support", "target", ["The duke"]),
        ("The duke had a pact with the guilds.", "pact", "target", ["the guilds"]),
        ("On orders from the abbot, the guard arrested ten weavers.", "orders", "target", ["the guard"]),
        ("On orders from the abbot, ten weavers were arrested by the guard.", "orders", "target", ["the guard"]),
        ("At the request of the abbot, ten weavers were arrested.", "request", "target", []),
        ("In May the duke rejected the demands of the guilds.", "demands", "target", ["the duke"]),
        ("In May the duke rejected the demand for bread.", "demand", "target", ["bread"]),
        # what is behind "of" where whoever does it is told, or could not
        ("In May the abbot's treatment of the weavers caused a revolt.", "treatment", "target", ["the weavers"]),
        ("The treatment of the weavers caused a revolt.", "treatment", "actor", ["the weavers"]),
        ("Bern sought the aid of Denmark in 1402.", "aid", "actor", ["Denmark"]),
        # who fought, by a participle, in a row of battles, or engaged in it
        ("The war fought by the Danes in 1402 ended.", "war", "actor", ["the Danes"]),
        ("The siege described by the abbot ended in 1402.", "siege", "actor", []),
        ("The Danes wore the garrison down in a series of battles.", "battles", "actor", ["The Danes"]),
        ("The Danes were engaged in negotiations with the abbot.", "negotiations", "actor", ["The Danes"]),
    ],
)
def test_who_did_it_and_to_whom(text: str, trigger: str, role: str, words: list[str]) -> None:
    """Both as a careful reader would note them."""
    assert Told(text).role(trigger, role) == words


@pytest.mark.parametrize(
    ("sentence", "trigger", "targets"),
    [
        ("The Danes besieged Lund, according to the annals.", "besieged", ["Lund"]),
        ("They planned an attack on the fleet at Lund and landings in Skane.", "attack", ["the fleet"]),
        ("They planned an attack on Lund and Ystad.", "attack", ["Lund", "Ystad"]),
        ("The troops advanced on all fronts.", "advanced", []),
        ("The abbot saw a bone that he had bought.", "bought", ["a bone"]),
    ],
)
def test_what_only_stands_near_is_no_target(sentence: str, trigger: str, targets: list[str]) -> None:
    assert Told(sentence).role(trigger, "target") == targets
