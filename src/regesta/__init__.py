"""Reads prose about the past and gives back a chronology that can be checked.

`regesta.read("communes.txt")` and `regesta.open("communes.regesta")` give a `Chronicle`;
`regesta.tag("on 7 August 1870")` gives time expressions only.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regesta.api import Chronicle, TaggedTime, open, read, tag  # noqa: A004 - the names a user reads best
    from regesta.errors import RegestaError

__version__ = "0.1.0"
__all__ = ["Chronicle", "RegestaError", "TaggedTime", "__version__", "open", "read", "tag"]

_HOMES = {"Chronicle": "api", "open": "api", "read": "api", "tag": "api", "TaggedTime": "api", "RegestaError": "errors"}


def __getattr__(name: str) -> Any:
    """Public names are loaded on first use, so that importing the package costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
