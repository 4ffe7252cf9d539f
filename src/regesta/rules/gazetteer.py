"""The gazetteer: names of places, what kind of place each is, and where it lies.

Three tables of knowledge/common: `places.tsv` and `place-aliases.tsv` (from GeoNames, by scripts/make_gazetteer.py;
sorted by folded name, so that a look-up is a binary search and loading is reading) and `places-historical.tsv`
(written by hand: dead polities, historical regions and names; these come first where a name is in both).
A gazetteer knows names only: it never says that a word *is* a place.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources.abc import Traversable
from unicodedata import combining, normalize

from regesta.model.entity import Coordinates
from regesta.rules.overlay import Layered
from regesta.rules.problems import Problems, suggest

KINDS = ("continent", "country", "polity", "region", "city", "water", "island", "mountain", "site")

PLACES = "places.tsv"
ALIASES = "place-aliases.tsv"
HISTORICAL = "places-historical.tsv"
HISTORICAL_COLUMNS = ("name", "kind", "latitude", "longitude", "part_of", "other_names")

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e"})
_NOTHING = dict.fromkeys(map(ord, ".'’ʼʻ`"))
_SPACES = dict.fromkeys(map(ord, "-‐‑–—_/,"), " ")


def fold_name(name: str) -> str:
    """A name without case, accents, stops, apostrophes and hyphens: `St.-Étienne` gives `st etienne`."""
    plain = name.casefold() if name.isascii() else _strip_accents(name)
    return " ".join(plain.translate(_NOTHING).translate(_SPACES).split())


def _strip_accents(name: str) -> str:
    letters = "".join(c for c in normalize("NFKD", name) if not combining(c))
    return letters.casefold().translate(_LETTERS)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer."""

    name: str
    kind: str
    """One of `KINDS`."""
    latitude: float | None
    """Degrees north, WGS 84; None where a point would mislead."""
    longitude: float | None
    """Degrees east, WGS 84."""
    part_of: str | None
    """Country or larger region."""
    population: int
    """Of today; 0 where unknown or not applicable."""
    source: str
    """`geonames:2995469`, or the file that holds the entry."""

    @property
    def coordinates(self) -> Coordinates | None:
        """Where it lies, with the entry that says so."""
        if self.latitude is None or self.longitude is None:
            return None
        return Coordinates(self.latitude, self.longitude, self.source)


@dataclass(frozen=True)
class Gazetteer:
    """Places by name. The big tables are read on the first look-up."""

    folder: Traversable | None = None
    historical: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """All places of that name, forgiving of case, accents and hyphens: historical ones first, then those whose
        own name it is, then those with it as another name; the more populous first. Empty where it is unknown.
        """
        key = fold_name(name)
        if not key:
            return ()
        own = [self._place(row) for row in _rows(self._places, key)]
        other = [self._place(row) for alias in _rows(self._aliases, key) for row in self._rows_of(alias)]
        found = [
            *self.historical.get(key, ()),
            *sorted(own, key=lambda p: -p.population),
            *sorted(other, key=lambda p: -p.population),
        ]
        return tuple({(p.source, p.name): p for p in found}.values())

    def __contains__(self, name: str) -> bool:
        """Whether any place has that name."""
        key = fold_name(name)
        return key in self.historical or any(_rows(self._places, key)) or any(_rows(self._aliases, key))

    @cached_property
    def _places(self) -> list[str]:
        return _read_lines(self.folder, PLACES)

    @cached_property
    def _aliases(self) -> list[str]:
        return _read_lines(self.folder, ALIASES)

    def _rows_of(self, alias: list[str]) -> Iterator[list[str]]:
        """The row that an alias points to by key and number."""
        return (row for row in _rows(self._places, alias[1]) if row[7] == alias[2])

    @staticmethod
    def _place(row: list[str]) -> Place:
        _, name, kind, latitude, longitude, part_of, population, number = row
        source = f"geonames:{number}"
        return Place(name, kind, _degrees(latitude), _degrees(longitude), part_of or None, int(population), source)


def _rows(lines: list[str], key: str) -> Iterator[list[str]]:
    """The rows of a sorted table that begin with the key."""
    start = key + "\t"
    index = bisect_left(lines, start)
    while index < len(lines) and lines[index].startswith(start):
        yield lines[index].split("\t")
        index += 1


def _read_lines(folder: Traversable | None, name: str) -> list[str]:
    if folder is None:
        return []
    own = folder.own_lines(name) if isinstance(folder, Layered) else []
    lines = (folder / name).read_text(encoding="utf-8").split("\n")
    return [line for line in (*own, *lines) if line.strip() and line[0] != "#"]


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def read_gazetteer(common: Traversable, problems: Problems) -> Gazetteer:
    """The gazetteer of knowledge/common; mistakes in the hand-written table are noted in `problems`."""
    for name in (PLACES, ALIASES):
        if not (common / name).is_file():
            problems.add(f"knowledge/common/{name}", "file", "it is missing; run scripts/make_gazetteer.py")
    historical: dict[str, list[Place]] = {}
    lines = _read_lines(common, HISTORICAL) if (common / HISTORICAL).is_file() else []
    for line in lines:
        cells = line.split("\t")
        if tuple(cells) == HISTORICAL_COLUMNS:
            continue
        place = _read_historical(cells, problems)
        if place:
            for key in dict.fromkeys(fold_name(n) for n in (place.name, *cells[5].split("|")) if n):
                historical.setdefault(key, []).append(place)
    return Gazetteer(common, {key: tuple(places) for key, places in historical.items()})


def _read_historical(cells: list[str], problems: Problems) -> Place | None:
    """One hand-written row; None, and a problem noted, where it is wrong."""
    file, entry = f"knowledge/common/{HISTORICAL}", cells[0]
    if len(cells) != len(HISTORICAL_COLUMNS):
        wanted = ", ".join(HISTORICAL_COLUMNS)
        problems.add(file, entry, f"{len(cells)} columns instead of {len(HISTORICAL_COLUMNS)} ({wanted}); use tabs")
        return None
    if cells[1] not in KINDS:
        problems.add(file, entry, f'unknown kind "{cells[1]}"{suggest(cells[1], KINDS)}; one of {", ".join(KINDS)}')
        return None
    try:
        latitude, longitude = _degrees(cells[2]), _degrees(cells[3])
    except ValueError:
        problems.add(
            file, entry, f'"{cells[2]}", "{cells[3]}" are not degrees; write 41.01 and 28.96, or leave both empty'
        )
        return None
    if (latitude is None) != (longitude is None) or not _on_earth(latitude or 0.0, longitude or 0.0):
        problems.add(file, entry, "latitude goes from -90 to 90, longitude from -180 to 180; give both or neither")
        return None
    return Place(cells[0], cells[1], latitude, longitude, cells[4] or None, 0, HISTORICAL)


def _on_earth(latitude: float, longitude: float) -> bool:
    return -90 <= latitude <= 90 and -180 <= longitude <= 180
