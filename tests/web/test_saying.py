"""The page's words: the same keys in every language, and dates said as a historian of that language says them."""

from pathlib import Path

import pytest

import regesta
from regesta.model.calendars import to_jdn
from regesta.model.lookup import Dating, edtf_of
from regesta.model.time import OPEN, Bounds, When
from regesta.reason.contradictions import _SAID, _TWICE
from regesta.reason.notes import CONTRADICTIONS, NOTES
from regesta.web.assets import page_languages
from regesta.web.saying import count, load_words, saying_in

FRENCH = saying_in("fr")


def keys(words: dict[str, object]) -> set[str]:
    found = set()
    for key, value in words.items():
        if isinstance(value, dict) and key != "dates":
            found |= {f"{key}.{inner}" for inner in value}
        elif key != "dates":
            found.add(key)
    return found


def test_every_language_has_every_word() -> None:
    first, *others = (keys(load_words(language)) for language in page_languages())
    assert others
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((1871, 3, 18), (1871, 3, 18), "18 mars 1871"),
        ((1871, 5, 1), (1871, 5, 31), "mai 1871"),
        ((1871, 1, 1), (1871, 12, 31), "1871"),
        ((-216, 8, 2), (-216, 8, 2), "2 août 217 av. J.-C."),
        ((1871, 5, 21), (1871, 6, 10), "entre le 21 mai 1871 et le 10 juin 1871"),
        ((1871, 4, 1), None, "après le 1er avril 1871"),
        ((1871, 1, 1), None, "en 1871 ou après"),
        (None, (1871, 4, 30), "au plus tard le 30 avril 1871"),
        (None, (79, 12, 31), "avant la fin de 79 apr. J.-C."),
        (None, None, "sans date"),
    ],
)
def test_bounds_in_french(first: tuple[int, int, int] | None, last: tuple[int, int, int] | None, said: str) -> None:
    assert FRENCH.bounds(Bounds(first and to_jdn(*first), last and to_jdn(*last))) == said


def test_a_stretch_a_doubt_and_another_calendar() -> None:
    low, high = Bounds(to_jdn(1848, 3, 1), to_jdn(1848, 3, 1)), Bounds(to_jdn(1848, 4, 2), to_jdn(1848, 4, 2))
    told = When(low, high, edtf_of(Bounds(low.earliest, high.latest)) or "", "range", True, True, True, "julian")
    dating = Dating(Bounds(low.earliest, high.latest), told.edtf, "stated", "julian", told)
    assert FRENCH.dating(dating) == "vers du 1er mars 1848 au 2 avril 1848 (?) (calendrier julian)"
    assert FRENCH.dating(Dating(OPEN, None, "none", None, None)) is None


def test_in_english_dates_are_said_as_everywhere() -> None:
    day = to_jdn(1871, 3, 18)
    assert saying_in("en").bounds(Bounds(day, day)) == "18 March 1871"
    assert saying_in("en").year(-216) == "217 BC"


def test_numbers_with_their_nouns() -> None:
    assert [count(load_words("en"), "event", n) for n in (0, 1, 50_000)] == ["no events", "1 event", "50,000 events"]
    assert count(load_words("fr"), "contradiction", 0) == "aucune contradiction"


MESSAGES = (
    *(f"Anna Vell (née Ferri) {told} on days that exclude each other" for told in _TWICE.values()),
    *(message.format(name="Anna Vell (née Ferri)") for _, message in _SAID.values()),
    *(message for _, message in CONTRADICTIONS.values()),
    *NOTES.values(),
)


@pytest.mark.parametrize("message", MESSAGES)
def test_what_reasoning_says_is_said_in_french(message: str) -> None:
    said = FRENCH.message(message)
    assert said != message
    assert ("Anna Vell (née Ferri)" in message) == ("Anna Vell (née Ferri)" in said)


TOLD = """\
Anna Vell died on 4 May 1849. On 8 May 1849 Anna Vell seized the arsenal.[7] They fled.

On Monday 5 May 1849 the guard occupied Grenoble. On 9 May 1849 the guard occupied Grenoble. A strike began.[8] \
The club was closed.
"""


def test_every_message_of_a_text_has_its_french(tmp_path: Path) -> None:
    source = tmp_path / "told.txt"
    source.write_text(TOLD, "utf-8")
    read = regesta.read(source).chronology
    messages = [note.message for note in (*read.gaps, *read.conflicts)]
    assert len({note.kind for note in (*read.gaps, *read.conflicts)}) > 3
    assert [message for message in messages if FRENCH.message(message) == message] == []
    assert FRENCH.message('"they": the text does not say who or what is meant').startswith("« they » : ")
    assert FRENCH.message("said by nobody") == "said by nobody"
    assert saying_in("en").message(messages[0]) == messages[0]


def test_types_and_gaps_go_by_their_names_on_the_page() -> None:
    assert FRENCH.term("type", "seize") == "prise"
    assert FRENCH.term("gap", "undated") == "Sans date"
    assert FRENCH.term("type", "of-ones-own") == "of-ones-own"
    assert saying_in("en").term("type", "seize") == "seize"
