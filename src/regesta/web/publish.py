"""Writes a chronology as a page that opens from a folder, with no server and no request."""

import gzip
import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from regesta.errors import ExportError, QuestionError
from regesta.model.chronology import Chronology
from regesta.model.manifest import Manifest
from regesta.rules.problems import suggest
from regesta.web.assets import asset, page_languages, policy_hash
from regesta.web.basemaps import make_basemap
from regesta.web.files import PAGE, write_file, write_folder
from regesta.web.payload import make_payload, write_small
from regesta.web.view import look_at

RECORD = "manifest.json"
DATA = "data.js"
TEXT = "chronology.html"
MANY_EVENTS = 2_000
"""Beyond so many, a folder holds the chronology as text in a page of its own, and one file holds it in brief."""
MUCH_DATA = 1_000_000
"""Characters of data beyond which they stand beside the page (folder) or compressed in it (one file)."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader meets first: the page's language and theme (both can be changed on it), and its base map."""

    language: str = ""
    """One of `page_languages()`; the first of them where empty."""
    theme: str = "auto"
    basemap: Mapping[str, Any] | None = None
    """The reader's own map, as `read_geojson` gives it."""


def check_language(code: str | None) -> str:
    """The code as it is, or the page's first language for None; QuestionError where the page has no words."""
    known = page_languages()
    if code is None:
        return known[0]
    if code not in known:
        raise QuestionError(f'language "{code}": the page speaks {", ".join(known)}{suggest(code, known)}')
    return code


@dataclass(frozen=True, slots=True)
class _Data:
    """How the data come to the script: in the page, as JSON or compressed, or from a file beside it."""

    text: str
    kind: str = "application/json"
    address: str = ""


@dataclass(frozen=True, slots=True)
class _Code:
    """What makes the page move and look so."""

    script: str
    style: str
    asks: str = "'none'"
    """Whom the script may ask."""


def publish(
    chronology: Chronology,
    manifest: Manifest,
    directory: Path,
    *,
    title: str,
    single: bool = False,
    look: Look | None = None,
) -> Path:
    """Writes the page and gives its path: `directory/index.html` and what belongs to it, or, with `single`, one file.

    All of it is written before anything is replaced. ExportError where the path holds something else than such a page.
    """
    contents = render(chronology, manifest, title=title, single=single, look=look or Look())
    try:
        if single:
            return write_file(directory, contents[PAGE])
        record = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
        known = {PAGE, RECORD, DATA, TEXT}
        return write_folder(directory, {**contents, RECORD: record}, known) / PAGE
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"{directory}: cannot write the page: {reason}; choose another place with -o") from None


def render(
    chronology: Chronology,
    manifest: Manifest,
    *,
    title: str,
    single: bool = False,
    look: Look,
    served: bool = False,
) -> dict[str, str]:
    """The files of the page by name. Style and script stand in each page, allowed by their hashes and nothing else.

    `served` gives the page that its server corrects with: it may ask that server, and no other.
    """
    look = replace(look, language=look.language or page_languages()[0])
    payload = make_payload(chronology, manifest, title=title, language=look.language)
    data = _carry(write_small(payload) | {"basemap": make_basemap(payload, look.basemap)}, single=single)
    values = look_at(chronology, manifest, title=title, language=look.language) | {"look": look}
    apart = not single and len(chronology.events) > MANY_EVENTS
    values["brief"] = single and len(chronology.events) > MANY_EVENTS
    code = _code(served=served)
    files = {PAGE: _page(values, code, data, elsewhere=TEXT if apart else "")}
    if apart:
        files[TEXT] = _page(values, _Code("", code.style), _Data(""), elsewhere="")
    if data.address:
        files[data.address] = data.text
    return files


def _carry(payload: Mapping[str, Any], *, single: bool) -> _Data:
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    if len(text) <= MUCH_DATA:
        return _Data(text.replace("<", "\\u003c"))
    if single:
        packed = gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)
        return _Data(b64encode(packed).decode(), "application/octet-stream")
    return _Data(f"globalThis.regestaData={json.dumps(text)};\n", address=DATA)


def _code(*, served: bool) -> _Code:
    if served:
        return _Code(asset("serve.js"), asset("app.css") + asset("review.css"), "'self'")
    return _Code(asset("page.js"), asset("app.css"))


def _page(values: Mapping[str, Any], code: _Code, data: _Data, *, elsewhere: str) -> str:
    environment = Environment(
        loader=PackageLoader("regesta.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    scripts = [f"'{policy_hash(code.script)}'"] if code.script else ["'none'"]
    beside = ["'self'", "file:"] if data.address else []
    rules = {
        "default-src": "'none'",
        "img-src": "data:",
        "connect-src": code.asks,
        "style-src": f"'{policy_hash(code.style)}'",
        "script-src": " ".join(scripts + beside),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return environment.get_template("page.html").render(
        **values,
        policy="; ".join(f"{name} {sources}" for name, sources in rules.items()),
        style=code.style,
        script=code.script,
        data=data,
        elsewhere=elsewhere,
    )
