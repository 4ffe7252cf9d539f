"""Of several places of one name the text means the one near its other places, unless a far one is much larger."""

from importlib.resources import files

import pytest

from regesta.extract.entities.seats import settle_seats
from regesta.model.entity import Entity
from regesta.model.evidence import Evidence
from regesta.model.ids import Id, stable_id
from regesta.model.text import Span
from regesta.rules.gazetteer import Gazetteer, read_gazetteer
from regesta.rules.problems import Problems

WORDS = Evidence((Span(Id("d-000000000000"), 0, 1),), "test")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    problems = Problems()
    found = read_gazetteer(files("regesta") / "knowledge" / "common", problems)
    problems.stop()
    return found


def told(gazetteer: Gazetteer, *names: str, kind: str = "place") -> dict[str, tuple[float, float] | None]:
    """Where each name is put: degrees north and east, rounded."""
    made = []
    for name in names:
        seat = next((p.coordinates for p in gazetteer.lookup(name) if p.coordinates), None)
        made.append(Entity(stable_id("e", name), kind, name, (name,), (), WORDS, seat))  # type: ignore[arg-type]
    settled = settle_seats(made, gazetteer)
    return {e.name: e.coordinates and (round(e.coordinates.latitude), round(e.coordinates.longitude)) for e in settled}


@pytest.mark.parametrize(
    ("name", "beside", "where"),
    [
        ("Cartagena", ("Murcia", "Alicante", "Almería"), (38, -1)),
        ("Cartagena", ("Bogotá", "Caracas", "Panama City"), (10, -75)),
        ("Cambridge", ("Providence", "Salem", "Worcester", "Connecticut"), (42, -71)),
        ("Cambridge", ("Norwich", "Ipswich", "Colchester"), (52, 0)),
        ("Tripoli", ("Beirut", "Damascus", "Aleppo"), (34, 36)),
        ("Tripoli", ("Benghazi", "Tunis", "Sfax"), (33, 13)),
        ("Paris", ("Austin", "San Antonio", "Galveston"), (49, 2)),
        ("London", ("Detroit", "Toronto", "Montreal"), (52, 0)),
    ],
)
def test_near_and_large_are_weighed(
    gazetteer: Gazetteer, name: str, beside: tuple[str, ...], where: tuple[int, int]
) -> None:
    assert told(gazetteer, name, *beside)[name] == where


def test_a_place_alone_keeps_the_first_of_its_name(gazetteer: Gazetteer) -> None:
    first = next(p.coordinates for p in gazetteer.lookup("Cartagena") if p.coordinates)
    assert told(gazetteer, "Cartagena", "Murcia")["Cartagena"] == (round(first.latitude), round(first.longitude))


def test_what_is_no_place_or_lies_nowhere_stays_so(gazetteer: Gazetteer) -> None:
    assert told(gazetteer, "Nowhere at All", "Murcia", "Alicante")["Nowhere at All"] is None
    people = told(gazetteer, "Cartagena", "Murcia", "Alicante", kind="person")
    assert people == told(gazetteer, "Cartagena", kind="person") | {k: v for k, v in people.items() if k != "Cartagena"}
