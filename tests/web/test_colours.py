"""Every pair of colours that stand on each other can be told apart, in light and in dark (WCAG 2.2)."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "styles"
CSS = (STYLES / "tokens.css").read_text(encoding="utf-8")
GROUNDS = ("paper", "card", "sentence")


def tokens(selector: str) -> dict[str, str]:
    block = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", CSS)
    assert block is not None
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6}|#[0-9a-f]{3});", block[1]))


LIGHT, DARK = tokens(":root"), tokens('[data-theme="dark"]')
BY_SYSTEM = tokens(':root:not([data-theme="light"])')


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT = [(ink, ground) for ink in ("ink", "mute", "accent") for ground in GROUNDS]
TEXT += [("ink", "mark"), ("ink", "lit"), ("mute", "mark"), ("card", "accent"), ("card", "ink")]
TEXT += [(f"h{n}", "card") for n in range(8)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    colours = LIGHT if scheme == "light" else DARK
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mark", ["hx", "focus"])
def test_marks_can_be_seen(scheme: str, mark: str) -> None:
    colours = LIGHT if scheme == "light" else DARK
    assert all(contrast(colours[mark], colours[ground]) >= 3 for ground in GROUNDS)


def test_dark_by_choice_is_dark_by_system() -> None:
    assert DARK == BY_SYSTEM
    assert set(DARK) == set(LIGHT)
