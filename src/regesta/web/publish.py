"""Writes a chronology as a page that opens from a folder, with no server and no request."""

import json
import os
import shutil
import tempfile
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from regesta.errors import ExportError
from regesta.model.chronology import Chronology
from regesta.model.manifest import Manifest
from regesta.web.view import look_at

PAGE = "index.html"
RECORD = "manifest.json"
MARK = '<meta name="generator" content="regesta '
SCRIPTS = ("days.js", "timeline.js", "page.js")


def publish(
    chronology: Chronology,
    manifest: Manifest,
    directory: Path,
    *,
    title: str,
    single: bool = False,
) -> Path:
    """Writes the page and gives its path: `directory/index.html` beside a manifest, or, with `single`, one file.

    All of it is written before anything is replaced. ExportError where the path holds something else than such a page.
    """
    page = render(chronology, manifest, title=title)
    try:
        if single:
            return _write_file(directory, page)
        record = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
        return _write_folder(directory, {PAGE: page, RECORD: record}) / PAGE
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"{directory}: cannot write the page: {reason}; choose another place with -o") from None


def render(chronology: Chronology, manifest: Manifest, *, title: str) -> str:
    """The page as HTML: style and script inside, allowed by their hashes and nothing else."""
    style = _asset("page.css")
    script = "".join(["(function () {\n'use strict';\n", *map(_asset, SCRIPTS), "}());\n"])
    environment = Environment(
        loader=PackageLoader("regesta.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'"
    values: Mapping[str, Any] = look_at(chronology, manifest, title=title)
    return environment.get_template("page.html").render(
        **values, policy=f"{policy}; form-action 'none'", style=style, script=script
    )


def _asset(name: str) -> str:
    return (files("regesta.web") / "static" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _is_page(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as stream:
        return MARK in stream.read(4096)


def _write_file(path: Path, page: str) -> Path:
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; with --single give the name of a file, such as {path / 'page.html'}")
    if path.exists() and not _is_page(path):
        raise ExportError(f"{path}: holds something else than a page of regesta; choose another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(page)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def _write_folder(folder: Path, contents: Mapping[str, str]) -> Path:
    _refuse_foreign(folder, contents)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, text in contents.items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        made.chmod(0o755)
        _swap(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def _swap(made: Path, folder: Path) -> None:
    """Puts the new folder where the old one stood; the old one is back in its place if that fails."""
    if not folder.exists():
        made.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    folder.rename(old / "old")
    try:
        made.rename(folder)
    except BaseException:
        (old / "old").rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(folder: Path, contents: Mapping[str, str]) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportError(f"{folder}: is a file; give a folder, or one file with --single")
    names = sorted(entry.name for entry in folder.iterdir())
    foreign = [name for name in names if name not in contents]
    if foreign:
        raise ExportError(f"{folder}: holds {foreign[0]!r}, which is not of a page of regesta; choose another folder")
    if PAGE in names and not _is_page(folder / PAGE):
        raise ExportError(f"{folder / PAGE}: is not a page of regesta; choose another folder")
