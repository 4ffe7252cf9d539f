"""Whole stories: claims in, who held what out."""

from dataclasses import replace
from importlib.resources import files

import pytest

from builders import Story, when
from regesta.model.calendars import from_iso
from regesta.model.chronology import Chronology
from regesta.model.claim import Role
from regesta.pipeline import reason_about
from regesta.reason import holders_on
from regesta.rules.event_types import EventTypes, read_event_types
from regesta.rules.problems import Problems


@pytest.fixture(scope="module")
def types() -> EventTypes:
    knowledge = files("regesta") / "knowledge"
    return read_event_types(knowledge / "common", Problems(), knowledge / "en", "knowledge/en")


def at(chronology: Chronology, date: str, place: str | None = None, **more: object) -> list[tuple[str, str]]:
    answers, why = holders_on(chronology, day=from_iso(date), key=place, **more)  # type: ignore[arg-type]
    assert bool(answers) != bool(why)
    for answer in answers:
        assert answer.evidence.quotes
        assert answer.why
    return [(a.holder, a.certainty) for a in answers]


def commune() -> Story:
    story = Story(
        "The Aldermouth Commune was set up in Aldermouth on 4 March 1848.\n"
        "Ann Reed presided over it, before control was regained by Prefect Vane.\n"
        "On 2 May 1849 the Guard seized the prefecture.\n"
        "The Free Council of Norholm was proclaimed in Norholm on 9 June 1849.\n"
        "A Commune of Estwick was planned for 1 July 1849.\n"
        "The Harbour League is said to have seized Southport on 3 July 1849.\n"
    )
    story.entity("place", "Aldermouth", "Aldermouth on")
    story.entity("body", "Aldermouth Commune", "The Aldermouth Commune", part_of="Aldermouth")
    story.entity("person", "Ann Reed")
    story.entity("person", "Prefect Vane")
    story.entity("body", "Guard")
    story.entity("place", "Norholm", "Norholm on")
    story.entity("body", "Free Council of Norholm")
    story.entity("body", "Commune of Estwick", part_of="Estwick")
    story.entity("body", "Harbour League")
    story.entity("place", "Southport")
    began = story.claim("set up", "establish", time="1848-03-04", target="Aldermouth Commune")
    story.claim("presided", "hold-office", time="1848-03-04/..", actor="Ann Reed", target="it=Aldermouth Commune")
    back = story.claim("regained", "regain", actor="Prefect Vane", target="control", place="it=Aldermouth")
    story.link(began, back)
    story.claim("seized", "seize", time="1849-05-02", actor="Guard", target="the prefecture", place="Aldermouth")
    story.claim("proclaimed", "proclaim", time="1849-06-09", target="Free Council of Norholm")
    story.claim("planned", "establish", time="1849-07-01", status="planned", target="Commune of Estwick")
    story.claim(
        "seized", "seize", nth=1, time="1849-07-03", status="reported", actor="Harbour League", target="Southport"
    )
    return story


def test_commune_day_by_day(types: EventTypes) -> None:
    chronology = reason_about(commune().findings(), types)
    assert at(chronology, "1848-03-01", "Aldermouth") == []
    assert at(chronology, "1848-03-04", "Aldermouth")[0] == ("Aldermouth Commune", "certain")
    assert ("Ann Reed", "possible") in at(chronology, "1848-03-04", "Aldermouth")
    later = at(chronology, "1848-04-01", "the aldermouth", fluent="holds")
    assert later == [("Aldermouth Commune", "possible"), ("Prefect Vane", "possible")]
    risen = at(chronology, "1849-06-01", "Aldermouth", fluent="holds")
    assert ("Guard", "possible") in risen
    assert at(chronology, "1849-06-01", "the prefecture") == [("Guard", "certain")]
    assert at(chronology, "1849-06-10", "Norholm", fluent="holds") == [("Free Council of Norholm", "possible")]
    assert at(chronology, "1849-07-02", "Estwick") == []
    assert at(chronology, "1848-03-04", "Aldermouth", office="Marine Office") == []


def test_reported_only_where_asked_and_never_certain(types: EventTypes) -> None:
    chronology = reason_about(commune().findings(), types)
    assert at(chronology, "1849-07-04", "Southport") == []
    assert at(chronology, "1849-07-04", "Southport", include_reported=True) == [("Harbour League", "possible")]


def test_a_link_closes_bounds_and_says_how(types: EventTypes) -> None:
    story = commune()
    chronology = reason_about(story.findings(), types)
    dates = {claim: d for e, d in zip(chronology.events, chronology.dates, strict=True) for claim in e.claims}
    back = dates[story.claims[2].id]
    assert back.start.iso() == ("1848-03-04", None)
    assert back.start_from == (story.links[0].id, story.claims[0].id)


def test_moments_of_the_day(types: EventTypes) -> None:
    story = Story("The League took Norholm on 5 May 1901 from the Guard.\n")
    for name in ("League", "Guard"):
        story.entity("body", name)
    story.entity("place", "Norholm")
    story.claim("took", "seize", time="1901-05-05", actor="League", target="Norholm", source="Guard")
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1901-05-03", "Norholm") == [("Guard", "possible")]
    assert at(chronology, "1901-05-04", "Norholm") == [("Guard", "certain")]
    assert at(chronology, "1901-05-04", "Norholm", moment="start") == [("Guard", "possible")]
    assert at(chronology, "1901-05-05", "Norholm") == [("Guard", "certain"), ("League", "certain")]
    assert at(chronology, "1901-05-05", "Norholm", moment="start") == [("Guard", "certain")]
    assert at(chronology, "1901-05-05", "Norholm", moment="end") == [("League", "certain")]
    assert at(chronology, "1901-05-05", "Norholm", moment="throughout") == []
    assert at(chronology, "1901-05-06", "Norholm", moment="throughout") == [("League", "certain")]
    assert at(chronology, "1921-01-01", "Norholm") == [("League", "certain")]
    assert at(chronology, "1999-01-01", "Norholm") == [("League", "possible")]
    (state,) = [s for s in chronology.states if s.holder == "League"]
    assert state.since.iso() == ("1901-05-05", "1901-05-05")
    assert state.until.iso() == (None, None)


def test_a_month_is_not_a_day(types: EventTypes) -> None:
    story = Story("In May 1901 the League took Norholm.\nOn 9 July 1902 the Guard took Norholm.\n")
    for name in ("League", "Guard"):
        story.entity("body", name)
    story.entity("place", "Norholm")
    story.claim("took", "seize", time="1901-05", actor="League", target="Norholm")
    story.claim("took", "seize", nth=1, time="1902-07-09", actor="Guard", target="Norholm")
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1901-05-20", "Norholm") == [("League", "possible")]
    assert at(chronology, "1901-05-31", "Norholm") == [("League", "certain")]
    assert at(chronology, "1902-07-08", "Norholm") == [("League", "certain")]
    assert at(chronology, "1902-07-09", "Norholm") == [("Guard", "certain"), ("League", "certain")]
    assert at(chronology, "1902-07-10", "Norholm") == [("Guard", "certain")]


def test_offices_succession_and_death(types: EventTypes) -> None:
    story = Story(
        "In 1701 Ann Reed became mayor of Norholm.\nTom Vane succeeded her in 1705.\nTom Vane died on 3 April 1709.\n"
    )
    for name in ("Ann Reed", "Tom Vane"):
        story.entity("person", name)
    story.claim("became", "take-office", time="1701", actor="Ann Reed", office="mayor of Norholm")
    story.claim("succeeded", "succeed", time="1705", actor="Tom Vane", target="her=Ann Reed")
    story.claim("died", "death", time="1709-04-03", target="Tom Vane")
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1700-12-31", office="mayor of Norholm") == []
    assert at(chronology, "1703-01-01", office="Norholm's mayor") == [("Ann Reed", "certain")]
    both = [("Ann Reed", "possible"), ("Tom Vane", "possible")]
    assert at(chronology, "1705-06-01", office="mayoralty of Norholm") == both
    assert at(chronology, "1705-06-01", office="mayor of Southport") == []
    assert at(chronology, "1706-01-01", office="mayor") == [("Tom Vane", "certain")]
    assert at(chronology, "1709-04-04", office="mayor") == []


def test_contradictions_are_named_and_nothing_is_dropped(types: EventTypes) -> None:
    story = Story(
        "Tom Vane died on 3 April 1709.\nOn 5 May 1710 Tom Vane attacked Norholm.\n"
        "The feast was on 9 June 1710, after the fire of 2 July 1710.\n"
    )
    story.entity("person", "Tom Vane")
    story.entity("place", "Norholm")
    story.claim("died", "death", time="1709-04-03", time_words="3 April 1709", target="Tom Vane")
    story.claim("attacked", "attack", time="1710-05-05", time_words="5 May 1710", actor="Tom Vane", target="Norholm")
    feast = story.claim("feast", "other", time="1710-06-09", time_words="9 June 1710")
    fire = story.claim("fire", "destroy", time="1710-07-02", time_words="2 July 1710")
    link = story.link(fire, feast)
    chronology = reason_about(story.findings(), types)
    assert [c.kind for c in chronology.conflicts] == ["act-after-death", "dates"]
    assert chronology.conflicts[1].statements == tuple(sorted((fire.id, feast.id, link.id)))
    assert {c.id for c in story.claims} == {c for e in chronology.events for c in e.claims}
    assert sum(d.disputed for d in chronology.dates) == 4


def test_two_holders_at_once_are_disputed(types: EventTypes) -> None:
    story = Story("The League held Norholm from 1801 to 1809.\nOn 4 May 1805 the Guard took Norholm.\n")
    for name in ("League", "Guard"):
        story.entity("body", name)
    story.entity("place", "Norholm")
    story.claim("held", "hold", time="1801/1809", actor="League", target="Norholm")
    story.claim("took", "seize", time="1805-05-04", actor="Guard", target="Norholm")
    chronology = reason_about(story.findings(), types)
    assert [c.kind for c in chronology.conflicts] == ["two-holders"]
    assert at(chronology, "1804-01-01", "Norholm") == [("League", "disputed")]
    assert at(chronology, "1806-01-01", "Norholm") == [("Guard", "disputed")]


def test_seen_with_it(types: EventTypes) -> None:
    story = Story("On 7 May 1801 the League held Norholm.\nOn 9 May 1805 the League gave up Norholm.\n")
    story.entity("body", "League")
    story.entity("place", "Norholm")
    story.claim("held", "hold", time="1801-05-07", actor="League", target="Norholm")
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1801-05-06", "Norholm") == []
    assert at(chronology, "1801-05-07", "Norholm") == [("League", "certain")]
    assert at(chronology, "1801-05-08", "Norholm") == [("League", "possible")]
    story.claim("gave up", "surrender", time="1805-05-09", actor="League", target="Norholm")
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1803-05-08", "Norholm") == [("League", "certain")]
    assert at(chronology, "1805-05-10", "Norholm") == []


def test_place_questions_forgive_spelling_but_not_meaning(types: EventTypes) -> None:
    story = Story(
        "On 7 May 1801 the League took the county of Évora.\nOn 8 May 1801 the Guard took the fort of Norholm.\n"
    )
    for name in ("League", "Guard"):
        story.entity("body", name)
    story.claim("took", "seize", time="1801-05-07", actor="League", target="the county of Évora")
    story.entity("place", "fort of Norholm")
    story.claim("took", "seize", nth=1, time="1801-05-08", actor="Guard", target="the fort of Norholm=fort of Norholm")
    chronology = reason_about(story.findings(), types)
    for spelling in ("Évora", "evora", "the county of Évora"):
        assert at(chronology, "1801-06-01", spelling) == [("League", "certain")], spelling
    assert at(chronology, "1801-06-01", "Norholm") == []
    assert at(chronology, "1801-06-01", "the fort of Norholm") == [("Guard", "certain")]


def test_order_of_input_does_not_matter(types: EventTypes) -> None:
    findings = commune().findings()
    chronology = reason_about(findings, types)
    turned = replace(
        findings,
        entities=findings.entities[::-1],
        mentions=findings.mentions[::-1],
        links=findings.links[::-1],
    )
    again = reason_about(turned, types)
    assert replace(again, findings=findings) == chronology


def test_gaps_are_listed_at_their_words(types: EventTypes) -> None:
    story = Story("The flag flew.\nOn 7 May 1801 a revolt broke out.\nIt failed.\n")
    story.claim("flew", "display")
    story.claim("revolt", "revolt", time="1801-05-07")
    pronoun = story.entity("unknown", "It")
    findings = story.findings()
    mention = replace(
        next(m for m in findings.mentions if m.entity == pronoun.id), entity=None, form="pronoun", refers=True
    )
    chronology = reason_about(replace(findings, mentions=(mention,), entities=()), types)
    got = [(g.kind, g.span.quote(story.document)) for g in chronology.gaps]
    assert got == [("undated", "flew"), ("unplaced", "revolt"), ("unresolved-reference", "It")]


def test_accounts_are_grouped_only_where_everything_agrees(types: EventTypes) -> None:
    story = Story(
        "The League took Norholm on 5 May 1901.\nOn 5 May 1901 the League took Norholm.\nThe League took it.\n"
    )
    story.entity("body", "League")
    story.entity("place", "Norholm")
    for nth in range(3):
        time = None if nth == 2 else "1901-05-05"
        story.claim("took", "seize", nth=nth, time=time, actor="League", target="Norholm")
    chronology = reason_about(story.findings(), types)
    assert [len(e.claims) for e in chronology.events] == [2, 1]
    moved = replace(story.claims[1], time=replace(story.claims[1].time, when=when("1901-05-06")))
    apart = reason_about(story.findings(claims=(story.claims[0], moved)), types)
    assert [len(e.claims) for e in apart.events] == [1, 1]


def test_second_parties_and_power_in_the_trigger(types: EventTypes) -> None:
    story = Story(
        "On 5 May 1901 the League held power in Norholm.\nOn 6 May 1901 the Guard took Southport from Estland.\n"
    )
    for name in ("League", "Guard"):
        story.entity("body", name)
    for name in ("Norholm", "Southport", "Estland"):
        story.entity("place", name)
    story.claim("held power", "hold", time="1901-05-05", actor="League")
    taken = story.claim("took", "seize", time="1901-05-06", actor="Guard", target=["Southport", "Estland"])
    roles = tuple(replace(r, rule="from-phrase") if i == 2 else r for i, r in enumerate(taken.roles))
    story.claims[1] = replace(taken, roles=roles)
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1901-05-05", "Norholm") == [("League", "certain")]
    assert at(chronology, "1901-05-04", "Southport") == [("Estland", "possible")]
    assert at(chronology, "1901-05-05", "Southport") == [("Estland", "certain")]
    assert at(chronology, "1901-05-07", "Southport") == [("Guard", "certain")]
    assert at(chronology, "1901-05-07", "Estland") == []


def test_what_may_have_been_taken_the_day_before_it_was_lost_is_had_perhaps(types: EventTypes) -> None:
    story = Story("The Guard took Norholm.\nOn 5 May 1901 the League took Norholm from the Guard.\n")
    for name in ("Guard", "League"):
        story.entity("body", name)
    story.entity("place", "Norholm")
    story.claim("took", "seize", actor="Guard", target="Norholm")
    story.claim("took", "seize", nth=1, time="1901-05-05", actor="League", target="Norholm", source="Guard")
    chronology = reason_about(story.findings(), types)
    assert ("Guard", "possible") in at(chronology, "1901-05-04", "Norholm")


def test_the_crown_passes_from_who_dies_in_the_same_sentence(types: EventTypes) -> None:
    story = Story("On 5 May 1601 King Odo died, and on 9 May 1601 the throne of Norholm passed to Ralph.\nOdo came.\n")
    for name in ("Odo", "Ralph"):
        story.entity("person", name)
    story.claim("died", "death", time="1601-05-05", target="Odo")
    story.claim("passed", "succeed", time="1601-05-09", actor="the throne of Norholm", target="Ralph")
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1600-01-01", office="throne of Norholm") == [("Odo", "possible")]
    assert at(chronology, "1601-05-10", office="throne of Norholm") == [("Ralph", "certain")]


def test_who_is_replaced_with_another_is_put_out_and_not_the_other(types: EventTypes) -> None:
    story = Story("In 1701 Ann Reed became mayor of Norholm.\nThe League replaced her with Tom Vane in 1705.\n")
    for name in ("Ann Reed", "Tom Vane"):
        story.entity("person", name)
    story.entity("body", "League")
    story.claim("became", "take-office", time="1701", actor="Ann Reed", office="mayor of Norholm")
    out = story.claim("replaced", "depose", time="1705", actor="League", target=["her=Ann Reed", "Tom Vane"])
    roles = tuple(replace(r, rule="with-phrase") if i == 2 else r for i, r in enumerate(out.roles))
    story.claims[1] = replace(out, roles=roles)
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1706-01-01", office="mayor of Norholm") == [("Tom Vane", "certain")]


def test_a_word_cut_at_its_hyphen_is_whole_as_a_key(types: EventTypes) -> None:
    story = Story("In 1701 Ann Reed became the League's commander-in-chief.\n")
    story.entity("person", "Ann Reed")
    story.claim("became", "take-office", time="1701", actor="Ann Reed", office="the League's commander")
    chronology = reason_about(story.findings(), types)
    assert {s.key for s in chronology.states} == {"commander-in-chief of League"}


def test_what_a_body_does_comes_after_its_foundation(types: EventTypes) -> None:
    story = Story("The Corn Board was founded on 5 May 1901.\nIt took Norholm.\nIn 1899 it took Southport.\n")
    story.entity("body", "Corn Board")
    for name in ("Norholm", "Southport"):
        story.entity("place", name)
    story.claim("founded", "establish", time="1901-05-05", target="Corn Board")
    story.claim("took", "seize", actor="It=Corn Board", target="Norholm")
    chronology = reason_about(story.findings(), types)
    assert chronology.dates[1].start.iso() == ("1901-05-05", None)
    assert at(chronology, "1900-01-01", "Norholm") == []
    story.claim("took", "seize", nth=1, time="1899", actor="it=Corn Board", target="Southport")
    chronology = reason_about(story.findings(), types)
    assert {c.kind for c in chronology.conflicts} == {"act-before-foundation"}
    assert at(chronology, "1900-01-01", "Southport") == [("Corn Board", "disputed")]


def test_who_forms_an_alliance_founds_no_people(types: EventTypes) -> None:
    story = Story("The Persians came in 493.\nIn 411 the League formed an alliance with the Persians.\n")
    story.entity("body", "Persians")
    story.claim("came", "arrive", time="0493", actor="Persians")
    formed = story.claim("formed", "establish", time="0611", target="alliance")
    bound = Role("target", story.span("Persians", 1), story.entities["Persians"].id, "with-phrase")
    story.claims[1] = replace(formed, roles=(*formed.roles, bound))
    assert reason_about(story.findings(), types).conflicts == ()
    direct = replace(bound, rule="object")
    story.claims[1] = replace(formed, roles=(direct,))
    assert [c.kind for c in reason_about(story.findings(), types).conflicts] == ["act-before-foundation"]


def test_of_two_who_die_together_each_loses_what_was_their_own(types: EventTypes) -> None:
    story = Story(
        "Ann Reed became mayor of Aldermouth on 2 May 1840. Tom Vale became provost of Norholm on 9 June 1841.\n"
        "Tom Vale and Ann Reed were killed on 3 July 1848.\n"
    )
    story.entity("person", "Ann Reed")
    story.entity("person", "Tom Vale")
    story.claim("became", "take-office", time="1840-05-02", actor="Ann Reed", office="mayor of Aldermouth")
    story.claim("became", "take-office", nth=1, time="1841-06-09", actor="Tom Vale", office="provost of Norholm")
    story.claim("killed", "kill", time="1848-07-03", target=["Tom Vale", "Ann Reed"])
    told = reason_about(story.findings(), types).transitions
    ended = [(t.key, t.holder) for t in told if t.change == "ends" and t.fluent == "office" and t.holder]
    assert sorted(ended) == [("mayor of Aldermouth", "Ann Reed"), ("provost of Norholm", "Tom Vale")]


def test_who_had_an_office_of_no_place_may_have_lost_it_to_the_next(types: EventTypes) -> None:
    story = Story("Ann Reed became chancellor on 2 May 1840. Tom Vale became chancellor on 9 June 1841.\n")
    story.entity("person", "Ann Reed")
    story.entity("person", "Tom Vale")
    story.claim("became", "take-office", time="1840-05-02", actor="Ann Reed", office="chancellor")
    story.claim("became", "take-office", nth=1, time="1841-06-09", actor="Tom Vale", office="chancellor")
    chronology = reason_about(story.findings(), types)
    assert at(chronology, "1841-01-01", office="chancellor") == [("Ann Reed", "certain")]
    told = [("Tom Vale", "certain"), ("Ann Reed", "possible")]
    assert sorted(at(chronology, "1842-01-01", office="chancellor")) == sorted(told)


def test_a_name_with_a_number_is_no_office(types: EventTypes) -> None:
    story = Story("Ann Reed was crowned queen on 2 May 1840. On 9 June 1861 Tom Reed succeeded her as Tom II.\n")
    for name in ("Ann Reed", "Tom Reed", "Tom II"):
        story.entity("person", name)
    story.claim("crowned", "take-office", time="1840-05-02", target="Ann Reed", office="queen")
    succeeded = story.claim("succeeded", "succeed", time="1861-06-09", actor="Tom Reed", target="Ann Reed")
    named = Role("target", story.span("Tom II"), story.entities["Tom II"].id, "as-phrase")
    story.claims[1] = replace(succeeded, roles=(*succeeded.roles, named))
    assert {t.key for t in reason_about(story.findings(), types).transitions if t.fluent == "office"} == {"queen"}
