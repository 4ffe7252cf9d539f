"""Every town has a town hall: a building goes by its place."""

from importlib.resources import files

from builders import Story
from regesta.model.calendars import from_iso
from regesta.pipeline import reason_about
from regesta.reason import holders_on
from regesta.rules.event_types import read_event_types
from regesta.rules.problems import Problems

TYPES = read_event_types(files("regesta") / "knowledge" / "common", Problems(), files("regesta") / "knowledge" / "en")


def test_two_town_halls_are_two() -> None:
    story = Story("Miners took the town hall of Aldermouth.\nSoldiers took the town hall of Norholm.\n")
    for body in ("Miners", "Soldiers"):
        story.entity("body", body)
    for place in ("Aldermouth", "Norholm"):
        story.entity("place", place)
    story.claim("took", "seize", time="1871-03-24", actor="Miners", target="the town hall", place="Aldermouth")
    words = story.document.text
    second = words.index("took", words.index("Soldiers"))
    story.claim("took", "seize", time="1871-03-27", nth=1, actor="Soldiers", target="the town hall", place="Norholm")
    assert story.claims[1].trigger.start == second
    chronology = reason_about(story.findings(), TYPES)

    def who(key: str, day: str) -> list[tuple[str, str]]:
        answers, _ = holders_on(chronology, day=from_iso(day), key=key)
        return [(a.holder, a.certainty) for a in answers]

    assert who("town hall, Aldermouth", "1871-03-30") == [("Miners", "certain")]
    assert who("town hall, Norholm", "1871-03-30") == [("Soldiers", "certain")]
    assert sorted(who("the town hall", "1871-03-30")) == [("Miners", "certain"), ("Soldiers", "certain")]
    assert who("Aldermouth", "1871-03-30") == [("Miners", "possible")]
