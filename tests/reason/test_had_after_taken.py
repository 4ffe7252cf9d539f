"""Who is told, without a date, to have had something had it no sooner than they took it."""

from pathlib import Path

import regesta


def test_a_holding_told_without_a_date_is_no_older_than_the_taking(tmp_path: Path) -> None:
    source = tmp_path / "hall.txt"
    source.write_text(
        "On 28 September 1870 the weavers captured Lyon. They held it for a few hours.\n", encoding="utf-8"
    )
    chronicle = regesta.read(source, language="en")
    assert [a.holder for a in chronicle.at("1870-09-28", place="Lyon").answers] == ["weavers"]
    assert chronicle.at("1870-09-20", place="Lyon").answers == ()


def test_taken_twice_it_may_have_been_held_at_either_time(tmp_path: Path) -> None:
    source = tmp_path / "hall.txt"
    source.write_text(
        "On 28 September 1870 the weavers captured Lyon. The prefect recaptured Lyon on 2 October 1870. "
        "On 5 May 1871 the weavers captured Lyon. The weavers held Lyon.\n",
        encoding="utf-8",
    )
    chronicle = regesta.read(source, language="en")
    bounds = [e.earliest for e in chronicle.events() if e.what == "held"]
    assert bounds == [None]


def test_which_of_several_holdings_is_meant_is_not_guessed(tmp_path: Path) -> None:
    source = tmp_path / "walls.txt"
    source.write_text(
        "The riders exhausted themselves against the Danes' defence. "
        "On 28 September 1870 the Danes captured Lyon. On 2 October 1871 the Danes captured Bergen.\n",
        encoding="utf-8",
    )
    chronicle = regesta.read(source, language="en")
    assert [e.earliest for e in chronicle.events() if e.what == "defence"] == [None]
