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


def test_a_club_does_not_hold_its_town(tmp_path: Path) -> None:
    told = _read(tmp_path, "The Rowing Club of Lyon was founded in 1870. The Bank of Lyon was founded in 1871.")
    assert not [s for s in told.holdings() if s.fluent == "holds"]
    told = _read(tmp_path, "The Commune of Lyon was established in September 1870.")
    assert {s.holder for s in told.holdings() if s.fluent == "holds"} == {"Commune of Lyon"}


def test_who_governed_a_place_was_its_governor(tmp_path: Path) -> None:
    told = _read(tmp_path, "Otto Vane governed Corsica from 1762 to 1766. The Genoese governed Sardinia in 1762.")
    assert [a.holder for a in told.at("1764-05-01", office="governor of Corsica").answers] == ["Otto Vane"]
    assert not told.at("1762-05-01", office="governor of Sardinia").answers


def test_whom_an_office_names_is_not_who_did_it_to_them(tmp_path: Path) -> None:
    told = _read(tmp_path, "In May 1848 Orsini attacked the governor. Orsini banished the governor in June 1848.")
    assert not {s.holder for s in told.holdings() if s.fluent == "exiled"} & {"Orsini"}


def test_what_was_taken_during_a_war_is_not_lost_when_it_ends(tmp_path: Path) -> None:
    told = _read(tmp_path, "The war lasted from 3 May 1740 to 9 June 1748. During the war the League captured Corsica.")
    assert {(s.holder, s.until.latest) for s in told.holdings() if s.key == "Corsica"} == {("League", None)}
    told = _read(tmp_path, "During the war of 1740–48 the League captured Corsica.")
    assert {(s.holder, s.until.latest) for s in told.holdings() if s.key == "Corsica"} == {("League", None)}
