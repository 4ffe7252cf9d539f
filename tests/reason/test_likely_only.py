"""Participants that are only likely: they may make something possible, and they contradict nobody."""

from dataclasses import replace

from builders import Story
from regesta.model.chronology import Chronology
from regesta.pipeline import reason
from regesta.rules.load import load_rules

TEXT = "The guards captured Pavia on 4 May 1796."


def told(rule: str) -> Chronology:
    story = Story(TEXT)
    story.entity("body", "The guards")
    story.entity("place", "Pavia")
    claim = story.claim("captured", "seize", time="1796-05-04", actor="The guards", target="Pavia", place="Pavia")
    roles = tuple(replace(r, rule=rule) if r.name in ("target", "place") else r for r in claim.roles)
    findings = replace(story.findings(), claims=(replace(claim, roles=roles),))
    return reason(findings, load_rules("en"))


def test_a_holding_that_rests_on_likelihood_is_possible_and_no_more() -> None:
    assert {t.strength for t in told("object").transitions if t.fluent == "holds"} == {"firm"}
    assert {t.strength for t in told("likely 0.74").transitions if t.fluent == "holds"} == {"weak"}
