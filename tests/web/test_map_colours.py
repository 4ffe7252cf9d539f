"""The map's colours: they stand out from land and sea, and the chief holders are told apart by colour-blind readers.

The eye without one kind of cone after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
of Color Vision Deficiency" (2009); differences as distances in CIELAB (1976).
"""

import re
from itertools import combinations
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "frontend" / "src"
ORDER = re.search(r"const ORDER = \[([\d, ]+)\]", (SOURCES / "colours.js").read_text("utf-8"))
Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]
EYES: dict[str, Matrix] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green cones": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue cones": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
CHIEF = 4
"""So many of those that hold the most have colours that every eye tells apart; letters tell all apart."""
APART = 11
"""A difference that is seen at a glance; 2.3 is just seen."""


def tokens(dark: bool) -> dict[str, str]:
    """The colour tokens of the screen."""
    found: dict[str, str] = {}
    style = "".join((SOURCES / "styles" / name).read_text("utf-8") for name in ("tokens.css", "map.css"))
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style):
        names = [name.strip() for name in selector.split(",")]
        if ":root" in names or (dark and any(re.fullmatch(r"\[data-theme=\"?dark\"?\]", name) for name in names)):
            found |= dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", body))
    return found


def linear(colour: str) -> Vector:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def times(matrix: Matrix, vector: Vector) -> Vector:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def lab(colour: str, eye: Matrix) -> Vector:
    seen = times(XYZ, times(eye, linear(colour)))
    x, y, z = (
        (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116)
        for v in (max(0.0, s) / w for s, w in zip(seen, WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    low, high = sorted(times(XYZ, linear(c))[1] for c in (one, other))
    return (high + 0.05) / (low + 0.05)


MARKS = [f"h{n}" for n in range(8)] + ["hx", "ink", "mute", "focus"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["land", "sea"])
def test_marks_stand_out_from_land_and_sea(dark: bool, ground: str) -> None:
    known = tokens(dark)
    faint = {mark: round(contrast(known[mark], known[ground]), 2) for mark in MARKS}
    assert {mark: ratio for mark, ratio in faint.items() if ratio < 3} == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_names_can_be_read_on_land_and_sea(dark: bool) -> None:
    known = tokens(dark)
    for ink in ("ink", "mute"):
        for ground in ("land", "sea", "card"):
            assert contrast(known[ink], known[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_the_chief_holders_are_told_apart_by_every_eye(dark: bool, eye: str) -> None:
    known = tokens(dark)
    assert ORDER is not None
    seen = {f"h{n}": lab(known[f"h{n}"], EYES[eye]) for n in map(int, ORDER[1].split(",")[:CHIEF])}
    near = {
        (a, b): round(sum((x - y) ** 2 for x, y in zip(seen[a], seen[b], strict=True)) ** 0.5, 1)
        for a, b in combinations(seen, 2)
    }
    assert {pair: distance for pair, distance in near.items() if distance < APART} == {}
