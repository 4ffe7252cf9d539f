"""The gazetteer: what it finds, in which order, and how a wrong row of the hand-written table is told."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.rules.gazetteer import (
    ALIASES,
    HISTORICAL,
    HISTORICAL_COLUMNS,
    KINDS,
    PLACES,
    Gazetteer,
    fold_name,
    read_gazetteer,
)
from regesta.rules.problems import Problems

COMMON = files("regesta") / "knowledge" / "common"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    problems = Problems()
    made = read_gazetteer(COMMON, problems)
    assert problems.found == []
    return made


@pytest.mark.parametrize(
    ("name", "kind", "within", "near"),
    [
        ("Marseille", "city", "France", (43.3, 5.4)),
        ("Marseilles", "city", "France", (43.3, 5.4)),
        ("SAINT ETIENNE", "city", "France", (45.4, 4.4)),
        ("Besancon", "city", "France", (47.2, 6.0)),
        ("München", "city", "Germany", (48.1, 11.6)),
        ("Moscow", "city", "Russia", (55.8, 37.6)),
        ("Poland", "country", "Europe", (51.5, 19.5)),
        ("Vermont", "region", "United States", (44.3, -73.0)),
        ("Constantinople", "city", "Turkey", (41.0, 29.0)),
        ("Königsberg", "city", "Russia", (54.7, 20.5)),
        ("Kingdom of Navarre", "polity", None, (42.8, -1.6)),
        ("Nanking", "city", "China", (32.1, 118.8)),
        ("Troy", "city", "Turkey", (40.0, 26.2)),
        ("Jiangsu", None, None, None),
    ],
)
def test_the_first_place_of_a_name(
    gazetteer: Gazetteer, name: str, kind: str | None, within: str | None, near: tuple[float, float] | None
) -> None:
    found = gazetteer.lookup(name)
    assert (name in gazetteer) == bool(found)
    if kind is None or near is None:
        assert found == ()
        return
    place = found[0]
    assert (place.kind, place.part_of) == (kind, within)
    assert place.coordinates is not None
    assert place.coordinates.latitude == pytest.approx(near[0], abs=0.6)
    assert place.coordinates.longitude == pytest.approx(near[1], abs=0.6)


def test_a_name_that_several_places_bear_gives_all_of_them(gazetteer: Gazetteer) -> None:
    found = [p for p in gazetteer.lookup("moscow") if p.name == "Moscow"]
    assert [p.part_of for p in found] == ["Russia", "United States"]
    assert len({p.source for p in found}) == 2


def test_an_own_name_comes_before_another_place_that_is_also_called_so(gazetteer: Gazetteer) -> None:
    names = [p.name for p in gazetteer.lookup("Alexandria")]
    assert names.index("Alexandria") == 0


@pytest.mark.parametrize("name", ["", " ", "-", "Xyzzyburg", "was elected"])
def test_what_is_no_place_gives_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("St.-Étienne", "st etienne"),
        ("L'Aquila", "laquila"),
        ("ŁÓDŹ", "lodz"),
        ("Saint–Denis  sur Seine", "saint denis sur seine"),
        ("Århus", "arhus"),
        ("Straße", "strasse"),
        ("Москва", "москва"),
    ],
)
def test_folding(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize("table", [PLACES, ALIASES])
def test_the_large_tables_are_sorted_folded_and_complete(table: str) -> None:
    lines = [s for s in (COMMON / table).read_text(encoding="utf-8").splitlines() if not s.startswith("#")]
    assert lines == sorted(lines)
    width = {PLACES: 8, ALIASES: 3}[table]
    rows = [s.split("\t") for s in lines]
    assert {len(r) for r in rows} == {width}
    assert all(fold_name(r[0]) == r[0] for r in rows)
    assert "CC BY 4.0" in (COMMON / table).read_text(encoding="utf-8")[:400]


def test_every_alias_leads_to_a_place(gazetteer: Gazetteer) -> None:
    lines = [s for s in (COMMON / ALIASES).read_text(encoding="utf-8").splitlines() if not s.startswith("#")]
    for line in lines[::101]:
        key, _, number = line.split("\t")
        assert f"geonames:{number}" in {p.source for p in gazetteer.lookup(key)}


def write_historical(folder: Path, *rows: str) -> Problems:
    head = "\t".join(HISTORICAL_COLUMNS)
    (folder / HISTORICAL).write_text("\n".join(["# a remark", head, *rows]) + "\n", encoding="utf-8")
    for name in (PLACES, ALIASES):
        (folder / name).write_text("", encoding="utf-8")
    problems = Problems()
    read_gazetteer(folder, problems)
    return problems


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Lothair\tpolitty\t1\t2\t\t", 'unknown kind "politty"; did you mean "polity"?'),
        ("Lothair\tpolity\t1\t2", "4 columns instead of 6"),
        ("Lothair\tpolity\tnorth\t2\t\t", "not degrees"),
        ("Lothair\tpolity\t95\t2\t\t", "-90 to 90"),
        ("Lothair\tpolity\t45\t\t\t", "both or neither"),
    ],
)
def test_a_wrong_row_is_named_with_its_remedy(tmp_path: Path, row: str, said: str) -> None:
    (problem,) = write_historical(tmp_path, "Right\tcity\t1\t2\t\tOther", row).found
    assert problem.startswith(f"knowledge/common/{HISTORICAL}: [Lothair]: ")
    assert said in problem


def test_missing_tables_are_named(tmp_path: Path) -> None:
    problems = Problems()
    read_gazetteer(tmp_path, problems)
    assert len(problems.found) == 2
    assert all("make_gazetteer" in p for p in problems.found)


def test_historical_rows_are_well_chosen(gazetteer: Gazetteer) -> None:
    rows = {p.name: p for places in gazetteer.historical.values() for p in places}
    assert len(rows) > 250
    assert {p.kind for p in rows.values()} <= set(KINDS)
    assert all(p.latitude is not None for p in rows.values())
