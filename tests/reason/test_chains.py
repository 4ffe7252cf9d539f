"""Why: every day and every holding leads back to statements with words."""

from importlib.resources import files

import pytest

from builders import Story
from regesta.pipeline import reason_about
from regesta.reason import why_dated, why_held
from regesta.rules.event_types import EventTypes, read_event_types
from regesta.rules.problems import Problems


@pytest.fixture(scope="module")
def types() -> EventTypes:
    knowledge = files("regesta") / "knowledge"
    return read_event_types(knowledge / "common", Problems(), knowledge / "en", "knowledge/en")


def told() -> Story:
    story = Story(
        "The Norholm Commune was set up in Norholm on 4 March 1848.\n"
        "Three days later Prefect Vane regained Norholm, before the Guard left.\n"
    )
    story.entity("place", "Norholm", "Norholm on")
    story.entity("body", "Norholm Commune", "The Norholm Commune", part_of="Norholm")
    story.entity("person", "Prefect Vane")
    story.entity("body", "Guard")
    began = story.claim("set up", "establish", time="1848-03-04", target="Norholm Commune", time_words="4 March 1848")
    back = story.claim("regained", "regain", actor="Prefect Vane", target="Norholm, before=Norholm")
    left = story.claim("left", "leave", actor="Guard")
    story.link(began, back, 3, 3)
    story.link(back, left)
    return story


def test_a_day_leads_back_to_the_date_it_is_counted_from(types: EventTypes) -> None:
    story = told()
    chronology = reason_about(story.findings(), types)
    left = chronology.events[2]
    (chain,) = why_dated(chronology, left.id)
    assert chain.gives == "it happened not before 7 March 1848"
    assert [s.says for s in chain.steps] == [
        "“regained” comes before “left”",
        "“regained” comes 3 days after “set up”",
        "“set up” is dated 4 March 1848",
    ]
    for step in chain.steps:
        assert step.quotes
    assert [q.quote(story.document) for q in chain.steps[-1].quotes] == ["set up", "4 March 1848"]


def test_a_holding_leads_back_to_what_began_and_ended_it(types: EventTypes) -> None:
    story = told()
    chronology = reason_about(story.findings(), types)
    state = next(s for s in chronology.states if s.holder == "Norholm Commune" and s.fluent == "holds")
    assert [c.gives for c in why_held(chronology, state)] == [
        "Norholm Commune had Norholm",
        "it began not before 4 March 1848",
        "it began not after 4 March 1848",
        "it ended",
        "that happened not before 7 March 1848",
        "that happened not after 7 March 1848",
    ]
    claims = {c.id for c in chronology.findings.claims} | {link.id for link in chronology.findings.links}
    assert all(s.statement in claims and s.quotes for c in why_held(chronology, state) for s in c.steps)


def test_an_open_day_has_no_chain(types: EventTypes) -> None:
    story = Story("The Guard left.\n")
    story.entity("body", "Guard")
    story.claim("left", "leave", actor="Guard")
    chronology = reason_about(story.findings(), types)
    assert why_dated(chronology, chronology.events[0].id) == ()


def test_what_comes_before_a_beginning_within_its_day_does_not_end_it(types: EventTypes) -> None:
    """Also where the order is told and the days are not."""
    story = Story(
        "The Norholm Commune was set up in Norholm on 4 March 1848.\nPrefect Vane regained Norholm, and died.\n"
    )
    story.entity("place", "Norholm", "Norholm on", "Norholm, and")
    story.entity("body", "Norholm Commune", "The Norholm Commune", part_of="Norholm")
    story.entity("person", "Prefect Vane")
    began = story.claim("set up", "establish", time="1848-03-04", target="Norholm Commune")
    back = story.claim("regained", "regain", time="1848", actor="Prefect Vane", target="Norholm, and=Norholm")
    died = story.claim("died", "death", time="1848", target="Prefect Vane")
    story.link(began, back)
    story.link(back, died)
    chronology = reason_about(story.findings(), types)
    vane = next(s for s in chronology.states if s.holder == "Prefect Vane" and s.fluent == "holds")
    assert vane.ended_by == (chronology.events[2].id,)
    assert vane.until.iso() == ("1848-03-04", "1848-12-31")
    commune = next(s for s in chronology.states if s.holder == "Norholm Commune" and s.fluent == "holds")
    assert commune.ended_by == (chronology.events[1].id,)
    assert commune.until.iso() == ("1848-03-04", "1848-12-31")
