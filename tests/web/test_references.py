"""What a source's own list says of its citation markers."""

from regesta.model.ids import stable_id
from regesta.model.text import Document
from regesta.web.references import find_references

PROSE = "The mill burned.[1] The weir held,[2] and the parish rebuilt it.[3][a]\n\n"
CITED = {"1": 16, "2": 34, "3": 62, "a": 65}


def references(text: str, cited: dict[str, int] = CITED) -> dict[str, str]:
    return find_references(Document(stable_id("d", "x"), "x.txt", text, "en", "0" * 64, "utf-8"), cited)


def test_a_numbered_list_at_the_end() -> None:
    text = PROSE + "Notes\n[1] Vestry minutes, f. 3.\n[2] Hale, Weirs, p. 12,\n    second edition.\n\n[3] Ibid.\n"
    expected = {"1": "Vestry minutes, f. 3.", "2": "Hale, Weirs, p. 12, second edition.", "3": "Ibid."}
    assert references(text) == expected


def test_plain_numbers_and_footnotes_as_markdown_writes_them() -> None:
    assert references(PROSE + "1. Vestry minutes\n2. Hale\n") == {"1": "Vestry minutes", "2": "Hale"}
    assert references(PROSE + "[^1]: Vestry minutes\n[^a]: A letter\n") == {"1": "Vestry minutes", "a": "A letter"}


def test_paragraphs_that_open_with_a_marker_are_no_list() -> None:
    assert references("[2] It burned.\n[29] It was rebuilt.[3]\n", {"3": 31}) == {}
    assert references(PROSE + "[1] It was rebuilt.\n[3] It burned again.\n") == {}


def test_a_list_of_things_that_nobody_cites_is_no_list_of_references() -> None:
    assert references(PROSE + "7. Bread\n8. Salt\n") == {}


def test_one_line_is_no_list() -> None:
    assert references(PROSE + "[1] Vestry minutes.\n") == {}


def test_a_list_before_its_markers_is_none() -> None:
    assert references("1. Bread\n2. Salt\n" + PROSE, {"1": 30, "2": 50}) == {}
