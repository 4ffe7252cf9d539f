"""The public face does not drift."""

import importlib
from pathlib import Path

import pytest

import regesta


def test_public_names_are_sorted_and_there() -> None:
    assert regesta.__all__ == sorted(regesta.__all__)
    assert all(hasattr(regesta, name) for name in regesta.__all__)
    assert sorted(regesta.__all__) == dir(regesta)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Chronical'"):
        regesta.Chronical  # noqa: B018


@pytest.mark.parametrize("room", ["api", "cli", "corrections", "engine", "ingest", "reason", "server", "store", "web"])
def test_every_room_lists_its_public_names(room: str) -> None:
    module = importlib.import_module(f"regesta.{room}")
    assert module.__all__
    assert all(hasattr(module, name) for name in module.__all__)


def test_types_are_shipped() -> None:
    assert (Path(regesta.__file__).parent / "py.typed").is_file()
