"""Verbs that the model knows only without their prefix."""

from regesta.extract.syntax import load_parser
from regesta.rules.load import load_rules

LEMMAS = {
    "retook": "retake",
    "re-took": "retake",
    "reoccupied": "reoccupy",
    "re-occupied": "reoccupy",
    "reentered": "reenter",
    "reappointed": "reappoint",
    "re-elected": "reelect",
    "co-founded": "cofound",
    "resigned": "resign",
    "reached": "reach",
    "overthrew": "overthrow",
    "underwent": "undergo",
    "hoped": "hope",
    "hopped": "hop",
    "waged": "wage",
    "besieged": "besiege",
}


def test_a_verb_with_a_prefix_has_the_lemma_of_the_verb_behind_it() -> None:
    parser = load_parser(load_rules("en").writing.syntax)
    (sentences,) = parser.trees([[f"In 1900 the rebels {word} the town of Norby." for word in LEMMAS]])
    found = {token[2]: token[3] for sentence in sentences for token in sentence}
    assert {word: found[word] for word in LEMMAS} == LEMMAS
