"""Who was given an office and never had it, and who only seems to have turned it down."""

from pathlib import Path

import pytest
from tests.story_reading import holders


@pytest.mark.parametrize(
    "text",
    [
        "Otto Vane was appointed mayor of Ulm in 1844 but never took office.",
        "Otto Vane was appointed mayor of Ulm in 1844 but did not take up the post.",
        "Otto Vane was appointed mayor of Ulm in 1844 but declined.",
        "Otto Vane was elected mayor of Ulm in 1844 but refused to serve.",
        "Otto Vane was elected mayor of Ulm in 1844. He declined the post.",
        "Otto Vane was nominated as mayor of Ulm in 1844, but the council did not confirm him.",
        "Otto Vane was nominated as mayor of Ulm in 1844 but was rejected by the council.",
    ],
)
def test_who_turned_an_office_down_never_had_it(text: str, tmp_path: Path) -> None:
    assert holders(text, "mayor of Ulm", "1846-01-01", tmp_path) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Vane was elected mayor of Ulm in 1844 but was not re-elected.",
        "Otto Vane was appointed mayor of Ulm in 1844 but was not reappointed in 1850.",
        "Otto Vane was elected mayor of Ulm in 1844, was voted out in 1850 and never held office again.",
        "Otto Vane was elected mayor of Ulm in 1844 and refused to pay the tax.",
        "Otto Vane was appointed mayor of Ulm in 1844 but never became king of Tobria.",
    ],
)
def test_who_refused_something_else_had_it(text: str, tmp_path: Path) -> None:
    assert holders(text, "mayor of Ulm", "1846-01-01", tmp_path) == {"Otto Vane": "certain"}
