"""What is on disk after a save that the machine cut off: real signals, real limits, a real full disk."""

import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builders import Story
from regesta.model.chronology import Chronology
from regesta.model.manifest import Manifest
from regesta.store import load, save

MANIFEST = Manifest("0.1.0", "3.11", (), "k", "m")

SAVE_FOR_EVER = """
import pickle, sys
from regesta.store import save
chronology, manifest = pickle.loads(open(sys.argv[1], "rb").read())
print("ready", flush=True)
while True:
    save(sys.argv[2], chronology, manifest)
"""

SAVE_ONCE = """
import pickle, resource, sys
from regesta.errors import ChronicleError
from regesta.store import save
chronology, manifest = pickle.loads(open(sys.argv[1], "rb").read())
limit = int(sys.argv[3])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    save(sys.argv[2], chronology, manifest)
except ChronicleError as error:
    sys.exit(str(error))
"""


def grown(copies: int) -> Chronology:
    """A chronology that takes a while to save: one claim many times over."""
    story = Story("On the next day Gent entered Marseille, and the Commune fell.")
    story.entity("person", "Gent")
    claim = story.claim("entered", "enter", actor="Gent", place="Marseille")
    claims = tuple(replace(claim, id=f"{claim.id}-{number}") for number in range(copies))
    return Chronology(story.findings(claims=claims))


OLD = grown(1)


@pytest.fixture(scope="module")
def new() -> Chronology:
    return grown(4000)


@pytest.fixture
def given(tmp_path: Path, new: Chronology) -> Path:
    """The new chronology in a file of its own folder, for another process."""
    file = tmp_path / "given.pickle"
    file.write_bytes(pickle.dumps((new, MANIFEST)))
    return file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "communes.regesta"
    save(path, OLD, MANIFEST)
    return path


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def start(given: Path, path: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", SAVE_FOR_EVER, str(given), str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def end(child: "subprocess.Popen[str]", number: signal.Signals) -> str:
    child.send_signal(number)
    _, errors = child.communicate(timeout=30)
    return errors


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_a_whole_chronicle_and_the_next_save_no_litter(
    given: Path, path: Path, new: Chronology
) -> None:
    drafts_left = 0
    for attempt in range(15):
        child = start(given, path)
        time.sleep(attempt * 0.017)
        end(child, signal.SIGKILL)
        assert child.returncode == -signal.SIGKILL
        drafts_left += len(names(path)) - 1
        assert load(path)[0] in (OLD, new)
        save(path, OLD, MANIFEST)
        assert names(path) == [path.name]
    assert drafts_left > 0, "no kill fell into a save, so that nothing was tested"


@pytest.mark.slow
def test_an_interrupt_leaves_a_whole_chronicle_and_no_litter_at_once(given: Path, path: Path, new: Chronology) -> None:
    for attempt in range(5):
        child = start(given, path)
        time.sleep(0.02 + attempt * 0.03)
        assert "KeyboardInterrupt" in end(child, signal.SIGINT)
        assert names(path) == [path.name]
        assert load(path)[0] in (OLD, new)


@pytest.mark.parametrize("limit", [1, 5_000, 100_000, 900_000])
def test_a_limit_on_file_size_leaves_the_old_chronicle(given: Path, path: Path, limit: int) -> None:
    command = [sys.executable, "-c", SAVE_ONCE, str(given), str(path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{path}: cannot be written: ")
    assert len(done.stderr.splitlines()) == 1
    assert names(path) == [path.name]
    assert load(path) == (OLD, MANIFEST)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=700k", "none", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("mounting needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_chronicle_and_frees_what_was_taken(given: Path, small_disk: Path) -> None:
    path = small_disk / "communes.regesta"
    save(path, OLD, MANIFEST)
    command = [sys.executable, "-c", SAVE_ONCE, str(given), str(path), "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "disk is full" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert names(path) == [path.name]
    assert load(path) == (OLD, MANIFEST)
    save(path, grown(2), MANIFEST)
    assert load(path)[0] == grown(2)
