"""What is held, or what office it is, must be said: nobody asks who had "two key cities", or who was "Captain"."""

from pathlib import Path

import regesta
from regesta import Chronicle


def _read(tmp_path: Path, text: str) -> Chronicle:
    source = tmp_path / "raid.txt"
    source.write_text(f"{text}\n", encoding="utf-8")
    return regesta.read(source, language="en")


def test_a_mere_kind_of_thing_is_not_held(tmp_path: Path) -> None:
    told = _read(tmp_path, "In May 1848 Orsini captured two key cities. In June 1848 Orsini captured Corsica.")
    assert {s.key for s in told.holdings()} == {"Corsica"}


def test_a_title_of_rank_alone_is_no_office(tmp_path: Path) -> None:
    told = _read(tmp_path, "On 3 May 1848 Captain Albert Holt opened the bridge. King Odo spoke there on 4 May 1848.")
    assert {s.key for s in told.holdings() if s.fluent == "office"} == {"King"}


def test_the_new_mayor_has_come_to_the_office(tmp_path: Path) -> None:
    text = "John Hale became mayor of Ulm in 1901. In May 1905 the {} mayor of Ulm, Otto Vane, opened the bridge."
    told = _read(tmp_path, text.format("new"))
    assert [(a.holder, a.certainty) for a in told.at("1906-10-01", office="mayor of Ulm").answers] == [
        ("Otto Vane", "certain")
    ]
    told = _read(tmp_path, text.format("former"))
    assert [a.holder for a in told.at("1906-10-01", office="mayor of Ulm").answers] == ["John Hale"]
