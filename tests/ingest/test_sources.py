import io
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

from regesta.ingest import Skipped, read_sources
from regesta.model.ids import stable_id
from regesta.model.text import Document

TEXT = "The town fell in 1204.\n"


def write(folder: Path, *names: str, text: str = TEXT) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def outline(*paths: str | Path) -> list[str]:
    """The names of documents, and of what was skipped with a `!` before it."""
    return [("!" if isinstance(x, Skipped) else "") + x.name for x in read_sources(paths, language="xx")]


def test_a_folder_is_read_whole_sorted_and_only_its_texts(tmp_path: Path) -> None:
    write(
        tmp_path,
        "b.md",
        "a.txt",
        "deep/er/c.TEXT",
        "deep/a.markdown",
        "notes.docx",
        "x.csv",
        ".hidden.txt",
        ".git/d.txt",
    )
    documents = list(read_sources([tmp_path], language="xx"))
    assert all(isinstance(d, Document) for d in documents)
    assert [(d.name, d.markup) for d in documents if isinstance(d, Document)] == [
        ("a.txt", "plain"),
        ("b.md", "markdown"),
        ("deep/a.markdown", "markdown"),
        ("deep/er/c.TEXT", "plain"),
    ]
    assert [d.id for d in documents if isinstance(d, Document)][2] == stable_id("d", "deep/a.markdown")


def test_a_file_that_is_named_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    write(tmp_path, "minutes.log", ".hidden")
    assert outline(tmp_path / "minutes.log", tmp_path / ".hidden") == ["minutes.log", ".hidden"]


def test_good_sources_are_read_and_bad_ones_named(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", "z/last.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "latin.txt").write_bytes("né en été".encode("cp1252"))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "nowhere.txt").symlink_to("missing")
    os.mkfifo(tmp_path / "pipe.txt")
    missing = tmp_path / "no\nsuch.txt"
    results = list(read_sources([missing, tmp_path, ""]))
    assert [x.name for x in results if isinstance(x, Document)] == ["good.txt", "z/last.txt"]
    lines = [str(x) for x in results if isinstance(x, Skipped)]
    assert len(lines) == 7
    assert all("\n" not in line for line in lines)
    for line, words in zip(
        lines,
        [
            "no such file",
            "empty",
            "--encoding cp1252",
            "leads nowhere",
            "binary",
            "not a regular file",
            "an empty path",
        ],
        strict=True,
    ):
        assert words in line
    assert all(line.startswith(str(tmp_path)) for line in lines[:-1])


def test_a_folder_without_text_says_what_was_looked_for(tmp_path: Path) -> None:
    write(tmp_path, "table.csv")
    ((skipped),) = read_sources([tmp_path])
    assert isinstance(skipped, Skipped)
    assert "*.txt, *.text, *.md, *.markdown" in skipped.reason


def test_a_loop_of_folders_is_named_and_ends(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    assert outline(tmp_path) == ["a/b/c.txt", "!a/b/up"]


def test_a_linked_folder_elsewhere_is_read_and_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "here/a.txt", "there/b.txt")
    (tmp_path / "here" / "more").symlink_to(tmp_path / "there")
    (tmp_path / "here" / "same.txt").symlink_to("a.txt")
    here = tmp_path / "here"
    assert outline(here, here / "a.txt", here, tmp_path / "there") == ["a.txt", "more/b.txt"]


def test_sources_of_one_name_are_told_apart_and_the_first_keeps_its_name(tmp_path: Path) -> None:
    write(tmp_path, "x/notes.txt", "y/notes.txt", "y/x/notes.txt", "z/y/notes.txt", "z/y/sub/a.txt", "w/sub/a.txt")
    names = outline(*(tmp_path / f"{part}/notes.txt" for part in ("x", "y", "y/x", "z/y")))
    assert names == ["notes.txt", "y/notes.txt", "x/notes.txt", "z/y/notes.txt"]
    assert outline(tmp_path / "z" / "y", tmp_path / "w") == ["notes.txt", "sub/a.txt", "w/sub/a.txt"]


def test_a_name_that_no_folder_tells_apart_gets_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "stdin")
    taken = [x.name for x in read_sources([tmp_path / "stdin", "-"], stdin=io.BytesIO(TEXT.encode()))]
    assert taken == ["stdin", "stdin (2)"]


def test_standard_input_is_read_once() -> None:
    results = list(read_sources(["-", "-"], stdin=io.BytesIO(TEXT.encode())))
    assert [(d.name, d.text) for d in results if isinstance(d, Document)] == [("stdin", TEXT)]
    (skipped,) = read_sources(["-"], stdin=io.BytesIO(b""))
    assert isinstance(skipped, Skipped)
    assert str(skipped).startswith("stdin: the file is empty")


def test_one_encoding_can_be_asked_for_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("né en été".encode("cp1252"))
    (document,) = read_sources([tmp_path], encoding="cp1252")
    assert isinstance(document, Document)
    assert (document.text, document.encoding) == ("né en été", "cp1252")


def test_devices_are_not_read() -> None:
    (skipped,) = read_sources([os.devnull])
    assert isinstance(skipped, Skipped)
    assert "neither a file nor a folder" in skipped.reason


def test_what_may_not_be_read_is_named() -> None:
    """As root every file may be read, so that the look is taken as nobody."""
    folder = Path(tempfile.mkdtemp())
    try:
        write(folder, "secret.txt", "closed/a.txt", "open.txt")
        folder.chmod(0o755)
        (folder / "secret.txt").chmod(0)
        (folder / "closed").chmod(0)
        script = (
            "import os, sys\nfrom regesta.ingest import read_sources\n"
            "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
            "for x in read_sources(sys.argv[1:], language='xx'): print(getattr(x, 'reason', x.name))"
        )
        command = [sys.executable, "-c", script, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        lines = done.stdout.splitlines()
        assert [line.split(";")[0] for line in lines] == ["may not be read", "open.txt", "may not be read"]
    finally:
        (folder / "closed").chmod(0o755)
        shutil.rmtree(folder)


def test_a_line_of_fifty_megabytes_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 10_000_000)
    script = (
        "import resource, sys\nfrom regesta.ingest import read_sources\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (20, 20))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))\n"
        "for x in read_sources(sys.argv[1:]): print(x)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith(f"{path}: line 1: 50,000,000 characters without a line break")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.shared
def test_every_development_text_is_read_as_it_is_on_disk() -> None:
    shared = Path(__file__).parents[2].parent / "shared"
    if not shared.is_dir():
        pytest.skip("the development texts are not there")
    folders = [shared / name for name in ("gold", "gold-more", "corpora") if (shared / name).is_dir()]
    read = list(read_sources(folders))
    assert [str(x) for x in read if isinstance(x, Skipped)] == []
    documents = [x for x in read if isinstance(x, Document)]
    assert len({d.id for d in documents}) == len(documents) > 0
    assert {sha256(d.text.encode(d.encoding)).hexdigest() == d.sha256 for d in documents} == {True}
