"""The corrections file: what is written is read back, comments stay, mistakes are told, two writers lose nothing."""

import multiprocessing
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.corrections import Anchor, Correction, Fields, add_correction, read_corrections, take_back
from regesta.corrections.file import parse, render
from regesta.errors import CorrectionError

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ANCHORS = st.builds(
    Anchor, WORDS, WORDS, WORDS, st.integers(0, 99), WORDS, WORDS, st.sampled_from(["", "siege"]), WORDS
)
FIELDS = st.builds(
    Fields,
    st.none() | WORDS,
    st.sampled_from([None, "planned", "denied"]),
    st.none() | WORDS,
    st.dictionaries(WORDS, st.lists(WORDS, max_size=2).map(tuple), max_size=2).map(lambda d: tuple(d.items())),
    st.none() | WORDS,
    st.sampled_from([None, "place"]),
    st.booleans(),
    st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
CORRECTIONS = st.builds(
    Correction,
    st.just("edit"),
    st.lists(ANCHORS, min_size=1, max_size=2).map(tuple),
    FIELDS,
    *(WORDS, WORDS, WORDS),
    given_id=st.from_regex(r"[a-z]{1,8}", fullmatch=True),
)


def correction(words: str = "fell", action: str = "reject", **fields: str) -> Correction:
    anchor = Anchor("annals.txt", words, f"The town {words}.", 9, "Before. ", " After.", "siege", "c-1")
    return Correction(action, (anchor,), Fields(**fields))  # type: ignore[arg-type]


@given(CORRECTIONS)
def test_what_is_written_is_read_back(entry: Correction) -> None:
    assert parse(render(entry), "x") == (entry,)


def test_an_entry_is_plain_lines(tmp_path: Path) -> None:
    file = tmp_path / "annals.corrections.toml"
    added = add_correction(file, correction(action="edit", status="planned"))
    table = tomllib.loads(file.read_text("utf-8"))["correction"][0]
    assert table["id"] == added.id
    assert table["at"]["sentence"] == "The town fell."
    assert table["set"] == {"status": "planned"}
    assert [f.name for f in tmp_path.iterdir()] == [file.name]


def test_comments_by_hand_and_other_entries_stay(tmp_path: Path) -> None:
    file = tmp_path / "annals.corrections.toml"
    first = add_correction(file, correction("fell"))
    file.write_text("# mine\n" + file.read_text("utf-8") + "# after the first\n", "utf-8")
    second = add_correction(file, correction("rose"))
    third = add_correction(file, correction("burnt"))
    take_back(file, second.id)
    assert [e.id for e in read_corrections(file).entries] == [first.id, third.id]
    assert "# mine\n" in file.read_text("utf-8")
    assert "# after the first\n" in file.read_text("utf-8")


def test_the_same_again_is_not_written_twice_but_a_change_of_mind_is(tmp_path: Path) -> None:
    file = tmp_path / "annals.corrections.toml"
    for status in ("planned", "planned", "denied", "planned"):
        add_correction(file, correction(action="edit", status=status))
    entries = read_corrections(file).entries
    assert [e.set.status for e in entries] == ["planned", "denied", "planned"]
    assert len({e.id for e in entries}) == 3


def test_an_entry_by_hand_needs_no_hash() -> None:
    text = '[[correction]]\naction = "reject"\nat = {document = "a.txt", sentence = "It fell.", words = "fell"}\n'
    (entry,) = parse(text, "x")
    assert (entry.anchors[0].start, entry.damaged) == (3, False)


def test_changed_quotations_are_noticed() -> None:
    (entry,) = parse(render(correction()).replace("The town fell.", "The city fell."), "x")
    assert entry.damaged


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[correction]]\naction = ", "line"),
        ('[[correction]]\naction = "rejct"', 'action "rejct" is none of .*; did you mean "reject"?'),
        ('[[corection]]\naction = "reject"', 'unknown key "corection"; did you mean "correction"?'),
        ('[[correction]]\naction = "reject"', 'the key "sentence" is missing'),
        ('[[correction]]\naction = "edit"\nset = {status = "plan"}', 'status "plan" is none of'),
        ('[[correction]]\naction = "edit"\nset = {point = [99, 0]}', "degrees north and east"),
        ('[[correction]]\naction = "edit"\nset = {roles = {actor = "Ann"}}', "roles are lists"),
        ('[[correction]]\naction = "merge"', "needs a second passage"),
        ('correction = "all"', "double brackets"),
        ("[[correction]]\naction = 7\nat = 3\nalso = 4\nset = 5", "must be a text"),
        (render(correction()) * 2, "is there twice"),
    ],
)
def test_mistakes_are_told_with_place_and_remedy(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.corrections.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(CorrectionError, match=told) as error:
        read_corrections(file)
    assert all(line.startswith(f"{file}: ") for line in str(error.value).splitlines())
    with pytest.raises(CorrectionError):
        add_correction(file, correction())
    assert file.read_text("utf-8") == text


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    file = tmp_path / "bad.corrections.toml"
    file.write_bytes(b"# caf\xe9\n")
    with pytest.raises(CorrectionError, match=r"byte 5: no UTF-8"):
        read_corrections(file)


def test_an_unknown_id_cannot_be_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "annals.corrections.toml"
    add_correction(file, correction())
    with pytest.raises(CorrectionError, match='no entry "k-no"'):
        take_back(file, "k-no")


def _write_many(file: str, writer: int) -> None:
    for number in range(15):
        add_correction(file, correction(f"fell{writer}x{number}"))


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "annals.corrections.toml"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(str(file), n)) for n in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    assert len(read_corrections(file).entries) == 30
    assert [f.name for f in tmp_path.iterdir()] == [file.name]


def test_what_another_program_wrote_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from regesta.corrections import write

    file = tmp_path / "annals.corrections.toml"
    add_correction(file, correction())
    real = write.with_entry

    def slow(text: str, entry: Correction) -> str:
        file.write_text(text + "# by an editor\n", "utf-8")
        return real(text, entry)

    monkeypatch.setattr(write, "with_entry", slow)
    with pytest.raises(CorrectionError, match="another program has changed it"):
        add_correction(file, correction("rose"))
    assert file.read_text("utf-8").endswith("# by an editor\n")
    assert len(read_corrections(file).entries) == 1
