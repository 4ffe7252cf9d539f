"""Participants beyond the rules: leaders, names beside a description, and what the learned weights add and strike."""

import re
from dataclasses import replace

import pytest
from claim_reading import Told

from regesta.extract.claims import find
from regesta.extract.claims.bearing import Surroundings
from regesta.extract.claims.ranking import weigh_roles
from regesta.extract.claims.roles import roles_by_rule, surroundings
from regesta.model.claim import Role
from regesta.rules.role_weights import RoleWeights

FLEET = "The Danish fleet under the command of Admiral Juel attacked the Swedish convoy near Bornholm on 4 June 1676."


@pytest.mark.parametrize(
    ("text", "trigger", "role", "words"),
    [
        (FLEET, "attacked", "actor", ["The Danish fleet", "Admiral Juel"]),
        ("Irish troops led by Hugh Roe sacked Strabane.", "sacked", "actor", ["Irish troops", "Hugh Roe"]),
        ("The bridge was blown up by miners led by Karl Weber.", "blown up", "actor", ["miners", "Karl Weber"]),
        ("The regent was deposed by his brother Otto.", "deposed", "actor", ["his brother Otto"]),
        ("The khan asked for Ottoman help.", "help", "actor", ["Ottoman"]),
        ("The council dismissed the mayor, a brewer led by ambition.", "dismissed", "actor", ["The council"]),
        ("Three ships were lost in the Crimean War.", "War", "actor", []),
    ],
)
def test_who_stands_beside_the_doer(text: str, trigger: str, role: str, words: list[str]) -> None:
    assert Told(text).role(trigger, role) == words


def test_what_is_likely_bears_its_probability() -> None:
    reading = Told("The fleet sailed to Crete and subdued most of the island.")
    found = [r for c in reading.claims for r in c.roles if r.rule.startswith("likely")]
    assert found
    assert all(re.fullmatch(r"likely (0\.[4-9]\d|1\.00)", r.rule) for r in found)


def test_where_a_title_comes_from_is_no_place() -> None:
    assert Told("The rebels hanged the bishop of Sarlat in 1575.").role("hanged", "place") == []


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        # where people are from
        ("The sailmakers of Bergen struck in 1907.", "struck", []),
        ("The orphans of Ulm were moved by the dean to Lund.", "moved", ["Lund"]),
        # where what is told of it was
        ("The demolition of the chapel in Lund was stopped by a group of tanners.", "demolition", ["Lund"]),
        ("The demolition of the chapel in Lund was stopped by a group of tanners.", "stopped", []),
        # where another clause was
        ("The duke abdicated at Ulm and was escorted to Lund.", "escorted", ["Lund"]),
        ("The court moved to Lund when the Danes approached the river.", "approached", ["the river"]),
    ],
)
def test_where_others_are_it_was_not(text: str, trigger: str, words: list[str]) -> None:
    assert Told(text).role(trigger, "place") == words


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> Surroundings:
    """What stands around "attacked" in the sentence on the fleet, read by the rules alone."""
    heard: list[Surroundings] = []

    def listen(tree, trigger, casting):  # type: ignore[no-untyped-def]
        roles = roles_by_rule(tree, trigger, casting)
        heard.append(surroundings(tree, trigger, casting, roles))
        return roles

    monkeypatch.setattr(find, "fill_roles", listen)
    Told(FLEET)
    return next(a for a in heard if a.trigger.token.text == "attacked")


def weights(odds: float) -> RoleWeights:
    return RoleWeights(("target", "place"), ({"bias": odds}, {"bias": odds}))


def told(roles: tuple[Role, ...], name: str) -> list[str]:
    return [r.rule for r in roles if r.name == name]


def test_certain_weights_add_without_taking_what_the_rules_gave(around: Surroundings) -> None:
    found = weigh_roles(around, weights(9.0))
    assert set(around.roles) <= set(found)
    assert "likely 1.00" in told(found, "place")
    actors = {r.span for r in found if r.name == "actor"}
    assert not actors & {r.span for r in found if r.name == "target"}


def test_hopeless_weights_strike_what_they_weigh_and_nothing_else(around: Surroundings) -> None:
    found = weigh_roles(around, weights(-9.0))
    assert told(found, "target") == told(found, "place") == []
    assert told(found, "actor") == told(around.roles, "actor") != []


def test_middling_weights_leave_the_rules_alone(around: Surroundings) -> None:
    assert weigh_roles(around, weights(-1.0)) == around.roles


def test_a_candidate_is_a_noun_phrase_that_is_no_time(around: Surroundings) -> None:
    words = {c.token.text for c in around.candidates}
    assert {"fleet", "Juel", "convoy", "Bornholm"} <= words
    assert not words & {"June", "1676", "attacked", "The"}


def test_without_candidates_the_rules_stand(around: Surroundings) -> None:
    assert weigh_roles(replace(around, candidates=()), weights(9.0)) == around.roles
