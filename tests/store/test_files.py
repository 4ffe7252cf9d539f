import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from builders import Story
from regesta.errors import ChronicleError, SchemaError
from regesta.model.chronology import Chronology
from regesta.model.manifest import Manifest
from regesta.store import database, load, save
from regesta.store.database import APPLICATION_ID, migrate, migrations

MANIFEST = Manifest("0.1.0", "3.11", (), "k", "m")


def chronology(text: str = "Gent entered Marseille.") -> Chronology:
    story = Story(text)
    story.claim(text.split()[1], "enter", actor=text.split(maxsplit=1)[0])
    return Chronology(story.findings())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "communes.regesta"
    save(path, chronology(), MANIFEST)
    return path


def problem(path: Path, kind: type[ChronicleError] = ChronicleError) -> str:
    """What opening says, which must be one line that names the file and leaves nothing behind."""
    with pytest.raises(kind) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def test_a_chronicle_is_one_file(path: Path) -> None:
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    load(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_second_save_replaces_the_first_and_keeps_its_permissions(path: Path) -> None:
    path.chmod(0o640)
    save(path, chronology("Crémieux fled."), MANIFEST)
    assert load(path)[0] == chronology("Crémieux fled.")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_chronicle_stays_a_link(path: Path) -> None:
    link = path.with_name("latest.regesta")
    link.symlink_to(path.name)
    save(link, chronology("Crémieux fled."), MANIFEST)
    assert link.is_symlink()
    assert load(path)[0] == chronology("Crémieux fled.")


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_chronicle_is_read_in_any_journal_mode_and_while_it_is_read_only(path: Path, mode: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
    path.chmod(0o444)
    assert load(path) == (chronology(), MANIFEST)


def test_what_another_program_left_beside_the_old_file_does_not_spoil_the_new_one(path: Path) -> None:
    """A write-ahead log that outlives its program would be played into the file that takes the old one's place."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE documents SET name = 'spoilt'")
        connection.commit()
        log = path.with_name(path.name + "-wal")
        left = log.read_bytes()
    log.write_bytes(left)
    save(path, chronology("Crémieux fled."), MANIFEST)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert load(path)[0] == chronology("Crémieux fled.")


def test_a_chronicle_that_another_program_writes_to_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE documents SET name = 'theirs'")
        with pytest.raises(ChronicleError, match="open in another program"):
            save(path, chronology("Crémieux fled."), MANIFEST)
        other.execute("ROLLBACK")
    assert load(path)[0] == chronology()


@pytest.mark.parametrize("content", [b"Some notes.\n", b"", b"x" * 500, b"SQLite format 3\x00"])
def test_a_file_that_is_no_chronicle_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    assert "is no chronicle" in problem(path)


def test_another_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert "no chronicle" in problem(path)


def test_missing_files_folders_and_odd_paths_are_refused(tmp_path: Path) -> None:
    assert "no such file" in problem(tmp_path / "none.regesta")
    assert "cannot be opened" in problem(tmp_path)
    assert "cannot be opened" in problem(tmp_path / "a\x00b")


def test_a_truncated_chronicle_is_refused_at_any_length(path: Path) -> None:
    whole = path.read_bytes()
    for length in [*range(0, 200, 10), *range(200, len(whole), 4099), len(whole) - 1]:
        path.write_bytes(whole[:length])
        assert "is no chronicle" in problem(path) if length < 100 else "is cut short" in problem(path)


def test_a_damaged_chronicle_is_refused_or_read_but_never_crashes(path: Path) -> None:
    whole = path.read_bytes()
    refused = 0
    for page in range(4096, len(whole), 4096):
        path.write_bytes(whole[:page] + bytes(4096) + whole[page + 4096 :])
        try:
            load(path)
        except ChronicleError as error:
            refused += "build it again" in str(error)
    assert refused > 0


def test_values_that_no_chronology_can_hold_are_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE claims SET trigger_end = trigger_start")
        connection.commit()
    assert "is damaged (a span is never empty" in problem(path)


def test_a_chronicle_from_the_future_is_neither_read_nor_overwritten(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 4711")
    before = path.read_bytes()
    assert "schema 4711" in problem(path, SchemaError)
    with pytest.raises(SchemaError, match="bring regesta up to date"):
        save(path, chronology(), MANIFEST)
    assert path.read_bytes() == before


def test_what_is_no_chronicle_is_never_overwritten(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Years of work.\n" * 20)
    with pytest.raises(ChronicleError, match="exists and is no chronicle"):
        save(notes, chronology(), MANIFEST)
    assert notes.read_text() == "Years of work.\n" * 20
    with pytest.raises(ChronicleError, match="is a folder"):
        save(tmp_path, chronology(), MANIFEST)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_file_and_a_truncated_chronicle_may_be_replaced(path: Path) -> None:
    for damaged in (b"", path.read_bytes()[:5000]):
        path.write_bytes(damaged)
        save(path, chronology(), MANIFEST)
        assert load(path)[0] == chronology()


@pytest.mark.parametrize("name", ["no/such/folder/a.regesta", "x" * 300, "a\x00b", "notes.txt/a.regesta"])
def test_a_place_where_nothing_can_be_written_is_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    with pytest.raises(ChronicleError) as caught:
        save(tmp_path / name, chronology(), MANIFEST)
    assert len(str(caught.value).splitlines()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_what_sqlite_cannot_hold_is_refused_and_the_old_chronicle_stays(path: Path) -> None:
    bad = replace(chronology().findings.documents[0], text="half \ud800 a character")
    wild = replace(chronology().findings.claims[0].trigger, start=0, end=2**70)
    findings = chronology().findings
    for broken in (
        replace(findings, documents=(bad,)),
        replace(findings, claims=(replace(findings.claims[0], trigger=wild),)),
    ):
        with pytest.raises(ChronicleError, match="cannot be written"):
            save(path, Chronology(broken), MANIFEST)
        assert load(path)[0] == chronology()
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_older_chronicle_is_read_at_the_present_schema_and_not_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    later = (*migrations(), "UPDATE documents SET name = 'renamed by a migration';")
    monkeypatch.setattr(database, "migrations", lambda: later)
    assert load(path)[0].findings.documents[0].name == "renamed by a migration"
    assert path.read_bytes() == before
    save(path, chronology(), MANIFEST)
    assert database.check_head(path) == len(later)


def test_a_migration_that_fails_changes_nothing() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, ("CREATE TABLE a (x);", "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);"))
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("a",)]


def test_drafts_of_dead_builds_are_removed_and_those_of_living_ones_left(path: Path) -> None:
    def draft(number: int) -> Path:
        return path.with_name(f".{path.name}.{number:032x}.part")

    draft(1).write_bytes(b"")
    draft(2).write_bytes(b"\x00" * 9000)
    draft(3).write_bytes(path.read_bytes()[:7000])
    other = path.with_name(f".other.regesta.{4:032x}.part")
    other.write_bytes(b"")
    with closing(sqlite3.connect(draft(5), isolation_level=None)) as living:
        living.execute("PRAGMA journal_mode = OFF")
        living.execute("BEGIN EXCLUSIVE")
        save(path, chronology(), MANIFEST)
        assert sorted(path.parent.iterdir()) == sorted([path, other, draft(5)])
    save(path, chronology(), MANIFEST)
    assert sorted(path.parent.iterdir()) == sorted([path, other])
