"""The built parts of the page, which come with the package: script, style and base maps of `_dist`."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from json import loads
from typing import Any


def asset(name: str) -> str:
    """The text of a built file, such as `page.js` or `basemap/world.json`."""
    return (files("regesta.web") / "_dist" / name).read_text(encoding="utf-8")


@cache
def _manifest() -> dict[str, Any]:
    return dict(loads(asset("manifest.json")))


def page_languages() -> tuple[str, ...]:
    """Languages that the page speaks; the first is what it speaks unless asked."""
    return tuple(_manifest()["languages"])


def policy_hash(text: str) -> str:
    """What a Content-Security-Policy names a script or style of the page by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
