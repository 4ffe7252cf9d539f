"""From texts to chronicles through the real stages: exact words, stable ids, the same answer twice."""

import io
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import regesta
from regesta.model.chronology import Chronology
from regesta.model.text import Span

SHARED = Path(__file__).resolve().parents[3] / "shared"
PROSE = [
    "On 4 May 1849, General Ferri captured Grenoble.[7] The following day the council was dissolved.",
    "[3][4] It was closed in 1850. Zoë Hébert, the mayor of Besançon, fled to Genève 🏰 in late June 1850.[5]",
    "In Orléans, a commune was proclaimed; the préfet resigned.[12] A rising planned for May never took place.",
    "The bishop of Trier reportedly left the town.  Troops\tunder Colonel O’Neill occupied Cork on 3 June 1920.",
]


def spans(value: Any) -> Iterator[Span]:
    """Every span anywhere in a value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def jsonl(chronicle: regesta.Chronicle) -> list[dict[str, Any]]:
    stream = io.StringIO(newline="")
    chronicle.export("jsonl", stream)
    return [json.loads(line) for line in stream.getvalue().split("\n") if line]


def check_words(chronology: Chronology) -> None:
    """Every span lies within its text, and every exported offset quotes exactly."""
    texts = {d.id: d.text for d in chronology.findings.documents}
    found = list(spans(chronology))
    assert found
    assert all(0 <= s.start < s.end <= len(texts[s.document]) for s in found)


def check_offsets(chronicle: regesta.Chronicle) -> int:
    texts = {d.name: d.text for d in chronicle.chronology.findings.documents}
    records = jsonl(chronicle)
    for record in records:
        text = texts[record["document"]]
        assert text[record["sentence"]["start"] : record["sentence"]["end"]] == record["quote"]
        time = record["time"]
        assert time["quote"] is None or text[time["start"] : time["end"]] == time["quote"]
        others = [f for fillers in record["roles"].values() for f in fillers]
        for words in (record["trigger"], *record["actor"], *record["target"], *record["place"], *others):
            assert text[words["start"] : words["end"]] == words["text"]
    return len(records)


def read(folder: Path, text: str, name: str = "text.txt") -> regesta.Chronicle:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return regesta.read(path, language="en")


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\r\r", "\n \n", "\n\u2028\n"], ids=repr)
@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n  ", "# Title\n\n", "e\u0301\u0327 🏴󠁧󠁢󠁥󠁮󠁧󠁿.\n\n"], ids=repr)
def test_every_span_quotes_its_text(tmp_path: Path, before: str, between: str) -> None:
    text = before + between.join(PROSE) + "\n"
    chronicle = read(tmp_path, text)
    assert chronicle.chronology.findings.documents[0].text == text
    check_words(chronicle.chronology)
    assert check_offsets(chronicle) >= 6


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from([*PROSE, "\r\n", "\n\n", "[9]", " ", "e\u0301", "🏰", "\u200f", "“", "(", "1871"]), min_size=1
    )
)
def test_no_mixture_of_pieces_breaks_offsets(tmp_path: Path, pieces: list[str]) -> None:
    text = " ".join(pieces)
    if text.strip():
        chronicle = read(tmp_path, text)
        check_offsets(chronicle)
        for span in spans(chronicle.chronology):
            assert 0 <= span.start < span.end <= len(text)


def test_ids_are_stable_when_a_paragraph_is_added_elsewhere(tmp_path: Path) -> None:
    before = jsonl(read(tmp_path, "\n\n".join(PROSE)))
    added = "The harvest of 1847 failed, and Marshal Kern occupied Ulm on 9 March 1848.[1]"
    after = jsonl(read(tmp_path, "\n\n".join([added, *PROSE])))
    kept = {r["id"]: r for r in after}
    assert {r["id"] for r in before} < set(kept)
    for record in before:
        assert kept[record["id"]]["quote"] == record["quote"]
        assert kept[record["id"]]["event"] == record["event"]


def test_two_readings_are_the_same(tmp_path: Path) -> None:
    assert read(tmp_path, "\n\n".join(PROSE)).chronology == read(tmp_path, "\n\n".join(PROSE)).chronology


def test_markers_move_no_offsets(tmp_path: Path) -> None:
    """The same sentences with and without markers: the same claims on the same words."""
    marked = "On 4 May[1] 1849,[2][3] General Ferri captured Grenoble[4], and the council[note 5] was dissolved.[6]"
    bare = "On 4 May 1849, General Ferri captured Grenoble, and the council was dissolved."
    told = [
        [(r["trigger"]["text"], r["type"], [a["text"] for a in r["actor"]]) for r in jsonl(read(tmp_path, text))]
        for text in (marked, bare)
    ]
    assert told[0] == told[1]
    assert len(told[0]) == 2


def test_several_documents_are_told_apart_and_progress_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number, text in enumerate(PROSE):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    steps: list[tuple[str, int, int]] = []
    chronicle = regesta.read(folder, progress=lambda *step: steps.append(step), language="en")
    assert [s.name for s in chronicle.manifest.sources] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    total = sum(map(len, PROSE))
    assert [s[0] for s in steps] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert [s[1:] for s in steps][-1] == (total, total)
    check_offsets(chronicle)


def test_the_manifest_names_everything_that_counts(tmp_path: Path) -> None:
    manifest = read(tmp_path, PROSE[0]).manifest
    assert manifest.regesta == regesta.__version__
    assert len(manifest.knowledge) == 64
    assert "sha256:" in manifest.model
    (source,) = manifest.sources
    assert (source.characters, source.encoding, source.language) == (len(PROSE[0]), "utf-8", "en")


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(
    "gold", sorted(SHARED.glob("gold*/*/text.txt")) or [None], ids=lambda p: p.parent.name if p else "-"
)
def test_offsets_hold_on_the_development_texts(gold: Path | None) -> None:
    if gold is None:
        pytest.skip("the development texts are not there")
    chronicle = regesta.read(gold)
    assert check_offsets(chronicle) > 0
    check_words(chronicle.chronology)
