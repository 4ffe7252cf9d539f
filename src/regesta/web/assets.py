"""The built parts of the page, which come with the package: script, style and base maps of `_dist`."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from json import dumps, loads
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


@cache
def page_words(language: str) -> dict[str, Any]:
    """The words of the page's script in a language, by key."""
    return dict(loads(asset(f"words-{language}.json")))


def words_script(language: str) -> str:
    """The same as the script that brings them."""
    words = dumps(page_words(language), ensure_ascii=False, separators=(",", ":"))
    return f"Object.assign(((globalThis.regesta??={{}}).words??={{}}).{language}??={{}},{words});\n"


def page_files() -> tuple[str, ...]:
    """Names of the scripts, styles and words that the page may bring when it needs them."""
    return (*_manifest()["parts"], *(f"words-{language}.js" for language in page_languages()))


def page_parts(language: str, *, review: bool) -> dict[str, str]:
    """Those of a page in a language, by name: all but what stands in it, and those of review where it is asked for."""
    names = [name for name in _manifest()["parts"] if review or not name.startswith("review.")]
    others = [other for other in page_languages() if other != language]
    return {name: asset(name) for name in names} | {f"words-{other}.js": words_script(other) for other in others}


def policy_hash(text: str) -> str:
    """What a Content-Security-Policy names a script or style of the page by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
