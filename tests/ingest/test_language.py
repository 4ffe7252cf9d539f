import pytest

from regesta.ingest import UNDETERMINED, detect_language, open_document

ENGLISH = "The council dissolved itself, and the governor took the town hall on the following day."
FRENCH = "Le conseil se sépara, et le préfet reprit l'hôtel de ville le lendemain matin."
GERMAN = "Der Rat löste sich auf, und der Statthalter nahm am nächsten Tag das Rathaus ein."


@pytest.mark.parametrize(("code", "text"), [("en", ENGLISH), ("fr", FRENCH), ("de", GERMAN)])
def test_a_sentence_is_enough(code: str, text: str) -> None:
    assert detect_language(text) == code
    assert detect_language("\ufeff" + text.replace(" ", "\r\n")) == code


@pytest.mark.parametrize("text", ["", " \n", "1870", "[12][13]", "😀", "\ufeff", "1204-04-13"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert detect_language(text) == UNDETERMINED


@pytest.mark.parametrize("text", ["A", "Lyon", "é", "ሰ", "x\x00y", "a" * 100_000])
def test_short_and_odd_texts_give_some_code(text: str) -> None:
    assert detect_language(text).isalpha()


def test_a_title_page_in_another_language_does_not_decide_for_a_book() -> None:
    book = (FRENCH + "\n") * 40 + (ENGLISH + "\n") * 400
    assert detect_language(book) == "en"


def test_a_language_that_is_given_is_not_looked_for() -> None:
    assert open_document("a.txt", FRENCH.encode(), language="xx").language == "xx"
    assert open_document("a.txt", FRENCH.encode()).language == "fr"
