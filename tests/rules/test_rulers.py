"""The table of rulers: sound as it ships, and a bad line is named with its remedy."""

from importlib.resources import files
from pathlib import Path

import pytest

from regesta.model.calendars import from_iso
from regesta.rules.problems import Problems
from regesta.rules.rulers import FILE, read_rulers

COMMON = files("regesta") / "knowledge" / "common"
LANGUAGES = (COMMON / FILE).read_text("utf-8").partition("realm\t")[2].partition("\n")[0].split("\t")[2:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reign_is_one_that_a_ruler_can_have(language: str) -> None:
    problems = Problems()
    rulers = read_rulers(language, problems)
    assert problems.found == []
    assert len(rulers) > 100
    for name, reigns in rulers.items():
        assert name[0].isalpha(), name
        spans = [
            tuple(map(from_iso, reign.split("+")[0].split("/")[:1] + reign.split("/")[1:])) for reign in reigns.split()
        ]
        assert all(0 < last - first < 75 * 366 for first, last in spans), name


def test_one_name_may_have_several_reigns() -> None:
    assert read_rulers("en", Problems())["Henry IV"].split() == ["1399-09-30/1413-03-20", "1589-08-02/1610-05-14"]


def test_a_language_without_a_column_has_no_rulers() -> None:
    assert read_rulers("xx", Problems()) == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("England\t1066-12-25\t1087-09-09", "names parted by semicolons"),
        ("England\t1087-09-09\t1066-12-25\tWilliam I", "first and last day"),
        ("England\t25 December 1066\t1087-09-09\tWilliam I", "first and last day"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / FILE).write_text(f"# a table\nrealm\tfirst\tlast\ten\n{line}\n", "utf-8")
    problems = Problems()
    assert read_rulers("en", problems, tmp_path) == {}
    assert FILE in problems.found[0]
    assert said in problems.found[0]


def test_a_bad_header_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("realm\tfrom\tto\ten\n", "utf-8")
    problems = Problems()
    read_rulers("en", problems, tmp_path)
    assert "first columns are realm, first, last" in problems.found[0]
