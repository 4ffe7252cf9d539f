"""Which name a word belongs to: the narrowest one that holds it."""

from builders import Story
from regesta.extract.claims.naming import Names
from regesta.model.syntax import Token


def look_up(text: str) -> tuple[Story, Names]:
    story = Story(text)
    story.entity("body", "Commune of Ghent", part_of="Ghent")
    story.entity("place", "Ghent")
    story.entity("person", "Jan Vos", "Jan Vos", "the captain")
    return story, Names.of(text, story.mentions, list(story.entities.values()), frozenset({"district"}))


def token(story: Story, word: str, nth: int = 0) -> Token:
    span = story.span(word, nth)
    return Token(0, span.start, span.end, word, word.lower(), "NOUN", "", "root", 0, "")


TEXT = "Jan Vos left the Commune of Ghent for the district of Brugse, where the captain died."


def test_a_word_has_the_kind_of_the_narrowest_name_that_holds_it() -> None:
    story, names = look_up(TEXT)
    assert names.kind(token(story, "Commune")) == "body"
    assert names.kind(token(story, "Ghent")) == "place"
    assert names.kind(token(story, "Vos")) == "person"
    assert names.kind(token(story, "died")) == "unknown"


def test_name_and_description_stand_for_one_entity() -> None:
    story, names = look_up(TEXT)
    assert names.entity(token(story, "captain")) == names.entity(token(story, "Vos")) == story.entities["Jan Vos"].id
    assert names.entity(token(story, "left")) is None


def test_a_phrase_is_widened_to_the_whole_name_but_not_to_a_description() -> None:
    story, names = look_up(TEXT)
    assert names.widen(token(story, "Vos"), story.span("Vos")) == story.span("Jan Vos")
    assert names.widen(token(story, "captain"), story.span("captain")) == story.span("captain")


def test_the_place_in_the_name_of_a_body_is_found_with_its_entity() -> None:
    story, names = look_up(TEXT)
    assert names.place_inside(story.span("the Commune of Ghent")) == (story.span("Ghent"), story.entities["Ghent"].id)
    assert names.place_inside(story.span("Jan Vos left")) is None


def test_heads_of_regions_are_known_by_their_words() -> None:
    story, names = look_up(TEXT)
    assert names.is_region(token(story, "district"))
    assert not names.is_region(token(story, "captain"))
