"""The built files are those of the sources in frontend/; CI, which has node, builds them anew and compares."""

import json
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
DIST = ROOT / "src" / "regesta" / "web" / "_dist"


def test_the_built_files_belong_to_these_sources() -> None:
    known = json.loads((DIST / "manifest.json").read_text("utf-8"))["sources"]
    files = [p for p in (FRONTEND / "src").rglob("*") if p.is_file()]
    files += [FRONTEND / name for name in ("build.mjs", "package.json", "package-lock.json")]
    found = {p.relative_to(FRONTEND).as_posix(): sha256(p.read_bytes()).hexdigest() for p in files}
    stale = sorted(name for name in known.keys() | found.keys() if known.get(name) != found.get(name))
    assert stale == [], "run make page and commit src/regesta/web/_dist"
