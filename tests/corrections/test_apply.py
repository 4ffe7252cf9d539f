"""What each correction does to what was read, and what becomes of those that find nothing to do."""

from dataclasses import replace

import pytest

from line_reading import read_lines
from regesta.corrections import Correction, Fields, Outcome, apply_corrections
from regesta.corrections.anchors import Places
from regesta.corrections.bench import Knowledge
from regesta.extract.times import parse_date
from regesta.model.chronology import Findings
from regesta.model.claim import Claim
from regesta.model.text import Span
from regesta.reason import group_claims
from regesta.rules.load import load_rules

RULES = load_rules("en")
KNOWLEDGE = Knowledge(RULES.event_types, parse_date)
TEXT = """\
On 1201-05-01 Otto captured Lund.
On 1201-06-02 Anna besieged Ribe.
Otto left it.
On 1202-01-09 Bela fortified Lund.
On 1201-05-01 Otto captured Lund.
It was quiet.
"""


def at(findings: Findings, words: str, nth: int = 0) -> Correction:
    """A bare correction at words of the text."""
    document = findings.documents[0]
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    span = Span(document.id, start, start + len(words))
    sentence = next(s.span for s in findings.sentences if s.span.covers(span))
    claims = [c for c in findings.claims if c.trigger == span]
    read_as, claim = (claims[0].type, claims[0].id) if claims else ("", "")
    made = Places(findings.documents).anchor(span, sentence, read_as, claim)
    return Correction("reject", (made,))  # type: ignore[arg-type]


def correct(action: str, words: str, nth: int = 0, text: str = TEXT, **fields: object) -> tuple[Findings, Outcome]:
    findings = read_lines(text)
    anchors = at(findings, words, nth).anchors
    made = Correction(action, anchors, Fields(**fields))  # type: ignore[arg-type]
    applied = apply_corrections(findings, [made], KNOWLEDGE)
    return applied.findings, applied.outcomes[0]


def claim_at(findings: Findings, words: str, nth: int = 0) -> Claim:
    found = [c for c in findings.claims if c.trigger.quote(findings.documents[0]) == words]
    return found[nth]


def named(findings: Findings, claim: Claim, role: str) -> list[str]:
    names = {e.id: e.name for e in findings.entities}
    return [names[r.entity] if r.entity else r.span.quote(findings.documents[0]) for r in claim.fillers(role)]


def test_nothing_corrected_is_nothing_changed() -> None:
    findings = read_lines(TEXT)
    assert apply_corrections(findings, [], KNOWLEDGE).findings is findings


def test_a_rejected_claim_goes_and_its_twin_stays() -> None:
    findings, outcome = correct("reject", "captured", 1)
    assert outcome.result == "applied"
    assert [c.trigger.start for c in findings.claims if c.type == "seize"] == [TEXT.index("captured")]


@pytest.mark.parametrize(
    ("given", "edtf", "days"),
    [("1201-08", "1201-08", 31), ("1201-08-01/..", "1201-08-01/..", None), ("120X", "120X", 3653)],
)
def test_a_time_is_set_as_edtf(given: str, edtf: str, days: int | None) -> None:
    findings, outcome = correct("edit", "besieged", time=given)
    told = claim_at(findings, "besieged").time
    assert outcome.result == "applied"
    assert told.when is not None
    assert (told.when.edtf, told.basis) == (edtf, "corrected")
    assert days is None or told.when.latest - told.when.earliest + 1 == days  # type: ignore[operator]


def test_a_time_can_be_taken_away() -> None:
    findings, _ = correct("edit", "besieged", time="none")
    assert claim_at(findings, "besieged").time.when is None


def test_an_edit_changes_what_it_says_and_nothing_else_and_is_in_the_evidence() -> None:
    before = claim_at(read_lines(TEXT), "besieged")
    findings, outcome = correct("edit", "besieged", status="planned", type="invade")
    after = claim_at(findings, "besieged")
    assert (after.id, after.type, after.status, after.confidence) == (before.id, "invade", "planned", 1.0)
    assert (after.roles, after.time, after.evidence.quotes) == (before.roles, before.time, before.evidence.quotes)
    assert after.evidence.rule == f"correction/edit/{outcome.correction.id}"
    assert outcome.claims == (before.id,)


@pytest.mark.parametrize(
    ("words", "role", "fillers", "names"),
    [
        ("left", "place", ("it = Lund",), ["Lund"]),
        ("left", "place", ("Lund",), ["Lund"]),
        ("left", "actor", (), []),
        ("left", "actor", ("Otto", "Anna"), ["Otto", "Anna"]),
        ("besieged", "actor", ("Anna besieged Ribe",), ["Anna besieged Ribe"]),
    ],
)
def test_participants_are_words_or_names(words: str, role: str, fillers: tuple[str, ...], names: list[str]) -> None:
    findings, outcome = correct("edit", words, roles=((role, fillers),))
    assert (outcome.result, outcome.reason) == ("applied", "")
    assert sorted(named(findings, claim_at(findings, words), role)) == sorted(names)


def test_a_participant_from_elsewhere_keeps_the_words_of_the_sentence_that_stood_for_it() -> None:
    findings, _ = correct("edit", "left", roles=(("place", ("Lund",)),))
    (role,) = claim_at(findings, "left").fillers("place")
    assert role.span.quote(findings.documents[0]) == "it"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"type": "picnic"}, "no type of happening"),
        ({"time": "soon"}, "no date in EDTF"),
        ({"roles": (("cook", ("Otto",)),)}, '"cook" is no role'),
        ({"roles": (("actor", ("Nobody",)),)}, "neither words of the sentence nor a name"),
        ({"roles": (("actor", ("Zed = Otto",)),)}, "do not stand in the sentence"),
    ],
)
def test_what_does_not_fit_is_unused_whole_and_says_why(fields: dict[str, object], why: str) -> None:
    findings, outcome = correct("edit", "left", **{"status": "planned", **fields})
    assert outcome.result == "unused"
    assert why in outcome.reason
    assert findings == read_lines(TEXT)


def test_an_addition_reads_what_was_not_read() -> None:
    findings, _ = correct("add", "quiet", type="end", roles=(("place", ("Lund",)),), time="1202")
    added = claim_at(findings, "quiet")
    assert (added.type, added.status, named(findings, added, "place")) == ("end", "asserted", ["Lund"])
    assert findings.claims[-1] == added


def test_an_addition_to_what_is_read_by_now_makes_no_second_claim() -> None:
    findings, outcome = correct("add", "besieged", type="siege", status="planned")
    assert outcome.result == "applied"
    assert [c.status for c in findings.claims if c.type == "siege"] == ["planned"]


def test_what_was_accepted_stays_even_if_it_is_not_read_any_more() -> None:
    findings, outcome = correct(
        "accept", "quiet", type="end", status="reported", time="1202", roles=(("actor", ("Anna",)),)
    )
    assert outcome.result == "applied"
    assert named(findings, claim_at(findings, "quiet"), "actor") == ["Anna"]


def test_a_rejection_holds_for_the_reading_that_was_rejected_alone() -> None:
    anchors = at(read_lines(TEXT), "besieged").anchors
    other = read_lines(TEXT)
    claims = tuple(c if c.type != "siege" else _retyped(c, "battle") for c in other.claims)
    applied = apply_corrections(replace(other, claims=claims), [Correction("reject", anchors)], KNOWLEDGE)
    assert applied.outcomes[0].result == "unused"
    assert 'read as "battle"' in applied.outcomes[0].reason


def _retyped(claim: Claim, kind: str) -> Claim:
    return replace(claim, type=kind)


def test_a_correction_holds_where_more_words_are_read_as_the_trigger_by_now() -> None:
    findings = read_lines(TEXT)
    edit = Correction("edit", at(findings, "besieged").anchors, Fields(status="planned"))
    siege = claim_at(findings, "besieged")
    wider = replace(siege, trigger=Span(siege.trigger.document, siege.trigger.start, siege.trigger.end + 5))
    claims = tuple(wider if c == siege else c for c in findings.claims)
    applied = apply_corrections(replace(findings, claims=claims), [edit], KNOWLEDGE)
    assert applied.outcomes[0].result == "applied"
    assert claim_at(applied.findings, "besieged Ribe").status == "planned"


def test_two_accounts_are_joined_and_parted() -> None:
    findings = read_lines(TEXT)
    assert len(group_claims(findings, RULES.event_types)) == 4
    first, second, siege = at(findings, "captured"), at(findings, "captured", 1), at(findings, "besieged")
    parted = apply_corrections(findings, [Correction("split", second.anchors)], KNOWLEDGE)
    assert len(group_claims(parted.findings, RULES.event_types, parted.verdicts)) == 5
    merge = Correction("merge", (*first.anchors, *siege.anchors))
    joined = apply_corrections(findings, [merge], KNOWLEDGE)
    events = group_claims(joined.findings, RULES.event_types, joined.verdicts)
    assert len(events) == 3
    (together,) = [e for e in events if len(e.claims) == 3]
    assert together.reason == merge.rule
    again = apply_corrections(findings, [merge, Correction("split", siege.anchors)], KNOWLEDGE)
    assert len(group_claims(again.findings, RULES.event_types, again.verdicts)) == 4


def test_accounts_of_different_status_are_not_joined() -> None:
    findings = read_lines(TEXT)
    first, siege = at(findings, "captured"), at(findings, "besieged")
    edit = Correction("edit", first.anchors, Fields(status="planned"))
    merge = Correction("merge", (*first.anchors, *siege.anchors))
    applied = apply_corrections(findings, [edit, merge], KNOWLEDGE)
    assert [o.result for o in applied.outcomes] == ["applied", "unused"]
    assert applied.verdicts == ()


def test_here_words_mean_somebody_else() -> None:
    findings, outcome = correct("identity", "Otto", 1, name="Otto of Lund", kind="person")
    assert outcome.claims == (claim_at(findings, "left").id,)
    assert named(findings, claim_at(findings, "left"), "actor") == ["Otto of Lund"]
    assert named(findings, claim_at(findings, "captured"), "actor") == ["Otto"]


def test_everywhere_a_name_is_changed_or_joined_to_another() -> None:
    renamed, _ = correct("identity", "Lund", name="Lund in Scania", everywhere=True, point=(55.7, 13.2))
    assert named(renamed, claim_at(renamed, "fortified"), "place") == ["Lund in Scania"]
    (lund,) = [e for e in renamed.entities if e.name == "Lund in Scania"]
    assert lund.coordinates is not None
    assert lund.coordinates.latitude == 55.7
    assert lund.names == ("Lund in Scania", "Lund")
    joined, outcome = correct("identity", "Bela", name="Otto", everywhere=True)
    assert outcome.result == "applied"
    assert "Bela" not in {e.name for e in joined.entities}
    assert named(joined, claim_at(joined, "fortified"), "actor") == ["Otto"]


def test_words_about_a_name_mean_whom_the_name_does() -> None:
    """An article is no part of a name."""
    findings, outcome = correct("identity", "besieged Ribe", name="Lund")
    besieged = claim_at(findings, "besieged")
    assert outcome.claims == (besieged.id,)
    assert "Lund" in [name for role in ("target", "place") for name in named(findings, besieged, role)]


def test_words_that_named_nobody_can_be_told_whom_they_mean() -> None:
    findings, outcome = correct("identity", "it", name="Lund")
    assert outcome.claims == (claim_at(findings, "left").id,)
    assert named(findings, claim_at(findings, "left"), "place") == ["Lund"]
    _, refused = correct("identity", "it", everywhere=True)
    assert (refused.result, refused.reason) == ("unused", "nobody is named there; set a name")


def test_all_ids_still_lead_somewhere() -> None:
    for action, words, fields in [
        ("reject", "captured", {}),
        ("identity", "Bela", {"name": "Otto", "everywhere": True}),
        ("identity", "Otto", {"name": "Somebody"}),
        ("add", "quiet", {"type": "end", "roles": (("actor", ("Anna",)),)}),
    ]:
        findings, outcome = correct(action, words, **fields)  # type: ignore[arg-type]
        assert outcome.result == "applied"
        known = {e.id for e in findings.entities}
        assert {r.entity for c in findings.claims for r in c.roles} - {None} <= known
        assert {m.entity for m in findings.mentions} - {None} <= known
        mentions = {m.id for m in findings.mentions}
        assert {m for e in findings.entities for m in e.mentions} <= mentions
