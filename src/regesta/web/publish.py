"""Writes a chronology as a page that opens from a folder, with no server and no request."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from regesta.errors import ExportError, QuestionError
from regesta.model.chronology import Chronology
from regesta.model.manifest import Manifest
from regesta.rules.problems import suggest
from regesta.web.assets import asset, page_files, page_languages, page_parts, policy_hash, words_script
from regesta.web.basemaps import make_basemap
from regesta.web.carry import Carried, carry
from regesta.web.files import PAGE, write_file, write_folder
from regesta.web.payload import make_payload, write_small
from regesta.web.view import look_at, name_it

RECORD = "manifest.json"
TEXT = "chronology.html"
MANY_EVENTS = 2_000
"""Beyond so many, a folder holds the chronology as text in a page of its own, and one file holds it in brief."""
BESIDE = ("'self'", "file:")


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
class _Code:
    """What makes the page move and look so."""

    script: str
    style: str
    parts: Mapping[str, str] = field(default_factory=dict)
    """What the script brings when it needs it, by name: files beside the page, or, in one file, text in it."""
    single: bool = False
    is_review: bool = False

    def allowed(self, first: str, suffix: str) -> str:
        """Sources of a policy: what stands in the page by its hash, what stands beside it by where it is."""
        inside = [first] + [text for name, text in self.parts.items() if self.single and name.endswith(suffix)]
        beside = BESIDE if self.parts and not self.single else ()
        return " ".join((*(f"'{policy_hash(text)}'" for text in inside), *beside)) if first else "'none'"


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
    look = look or Look()
    contents = render(chronology, manifest, title=title, single=single, look=look)
    if not single and stands_apart(chronology):
        contents[TEXT] = render_text(chronology, manifest, title=title, look=look)
    try:
        if single:
            return write_file(directory, contents[PAGE])
        record = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
        known = {PAGE, RECORD, TEXT, "data.js", "text.js", *page_files()}
        return write_folder(directory, {**contents, RECORD: record}, known) / PAGE
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"{directory}: cannot write the page: {reason}; choose another place with -o") from None


def stands_apart(chronology: Chronology) -> bool:
    """Whether a folder holds the chronology as text in a page of its own."""
    return len(chronology.events) > MANY_EVENTS


def render(
    chronology: Chronology,
    manifest: Manifest,
    *,
    title: str,
    single: bool = False,
    look: Look,
    served: bool = False,
) -> dict[str, str]:
    """The files of the page by name, but for the text that stands apart. Style and script stand in the page, allowed by
    their hashes; what it brings is allowed by its hash too, or stands beside it.

    `served` gives the page that its server corrects with: it may ask that server, and no other.
    """
    language = look.language or page_languages()[0]
    payload = make_payload(chronology, manifest, title=title, language=language)
    texts = [document.text for document in chronology.findings.documents]
    carried = carry(write_small(payload) | {"basemap": make_basemap(payload, look.basemap)}, texts, single=single)
    apart = not single and stands_apart(chronology)
    fill = name_it if apart else look_at
    values = fill(chronology, manifest, title=title, language=language)
    values |= {"look": replace(look, language=language), "brief": single and stands_apart(chronology)}
    parts = page_parts(language, review=served)
    code = _Code(words_script(language) + asset("page.js"), asset("app.css"), parts, single, served)
    files = {PAGE: _page(values, code, carried, elsewhere=TEXT if apart else "")}
    files |= {held.address: held.content for held in carried if held.address}
    return files if single else files | parts


def render_text(chronology: Chronology, manifest: Manifest, *, title: str, look: Look) -> str:
    """The chronology as text, the page of its own that stands beside one with very many events."""
    language = look.language or page_languages()[0]
    values = look_at(chronology, manifest, title=title, language=language)
    values |= {"look": replace(look, language=language), "brief": False}
    return _page(values, _Code("", asset("app.css")), (), elsewhere="")


def _page(values: Mapping[str, Any], code: _Code, carried: Sequence[Carried], *, elsewhere: str) -> str:
    environment = Environment(
        loader=PackageLoader("regesta.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    rules = {
        "default-src": "'none'",
        "img-src": "data:",
        "connect-src": "'self'" if code.is_review else "'none'",
        "style-src": code.allowed(code.style, ".css"),
        "script-src": code.allowed(code.script, ".js"),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return environment.get_template("page.html").render(
        **values,
        policy="; ".join(f"{name} {sources}" for name, sources in rules.items()),
        code=code,
        carried=carried,
        elsewhere=elsewhere,
    )
