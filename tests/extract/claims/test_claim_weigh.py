"""Triggers are weighed by what annotated texts taught; without it the rules speak alone. The evidence says which."""

from dataclasses import replace

import pytest
from claim_reading import LANGUAGES, Told

from regesta import pipeline
from regesta.extract.claims.weigh import log_odds
from regesta.model.claim import Claim
from regesta.rules.lexicon import Lexicon
from regesta.rules.load import Rules, load_rules
from regesta.rules.weights import Weights

TEXT = "On 4 May 1204 the doge attacked the harbour, and the emperor fled."


def claims(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> dict[str, Claim]:
    lexicon = replace(load_rules(LANGUAGES[0]).lexicon, weights=weights)
    find = pipeline.find_claims

    def with_weights(*given: object) -> object:
        return find(*(lexicon if isinstance(g, Lexicon) else g for g in given))  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "find_claims", with_weights)
    told = Told(TEXT)
    return {told.quote(c.trigger): c for c in told.claims}


def test_what_is_too_unlikely_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    found = claims(Weights({"lemma=flee": -3.0}, bias=2.0, least=-0.6), monkeypatch)
    assert set(found) == {"attacked"}


def test_the_likelihood_is_the_confidence_and_the_evidence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    found = claims(Weights({"lemma=flee": -1.0}, bias=1.0, least=-0.6), monkeypatch)
    assert (found["attacked"].confidence, found["fled"].confidence) == (0.73, 0.5)
    assert all(c.evidence.rule.endswith(", weighed") for c in found.values())


def test_without_weights_the_rules_speak_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = claims(Weights(), monkeypatch)
    assert {c.confidence for c in found.values()} == {0.9}
    assert not any("weighed" in c.evidence.rule for c in found.values())


def test_the_sum_does_not_hang_on_the_last_digits() -> None:
    weights = Weights({f"t{n}": 0.1 for n in range(30)}, bias=-3.0)
    assert log_odds(weights, [f"t{n}" for n in range(30)]) == 0.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_act_outweighs_a_mere_description(language: str) -> None:
    rules: Rules = load_rules(language)
    assert rules.lexicon.weights.by_trait
    told = Told("In 1204 the doge seized the harbour. The town is called the pearl of the sea, and it lies on a hill.")
    assert [told.quote(c.trigger) for c in told.claims] == ["seized"]
