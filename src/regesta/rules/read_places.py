"""Reads knowledge/<language>/places.toml, and lists its mistakes."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

from regesta.rules.places import PlaceWords
from regesta.rules.problems import Problems, read_toml

_SHAPE: Mapping[str, tuple[str, ...]] = {
    "kinds": (
        "buildings",
        "quarters",
        "settlements",
        "charges",
        "having",
        "heritage",
        "anybody",
        "garrisons",
        "grounds",
        "sites",
        "portions",
        "unnamed",
        "power",
        "governments",
        "arbiters",
        "societies",
        "bodies",
        "documents",
        "contests",
    ),
    "names": (
        "articles",
        "stress",
        "some",
        "polities",
        "links",
        "nobody",
        "none",
        "back",
        "behind",
        "possessive",
        "over",
    ),
    "offices": (
        "sole",
        "others",
        "ranks",
        "pointing",
        "past",
        "honours",
        "deputies",
        "standing_in",
        "realms",
        "heads",
        "forms",
        "alike",
        "cabinets",
        "headship",
        "under",
        "plurals",
        "implied",
        "deeds",
        "work",
    ),
    "parts": (),
    "countries": (),
}


def read_place_words(folder: Traversable, label: str, problems: Problems) -> PlaceWords:
    """The lists of places.toml in a language folder; mistakes are noted in `problems`."""
    file = f"{label}/places.toml"
    data = read_toml(folder, "places.toml", file)
    problems.require_keys(file, "places", data, _SHAPE)
    for part, keys in _SHAPE.items():
        if keys:
            problems.require_keys(file, part, data.get(part, {}), keys)
        for key in keys:
            _check_list(file, part, key, data.get(part, {}).get(key), problems)
    problems.stop()
    names, offices = data["names"], data["offices"]
    return PlaceWords(
        kinds={kind: tuple(words) for kind, words in data["kinds"].items()},
        articles=tuple(names["articles"]),
        stress=tuple(names["stress"]),
        some=tuple(names["some"]),
        possessive=tuple(names["possessive"]),
        nobody=tuple(names["nobody"]),
        none=tuple(names["none"]),
        back=tuple(names["back"]),
        behind=tuple(names["behind"]),
        polities=tuple(names["polities"]),
        links=tuple(names["links"]),
        over=tuple(names["over"]),
        sole=tuple(offices["sole"]),
        others=tuple(offices["others"]),
        ranks=tuple(offices["ranks"]),
        pointing=tuple(offices["pointing"]),
        past=tuple(offices["past"]),
        honours=tuple(offices["honours"]),
        deputies=tuple(offices["deputies"]),
        standing_in=tuple(offices["standing_in"]),
        realms=tuple(offices["realms"]),
        heads=tuple(offices["heads"]),
        forms=offices["forms"],
        parts=data.get("parts", {}),
        under=tuple(offices["under"]),
        cabinets=tuple(offices["cabinets"]),
        headships=tuple(offices["headship"]),
        plurals=offices["plurals"],
        implied=offices["implied"],
        deeds=offices["deeds"],
        work=offices["work"],
        alike={name: tuple(others) for name, others in offices["alike"].items()},
        countries=data.get("countries", {}),
    )


def _check_list(file: str, part: str, key: str, words: Any, problems: Problems) -> None:
    if words is None:
        problems.add(file, part, f'the key "{key}" is missing; write an empty list if the language has no such words')
    elif not all(isinstance(w, str) and w for w in words):
        problems.add(file, part, f'"{key}" must be a list of words in quotation marks')
